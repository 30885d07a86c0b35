"""Guards of the court fee, and what the plan of distribution says of remuneration (FEE 20(2), 42; AR 10)."""

from collections.abc import Iterable

from models.case import Case
from models.court_fee import CourtFee
from models.remuneration import Remuneration
from models.vocabulary import CourtFeeBase, CourtFeeState, LedgerAccount, RemunerationState
from workflows.calculations.court_fee_base import fee_of_case
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.guards.money_for_costs import fee_not_there, not_a_part
from workflows.guards.plans import ADOPTED
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def case_was_accepted(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 14⑥: reckoned is the fee of a bankruptcy case that goes on or is being wound up."""
    if fee.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束。"), cite("FEE 14⑥"))


def no_fee_is_there(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 14⑥: one fee for a case; what changes is reckoned anew."""
    known = [one for one in contents_of(attempt).court_fees() if one.serial != fee.serial]
    if not known:
        return None
    if any(one.state == CourtFeeState.WAIVED for one in known):
        return Obstacle(
            "fee_was_charged", Text("强制清算时已经收取受理费，不再收取。"), cite("CLM2009 20", "FEE 14⑥")
        )
    return Obstacle("fee_exists", Text("受理费已经核定；财产有变化的，请重新核定。"), cite("FEE 14⑥"))


def liquidation_is_done(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 20(2): paid after the liquidation: once the plan of distribution is adopted, or the case over."""
    case = fee.case
    if case.state in {state.value for state in AFTER_FINAL}:
        return None
    if case.flags.get("distribution_plan") in ADOPTED:
        return None
    return Obstacle(
        "liquidation_not_done",
        Text("破产申请费在清算后交纳，不得预收：须待分配方案通过或者程序终结。"),
        cite("FEE 20(2)", "I1 8"),
    )


def fee_was_paid_by_today(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 20(2): recorded is a payment that was made."""
    if attempt.data["paid_on"] <= attempt.on:
        return None
    return Obstacle("paid_in_the_future", Text("交纳日期不能晚于记录之日。"), cite("FEE 20(2)"))


def court_fee_is_there(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 42, EBL 43: paid is what the estate has for it, never money of creditors or bidders."""
    wanted: int = attempt.data.get("paid_fen", fee.unpaid_fen)
    return fee_not_there(attempt, "court_fees", fee.serial, wanted)


def part_of_fee_is_a_part(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """EBL 43(3): where expenses are paid pro rata, the fee is paid in part and the rest is owed."""
    return not_a_part(attempt.data["paid_fen"], fee.unpaid_fen)


def fee_covers_what_was_paid(fee: CourtFee, attempt: Attempt) -> Obstacle | None:
    """FEE 14⑥: a fee that is reckoned anew is more than was paid of it in part; then it is open still."""
    data, whole = attempt.data, attempt.settings["court_fee_base"] != CourtFeeBase.UNENCUMBERED
    anew = fee_of_case(data["unencumbered_fen"], data["encumbered_fen"], whole=whole)[1].fen
    if not fee.paid_fen or anew > fee.paid_fen:
        return None
    return Obstacle(
        "below_what_was_paid",
        Text(
            "重新核定的受理费{anew}元不多于已经部分交纳的{paid}元。", anew=yuan(anew), paid=yuan(fee.paid_fen)
        ),
        cite("FEE 14⑥"),
    )


def finally_fixed(remunerations: Iterable[Remuneration]) -> list[int]:
    """The amounts that were fixed finally and are still collected, in fen."""
    return [
        one.fixed_fen
        for one in remunerations
        if one.fixed_fen is not None and one.state != RemunerationState.FORGONE
    ]


def remuneration_agrees(case: Case, attempt: Attempt) -> Obstacle | None:
    """AR 10: the plan of distribution lists what the court has fixed finally; unchecked where it has not."""
    fixed = finally_fixed(contents_of(attempt).remunerations())
    if not fixed or sum(fixed) == attempt.data["remuneration_fen"]:
        return None
    return Obstacle(
        "remuneration_differs",
        Text(
            "方案所列的管理人最终报酬{listed}元，与法院确定的{fixed}元不一致。",
            listed=yuan(attempt.data["remuneration_fen"]),
            fixed=yuan(sum(fixed)),
        ),
        cite("AR 10", "EBL 115"),
    )


def remuneration_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 41③, AR 10: no more is planned than the plan divides or is on hand, with what was paid before.

    What the court has fixed is compared with what it fixed instead.
    """
    contents = contents_of(attempt)
    if finally_fixed(contents.remunerations()):
        return None
    listed, available = attempt.data["remuneration_fen"], attempt.data["available_fen"]
    estate = contents.estate()
    there = max(available, estate.on_hand()) + estate.balances.get(LedgerAccount.EXP_REMUNERATION, 0)
    if listed <= there:
        return None
    return Obstacle(
        "remuneration_exceeds",
        Text(
            "管理人最终报酬{listed}元多于可供分配的财产和账上款项（连同已付的报酬共{there}元），请核对两项数额。",
            listed=yuan(listed),
            there=yuan(there),
        ),
        cite("EBL 41③", "EBL 115(2)③", "AR 10"),
    )
