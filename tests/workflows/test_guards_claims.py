"""Guards of claims: who may file when, what must be admitted, what is verified where."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models import ClaimFigure
from models.vocabulary import ClaimClass, ClaimState, FigureKind, LiquidationState, MeetingState
from tests.workflows.building import (
    Kept,
    a_claim,
    a_liquidation,
    a_meeting,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import claim_classes
from workflows.guards import claims as guards
from workflows.payloads.claims import ClaimFiled

TAKES_CLAIMS = {
    "LQ_OPEN",
    "LQ_DECLARED",
    "RO_PERIOD",
    "HJ_ORDERED",
    "LQ_DISMISSED",
    "LQ_DISMISS_APPEAL",
}


@pytest.mark.parametrize("state", list(LiquidationState))
def test_claims_are_taken_until_the_last_distribution_and_while_the_case_goes_on(
    state: LiquidationState,
) -> None:
    claim = a_claim(case=a_liquidation(state.value))

    found = code_of(guards.last_distribution_is_ahead(claim, an_attempt()))

    assert found == (None if state.value in TAKES_CLAIMS else "claims_are_closed")


@pytest.mark.parametrize(("flags", "code"), [({"published": True}, None), ({}, "claims_not_published")])
def test_nobody_files_before_the_announcement(flags: dict[str, Any], code: str | None) -> None:
    claim = a_claim(case=a_liquidation(flags=flags))

    assert code_of(guards.claims_are_invited(claim, an_attempt())) == code


@pytest.mark.parametrize(
    ("by_judgment", "admitted", "code"),
    [(True, 0, "judgment_not_followed"), (True, 1, None), (False, 0, None)],
)
def test_a_judgment_in_force_is_admitted(by_judgment: bool, admitted: int, code: str | None) -> None:
    attempt = an_attempt(by_judgment=by_judgment, admitted_fen=admitted)

    assert code_of(guards.judgment_is_followed(a_claim(), attempt)) == code


@pytest.mark.parametrize(
    ("limitation", "enforcement", "admitted", "code"),
    [
        (True, True, 1, None),
        (False, True, 1, "beyond_limitation"),
        (True, False, 1, "beyond_limitation"),
        (False, False, 0, None),
    ],
)
def test_what_is_beyond_its_time_is_admitted_at_nothing(
    limitation: bool, enforcement: bool, admitted: int, code: str | None
) -> None:
    attempt = an_attempt(limitation_kept=limitation, enforcement_kept=enforcement, admitted_fen=admitted)

    assert code_of(guards.admitted_is_in_time(a_claim(), attempt)) == code


@pytest.mark.parametrize("state", list(MeetingState))
def test_a_claim_is_verified_at_a_meeting_that_was_held(state: MeetingState) -> None:
    attempt = an_attempt_at(Kept(meetings=[a_meeting(state)]), meeting_serial=1)

    found = code_of(guards.meeting_was_held(a_claim(ClaimState.LISTED), attempt))

    assert found == (None if state == MeetingState.HELD else "meeting_not_held")


def test_a_claim_is_not_verified_at_a_meeting_that_does_not_exist() -> None:
    attempt = an_attempt_at(Kept(), meeting_serial=2)

    assert code_of(guards.meeting_was_held(a_claim(), attempt)) == "meeting_not_held"


@pytest.mark.parametrize(("older", "code"), [(True, None), (False, "no_older_clause")])
def test_arbitration_needs_a_clause_from_before_the_acceptance(older: bool, code: str | None) -> None:
    assert code_of(guards.clause_is_older(a_claim(), an_attempt(clause_before_acceptance=older))) == code


@pytest.mark.parametrize("claim_class", list(ClaimClass))
def test_expenses_and_common_debts_are_not_filed_as_claims(claim_class: ClaimClass) -> None:
    given = {"creditor_name": "恒远公司", "claim_class": claim_class.value, "filed_fen": "1.00"}

    wrong = ClaimFiled().validate(given)

    assert ("claim_class" in wrong) is (claim_class in {ClaimClass.EXP, ClaimClass.CBD})


@pytest.mark.parametrize(
    ("provisional_fen", "because", "code"),
    [
        (100_000, "", None),
        (100_001, "", "provisional_above_the_claim"),
        (100_001, "利息计至受理日后补算。", None),
        (0, "", None),
    ],
)
def test_nobody_votes_provisionally_with_more_than_he_claims_unless_the_court_says_why(
    provisional_fen: int, because: str, code: str | None
) -> None:
    claim = a_claim(filed_fen=100_000)
    attempt = an_attempt(provisional_fen=provisional_fen, above_claim_because=because)

    assert code_of(guards.provisional_is_within_the_claim(claim, attempt)) == code


@pytest.mark.parametrize(
    ("late", "deadline", "on", "filed", "code"),
    [
        (False, "2026-04-16", date(2026, 4, 16), 101, None),
        (False, "2026-04-16", date(2026, 4, 17), 101, "raised_after_window"),
        (False, "2026-04-16", date(2026, 4, 17), 100, None),
        (True, "2026-04-16", date(2026, 4, 17), 101, None),
        (False, None, date(2026, 4, 17), 101, None),
    ],
)
def test_a_correction_after_the_window_raises_nothing_but_a_late_claim(
    late: bool, deadline: str | None, on: date, filed: int, code: str | None
) -> None:
    case = a_liquidation(flags={"claims_deadline": deadline})
    claim = a_claim(case=case, filed_fen=100, flags={"late": True} if late else {})
    attempt = replace(an_attempt(filed_fen=filed), on=on)

    assert code_of(guards.nothing_is_raised_late(claim, attempt)) == code


@pytest.mark.parametrize(
    ("filed", "set_off", "code"), [(50, 50, None), (49, 50, "less_than_set_off"), (0, 0, None)]
)
def test_a_claim_is_not_corrected_below_what_was_set_off(filed: int, set_off: int, code: str | None) -> None:
    claim = a_claim(set_off_fen=set_off)

    assert code_of(guards.nothing_is_set_off_yet(claim, an_attempt(filed_fen=filed))) == code


@pytest.mark.parametrize(
    ("flags", "code"), [({}, None), ({"publicised_on": "2026-03-09"}, "claim_was_listed")]
)
def test_an_employees_claim_is_corrected_in_the_list_and_nowhere_else(
    flags: dict[str, Any], code: str | None
) -> None:
    assert code_of(guards.creditor_filed_it(a_claim(flags=flags), an_attempt())) == code


@pytest.mark.parametrize(("includes", "last"), [(False, date(2026, 3, 8)), (True, date(2026, 3, 9))])
def test_the_last_day_that_bears_interest_is_the_day_before_the_acceptance_unless_the_court_counts_it(
    includes: bool, last: date
) -> None:
    settings = {"interest_includes_acceptance_day": includes}

    assert guards.last_interest_day(date(2026, 3, 9), settings) == last
    assert guards.last_interest_day(None, settings) is None


def reviewed(found: ClaimClass, kind: FigureKind, admitted: int, **settings: Any) -> tuple[Any, Any]:
    """A claim of a principal and one more figure, and its review."""
    claim = a_claim()
    claim.figures = [
        ClaimFigure(position=1, kind=FigureKind.PRINCIPAL, filed_fen=100),
        ClaimFigure(position=2, kind=kind, filed_fen=10),
    ]
    figures = [{"position": 1, "admitted_fen": 100}, {"position": 2, "admitted_fen": admitted}]
    attempt = an_attempt(claim_class=found, figures=figures)
    return claim, replace(attempt, settings={**attempt.settings, **settings})


@pytest.mark.parametrize(
    ("found", "kind", "admitted", "code"),
    [
        (ClaimClass.TAX, FigureKind.PENALTY, 10, "figure_of_another_class"),
        (ClaimClass.TAX, FigureKind.INTEREST, 10, "figure_of_another_class"),
        (ClaimClass.TAX, FigureKind.PENALTY, 0, None),
        (ClaimClass.SOC, FigureKind.PENALTY, 10, "figure_of_another_class"),
        (ClaimClass.SEC_CONSTR, FigureKind.INTEREST, 10, "figure_of_another_class"),
        (ClaimClass.SEC_CONSTR, FigureKind.COSTS, 10, None),
        (ClaimClass.SEC, FigureKind.INTEREST, 10, None),
        (ClaimClass.ORD, FigureKind.PENALTY, 10, None),
    ],
)
def test_a_surcharge_is_no_tax_and_interest_no_price_of_construction(
    found: ClaimClass, kind: FigureKind, admitted: int, code: str | None
) -> None:
    claim, attempt = reviewed(found, kind, admitted)

    assert code_of(claim_classes.figures_share_the_class(claim, attempt)) == code


@pytest.mark.parametrize(
    ("wanted", "found", "code"),
    [
        ("", ClaimClass.ORD, None),
        ("ORD", ClaimClass.ORD, None),
        ("SUB", ClaimClass.ORD, "figure_of_another_class"),
        ("SUB", ClaimClass.SUB, None),
        ("ORD", ClaimClass.SUB, "figure_of_another_class"),
        ("SUB", ClaimClass.SEC, None),
    ],
)
def test_double_interest_is_ordinary_or_subordinated_as_the_court_has_set(
    wanted: str, found: ClaimClass, code: str | None
) -> None:
    claim, attempt = reviewed(found, FigureKind.DOUBLE_INTEREST, 10, pre_acceptance_double_interest=wanted)

    assert code_of(claim_classes.double_interest_is_of_the_class_set(claim, attempt)) == code


@pytest.mark.parametrize(
    ("manager", "average", "code"),
    [(True, False, "manager_above_average"), (True, True, None), (False, False, None)],
)
def test_a_manager_has_the_average_wage_of_the_enterprise(
    manager: bool, average: bool, code: str | None
) -> None:
    attempt = an_attempt(manager=manager, at_average_wage=average)

    assert code_of(claim_classes.managers_have_the_average_wage(a_claim(), attempt)) == code


@pytest.mark.parametrize(
    ("due", "used", "code"),
    [
        (None, None, "price_due_unknown"),
        (date(2024, 9, 20), None, None),
        (date(2024, 9, 19), None, "construction_priority_lapsed"),
        (date(2024, 9, 19), date(2026, 3, 19), None),
        (date(2024, 9, 19), date(2026, 3, 20), "construction_priority_lapsed"),
    ],
)
def test_the_priority_of_a_construction_price_lapses_eighteen_months_after_it_was_due(
    due: date | None, used: date | None, code: str | None
) -> None:
    claim = a_claim()
    claim.filed_on = date(2026, 3, 20)
    reviewed_as = {"claim_class": ClaimClass.SEC_CONSTR, "price_due_on": due, "priority_used_on": used}

    assert code_of(claim_classes.construction_priority_is_in_time(claim, an_attempt(**reviewed_as))) == code


def test_a_claim_of_another_class_names_no_day_on_which_a_price_was_due() -> None:
    attempt = an_attempt(claim_class=ClaimClass.ORD, price_due_on=None, priority_used_on=None)

    assert claim_classes.construction_priority_is_in_time(a_claim(), attempt) is None
