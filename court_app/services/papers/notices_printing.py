"""Printing a batch of notices: the copies that go out on paper, some hundreds together, with their labels."""

from collections.abc import Sequence

from sqlalchemy import Select, func, or_, select

from court_app.errors import BadInput
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers import deliveries, notices
from documents.facts.reading import label_of
from documents.rendering import render_address_sheet
from models import Delivery, Notice, NoticeBatch, PrintBatch
from models.vocabulary import DeliveryMethod, DeliveryState
from workflows.text import Text

OVER = frozenset({DeliveryState.SERVED.value, DeliveryState.CANCELLED.value})


def on_paper(occasion: Occasion, batch: NoticeBatch) -> Select[int]:
    """The rows that go out on paper, by number: not electronic, made, and not yet served."""
    return (
        select(Delivery.id)
        .join(Notice, Notice.delivery_id == Delivery.id)
        .where(
            Notice.batch_id == batch.id,
            Notice.sha256.is_not(None),
            or_(Delivery.method.is_(None), Delivery.method != DeliveryMethod.ELECTRONIC),
            Delivery.state.not_in(OVER),
        )
        .order_by(Notice.position)
    )


def parts(occasion: Occasion, batch: NoticeBatch) -> int:
    """In how many parts what goes out on paper is printed."""
    ids = on_paper(occasion, batch).order_by(None).subquery()
    count = occasion.session.scalar(select(func.count()).select_from(ids)) or 0
    return -(-count // deliveries.MOST_IN_A_BATCH)


def chosen(occasion: Occasion, batch: NoticeBatch, part: int) -> Sequence[Delivery]:
    """One part, counted from 1.

    Raises:
        BadInput: if there is no such part.
    """
    count, most = parts(occasion, batch), deliveries.MOST_IN_A_BATCH
    if not 1 <= part <= count:
        raise BadInput({"part": [Text("没有这一部分；共有{count}部分需要打印。", count=count)]})
    ids = occasion.session.scalars(on_paper(occasion, batch).limit(most).offset((part - 1) * most)).all()
    return occasion.session.scalars(select(Delivery).where(Delivery.id.in_(ids)).order_by(Delivery.id)).all()


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
