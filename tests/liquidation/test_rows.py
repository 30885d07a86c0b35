"""Which rows of section 5 may be taken at which stage, and by whom they may not."""

from collections.abc import Callable

import pytest

from tests.liquidation.playing import CLERK, JUDGE, Liquidation, today

At = Callable[[str], Liquidation]
EVERYWHERE = {"take_over", "publish_acceptance", "appoint_chair", "see_to_effect", "dispose_asset"}
STEPS_BY_THE_JUDGE = {
    "opened": {
        *EVERYWHERE,
        "request_declaration",
        "declare_bankruptcy",
        "dismiss_application",
        "propose_management_plan",
        "propose_realisation_plan",
        "request_termination_43",
        "terminate_105",
        "terminate_108",
        "terminate_unable",
    },
    "met": {
        "appoint_chair",
        "see_to_effect",
        "dispose_asset",
        "request_confirmation",
        "confirm_claims",
        "fix_provisional_amounts",
        "request_declaration",
        "declare_bankruptcy",
        "dismiss_application",
        "propose_management_plan",
        "propose_realisation_plan",
        "request_termination_43",
        "terminate_105",
        "terminate_108",
        "terminate_unable",
    },
    "declared": {
        "appoint_chair",
        "see_to_effect",
        "dispose_asset",
        "propose_management_plan",
        "propose_realisation_plan",
        "propose_distribution_plan",
        "request_termination_43",
        "request_termination_120",
        "terminate_105",
        "terminate_unable",
        "deposit_unclaimed_share",
        "release_unclaimed_share",
    },
    "planned": {
        "appoint_chair",
        "see_to_effect",
        "dispose_asset",
        "propose_management_plan",
        "propose_realisation_plan",
        "distribute",
        "final_distribution",
        "request_termination_43",
        "request_termination_120",
        "terminate_105",
        "terminate_unable",
        "deposit_unclaimed_share",
        "release_unclaimed_share",
    },
    "reorganised": {
        "appoint_chair",
        "see_to_effect",
        "dispose_asset",
        "request_confirmation",
        "confirm_claims",
        "fix_provisional_amounts",
        "dismiss_application",
        "propose_management_plan",
        "request_termination_43",
        "terminate_105",
        "terminate_108",
    },
}
STEPS_BY_THE_JUDGE["composed"] = (STEPS_BY_THE_JUDGE["reorganised"] | EVERYWHERE) - {
    "request_confirmation",
    "confirm_claims",
    "fix_provisional_amounts",
}
RULINGS = {"declare_bankruptcy", "dismiss_application", "confirm_claims", "terminate_108", "terminate_105"}


@pytest.mark.parametrize("stage", list(STEPS_BY_THE_JUDGE))
def test_what_may_be_done_next_is_what_section_5_says(at: At, stage: str) -> None:
    assert at(stage).allowed(JUDGE) == STEPS_BY_THE_JUDGE[stage]


@pytest.mark.parametrize("stage", ["opened", "met", "declared", "reorganised"])
def test_a_clerk_may_do_all_but_rulings(at: At, stage: str) -> None:
    by_judge, by_clerk = at(stage).allowed(JUDGE), at(stage).allowed(CLERK)

    assert by_clerk < by_judge
    assert not by_clerk & RULINGS


def test_who_does_not_work_on_the_case_may_do_nothing(met: Liquidation) -> None:
    assert met.allowed("tangbo") == set()
    assert met.allowed("gaoyuan") == set()


OF_LIQUIDATION_ONLY = (
    "declare_bankruptcy",
    "request_declaration",
    "propose_realisation_plan",
    "propose_distribution_plan",
    "distribute",
    "final_distribution",
    "request_termination_120",
    "terminate_unable",
)


@pytest.mark.parametrize("stage", ["reorganised", "composed"])
def test_reorganization_and_composition_know_nothing_else_of_liquidation(at: At, stage: str) -> None:
    refusals = [at(stage).refused(at(stage).step, name, JUDGE) for name in OF_LIQUIDATION_ONLY]

    assert refusals == [["wrong_state"]] * len(OF_LIQUIDATION_ONLY)


def test_an_enterprise_that_is_typed_again_is_the_same_creditor(met: Liquidation) -> None:
    first, again = met.file("江澜市再报贸易有限公司", 1000), met.file("江澜市再报贸易有限公司", 2000)
    other = met.file("江澜市再报贸易有限公司分公司", 1000)

    creditors = [met.part("claims", serial).party_id for serial in (first, again, other)]

    assert creditors[0] == creditors[1] != creditors[2]


def test_employees_of_one_name_are_two_creditors(met: Liquidation) -> None:
    employee = {"creditor_name": "赵工", "filed_fen": "1000", "basis": "工资", "publicised_on": today(met)}

    serials = [met.begin("claims", "list_employee_claim", **employee) for _ in range(2)]

    creditors = [met.part("claims", serial).party_id for serial in serials]
    assert creditors[0] != creditors[1]
