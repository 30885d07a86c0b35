"""The number of an investor: kept with him as a party, shown by its end, never whole in the docket."""

import pytest
from marshmallow import ValidationError

from court_app.services.procedure.part_columns import COLUMNS
from models import CaseEvent
from tests.liquidation.playing import Liquidation
from tests.liquidation.test_surplus import investor

CODE, CARD = "91110108551385082Q", "11010519491231002X"
TOLD = {"holding": "CONTRIBUTION", "subscribed_fen": "100", "paid_in_fen": "100", "source": "章程。"}


def shown(case: Liquidation, serial: int) -> str:
    """What lists and programs see of the number of an investor."""
    column = next(one for one in COLUMNS["investors"] if one.name == "identity_number")
    return str(column.value(case.part("investors", serial)))


def kept(case: Liquidation, serial: int) -> tuple[str, str]:
    """The identity number and the credit code that are kept of him."""
    party = case.part("investors", serial).party
    return party.id_number, party.credit_code


def test_a_person_has_an_identity_number_of_which_only_the_end_is_shown(planned: Liquidation) -> None:
    serial = investor(planned, "温知夏", 100, kind="PERSON", identity_number="11010519491231002x")

    assert kept(planned, serial) == (CARD, "")
    assert shown(planned, serial) == "****002X"


def test_a_credit_code_is_public(planned: Liquidation) -> None:
    serial = investor(planned, "江澜晨星投资有限公司", 100, identity_number=CODE)

    assert (kept(planned, serial), shown(planned, serial)) == (("", CODE), CODE)


def test_the_docket_keeps_the_end_of_a_number(planned: Liquidation) -> None:
    investor(planned, "温知夏", 100, kind="PERSON", identity_number=CARD)

    with planned.play.bench.reading() as session:
        event = session.query(CaseEvent).filter_by(case_id=planned.case, step="list_investor").one()
        assert event.payload["identity_number"] == "****002X"


@pytest.mark.parametrize(
    ("kind", "told", "expected"),
    [
        ("PERSON", "", (CARD, "")),
        ("PERSON", "E12345678", ("E12345678", "")),
        ("ENTERPRISE", "", ("", "")),
        ("ENTERPRISE", CODE, ("", CODE)),
    ],
)
def test_a_number_stays_unless_it_is_told_anew_or_is_of_another_kind(
    planned: Liquidation, kind: str, told: str, expected: tuple[str, str]
) -> None:
    serial = investor(planned, "温知夏", 100, kind="PERSON", identity_number=CARD)

    planned.move(
        "investors", serial, "correct_investor", name="温知夏", kind=kind, identity_number=told, **TOLD
    )

    assert kept(planned, serial) == expected


@pytest.mark.parametrize(("kind", "number"), [("PERSON", CODE), ("ENTERPRISE", CARD), ("PERSON", CARD[:-1])])
def test_a_wrong_number_is_refused_by_its_field(planned: Liquidation, kind: str, number: str) -> None:
    with pytest.raises(ValidationError) as wrong:
        investor(planned, "温知夏", 100, kind=kind, identity_number=number)

    assert list(wrong.value.messages_dict) == ["identity_number"]


def test_nobody_stands_twice_on_the_list_and_a_correction_of_his_own_entry_is_no_second(
    planned: Liquidation,
) -> None:
    first = investor(planned, "温知夏", 100, kind="PERSON", identity_number=CARD)

    second = planned.refused(investor, planned, "温知秋", 100, kind="PERSON", identity_number=CARD.lower())
    own = planned.refused(
        planned.move,
        "investors",
        first,
        "correct_investor",
        name="温知夏",
        kind="PERSON",
        identity_number=CARD,
        **TOLD,
    )

    assert (second, own) == (["number_is_listed"], [])


def test_who_was_struck_may_be_listed_again_with_his_number(planned: Liquidation) -> None:
    first = investor(planned, "温知夏", 100, kind="PERSON", identity_number=CARD)
    planned.move("investors", first, "strike_investor", reason="登记有误。")

    assert investor(planned, "温知夏", 100, kind="PERSON", identity_number=CARD) == first + 1
