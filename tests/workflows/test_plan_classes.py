"""A reorganization plan before its classes: adopted by all, or by the six conditions of article 87(2)."""

from typing import Any

import pytest

from tests.workflows.asking import ask, refusal

KINDS = ("secured", "employee", "tax", "ordinary", "small_ordinary", "equity")
FOUND = {
    "secured_paid_in_full": True,
    "secured_delay_compensated": True,
    "security_not_impaired": True,
    "employees_paid_in_full": True,
    "taxes_paid_in_full": True,
    "plan_percent": "25.00",
    "liquidation_percent": "22.24",
    "equity_adjusted_fairly": True,
    "members_treated_equally": True,
    "order_kept": True,
    "business_plan_feasible": True,
}


def passed(kind: str, **more: Any) -> dict[str, Any]:
    """A class that passed by a head and a fen."""
    return {
        "kind": kind,
        "present": 3,
        "for_heads": 2,
        "for_amount": "2.00",
        "total_amount": "3.00",
        **more,
    }


def failed(kind: str, second: Any = "refused", **more: Any) -> dict[str, Any]:
    """A class that missed both limbs and refused a second vote."""
    return passed(kind, for_heads=1, for_amount="1.99", second=second, **more)


SECOND_PASSED = {"present": 3, "for_heads": 3, "for_amount": "3.00", "total_amount": "3.00"}
SECOND_FAILED = {"present": 3, "for_heads": 1, "for_amount": "3.00", "total_amount": "3.00"}


def judged(*classes: dict[str, Any], **facts: Any) -> Any:
    """What the votes of the classes come to."""
    return ask("plan-classes", {"classes": list(classes), "facts": facts or None})


def test_a_plan_that_every_class_passes_is_adopted() -> None:
    answer = judged(*(passed(kind) for kind in KINDS))

    assert (answer["adopted"], answer["cram_down"]) == (True, None)
    assert all(one["passed"] for one in answer["classes"])


@pytest.mark.parametrize("kind", KINDS)
def test_one_class_that_fails_is_enough_for_the_plan_to_fail(kind: str) -> None:
    answer = judged(*(failed(one) if one == kind else passed(one) for one in KINDS))

    assert answer["adopted"] is False
    assert [one["kind"] for one in answer["classes"] if not one["passed"]] == [kind]


def test_a_class_that_passes_its_second_vote_has_passed() -> None:
    answer = judged(passed("secured"), failed("ordinary", second=SECOND_PASSED))

    assert answer["adopted"] is True
    assert answer["classes"][1]["state"] == "passed"
    assert answer["classes"][1]["second"]["passed"] is True


@pytest.mark.parametrize(
    ("second", "state", "still_open"),
    [(None, "failed", ["ordinary"]), ("refused", "refused", []), (SECOND_FAILED, "failed_twice", [])],
)
def test_approval_is_asked_for_only_after_a_second_vote_or_its_refusal(
    second: Any, state: str, still_open: list[str]
) -> None:
    answer = judged(passed("secured"), failed("ordinary", second=second), **FOUND)

    assert answer["classes"][1]["state"] == state
    assert answer["cram_down"]["second_votes_open"] == still_open
    assert answer["cram_down"]["may_approve"] is (not still_open)


def test_with_all_six_conditions_met_the_court_may_approve() -> None:
    answer = judged(*(failed(kind) for kind in KINDS), **FOUND)

    assert answer["cram_down"]["met"] == [1, 2, 3, 4, 5, 6]
    assert answer["cram_down"]["may_approve"] is True
    assert answer["cram_down"]["minutes"]["one_class_passed"] is False


@pytest.mark.parametrize(
    ("fact", "number", "kind"),
    [
        ("secured_paid_in_full", 1, "secured"),
        ("secured_delay_compensated", 1, "secured"),
        ("security_not_impaired", 1, "secured"),
        ("employees_paid_in_full", 2, "employee"),
        ("taxes_paid_in_full", 2, "tax"),
        ("equity_adjusted_fairly", 4, "equity"),
    ],
)
def test_a_class_that_passed_needs_no_test_of_its_own(fact: str, number: int, kind: str) -> None:
    others = [failed(one) for one in KINDS if one != kind]

    refused = judged(failed(kind), *others, **{**FOUND, fact: False})["cram_down"]
    approved = judged(passed(kind), *others, **{**FOUND, fact: False})["cram_down"]
    absent = judged(*others, **{**FOUND, fact: False})["cram_down"]
    unknown = judged(failed(kind), *others, **{**FOUND, fact: None})["cram_down"]

    assert (refused["missing"], refused["may_approve"]) == ([number], False)
    assert (approved["missing"], approved["may_approve"]) == ([], True)
    assert (absent["missing"], absent["may_approve"]) == ([], True)
    assert (unknown["unknown"], unknown["may_approve"]) == ([number], None)


@pytest.mark.parametrize(
    ("fact", "number"), [("members_treated_equally", 5), ("order_kept", 5), ("business_plan_feasible", 6)]
)
def test_equal_treatment_order_and_feasibility_are_asked_whoever_passed(fact: str, number: int) -> None:
    classes = [passed("secured"), failed("ordinary")]

    assert judged(*classes, **{**FOUND, fact: False})["cram_down"]["missing"] == [number]
    assert judged(*classes, **{**FOUND, fact: None})["cram_down"]["unknown"] == [number]


@pytest.mark.parametrize(
    ("plan", "liquidation", "met"),
    [
        ("25.00", "22.24", True),
        ("22.24", "22.24", True),
        ("22.23", "22.24", False),
        ("22.2375", "462567890/2080123455", False),
        ("22.2376", "462567890/2080123455", True),
        ("1/3", "33.3333", True),
        (None, "22.24", None),
        ("25.00", None, None),
    ],
)
def test_ordinary_creditors_get_at_least_what_a_liquidation_gives(
    plan: str | None, liquidation: str | None, met: bool | None
) -> None:
    facts = {**FOUND, "plan_percent": plan, "liquidation_percent": liquidation}

    third = judged(failed("ordinary"), **facts)["cram_down"]["conditions"][2]

    assert (third["number"], third["met"]) == (3, met)


@pytest.mark.parametrize(("small", "met"), [("22.24", True), ("22.23", False), (None, True)])
def test_small_claims_may_have_a_ratio_of_their_own(small: str | None, met: bool) -> None:
    facts = {**FOUND, "small_plan_percent": small}

    answer = judged(passed("ordinary"), failed("small_ordinary"), **facts)

    assert answer["cram_down"]["conditions"][2]["met"] is met


def test_votes_alone_leave_the_conditions_open() -> None:
    answer = judged(failed("ordinary"))

    assert answer["cram_down"]["may_approve"] is None
    assert answer["cram_down"]["unknown"] == [3, 5, 6]


def test_every_condition_names_its_item_of_article_87() -> None:
    conditions = judged(failed("ordinary"))["cram_down"]["conditions"]

    items = "一二三四五六"
    assert all(
        any(f"第八十七条第二款第{item}项" in place for place in one["basis"])
        for one, item in zip(conditions, items, strict=True)
    )


def test_two_classes_of_a_kind_must_both_pass_or_meet_the_test() -> None:
    classes = [passed("secured", name="抵押一组"), failed("secured", name="抵押二组")]

    answer = judged(*classes, **{**FOUND, "security_not_impaired": False})

    assert answer["cram_down"]["missing"] == [1]


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({}, "bad_list", "classes"),
        ({"classes": []}, "bad_list", "classes"),
        ({"classes": [5]}, "not_an_object", "classes.0"),
        ({"classes": [passed("social")]}, "bad_choice", "classes.0.kind"),
        ({"classes": [passed("tax"), passed("tax")]}, "named_twice", "classes.1.name"),
        ({"classes": [passed("tax", second="refused")]}, "already_passed", "classes.0.second"),
        ({"classes": [failed("tax", second="later")]}, "not_an_object", "classes.0.second"),
        (
            {"classes": [failed("tax", second={**SECOND_PASSED, "for_heads": 4})]},
            "more_than_all",
            "classes.0.second.for_heads",
        ),
        ({"classes": [passed("tax", for_amount="4.00")]}, "more_than_all", "classes.0.for_amount"),
        ({"classes": [passed("tax")], "facts": {"fair": True}}, "unknown_field", "facts.fair"),
        ({"classes": [passed("tax")], "facts": {"order_kept": "yes"}}, "bad_yes_no", "facts.order_kept"),
        ({"classes": [passed("tax")], "facts": {"plan_percent": "101"}}, "bad_number", "facts.plan_percent"),
        ({"classes": [passed("tax")], "facts": {"plan_percent": "3/0"}}, "bad_number", "facts.plan_percent"),
        ({"classes": [passed("tax")], "facts": {"plan_percent": "3/2"}}, "bad_number", "facts.plan_percent"),
        ({"classes": [passed("tax")], "facts": []}, "not_an_object", "facts"),
    ],
)
def test_votes_that_cannot_be_are_named_by_class_and_field(data: Any, code: str, field: str) -> None:
    assert refusal("plan-classes", data) == (code, field)
