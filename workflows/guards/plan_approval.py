"""Guards of the application to approve a plan that a class refused (EBL 86, 87(1)(2))."""

from models.estate import Resolution
from models.plan_approval import PlanApproval
from models.vocabulary import MotionState, VotingGroup
from workflows.contents import contents_of
from workflows.guards.plan_votes import REFUSED, has_passed
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def classes_of(attempt: Attempt) -> dict[VotingGroup, list[Resolution]]:
    """The votes of every class that has voted, in their order."""
    found: dict[VotingGroup, list[Resolution]] = {}
    for vote in contents_of(attempt).class_votes():
        if vote.group is not None:
            found.setdefault(vote.group, []).append(vote)
    return found


def some_class_has_lost(approval: PlanApproval, attempt: Attempt) -> Obstacle | None:
    """EBL 86, 87(1): a plan that all classes passed is approved under article 86."""
    classes = classes_of(attempt)
    if any(not has_passed(votes[-1]) for votes in classes.values()):
        return None
    if not classes:
        return Obstacle("no_class_has_voted", Text("还没有表决组表决重整计划草案。"), cite("EBL 87(1)"))
    return Obstacle(
        "plan_is_passed",
        Text("表决的各组均已通过，依照第八十六条申请批准。"),
        cite("EBL 86(1)", "EBL 86(2)"),
    )


def no_class_is_voting(approval: PlanApproval, attempt: Attempt) -> Obstacle | None:
    """EBL 87(1): every class that votes has been counted."""
    motions = contents_of(attempt).plan_motions()
    voting = [motion.group for motion in motions if motion.state == MotionState.OPEN.value]
    if not voting:
        return None
    return Obstacle("class_is_voting", Text("正在表决：{groups}。", groups=voting), cite("EBL 87(1)"))


def no_second_vote_is_open(approval: PlanApproval, attempt: Attempt) -> Obstacle | None:
    """EBL 87(2): a class that lost has refused a second vote, or lost it too."""
    still_open = [
        group
        for group, votes in classes_of(attempt).items()
        if len(votes) == 1 and not has_passed(votes[0]) and REFUSED not in votes[0].flags
    ]
    if not still_open:
        return None
    return Obstacle(
        "second_vote_is_open",
        Text("{groups}尚可在协商后再表决一次；拒绝再次表决的，先在其决议中记录。", groups=still_open),
        cite("EBL 87(1)", "EBL 87(2)"),
    )


def some_class_has_passed(approval: PlanApproval, attempt: Attempt) -> Obstacle | None:
    """EBL 87(1), M2018-18: some classes refused, not all; where the court asks for it."""
    classes = classes_of(attempt)
    if not attempt.settings["cram_down_needs_a_class"] or not classes:
        return None
    if any(has_passed(votes[-1]) for votes in classes.values()):
        return None
    return Obstacle(
        "no_class_has_passed",
        Text("没有一个表决组通过重整计划草案，不能申请强制批准。"),
        cite("EBL 87(1)", "M2018 18"),
    )


def no_application_is_pending(approval: PlanApproval, attempt: Attempt) -> Obstacle | None:
    """EBL 87(2): one application at a time; a changed one comes in place of one that was withdrawn."""
    if not contents_of(attempt).approvals_pending():
        return None
    return Obstacle(
        "application_is_pending", Text("已经提出批准申请；需要更改的，先撤回。"), cite("EBL 87(2)")
    )
