"""Clocks: every period that the law or a court sets. Source: `bankruptcy-deadlines.md` sections 3 and 4."""

from models.vocabulary.term import Term


class DeadlineKind(Term):
    """A period, by the id of its row."""

    BA_TELL_SUPPLEMENT = "BA_TELL_SUPPLEMENT", "告知补正期限", "notice of papers to correct"
    BA_CORRECTION = "BA_CORRECTION", "补正期限", "correction period"
    BA_NOTIFY_DEBTOR = "BA_NOTIFY_DEBTOR", "通知债务人期限", "notice to the debtor"
    BA_DEBTOR_OBJECTION = "BA_DEBTOR_OBJECTION", "债务人异议期", "debtor's objection period"
    BA_RULE_CREDITOR_APP = (
        "BA_RULE_CREDITOR_APP",
        "裁定是否受理期限（债权人申请）",
        "ruling on a creditor's application",
    )
    BA_RULE_DIRECT = "BA_RULE_DIRECT", "裁定是否受理期限（直接审查）", "ruling on a direct application"
    BA_REVIEW_EXTENSION = "BA_REVIEW_EXTENSION", "延长的审查期限", "extended review period"
    BA_EXEC_TRANSFER_REPLY = (
        "BA_EXEC_TRANSFER_REPLY",
        "执行移送审查期限",
        "ruling on a transfer from enforcement",
    )
    BA_SERVE_ACCEPT_APPLICANT = (
        "BA_SERVE_ACCEPT_APPLICANT",
        "受理裁定送达申请人期限",
        "service of acceptance on the applicant",
    )
    BA_SERVE_ACCEPT_DEBTOR = (
        "BA_SERVE_ACCEPT_DEBTOR",
        "受理裁定送达债务人期限",
        "service of acceptance on the debtor",
    )
    BA_DEBTOR_DOCS = "BA_DEBTOR_DOCS", "债务人提交材料期限", "debtor's papers to be filed"
    BA_SERVE_REJECT = "BA_SERVE_REJECT", "不予受理裁定送达期限", "service of the refusal"
    BA_APPEAL_REJECT = "BA_APPEAL_REJECT", "不予受理裁定上诉期", "appeal period against the refusal"
    LQ_APPEAL_DISMISS = "LQ_APPEAL_DISMISS", "驳回申请裁定上诉期", "appeal period against the dismissal"
    APPEAL_FORWARD = "APPEAL_FORWARD", "转交上诉状期限", "forwarding of an appeal"
    APPEAL_SERVE_COPY = "APPEAL_SERVE_COPY", "送达上诉状副本期限", "service of the appeal"
    APPEAL_REPLY = "APPEAL_REPLY", "上诉答辩期", "reply to the appeal"
    APPEAL_SERVE_REPLY = "APPEAL_SERVE_REPLY", "送达答辩状副本期限", "service of the reply"
    APPEAL_SEND_FILE = "APPEAL_SEND_FILE", "报送上诉案卷期限", "sending of the file"
    APPEAL_RULING = "APPEAL_RULING", "上诉裁定期限", "ruling on the appeal"
    ADM_APPOINT = "ADM_APPOINT", "指定管理人", "appointment of the administrator"
    LQ_NOTIFY_PUBLISH = "LQ_NOTIFY_PUBLISH", "通知债权人并公告期限", "notice to creditors and announcement"
    CLAIM_WINDOW = "CLAIM_WINDOW", "债权申报期限", "period for filing claims"
    CLAIM_LATE = "CLAIM_LATE", "补充申报截止", "late claims"
    FIRST_MEETING = "FIRST_MEETING", "第一次债权人会议期限", "first creditors' meeting"
    MEET_NOTICE = "MEET_NOTICE", "债权人会议通知期限", "notice of a creditors' meeting"
    MEET_CHAIR_REPORT = "MEET_CHAIR_REPORT", "会议主席报告期限", "chair's report before a meeting"
    MEET_RESULT_NOTICE = "MEET_RESULT_NOTICE", "表决结果告知期限", "notice of voting results"
    MEET_REVOKE = "MEET_REVOKE", "请求撤销决议期限", "revocation of a resolution"
    REVIEW_65_1 = "REVIEW_65_1", "复议期（管理、变价方案）", "reconsideration (management, realisation)"
    REVIEW_65_2 = "REVIEW_65_2", "复议期（分配方案）", "reconsideration (distribution)"
    COMMITTEE_DISPUTE = (
        "COMMITTEE_DISPUTE",
        "债权人委员会请求的决定期限",
        "decision on the committee's request",
    )
    INFO_ACCESS = "INFO_ACCESS", "查阅请求的决定期限", "decision on access to information"
    DISPOSAL_REPORT = "DISPOSAL_REPORT", "处分财产报告期限", "report before a disposal"
    CLAIM_SUIT = "CLAIM_SUIT", "债权确认诉讼起诉期限", "suit on a disputed claim"
    RETRIEVAL_TIMELY = "RETRIEVAL_TIMELY", "及时行使取回权", "timely retrieval"
    CT_ELECT = "CT_ELECT", "管理人决定继续履行合同期限", "election on executory contracts"
    CT_REPLY = "CT_REPLY", "管理人答复催告期限", "reply to the counterparty's demand"
    SETOFF_OBJECT = "SETOFF_OBJECT", "抵销异议期限", "objection to set-off"
    SETOFF_PRIOR_SUIT = "SETOFF_PRIOR_SUIT", "主张抵销无效的起诉期限", "suit against earlier set-off"
    SETOFF_LOOKBACK = "SETOFF_LOOKBACK", "抵销追溯期", "look-back for set-off"
    SETOFF_CAUSE_YEAR = "SETOFF_CAUSE_YEAR", "抵销原因追溯期", "look-back for the cause of set-off"
    AVOID_31 = "AVOID_31", "可撤销行为追溯期（一年）", "avoidance look-back, one year"
    AVOID_32 = "AVOID_32", "个别清偿追溯期（六个月）", "avoidance look-back, six months"
    VOID_33 = "VOID_33", "无效行为（无期限）", "void acts (no limit)"
    AVOID_ANCHOR_CL = (
        "AVOID_ANCHOR_CL",
        "追溯起点（强制清算转入）",
        "look-back anchor after compulsory liquidation",
    )
    AVOID_ANCHOR_ADMIN = (
        "AVOID_ANCHOR_ADMIN",
        "追溯起点（行政清理）",
        "look-back anchor after administrative clearance",
    )
    LIMITATION_RESTART = "LIMITATION_RESTART", "诉讼时效重新计算追溯期", "restart of limitation"
    PRENOTICE_MORTGAGE = "PRENOTICE_MORTGAGE", "预告登记抵押追溯期", "look-back for pre-registered mortgages"
    CONSTRUCTION_PRIORITY = (
        "CONSTRUCTION_PRIORITY",
        "建设工程价款优先权期限",
        "priority of construction price",
    )
    T43_RULE = "T43_RULE", "终结请求裁定期限（第四十三条）", "ruling on termination (art. 43)"
    DECL_SERVE = "DECL_SERVE", "宣告裁定送达期限", "service of the declaration"
    DECL_NOTIFY = "DECL_NOTIFY", "宣告通知债权人期限", "notice of the declaration"
    RO_PLAN = "RO_PLAN", "重整计划草案提交期限", "reorganization plan to be filed"
    RO_PLAN_EXT = "RO_PLAN_EXT", "重整计划草案延长期限", "extension for the plan"
    RO_CONVENE_VOTE = "RO_CONVENE_VOTE", "召集表决期限", "meeting to vote on the plan"
    RO_APPLY_APPROVAL = "RO_APPLY_APPROVAL", "申请批准期限", "application for approval of the plan"
    RO_RULE_APPROVAL = "RO_RULE_APPROVAL", "批准裁定期限", "ruling on approval"
    RO_RULE_CRAMDOWN = "RO_RULE_CRAMDOWN", "强制批准裁定期限", "ruling on cram-down"
    RO_SUPERVISION = "RO_SUPERVISION", "重整计划监督期", "supervision period"
    RO_EXECUTION = "RO_EXECUTION", "重整计划执行期", "execution period"
    REDUNDANCY_NOTICE = "REDUNDANCY_NOTICE", "裁减人员告知期限", "notice of redundancy"
    REDUNDANCY_REHIRE = "REDUNDANCY_REHIRE", "优先招用期限", "preferential rehiring"
    UNCLAIMED_SHARE = "UNCLAIMED_SHARE", "未受领分配额提存期", "unclaimed shares"
    CONDITIONAL_SHARE = "CONDITIONAL_SHARE", "附条件债权分配条件日", "condition day of conditional claims"
    T120_RULE = "T120_RULE", "终结请求裁定期限（第一百二十条）", "ruling on termination (art. 120)"
    DEREGISTER = "DEREGISTER", "注销登记期限", "deregistration"
    ADMIN_END = "ADMIN_END", "管理人终止执行职务", "end of the administrator's duties"
    LITIGATION_ESCROW = "LITIGATION_ESCROW", "诉讼未决债权提存期", "escrow for litigated claims"
    SUPPLEMENTARY_DISTRIBUTION = "SUPPLEMENTARY_DISTRIBUTION", "追加分配期限", "supplementary distribution"
    DIRECTOR_BAR = "DIRECTOR_BAR", "任职资格限制期", "disqualification of directors"
    ADM_EXPLAIN = "ADM_EXPLAIN", "管理人说明期限", "administrator's explanation"
    ADM_REPLACE_DECIDE = "ADM_REPLACE_DECIDE", "更换管理人决定期限", "decision on replacing the administrator"
    ADM_HANDOVER = "ADM_HANDOVER", "管理人移交", "handover by the old administrator"
    FINE_RECONSIDER = "FINE_RECONSIDER", "罚款、拘留复议申请期", "reconsideration of fine or detention"
    ADM_FINE_REVIEW = "ADM_FINE_REVIEW", "罚款复议决定期限", "decision on reconsideration"
    ADM_CONFLICT = "ADM_CONFLICT", "利害关系追溯期", "conflict-of-interest look-back"
    ADM_DISCIPLINE = "ADM_DISCIPLINE", "处分限制期", "disciplinary bar"
    ADM_SUSPENSION = "ADM_SUSPENSION", "停止担任管理人期间", "suspension of an administrator"
    ROSTER_PUBLICITY = "ROSTER_PUBLICITY", "名册公示期", "publicity of the roster"
    REM_NOTIFY = "REM_NOTIFY", "报酬方案告知期限", "notice of remuneration"
    REM_CHANGE_NOTIFY = "REM_CHANGE_NOTIFY", "报酬调整告知期限", "notice of changed remuneration"
    REM_CHANGE_REPORT = "REM_CHANGE_REPORT", "报酬调整报告期限", "report of changed remuneration"
    REM_PAY_DECIDE = "REM_PAY_DECIDE", "报酬支付决定期限", "decision on payment"
    REM_OBJECTION_TELL = "REM_OBJECTION_TELL", "报酬异议转告期限", "forwarding an objection to remuneration"
    REM_OBJECTION_REPLY = "REM_OBJECTION_REPLY", "报酬异议说明期限", "reply to the objection"
    REM_OBJECTION_DECIDE = "REM_OBJECTION_DECIDE", "报酬异议决定期限", "decision on the objection"
    CL_EVENT_PUBLICITY = "CL_EVENT_PUBLICITY", "解散事由公示期限", "publicity of dissolution"
    CL_FORM_GROUP = "CL_FORM_GROUP", "成立清算组期限", "forming the liquidation group"
    CL_GROUP_PUBLICITY = "CL_GROUP_PUBLICITY", "清算组公示期限", "publicity of the group"
    CL_NOTIFY_CREDITORS = "CL_NOTIFY_CREDITORS", "清算通知债权人期限", "notice to creditors in liquidation"
    CL_PUBLISH = "CL_PUBLISH", "清算公告期限", "announcement of liquidation"
    CL_CLAIM_NOTIFIED = "CL_CLAIM_NOTIFIED", "清算债权申报期（已通知）", "claims of notified creditors"
    CL_CLAIM_PUBLISHED = "CL_CLAIM_PUBLISHED", "清算债权申报期（公告）", "claims after announcement"
    CL_FINISH = "CL_FINISH", "清算期限", "liquidation to be finished"
    CL_APPEAL = "CL_APPEAL", "强制清算裁定上诉期", "appeal in compulsory liquidation"
    CL_DEREGISTER = "CL_DEREGISTER", "清算注销登记期限", "deregistration after liquidation"
    REGISTRY_SIMPLE_DEREG = "REGISTRY_SIMPLE_DEREG", "简易注销公告期", "simple deregistration announcement"
    REGISTRY_SIMPLE_DEREG_APPLY = (
        "REGISTRY_SIMPLE_DEREG_APPLY",
        "简易注销申请期限",
        "simple deregistration application",
    )
    REGISTRY_FORCED_DEREG = "REGISTRY_FORCED_DEREG", "强制注销公告期", "forced deregistration announcement"
    OBSTACLE_RELIEF = "OBSTACLE_RELIEF", "顺延期限申请期", "relief from a missed period"
    SERVICE_BY_ANNOUNCEMENT = "SERVICE_BY_ANNOUNCEMENT", "公告送达期间", "service by announcement"
    CL_HEARING_NOTICE = "CL_HEARING_NOTICE", "强制清算听证通知期限", "notice of a liquidation hearing"
    CL_SECOND_HEARING = "CL_SECOND_HEARING", "强制清算再次听证期限", "second liquidation hearing"
    CL_OBJECTION = "CL_OBJECTION", "强制清算书面审查异议期", "objection to written review"
    CL_RULE = "CL_RULE", "强制清算受理裁定期限", "ruling on compulsory liquidation"
    CL_GROUP_CHALLENGE = "CL_GROUP_CHALLENGE", "请求撤销清算组决定期限", "challenge to a group decision"
    CL_EXTENSION_LEAD = "CL_EXTENSION_LEAD", "申请延长清算期限提前量", "lead time for extension"
    ET_RETURN = "ET_RETURN", "退回执行移送材料期限", "return of the transferred file"
    ET_HANDOVER = "ET_HANDOVER", "执行款物移交期限", "handover of enforcement proceeds"
    ET_SERVE_DECISION = "ET_SERVE_DECISION", "移送决定送达期限", "service of the transfer decision"
    ET_SERVE_RULING = (
        "ET_SERVE_RULING",
        "受理情况告知执行法院期限",
        "service of the ruling on the enforcement court",
    )
    ET_SUPPLEMENT = "ET_SUPPLEMENT", "移送材料补充期限", "supplement of transferred papers"
    DECLARE_RULING = "DECLARE_RULING", "宣告破产裁定期限", "ruling on declaration"
    CONSOLIDATION_REVIEW = "CONSOLIDATION_REVIEW", "合并审理裁定复议期", "reconsideration of consolidation"
    PLAN_CHANGE = "PLAN_CHANGE", "重整计划变更提交期限", "submission of a changed plan"
    SECURITY_RESTORE = "SECURITY_RESTORE", "恢复担保权裁定期限", "ruling on restoring security"
    FAST_TRACK_CLOSE = "FAST_TRACK_CLOSE", "快速审理结案期限", "closing of a fast-track case"
    FAST_TRACK_NOTIFY = "FAST_TRACK_NOTIFY", "快速审理通知公告期限", "fast-track notice"
    FAST_TRACK_SURVEY = "FAST_TRACK_SURVEY", "快速审理财产调查期限", "fast-track survey"
    FAST_TRACK_REPORT = "FAST_TRACK_REPORT", "快速审理报告期限", "fast-track report"
    FAST_TRACK_TERMINATE = "FAST_TRACK_TERMINATE", "快速审理终结期限", "fast-track termination"
    ANNOUNCE_NO_OBJECTION = "ANNOUNCE_NO_OBJECTION", "公告通知异议期", "announced objection period"
    TAX_PENALTY_DECISION = "TAX_PENALTY_DECISION", "税务处理决定期限", "tax decision"
    HUBEI_TERMINATE = "HUBEI_TERMINATE", "终结裁定期限（地方）", "termination ruling (local)"
    HUBEI_PUBLISH = "HUBEI_PUBLISH", "终结公告期限（地方）", "termination announcement (local)"
    PUDONG_SIMPLE = "PUDONG_SIMPLE", "简易重整草案期限（地方）", "simplified plan (local)"
    PUDONG_SEARCH = "PUDONG_SEARCH", "查询期限（地方）", "search (local)"
    PUDONG_PRESERVE = "PUDONG_PRESERVE", "保全期限（地方）", "preservation (local)"
    PUDONG_LIFT = "PUDONG_LIFT", "解除期限（地方）", "lifting (local)"
    PUDONG_PROTECTION = "PUDONG_PROTECTION", "计划执行保护期（地方）", "protection after execution (local)"
    PRE_REORG = "PRE_REORG", "预重整期间（地方）", "pre-reorganization (local)"
