"""Claims whose rank is for the court: its usage, a reason against it, a decision; and how they vote."""

from typing import Any

import pytest
from sqlalchemy import select

from court_app.services.meetings import voting_roll
from models import Case, Distribution
from models.vocabulary import ClaimClass
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.test_claims import announce
from tests.liquidation.test_distributions import today
from tests.liquidation.test_endings import set_of_court
from workflows.text import thaw

OPEN = [
    ("INJURY", "injury_damages_with_wages", False),
    ("WAGE_ADVANCE", "wage_advances_with_wages", True),
    ("HOUSING_FUND", "housing_fund_with_wages", True),
    ("CASUAL_WAGES", "casual_wages_with_wages", False),
    ("STAFF_LOAN", "staff_loans_with_wages", False),
]
WHY = "伤者无其他生活来源。"


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    announce(opened)
    return opened


def registered(case: Liquidation, *kinds: str) -> int:
    """A claim of 50,000 yuan for each of these is filed and registered; returns its number."""
    figures = [{"kind": kind, "filed_fen": "50000"} for kind in kinds]
    filed = {"creditor_name": "江澜市第一人民医院", "basis": "侵权", "figures": figures}
    serial = case.begin("claims", "file_claim", **filed)
    case.move("claims", serial, "register_claim")
    return serial


def reviewed(case: Liquidation, serial: int, found: str, *admitted: str, **more: Any) -> list[str]:
    """A claim is reviewed, 50,000 yuan of every figure if nothing else is said; returns why not."""
    sums = admitted or ("50000",)
    figures = [{"position": place, "admitted_fen": fen} for place, fen in enumerate(sums, 1)]
    told = {"claim_class": found, "figures": figures, "limitation_kept": True, "opinion": "属实。", **more}
    return case.refused(case.move, "claims", serial, "review_claim", **told)


@pytest.mark.parametrize(("kind", "_setting", "with_wages"), OPEN)
def test_what_this_court_usually_does_needs_no_reason_and_the_contrary_does(
    invited: Liquidation, kind: str, _setting: str, with_wages: bool
) -> None:
    usual, other = ("EMP", "ORD") if with_wages else ("ORD", "EMP")
    one, another = registered(invited, kind), registered(invited, kind)

    as_usual = reviewed(invited, one, usual)
    bare = reviewed(invited, another, other)
    explained = reviewed(invited, another, other, rank_reason=WHY)

    assert (as_usual, bare, explained) == ([], ["rank_against_usage"], [])
    assert invited.part("claims", another).claim_class == ClaimClass(other)


@pytest.mark.parametrize(("kind", "setting", "with_wages"), OPEN)
def test_a_court_that_sets_the_contrary_asks_for_the_reason_on_the_other_side(
    invited: Liquidation, kind: str, setting: str, with_wages: bool
) -> None:
    set_of_court(invited, **{setting: not with_wages})
    serial, usual = registered(invited, kind), "EMP" if with_wages else "ORD"

    assert reviewed(invited, serial, usual) == ["rank_against_usage"]
    assert reviewed(invited, serial, "ORD" if with_wages else "EMP") == []


def test_a_refusal_names_the_article_and_the_working_keeps_reason_and_article(invited: Liquidation) -> None:
    serial = registered(invited, "INJURY")

    reviewed(invited, serial, "EMP", rank_reason=WHY)

    claim = invited.part("claims", serial)
    assert claim.rank_reason == WHY
    assert "".join(thaw(line) for line in claim.rank_working) == (
        "第1项人身损害赔偿50,000.00元：列为职工债权；本院通常列为普通债权。理由：伤者无其他生活来源。"
        "（《全国法院破产审判工作会议纪要》第二十八条；《中华人民共和国企业破产法》第一百一十三条第一款第一项）"
    )


@pytest.mark.parametrize("found", ["EMP", "ORD"])
def test_the_punitive_part_is_neither_wages_nor_ordinary_but_subordinated(
    invited: Liquidation, found: str
) -> None:
    set_of_court(invited, injury_damages_with_wages=found == "EMP")
    serial = registered(invited, "INJURY", "PUNITIVE")

    whole = reviewed(invited, serial, found, "50000", "50000", rank_reason=WHY)
    without = reviewed(invited, serial, found, "50000", "0")
    alone = reviewed(invited, registered(invited, "PUNITIVE"), "SUB")

    assert (whole, without, alone) == (["figure_of_another_class"], [], [])


def test_one_figure_that_is_reviewed_as_a_sum_is_asked_for_its_reason_too(invited: Liquidation) -> None:
    serial = registered(invited, "INJURY")
    told = {"claim_class": "EMP", "admitted_fen": "50000", "limitation_kept": True, "opinion": "属实。"}

    bare = invited.refused(invited.move, "claims", serial, "review_claim", **told)

    assert bare == ["rank_against_usage"]


def test_the_judge_decides_and_the_review_follows(invited: Liquidation) -> None:
    serial = registered(invited, "INJURY")
    decided = {"rank": "EMP", **REASON}

    by_clerk = invited.refused(invited.move, "claims", serial, "decide_rank", CLERK, **decided)
    invited.move("claims", serial, "decide_rank", JUDGE, **decided)

    against = reviewed(invited, serial, "ORD", rank_reason="另有看法。")
    with_it = reviewed(invited, serial, "EMP")
    assert by_clerk == ["not_permitted"]
    assert (against, with_it) == (["rank_was_decided"], [])
    claim = invited.part("claims", serial)
    assert (claim.rank_decided, claim.rank_reason) == (ClaimClass.EMP, REASON["reason"])
    assert "法院决定列为职工债权" in thaw(claim.rank_working[0])


def test_a_decision_after_the_review_moves_the_claim_and_its_register(invited: Liquidation) -> None:
    serial = registered(invited, "INJURY")
    reviewed(invited, serial, "ORD")

    invited.move("claims", serial, "decide_rank", JUDGE, rank="EMP", **REASON)

    assert invited.part("claims", serial).claim_class == ClaimClass.EMP


def test_a_decision_does_not_carry_other_figures_along(invited: Liquidation) -> None:
    mixed = registered(invited, "INJURY", "PRINCIPAL")
    reviewed(invited, mixed, "ORD", "50000", "50000")
    decide = (invited.move, "claims", mixed, "decide_rank", JUDGE)

    assert invited.refused(*decide, rank="EMP", **REASON) == ["figure_of_another_class"]
    assert invited.refused(*decide, rank="ORD", **REASON) == []


def test_what_the_law_ranks_itself_is_not_decided(invited: Liquidation) -> None:
    serial = registered(invited, "PRINCIPAL")

    refused = invited.refused(invited.move, "claims", serial, "decide_rank", JUDGE, rank="EMP", **REASON)

    assert refused == ["rank_is_settled_by_law"]


@pytest.mark.parametrize(("kind", "code"), [("HOUSING_FUND", []), ("CASUAL_WAGES", ["rank_against_usage"])])
def test_what_is_listed_beside_wages_follows_the_usage_too(
    invited: Liquidation, kind: str, code: list[str]
) -> None:
    figures = [{"kind": "WAGES", "filed_fen": "9000"}, {"kind": kind, "filed_fen": "1000"}]
    listed = {"creditor_name": "周小芸", "figures": figures, "basis": "欠薪", "publicised_on": today(invited)}
    begin = (invited.begin, "claims", "list_employee_claim")

    assert invited.refused(*begin, **listed) == code
    assert invited.refused(*begin, **listed, rank_reason="当地一贯如此。") == []


def test_who_has_the_rank_of_wages_is_paid_before_ordinary_claims_and_the_working_says_so(
    planned: Liquidation,
) -> None:
    serial = registered(planned, "INJURY")
    reviewed(planned, serial, "EMP", rank_reason=WHY)
    planned.move("claims", serial, "list_claim")
    planned.move("claims", serial, "verify", meeting_serial=1)
    planned.step("confirm_claims", JUDGE, serials=str(serial))

    planned.final(410_000)

    assert planned.shares()[serial] == (5_000_000, "PAID")
    assert [planned.shares()[other][0] for other in (1, 2, 3)] == [12_000_000] * 3
    with planned.play.bench.reading() as session:
        made = session.scalars(select(Distribution).where(Distribution.case_id == planned.case)).one()
        assert f"第{serial}号债权按职工债权的顺序清偿" in "".join(thaw(line) for line in made.working)


def votes_as(case: Liquidation, serial: int) -> ClaimClass:
    """The class in which a claim stands on a roll."""
    with case.play.bench.reading() as session:
        stakes = voting_roll.stakes_of(session, session.get_one(Case, case.case))
        return next(stake.claim_class for stake in stakes if stake.serial == serial)


@pytest.mark.parametrize(
    ("kinds", "votes"),
    [
        (("INJURY",), ClaimClass.ORD),
        (("STAFF_LOAN",), ClaimClass.ORD),
        (("WAGE_ADVANCE",), ClaimClass.EMP),
        (("HOUSING_FUND", "INJURY"), ClaimClass.EMP),
    ],
)
def test_the_rank_of_wages_alone_takes_no_vote_away(
    invited: Liquidation, kinds: tuple[str, ...], votes: ClaimClass
) -> None:
    serial = registered(invited, *kinds)

    reviewed(invited, serial, "EMP", *("50000" for _ in kinds), rank_reason=WHY)

    claim = invited.part("claims", serial)
    assert (claim.claim_class, claim.class_voting) == (ClaimClass.EMP, votes)
    assert votes_as(invited, serial) == votes
