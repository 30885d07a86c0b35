"""Guards of plans, votes and disposals: rows 17 to 22 of section 5, section 11.6."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from models.case import Case
from models.estate import Asset, Resolution
from models.vocabulary import (
    CLAIMS_TAKING_PART,
    AssetState,
    DeadlineKind,
    ResolutionMatter,
)
from workflows.calculations.majority import Majority, majority
from workflows.contents import contents_of
from workflows.deadlines import compute
from workflows.guards.application import clock_of
from workflows.guards.holdings import RECONSIDERING, they_hold_enough
from workflows.guards.supervision import days_before, reported_day_of
from workflows.law.citations import cite
from workflows.law.votes import VoteRule, rule_for
from workflows.text import Text
from workflows.transition import Attempt, Condition, Guard, Obstacle

ADOPTED = frozenset({"PASSED", "COURT_RULED", "RECOGNISED"})
PLAN_OF = {
    ResolutionMatter.M8: "mgmt_plan",
    ResolutionMatter.M9: "realisation_plan",
    ResolutionMatter.M10: "distribution_plan",
}
"""Which plan of the case a matter is about (EBL 61(1)⑧⑨⑩)."""
RULED_BY = {
    "mgmt_plan": DeadlineKind.REVIEW_65_1,
    "realisation_plan": DeadlineKind.REVIEW_65_1,
    "distribution_plan": DeadlineKind.REVIEW_65_2,
}
"""Which window for reconsideration a ruling on a plan opens (EBL 66)."""


def not_yet_adopted(plan: str) -> Guard:
    """A plan that is adopted is not proposed again (EBL 61(1)⑧⑨)."""

    def guard(case: Case, attempt: Attempt) -> Obstacle | None:
        if case.flags.get(plan) not in ADOPTED:
            return None
        return Obstacle(
            "plan_adopted", Text("该方案已经通过或者由法院裁定。"), cite("EBL 61(1)⑧", "EBL 61(1)⑨")
        )

    return guard


def no_plan_is_adopted(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 115: a new plan of distribution is put forward until one is adopted."""
    if case.flags.get("distribution_plan") not in ADOPTED:
        return None
    return Obstacle("plan_adopted", Text("分配方案已经通过或者由法院裁定。"), cite("EBL 115"))


def votes_twice_at_most(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 65(2): after two failed votes it is for the court to rule."""
    if case.flags.get("distribution_plan") != "FAILED_TWICE":
        return None
    return Obstacle("voted_twice", Text("分配方案两次表决未通过，由法院裁定。"), cite("EBL 65(2)"))


def plan_names_creditors(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 115(2)①②: a plan names the creditors and the claims that take part."""
    if contents_of(attempt).claims_in(*CLAIMS_TAKING_PART):
        return None
    return Obstacle(
        "plan_without_creditors",
        Text("分配方案缺少参加分配的债权人和债权额：还没有已确认、生效裁判确定或者有争议待定的债权。"),
        cite("EBL 115(2)①", "EBL 115(2)②"),
    )


def rule_of(voted: Mapping[str, Any]) -> VoteRule:
    """The rule for what was voted on, by which class if it is a plan of reorganization."""
    return rule_for(voted.get("matter"), voted.get("group"))


def result_of(attempt: Attempt) -> Majority:
    """What the figures of a vote come to, by the rule for its matter (EBL 64(1), 84(2), 97)."""
    data = attempt.data
    return majority(
        rule_of(data),
        present=data["present"],
        for_heads=data["for_heads"],
        for_fen=data["for_fen"],
        total_fen=data["total_fen"],
    )


def told(result: Majority) -> Text:
    """Both limbs in one line."""
    heads, amount, *_ = result.working
    return Text("{heads} {amount}", heads=heads, amount=amount)


def vote_is_carried(voted: Case | Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 64(1): passed is only what both limbs carry."""
    result = result_of(attempt)
    if result.passed:
        return None
    return Obstacle(
        "vote_not_carried",
        told(result),
        rule_of(attempt.data).basis,
    )


def vote_is_lost(voted: Case | Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 64(1), 65(2): what both limbs carry has not failed."""
    result = result_of(attempt)
    if not result.passed:
        return None
    return Obstacle("vote_carried", told(result), rule_of(attempt.data).basis)


def the_court_has_ruled(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 66: reconsidered is a ruling under article 65, nothing else."""
    if any(case.flags.get(plan) == "COURT_RULED" for plan in RULED_BY):
        return None
    return Obstacle("nothing_ruled", Text("法院没有就方案作出裁定，不适用复议。"), cite("EBL 65", "EBL 66"))


def reconsideration_is_open(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 66: within fifteen days; against the distribution plan only by half of the unsecured claims."""
    data = attempt.data
    plan: str = data["plan"]
    if case.flags.get(plan) != "COURT_RULED":
        return Obstacle("not_ruled", Text("该方案不是由法院裁定通过的。"), cite("EBL 65", "EBL 66"))
    last = last_day_to_reconsider(case, attempt, plan)
    if last is not None and data["asked_on"] > last:
        return Obstacle(
            "reconsideration_late", Text("申请复议的期限已于{day}届满。", day=last), cite("EBL 66")
        )
    return they_hold_enough(RECONSIDERING, attempt) if plan == "distribution_plan" else None


def last_day_to_reconsider(case: Case, attempt: Attempt, plan: str) -> date | None:
    """EBL 66: fifteen days from the announcement of the ruling, or from receipt of its notice."""
    kind, told_on = RULED_BY[plan], attempt.data["told_on"]
    clock = clock_of(case, kind)
    if clock is None or told_on is None or told_on <= clock.trigger_on:
        return clock.due_on if clock else None
    return compute(kind, told_on, attempt.settings["calendar"], on=attempt.on).due_on


def asset_of(attempt: Attempt) -> Asset | None:
    """The asset that the step names."""
    return contents_of(attempt).asset(attempt.data["asset_serial"])


def asset_is_for_sale(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 112: sold is what has been offered."""
    asset = asset_of(attempt)
    if asset is not None and asset.state == AssetState.FOR_SALE.value:
        return None
    return Obstacle("asset_not_offered", Text("没有这项财产，或者尚未确定变价方式。"), cite("EBL 112"))


def disposal_is_permitted(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-15(1), EBL 26: a major disposal needs an adopted plan; before the first meeting, leave."""
    asset = asset_of(attempt)
    if asset is None or not asset.major:
        return None
    if any(case.flags.get(plan) in ADOPTED for plan in ("mgmt_plan", "realisation_plan")):
        return None
    if not case.flags.get("first_meeting_held") and asset.flags.get("court_permitted"):
        return None
    return Obstacle(
        "major_disposal_not_permitted",
        Text("重大财产处分须有债权人会议通过或者法院裁定的方案；第一次会议之前须经法院许可。"),
        cite("I3 15(1)", "EBL 69", "EBL 26"),
    )


def major_disposal_was_reported(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-15(2): reported to the committee, or to the court, at least ten days before."""
    asset = asset_of(attempt)
    if asset is None or not asset.major:
        return None
    days, reported_on = days_before(attempt.on), reported_day_of(asset, attempt)
    if reported_on is not None and reported_on <= attempt.on - timedelta(days=days):
        return None
    return Obstacle(
        "disposal_not_reported",
        Text("重大财产处分须提前{days}日书面报告债权人委员会，没有委员会的报告法院。", days=days),
        cite("I3 15(2)", "EBL 69"),
    )


def sold_by_auction_unless_resolved(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 112(1): by auction, unless the creditors' meeting has resolved otherwise."""
    asset = asset_of(attempt)
    if asset is None or (asset.method and asset.method.is_by_law) or asset.flags.get("meeting_chose"):
        return None
    return Obstacle(
        "not_by_auction", Text("变价出售应当通过拍卖进行，债权人会议另有决议的除外。"), cite("EBL 112(1)")
    )


def was_lost_once(flag: str) -> Condition:
    """EBL 65(1): whether the meeting did not pass a plan, so that it goes to the court."""

    def lost(case: Case) -> bool:
        return bool(case.flags.get(flag) == "FAILED_ONCE")

    return lost
