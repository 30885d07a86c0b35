"""破, rows 19 to 22: the plan of distribution, voted on, recognised or ruled; with row 17."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import court_fee as fees
from workflows.guards import in_kind, plans
from workflows.guards.application import panel_is_formed
from workflows.law.citations import cite
from workflows.payloads.distribution_plan import DistributionPlanProposed
from workflows.payloads.plans import PlanRuled, Reconsideration, Vote
from workflows.procedures.liquidation_plans import adopted_by_the_court
from workflows.procedures.liquidation_terms import (
    BENCH,
    RUNNING,
    TEAM,
    WITH_ADMINISTRATOR,
    S,
)
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

K, R = DocumentKind, RecipientKind

DISTRIBUTION_PLAN_ROWS = (
    Transition(  # row 19
        name="propose_distribution_plan",
        label=Text("管理人提出分配方案"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 115", "AR 10"),
        payload=DistributionPlanProposed,
        guards=(plans.no_plan_is_adopted, plans.votes_twice_at_most),
        checks=(
            plans.plan_names_creditors,
            fees.remuneration_agrees,
            fees.remuneration_is_there,
            in_kind.things_may_be_planned,
        ),
        does=("propose_distribution_plan",),
        documents=(Issues(kind=K.DISTRIBUTION_PLAN),),
        serves=(Serves(document=K.DISTRIBUTION_PLAN, on=R.CHAIR),),
    ),
    *(
        Transition(  # row 20
            name="distribution_plan_passed",
            label=Text("债权人会议通过分配方案"),
            sources=(S.LQ_DECLARED,),
            target=None,
            actor=LegalActor.MEETING,
            recorded_by=TEAM,
            basis=cite("EBL 61(1)⑩", "EBL 59(3)", "EBL 64"),
            payload=Vote,
            requires={"distribution_plan": before},
            checks=(plans.vote_is_carried,),
            sets={"distribution_plan": "PASSED"},
            does=("mark_distribution_plan",),
            documents=(Issues(kind=K.RECOGNITION_REQUEST),),
            serves=(Serves(document=K.RECOGNITION_REQUEST, on=R.COURT),),
        )
        for before in ("PROPOSED", "FAILED_ONCE")
    ),
    Transition(  # row 20a
        name="distribution_plan_failed",
        label=Text("分配方案第一次表决未通过"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.MEETING,
        recorded_by=TEAM,
        basis=cite("EBL 65(2)", "EBL 64"),
        payload=Vote,
        requires={"distribution_plan": "PROPOSED"},
        checks=(plans.vote_is_lost,),
        sets={"distribution_plan": "FAILED_ONCE"},
        does=("mark_distribution_plan",),
        note=Text("由债权人会议再次表决；管理人可以修改方案。"),
    ),
    Transition(  # row 21, the second vote
        name="distribution_plan_failed_twice",
        label=Text("分配方案再次表决未通过"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.MEETING,
        recorded_by=TEAM,
        basis=cite("EBL 65(2)", "EBL 64"),
        payload=Vote,
        requires={"distribution_plan": "FAILED_ONCE"},
        checks=(plans.vote_is_lost,),
        sets={"distribution_plan": "FAILED_TWICE"},
        does=("mark_distribution_plan",),
        documents=(Issues(kind=K.PLAN_RULING_REQUEST),),
        serves=(Serves(document=K.PLAN_RULING_REQUEST, on=R.COURT),),
    ),
    adopted_by_the_court(  # row 21, the ruling
        "court_rules_distribution",
        Text("裁定通过分配方案"),
        (S.LQ_DECLARED,),
        K.DISTRIBUTION_PLAN_RULING,
        cite("EBL 65(2)"),
        DeadlineKind.REVIEW_65_2,
        {"distribution_plan": "FAILED_TWICE"},
        {"distribution_plan": "COURT_RULED"},
    ),
    Transition(  # rows 17 and 21: reconsideration by the same court
        name="reconsider",
        label=Text("复议"),
        sources=(*RUNNING, S.LQ_FINAL_DISTRIBUTED),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 66"),
        payload=Reconsideration,
        guards=(plans.the_court_has_ruled,),
        checks=(plans.reconsideration_is_open,),
        does=("record_reconsideration",),
        documents=(Issues(kind=K.RECONSIDERATION_DECISION),),
        serves=(
            Serves(document=K.RECONSIDERATION_DECISION, on=R.ADMINISTRATOR),
            Serves(document=K.RECONSIDERATION_DECISION, on=R.KNOWN_CREDITORS),
        ),
    ),
    Transition(  # row 22
        name="recognise_distribution_plan",
        label=Text("裁定认可分配方案"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 115(3)", "EBL 116"),
        payload=PlanRuled,
        guards=(panel_is_formed,),
        requires={"distribution_plan": "PASSED"},
        sets={"distribution_plan": "RECOGNISED"},
        does=("mark_distribution_plan",),
        documents=(Issues(kind=K.RECOGNITION_RULING),),
        serves=(Serves(document=K.RECOGNITION_RULING, on=R.ADMINISTRATOR),),
    ),
)
