"""Which cases a person sees, who is recused, and who read what."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, false, not_, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from court_app.permissions import AT_SUPERIOR, REACHES_SUPERIOR, READS_WHOLE_COURT
from models import Appointment, Case, CaseMember, Court, Party, Reading, Recusal, User
from models.vocabulary import AppointmentState, PartyRole, Role

QUARTER_MINUTES = 15
RECUSED = select(
    exists().where(Recusal.case_id == bindparam("case_id"), Recusal.user_id == bindparam("user_id"))
)
"""Every step asks it more than once; to build the question takes longer than to answer it."""


def is_recused(session: Session, case_id: int, user_id: int) -> bool:
    """Whether a person is shut out of a case."""
    return bool(session.scalar(RECUSED, {"case_id": case_id, "user_id": user_id}))


def visible_cases(user: User | None) -> ColumnElement[bool]:
    """The condition on cases that a person may see; the same rule as `permissions.may_take_part`."""
    if user is None:
        return true()
    if not user.active:
        return false()
    if user.court_id is None:
        return cases_of_administrator(user)
    in_team = Case.id.in_(
        select(CaseMember.case_id).where(CaseMember.user_id == user.id, CaseMember.until_on.is_(None))
    )
    own: ColumnElement[bool] = in_team
    if user.roles & READS_WHOLE_COURT:
        own = true()
    seen: ColumnElement[bool] = and_(Case.court_id == user.court_id, own)
    if user.roles & AT_SUPERIOR:
        below = Case.court_id.in_(select(Court.id).where(Court.superior_id == user.court_id))
        brought = [Case.flags[flag].as_string().is_not(None) for flag in sorted(REACHES_SUPERIOR)]
        seen = or_(seen, and_(below, or_(*brought)))
    recused = Case.id.in_(select(Recusal.case_id).where(Recusal.user_id == user.id))
    return and_(seen, not_(recused))


def cases_of_administrator(user: User) -> ColumnElement[bool]:
    """The condition on cases in which a person acts for the administrator."""
    if Role.ADMINISTRATOR not in user.roles or user.administrator_id is None:
        return false()
    owing = select(Appointment.party_id).where(
        Appointment.state == AppointmentState.REPLACED.value,
        Appointment.flags["handed_over"].as_boolean().is_not(True),
    )
    held = select(Party.case_id).where(
        Party.role == PartyRole.ADMINISTRATOR,
        Party.administrator_id == user.administrator_id,
        or_(Party.until_on.is_(None), Party.id.in_(owing)),
    )
    recused = select(Recusal.case_id).where(Recusal.user_id == user.id)
    return and_(Case.id.in_(held), not_(Case.id.in_(recused)))


def log_reading(session: Session, case_id: int, user_id: int, now: datetime) -> None:
    """Note who read a case: one row per person, case and quarter of an hour."""
    quarter = now.replace(minute=now.minute - now.minute % QUARTER_MINUTES, second=0, microsecond=0)
    insert: Any = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(
        insert(Reading).values(case_id=case_id, user_id=user_id, quarter=quarter).on_conflict_do_nothing()
    )
