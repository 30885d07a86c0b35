"""The papers of a case that an administrator has: his own, those served on him, those of the creditors."""

from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from court_app.errors import NotFound
from court_app.permissions import may_work_as_administrator
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers.documents import Sheet, pdf_of
from models import Case, Delivery, Document, Party
from models.vocabulary import OF_ADMINISTRATOR, OF_CREDITORS, DeliveryState, DocumentState
from workflows.text import Text

ISSUED = (DocumentState.ISSUED.value, DocumentState.SUPERSEDED.value)
ON_THE_WAY = (DeliveryState.SENT.value, DeliveryState.SERVED.value)


def narrowed(chosen: Select[Any], occasion: Occasion, case: Case) -> Select[Any]:
    """A choice of papers, narrowed to those of the person's administrator in this case.

    His own in every state; of the others what was issued: served on him, or made by the creditors.
    """
    acts_for = occasion.user.administrator_id if occasion.user else None
    works = cases.passes(occasion, case, may_work_as_administrator)
    own = Document.kind.in_(sorted(OF_ADMINISTRATOR) if works else [])
    reached = (
        select(Delivery.document_id)
        .join(Party, Party.id == Delivery.party_id)
        .where(
            Delivery.case_id == case.id,
            Delivery.state.in_(ON_THE_WAY),
            Party.administrator_id.is_not(None),
            Party.administrator_id == acts_for,
        )
    )
    creditors = Document.kind.in_(sorted(OF_CREDITORS))
    issued = and_(Document.state.in_(ISSUED), or_(Document.id.in_(reached), creditors))
    return chosen.where(Document.case_id == case.id, or_(own, issued))


def of_case(occasion: Occasion, case: Case, *, page: int = 1, size: int = 20) -> list[Document]:
    """The papers of the person's administrator, newest first."""
    chosen = narrowed(select(Document), occasion, case).order_by(Document.id.desc())
    return list(occasion.session.scalars(chosen.limit(size).offset((page - 1) * size)))


def count_of(occasion: Occasion, case: Case) -> int:
    """How many papers the person's administrator has."""
    return occasion.session.scalar(narrowed(select(func.count(Document.id)), occasion, case)) or 0


def pdf(occasion: Occasion, case: Case, document_id: int) -> Sheet:
    """The bytes of a paper of the person's administrator.

    Raises:
        NotFound: if there is no such paper for this person.
    """
    paper = occasion.session.scalar(
        narrowed(select(Document), occasion, case).where(Document.id == document_id)
    )
    if paper is None:
        raise NotFound(Text("没有这份文书，或者您无权查阅。"))
    return pdf_of(occasion, paper)


def among(occasion: Occasion, case: Case, papers: list[Document]) -> list[Document]:
    """Of these papers, those of the person's administrator."""
    reached = set(
        occasion.session.scalars(
            narrowed(select(Document.id), occasion, case).where(
                Document.id.in_([paper.id for paper in papers])
            )
        )
    )
    return [paper for paper in papers if paper.id in reached]
