"""Thousands of rows are written many in one statement, and all of them arrive as they were given."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from court_app.services.many_rows import AT_ONCE_VALUES, blocks_of, insert_columns, insert_rows
from models import CalendarDay, Court
from models.vocabulary import DayKind
from tests.people import a_court, keep

Opens = Callable[[], Session]


@given(width=st.integers(1, 60), rows=st.integers(0, 700))
def test_blocks_hold_every_value_once_in_order(width: int, rows: int) -> None:
    values = list(range(width * rows))

    blocks = list(blocks_of(values, width))

    assert [one for _, block in blocks for part in block for one in part] == values
    assert all(len(part) == together * width for together, block in blocks for part in block)
    assert all(together == 1 or together * width <= AT_ONCE_VALUES for together, _ in blocks)
    assert len(blocks) <= 2, "one statement for full blocks, one for the rest"


@pytest.mark.parametrize("many", [1, AT_ONCE_VALUES // 3, AT_ONCE_VALUES // 3 + 1, 5_500])
def test_as_many_rows_arrive_as_were_written(many: int, writing: Opens, reading: Opens) -> None:
    days = [date.fromordinal(700_000 + one) for one in range(many)]
    with writing() as session, session.begin():
        insert_columns(session, CalendarDay, {"on": days}, {"kind": DayKind.REST, "source": "国办发明电"})

    with reading() as session:
        assert list(session.scalars(select(CalendarDay.on).order_by(CalendarDay.on))) == days


def test_no_rows_are_no_statement(writing: Opens, reading: Opens) -> None:
    with writing() as session, session.begin():
        insert_rows(session, CalendarDay, [])

    with reading() as session:
        assert session.scalars(select(CalendarDay)).all() == []


@pytest.mark.parametrize(
    "settings", [{"words": "江澜", "sum": 9_999_999_999_999_99, "list": [1, None, True], "empty": {}}, {}]
)
def test_a_json_column_gives_back_what_it_was_given(
    settings: dict[str, object], writing: Opens, reading: Opens
) -> None:
    with writing() as session:
        court = a_court()
        court.settings = settings
        keep(session, court)

    with reading() as session:
        assert session.scalars(select(Court.settings)).one() == settings


def test_a_day_in_a_json_column_is_refused(writing: Opens) -> None:
    with writing() as session:
        court = a_court()
        court.settings = {"day": date(2026, 4, 1)}
        session.add(court)

        with pytest.raises((StatementError, TypeError), match="not JSON serializable"):
            session.flush()
