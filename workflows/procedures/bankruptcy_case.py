"""破: what an acceptance opens. Here are its beginning and its first duties (EBL 13 to 15).

Row 1 of `bankruptcy-process.md` section 5 is `publish_acceptance`; all further rows begin at the three
states where an acceptance leads.
"""

from models.case import Case
from models.vocabulary import (
    CaseType,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    LiquidationState,
    ProcedureType,
    RecipientKind,
    Role,
)
from workflows.engine import Procedure
from workflows.guards import bankruptcy_case as guards
from workflows.law.citations import cite
from workflows.payloads.application import PublishAcceptance, SeenTo
from workflows.payloads.base import WithRemark
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

S = LiquidationState
BEGINS_IN = {
    ProcedureType.LIQUIDATION: S.LQ_OPEN,
    ProcedureType.REORGANIZATION: S.RO_PERIOD,
    ProcedureType.COMPOSITION: S.HJ_ORDERED,
}


def a_creditor_had_applied(case: Case) -> bool:
    """EBL 11(2): only after a creditor's petition must the debtor be told to hand in its papers."""
    return case.applicant_kind.value == "CREDITOR"


OPENING_PAPERS = (
    Issues(kind=DocumentKind.ADMINISTRATOR_DECISION),
    Issues(kind=DocumentKind.ARTICLE_15_NOTICE),
    Issues(kind=DocumentKind.DEBTOR_MATERIALS_NOTICE, when=a_creditor_had_applied),
    Issues(kind=DocumentKind.SUSPEND_ENFORCEMENT_LETTER, for_each=RecipientKind.AUTHORITIES),
    Issues(kind=DocumentKind.LIFT_PRESERVATION_LETTER, for_each=RecipientKind.AUTHORITIES),
    Issues(kind=DocumentKind.CASE_COVER),
)
OPENING_SERVICE = (
    Serves(document=DocumentKind.ADMINISTRATOR_DECISION, on=RecipientKind.ADMINISTRATOR),
    Serves(document=DocumentKind.ADMINISTRATOR_DECISION, on=RecipientKind.APPLICANT),
    Serves(document=DocumentKind.ADMINISTRATOR_DECISION, on=RecipientKind.DEBTOR),
    Serves(document=DocumentKind.ADMINISTRATOR_DECISION, on=RecipientKind.REGISTRY),
    Serves(document=DocumentKind.ARTICLE_15_NOTICE, on=RecipientKind.DEBTOR_REPRESENTATIVE),
    Serves(
        document=DocumentKind.DEBTOR_MATERIALS_NOTICE,
        on=RecipientKind.DEBTOR,
        when=a_creditor_had_applied,
    ),
    Serves(document=DocumentKind.SUSPEND_ENFORCEMENT_LETTER, on=RecipientKind.AUTHORITIES),
    Serves(document=DocumentKind.LIFT_PRESERVATION_LETTER, on=RecipientKind.AUTHORITIES),
)

BANKRUPTCY_CASE = Procedure(
    name=CaseType.BK_CASE.value,
    label=Text("破产案件"),
    states=LiquidationState,
    terminal=tuple(LiquidationState),
    transitions=(
        *(
            Transition(
                name="open_case",
                label=Text("受理立案"),
                sources=(),
                target=state,
                actor=LegalActor.COURT,
                recorded_by=frozenset({Role.SYSTEM}),
                basis=cite("EBL 10", "EBL 13", "EBL 71" if state == S.RO_PERIOD else "EBL 2"),
                payload=WithRemark,
                requires={"procedure": procedure.value},
                starts=(Starts(kind=DeadlineKind.LQ_NOTIFY_PUBLISH),),
                documents=OPENING_PAPERS,
                serves=OPENING_SERVICE,
                bundle="E-ACCEPT",
                indicators=("cases_opened",),
            )
            for procedure, state in BEGINS_IN.items()
        ),
        Transition(  # row 1
            name="publish_acceptance",
            label=Text("通知债权人并公告"),
            sources=tuple(LiquidationState),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK}),
            basis=cite("EBL 14", "EBL 45"),
            payload=PublishAcceptance,
            guards=(guards.not_yet_published,),
            checks=(
                guards.claims_are_filed_within_the_window,
                guards.meeting_follows_in_time,
                guards.meeting_is_announced_in_time,
            ),
            sets={"published": True, "claim_window": "OPEN"},
            starts=(
                Starts(kind=DeadlineKind.CLAIM_WINDOW, until_field="claims_deadline"),
                Starts(kind=DeadlineKind.FIRST_MEETING, from_field="claims_deadline"),
            ),
            ends=(DeadlineKind.LQ_NOTIFY_PUBLISH,),
            documents=(
                Issues(kind=DocumentKind.CREDITOR_NOTICE),
                Issues(kind=DocumentKind.ACCEPTANCE_ANNOUNCEMENT),
            ),
            serves=(
                Serves(document=DocumentKind.CREDITOR_NOTICE, on=RecipientKind.KNOWN_CREDITORS),
                Serves(document=DocumentKind.ACCEPTANCE_ANNOUNCEMENT, on=RecipientKind.PUBLIC),
            ),
            announces=True,
        ),
        Transition(
            name="see_to_effect",
            label=Text("落实受理的效力"),
            sources=tuple(LiquidationState),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK}),
            basis=cite("EBL 15", "EBL 19", "EBL 20", "EBL 21"),
            payload=SeenTo,
            checks=(guards.effect_is_the_courts,),
            does=("record_effect",),
        ),
    ),
)
