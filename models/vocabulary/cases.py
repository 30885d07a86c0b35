"""Cases: their types, procedures and states."""

from models.vocabulary.term import Term


class CaseType(Term):
    """A type of case with its 类型代字. Source: 法〔2016〕237号; `case-numbers.md` section 4."""

    BK_APPLICATION = "BK_APPLICATION", "破产申请审查案件", "bankruptcy application"
    BK_APPEAL = "BK_APPEAL", "破产申请上诉案件", "bankruptcy appeal"
    BK_CASE = "BK_CASE", "破产案件", "bankruptcy case"

    @property
    def code(self) -> str:
        """The 类型代字 that stands in the case number."""
        return {"BK_APPLICATION": "破申", "BK_APPEAL": "破终", "BK_CASE": "破"}[self.value]


class ProcedureType(Term):
    """What is applied for, and what an accepted case is. Source: EBL 2, 7."""

    LIQUIDATION = "LIQUIDATION", "破产清算", "liquidation"
    REORGANIZATION = "REORGANIZATION", "重整", "reorganization"
    COMPOSITION = "COMPOSITION", "和解", "composition"


class CaseSource(Term):
    """How the petition reached the court."""

    PETITION = "PETITION", "当事人申请", "petition of a party"
    EXEC = "EXEC", "执行案件移送破产审查", "transfer from enforcement"
    ESCALATION = "ESCALATION", "向上一级法院提出", "brought before the superior court"


class ApplicationState(Term):
    """破申. Source: `bankruptcy-process.md` section 4."""

    RECEIVED = "BA_RECEIVED", "已收申请", "received"
    SUPPLEMENT = "BA_SUPPLEMENT", "待补正", "awaiting correction"
    OBJECTION = "BA_OBJECTION", "债务人异议期", "debtor's objection period"
    REVIEW = "BA_REVIEW", "审查中", "under review"
    REJECTED = "BA_REJECTED", "裁定不予受理（上诉期）", "refused, appeal open"
    APPEAL = "BA_APPEAL", "上诉审理中", "appeal pending"
    ACCEPTED = "BA_ACCEPTED", "裁定受理", "accepted"
    REJECTED_FINAL = "BA_REJECTED_FINAL", "不予受理已生效", "finally refused"
    WITHDRAWN = "BA_WITHDRAWN", "撤回申请", "withdrawn"
    TRANSFERRED = "BA_TRANSFERRED", "移送管辖", "transferred"


class AppealState(Term):
    """破终. Source: `bankruptcy-process.md` section 11.7."""

    PENDING = "AP_PENDING", "上诉审理中", "pending"
    DISMISSED = "AP_DISMISSED", "驳回上诉", "appeal dismissed"
    REVERSED_ACCEPT = "AP_REVERSED_ACCEPT", "撤销并指令受理", "set aside, acceptance ordered"
    REVERSED_CONTINUE = "AP_REVERSED_CONTINUE", "撤销并指令继续审理", "set aside, to be continued"
    WITHDRAWN = "AP_WITHDRAWN", "撤回上诉", "appeal withdrawn"


class LiquidationState(Term):
    """破, where an acceptance leads. Source: `bankruptcy-process.md` sections 5 to 7."""

    LQ_OPEN = "LQ_OPEN", "受理后宣告前", "accepted, not declared"
    RO_PERIOD = "RO_PERIOD", "重整期间", "reorganization period"
    HJ_ORDERED = "HJ_ORDERED", "裁定和解", "composition ordered"
    LQ_DISMISSED = "LQ_DISMISSED", "裁定驳回申请（上诉期）", "dismissed, appeal open"
    LQ_DISMISS_APPEAL = "LQ_DISMISS_APPEAL", "驳回申请上诉审理中", "appeal against the dismissal"
    LQ_DECLARED = "LQ_DECLARED", "已宣告破产", "declared bankrupt"
    LQ_FINAL_DISTRIBUTED = "LQ_FINAL_DISTRIBUTED", "最后分配完结", "final distribution made"
    LQ_TERMINATED = "LQ_TERMINATED", "程序终结", "terminated"
    LQ_DISMISSED_FINAL = "LQ_DISMISSED_FINAL", "驳回申请已生效", "finally dismissed"
    LQ_DEREGISTERED = "LQ_DEREGISTERED", "已注销登记", "deregistered"
    LQ_ENDED_SURVIVING = "LQ_ENDED_SURVIVING", "终结后债务人存续", "ended, the debtor survives"


class TerminationGround(Term):
    """Why the procedure ended. Source: `bankruptcy-process.md` section 5; EBL 43(4), 105, 108, 120."""

    T43 = "T43", "财产不足以清偿破产费用", "assets do not cover the expenses"
    T105 = "T105", "自行达成和解协议", "agreement with all creditors"
    T108A = "T108A", "第三人提供足额担保或者清偿全部到期债务", "a third party secured or paid all due debts"
    T108B = "T108B", "债务人已清偿全部到期债务", "the debtor has paid all due debts"
    T120A = "T120A", "无财产可供分配", "nothing to distribute"
    T120B = "T120B", "最后分配完结", "final distribution made"
    TUNABLE = "TUNABLE", "无法清算", "liquidation impossible"


class InabilityGround(Term):
    """明显缺乏清偿能力 and its fellows. Source: EBL 2; I1-2, I1-3, I1-4."""

    BALANCE_SHEET = "BALANCE_SHEET", "资产不足以清偿全部债务", "assets do not cover all debts"
    NO_LIQUIDITY = (
        "NO_LIQUIDITY",
        "资金严重不足或者财产不能变现",
        "no money, or assets that cannot be sold",
    )
    ABSENT_MANAGEMENT = (
        "ABSENT_MANAGEMENT",
        "法定代表人下落不明且无其他人员负责管理财产",
        "legal representative missing and nobody manages the property",
    )
    ENFORCEMENT_FAILED = "ENFORCEMENT_FAILED", "经强制执行无法清偿债务", "enforcement has failed"
    LONG_LOSSES = "LONG_LOSSES", "长期亏损且经营扭亏困难", "long losses without a way back"
    OTHER_INABILITY = (
        "OTHER_INABILITY",
        "导致丧失清偿能力的其他情形",
        "other loss of the ability to pay",
    )
    LIKELY_INABILITY = (
        "LIKELY_INABILITY",
        "有明显丧失清偿能力可能（仅重整）",
        "obvious likelihood of losing the ability to pay (reorganization only)",
    )


class ReviewMode(Term):
    """How an application is examined. Source: D2016."""

    WRITTEN = "WRITTEN", "书面审查", "on the papers"
    HEARING = "HEARING", "听证", "hearing"


class DayKind(Term):
    """What a day of the calendar is."""

    WORKING = "WORKING", "工作日（调休上班）", "working day (make-up)"
    REST = "REST", "休息日（放假）", "rest day"


class ReadinessOfItem(Term):
    """Whether a paper of the Article 8 checklist is there."""

    PRESENT = "PRESENT", "已提交", "submitted"
    DEFECTIVE = "DEFECTIVE", "需补正", "to be corrected"
    MISSING = "MISSING", "缺少", "missing"
    NOT_REQUIRED = "NOT_REQUIRED", "不适用", "not required"
