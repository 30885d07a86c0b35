"""The named effects of steps that a record cannot say by itself (`Transition.does`)."""

from collections.abc import Callable

from court_app.services.administrators.office_effects import OFFICE_EFFECTS
from court_app.services.administrators.selection_effects import SELECTION_EFFECTS
from court_app.services.casework.petitions import complete_papers, record_petition
from court_app.services.casework.publishing import PUBLICATION_EFFECTS
from court_app.services.claims.claim_effects import CLAIM_EFFECTS
from court_app.services.claims.set_off_effects import SET_OFF_EFFECTS
from court_app.services.distribution.distributing import DISTRIBUTION_EFFECTS
from court_app.services.distribution.distribution_plan_effects import DISTRIBUTION_PLAN_EFFECTS
from court_app.services.distribution.making_investors import INVESTOR_EFFECTS
from court_app.services.distribution.surplus import SURPLUS_EFFECTS
from court_app.services.equalisation.failed_plan_effects import FAILED_PLAN_EFFECTS
from court_app.services.estate.asset_costs import COST_EFFECTS
from court_app.services.estate.asset_effects import ASSET_EFFECTS
from court_app.services.estate.avoidance_effects import AVOIDANCE_EFFECTS
from court_app.services.estate.retrieval_effects import RETRIEVAL_EFFECTS
from court_app.services.estate.retrieval_money import RETRIEVAL_MONEY_EFFECTS
from court_app.services.estate.secured_returns import SECURED_RETURN_EFFECTS
from court_app.services.estate.spending_effects import SPENDING_EFFECTS
from court_app.services.fees.fee_effects import FEE_EFFECTS
from court_app.services.joint_debts.joint_effects import JOINT_EFFECTS
from court_app.services.meetings.committee_effects import COMMITTEE_EFFECTS
from court_app.services.meetings.meeting_effects import MEETING_EFFECTS
from court_app.services.meetings.plan_approvals import PLAN_APPROVAL_EFFECTS
from court_app.services.meetings.voting_effects import VOTING_EFFECTS
from court_app.services.papers.list_answers import LIST_EFFECTS
from court_app.services.papers.paperwork import PAPER_EFFECTS
from court_app.services.papers.service_of_papers import SERVICE_EFFECTS
from court_app.services.payments.differences import DIFFERENCE_EFFECTS
from court_app.services.payments.paying import PAYING_EFFECTS
from court_app.services.payments.refused_things import REFUSAL_EFFECTS
from court_app.services.payments.settling_shares import SETTLING_EFFECTS
from court_app.services.payments.unclaimed import UNCLAIMED_EFFECTS
from court_app.services.procedure.liquidation_effects import LIQUIDATION_EFFECTS
from court_app.services.procedure.step_records import Taken
from workflows.effects import mark_of


def record_appealability(taken: Taken) -> None:
    """Whether the ruling told the applicant of an appeal (row 12; open for transferred cases)."""
    taken.case.flags = {**taken.case.flags, "appealable": taken.data["appealable"]}


def record_effect(taken: Taken) -> None:
    """Tick off an effect that the court has seen to."""
    seen = {**taken.case.flags.get("effects", {})}
    seen[mark_of(taken.data["bundle"], taken.data["number"])] = {
        "on": taken.on.isoformat(),
        "by": taken.occasion.name,
        "remark": taken.data["remark"],
    }
    taken.case.flags = {**taken.case.flags, "effects": seen}


OWN_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_petition": record_petition,
    "complete_papers": complete_papers,
    "record_appealability": record_appealability,
    "record_effect": record_effect,
}


def together(*tables: dict[str, Callable[[Taken], None]]) -> dict[str, Callable[[Taken], None]]:
    """All effects by their names, each of which means one thing.

    Raises:
        ValueError: naming one that two tables have.
    """
    all_of_them: dict[str, Callable[[Taken], None]] = {}
    for table in tables:
        if twice := all_of_them.keys() & table.keys():
            raise ValueError(f"two effects bear one name: {sorted(twice)}")
        all_of_them |= table
    return all_of_them


EFFECTS = together(
    OWN_EFFECTS,
    CLAIM_EFFECTS,
    JOINT_EFFECTS,
    INVESTOR_EFFECTS,
    SURPLUS_EFFECTS,
    LIST_EFFECTS,
    SET_OFF_EFFECTS,
    MEETING_EFFECTS,
    VOTING_EFFECTS,
    ASSET_EFFECTS,
    DIFFERENCE_EFFECTS,
    COST_EFFECTS,
    AVOIDANCE_EFFECTS,
    COMMITTEE_EFFECTS,
    RETRIEVAL_EFFECTS,
    RETRIEVAL_MONEY_EFFECTS,
    DISTRIBUTION_EFFECTS,
    DISTRIBUTION_PLAN_EFFECTS,
    SETTLING_EFFECTS,
    PAYING_EFFECTS,
    UNCLAIMED_EFFECTS,
    REFUSAL_EFFECTS,
    OFFICE_EFFECTS,
    FEE_EFFECTS,
    FAILED_PLAN_EFFECTS,
    SPENDING_EFFECTS,
    SECURED_RETURN_EFFECTS,
    LIQUIDATION_EFFECTS,
    SELECTION_EFFECTS,
    PAPER_EFFECTS,
    PLAN_APPROVAL_EFFECTS,
    PUBLICATION_EFFECTS,
    SERVICE_EFFECTS,
)
