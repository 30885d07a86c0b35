"""Guards of acts to be set aside: the look-back of EBL 31, 32, and its exceptions."""

from collections.abc import Callable
from datetime import date

from models.avoidance import Avoidance
from models.vocabulary import AvoidanceException, AvoidanceGround
from workflows.calendar import add_months
from workflows.law.citations import cite
from workflows.law.look_back import EXCEPTIONS, LOOK_BACK, PREPAID_WHILE_INSOLVENT
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def may_be_pursued(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """EBL 34, 123: acts are pursued while the case goes on, and when found after its end."""
    if avoidance.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("estate_is_closed", Text("本案程序已经结束。"), cite("EBL 34", "EBL 123(1)"))


def act_was_before_acceptance(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """EBL 31, 32: what the debtor did before the acceptance; payments after it are void by EBL 16."""
    accepted = avoidance.case.accepted_on
    if accepted is None or attempt.data["act_on"] < accepted:
        return None
    return Obstacle(
        "act_after_acceptance",
        Text("行为发生在受理之后：受理后的个别清偿无效，不属于撤销。"),
        cite("EBL 16", "EBL 31"),
    )


def anchor_of(avoidance: Avoidance, attempt: Attempt) -> date | None:
    """I2-10: the day from which is counted back: the acceptance, or what came before it."""
    told: date | None = attempt.data["anchor_on"]
    return told or avoidance.case.accepted_on


def anchor_came_before_acceptance(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """I2-10: compulsory liquidation or administrative clearance came before the bankruptcy."""
    told, accepted = attempt.data["anchor_on"], avoidance.case.accepted_on
    if told is None or accepted is None or told <= accepted:
        return None
    return Obstacle(
        "anchor_after_acceptance",
        Text("强制清算的受理、行政清理的撤销决定不能晚于受理破产申请之日。"),
        cite("I2 10(1)", "I2 10(2)"),
    )


def income_was_taken_while_insolvent(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """I2-24(1): bonuses and the like are abnormal only if the state of EBL 2(1) was there already."""
    data = attempt.data
    if data["ground"] != AvoidanceGround.ABNORMAL_INCOME:
        return None
    if data["misappropriated"] or data["insolvent_then"]:
        return None
    return Obstacle(
        "income_while_solvent",
        Text("绩效奖金等收入，须在债务人已经具备破产原因时取得，才是非正常收入；侵占的财产不受此限。"),
        cite("I2 24(1)", "EBL 36"),
    )


def income_is_of_a_kind(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """I2-24(3): the kind of abnormal income decides the class of the claim that its return gives."""
    data = attempt.data
    abnormal = data["ground"] == AvoidanceGround.ABNORMAL_INCOME and not data["misappropriated"]
    if data["income"] is None or abnormal:
        return None
    return Obstacle(
        "income_of_no_income",
        Text("只有高管的非正常收入（不是侵占的财产）才填写收入的种类。"),
        cite("I2 24(1)", "I2 24(3)"),
    )


def act_is_within_look_back(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """EBL 31, 32; I2-10: one year back from the anchor; six months for a payment to a single creditor."""
    rule, anchor = LOOK_BACK[attempt.data["ground"]], anchor_of(avoidance, attempt)
    first = rule.first_day(anchor) if anchor else None
    if first is None or attempt.data["act_on"] >= first:
        return None
    return Obstacle(
        "act_too_old",
        Text(
            "“{ground}”只能追溯受理前{months}个月，即{first}及以后的行为。",
            ground=attempt.data["ground"],
            months=rule.months,
            first=first,
        ),
        rule.basis,
    )


def debtor_was_insolvent(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """EBL 32: a payment to a single creditor only if the state of EBL 2(1) was there already."""
    rule = LOOK_BACK[attempt.data["ground"]]
    if not rule.insolvent or attempt.data["insolvent_then"]:
        return None
    return Obstacle(
        "debtor_was_solvent",
        Text("个别清偿时债务人须已经不能清偿到期债务，并且资不抵债或者明显缺乏清偿能力。"),
        rule.basis,
    )


def no_exception_applies(avoidance: Avoidance, attempt: Attempt) -> Obstacle | None:
    """EBL 32; I2-12, 14 to 16: what benefits the estate, is secured, forced or necessary stands."""
    data, accepted = attempt.data, avoidance.case.accepted_on
    exception: AvoidanceException = data["exception"]
    if exception not in LOOK_BACK[data["ground"]].exceptions:
        return None
    late = accepted is not None and data["act_on"] >= add_months(accepted, -PREPAID_WHILE_INSOLVENT)
    if data["ground"] == AvoidanceGround.PREPAYMENT and late and data["insolvent_then"]:
        return None
    return Obstacle(
        "exception_applies", Text("属于例外情形：{exception}。", exception=exception), EXCEPTIONS[exception]
    )


def on_ground(*grounds: AvoidanceGround) -> Callable[[Avoidance], bool]:
    """Whether an act is pursued on one of these grounds: each has its own notice (forms M-17 to M-20)."""
    return lambda avoidance: avoidance.ground in grounds
