"""Guards of the administrator's remuneration: its plan, objections, the final amount (AR 2 to 18)."""

from collections.abc import Sequence
from fractions import Fraction

from models.administration import Appointment
from models.remuneration import Remuneration
from models.vocabulary import (
    MeetingState,
    Payee,
    RemunerationState,
)
from workflows.calculations.remuneration_fixing import (
    above_limits,
    named,
    rates_chosen,
    rates_from,
    together,
)
from workflows.calculations.slicing import percentage
from workflows.contents import contents_of
from workflows.law.citations import Citation, cite
from workflows.payloads.remuneration import RATE_NAMES
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

S = RemunerationState


def case_goes_on(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 4: a plan is fixed once the application is accepted, while the case goes on."""
    if remuneration.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束或者正在结束，不再确定报酬方案。"), cite("AR 4"))


def case_has_an_estate(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 12: remuneration is fixed and paid while the case goes on, and after its last distribution."""
    if remuneration.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束。"), cite("AR 12(1)"))


def office_of(attempt: Attempt) -> Appointment | None:
    """The office whose remuneration it is: the one named, else the one that holds."""
    serial = attempt.data.get("appointment_serial")
    contents = contents_of(attempt)
    return contents.appointment_numbered(serial) if serial else contents.appointment()


def office_is_there(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 1: remuneration is an administrator's."""
    if office_of(attempt) is not None:
        return None
    return Obstacle(
        "no_such_office", Text("没有这个管理人任职；更换前的管理人请填写其任职序号。"), cite("AR 1", "AR 16")
    )


def office_has_no_plan_yet(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 8, 16: one remuneration for each administrator; an existing plan is changed, not fixed again."""
    office = office_of(attempt)
    known = [one for one in others(remuneration, attempt) if office and one.party_id == office.party_id]
    if not known:
        return None
    return Obstacle(
        "plan_exists",
        Text("该管理人已有第{serial}号报酬方案，请对其进行调整。", serial=known[0].serial),
        cite("AR 8(1)", "AR 16"),
    )


def others(remuneration: Remuneration, attempt: Attempt) -> list[Remuneration]:
    """The remuneration of the other administrators of the case that is still collected."""
    found = contents_of(attempt).remunerations()
    return [one for one in found if one.serial != remuneration.serial and one.state != S.FORGONE]


def is_not_of_the_government(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 15: members of a clearing group whom the government has sent get none."""
    if attempt.data["payee"] != Payee.GOVERNMENT:
        return None
    return Obstacle(
        "government_is_not_paid",
        Text("清算组中有关政府部门派出的工作人员参与工作的，不收取报酬。"),
        cite("AR 15"),
    )


def local_percent_of(attempt: Attempt) -> int:
    """The high court's range as the court has set it, in percent of AR 2."""
    return int(attempt.settings["remuneration_local_percent"])


def chosen_rates(remuneration: Remuneration, attempt: Attempt) -> tuple[Fraction, ...]:
    """The rates that a step fixes: what was typed, else as before, else the limits."""
    given = [attempt.data["rates"].get(name) for name in RATE_NAMES]
    return rates_chosen(given, remuneration.rates or (), local_percent_of(attempt))


def rates_are_within_the_limits(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 2: no rate above the limit of its slice, the high court's range included."""
    return excess_of(
        chosen_rates(remuneration, attempt),
        local_percent_of(attempt),
        "rate_above_limit",
        cite("AR 2(1)", "AR 2(3)"),
    )


def rates_together_are_within_the_limits(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 16: the rates of administrators before and after a replacement are within one cap together."""
    earlier = [rates_from(one.rates) for one in others(remuneration, attempt)]
    if not earlier:
        return None
    summed = together(chosen_rates(remuneration, attempt), *earlier)
    return excess_of(
        summed, local_percent_of(attempt), "rates_together_above_limit", cite("AR 16", "AR 2(1)")
    )


def excess_of(
    rates: Sequence[Fraction], local_percent: int, code: str, basis: tuple[Citation, ...]
) -> Obstacle | None:
    """Every slice in which rates exceed their limit, in one sentence."""
    found = above_limits(rates, local_percent)
    if not found:
        return None
    told = [
        Text(
            "{slice}{rate}%，上限{limit}%",
            slice=named(one.slice),
            rate=percentage(one.rate),
            limit=percentage(one.limit),
        )
        for one in found
    ]
    if code == "rates_together_above_limit":
        return Obstacle(
            code, Text("更换前后管理人的报酬比例之和超出限制：{told}。请先调整原方案。", told=told), basis
        )
    return Obstacle(code, Text("报酬比例超出限制：{told}。", told=told), basis)


def was_not_reported(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 6(2): the plan is reported once."""
    if remuneration.reported_on is None:
        return None
    return Obstacle("already_reported", Text("方案已经向债权人会议报告。"), cite("AR 6(2)"))


def meeting_was_held(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 6(2): reported at the first meeting; a plan fixed later at the next one."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is not None and meeting.state == MeetingState.HELD.value:
        return None
    return Obstacle("meeting_not_held", Text("没有这次债权人会议，或者会议尚未召开。"), cite("AR 6(2)"))


def follows_no_bid(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 5(2): a plan that follows a bid stands, unless the meeting's objection is upheld."""
    if not remuneration.competitive:
        return None
    return Obstacle(
        "plan_follows_a_bid",
        Text("以公开竞争方式指定管理人的，报酬方案一般不予调整；债权人会议的异议成立的除外。"),
        cite("AR 5(2)"),
    )


def agreement_is_lawful(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 7(2): what was agreed breaks no mandatory law and harms nobody."""
    if attempt.data["is_lawful"]:
        return None
    return Obstacle(
        "agreement_unlawful",
        Text("协商结果违反强制性规定或者损害他人合法权益的，不能按照协商结果调整。"),
        cite("AR 7(2)"),
    )


def change_is_to_be_reported(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 8(2): the administrator tells committee or chair of a change, once for each."""
    if remuneration.flags.get("change_to_report"):
        return None
    return Obstacle("nothing_to_report", Text("没有待报告的方案调整。"), cite("AR 8(2)"))
