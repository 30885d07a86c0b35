"""Changes of the roster of administrators: listing, grades, sanctions (AA 2 to 14, 28, 39).

Made by the division head or the president of the court that keeps it, and by nobody else.
"""

import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import Schema
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput, Forbidden
from court_app.services.administrators import roster
from court_app.services.occasion import Occasion
from models import Administrator, Court, GradeEntry, StatusEntry, User
from models.vocabulary import (
    AdministratorGrade,
    PartyKind,
    RosterStatus,
    SanctionGround,
)
from workflows.engine import StepRefused
from workflows.guards.roster import may_be_listed_again
from workflows.payloads.base import Line, Paragraphs, Word, labelled
from workflows.payloads.days import Day
from workflows.payloads.selection import KINDS
from workflows.text import Text
from workflows.transition import Obstacle

log = logging.getLogger("court.roster")


class Particulars(Schema):
    """What of an entry may be corrected."""

    head = Line(load_default="", metadata=labelled("负责人", "head", "个人不填", "empty for individuals"))
    address = Line(load_default="", metadata=labelled("地址", "address"))
    phone = Line(load_default="", metadata=labelled("联系电话", "phone"))


class NewEntry(Particulars):
    """Somebody who is listed."""

    kind = Word(PartyKind, only=KINDS, required=True, metadata=labelled("名册", "roster"))
    name = Line(required=True, metadata=labelled("名称或者姓名", "name"))
    grade = Word(AdministratorGrade, load_default=AdministratorGrade.NONE, metadata=labelled("等级", "grade"))
    listed_on = Day(required=True, metadata=labelled("编入名册日期", "listed on"))


class NewGrade(Schema):
    """Another grade, from a day on."""

    grade = Word(AdministratorGrade, required=True, metadata=labelled("等级", "grade"))
    from_on = Day(required=True, metadata=labelled("自何日起", "from"))
    reason = Paragraphs(required=True, metadata=labelled("理由", "reason", widget="textarea"))


def must_keep(occasion: Occasion, court: Court) -> User:
    """Stop whoever may not change a court's roster.

    Raises:
        Forbidden: if so.
    """
    if occasion.user is None or not roster.may_keep(occasion.user, court):
        raise Forbidden(Text("名册只能由编制名册的法院的庭长或者院长变更。"))
    return occasion.user


def own_roster(occasion: Occasion) -> Court:
    """The court whose roster the person may change.

    Raises:
        Forbidden: if there is none.
    """
    court = occasion.user.court if occasion.user else None
    if court is None or not roster.may_keep(occasion.user, court):
        raise Forbidden(Text("名册只能由编制名册的法院的庭长或者院长变更。"))
    return court


def add(occasion: Occasion, raw: Mapping[str, Any]) -> Administrator:
    """List somebody on the roster of the own court; who was removed may come back after three years.

    Raises:
        BadInput: if a day lies in the future.
        StepRefused: if he is listed already, or was removed too recently.
        ValidationError: naming what is not well formed.
    """
    court = own_roster(occasion)
    data = NewEntry().load(dict(raw))
    not_in_the_future(occasion, "listed_on", data["listed_on"])
    return enlist(occasion, court, data)


def enlist(occasion: Occasion, court: Court, data: Mapping[str, Any]) -> Administrator:
    """Write a new entry, or list an old one again."""
    session, on = occasion.session, data["listed_on"]
    entry = session.scalar(
        select(Administrator).where(Administrator.court_id == court.id, Administrator.name == data["name"])
    )
    if entry is not None:
        refuse("add", may_be_listed_again(entry, on, occasion.calendar))
    else:
        entry = Administrator(
            court=court,
            serial=next_serial(session, court),
            kind=data["kind"],
            name=data["name"],
            version=1,
            statuses=[],
            grades=[],
        )
        session.add(entry)
    entry.head, entry.address, entry.phone = data["head"], data["address"], data["phone"]
    write_status(occasion, entry, RosterStatus.LISTED, on)
    write_grade(occasion, entry, data["grade"], on)
    session.flush()
    note(occasion, "roster entry listed", entry=entry.id, court=court.id)
    return entry


def next_serial(session: Session, court: Court) -> int:
    """The next place on a roster; the court's row is locked so that no two get the same."""
    session.execute(select(Court.id).where(Court.id == court.id).with_for_update(of=Court))
    last = session.scalar(select(func.max(Administrator.serial)).where(Administrator.court_id == court.id))
    return (last or 0) + 1


def correct(occasion: Occasion, administrator_id: int, raw: Mapping[str, Any]) -> Administrator:
    """Correct head, address, phone of an entry."""
    entry = roster.find(occasion.session, administrator_id)
    must_keep(occasion, entry.court)
    data = Particulars().load(dict(raw))
    entry.head, entry.address, entry.phone = data["head"], data["address"], data["phone"]
    occasion.session.flush()
    note(occasion, "roster entry corrected", entry=entry.id)
    return entry


def give_grade(occasion: Occasion, administrator_id: int, raw: Mapping[str, Any]) -> Administrator:
    """Give another grade, from a day that is not in the future and not before the last grade.

    Raises:
        BadInput: if the day does not fit.
        ValidationError: naming what is not well formed.
    """
    entry = roster.find(occasion.session, administrator_id)
    must_keep(occasion, entry.court)
    data = NewGrade().load(dict(raw))
    not_in_the_future(occasion, "from_on", data["from_on"])
    not_before(data["from_on"], [*entry.grades, *entry.statuses[:1]])
    write_grade(occasion, entry, data["grade"], data["from_on"], data["reason"])
    occasion.session.flush()
    note(occasion, "roster grade given", entry=entry.id)
    return entry


def write_status(
    occasion: Occasion,
    entry: Administrator,
    status: RosterStatus,
    from_on: date,
    *,
    until_on: date | None = None,
    ground: SanctionGround | None = None,
    reason: str = "",
) -> None:
    """Write the next row of somebody's status."""
    entry.statuses.append(
        StatusEntry(
            status=status,
            from_on=from_on,
            until_on=until_on,
            ground=ground,
            reason=reason,
            recorded_by=occasion.name,
            recorded_at=occasion.now,
        )
    )


def write_grade(
    occasion: Occasion, entry: Administrator, grade: AdministratorGrade, from_on: date, reason: str = ""
) -> None:
    """Write the next row of somebody's grade."""
    entry.grades.append(
        GradeEntry(
            grade=grade,
            from_on=from_on,
            reason=reason,
            recorded_by=occasion.name,
            recorded_at=occasion.now,
        )
    )


def refuse(step: str, *obstacles: Obstacle | None) -> None:
    """Stop where the law does not allow it."""
    found = [obstacle for obstacle in obstacles if obstacle is not None]
    if found:
        raise StepRefused(step, found)


def not_in_the_future(occasion: Occasion, name: str, day: date) -> None:
    """Stop a day that has not come."""
    if day > occasion.today:
        raise BadInput({name: [Text("日期不得晚于今天。")]})


def not_before(day: date, entries: list[Any]) -> None:
    """Stop a row that would change what the rows before it say."""
    last = max((entry.from_on for entry in entries), default=date.min)
    if day < last:
        raise BadInput({"from_on": [Text("日期不得早于上一条记录（{day}）。", day=last)]})


def note(occasion: Occasion, what: str, **values: int | str) -> None:
    """Log what was done and who did it, by number; what is only checked was not done."""
    if not occasion.only_checks:
        log.info(what, extra={"by": occasion.user.id if occasion.user else None, **values})
