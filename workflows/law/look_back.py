"""How far back the administrator may look, and what else an act must be, to be set aside (EBL 31 to 36)."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import AvoidanceException, AvoidanceGround
from workflows.calendar import add_months
from workflows.law.citations import Citation, cite

G, E = AvoidanceGround, AvoidanceException


@dataclass(frozen=True, slots=True)
class LookBack:
    """The rule of one ground.

    `months` before the acceptance, none if there is no limit; `insolvent` whether the debtor must already
    have been in the state of EBL 2(1); `exceptions` under which the act stands.
    """

    months: int | None
    basis: tuple[Citation, ...]
    insolvent: bool = False
    exceptions: frozenset[AvoidanceException] = frozenset()

    def first_day(self, accepted_on: date) -> date | None:
        """The earliest day of an act that can be set aside; none if there is no limit."""
        return None if self.months is None else add_months(accepted_on, -self.months)


YEAR = 12
HALF_YEAR = 6
LOOK_BACK: dict[AvoidanceGround, LookBack] = {
    G.GIFT: LookBack(YEAR, cite("EBL 31①")),
    G.UNREASONABLE: LookBack(YEAR, cite("EBL 31②")),
    G.NEW_SECURITY: LookBack(YEAR, cite("EBL 31③")),
    G.PREPAYMENT: LookBack(YEAR, cite("EBL 31④", "I2 12"), exceptions=frozenset({E.DUE_BEFORE})),
    G.WAIVER: LookBack(YEAR, cite("EBL 31⑤")),
    G.PREFERENCE: LookBack(
        HALF_YEAR,
        cite("EBL 32", "EBL 2(1)"),
        insolvent=True,
        exceptions=frozenset({E.BENEFIT, E.SECURED, E.BY_COURT, E.NECESSARY}),
    ),
    G.CONCEALMENT: LookBack(None, cite("EBL 33①")),
    G.FICTITIOUS: LookBack(None, cite("EBL 33②")),
    G.ABNORMAL_INCOME: LookBack(None, cite("EBL 36", "I2 24(1)")),
    G.SELLER_RESCINDS: LookBack(None, cite("EBL 18(1)", "I2 36(1)")),
    G.UNPAID_CAPITAL: LookBack(None, cite("EBL 35", "I2 20(1)")),
}
EXCEPTIONS: dict[AvoidanceException, tuple[Citation, ...]] = {
    E.BENEFIT: cite("EBL 32"),
    E.DUE_BEFORE: cite("I2 12"),
    E.SECURED: cite("I2 14"),
    E.BY_COURT: cite("I2 15"),
    E.NECESSARY: cite("I2 16"),
}
PREPAID_WHILE_INSOLVENT = HALF_YEAR
"""Months within which a prepaid debt that fell due is no exception, if the debtor was insolvent (I2-12)."""
