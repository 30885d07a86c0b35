"""What the entries of a docket are about: a paper by its kind, a part of the case by its number and name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from court_app.services.occasion import Occasion
from court_app.services.procedure.parts import BY_MACHINE
from models import CaseEvent, Delivery, Document
from models.vocabulary import DocumentKind

Subject = tuple[str, int | None]
"""The machine of an entry and the row that moves in it."""


def subjects(occasion: Occasion, events: Iterable[CaseEvent]) -> dict[Subject, Any]:
    """Words for what each of these entries is about; an entry about the case itself has none."""
    wanted: defaultdict[str, set[int]] = defaultdict(set)
    for event in events:
        if event.subject_id is not None:
            wanted[event.machine].add(event.subject_id)
    named: dict[Subject, Any] = {
        ("document", one): DocumentKind(kind)
        for one, kind in occasion.session.execute(
            select(Document.id, Document.kind).where(Document.id.in_(wanted["document"]))
        )
    }
    served = (
        select(Delivery.id, Document.kind, Delivery.recipient_name)
        .join(Document, Document.id == Delivery.document_id)
        .where(Delivery.id.in_(wanted["delivery"]))
    )
    for one, kind, recipient in occasion.session.execute(served):
        named["delivery", one] = [DocumentKind(kind), recipient]
    for machine, part_kind in BY_MACHINE.items():
        if wanted[machine]:
            model: Any = part_kind.model
            for part in occasion.session.scalars(select(model).where(model.id.in_(wanted[machine]))):
                named[machine, part.id] = f"{part.serial} {part.title}"
    return named
