"""Which earlier paper of its case a paper is about: the ruling announced, reconsidered, corrected."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.case import Case
from models.document import Document
from models.vocabulary import DocumentKind, DocumentState

K = DocumentKind
ENDING = (
    K.TERMINATION_43_RULING,
    K.TERMINATION_105_RULING,
    K.TERMINATION_108_RULING,
    K.TERMINATION_120A_RULING,
    K.TERMINATION_120B_RULING,
    K.TERMINATION_UNABLE_RULING,
)
PLAN_IN_FORCE = (K.RECOGNITION_RULING, K.DISTRIBUTION_PLAN_RULING)
CONCERNED: dict[DocumentKind, tuple[DocumentKind, ...]] = {
    K.DECLARATION_ANNOUNCEMENT: (K.DECLARATION_RULING,),
    K.DECLARATION_NOTICE: (K.DECLARATION_RULING,),
    K.DISTRIBUTION_ANNOUNCEMENT: PLAN_IN_FORCE,
    K.ESCROW_RULING: PLAN_IN_FORCE,
    K.ESCROW_NOTICE: PLAN_IN_FORCE,
    K.SUPPLEMENTARY_RULING: ENDING,
    K.SUPPLEMENT_REQUEST: ENDING,
    K.DUTIES_REPORT: ENDING,
    K.TREASURY_LETTER: ENDING,
    K.DUTIES_DECISION: ENDING,
    K.TERMINATION_ANNOUNCEMENT: ENDING,
    K.RESTORE_MEASURES_LETTER: (K.DISMISSAL_RULING, *ENDING),
    K.REPLACEMENT_ANNOUNCEMENT: (K.REPLACEMENT_DECISION, K.RESIGNATION_DECISION),
}
RULED_ON_PLAN = {
    "mgmt_plan": (K.MANAGEMENT_PLAN_RULING,),
    "realisation_plan": (K.REALISATION_PLAN_RULING,),
    "distribution_plan": (K.DISTRIBUTION_PLAN_RULING,),
}
"""Which ruling is reconsidered (EBL 66), by the plan that the step names."""


def facts_of_concerned(kind: DocumentKind, case: Case, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Number and day of the earlier paper that this one is about, where it is about one."""
    if kind == K.CORRECTION_RULING:
        return corrected_facts(case)
    kinds = CONCERNED.get(kind, ())
    if kind == K.RECONSIDERATION_DECISION:
        kinds = RULED_ON_PLAN.get(str(payload.get("plan")), ())
    paper = latest(case, kinds) if kinds else None
    return {"ruling_number": paper.number, "ruling_on": iso(paper.made_on)} if paper else {}


def latest(case: Case, kinds: tuple[DocumentKind, ...]) -> Document | None:
    """The last paper of these kinds that was not discarded."""
    papers = [d for d in case.documents if d.kind in kinds and d.state != DocumentState.DISCARDED]
    return papers[-1] if papers else None


def corrected_facts(case: Case) -> dict[str, Any]:
    """Which paper a correction is about, where the case has one alone that was corrected.

    Where there are more, the step must say it (`corrected_title`, `corrected_number`, `corrected_on`).
    """
    corrected = [d for d in case.documents if d.state == DocumentState.SUPERSEDED]
    if len(corrected) != 1:
        return {}
    paper = corrected[0]
    return {
        "corrected_title": paper.title,
        "corrected_number": paper.number,
        "corrected_on": iso(paper.made_on),
    }


def iso(day: date | None) -> str:
    """A day as JSON keeps it; empty where there is none."""
    return day.isoformat() if day else ""
