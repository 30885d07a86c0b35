"""破, row 13: the declaration of bankruptcy, asked for and made."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import liquidation as guards
from workflows.guards.application import panel_is_formed
from workflows.law.citations import cite
from workflows.payloads import liquidation as payloads
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR, S
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind

DECLARATION_ROWS = (
    Transition(
        name="request_declaration",
        label=Text("管理人提请宣告破产"),
        sources=(S.LQ_OPEN,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 107", "M2018 23"),
        payload=payloads.DeclarationAsked,
        guards=(guards.not_yet_declared_or_asked,),
        sets={"declaration_asked": True},
        starts=(Starts(kind=DeadlineKind.DECLARE_RULING),),
        documents=(Issues(kind=K.DECLARATION_REQUEST),),
        serves=(Serves(document=K.DECLARATION_REQUEST, on=R.COURT),),
    ),
    Transition(  # row 13
        name="declare_bankruptcy",
        label=Text("宣告破产"),
        sources=(S.LQ_OPEN,),
        target=S.LQ_DECLARED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 2", "EBL 107"),
        payload=payloads.Declaration,
        guards=(panel_is_formed,),
        checks=(guards.cause_still_stands, guards.declaration_follows_the_meeting),
        sets={"declared": True, "declaration_asked": None},
        starts=(Starts(kind=DeadlineKind.DECL_SERVE), Starts(kind=DeadlineKind.DECL_NOTIFY)),
        ends=(DeadlineKind.DECLARE_RULING,),
        does=("record_declaration",),
        documents=(
            Issues(kind=K.DECLARATION_RULING),
            Issues(kind=K.DECLARATION_ANNOUNCEMENT),
            Issues(kind=K.DECLARATION_NOTICE),
        ),
        serves=(
            Serves(document=K.DECLARATION_RULING, on=R.DEBTOR, within=DeadlineKind.DECL_SERVE),
            Serves(document=K.DECLARATION_RULING, on=R.ADMINISTRATOR, within=DeadlineKind.DECL_SERVE),
            Serves(document=K.DECLARATION_NOTICE, on=R.KNOWN_CREDITORS, within=DeadlineKind.DECL_NOTIFY),
            Serves(document=K.DECLARATION_ANNOUNCEMENT, on=R.PUBLIC),
        ),
        announces=True,
        bundle="E-DECLARE",
        indicators=("cases_declared",),
    ),
)
