"""破终: the appeal against a refusal or a dismissal. Source: `bankruptcy-process.md` section 11.7."""

from models.vocabulary import (
    AppealState,
    CaseType,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    RecipientKind,
    Role,
)
from workflows.engine import Procedure
from workflows.guards import appeal as guards
from workflows.guards.application import panel_is_formed
from workflows.law.citations import cite
from workflows.payloads.base import WithReason, WithRemark
from workflows.text import Text
from workflows.transition import Condition, Guard, Issues, Serves, Starts, Transition, always

S = AppealState
BENCH = frozenset({Role.JUDGE})
CLOCKS = (DeadlineKind.APPEAL_RULING,)


def ruling(
    name: str,
    label: Text,
    target: AppealState,
    kinds: tuple[tuple[DocumentKind, Condition], ...],
    *places: str,
    guard: Guard | None = None,
) -> Transition:
    """A final ruling on the appeal, which the first case follows; `kinds` by what is appealed."""
    return Transition(
        name=name,
        label=label,
        sources=(S.PENDING,),
        target=target,
        actor=LegalActor.SUP_COURT,
        recorded_by=BENCH,
        basis=cite(*places),
        payload=WithReason,
        guards=(guards.appeal_is_docketed, panel_is_formed, *((guard,) if guard else ())),
        ends=CLOCKS,
        documents=tuple(Issues(kind=kind, when=when) for kind, when in kinds),
        serves=tuple(
            Serves(document=kind, on=whom)
            for kind, _ in kinds
            for whom in (RecipientKind.APPLICANT, RecipientKind.LOWER_COURT)
        ),
        hands_on=name,
        indicators=("appeals_decided",),
    )


BANKRUPTCY_APPEAL = Procedure(
    name=CaseType.BK_APPEAL.value,
    label=Text("破产申请上诉"),
    states=AppealState,
    terminal=(S.DISMISSED, S.REVERSED_ACCEPT, S.REVERSED_CONTINUE, S.WITHDRAWN),
    transitions=(
        Transition(
            name="open_appeal",
            label=Text("收到上诉"),
            sources=(),
            target=S.PENDING,
            actor=LegalActor.SUP_COURT,
            recorded_by=frozenset({Role.SYSTEM}),
            basis=cite("EBL 12(1)", "EBL 12(2)", "CPL 174(2)"),
            payload=WithRemark,
            documents=(Issues(kind=DocumentKind.CASE_COVER),),
        ),
        Transition(
            name="docket_appeal",
            label=Text("上诉立案"),
            sources=(S.PENDING,),
            target=None,
            actor=LegalActor.SUP_COURT,
            recorded_by=frozenset({Role.FILING_OFFICER, Role.JUDGE}),
            basis=cite("CPL 183(2)"),
            payload=WithRemark,
            guards=(guards.appeal_is_not_docketed, guards.file_has_arrived),
            sets={"docketed": True},
            starts=(Starts(kind=DeadlineKind.APPEAL_RULING),),
        ),
        ruling(
            "appeal_dismissed",
            Text("驳回上诉"),
            S.DISMISSED,
            (
                (DocumentKind.APPEAL_DISMISSED_RULING, guards.against_refusal),
                (DocumentKind.DISMISSAL_UPHELD_RULING, guards.against_dismissal),
            ),
            "CPL 177(1)①",
            "CPL 178",
            "CPL 183(2)",
        ),
        ruling(
            "appeal_allowed",
            Text("撤销并指令受理"),
            S.REVERSED_ACCEPT,
            ((DocumentKind.APPEAL_REVERSAL_RULING, always),),
            "CPL 177(1)②",
            "CPL 178",
            "CPL-I 330",
            guard=guards.appeal_is_against_refusal,
        ),
        ruling(
            "dismissal_reversed",
            Text("撤销并指令继续审理"),
            S.REVERSED_CONTINUE,
            ((DocumentKind.DISMISSAL_REVERSED_RULING, always),),
            "CPL 177(1)②",
            "CPL 178",
            "CPL-I 330",
            guard=guards.appeal_is_against_dismissal,
        ),
        ruling(
            "appeal_withdrawn",
            Text("准许撤回上诉"),
            S.WITHDRAWN,
            ((DocumentKind.APPEAL_WITHDRAWAL_RULING, always),),
            "CPL 180",
        ),
    ),
)
