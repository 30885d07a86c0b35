"""破, row 17: plans of management and realisation, the court in the place of the creditors (EBL 65)."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import liquidation as guards
from workflows.guards import plans
from workflows.guards.application import panel_is_formed
from workflows.law.citations import Citation, cite
from workflows.payloads.plans import PlanProposed, PlanRuled, Vote
from workflows.procedures.liquidation_terms import (
    BENCH,
    LIQUIDATION_ONLY,
    RUNNING,
    TEAM,
    WITH_ADMINISTRATOR,
    S,
)
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind


def adopted_by_the_court(
    name: str,
    label: Text,
    sources: tuple[S, ...],
    kind: DocumentKind,
    basis: tuple[Citation, ...],
    clock: DeadlineKind,
    requires: dict[str, str],
    sets: dict[str, str],
) -> Transition:
    """The court adopts what the creditors did not (EBL 65)."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=basis,
        payload=PlanRuled,
        guards=(panel_is_formed,),
        requires=requires,
        sets=sets,
        starts=(Starts(kind=clock),),
        documents=(Issues(kind=kind),),
        serves=(
            Serves(document=kind, on=R.ADMINISTRATOR),
            Serves(document=kind, on=R.KNOWN_CREDITORS),
        ),
        does=("rule_distribution_plan",) if kind == K.DISTRIBUTION_PLAN_RULING else (),
        note=Text("债权人可以自裁定宣布或者收到通知之日起十五日内向本院申请复议，复议期间不停止执行。"),
    )


PLAN_ROWS = tuple(
    row
    for flag, short, zh, item, paper, kind, sources in (
        (
            "mgmt_plan",
            "management",
            Text("财产管理方案"),
            "⑧",
            K.MANAGEMENT_PLAN,
            K.MANAGEMENT_PLAN_RULING,
            RUNNING,
        ),
        (
            "realisation_plan",
            "realisation",
            Text("财产变价方案"),
            "⑨",
            K.REALISATION_PLAN,
            K.REALISATION_PLAN_RULING,
            LIQUIDATION_ONLY,
        ),
    )
    for row in (
        Transition(
            name=f"propose_{short}_plan",
            label=Text("管理人提出{plan}", plan=zh),
            sources=sources,
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite(f"EBL 61(1){item}", "EBL 111" if short == "realisation" else "EBL 25"),
            payload=PlanProposed,
            guards=(plans.not_yet_adopted(flag),),
            sets={flag: "PROPOSED"},
            documents=(Issues(kind=paper),),
            serves=(Serves(document=paper, on=R.CHAIR),),
        ),
        Transition(  # row 17, the meeting
            name=f"decide_{short}_plan",
            label=Text("债权人会议表决{plan}", plan=zh),
            sources=sources,
            target=None,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite(f"EBL 61(1){item}", "EBL 64"),
            payload=Vote,
            requires={flag: "PROPOSED"},
            guards=(guards.first_meeting_is_held,),
            does=(f"record_vote_on_{flag}",),
            documents=(Issues(kind=K.PLAN_RULING_REQUEST, when=plans.was_lost_once(flag)),),
            serves=(Serves(document=K.PLAN_RULING_REQUEST, on=R.COURT),),
        ),
        adopted_by_the_court(  # row 17, the court after one failed vote
            f"rule_{short}_plan",
            Text("裁定通过{plan}", plan=zh),
            sources,
            kind,
            cite("EBL 65(1)"),
            DeadlineKind.REVIEW_65_1,
            {flag: "FAILED_ONCE"},
            {flag: "COURT_RULED"},
        ),
    )
)
