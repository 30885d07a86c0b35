"""Who may do what: role × court × team."""

from datetime import date

import pytest

from court_app.permissions import may_read, standing, standing_of_system, team_roles
from models import Case, CaseMember, Court, User
from models.vocabulary import Role, TeamRole
from tests.people import a_court, a_user
from workflows.transition import Seat

HIGH = a_court("澜", "澜江省高级人民法院")
OURS = a_court(superior=HIGH)
ELSEWHERE = a_court("潮02", "潮平市中级人民法院")
HIGH.id, OURS.id, OURS.superior_id, ELSEWHERE.id = 1, 2, 1, 3
NOTHING: frozenset[Role] = frozenset()


def somebody(*roles: Role, court: Court | None = OURS) -> User:
    user = a_user(*roles, court=court)
    user.id, user.court_id = 7, court.id if court else None
    return user


def a_case(*members: CaseMember, flags: dict[str, object] | None = None) -> Case:
    return Case(id=1, court=OURS, court_id=OURS.id, team=list(members), flags=flags or {})


def place(role: TeamRole, until_on: date | None = None) -> CaseMember:
    return CaseMember(user_id=7, role=role, from_on=date(2026, 3, 2), until_on=until_on)


def own(user: User, case: Case, *, recused: bool = False) -> frozenset[Role]:
    return standing(user, case, recused)[Seat.OWN]


def superior(user: User, case: Case, *, recused: bool = False) -> frozenset[Role]:
    return standing(user, case, recused)[Seat.SUPERIOR]


@pytest.mark.parametrize(
    ("role", "seat"),
    [
        (Role.JUDGE, TeamRole.PRESIDING_JUDGE),
        (Role.JUDGE, TeamRole.JUDGE_IN_CHARGE),
        (Role.JUDGE, TeamRole.PANEL_MEMBER),
        (Role.ASSISTANT, TeamRole.ASSISTANT),
        (Role.CLERK, TeamRole.CLERK),
    ],
)
def test_a_judge_assistant_or_clerk_counts_only_in_the_cases_of_his_team(role: Role, seat: TeamRole) -> None:
    user = somebody(role)

    assert own(user, a_case(place(seat))) == {role}
    assert own(user, a_case()) == NOTHING
    assert not may_read(user, a_case(), recused=False)


def test_who_has_left_the_team_has_nothing_to_do_with_the_case_any_more() -> None:
    user, case = somebody(Role.JUDGE), a_case(place(TeamRole.JUDGE_IN_CHARGE, date(2026, 4, 1)))

    assert own(user, case) == NOTHING
    assert team_roles(user, case) == frozenset()
    assert not may_read(user, case, recused=False)


def test_a_clerk_in_the_place_of_a_judge_is_no_judge() -> None:
    assert own(somebody(Role.CLERK), a_case(place(TeamRole.JUDGE_IN_CHARGE))) == NOTHING


@pytest.mark.parametrize("role", [Role.FILING_OFFICER, Role.DIVISION_HEAD, Role.PRESIDENT, Role.SEAL_KEEPER])
def test_an_office_holds_in_every_case_of_the_court_and_in_no_other(role: Role) -> None:
    assert own(somebody(role), a_case()) == {role}
    assert own(somebody(role, court=ELSEWHERE), a_case()) == NOTHING


def test_a_division_head_who_is_also_a_judge_is_a_judge_only_in_his_own_cases() -> None:
    user = somebody(Role.DIVISION_HEAD, Role.JUDGE)

    assert own(user, a_case()) == {Role.DIVISION_HEAD}
    assert own(user, a_case(place(TeamRole.PRESIDING_JUDGE))) == {Role.DIVISION_HEAD, Role.JUDGE}


@pytest.mark.parametrize("role", [Role.FILING_OFFICER, Role.JUDGE, Role.DIVISION_HEAD, Role.PRESIDENT])
def test_at_the_superior_court_offices_count_in_the_superior_seat(role: Role) -> None:
    user = somebody(role, court=HIGH)

    assert superior(user, a_case()) == {role}
    assert own(user, a_case()) == NOTHING


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMIN, Role.AUDITOR, Role.ADMINISTRATOR, Role.SYSTEM])
def test_these_roles_take_no_step_anywhere(role: Role) -> None:
    for court in (OURS, HIGH, ELSEWHERE, None):
        user = somebody(role, court=court)

        assert standing(user, a_case(), recused=False) == {Seat.OWN: NOTHING, Seat.SUPERIOR: NOTHING}


def test_an_auditor_reads_the_whole_court_and_a_system_administrator_nothing() -> None:
    assert may_read(somebody(Role.AUDITOR), a_case(), recused=False)
    assert not may_read(somebody(Role.SYSTEM_ADMIN), a_case(), recused=False)


def test_the_superior_court_reads_only_what_was_brought_before_it() -> None:
    user = somebody(Role.JUDGE, court=HIGH)

    assert not may_read(user, a_case(), recused=False)
    assert may_read(user, a_case(flags={"escalated": True}), recused=False)
    assert may_read(user, a_case(flags={"extension": "REQUESTED"}), recused=False)


def test_who_is_recused_may_not_even_read() -> None:
    user, case = somebody(Role.JUDGE, Role.PRESIDENT), a_case(place(TeamRole.PANEL_MEMBER))

    assert own(user, case, recused=True) == NOTHING
    assert not may_read(user, case, recused=True)


def test_who_is_deactivated_has_nothing() -> None:
    user = somebody(Role.PRESIDENT)
    user.active = False

    assert own(user, a_case()) == NOTHING
    assert not may_read(user, a_case(), recused=False)


def test_the_system_records_what_the_law_brings_about_at_any_court() -> None:
    assert standing_of_system() == {seat: frozenset({Role.SYSTEM}) for seat in Seat}
