"""What creditors who act together hold of all claims, or of those without security (EBL 62(2), 66)."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from models.vocabulary import ClaimClass, ResolutionMatter
from workflows.calculations.majority import limb
from workflows.calculations.money import yuan
from workflows.calculations.stakes import Stake, standing_fen, voting_fen
from workflows.calculations.voting_roll import Question, right_of
from workflows.law.thresholds import Threshold
from workflows.text import Text

MOST_SHOWN = 20
"""So many creditors are shown one by one in a working."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Of what a share is a part: every claim, or what is without security; and the court's settings."""

    secured_too: bool
    employees_in_total: bool = False
    unfixed_in_total: bool = False

    @property
    def words(self) -> Text:
        """How a working names it."""
        return Text("债权总额（含有财产担保的债权）") if self.secured_too else Text("无财产担保债权总额")

    def fen(self, stakes: tuple[Stake, ...]) -> int:
        """What all claims of one creditor count for, in fen."""
        if self.secured_too:
            return sum(map(self.all_of, stakes))
        question = Question(
            ResolutionMatter.M11,
            employees_in_total=self.employees_in_total,
            unfixed_in_total=self.unfixed_in_total,
        )
        return right_of(question, stakes[0].creditor, stakes).counts_fen

    def all_of(self, stake: Stake) -> int:
        """What a claim counts for in all claims: as in a vote, with what is secured on property."""
        if stake.claim_class == ClaimClass.EMP:
            return standing_fen(stake) if self.employees_in_total else 0
        amount = voting_fen(stake)
        if amount is None:
            return standing_fen(stake) if self.unfixed_in_total else 0
        return amount


@dataclass(frozen=True, slots=True)
class Holding:
    """What some creditors hold of a whole, creditor by creditor, with their claims; sums in fen."""

    whole: Whole
    rows: tuple[tuple[int, tuple[int, ...], int], ...]
    held_fen: int
    total_fen: int

    def reaches(self, threshold: Threshold) -> bool:
        """Whether it is enough."""
        return threshold.reached(self.held_fen, self.total_fen)

    def working(self, threshold: Threshold, names: Iterable[str]) -> list[Text]:
        """How it comes to what it is; `names` are those of the creditors, in the order of the rows."""
        told = [
            Text("{name}（债权表第{serials}号）：{fen}元。", name=name, serials=list(serials), fen=yuan(fen))
            for name, (_, serials, fen) in zip(names, self.rows[:MOST_SHOWN], strict=False)
        ]
        rest = self.rows[MOST_SHOWN:]
        if rest:
            fen = yuan(sum(row[2] for row in rest))
            told.append(Text("其余{count}位债权人：{fen}元。", count=len(rest), fen=fen))
        total = Text("{whole}：{total}元。", whole=self.whole.words, total=yuan(self.total_fen))
        reached = self.reaches(threshold)
        held = limb(Text("合计"), threshold, yuan(self.held_fen), yuan(self.total_fen), reached)
        return [*told, total, held]


def holding(stakes: Iterable[Stake], serials: Set[int], whole: Whole) -> Holding:
    """What the creditors of some claims hold with all their claims, now.

    Source: EBL 62(2), 66. A claim counts with its confirmed or provisional amount, as in a vote.
    """
    by_creditor: dict[int, list[Stake]] = {}
    for stake in stakes:
        by_creditor.setdefault(stake.creditor, []).append(stake)
    sums = {creditor: whole.fen(tuple(own)) for creditor, own in by_creditor.items()}
    rows = [
        (creditor, tuple(sorted(stake.serial for stake in own)), sums[creditor])
        for creditor, own in by_creditor.items()
        if any(stake.serial in serials for stake in own)
    ]
    rows.sort(key=lambda row: row[1][0])
    return Holding(whole, tuple(rows), sum(row[2] for row in rows), sum(sums.values()))
