"""Guards of the choice of an administrator: AA 15 to 28; and of the appointment that follows it."""

from typing import Any

from models.administration import Appointment
from models.case import Case
from models.roster import Selection
from models.vocabulary import ApplicationState, CaseType, PartyKind, SelectionMethod
from workflows.law.citations import cite
from workflows.law.parameters import FEWEST_BIDDERS, STANDBYS_OF_COMPETITION
from workflows.law.thresholds import COMMITTEE_VOTES
from workflows.payloads.selection import ITEMS
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

SELECTING, SELECTED = "selecting", "selected_administrator"
"""Flags of a case: the number of the selection that is going on; who has been selected."""


def an_administrator_is_needed(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """EBL 13, 22(2): chosen is while an application is reviewed, or for a replacement in an open case."""
    case = selection.case
    if case.case_type == CaseType.BK_CASE and case.closed_on is None:
        return None
    reviewed = {ApplicationState.REVIEW.value, ApplicationState.OBJECTION.value}
    ordered = case.state == ApplicationState.APPEAL.value and case.flags.get("acceptance_ordered")
    if case.case_type == CaseType.BK_APPLICATION and (case.state in reviewed or ordered):
        return None
    return Obstacle(
        "no_administrator_needed",
        Text("选定管理人须在破产申请审查期间，或者在未结的破产案件中为更换管理人进行。"),
        cite("EBL 13", "EBL 22(2)", "AA 25"),
    )


def no_other_selection(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 20: one choice at a time; what has begun is finished or cancelled first."""
    going_on = selection.case.flags.get(SELECTING)
    if going_on is None:
        return None
    return Obstacle(
        "selection_going_on",
        Text("第{serial}号选定程序尚未结束，请先完成或者撤销。", serial=going_on),
        cite("AA 20"),
    )


def individuals_only_for_simple_cases(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 16, 17: normally a firm; an individual where facts, relations and property are simple."""
    if attempt.data["kind"] != PartyKind.PERSON or attempt.data["simple_case"]:
        return None
    return Obstacle(
        "not_a_simple_case",
        Text("从个人名册中指定管理人，须事实清楚、债权债务关系简单、债务人财产相对集中。"),
        cite("AA 16", "AA 17"),
    )


def enough_bidders(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(1): at least three firms compete."""
    numbers = {bid["number"] for bid in attempt.data["bids"]}
    if len(numbers) == len(attempt.data["bids"]) and len(numbers) >= FEWEST_BIDDERS:
        return None
    return Obstacle(
        "too_few_bidders",
        Text("参与竞争的社会中介机构不得少于{least}家，且不得重复。", least=FEWEST_BIDDERS),
        cite("AA 21(1)"),
    )


def bidders_are_candidates(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(1), 26: bidders stand on the frozen roster and are not left out."""
    eligible = {one["number"] for one in selection.candidates if not one["ground"]}
    strangers = [bid["number"] for bid in attempt.data["bids"] if bid["number"] not in eligible]
    if not strangers:
        return None
    return Obstacle(
        "not_a_candidate",
        Text("名册编号{numbers}不在候选名单中或者已被排除。", numbers=strangers),
        cite("AA 21(1)", "AA 26"),
    )


def committee_agrees(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(3): half of the members of the review committee or more vote for the one who is chosen."""
    votes = max((bid["votes"] for bid in attempt.data["bids"]), default=0)
    committee = attempt.data["committee"]
    if votes <= committee and COMMITTEE_VOTES.reached(votes, committee):
        return None
    return Obstacle(
        "committee_does_not_agree",
        Text(
            "得票最多的机构须经评审委员会成员二分之一以上通过：{votes}票，至少须{needs}票，至多{most}票。",
            votes=votes,
            needs=COMMITTEE_VOTES.needs(committee),
            most=committee,
        ),
        COMMITTEE_VOTES.basis,
    )


def one_bidder_leads(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(3): one firm is chosen; where two have the most votes, the committee votes again."""
    votes = sorted((bid["votes"] for bid in attempt.data["bids"]), reverse=True)
    if len(votes) < FEWEST_BIDDERS or votes[0] > votes[1]:
        return None
    return Obstacle(
        "votes_are_equal", Text("得票最多的机构不止一家，请评审委员会重新表决。"), cite("AA 21(3)")
    )


def one_or_two_stand_by(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(4): a competition names one or two stand-bys."""
    least, most = STANDBYS_OF_COMPETITION
    if least <= attempt.data["standbys"] <= most:
        return None
    return Obstacle("wrong_number_of_standbys", Text("应当确定一至两名备选机构。"), cite("AA 21(4)"))


def declares_no_conflict(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 23 to 26: every item must hold; where one does not, the conflict is declared instead."""
    if all(attempt.data[item] for item in ITEMS):
        return None
    return Obstacle(
        "conflict_declared",
        Text("有一项不能确认的，不得任命；请改为记录“声明有利害关系”。"),
        cite("EBL 24(3)", "AA 23", "AA 24", "AA 25", "AA 26"),
    )


def accepts_the_appointment(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 28(1): who does not accept refuses, with reasons."""
    if attempt.data["accepts"]:
        return None
    return Obstacle("not_accepted", Text("不接受指定的，请改为记录“拒绝指定”。"), cite("AA 28(1)"))


def somebody_stands_by(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 21(4): the next one takes over only where somebody still stands by."""
    if selection.waiting:
        return None
    return Obstacle("nobody_stands_by", Text("没有备选人，请重新进行选定。"), cite("AA 20", "AA 21(4)"))


def reason_not_yet_judged(selection: Selection, attempt: Attempt) -> Obstacle | None:
    """AA 28(1), 39(2): found once, and only where somebody has refused."""
    if selection.flags.get("refused") and not selection.flags.get("unfounded"):
        return None
    return Obstacle("no_refusal_to_judge", Text("没有待认定的拒绝指定。"), cite("AA 28(1)", "AA 39(2)"))


def is_by(method: SelectionMethod) -> Any:
    """A guard: the step belongs to this way of choosing."""

    def fits(selection: Selection, attempt: Attempt) -> Obstacle | None:
        if selection.method == method:
            return None
        return Obstacle(
            "other_method",
            Text("本次选定采用“{method}”方式。", method=selection.method),
            cite("AA 20", "AA 21"),
        )

    return fits


def names_the_selected(case: Case, attempt: Attempt) -> Obstacle | None:
    """AA 20, 27: the court appoints whom the selection has brought out."""
    selected = case.flags.get(SELECTED)
    if selected is None or attempt.data["administrator_name"] == selected["name"]:
        return None
    return Obstacle(
        "not_the_selected",
        Text("本案已选定“{name}”为管理人，只能指定该人选。", name=selected["name"]),
        cite("AA 20", "AA 27"),
    )


def selection_is_made(case: Case, attempt: Attempt) -> Obstacle | None:
    """AA 20: where the court has settled it so, nobody is appointed without a selection."""
    if not attempt.settings.get("selection_required") or case.flags.get("escalated"):
        return None
    if case.flags.get(SELECTED) is not None:
        return None
    return Obstacle("no_selection", Text("本院要求先选定管理人，再作出指定。"), cite("AA 20"))


def replacement_names_the_selected(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA 20, 38: the same where an administrator is replaced."""
    return names_the_selected(appointment.case, attempt)


def replacement_is_selected(appointment: Appointment, attempt: Attempt) -> Obstacle | None:
    """AA 20: the same where an administrator is replaced."""
    return selection_is_made(appointment.case, attempt)
