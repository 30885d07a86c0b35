"""What an encumbered asset has brought: to its secured claims in their order, to the pool, to the fen.

Source: EBL 109, 110; I2-3(2); money section 6. The old-employee step of EBL 132 is `old_wages`.
"""

from dataclasses import dataclass

from models.vocabulary import EncumbranceKind
from workflows.calculations.collateral import Realised, Secured, settle
from workflows.calculations.money import yuan
from workflows.calculations.one_debt import NO_DEBT, Debt, open_fen, pass_on_collateral
from workflows.law.citations import Citation, cite
from workflows.text import Text

BASIS = cite("EBL 109", "EBL 110", "I2 3(2)")
LAST = 1_000_000
"""The priority of a security for which none was recorded."""
BEFORE_OTHERS = {EncumbranceKind.HOME_BUYER: 0, EncumbranceKind.CONSTRUCTION: 1}
"""Home buyers come before the construction price, that before any other security (CC 807)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAsset:
    """A claim secured on the asset: its number, its amount, what of it the security covers; sums in fen.

    `met_fen` is what another asset has already brought it, `before_fen` what of that came in as money; `debt`
    is what others than the debtor have paid on it, `had_fen` what distributions gave its creditor; `kind` is
    None where only the claim names it; `told` is its place where the order was told: it is met before all for
    which none was. A thing `in_kind` that was handed over is the creditor's own and is not taken back.
    """

    serial: int
    creditor: str
    amount_fen: int
    kind: EncumbranceKind | None = None
    priority: int | None = None
    most_fen: int | None = None
    met_fen: int = 0
    debt: Debt = NO_DEBT
    had_fen: int = 0
    before_fen: int = 0
    in_kind: bool = False
    told: int | None = None

    @property
    def covered_fen(self) -> int:
        """What the asset stands for: what was owed of the debt, up to the amount secured.

        What was paid out of collateral already is not taken back.
        """
        outside = 0 if self.in_kind else self.debt.outside_fen
        rest = max(0, self.amount_fen - self.met_fen - outside, self.settled_fen)
        return rest if self.most_fen is None else min(rest, self.most_fen)

    @property
    def payable_fen(self) -> int:
        """What may be paid of it: less than it counts for where distributions have paid a part (I3-5(2))."""
        gone = 0 if self.in_kind else self.debt.gone_fen
        left = self.amount_fen - self.met_fen - gone - self.had_fen
        return max(0, left, self.settled_fen)

    @property
    def settled_fen(self) -> int:
        """What the account has paid of it beyond what assets before have brought."""
        return 0 if self.in_kind else self.debt.settled_fen - self.before_fen

    @property
    def open_for_creditor_fen(self) -> int:
        """What its creditor himself may get of collateral that is money, in all."""
        had = self.met_fen - self.before_fen + self.had_fen
        return open_fen(self.amount_fen, had, self.debt)

    def share_of(self, money_fen: int) -> tuple[int, dict[int, int]]:
        """What of all money that collateral brings is its creditor's, and what who steps in for him has."""
        return pass_on_collateral(money_fen, self.open_for_creditor_fen, self.debt)

    @property
    def order(self) -> tuple[int, int]:
        """Its place: by kind, then as recorded (CC 414)."""
        if self.told is not None:
            return -1, self.told
        before = BEFORE_OTHERS.get(self.kind, 2) if self.kind else 2
        return before, LAST if before < 2 or self.priority is None else self.priority


@dataclass(frozen=True, slots=True)
class Met:
    """What a secured claim gets of the asset, what stays short of it, and its rank among them; in fen."""

    claim: OnAsset
    rank: int
    paid_fen: int

    @property
    def short_fen(self) -> int:
        """What becomes ordinary (EBL 110): all of the claim that neither this nor another asset has met."""
        return max(0, self.claim.amount_fen - self.claim.met_fen - self.paid_fen)

    @property
    def passed(self) -> dict[int, int]:
        """What of it goes to who has paid the creditor and steps in for him, by number of his claim."""
        if self.claim.in_kind:
            return {}
        before = self.claim.share_of(self.claim.before_fen)[1]
        now = self.claim.share_of(self.claim.before_fen + self.paid_fen)[1]
        more = {serial: fen - before.get(serial, 0) for serial, fen in now.items()}
        return {serial: fen for serial, fen in more.items() if fen}

    @property
    def own_fen(self) -> int:
        """What of it is the creditor's own."""
        return self.paid_fen - sum(self.passed.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeds:
    """What an asset brought and where it goes; `borne_fen` is the cost that the rest of the estate bears."""

    gross_fen: int
    cost_fen: int
    borne_fen: int
    expected: bool
    met: tuple[Met, ...]
    surplus_fen: int
    working: tuple[Text, ...]
    basis: tuple[Citation, ...] = BASIS

    @property
    def net_fen(self) -> int:
        """What there was for the secured claims."""
        return self.gross_fen - (self.cost_fen - self.borne_fen)

    @property
    def short_fen(self) -> int:
        """What of the secured claims becomes ordinary."""
        return sum(met.short_fen for met in self.met)


def proceeds(
    name: str,
    gross_fen: int,
    cost_fen: int,
    claims: tuple[OnAsset, ...],
    *,
    costs: tuple[Text, ...] = (),
    deduct: bool = True,
    expected: bool = False,
) -> Proceeds:
    """Meet the claims secured on an asset from what it brought.

    Args:
        name: how the asset is called.
        gross_fen: the price that came in, or that is agreed, in fen.
        cost_fen: what realising this very asset cost, in fen.
        claims: the claims secured on it, each once.
        costs: what the cost consists of, line by line.
        deduct: whether the cost comes out of these proceeds (setting `collateral_cost_policy`).
        expected: whether the price is agreed but has not all come in.
    """
    own_cost = min(cost_fen, gross_fen) if deduct else 0
    settled = settle(Realised(name, gross_fen, own_cost, in_order(claims)))
    by_serial = {claim.serial: claim for claim in claims}
    met = tuple(Met(by_serial[int(one.id)], one.priority, paid_fen) for one, paid_fen in settled.payments)
    borne = cost_fen - own_cost
    working = (
        *((expected_line(gross_fen),) if expected else ()),
        net_line(gross_fen, own_cost),
        *costs,
        *((Text("费用中的{borne}元由其他破产财产负担。", borne=yuan(borne)),) if borne else ()),
        *(line for one in met for line in lines_of(one)),
        Text("剩余{rest}元并入破产财产。", rest=yuan(settled.surplus_fen)),
    )
    return Proceeds(
        gross_fen=gross_fen,
        cost_fen=cost_fen,
        borne_fen=borne,
        expected=expected,
        met=met,
        surplus_fen=settled.surplus_fen,
        working=working,
    )


def in_order(claims: tuple[OnAsset, ...]) -> tuple[Secured, ...]:
    """Claims on an asset by their place in its order, which counts 1, 2, 3 without gaps."""
    places = {place: number for number, place in enumerate(sorted({claim.order for claim in claims}), 1)}
    return tuple(
        Secured(str(claim.serial), claim.covered_fen, places[claim.order], claim.payable_fen)
        for claim in claims
    )


def expected_line(gross_fen: int) -> Text:
    """The price is agreed and has not all come in."""
    return Text("价款尚未全部到账，以下按成交价{price}元预计。", price=yuan(gross_fen))


def net_line(gross_fen: int, cost_fen: int) -> Text:
    """What there is to be divided."""
    return Text(
        "变价款{gross}元－变价费用{cost}元＝净额{net}元。",
        gross=yuan(gross_fen),
        cost=yuan(cost_fen),
        net=yuan(gross_fen - cost_fen),
    )


def lines_of(met: Met) -> tuple[Text, ...]:
    """One secured claim as a judge checks it, and who takes what its creditor needs no more."""
    if not met.passed:
        return (line_of(met),)
    passing = Text(
        "其中本人受偿{own}元，其余{passed}元由已经代偿的第{behind}号债权人代替受偿。",
        own=yuan(met.own_fen),
        passed=yuan(met.paid_fen - met.own_fen),
        behind=sorted(met.passed),
    )
    return line_of(met), passing


def line_of(met: Met) -> Text:
    """One secured claim as a judge checks it."""
    claim = met.claim
    before = Text("，已由其他财产受偿{met}元", met=yuan(claim.met_fen)) if claim.met_fen else ""
    outside = claim.debt.outside_fen
    gone = Text("，已由连带债务人、保证人清偿{gone}元", gone=yuan(outside)) if outside else ""
    had = claim.had_fen + claim.debt.passed_fen
    shares = Text("，历次分配已清偿{had}元", had=yuan(had)) if had else ""
    capped = claim.covered_fen < claim.amount_fen - claim.met_fen - outside
    limit = Text("，担保范围以{most}元为限", most=yuan(claim.covered_fen)) if capped else ""
    return Text(
        "第{rank}顺位，第{serial}号债权（{creditor}）：债权{amount}元{before}{gone}{shares}{limit}，受偿{paid}元，"
        "不足的{short}元转为普通债权。",
        rank=met.rank,
        serial=claim.serial,
        creditor=claim.creditor,
        amount=yuan(claim.amount_fen),
        before=before,
        gone=gone,
        shares=shares,
        limit=limit,
        paid=yuan(met.paid_fen),
        short=yuan(met.short_fen),
    )
