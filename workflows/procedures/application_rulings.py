"""破申 decided: acceptance and refusal in their wordings, rows 11 and 12 of `bankruptcy-process.md` 4."""

from models.vocabulary import (
    CaseType,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    RecipientKind,
)
from workflows.guards import application as guards
from workflows.guards import petition
from workflows.guards import selection as selection_guards
from workflows.law.citations import cite
from workflows.payloads import application as payloads
from workflows.procedures.application_terms import BENCH, LAPSED_CLOCKS, RULING_CLOCKS, S
from workflows.text import Text
from workflows.transition import Issues, Opens, Seat, Serves, Starts, Transition

ACCEPTANCE_CHECKS = (
    guards.court_is_competent,
    guards.cause_of_bankruptcy_is_found,
    guards.objection_is_answered,
    selection_guards.selection_is_made,
    selection_guards.names_the_selected,
)
ACCEPTANCE_SERVICE = (
    Serves(
        document=DocumentKind.ACCEPTANCE_RULING,
        on=RecipientKind.APPLICANT,
        within=DeadlineKind.BA_SERVE_ACCEPT_APPLICANT,
    ),
    Serves(
        document=DocumentKind.ACCEPTANCE_RULING,
        on=RecipientKind.DEBTOR,
        within=DeadlineKind.BA_SERVE_ACCEPT_DEBTOR,
        starts=DeadlineKind.BA_DEBTOR_DOCS,
        when=guards.creditor_applied,
    ),
)
ACCEPTANCE_CLOCKS = (
    Starts(kind=DeadlineKind.BA_SERVE_ACCEPT_APPLICANT),
    Starts(kind=DeadlineKind.BA_SERVE_ACCEPT_DEBTOR, when=guards.creditor_applied),
)


def acceptance(name: str, label: Text, sources: tuple[S, ...], seat: Seat, **more: object) -> Transition:
    """Row 11 in its wordings: by the court, by the superior court, on the superior court's order."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.ACCEPTED,
        actor=LegalActor.SUP_COURT if seat == Seat.SUPERIOR else LegalActor.COURT,
        recorded_by=BENCH,
        seat=seat,
        basis=cite("EBL 2", "EBL 7", "EBL 10", "EBL 13"),
        payload=payloads.Acceptance,
        guards=(
            petition.debtor_is_enterprise_legal_person,
            petition.applicant_has_standing,
            guards.panel_is_formed,
        ),
        checks=ACCEPTANCE_CHECKS,
        starts=ACCEPTANCE_CLOCKS,
        ends=RULING_CLOCKS,
        cancels=LAPSED_CLOCKS,
        documents=(Issues(kind=DocumentKind.ACCEPTANCE_RULING),),
        serves=ACCEPTANCE_SERVICE,
        opens=Opens(case_type=CaseType.BK_CASE, by="open_case"),
        does=("use_selection",),
        bundle="E-ACCEPT",
        indicators=("applications_accepted", "cases_opened"),
        **more,  # type: ignore[arg-type]
    )


def rejection(name: str, label: Text, sources: tuple[S, ...], seat: Seat, **more: object) -> Transition:
    """Row 12 in its wordings: by the court, and by the superior court after row 17."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.REJECTED,
        actor=LegalActor.SUP_COURT if seat == Seat.SUPERIOR else LegalActor.COURT,
        recorded_by=BENCH,
        seat=seat,
        basis=cite("EBL 12(1)"),
        payload=payloads.Rejection,
        guards=(guards.panel_is_formed,),
        starts=(Starts(kind=DeadlineKind.BA_SERVE_REJECT),),
        ends=RULING_CLOCKS,
        cancels=LAPSED_CLOCKS,
        documents=(Issues(kind=DocumentKind.NON_ACCEPTANCE_RULING),),
        serves=(
            Serves(
                document=DocumentKind.NON_ACCEPTANCE_RULING,
                on=RecipientKind.APPLICANT,
                within=DeadlineKind.BA_SERVE_REJECT,
                starts=DeadlineKind.BA_APPEAL_REJECT,
            ),
        ),
        does=("record_appealability",),
        indicators=("applications_refused",),
        **more,  # type: ignore[arg-type]
    )


BY_SUPERIOR = (S.RECEIVED, S.OBJECTION, S.REVIEW)


RULINGS = (
    acceptance("accept", Text("裁定受理"), (S.REVIEW,), Seat.OWN),
    acceptance(
        "accept",
        Text("裁定受理"),
        (S.APPEAL,),
        Seat.OWN,
        requires={"acceptance_ordered": True},
        note=Text("依上级法院的指令受理；受理之日为本院裁定之日。"),
    ),
    acceptance(
        "superior_accept",
        Text("上级法院径行裁定受理"),
        BY_SUPERIOR,
        Seat.SUPERIOR,
        requires={"escalated": True},
    ),
    rejection("reject", Text("裁定不予受理"), (S.REVIEW,), Seat.OWN),
    rejection(
        "superior_reject",
        Text("上级法院径行裁定不予受理"),
        BY_SUPERIOR,
        Seat.SUPERIOR,
        requires={"escalated": True},
    ),
)
