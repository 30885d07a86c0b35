"""The list of cases shows exactly what may be opened, and reading is noted once a quarter of an hour."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.permissions import may_read
from court_app.services.casework.access import is_recused, log_reading, visible_cases
from models import Case, CaseMember, Court, Reading, Recusal, User
from models.vocabulary import (
    ApplicantKind,
    ApplicationState,
    CaseSource,
    CaseType,
    ProcedureType,
    Role,
    TeamRole,
)
from tests.people import BEFORE, a_court, a_user, keep

NOW = datetime(2026, 11, 23, 1, 37, 12, tzinfo=UTC)


def a_case(court: Court, serial: int, **flags: object) -> Case:
    return Case(
        number=f"（2026）{court.code}破申{serial}号",
        court=court,
        case_type=CaseType.BK_APPLICATION,
        year=2026,
        serial=serial,
        state=ApplicationState.REVIEW.value,
        flags=flags,
        procedure_type=ProcedureType.LIQUIDATION,
        source=CaseSource.PETITION,
        applicant_kind=ApplicantKind.DEBTOR,
        title="江澜远帆机械有限公司申请破产清算",
        received_on=date(2026, 3, 2),
        last_effective_on=date(2026, 3, 2),
        law_version="test",
        created_at=BEFORE,
    )


@pytest.fixture
def cases(session: Session) -> list[Case]:
    """Four cases at two courts; a judge, a head, a recused head, an auditor, a superior judge, an admin."""
    high = a_court("澜", "澜江省高级人民法院")
    keep(session, high)
    ours, other = a_court(superior=high), a_court("潮02", "潮平市中级人民法院")
    made = [a_case(ours, 1), a_case(ours, 2, escalated=True), a_case(ours, 3, extension="REQUESTED")]
    made.append(a_case(other, 1, escalated=True))
    people = [
        a_user(Role.JUDGE, court=ours, username="judge"),
        a_user(Role.DIVISION_HEAD, court=ours, username="head"),
        a_user(Role.PRESIDENT, court=ours, username="recused"),
        a_user(Role.AUDITOR, court=ours, username="auditor"),
        a_user(Role.JUDGE, court=high, username="superior"),
        a_user(Role.SYSTEM_ADMIN, court=ours, username="admin"),
        a_user(Role.SYSTEM_ADMIN, username="everywhere"),
        a_user(Role.CLERK, court=ours, username="left"),
    ]
    session.add_all([ours, other, *made, *people])
    session.flush()
    judge, recused, left = people[0], people[2], people[7]
    session.add_all(
        [
            CaseMember(case=made[0], user=judge, role=TeamRole.JUDGE_IN_CHARGE, from_on=date(2026, 3, 2)),
            CaseMember(
                case=made[1],
                user=left,
                role=TeamRole.CLERK,
                from_on=date(2026, 3, 2),
                until_on=date(2026, 3, 9),
            ),
            Recusal(case_id=made[0].id, user_id=recused.id, reason="近亲属", decided_on=date(2026, 3, 3)),
        ]
    )
    session.commit()
    return made


def seen_by(session: Session, username: str) -> set[int]:
    user = session.scalars(select(User).where(User.username == username)).one()
    found = session.scalars(select(Case.serial).where(visible_cases(user), Case.court_id == Case.court_id))
    return set(found)


@pytest.mark.parametrize(
    ("username", "serials"),
    [
        ("judge", {1}),
        ("head", {1, 2, 3}),
        ("recused", {2, 3}),
        ("auditor", {1, 2, 3}),
        ("superior", {2, 3}),
        ("admin", set()),
        ("everywhere", set()),
        ("left", set()),
    ],
)
@pytest.mark.usefixtures("cases")
def test_everybody_sees_the_cases_of_his_office_or_team(
    session: Session, username: str, serials: set[int]
) -> None:
    assert seen_by(session, username) == serials


def test_the_list_and_the_door_agree_on_every_person_and_case(session: Session, cases: list[Case]) -> None:
    different = []
    for user in session.scalars(select(User)).all():
        listed = set(session.scalars(select(Case.id).where(visible_cases(user))))
        open_to = {case.id for case in cases if may_read(user, case, is_recused(session, case.id, user.id))}
        if listed != open_to:
            different.append((user.username, listed, open_to))

    assert different == []


def test_reading_is_noted_once_a_quarter_of_an_hour(session: Session, cases: list[Case]) -> None:
    judge = session.scalars(select(User).where(User.username == "judge")).one()

    for minutes in (0, 5, 7, 8):
        log_reading(session, cases[0].id, judge.id, NOW + timedelta(minutes=minutes))

    quarters = session.scalars(select(Reading.quarter).order_by(Reading.quarter)).all()
    assert [quarter.minute for quarter in quarters] == [30, 45]
