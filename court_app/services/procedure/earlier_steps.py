"""What an earlier step of a case or of a part of it said."""

from sqlalchemy import select
from sqlalchemy.orm import object_session

from models import (
    Appointment,
    Case,
    CaseEvent,
    Claim,
    Inspection,
    Resolution,
)


def last_step_of(
    subject: Case | Appointment | Claim | Resolution | Inspection, *names: str
) -> CaseEvent | None:
    """The last of these steps of a case or a part of it, as the docket keeps it."""
    session = object_session(subject)
    if session is None:
        return None
    own = [CaseEvent.case_id == subject.id, CaseEvent.subject_id.is_(None)]
    if not isinstance(subject, Case):
        machine = type(subject).__name__.lower()
        own = [CaseEvent.machine == machine, CaseEvent.subject_id == subject.id]
    return session.scalar(
        select(CaseEvent).where(*own, CaseEvent.step.in_(names)).order_by(CaseEvent.position.desc()).limit(1)
    )
