"""The calculator of votes: the worked vote, what each matter needs on both sides, impossible figures."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import ResolutionMatter
from tests.workflows.asking import ask, fen, refusal
from tests.workflows.building import a_resolution, an_attempt
from workflows.guards.plans import vote_is_carried

U = "20601234.55"
"""Unsecured claims of the worked vote, in yuan (`bankruptcy-money.md` section 5)."""
IN_FAVOUR = "11701234.56"


def voted(matter: str, **figures: Any) -> Any:
    """What a vote comes to; ten present, all in favour with everything, unless said otherwise."""
    whole: dict[str, Any] = {"present": 10, "for_heads": 10, "for_amount": "3.00", "total_amount": "3.00"}
    return ask("vote", {"matter": matter, **whole, **figures})


def test_the_worked_realisation_plan_is_carried_with_the_least_that_each_limb_needs() -> None:
    answer = voted("realisation_plan", present=7, for_heads=4, for_amount=IN_FAVOUR, total_amount=U)

    assert answer["passed"] is True
    assert answer["heads"] == {"passed": True, "for": 4, "of": 7, "needs": 4}
    assert answer["amount"] == {"passed": True, "for": IN_FAVOUR, "of": U, "needs": "10300617.28"}


def test_the_worked_distribution_plan_fails_by_heads_whatever_the_amount() -> None:
    answer = voted("distribution_plan", present=6, for_heads=3, for_amount=IN_FAVOUR, total_amount=U)

    assert answer["passed"] is False
    assert answer["heads"] == {"passed": False, "for": 3, "of": 6, "needs": 4}
    assert answer["amount"]["passed"] is True


def test_the_variant_without_bank_b_is_carried() -> None:
    answer = voted(
        "distribution_plan", present=5, for_heads=3, for_amount=IN_FAVOUR, total_amount="19701234.55"
    )

    assert answer["passed"] is True


def test_the_worked_composition_fails_by_both_and_needs_two_thirds() -> None:
    answer = voted("composition", present=6, for_heads=3, for_amount=IN_FAVOUR, total_amount=U)

    assert (answer["passed"], answer["heads"]["passed"], answer["amount"]["passed"]) == (False, False, False)
    assert answer["amount"]["needs"] == "13734156.37"


ORDINARY = ("ordinary", "management_plan", "realisation_plan", "distribution_plan")
BY_HEADS = (*ORDINARY, "composition", "plan_class")


@pytest.mark.parametrize("matter", BY_HEADS)
@pytest.mark.parametrize(
    ("present", "for_heads", "passed"), [(7, 3, False), (7, 4, True), (6, 3, False), (6, 4, True)]
)
def test_more_than_half_of_the_heads_present_is_needed(
    matter: str, present: int, for_heads: int, passed: bool
) -> None:
    assert voted(matter, present=present, for_heads=for_heads)["passed"] is passed


@pytest.mark.parametrize("matter", ORDINARY)
@pytest.mark.parametrize(("amount", "passed"), [("1.49", False), ("1.50", True), ("1.51", True)])
def test_exactly_half_of_the_claims_is_enough(matter: str, amount: str, passed: bool) -> None:
    assert voted(matter, for_amount=amount)["passed"] is passed


@pytest.mark.parametrize("matter", ["composition", "plan_class", "equity_class"])
@pytest.mark.parametrize(("amount", "passed"), [("1.99", False), ("2.00", True), ("2.01", True)])
def test_exactly_two_thirds_is_enough_where_two_thirds_are_needed(
    matter: str, amount: str, passed: bool
) -> None:
    assert voted(matter, for_amount=amount)["passed"] is passed


def test_investors_vote_by_their_rights_and_are_not_counted_by_head() -> None:
    answer = voted("equity_class", present=10, for_heads=1, for_amount="2.00")

    assert answer["passed"] is True
    assert answer["heads"] == {"passed": True, "for": 1, "of": 10, "needs": 0}


def test_nobody_present_carries_nothing() -> None:
    answer = voted("ordinary", present=0, for_heads=0)

    assert (answer["passed"], answer["heads"]["passed"]) == (False, False)


@pytest.mark.parametrize(
    ("matter", "line", "article"),
    [
        ("ordinary", "法律没有规定由法院代为决定。", "第六十四条第一款"),
        ("realisation_plan", "表决未通过的，由人民法院裁定。", "第六十五条第一款"),
        ("distribution_plan", "可以再表决一次；二次表决仍未通过的，由人民法院裁定。", "第六十五条第二款"),
        ("composition", "未获通过的，人民法院裁定终止和解程序并宣告债务人破产。", "第九十九条"),
    ],
)
def test_a_failed_vote_says_what_follows_and_where_that_stands(matter: str, line: str, article: str) -> None:
    answer = voted(matter, for_heads=0, for_amount="0.00")

    assert line in answer["working"]
    assert any(article in place for place in answer["basis"])
    assert line not in voted(matter)["working"]


@given(st.sampled_from(BY_HEADS), st.integers(1, 500), st.integers(1, 10**12))
def test_what_is_needed_is_the_least_that_is_enough(matter: str, present: int, total: int) -> None:
    yuan = f"{total // 100}.{total % 100:02d}"
    needed = voted(matter, present=present, for_heads=present, for_amount=yuan, total_amount=yuan)
    heads, amount = needed["heads"]["needs"], fen(needed["amount"]["needs"])

    def carried(heads: int, amount: int) -> bool:
        said = f"{amount // 100}.{amount % 100:02d}"
        answer = voted(matter, present=present, for_heads=heads, for_amount=said, total_amount=yuan)
        return answer["passed"] is True

    assert carried(heads, amount)
    assert not carried(heads - 1, amount)
    assert not carried(heads, amount - 1)


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"matter": "plan"}, "bad_choice", "matter"),
        ({"matter": ["ordinary"]}, "bad_choice", "matter"),
        ({"matter": None}, "missing_field", "matter"),
        ({"for_heads": 11}, "more_than_all", "for_heads"),
        ({"for_amount": "3.01"}, "more_than_all", "for_amount"),
        ({"total_amount": "0.00", "for_amount": "0.00"}, "nothing", "total_amount"),
        ({"present": -1}, "bad_number", "present"),
        ({"present": 3.5}, "bad_number", "present"),
        ({"present": True}, "bad_number", "present"),
        ({"for_amount": "-1.00"}, "negative", "for_amount"),
        ({"for_amount": "1.005"}, "too_exact", "for_amount"),
        ({"total_amount": "9" * 20}, "too_large", "total_amount"),
        ({"quorum": 3}, "unknown_field", "quorum"),
    ],
)
def test_figures_that_cannot_be_are_named(changed: dict[str, Any], code: str, field: str) -> None:
    whole = {
        "matter": "ordinary",
        "present": 10,
        "for_heads": 6,
        "for_amount": "2.00",
        "total_amount": "3.00",
    }

    assert refusal("vote", {**whole, **changed}) == (code, field)


@pytest.mark.parametrize(
    ("matter", "code"),
    [(ResolutionMatter.M5, None), (ResolutionMatter.M7, "vote_not_carried"), (None, None)],
)
def test_a_composition_in_a_case_needs_two_thirds_like_the_calculator(
    matter: ResolutionMatter | None, code: str | None
) -> None:
    figures = {"present": 10, "for_heads": 6, "for_fen": 60, "total_fen": 100}
    attempt = an_attempt(**figures, **({"matter": matter} if matter else {}))

    obstacle = vote_is_carried(a_resolution(), attempt)

    assert (obstacle.code if obstacle else None) == code
