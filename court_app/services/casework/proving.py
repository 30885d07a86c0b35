"""What an outsider can check without any password: chains, bytes of issued papers, ledgers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.casework.history import Fault, check_chains, heads
from court_app.services.estate.estate_account import ledger_faults
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from court_app.services.papers.drafting import maker_of_paper
from documents.signing import check_signature
from documents.storage import BlobStore, DamagedBlob
from models import Case, CaseEvent, ChainHead, Document
from models.vocabulary import DocumentKind, DocumentState


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and what was found wrong."""

    events: int
    papers: int
    faults: tuple[Fault, ...]


def check_everything(session: Session, store: BlobStore) -> Report:
    """Recompute every chain, the hash of every issued paper, the balance of every ledger entry."""
    faults = list(check_chains(session))
    papers = session.execute(
        select(Document.sha256, Document.id, Case.number)
        .join(Case, Case.id == Document.case_id)
        .where(Document.issued_at.is_not(None))
    ).all()
    for digest, document_id, number in papers:
        try:
            store.get(digest or "")
        except (DamagedBlob, OSError) as error:
            faults.append(Fault(number, document_id, f"paper: {error}"))
    faults += [Fault(number, serial, f"ledger: {what}") for number, serial, what in ledger_faults(session)]
    events = session.scalar(select(func.count(CaseEvent.id))) or 0
    return Report(events, len(papers), tuple(faults))


def published_heads(session: Session) -> dict[str, Any]:
    """What a court may publish: the head of every case and the daily heads."""
    days = session.scalars(select(ChainHead).order_by(ChainHead.on))
    return {
        "cases": [
            {"number": number, "events": position, "hash": value}
            for number, position, value in heads(session)
        ],
        "days": [
            {"on": day.on.isoformat(), "cases": day.cases, "events": day.events, "hash": day.hash}
            for day in days
        ],
    }


@dataclass(frozen=True, slots=True)
class Proof:
    """What the public may know of an issued paper: nothing of the parties."""

    number: str
    kind: DocumentKind
    court: str
    made_on: date | None
    issued_at: datetime | None
    sha256: str
    superseded: bool
    signer: str
    intact: bool


def proof_of(occasion: Occasion, code: str) -> Proof:
    """Check the paper that bears a code: that its bytes are stored, unchanged, and signed.

    Raises:
        NotFound: if no issued paper bears it.
    """
    document = documents.verified(occasion, code)
    try:
        report = check_signature(
            occasion.mill.store.get(document.sha256 or ""), occasion.mill.credentials_of(document)
        )
        signer, intact = report.signer, report.valid
    except (DamagedBlob, OSError):
        signer, intact = "", False
    return Proof(
        number=document.number,
        kind=document.kind,
        court=maker_of_paper(document),
        made_on=document.made_on,
        issued_at=document.issued_at,
        sha256=document.sha256 or "",
        superseded=document.state == DocumentState.SUPERSEDED.value,
        signer=signer,
        intact=intact,
    )
