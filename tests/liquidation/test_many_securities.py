"""A building that secures a thousand home buyers is reckoned in as many questions as one with three."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from court_app.services.estate import realising
from court_app.services.estate.collateral import redeemed_by_claim, securities_of
from court_app.services.meetings import voting_roll
from court_app.services.procedure.contents import CaseContents
from models import Asset, AssetEncumbrance, Case, Claim, Party
from models.vocabulary import (
    AssetKind,
    AssetState,
    ClaimClass,
    EncumbranceKind,
    EncumbranceRelease,
    PartyKind,
    PartyRole,
)
from tests.liquidation.playing import Liquidation

At = Callable[[str], Liquidation]


@contextmanager
def asked(session: Session) -> Iterator[list[str]]:
    """Every question that the database is asked."""
    said: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        said.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    yield said
    event.remove(engine, "before_cursor_execute", note)


def building(case: Case, serial: int, paid_fen: int) -> Asset:
    """A building that was sold and paid for."""
    return Asset(
        case=case,
        serial=serial,
        kind=AssetKind.BUILDING,
        name=f"商品房{serial}号楼",
        state=AssetState.PAID.value,
        flags={},
        found_on=case.accepted_on,
        price_fen=paid_fen,
        sold_on=case.accepted_on,
        received_fen=paid_fen,
        received_on=case.accepted_on,
    )


def bought(session: Session, case_id: int, buyers: int) -> None:
    """Two buildings; each home buyer has 100 yuan on both; of a tenth of them a pledge was redeemed."""
    case = session.get_one(Case, case_id)
    houses = [building(case, 101, 60 * 100 * buyers), building(case, 102, 20 * 100 * buyers)]
    session.add_all(houses)
    for n in range(buyers):
        party = Party(
            case_id=case.id,
            role=PartyRole.CREDITOR,
            kind=PartyKind.PERSON,
            name=f"购房人{n}",
            name_keys="",
            from_on=case.accepted_on,
        )
        claim = Claim(
            case=case,
            serial=1000 + n,
            party=party,
            claim_class=ClaimClass.SEC_HOMEBUYER,
            state="CONFIRMED",
            flags={},
            filed_fen=10_000,
            fixed_fen=10_000,
            filed_on=case.accepted_on,
            asset=houses[0],
        )
        for house in houses:
            house.encumbrances.append(
                AssetEncumbrance(
                    position=n + 1,
                    kind=EncumbranceKind.HOME_BUYER,
                    holder=party.name,
                    claim=claim,
                    recorded_on=case.accepted_on,
                )
            )
        if n % 10 == 0:
            houses[1].encumbrances.append(
                AssetEncumbrance(
                    position=5000 + n,
                    kind=EncumbranceKind.PLEDGE,
                    holder=party.name,
                    claim=claim,
                    recorded_on=case.accepted_on,
                    release=EncumbranceRelease.PAID,
                    released_on=case.accepted_on,
                    redeemed_fen=1_000,
                )
            )
    session.flush()


def questions(case: Liquidation, buyers: int, ask: Callable[[Session, Case], Any]) -> tuple[int, Any]:
    """How many questions it takes, with so many buyers, and the answer."""
    with case.play.bench.writing() as session:
        bought(session, case.case, buyers)
        session.expire_all()
        with asked(session) as said:
            found = ask(session, session.get_one(Case, case.case))
        session.rollback()
    return len(said), found


def second_house(session: Session, case: Case) -> Any:
    """What the house that was sold last brings each buyer, the first house reckoned before it."""
    house = session.scalars(select(Asset).where(Asset.case_id == case.id, Asset.serial == 102)).one()
    found = realising.proceeds_of(session, house)
    assert found is not None
    return [met.paid_fen for met in found.met], [met.claim.met_fen for met in found.met]


ASKED: dict[str, Callable[[Session, Case], Any]] = {
    "proceeds": second_house,
    "draft": lambda session, case: securities_of(session, case, ()).collateral,
    "redeemed": lambda session, case: redeemed_by_claim(
        session, case, session.scalars(select(Claim).where(Claim.case_id == case.id)).all()
    ),
    "estate": lambda session, case: CaseContents(session, case).estate(),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_hundred_buyers_take_no_more_questions_than_three(at_on_sqlite: At, name: str) -> None:
    case = at_on_sqlite("met")

    few, _ = questions(case, 3, ASKED[name])
    many, _ = questions(case, 100, ASKED[name])

    assert (few > 0, many) == (True, few)


def test_the_roll_takes_no_more_questions_for_a_hundred_buyers_than_for_three(at_on_sqlite: At) -> None:
    case = at_on_sqlite("met")

    def roll(session: Session, found: Case) -> Any:
        return voting_roll.stakes_of(session, found)

    few, _ = questions(case, 3, roll)
    many, stakes = questions(case, 100, roll)

    assert (few > 0, many) == (True, few)
    buyers = [stake for stake in stakes if stake.serial >= 1000]
    assert sum(stake.redeemed_fen for stake in buyers) == 10 * 1_000
    assert sum(stake.deficiency_fen or 0 for stake in buyers) == 1_000_000 - 10_000 - 800_000


def test_set_based_reckoning_gives_each_buyer_what_he_had_claim_by_claim(at_on_sqlite: At) -> None:
    """Each has 100 yuan; 60 come from the first house, 20 from the second; one had 10 for his pledge."""
    case = at_on_sqlite("met")

    _, (paid, before) = questions(case, 3, second_house)

    assert sum(paid) == 6_000
    assert before == [6_586, 6_207, 6_207], "18,000 by 9,000 : 10,000 : 10,000, and 1,000 for the pledge"
