"""Guards of objections to the remuneration, and of what is agreed about it (AR 7, 17, 18)."""

from datetime import date

from models.remuneration import Remuneration
from models.vocabulary import (
    DeadlineKind,
    DeadlineStatus,
    ResolutionMatter,
)
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

HOLDING = frozenset({"PASSED", "FINAL", "UPHELD"})


def meeting_resolved_it(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 7(1), 17: with the resolution of the creditors' meeting on the administrator's fee."""
    resolution = contents_of(attempt).resolution(attempt.data["resolution_serial"])
    fits = resolution is not None and resolution.matter == ResolutionMatter.M2
    if resolution is not None and fits and resolution.state in HOLDING:
        return None
    return Obstacle(
        "no_resolution",
        Text("须附债权人会议关于管理人报酬的决议（已通过的“审查管理人的费用和报酬”事项）。"),
        cite("AR 7(1)", "AR 17", "EBL 61(1)②"),
    )


def was_not_forwarded(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 18(1): the administrator is told once."""
    if not remuneration.flags.get("forwarded"):
        return None
    return Obstacle("already_forwarded", Text("已经将异议通知管理人。"), cite("AR 18(1)"))


def administrator_was_told(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 18(2): parties are heard about an objection that they know."""
    if remuneration.flags.get("forwarded"):
        return None
    return Obstacle("not_forwarded", Text("尚未将异议通知管理人。"), cite("AR 18(1)"))


def was_forwarded(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 18(1): explained is what the administrator was told of, once."""
    if remuneration.flags.get("explained"):
        return Obstacle("already_explained", Text("管理人已经书面说明。"), cite("AR 18(1)"))
    if remuneration.flags.get("forwarded"):
        return None
    return Obstacle("not_forwarded", Text("尚未将异议通知管理人。"), cite("AR 18(1)"))


def administrator_was_heard(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 18(1), 18(3): answered is after the explanation, or when its three days have run out."""
    if remuneration.flags.get("explained"):
        return None
    last = last_day_to_explain(remuneration)
    if last is not None and attempt.on > last:
        return None
    return Obstacle(
        "not_explained", Text("管理人尚未书面说明，说明期限也未届满。"), cite("AR 18(1)", "AR 18(3)")
    )


def last_day_to_explain(remuneration: Remuneration) -> date | None:
    """The last day of the running period for the explanation, if it runs."""
    days = [
        clock.due_on
        for clock in remuneration.case.deadlines
        if clock.kind == DeadlineKind.REM_OBJECTION_REPLY
        and clock.status == DeadlineStatus.RUNNING
        and (clock.machine, clock.subject_id) == ("remuneration", remuneration.id)
    ]
    return max(days, default=None)
