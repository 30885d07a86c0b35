"""Papers that a step issues: facts frozen in the step's transaction, blocks filled from the template."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from court_app.services.casework import history
from court_app.services.occasion import Occasion
from court_app.services.papers.about import about
from court_app.services.papers.recipients import Recipient, outsider_of, party_of, recipients
from court_app.services.procedure.step_records import Taken
from documents.drafting import default_blocks
from documents.facts.reading import facts_for
from documents.facts.situation import Situation
from documents.kinds import form_id_for, form_of
from documents.makers import name_of_maker
from models import Case, Document
from models.vocabulary import OF_ADMINISTRATOR, DocumentKind, DocumentState, Role, maker_of
from workflows.numerals import chinese_number
from workflows.transition import Seat, Serves

NUMBERED_IN_SERIES = ("_RULING", "_DECISION")
"""Kinds of which a later one in the same case bears 之一, 之二 (法〔2015〕137号)."""


def draft_papers(taken: Taken) -> list[Document]:
    """Draft every paper that a step issues."""
    drafted: list[Document] = []
    about_step: Mapping[str, Any] = {}
    for issue in taken.row.documents:
        if not issue.when(taken.part or taken.case):
            continue
        if not drafted:
            about_step = {**about(taken.subject, taken.row.name), **taken.data, **taken.found}
        addressees: list[Recipient | None] = [None]
        if issue.for_each is not None:
            addressees = list(recipients(taken.case, issue.for_each))
        drafted += [draft(taken, issue.kind, about_step, addressee) for addressee in addressees]
    return drafted


def draft(
    taken: Taken, kind: DocumentKind, data: Mapping[str, Any], addressee: Recipient | None = None
) -> Document:
    """Draft one paper of a step, with the list of those whom it is served on."""
    occasion, case, event = taken.occasion, taken.case, taken.event
    number = number_of_paper(occasion, case, kind)
    facts = facts_for(kind, case, situation_of(taken, data, number, addressee))
    title = form_of(kind).title
    document = Document(
        case=case,
        event_id=event.id,
        kind=kind,
        form_id=form_id_for(kind, facts),
        title=title if addressee is None else f"{title}（{addressee.name}）"[:200],
        number=number,
        state=DocumentState.DRAFT.value,
        flags=flags_of(taken, kind, data),
        facts=facts,
        blocks=default_blocks(kind, facts),
        machine=taken.turn.machine,
        subject_id=taken.turn.subject_id,
        recipient_party_id=addressee.party.id if addressee and addressee.party else None,
        made_on=event.effective_on if bears_day_of_step(kind) else None,
        created_at=occasion.now,
    )
    occasion.session.add(document)
    occasion.session.flush()
    note_draft(taken, document)
    return document


def situation_of(
    taken: Taken, data: Mapping[str, Any], number: str, addressee: Recipient | None
) -> Situation:
    """What a paper may say of the step that issues it."""
    case = taken.case
    return Situation(
        payload=data,
        effective_on=taken.event.effective_on,
        number=number,
        recipient=addressee.party if addressee else None,
        parent=case.parent,
        flags={**case.flags, "seat": taken.row.seat.value},
        deadlines={clock.kind: clock.due_on for clock in case.deadlines},
    )


def flags_of(taken: Taken, kind: DocumentKind, data: Mapping[str, Any]) -> dict[str, Any]:
    """What a paper keeps of its step: who approves it, on whom it is served."""
    flags: dict[str, Any] = {
        "seat": taken.row.seat.value,
        "serves": services_of(taken.row.serves, kind, taken.part or taken.case),
    }
    if outsider := outsider_of(taken.case, taken.part, data):
        flags["owner"] = outsider
    if served := data.get("served_parties"):
        flags["served_parties"] = served
    party_id = party_of(taken.part)
    if party_id is not None:
        flags["part_party"] = party_id
    return flags


def note_draft(taken: Taken, document: Document) -> None:
    """The entry of a draft in the docket, with the hash of its facts."""
    occasion = taken.occasion
    history.append(
        occasion.session,
        taken.case,
        machine="document",
        subject_id=document.id,
        step="draft",
        source="",
        target=document.state,
        actor=(None, "系统", Role.SYSTEM),
        now=occasion.now,
        on=taken.event.effective_on,
        payload={"kind": document.kind.value, "facts": history.digest(document.facts)},
        basis="DESIGN",
    )


def services_of(serves: Iterable[Serves], kind: DocumentKind, found: Any) -> list[dict[str, str | None]]:
    """On whom a paper is served, within and starting which clock, as the step found the case or its part."""
    return [
        {
            "on": s.on.value,
            "within": s.within and s.within.value,
            "starts": s.starts and s.starts.value,
        }
        for s in serves
        if s.document == kind and s.when(found)
    ]


def bears_day_of_step(kind: DocumentKind) -> bool:
    """Rulings and decisions bear the day on which the court decided, which is the step's day."""
    return kind.value.endswith(NUMBERED_IN_SERIES)


def number_of_paper(occasion: Occasion, case: Case, kind: DocumentKind) -> str:
    """The case number; a later ruling or decision of the same case bears 之一, 之二."""
    if kind in OF_ADMINISTRATOR:
        return number_of_administrator(occasion, case)
    given: str = case.flags.get("published_number", case.number)
    suffix = next((s for s in NUMBERED_IN_SERIES if kind.value.endswith(s)), None)
    if suffix is None:
        return given
    earlier = occasion.session.scalar(
        select(func.count(Document.id)).where(
            Document.case_id == case.id,
            Document.kind.in_([k for k in DocumentKind if k.value.endswith(suffix)]),
            Document.state != DocumentState.DISCARDED.value,
        )
    )
    return f"{given}之{chinese_number(earlier)}" if earlier else given


def number_of_administrator(occasion: Occasion, case: Case) -> str:
    """The next number in the administrator's own series for the case; a discarded draft keeps its number."""
    earlier = occasion.session.scalar(
        select(func.count(Document.id)).where(
            Document.case_id == case.id, Document.kind.in_(sorted(OF_ADMINISTRATOR))
        )
    )
    debtor = case.debtor
    name = (debtor.short_name or debtor.name)[:40] if debtor else ""
    return f"（{occasion.today.year}）{name}破管字第{(earlier or 0) + 1}号"


def maker_of_paper(document: Document) -> str:
    """Whose paper it is, by name: a court's, the debtor's administrator's, its creditors'."""
    debtor = document.case.debtor
    return name_of_maker(
        maker_of(document.kind), court=court_of_paper(document), debtor=debtor.name if debtor else ""
    )


def court_of_paper(document: Document) -> str:
    """Which court's case it is: its own, or the superior court's."""
    own = document.flags.get("seat", Seat.OWN.value) == Seat.OWN.value
    court = document.case.court
    return court.name if own or court.superior is None else court.superior.name
