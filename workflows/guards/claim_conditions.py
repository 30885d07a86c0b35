"""Guards of what a claim depends on: its kind, its words, and the day that decides (EBL 46(1), 47, 117)."""

from datetime import date

from models.case import Case
from models.claim import Claim
from models.vocabulary import ConditionKind, ShareState
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 117(2)")


def condition_is_named(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 47: what a claim depends on is found together with its words, unless the creditor wrote them."""
    kind: ConditionKind | None = attempt.data["condition_kind"]
    if kind in {None, ConditionKind.NONE} or attempt.data["condition"] or claim.condition:
        return None
    return Obstacle(
        "condition_not_named",
        Text("认定为“{kind}”的，请写明条件、期限的内容。", kind=kind),
        cite("EBL 47", "EBL 117(1)"),
    )


def escrow_keeps_its_condition(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 117(2): a share that was laid aside is settled by its condition, not freed by a change of words."""
    kind: ConditionKind = attempt.data["condition_kind"]
    if kind.lays_aside or not contents_of(attempt).share(claim.serial, ShareState.CONDITIONAL):
        return None
    return Obstacle(
        "share_lies_in_escrow",
        Text("本债权已有因附条件而提存的分配额，请先“处理附条件债权的提存份额”。"),
        BASIS,
    )


def kind_of_condition_is_known(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 117(2): whether it goes to the creditor turns on the kind of condition."""
    claim = contents_of(attempt).claim(attempt.data["claim_serial"])
    if claim is None or claim.condition_kind.lays_aside:
        return None
    return Obstacle(
        "condition_kind_unknown",
        Text("该债权没有登记属于附生效条件还是附解除条件，请先在该债权中“登记所附条件、期限”。"),
        BASIS,
    )


def condition_came_about_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 117(2): what comes about after the last distribution was announced does not count any more."""
    announced, on = announced_on(case), attempt.data["came_about_on"]
    if announced is None or on is None or on <= announced:
        return None
    return Obstacle(
        "condition_came_about_too_late",
        Text(
            "条件于{on}成就，晚于最后分配公告日{announced}：以公告日为准，应按没有成就处理。",
            on=on,
            announced=announced,
        ),
        BASIS,
    )


def announced_on(case: Case) -> date | None:
    """The day on which the last distribution was announced; it decides."""
    told = case.flags.get("final_distribution_announced_on")
    return date.fromisoformat(told) if told else None
