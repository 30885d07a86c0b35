"""Days that a step is told are days that can be: past, planned, of a living century."""

from datetime import date
from typing import Any

import pytest
from marshmallow import Schema, ValidationError, fields

from workflows.handbook import PROCEDURES
from workflows.payloads.days import ComingDay, Day, PastDay, check_days

TODAY = date(2026, 9, 20)
ACT = date(2026, 9, 15)


class Row(Schema):
    """A row of a form."""

    paid_on = PastDay(load_default=None)


class Form(Schema):
    """A form with a day of each sort."""

    happened_on = PastDay(load_default=None)
    planned_on = ComingDay(load_default=None)
    any_on = Day(load_default=None)
    rows = fields.List(fields.Nested(Row), load_default=list)


def checked(**typed: Any) -> dict[str, Any]:
    """What was typed, read and held against the day of the act and today."""
    loaded: dict[str, Any] = Form().load(typed)
    check_days(Form(), loaded, on=ACT, today=TODAY)
    return loaded


@pytest.mark.parametrize("year", ["0202-09-20", "1899-12-31", "2100-01-01", "3026-09-20"])
@pytest.mark.parametrize("name", ["happened_on", "planned_on", "any_on"])
def test_a_year_that_nobody_lives_in_is_refused_with_its_field(name: str, year: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        checked(**{name: year})

    [message] = refusal.value.normalized_messages()[name]
    assert "请核对年份" in str(message)


@pytest.mark.parametrize("name", ["happened_on", "planned_on", "any_on"])
def test_a_day_that_is_none_is_refused_with_its_field(name: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        checked(**{name: "2026-02-29"})

    assert set(refusal.value.normalized_messages()) == {name}


def test_what_happened_may_have_happened_today_but_not_tomorrow() -> None:
    assert checked(happened_on="2026-09-20")["happened_on"] == TODAY

    with pytest.raises(ValidationError) as refusal:
        checked(happened_on="2026-09-21")

    [message] = refusal.value.normalized_messages()["happened_on"]
    assert str(message) == "须为已经发生的日期，不得晚于今天（2026年9月20日）。"


def test_what_is_planned_may_be_planned_for_the_day_of_the_act_but_not_for_the_day_before() -> None:
    assert checked(planned_on="2026-09-15")["planned_on"] == ACT

    with pytest.raises(ValidationError) as refusal:
        checked(planned_on="2026-09-14")

    [message] = refusal.value.normalized_messages()["planned_on"]
    assert str(message) == "不得早于行为日期（2026年9月15日）。"


def test_a_day_in_a_row_is_named_by_its_row() -> None:
    with pytest.raises(ValidationError) as refusal:
        checked(rows=[{"paid_on": "2026-09-01"}, {"paid_on": "2026-10-01"}], happened_on="2027-01-01")

    told = refusal.value.normalized_messages()
    assert set(told) == {"happened_on", "rows"}
    assert set(told["rows"]) == {1}


def plain_days(schema: Schema, path: str) -> list[str]:
    """The days that a form would take in any century."""
    found = []
    for name, field in schema.load_fields.items():
        asked = field.inner if isinstance(field, fields.List) else field
        if isinstance(asked, fields.Nested):
            found += plain_days(asked.schema, f"{path}.{name}")
        elif isinstance(asked, fields.Date) and not isinstance(asked, Day):
            found.append(f"{path}.{name}")
    return found


def test_no_step_takes_a_day_of_another_century() -> None:
    rows = [row for procedure in PROCEDURES for row in procedure.transitions]

    assert rows
    assert [day for row in rows for day in plain_days(row.payload(), row.name)] == []
