"""Cases made by hand, without any database: models are plain objects until a session takes them."""

from datetime import date
from typing import Any

from models import Case, CaseMember, Court, Deadline, Party, Petition, User
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    CaseType,
    CourtLevel,
    DeadlineKind,
    DeadlineStatus,
    LegalActor,
    PartyKind,
    PartyRole,
    ProcedureType,
    Role,
    TeamRole,
)
from workflows.calendar import default_calendar
from workflows.law.settings import read_settings
from workflows.transition import Attempt, Seat

DAY = date(2026, 10, 12)
EVERYBODY = {seat: frozenset(Role) for seat in Seat}


def a_case(**more: Any) -> Case:
    """A creditor's petition for liquidation with a full team, just received."""
    values: dict[str, Any] = {
        "case_type": CaseType.BK_APPLICATION,
        "state": "BA_RECEIVED",
        "flags": {},
        "procedure_type": ProcedureType.LIQUIDATION,
        "source": CaseSource.PETITION,
        "applicant_kind": ApplicantKind.CREDITOR,
        "court": Court(
            id=1, code="豫97", name="江澜市中级人民法院", level=CourtLevel.INTERMEDIATE, settings={}
        ),
        "accepted_on": None,
        "petition": Petition(checklist=[]),
        "parties": [
            a_party(PartyRole.APPLICANT, "江澜市恒远钢材贸易有限公司"),
            a_party(PartyRole.DEBTOR, "澜川精密机械有限公司"),
        ],
        "team": [a_member(1, TeamRole.PRESIDING_JUDGE), a_member(2, TeamRole.CLERK)],
    }
    return Case(**{**values, **more})


def a_party(role: PartyRole, name: str, kind: PartyKind = PartyKind.ENTERPRISE) -> Party:
    """A party that still takes part."""
    return Party(role=role, name=name, kind=kind, from_on=DAY, until_on=None, agents=[])


def a_member(user_id: int, role: TeamRole) -> CaseMember:
    """A place in the team."""
    return CaseMember(user_id=user_id, user=User(id=user_id, name=f"人员{user_id}"), role=role, from_on=DAY)


def a_clock(kind: DeadlineKind, due_on: date, status: DeadlineStatus = DeadlineStatus.RUNNING) -> Deadline:
    """A clock that ends on a day."""
    return Deadline(
        kind=kind,
        due_on=due_on,
        nominal_on=due_on,
        trigger_on=due_on,
        status=status,
        owed_by=LegalActor.COURT,
    )


def an_attempt(on: date = DAY, **data: Any) -> Attempt:
    """A step that somebody with every role wants to take."""
    settings = {**read_settings({}), "calendar": default_calendar()}
    return Attempt(on=on, standing=EVERYBODY, data=data, settings=settings, user_id=1)
