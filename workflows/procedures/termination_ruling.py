"""破: what every ruling that ends the procedure has in common, and what differs with its ground."""

from dataclasses import replace

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind, TerminationGround
from workflows.guards import termination as ends
from workflows.guards.application import panel_is_formed
from workflows.law.citations import cite
from workflows.payloads.base import Payload
from workflows.procedures.liquidation_dismissal import RESTORED, RESTORING
from workflows.procedures.liquidation_terms import (
    BENCH,
    G,
    S,
)
from workflows.text import Text
from workflows.transition import Guard, Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind
REQUESTS = (DeadlineKind.T43_RULE, DeadlineKind.T120_RULE)
AFTER_ACCEPTANCE = (
    DeadlineKind.LQ_NOTIFY_PUBLISH,
    DeadlineKind.CLAIM_WINDOW,
    DeadlineKind.FIRST_MEETING,
    DeadlineKind.DECLARE_RULING,
)
ANNOUNCED_TO = (Serves(document=K.TERMINATION_ANNOUNCEMENT, on=R.PUBLIC),)
SEARCHED_AFTER = (G.T43, G.T120A, G.T120B)
"""Grounds after which property that is found is still distributed (EBL 123)."""


def ruling(
    name: str,
    label: Text,
    sources: tuple[S, ...],
    kind: DocumentKind,
    places: tuple[str, ...],
    payload: type[Payload],
    ground: TerminationGround | None,
    *checks: Guard,
) -> Transition:
    """A ruling that ends the procedure and, unless it is `surviving`, the debtor (E-TERMINATE).

    `ground` is None where the payload decides between two (EBL 108).
    """
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.LQ_TERMINATED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite(*places),
        payload=payload,
        guards=(panel_is_formed,),
        checks=checks,
        sets={"ground": ground.value, "termination_asked": None} if ground else {"termination_asked": None},
        starts=clocks_after(ground),
        ends=REQUESTS,
        cancels=AFTER_ACCEPTANCE,
        documents=(Issues(kind=kind), Issues(kind=K.TERMINATION_ANNOUNCEMENT)),
        serves=(*served(kind), *ANNOUNCED_TO),
        announces=True,
        bundle="E-TERMINATE",
        indicators=("cases_terminated",),
        does=("record_termination", "dissolve_committee"),
    )


def served(kind: DocumentKind) -> tuple[Serves, ...]:
    """On whom a ruling that ends the procedure is served."""
    return tuple(Serves(document=kind, on=whom) for whom in (R.ADMINISTRATOR, R.DEBTOR, R.APPLICANT))


def clocks_after(ground: TerminationGround | None) -> tuple[Starts, ...]:
    """What runs once the procedure has ended: the debtor is struck off (EBL 121), what is found is shared."""
    struck_off = Starts(kind=DeadlineKind.DEREGISTER)
    if ground not in SEARCHED_AFTER:
        return (struck_off,)
    return (
        struck_off,
        Starts(kind=DeadlineKind.SUPPLEMENTARY_DISTRIBUTION),
        Starts(kind=DeadlineKind.LITIGATION_ESCROW, when=ends.shares_are_in_litigation),
    )


def surviving(row: Transition) -> Transition:
    """A ruling after which the debtor goes on (EBL 105, 108): nothing is struck off."""
    return replace(row, starts=(), bundle=None)


def unannounced(row: Transition) -> Transition:
    """A ruling of which the law asks no announcement (EBL 105)."""
    return replace(row, documents=row.documents[:1], serves=row.serves[: -len(ANNOUNCED_TO)], announces=False)


def restoring(row: Transition) -> Transition:
    """A ruling after which measures are restored in their old order (I2-8 names article 108, not 105)."""
    return replace(
        row,
        documents=(*row.documents, *RESTORING),
        serves=(*row.serves, *RESTORED),
        bundle="E-RESTORE",
        does=("record_ground_of_108", *row.does),
    )
