"""What stands in the way of choosing an administrator, on both sides of every boundary."""

from datetime import date
from typing import Any

import pytest

from models import Selection
from models.vocabulary import CaseType, PartyKind, SelectionMethod
from tests.workflows.building import a_case, an_attempt
from workflows.guards import selection as guards
from workflows.payloads.selection import ITEMS


def code(obstacle: object) -> str | None:
    """The code of an obstacle, None where there is none."""
    return getattr(obstacle, "code", None)


def a_selection(**case: Any) -> Selection:
    """A selection among five, the fifth of whom is left out."""
    candidates = [
        {"id": n, "number": n, "name": f"第{n}所", "ground": "CONFLICT" if n == 5 else ""}
        for n in range(1, 6)
    ]
    return Selection(
        case=a_case(**{"state": "BA_REVIEW", **case}),
        method=SelectionMethod.DRAW,
        candidates=candidates,
        flags={},
        ranking=[],
        standbys=0,
    )


def bids(*votes: int) -> list[dict[str, int]]:
    """Bidders in their order with their votes."""
    return [{"number": number, "votes": count} for number, count in enumerate(votes, start=1)]


@pytest.mark.parametrize(
    ("state", "flags", "allowed"),
    [
        ("BA_RECEIVED", {}, False),
        ("BA_OBJECTION", {}, True),
        ("BA_REVIEW", {}, True),
        ("BA_APPEAL", {}, False),
        ("BA_APPEAL", {"acceptance_ordered": True}, True),
        ("BA_ACCEPTED", {}, False),
    ],
)
def test_chosen_is_while_the_application_is_under_review(
    state: str, flags: dict[str, Any], allowed: bool
) -> None:
    selection = a_selection(state=state, flags=flags)

    found = guards.an_administrator_is_needed(selection, an_attempt())

    assert code(found) == (None if allowed else "no_administrator_needed")


@pytest.mark.parametrize(("closed_on", "allowed"), [(None, True), (date(2026, 9, 1), False)])
def test_a_replacement_is_chosen_while_the_case_is_open(closed_on: date | None, allowed: bool) -> None:
    selection = a_selection(case_type=CaseType.BK_CASE, state="LQ_OPEN", closed_on=closed_on)

    found = guards.an_administrator_is_needed(selection, an_attempt())

    assert code(found) == (None if allowed else "no_administrator_needed")


def test_two_selections_do_not_go_on_at_once() -> None:
    busy, idle = a_selection(flags={"selecting": 1}), a_selection()

    assert code(guards.no_other_selection(busy, an_attempt())) == "selection_going_on"
    assert guards.no_other_selection(idle, an_attempt()) is None


@pytest.mark.parametrize(
    ("kind", "simple", "allowed"),
    [
        (PartyKind.ORGANISATION, False, True),
        (PartyKind.PERSON, False, False),
        (PartyKind.PERSON, True, True),
    ],
)
def test_an_individual_is_chosen_only_for_a_simple_case(kind: PartyKind, simple: bool, allowed: bool) -> None:
    attempt = an_attempt(kind=kind, simple_case=simple)

    found = guards.individuals_only_for_simple_cases(a_selection(), attempt)

    assert code(found) == (None if allowed else "not_a_simple_case")


@pytest.mark.parametrize(("votes", "allowed"), [((3, 2), False), ((3, 2, 1), True)])
def test_two_bidders_are_too_few_and_three_are_enough(votes: tuple[int, ...], allowed: bool) -> None:
    found = guards.enough_bidders(a_selection(), an_attempt(bids=bids(*votes)))

    assert code(found) == (None if allowed else "too_few_bidders")


def test_one_bidder_named_three_times_is_no_competition() -> None:
    repeated = [{"number": 1, "votes": votes} for votes in (3, 2, 1)]

    assert code(guards.enough_bidders(a_selection(), an_attempt(bids=repeated))) == "too_few_bidders"


@pytest.mark.parametrize(("number", "allowed"), [(4, True), (5, False), (6, False)])
def test_who_was_left_out_or_is_not_listed_does_not_compete(number: int, allowed: bool) -> None:
    attempt = an_attempt(bids=[{"number": number, "votes": 4}])

    found = guards.bidders_are_candidates(a_selection(), attempt)

    assert code(found) == (None if allowed else "not_a_candidate")


@pytest.mark.parametrize(
    ("votes", "committee", "allowed"),
    [(4, 8, True), (3, 8, False), (4, 7, True), (3, 7, False), (8, 7, False)],
)
def test_exactly_half_of_the_committee_is_enough(votes: int, committee: int, allowed: bool) -> None:
    attempt = an_attempt(bids=bids(votes, 0, 0), committee=committee)

    found = guards.committee_agrees(a_selection(), attempt)

    assert code(found) == (None if allowed else "committee_does_not_agree")


@pytest.mark.parametrize(("votes", "allowed"), [((4, 4, 0), False), ((4, 3, 1), True)])
def test_equal_votes_choose_nobody(votes: tuple[int, ...], allowed: bool) -> None:
    found = guards.one_bidder_leads(a_selection(), an_attempt(bids=bids(*votes)))

    assert code(found) == (None if allowed else "votes_are_equal")


@pytest.mark.parametrize(("standbys", "allowed"), [(0, False), (1, True), (2, True), (3, False)])
def test_one_or_two_stand_by_after_a_competition(standbys: int, allowed: bool) -> None:
    found = guards.one_or_two_stand_by(a_selection(), an_attempt(standbys=standbys))

    assert code(found) == (None if allowed else "wrong_number_of_standbys")


@pytest.mark.parametrize("item", ITEMS)
def test_a_single_item_that_cannot_be_confirmed_forbids_the_declaration(item: str) -> None:
    everything = dict.fromkeys(ITEMS, True)

    found = guards.declares_no_conflict(a_selection(), an_attempt(**{**everything, item: False}))

    assert code(found) == "conflict_declared"
    assert guards.declares_no_conflict(a_selection(), an_attempt(**everything)) is None


@pytest.mark.parametrize(("name", "allowed"), [("江澜衡正会计师事务所", True), ("江澜正序律师事务所", False)])
def test_the_court_appoints_whom_the_selection_has_brought_out(name: str, allowed: bool) -> None:
    case = a_case(flags={"selected_administrator": {"name": "江澜衡正会计师事务所"}})

    found = guards.names_the_selected(case, an_attempt(administrator_name=name))

    assert code(found) == (None if allowed else "not_the_selected")


@pytest.mark.parametrize(
    ("required", "flags", "allowed"),
    [
        (False, {}, True),
        (True, {}, False),
        (True, {"selected_administrator": {"name": "某所"}}, True),
        (True, {"escalated": True}, True),
    ],
)
def test_a_court_may_require_a_selection(required: bool, flags: dict[str, Any], allowed: bool) -> None:
    attempt = an_attempt()
    attempt = type(attempt)(
        on=attempt.on,
        standing=attempt.standing,
        settings={**attempt.settings, "selection_required": required},
    )

    found = guards.selection_is_made(a_case(flags=flags), attempt)

    assert code(found) == (None if allowed else "no_selection")
