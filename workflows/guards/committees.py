"""Guards of the creditors' committee itself: EBL 67, 68; I3-13; section 11.4."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from models.committee import Committee, CommitteeMember, Deliberation
from models.estate import Meeting, Resolution
from models.vocabulary import MeetingCaller, MemberKind, ResolutionMatter, ResolutionState
from workflows.contents import contents_of
from workflows.guards.liquidation import gives_a_vote
from workflows.law import committee as law
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Guard, Obstacle

HOLDS = frozenset({ResolutionState.PASSED, ResolutionState.FINAL, ResolutionState.UPHELD})
"""Resolutions that the creditors are bound by: carried, and not before the court to be revoked."""
Rows = Iterable[Mapping[str, Any]]


def case_goes_on(part: Committee | Deliberation, attempt: Attempt) -> Obstacle | None:
    """EBL 67: a committee is for a case that goes on."""
    if part.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束或者正在结束。"), cite("EBL 67(1)", "EBL 68(1)"))


def none_is_in_office(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 67(1): there is one committee; its members are replaced, it is not chosen twice."""
    if contents_of(attempt).committee() is None:
        return None
    return Obstacle(
        "committee_exists",
        Text("本案已有债权人委员会；更换成员请在该委员会记录。"),
        cite("EBL 61(1)④", "EBL 67(1)"),
    )


def holds(resolution: Resolution | None) -> bool:
    """Whether a resolution binds the creditors now."""
    return resolution is not None and resolution.state in {state.value for state in HOLDS}


def resolved(*matters: ResolutionMatter) -> Guard:
    """A step that needs a carried resolution of the creditors' meeting, of one of these matters if named."""

    def guard(_part: Any, attempt: Attempt) -> Obstacle | None:
        found = contents_of(attempt).resolution(attempt.data["resolution_serial"])
        if found is not None and holds(found) and (not matters or found.matter in matters):
            early = attempt.on < found.voted_on
            return not_before(found.voted_on) if early else None
        wanted = (
            Text("须有债权人会议通过且未被撤销的决议，事项为：{matters}。", matters=list(matters))
            if matters
            else Text("须有债权人会议通过且未被撤销的决议。")
        )
        return Obstacle("no_resolution", wanted, cite("EBL 61", "EBL 64"))

    return guard


def not_before(voted_on: date) -> Obstacle:
    """What follows a resolution does not come before it."""
    return Obstacle(
        "before_the_resolution", Text("该决议于{day}作出，不能早于该日。", day=voted_on), cite("EBL 64")
    )


resolved_on_members = resolved(ResolutionMatter.M4)
resolved_by_the_meeting = resolved()


def resolution_is_not_used(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 61(1)④: members are replaced by a resolution of their own, not by the one that chose others."""
    serial = attempt.data["resolution_serial"]
    if serial not in {member.resolution.serial for member in committee.members}:
        return None
    return Obstacle(
        "resolution_is_used", Text("这项决议已经选任过成员；更换成员须另有决议。"), cite("EBL 61(1)④")
    )


def composition(creditors: int, staff: int) -> Obstacle | None:
    """EBL 67(1): at most nine, one of them for employees or trade union, the others for creditors."""
    if creditors + staff > law.MOST_MEMBERS:
        return Obstacle(
            "too_many_members",
            Text(
                "债权人委员会成员不得超过{most}人，现有{members}人。",
                most=law.MOST_MEMBERS,
                members=creditors + staff,
            ),
            law.COMPOSITION,
        )
    if staff != law.STAFF_MEMBERS:
        return Obstacle(
            "not_one_for_the_employees",
            Text(
                "须有且只有{wanted}名职工代表或者工会代表，现有{staff}名。",
                wanted=law.STAFF_MEMBERS,
                staff=staff,
            ),
            law.COMPOSITION,
        )
    if not creditors:
        return Obstacle("no_creditor", Text("须有债权人会议选任的债权人代表。"), law.COMPOSITION)
    return None


def composition_is_lawful(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 67(1): how many, and for whom, when the committee is chosen."""
    staff = staff_among(attempt.data["members"])
    return composition(len(attempt.data["members"]) - staff, staff)


def composition_stays_lawful(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 67(1): how many, and for whom, once the new members have taken their seats."""
    leaving = set(attempt.data["leaving"])
    stay = [one for one in committee.members_on(attempt.on) if one.position not in leaving]
    staff_now = sum(one.kind.is_staff for one in stay)
    staff = staff_among(attempt.data["members"])
    return composition(len(stay) - staff_now + len(attempt.data["members"]) - staff, staff_now + staff)


def staff_among(members: Rows) -> int:
    """How many of those chosen speak for employees or trade union."""
    return sum(member["kind"].is_staff for member in members)


def members_are_creditors(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 59, 67(1): a creditor's seat is that of a creditor who filed; each has one."""
    taken = {one.party_id for one in stay_on(committee, attempt) if one.party_id is not None}
    for member in attempt.data["members"]:
        if member["kind"] != MemberKind.CREDITOR:
            continue
        serial = member["claim_serial"]
        claim = contents_of(attempt).claim(serial) if serial else None
        if claim is None or not gives_a_vote(claim):
            return Obstacle(
                "not_a_creditor",
                Text("“{person}”须代表一名已申报债权的债权人，请填写其债权表序号。", person=member["person"]),
                cite("EBL 59(1)", "EBL 67(1)"),
            )
        if claim.party_id in taken:
            return Obstacle(
                "creditor_twice",
                Text("“{creditor}”只能有一名代表。", creditor=claim.party.name),
                cite("EBL 67(1)"),
            )
        taken.add(claim.party_id)
    return None


def stay_on(committee: Committee, attempt: Attempt) -> list[CommitteeMember]:
    """Who sits now and does not leave."""
    leaving = set(attempt.data.get("leaving", ()))
    return [one for one in committee.members_on(attempt.on) if one.position not in leaving]


def somebody_changes(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 61(1)④: somebody comes or goes, and who goes has a seat."""
    leaving = set(attempt.data["leaving"])
    seated = {one.position for one in committee.members_on(attempt.on)}
    if (leaving or attempt.data["members"]) and leaving <= seated:
        return None
    return Obstacle(
        "nobody_changes", Text("请写明离任的现任成员或者新选任的成员。"), cite("EBL 61(1)④", "EBL 67(1)")
    )


def resolution_still_holds(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """EBL 64(2), 67(2): recognised are members whose election has not been revoked since."""
    chosen_by = [one.resolution for one in committee.coming] or [committee.resolution]
    if all(holds(resolution) for resolution in chosen_by):
        return None
    return Obstacle(
        "resolution_revoked",
        Text("选任成员的决议已被撤销，或者正在审查是否撤销。"),
        cite("EBL 64(2)", "EBL 67(2)"),
    )


def powers_may_be_delegated(committee: Committee, attempt: Attempt) -> Obstacle | None:
    """I3-13: items 2, 3 and 5 of article 61(1), and never all powers of the meeting."""
    asked = set(attempt.data["matters"])
    if asked == set(ResolutionMatter):
        return Obstacle(
            "all_powers_delegated",
            Text("债权人会议不得概括授权，委托委员会行使其所有职权。"),
            law.DELEGATION,
        )
    beyond = [matter for matter in ResolutionMatter if matter in asked and matter not in law.DELEGABLE]
    if not beyond:
        return None
    return Obstacle(
        "power_not_delegable",
        Text(
            "“{beyond}”应当由债权人会议自己行使；可以委托的只有：{delegable}。",
            beyond=beyond,
            delegable=list(law.DELEGABLE),
        ),
        law.DELEGATION,
    )


def in_office(committee: Committee | None, on: date) -> bool:
    """EBL 67(2): whether a committee has recognised members on a day."""
    return committee is not None and bool(committee.members_on(on))


def committee_is_in_office(part: Any, attempt: Attempt) -> Obstacle | None:
    """EBL 67(2): only a committee whose members the court has recognised acts."""
    if in_office(contents_of(attempt).committee(), attempt.on):
        return None
    return Obstacle(
        "no_committee", Text("本案没有成员经法院认可的债权人委员会。"), cite("EBL 67(2)", "EBL 68(1)")
    )


def proposed_by_a_committee_in_office(meeting: Meeting, attempt: Attempt) -> Obstacle | None:
    """EBL 62(2), 68(1)③: a committee that asks for a meeting is one whose members sit."""
    if attempt.data["called_by"] != MeetingCaller.COMMITTEE:
        return None
    return committee_is_in_office(meeting, attempt)
