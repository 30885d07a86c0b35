"""破产费用与共益债务: from the request to the money. Source: EBL 25(1)④, 41 to 43, 69; I3-1, 2; AR-12."""

from models.vocabulary import LegalActor, SpendingState
from workflows.engine import Procedure
from workflows.guards import asset_costs as costs
from workflows.guards import spendings as guards
from workflows.law.citations import cite
from workflows.payloads import spending as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = SpendingState

SPENDING = Procedure(
    name="spending",
    label=Text("破产费用与共益债务"),
    states=SpendingState,
    terminal=(S.REFUSED, S.RETURNED, S.DROPPED),
    transitions=(
        Transition(
            name="request_spending",
            label=Text("申请支出"),
            sources=(),
            target=S.REQUESTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)④", "EBL 41", "EBL 42", "I3 1", "I3 2(1)"),
            payload=payloads.SpendingAsked,
            guards=(guards.estate_is_kept,),
            checks=(
                guards.something_is_spent,
                guards.large_act_is_reported,
                guards.report_is_possible,
                guards.due_day_is_plausible,
                guards.fee_has_its_own_place,
                costs.asset_of_the_cost_is_there,
                costs.cost_of_the_asset_is_right,
            ),
            does=("tie_to_asset",),
            note=Text("已经发生、尚未支付的破产费用和共益债务也在这里登记。"),
        ),
        Transition(
            name="spend_directly",
            label=Text("小额支出（自行决定并支付）"),
            sources=(),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)④", "EBL 43(1)"),
            payload=payloads.SpentDirectly,
            guards=(guards.estate_is_kept,),
            checks=(
                guards.something_is_spent,
                guards.small_enough,
                guards.small_kind,
                guards.fee_has_its_own_place,
                costs.asset_of_the_cost_is_there,
                costs.cost_of_the_asset_is_right,
                guards.spent_is_there,
            ),
            does=("book_direct_spending", "tie_to_asset"),
            note=Text("金额上限由法院设定。"),
        ),
        Transition(
            name="approve_spending",
            label=Text("批准支出"),
            sources=(S.REQUESTED,),
            target=S.APPROVED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 25(1)④", "EBL 43(1)", "EBL 69"),
            payload=payloads.SpendingApproved,
            guards=(guards.approver_is_another,),
            checks=(guards.approved_is_asked, guards.approved_is_there, guards.advance_is_in_the_ledger),
            does=("book_approval", "count_costs_anew"),
        ),
        Transition(
            name="refuse_spending",
            label=Text("不批准支出"),
            sources=(S.REQUESTED,),
            target=S.REFUSED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 25(1)④", "EBL 43(1)"),
            payload=payloads.SpendingRefused,
            does=("record_refusal", "let_go_of_costs"),
        ),
        Transition(
            name="pay_spending",
            label=Text("支付"),
            sources=(S.APPROVED,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 43(1)"),
            payload=payloads.SpendingPaid,
            checks=(guards.paid_is_approved, guards.rank_is_kept),
            does=("book_payment", "release_rest", "count_costs_anew"),
        ),
        Transition(
            name="pay_part",
            label=Text("部分支付"),
            sources=(S.APPROVED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 43(2)", "EBL 43(3)"),
            payload=payloads.SpendingPaid,
            checks=(guards.paid_is_approved, guards.part_is_a_part, guards.rank_is_kept),
            does=("book_payment",),
            note=Text("款项不足时先清偿破产费用，同一顺序按比例；未付部分仍然应付。"),
        ),
        Transition(
            name="return_spending",
            label=Text("款项退回"),
            sources=(S.PAID,),
            target=S.RETURNED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)⑥"),
            payload=payloads.SpendingReturned,
            checks=(guards.returned_was_paid,),
            does=("book_return", "count_costs_anew"),
        ),
        Transition(
            name="drop_spending",
            label=Text("不再支付"),
            sources=(S.REQUESTED, S.APPROVED),
            target=S.DROPPED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("DESIGN"),
            payload=WithReason,
            guards=(guards.nothing_was_paid,),
            does=("release_rest", "let_go_of_costs"),
        ),
    ),
)
