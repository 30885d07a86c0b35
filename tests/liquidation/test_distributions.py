"""Distributions and shares: late claims, escrow for suits and conditions, what is not collected."""

from datetime import timedelta

import pytest

from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CARRIED, JUDGE, LOST, REASON, SUSPENSIVE, Liquidation, came_about, today


def confirmed(case: Liquidation, name: str, yuan: int, claim_class: str = "ORD", **data: object) -> int:
    """A late claim is filed, verified and confirmed; returns its number."""
    serial = case.file(name, yuan, **data)
    case.list_claim(serial, yuan, claim_class)
    case.move("claims", serial, "verify", meeting_serial=1)
    case.step("confirm_claims", JUDGE, serials=str(serial))
    return serial


def sued(case: Liquidation, filed: int, admitted: int) -> int:
    """A late claim that its creditor sues for; returns its number."""
    serial = case.file("江澜新诉争贸易有限公司", filed)
    case.list_claim(serial, admitted)
    case.move("claims", serial, "verify", meeting_serial=1)
    case.move("claims", serial, "dispute", objector="该债权人", reason="应当全额确认。")
    case.move("claims", serial, "sue", forum="本院")
    return serial


def ended(case: Liquidation) -> None:
    """The procedure is ended after the last distribution."""
    case.spend_the_rest()
    case.step("request_termination_120", report="分配完结。", **REASON)
    case.step("terminate_120", JUDGE, **REASON)


def judged(case: Liquidation, serial: int, yuan: int, claim_class: str = "ORD") -> None:
    """A judgment fixes a claim."""
    case.move("claims", serial, "judge", fixed_fen=str(yuan), claim_class=claim_class, reference="生效判决")


def settle(case: Liquidation, step: str, serial: int, *, to_creditor: bool) -> list[str]:
    """Settle a share in escrow; returns why not, if it is refused."""
    who = JUDGE if step == "release_litigation_escrow" else "heqieyu"
    conditional = step == "settle_conditional_share"
    told = came_about(case, to_creditor) if conditional else {"to_creditor": to_creditor}
    return case.refused(case.step, step, who, claim_serial=serial, **told, **REASON)


def test_a_late_claim_shares_in_what_is_left_and_not_in_what_was_distributed(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="270000", announced_on=today(planned))
    serial = confirmed(planned, "江澜市迟申报贸易有限公司", 900_000)

    planned.final(400_000)

    assert planned.part("claims", serial).flags["late"]
    assert planned.shares(1) == dict.fromkeys((1, 2, 3), (9000000, "PAID"))
    assert planned.shares(2) == dict.fromkeys((1, 2, 3, serial), (10000000, "PAID"))


def test_after_the_last_distribution_nobody_files_any_more(planned: Liquidation) -> None:
    on_the_day = planned.file("江澜市赶上贸易有限公司", 1000)

    planned.final(700_000)

    assert planned.part("claims", on_the_day).state == "FILED"
    assert planned.refused(planned.file, "江澜市错过贸易有限公司", 1000) == ["claims_are_closed"]


def test_employees_are_full_before_taxes_and_taxes_before_the_rest(planned: Liquidation) -> None:
    tax = confirmed(planned, "江澜市税务局", 200_000, "TAX")
    staff = planned.begin(
        "claims",
        "list_employee_claim",
        creditor_name="赵工",
        filed_fen="100000",
        basis="工资",
        publicised_on=today(planned),
    )
    planned.move("claims", staff, "verify", meeting_serial=1)
    planned.step("confirm_claims", JUDGE, serials=str(staff))

    planned.final(250_000)

    shares = planned.shares()
    assert (shares[staff][0], shares[tax][0], shares[1][0]) == (10_000_000, 15_000_000, 0)


def test_a_creditor_who_sues_because_nothing_was_admitted_finds_his_share_laid_aside(
    planned: Liquidation,
) -> None:
    serial = sued(planned, 900_000, 0)

    planned.final(400_000)

    assert planned.shares()[serial] == (10_000_000, "LITIGATED")
    assert planned.flags["litigated_shares"]


def test_a_partial_win_is_paid_and_the_rest_goes_to_the_others(planned: Liquidation) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(400_000)
    ended(planned)
    early = settle(planned, "release_litigation_escrow", serial, to_creditor=True)
    judged(planned, serial, 300_000)
    robbed = settle(planned, "release_litigation_escrow", serial, to_creditor=False)

    settle(planned, "release_litigation_escrow", serial, to_creditor=True)

    assert (early, robbed) == (["litigation_not_over"], ["share_is_the_creditors"])
    assert planned.shares() == dict.fromkeys((1, 2, 3), (12000000, "PAID")) | {
        serial: (4_000_000, "RELEASED")
    }
    assert planned.papers()[-1] == D.ESCROW_RULING


def test_a_lost_suit_frees_the_whole_share(planned: Liquidation) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(360_000)
    judged(planned, serial, 0)

    settle(planned, "release_litigation_escrow", serial, to_creditor=False)

    shares = planned.shares()
    assert shares[serial] == (0, "REDISTRIBUTED")
    assert [shares[n][0] for n in (1, 2, 3)] == [12_000_000] * 3


def test_who_has_won_is_paid_before_the_last_distribution_and_who_has_lost_frees_his_share(
    planned: Liquidation,
) -> None:
    """EBL 119 lays aside while the suit is undecided: 360,000 to 3,600,000 is a tenth."""
    won, lost = sued(planned, 450_000, 0), sued(planned, 450_000, 0)
    planned.step("distribute", pool_fen="360000", announced_on=today(planned))
    early = settle(planned, "release_litigation_escrow", won, to_creditor=True)
    judged(planned, won, 450_000)
    judged(planned, lost, 0)

    paid = settle(planned, "release_litigation_escrow", won, to_creditor=True)
    freed = settle(planned, "release_litigation_escrow", lost, to_creditor=False)

    assert (early, paid, freed) == (["litigation_not_over"], [], [])
    shares = planned.shares(1)
    assert shares[lost] == (0, "REDISTRIBUTED")
    assert shares[won] == (5_142_857, "RELEASED")
    assert sum(fen for fen, _ in shares.values()) == 36_000_000


def test_a_claim_fixed_at_less_shares_in_a_later_distribution_before_its_escrow_is_divided_again(
    planned: Liquidation,
) -> None:
    planned.hold_money(2_250_000)
    serial = sued(planned, 900_000, 1)
    planned.step("distribute", pool_fen="1800000", announced_on=today(planned))
    judged(planned, serial, 300_000)

    planned.final(600_000)
    settle(planned, "release_litigation_escrow", serial, to_creditor=True)

    others = (1, 2, 3)
    assert planned.shares(2) == {**dict.fromkeys(others, (18000000, "PAID")), serial: (6000000, "PAID")}
    assert planned.shares(1) == {**dict.fromkeys(others, (54000000, "PAID")), serial: (18000000, "RELEASED")}


@pytest.mark.parametrize(("after", "code"), [(0, ["litigation_not_over"]), (1, [])])
def test_after_two_years_an_escrow_goes_to_the_others(
    planned: Liquidation, after: int, code: list[str]
) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(360_000)
    ended(planned)
    last = planned.clocks(K.LITIGATION_ESCROW)[0].due_on
    planned.on(last + timedelta(days=after))

    assert settle(planned, "release_litigation_escrow", serial, to_creditor=False) == code
    assert sum(fen for fen, _ in planned.shares().values()) == 36_000_000


@pytest.mark.parametrize(("after", "code"), [(0, ["share_is_the_creditors"]), (1, [])])
def test_who_won_within_the_two_years_keeps_his_share_however_late_it_is_paid(
    planned: Liquidation, after: int, code: list[str]
) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(360_000)
    ended(planned)
    last = planned.clocks(K.LITIGATION_ESCROW)[0].due_on
    planned.on(last + timedelta(days=after))
    judged(planned, serial, 900_000)
    planned.on(last + timedelta(days=150))

    assert settle(planned, "release_litigation_escrow", serial, to_creditor=False) == code


@pytest.mark.parametrize(("after", "code"), [(0, ["litigation_not_over"]), (1, [])])
def test_two_years_after_the_end_decide_also_over_what_was_laid_aside_after_it(
    planned: Liquidation, after: int, code: list[str]
) -> None:
    """The last distribution gave ordinary claims nothing; what was found later gave a share to lay aside."""
    serial = sued(planned, 900_000, 0)
    confirmed(planned, "江澜市税务局", 300_000, "TAX")
    planned.final(300_000)
    ended(planned)
    found = {"found_fen": "360000", "costs_fen": "0", "asked_on": today(planned), **REASON}
    planned.step("supplementary_distribution", JUDGE, **found)
    last = planned.clocks(K.SUPPLEMENTARY_DISTRIBUTION)[0].due_on
    planned.on(last + timedelta(days=after))

    refused = settle(planned, "release_litigation_escrow", serial, to_creditor=False)

    assert planned.clocks(K.LITIGATION_ESCROW) == []
    assert refused == code
    assert planned.shares(2)[1] == ((9_000_000, "PAID") if code else (12_000_000, "PAID"))


@pytest.mark.parametrize(("fulfilled", "others"), [(True, 9_000_000), (False, 12_000_000)])
def test_the_day_of_the_last_announcement_decides_a_condition(
    planned: Liquidation, fulfilled: bool, others: int
) -> None:
    serial = confirmed(planned, "江澜市附条件担保有限公司", 900_000, **SUSPENSIVE)
    planned.final(360_000)
    waiting = planned.shares()[serial]

    settle(planned, "settle_conditional_share", serial, to_creditor=fulfilled)

    assert waiting == (9_000_000, "CONDITIONAL")
    assert planned.shares()[1][0] == others
    assert sum(fen for fen, _ in planned.shares().values()) == 36_000_000
    assert settle(planned, "settle_conditional_share", serial, to_creditor=True) == ["no_conditional_share"]


@pytest.mark.parametrize(("after", "collects"), [(0, True), (1, False)])
def test_a_share_is_collected_within_two_months_or_waived(
    planned: Liquidation, after: int, collects: bool
) -> None:
    planned.final(360_000)
    planned.step("deposit_unclaimed_share", claim_serial=3)
    last = planned.clocks(K.UNCLAIMED_SHARE)[0].due_on
    planned.on(last + timedelta(days=after))

    refused = settle(planned, "release_unclaimed_share", 3, to_creditor=not collects)
    settle(planned, "release_unclaimed_share", 3, to_creditor=collects)

    assert refused == (["share_has_not_lapsed"] if collects else ["share_is_waived"])
    shares = planned.shares()
    assert shares[3] == ((12_000_000, "RELEASED") if collects else (0, "REDISTRIBUTED"))
    assert shares[1][0] == (12_000_000 if collects else 18_000_000)


def test_a_freed_share_of_a_full_rank_goes_down_to_the_next(planned: Liquidation) -> None:
    tax = confirmed(planned, "江澜市税务局", 100_000, "TAX")
    social = confirmed(planned, "江澜市社会保险中心", 100_000, "SOC", **SUSPENSIVE)
    planned.final(470_000)

    settle(planned, "settle_conditional_share", social, to_creditor=False)

    shares = planned.shares()
    assert (shares[tax][0], shares[social][0]) == (10_000_000, 0)
    assert [shares[n][0] for n in (1, 2, 3)] == [12_333_334, 12_333_333, 12_333_333]


def test_more_than_all_claims_is_not_distributed(planned: Liquidation) -> None:
    from court_app.errors import BadInput

    planned.sell(2_000_000)

    with pytest.raises(BadInput):
        planned.final(2_700_001)

    assert (planned.state, planned.shares()) == ("LQ_DECLARED", {})


def test_money_that_has_not_come_in_is_not_distributed(planned: Liquidation) -> None:
    too_much = planned.refused(planned.final, 750_001)

    planned.final(750_000)

    assert too_much == ["money_is_not_there"]
    assert sum(fen for fen, _ in planned.shares().values()) == 75_000_000


def test_land_and_buildings_are_major_whatever_they_are_worth(met: Liquidation) -> None:
    kinds = ("BUILDING", "LAND", "EQUIPMENT")

    found = [met.begin("assets", "find_asset", kind=kind, name="一项") for kind in kinds]

    assert [met.part("assets", serial).major for serial in found] == [True, True, False]


def test_a_plan_fails_twice_before_the_court_may_rule(declared: Liquidation) -> None:
    plan = {"available_fen": "1", "remuneration_fen": "0", "order_and_ratio": "按比例。", "method": "转账。"}
    declared.step("propose_distribution_plan", **plan)
    untrue = declared.refused(declared.step, "distribution_plan_passed", **LOST)
    declared.step("distribution_plan_failed", **LOST)
    early = declared.refused(declared.step, "court_rules_distribution", JUDGE, **REASON)
    declared.step("propose_distribution_plan", **plan)
    changed = declared.flags["distribution_plan"]
    declared.step("distribution_plan_failed_twice", **LOST)
    third = declared.refused(declared.step, "propose_distribution_plan", **plan)

    declared.step("court_rules_distribution", JUDGE, **REASON)

    assert (untrue, early, third) == (["vote_not_carried"], ["wrong_flags"], ["voted_twice"])
    assert changed == "FAILED_ONCE", "a changed draft is the second vote, not a first one again"
    assert "final_distribution" in declared.allowed(JUDGE)
    assert declared.statuses(K.REVIEW_65_2) == [S.RUNNING]


def test_a_plan_fails_once_and_passes_the_second_time(declared: Liquidation) -> None:
    plan = {"available_fen": "1", "remuneration_fen": "0", "order_and_ratio": "按比例。", "method": "转账。"}
    declared.step("propose_distribution_plan", **plan)
    declared.step("distribution_plan_failed", **LOST)

    declared.step("distribution_plan_passed", **CARRIED)

    assert "distribute" not in declared.allowed(JUDGE), "the court has not recognised it yet"
    declared.step("recognise_distribution_plan", JUDGE, **REASON)
    assert "distribute" in declared.allowed(JUDGE)


def test_a_ruling_that_is_not_upheld_adopts_no_plan(met: Liquidation) -> None:
    met.step("propose_management_plan", plan="出租厂房。")
    met.step("decide_management_plan", **LOST)
    met.step("rule_management_plan", JUDGE, **REASON)
    asked = {"plan": "mgmt_plan", "asked_by": "某债权人", "asked_on": today(met), **REASON}

    met.step("reconsider", JUDGE, upheld=True, **asked)
    kept = met.flags["mgmt_plan"]
    met.step("reconsider", JUDGE, upheld=False, **asked)

    assert (kept, met.flags["mgmt_plan"]) == ("COURT_RULED", "FAILED_ONCE")
    assert met.papers().count(D.RECONSIDERATION_DECISION) == 2
    assert "rule_management_plan" in met.allowed(JUDGE)
