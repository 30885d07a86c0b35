"""What the steps of a delivery do (`Transition.does` of the machine `delivery`)."""

from collections.abc import Callable
from datetime import date
from typing import cast

from court_app.services import clocks
from court_app.services.steps import Taken
from models import Delivery
from models.vocabulary import DeadlineKind, DeliveryMethod, DeliveryState
from workflows.deadlines import compute
from workflows.law.parameters import ANNOUNCEMENT_OF_SERVICE, ANNOUNCEMENT_OF_SERVICE_ABROAD


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


def record_service(taken: Taken) -> None:
    """Served: end the clock within which, start the clock that this recipient's service starts."""
    delivery = delivery_of(taken)
    delivery.served_on = taken.data.get("served_on") or date.fromisoformat(delivery.flags["deemed_on"])
    if delivery.within is not None:
        end_when_all_are_served(taken, delivery, delivery.within)
    if delivery.starts is not None:
        clocks.start(
            taken.turn,
            delivery.starts,
            delivery.served_on,
            about=delivery.recipient_name,
            delivery=delivery,
        )


def end_when_all_are_served(taken: Taken, delivery: Delivery, within: DeadlineKind) -> None:
    """The clock ends with the last service that it covers (EBL 107(1): debtor and administrator)."""
    covered = [
        other
        for other in delivery.document.deliveries
        if other.within == within and other.state != DeliveryState.CANCELLED.value
    ]
    days = [other.served_on for other in covered if other.served_on is not None]
    if len(days) == len(covered):
        for clock in clocks.running(taken.case, (within,)):
            clocks.settle(taken.turn, clock, max(days))


SERVICE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_sending": record_sending,
    "record_announcement": record_announcement,
    "record_service": record_service,
}
