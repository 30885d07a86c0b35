"""破, rows 18 to 24: disposal of assets, distributions, what becomes of shares in escrow."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import claim_conditions as conditions
from workflows.guards import distribution as shares
from workflows.guards import in_kind, payments, plans, refused_things, rounds
from workflows.guards import unsold_collateral as unsold
from workflows.guards.one_debt import a_guarantee_share_waits, guarantee_share_is_there, liability_is_fixed
from workflows.guards.supervision import disposal_is_not_stopped
from workflows.law.citations import cite
from workflows.payloads.claim_condition import ConditionalShareSettled
from workflows.payloads.disposal import AssetDisposed
from workflows.payloads.distribution import Distribute, FinalDistribution, ShareReleased, ShareSettled
from workflows.payloads.payments import ShareDeposited, UnclaimedSettled
from workflows.procedures.liquidation_distribution_plan import DISTRIBUTION_PLAN_ROWS
from workflows.procedures.liquidation_plans import PLAN_ROWS
from workflows.procedures.liquidation_terms import (
    AFTER_FINAL,
    BENCH,
    RUNNING,
    WITH_ADMINISTRATOR,
    S,
)
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind
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
    *DISTRIBUTION_PLAN_ROWS,
    Transition(  # row 23
        name="distribute",
        label=Text("分配（多次分配中的一次）"),
        sources=(S.LQ_DECLARED,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 114", "EBL 116"),
        payload=Distribute,
        guards=(shares.plan_is_in_force, unsold.unsold_shares_are_settled),
        checks=(
            shares.announcement_is_made,
            shares.somebody_is_paid,
            in_kind.things_are_in_the_plan,
            in_kind.things_are_resolved,
            in_kind.differences_are_paid,
            in_kind.things_are_not_given_yet,
            shares.money_is_there,
            shares.asked_spendings_are_left,
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
        guards=(shares.plan_is_in_force, unsold.unsold_shares_are_settled),
        checks=(
            shares.announcement_says_final,
            shares.announcement_is_made,
            shares.somebody_is_paid,
            in_kind.things_are_in_the_plan,
            in_kind.things_are_resolved,
            in_kind.differences_are_paid,
            in_kind.things_are_not_given_yet,
            shares.money_is_there,
            shares.asked_spendings_are_left,
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
            unsold.share_does_not_wait_for_a_sale,
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
        payload=ShareReleased,
        guards=(a_guarantee_share_waits,),
        checks=(guarantee_share_is_there, liability_is_fixed, unsold.share_does_not_wait_for_a_sale),
        does=("release_share",),
        note=Text("一般保证责任确定后，按确定的数额和清偿比例分配，多提存的部分分配给其他债权人。"),
    ),
    Transition(
        name="release_unsold_share",
        label=Text("处理担保物变价前提存的份额"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 110"),
        payload=ShareReleased,
        guards=(unsold.an_unsold_share_waits,),
        checks=(unsold.unsold_share_is_there, unsold.claim_is_settled, unsold.collateral_is_sold),
        does=("release_share",),
        note=Text("担保物变价后，按实际不足清偿的数额和清偿比例分配，多提存的部分分配给其他债权人。"),
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
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 119"),
        payload=ShareSettled,
        guards=(shares.a_litigated_share_waits,),
        checks=(
            shares.litigated_share_is_there,
            shares.litigation_is_over_or_too_old,
            unsold.share_does_not_wait_for_a_sale,
        ),
        does=("settle_share",),
        documents=(Issues(kind=K.ESCROW_RULING),),
        serves=(Serves(document=K.ESCROW_RULING, on=R.ADMINISTRATOR),),
    ),
)
ESTATE_ROWS = (*PLAN_ROWS, *DISTRIBUTION_ROWS)
