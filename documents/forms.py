"""Every form of the court: number, title, layout, who approves it; and the numbers of its variants.

Source: `document-forms.md`, sections 2.1 and 2.2; numbers P-… are this system's own, where none is known.
"""

from collections.abc import Mapping
from typing import Any

from models.vocabulary import ApplicantKind, ApprovalLevel, DocumentKind, SubmissionKind, Term


class Shape(Term):
    """How a paper is laid out. Source: `document-layout.md`."""

    RULING = "ruling", "裁判文书", "ruling"
    DECISION = "decision", "决定书", "decision"
    NOTICE = "notice", "通知书", "notice"
    ANNOUNCEMENT = "announcement", "公告", "announcement"
    LETTER = "letter", "函", "letter"
    REPORT = "report", "报告", "report"
    PLAN = "plan", "方案", "plan"
    RECORD = "record", "记录、决议", "record"
    FORM = "form", "表单", "form"


PRESIDING, IN_CHARGE = ApprovalLevel.PRESIDING_JUDGE, ApprovalLevel.JUDGE_IN_CHARGE
OWN, CHAIR = ApprovalLevel.ADMINISTRATOR, ApprovalLevel.CHAIR
K, S, A = DocumentKind, Shape, ApplicantKind
FORMS: dict[DocumentKind, tuple[str, str, Shape, ApprovalLevel | None]] = {
    K.PETITION_RECEIPT: ("C-36", "收到破产申请凭证", S.NOTICE, ApprovalLevel.FILING_OFFICER),
    K.CORRECTION_NOTICE: ("C-37", "补充、补正材料通知书", S.NOTICE, IN_CHARGE),
    K.DEBTOR_NOTICE: ("C-40", "通知书", S.NOTICE, IN_CHARGE),
    K.HEARING_NOTICE: ("P-01", "听证通知书", S.NOTICE, IN_CHARGE),
    K.ACCEPTANCE_RULING: ("C-41", "民事裁定书", S.RULING, PRESIDING),
    K.NON_ACCEPTANCE_RULING: ("C-47", "民事裁定书", S.RULING, PRESIDING),
    K.WITHDRAWAL_RULING: ("C-34", "民事裁定书", S.RULING, PRESIDING),
    K.EXTENSION_REQUEST: ("C-35", "关于延长审查期限的请示", S.LETTER, PRESIDING),
    K.EXTENSION_APPROVAL: ("C-35a", "关于延长审查期限的批复", S.LETTER, PRESIDING),
    K.TRANSFER_RULING: ("C-38", "民事裁定书", S.RULING, PRESIDING),
    K.ORDER_TO_EXAMINE: ("C-38a", "责令依法审查通知书", S.NOTICE, PRESIDING),
    K.APPEAL_DISMISSED_RULING: ("C-49", "民事裁定书", S.RULING, PRESIDING),
    K.APPEAL_REVERSAL_RULING: ("C-49", "民事裁定书", S.RULING, PRESIDING),
    K.APPEAL_WITHDRAWAL_RULING: ("C-49a", "民事裁定书", S.RULING, PRESIDING),
    K.ADMINISTRATOR_DECISION: ("C-01", "决定书", S.DECISION, PRESIDING),
    K.SELECTION_RECORD: ("P-08", "选定管理人记录", S.NOTICE, IN_CHARGE),
    K.ARTICLE_15_NOTICE: ("C-02", "通知书", S.NOTICE, IN_CHARGE),
    K.DEBTOR_MATERIALS_NOTICE: ("C-44", "通知书", S.NOTICE, IN_CHARGE),
    K.CREDITOR_NOTICE: ("C-45", "通知书", S.NOTICE, IN_CHARGE),
    K.ACCEPTANCE_ANNOUNCEMENT: ("C-46", "公告", S.ANNOUNCEMENT, IN_CHARGE),
    K.SUSPEND_ENFORCEMENT_LETTER: ("C-30", "关于中止执行程序的函", S.LETTER, IN_CHARGE),
    K.LIFT_PRESERVATION_LETTER: ("C-30a", "关于解除财产保全措施的函", S.LETTER, IN_CHARGE),
    K.CHAIR_DECISION: ("C-13", "决定书", S.DECISION, PRESIDING),
    K.CLAIMS_RULING: ("C-22", "民事裁定书", S.RULING, PRESIDING),
    K.PROVISIONAL_AMOUNT_DECISION: ("C-17", "决定书", S.DECISION, PRESIDING),
    K.DISMISSAL_RULING: ("C-48", "民事裁定书", S.RULING, PRESIDING),
    K.DISMISSAL_UPHELD_RULING: ("C-50", "民事裁定书", S.RULING, PRESIDING),
    K.DISMISSAL_REVERSED_RULING: ("C-50", "民事裁定书", S.RULING, PRESIDING),
    K.RESTORE_MEASURES_LETTER: ("P-05", "关于恢复财产保全措施的函", S.LETTER, IN_CHARGE),
    K.DECLARATION_RULING: ("C-52", "民事裁定书", S.RULING, PRESIDING),
    K.DECLARATION_ANNOUNCEMENT: ("C-53", "公告", S.ANNOUNCEMENT, IN_CHARGE),
    K.DECLARATION_NOTICE: ("C-54", "通知书", S.NOTICE, IN_CHARGE),
    K.MANAGEMENT_PLAN_RULING: ("C-25", "民事裁定书", S.RULING, PRESIDING),
    K.REALISATION_PLAN_RULING: ("C-26", "民事裁定书", S.RULING, PRESIDING),
    K.DISTRIBUTION_PLAN_RULING: ("C-27", "民事裁定书", S.RULING, PRESIDING),
    K.RECONSIDERATION_DECISION: ("C-28", "决定书", S.DECISION, PRESIDING),
    K.RECOGNITION_RULING: ("C-58", "民事裁定书", S.RULING, PRESIDING),
    K.DISTRIBUTION_ANNOUNCEMENT: ("M-40", "公告", S.ANNOUNCEMENT, OWN),
    K.ESCROW_RULING: ("C-65", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_43_RULING: ("C-55", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_105_RULING: ("C-100", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_108_RULING: ("C-57", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_120A_RULING: ("C-56", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_120B_RULING: ("C-60", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_UNABLE_RULING: ("P-06", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_REFUSED_RULING: ("C-62", "民事裁定书", S.RULING, PRESIDING),
    K.TERMINATION_ANNOUNCEMENT: ("C-61", "公告", S.ANNOUNCEMENT, IN_CHARGE),
    K.DUTIES_DECISION: ("C-63", "决定书", S.DECISION, PRESIDING),
    K.SUPPLEMENTARY_RULING: ("C-64", "民事裁定书", S.RULING, PRESIDING),
    K.TREASURY_LETTER: ("C-66", "关于上交国库的函", S.LETTER, IN_CHARGE),
    K.EXPLANATION_NOTICE: ("C-07", "通知书", S.NOTICE, IN_CHARGE),
    K.REPLACEMENT_DECISION: ("C-08", "决定书", S.DECISION, PRESIDING),
    K.REPLACEMENT_REFUSED_DECISION: ("C-09", "决定书", S.DECISION, PRESIDING),
    K.RESIGNATION_DECISION: ("C-11", "决定书", S.DECISION, PRESIDING),
    K.REPLACEMENT_ANNOUNCEMENT: ("C-12", "公告", S.ANNOUNCEMENT, IN_CHARGE),
    K.FINE_DECISION: ("C-32", "决定书", S.DECISION, ApprovalLevel.PRESIDENT),
    K.PERMISSION_REPLY: ("C-18", "复函", S.LETTER, IN_CHARGE),
    K.REMUNERATION_NOTICE: ("C-04", "通知书", S.NOTICE, PRESIDING),
    K.REMUNERATION_CHANGE_NOTICE: ("C-05", "通知书", S.NOTICE, PRESIDING),
    K.REMUNERATION_DECISION: ("C-06", "决定书", S.DECISION, PRESIDING),
    K.COURT_FEE_NOTICE: ("F-11", "交纳诉讼费用通知书", S.NOTICE, IN_CHARGE),
    K.REVOCATION_RULING: ("C-23", "民事裁定书", S.RULING, PRESIDING),
    K.REVOCATION_REFUSED_RULING: ("C-24", "民事裁定书", S.RULING, PRESIDING),
    K.COMMITTEE_DECISION: ("C-14", "决定书", S.DECISION, PRESIDING),
    K.SUPERVISION_DECISION: ("C-15", "决定书", S.DECISION, PRESIDING),
    K.INSPECTION_DECISION: ("C-16", "决定书", S.DECISION, PRESIDING),
    K.STOP_DISPOSAL_DECISION: ("C-21", "决定书", S.DECISION, PRESIDING),
    K.CORRECTION_RULING: ("P-02", "民事裁定书", S.RULING, PRESIDING),
    K.SET_OFF_ANSWER: ("M-24", "通知书", S.NOTICE, OWN),
    K.RETRIEVAL_ANSWER: ("M-22", "通知书", S.NOTICE, OWN),
    K.MEETING_NOTICE: ("M-31", "召开债权人会议通知书", S.NOTICE, OWN),
    K.DISPOSAL_REPORT: ("M-12", "关于实施重大行为的报告", S.REPORT, OWN),
    K.MANAGEMENT_PLAN: ("M-35", "债务人财产管理方案", S.PLAN, OWN),
    K.REALISATION_PLAN: ("M-36", "破产财产变价方案", S.PLAN, OWN),
    K.DISTRIBUTION_PLAN: ("M-37", "破产财产分配方案", S.PLAN, OWN),
    K.PLAN_RULING_REQUEST: ("M-38", "关于提请裁定通过方案的申请报告", S.REPORT, OWN),
    K.RECOGNITION_REQUEST: ("M-39", "关于提请认可分配方案的申请报告", S.REPORT, OWN),
    K.DISTRIBUTION_REPORT: ("M-42", "破产财产分配报告", S.REPORT, OWN),
    K.TERMINATION_REQUEST: ("M-44", "关于提请终结破产程序的申请报告", S.REPORT, OWN),
    K.CLAIMS_REPORT: ("M-29", "关于提请核查债权的报告", S.REPORT, OWN),
    K.WORK_REPORT: ("M-33", "管理人执行职务的工作报告", S.REPORT, OWN),
    K.REMUNERATION_REPORT: ("M-13", "关于管理人报酬方案的报告", S.REPORT, OWN),
    K.REMUNERATION_REQUEST: ("M-16", "关于收取报酬的申请报告", S.REPORT, OWN),
    K.RECOVERY_NOTICE: ("M-17", "追回债务人财产通知书", S.NOTICE, OWN),
    K.SECURITY_REVOCATION_NOTICE: ("M-18", "要求撤销担保通知书", S.NOTICE, OWN),
    K.CAPITAL_CALL_NOTICE: ("M-19", "要求缴纳出资通知书", S.NOTICE, OWN),
    K.OFFICER_RETURN_NOTICE: ("M-20", "要求返还财产通知书", S.NOTICE, OWN),
    K.COLLATERAL_NOTICE: ("M-21", "取回担保物通知书", S.NOTICE, OWN),
    K.EMPLOYEE_CLAIMS_LIST: ("M-27", "职工债权清单公示", S.ANNOUNCEMENT, OWN),
    K.EMPLOYEE_ANSWER: ("M-28", "回复职工债权异议通知书", S.NOTICE, OWN),
    K.CONFIRMATION_REQUEST: ("M-30", "关于提请裁定确认无异议债权的申请报告", S.REPORT, OWN),
    K.ESCROW_NOTICE: ("M-41", "提存分配额通知书", S.NOTICE, OWN),
    K.SURPLUS_NOTICE: ("P-13", "分配剩余财产通知书", S.NOTICE, OWN),
    K.DECLARATION_REQUEST: ("M-43", "关于提请宣告破产的申请报告", S.REPORT, OWN),
    K.DUTIES_REPORT: ("M-45", "关于终止执行职务和销毁印章的报告", S.REPORT, OWN),
    K.SUPPLEMENT_REQUEST: ("M-46", "关于追加分配的申请报告", S.REPORT, OWN),
    K.TALLY_RECORD: ("P-12", "债权人会议表决计票表", S.RECORD, CHAIR),
    K.MEETING_MINUTES: ("P-09", "债权人会议记录", S.RECORD, CHAIR),
    K.MEETING_RESOLUTION: ("P-10", "债权人会议决议", S.RECORD, CHAIR),
    K.COMMITTEE_REPORT: ("P-11", "债权人委员会工作报告", S.RECORD, CHAIR),
    K.DELIVERY_RECEIPT: ("F-23", "送达回证", S.FORM, None),
    K.ADDRESS_CONFIRMATION: ("F-18", "送达地址确认书", S.FORM, None),
    K.ADDRESS_SHEET: ("P-03", "邮寄地址单", S.FORM, None),
    K.CASE_COVER: ("P-04", "案卷封面", S.FORM, None),
}
VARIANTS: dict[tuple[DocumentKind, str], dict[str, str]] = {
    (K.ACCEPTANCE_RULING, "破产清算"): {A.CREDITOR: "C-41", A.DEBTOR: "C-42", A.LIQUIDATOR: "C-43"},
    (K.ACCEPTANCE_RULING, "重整"): {A.CREDITOR: "C-70a", A.DEBTOR: "C-70b"},
    (K.ACCEPTANCE_RULING, "和解"): {A.DEBTOR: "C-91"},
    (K.NON_ACCEPTANCE_RULING, "破产清算"): {
        A.CREDITOR: "C-47a",
        A.DEBTOR: "C-47b",
        A.LIQUIDATOR: "C-47c",
    },
    (K.NON_ACCEPTANCE_RULING, "重整"): {A.CREDITOR: "C-71a", A.DEBTOR: "C-71b"},
    (K.NON_ACCEPTANCE_RULING, "和解"): {A.DEBTOR: "C-92"},
    (K.ACCEPTANCE_ANNOUNCEMENT, "重整"): {A.CREDITOR: "C-74", A.DEBTOR: "C-74"},
    (K.ACCEPTANCE_ANNOUNCEMENT, "和解"): {A.DEBTOR: "C-94"},
}
"""The number a form bears by procedure and applicant, where `document-forms.md` tells them apart."""
BY_FACT: dict[DocumentKind, tuple[str, Mapping[Any, str]]] = {
    K.RETRIEVAL_ANSWER: ("procedure", {"重整": "M-50"}),
    K.TERMINATION_REQUEST: ("termination_article", {"43": "M-26"}),
    K.DISMISSAL_RULING: ("applicant_kind", {A.CREDITOR: "C-48a", A.DEBTOR: "C-48b", A.LIQUIDATOR: "C-48c"}),
    K.REPLACEMENT_DECISION: ("ex_officio", {True: "C-10"}),
    K.PERMISSION_REPLY: (
        "request_kind",
        {
            SubmissionKind.HIRE_STAFF.zh: "C-18",
            SubmissionKind.CONTINUE_BUSINESS.zh: "C-19",
            SubmissionKind.MAJOR_ACT.zh: "C-20",
            SubmissionKind.SPENDING.zh: "P-07",
            SubmissionKind.OTHER_REQUEST.zh: "P-07",
        },
    ),
}
"""The number a form bears by one fact of the case or of its step, in every procedure."""
