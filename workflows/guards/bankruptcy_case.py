"""Guards of an accepted case, as far as the acceptance itself goes."""

from models.case import Case
from workflows.calculations.acceptance_schedule import Dates, Finding, schedule
from workflows.effects import effect_of, mark_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def not_yet_published(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 14: notice and announcement are made once."""
    if not case.flags.get("published"):
        return None
    return Obstacle("already_published", Text("已经通知债权人并公告。"), cite("EBL 14(1)"))


def claims_deadline_is_known(case: Case) -> bool:
    """EBL 45: whether the announcement names the last day for claims, so that a clock can run to it."""
    return bool(case.flags.get("claims_deadline"))


def effect_is_the_courts(case: Case, attempt: Attempt) -> Obstacle | None:
    """Only what the court must see to is ticked off, and once."""
    number, bundle = attempt.data["number"], attempt.data["bundle"]
    effect = effect_of(bundle, number)
    if bundle != "E-ACCEPT" and bundle not in case.flags.get("bundles", ()):
        return Obstacle("no_such_effects", Text("本案没有发生这些效力。"), cite("DESIGN"))
    if effect is None or not effect.court_sees_to_it:
        return Obstacle(
            "not_to_be_ticked",
            Text("第{number}项不是须由法院落实的事项。", number=number),
            cite("DESIGN"),
        )
    if mark_of(bundle, number) in case.flags.get("effects", {}):
        return Obstacle("already_seen_to", Text("第{number}项已经落实。", number=number), effect.basis)
    return None


def finding_of(case: Case, attempt: Attempt, rule: str) -> Finding:
    """What the schedule of an acceptance says of one rule, for the dates supplied."""
    data = attempt.data
    announced_on = None if data["day_unpublished"] else attempt.on
    dates = Dates(
        case.accepted_on or attempt.on,
        announced_on=announced_on,
        claims_deadline=data["claims_deadline"],
        first_meeting=data["first_meeting_on"],
        meeting_notice_on=announced_on,
    )
    found = schedule(dates, attempt.settings["calendar"], attempt.on)
    return next(finding for finding in found.findings if finding.rule == rule)


def hindrance(case: Case, attempt: Attempt, rule: str, code: str, place: str) -> Obstacle | None:
    """Why the dates break a rule; a past announcement that did is recorded with its reason."""
    finding = finding_of(case, attempt, rule)
    if finding.ok or attempt.data["departs_because"]:
        return None
    return Obstacle(code, finding.why, cite(place))


def claims_are_filed_within_the_window(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 45: from thirty days to three months after the announcement."""
    return hindrance(case, attempt, "art45", "claims_window", "EBL 45")


def meeting_follows_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 62(1): within fifteen days after the claims window closes."""
    return hindrance(case, attempt, "art62", "first_meeting_late", "EBL 62(1)")


def meeting_is_announced_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 63: notice at least fifteen days before the meeting."""
    return hindrance(case, attempt, "art63", "meeting_notice_late", "EBL 63")
