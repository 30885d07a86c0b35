"""Somebody has moved on since a page was read: whether it was another, or the person himself."""

from sqlalchemy import select

from court_app.errors import StaleVersion
from court_app.services.occasion import Occasion
from court_app.services.procedure.machines import Stepping
from models import Case, CaseEvent
from workflows.calendar import BEIJING
from workflows.engine import Procedure
from workflows.text import Text


def must_be_fresh(occasion: Occasion, procedure: Procedure, subject: Stepping, version: int | None) -> None:
    """Stop if the subject was changed since `version` was read.

    Raises:
        StaleVersion: if so; it says what the docket says last of the subject, and who did it.
    """
    if version is not None and version != subject.version:
        raise StaleVersion(subject.version, told(occasion, procedure, subject))


def told(occasion: Occasion, procedure: Procedure, subject: Stepping) -> Text | None:
    """What the docket says last of a subject; nothing where it says nothing."""
    last = last_of(occasion, procedure, subject)
    if last is None or occasion.user is None:
        return None
    values = {
        "at": f"{last.recorded_at.astimezone(BEIJING):%Y-%m-%d %H:%M}",
        "step": procedure.named(last.step)[0].label,
    }
    if last.actor_id == occasion.user.id:
        return Text(
            "您看到的是更新之前的内容；最近一次记录是您本人于{at}办理的“{step}”。请刷新后重新核对再提交。",
            **values,
        )
    return Text(
        "您看到的是更新之前的内容；最近一次记录是{who}于{at}办理的“{step}”。请刷新后重新核对再提交。",
        who=last.actor_name,
        **values,
    )


def last_of(occasion: Occasion, procedure: Procedure, subject: Stepping) -> CaseEvent | None:
    """The last step of a subject in the docket."""
    if isinstance(subject, Case):
        chosen = CaseEvent.case_id == subject.id
    else:
        chosen = CaseEvent.subject_id == subject.id
    return occasion.session.scalar(
        select(CaseEvent)
        .where(CaseEvent.machine == procedure.name, chosen)
        .order_by(CaseEvent.id.desc())
        .limit(1)
    )
