"""Cases of published proceedings: loaded by real steps on the published days, nothing invented on paper.

What was not published stands as （未公布）. The day on which the petition came in is never published: it is
assumed to be the day of the acceptance, and the case says so. One entry is one transaction.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.bench import Bench
from court_app.demo.published import Entry, Fault, Published
from court_app.errors import BadInput
from court_app.services.casework import cases, teams
from court_app.services.casework.users import create_user
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from models import Case, Court, Document, Party, User
from models.vocabulary import (
    ApplicantKind,
    CaseType,
    CourtLevel,
    DocumentKind,
    DocumentState,
    InabilityGround,
    PartyRole,
    ProcedureType,
    Role,
    TeamRole,
)
from workflows.engine import StepRefused
from workflows.law.petition_papers import papers_required_of
from workflows.text import N_, UNPUBLISHED

REASON = N_("补录已公布的案件：公告早已作出，各日期照公布的记录，未公布的事项不填写。")
DISCARDED = N_("补录已公布的案件：本文书的内容未公布，不制作。")
ASSUMED = N_(
    "根据公开信息补录。收到申请的日期和申请人类型未公布：收到日期按受理日期记录，申请人类型为推定，均不作为事实。"
)
PRINTED = DocumentKind.ACCEPTANCE_ANNOUNCEMENT
APPLICANT_ASSUMED = {
    ProcedureType.LIQUIDATION: ApplicantKind.LIQUIDATOR,
    ProcedureType.REORGANIZATION: ApplicantKind.REGULATOR,
    ProcedureType.COMPOSITION: ApplicantKind.DEBTOR,
}
"""Where the applicant's kind is not known: kinds whose petition needs no notice to the debtor, so that no
service and no objection period must be invented (EBL 10); in composition the debtor applies (EBL 95)."""
GAP = "\u3000"
LEVELS = (("最高", CourtLevel.SUPREME), ("高级", CourtLevel.HIGH), ("中级", CourtLevel.INTERMEDIATE))
FIELDS = {
    "debtor": "debtor",
    "applicant": "applicant",
    "administrator_name": "administrator",
    "claims_deadline": "claims_deadline",
    "first_meeting_on": "first_meeting",
    "first_meeting_time": "first_meeting_time",
    "first_meeting_place": "first_meeting_form",
}
"""Which field of the file a field of a step was filled from."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who records at a court: a judge who also files and assigns, a clerk who also seals."""

    judge: User
    clerk: User


@dataclass(slots=True)
class Loaded:
    """What a file brought: the case of every entry, which were there before, what could not be loaded."""

    cases: list[tuple[Entry, int]] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)


def load_published(bench: Bench, published: Published, now: datetime) -> Loaded:
    """Load every entry that can be loaded; what is there already is left alone."""
    done = Loaded(faults=list(published.faults))
    for entry in published.entries:
        try:
            with bench.writing() as session, session.begin():
                case_id = known_case(session, entry)
                if case_id is not None:
                    done.known.add(entry.id)
                done.cases.append((entry, case_id or record(bench, session, entry, now)))
        except (ValidationError, BadInput, StepRefused) as error:
            done.faults += faults_of(entry, error)
    return done


def faults_of(entry: Entry, error: ValidationError | BadInput | StepRefused) -> list[Fault]:
    """What the services refused, by the field of the file that it comes from."""
    if isinstance(error, StepRefused):
        return [Fault(entry.id, error.step, obstacle.text) for obstacle in error.obstacles]
    normalized: Any = getattr(error, "normalized_messages", None)
    found = error.fields if isinstance(error, BadInput) else normalized()
    return [Fault(entry.id, FIELDS.get(str(name), str(name)), said(why)) for name, why in found.items()]


def said(why: Any) -> str:
    """What is wrong with a field: one or several sentences, those of nested fields among them."""
    if isinstance(why, Mapping):
        return "".join(said(inner) for inner in why.values())
    return "".join(said(one) for one in why) if isinstance(why, list) else str(why)


def known_case(session: Session, entry: Entry) -> int | None:
    """The case of an entry that was loaded before: same court, and same number or same debtor and day."""
    case = session.scalars(
        select(Case)
        .join(Court, Court.id == Case.court_id)
        .join(Party, Party.case_id == Case.id)
        .where(
            Court.name == entry.court,
            Case.case_type == CaseType.BK_CASE,
            Case.accepted_on == entry.accepted_on,
            Party.role == PartyRole.DEBTOR,
            Party.name == entry.debtor_name,
        )
        .order_by(Case.id)
    ).first()
    return case.id if case else None


def record(bench: Bench, session: Session, entry: Entry, now: datetime) -> int:
    """Take the steps of one entry: receive, review, accept, announce, issue the announcement."""
    hands = hands_of(session, court_of(session, entry), now)
    judge = bench.occasion(session, hands.judge, now)
    application = cases.receive(judge, "receive_application", petition_of(entry))
    places = [(hands.judge.id, TeamRole.JUDGE_IN_CHARGE), (hands.clerk.id, TeamRole.CLERK)]
    teams.assign(judge, application.id, places, version=None)
    mark(application, entry.application_number)
    accepted_on = entry.accepted_on.isoformat()
    step(judge, application, "start_direct_review", effective_on=accepted_on)
    step(judge, application, "accept", effective_on=accepted_on, **acceptance_of(entry))
    case = session.scalars(
        select(Case).where(Case.parent_id == application.id, Case.case_type == CaseType.BK_CASE)
    ).one()
    mark(case, entry.number or UNPUBLISHED)
    step(judge, case, "publish_acceptance", **announcement_of(entry))
    for one in (application, case):
        discard_unpublished(judge, one)
    issue_announcement(bench, session, case, hands, entry, now)
    return case.id


def step(occasion: Occasion, case: Case, name: str, **data: Any) -> None:
    """Take a step of a case."""
    cases.take_step(occasion, case.id, name, data, version=None)


def mark(case: Case, number: str | None) -> None:
    """Keep the published number, and say what was assumed."""
    assumed = ["received_on", "applicant_kind"]
    case.flags = {**case.flags, "assumed": assumed, **({"published_number": number} if number else {})}
    if number and number != UNPUBLISHED:
        case.title = f"{case.title.partition(GAP)[0]}{GAP}{number}"[:200]


def court_of(session: Session, entry: Entry) -> Court:
    """The court that the file names; a new one with the code of its numbers, or with one no court has."""
    court = session.scalars(select(Court).where(Court.name == entry.court).order_by(Court.id)).first()
    if court is not None:
        return court
    code = entry.court_code
    if code is None or session.scalar(select(Court.id).where(Court.code == code)) is not None:
        code = f"补录{(session.scalar(select(func.max(Court.id))) or 0) + 1}"
    level = next((level for word, level in LEVELS if word in entry.court), CourtLevel.BASIC)
    court = Court(code=code, name=entry.court, level=level, settings={})
    session.add(court)
    session.flush()
    return court


def hands_of(session: Session, court: Court, now: datetime) -> Hands:
    """Who records at a court what was published; their names print as not published, and nobody signs in."""
    made = []
    for office, roles in (
        ("judge", (Role.FILING_OFFICER, Role.DIVISION_HEAD, Role.JUDGE)),
        ("clerk", (Role.CLERK, Role.SEAL_KEEPER)),
    ):
        username = f"published-{court.id}-{office}"
        user = session.scalar(select(User).where(User.username == username))
        made.append(
            user
            or create_user(
                session,
                username=username,
                name=UNPUBLISHED,
                password=secrets.token_urlsafe(32),
                court=court,
                roles=roles,
                now=now,
            )
        )
    return Hands(*made)


def applicant_kind_of(entry: Entry) -> ApplicantKind:
    """Who applied: the debtor where it is named so, else assumed."""
    if entry.applicant in {entry.debtor, entry.debtor_name, "债务人"}:
        return ApplicantKind.DEBTOR
    return APPLICANT_ASSUMED[entry.procedure]


def petition_of(entry: Entry) -> dict[str, Any]:
    """The petition as far as it is known."""
    kind = applicant_kind_of(entry)
    named = None if kind == ApplicantKind.DEBTOR else {"name": entry.applicant or UNPUBLISHED}
    return {
        "effective_on": entry.accepted_on.isoformat(),
        "procedure_type": entry.procedure.value,
        "applicant_kind": kind.value,
        "applicant": named,
        "debtor": {"name": entry.debtor_name},
        "purpose": UNPUBLISHED,
        "facts_and_reasons": UNPUBLISHED,
        "other_matters": ASSUMED,
        "checklist": [
            {"code": paper.code, "readiness": "PRESENT", "remark": UNPUBLISHED}
            for paper in papers_required_of(kind)
        ],
    }


def acceptance_of(entry: Entry) -> dict[str, Any]:
    """The acceptance: that the court found jurisdiction and cause follows from its having accepted."""
    return {
        "has_jurisdiction": True,
        "debts_due_unpaid": True,
        "grounds": [InabilityGround.BALANCE_SHEET.value],
        "administrator_name": entry.administrator or UNPUBLISHED,
        "administrator_head": UNPUBLISHED,
        "administrator_address": UNPUBLISHED,
        "administrator_phone": UNPUBLISHED,
        "findings": UNPUBLISHED,
    }


def announcement_of(entry: Entry) -> dict[str, Any]:
    """The announcement; where its own day is not known it is recorded on the earliest, the acceptance."""
    return {
        "effective_on": (entry.announced_on or entry.accepted_on).isoformat(),
        "day_unpublished": entry.announced_on is None,
        "channel": UNPUBLISHED,
        "claims_deadline": iso(entry.claims_deadline),
        "claims_place": UNPUBLISHED,
        "first_meeting_on": iso(entry.first_meeting),
        "first_meeting_time": entry.first_meeting_time,
        "first_meeting_place": entry.first_meeting_form or UNPUBLISHED,
        "departs_because": REASON,
    }


def iso(day: date | None) -> str | None:
    """A day as a payload takes it."""
    return day.isoformat() if day else None


def papers_of(session: Session, case: Case) -> list[Document]:
    """The drafts of a case."""
    return list(
        session.scalars(
            select(Document)
            .where(Document.case_id == case.id, Document.state == DocumentState.DRAFT.value)
            .order_by(Document.id)
        )
    )


def discard_unpublished(occasion: Occasion, case: Case) -> None:
    """Every draft but the announcement is put away: what it said was not published."""
    for document in papers_of(occasion.session, case):
        if document.kind != PRINTED:
            documents.take_step(occasion, document.id, "discard", {"reason": DISCARDED}, version=None)


def issue_announcement(
    bench: Bench, session: Session, case: Case, hands: Hands, entry: Entry, now: datetime
) -> None:
    """The announcement goes through approval, seal and issue, and bears the published day."""
    on = {"effective_on": (entry.announced_on or entry.accepted_on).isoformat()}
    steps: tuple[tuple[str, User, Mapping[str, str]], ...] = (
        ("submit", hands.judge, on),
        ("approve", hands.judge, {**on, "made_on": on["effective_on"]}),
        ("seal", hands.clerk, on),
        ("issue", hands.clerk, on),
    )
    for document in papers_of(session, case):
        for name, user, data in steps:
            documents.take_step(bench.occasion(session, user, now), document.id, name, data, version=None)
