"""Sending a batch of notices and recording what became of it: many rows, one entry in the docket.

The rows of the law decide every addressee's step as if it were taken alone; what they refuse is told with
its reason and stays as it was.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from court_app.errors import BadInput
from court_app.services.casework import cases, history
from court_app.services.occasion import Occasion
from court_app.services.papers import notices
from court_app.services.procedure import steps
from court_app.services.procedure.parts import serials_in_words
from court_app.services.procedure.step_records import Taken
from models import Delivery, Notice, NoticeBatch
from models.vocabulary import DeliveryMethod, DeliveryState
from workflows.engine import StepRefused
from workflows.law.citations import cite
from workflows.payloads.days import check_days
from workflows.payloads.notices import ConfirmAll, SendAll
from workflows.procedures.delivery import DELIVERY
from workflows.text import Text
from workflows.transition import Attempt, Obstacle, Transition

NOT_MADE = Obstacle("copy_not_made", Text("通知尚未制成。"), cite("DESIGN"))
NO_ADDRESS = Obstacle("no_address", Text("没有送达地址，请先补充。"), cite("CPL 88"))
SENDS_FROM = frozenset({DeliveryState.PREPARED.value, DeliveryState.FAILED.value})


@dataclass(frozen=True, slots=True)
class Wish:
    """A step that is to be taken of one delivery, and with what."""

    notice: Notice
    step: str
    data: Mapping[str, Any]

    @property
    def delivery(self) -> Delivery:
        """The row of the ledger."""
        return self.notice.delivery


@dataclass(frozen=True, slots=True)
class Refused:
    """An addressee whose row did not move, and everything that stands in the way."""

    position: int
    name: str
    obstacles: tuple[Obstacle, ...]


@dataclass(slots=True)
class Outcome:
    """What was done of what was asked."""

    done: int = 0
    refused: list[Refused] = field(default_factory=list)


def send(occasion: Occasion, batch_id: int, raw: Mapping[str, Any]) -> Outcome:
    """Send all that is made and not on its way: electronically where that is allowed, else as chosen.

    Raises:
        StepRefused: if the person may not send anything of this case.
        ValidationError: if what was supplied is not well formed.
    """
    batch, data = held(occasion, batch_id), dict(SendAll().load(dict(raw)))
    on = day_of(occasion, data)
    rows = [row for row in rows_of(occasion, batch) if row.delivery.state in SENDS_FROM]
    if not rows:
        return Outcome()
    attempt = attempt_for(occasion, rows[0], on, "send")
    wishes = [Wish(row, "send", way_of(row, attempt, data)) for row in rows]
    return take_all(occasion, batch, wishes, attempt)


def way_of(row: Notice, attempt: Attempt, data: Mapping[str, Any]) -> dict[str, Any]:
    """How one addressee is served: electronically if that was chosen and no guard is against it."""
    plain = {"address": "", "reference": data["reference"], "effective_on": attempt.on}
    electronic = {**plain, "method": DeliveryMethod.ELECTRONIC}
    if data["electronic"] and not obstacles_of(Wish(row, "send", electronic), attempt):
        return electronic
    return {**plain, "method": data["method"]}


def confirm_method(occasion: Occasion, batch_id: int, raw: Mapping[str, Any]) -> Outcome:
    """All that went out by one method and is still on its way has arrived on one day."""
    batch, data = held(occasion, batch_id), dict(ConfirmAll().load(dict(raw)))
    on = day_of(occasion, data)
    check_days(ConfirmAll(), data, on=on, today=occasion.today)
    rows = [
        row
        for row in rows_of(occasion, batch)
        if row.delivery.state == DeliveryState.SENT and row.delivery.method == data["method"]
    ]
    if not rows:
        return Outcome()
    supplied = {"served_on": data["served_on"], "signed_by": data["signed_by"], "effective_on": on}
    attempt = attempt_for(occasion, rows[0], on, "confirm")
    return take_all(occasion, batch, [Wish(row, "confirm", supplied) for row in rows], attempt)


def held(occasion: Occasion, batch_id: int) -> NoticeBatch:
    """A batch whose case nobody else writes in until the transaction ends."""
    batch = notices.find(occasion, batch_id)
    cases.hold(occasion, batch.case_id)
    return batch


def rows_of(occasion: Occasion, batch: NoticeBatch) -> Sequence[Notice]:
    """Every row of a batch with its delivery, by number."""
    return occasion.session.scalars(
        select(Notice)
        .where(Notice.batch_id == batch.id)
        .options(selectinload(Notice.delivery))
        .order_by(Notice.position)
        .execution_options(populate_existing=True)
    ).all()


def day_of(occasion: Occasion, data: Mapping[str, Any]) -> date:
    """The day of the act, not in the future.

    Raises:
        BadInput: if it is.
    """
    on: date = data["effective_on"] or occasion.today
    if on > occasion.today:
        raise BadInput({"effective_on": [Text("行为日期不得晚于今天。")]})
    return on


def attempt_for(occasion: Occasion, row: Notice, on: date, step: str) -> Attempt:
    """Who acts, standing where: the same for all rows, which belong to one paper.

    Raises:
        StepRefused: if the person may not take the step of any row.
    """
    attempt = steps.attempt_of(occasion, row.delivery, on=on)
    law = DELIVERY.row(step, row.delivery.state, row.delivery.flags, on)
    if not law.permits(attempt.standing):
        raise StepRefused(step, DELIVERY.obstacles(law, row.delivery, attempt))
    return attempt


def row_of(wish: Wish, on: date) -> Transition:
    """The row of the law that a wish is about."""
    return DELIVERY.row(wish.step, wish.delivery.state, wish.delivery.flags, on)


def obstacles_of(wish: Wish, attempt: Attempt) -> tuple[Obstacle, ...]:
    """Everything that stands in the way of one row."""
    if wish.step == "send" and wish.notice.sha256 is None:
        return (NOT_MADE,)
    if wish.data.get("method") == DeliveryMethod.POST and not wish.delivery.address:
        return (NO_ADDRESS,)
    tried = replace(attempt, data=wish.data)
    return DELIVERY.obstacles(row_of(wish, attempt.on), wish.delivery, tried, with_checks=True)


def take_all(occasion: Occasion, batch: NoticeBatch, wishes: Iterable[Wish], attempt: Attempt) -> Outcome:
    """Take every step that the law allows; the docket gets one entry for each kind of step."""
    outcome, allowed = Outcome(), dict[str, list[Wish]]()
    for wish in wishes:
        against = obstacles_of(wish, attempt) or wrong_day(occasion, wish, attempt.on)
        if against:
            row = wish.notice
            outcome.refused.append(Refused(row.position, row.delivery.recipient_name, against))
        else:
            allowed.setdefault(wish.step, []).append(wish)
    for step, chosen in allowed.items():
        write_down(occasion, batch, step, chosen, attempt)
        outcome.done += len(chosen)
    return outcome


def wrong_day(occasion: Occasion, wish: Wish, on: date) -> tuple[Obstacle, ...]:
    """Nothing is done with a paper before it is approved or sent."""
    try:
        steps.check_day(occasion, wish.delivery, on)
    except ValidationError as error:
        return (Obstacle("wrong_day", Text(str(error.args[0])), cite("DESIGN")),)
    return ()


def write_down(
    occasion: Occasion, batch: NoticeBatch, step: str, wishes: Sequence[Wish], attempt: Attempt
) -> None:
    """Write one step of many rows: one event, then every row's state and effects."""
    from court_app.services.procedure.effects import EFFECTS

    case, rows = batch.document.case, [row_of(wish, attempt.on) for wish in wishes]
    target = rows[0].target
    event = history.append(
        occasion.session,
        case,
        machine=DELIVERY.name,
        subject_id=None,
        step=step,
        source="/".join(sorted({wish.delivery.state for wish in wishes})),
        target=target.value if target else "",
        actor=steps.actor_of(occasion, rows[0], attempt),
        now=occasion.now,
        on=attempt.on,
        payload={"batch": batch.id, "document": batch.document_id, "rows": in_words(wishes)},
        basis="; ".join(str(citation) for citation in rows[0].basis),
    )
    for wish, row in zip(wishes, rows, strict=True):
        delivery = wish.delivery
        if row.target is not None:
            delivery.state = row.target.value
        delivery.flags = {**delivery.flags, **row.sets}
        taken = Taken(occasion, case, delivery, row, wish.data, attempt.on, event, attempt.settings)
        for name in row.does:
            EFFECTS[name](taken)
    occasion.session.flush()


def in_words(wishes: Iterable[Wish]) -> list[dict[str, str]]:
    """What was supplied, each with the numbers of the rows it was supplied for."""
    groups: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for wish in wishes:
        said = row_payload(wish)
        groups.setdefault(tuple(sorted(said.items())), []).append(wish.notice.position)
    return [{**dict(said), "numbers": serials_in_words(numbers)} for said, numbers in groups.items()]


def row_payload(wish: Wish) -> dict[str, str]:
    """What was supplied for one row, as the docket keeps it: without addresses and empty values."""
    return {
        name: getattr(value, "value", None) or str(value)
        for name, value in wish.data.items()
        if value and name not in {"address", "effective_on"}
    }
