"""What a draft of a distribution stands on, and its lines and ranks."""

from dataclasses import dataclass
from fractions import Fraction

from models.vocabulary import ClaimClass, Rank, ShareState
from workflows.calculations.money import fraction_of, percent
from workflows.calculations.one_debt import NO_DEBT, Debt, StandsBack
from workflows.calculations.proceeds import OnAsset
from workflows.text import Text

NOTHING_NOW = Text("本次不分配")


def done_with(state: ShareState, fen: int) -> ShareState | Text:
    """What is done with a share, for people: where there is no sum, nothing is paid."""
    return NOTHING_NOW if state == ShareState.PAID and not fen else state


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim that takes part: what it counts for, what it has had, where its money goes; sums in fen.

    `asset` is the number of the asset that secures it, where the asset does not name its claims; `state` says
    whether its share is paid or laid aside; `met_fen` is what it was paid to give a pledge back (EBL 37);
    `waits` says that something secures it that is not yet money, `unsecured` that nothing does any more;
    `debt` is what others have paid on it, `back` why it stands back behind another claim for the same debt.
    `plan_fen` is what it had under a failed plan or composition, no part of the amount; `late` says that it
    missed an earlier distribution; `waived_fen` is what of `received_fen` its creditor let go (EBL 118).
    """

    serial: int
    claim_class: ClaimClass
    amount_fen: int
    received_fen: int = 0
    asset: int | None = None
    state: ShareState = ShareState.PAID
    met_fen: int = 0
    waits: bool = False
    debt: Debt = NO_DEBT
    back: StandsBack | None = None
    plan_fen: int = 0
    late: bool = False
    unsecured: bool = False
    waived_fen: int = 0


@dataclass(frozen=True, slots=True)
class Collateral:
    """An encumbered asset as it was or will be realised; sums in fen, the cost not above the proceeds.

    `order` names claims in the order in which they are met; those not named come after, by their class.
    `claims` are those secured on it, whether or not they take part; what is given in kind leaves no money;
    `costs` are the lines of the cost, `borne_fen` what of it the account bears until the sale.
    """

    serial: int
    name: str
    proceeds_fen: int
    cost_fen: int = 0
    order: tuple[int, ...] = ()
    claims: tuple[OnAsset, ...] = ()
    in_kind: bool = False
    costs: tuple[Text, ...] = ()
    borne_fen: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is besides collateral, and what is paid before all claims; in fen.

    `gone_fen` is what of the assets' surpluses was spent or distributed before, `borne_fen` what of
    `available_fen` is costs of assets that the account bears until they are sold.
    """

    available_fen: int
    expenses_fen: int = 0
    common_fen: int = 0
    gone_fen: int = 0
    borne_fen: int = 0


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What a claim gets: of its asset, and of the pool for what it counts for there; in fen."""

    claim: DraftClaim
    rank: Rank | None
    secured_fen: int
    counted_fen: int
    paid_fen: int

    @property
    def total_fen(self) -> int:
        """All that it gets."""
        return self.secured_fen + self.paid_fen

    @property
    def done(self) -> ShareState | Text:
        """What is done with it, for people."""
        return done_with(self.claim.state, self.total_fen)


@dataclass(frozen=True, slots=True)
class RankLine:
    """How a rank is paid: claims, their sum and what they get; in fen.

    `level` is the ratio of the original claims up to which all are brought after a failed plan; None if no
    claim of the rank had anything under one.
    """

    rank: Rank
    count: int
    total_fen: int
    paid_fen: int
    level: Fraction | None = None

    @property
    def in_full(self) -> bool:
        """Whether all claims of the rank are paid; after a failed plan the ratio says it."""
        return self.level is None and 0 < self.total_fen == self.paid_fen

    @property
    def fraction(self) -> str:
        """Paid over claimed as it stands, not reduced; after a failed plan the ratio that all reach."""
        if self.level is not None:
            return f"{self.level.numerator}/{self.level.denominator}"
        return fraction_of(self.paid_fen, self.total_fen)

    @property
    def percent(self) -> str:
        """The same in percent, four decimals."""
        if self.level is not None:
            return percent(self.level.numerator, self.level.denominator)
        return percent(self.paid_fen, self.total_fen)


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole draft; sums in fen. `pool_fen` is what is available with what assets leave over.

    `unmet` are secured claims whose assets are not known or not yet all money: of the pool they get nothing.
    """

    lines: tuple[DraftLine, ...]
    ranks: tuple[RankLine, ...]
    unmet: tuple[int, ...]
    surplus_fen: int
    pool_fen: int
    rest_fen: int
    working: tuple[Text, ...]

    @property
    def for_claims_fen(self) -> int:
        """What of the pool is for claims, after expenses and common debts; with what is left over."""
        return sum(line.paid_fen for line in self.lines) + self.rest_fen

    def escrow(self) -> dict[ShareState, tuple[int, int]]:
        """How many shares are paid or laid aside for which reason, and their sums in fen; none of nothing."""
        found: dict[ShareState, tuple[int, int]] = {}
        for line in self.lines:
            if not line.total_fen:
                continue
            count, fen = found.get(line.claim.state, (0, 0))
            found[line.claim.state] = (count + 1, fen + line.total_fen)
        return {state: found[state] for state in ShareState if state in found}
