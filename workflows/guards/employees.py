"""Guards of employees' claims: they are listed and shown, not filed (EBL 48(2))."""

from dataclasses import replace

from models.case import Case
from models.claim import Claim
from models.vocabulary import ClaimClass
from workflows.contents import contents_of
from workflows.guards.claim_classes import managers_have_the_average_wage
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 48(2)")


def some_employees_are_listed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): what is shown is the list of employees' claims."""
    if contents_of(attempt).claims_of_class(ClaimClass.EMP):
        return None
    return Obstacle("no_employee_claims", Text("尚未列入职工债权。"), BASIS)


def is_an_employees(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): correction of the list is for employees; other creditors dispute under article 58."""
    if claim.claim_class == ClaimClass.EMP:
        return None
    return Obstacle("not_an_employees_claim", Text("这不是职工债权。"), BASIS)


def correction_is_wanted(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): answered is what an employee has asked."""
    if claim.flags.get("list_disputed"):
        return None
    return Obstacle("correction_not_wanted", Text("职工没有要求更正，或者已经答复。"), BASIS)


def correction_was_refused(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): an employee sues where the administrator does not correct the list."""
    if claim.flags.get("correction_refused"):
        return None
    return Obstacle("correction_not_refused", Text("管理人尚未答复不予更正。"), BASIS)


def manager_has_the_average_wage(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 113(3): of a manager's entry, the corrected wages too are reckoned at the average wage."""
    told = {**attempt.data, "manager": bool(claim.flags.get("manager"))}
    return managers_have_the_average_wage(claim, replace(attempt, data=told))
