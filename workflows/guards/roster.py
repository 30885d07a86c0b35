"""Rules of the roster itself: who may be listed again, how long a suspension lasts (AA 9, 39)."""

from datetime import date

from models.roster import Administrator
from models.vocabulary import DeadlineKind, RosterStatus
from workflows.calendar import WorkingCalendar
from workflows.deadlines import compute
from workflows.law.citations import cite
from workflows.law.settings import read_settings
from workflows.text import Text
from workflows.transition import Obstacle


def suspension_lasts_one_to_three_years(
    from_on: date, until_on: date, calendar: WorkingCalendar
) -> Obstacle | None:
    """AA 39(2): suspended is for one to three years, both included, counted from the decision."""
    span = compute(DeadlineKind.ADM_SUSPENSION, from_on, calendar, on=from_on, settings=read_settings({}))
    earliest = span.earliest or from_on
    if earliest <= until_on <= span.nominal_on:
        return None
    return Obstacle(
        "wrong_length_of_suspension",
        Text(
            "停止担任管理人的期限为一年至三年：至{earliest}至{latest}为止。",
            earliest=earliest,
            latest=span.nominal_on,
        ),
        cite("AA 39(2)"),
    )


def may_be_listed_again(administrator: Administrator, on: date, calendar: WorkingCalendar) -> Obstacle | None:
    """AA 9③: nobody is listed again before three years after his removal are over."""
    removed = [entry for entry in administrator.statuses if entry.status == RosterStatus.REMOVED]
    if administrator.status_on(on) != RosterStatus.REMOVED or not removed:
        return Obstacle("already_listed", Text("该名称已在本名册中。"), cite("AA 4"))
    since = removed[-1].from_on
    bar = compute(DeadlineKind.ADM_DISCIPLINE, since, calendar, on=on, settings=read_settings({}))
    if on > bar.nominal_on:
        return None
    return Obstacle(
        "removed_too_recently",
        Text("自{since}除名之日起未逾三年，{until}之前不得再编入名册。", since=since, until=bar.nominal_on),
        cite("AA 9③"),
    )
