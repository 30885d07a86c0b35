"""Suspensions and removals from the roster of administrators (AA 14, 28, 39)."""

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema

from court_app.errors import BadInput
from court_app.services.administrators import roster
from court_app.services.administrators.keeping_roster import (
    must_keep,
    not_before,
    not_in_the_future,
    note,
    refuse,
    write_status,
)
from court_app.services.occasion import Occasion
from models import Administrator
from models.vocabulary import (
    RosterStatus,
    SanctionGround,
)
from workflows.guards.roster import suspension_lasts_one_to_three_years
from workflows.law.citations import cite
from workflows.payloads.base import Paragraphs, Word, labelled
from workflows.payloads.days import Day
from workflows.text import Text
from workflows.transition import Obstacle

SANCTIONING = (RosterStatus.SUSPENDED, RosterStatus.REMOVED)


class Sanction(Schema):
    """A suspension or a removal (AA 14(2), 39(2))."""

    status = Word(RosterStatus, only=SANCTIONING, required=True, metadata=labelled("处理", "sanction"))
    ground = Word(SanctionGround, required=True, metadata=labelled("事由", "ground"))
    from_on = Day(required=True, metadata=labelled("决定日期", "decided on"))
    until_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "停止担任至何日（含当日）",
            "suspended through",
            "停止担任的必填，一年至三年",
            "for suspensions: one to three years",
        ),
    )
    reason = Paragraphs(required=True, metadata=labelled("决定的理由", "reasons", widget="textarea"))


def sanction(occasion: Occasion, administrator_id: int, raw: Mapping[str, Any]) -> Administrator:
    """Suspend somebody for one to three years, or remove him (AA 14(2), 39(2)).

    Raises:
        BadInput: if a day does not fit.
        StepRefused: if the law does not allow it.
        ValidationError: naming what is not well formed.
    """
    entry = roster.find(occasion.session, administrator_id)
    must_keep(occasion, entry.court)
    data = Sanction().load(dict(raw))
    not_in_the_future(occasion, "from_on", data["from_on"])
    not_before(data["from_on"], entry.statuses)
    refuse("sanction", *obstacles_to(occasion, entry, data))
    write_status(
        occasion,
        entry,
        data["status"],
        data["from_on"],
        until_on=data["until_on"],
        ground=data["ground"],
        reason=data["reason"],
    )
    occasion.session.flush()
    note(occasion, "roster sanction", entry=entry.id, status=data["status"].value)
    return entry


def obstacles_to(occasion: Occasion, entry: Administrator, data: Mapping[str, Any]) -> list[Obstacle | None]:
    """What stands against a sanction."""
    found: list[Obstacle | None] = []
    if entry.status_on(data["from_on"]) == RosterStatus.REMOVED:
        found.append(Obstacle("removed", Text("已经除名，不再处理。"), cite("AA 39(2)")))
    if data["status"] == RosterStatus.SUSPENDED:
        if data["until_on"] is None:
            raise BadInput({"until_on": [Text("停止担任管理人的，请填写截止日期。")]})
        if data["ground"] == SanctionGround.DISQUALIFIED:
            found.append(
                Obstacle(
                    "must_be_removed",
                    Text("有不得担任管理人情形的，应当除名。"),
                    cite("AA 14(2)", "EBL 24(3)"),
                )
            )
        found.append(
            suspension_lasts_one_to_three_years(data["from_on"], data["until_on"], occasion.calendar)
        )
    elif data["until_on"] is not None:
        raise BadInput({"until_on": [Text("除名没有截止日期。")]})
    if data["ground"] == SanctionGround.REFUSED_APPOINTMENT and not roster.unfounded_refusals(
        occasion.session, entry
    ):
        found.append(
            Obstacle(
                "no_unfounded_refusal",
                Text("没有法院认定其无正当理由拒绝指定的记录。"),
                cite("AA 28(1)", "AA 39(2)"),
            )
        )
    return found
