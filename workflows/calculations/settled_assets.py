"""What encumbered assets bring claims, one after the other (EBL 109, 110; CC 414; SG 23(2))."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.vocabulary import ClaimClass, EncumbranceKind
from workflows.calculations.draft_lines import Collateral, DraftClaim
from workflows.calculations.money import yuan
from workflows.calculations.proceeds import OnAsset, Proceeds, proceeds
from workflows.text import Text

BY_CLASS = {
    ClaimClass.SEC_HOMEBUYER: EncumbranceKind.HOME_BUYER,
    ClaimClass.SEC_CONSTR: EncumbranceKind.CONSTRUCTION,
}
"""The place on an asset of a claim of which only its class is known."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What assets have brought, by number of the claim, in fen.

    `met` is what they brought on the debt, `money` what of that is money, `own` what each creditor, and who
    has paid one and steps in for him, has of it himself.
    """

    met: dict[int, int] = field(default_factory=dict)
    money: dict[int, int] = field(default_factory=dict)
    own: dict[int, int] = field(default_factory=dict)

    def add(self, done: Proceeds, *, in_kind: bool) -> None:
        """Count what one more asset brings."""
        for one in done.met:
            serial = one.claim.serial
            self.met[serial] = self.met.get(serial, 0) + one.paid_fen
            self.money[serial] = self.money.get(serial, 0) + (0 if in_kind else one.paid_fen)
            for whose, fen in ((serial, one.own_fen), *one.passed.items()):
                self.own[whose] = self.own.get(whose, 0) + fen


def settled_asset(asset: Collateral, claims: Sequence[DraftClaim], brought: Brought) -> Proceeds:
    """Meet the claims on one asset; adds to `brought` what they get."""
    done = proceeds(asset.name, asset.proceeds_fen, asset.cost_fen, claims_on(asset, claims, brought))
    brought.add(done, in_kind=asset.in_kind)
    return done


def settled_assets(
    collateral: Iterable[Collateral], claims: Sequence[DraftClaim]
) -> tuple[list[tuple[Collateral, Proceeds]], Brought]:
    """Meet the claims on assets, in the order in which these are given."""
    brought = Brought()
    return [(asset, settled_asset(asset, claims, brought)) for asset in collateral], brought


def claims_on(asset: Collateral, claims: Sequence[DraftClaim], brought: Brought) -> tuple[OnAsset, ...]:
    """The claims on an asset as they stand once the assets before it are settled, in the order told."""
    own = {claim.serial: claim for claim in claims}
    place = {serial: n for n, serial in enumerate(asset.order, 1)}
    return tuple(
        replace(
            one,
            amount_fen=own[one.serial].amount_fen if one.serial in own else one.amount_fen,
            met_fen=one.met_fen + brought.met.get(one.serial, 0),
            before_fen=brought.money.get(one.serial, 0),
            debt=one.debt.among(own) if own else one.debt,
            in_kind=asset.in_kind,
            told=place.get(one.serial),
        )
        for one in asset.claims or named_by_claims(asset, claims)
        if one.serial not in own or own[one.serial].claim_class.is_secured
    )


def named_by_claims(asset: Collateral, claims: Iterable[DraftClaim]) -> tuple[OnAsset, ...]:
    """The claims on an asset that does not name its own: those that name it."""
    return tuple(
        OnAsset(
            serial=claim.serial,
            creditor="",
            amount_fen=0,
            kind=BY_CLASS.get(claim.claim_class),
            met_fen=claim.met_fen,
            debt=claim.debt,
            had_fen=claim.received_fen,
        )
        for claim in claims
        if claim.asset == asset.serial and claim.back is None
    )


def line_of(asset: Collateral, done: Proceeds) -> Text:
    """One asset as a judge checks it."""
    paid = sum(met.paid_fen for met in done.met)
    return Text(
        "{asset}：变价款{proceeds}元－费用{cost}元＝{net}元；担保债权{total}元，受偿{paid}元，"
        "不足{short}元转为普通债权，剩余{rest}元并入破产财产。",
        asset=asset.name,
        proceeds=yuan(done.gross_fen),
        cost=yuan(done.cost_fen),
        net=yuan(done.net_fen),
        total=yuan(paid + done.short_fen),
        paid=yuan(paid),
        short=yuan(done.short_fen),
        rest=yuan(done.surplus_fen),
    )


def lines_of_passing(claims: Sequence[DraftClaim], brought: Brought) -> list[Text]:
    """What collateral brings a creditor beyond what he may still get, and who takes it in his place."""
    own, met = brought.own, brought.met
    return [
        Text(
            "第{serial}号债权的担保物价款{brought}元中，本人受偿{own}元，其余{passed}元由已经代偿的"
            "第{behind}号债权人代替受偿。",
            serial=claim.serial,
            brought=yuan(met[claim.serial]),
            own=yuan(own[claim.serial]),
            passed=yuan(met[claim.serial] - own[claim.serial]),
            behind=sorted(one.serial for one in claim.debt.behind if own.get(one.serial)),
        )
        for claim in claims
        if met.get(claim.serial, 0) > own.get(claim.serial, 0)
    ]


def in_pool(claims: Iterable[DraftClaim], own: Mapping[int, int]) -> list[DraftClaim]:
    """Claims as the pool sees them: what collateral leaves who steps in, the pool does not give him again."""
    return [
        replace(claim, debt=claim.debt.of_assets(own)) if claim.debt.behind else claim for claim in claims
    ]
