"""Return receipts (送达回证): the form for one delivery, filled in as the ledger stands now (CPL 87)."""

from court_app.errors import ServiceError
from court_app.services.occasion import Occasion
from documents.drafting import default_blocks
from documents.facts.reading import delivery_facts, facts_for
from documents.facts.situation import Situation
from models import Delivery
from models.vocabulary import DeliveryMethod, DeliveryState, DocumentKind, RecipientKind
from workflows.text import Text

FORM = DocumentKind.DELIVERY_RECEIPT
BY_ANNOUNCEMENT = Text("公告送达没有送达回证，以登记的公告情况为准。")
CANCELLED = Text("这条送达记录已取消，不制作送达回证。")


class NoReturnReceipt(ServiceError):
    """A delivery that nobody signs for."""

    status, kind, title = 409, "no-return-receipt", Text("没有送达回证")


def why_none(delivery: Delivery) -> Text | None:
    """Why a delivery has no return receipt; None if it has one."""
    if delivery.state == DeliveryState.CANCELLED:
        return CANCELLED
    announced = delivery.method == DeliveryMethod.ANNOUNCEMENT
    return BY_ANNOUNCEMENT if announced or delivery.recipient_kind == RecipientKind.PUBLIC else None


def receipt_of(occasion: Occasion, delivery: Delivery) -> bytes:
    """The form as a PDF: document, addressee, address, method and days filled in, signatures left open.

    It is drawn anew each time and not kept: what was signed by hand is the receipt.

    Raises:
        NoReturnReceipt: if the delivery is cancelled or made by announcement.
    """
    if (why := why_none(delivery)) is not None:
        raise NoReturnReceipt(why)
    case = delivery.document.case
    situation = Situation(
        payload={},
        effective_on=occasion.today,
        number=case.number,
        parent=case.parent,
        delivery=delivery_facts(delivery),
    )
    facts = facts_for(FORM, case, situation)
    return occasion.mill.form(FORM, facts, default_blocks(FORM, facts))
