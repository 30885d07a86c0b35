"""Guards of the appeal against a refusal or a dismissal."""

from models.case import Case
from models.vocabulary import CaseType
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def against_dismissal(case: Case) -> bool:
    """EBL 12(2): whether the appeal is about a dismissal after acceptance, and not about a refusal."""
    return case.parent is not None and case.parent.case_type == CaseType.BK_CASE


def against_refusal(case: Case) -> bool:
    """EBL 12(1): whether the appeal is about a refusal to accept."""
    return not against_dismissal(case)


def appeal_is_against_refusal(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(1), CPL-I 330: acceptance is ordered where it was refused."""
    if against_refusal(case):
        return None
    return Obstacle(
        "not_against_refusal",
        Text("本上诉针对驳回申请的裁定，不适用指令受理；应当撤销并指令继续审理。"),
        cite("EBL 12(2)", "CPL-I 330"),
    )


def appeal_is_against_dismissal(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(2), CPL-I 330: a case that was never accepted cannot be continued."""
    if against_dismissal(case):
        return None
    return Obstacle(
        "not_against_dismissal",
        Text("本上诉针对不予受理的裁定，不适用指令继续审理；应当撤销并指令受理。"),
        cite("EBL 12(1)", "CPL-I 330"),
    )


def appeal_is_docketed(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 183(2): the thirty days run from docketing, so nothing is ruled before it."""
    if case.flags.get("docketed"):
        return None
    return Obstacle("not_docketed", Text("上诉尚未立案。"), cite("CPL 183(2)"))


def appeal_is_not_docketed(case: Case, attempt: Attempt) -> Obstacle | None:
    """An appeal is docketed once."""
    if not case.flags.get("docketed"):
        return None
    return Obstacle("already_docketed", Text("上诉已经立案。"), cite("CPL 183(2)"))


def file_has_arrived(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 174(2): the first court sends the file with appeal and reply."""
    if case.parent is not None and case.parent.flags.get("appeal_file_sent"):
        return None
    return Obstacle("file_not_sent", Text("原审法院尚未报送上诉案卷。"), cite("CPL 174(2)"))
