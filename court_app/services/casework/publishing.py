"""That an announcement has appeared: recorded by hand, with its step, or when its paper is issued."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select

from court_app.errors import BadInput, Forbidden, NotFound
from court_app.services.casework import cases
from court_app.services.casework.publications import (
    SITE,
    Duty,
    appearances,
    duties,
    is_announcement,
    is_issued,
)
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.step_records import Taken
from models import Delivery, Document, Publication
from models.vocabulary import (
    DeliveryState,
    RecipientKind,
)
from workflows.payloads.notices import PublicationRecord
from workflows.procedures.delivery import DESK
from workflows.text import Text


def record(occasion: Occasion, case_id: int, event_id: int, raw: Mapping[str, Any]) -> Publication:
    """Record that an announcement has appeared; on the national site it reaches the public by that.

    Raises:
        BadInput: if its paper is not issued, the day cannot be, or it is recorded already.
        Forbidden: if the person may neither take the step nor serve papers.
        NotFound: if the case owes no such announcement.
    """
    case = cases.hold_shared(occasion, case_id)
    duty = next((d for d in duties(occasion, case) if d.event and d.event.id == event_id), None)
    if duty is None or duty.event is None:
        raise NotFound(Text("本案没有这项公告。"))
    if not cases.roles_in(occasion, case) & (duty.row.recorded_by | DESK):
        raise Forbidden(Text("您的角色不能登记这项公告。"))
    data = dict(PublicationRecord().load(dict(raw)))
    check(occasion, duty, data)
    made = Publication(
        case_id=case.id,
        event_id=event_id,
        document_id=duty.paper.id if duty.paper else None,
        channel=data["channel"],
        reference=data["reference"],
        published_on=data["published_on"],
        recorded_by_id=occasion.user.id if occasion.user else None,
        recorded_at=occasion.now,
    )
    occasion.session.add(made)
    occasion.session.flush()
    if duty.paper is not None and made.channel == SITE:
        reach_the_public(occasion, duty.paper, made)
    return made


def check(occasion: Occasion, duty: Duty, data: Mapping[str, Any]) -> None:
    """What appears must have been issued, on a day that can be, and is recorded once."""
    if duty.paper is not None and not is_issued(duty.paper):
        raise BadInput({"channel": [Text("公告文书尚未制作正本，不能登记发布。")]})
    if data["published_on"] > occasion.today:
        raise BadInput({"published_on": [Text("发布日期不得晚于今天。")]})
    if duty.event is not None and data["published_on"] < duty.event.effective_on:
        raise BadInput({"published_on": [Text("发布日期不得早于作出裁判或者决定之日。")]})
    same = (data["channel"], data["reference"])
    if any((one.channel, one.reference) == same for one in duty.publications):
        raise BadInput({"reference": [Text("这次发布已经登记。")]})


def reach_the_public(occasion: Occasion, paper: Document, publication: Publication) -> None:
    """The ledger's row for the public follows what appeared on the national site."""
    for row in occasion.session.scalars(
        select(Delivery)
        .where(
            Delivery.document_id == paper.id,
            Delivery.recipient_kind == RecipientKind.PUBLIC,
            Delivery.state == DeliveryState.PREPARED.value,
        )
        .order_by(Delivery.id)
    ):
        supplied = {
            "channel": publication.channel.value,
            "reference": publication.reference,
            "published_on": publication.published_on.isoformat(),
        }
        steps.take(occasion.by_the_law_itself(), row, "publish", supplied, version=None)


def record_with_the_step(taken: Taken) -> None:
    """What the step itself says of its announcement: the national site, if it names it and a reference."""
    if SITE.zh in taken.data["channel"] and taken.data["reference"]:
        taken.occasion.session.add(
            Publication(
                case_id=taken.case.id,
                event_id=taken.event.id,
                channel=SITE,
                reference=taken.data["reference"],
                published_on=taken.on,
                recorded_by_id=taken.occasion.user.id if taken.occasion.user else None,
                recorded_at=taken.occasion.now,
            )
        )


def follow_publication(taken: Taken) -> None:
    """An announcement that was published with its step reaches the public when its paper is issued."""
    paper = taken.subject
    if not isinstance(paper, Document) or not is_announcement(paper.kind):
        return
    taken.occasion.session.flush()
    for one in appearances(taken.occasion, taken.case).get(paper.event_id or 0, ()):
        if one.channel == SITE:
            one.document_id = paper.id
            reach_the_public(taken.occasion, paper, one)


PUBLICATION_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_with_the_step": record_with_the_step,
    "follow_publication": follow_publication,
}
