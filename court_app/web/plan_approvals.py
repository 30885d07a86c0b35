"""What is printed of an application to approve a plan that a class refused."""

from collections.abc import Callable, Mapping
from typing import cast

from flask import Blueprint

from court_app import visit
from court_app.services.meetings import plan_approval_sheets
from court_app.web.part_rows import found, printed, url_for_part
from court_app.web.parts import opened
from court_app.web.stepping import Answer
from models import PlanApproval

blueprint = Blueprint(
    "plan_approvals", __name__, url_prefix="/cases/<int:case_id>/plan_approvals/<int:serial>"
)


@blueprint.get("/<which>.pdf")
def sheet(case_id: int, serial: int, which: str) -> Answer:
    """The six conditions with their reasons, and the liquidation of that day, to be signed."""
    case, occasion = opened(case_id), visit.occasion()
    approval = cast(PlanApproval, found(case, "plan_approvals", serial))
    made: Mapping[str, Callable[[], bytes]] = {
        "conditions": lambda: plan_approval_sheets.conditions_sheet(occasion, approval)
    }
    return printed(made, which, f"{which}-{serial}", url_for_part(case, "plan_approvals", serial))
