"""Claims that depend on something: which kind, in which words, and to whom the share goes in the end."""

from datetime import timedelta
from typing import Any

import pytest
from marshmallow import ValidationError

from court_app.services.claims.claim_import_run import claim_values, coming_of
from court_app.services.claims.claim_table import CLAIMS
from court_app.services.sheets import Days, read_sheet
from models import Case, ClaimImport
from models.vocabulary import ConditionKind
from tests.liquidation.playing import (
    FIRST_DAY,
    JUDGE,
    REASON,
    RESOLUTIVE,
    SUSPENSIVE,
    Liquidation,
    came_about,
    today,
)
from tests.liquidation.test_claim_import import run, upload
from tests.liquidation.test_claims import announce
from tests.liquidation.test_distributions import confirmed

TERM = {"condition_kind": "TERM", "condition": "2027年3月1日到期"}
NAME = "江澜市附条件担保有限公司"


def settled(case: Liquidation, serial: int, **told: Any) -> list[str]:
    """A share in escrow is settled by its condition; returns why not."""
    return case.refused(case.step, "settle_conditional_share", claim_serial=serial, **told, **REASON)


@pytest.mark.parametrize(
    ("kind", "happened", "state"),
    [
        (SUSPENSIVE, True, (9_000_000, "RELEASED")),
        (SUSPENSIVE, False, (0, "REDISTRIBUTED")),
        (RESOLUTIVE, True, (0, "REDISTRIBUTED")),
        (RESOLUTIVE, False, (9_000_000, "RELEASED")),
    ],
)
def test_a_suspensive_condition_gives_the_share_and_a_resolutive_one_takes_it(
    planned: Liquidation, kind: dict[str, str], happened: bool, state: tuple[int, str]
) -> None:
    serial = confirmed(planned, NAME, 900_000, **kind)
    planned.final(360_000)

    refused = settled(planned, serial, **came_about(planned, happened))

    assert refused == []
    assert planned.shares()[serial] == state
    assert sum(fen for fen, _ in planned.shares().values()) == 36_000_000


@pytest.mark.parametrize(("days", "code"), [(0, []), (1, ["condition_came_about_too_late"])])
def test_the_day_of_the_announcement_still_counts_and_the_next_does_not(
    planned: Liquidation, days: int, code: list[str]
) -> None:
    serial = confirmed(planned, NAME, 900_000, **SUSPENSIVE)
    planned.final(360_000)
    day = planned.play.day + timedelta(days=days)
    planned.later(3)

    assert settled(planned, serial, came_about=True, came_about_on=day.isoformat()) == code


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"came_about": True}, "came_about_on"),
        ({"came_about": False, "came_about_on": "2026-03-02"}, "came_about"),
    ],
)
def test_the_day_is_told_where_the_condition_came_about(
    planned: Liquidation, told: dict[str, Any], field: str
) -> None:
    serial = confirmed(planned, NAME, 900_000, **SUSPENSIVE)
    planned.final(360_000)

    with pytest.raises(ValidationError) as wrong:
        settled(planned, serial, **told)

    assert list(wrong.value.messages_dict) == [field]


@pytest.mark.parametrize(
    ("happened", "share", "others"), [(True, (6_750_000, "PAID"), 6_750_000), (False, None, 9_000_000)]
)
def test_a_condition_that_was_decided_is_not_asked_again_in_a_supplementary_distribution(
    planned: Liquidation, happened: bool, share: tuple[int, str] | None, others: int
) -> None:
    serial = confirmed(planned, NAME, 900_000, **SUSPENSIVE)
    planned.final(360_000)
    settled(planned, serial, **came_about(planned, happened))
    planned.spend_the_rest()
    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)
    found = {"found_fen": "300000", "costs_fen": "30000", "asked_on": today(planned), **REASON}

    planned.step("supplementary_distribution", JUDGE, **found)

    assert planned.shares(2).get(serial) == share
    assert planned.shares(2)[1] == (others, "PAID")


def test_a_claim_limited_in_time_is_due_at_the_acceptance_and_paid(planned: Liquidation) -> None:
    serial = confirmed(planned, NAME, 900_000, **TERM)

    planned.final(360_000)

    assert planned.shares()[serial] == (9_000_000, "PAID")
    assert planned.part("claims", serial).condition_kind == ConditionKind.TERM


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"condition_kind": "SUSPENSIVE"}, "condition"),
        ({"condition_kind": "TERM"}, "condition"),
        ({"condition": "验收合格"}, "condition_kind"),
    ],
)
def test_a_kind_goes_with_its_words_and_words_with_a_kind(
    planned: Liquidation, told: dict[str, str], field: str
) -> None:
    with pytest.raises(ValidationError) as wrong:
        planned.file(NAME, 900_000, **told)

    assert list(wrong.value.messages_dict) == [field]


def test_the_review_may_find_another_kind_in_the_creditors_own_words(planned: Liquidation) -> None:
    serial = planned.file(NAME, 900_000, **TERM)
    planned.move("claims", serial, "register_claim")
    found = {"claim_class": "ORD", "admitted_fen": "900000", "limitation_kept": True, "opinion": "属实。"}

    planned.move("claims", serial, "review_claim", **found, condition_kind="RESOLUTIVE")

    claim = planned.part("claims", serial)
    assert (claim.condition_kind, claim.condition) == (ConditionKind.RESOLUTIVE, TERM["condition"])
    assert claim.flags["conditional"]


def test_a_condition_found_without_words_is_asked_for_them(planned: Liquidation) -> None:
    found = {"condition_kind": "SUSPENSIVE", **REASON}
    record = (planned.move, "claims", 1, "record_condition")

    bare = planned.refused(*record, **found)
    named = planned.refused(*record, **found, condition="验收合格")

    assert (bare, named) == (["condition_not_named"], [])
    planned.final(360_000)
    assert planned.shares()[1] == (12_000_000, "CONDITIONAL")


def test_what_lies_in_escrow_keeps_a_condition_and_may_be_of_the_other_kind(planned: Liquidation) -> None:
    serial = confirmed(planned, NAME, 900_000, **SUSPENSIVE)
    planned.final(360_000)
    record = (planned.move, "claims", serial, "record_condition")

    freed = planned.refused(*record, condition_kind="NONE", **REASON)
    corrected = planned.refused(*record, **RESOLUTIVE, **REASON)

    assert (freed, corrected) == (["share_lies_in_escrow"], [])
    assert settled(planned, serial, **came_about(planned, False)) == []
    assert planned.shares()[serial] == (9_000_000, "RELEASED")


def test_a_claim_of_which_nobody_wrote_the_kind_is_asked_for_it_first(planned: Liquidation) -> None:
    serial = confirmed(planned, NAME, 900_000, **SUSPENSIVE)
    planned.final(360_000)
    with planned.play.bench.writing() as session, session.begin():
        session.merge(planned.part("claims", serial)).condition_kind = ConditionKind.NONE

    bare = settled(planned, serial, **came_about(planned, True))
    planned.move("claims", serial, "record_condition", **SUSPENSIVE, **REASON)

    assert bare == ["condition_kind_unknown"]
    assert settled(planned, serial, came_about=True, came_about_on=today(planned)) == []


def table_of(*rows: str) -> bytes:
    """A table of claims that says what each depends on."""
    return "\n".join(("债权人,申报金额,附条件、附期限,条件、期限的内容", *rows)).encode()


def test_a_table_says_which_kind_and_what_it_is(opened: Liquidation) -> None:
    announce(opened)
    rows = (
        "甲公司,100,附生效条件,验收合格",
        "乙公司,200,附解除条件,主债务清偿",
        "丙公司,300,附期限,三月一日",
        "丁公司,400,,",
    )

    run(opened, upload(opened, table_of(*rows)))

    claims = [opened.part("claims", serial) for serial in (1, 2, 3, 4)]
    assert [claim.condition_kind.value for claim in claims] == ["SUSPENSIVE", "RESOLUTIVE", "TERM", "NONE"]
    assert [claim.condition for claim in claims] == ["验收合格", "主债务清偿", "三月一日", ""]
    assert [bool(claim.flags.get("conditional")) for claim in claims] == [True, True, False, False]


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ("甲公司,100,是,验收合格", "附条件、附期限"),
        ("甲公司,100,附生效条件,", "条件、期限的内容"),
        ("甲公司,100,,验收合格", "附条件、附期限"),
    ],
)
def test_a_bare_yes_and_a_kind_without_words_are_named_in_a_table(row: str, heading: str) -> None:
    (read,) = read_sheet(table_of(row), Days(FIRST_DAY, FIRST_DAY), CLAIMS)

    assert [name for name, _ in read.wrong] == [heading]


def test_a_row_read_before_the_kind_was_asked_stays_conditional() -> None:
    content = {"filed_fen": 100, "conditional": True}

    made = claim_values(content, coming_of(ClaimImport(case=Case(flags={})), FIRST_DAY))

    assert (made["flags"], made["condition_kind"]) == ({"conditional": True}, ConditionKind.NONE)
