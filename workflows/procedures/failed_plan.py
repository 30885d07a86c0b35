"""失败的重整计划、和解协议, and what was received under them. Source: EBL 93, 103, 104."""

from models.vocabulary import FailedPlanState, LegalActor, PlanReceiptState
from workflows.engine import Procedure
from workflows.guards import failed_plans as guards
from workflows.law.citations import cite
from workflows.payloads import failed_plans as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

F, R = FailedPlanState, PlanReceiptState

FAILED_PLAN = Procedure(
    name="failedplan",
    label=Text("失败的重整、和解"),
    states=FailedPlanState,
    terminal=(F.CANCELLED,),
    transitions=(
        Transition(
            name="record_failed_plan",
            label=Text("登记失败的重整计划、和解协议"),
            sources=(),
            target=F.IN_FORCE,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 93(1)", "EBL 93(2)", "EBL 93(4)", "EBL 103(1)", "EBL 104(1)", "EBL 104(4)"),
            payload=payloads.FailedPlanTold,
            guards=(
                guards.debtor_is_declared_bankrupt,
                guards.nothing_is_distributed,
                guards.no_other_is_in_force,
            ),
            checks=(guards.days_are_in_order,),
            note=Text(
                "债权调整的承诺失去效力，债权按原额减去已受偿的余额计入；分配时同一顺位先补齐到同一比例。"
            ),
        ),
        Transition(
            name="correct_failed_plan",
            label=Text("更正登记"),
            sources=(F.IN_FORCE,),
            target=F.IN_FORCE,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 93(1)", "EBL 103(1)", "EBL 104(1)"),
            payload=payloads.FailedPlanTold,
            guards=(guards.debtor_is_declared_bankrupt, guards.nothing_is_distributed),
            checks=(guards.days_are_in_order, guards.receipts_fit_the_days),
            does=("correct_failed_plan",),
        ),
        Transition(
            name="cancel_failed_plan",
            label=Text("撤销有误的登记"),
            sources=(F.IN_FORCE,),
            target=F.CANCELLED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 93(1)", "EBL 103(1)", "EBL 104(1)"),
            payload=WithReason,
            guards=(guards.nothing_is_distributed, guards.nothing_was_received),
        ),
    ),
)

PLAN_RECEIPT = Procedure(
    name="planreceipt",
    label=Text("重整、和解中的受偿"),
    states=PlanReceiptState,
    terminal=(R.CANCELLED, R.SETTLED),
    transitions=(
        Transition(
            name="record_plan_receipt",
            label=Text("登记执行中的受偿"),
            sources=(),
            target=R.RECORDED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 93(2)", "EBL 103(2)", "EBL 104(2)"),
            payload=payloads.ReceiptTold,
            guards=(guards.debtor_is_declared_bankrupt, guards.a_plan_has_failed),
            checks=(
                guards.claim_takes_part,
                guards.claim_has_no_share_yet,
                guards.received_in_performance,
                guards.received_is_within_the_claim,
            ),
            does=("reckon_plan_receipts",),
            note=Text("所受的清偿仍然有效；债权按原债权减去已受偿的余额计入。"),
        ),
        Transition(
            name="cancel_plan_receipt",
            label=Text("撤销有误的登记"),
            sources=(R.RECORDED,),
            target=R.CANCELLED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 93(2)", "EBL 103(2)", "EBL 104(2)"),
            payload=WithReason,
            guards=(guards.claim_has_no_share_yet,),
            does=("cancel_plan_receipt", "reckon_plan_receipts"),
        ),
        Transition(
            name="reclaim_excess",
            label=Text("要求返还超过同等比例的部分"),
            sources=(R.RECORDED,),
            target=R.RECLAIMED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 103(2)"),
            payload=payloads.ExcessReclaimed,
            guards=(guards.agreement_is_void, guards.debtor_is_declared_bankrupt),
            checks=(guards.reclaimed_is_within_the_receipt,),
            does=("reclaim_excess",),
            note=Text("应返还的数额见分配试算；要求返还的金额随即登记为应收款项，收回后入财产账户。"),
        ),
        Transition(
            name="record_excess_returned",
            label=Text("登记已返还"),
            sources=(R.RECLAIMED,),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 103(2)"),
            payload=payloads.ExcessReturned,
            guards=(guards.agreement_is_void,),
            checks=(guards.returned_came_in,),
            does=("record_excess_returned", "reckon_plan_receipts"),
            note=Text("款项先在该应收款项下登记到账；已返还的部分不再算作已受偿。"),
        ),
        Transition(
            name="settle_reclaim",
            label=Text("追回完毕或者不再追回"),
            sources=(R.RECLAIMED,),
            target=R.SETTLED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 103(2)"),
            payload=WithReason,
        ),
    ),
)
