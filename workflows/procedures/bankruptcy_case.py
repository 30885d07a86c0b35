"""破: from the acceptance to deregistration, or to a debtor that lives on.

Row numbers are those of `bankruptcy-process.md` section 5; the rows stand by theme in `liquidation_*.py`.
Reorganization and composition know here only what runs in every procedure.
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
)
from workflows.engine import Procedure
from workflows.law.citations import cite
from workflows.payloads.base import WithRemark
from workflows.procedures.liquidation_declaration import DECLARATION_ROWS
from workflows.procedures.liquidation_dismissal import DISMISSAL_ROWS
from workflows.procedures.liquidation_ending import ENDING_ROWS
from workflows.procedures.liquidation_estate import ESTATE_ROWS
from workflows.procedures.liquidation_opening import OPENING_ROWS
from workflows.procedures.liquidation_payments import PAYMENT_ROWS
from workflows.procedures.liquidation_requests import REQUEST_ROWS
from workflows.procedures.liquidation_surplus import SURPLUS_ROWS
from workflows.procedures.liquidation_termination import TERMINATION_ROWS
from workflows.procedures.liquidation_terms import SYSTEM, S
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

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
BEGINNINGS = tuple(
    Transition(
        name="open_case",
        label=Text("受理立案"),
        sources=(),
        target=state,
        actor=LegalActor.COURT,
        recorded_by=SYSTEM,
        basis=cite("EBL 10", "EBL 13", "EBL 71" if state == S.RO_PERIOD else "EBL 2"),
        payload=WithRemark,
        requires={"procedure": procedure.value},
        starts=(
            Starts(kind=DeadlineKind.LQ_NOTIFY_PUBLISH),
            Starts(kind=DeadlineKind.CT_ELECT),
            Starts(kind=DeadlineKind.SETOFF_PRIOR_SUIT),
        ),
        documents=OPENING_PAPERS,
        serves=OPENING_SERVICE,
        bundle="E-ACCEPT",
        indicators=("cases_opened",),
        does=("open_appointment",),
    )
    for procedure, state in BEGINS_IN.items()
)

BANKRUPTCY_CASE = Procedure(
    name=CaseType.BK_CASE.value,
    label=Text("破产案件"),
    states=LiquidationState,
    terminal=(S.LQ_DISMISSED_FINAL, S.LQ_DEREGISTERED, S.LQ_ENDED_SURVIVING),
    transitions=(
        *BEGINNINGS,
        *OPENING_ROWS,
        *DISMISSAL_ROWS,
        *DECLARATION_ROWS,
        *TERMINATION_ROWS,
        *ESTATE_ROWS,
        *PAYMENT_ROWS,
        *SURPLUS_ROWS,
        *ENDING_ROWS,
        *REQUEST_ROWS,
    ),
)
