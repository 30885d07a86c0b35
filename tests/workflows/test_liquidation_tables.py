"""What holds of every row of a liquidation: papers, addressees, clocks and their ends, effects."""

from typing import Any

import pytest

from models.vocabulary import (
    AppealState,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    LiquidationState,
    PeriodKind,
    RecipientKind,
    Role,
)
from tests.workflows.building import a_liquidation, an_attempt, code_of
from workflows.deadlines import RULES
from workflows.effects import BUNDLES, mark_of
from workflows.engine import Procedure
from workflows.guards.bankruptcy_case import effect_is_the_courts
from workflows.procedures.appeal import BANKRUPTCY_APPEAL
from workflows.procedures.appointment import APPOINTMENT
from workflows.procedures.asset import ASSET
from workflows.procedures.avoidance import AVOIDANCE
from workflows.procedures.bankruptcy_case import BANKRUPTCY_CASE
from workflows.procedures.claim import CLAIM
from workflows.procedures.committee import COMMITTEE, DELIBERATION
from workflows.procedures.court_fee import COURT_FEE
from workflows.procedures.failed_plan import FAILED_PLAN, PLAN_RECEIPT
from workflows.procedures.investor import INVESTOR
from workflows.procedures.joint_party import JOINT_PARTY
from workflows.procedures.liquidation_terms import STRUCK_OFF, SUPPLEMENTED, SURVIVING
from workflows.procedures.meeting import MEETING
from workflows.procedures.motion import MOTION
from workflows.procedures.plan_approval import PLAN_APPROVAL
from workflows.procedures.remuneration import REMUNERATION
from workflows.procedures.remuneration_payments import COLLATERAL_FEE, INSTALMENT
from workflows.procedures.resolution import RESOLUTION
from workflows.procedures.retrieval import RETRIEVAL
from workflows.procedures.secured_return import SECURED_RETURN
from workflows.procedures.set_off import SET_OFF
from workflows.procedures.spending import SPENDING
from workflows.procedures.submission import SUBMISSION
from workflows.procedures.supervision import DISPOSAL, INSPECTION
from workflows.transition import Transition

FEES = (REMUNERATION, INSTALMENT, COLLATERAL_FEE, COURT_FEE)
MEETINGS = (MEETING, MOTION, RESOLUTION, PLAN_APPROVAL)
SUPERVISION = (COMMITTEE, DELIBERATION, DISPOSAL, INSPECTION)
ESTATE = (ASSET, AVOIDANCE, RETRIEVAL, SPENDING, INVESTOR, SECURED_RETURN)
FAILED = (FAILED_PLAN, PLAN_RECEIPT)
PARTS = (
    CLAIM,
    JOINT_PARTY,
    SET_OFF,
    *MEETINGS,
    *ESTATE,
    *SUPERVISION,
    APPOINTMENT,
    SUBMISSION,
    *FEES,
    *FAILED,
)
ALL = (BANKRUPTCY_CASE, BANKRUPTCY_APPEAL, *PARTS)
ROWS = [(procedure, row) for procedure in ALL for row in procedure.transitions]
D, R, S = DocumentKind, RecipientKind, LiquidationState
ENDS_BY_ITSELF = {PeriodKind.WINDOW, PeriodKind.DEEMED, PeriodKind.POINT, PeriodKind.RANGE, PeriodKind.MIN}


def named(name: str, procedure: Procedure = BANKRUPTCY_CASE) -> tuple[Transition, ...]:
    """The rows of a name."""
    return procedure.named(name)


def served(name: str, kind: DocumentKind, procedure: Procedure = BANKRUPTCY_CASE) -> set[RecipientKind]:
    """On whom a paper of a step is served."""
    return {s.on for row in named(name, procedure) for s in row.serves if s.document == kind}


@pytest.mark.parametrize(
    ("name", "kind", "on"),
    [
        ("dismiss_application", D.DISMISSAL_RULING, {R.APPLICANT}),
        ("declare_bankruptcy", D.DECLARATION_RULING, {R.DEBTOR, R.ADMINISTRATOR}),
        ("declare_bankruptcy", D.DECLARATION_NOTICE, {R.KNOWN_CREDITORS}),
        ("declare_bankruptcy", D.DECLARATION_ANNOUNCEMENT, {R.PUBLIC}),
        ("publish_acceptance", D.CREDITOR_NOTICE, {R.KNOWN_CREDITORS}),
        ("publish_acceptance", D.ACCEPTANCE_ANNOUNCEMENT, {R.PUBLIC}),
        ("confirm_claims", D.CLAIMS_RULING, {R.ADMINISTRATOR, R.DEBTOR, R.KNOWN_CREDITORS}),
        ("recognise_distribution_plan", D.RECOGNITION_RULING, {R.ADMINISTRATOR}),
        ("rule_management_plan", D.MANAGEMENT_PLAN_RULING, {R.ADMINISTRATOR, R.KNOWN_CREDITORS}),
        ("rule_realisation_plan", D.REALISATION_PLAN_RULING, {R.ADMINISTRATOR, R.KNOWN_CREDITORS}),
        ("court_rules_distribution", D.DISTRIBUTION_PLAN_RULING, {R.ADMINISTRATOR, R.KNOWN_CREDITORS}),
        ("distribute", D.DISTRIBUTION_ANNOUNCEMENT, {R.PUBLIC}),
        ("final_distribution", D.DISTRIBUTION_ANNOUNCEMENT, {R.PUBLIC}),
        ("terminate_105", D.TERMINATION_105_RULING, {R.ADMINISTRATOR, R.DEBTOR, R.APPLICANT}),
        ("terminate_108", D.TERMINATION_ANNOUNCEMENT, {R.PUBLIC}),
        ("terminate_108", D.RESTORE_MEASURES_LETTER, {R.AUTHORITIES}),
        ("terminate_43", D.TERMINATION_ANNOUNCEMENT, {R.PUBLIC}),
        ("terminate_120", D.TERMINATION_ANNOUNCEMENT, {R.PUBLIC}),
        ("dismissal_effective", D.RESTORE_MEASURES_LETTER, {R.AUTHORITIES}),
        ("hand_to_treasury", D.TREASURY_LETTER, {R.TREASURY}),
    ],
)
def test_a_paper_of_section_13_reaches_whom_the_law_names(
    name: str, kind: DocumentKind, on: set[RecipientKind]
) -> None:
    assert served(name, kind) == on


@pytest.mark.parametrize("name", ["decide_replacement", "replace_ex_officio", "permit_resignation"])
def test_a_replacement_reaches_the_five_whom_aa_38_names(name: str) -> None:
    (row,) = named(name, APPOINTMENT)
    decision = row.documents[0].kind

    assert served(name, decision, APPOINTMENT) == {
        R.ADMINISTRATOR,
        R.OUTGOING_ADMINISTRATOR,
        R.APPLICANT,
        R.DEBTOR,
        R.REGISTRY,
    }
    assert row.announces


def test_every_paper_of_a_row_has_an_addressee() -> None:
    for procedure, row in ROWS:
        if procedure is BANKRUPTCY_CASE or procedure in PARTS:
            issued = {issue.kind for issue in row.documents} - {D.CASE_COVER}
            assert issued == {s.document for s in row.serves}, row.name


def test_what_is_announced_has_an_announcement_and_nothing_else_has() -> None:
    for _, row in ROWS:
        to_the_public = {s.document for s in row.serves if s.on == R.PUBLIC}
        assert bool(to_the_public) == row.announces, row.name


def test_the_ways_to_the_end_that_are_announced_are_those_of_section_13() -> None:
    announced = {row.name for row in BANKRUPTCY_CASE.transitions if row.announces}

    assert announced == {
        "publish_acceptance",
        "declare_bankruptcy",
        "distribute",
        "final_distribution",
        "terminate_43",
        "terminate_108",
        "terminate_120",
        "terminate_unable",
    }


def test_what_a_court_decides_leaves_a_paper() -> None:
    without = {
        "see_to_effect",
        "drop_objection",
        "decide_rank",
        "permit_disposal",
        "approve_spending",
        "refuse_spending",
        "let_go_of_proceeds",
        "cancel",
        "end_surviving",
        "serve_appeal_copy",
        "send_appeal_file",
        "extension_of_time",
        "record_failed_plan",
        "correct_failed_plan",
        "cancel_failed_plan",
    }
    for _, row in ROWS:
        by_the_bench = row.actor == LegalActor.COURT and row.recorded_by == frozenset({Role.JUDGE})
        if by_the_bench and row.name not in without:
            assert row.documents, row.name


def started(procedure: Procedure) -> set[DeadlineKind]:
    """Every clock that a procedure starts, by itself or by service of its papers."""
    rows = procedure.transitions
    by_service = {s.starts for row in rows for s in row.serves if s.starts is not None}
    return {start.kind for row in rows for start in row.starts} | by_service


@pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.name)
def test_every_clock_that_is_started_is_ended_or_ends_by_itself(procedure: Procedure) -> None:
    rows = procedure.transitions
    ended = {kind for row in rows for kind in (*row.ends, *row.cancels)}
    within = {s.within for row in rows for s in row.serves if s.within is not None}

    for kind in started(procedure):
        by_itself = RULES[kind].period_kind in ENDS_BY_ITSELF
        assert kind in ended | within or by_itself, kind


@pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.name)
def test_no_row_ends_a_clock_that_its_procedure_never_starts(procedure: Procedure) -> None:
    from_the_petition = {DeadlineKind.BA_DEBTOR_DOCS}
    for row in procedure.transitions:
        for kind in (*row.ends, *row.cancels):
            assert kind in started(procedure) | from_the_petition, (row.name, kind)


def test_a_floor_never_runs_as_a_clock() -> None:
    for procedure in ALL:
        for kind in started(procedure):
            assert RULES[kind].period_kind not in {PeriodKind.LOOKBACK, PeriodKind.NONE, PeriodKind.BAR}


def test_a_step_that_the_law_itself_brings_about_is_recorded_by_the_system() -> None:
    for _, row in ROWS:
        if row.automatic_after is not None:
            assert Role.SYSTEM in row.recorded_by
            assert row.automatic_after in row.ends, "the clock has run out, nobody cancelled it"


def test_only_the_two_rulings_of_article_12_may_be_appealed_and_only_by_the_applicant() -> None:
    opening = [(p, row) for p, row in ROWS if row.opens is not None]

    assert [(row.name, row.sources, row.actor) for _, row in opening] == [
        ("appeal", (S.LQ_DISMISSED,), LegalActor.APPLICANT)
    ]
    assert {row.target for row in BANKRUPTCY_APPEAL.transitions if row.target} == set(AppealState)


def test_nothing_leads_from_the_declaration_back_to_reorganization_or_composition() -> None:
    after = {S.LQ_DECLARED, S.LQ_FINAL_DISTRIBUTED, S.LQ_TERMINATED, S.LQ_DEREGISTERED}
    for row in BANKRUPTCY_CASE.transitions:
        if after & set(row.sources):
            assert row.target not in {S.RO_PERIOD, S.HJ_ORDERED, S.LQ_OPEN}


def test_article_108_ends_only_what_is_not_declared_and_120_only_what_is() -> None:
    assert {s for row in named("terminate_108") for s in row.sources} == {
        S.LQ_OPEN,
        S.RO_PERIOD,
        S.HJ_ORDERED,
    }
    assert {s for row in named("terminate_120") for s in row.sources} == {
        S.LQ_DECLARED,
        S.LQ_FINAL_DISTRIBUTED,
    }
    assert {S.LQ_OPEN, S.LQ_DECLARED} <= {s for row in named("terminate_43") for s in row.sources}


def test_the_court_rules_on_a_plan_after_one_lost_vote_and_on_a_distribution_after_two() -> None:
    assert named("rule_management_plan")[0].requires == {"mgmt_plan": "FAILED_ONCE"}
    assert named("rule_realisation_plan")[0].requires == {"realisation_plan": "FAILED_ONCE"}
    assert named("court_rules_distribution")[0].requires == {"distribution_plan": "FAILED_TWICE"}
    assert named("recognise_distribution_plan")[0].requires == {"distribution_plan": "PASSED"}


IN_EVERY_PROCEDURE = {
    "extension_of_time",
    "publish_acceptance",
    "take_over",
    "close_claim_window",
    "appoint_chair",
    "hold_first_meeting",
    "request_confirmation",
    "publicise_employee_claims",
    "confirm_claims",
    "fix_provisional_amounts",
    "see_to_effect",
    "dismiss_application",
    "propose_management_plan",
    "decide_management_plan",
    "rule_management_plan",
    "reconsider",
    "dispose_asset",
    "request_termination_43",
    "advance_expenses",
    "terminate_43",
    "refuse_termination",
    "terminate_105",
    "terminate_108",
}


@pytest.mark.parametrize("state", [S.RO_PERIOD, S.HJ_ORDERED])
def test_other_procedures_know_rows_1_to_8_14_to_16_the_management_plan_and_disposals(
    state: LiquidationState,
) -> None:
    assert {row.name for row in BANKRUPTCY_CASE.transitions if state in row.sources} == IN_EVERY_PROCEDURE


@pytest.mark.parametrize("state", [S.LQ_DISMISSED, S.LQ_DISMISS_APPEAL])
def test_a_dismissal_that_is_not_yet_effective_stops_nothing_but_other_endings(
    state: LiquidationState,
) -> None:
    here = {row.name for row in BANKRUPTCY_CASE.transitions if state in row.sources}

    assert IN_EVERY_PROCEDURE - here == {
        "dismiss_application",
        "request_termination_43",
        "advance_expenses",
        "terminate_43",
        "refuse_termination",
        "terminate_105",
        "terminate_108",
    }


def test_every_ground_either_strikes_the_debtor_off_or_lets_it_live() -> None:
    grounds = {row.sets["ground"] for row in BANKRUPTCY_CASE.transitions if row.sets.get("ground")}

    assert grounds | {"T108A", "T108B"} == STRUCK_OFF | SURVIVING
    assert not STRUCK_OFF & SURVIVING
    assert STRUCK_OFF - {"TUNABLE"} == SUPPLEMENTED


def test_who_survives_gets_no_clock_of_deregistration() -> None:
    for row in BANKRUPTCY_CASE.transitions:
        if row.target != S.LQ_TERMINATED:
            continue
        kinds = {start.kind for start in row.starts}
        survives = row.name in {"terminate_105", "terminate_108"}
        assert (DeadlineKind.DEREGISTER in kinds) != survives
        if row.sets.get("ground") not in SUPPLEMENTED:
            assert DeadlineKind.SUPPLEMENTARY_DISTRIBUTION not in kinds


@pytest.mark.parametrize("bundle", list(BUNDLES))
def test_every_effect_the_court_sees_to_can_be_ticked_once_and_no_other(bundle: str) -> None:
    for effect in BUNDLES[bundle]:
        flags: dict[str, Any] = {"bundles": [bundle]}
        attempt = an_attempt(number=effect.number, bundle=bundle)

        found = code_of(effect_is_the_courts(a_liquidation(flags=flags), attempt))

        assert found == (None if effect.court_sees_to_it else "not_to_be_ticked")
        flags["effects"] = {mark_of(bundle, effect.number): {}}
        if effect.court_sees_to_it:
            again = code_of(effect_is_the_courts(a_liquidation(flags=flags), attempt))
            assert again == "already_seen_to"


def test_an_effect_that_never_came_about_is_not_ticked() -> None:
    for bundle, number in (("E-RESTORE", 1), ("E-DECLARE", 4), ("E-ACCEPT", 99)):
        attempt = an_attempt(number=number, bundle=bundle)
        assert effect_is_the_courts(a_liquidation(flags={}), attempt) is not None


@pytest.mark.parametrize("bundle", list(BUNDLES))
def test_every_bundle_is_numbered_through_and_brought_about_by_some_row(bundle: str) -> None:
    assert [effect.number for effect in BUNDLES[bundle]] == list(range(1, len(BUNDLES[bundle]) + 1))
    by_effect = {"E-DECLARE"}
    assert bundle in {row.bundle for row in BANKRUPTCY_CASE.transitions} | by_effect


@pytest.mark.parametrize("procedure", ALL, ids=lambda procedure: procedure.name)
def test_no_row_leads_out_of_an_end(procedure: Procedure) -> None:
    for row in procedure.transitions:
        if row.target is not None:
            assert not set(row.sources) & procedure.terminal, row.name
