"""The delivery ledger: sending, confirming, and printing together what goes out together."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from court_app.errors import BadInput, NotFound
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.step_records import Taken
from documents.batch import merge
from models import Case, Delivery, Notice, PrintBatch
from models.vocabulary import DeliveryState
from workflows.engine import Option
from workflows.text import Text

MOST_IN_A_BATCH = 500


def find(occasion: Occasion, delivery_id: int) -> Delivery:
    """A delivery of a case that the person may read.

    Raises:
        NotFound: if there is none for this person.
    """
    delivery = occasion.session.get(Delivery, delivery_id)
    if delivery is None or not cases.readable(occasion, delivery.document.case):
        raise NotFound(Text("没有这条送达记录，或者您无权查阅。"))
    return delivery


def of_case(
    occasion: Occasion, case: Case, *, state: str | None = None, page: int = 1, size: int = 50
) -> list[Delivery]:
    """The ledger of a case, newest first, a page at a time."""
    chosen = select(Delivery).where(Delivery.case_id == case.id)
    if state:
        chosen = chosen.where(Delivery.state == state)
    return list(
        occasion.session.scalars(
            chosen.options(selectinload(Delivery.document))
            .order_by(Delivery.id.desc())
            .limit(size)
            .offset((page - 1) * size)
        )
    )


def options(occasion: Occasion, delivery: Delivery) -> list[Option]:
    """Every step of the delivery as it stands now."""
    return steps.options(occasion, delivery)


def take_step(
    occasion: Occasion, delivery_id: int, name: str, data: Mapping[str, Any], *, version: int | None
) -> Taken:
    """Take a step of a delivery; see `steps.take` for what may be raised."""
    delivery = find(occasion, delivery_id)
    cases.hold(occasion, delivery.case_id)
    occasion.session.refresh(delivery)
    return steps.take(occasion, delivery, name, data, version=version)


def print_batch(occasion: Occasion, case: Case, delivery_ids: Sequence[int], title: str) -> PrintBatch:
    """Print papers together, each as often as it is served; the batch stays in the case.

    Raises:
        BadInput: if nothing, too much, or something of another case is chosen.
    """
    if not 0 < len(delivery_ids) <= MOST_IN_A_BATCH:
        raise BadInput({"delivery_ids": [Text("请选择 1 至 {most} 条送达记录。", most=MOST_IN_A_BATCH)]})
    chosen = occasion.session.scalars(
        select(Delivery)
        .where(Delivery.case_id == case.id, Delivery.id.in_(delivery_ids))
        .options(selectinload(Delivery.document))
        .order_by(Delivery.id)
    ).all()
    if len(chosen) != len(set(delivery_ids)):
        raise BadInput({"delivery_ids": [Text("所选送达记录不属于本案。")]})
    own = own_copies(occasion, [d.id for d in chosen])
    digests = [
        own.get(d.id) or d.document.copy_sha256 or d.document.sha256
        for d in chosen
        if d.state != DeliveryState.CANCELLED
    ]
    pages = [occasion.mill.store.get(digest) for digest in digests if digest]
    if not pages:
        raise BadInput({"delivery_ids": [Text("所选送达记录没有可以打印的文书。")]})
    batch = PrintBatch(
        case_id=case.id,
        title=title[:200],
        delivery_ids=[d.id for d in chosen],
        sha256=occasion.mill.store.put(merge(pages)),
        made_by_id=occasion.user.id if occasion.user else 0,
        made_at=occasion.now,
    )
    occasion.session.add(batch)
    occasion.session.flush()
    return batch


def own_copies(occasion: Occasion, delivery_ids: Sequence[int]) -> dict[int, str]:
    """The hashes of copies that were made for one addressee each, by his row of the ledger."""
    rows = occasion.session.execute(
        select(Notice.delivery_id, Notice.sha256).where(
            Notice.delivery_id.in_(delivery_ids), Notice.sha256.is_not(None)
        )
    )
    return {delivery_id: digest for delivery_id, digest in rows if digest}


def batches_of(occasion: Occasion, case: Case) -> list[PrintBatch]:
    """The print batches of a case, newest first."""
    return list(
        occasion.session.scalars(
            select(PrintBatch).where(PrintBatch.case_id == case.id).order_by(PrintBatch.id.desc())
        )
    )


def count_of(occasion: Occasion, case: Case, state: str | None = None) -> int:
    """How many deliveries a case has, in a state if one is named."""
    chosen = select(func.count(Delivery.id)).where(Delivery.case_id == case.id)
    return occasion.session.scalar(chosen.where(Delivery.state == state) if state else chosen) or 0


def find_batch(occasion: Occasion, batch_id: int) -> tuple[PrintBatch, bytes]:
    """A print batch with its bytes, to be printed again.

    Raises:
        NotFound: if there is none for this person.
    """
    batch = occasion.session.get(PrintBatch, batch_id)
    case = occasion.session.get(Case, batch.case_id) if batch else None
    if batch is None or case is None or not cases.readable(occasion, case):
        raise NotFound(Text("没有这个打印批次，或者您无权查阅。"))
    return batch, occasion.mill.store.get(batch.sha256 or "")
