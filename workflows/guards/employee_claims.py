"""Guards of the administrator's list of employees' claims, and of what employees ask to have corrected."""

from models.case import Case
from models.claim import Claim
from models.vocabulary import ClaimClass
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 48(2)")


def some_employees_are_listed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): what is shown is the list of employees' claims."""
    if contents_of(attempt).claims_of_class(ClaimClass.EMP):
        return None
    return Obstacle("no_employee_claims", Text("尚未列入职工债权。"), BASIS)


def is_on_the_list(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): only employees' claims are listed; other creditors file, and object when it is verified."""
    if "publicised_on" in claim.flags:
        return None
    return Obstacle(
        "not_on_the_list",
        Text("这不是管理人列出的职工债权；其他债权人在核查后提出异议。"),
        cite("EBL 48(2)", "EBL 58(3)"),
    )


def every_request_is_answered(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): the administrator corrects or refuses before the employee asks again."""
    if not claim.flags.get("correction_requested"):
        return None
    return Obstacle("request_is_open", Text("职工的更正要求尚未答复，请先更正或者说明不予更正。"), BASIS)


def correction_changes_the_list(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): a list that says the same as before was not corrected; it is refused with its reason."""
    data = attempt.data
    listed = [(figure.kind, figure.filed_fen) for figure in claim.figures]
    found = [(figure["kind"], figure["filed_fen"]) for figure in data["figures"]]
    if data["filed_fen"] != claim.filed_fen or data["basis"] != claim.basis or found not in ([], listed):
        return None
    return Obstacle(
        "nothing_is_corrected", Text("更正后的清单与原来相同；不予更正的，请记录不予更正并说明理由。"), BASIS
    )
