"""Receipts under a failed plan out of a table: every wrong row is named, right ones are recorded at once."""

from datetime import timedelta

import pytest

from court_app.errors import BadInput
from court_app.services.equalisation import receipt_checks, receipt_tables
from court_app.services.equalisation.receipt_checks import Checked
from court_app.services.filing import filing_codes, filing_desk
from models import Case, CaseEvent, FilingCode
from tests.liquidation.playing import CLERK, Liquidation
from tests.liquidation.test_failed_plans import claim, failed
from workflows.engine import StepRefused

HEADING = "债权表序号,债权人,原债权,已受偿,受偿日期,证据"


def day_of(case: Liquidation, before: int = 10) -> str:
    """A day while the plan was performed."""
    return (case.play.day - timedelta(days=before)).isoformat()


def uploaded(case: Liquidation, *rows: str, who: str = CLERK) -> int:
    """A table is uploaded; returns its number."""
    content = "\n".join((HEADING, *rows)).encode()
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, who)
        return receipt_tables.upload(occasion, case.case, "受偿.csv", content).serial


def looked_at(case: Liquidation, serial: int) -> Checked:
    """The rows as the page shows them."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        table = receipt_tables.find(occasion, session.get_one(Case, case.case), serial)
        return receipt_checks.looked_at(occasion, table)


def run(case: Liquidation, serial: int) -> int:
    """The right rows are recorded; returns how many."""
    with case.play.bench.writing() as session, session.begin():
        return receipt_tables.run(case.play.occasion(session, CLERK), case.case, serial).imported


def test_right_rows_are_recorded_at_once_and_claims_stand_at_the_rest(declared: Liquidation) -> None:
    failed(declared)
    day = day_of(declared)
    serial = uploaded(
        declared,
        f"1,江澜市恒泰贸易有限公司,900000.00,300000.00,{day},凭证1",
        f"2,,,200000,{day.replace('-', '/')},凭证2",
        f"1,,,50000,{day},凭证3",
    )

    assert run(declared, serial) == 3
    assert [claim(declared, n).amount_fen for n in (1, 2, 3)] == [55_000_000, 70_000_000, 90_000_000]
    with declared.play.bench.reading() as session:
        events = session.query(CaseEvent).filter_by(case_id=declared.case, step="record_plan_receipt").all()
        assert [event.payload["serials"] for event in events] == ["1-3"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("77,,,1,{day},凭证", "债权表序号"),
        ("一,,,1,{day},凭证", "债权表序号"),
        ("1,望川润达物流有限公司,,1,{day},凭证", "债权人"),
        ("1,,1000000,1,{day},凭证", "原债权"),
        ("1,,,900000.01,{day},凭证", "已受偿"),
        ("1,,,十万,{day},凭证", "已受偿"),
        ("1,,,1,{early},凭证", "受偿日期"),
        ("1,,,1,昨天,凭证", "受偿日期"),
        ("1,,,1,{day},", "证据"),
    ],
)
def test_a_row_that_does_not_fit_is_named_by_its_column_and_not_recorded(
    declared: Liquidation, row: str, column: str
) -> None:
    failed(declared)
    typed = row.format(day=day_of(declared), early=day_of(declared, 31))
    serial = uploaded(declared, typed, f"2,,,5,{day_of(declared)},凭证2")

    found = looked_at(declared, serial)

    assert [(one.number, [name for name, _ in one.wrong]) for one in found.wrong] == [(2, [column])]
    assert run(declared, serial) == 1


def test_rows_of_one_claim_add_up_to_the_claim_at_most(declared: Liquidation) -> None:
    failed(declared)
    day = day_of(declared)
    serial = uploaded(
        declared, f"1,,,600000,{day},凭证1", f"1,,,300000.01,{day},凭证2", f"1,,,300000,{day},凭证3"
    )

    found = looked_at(declared, serial)

    assert [row.number for row in found.wrong] == [3]
    assert found.right_fen == 90_000_000


def test_what_was_recorded_before_is_not_recorded_again(declared: Liquidation) -> None:
    failed(declared)
    row = f"1,,,100000,{day_of(declared)},凭证1"
    run(declared, uploaded(declared, row))

    again = uploaded(declared, row)

    assert [one.number for one in looked_at(declared, again).wrong] == [2]
    with pytest.raises(BadInput):
        run(declared, again)


def test_a_table_is_recorded_once(declared: Liquidation) -> None:
    failed(declared)
    serial = uploaded(declared, f"1,,,100000,{day_of(declared)},凭证1")
    run(declared, serial)

    with pytest.raises(BadInput):
        run(declared, serial)
    assert claim(declared, 1).plan_received_fen == 10_000_000


def test_without_a_failed_plan_no_table_is_taken(declared: Liquidation) -> None:
    with pytest.raises(StepRefused):
        uploaded(declared, f"1,,,100000,{day_of(declared)},凭证1")


@pytest.mark.parametrize("heading", ["债权表序号,已受偿", HEADING + ",电话", HEADING + ",证据"])
def test_a_table_with_other_columns_is_refused_as_a_whole(declared: Liquidation, heading: str) -> None:
    failed(declared)
    content = f"{heading}\n1,2".encode()

    with declared.play.bench.writing() as session, pytest.raises(BadInput):
        receipt_tables.upload(declared.play.occasion(session, CLERK), declared.case, "表.csv", content)


def undone(case: Liquidation, serial: int, reason: str = "表格取错了年度。") -> list[str]:
    """A table is taken back as a whole; returns the fields with which that is refused."""
    try:
        with case.play.bench.writing() as session, session.begin():
            receipt_tables.undo(case.play.occasion(session, CLERK), case.case, serial, reason)
    except BadInput as error:
        return list(error.fields)
    return []


def test_a_table_is_taken_back_as_a_whole_and_the_claims_stand_as_before(declared: Liquidation) -> None:
    failed(declared)
    day = day_of(declared)
    serial = uploaded(declared, f"1,,,300000,{day},凭证1", f"2,,,200000,{day},凭证2")
    run(declared, serial)
    declared.move("plan_receipts", 1, "cancel_plan_receipt", reason="登记有误。")

    without_reason, refused = undone(declared, serial, " "), undone(declared, serial)

    assert (without_reason, refused) == (["reason"], [])
    assert [claim(declared, n).amount_fen for n in (1, 2)] == [90_000_000, 90_000_000]
    assert undone(declared, serial) == ["state"]
    with declared.play.bench.reading() as session:
        last = session.query(CaseEvent).filter_by(case_id=declared.case, step="cancel_plan_receipt").all()[-1]
        assert (last.payload["serials"], last.payload["reason"]) == ("2-2", "表格取错了年度。")


def test_a_table_that_a_distribution_has_looked_at_is_not_taken_back(declared: Liquidation) -> None:
    failed(declared)
    serial = uploaded(declared, f"1,,,300000,{day_of(declared)},凭证1")
    run(declared, serial)
    declared.hold_money(1_000_000)
    declared.plan_adopted()
    declared.final(100_000)

    assert undone(declared, serial) == ["state"]


def test_what_was_taken_back_can_be_uploaded_again(declared: Liquidation) -> None:
    failed(declared)
    row = f"1,,,100000,{day_of(declared)},凭证1"
    first = uploaded(declared, row)
    run(declared, first)
    undone(declared, first)

    assert run(declared, uploaded(declared, row)) == 1


def test_a_creditor_sees_by_his_code_what_is_recorded_as_received_by_him(declared: Liquidation) -> None:
    failed(declared)
    run(declared, uploaded(declared, f"1,,,300000,{day_of(declared)},凭证1"))
    with declared.play.bench.writing() as session, session.begin():
        filing_codes.issue_to_known(declared.play.occasion(session, CLERK), declared.case)

    with declared.play.bench.reading() as session:
        codes = session.query(FilingCode).filter_by(case_id=declared.case).order_by(FilingCode.serial)
        occasion = declared.play.occasion(session, CLERK)
        seen = {
            own.claim.serial: [one.received_fen for one in own.plan_receipts]
            for code in codes
            for own in filing_desk.own_claims(occasion, code)
        }

    assert seen == {1: [30_000_000], 2: [], 3: []}
