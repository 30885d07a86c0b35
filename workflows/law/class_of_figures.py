"""Which figures of a claim do not share its priority, and where they belong instead."""

from dataclasses import dataclass

from models.vocabulary import ClaimClass, FigureKind
from workflows.law.citations import Citation, cite

K = FigureKind


@dataclass(frozen=True, slots=True)
class Outside:
    """Figures that are not in the rank of their class, and the class in which they count.

    `elsewhere` is None where no text read says it: the court decides.
    """

    kinds: frozenset[FigureKind]
    elsewhere: ClaimClass | None
    basis: tuple[Citation, ...]


OUTSIDE: dict[ClaimClass, Outside] = {
    ClaimClass.TAX: Outside(
        frozenset({K.PENALTY, K.INTEREST}), ClaimClass.ORD, cite("TAX24 1", "EBL 113(1)②")
    ),
    ClaimClass.SOC: Outside(frozenset({K.PENALTY}), None, cite("TAX24 1", "EBL 113(1)②")),
    ClaimClass.SEC_CONSTR: Outside(
        frozenset({K.INTEREST, K.PENALTY, K.DOUBLE_INTEREST}), ClaimClass.ORD, cite("CC 807", "CCI 40(2)")
    ),
    ClaimClass.EMP: Outside(frozenset({K.PUNITIVE}), ClaimClass.SUB, cite("M2018 28")),
    ClaimClass.ORD: Outside(frozenset({K.PUNITIVE}), ClaimClass.SUB, cite("M2018 28")),
}
"""Surcharges on taxes and contributions; interest and penalties on a construction price; punitive damages."""
DOUBLE_INTEREST_IN = (ClaimClass.ORD, ClaimClass.SUB)
"""Between these classes a setting of the court decides for double default interest until the acceptance."""
DOUBLE_INTEREST_BASIS = cite("I3 3", "M2018 28")
CONSTRUCTION_PRIORITY_MONTHS = 18
"""From the day on which the price was due, within which its priority is exercised."""
CONSTRUCTION_PRIORITY_BASIS = cite("CC 807", "CCI 41")
