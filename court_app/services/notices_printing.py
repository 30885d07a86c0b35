"""Printing a batch of notices: the copies that go out on paper, some hundreds together, with their labels."""

from collections.abc import Sequence

from court_app.errors import BadInput
from court_app.services import cases, deliveries, notices
from court_app.services.notices_sending import rows_of
from court_app.services.occasion import Occasion
from documents.facts.reading import label_of
from documents.rendering import render_address_sheet
from models import Delivery, NoticeBatch, PrintBatch
from models.vocabulary import DeliveryMethod, DeliveryState
from workflows.text import Text

OVER = frozenset({DeliveryState.SERVED.value, DeliveryState.CANCELLED.value})


def on_paper(occasion: Occasion, batch: NoticeBatch) -> list[Delivery]:
    """The rows that go out on paper: not electronic, made, and not yet served."""
    return [
        row.delivery
        for row in rows_of(occasion, batch)
        if row.sha256 and row.delivery.method != DeliveryMethod.ELECTRONIC and row.delivery.state not in OVER
    ]


def parts(occasion: Occasion, batch: NoticeBatch) -> list[Sequence[Delivery]]:
    """The rows on paper, as many together as are printed in one go."""
    rows, most = on_paper(occasion, batch), deliveries.MOST_IN_A_BATCH
    return [rows[start : start + most] for start in range(0, len(rows), most)]


def chosen(occasion: Occasion, batch: NoticeBatch, part: int) -> Sequence[Delivery]:
    """One part, counted from 1.

    Raises:
        BadInput: if there is no such part.
    """
    found = parts(occasion, batch)
    if not 1 <= part <= len(found):
        raise BadInput({"part": [Text("没有这一部分；共有{count}部分需要打印。", count=len(found))]})
    return found[part - 1]


def print_part(occasion: Occasion, batch_id: int, part: int) -> PrintBatch:
    """Print one part together; it stays in the case as a print batch.

    Raises:
        BadInput: if there is no such part.
        Forbidden: if the person does not work on the case.
    """
    batch = notices.find(occasion, batch_id)
    case = cases.hold(occasion, batch.case_id)
    cases.must_work_on(occasion, case)
    rows = chosen(occasion, batch, part)
    title = f"{batch.document.kind.zh} {part}"
    return deliveries.print_batch(occasion, case, [row.id for row in rows], title)


def labels(occasion: Occasion, batch_id: int, part: int) -> bytes:
    """The mailing labels of one part, ten to a page."""
    batch = notices.find(occasion, batch_id)
    court = batch.document.case.court
    made = [label_of(row) for row in chosen(occasion, batch, part)]
    return render_address_sheet(made, court=court.name, address=court.address, made_on=occasion.today)
