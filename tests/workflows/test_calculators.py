"""The four calculators against published answers, and what they say to nonsense."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import cn2an
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from workflows.calculations.amount import amount_words
from workflows.calculations.registry import CALCULATORS, run, shown
from workflows.calendar import default_calendar
from workflows.errors import CalculationError

TODAY = date(2026, 11, 24)
NUMBERS = Path(__file__).parents[1] / "data" / "case_numbers.tsv"


def ask(name: str, data: Any) -> Any:
    """What a calculator answers, in Chinese."""
    return shown(run(name, data, calendar=default_calendar(), today=TODAY))


@pytest.mark.parametrize(
    ("start", "length", "unit", "nominal", "due"),
    [
        ("2014-05-28", 3, "month", "2014-08-28", "2014-08-28"),
        ("1999-12-31", 2, "month", "2000-02-29", "2000-02-29"),
        ("2007-10-30", 2, "month", "2007-12-30", "2008-01-02"),
        ("2025-11-30", 3, "month", "2026-02-28", "2026-02-28"),
        ("2026-03-10", 2, "month", "2026-05-10", "2026-05-11"),
        ("2026-11-23", 15, "day", "2026-12-08", "2026-12-08"),
        ("2024-02-29", 1, "year", "2025-02-28", "2025-02-28"),
        ("2026-09-22", 10, "day", "2026-10-02", "2026-10-08"),
        ("2026-02-13", 1, "working_day", "2026-02-14", "2026-02-14"),
    ],
)
def test_a_period_ends_where_the_published_answer_says(
    start: str, length: int, unit: str, nominal: str, due: str
) -> None:
    answer = ask("period", {"from": start, "length": length, "unit": unit})

    assert (answer["nominal_on"], answer["due_on"]) == (nominal, due)
    assert answer["rolled"] == (nominal != due)
    assert answer["working"]


def test_a_backward_period_moves_to_the_working_day_before() -> None:
    answer = ask("period", {"from": "2026-10-20", "length": 15, "unit": "day", "direction": "before"})

    assert answer["nominal_on"] == "2026-10-05"
    assert answer["due_on"] == "2026-09-30"


def test_hours_run_through_nights_and_rest_days() -> None:
    answer = ask("period", {"from": "2026-10-01T22:30", "length": 48, "unit": "hour"})

    assert answer["due_on"] == "2026-10-03T22:30"


def test_a_year_whose_notice_is_not_known_is_provisional() -> None:
    known = ask("period", {"from": "2026-12-01", "length": 1, "unit": "day"})
    unknown = ask("period", {"from": "2027-04-01", "length": 4, "unit": "day"})

    assert not known["provisional"]
    assert unknown["provisional"]


def test_a_range_answers_its_floor_and_its_ceiling() -> None:
    answer = ask("period", {"from": "2026-03-10", "deadline": "claim_window"})

    assert (answer["earliest"], answer["latest"]) == ("2026-04-09", "2026-06-10")


def test_a_look_back_answers_a_window_that_does_not_move() -> None:
    answer = ask("period", {"from": "2026-10-05", "deadline": "avoid_32"})

    assert (answer["from"], answer["until"]) == ("2026-04-05", "2026-10-04")
    assert not answer["rolled"]


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({"from": "2026-01-01", "deadline": "ro_supervision"}, "no_length", "deadline"),
        ({"from": "2026-01-01", "deadline": "void_33"}, "no_length", "deadline"),
        ({"from": "2026-01-01", "deadline": "sometime"}, "unknown_deadline", "deadline"),
        ({"from": "2026-01-01", "deadline": "avoid_31", "length": 3}, "length_given", "length"),
        ({"from": "2026-02-30", "length": 1, "unit": "day"}, "bad_date", "from"),
        ({"from": "2026-01-01", "length": True, "unit": "day"}, "bad_number", "length"),
        ({"from": "2026-01-01", "length": -1, "unit": "day"}, "bad_number", "length"),
        ({"from": "2026-01-01", "length": 1.5, "unit": "day"}, "bad_number", "length"),
        ({"from": "2026-01-01", "length": 1, "unit": "week"}, "bad_choice", "unit"),
        ({"from": "2026-01-01", "length": 1}, "missing_field", "unit"),
        ({"length": 1, "unit": "day"}, "missing_field", "from"),
        ({"from": "2026-01-01", "length": 1, "unit": "hour"}, "moment_needed", "from"),
        ({"from": "2999-12-31", "length": 1, "unit": "day"}, "date_out_of_range", "length"),
        ({"from": "2026-01-01", "length": 1, "unit": "day", "colour": "red"}, "unknown_field", "colour"),
        (7, "not_an_object", None),
    ],
)
def test_nonsense_is_named_by_its_field(data: Any, code: str, field: str | None) -> None:
    with pytest.raises(CalculationError) as error:
        ask("period", data)

    assert (error.value.code, error.value.field) == (code, field)
    assert ask("period", [data]) == [
        {"error": {"code": code, "message": str(error.value.message), "field": field}}
    ]


@pytest.mark.parametrize(
    ("dates", "findings"),
    [
        (("2015-12-23", "2016-01-22", "2016-03-15", "2016-04-27", None), (False, True, False, None)),
        (("2022-05-25", "2022-05-27", "2022-07-15", "2022-07-28", "2022-05-27"), (True, True, True, True)),
        (("2020-08-21", "2020-08-21", "2020-09-30", None, None), (True, True, None, None)),
        (("2023-06-05", None, "2023-07-06", "2023-07-20", None), (None, None, True, None)),
    ],
)
def test_published_acceptances_keep_or_miss_the_days_of_the_law(
    dates: tuple[str | None, ...], findings: tuple[bool | None, ...]
) -> None:
    names = ("accepted_on", "announced_on", "claims_deadline", "first_meeting", "meeting_notice_on")

    answer = ask("acceptance-schedule", dict(zip(names, dates, strict=True)))

    assert tuple(finding["ok"] for finding in answer["findings"]) == findings


@pytest.mark.parametrize(
    ("claims", "meeting", "notice", "found"),
    [
        ("2026-04-08", None, None, {"art45": False}),
        ("2026-04-09", None, None, {"art45": True}),
        ("2026-06-10", None, None, {"art45": True}),
        ("2026-06-11", None, None, {"art45": False}),
        ("2026-05-11", "2026-05-11", None, {"art62": False}),
        ("2026-05-11", "2026-05-12", None, {"art62": True}),
        ("2026-05-11", "2026-05-26", None, {"art62": True}),
        ("2026-05-11", "2026-05-27", None, {"art62": False}),
        ("2026-05-11", "2026-05-26", "2026-05-11", {"art63": True}),
        ("2026-05-11", "2026-05-26", "2026-05-12", {"art63": False}),
    ],
)
def test_each_day_of_the_schedule_on_both_sides(
    claims: str, meeting: str | None, notice: str | None, found: dict[str, bool]
) -> None:
    answer = ask(
        "acceptance-schedule",
        {
            "accepted_on": "2026-03-02",
            "announced_on": "2026-03-10",
            "claims_deadline": claims,
            "first_meeting": meeting,
            "meeting_notice_on": notice,
        },
    )

    findings = {finding["rule"]: finding["ok"] for finding in answer["findings"]}
    assert found.items() <= findings.items()


@pytest.mark.parametrize(("days", "ok"), [(25, True), (26, False)])
def test_the_announcement_comes_within_twenty_five_days(days: int, ok: bool) -> None:
    accepted = date(2026, 3, 2)
    announced = (accepted + timedelta(days=days)).isoformat()

    answer = ask("acceptance-schedule", {"accepted_on": accepted.isoformat(), "announced_on": announced})

    assert answer["findings"][0]["ok"] is ok


with NUMBERS.open(encoding="utf-8") as table:
    KNOWN = [(row["string"], row["status"]) for row in csv.DictReader(table, delimiter="\t")]


@pytest.mark.parametrize(("text", "status"), KNOWN)
def test_real_case_numbers_fall_into_their_class(text: str, status: str) -> None:
    answer = ask("case-number", [{"text": text}])[0]

    assert answer.get("status", "refused") == (status if status in {"ok", "variant", "old"} else "refused")


def test_a_case_number_is_taken_apart() -> None:
    answer = ask("case-number", {"text": "(2024)渝05破117号之一"})

    assert answer == {
        "canonical": "（2024）渝05破117号之一",
        "status": "ok",
        "year": 2024,
        "court_code": "渝05",
        "type_code": "破",
        "serial": 117,
        "suffix": "一",
        "sub": None,
    }


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1409.50", {"壹仟肆佰零玖元伍角"}),
        ("6007.14", {"陆仟零柒元壹角肆分"}),
        ("1680.32", {"壹仟陆佰捌拾元零叁角贰分", "壹仟陆佰捌拾元叁角贰分"}),
        ("107000.53", {"壹拾万柒仟元零伍角叁分", "壹拾万零柒仟元伍角叁分"}),
        ("16409.02", {"壹万陆仟肆佰零玖元零贰分"}),
        ("325.04", {"叁佰贰拾伍元零肆分"}),
        ("10000000", {"壹仟万元整"}),
        ("1000.00", {"壹仟元整"}),
        ("0", {"零元整"}),
        ("0.004", {"零元整"}),
        ("0.005", {"壹分"}),
        ("1.995", {"贰元整"}),
        ("100000000", {"壹亿元整"}),
        ("1000000000000", {"壹万亿元整"}),
    ],
)
def test_sums_are_written_as_the_rules_of_payment_say(amount: str, words: set[str]) -> None:
    assert ask("amount-in-words", {"amount": amount})["words"] in words


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("-1", "negative"),
        ("1e400", "too_large"),
        ("NaN", "bad_amount"),
        ("一", "bad_amount"),
        (True, "bad_amount"),
        ([], "bad_amount"),
        (None, "missing_field"),
        ("10000000000000000", "too_large"),
    ],
)
def test_what_is_no_sum_is_refused(amount: Any, code: str) -> None:
    with pytest.raises(CalculationError) as error:
        ask("amount-in-words", {"amount": amount})

    assert (error.value.code, error.value.field) == (code, "amount")


def skips_a_group(yuan: int) -> bool:
    """Four zeros between other digits, as in 203 0000 1000: the other library then drops 零."""
    groups = f"{yuan:016}"
    return "0000" in [groups[at : at + 4] for at in range(0, 16, 4) if int(groups[:at] or 0)][:-1]


@given(st.integers(min_value=1, max_value=10**15))
@example(2_0300_1000)
def test_whole_sums_agree_with_another_library(yuan: int) -> None:
    assume(not skips_a_group(yuan))

    ours = amount_words(Decimal(yuan))

    assert ours == cn2an.an2cn(yuan, "rmb").replace("圆", "元")


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        (203_0000_1000, "贰佰零叁亿零壹仟元整"),
        (1_0000_0001, "壹亿零壹元整"),
        (10_0000_0000_0000, "壹拾万亿元整"),
    ],
)
def test_a_group_of_zeros_between_digits_is_read_as_one_zero(yuan: int, words: str) -> None:
    assert amount_words(Decimal(yuan)) == words


@given(
    st.dates(date(2005, 1, 1), date(2026, 6, 30)),
    st.integers(1, 400),
    st.sampled_from(["day", "month", "working_day"]),
)
def test_no_forward_period_ends_on_a_rest_day_or_before_its_nominal_day(
    start: date, length: int, unit: str
) -> None:
    answer = ask("period", {"from": start.isoformat(), "length": length % 60 + 1, "unit": unit})

    due = date.fromisoformat(answer["due_on"])
    assert default_calendar().is_working_day(due)
    assert answer["nominal_on"] <= answer["due_on"]
    assert start < due


def test_every_calculator_answers_its_own_example() -> None:
    for name, calculator in CALCULATORS.items():
        assert ask(name, dict(calculator.example))
