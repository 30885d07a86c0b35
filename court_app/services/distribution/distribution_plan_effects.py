"""What becomes of a plan of distribution: proposed, voted on, ruled, reconsidered (EBL 64 to 66, 115)."""

from collections.abc import Callable

from sqlalchemy import select

from court_app.services.distribution.distribution_plans import keep_plan
from court_app.services.meetings.meeting_effects import keep_resolution
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import DistributionPlan
from models.vocabulary import PlanState
from workflows.guards.holdings import RECONSIDERING

BY_RULING = frozenset({PlanState.COURT_RULED, PlanState.RECOGNISED})
"""How a plan stands once the court has ruled on it (EBL 65(2), 115(3))."""


def propose_distribution_plan(taken: Taken) -> None:
    """Keep the plan with its table; a changed draft after a failed vote is for the second vote."""
    state = PlanState(taken.case.flags.get("distribution_plan", PlanState.PROPOSED.value))
    keep_plan(taken, state)
    taken.case.flags = {**taken.case.flags, "distribution_plan": state.value}


def plan_of(taken: Taken) -> DistributionPlan | None:
    """The latest plan of the case."""
    return taken.occasion.session.scalar(
        select(DistributionPlan)
        .where(DistributionPlan.case_id == taken.case.id)
        .order_by(DistributionPlan.serial.desc())
        .limit(1)
    )


def mark_distribution_plan(taken: Taken) -> None:
    """The plan stands as the case's flag says; a vote is kept as a resolution with its figures."""
    plan = plan_of(taken)
    state = PlanState(taken.case.flags["distribution_plan"])
    if plan is not None:
        plan.state = state
        plan.ruled_on = taken.on if state in BY_RULING else None
        taken.found.update(
            available_fen=plan.available_fen,
            remuneration_fen=plan.remuneration_fen,
            plan_text=plan.order_and_ratio,
            plan_method=plan.method,
        )
    if "for_heads" in taken.data:
        keep_resolution(taken, "distribution_plan", passed=state == PlanState.PASSED)


def record_reconsideration(taken: Taken) -> None:
    """A ruling that is not upheld adopts no plan: the plan stands where it stood before (EBL 66)."""
    flag = taken.data["plan"]
    if flag == "distribution_plan" and taken.data["applicants"]:
        contents = CaseContents(taken.occasion.session, taken.case)
        held = RECONSIDERING.holding(taken.data, taken.settings, contents)
        taken.found.update(holds_fen=held.held_fen, total_fen=held.total_fen)
    if taken.data["upheld"]:
        return
    before = PlanState.FAILED_TWICE if flag == "distribution_plan" else PlanState.FAILED_ONCE
    taken.case.flags = {**taken.case.flags, flag: before.value}
    plan = plan_of(taken)
    if flag == "distribution_plan" and plan is not None:
        plan.state, plan.ruled_on = before, None


DISTRIBUTION_PLAN_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "propose_distribution_plan": propose_distribution_plan,
    "mark_distribution_plan": mark_distribution_plan,
    "rule_distribution_plan": mark_distribution_plan,
    "record_reconsideration": record_reconsideration,
}
