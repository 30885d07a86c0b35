"""Employees file nothing: the administrator lists, corrects or refuses; an employee may sue (EBL 48(2))."""

from typing import Any

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.claims import claim_import, claim_import_run, claims_counted
from court_app.services.claims.employee_table import EMPLOYEES, examples
from court_app.services.sheets import Days, read_sheet
from models import Claim, ClaimEntry, ClaimFigure, ClaimImport
from models.vocabulary import ClaimClass, FigureKind, ImportKind, ImportState, PartyKind
from tests.liquidation.playing import CLERK, FIRST_DAY, JUDGE, Liquidation, file_claims, meet, publish
from tests.liquidation.test_claims import announce
from tests.liquidation.test_set_offs import accepted, notified

HEADING = "职工姓名,身份证号,工资,补偿金,合计金额,董事监事高管,已按职工平均工资计算"
WAGES: dict[str, Any] = {"figures": [{"kind": "WAGES", "filed_fen": "21600.00"}], "basis": "工资3个月"}


def list_of(*lines: str) -> bytes:
    """A list of employees as CSV."""
    return "\n".join((HEADING, *lines)).encode()


TWO = list_of("梁晓禾,T-001,21600,14400.5,,,", "许承远,T-002,,,80000.00,是,是")


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed and listed."""
    announce(opened)
    return opened


@pytest.fixture
def listed(invited: Liquidation) -> Liquidation:
    """One employee is on the list with 21,600.00 of wages, as claim 1."""
    invited.begin(
        "claims", "list_employee_claim", creditor_name="梁晓禾", publicised_on=today(invited), **WAGES
    )
    return invited


def today(case: Liquidation) -> str:
    """The day it is in the case."""
    return case.play.day.isoformat()


def upload(case: Liquidation, content: bytes, publicised_on: str | None) -> int:
    """The clerk uploads a list of employees; returns its number."""
    with case.play.bench.writing() as session, session.begin():
        return claim_import.upload(
            case.play.occasion(session, CLERK),
            case.case,
            "职工.csv",
            content,
            kind=ImportKind.EMPLOYEES,
            publicised_on=publicised_on,
        ).serial


def run(case: Liquidation, serial: int) -> None:
    """The clerk has a list imported."""
    with case.play.bench.writing() as session, session.begin():
        claim_import_run.run(case.play.occasion(session, CLERK), case.case, serial)


def undo(case: Liquidation, serial: int) -> None:
    """The clerk takes a list back."""
    with case.play.bench.writing() as session, session.begin():
        claim_import_run.undo(case.play.occasion(session, CLERK), case.case, serial, "重复上传")


def table(case: Liquidation) -> ClaimImport:
    """The newest table of the case."""
    with case.play.bench.reading() as session:
        chosen = select(ClaimImport).where(ClaimImport.case_id == case.case)
        return session.scalars(chosen.order_by(ClaimImport.serial.desc())).first() or ClaimImport()


def claims_of(case: Liquidation) -> list[Claim]:
    """The claims of the case, by number."""
    with case.play.bench.reading() as session:
        chosen = select(Claim).where(Claim.case_id == case.case).order_by(Claim.serial)
        return list(session.scalars(chosen))


def said(*lines: str) -> list[tuple[int, str]]:
    """The row and the column of everything that is wrong with a list."""
    return [
        (row.number, name)
        for row in read_sheet(list_of(*lines), Days(FIRST_DAY, FIRST_DAY), EMPLOYEES)
        for name, _ in row.wrong
    ]


def test_a_list_of_employees_comes_into_the_claims_table_admitted_as_listed(invited: Liquidation) -> None:
    serial = upload(invited, TWO, today(invited))

    run(invited, serial)

    first, second = claims_of(invited)
    assert {claim.state for claim in (first, second)} == {"LISTED"}
    assert {claim.claim_class for claim in (first, second)} == {ClaimClass.EMP}
    assert [(claim.filed_fen, claim.admitted_fen) for claim in (first, second)] == [
        (3_600_050, 3_600_050),
        (8_000_000, 8_000_000),
    ]
    assert (first.basis, second.flags["manager"]) == ("工资、补偿金", True)
    assert {claim.flags["publicised_on"] for claim in (first, second)} == {today(invited)}
    assert {claim.party.kind for claim in (first, second)} == {PartyKind.PERSON}


def test_a_listed_employee_stands_in_the_register_with_his_items(invited: Liquidation) -> None:
    run(invited, upload(invited, TWO, today(invited)))

    with invited.play.bench.reading() as session:
        figures = session.execute(
            select(ClaimFigure.kind, ClaimFigure.admitted_fen)
            .join(Claim)
            .where(Claim.case_id == invited.case)
            .order_by(ClaimFigure.id)
        ).all()
        entered = session.scalars(select(ClaimEntry.state).where(ClaimEntry.case_id == invited.case)).all()
    assert [tuple(row) for row in figures] == [
        (FigureKind.WAGES, 2_160_000),
        (FigureKind.COMPENSATION, 1_440_050),
        (FigureKind.WHOLE, 8_000_000),
    ]
    assert list(entered) == ["LISTED", "LISTED"]


def test_a_list_says_when_it_was_publicised_and_not_on_a_day_to_come(invited: Liquidation) -> None:
    with pytest.raises(ValidationError) as missing:
        upload(invited, TWO, None)
    with pytest.raises(ValidationError) as later:
        upload(invited, TWO, "2099-01-01")

    assert "publicised_on" in missing.value.normalized_messages()
    assert "publicised_on" in later.value.normalized_messages()


def test_employees_of_one_name_are_told_apart_by_identity_number_and_listed_once(
    invited: Liquidation,
) -> None:
    run(invited, upload(invited, TWO, today(invited)))

    upload(
        invited,
        list_of("梁晓禾,T-001,500,,,,", "梁晓禾,T-009,700,,,,", "梁晓禾,T-009,900,,,,"),
        today(invited),
    )

    found = table(invited)
    assert (found.rows, found.duplicates, found.to_import) == (3, 2, 1)


def test_two_employees_of_one_name_become_two_people(invited: Liquidation) -> None:
    run(invited, upload(invited, list_of("梁晓禾,T-001,500,,,,", "梁晓禾,T-009,700,,,,"), today(invited)))

    first, second = claims_of(invited)
    assert first.party_id != second.party_id
    assert (first.party.id_number, second.party.id_number) == ("T-001", "T-009")


def test_a_manager_above_the_average_wage_is_named_as_wrong(invited: Liquidation) -> None:
    wrong = said(
        "许承远,,80000,,,是,",
        "许承远,,80000,,,是,是",
        "许承远,,80000,,,,",
        ",,1,,,,",
        "甲,,1,2,4,,",
        "甲,,=1,,,,",
    )

    assert wrong == [(2, "已按职工平均工资计算"), (5, "职工姓名"), (6, "合计金额"), (7, "工资")]


def test_a_column_of_filed_claims_is_none_of_the_list(invited: Liquidation) -> None:
    upload(invited, "职工姓名,本金\n甲,1".encode(), today(invited))

    assert table(invited).state == ImportState.UNREADABLE


def test_the_blank_list_can_be_filled_in_and_read() -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (list(EMPLOYEES.readers), *examples())]

    rows = list(read_sheet("\n".join(lines).encode(), Days(FIRST_DAY, FIRST_DAY), EMPLOYEES))

    assert [row.wrong for row in rows] == [[], []]


def test_a_list_is_not_withdrawn_as_a_whole_once_something_was_set_off(invited: Liquidation) -> None:
    serial = upload(invited, TWO, today(invited))
    run(invited, serial)
    accepted(invited, notified(invited, asserted_fen="1000", debt_fen="1000"))

    with pytest.raises(BadInput) as refused:
        undo(invited, serial)

    assert "已经抵销生效" in str(refused.value.fields["state"][0])
    assert {claim.state for claim in claims_of(invited)} == {"LISTED"}


def test_a_list_is_withdrawn_as_a_whole_until_one_of_it_has_moved(invited: Liquidation) -> None:
    run(invited, upload(invited, TWO, today(invited)))

    undo(invited, 1)

    assert {claim.state for claim in claims_of(invited)} == {"WITHDRAWN"}


def test_an_employee_asks_and_the_administrator_corrects_the_list(listed: Liquidation) -> None:
    listed.move("claims", 1, "ask_list_correction", reason="少算一个月", wanted_fen="28800.00")
    again = listed.refused(listed.move, "claims", 1, "ask_list_correction", reason="再问一次")

    listed.move(
        "claims",
        1,
        "correct_list",
        figures=[{"kind": "WAGES", "filed_fen": "28800.00"}],
        basis="工资4个月",
        publicised_on=today(listed),
    )

    (claim,) = claims_of(listed)
    assert again == ["request_is_open"]
    assert (claim.state, claim.filed_fen, claim.admitted_fen) == ("LISTED", 2_880_000, 2_880_000)
    assert "correction_requested" not in claim.flags


def test_a_correction_that_changes_nothing_is_a_refusal_and_must_say_why(listed: Liquidation) -> None:
    listed.move("claims", 1, "ask_list_correction", reason="少算一个月")

    same = listed.refused(listed.move, "claims", 1, "correct_list", **WAGES, publicised_on=today(listed))

    assert same == ["nothing_is_corrected"]


def test_an_employee_sues_only_after_a_refusal(listed: Liquidation) -> None:
    suit = {"forum": "江澜市中级人民法院", "claimed_fen": "28800.00"}
    too_early = listed.refused(listed.move, "claims", 1, "sue_on_list", **suit)
    listed.move("claims", 1, "ask_list_correction", reason="少算一个月")
    listed.move("claims", 1, "refuse_list_correction", reason="考勤表显示三个月")

    listed.move("claims", 1, "sue_on_list", **suit)

    (claim,) = claims_of(listed)
    assert too_early
    assert (claim.state, claim.admitted_fen) == ("SUED", 2_160_000)
    assert claims_counted.counted_fen(claim) == 2_880_000


def test_a_judgment_on_the_list_fixes_the_employees_claim(listed: Liquidation) -> None:
    listed.move("claims", 1, "ask_list_correction", reason="少算一个月")
    listed.move("claims", 1, "refuse_list_correction", reason="考勤表显示三个月")
    listed.move("claims", 1, "sue_on_list", forum="江澜市中级人民法院", claimed_fen="28800.00")

    listed.move(
        "claims",
        1,
        "judge",
        fixed_fen="25000.00",
        claim_class="EMP",
        reference="（2026）测0101民初1号民事判决书",
    )

    (claim,) = claims_of(listed)
    assert (claim.state, claim.amount_fen) == ("JUDGED", 2_500_000)


def test_only_listed_claims_are_corrected_in_the_list(invited: Liquidation) -> None:
    serial = invited.begin("claims", "file_claim", creditor_name="临江五金商行", filed_fen="100.00")
    invited.move("claims", serial, "register_claim")
    invited.move(
        "claims",
        serial,
        "review_claim",
        admitted_fen="100.00",
        claim_class="ORD",
        limitation_kept=True,
        opinion="属实",
    )
    invited.move("claims", serial, "list_claim")

    assert invited.refused(invited.move, "claims", serial, "ask_list_correction", reason="有误") == [
        "not_on_the_list"
    ]


@pytest.fixture
def verified(opened: Liquidation) -> Liquidation:
    """The first meeting has verified a creditor's claim, 1, and an employee's, 2."""
    publish(opened)
    file_claims(opened, 1)
    opened.begin(
        "claims", "list_employee_claim", creditor_name="梁晓禾", publicised_on=today(opened), **WAGES
    )
    opened.later(55)
    meet(opened)
    return opened


def test_what_an_employee_asks_to_have_corrected_is_not_confirmed(verified: Liquidation) -> None:
    verified.move("claims", 2, "ask_list_correction", reason="少算一个月")

    with pytest.raises(BadInput) as named:
        verified.step("confirm_claims", JUDGE, serials="2")
    verified.step("confirm_claims", JUDGE)

    assert "serials" in named.value.fields
    assert [claim.state for claim in claims_of(verified)] == ["CONFIRMED", "VERIFIED"]


def test_an_employees_claim_is_confirmed_once_his_request_was_answered(verified: Liquidation) -> None:
    verified.move("claims", 2, "ask_list_correction", reason="少算一个月")
    verified.move("claims", 2, "refuse_list_correction", reason="考勤表显示三个月")

    verified.step("confirm_claims", JUDGE)

    assert [claim.state for claim in claims_of(verified)] == ["CONFIRMED", "CONFIRMED"]


def test_a_claim_corrected_after_its_verification_is_verified_anew(verified: Liquidation) -> None:
    verified.move("claims", 2, "ask_list_correction", reason="少算一个月")

    verified.move(
        "claims", 2, "correct_list", filed_fen="28800.00", basis="工资4个月", publicised_on=today(verified)
    )

    corrected = claims_of(verified)[1]
    assert (corrected.state, corrected.verified_on) == ("LISTED", None)


def test_an_item_that_the_court_does_not_pay_with_wages_wants_its_reason_in_the_list(
    invited: Liquidation,
) -> None:
    heading = f"职工姓名,{FigureKind.STAFF_LOAN.zh},清偿顺序的理由\n"
    upload(invited, f"{heading}梁晓禾,5000,\n许承远,5000,集资时承诺随工资发还\n".encode(), today(invited))

    found = table(invited)
    assert (found.rows, found.wrong) == (2, 1)
