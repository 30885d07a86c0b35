"""Guards of the case itself, allowed and refused: opening, declaration, the ways to the end."""

from datetime import date, timedelta
from typing import Any

import pytest

from models.vocabulary import (
    AssetKind,
    AssetState,
    ClaimClass,
    ClaimState,
    DeadlineKind,
    DeadlineStatus,
    PartyRole,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_claim,
    a_clock,
    a_liquidation,
    a_party,
    an_asset,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.guards import after_the_end as after
from workflows.guards import liquidation as guards
from workflows.guards import termination as ends
from workflows.transition import Guard

ONE = timedelta(days=1)
BOUNDARY = [(-1, True), (0, True), (1, False)]
"""The day before a last day, the last day, the day after."""


def said(guard: Guard, flags: dict[str, Any] | None = None, **data: Any) -> str | None:
    """What a guard says of a case with these flags."""
    return code_of(guard(a_liquidation(flags=flags or {}), an_attempt(**data)))


@pytest.mark.parametrize(
    ("guard", "free", "barred", "code"),
    [
        (guards.not_yet_taken_over, {}, {"taken_over": True}, "already_taken_over"),
        (
            guards.claim_window_is_closed,
            {"claim_window": "CLOSED"},
            {"claim_window": "OPEN"},
            "claim_window_not_closed",
        ),
        (guards.chair_is_appointed, {"chair": 7}, {}, "no_chair"),
        (guards.first_meeting_not_yet_held, {}, {"first_meeting_held": True}, "first_meeting_held"),
        (guards.first_meeting_is_held, {"first_meeting_held": True}, {}, "first_meeting_not_held"),
        (guards.not_yet_declared_or_asked, {}, {"declaration_asked": True}, "declaration_asked"),
        (ends.no_termination_is_asked, {}, {"termination_asked": "T43"}, "termination_asked"),
        (ends.a_termination_is_asked, {"termination_asked": "T43"}, {}, "no_termination_asked"),
        (after.debtor_survives, {"ground": "T105"}, {"ground": "T43"}, "debtor_does_not_survive"),
        (
            after.debtor_is_to_be_struck_off,
            {"ground": "TUNABLE"},
            {"ground": "T108A"},
            "debtor_survives",
        ),
        (after.duties_have_not_ended, {}, {"admin_duties": "ENDED"}, "duties_ended"),
        (after.not_yet_retained, {}, {"admin_duties": "RETAINED"}, "already_retained"),
        (
            after.ground_allows_supplement,
            {"ground": "T43"},
            {"ground": "TUNABLE"},
            "ground_without_supplement",
        ),
    ],
)
def test_a_step_is_refused_where_the_case_stands_otherwise(
    guard: Guard, free: dict[str, Any], barred: dict[str, Any], code: str
) -> None:
    assert said(guard, free) is None
    assert said(guard, barred) == code


@pytest.mark.parametrize(
    ("guard", "free", "barred", "code"),
    [
        (
            guards.remuneration_was_reported,
            {"remuneration_reported": True},
            {"remuneration_reported": False},
            "remuneration_not_reported",
        ),
        (
            guards.cause_still_stands,
            {"cause_stands": True, "no_rescue": True},
            {"cause_stands": False, "no_rescue": True},
            "no_cause",
        ),
        (
            guards.cause_still_stands,
            {"cause_stands": True, "no_rescue": True},
            {"cause_stands": True, "no_rescue": False},
            "debts_are_covered",
        ),
        (
            ends.nobody_advances_the_expenses,
            {"nobody_advances": True},
            {"nobody_advances": False},
            "expenses_are_advanced",
        ),
        (
            ends.agreement_is_unanimous,
            {"unanimous": True, "agreed_on": DAY},
            {"unanimous": False, "agreed_on": DAY},
            "not_unanimous",
        ),
        (
            ends.agreement_is_unanimous,
            {"unanimous": True, "agreed_on": DAY},
            {"unanimous": True, "agreed_on": DAY + ONE},
            "not_unanimous",
        ),
        (
            ends.all_due_debts_are_covered,
            {"all_due_debts": True},
            {"all_due_debts": False},
            "not_all_due_debts",
        ),
        (ends.distribution_is_reported, {"report": "已分配"}, {"report": ""}, "no_distribution_report"),
    ],
)
def test_a_step_is_refused_for_what_was_found(
    guard: Guard, free: dict[str, Any], barred: dict[str, Any], code: str
) -> None:
    assert said(guard, **free) is None
    assert said(guard, **barred) == code


@pytest.mark.parametrize(
    ("estate", "code"), [(99, None), (100, "expenses_are_covered"), (101, "expenses_are_covered")]
)
def test_an_estate_that_just_covers_the_expenses_is_not_terminated_for_them(
    estate: int, code: str | None
) -> None:
    assert said(ends.estate_does_not_cover_the_expenses, estate_fen=estate, expenses_fen=100) == code


@pytest.mark.parametrize(("found", "worth"), [(99, False), (100, False), (101, True)])
def test_what_just_pays_for_its_distribution_goes_to_the_treasury(found: int, worth: bool) -> None:
    figures = {"found_fen": found, "costs_fen": 100}

    assert said(after.property_covers_the_cost, **figures) == (None if worth else "not_worth_distributing")
    assert said(after.property_does_not_cover_the_cost, **figures) == (
        "worth_distributing" if worth else None
    )


@pytest.mark.parametrize(("offset", "closed"), [(-1, False), (0, True), (1, True)])
def test_the_claims_window_closes_with_its_last_day(offset: int, closed: bool) -> None:
    case = a_liquidation(deadlines=[a_clock(DeadlineKind.CLAIM_WINDOW, DAY)])

    found = code_of(guards.claim_window_has_closed(case, an_attempt(DAY + offset * ONE)))

    assert found == (None if closed else "claim_window_open")


def test_a_window_that_was_never_opened_does_not_close() -> None:
    assert said(guards.claim_window_has_closed) == "claims_not_published"


@pytest.mark.parametrize(("offset", "code"), [(-1, "before_the_meeting_day"), (0, None), (1, None)])
def test_the_first_meeting_is_not_held_before_the_day_that_was_told(offset: int, code: str | None) -> None:
    case = a_liquidation(flags={"first_meeting_on": DAY.isoformat()})

    assert code_of(guards.meeting_day_has_come(case, an_attempt(DAY + offset * ONE))) == code


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([a_claim()], None),
        ([], "chair_not_a_creditor"),
        ([a_claim(ClaimState.WITHDRAWN)], "chair_not_a_creditor"),
        ([a_claim(claim_class=ClaimClass.EMP)], "chair_not_a_creditor"),
        ([a_claim(ClaimState.WITHDRAWN), a_claim(serial=2)], None),
    ],
)
def test_the_chair_is_a_creditor_whose_claim_gives_a_vote(claims: list[Any], code: str | None) -> None:
    creditor = a_party(PartyRole.CREDITOR, "江澜融通小额贷款有限公司")
    creditor.id = 7
    case = a_liquidation(parties=[creditor])

    attempt = an_attempt_at(Kept(claims=claims), chair_party_id=7)

    assert code_of(guards.chair_is_a_creditor_with_a_vote(case, attempt)) == code


def test_a_stranger_or_the_debtor_is_no_chair() -> None:
    debtor = a_party(PartyRole.DEBTOR, "澜川精密机械有限公司")
    debtor.id = 7

    attempt = an_attempt_at(Kept(claims=[a_claim()]), chair_party_id=7)

    found = guards.chair_is_a_creditor_with_a_vote(a_liquidation(parties=[debtor]), attempt)
    assert code_of(found) == "chair_not_a_creditor"


@pytest.mark.parametrize(
    ("state", "code"), [(ClaimState.VERIFIED, None), (ClaimState.DISPUTED, "nothing_to_confirm")]
)
def test_only_verified_and_undisputed_claims_are_confirmed(state: ClaimState, code: str | None) -> None:
    attempt = an_attempt_at(Kept(claims=[a_claim(state)]))

    assert code_of(guards.some_claims_are_verified(a_liquidation(), attempt)) == code


@pytest.mark.parametrize(("offset", "in_time"), BOUNDARY)
def test_an_appeal_against_the_dismissal_is_in_time_up_to_the_tenth_day(offset: int, in_time: bool) -> None:
    case = a_liquidation(deadlines=[a_clock(DeadlineKind.LQ_APPEAL_DISMISS, DAY)])

    found = guards.dismissal_appeal_is_in_time(case, an_attempt(DAY + offset * ONE))

    assert code_of(found) == (None if in_time else "appeal_late")


@pytest.mark.parametrize(("offset", "in_time"), BOUNDARY)
def test_what_was_posted_in_time_is_in_time_whenever_it_comes(offset: int, in_time: bool) -> None:
    case = a_liquidation(deadlines=[a_clock(DeadlineKind.LQ_APPEAL_DISMISS, DAY)])

    found = guards.dismissal_appeal_is_in_time(
        case, an_attempt(DAY + timedelta(days=5), posted_on=DAY + offset * ONE)
    )

    assert code_of(found) == (None if in_time else "appeal_late")


def test_an_applicant_may_appeal_before_he_was_served() -> None:
    assert said(guards.dismissal_appeal_is_in_time) is None


@pytest.mark.parametrize(("offset", "code"), [(-1, "appeal_period_runs"), (0, None), (1, None)])
def test_a_dismissal_takes_effect_when_the_appeal_period_is_over(offset: int, code: str | None) -> None:
    case = a_liquidation(deadlines=[a_clock(DeadlineKind.LQ_APPEAL_DISMISS, DAY)])

    assert code_of(guards.dismissal_appeal_period_is_over(case, an_attempt(DAY + offset * ONE))) == code
    assert said(guards.dismissal_appeal_period_is_over) == "appeal_period_runs", "never served"


@pytest.mark.parametrize(
    ("setting", "held", "code"),
    [(False, False, None), (True, True, None), (True, False, "declared_before_the_meeting")],
)
def test_a_court_may_declare_only_after_the_first_meeting(
    setting: bool, held: bool, code: str | None
) -> None:
    case = a_liquidation(flags={"first_meeting_held": held})
    attempt = an_attempt_at(Kept(), settings={"declare_after_first_meeting": setting})

    assert code_of(guards.declaration_follows_the_meeting(case, attempt)) == code


@pytest.mark.parametrize(
    ("declared", "chosen", "code"),
    [(False, False, None), (True, True, None), (True, False, "already_declared")],
)
def test_a_settlement_after_the_declaration_needs_the_courts_express_choice(
    declared: bool, chosen: bool, code: str | None
) -> None:
    assert said(ends.not_declared_or_overridden, {"declared": declared}, after_declaration=chosen) == code


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (AssetState.FOR_SALE, "something_is_unsold"),
        (AssetState.SOLD, "something_is_unsold"),
        (AssetState.PAID, None),
        (AssetState.RELEASED, None),
    ],
)
def test_who_still_holds_property_has_something_to_distribute(state: AssetState, code: str | None) -> None:
    attempt = an_attempt_at(Kept(assets=[an_asset(state, kind=AssetKind.CASH)]))

    assert code_of(ends.nothing_is_left_to_sell(a_liquidation(), attempt)) == code


@pytest.mark.parametrize(("left", "code"), [(1, "something_is_left"), (0, None), (-1, None)])
def test_what_is_left_on_the_account_is_not_excused_by_a_figure_that_is_told(
    left: int, code: str | None
) -> None:
    attempt = an_attempt_at(Kept(undistributed=left), spent_fen=100)

    assert code_of(ends.nothing_is_left_to_distribute(a_liquidation(), attempt)) == code


def test_measures_are_restored_one_by_one_before_the_debtor_goes_on() -> None:
    flags: dict[str, Any] = {"bundles": ["E-RESTORE"], "effects": {"E-RESTORE:1": {}, "E-RESTORE:2": {}}}

    assert said(after.measures_are_restored, flags) == "measures_not_restored"
    flags["effects"]["E-RESTORE:3"] = {}
    assert said(after.measures_are_restored, flags) is None


def test_after_a_settlement_with_all_creditors_no_measure_is_restored() -> None:
    """I2-8 names article 108 and the dismissal, not article 105."""
    assert said(after.measures_are_restored, {"bundles": ["E-ACCEPT"]}) is None


@pytest.mark.parametrize("state", after.IN_DISPUTE)
def test_a_pending_suit_keeps_the_administrator_in_office(state: ClaimState) -> None:
    attempt, free = an_attempt_at(Kept(claims=[a_claim(state)])), an_attempt_at(Kept())

    assert code_of(after.no_suit_is_pending(a_liquidation(), attempt)) == "suits_are_pending"
    assert code_of(after.claims_are_no_longer_in_suit(a_liquidation(), attempt)) == "suits_are_pending"
    assert code_of(after.no_suit_is_pending(a_liquidation(), free)) is None
    retained = a_liquidation(flags={"admin_duties": "RETAINED"})
    assert code_of(after.no_suit_is_pending(retained, free)) == "suits_are_pending"


@pytest.mark.parametrize(
    ("asked_on", "code"),
    [
        (date(2026, 10, 11), "asked_too_late"),
        (date(2026, 10, 12), None),
        (date(2028, 10, 11), None),
        (date(2028, 10, 12), None),
        (date(2028, 10, 13), "asked_too_late"),
    ],
)
def test_a_supplementary_distribution_is_asked_for_within_two_years_of_the_end(
    asked_on: date, code: str | None
) -> None:
    clock = a_clock(DeadlineKind.SUPPLEMENTARY_DISTRIBUTION, date(2028, 10, 12), DeadlineStatus.EXPIRED)
    clock.trigger_on = date(2026, 10, 12)
    case = a_liquidation(deadlines=[clock])

    found = after.asked_within_two_years(case, an_attempt(date(2028, 12, 1), asked_on=asked_on))

    assert code_of(found) == code


def test_nobody_asks_tomorrow() -> None:
    clock = a_clock(DeadlineKind.SUPPLEMENTARY_DISTRIBUTION, date(2028, 10, 12))
    clock.trigger_on = DAY - ONE
    case = a_liquidation(deadlines=[clock])

    assert (
        code_of(after.asked_within_two_years(case, an_attempt(DAY, asked_on=DAY + ONE))) == "asked_too_late"
    )
    assert said(after.asked_within_two_years, asked_on=DAY) == "asked_too_late", "no such right at all"


def test_conditions_of_clocks_read_the_flags_of_the_case() -> None:
    plain, told = (
        a_liquidation(),
        a_liquidation(flags={"litigated_shares": True, "declared_with_the_end": True}),
    )

    assert not ends.shares_are_in_litigation(plain)
    assert ends.shares_are_in_litigation(told)
    assert (ends.declared_with_the_end(plain), ends.declared_before_the_end(plain)) == (False, True)
    assert (ends.declared_with_the_end(told), ends.declared_before_the_end(told)) == (True, False)
    assert not after.is_struck_off(plain)
    assert after.is_struck_off(a_liquidation("LQ_DEREGISTERED"))
    assert not guards.claims_were_verified(plain)
    assert guards.claims_were_verified(a_liquidation(flags={"claims_verified_on": "2026-10-12"}))
