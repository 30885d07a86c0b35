"""The draw and the rota: repeatable by anybody, fair to nobody in particular."""

import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.calculations.draw import commitment_of, draw, rota, ticket_of
from workflows.calculations.registry import run
from workflows.calendar import default_calendar
from workflows.errors import CalculationError

SEEDS = st.text(alphabet="0123456789abcdef", min_size=1, max_size=64)
CANDIDATES = st.lists(st.integers(1, 500).map(str), min_size=1, max_size=30, unique=True)
NUMBER = "（2026）豫97破申1号"


def calculated(**given_values: object) -> dict[str, object]:
    answer: dict[str, object] = run(
        "draw", given_values, calendar=default_calendar(), today=date(2026, 11, 23)
    )
    return answer


@given(SEEDS, CANDIDATES, st.randoms())
def test_the_order_in_which_candidates_are_given_does_not_matter(
    seed: str, candidates: list[str], chance: object
) -> None:
    mixed = list(candidates)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert draw(seed, NUMBER, mixed) == draw(seed, NUMBER, candidates)


@given(SEEDS, CANDIDATES)
def test_the_same_seed_always_draws_the_same_and_everybody_once(seed: str, candidates: list[str]) -> None:
    first, second = draw(seed, NUMBER, candidates), draw(seed, NUMBER, candidates)

    assert first == second
    assert sorted(ticket.candidate for ticket in first) == sorted(candidates)


@given(SEEDS, CANDIDATES, st.data())
def test_who_is_left_out_is_never_drawn_and_changes_nobody_elses_rank(
    seed: str, candidates: list[str], data: st.DataObject
) -> None:
    left_out = data.draw(st.sampled_from(candidates))

    everybody = [ticket for ticket in draw(seed, NUMBER, candidates) if ticket.candidate != left_out]

    assert draw(seed, NUMBER, [one for one in candidates if one != left_out]) == everybody


def test_a_ticket_is_the_hash_that_a_shell_computes() -> None:
    by_hand = hashlib.sha256("abc|（2026）豫97破申1号|3".encode()).hexdigest()

    assert ticket_of("abc", NUMBER, "3") == by_hand


def test_another_case_number_draws_other_tickets() -> None:
    assert ticket_of("abc", NUMBER, "3") != ticket_of("abc", "（2026）豫97破申2号", "3")


@given(SEEDS)
def test_the_calculator_confirms_the_commitment_of_a_seed_and_of_no_other(seed: str) -> None:
    right = calculated(
        seed=seed, case_number=NUMBER, candidates="1、2，3", commitment=commitment_of(seed).upper()
    )
    wrong = calculated(
        seed=seed, case_number=NUMBER, candidates=[1, 2, 3], commitment=commitment_of(seed + "x")
    )

    assert (right["commitment_fits"], wrong["commitment_fits"]) == (True, False)
    assert right["drawn"] == wrong["drawn"] == draw(seed, NUMBER, "123")[0].candidate


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"seed": ""}, "missing_field"),
        ({"seed": 5}, "bad_text"),
        ({"seed": "\ud800"}, "bad_text"),
        ({"candidates": ""}, "bad_list"),
        ({"candidates": [1.5]}, "bad_list"),
        ({"candidates": "1,1"}, "named_twice"),
        ({"candidates": None}, "missing_field"),
        ({"words": "x"}, "unknown_field"),
    ],
)
def test_what_cannot_be_drawn_is_named(changed: dict[str, object], code: str) -> None:
    with pytest.raises(CalculationError) as wrong:
        calculated(**{"seed": "a", "case_number": NUMBER, "candidates": "1,2", **changed})

    assert wrong.value.code == code


@pytest.mark.parametrize(
    ("last", "turns"),
    [
        (None, [2, 5, 9]),
        (1, [2, 5, 9]),
        (2, [5, 9, 2]),
        (4, [5, 9, 2]),
        (5, [9, 2, 5]),
        (9, [2, 5, 9]),
        (40, [2, 5, 9]),
    ],
)
def test_the_rota_goes_on_after_the_last_one_and_begins_again(last: int | None, turns: list[int]) -> None:
    assert rota(last, [9, 2, 5]) == turns
