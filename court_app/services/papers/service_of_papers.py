"""What the steps of a delivery do (`Transition.does` of the machine `delivery`)."""

from collections.abc import Callable
from datetime import date
from typing import cast

from court_app.services.casework import clocks
from court_app.services.procedure.step_records import Taken
from models import Delivery
from models.vocabulary import DeadlineKind, DeliveryMethod, DeliveryState
from workflows.deadlines import compute
from workflows.law.parameters import ANNOUNCEMENT_OF_SERVICE, ANNOUNCEMENT_OF_SERVICE_ABROAD

WHO_SAW = ("signed_by", "witnesses")
"""Who signed for a paper, or who saw it left (CPL 87, 89)."""


def delivery_of(taken: Taken) -> Delivery:
    """The delivery whose step it is."""
    return cast(Delivery, taken.subject)


def record_sending(taken: Taken) -> None:
    """How, where to and when it was sent."""
    delivery, data = delivery_of(taken), taken.data
    delivery.method = data["method"]
    party_address = delivery.party.electronic_address if delivery.party else ""
    electronic = data["method"] == DeliveryMethod.ELECTRONIC
    delivery.address = data["address"] or (party_address if electronic else delivery.address)
    delivery.sent_on = taken.on
    delivery.remark = data["reference"]


def record_announcement(taken: Taken) -> None:
    """Service by announcement: when it will be deemed (CPL 95)."""
    delivery = delivery_of(taken)
    delivery.method = DeliveryMethod.ANNOUNCEMENT
    delivery.remark = taken.data["reason"]
    days = ANNOUNCEMENT_OF_SERVICE_ABROAD if taken.data["abroad"] else ANNOUNCEMENT_OF_SERVICE
    period = compute(
        DeadlineKind.SERVICE_BY_ANNOUNCEMENT,
        taken.on,
        taken.occasion.calendar,
        on=taken.on,
        length=days.on(taken.on).value,
    )
    delivery.flags = {
        **delivery.flags,
        "deemed_on": period.due_on.isoformat(),
        "channel": taken.data["channel"],
    }


def record_appearance(taken: Taken) -> None:
    """An announcement has reached the public on the day on which it appeared."""
    delivery = delivery_of(taken)
    delivery.method = DeliveryMethod.ANNOUNCEMENT
    delivery.sent_on = delivery.served_on = taken.data["published_on"]
    delivery.address = taken.data["channel"].zh
    delivery.remark = taken.data["reference"]


def record_service(taken: Taken) -> None:
    """Served: end the clock within which, once all it is for are served; start this recipient's clock."""
    delivery = delivery_of(taken)
    delivery.served_on = taken.data.get("served_on") or date.fromisoformat(delivery.flags["deemed_on"])
    told = {name: taken.data[name] for name in WHO_SAW if taken.data.get(name)}
    if told:
        delivery.flags = {**delivery.flags, **told}
    if delivery.within is not None and all_are_served(delivery):
        for clock in clocks.running(taken.case, (delivery.within,)):
            clocks.settle(taken.turn, clock, last_service(delivery))
    if delivery.starts is not None:
        clocks.start(
            taken.turn,
            delivery.starts,
            delivery.served_on,
            about=delivery.recipient_name,
            delivery=delivery,
        )


OVER = frozenset({DeliveryState.SERVED.value, DeliveryState.CANCELLED.value})


def fellows(delivery: Delivery) -> list[Delivery]:
    """The rows of the same paper that must be served within the same clock, the last one first."""
    return [one for one in reversed(delivery.document.deliveries) if one.within == delivery.within]


def all_are_served(delivery: Delivery) -> bool:
    """Whether everyone whom the paper must reach within the clock has been reached."""
    return all(
        one.state in OVER for one in delivery.document.deliveries[::-1] if one.within == delivery.within
    )


def last_service(delivery: Delivery) -> date:
    """The day on which the last of them was reached."""
    return max(one.served_on for one in fellows(delivery) if one.served_on)


SERVICE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_sending": record_sending,
    "record_announcement": record_announcement,
    "record_appearance": record_appearance,
    "record_service": record_service,
}
