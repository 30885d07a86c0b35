"""To whom a share goes that was laid aside for a condition (EBL 117(2))."""

from datetime import date

from models.vocabulary import ConditionKind
from workflows.calculations.money import yuan
from workflows.text import Text


def goes_to_creditor(kind: ConditionKind, *, came_about: bool) -> bool:
    """EBL 117(2): the creditor's if a suspensive condition came about, or a resolutive one did not.

    Decided by how it stood on the day on which the last distribution was announced.
    """
    return came_about if kind == ConditionKind.SUSPENSIVE else not came_about


def working(
    kind: ConditionKind, condition: str, announced_on: date, *, came_about: bool, share_fen: int
) -> Text:
    """The day that decides, what was found, and to whom the share goes."""
    to_creditor = goes_to_creditor(kind, came_about=came_about)
    return Text(
        "最后分配公告日{day}：{kind}（{condition}），{found}；提存的分配额{share}元{whither}。",
        day=announced_on,
        kind=kind,
        condition=condition,
        found=Text("条件已经成就") if came_about else Text("条件没有成就"),
        share=yuan(share_fen),
        whither=Text("交付该债权人") if to_creditor else Text("分配给其他债权人"),
    )
