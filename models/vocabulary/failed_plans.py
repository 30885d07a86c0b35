"""Words of plans and composition agreements that have failed (EBL 93, 103, 104)."""

from models.vocabulary.term import Term


class FailedPlanKind(Term):
    """What failed, and how. Source: EBL 93, 103, 104."""

    REORGANIZATION = (
        "REORGANIZATION",
        "重整计划终止执行（企业破产法第九十三条）",
        "reorganization plan, performance terminated (EBL 93)",
    )
    COMPOSITION = (
        "COMPOSITION",
        "和解协议终止执行（企业破产法第一百零四条）",
        "composition agreement, performance terminated (EBL 104)",
    )
    COMPOSITION_VOID = (
        "COMPOSITION_VOID",
        "和解协议裁定无效（企业破产法第一百零三条）",
        "composition agreement ruled void (EBL 103)",
    )

    @property
    def is_void(self) -> bool:
        """Whether what was received is kept only up to the ratio that the others get (EBL 103(2))."""
        return self is FailedPlanKind.COMPOSITION_VOID


class FailedPlanState(Term):
    """A failed plan as the case keeps it."""

    IN_FORCE = "IN_FORCE", "已登记", "recorded"
    CANCELLED = "CANCELLED", "登记有误，已撤销", "recorded in error, cancelled"


class PlanReceiptState(Term):
    """What a creditor has received under a failed plan. Source: EBL 93(2), 103(2), 104(2)."""

    RECORDED = "RECORDED", "已受偿", "received"
    RECLAIMED = "RECLAIMED", "要求返还超过部分", "excess reclaimed"
    SETTLED = "SETTLED", "追回已了结", "reclaim settled"
    CANCELLED = "CANCELLED", "登记有误，已撤销", "recorded in error, cancelled"
