"""Claims for one debt in a draft: who is paid how much of it, and how it is told (EBL 50 to 52; SG 23)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from models.vocabulary import Rank
from workflows.calculations.money import yuan
from workflows.calculations.one_debt import (
    Debt,
    StandsBack,
    line_of_debt,
    lines_of_those_behind,
    open_fen,
    passed_on,
)
from workflows.text import Text

Counted = Mapping[int, tuple[Rank | None, int]]
"""Rank and sum, in fen, with which claims stand in the pool, by number."""


class OfDebt(Protocol):
    """A claim as a draft has it: what it had before, what others paid on it, why it stands back; in fen."""

    @property
    def serial(self) -> int:
        """Its number."""

    @property
    def received_fen(self) -> int:
        """What it had in distributions before."""

    @property
    def debt(self) -> Debt:
        """What others have paid on it."""

    @property
    def back(self) -> StandsBack | None:
        """Why it stands back behind another claim."""


def share_debts(
    claims: Sequence[OfDebt], counted: Counted, got: Mapping[int, int]
) -> tuple[Mapping[int, int], Counted]:
    """What claims get once creditors are paid in full: the rest goes to who paid them, in their rank.

    Source: SG 23(2). Sums in fen by number.
    """
    debts = debts_among(claims)
    if not debts:
        return got, counted
    shared = passed_on(got, open_of(claims, counted), debts)
    ranks = {one.serial: counted[serial][0] for serial, debt in debts.items() for one in debt.behind}
    return shared, {**counted, **{other: (rank, 0) for other, rank in ranks.items() if shared.get(other)}}


def debts_among(claims: Sequence[OfDebt]) -> dict[int, Debt]:
    """The debts that others have paid on; only who is among the claims steps in."""
    there = {claim.serial for claim in claims}
    return {claim.serial: claim.debt.among(there) for claim in claims if claim.debt.received_fen}


def open_of(claims: Iterable[OfDebt], counted: Counted) -> dict[int, int]:
    """What creditors whom others have paid may still get themselves, by number, in fen."""
    return {
        claim.serial: open_fen(counted[claim.serial][1], claim.received_fen, claim.debt)
        for claim in claims
        if claim.debt.received_fen
    }


def lines_of_debts(claims: Sequence[OfDebt], counted: Counted) -> list[Text]:
    """How claims for one debt take part, as a judge checks it."""
    left, debts = open_of(claims, counted), debts_among(claims)
    back = {claim.serial: claim.back for claim in claims if claim.back is not None}
    told = [line_of_debt(serial, debts[serial], left[serial]) for serial in debts if serial not in back]
    return [*told, *lines_of_those_behind(back, back.keys())]


def words_of_debt(claim: OfDebt, counted_fen: int, paid_fen: int) -> list[Text]:
    """What a claim gets that others have paid on, or that stands back behind another; sums in fen."""
    if claim.back is not None:
        told = Text("与另一笔债权属于同一债务，不单独参加分配")
        steps_in = Text("债权人已全部受偿，代替其受偿{fen}元", fen=yuan(paid_fen))
        return [told, *([steps_in] if paid_fen else [])]
    if not claim.debt.received_fen:
        return []
    return [
        Text(
            "按{counted}元参加分配，受理后已从连带债务人、保证人处受偿{received}元，本人受偿{fen}元",
            counted=yuan(counted_fen),
            received=yuan(claim.debt.received_fen),
            fen=yuan(paid_fen),
        )
    ]
