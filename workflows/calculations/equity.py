"""A surplus, left when every claim is paid: to the investors, by capital paid in or by shares (CL 236(2))."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.vocabulary import HoldingKind
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import by_largest_remainder
from workflows.text import Text

INTEREST = Text(
    "受理后停止计算的利息不是破产债权（企业破产法第四十六条第二款），本表没有计算。全部债权清偿后仍有剩余的，"
    "是先付受理后的利息还是归出资人，法律没有规定；请法官决定后再向出资人分配。"
)
"""The question that a surplus raises and no text read answers."""
ROUNDING = Text("舍去分以下；余下的分逐一给舍去部分最大的出资人，舍去部分相同的，序号在前者先得。")


@dataclass(frozen=True, slots=True)
class Holding:
    """What an investor has: `measure` is paid-in capital in fen, or a number of shares."""

    serial: int
    name: str
    kind: HoldingKind
    measure: int
    unpaid_fen: int = 0

    @property
    def subscribed_fen(self) -> int:
        """The capital subscribed, in fen; nought where shares are held."""
        return self.measure + self.unpaid_fen if self.kind == HoldingKind.CONTRIBUTION else 0

    @property
    def written(self) -> Text:
        """The measure with its unit."""
        return measured(self.kind, self.measure)

    @property
    def figure(self) -> str:
        """The measure as a column of a table writes it."""
        return yuan(self.measure) if self.kind == HoldingKind.CONTRIBUTION else f"{self.measure:,}"


@dataclass(frozen=True, slots=True)
class Given:
    """What an investor gets of a surplus, in fen, and how that was reckoned."""

    holding: Holding
    fen: int
    working: Text


@dataclass(frozen=True, slots=True)
class Surplus:
    """A surplus divided among the investors; in fen.

    `before` says what must be paid first: while anything stands there, nobody is given anything.
    """

    rest_fen: int
    holdings: tuple[Holding, ...]
    given: tuple[Given, ...]
    before: tuple[Text, ...]
    working: tuple[Text, ...]

    @property
    def measure(self) -> Text | None:
        """What all investors have together; None if none is listed."""
        return total_of(self.holdings) if self.holdings else None

    @property
    def given_fen(self) -> int:
        """What goes to investors."""
        return sum(one.fen for one in self.given)


def divide_surplus(rest_fen: int, holdings: Iterable[Holding], before: Sequence[Text] = ()) -> Surplus:
    """Divide a surplus among investors by number, to the fen; nobody gets one while anything stands `before`.

    Source: CL 236(2): by contributions, read as paid in, in a limited company; else by shares.
    """
    listed = tuple(sorted(holdings, key=lambda one: one.serial))
    total = sum(one.measure for one in listed)
    if rest_fen <= 0:
        return Surplus(0, listed, (), (), ())
    stands = (*before, *(() if total else (NOBODY_LISTED,)))
    if stands:
        return Surplus(rest_fen, listed, (), stands, (INTEREST,))
    shares = by_largest_remainder([one.measure for one in listed], rest_fen)
    given = tuple(
        Given(one, fen, line_of(one, fen, rest_fen, total_of(listed)))
        for one, fen in zip(listed, shares, strict=True)
    )
    unpaid = sum(one.unpaid_fen for one in listed)
    owed = (unpaid_line(unpaid),) if unpaid else ()
    return Surplus(
        rest_fen,
        listed,
        given,
        (),
        (head_of(listed, rest_fen), *(one.working for one in given), ROUNDING, *owed, INTEREST),
    )


NOBODY_LISTED = Text("还没有登记出资人，或者没有实缴的出资、持有的股份。")


def head_of(listed: Sequence[Holding], rest_fen: int) -> Text:
    """What is divided, and by what (CL 236(2))."""
    told = {"rest": yuan(rest_fen), "total": total_of(listed)}
    if listed[0].kind == HoldingKind.SHARES:
        return Text("债权全部清偿后剩余{rest}元，按出资人持有的股份比例分配，股份合计{total}。", **told)
    return Text("债权全部清偿后剩余{rest}元，按出资人的实缴出资比例分配，实缴出资合计{total}。", **told)


def unpaid_line(fen: int) -> Text:
    """What investors have subscribed and not paid in (EBL 35)."""
    return Text(
        "出资人认缴而未缴的出资合计{fen}元。受理后即应缴纳（企业破产法第三十五条）；"
        "公司法第二百三十六条第二款的“出资比例”按实缴计算，请法官确认。",
        fen=yuan(fen),
    )


def line_of(one: Holding, fen: int, rest_fen: int, total: Text) -> Text:
    """The arithmetic of one investor."""
    return Text(
        "{name}：{rest}元×{measure}÷{total}→{fen}元。",
        name=one.name,
        rest=yuan(rest_fen),
        measure=one.written,
        total=total,
        fen=yuan(fen),
    )


def total_of(holdings: Sequence[Holding]) -> Text:
    """What investors have together, with its unit."""
    return measured(holdings[0].kind, sum(one.measure for one in holdings))


def measured(kind: HoldingKind, measure: int) -> Text:
    """A number of shares, or a sum in yuan."""
    if kind == HoldingKind.SHARES:
        return Text("{count}股", count=f"{measure:,}")
    return Text("{sum}元", sum=yuan(measure))
