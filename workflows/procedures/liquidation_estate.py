"""破, rows 17 to 24: plans, votes, disposal of assets, distributions."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import claim_conditions as conditions
from workflows.guards import court_fee as fees
from workflows.guards import distribution as shares
from workflows.guards import in_kind, payments, plans, refused_things, rounds
from workflows.guards import liquidation as guards
from workflows.guards.application import panel_is_formed
from workflows.guards.one_debt import a_guarantee_share_waits, guarantee_share_is_there, liability_is_fixed
from workflows.guards.supervision import disposal_is_not_stopped
from workflows.law.citations import Citation, cite
from workflows.payloads.claim_condition import ConditionalShareSettled
from workflows.payloads.disposal import AssetDisposed
from workflows.payloads.distribution import Distribute, FinalDistribution, ShareSettled
from workflows.payloads.distribution_plan import DistributionPlanProposed
from workflows.payloads.joint_parties import GuaranteeShareReleased
from workflows.payloads.payments import ShareDeposited, UnclaimedSettled
from workflows.payloads.plans import PlanProposed, PlanRuled, Reconsideration, Vote
from workflows.procedures.liquidation_terms import (
    AFTER_FINAL,
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

DISTRIBUTION_PAPERS = (
    Issues(kind=K.DISTRIBUTION_ANNOUNCEMENT),
    Issues(kind=K.ESCROW_NOTICE, when=shares.shares_are_laid_aside),
)
DISTRIBUTION_SERVICE = (
    Serves(document=K.DISTRIBUTION_ANNOUNCEMENT, on=R.PUBLIC),
    Serves(document=K.ESCROW_NOTICE, on=R.ESCROW_CREDITORS),
)
DISTRIBUTION_ROWS = (
    Transition(  # row 18
        name="dispose_asset",
        label=Text("变价处分财产"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 112", "I3 15", "EBL 69"),
        payload=AssetDisposed,
        checks=(
            plans.asset_is_for_sale,
            plans.disposal_is_permitted,
            plans.major_disposal_was_reported,
            disposal_is_not_stopped,
            plans.sold_by_auction_unless_resolved,
            rounds.sold_in_an_open_round,
            rounds.price_reaches_the_reserve,
        ),
        does=("dispose_asset",),
    ),
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
    Transition(  # row 23
        name="distribute",
        label=Text("分配（多次分配中的一次）"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 114", "EBL 116"),
        payload=Distribute,
        guards=(shares.plan_is_in_force,),
        checks=(
            shares.announcement_is_made,
            shares.somebody_is_paid,
            in_kind.things_are_in_the_plan,
            in_kind.things_are_resolved,
            in_kind.differences_are_paid,
            in_kind.things_are_not_given_yet,
            shares.money_is_there,
            shares.the_plan_covers_it,
        ),
        does=("distribute",),
        documents=DISTRIBUTION_PAPERS,
        serves=DISTRIBUTION_SERVICE,
        announces=True,
        indicators=("distributions_made",),
    ),
    Transition(  # row 24
        name="final_distribution",
        label=Text("最后分配"),
        sources=(S.LQ_DECLARED,),
        target=S.LQ_FINAL_DISTRIBUTED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 116(2)", "EBL 117", "EBL 118", "EBL 119"),
        payload=FinalDistribution,
        guards=(shares.plan_is_in_force,),
        checks=(
            shares.announcement_says_final,
            shares.announcement_is_made,
            shares.somebody_is_paid,
            in_kind.things_are_in_the_plan,
            in_kind.things_are_resolved,
            in_kind.differences_are_paid,
            in_kind.things_are_not_given_yet,
            shares.money_is_there,
            shares.the_plan_covers_it,
        ),
        starts=(
            Starts(kind=DeadlineKind.UNCLAIMED_SHARE, from_field="announced_on"),
            Starts(kind=DeadlineKind.CONDITIONAL_SHARE, from_field="announced_on"),
        ),
        does=("distribute", "record_final_announcement"),
        documents=DISTRIBUTION_PAPERS,
        serves=DISTRIBUTION_SERVICE,
        announces=True,
        indicators=("distributions_made",),
    ),
    Transition(  # row 24a
        name="settle_conditional_share",
        label=Text("处理附条件债权的提存份额"),
        sources=AFTER_FINAL,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 117(2)"),
        payload=ConditionalShareSettled,
        checks=(
            shares.conditional_share_is_there,
            conditions.kind_of_condition_is_known,
            conditions.condition_came_about_in_time,
        ),
        does=("settle_share",),
        note=Text(
            "以最后分配公告日为准：生效条件未成就或者解除条件成就的，分配给其他债权人；反之交付该债权人。"
        ),
    ),
    Transition(
        name="release_guarantee_share",
        label=Text("处理一般保证债权的提存份额"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("I3 4(2)"),
        payload=GuaranteeShareReleased,
        guards=(a_guarantee_share_waits,),
        checks=(guarantee_share_is_there, liability_is_fixed),
        does=("release_guarantee_share",),
        note=Text("一般保证责任确定后，按确定的数额和清偿比例分配，多提存的部分分配给其他债权人。"),
    ),
    Transition(
        name="deposit_unclaimed_share",
        label=Text("提存未受领的份额"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 118"),
        payload=ShareDeposited,
        checks=(payments.payments_may_be_deposited,),
        does=("deposit_share",),
        documents=(Issues(kind=K.ESCROW_NOTICE),),
        serves=(Serves(document=K.ESCROW_NOTICE, on=R.ESCROW_CREDITORS),),
    ),
    Transition(  # row 24b
        name="release_unclaimed_share",
        label=Text("处理未受领的提存份额"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 118"),
        payload=UnclaimedSettled,
        checks=(
            payments.payments_are_deposited,
            payments.deposits_go_where_they_belong,
            refused_things.things_are_sold_before_the_others_get_them,
        ),
        does=("settle_unclaimed",),
        documents=(Issues(kind=K.ESCROW_RULING),),
        serves=(Serves(document=K.ESCROW_RULING, on=R.ADMINISTRATOR),),
    ),
    Transition(  # row 31
        name="release_litigation_escrow",
        label=Text("处理诉讼、仲裁未决债权的提存份额"),
        sources=AFTER_FINAL,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 119"),
        payload=ShareSettled,
        checks=(shares.litigated_share_is_there, shares.litigation_is_over_or_too_old),
        does=("settle_share",),
        documents=(Issues(kind=K.ESCROW_RULING),),
        serves=(Serves(document=K.ESCROW_RULING, on=R.ADMINISTRATOR),),
    ),
)
ESTATE_ROWS = (*PLAN_ROWS, *DISTRIBUTION_ROWS)
