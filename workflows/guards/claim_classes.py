"""Guards of a claim's class: which of its figures share a priority, and until when one is exercised."""

from datetime import date

from models.claim import Claim
from models.vocabulary import ClaimClass, FigureKind
from workflows.calendar import add_months
from workflows.guards.claim_ranks import as_reviewed
from workflows.law import class_of_figures as law
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def figures_share_the_class(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """TAX24-1, CCI 40(2), M2018-28: surcharges, interest and punitive damages do not share every class."""
    found: ClaimClass = attempt.data["claim_class"]
    rule = law.OUTSIDE.get(found)
    wrong = admitted_of(claim, attempt, rule.kinds) if rule else []
    if rule is None or not wrong:
        return None
    told = (
        Text(
            "第{positions}项不属于{found}的优先范围：请在本债权中认定为零，另行登记为{elsewhere}。",
            positions=wrong,
            found=found,
            elsewhere=rule.elsewhere,
        )
        if rule.elsewhere
        else Text(
            "第{positions}项不属于{found}的优先范围：请在本债权中认定为零，另行登记，性质由法院决定。",
            positions=wrong,
            found=found,
        )
    )
    return Obstacle("figure_of_another_class", told, rule.basis)


def double_interest_is_of_the_class_set(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-3: double default interest from before the acceptance is of the class that the court has set."""
    wanted = attempt.settings["pre_acceptance_double_interest"]
    found: ClaimClass = attempt.data["claim_class"]
    wrong = admitted_of(claim, attempt, frozenset({FigureKind.DOUBLE_INTEREST}))
    if not wanted or found not in law.DOUBLE_INTEREST_IN or found.value == wanted or not wrong:
        return None
    return Obstacle(
        "figure_of_another_class",
        Text(
            "本院设定受理前的加倍部分利息为{wanted}：第{positions}项请在本债权中认定为零，另行登记。",
            wanted=ClaimClass(wanted),
            positions=wrong,
        ),
        law.DOUBLE_INTEREST_BASIS,
    )


def admitted_of(claim: Claim, attempt: Attempt, kinds: frozenset[FigureKind]) -> list[int]:
    """The numbers of the figures of these kinds of which something is admitted."""
    return [one.position for one in as_reviewed(claim, attempt.data) if one.fen and one.kind in kinds]


def managers_have_the_average_wage(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 113(3): wages of directors, supervisors and senior managers are reckoned at the average wage."""
    if not attempt.data["manager"] or attempt.data["at_average_wage"]:
        return None
    return Obstacle(
        "manager_above_average",
        Text("董事、监事和高级管理人员的工资须按照该企业职工的平均工资计算。"),
        cite("EBL 113(3)"),
    )


def construction_priority_is_in_time(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """CCI 41: the priority of a construction price lapses eighteen months after the price was due."""
    if attempt.data["claim_class"] != ClaimClass.SEC_CONSTR:
        return None
    due: date | None = attempt.data["price_due_on"]
    if due is None:
        return Obstacle(
            "price_due_unknown",
            Text("认定为建设工程价款优先债权的，请填写应当给付建设工程价款之日。"),
            law.CONSTRUCTION_PRIORITY_BASIS,
        )
    used: date = attempt.data["priority_used_on"] or claim.filed_on
    last = add_months(due, law.CONSTRUCTION_PRIORITY_MONTHS)
    if used <= last:
        return None
    return Obstacle(
        "construction_priority_lapsed",
        Text(
            "建设工程价款优先受偿权最长在应当给付价款之日（{due}）起{months}个月内行使，至{last}届满；"
            "{used}才行使的，请认定为普通债权。",
            due=due,
            months=law.CONSTRUCTION_PRIORITY_MONTHS,
            last=last,
            used=used,
        ),
        law.CONSTRUCTION_PRIORITY_BASIS,
    )
