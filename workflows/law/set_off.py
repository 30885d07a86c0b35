"""When a claim may not be set off although both debts exist (EBL 40; I2-44, 45, 46)."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from models.case import Case
from models.vocabulary import DeadlineKind, SetOffDebt, SetOffGround
from workflows.calendar import add_months
from workflows.deadlines import RULES
from workflows.law.citations import Citation, cite

G = SetOffGround
SET_OFF_FINDINGS = (
    "debt_cause_on",
    "debt_by_law",
    "knew_when_indebted",
    "acquired_on",
    "acquired_from",
    "claim_cause_on",
    "claim_by_law",
    "knew_when_acquiring",
)
"""What a set-off is examined for, whenever it was made."""


class Facts(Protocol):
    """What was found about a set-off: how debt and claim arose, what was known. Sums in fen."""

    asserted_fen: int
    debt_kind: SetOffDebt
    debt_on: date
    debt_cause_on: date | None
    debt_by_law: bool
    knew_when_indebted: bool
    acquired_on: date | None
    claim_cause_on: date | None
    claim_by_law: bool
    knew_when_acquiring: bool
    priority_fen: int | None
    debt_has_priority: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days from which the law counts: the petition, and its acceptance."""

    petitioned_on: date
    accepted_on: date

    @property
    def year_begins_on(self) -> date:
        """The first day of the year before the petition; a cause from before that day is harmless."""
        return add_months(self.petitioned_on, -12 * years_of(DeadlineKind.SETOFF_CAUSE_YEAR))

    @property
    def look_back_begins_on(self) -> date:
        """The earliest day of a set-off before the acceptance that can be void (I2-44)."""
        return add_months(self.accepted_on, -(RULES[DeadlineKind.SETOFF_LOOKBACK].length or 0))


def years_of(kind: DeadlineKind) -> int:
    """The length of a look-back that the law gives in years."""
    return RULES[kind].length or 0


def days_of(case: Case) -> Days | None:
    """The days of a case that was accepted: the petition is the case's parent (EBL 10, 40②)."""
    if case.accepted_on is None:
        return None
    petitioned = case.parent.received_on if case.parent is not None else case.accepted_on
    return Days(petitioned_on=petitioned, accepted_on=case.accepted_on)


def bars(facts: Facts, days: Days) -> tuple[SetOffGround, ...]:
    """Every ground on which this claim may not be set off (EBL 40; I2-45, 46)."""
    found = [
        (G.DEBT_AFTER, facts.debt_on >= days.accepted_on),
        (G.ACQUIRED_AFTER, facts.acquired_on is not None and facts.acquired_on >= days.accepted_on),
        (G.INDEBTED_KNOWINGLY, is_indebted_knowingly(facts, days)),
        (G.ACQUIRED_KNOWINGLY, is_acquired_knowingly(facts, days)),
        (G.SHAREHOLDER, facts.debt_kind != SetOffDebt.ORDINARY),
    ]
    protected = priority_protects(facts)
    return tuple(g for g, holds in found if holds and not (protected and g.is_of_article_40))


def is_indebted_knowingly(facts: Facts, days: Days) -> bool:
    """EBL 40②: unless by law, or from a cause older than a year before the petition."""
    return facts.knew_when_indebted and not excepted(facts.debt_by_law, facts.debt_cause_on, days)


def is_acquired_knowingly(facts: Facts, days: Days) -> bool:
    """EBL 40③: with the same exceptions for the claim."""
    return facts.knew_when_acquiring and not excepted(facts.claim_by_law, facts.claim_cause_on, days)


def excepted(by_law: bool, cause_on: date | None, days: Days) -> bool:
    """The two exceptions of EBL 40②③; a cause of unknown day is none."""
    return by_law or (cause_on is not None and cause_on < days.year_begins_on)


def priority_protects(facts: Facts) -> bool:
    """I2-45: a claim with priority on property that is worth as much, against a debt without priority."""
    if facts.priority_fen is None or facts.debt_has_priority:
        return False
    return facts.asserted_fen <= facts.priority_fen


BASIS: dict[SetOffGround, tuple[Citation, ...]] = {
    G.DEBT_AFTER: cite("EBL 40"),
    G.ACQUIRED_AFTER: cite("EBL 40①", "I2 45"),
    G.INDEBTED_KNOWINGLY: cite("EBL 40②", "I2 45"),
    G.ACQUIRED_KNOWINGLY: cite("EBL 40③", "I2 45"),
    G.SHAREHOLDER: cite("I2 46"),
    G.NO_MUTUAL_DEBTS: cite("EBL 40", "I2 42(2)"),
    G.CLAIM_NOT_DUE: cite("I2 43①"),
    G.DEBT_NOT_DUE: cite("I2 43②"),
    G.OTHER_KIND: cite("I2 43③"),
}
