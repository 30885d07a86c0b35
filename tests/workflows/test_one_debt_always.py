"""In whatever order a debt is paid, it is paid once, and all that is said of it adds up (EBL 51, 109)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from models.vocabulary import ClaimClass, SameDebt
from workflows.calculations.debt_paid import DebtPaid, PaidTo
from workflows.calculations.draft import draft
from workflows.calculations.draft_lines import Collateral, Draft, DraftClaim, Figures
from workflows.calculations.one_debt import Behind, Debt, Tie, stands_back
from workflows.calculations.proceeds import OnAsset
from workflows.calculations.settled_assets import Brought, settled_assets

DEBT = 1000
BANK, FIRST, SECOND, OTHER = 1, 2, 3, 4
Event = tuple[Literal["first_pays", "second_pays", "sold", "given", "paid_out", "pool"], int]


def events() -> st.SearchStrategy[list[Event]]:
    """What happens to a debt, in any order, each with a sum."""
    kinds = st.sampled_from(["first_pays", "second_pays", "sold", "given", "paid_out", "pool"])
    return st.lists(st.tuples(kinds, st.integers(1, 1200)), max_size=9)


@dataclass
class World:
    """A bank's claim on several assets, two guarantors who pay a part of it, another creditor; in fen."""

    received: dict[int, int] = field(default_factory=lambda: {FIRST: 0, SECOND: 0})
    had: dict[int, int] = field(default_factory=dict)
    paid: dict[int, int] = field(default_factory=dict)
    assets: list[tuple[int, bool]] = field(default_factory=list)

    def debt(self) -> Debt:
        """What the guarantors have paid, and what they have had for it."""
        behind = (
            Behind(serial, max(0, fen - self.had.get(serial, 0)), self.had.get(serial, 0))
            for serial, fen in self.received.items()
            if fen
        )
        return Debt(sum(self.received.values()), tuple(behind))

    def on_assets(self) -> Debt:
        """The same with what the account has paid of collateral."""
        debt = self.debt()
        behind = (
            Behind(one.serial, one.fen, one.had_fen, paid_fen=self.paid.get(one.serial, 0))
            for one in debt.behind
        )
        return Debt(debt.received_fen, tuple(behind), self.paid.get(BANK, 0))

    def collateral(self) -> list[Collateral]:
        """The assets as a draft takes them."""
        place = OnAsset(
            serial=BANK,
            creditor="银行",
            amount_fen=DEBT,
            debt=self.on_assets(),
            had_fen=self.had.get(BANK, 0),
        )
        return [
            Collateral(n, f"财产{n}", value, claims=(place,), in_kind=given)
            for n, (value, given) in enumerate(self.assets, 1)
        ]

    def drafted(self, pool: int) -> Draft:
        """The draft of a distribution of a sum."""
        back = stands_back(Tie(how=SameDebt.PAID, principal=BANK))
        bank = DraftClaim(BANK, ClaimClass.SEC, DEBT, self.had.get(BANK, 0), debt=self.debt(), unsecured=True)
        guarantors = [
            DraftClaim(serial, ClaimClass.ORD, DEBT, self.had.get(serial, 0), back=back)
            for serial in (FIRST, SECOND)
        ]
        other = DraftClaim(OTHER, ClaimClass.ORD, 500, self.had.get(OTHER, 0))
        return draft([bank, *guarantors, other], self.collateral(), Figures(pool))

    def of_pages(self) -> Brought:
        """What the pages of the assets say, summed."""
        return settled_assets(self.collateral(), ())[1]

    def of_things(self) -> int:
        """What the bank has taken as things."""
        made = self.of_pages()
        return made.met.get(BANK, 0) - made.money.get(BANK, 0)

    def due(self) -> dict[int, int]:
        """What of the money of collateral the account owes to whom."""
        own = dict(self.of_pages().own)
        own[BANK] = own.get(BANK, 0) - self.of_things()
        return {serial: fen - self.paid.get(serial, 0) for serial, fen in own.items()}

    def told(self) -> DebtPaid:
        """What of the debt has been paid to whom."""
        due = self.due()

        def to(serial: int) -> PaidTo:
            return PaidTo(
                serial=serial,
                creditor="",
                shares_fen=self.had.get(serial, 0),
                collateral_fen=self.paid.get(serial, 0),
                in_kind_fen=self.of_things() if serial == BANK else 0,
                due_fen=due.get(serial, 0),
            )

        return DebtPaid(DEBT, sum(self.received.values()), to(BANK), (to(FIRST), to(SECOND)))

    def happens(self, event: Event) -> None:
        """One thing happens, if the rules let it."""
        kind, fen = event
        {
            "first_pays": lambda: self.pays(FIRST, fen),
            "second_pays": lambda: self.pays(SECOND, fen),
            "sold": lambda: self.assets.append((fen, False)),
            "given": lambda: self.gives(fen),
            "paid_out": self.pays_out,
            "pool": lambda: self.distributes(fen),
        }[kind]()

    def gives(self, fen: int) -> None:
        """The bank takes a thing, up to what it may still get itself."""
        told = self.told()
        if fen <= DEBT - told.creditor_had_fen - told.due_fen:
            self.assets.append((fen, True))

    def pays_out(self) -> None:
        """The account pays what it owes of collateral."""
        for serial, fen in self.due().items():
            self.paid[serial] = self.paid.get(serial, 0) + fen

    def distributes(self, fen: int) -> None:
        """A sum is distributed as the draft says."""
        for line in self.drafted(fen).lines:
            self.had[line.claim.serial] = self.had.get(line.claim.serial, 0) + line.paid_fen

    def pays(self, serial: int, fen: int) -> None:
        """A guarantor pays a part of what the guarantors have not paid yet."""
        self.received[serial] += min(fen, DEBT - sum(self.received.values()))


def played(told: list[Event]) -> Iterator[World]:
    """The world after each event."""
    world = World()
    for event in told:
        world.happens(event)
        yield world


@settings(deadline=None)
@given(events())
def test_a_debt_is_never_paid_more_than_its_whole(told: list[Event]) -> None:
    for world in played(told):
        now = world.told()

        assert now.paid_fen + now.due_fen <= DEBT


@settings(deadline=None)
@given(events())
def test_what_was_paid_is_never_more_than_what_the_pages_of_the_assets_say(told: list[Event]) -> None:
    for world in played(told):
        due = world.due()

        assert all(fen >= 0 for fen in due.values())


@settings(deadline=None)
@given(events(), st.integers(0, 1500))
def test_draft_and_pages_of_the_assets_say_the_same(told: list[Event], pool: int) -> None:
    for world in played(told):
        own = {serial: fen for serial, fen in world.of_pages().own.items() if fen}
        lines = {line.claim.serial: line.secured_fen for line in world.drafted(pool).lines}

        assert {serial: fen for serial, fen in lines.items() if fen} == own


@settings(deadline=None)
@given(events(), st.integers(0, 1500))
def test_nobody_who_paid_gets_back_more_than_he_paid(told: list[Event], pool: int) -> None:
    for world in played(told):
        now, made = world.told(), world.drafted(pool)
        more = {line.claim.serial: line.paid_fen for line in made.lines}

        for one in now.behind:
            had = one.paid_fen + one.due_fen + more[one.serial]
            assert had <= world.received[one.serial]


@settings(deadline=None)
@given(events())
def test_a_creditor_who_has_all_of_it_gets_nothing_more(told: list[Event]) -> None:
    world = World()
    for event in told:
        before = world.told()
        world.happens(event)
        now = world.told()

        if before.is_satisfied:
            assert now.creditor.paid_fen == before.creditor.paid_fen
            assert now.creditor.due_fen == before.creditor.due_fen or event[0] == "paid_out"


def test_a_guarantor_who_pays_after_the_bank_was_paid_is_not_paid_out_of_the_same_asset() -> None:
    world = World()

    for event in (("sold", 1000), ("paid_out", 1), ("first_pays", 700)):
        world.happens(event)  # type: ignore[arg-type]

    told = world.told()
    assert (told.creditor.paid_fen, told.due_fen, told.over_fen) == (1000, 0, 700)


def test_a_thing_that_the_creditor_took_counts_as_a_payment_of_the_debt() -> None:
    world = World()

    for event in (("first_pays", 300), ("given", 600), ("sold", 500)):
        world.happens(event)  # type: ignore[arg-type]

    told = world.told()
    assert [told.creditor.in_kind_fen, told.creditor.due_fen, told.behind[0].due_fen] == [600, 100, 300]
    assert told.is_satisfied is False
    assert told.paid_fen + told.due_fen == DEBT
