"""Two drafts of a distribution side by side: what would be different about claims, and who moves."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.vocabulary import ClaimClass
from workflows.calculations.draft_lines import Draft, DraftClaim


@dataclass(frozen=True, slots=True)
class Change:
    """What would be different about a claim; None where nothing is. Sums in fen."""

    serial: int
    amount_fen: int | None = None
    claim_class: ClaimClass | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim whose payment changes: before and after, in fen."""

    serial: int
    before_fen: int
    after_fen: int

    @property
    def difference_fen(self) -> int:
        """What it gets more, or less if below zero."""
        return self.after_fen - self.before_fen


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts side by side; every claim whose payment differs, by number."""

    before: Draft
    after: Draft
    moved: tuple[Moved, ...]

    @property
    def before_fen(self) -> int:
        """What all claims got."""
        return sum(line.total_fen for line in self.before.lines)

    @property
    def after_fen(self) -> int:
        """What all claims would get."""
        return sum(line.total_fen for line in self.after.lines)


def with_changes(claims: Iterable[DraftClaim], changes: Iterable[Change]) -> list[DraftClaim]:
    """The claims as they would be."""
    wanted = {change.serial: change for change in changes}
    return [
        changed(claim, wanted[claim.serial]) if claim.serial in wanted else claim
        for claim in claims
        if claim.serial not in wanted or not wanted[claim.serial].left_out
    ]


def changed(claim: DraftClaim, change: Change) -> DraftClaim:
    """One claim as it would be."""
    return replace(
        claim,
        amount_fen=claim.amount_fen if change.amount_fen is None else change.amount_fen,
        claim_class=change.claim_class or claim.claim_class,
    )


def compare(before: Draft, after: Draft) -> Comparison:
    """What moves between two drafts; a claim that is not in one of them gets nothing there."""
    had = {line.claim.serial: line.total_fen for line in before.lines}
    gets = {line.claim.serial: line.total_fen for line in after.lines}
    moved = [
        Moved(serial, had.get(serial, 0), gets.get(serial, 0))
        for serial in sorted(had.keys() | gets.keys())
        if had.get(serial, 0) != gets.get(serial, 0)
    ]
    return Comparison(before, after, tuple(moved))
