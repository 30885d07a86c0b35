"""Remuneration and court fee of a case as what they are for the creditors: bankruptcy expenses (EBL 41)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from models import Case
from models.vocabulary import CourtFeeState, RemunerationState
from workflows.law.citations import Citation, cite
from workflows.law.scales import BANKRUPTCY_FEE_BASIS
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class FeeExpense:
    """A fee of the case that is a bankruptcy expense (EXP, EBL 41): sums in fen.

    `path` and `serial` name the part it comes from; `is_final` is false where only a plan or a forecast
    stands behind the amount.
    """

    path: str
    serial: int
    label: Text
    payee: str
    amount_fen: int
    paid_fen: int
    is_final: bool
    working: Sequence[Any]
    basis: tuple[Citation, ...]

    @property
    def owed_fen(self) -> int:
        """What is still to be paid."""
        return max(0, self.amount_fen - self.paid_fen)


def expenses_of(occasion: Occasion, case: Case) -> list[FeeExpense]:
    """Remuneration and court fee of a case as expenses of its distribution (AR 10, 12; FEE 42; EBL 41).

    What secured creditors pay for their collateral is none: it never comes from the estate (AR 13).
    """
    contents = CaseContents(occasion.session, case)
    remunerations = [
        FeeExpense(
            "remunerations",
            one.serial,
            Text("管理人报酬"),
            one.party.name,
            one.limit_fen,
            one.paid_fen,
            one.fixed_fen is not None,
            one.working,
            cite("EBL 41③", "AR 10", "AR 12(1)"),
        )
        for one in contents.remunerations()
        if one.state != RemunerationState.FORGONE
    ]
    fees = [
        FeeExpense(
            "court_fees",
            one.serial,
            Text("案件受理费"),
            case.court.name,
            one.amount_fen,
            one.paid_fen,
            True,
            one.working,
            BANKRUPTCY_FEE_BASIS,
        )
        for one in contents.court_fees()
        if one.state != CourtFeeState.WAIVED
    ]
    return [*remunerations, *fees]
