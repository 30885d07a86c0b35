"""Every kind of document that the court, the administrator, or the creditors issue."""

from models.vocabulary.term import Term


class DocumentKind(Term):
    """Every kind of document that the court can issue. Source: `document-forms.md`."""

    PETITION_RECEIPT = "PETITION_RECEIPT", "收到破产申请凭证", "receipt for the petition"
    CORRECTION_NOTICE = "CORRECTION_NOTICE", "补充、补正材料通知书", "correction notice"
    DEBTOR_NOTICE = "DEBTOR_NOTICE", "通知书（通知债务人）", "notice to the debtor"
    HEARING_NOTICE = "HEARING_NOTICE", "听证通知书", "hearing notice"
    ACCEPTANCE_RULING = "ACCEPTANCE_RULING", "民事裁定书（受理破产申请）", "acceptance ruling"
    NON_ACCEPTANCE_RULING = "NON_ACCEPTANCE_RULING", "民事裁定书（不予受理）", "non-acceptance ruling"
    WITHDRAWAL_RULING = "WITHDRAWAL_RULING", "民事裁定书（准许撤回申请）", "withdrawal ruling"
    EXTENSION_REQUEST = "EXTENSION_REQUEST", "关于延长审查期限的请示", "extension request"
    EXTENSION_APPROVAL = "EXTENSION_APPROVAL", "关于延长审查期限的批复", "extension approval"
    TRANSFER_RULING = "TRANSFER_RULING", "民事裁定书（移送管辖）", "transfer ruling"
    ORDER_TO_EXAMINE = "ORDER_TO_EXAMINE", "责令依法审查通知书", "order to examine"
    APPEAL_DISMISSED_RULING = (
        "APPEAL_DISMISSED_RULING",
        "民事裁定书（驳回上诉，维持原裁定）",
        "ruling dismissing the appeal",
    )
    APPEAL_REVERSAL_RULING = (
        "APPEAL_REVERSAL_RULING",
        "民事裁定书（撤销原裁定）",
        "ruling setting aside the refusal",
    )
    APPEAL_WITHDRAWAL_RULING = (
        "APPEAL_WITHDRAWAL_RULING",
        "民事裁定书（准许撤回上诉）",
        "ruling permitting withdrawal of the appeal",
    )
    ADMINISTRATOR_DECISION = (
        "ADMINISTRATOR_DECISION",
        "决定书（指定管理人）",
        "decision appointing the administrator",
    )
    ARTICLE_15_NOTICE = "ARTICLE_15_NOTICE", "通知书（债务人有关人员的义务）", "notice of Article 15 duties"
    DEBTOR_MATERIALS_NOTICE = (
        "DEBTOR_MATERIALS_NOTICE",
        "通知书（责令债务人提交材料）",
        "order to submit materials",
    )
    CREDITOR_NOTICE = "CREDITOR_NOTICE", "通知书（已知债权人）", "notice to known creditors"
    ACCEPTANCE_ANNOUNCEMENT = "ACCEPTANCE_ANNOUNCEMENT", "公告（受理破产申请）", "acceptance announcement"
    SUSPEND_ENFORCEMENT_LETTER = (
        "SUSPEND_ENFORCEMENT_LETTER",
        "函（中止执行程序）",
        "letter to suspend enforcement",
    )
    LIFT_PRESERVATION_LETTER = (
        "LIFT_PRESERVATION_LETTER",
        "函（解除财产保全措施）",
        "letter to lift preservation",
    )
    SELECTION_RECORD = "SELECTION_RECORD", "选定管理人记录", "record of the choice of an administrator"
    CORRECTION_RULING = "CORRECTION_RULING", "民事裁定书（补正）", "ruling correcting a slip"
    CHAIR_DECISION = "CHAIR_DECISION", "决定书（指定债权人会议主席）", "decision appointing the chair"
    CLAIMS_RULING = "CLAIMS_RULING", "民事裁定书（确认无异议债权）", "ruling confirming claims"
    PROVISIONAL_AMOUNT_DECISION = (
        "PROVISIONAL_AMOUNT_DECISION",
        "决定书（临时确定债权额）",
        "decision on a provisional amount",
    )
    DISMISSAL_RULING = "DISMISSAL_RULING", "民事裁定书（驳回申请）", "ruling dismissing the application"
    DISMISSAL_UPHELD_RULING = (
        "DISMISSAL_UPHELD_RULING",
        "民事裁定书（维持驳回申请）",
        "ruling upholding the dismissal",
    )
    DISMISSAL_REVERSED_RULING = (
        "DISMISSAL_REVERSED_RULING",
        "民事裁定书（撤销驳回申请）",
        "ruling reversing the dismissal",
    )
    RESTORE_MEASURES_LETTER = (
        "RESTORE_MEASURES_LETTER",
        "函（恢复财产保全措施）",
        "letter to restore preservation",
    )
    DECLARATION_RULING = "DECLARATION_RULING", "民事裁定书（宣告破产）", "declaration of bankruptcy"
    DECLARATION_ANNOUNCEMENT = (
        "DECLARATION_ANNOUNCEMENT",
        "公告（宣告破产）",
        "announcement of the declaration",
    )
    DECLARATION_NOTICE = "DECLARATION_NOTICE", "通知书（宣告破产）", "notice of the declaration"
    MANAGEMENT_PLAN_RULING = (
        "MANAGEMENT_PLAN_RULING",
        "民事裁定书（通过财产管理方案）",
        "ruling adopting the management plan",
    )
    REALISATION_PLAN_RULING = (
        "REALISATION_PLAN_RULING",
        "民事裁定书（通过财产变价方案）",
        "ruling adopting the realisation plan",
    )
    DISTRIBUTION_PLAN_RULING = (
        "DISTRIBUTION_PLAN_RULING",
        "民事裁定书（通过财产分配方案）",
        "ruling adopting the distribution plan",
    )
    RECONSIDERATION_DECISION = "RECONSIDERATION_DECISION", "决定书（复议）", "decision on reconsideration"
    RECOGNITION_RULING = (
        "RECOGNITION_RULING",
        "民事裁定书（认可分配方案）",
        "ruling recognising the distribution plan",
    )
    DISTRIBUTION_ANNOUNCEMENT = (
        "DISTRIBUTION_ANNOUNCEMENT",
        "公告（破产财产分配）",
        "announcement of a distribution",
    )
    ESCROW_RULING = "ESCROW_RULING", "民事裁定书（提存分配额分配）", "ruling on shares in escrow"
    TERMINATION_43_RULING = (
        "TERMINATION_43_RULING",
        "民事裁定书（不足清偿破产费用，终结）",
        "termination under article 43",
    )
    TERMINATION_105_RULING = (
        "TERMINATION_105_RULING",
        "民事裁定书（认可自行和解协议并终结）",
        "termination under article 105",
    )
    TERMINATION_108_RULING = (
        "TERMINATION_108_RULING",
        "民事裁定书（担保或者清偿，终结）",
        "termination under article 108",
    )
    TERMINATION_120A_RULING = (
        "TERMINATION_120A_RULING",
        "民事裁定书（无财产可供分配，终结）",
        "termination, nothing to distribute",
    )
    TERMINATION_120B_RULING = (
        "TERMINATION_120B_RULING",
        "民事裁定书（最后分配完结，终结）",
        "termination after the final distribution",
    )
    TERMINATION_UNABLE_RULING = (
        "TERMINATION_UNABLE_RULING",
        "民事裁定书（无法清算，终结）",
        "termination, liquidation impossible",
    )
    TERMINATION_REFUSED_RULING = (
        "TERMINATION_REFUSED_RULING",
        "民事裁定书（驳回终结申请）",
        "ruling refusing termination",
    )
    TERMINATION_ANNOUNCEMENT = (
        "TERMINATION_ANNOUNCEMENT",
        "公告（终结破产程序）",
        "announcement of the termination",
    )
    DUTIES_DECISION = (
        "DUTIES_DECISION",
        "决定书（管理人继续或者终止执行职务）",
        "decision on the administrator's duties",
    )
    SUPPLEMENTARY_RULING = (
        "SUPPLEMENTARY_RULING",
        "民事裁定书（追加分配）",
        "ruling on a supplementary distribution",
    )
    TREASURY_LETTER = "TREASURY_LETTER", "函（上交国库）", "letter to the treasury"
    EXPLANATION_NOTICE = (
        "EXPLANATION_NOTICE",
        "通知书（要求管理人书面说明）",
        "notice asking the administrator to explain",
    )
    REPLACEMENT_DECISION = (
        "REPLACEMENT_DECISION",
        "决定书（更换管理人）",
        "decision replacing the administrator",
    )
    REPLACEMENT_REFUSED_DECISION = (
        "REPLACEMENT_REFUSED_DECISION",
        "决定书（驳回更换申请）",
        "decision refusing a replacement",
    )
    RESIGNATION_DECISION = (
        "RESIGNATION_DECISION",
        "决定书（管理人辞职）",
        "decision on the administrator's resignation",
    )
    REPLACEMENT_ANNOUNCEMENT = (
        "REPLACEMENT_ANNOUNCEMENT",
        "公告（更换管理人）",
        "announcement of the replacement",
    )
    FINE_DECISION = "FINE_DECISION", "决定书（罚款）", "decision imposing a fine"
    PERMISSION_REPLY = "PERMISSION_REPLY", "复函（管理人请示）", "reply to the administrator's request"
    REVOCATION_RULING = (
        "REVOCATION_RULING",
        "民事裁定书（撤销债权人会议决议）",
        "ruling revoking a resolution",
    )
    REVOCATION_REFUSED_RULING = (
        "REVOCATION_REFUSED_RULING",
        "民事裁定书（驳回撤销决议申请）",
        "ruling refusing to revoke",
    )
    COMMITTEE_DECISION = (
        "COMMITTEE_DECISION",
        "决定书（债权人委员会成员）",
        "decision on the members of the committee",
    )
    SUPERVISION_DECISION = "SUPERVISION_DECISION", "决定书（监督事项）", "decision on a matter of supervision"
    INSPECTION_DECISION = (
        "INSPECTION_DECISION",
        "决定书（债权人查阅资料）",
        "decision on a creditor's inspection",
    )
    STOP_DISPOSAL_DECISION = (
        "STOP_DISPOSAL_DECISION",
        "决定书（责令停止处分）",
        "decision stopping a disposal",
    )
    REMUNERATION_NOTICE = (
        "REMUNERATION_NOTICE",
        "通知书（确定管理人报酬方案）",
        "notice of the plan of remuneration",
    )
    REMUNERATION_CHANGE_NOTICE = (
        "REMUNERATION_CHANGE_NOTICE",
        "通知书（调整管理人报酬方案）",
        "notice on a change of the plan of remuneration",
    )
    REMUNERATION_DECISION = (
        "REMUNERATION_DECISION",
        "决定书（管理人报酬）",
        "decision on the administrator's remuneration",
    )
    COURT_FEE_NOTICE = "COURT_FEE_NOTICE", "通知书（交纳案件受理费）", "notice to pay the court fee"
    RETRIEVAL_ANSWER = "RETRIEVAL_ANSWER", "通知书（答复取回请求）", "answer to a claim for retrieval"
    SET_OFF_ANSWER = "SET_OFF_ANSWER", "通知书（答复抵销主张）", "answer to a set-off"
    MEETING_NOTICE = "MEETING_NOTICE", "通知书（召开债权人会议）", "notice of a creditors' meeting"
    DISPOSAL_REPORT = "DISPOSAL_REPORT", "报告（实施重大行为）", "report of a major act"
    MANAGEMENT_PLAN = "MANAGEMENT_PLAN", "债务人财产管理方案", "plan of management"
    REALISATION_PLAN = "REALISATION_PLAN", "破产财产变价方案", "plan of realisation"
    DISTRIBUTION_PLAN = "DISTRIBUTION_PLAN", "破产财产分配方案", "plan of distribution"
    PLAN_RULING_REQUEST = "PLAN_RULING_REQUEST", "申请报告（提请裁定通过方案）", "request to rule on a plan"
    RECOGNITION_REQUEST = (
        "RECOGNITION_REQUEST",
        "申请报告（提请认可分配方案）",
        "request to recognise the plan of distribution",
    )
    DISTRIBUTION_REPORT = "DISTRIBUTION_REPORT", "破产财产分配报告", "report on the distribution"
    TERMINATION_REQUEST = (
        "TERMINATION_REQUEST",
        "申请报告（提请终结破产程序）",
        "request to terminate the procedure",
    )
    CLAIMS_REPORT = "CLAIMS_REPORT", "报告（提请核查债权）", "claims table for verification"
    WORK_REPORT = "WORK_REPORT", "管理人执行职务的工作报告", "report on the administrator's work"
    REMUNERATION_REPORT = (
        "REMUNERATION_REPORT",
        "报告（提请审查报酬方案）",
        "report of the plan of remuneration",
    )
    REMUNERATION_REQUEST = "REMUNERATION_REQUEST", "申请报告（收取报酬）", "request to collect remuneration"
    RECOVERY_NOTICE = "RECOVERY_NOTICE", "通知书（追回债务人财产）", "notice to return property"
    SECURITY_REVOCATION_NOTICE = (
        "SECURITY_REVOCATION_NOTICE",
        "通知书（要求撤销担保）",
        "notice to give up a security",
    )
    CAPITAL_CALL_NOTICE = "CAPITAL_CALL_NOTICE", "通知书（要求出资人补缴出资）", "notice to pay in capital"
    OFFICER_RETURN_NOTICE = (
        "OFFICER_RETURN_NOTICE",
        "通知书（要求高管返还财产）",
        "notice to an officer to return income or property",
    )
    COLLATERAL_NOTICE = "COLLATERAL_NOTICE", "通知书（取回担保物）", "notice to take back collateral"
    EMPLOYEE_CLAIMS_LIST = "EMPLOYEE_CLAIMS_LIST", "公示（职工债权清单）", "public list of employees' claims"
    EMPLOYEE_ANSWER = "EMPLOYEE_ANSWER", "通知书（回复职工债权异议）", "answer to an employee's objection"
    CONFIRMATION_REQUEST = (
        "CONFIRMATION_REQUEST",
        "申请报告（提请裁定确认无异议债权）",
        "request to confirm undisputed claims",
    )
    ESCROW_NOTICE = "ESCROW_NOTICE", "通知书（提存分配额）", "notice of shares in escrow"
    SURPLUS_NOTICE = "SURPLUS_NOTICE", "通知书（分配剩余财产）", "notice of a surplus to the investors"
    DECLARATION_REQUEST = (
        "DECLARATION_REQUEST",
        "申请报告（提请宣告破产）",
        "request to declare the debtor bankrupt",
    )
    DUTIES_REPORT = (
        "DUTIES_REPORT",
        "报告（终止执行职务、销毁印章）",
        "report on the end of duties and the destroyed seals",
    )
    SUPPLEMENT_REQUEST = (
        "SUPPLEMENT_REQUEST",
        "申请报告（追加分配）",
        "request for a supplementary distribution",
    )
    TALLY_RECORD = "TALLY_RECORD", "债权人会议表决计票表", "tally of a vote"
    MEETING_MINUTES = "MEETING_MINUTES", "债权人会议记录", "minutes of a creditors' meeting"
    MEETING_RESOLUTION = "MEETING_RESOLUTION", "债权人会议决议", "resolution of the creditors' meeting"
    COMMITTEE_REPORT = "COMMITTEE_REPORT", "债权人委员会工作报告", "report of the creditors' committee"
    DELIVERY_RECEIPT = "DELIVERY_RECEIPT", "送达回证", "delivery receipt"
    ADDRESS_CONFIRMATION = "ADDRESS_CONFIRMATION", "送达地址确认书", "service address confirmation"
    ADDRESS_SHEET = "ADDRESS_SHEET", "邮寄地址单", "mailing address sheet"
    CASE_COVER = "CASE_COVER", "案卷封面", "case cover sheet"
