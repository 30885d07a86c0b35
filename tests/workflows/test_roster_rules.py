"""How somebody stands on a roster on a day, and what the law says of suspension and return."""

from datetime import date

import pytest

from models import Administrator, GradeEntry, StatusEntry
from models.vocabulary import AdministratorGrade, PartyKind, RosterStatus
from workflows.calendar import default_calendar
from workflows.guards.roster import may_be_listed_again, suspension_lasts_one_to_three_years

S, G = RosterStatus, AdministratorGrade


def an_entry(*statuses: tuple[RosterStatus, date, date | None]) -> Administrator:
    """Somebody listed on 1 March 2021 who then stood so."""
    rows = [(S.LISTED, date(2021, 3, 1), None), *statuses]
    return Administrator(
        kind=PartyKind.ORGANISATION,
        name="江澜衡正会计师事务所",
        statuses=[
            StatusEntry(id=place, status=status, from_on=start, until_on=end)
            for place, (status, start, end) in enumerate(rows)
        ],
        grades=[
            GradeEntry(id=1, grade=G.SECOND, from_on=date(2021, 3, 1)),
            GradeEntry(id=2, grade=G.FIRST, from_on=date(2024, 1, 1)),
        ],
    )


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2021, 2, 28), None),
        (date(2021, 3, 1), S.LISTED),
        (date(2025, 11, 30), S.LISTED),
        (date(2025, 12, 1), S.SUSPENDED),
        (date(2027, 6, 1), S.SUSPENDED),
        (date(2027, 6, 2), S.LISTED),
    ],
)
def test_a_suspension_holds_through_its_very_last_day(day: date, status: RosterStatus | None) -> None:
    entry = an_entry((S.SUSPENDED, date(2025, 12, 1), date(2027, 6, 1)))

    assert entry.status_on(day) == status


@pytest.mark.parametrize(
    ("day", "grade"),
    [
        (date(2021, 2, 28), G.NONE),
        (date(2023, 12, 31), G.SECOND),
        (date(2024, 1, 1), G.FIRST),
    ],
)
def test_a_grade_holds_from_its_day_and_the_earlier_one_is_still_known(
    day: date, grade: AdministratorGrade
) -> None:
    assert an_entry().grade_on(day) == grade


@pytest.mark.parametrize(
    ("until", "allowed"),
    [
        (date(2027, 3, 1), False),
        (date(2027, 3, 2), True),
        (date(2029, 3, 2), True),
        (date(2029, 3, 3), False),
    ],
)
def test_a_suspension_lasts_one_to_three_years(until: date, allowed: bool) -> None:
    found = suspension_lasts_one_to_three_years(date(2026, 3, 2), until, default_calendar())

    assert (found is None) == allowed


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 3, 2), "removed_too_recently"),
        (date(2026, 3, 3), None),
    ],
)
def test_who_was_removed_comes_back_only_after_three_years(day: date, code: str | None) -> None:
    entry = an_entry((S.REMOVED, date(2023, 3, 2), None))

    found = may_be_listed_again(entry, day, default_calendar())

    assert (found.code if found else None) == code


def test_who_is_listed_is_not_listed_twice() -> None:
    found = may_be_listed_again(an_entry(), date(2026, 3, 2), default_calendar())

    assert found is not None
    assert found.code == "already_listed"
