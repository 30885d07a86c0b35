"""Guards of the appeal against a refusal."""

from models.case import Case
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


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
