"""Groups of bank lines against groups of entries: a payment file against the payments the bank booked."""

from collections.abc import Callable

import pytest

from court_app.errors import BadInput, Forbidden
from court_app.services.estate import bank_agreements, bank_matching, bank_statements
from court_app.services.estate.bank_matching import Outcome
from court_app.services.estate.reconciliation import WantedOpen
from models import Case
from models.vocabulary import MatchWay
from tests.liquidation.paying_out import NUMBER, account, handed_over, result
from tests.liquidation.playing import CLERK, Liquidation
from tests.liquidation.test_estate_account import enter, reverse
from tests.liquidation.test_reconciliation import as_at

At = Callable[[str], Liquidation]
HEADING = "日期,收入,支出,余额,对方户名,对方账号,摘要,流水号"
NAMES = {1: "甲公司", 2: "乙公司", 3: "丙（江澜）公司"}
Line = tuple[int, str, str]
"""What it changes the balance by in yuan, name and account of the other side."""


@pytest.fixture
def planned(at: At) -> Liquidation:
    """A case with 750,000 yuan in the bank."""
    return at("planned")


@pytest.fixture
def sent(planned: Liquidation) -> Liquidation:
    """Three claims have 120,000 yuan each of the last distribution; the file of it is with the bank."""
    planned.final(360_000)
    for serial, name in NAMES.items():
        account(planned, serial, account_name=name)
    handed_over(planned)
    return planned


def matched(case: Liquidation, *lines: Line, days: int = 0) -> Outcome:
    """A statement that begins with what came in is imported and matched."""
    balance, rows = 750_000, [f"{case.play.day},750000,,750000,买受人,,价款,R0"]
    case.later(days)
    for place, (yuan, name, number) in enumerate(lines, 1):
        balance += yuan
        came, went = (yuan, "") if yuan > 0 else ("", -yuan)
        rows.append(f"{case.play.day},{came},{went},{balance},{name},{number},款项,R{place}")
    content = "\n".join([HEADING, *rows]).encode()
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        serial = bank_statements.upload(occasion, case.case, "流水.csv", content).serial
        bank_statements.confirm(occasion, case.case, serial)
        return bank_matching.match_all(occasion, case.case)


def by_hand(case: Liquidation, lines: list[int], entries: list[int], all_of: WantedOpen | None = None) -> int:
    """Lines of the bank are matched with entries; returns the agreement."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        return bank_matching.match_by_hand(occasion, case.case, lines, entries, all_of=all_of).id


def agreements(case: Liquidation) -> list[tuple[MatchWay, int, int, int]]:
    """What agrees: how it was found, how many lines and entries, in yuan; first found first."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        found, _ = bank_agreements.agreements(occasion, session.get_one(Case, case.case))
        made = sorted((one.agreement for one in found), key=lambda one: one.id)
        return [(one.way, one.bank_lines, one.entries, one.change_fen // 100) for one in made]


def test_a_payment_file_is_one_entry_and_agrees_with_every_payment_that_the_bank_booked(
    sent: Liquidation,
) -> None:
    result(sent, 1, "1-3")
    paid = [(-120_000, name, f"{NUMBER}{serial:03d}") for serial, name in NAMES.items()]

    outcome = matched(sent, *paid[:2], (-120_000, "丙(江澜)公司", ""), days=2)

    assert (outcome.lines, outcome.entries, outcome.lines_left, outcome.entries_left) == (4, 2, 0, 0)
    assert (MatchWay.FILE, 3, 1, -360_000) in agreements(sent)
    assert (as_at(sent).difference_fen, as_at(sent).unexplained_fen) == (0, 0)
    assert [str(text) for text in outcome.told()] == [
        "自动核对：4行银行流水与2笔分录相符。",
        "银行流水和分录已全部核对。",
    ]


def test_what_the_bank_paid_of_a_file_on_one_day_is_one_entry_with_those_payments(sent: Liquidation) -> None:
    result(sent, 1, "1,3", p2="账号户名不符")

    outcome = matched(sent, *[(-120_000, NAMES[serial], "") for serial in (1, 3)])

    assert (outcome.lines, outcome.entries_left) == (3, 0)


def test_a_file_of_which_a_payment_is_missing_is_named_and_left_open(sent: Liquidation) -> None:
    result(sent, 1, "1-3")

    outcome = matched(sent, *[(-120_000, NAMES[serial], "") for serial in (1, 3)])

    assert (outcome.lines, outcome.lines_left, outcome.entries_left) == (1, 2, 1)
    assert str(outcome.told()[-1]).endswith("（付款文件）有3笔付款，银行流水中能够确定的为2笔，未核对。")
    assert as_at(sent).unexplained_fen == 0


def test_until_all_of_an_agreement_is_booked_its_rows_are_open_on_both_sides(sent: Liquidation) -> None:
    result(sent, 1, "1-3")
    day = sent.play.day
    matched(sent, *[(-120_000, name, "") for name in NAMES.values()], days=2)

    before, now = as_at(sent, day), as_at(sent)

    assert (before.ledger_only_fen, before.unexplained_fen) == (-36_000_000, 0)
    assert (now.ledger_only_fen, now.bank_only_fen, now.unexplained_fen) == (0, 0, 0)


def test_several_lines_and_several_entries_of_one_sum_are_matched_by_hand_and_opened_again(
    planned: Liquidation,
) -> None:
    for yuan in ("100", "50"):
        enter(planned, kind="INTEREST", amount_fen=yuan)
    matched(planned, (120, "利息", ""), (30, "利息", ""))
    found = as_at(planned)
    lines, entries = [one.id for one in found.bank_rows], [one.id for one in found.ledger_rows]

    made = by_hand(planned, lines, entries)

    assert (as_at(planned).difference_fen, as_at(planned).bank.all_count) == (0, 0)
    assert agreements(planned)[-1] == (MatchWay.HAND, 2, 2, 150)
    with pytest.raises(BadInput):
        by_hand(planned, lines, entries)
    with planned.play.bench.writing() as session, session.begin():
        bank_matching.unmatch(planned.play.occasion(session, CLERK), planned.case, made)
    again = as_at(planned)
    assert ([one.id for one in again.bank_rows], again.unexplained_fen) == (lines, 0)


@pytest.mark.parametrize(("text", "agrees"), [("利息甲", True), ("利息", False)])
def test_all_lines_that_are_looked_for_are_matched_at_once_if_the_sums_are_equal(
    planned: Liquidation, text: str, agrees: bool
) -> None:
    enter(planned, kind="INTEREST", amount_fen="300")
    matched(planned, (100, "利息甲", ""), (200, "利息甲", ""), (1, "利息乙", ""))
    (entry,) = (one.id for one in as_at(planned).ledger_rows)

    if agrees:
        by_hand(planned, [], [entry], WantedOpen(text=text))
        assert [one.counterparty for one in as_at(planned).bank_rows] == ["利息乙"]
    else:
        with pytest.raises(BadInput) as wrong:
            by_hand(planned, [], [entry], WantedOpen(text=text))
        assert "相差1.00元" in str(wrong.value.fields["ledger_lines"][0])


def test_nothing_is_matched_with_nothing(planned: Liquidation) -> None:
    enter(planned, kind="INTEREST", amount_fen="20")
    matched(planned, (15, "利息", ""))
    found = as_at(planned)
    line, entry = found.bank_rows[0].id, found.ledger_rows[0].id

    for lines, entries in (([], [entry]), ([line], []), ([line, 99_999], [entry]), ([line], [99_999])):
        with pytest.raises(BadInput):
            by_hand(planned, lines, entries)


def test_who_does_not_keep_the_account_matches_nothing(planned: Liquidation) -> None:
    with planned.play.bench.writing() as session, pytest.raises(Forbidden):
        bank_matching.match_all(planned.play.occasion(session, "jiancha"), planned.case)


def test_an_entry_that_agrees_with_several_lines_is_not_reversed_before_that_is_taken_back(
    planned: Liquidation,
) -> None:
    made = enter(planned, kind="INTEREST", amount_fen="300")
    matched(planned, (100, "利息", ""), (200, "利息", ""))
    found = as_at(planned)
    by_hand(planned, [one.id for one in found.bank_rows], [one.id for one in found.ledger_rows])

    with pytest.raises(BadInput):
        reverse(planned, made)


def test_an_automatic_matching_that_finds_nothing_says_so(planned: Liquidation) -> None:
    outcome = matched(planned)
    again = matched_again(planned)

    assert (outcome.lines, again.lines) == (1, 0)
    assert str(again.told()[0]) == "没有可以自动核对的银行流水和分录。"


def matched_again(case: Liquidation) -> Outcome:
    """Match once more."""
    with case.play.bench.writing() as session, session.begin():
        return bank_matching.match_all(case.play.occasion(session, CLERK), case.case)
