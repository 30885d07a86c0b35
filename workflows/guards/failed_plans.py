"""Guards of failed plans and of what was received under them: EBL 93, 103, 104."""

from datetime import date

from models.claim import Claim
from models.failed_plan import FailedPlan, PlanReceipt
from models.vocabulary import CLAIMS_TAKING_PART, LiquidationState
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

TAKING_PART = frozenset(state.value for state in CLAIMS_TAKING_PART)
BOTH = cite("EBL 93(1)", "EBL 104(1)")
STAY = cite("EBL 93(2)", "EBL 104(2)")


def debtor_is_declared_bankrupt(part: FailedPlan | PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(1), 103(1), 104(1): the ruling that ends the plan declares the debtor bankrupt."""
    if part.case.state == LiquidationState.LQ_DECLARED.value:
        return None
    return Obstacle(
        "not_in_liquidation",
        Text("本案须已宣告破产、尚未最后分配：终止执行、确认无效的同时宣告债务人破产。"),
        (*BOTH, *cite("EBL 103(1)")),
    )


def nothing_is_distributed(plan: FailedPlan, attempt: Attempt) -> Obstacle | None:
    """EBL 93(3), 104(3): every distribution looks at what was received, so it is known before the first."""
    if not contents_of(attempt).distributions():
        return None
    return Obstacle(
        "already_distributed",
        Text("本案已经分配，不能再登记、更正、撤销失败的计划、协议。"),
        cite("EBL 93(3)", "EBL 104(3)"),
    )


def no_other_is_in_force(plan: FailedPlan, attempt: Attempt) -> Obstacle | None:
    """EBL 93(1), 104(1): one plan or agreement was being performed."""
    other = contents_of(attempt).failed_plan()
    if other is None:
        return None
    return Obstacle(
        "another_failed_plan",
        Text(
            "本案已经登记了“{name}”（第{serial}号）；登记有误的，先撤销。",
            name=other.name,
            serial=other.serial,
        ),
        BOTH,
    )


def days_are_in_order(plan: FailedPlan, attempt: Attempt) -> Obstacle | None:
    """EBL 86(2), 98, 93(1), 103, 104(1): accepted, approved, ended, all by rulings that follow each other."""
    approved, ended = attempt.data["approved_on"], attempt.data["ended_on"]
    accepted, told = plan.case.accepted_on, plan.case.flags.get("declared_on")
    declared = date.fromisoformat(told) if told else None
    if accepted is not None and approved < accepted:
        why = Text("批准、认可裁定不能早于受理破产申请之日{day}。", day=accepted)
    elif ended < approved:
        why = Text("终止执行、确认无效的裁定不能早于批准、认可裁定。")
    elif declared is not None and ended > declared:
        why = Text("终止执行、确认无效的裁定不能晚于宣告破产之日{day}。", day=declared)
    else:
        return None
    return Obstacle("days_out_of_order", why, (*BOTH, *cite("EBL 103(1)")))


def nothing_was_received(plan: FailedPlan, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 104(2): what was received stands on the plan; it goes first."""
    count = contents_of(attempt).plan_receipts(plan.id)
    if not count:
        return None
    return Obstacle("receipts_stand", Text("已经登记了{count}笔受偿；请先逐笔撤销。", count=count), STAY)


def receipts_fit_the_days(plan: FailedPlan, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 104(2): what was received while the plan was performed stays within its corrected days."""
    span = contents_of(attempt).days_of_receipts(plan.id)
    if span is None or attempt.data["approved_on"] <= span[0] <= span[1] <= attempt.data["ended_on"]:
        return None
    return Obstacle(
        "receipts_outside",
        Text(
            "已经登记的受偿发生在{first}至{last}之间，不能落在计划、协议执行之外。",
            first=span[0],
            last=span[1],
        ),
        STAY,
    )


def a_plan_has_failed(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 103(2), 104(2): what was received under a plan that is recorded as failed."""
    if contents_of(attempt).failed_plan() is not None:
        return None
    return Obstacle(
        "no_failed_plan", Text("请先由法官登记失败的重整计划、和解协议。"), (*STAY, *cite("EBL 103(2)"))
    )


def claim_of(receipt: PlanReceipt, attempt: Attempt) -> Claim | None:
    """The claim of a receipt; of one that is about to begin, the claim that was typed."""
    serial = attempt.data.get("claim_serial")
    return receipt.claim if serial is None else contents_of(attempt).claim(serial)


def claim_takes_part(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 104(2): the unpaid rest of a claim counts, so the claim is confirmed, or in dispute."""
    claim = claim_of(receipt, attempt)
    if claim is not None and claim.state in TAKING_PART:
        return None
    return Obstacle("claim_not_confirmed", Text("债权表中没有这笔债权，或者尚未确认。"), STAY)


def received_in_performance(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 104(2): received by performance: from the approval to the end of the plan."""
    plan, on = contents_of(attempt).failed_plan(), attempt.data["received_on"]
    if plan is None or plan.approved_on <= on <= plan.ended_on:
        return None
    return Obstacle(
        "not_in_performance",
        Text(
            "受偿日期须在计划、协议执行期间（{first}至{last}）。", first=plan.approved_on, last=plan.ended_on
        ),
        STAY,
    )


def received_is_within_the_claim(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(2), 104(2): what is unpaid counts; nobody has received more than his claim."""
    claim, fen = claim_of(receipt, attempt), attempt.data["received_fen"]
    if claim is None or 0 < fen <= claim.amount_fen:
        return None
    return Obstacle(
        "more_than_the_claim",
        Text(
            "受偿须大于零，并且不超过债权余额：原债权{original}元－已登记受偿{had}元＝{left}元。",
            original=yuan(claim.original_fen),
            had=yuan(claim.plan_received_fen or 0),
            left=yuan(claim.amount_fen),
        ),
        STAY,
    )


def claim_has_no_share_yet(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 93(3), 104(3): a distribution that a claim took part in has looked at what it had received."""
    claim = claim_of(receipt, attempt)
    if claim is None or not contents_of(attempt).has_shares(claim.id):
        return None
    return Obstacle(
        "claim_took_part",
        Text("该债权已经参加过分配，不能再登记、撤销执行中的受偿。"),
        cite("EBL 93(3)", "EBL 104(3)"),
    )


def agreement_is_void(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 103(2): only under a void agreement is anything returned; else receipts stay."""
    if receipt.failed_plan.kind.is_void:
        return None
    return Obstacle("receipts_stay", Text("执行中所受的清偿仍然有效，不予返还。"), STAY)


def reclaimed_is_within_the_receipt(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 103(2): what is above the ratio of the others is a part of what was received."""
    if 0 < attempt.data["reclaimed_fen"] <= receipt.kept_fen:
        return None
    return Obstacle(
        "more_than_received",
        Text("要求返还的金额须大于零，不超过所受清偿{fen}元。", fen=yuan(receipt.kept_fen)),
        cite("EBL 103(2)"),
    )


def returned_came_in(receipt: PlanReceipt, attempt: Attempt) -> Obstacle | None:
    """EBL 103(2): returned is what has come into the estate's account on the receivable for it."""
    asset = contents_of(attempt).asset(receipt.flags.get("asset") or 0)
    came, told = (asset.received_fen if asset else 0), attempt.data["returned_fen"]
    if (receipt.returned_fen or 0) < told <= min(came, receipt.received_fen):
        return None
    return Obstacle(
        "not_come_in",
        Text(
            "累计返还须多于以前登记的{before}元，不超过该应收款项（第{asset}号财产）已到账的{came}元和所受清偿{had}元。",
            before=yuan(receipt.returned_fen or 0),
            asset=receipt.flags.get("asset") or 0,
            came=yuan(came),
            had=yuan(receipt.received_fen),
        ),
        cite("EBL 103(2)"),
    )
