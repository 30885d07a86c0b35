"""Who votes in the class of investors, and with how much: from the case's list of them (EBL 85(2))."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.vocabulary import HoldingKind, NoVote, RightsBy
from workflows.calculations.equity import Holding, measured
from workflows.calculations.money import yuan
from workflows.text import Text, freeze

SHARE_FEN = 100
"""A share stands on a roll as one yuan: only proportions matter, and every figure of a vote is in fen."""
SHARES_AS_YUAN = Text("表决权按股份计算，一股记作一元。")
OF_KIND = {
    HoldingKind.CONTRIBUTION: (RightsBy.SUBSCRIBED, RightsBy.PAID_IN),
    HoldingKind.SHARES: (RightsBy.SHARES,),
}
"""By what may be voted on a list of each kind, the usual way first (CL 65, 116(1))."""


@dataclass(frozen=True, slots=True)
class InvestorRight:
    """An investor of the list: with how much he votes, in fen, and why not if he does not."""

    holding: Holding
    by: RightsBy
    rights_fen: int
    why: NoVote | None

    def row(self) -> dict[str, Any]:
        """His row of the list as the roll keeps it."""
        one = self.holding
        by_shares = one.kind == HoldingKind.SHARES
        return {
            "serial": one.serial,
            "subscribed_fen": one.subscribed_fen,
            "paid_in_fen": 0 if by_shares else one.measure,
            "shares": one.measure if by_shares else None,
            "by": self.by.value,
            "working": freeze(told_of(one)),
        }


def ways_of(holdings: Sequence[Holding]) -> tuple[RightsBy, ...]:
    """By what may be voted on a list, the usual way first; none where nobody is listed."""
    return OF_KIND[holdings[0].kind] if holdings else ()


def equity_roll(
    holdings: Iterable[Holding], by: RightsBy, unaffected: frozenset[int] = frozenset()
) -> list[InvestorRight]:
    """The class of investors, by their numbers on the list; whose rights are not adjusted does not vote.

    Source: EBL 85(2); CL 65 (by contributions, read as subscribed, unless the articles say otherwise);
    CL 116(1) (each share a vote).
    """
    return [
        right_of(one, by, unaffected=one.serial in unaffected)
        for one in sorted(holdings, key=lambda one: one.serial)
    ]


def right_of(one: Holding, by: RightsBy, *, unaffected: bool) -> InvestorRight:
    """What a row of the list gives."""
    fen = rights_fen(one, by)
    why = NoVote.UNAFFECTED if unaffected else None if fen else NoVote.NO_HOLDING
    return InvestorRight(one, by, 0 if why else fen, why)


def rights_fen(one: Holding, by: RightsBy) -> int:
    """The voting rights of a row, in fen; none where it holds nothing of that kind."""
    if by not in OF_KIND[one.kind]:
        return 0
    if by == RightsBy.SHARES:
        return one.measure * SHARE_FEN
    return one.subscribed_fen if by == RightsBy.SUBSCRIBED else one.measure


def told_of(one: Holding) -> Text:
    """What the list says of an investor."""
    if one.kind == HoldingKind.SHARES:
        return Text("持有股份{shares}。", shares=measured(one.kind, one.measure))
    return Text(
        "认缴出资{subscribed}元，实缴出资{paid_in}元。",
        subscribed=yuan(one.subscribed_fen),
        paid_in=yuan(one.measure),
    )
