"""EBL 43: whether the estate covers expenses and debts of common benefit, and who gets what if not."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.vocabulary import ClaimClass, Rank
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import percent, yuan
from workflows.calculations.same_ratio import Equalised, equalise
from workflows.calculations.waterfall import TOO_LITTLE_FOR_EXPENSES, Division, Entitled, divide
from workflows.text import Text

COSTS = "asset_costs"
"""Where costs of assets count that no spending pays; their numbers are no numbers of parts."""
CLASS_OF = {Rank.EXPENSE: ClaimClass.EXP, Rank.COMMON_BENEFIT: ClaimClass.CBD}


@dataclass(frozen=True, slots=True)
class Outstanding:
    """An expense or debt that is not paid: its number, rank, sum, and what was paid of it; in fen.

    `path` names the parts of the case among which the number counts.
    """

    serial: int
    rank: Rank
    amount_fen: int
    paid_fen: int = 0
    path: str = "spendings"


@dataclass(frozen=True, slots=True)
class Cover:
    """What is there against what is outstanding; who would get what of it; sums in fen."""

    money_fen: int
    expected_fen: int
    expenses_fen: int
    debts_fen: int
    division: Division
    outstanding: Sequence[Outstanding] = ()

    @property
    def available_fen(self) -> int:
        """What is there, with what is expected where the court counts it."""
        return self.money_fen + self.expected_fen

    @property
    def expenses_are_covered(self) -> bool:
        """Whether every bankruptcy expense can be paid; if not, the administrator asks to end (EBL 43(4))."""
        return self.expenses_fen <= max(self.available_fen, 0)

    @property
    def all_is_covered(self) -> bool:
        """Whether expenses and debts of common benefit can be paid together (EBL 43(2))."""
        return self.expenses_fen + self.debts_fen <= max(self.available_fen, 0)

    @property
    def recorded_fen(self) -> int:
        """What of the expenses is recorded as costs of assets and asked for by no spending."""
        return sum(one.amount_fen - one.paid_fen for one in self.outstanding if one.path == COSTS)

    def shares(self, path: str) -> dict[int, int]:
        """What each of a kind of parts would get, by its number, in fen."""
        return {
            one.serial: self.division.payments.get(place, 0)
            for place, one in enumerate(self.outstanding, 1)
            if one.path == path
        }

    def working(self) -> tuple[Text, ...]:
        """The arithmetic, line by line."""
        head = [
            Text("账上可用于清偿破产费用、共益债务的款项{sum}元。", sum=signed(self.money_fen)),
            *(
                [Text("加：预计变价收入{sum}元。", sum=signed(self.expected_fen))]
                if self.expected_fen
                else []
            ),
            Text(
                "未付破产费用{expenses}元，未付共益债务{debts}元。",
                expenses=signed(self.expenses_fen),
                debts=signed(self.debts_fen),
            ),
            *(
                [Text("其中已登记、尚无支出的财产费用{sum}元。", sum=signed(self.recorded_fen))]
                if self.recorded_fen
                else []
            ),
        ]
        if self.all_is_covered:
            return (*head, Text("足以清偿（企业破产法第四十三条第一款）。"))
        return (*head, *self.division.working)


def cover(money_fen: int, outstanding: Sequence[Outstanding], expected_fen: int = 0) -> Cover:
    """Expenses first, then debts of common benefit; in the rank that is short, pro rata (EBL 43(2)(3))."""
    owed = dict.fromkeys(CLASS_OF, 0)
    for one in outstanding:
        owed[one.rank] += one.amount_fen - one.paid_fen
    division = divided(max(money_fen + expected_fen, 0), outstanding)
    return Cover(
        money_fen, expected_fen, owed[Rank.EXPENSE], owed[Rank.COMMON_BENEFIT], division, tuple(outstanding)
    )


def divided(pool_fen: int, outstanding: Sequence[Outstanding]) -> Division:
    """Who gets what of a pool, by place; in fen.

    What was paid of one in part counts: whichever is paid first, all of a rank come to one ratio (EBL 43(3)).
    """
    if not any(one.paid_fen for one in outstanding):
        return divide(
            pool_fen,
            [Entitled(place, CLASS_OF[one.rank], one.amount_fen) for place, one in enumerate(outstanding, 1)],
        )
    payments, rest = dict[int, int](), pool_fen
    working = [Text("本次分配总额{pool}元。", pool=yuan(pool_fen))]
    for rank in CLASS_OF:
        places = {place: one for place, one in enumerate(outstanding, 1) if one.rank is rank}
        if not places:
            continue
        amounts = [one.amount_fen for one in places.values()]
        had = [one.paid_fen for one in places.values()]
        found = equalise(rest, amounts, had)
        payments |= zip(places, found.payments, strict=True)
        working += lines_of(rank, sum(amounts), sum(had), found)
        rest -= sum(found.payments)
    working.append(Text("余额{rest}元。", rest=yuan(rest)))
    return Division(payments, rest, tuple(working))


def lines_of(rank: Rank, total_fen: int, had_fen: int, found: Equalised) -> list[Text]:
    """One rank as a judge checks it, where something of it was paid in part."""
    spent = sum(found.payments)
    if had_fen + spent == total_fen:
        told = Text("{rank}：未付{owed}元，全额清偿。", rank=rank, owed=yuan(spent))
        return [told]
    told = Text(
        "{rank}：应付{total}元，其中已部分支付{had}元，本次{spent}元；已付的计入，各项按同一比例约{percent}%清偿，"
        "已经达到该比例的本次不付。",
        rank=rank,
        total=yuan(total_fen),
        had=yuan(had_fen),
        spent=yuan(spent),
        percent=percent(found.ratio.numerator, found.ratio.denominator),
    )
    return [told, TOO_LITTLE_FOR_EXPENSES] if rank is Rank.EXPENSE else [told]
