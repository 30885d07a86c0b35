"""What creditors owe back of receipts under a composition agreement that was void (EBL 103(2)).

Receipts are kept up to the ratio that the other creditors get. That ratio is what everybody would have if
all that was received were divided anew with the pool, rank by rank (EBL 113): then nobody who keeps that
much has more than the others, and what is above it is just what the others lack.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.vocabulary import Rank
from workflows.calculations.draft_lines import Draft, DraftLine
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import Claims, pour
from workflows.text import Text

FIRST = (Rank.EXPENSE, Rank.COMMON_BENEFIT)


@dataclass(frozen=True, slots=True)
class Excess:
    """What one claim received under the agreement, what of it is kept, and what is owed back; in fen."""

    serial: int
    received_fen: int
    due_fen: int
    excess_fen: int
    working: Text


@dataclass(frozen=True, slots=True)
class ExcessSheet:
    """Every claim that owes something back, by number, and how the ratio was found; sums in fen."""

    rows: tuple[Excess, ...]
    working: tuple[Text, ...]

    @property
    def total_fen(self) -> int:
        """All that is owed back to the estate."""
        return sum(row.excess_fen for row in self.rows)


def excess_of(made: Draft) -> ExcessSheet:
    """What is above the ratio that others get, if what there is in the draft is all there is; in fen.

    A fraction of a fen stays with the creditor who received it.
    """
    lines = [line for line in made.lines if line.rank is not None]
    had = sum(had_fen(line) for line in lines)
    short = sum(one.total_fen - one.paid_fen for one in made.ranks if one.rank in FIRST)
    whole = max(0, made.for_claims_fen + had - short)
    standing: dict[Rank, list[DraftLine]] = {}
    for line in lines:
        if line.rank is not None:
            standing.setdefault(line.rank, []).append(line)
    originals = {
        rank: [line.counted_fen + line.claim.plan_fen for line in them] for rank, them in standing.items()
    }
    most = {
        rank: [max(0, fen - gone_fen(line)) for line, fen in zip(them, originals[rank], strict=True)]
        for rank, them in standing.items()
    }
    paid, _, poured = pour(whole, {rank: Claims(fens, most[rank]) for rank, fens in originals.items()})
    rows = [
        row for rank in standing for row in rows_of(standing[rank], originals[rank], paid[rank], most[rank])
    ]
    first = Text(
        "同等比例：可供债权分配{pool}元＋已受偿、已分配{had}元－破产费用、共益债务不足{short}元＝{whole}元，按顺位分配。",
        pool=yuan(made.for_claims_fen),
        had=yuan(had),
        short=yuan(short),
        whole=yuan(whole),
    )
    return ExcessSheet(tuple(sorted(rows, key=lambda row: row.serial)), (first, *poured[1:]))


def had_fen(line: DraftLine) -> int:
    """What a claim had of the estate and kept, under the agreement and in distributions; in fen."""
    return line.claim.plan_fen + line.claim.received_fen - line.claim.waived_fen


def gone_fen(line: DraftLine) -> int:
    """What a creditor needs no more: paid by others who have no recourse, or let go (EBL 118); in fen."""
    return line.claim.debt.gone_fen + line.claim.waived_fen


def rows_of(
    lines: Sequence[DraftLine], originals: Sequence[int], paid: Sequence[int], most: Sequence[int]
) -> Iterator[Excess]:
    """Who of a rank owes something back; its ratio is that of those who are not full before the others."""
    full = [fen >= top and top < whole for fen, top, whole in zip(paid, most, originals, strict=True)]
    spent = sum(fen for fen, done in zip(paid, full, strict=True) if not done)
    total = sum(fen for fen, done in zip(originals, full, strict=True) if not done)
    for line, original, top, done in zip(lines, originals, most, full, strict=True):
        row = full_row(line, original, top) if done else row_of(line, original, spent, total)
        if row.excess_fen:
            yield row


def full_row(line: DraftLine, original_fen: int, due_fen: int) -> Excess:
    """What of one claim's receipts is more than others have left of it; in fen."""
    claim, had = line.claim, had_fen(line)
    excess = min(claim.plan_fen, max(0, had - due_fen))
    return Excess(
        claim.serial,
        claim.plan_fen,
        due_fen,
        excess,
        Text(
            "原债权{original}元，他人已清偿、本人已放弃{gone}元，至多保留{due}元；"
            "已受偿{had}元－{due}元＝应返还{excess}元",
            original=yuan(original_fen),
            gone=yuan(gone_fen(line)),
            due=yuan(due_fen),
            had=yuan(had),
            excess=yuan(excess),
        ),
    )


def row_of(line: DraftLine, original_fen: int, spent_fen: int, total_fen: int) -> Excess:
    """What of one claim's receipts is above the ratio at which its rank is paid; in fen."""
    due = -(-original_fen * spent_fen // total_fen) if total_fen else 0
    claim = line.claim
    excess = min(claim.plan_fen, max(0, had_fen(line) - due))
    return Excess(
        claim.serial,
        claim.plan_fen,
        due,
        excess,
        Text(
            "原债权{original}元×{spent}／{total}＝{due}元；已受偿{had}元－{due}元＝应返还{excess}元",
            original=yuan(original_fen),
            spent=yuan(spent_fen),
            total=yuan(total_fen),
            due=yuan(due),
            had=yuan(had_fen(line)),
            excess=yuan(excess),
        ),
    )
