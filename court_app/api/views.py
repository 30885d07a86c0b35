"""How records are shown to programs: plain values, words with their labels in the language of the request."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from court_app.languages import language, thawed
from court_app.services.paging import pages_of
from court_app.services.papers.sealing import Sealing
from court_app.services.procedure import step_records
from court_app.services.procedure.machines import Stepping
from models import Case, CaseEvent, Deadline, Delivery, Document, Party
from models.vocabulary import PartyRole
from models.vocabulary.term import Term
from workflows.law.citations import Citation


def word(value: Term | None) -> dict[str, str] | None:
    """A word by its value and its label."""
    return None if value is None else {"value": value.value, "label": value.label(language())}


def day(value: date | datetime | None) -> str | None:
    """A day or moment as ISO text."""
    return value.isoformat() if value else None


def page_of(items: list[Any], total: int, query: Mapping[str, Any]) -> dict[str, Any]:
    """A page of a list, as `PageQuery` asked for it."""
    page, size = query["page"], query["size"]
    return {"items": items, "page": page, "size": size, "total": total, "pages": pages_of(total, size)}


def basis(citations: Iterable[Citation]) -> list[str]:
    """Articles as people cite them."""
    return [citation.label(language()) for citation in citations]


def state_of(subject: Stepping) -> dict[str, str] | None:
    """The state of a case, document or delivery as a word."""
    return word(step_records.procedure_of(subject).states(subject.state))


def case_line(case: Case) -> dict[str, Any]:
    """A case in a list."""
    return {
        "id": case.id,
        "number": case.number,
        "title": case.title,
        "case_type": word(case.case_type),
        "procedure_type": word(case.procedure_type),
        "state": state_of(case),
        "court": {"code": case.court.code, "name": case.court.name},
        "received_on": day(case.received_on),
        "accepted_on": day(case.accepted_on),
        "closed_on": day(case.closed_on),
        "version": case.version,
    }


def case_whole(case: Case) -> dict[str, Any]:
    """One case with its people and its petition."""
    petition = case.petition
    return {
        **case_line(case),
        "source": word(case.source),
        "applicant_kind": word(case.applicant_kind),
        "flags": case.flags,
        "parent_id": case.parent_id,
        "children": [{"id": child.id, "number": child.number} for child in case.children],
        "parties": [party(p) for p in case.parties],
        "team": [
            {
                "user_id": m.user_id,
                "name": m.user.name,
                "role": word(m.role),
                "from_on": day(m.from_on),
                "until_on": day(m.until_on),
            }
            for m in case.team
        ],
        "petition": petition
        and {
            "purpose": petition.purpose,
            "facts_and_reasons": petition.facts_and_reasons,
            "grounds": petition.grounds,
            "claim_fen": petition.claim_fen,
            "assets_fen": petition.assets_fen,
            "debts_fen": petition.debts_fen,
            "checklist": [
                {"code": item.code, "readiness": word(item.readiness), "remark": item.remark}
                for item in petition.checklist
            ],
        },
    }


def case_shared(case: Case) -> dict[str, Any]:
    """One case as its administrator sees it: no team, no petition, no flags of the court's own."""
    debtor = case.debtor
    return {
        **case_line(case),
        "debtor": debtor and {"name": debtor.name, "credit_code": debtor.credit_code},
        "administrators": [
            {"name": p.name, "from_on": day(p.from_on), "until_on": day(p.until_on)}
            for p in case.ever_parties_as(PartyRole.ADMINISTRATOR)
        ],
    }


def party(one: Party) -> dict[str, Any]:
    """A party; sums in fen."""
    names = (
        "id",
        "name",
        "short_name",
        "credit_code",
        "domicile",
        "legal_representative",
        "representative_title",
        "phone",
        "service_address",
        "service_postcode",
        "electronic_address",
        "consents_to_electronic",
        "measure",
        "claim_fen",
        "version",
    )
    return {
        **{name: getattr(one, name) for name in names},
        "role": word(one.role),
        "kind": word(one.kind),
        "agents": [{"name": a.name, "firm": a.firm, "phone": a.phone} for a in one.agents],
        "from_on": day(one.from_on),
        "until_on": day(one.until_on),
    }


def deadline(clock: Deadline) -> dict[str, Any]:
    """A clock with its arithmetic and its ledger."""
    return {
        "id": clock.id,
        "kind": word(clock.kind),
        "about": clock.about,
        "owed_by": word(clock.owed_by),
        "trigger_on": day(clock.trigger_on),
        "nominal_on": day(clock.nominal_on),
        "due_on": day(clock.due_on),
        "provisional": clock.provisional,
        "status": word(clock.status),
        "met_on": day(clock.met_on),
        "paused_days": clock.paused_days,
        "extended_days": clock.extended_days,
        "working": thawed(clock.working),
        "basis": clock.basis.split("; "),
        "ledger": [
            {"kind": word(entry.kind), "on": day(entry.on), "days": entry.days} for entry in clock.entries
        ],
    }


def event(one: CaseEvent) -> dict[str, Any]:
    """An entry of the docket, with what its hash covers."""
    return {
        "position": one.position,
        "machine": one.machine,
        "subject": one.subject_id,
        "step": one.step,
        "from": one.source_state,
        "to": one.target_state,
        "actor_name": one.actor_name,
        "actor_role": word(one.actor_role),
        "recorded_at": day(one.recorded_at),
        "effective_on": day(one.effective_on),
        "payload": one.payload,
        "basis": one.basis,
        "law_version": one.law_version,
        "prev_hash": one.prev_hash,
        "hash": one.hash,
    }


def document(paper: Document) -> dict[str, Any]:
    """A paper."""
    return {
        "id": paper.id,
        "case_id": paper.case_id,
        "kind": word(paper.kind),
        "title": paper.title,
        "number": paper.number,
        "form_id": paper.form_id,
        "state": state_of(paper),
        "made_on": day(paper.made_on),
        "approved_on": day(paper.approved_on),
        "issued_at": day(paper.issued_at),
        "sha256": paper.sha256,
        "verification_code": paper.verification_code,
        "version": paper.version,
    }


def document_whole(paper: Document) -> dict[str, Any]:
    """A paper with its blocks."""
    return {**document(paper), "blocks": paper.blocks, "facts": paper.facts}


def sealing(one: Sealing) -> dict[str, Any]:
    """How far the sealing of a long paper is."""
    return {
        "document_id": one.document_id,
        "state": word(one.state),
        "rows": one.rows,
        "takes_minutes": one.takes // timedelta(minutes=1) if one.under_way else None,
        "asked_by": one.asked_by,
        "asked_at": day(one.asked_at),
        "tries": one.tries,
        "why": thawed(one.why),
    }


def delivery(one: Delivery) -> dict[str, Any]:
    """A row of the delivery ledger."""
    return {
        "id": one.id,
        "case_id": one.case_id,
        "document_id": one.document_id,
        "recipient_kind": word(one.recipient_kind),
        "recipient_name": one.recipient_name,
        "address": one.address,
        "state": state_of(one),
        "method": word(one.method),
        "sent_on": day(one.sent_on),
        "served_on": day(one.served_on),
        "signed_by": one.flags.get("signed_by", ""),
        "witnesses": one.flags.get("witnesses", ""),
        "within": word(one.within),
        "starts": word(one.starts),
        "version": one.version,
    }
