"""The papers of the parts of a case, and the votes that minutes wait for, looked up when a rule asks."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Case, Delivery, Document, Motion
from models.vocabulary import DocumentKind, DocumentState, MotionState, RecipientKind

IN_HAND = tuple(
    state.value
    for state in (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.APPROVED, DocumentState.SEALED)
)
KEPT = (DocumentState.ISSUED.value, DocumentState.SUPERSEDED.value)


class PaperContents:
    """The papers that parts of one case have."""

    session: Session
    case: Case

    def motions_open_at(self, meeting_id: int) -> int:
        """How many motions of a meeting are being voted on."""
        chosen = select(func.count(Motion.id)).where(
            Motion.meeting_id == meeting_id, Motion.state == MotionState.OPEN.value
        )
        return self.session.scalar(chosen) or 0

    def papers_in_hand(self, machine: str, part_id: int, kind: DocumentKind) -> int:
        """How many papers of a kind a part has that are neither issued nor discarded."""
        return self._papers(machine, part_id, kind, IN_HAND)

    def papers_issued(self, machine: str, part_id: int, kind: DocumentKind) -> int:
        """How many papers of a kind a part has that were issued."""
        return self._papers(machine, part_id, kind, KEPT)

    def resolution_served_on(self, resolution_id: int, creditor: str) -> date | None:
        """On which day a resolution was served on the creditor of that name; None if it was not."""
        return self.session.scalar(
            select(func.min(Delivery.served_on))
            .join(Document, Document.id == Delivery.document_id)
            .where(
                Document.case_id == self.case.id,
                Document.machine == "resolution",
                Document.subject_id == resolution_id,
                Document.kind == DocumentKind.MEETING_RESOLUTION,
                Delivery.recipient_kind == RecipientKind.KNOWN_CREDITORS,
                Delivery.recipient_name == creditor,
                Delivery.served_on.is_not(None),
            )
        )

    def _papers(self, machine: str, part_id: int, kind: DocumentKind, states: Collection[str]) -> int:
        chosen = select(func.count(Document.id)).where(
            Document.case_id == self.case.id,
            Document.machine == machine,
            Document.subject_id == part_id,
            Document.kind == kind,
            Document.state.in_(states),
        )
        return self.session.scalar(chosen) or 0
