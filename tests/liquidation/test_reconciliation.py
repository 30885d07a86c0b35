"""The bank's word against the ledger: read whole or not at all, matched, every difference named."""

from collections.abc import Callable
from datetime import date

import pytest

from court_app.errors import BadInput, Forbidden
from court_app.services.estate import bank_agreements, bank_matching, bank_statements, reconciliation
from court_app.services.estate.reconciliation import Reconciliation
from court_app.services.exporting import as_workbook
from models import Case
from tests.liquidation.playing import CLERK, JUDGE, Liquidation
from tests.liquidation.test_estate_account import enter, reverse

At = Callable[[str], Liquidation]
HEADING = ["日期", "收入", "支出", "余额", "对方户名", "摘要", "流水号"]


@pytest.fixture
def planned(at: At) -> Liquidation:
    """A case with 750,000 yuan in the bank."""
    return at("planned")


def csv_of(*rows: list[str]) -> bytes:
    """A statement as banks give it."""
    return "\n".join(",".join(row) for row in [HEADING, *rows]).encode()


def line(
    case: Liquidation, came: str, went: str, balance: str, reference: str, days_ago: int = 0
) -> list[str]:
    """A line of a statement."""
    return [case.play.day.isoformat(), came, went, balance, "江澜正通机电有限公司", "款项", reference]


def upload(case: Liquidation, content: bytes, who: str = CLERK) -> int:
    """Upload a statement; returns its number."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, who)
        return bank_statements.upload(occasion, case.case, "流水.csv", content).serial


def confirmed(case: Liquidation, *rows: list[str]) -> int:
    """Upload a statement, import it and match it; returns how many lines were matched."""
    serial = upload(case, csv_of(*rows))
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        bank_statements.confirm(occasion, case.case, serial)
        return bank_matching.match_all(occasion, case.case).lines


def as_at(case: Liquidation, on: date | None = None) -> Reconciliation:
    """The reconciliation as at a day, with its rows."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return reconciliation.as_at(occasion, session.get_one(Case, case.case), on or case.play.day)


def faults(case: Liquidation, *rows: list[str]) -> list[str]:
    """What is said of a statement that is refused; nothing is written."""
    with pytest.raises(BadInput) as wrong:
        upload(case, csv_of(*rows))
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        assert bank_statements.of_case(occasion, session.get_one(Case, case.case)) == []
    return [str(text) for texts in wrong.value.fields.values() for text in texts]


def test_what_both_say_is_matched_by_sum_and_day_and_nothing_stays_open(planned: Liquidation) -> None:
    matched = confirmed(planned, line(planned, "750000", "", "750000", "A1"))

    found = as_at(planned)
    assert (matched, found.difference_fen, found.unexplained_fen) == (1, 0, 0)
    assert (list(found.bank_rows), list(found.ledger_rows)) == ([], [])


def test_a_difference_opens_into_the_rows_of_both_sides(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="20")

    confirmed(planned, line(planned, "750000", "", "750000", "A1"), line(planned, "", "15", "749985", "A2"))

    found = as_at(planned)
    assert (found.ledger_only_fen, found.bank_only_fen) == (2_000, -1_500)
    assert (found.difference_fen, found.unexplained_fen) == (3_500, 0)
    assert [str(one) for one in found.working()][-2:] == ["银行流水余额749,985.00元。", "差额0.00元。"]


@pytest.mark.parametrize(("days", "matched"), [(3, 1), (4, 0)])
def test_a_bank_that_books_some_days_later_is_matched_within_the_window(
    planned: Liquidation, days: int, matched: int
) -> None:
    planned.later(days)

    assert confirmed(planned, line(planned, "750000", "", "750000", "A1")) == matched


def test_a_line_with_the_reference_of_an_entry_is_matched_whatever_the_day(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="20", reference="A1")
    planned.later(10)

    assert confirmed(planned, line(planned, "20", "", "20", "A1")) == 1


def test_two_entries_that_could_be_meant_are_left_to_a_person(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="20")
    enter(planned, kind="INTEREST", amount_fen="20")

    assert confirmed(planned, line(planned, "20", "", "20", "A1")) == 0


def test_one_payment_of_the_bank_is_matched_by_hand_with_several_entries(planned: Liquidation) -> None:
    enter(planned, kind="FEE", amount_fen="10")
    enter(planned, kind="FEE", amount_fen="5")
    confirmed(planned, line(planned, "750000", "", "750000", "A1"), line(planned, "", "15", "749985", "A2"))
    open_now = as_at(planned)
    (said,), entries = open_now.bank_rows, open_now.ledger_rows

    with planned.play.bench.writing() as session, session.begin():
        occasion = planned.play.occasion(session, CLERK)
        with pytest.raises(BadInput):
            bank_matching.match_by_hand(occasion, planned.case, [said.id], [entries[0].id])
        chosen = [one.id for one in entries]
        bank_matching.match_by_hand(occasion, planned.case, [said.id], chosen)

    assert (as_at(planned).difference_fen, list(as_at(planned).ledger_rows)) == (0, [])


def test_what_was_matched_can_be_opened_again_and_until_then_the_entry_is_not_reversed(
    planned: Liquidation,
) -> None:
    made = enter(planned, kind="INTEREST", amount_fen="20", reference="A2")
    confirmed(planned, line(planned, "750000", "", "750000", "A1"), line(planned, "20", "", "750020", "A2"))
    with pytest.raises(BadInput):
        reverse(planned, made)
    with planned.play.bench.writing() as session, session.begin():
        occasion = planned.play.occasion(session, CLERK)
        case = session.get_one(Case, planned.case)
        matched, _ = bank_agreements.agreements(occasion, case)
        chosen = next(one.agreement.id for one in matched if one.line.reference == "A2")
        bank_matching.unmatch(occasion, planned.case, chosen)

    reverse(planned, made)

    found = as_at(planned)
    assert (found.bank_only_fen, found.ledger_only_fen, found.unexplained_fen) == (2_000, 0, 0)


def test_at_an_earlier_day_what_the_bank_books_later_is_still_open(planned: Liquidation) -> None:
    day = planned.play.day
    planned.later(2)
    confirmed(planned, line(planned, "750000", "", "750000", "A1"))

    before, now = as_at(planned, day), as_at(planned)

    assert (before.ledger_only_fen, before.statement_fen, before.unexplained_fen) == (75_000_000, 0, 0)
    assert now.difference_fen == 0


def test_a_statement_that_begins_with_money_shows_it_as_a_row_of_its_own(planned: Liquidation) -> None:
    confirmed(planned, line(planned, "750000", "", "750100", "A1"))

    found = as_at(planned)

    assert (found.opening_fen, found.difference_fen, found.unexplained_fen) == (10_000, -10_000, 0)


def test_a_wrong_running_balance_is_named_and_nothing_is_written(planned: Liquidation) -> None:
    said = faults(
        planned,
        line(planned, "750000", "", "750000", "A1"),
        line(planned, "", "15", "749980", "A2"),
    )

    assert said == ["第3行“余额”：余额应为749,985.00元（上一行余额750,000.00元，加收入、减支出）。"]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (["2026/13/01", "1", "", "1", "", "", "A"], "日期"),
        (["2020-01-01", "1", "", "1", "", "", "A"], "日期"),
        (["DAY", "1.234", "", "1", "", "", "A"], "收入"),
        (["DAY", "1", "1", "1", "", "", "A"], "收入"),
        (["DAY", "", "", "1", "", "", "A"], "收入"),
        (["DAY", "1", "", "x", "", "", "A"], "余额"),
        (["DAY", "1", "", "1", "", "", ""], "流水号"),
        (["DAY", "1", "", "1", "=1+1", "", "A"], "对方户名"),
    ],
)
def test_a_wrong_cell_is_named(planned: Liquidation, row: list[str], column: str) -> None:
    today = planned.play.day.isoformat()

    said = faults(planned, [today if cell == "DAY" else cell for cell in row])

    assert len(said) == 1
    assert said[0].startswith(f"第2行“{column}”：")


def test_two_lines_with_one_reference_are_refused(planned: Liquidation) -> None:
    said = faults(planned, line(planned, "1", "", "1", "A1"), line(planned, "1", "", "2", "A1"))

    assert said == ["第3行与第2行的流水号相同：A1。"]


def test_lines_that_were_imported_before_are_shown_and_not_imported_again(planned: Liquidation) -> None:
    confirmed(planned, line(planned, "1", "", "1", "A1"))

    for rows, words in (
        ([line(planned, "1", "", "1", "A1")], "都已经导入过"),
        ([line(planned, "1", "", "1", "A1"), line(planned, "1", "", "2", "A2")], "已经导入过：A1"),
    ):
        with pytest.raises(BadInput) as wrong:
            upload(planned, csv_of(*rows))
        assert words in str(wrong.value.fields["file"][0])


def test_a_statement_goes_on_where_the_last_one_ended(planned: Liquidation) -> None:
    confirmed(planned, line(planned, "1", "", "1", "A1"))

    with pytest.raises(BadInput) as wrong:
        upload(planned, csv_of(line(planned, "1", "", "3", "A2")))

    assert "不衔接" in str(wrong.value.fields["file"][0])
    assert upload(planned, csv_of(line(planned, "1", "", "2", "A2"))) == 2


def test_a_statement_with_its_newest_line_first_is_turned_round(planned: Liquidation) -> None:
    confirmed(planned, line(planned, "", "15", "749985", "A2"), line(planned, "750000", "", "750000", "A1"))

    assert (as_at(planned).statement_fen, as_at(planned).opening_fen) == (74_998_500, 0)


def test_a_workbook_is_read_like_a_csv_file(planned: Liquidation) -> None:
    content = as_workbook(HEADING, [line(planned, "750000", "", "750000", "A1")])

    assert upload(planned, content) == 1


def test_a_table_without_the_needed_columns_is_refused(planned: Liquidation) -> None:
    with pytest.raises(BadInput) as wrong:
        upload(planned, "日期,金额\n2026-03-02,1".encode())

    assert "必须有" in str(wrong.value.fields["file"][0])


def test_a_statement_that_is_given_up_counts_for_nothing(planned: Liquidation) -> None:
    serial = upload(planned, csv_of(line(planned, "1", "", "1", "A1")))

    with planned.play.bench.writing() as session, session.begin():
        bank_statements.discard(planned.play.occasion(session, CLERK), planned.case, serial)

    assert as_at(planned).statement_on is None


def test_who_does_not_keep_the_account_imports_nothing(planned: Liquidation) -> None:
    with pytest.raises(Forbidden):
        upload(planned, csv_of(line(planned, "1", "", "1", "A1")), "jiancha")

    assert upload(planned, csv_of(line(planned, "1", "", "1", "A1")), JUDGE) == 1


def test_a_statement_that_was_uploaded_twice_is_imported_once_even_if_it_comes_to_nothing(
    planned: Liquidation,
) -> None:
    content = csv_of(
        line(planned, "100", "", "750100", "T1"),
        line(planned, "", "100", "750000", "T2"),
    )
    first, second = upload(planned, content), upload(planned, content)

    with planned.play.bench.writing() as session, session.begin():
        bank_statements.confirm(planned.play.occasion(session, CLERK), planned.case, first)
    with pytest.raises(BadInput), planned.play.bench.writing() as session, session.begin():
        bank_statements.confirm(planned.play.occasion(session, CLERK), planned.case, second)
