"""What always holds of a count, whoever votes in whatever order; published votes by classes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import BallotChoice as B
from tests.workflows.asking import ask
from workflows.calculations.money import percent
from workflows.calculations.tally import Cast, tally
from workflows.law.votes import VOTE_RULES, VoteMatter, VoteRule

RULES = st.sampled_from([rule for matter, rule in VOTE_RULES.items() if matter != VoteMatter.EQUITY_CLASS])
FEN = st.integers(0, 10**12)
CASTS = st.lists(
    st.builds(Cast, st.booleans(), FEN, st.booleans(), st.sampled_from([*B, None])), min_size=1, max_size=12
)


def passes(rule: VoteRule, casts: list[Cast]) -> bool:
    """Whether a vote is carried."""
    return tally(rule, casts, {}).result.passed


@given(RULES, CASTS, st.randoms(use_true_random=False))
def test_the_order_of_ballots_does_not_matter(rule: VoteRule, casts: list[Cast], chance: Any) -> None:
    mixed = chance.sample(casts, len(casts))

    assert tally(rule, mixed, {}) == tally(rule, casts, {})


@given(RULES, CASTS, FEN, st.sampled_from([B.AGAINST, B.ABSTAIN, None]), st.booleans())
def test_another_creditor_who_does_not_approve_never_carries_a_vote(
    rule: VoteRule, casts: list[Cast], fen: int, said: B | None, attends: bool
) -> None:
    more = [*casts, Cast(True, fen, attends, said)]

    assert passes(rule, casts) or not passes(rule, more)


@given(RULES, CASTS, st.integers(0, 11), st.sampled_from([B.AGAINST, B.ABSTAIN]))
def test_a_vote_changed_away_from_approval_never_carries_a_motion(
    rule: VoteRule, casts: list[Cast], which: int, said: B
) -> None:
    one = casts[which % len(casts)]
    changed = [Cast(one.may_vote, one.counts_fen, True, said) if cast is one else cast for cast in casts]

    assert passes(rule, casts) or not passes(rule, changed) or one.choice != B.FOR


@given(RULES, CASTS, FEN)
def test_another_approval_never_defeats_a_motion(rule: VoteRule, casts: list[Cast], fen: int) -> None:
    more = [*casts, Cast(True, fen, True, B.FOR)]

    assert passes(rule, more) or not passes(rule, casts)


@given(RULES, CASTS, FEN)
def test_who_may_not_vote_changes_no_head(rule: VoteRule, casts: list[Cast], fen: int) -> None:
    before = tally(rule, casts, {})

    after = tally(rule, [*casts, Cast(False, fen, True, B.FOR)], {})

    assert (after.present, after.voters, after.choices) == (before.present, before.voters, before.choices)
    assert after.total_fen == before.total_fen + fen


def of_class(kind: str, present: int, heads: int, amount: str, total: str) -> dict[str, Any]:
    """The vote of a class on a plan of reorganization."""
    figures = {"present": present, "for_heads": heads, "for_amount": amount, "total_amount": total}
    return {"kind": kind, **figures}


def test_the_class_that_was_published_in_2014_passed_by_heads_and_two_thirds() -> None:
    """V02: 12 of 17 heads, 84.54 % of 294,426,719.35 yuan."""
    answer = ask("plan-classes", {"classes": [of_class("ordinary", 17, 12, "248914529.64", "294426719.35")]})

    assert answer["classes"][0]["passed"] is True


def test_the_plan_that_was_published_in_2011_failed_in_two_of_three_classes() -> None:
    """V03: secured 1 of 4 with 7 %, taxes alone and whole, ordinary 17 of 33 with 20.38 %."""
    answer = ask(
        "plan-classes",
        {
            "classes": [
                of_class("secured", 4, 1, "7.00", "100.00"),
                of_class("tax", 1, 1, "100.00", "100.00"),
                of_class("ordinary", 33, 17, "20.38", "100.00"),
            ]
        },
    )

    assert [one["passed"] for one in answer["classes"]] == [False, True, False]
    assert answer["adopted"] is False
    assert answer["classes"][2]["heads"]["passed"] is True


def test_a_published_estate_of_2005_covered_its_debts_to_little_more_than_half() -> None:
    """D20: 323,572.19 of assets, 601,424.68 of debts (in 10,000 yuan): 185.87 % the other way round."""
    claims = [{"id": "1", "rank": "ordinary", "amount": "6014246800.00"}]

    answer = ask("distribution", {"pool": "3235721900.00", "claims": claims})

    assert answer["rates"]["ordinary"]["percent"] == percent(32_357_219, 60_142_468) == "53.8009"
    assert percent(60_142_468, 32_357_219) == "185.8703"
