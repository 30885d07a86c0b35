"""Guards of the votes on a reorganization plan, class by class (EBL 82 to 87; I3-11(2))."""

from collections.abc import Mapping
from typing import Any

from models.estate import Resolution
from models.vocabulary import MotionState, ResolutionMatter, ResolutionState, VotingGroup
from models.voting import Motion
from workflows.calculations.equity_roll import equity_roll, ways_of
from workflows.calculations.voting_roll import Question, roll
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.payloads.serials import serials_of
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BY_SIZE = frozenset({VotingGroup.ORDINARY, VotingGroup.SMALL})
"""The two classes that a bound in yuan keeps apart (EBL 82(2))."""
REFUSED = "refused_again_on"
"""The flag of a lost vote whose class will not vote again (EBL 87(2))."""


def has_passed(vote: Resolution) -> bool:
    """Whether a class has passed the plan by this vote."""
    return vote.state != ResolutionState.FAILED.value


def votes_of(attempt: Attempt, group: VotingGroup | None) -> list[Resolution]:
    """The votes of a class on the plan that were not revoked, in their order."""
    return [vote for vote in contents_of(attempt).class_votes() if vote.group == group]


def class_may_vote(voted: Motion | Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 84(2), 87(1): a class votes once; if the plan was lost, once more after consultation."""
    group = attempt.data.get("group")
    votes = votes_of(attempt, group) if group is not None else []
    if any(map(has_passed, votes)):
        return Obstacle(
            "class_has_passed",
            Text("{group}已经通过，不再表决。", group=group),
            cite("EBL 84(2)"),
        )
    if any(REFUSED in vote.flags for vote in votes):
        return Obstacle("class_refused", Text("{group}已经拒绝再次表决。", group=group), cite("EBL 87(2)"))
    if len(votes) > 1:
        return Obstacle(
            "class_voted_twice", Text("{group}只能再表决一次，已经表决两次。", group=group), cite("EBL 87(1)")
        )
    if votes and not attempt.data.get("consultation"):
        return Obstacle(
            "not_consulted",
            Text("{group}此前未通过，须先协商才可以再表决一次；请写明协商的情况。", group=group),
            cite("EBL 87(1)"),
        )
    return None


def class_is_not_being_voted_on(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """One vote of a class at a time."""
    group, others = attempt.data["group"], contents_of(attempt).plan_motions()
    if group is None or not any(m.group == group and m.state == MotionState.OPEN.value for m in others):
        return None
    return Obstacle(
        "class_is_voting", Text("{group}正在表决，请先计票或者撤回。", group=group), cite("EBL 84(2)")
    )


def small_claims_have_one_bound(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 82(2): what keeps small claims apart is the same in both classes, so that each claim votes once."""
    data = attempt.data
    if data["group"] not in BY_SIZE:
        return None
    bounds = {m.small_up_to_fen for m in contents_of(attempt).plan_motions() if m.group in BY_SIZE}
    if not bounds - {data["small_up_to_fen"]}:
        return None
    return Obstacle(
        "another_bound",
        Text("普通债权组和小额债权组须按同一上限划分；已经提交表决的上限不同，请先撤回。"),
        cite("EBL 82(2)"),
    )


def investors_come_from_the_list(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 85(2): the class is whom the list of investors names; it is typed only where there is no list."""
    if attempt.data["group"] != VotingGroup.EQUITY:
        return None
    listed, typed = bool(contents_of(attempt).holdings()), bool(attempt.data["investors"])
    if listed and typed:
        return Obstacle(
            "investors_are_listed",
            Text("本案已有出资人名册，出资人组按名册编制，不在此填写；名册有误的，请先更正名册。"),
            cite("EBL 85(2)"),
        )
    if not listed and not typed:
        return Obstacle(
            "no_investors",
            Text("本案还没有出资人名册；请先登记出资人，没有条件登记的，在此填写出资人。"),
            cite("EBL 85(2)"),
        )
    return None


def rights_are_of_the_list(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """CL 65, 116(1): by contributions in a limited company, by shares in a joint-stock company."""
    wanted = attempt.data["rights_by"]
    if wanted is None or wanted in ways_of(contents_of(attempt).holdings()):
        return None
    return Obstacle(
        "rights_not_of_the_list",
        Text("出资人名册没有按{by}登记，不能据以行使表决权；请另选，或者不选。", by=wanted),
        cite("CL 65", "CL 116(1)"),
    )


def unaffected_are_there(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 85(2); I3-11(2): who is left out of a class is in the claims table, or on the list of investors."""
    if attempt.data["group"] == VotingGroup.EQUITY:
        return unaffected_investors_are_listed(attempt)
    missing = contents_of(attempt).claims_missing(serials_of(attempt.data["unaffected"]))
    if not missing:
        return None
    return Obstacle(
        "no_such_claim",
        Text("债权表中没有这些序号：{serials}。", serials=sorted(missing)[:20]),
        cite("I3 11(2)"),
    )


def unaffected_investors_are_listed(attempt: Attempt) -> Obstacle | None:
    """EBL 85(2): an investor who is left out is on the list; of a list that is typed each row says so."""
    there = {one.serial for one in contents_of(attempt).holdings()}
    missing = serials_of(attempt.data["unaffected"]) - there
    if not missing:
        return None
    return Obstacle(
        "no_such_investor",
        Text("出资人名册中没有这些序号：{serials}。", serials=sorted(missing)[:20]),
        cite("EBL 85(2)"),
    )


def class_has_a_member(motion: Motion, attempt: Attempt) -> Obstacle | None:
    """EBL 82, 85(2); I3-11(2): a class is formed of who is affected and has a vote; else there is none."""
    data = attempt.data
    if data["group"] is None or has_a_member(data, attempt):
        return None
    return Obstacle(
        "class_is_empty",
        Text("{group}没有权益受到调整或者影响、享有表决权的人，不设该组，不必表决。", group=data["group"]),
        cite("EBL 82(1)", "EBL 85(2)", "I3 11(2)"),
    )


def has_a_member(data: Mapping[str, Any], attempt: Attempt) -> bool:
    """Whether anybody would have a vote in a class."""
    if data["group"] == VotingGroup.EQUITY:
        return has_an_investor(data, attempt)
    question = Question(
        ResolutionMatter.M6,
        data["group"],
        data["small_up_to_fen"],
        serials_of(data["unaffected"]),
    )
    return any(right.may_vote for right in roll(question, contents_of(attempt).stakes()))


def has_an_investor(data: Mapping[str, Any], attempt: Attempt) -> bool:
    """Whether an investor would have a vote; where none are named, another guard says so."""
    holdings = contents_of(attempt).holdings()
    if not holdings:
        return not data["investors"] or any(not one["unaffected"] for one in data["investors"])
    by = data["rights_by"] or ways_of(holdings)[0]
    return any(right.why is None for right in equity_roll(holdings, by, serials_of(data["unaffected"])))


def class_could_vote_again(resolution: Resolution, attempt: Attempt) -> Obstacle | None:
    """EBL 87(2): refused is a second vote that was open: of a class that has lost its first."""
    votes = votes_of(attempt, resolution.group) if resolution.group is not None else []
    if len(votes) == 1 and votes[0].id == resolution.id and REFUSED not in resolution.flags:
        return None
    return Obstacle(
        "no_second_vote_is_open",
        Text("只有重整计划草案的表决组在第一次表决未通过后，才有是否再次表决的问题。"),
        cite("EBL 87(1)", "EBL 87(2)"),
    )
