"""Set-off: EBL 40, I2-41 to 46, on both sides of every boundary."""

from datetime import date, timedelta
from typing import Any

import pytest

from models import Claim, SetOff
from models.vocabulary import AssetKind, AssetState, ClaimState, SetOffDebt, SetOffGround, SetOffState
from tests.workflows.building import (
    Kept,
    a_case,
    a_claim,
    a_liquidation,
    an_asset,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.calculations.set_off import extinguish
from workflows.guards import set_offs as guards
from workflows.law import set_off as law

G = SetOffGround
PETITIONED, ACCEPTED = date(2026, 2, 10), date(2026, 3, 2)
ONE = timedelta(days=1)
DAYS = law.Days(petitioned_on=PETITIONED, accepted_on=ACCEPTED)


def a_set_off(state: SetOffState = SetOffState.EXAMINED, **more: Any) -> SetOff:
    """A harmless set-off of 500 yuan against a debt that is two years old."""
    values: dict[str, Any] = {
        "case": a_liquidation(accepted_on=ACCEPTED, parent=a_case(received_on=PETITIONED)),
        "serial": 1,
        "claim": a_claim(admitted_fen=100_000),
        "asset": None,
        "asserted_fen": 50_000,
        "debt_kind": SetOffDebt.ORDINARY,
        "debt_fen": 50_000,
        "debt_on": date(2024, 3, 2),
        "received_on": date(2026, 4, 1),
        "object_until_on": None,
        "debt_cause_on": None,
        "debt_by_law": False,
        "knew_when_indebted": False,
        "acquired_on": None,
        "claim_cause_on": None,
        "claim_by_law": False,
        "knew_when_acquiring": False,
        "priority_fen": None,
        "debt_has_priority": False,
        "flags": {},
    }
    return SetOff(state=state.value, **{**values, **more})


def bars(**more: Any) -> tuple[SetOffGround, ...]:
    """What stands in the way of a set-off with these facts."""
    return law.bars(a_set_off(**more), DAYS)


def test_who_owed_before_the_acceptance_may_set_off_and_who_owes_since_that_day_may_not() -> None:
    assert bars(debt_on=ACCEPTED - ONE) == ()
    assert bars(debt_on=ACCEPTED) == (G.DEBT_AFTER,)


def test_a_claim_bought_before_the_acceptance_is_set_off_and_one_bought_since_is_not() -> None:
    assert bars(acquired_on=ACCEPTED - ONE) == ()
    assert bars(acquired_on=ACCEPTED) == (G.ACQUIRED_AFTER,)


@pytest.mark.parametrize(
    ("knew", "cause", "by_law", "ground"),
    [
        ("knew_when_indebted", "debt_cause_on", "debt_by_law", G.INDEBTED_KNOWINGLY),
        ("knew_when_acquiring", "claim_cause_on", "claim_by_law", G.ACQUIRED_KNOWINGLY),
    ],
)
def test_knowledge_bars_unless_the_cause_is_older_than_a_year_before_the_petition(
    knew: str, cause: str, by_law: str, ground: SetOffGround
) -> None:
    a_year_before = date(2025, 2, 10)

    assert bars(**{knew: True}) == (ground,)
    assert bars(**{knew: True, cause: a_year_before}) == (ground,)
    assert bars(**{knew: True, cause: a_year_before - ONE}) == ()
    assert bars(**{knew: True, by_law: True}) == ()


def test_the_year_runs_from_the_petition_and_not_from_the_acceptance() -> None:
    between = date(2025, 2, 20)

    assert between < date(2025, 3, 2)
    assert bars(knew_when_indebted=True, debt_cause_on=between) == (G.INDEBTED_KNOWINGLY,)


def test_the_petition_is_the_day_of_the_case_from_which_this_one_came() -> None:
    assert law.days_of(a_set_off().case) == DAYS


@pytest.mark.parametrize("kind", [SetOffDebt.CAPITAL, SetOffDebt.ABUSE])
def test_a_shareholder_does_not_set_off_capital_or_abuse_debts_even_with_priority(kind: SetOffDebt) -> None:
    assert bars(debt_kind=kind) == (G.SHAREHOLDER,)
    assert bars(debt_kind=kind, priority_fen=10**9) == (G.SHAREHOLDER,)


@pytest.mark.parametrize(
    ("value", "against_priority", "found"),
    [
        (50_000, False, ()),
        (49_999, False, (G.ACQUIRED_AFTER,)),
        (50_000, True, (G.ACQUIRED_AFTER,)),
    ],
)
def test_priority_on_property_overcomes_article_40_up_to_the_value_of_that_property(
    value: int, against_priority: bool, found: tuple[SetOffGround, ...]
) -> None:
    barred = {"acquired_on": ACCEPTED, "asserted_fen": 50_000}

    assert bars(**barred, priority_fen=value, debt_has_priority=against_priority) == found


def test_every_bar_is_told_by_a_guard_of_its_own() -> None:
    worst = a_set_off(
        debt_on=ACCEPTED,
        acquired_on=ACCEPTED,
        knew_when_indebted=True,
        knew_when_acquiring=True,
        debt_kind=SetOffDebt.CAPITAL,
    )

    told = [code_of(guard(worst, an_attempt())) for guard in guards.BARS]

    assert told == [
        "debt_after",
        "acquired_after",
        "indebted_knowingly",
        "acquired_knowingly",
        "shareholder",
    ]
    assert [guard(a_set_off(), an_attempt()) for guard in guards.BARS] == [None] * 5


@pytest.mark.parametrize("ground", [G.CLAIM_NOT_DUE, G.DEBT_NOT_DUE, G.OTHER_KIND])
def test_that_a_debt_was_not_due_or_of_another_kind_is_no_objection_by_itself(ground: SetOffGround) -> None:
    alone, beside = an_attempt(grounds=[ground]), an_attempt(grounds=[ground, G.NO_MUTUAL_DEBTS])

    assert code_of(guards.objection_is_heard(a_set_off(), alone)) == "no_ground_of_objection"
    assert guards.objection_is_heard(a_set_off(), beside) is None


def test_an_objection_must_fit_what_was_found() -> None:
    attempt = an_attempt(grounds=[G.ACQUIRED_AFTER])
    shown, not_shown = a_set_off(acquired_on=ACCEPTED), a_set_off()
    protected = a_set_off(acquired_on=ACCEPTED, priority_fen=50_000)

    assert guards.objection_fits_findings(shown, attempt) is None
    assert code_of(guards.objection_fits_findings(not_shown, attempt)) == "ground_not_found"
    assert code_of(guards.objection_fits_findings(protected, attempt)) == "ground_not_found"


@pytest.mark.parametrize(
    ("agreed", "last"),
    [(None, date(2026, 7, 1)), (date(2026, 4, 20), date(2026, 4, 20))],
)
def test_the_administrator_sues_within_three_months_or_the_agreed_period(
    agreed: date | None, last: date
) -> None:
    set_off = a_set_off(SetOffState.OBJECTED, object_until_on=agreed)

    def sued(on: date, posted_on: date | None = None, late_reason: str = "") -> str | None:
        attempt = an_attempt(on, posted_on=posted_on, late_reason=late_reason)
        return code_of(guards.sued_in_time_or_excused(set_off, attempt))

    assert sued(last) is None
    assert sued(last + ONE) == "suit_too_late"
    assert sued(last + ONE, posted_on=last) is None
    assert sued(last + ONE, late_reason="账册被查封，期满后才解封。") is None


def test_a_set_off_stands_of_itself_only_after_the_last_day_to_sue() -> None:
    set_off, last = a_set_off(SetOffState.OBJECTED), date(2026, 7, 1)

    assert code_of(guards.window_is_over(set_off, an_attempt(last))) == "window_is_open"
    assert guards.window_is_over(set_off, an_attempt(last + ONE)) is None


@pytest.mark.parametrize(
    ("made_on", "code"),
    [
        (date(2025, 9, 1), "not_within_look_back"),
        (date(2025, 9, 2), None),
        (date(2026, 3, 1), None),
        (date(2026, 3, 2), "not_within_look_back"),
    ],
)
def test_an_older_set_off_is_pursued_for_six_months_before_the_acceptance(
    made_on: date, code: str | None
) -> None:
    blank = a_set_off(claim=None)

    assert code_of(guards.was_made_before_acceptance(blank, an_attempt(made_on=made_on))) == code


def test_an_older_set_off_needs_insolvency_and_the_facts_of_article_40() -> None:
    blank = a_set_off(claim=None)
    facts: dict[str, Any] = {
        name: getattr(blank, name) for name in law.SET_OFF_FINDINGS if name != "acquired_from"
    }

    assert (
        code_of(guards.debtor_was_insolvent(blank, an_attempt(insolvent_then=False))) == "debtor_was_solvent"
    )
    assert guards.debtor_was_insolvent(blank, an_attempt(insolvent_then=True)) is None
    innocent, knowing = an_attempt(**facts), an_attempt(**{**facts, "knew_when_indebted": True})
    assert code_of(guards.facts_of_article_40_are_there(blank, innocent)) == "not_of_article_40"
    assert guards.facts_of_article_40_are_there(blank, knowing) is None


def test_a_suit_against_an_older_set_off_comes_within_three_months_from_the_acceptance() -> None:
    prior, last = a_set_off(SetOffState.PRIOR, claim=None), date(2026, 6, 2)

    assert guards.prior_suit_is_in_time(prior, an_attempt(last, posted_on=None)) is None
    late = an_attempt(last + ONE, posted_on=None)
    assert code_of(guards.prior_suit_is_in_time(prior, late)) == "prior_suit_too_late"


@pytest.mark.parametrize(("benefits", "code"), [(True, None), (False, "no_benefit")])
def test_the_administrator_begins_a_set_off_only_for_the_good_of_the_estate(
    benefits: bool, code: str | None
) -> None:
    assert code_of(guards.set_off_benefits_estate(a_set_off(), an_attempt(benefits_estate=benefits))) == code


def named(claim: Claim | None) -> list[str | None]:
    """What is said of a claim that is to be set off."""
    attempt = an_attempt_at(Kept(claims=[claim] if claim else []), claim_serial=1)
    blank = a_set_off(claim=None)
    return [
        code_of(guard(blank, attempt))
        for guard in (guards.claim_stands, guards.claim_is_reviewed, guards.something_is_left)
    ]


def test_a_claim_that_is_set_off_was_filed_and_reviewed_and_has_something_left() -> None:
    assert named(a_claim(admitted_fen=100_000)) == [None, None, None]
    assert named(None) == ["no_such_claim", None, None]
    assert named(a_claim(ClaimState.WITHDRAWN, admitted_fen=1))[0] == "no_such_claim"
    assert named(a_claim(ClaimState.FILED))[1] == "claim_not_reviewed"
    assert named(a_claim(admitted_fen=100_000, set_off_fen=99_999))[2] is None
    assert named(a_claim(admitted_fen=100_000, set_off_fen=100_000))[2] == "nothing_to_set_off"


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (AssetState.FOUND, None),
        (AssetState.TAKEN_OVER, None),
        (AssetState.PAID, "receivable_is_gone"),
        (AssetState.SOLD, "receivable_is_gone"),
        (AssetState.RELEASED, "receivable_is_gone"),
    ],
)
def test_a_receivable_that_was_collected_or_given_up_is_not_set_off(
    state: AssetState, code: str | None
) -> None:
    set_off = a_set_off(asset=an_asset(state, kind=AssetKind.RECEIVABLE))

    assert code_of(guards.receivable_is_open(set_off, an_attempt())) == code


def test_no_more_of_a_receivable_is_set_off_than_is_left_to_collect() -> None:
    asset = an_asset(AssetState.TAKEN_OVER, kind=AssetKind.RECEIVABLE, book_fen=80_000, set_off_fen=30_000)

    assert guards.debt_fits_receivable(a_set_off(asset=asset, debt_fen=50_000), an_attempt()) is None
    over = a_set_off(asset=asset, debt_fen=50_001)
    assert code_of(guards.debt_fits_receivable(over, an_attempt())) == "debt_exceeds_receivable"


@pytest.mark.parametrize(
    ("claim", "debt", "asserted", "left"),
    [
        (90_000, 40_000, 90_000, (40_000, 50_000, 0)),
        (40_000, 90_000, 40_000, (40_000, 0, 50_000)),
        (90_000, 80_000, 30_000, (30_000, 60_000, 50_000)),
        (50_000, 50_000, 50_000, (50_000, 0, 0)),
        (0, 50_000, 50_000, (0, 0, 50_000)),
    ],
)
def test_both_debts_fall_away_up_to_the_smaller_one(
    claim: int, debt: int, asserted: int, left: tuple[int, int, int]
) -> None:
    found = extinguish(claim, debt, asserted)

    assert (found.fen, found.claim_left_fen, found.debt_left_fen) == left


def test_the_working_of_a_set_off_can_be_checked_by_hand() -> None:
    assert [str(line) for line in extinguish(9_000_000, 4_000_050, 9_000_000).working] == [
        "抵销前债权90,000.00元，其中主张抵销90,000.00元。",
        "对债务人所负债务40,000.50元。",
        "三项中最小的为40,000.50元，债权、债务各消灭此数。",
        "债权余49,999.50元，债务余0.00元。",
    ]
