"""What the court does with its papers: revise, approve, seal, issue, show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from court_app.errors import NotFound
from court_app.permissions import may_work_as_administrator
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers import sealing
from court_app.services.procedure import steps
from court_app.services.procedure.step_records import Taken
from documents.drafting import missing
from documents.kinds import form_of
from models import Case, Document
from models.vocabulary import OF_ADMINISTRATOR, ApprovalLevel, DocumentState
from workflows.engine import Option
from workflows.law.settings import approval_name, read_settings
from workflows.text import Text

NEEDS_BLOCKS = frozenset({"submit"})
NEEDS_MACHINE = frozenset({"seal", "issue"})


def find(occasion: Occasion, document_id: int) -> Document:
    """A document that the person may read: of a case he reads, or one that he makes as administrator.

    Raises:
        NotFound: if there is none for this person.
    """
    document = occasion.session.get(Document, document_id)
    if document is None or not (cases.readable(occasion, document.case) or is_own(occasion, document)):
        raise NotFound(Text("没有这份文书，或者您无权查阅。"))
    return document


def is_own(occasion: Occasion, document: Document) -> bool:
    """Whether it is a paper of the administrator whom the person acts for."""
    if document.kind not in OF_ADMINISTRATOR:
        return False
    return cases.passes(occasion, document.case, may_work_as_administrator)


def of_case(occasion: Occasion, case: Case, *, page: int = 1, size: int = 50) -> list[Document]:
    """The documents of a case, newest first, a page at a time.

    The page is chosen by numbers alone: facts and texts of thousands of papers are not sorted with them.
    """
    wanted = (
        select(Document.id)
        .where(Document.case_id == case.id)
        .order_by(Document.id.desc())
        .limit(size)
        .offset((page - 1) * size)
    )
    chosen = select(Document).where(Document.id.in_(wanted)).order_by(Document.id.desc())
    return list(occasion.session.scalars(chosen))


def approval_of(document: Document) -> ApprovalLevel:
    """Who approves this paper: the court's setting, else the default of its kind."""
    chosen = read_settings(document.case.court.settings).get(approval_name(document.kind))
    default = form_of(document.kind).approval or ApprovalLevel.JUDGE_IN_CHARGE
    return ApprovalLevel(str(chosen)) if chosen else default


def knowledge(occasion: Occasion, document: Document, step: str | None = None) -> dict[str, Any]:
    """What guards of papers must know and only a service can find out."""
    knows: dict[str, Any] = {"approval": approval_of(document).value}
    if step in NEEDS_BLOCKS or (step is None and document.state == DocumentState.DRAFT):
        knows["missing"] = missing(document.kind, document.facts, document.blocks)
    if step in NEEDS_MACHINE or (
        step is None and document.state in {DocumentState.APPROVED, DocumentState.SEALED}
    ):
        knows["readiness"] = occasion.mill.faults()
    return knows


def options(occasion: Occasion, document: Document) -> list[Option]:
    """Every step of the document as it stands now."""
    return steps.options(occasion, document, knowledge(occasion, document))


def take_step(
    occasion: Occasion, document_id: int, name: str, data: Mapping[str, Any], *, version: int | None
) -> Taken:
    """Take a step of a document; see `steps.take` for what may be raised. A long paper is sealed by a job."""
    document = find(occasion, document_id)
    cases.lock(occasion, document.case_id)
    occasion.session.refresh(document)
    knows = knowledge(occasion, document, name)
    if name == sealing.STEP and not occasion.only_checks and sealing.is_long(document):
        return sealing.ask(occasion, document, data, version=version, knows=knows)
    return steps.take(occasion, document, name, data, version=version, knows=knows)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Bytes of a document and what they are."""

    pdf: bytes
    sealed: bool
    name: str


def pdf_of(occasion: Occasion, document: Document, *, copy: bool = False) -> Sheet:
    """The issued bytes; of a paper that is not yet sealed, an unsigned proof.

    Raises:
        TooLongToDraw: if it is not yet sealed, and longer than somebody waits for.
    """
    name = f"{document.number}-{form_of(document.kind).title}.pdf"
    digest = document.copy_sha256 if copy else document.sha256
    if digest is None:
        sealing.must_be_short(document)
        return Sheet(occasion.mill.proof(document), False, name)
    return Sheet(occasion.mill.store.get(digest), True, name)


def verified(occasion: Occasion, code: str) -> Document:
    """The issued document that bears a verification code; open to the public.

    Raises:
        NotFound: if no issued document bears it.
    """
    document = occasion.session.scalar(select(Document).where(Document.verification_code == code))
    if document is None or document.issued_at is None:
        raise NotFound(Text("没有查到这个验证码对应的文书。"))
    return document


def count_of(occasion: Occasion, case: Case) -> int:
    """How many documents a case has."""
    return occasion.session.scalar(select(func.count(Document.id)).where(Document.case_id == case.id)) or 0
