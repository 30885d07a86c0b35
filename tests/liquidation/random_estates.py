"""Estates as hypothesis invents them, laid into a staged case in one transaction that is taken back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.estate import estate_account, estate_postings
from models import Asset, AssetCost, AssetEncumbrance, AssetReceipt, Case, Claim, Distribution, Party, Share
from models.vocabulary import (
    AssetCostKind,
    AssetKind,
    AssetState,
    ClaimClass,
    ClaimState,
    ConditionKind,
    EncumbranceKind,
    LedgerAccount,
    PartyKind,
    PartyRole,
    ReceiptKind,
    ShareState,
)
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, REASON, Liquidation
from workflows.calculations.money import plain

FEN = st.integers(0, 10**9)
OPEN_CLASSES = [kind for kind in ClaimClass if kind.is_filed and not kind.is_secured]
SURE, CONDITIONAL, SUED = "sure", "conditional", "sued"


@dataclass(frozen=True)
class Owed:
    """A claim: its class, amount, how sure it is, and on which of the assets it is secured; in fen."""

    claim_class: ClaimClass
    fen: int
    how: str = SURE
    assets: tuple[int, ...] = ()


@dataclass(frozen=True)
class Thing:
    """An asset that is money: what it brought and what that cost, in fen."""

    gross_fen: int
    cost_fen: int


@dataclass(frozen=True)
class EstateDrawn:
    """Claims, encumbered assets and the money besides them, in fen."""

    claims: tuple[Owed, ...]
    things: tuple[Thing, ...]
    money_fen: int
    order: tuple[int, ...] = field(default=())


@st.composite
def estates(draw: st.DrawFn, *, secured: bool = True) -> EstateDrawn:
    """Up to eight claims of all classes and three encumbered assets."""
    things = draw(st.lists(st.tuples(FEN, FEN), max_size=3 if secured else 0))
    claims = [
        Owed(kind, fen, how)
        for kind, fen, how in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(OPEN_CLASSES),
                    st.integers(1, 10**9),
                    st.sampled_from([SURE, CONDITIONAL, SUED]),
                ),
                min_size=1,
                max_size=6,
            )
        )
    ]
    for _ in range(draw(st.integers(0, 3)) if things else 0):
        on = draw(st.sets(st.integers(0, len(things) - 1), min_size=1))
        kind = draw(st.sampled_from([ClaimClass.SEC, ClaimClass.SEC, ClaimClass.SEC_CONSTR]))
        claims.append(Owed(kind, draw(st.integers(1, 10**9)), SURE, tuple(sorted(on))))
    made = tuple(Thing(max(pair), min(pair)) for pair in things)
    order = tuple(draw(st.permutations(range(len(claims)))))
    return EstateDrawn(tuple(claims), made, draw(st.integers(0, 4 * 10**9)), order)


@dataclass
class Stage:
    """A case with an invented estate, open in a transaction that nobody keeps."""

    case: Liquidation
    session: Session
    row: Case
    claims: dict[int, Owed] = field(default_factory=dict)
    assets: list[Asset] = field(default_factory=list)

    def step(self, name: str, who: str = CLERK, /, **data: Any) -> None:
        """Take a step of the case within the transaction."""
        self.case.play.step(self.case.case, name, who, **data)

    def drafted(self, **told: Any) -> Drafted:
        """The draft of a distribution, as page and API ask for it."""
        self.session.expire_all()
        return drafts.drafted(self.case.play.occasion(self.session, CLERK), self.row, drafts.read(told))

    def adopt_plan(self, money_fen: int) -> None:
        """A plan over all the money besides collateral is proposed, passed and recognised."""
        figures = {"available_fen": plain(money_fen), "remuneration_fen": "0", "method": "银行转账。"}
        self.step("propose_distribution_plan", order_and_ratio="依法定顺序。", **figures)
        self.step("distribution_plan_passed", **CARRIED)
        self.step("recognise_distribution_plan", JUDGE, **REASON)

    def distribute(self, fen: int, *, last: bool = False) -> dict[int, Share]:
        """Distribute money; returns the shares by the number of the claim."""
        figures = {"pool_fen": plain(fen), "announced_on": self.case.play.day.isoformat()}
        if last:
            self.step("final_distribution", **figures, says_final=True)
        else:
            self.step("distribute", **figures)
        return self.shares()

    def shares(self) -> dict[int, Share]:
        """The shares of the latest distribution."""
        made = (
            self.session.query(Distribution)
            .filter_by(case_id=self.row.id)
            .order_by(Distribution.serial.desc())
            .first()
        )
        assert made is not None
        return {share.claim.serial: share for share in made.shares}

    def laid_aside(self, state: ShareState) -> list[int]:
        """The claims whose share of the latest distribution waits in this way."""
        return [
            serial for serial, share in self.shares().items() if share.state == state and share.amount_fen
        ]

    def add(self, *claims: Owed, order: Sequence[int] = ()) -> list[int]:
        """Claims as the register has them once they were reviewed and confirmed, or sued for."""
        first = 1 + max(
            (c.serial for c in self.session.query(Claim).filter_by(case_id=self.row.id)), default=0
        )
        rows = [self.row_of(first + n, claim) for n, claim in enumerate(claims)]
        for n in order or range(len(rows)):
            self.session.add(rows[n])
            self.session.flush()
        self.claims |= dict(zip(range(first, first + len(claims)), claims, strict=True))
        for row, claim in zip(rows, claims, strict=True):
            for n in claim.assets:
                self.secure(row, self.assets[n])
        self.session.flush()
        return [row.serial for row in rows]

    def row_of(self, serial: int, claim: Owed) -> Claim:
        """A claim with its creditor."""
        day = self.case.play.day
        party = Party(
            case_id=self.row.id,
            role=PartyRole.CREDITOR,
            kind=PartyKind.ENTERPRISE,
            name=f"江澜第{serial}债权人有限公司",
            from_on=day,
        )
        state = ClaimState.SUED if claim.how == SUED else ClaimState.CONFIRMED
        return Claim(
            case_id=self.row.id,
            serial=serial,
            party=party,
            claim_class=claim.claim_class,
            state=state.value,
            flags={"conditional": True} if claim.how == CONDITIONAL else {},
            condition_kind=ConditionKind.SUSPENSIVE if claim.how == CONDITIONAL else ConditionKind.NONE,
            filed_fen=claim.fen,
            admitted_fen=claim.fen,
            fixed_fen=None if claim.how == SUED else claim.fen,
            filed_on=day,
        )

    def secure(self, claim: Claim, asset: Asset) -> None:
        """A security of a claim on an asset."""
        construction = claim.claim_class == ClaimClass.SEC_CONSTR
        kind = EncumbranceKind.CONSTRUCTION if construction else EncumbranceKind.MORTGAGE
        asset.encumbrances.append(
            AssetEncumbrance(
                position=len(asset.encumbrances) + 1,
                kind=kind,
                holder=claim.party.name,
                claim=claim,
                recorded_on=self.case.play.day,
            )
        )

    def sell(self, thing: Thing) -> None:
        """An asset that was sold and paid for, with its costs, booked as its steps would book it."""
        day, serial = self.case.play.day, 100 + len(self.assets)
        asset = Asset(
            case_id=self.row.id,
            serial=serial,
            kind=AssetKind.EQUIPMENT,
            name=f"财产{serial}",
            state=AssetState.PAID.value,
            found_on=day,
            price_fen=thing.gross_fen,
            received_fen=thing.gross_fen,
            received_on=day,
            sold_on=day,
            realisation_cost_fen=thing.cost_fen,
            receipts=[AssetReceipt(position=1, kind=ReceiptKind.PRICE, amount_fen=thing.gross_fen, on=day)],
            costs=[AssetCost(position=1, kind=AssetCostKind.TAX, amount_fen=thing.cost_fen, on=day)],
        )
        self.session.add(asset)
        self.session.flush()
        self.assets.append(asset)
        cause = estate_account.Cause(day, None)
        occasion = self.case.play.occasion(self.session, CLERK)
        nothing = estate_postings.Already(LedgerAccount.DEPOSITS, 0)
        estate_postings.receive_from_asset(
            occasion, self.row, cause, serial, thing.gross_fen, already=nothing, recovered=False
        )


@contextmanager
def laid(case: Liquidation, drawn: EstateDrawn) -> Iterator[Stage]:
    """The estate in a declared case whose own claims are taken away; nothing of it is kept."""
    with case.play.bench.writing() as session:
        session.begin()
        case.play.sitting = session
        try:
            row = session.get_one(Case, case.case)
            for claim in session.query(Claim).filter_by(case_id=row.id):
                claim.state = ClaimState.WITHDRAWN.value
            stage = Stage(case, session, row)
            for thing in drawn.things:
                stage.sell(thing)
            stage.add(*drawn.claims, order=drawn.order)
            cause = estate_account.Cause(case.play.day, None)
            occasion = case.play.occasion(session, CLERK)
            estate_postings.receive_what_was_found(occasion, row, cause, drawn.money_fen, 0)
            yield stage
        finally:
            case.play.sitting = None
            session.rollback()
