"""Guards of the committee's decisions: all members' votes, dissent, the majority of all (I3-13, I3-14)."""

from collections import Counter
from typing import Any

from models.committee import Deliberation
from models.vocabulary import DeliberationState, VoteCast
from workflows.calculations.committee import Count, count
from workflows.contents import contents_of
from workflows.law import committee as law
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def every_member_is_named_once(deliberation: Deliberation, attempt: Attempt) -> Obstacle | None:
    """I3-14(1): the whole is all members, so that each is accounted for."""
    committee = contents_of(attempt).committee()
    seats = Counter([] if committee is None else [one.position for one in committee.members_on(attempt.on)])
    told = Counter(vote["member"] for vote in attempt.data["votes"])
    missing, too_many = sorted(seats - told), sorted(told - seats)
    if not missing and not too_many:
        return None
    lacking = Text("须逐一记明全体现任成员的表决，未参加的也要记明；缺第{seats}号成员。", seats=missing)
    beyond = Text("第{seats}号不是现任成员，或者记了不止一次。", seats=too_many)
    lines = [line for line, found in ((lacking, missing), (beyond, too_many)) if found]
    return Obstacle("members_not_accounted_for", together(lines), cite("I3 14(1)"))


def together(lines: list[Text]) -> Text:
    """One reason of one or two sentences."""
    return lines[0] if len(lines) == 1 else Text("{first}{second}", first=lines[0], second=lines[1])


def dissent_is_recorded(deliberation: Deliberation, attempt: Attempt) -> Obstacle | None:
    """I3-14(1): who is of another opinion has it stated in the record."""
    silent = [
        vote["member"]
        for vote in attempt.data["votes"]
        if vote["vote"] == VoteCast.AGAINST and not vote["dissent"]
    ]
    if not silent:
        return None
    return Obstacle(
        "dissent_not_recorded",
        Text("第{silent}号成员反对，应当记明其不同意见。", silent=silent),
        cite("I3 14(1)"),
    )


def power_is_the_committees(deliberation: Deliberation, attempt: Attempt) -> Obstacle | None:
    """EBL 68(1)④, I3-13: what is the meeting's is the committee's only where it was delegated."""
    matter = law.NEEDS.get(attempt.data["power"])
    committee = contents_of(attempt).committee()
    if matter is None or (committee is not None and matter.value in committee.delegated):
        return None
    return Obstacle(
        "power_not_delegated", Text("债权人会议没有委托“{matter}”。", matter=matter), law.DELEGATION
    )


def counted(attempt: Attempt) -> Count:
    """What the votes supplied come to (I3-14(1))."""
    return count(vote["vote"] for vote in attempt.data["votes"])


def decision_is_carried(deliberation: Deliberation, attempt: Attempt) -> Obstacle | None:
    """I3-14(1): carried is what more than half of all members consent to."""
    result = counted(attempt)
    if result.carried:
        return None
    return Obstacle("decision_not_carried", told(result), cite("I3 14(1)"))


def decision_is_lost(deliberation: Deliberation, attempt: Attempt) -> Obstacle | None:
    """I3-14(1): what more than half of all members consent to is not lost."""
    result = counted(attempt)
    if not result.carried:
        return None
    return Obstacle("decision_carried", told(result), cite("I3 14(1)"))


def told(result: Count) -> Text:
    """The count and its threshold in one line."""
    votes, share, *_ = result.working
    return Text("{votes}{share}", votes=votes, share=share)


def decision_of_the_committee(part: Any, attempt: Attempt) -> Obstacle | None:
    """I3-14(1): what the committee asks for it has decided by the votes of its members."""
    found = contents_of(attempt).deliberation(attempt.data["decision_serial"])
    if found is not None and found.state == DeliberationState.CARRIED and found.decided_on <= attempt.on:
        return None
    return Obstacle("no_decision", Text("须有债权人委员会已经通过的决定。"), cite("I3 14(1)", "EBL 68"))
