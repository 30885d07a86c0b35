"""The roster: who may change it, what a table brings, what is remembered."""

from datetime import date
from typing import Any

import pytest

from court_app.demo.actors import Play
from court_app.demo.people import PEOPLE
from court_app.errors import BadInput, Forbidden
from court_app.services.administrators import keeping_roster, roster, roster_import, roster_sanctions
from court_app.services.casework import administration
from models import Administrator, Court, User
from models.vocabulary import Role, RosterStatus
from tests.petition.choosing import all_but, begin, step, under_review
from workflows.engine import StepRefused

HEAD = "名册,名称,负责人,等级,编入日期\n"
SANCTION: dict[str, Any] = {
    "status": "SUSPENDED",
    "ground": "REFUSED_HANDOVER",
    "from_on": "2026-10-12",
    "until_on": "2028-10-12",
    "reason": "拒不移交。",
}


def act(play: Play, who: str, done: Any, *given: Any) -> Any:
    """Do something at the roster as somebody."""
    with play.bench.writing() as session, session.begin():
        return done(play.occasion(session, who), *given)


def entries(play: Play) -> int:
    """How many stand on rosters."""
    with play.bench.reading() as session:
        return session.query(Administrator).count()


@pytest.mark.parametrize("username", [name for name, *_ in PEOPLE])
def test_only_head_and_president_of_the_court_that_keeps_it_change_a_roster(
    play: Play, username: str
) -> None:
    may = username in {"tangbo", "weiran"}

    for done, given in (
        (keeping_roster.give_grade, {"grade": "SECOND"}),
        (roster_sanctions.sanction, SANCTION),
    ):
        data = {"from_on": "2026-10-12", "reason": "年度考核", **given}
        if may:
            act(play, username, done, 1, data)
        else:
            with pytest.raises(Forbidden):
                act(play, username, done, 1, data)


def test_a_head_of_the_superior_court_lists_on_his_own_roster_alone(play: Play) -> None:
    listed = {"kind": "ORGANISATION", "name": "河原明德律师事务所", "listed_on": "2026-10-12"}

    entry = act(play, "tingzhang", keeping_roster.add, listed)

    assert entry.court.code == "豫"
    assert entry.serial == 1


def test_a_roster_can_be_asked_for_any_day(play: Play) -> None:
    act(play, "tangbo", roster_sanctions.sanction, 1, SANCTION)

    with play.bench.reading() as session:
        court = session.query(Court).filter_by(code="豫97").one()
        found = {
            day: roster.standings(session, court, roster.Wanted(on=day))
            for day in (date(2021, 2, 28), date(2026, 10, 11), date(2026, 10, 12), date(2028, 10, 13))
        }
        statuses = {day: [one.status for one in lines[:1]] for day, lines in found.items()}

    assert statuses == {
        date(2021, 2, 28): [],
        date(2026, 10, 11): [RosterStatus.LISTED],
        date(2026, 10, 12): [RosterStatus.SUSPENDED],
        date(2028, 10, 13): [RosterStatus.LISTED],
    }


def test_a_basic_court_uses_the_roster_of_the_court_above_it(play: Play) -> None:
    with play.bench.reading() as session:
        basic = session.query(Court).filter_by(code="豫9701").one()

        assert roster.roster_court(session, basic).code == "豫97"


def test_a_table_is_imported_as_a_whole(play: Play) -> None:
    before = entries(play)
    rows = "机构,江澜新安律师事务所,辛安,二级,2026-10-01\n个人,宋知远,,,2026-10-01\n"

    count = act(play, "tangbo", roster_import.import_table, HEAD + rows)

    assert (count, entries(play)) == (2, before + 2)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("机构,,辛安,二级,2026-10-01", "名称"),
        ("社团,江澜新安律师事务所,,,2026-10-01", "名册"),
        ("机构,江澜新安律师事务所,,特级,2026-10-01", "等级"),
        ("机构,江澜新安律师事务所,,,2026-13-01", "编入日期"),
        ("机构,江澜新安律师事务所,,,2026-10-13", "编入日期"),
        ("机构,江澜衡正会计师事务所,,,2026-10-01", "已在本名册"),
        ("个人,宋知远,,,2026-10-01", "重复"),
        ("机构,某所,,,2026-10-01,多", "单元格"),
    ],
)
def test_one_wrong_row_is_named_and_nothing_is_imported(play: Play, row: str, said: str) -> None:
    before = entries(play)

    with pytest.raises(BadInput) as wrong:
        act(play, "tangbo", roster_import.import_table, f"{HEAD}个人,宋知远,,,2026-10-01\n{row}\n")

    assert said in str(wrong.value.fields["row 3"][0])
    assert entries(play) == before


def test_a_refusal_is_sanctioned_only_once_a_court_has_found_it_unfounded(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=all_but(1))
    step(play, case, serial, "draw", witnesses="监察部门王某")
    step(play, case, serial, "refuse", reason="业务繁忙")
    today = {"from_on": play.day.isoformat(), "until_on": "2028-10-16"}
    refused = {**SANCTION, **today, "ground": "REFUSED_APPOINTMENT"}

    with pytest.raises(StepRefused) as refusal:
        act(play, "weiran", roster_sanctions.sanction, 1, refused)
    step(play, case, serial, "find_refusal_unfounded", "shenzhiheng", reason="业务繁忙不是正当理由。")
    entry = act(play, "weiran", roster_sanctions.sanction, 1, refused)

    assert [obstacle.code for obstacle in refusal.value.obstacles] == ["no_unfounded_refusal"]
    assert entry.status_on(play.day) == RosterStatus.SUSPENDED


def test_a_row_before_the_last_one_would_rewrite_history_and_is_refused(play: Play) -> None:
    with pytest.raises(BadInput) as wrong:
        act(
            play,
            "tangbo",
            roster_sanctions.sanction,
            7,
            {**SANCTION, "from_on": "2025-11-30", "until_on": "2027-11-30"},
        )

    assert list(wrong.value.fields) == ["from_on"]


def new_user(play: Play, roles: set[Role], court_id: int | None, administrator_id: int | None) -> int | None:
    """Add a user as the system administrator does; returns the entry that he signs in for."""
    with play.bench.writing() as session, session.begin():
        admin = session.get_one(User, play.people["guanli"])
        user = administration.add_user(
            session,
            admin,
            username="chenxin",
            name="陈欣",
            password="a long password of tests",
            court_id=court_id,
            roles=roles,
            now=play.now,
            administrator_id=administrator_id,
        )
        return user.administrator_id


def test_a_user_of_an_administrator_belongs_to_an_entry_of_the_roster(play: Play) -> None:
    assert new_user(play, {Role.ADMINISTRATOR}, None, 3) == 3


@pytest.mark.parametrize(
    ("roles", "court_id", "administrator_id", "field"),
    [
        ({Role.ADMINISTRATOR}, None, None, "administrator"),
        ({Role.ADMINISTRATOR}, None, 999, "administrator"),
        ({Role.ADMINISTRATOR}, 2, 3, "court"),
        ({Role.ADMINISTRATOR, Role.JUDGE}, 2, 3, "roles"),
        ({Role.JUDGE}, 2, 3, "administrator"),
        ({Role.JUDGE}, None, None, "court"),
    ],
)
def test_people_of_the_court_and_of_administrators_are_kept_apart(
    play: Play, roles: set[Role], court_id: int | None, administrator_id: int | None, field: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        new_user(play, roles, court_id, administrator_id)

    assert list(wrong.value.fields) == [field]
