"""The class of investors out of the list of them: with how much each votes, and why not (EBL 85(2))."""

from typing import Any

import pytest

from models import Motion
from models.vocabulary import HoldingKind, NoVote, RightsBy, VotingGroup
from tests.workflows.building import Kept, an_attempt_at, code_of
from workflows.calculations.equity import Holding
from workflows.calculations.equity_roll import equity_roll
from workflows.guards import plan_votes as guards

BY_CAPITAL, BY_SHARES = HoldingKind.CONTRIBUTION, HoldingKind.SHARES
PARTLY_PAID = Holding(1, "江澜晨星投资有限公司", BY_CAPITAL, 60_000_000, unpaid_fen=40_000_000)
FULLY_PAID = Holding(2, "望川远航实业有限公司", BY_CAPITAL, 40_000_000)
NOTHING = Holding(3, "苏见微", BY_CAPITAL, 0)
LIMITED = [NOTHING, FULLY_PAID, PARTLY_PAID]
STOCK = [Holding(1, "江澜晨星投资有限公司", BY_SHARES, 3), Holding(2, "苏见微", BY_SHARES, 1)]


def rights(holdings: list[Holding], by: RightsBy, **more: Any) -> list[tuple[int, int, NoVote | None]]:
    """Who stands on the roll with how much, why not."""
    return [(one.holding.serial, one.rights_fen, one.why) for one in equity_roll(holdings, by, **more)]


def test_an_investor_votes_by_what_he_has_subscribed_and_who_has_nothing_does_not() -> None:
    assert rights(LIMITED, RightsBy.SUBSCRIBED) == [
        (1, 100_000_000, None),
        (2, 40_000_000, None),
        (3, 0, NoVote.NO_HOLDING),
    ]


def test_where_the_articles_say_so_he_votes_by_what_he_has_paid_in() -> None:
    assert rights(LIMITED, RightsBy.PAID_IN)[:2] == [(1, 60_000_000, None), (2, 40_000_000, None)]


def test_a_share_is_a_vote_and_stands_as_one_yuan() -> None:
    assert rights(STOCK, RightsBy.SHARES) == [(1, 300, None), (2, 100, None)]


def test_whose_rights_the_plan_leaves_as_they_are_does_not_vote() -> None:
    found = rights(LIMITED, RightsBy.SUBSCRIBED, unaffected=frozenset({2}))

    assert found[1] == (2, 0, NoVote.UNAFFECTED)


def test_the_roll_keeps_what_the_list_said() -> None:
    row = equity_roll(LIMITED, RightsBy.SUBSCRIBED)[0].row()

    kept = (row["serial"], row["subscribed_fen"], row["paid_in_fen"], row["shares"], row["by"])
    assert kept == (1, 100_000_000, 60_000_000, None, "SUBSCRIBED")


def said(guard: Any, holdings: list[Holding], **more: Any) -> str | None:
    """What a guard says of the class of investors that is to vote."""
    asked = {"group": VotingGroup.EQUITY, "investors": [], "unaffected": "", "rights_by": None, **more}
    return code_of(guard(Motion(), an_attempt_at(Kept(investors_held=holdings), **asked)))


TYPED = [{"name": "江澜控股有限公司", "rights_fen": 100, "unaffected": False}]


@pytest.mark.parametrize(
    ("holdings", "typed", "code"),
    [
        (LIMITED, [], None),
        (LIMITED, TYPED, "investors_are_listed"),
        ([], TYPED, None),
        ([], [], "no_investors"),
    ],
)
def test_the_class_is_typed_only_where_no_list_is_kept(
    holdings: list[Holding], typed: list[dict[str, Any]], code: str | None
) -> None:
    assert said(guards.investors_come_from_the_list, holdings, investors=typed) == code


@pytest.mark.parametrize(
    ("holdings", "by", "code"),
    [
        (LIMITED, None, None),
        (LIMITED, RightsBy.PAID_IN, None),
        (LIMITED, RightsBy.SHARES, "rights_not_of_the_list"),
        (STOCK, RightsBy.SHARES, None),
        (STOCK, RightsBy.SUBSCRIBED, "rights_not_of_the_list"),
        ([], RightsBy.SUBSCRIBED, "rights_not_of_the_list"),
    ],
)
def test_investors_vote_by_what_their_list_is_kept_in(
    holdings: list[Holding], by: RightsBy | None, code: str | None
) -> None:
    assert said(guards.rights_are_of_the_list, holdings, rights_by=by) == code


@pytest.mark.parametrize(("unaffected", "code"), [("", None), ("1-3", None), ("3,4", "no_such_investor")])
def test_who_is_left_out_is_on_the_list(unaffected: str, code: str | None) -> None:
    assert said(guards.unaffected_are_there, LIMITED, unaffected=unaffected) == code


@pytest.mark.parametrize(("unaffected", "code"), [("1", None), ("1,2", "class_is_empty")])
def test_a_class_in_which_nobody_could_vote_is_not_formed(unaffected: str, code: str | None) -> None:
    assert said(guards.class_has_a_member, LIMITED, unaffected=unaffected) == code
