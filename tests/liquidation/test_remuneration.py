"""Remuneration through the services: plan, objection, change, final amount, instalments, collateral."""

from typing import Any

import pytest

from court_app.services import estate_account
from models import Case
from models.vocabulary import DeadlineKind, DeadlineStatus, DocumentKind, LedgerAccount
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, REASON, Liquidation

K, D, S = DeadlineKind, DocumentKind, DeadlineStatus
PLAN: dict[str, Any] = {
    "payee": "ACCOUNTING_FIRM",
    "forecast_fen": "13925678.90",
    "collection": "INSTALMENTS",
    "stages": [
        {"when": "第一次债权人会议之后", "percent": "30"},
        {"when": "分配方案执行完毕之后", "percent": "70"},
    ],
    "workload": "债权人约六十人，财产分布两地。",
    "factors": "案件复杂程度中等，管理人垫付前期费用。",
}
LOWER = {"to_100": "10", "to_500": "8", "to_1000": "6", "to_5000": "4"}
LAST = {"to_10000": "1", "to_50000": "0.5", "above": "0.2"}
CHANGE = {name: PLAN[name] for name in ("forecast_fen", "collection", "stages", "factors")} | REASON
FINAL = {"pool_fen": "13925678.90", "fixed_fen": "1000000.00", **REASON}
ASKED: dict[str, Any] = {
    "amount_fen": "300000.00",
    "collect_on": "2026-06-01",
    "estate_fen": "5000000.00",
    "estate": "银行存款五百万元。",
    "work": "已接管财产、审查债权。",
}
OFFICE = {
    "administrator_kind": "ORGANISATION",
    "administrator_name": "江澜正序律师事务所",
    "administrator_head": "林霁",
    "administrator_address": "江澜市望江路18号3层",
    "administrator_phone": "0000-5556667",
}


def planned_in(case: Liquidation, **more: Any) -> int:
    """The court fixes a plan; returns its number."""
    return case.begin("remunerations", "fix_remuneration_plan", JUDGE, **{**PLAN, **more})


def asked_in(case: Liquidation, amount: str, **more: Any) -> int:
    """The administrator applies to be paid; returns the number."""
    return case.begin("instalments", "ask_payment", **{**ASKED, "amount_fen": amount, **more})


def paid_in(case: Liquidation, amount: str) -> int:
    """An instalment is asked for, allowed and paid; returns its number."""
    case.hold_money(1_000_000)
    serial = asked_in(case, amount)
    case.move("instalments", serial, "allow_payment", JUDGE, allowed_fen=amount, **REASON)
    case.move("instalments", serial, "pay_instalment")
    return serial


def resolved(case: Liquidation) -> int:
    """The creditors' meeting resolves about the administrator's fee; returns the number."""
    vote = {"meeting_serial": 1, "matter": "61.2", "subject": "管理人报酬方案", **CARRIED}
    return case.begin("resolutions", "resolution_passed", **vote)


def objected(case: Liquidation) -> int:
    """A plan, and an objection of the meeting to it; returns the number of the plan."""
    serial, resolution = planned_in(case), resolved(case)
    case.move(
        "remunerations",
        serial,
        "object_to_remuneration",
        resolution_serial=resolution,
        request="请求调减报酬比例。",
        reason="财产以房地产为主。",
    )
    return serial


def test_the_plan_is_told_to_the_administrator_within_three_days(met: Liquidation) -> None:
    serial = planned_in(met)
    running = met.statuses(K.REM_NOTIFY)
    met.issue(D.REMUNERATION_NOTICE)
    met.serve(D.REMUNERATION_NOTICE)

    plan = met.part("remunerations", serial)
    assert plan.planned_fen == 115_554_073
    assert plan.rates == ["12", "10", "8", "6", "3", "1", "0.5"]
    assert running == [S.RUNNING]
    assert met.statuses(K.REM_NOTIFY) == [S.MET]


def test_the_plan_is_reported_once_at_a_meeting_that_was_held(met: Liquidation) -> None:
    serial = planned_in(met)
    too_early = met.refused(met.move, "remunerations", serial, "report_remuneration_plan", meeting_serial=2)

    met.move("remunerations", serial, "report_remuneration_plan")

    assert too_early == ["meeting_not_held"]
    assert met.part("remunerations", serial).reported_on == met.play.day
    assert met.refused(met.move, "remunerations", serial, "report_remuneration_plan") == ["already_reported"]


@pytest.mark.parametrize(
    ("rates", "codes"),
    [
        ({"to_100": "12"}, []),
        ({"to_100": "12.0001"}, ["rate_above_limit"]),
        ({"above": "0.5"}, []),
        ({"above": "0.5001"}, ["rate_above_limit"]),
    ],
)
def test_no_rate_is_above_its_limit(opened: Liquidation, rates: dict[str, str], codes: list[str]) -> None:
    assert opened.refused(planned_in, opened, rates=rates) == codes


def test_the_government_is_not_paid(opened: Liquidation) -> None:
    assert opened.refused(planned_in, opened, payee="GOVERNMENT") == ["government_is_not_paid"]
    assert opened.refused(planned_in, opened, payee="GROUP_MEMBER") == []


def test_one_administrator_has_one_plan(opened: Liquidation) -> None:
    planned_in(opened)

    assert "plan_exists" in opened.refused(planned_in, opened)


def test_an_agreed_change_needs_the_resolution_and_the_law_and_is_passed_on_in_three_days(
    met: Liquidation,
) -> None:
    serial, resolution = planned_in(met), resolved(met)
    agreed = {**CHANGE, "rates": LOWER, "resolution_serial": resolution, "is_lawful": True}
    without = met.refused(
        met.move,
        "remunerations",
        serial,
        "adjust_by_agreement",
        JUDGE,
        **{**agreed, "resolution_serial": 99},
    )
    unlawful = met.refused(
        met.move, "remunerations", serial, "adjust_by_agreement", JUDGE, **{**agreed, "is_lawful": False}
    )

    met.move("remunerations", serial, "adjust_by_agreement", JUDGE, **agreed)
    met.issue(D.REMUNERATION_CHANGE_NOTICE)
    met.serve(D.REMUNERATION_CHANGE_NOTICE)
    waiting = met.statuses(K.REM_CHANGE_REPORT)
    met.move("remunerations", serial, "report_change")

    assert (without, unlawful) == (["no_resolution"], ["agreement_unlawful"])
    assert met.part("remunerations", serial).planned_fen == 10_000_000 + 32_000_000 + 30_000_000 + 15_702_715
    assert met.statuses(K.REM_CHANGE_NOTIFY) == [S.MET]
    assert (waiting, met.statuses(K.REM_CHANGE_REPORT)) == ([S.RUNNING], [S.MET])
    assert met.refused(met.move, "remunerations", serial, "report_change") == ["nothing_to_report"]


def test_what_is_not_said_of_a_change_stays_as_it_was(met: Liquidation) -> None:
    serial = planned_in(met, rates=LOWER)

    met.move("remunerations", serial, "adjust_by_court", JUDGE, **CHANGE, rates={"to_100": "9"})

    assert met.part("remunerations", serial).rates == ["9", "8", "6", "4", "3", "1", "0.5"]


def test_a_plan_that_follows_a_bid_is_changed_only_by_an_objection_that_is_upheld(met: Liquidation) -> None:
    serial = planned_in(met, competitive=True)
    by_court = met.refused(met.move, "remunerations", serial, "adjust_by_court", JUDGE, **CHANGE)
    resolution = resolved(met)
    words = {"request": "调减。", "reason": "报价高于工作量。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="报价已经考虑工作量。")

    met.move("remunerations", serial, "uphold_objection", JUDGE, **CHANGE, rates=LOWER)

    assert by_court == ["plan_follows_a_bid"]
    assert met.part("remunerations", serial).rates[0] == "10"


def test_an_objection_runs_its_three_periods(met: Liquidation) -> None:
    serial = objected(met)
    received = met.play.day
    begun = (met.statuses(K.REM_OBJECTION_TELL), met.statuses(K.REM_OBJECTION_DECIDE))
    unheard = met.refused(met.move, "remunerations", serial, "reject_objection", JUDGE, **REASON)
    met.later(2)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="比例未超过限制。")
    met.later(1)

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    assert begun == ([S.RUNNING], [S.RUNNING])
    assert (met.clocks(K.REM_OBJECTION_DECIDE)[0].nominal_on - received).days == 10
    assert unheard == ["not_explained"]
    for kind in (K.REM_OBJECTION_TELL, K.REM_OBJECTION_REPLY, K.REM_OBJECTION_DECIDE):
        assert met.statuses(kind) == [S.MET]
    assert met.part("remunerations", serial).state == "PLANNED"
    assert D.REMUNERATION_CHANGE_NOTICE in met.papers()


def test_an_administrator_who_keeps_silent_is_not_waited_for(met: Liquidation) -> None:
    serial = objected(met)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    last = met.clocks(K.REM_OBJECTION_REPLY)[0].due_on
    met.on(last)
    on_the_last_day = met.refused(met.move, "remunerations", serial, "reject_objection", JUDGE, **REASON)
    met.later(1)

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    assert on_the_last_day == ["not_explained"]
    assert met.statuses(K.REM_OBJECTION_REPLY) == [S.MET_LATE]


def test_nothing_is_paid_while_an_objection_is_under_review(met: Liquidation) -> None:
    planned_in(met)
    asked = asked_in(met, "100000.00")
    resolution = resolved(met)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", 1, "object_to_remuneration", resolution_serial=resolution, **words)

    refused = met.refused(
        met.move, "instalments", asked, "allow_payment", JUDGE, allowed_fen="100000.00", **REASON
    )

    assert refused == ["remuneration_not_open"]


def test_an_objection_to_the_final_amount_that_fails_leaves_it_fixed(met: Liquidation) -> None:
    serial, resolution = planned_in(met), resolved(met)
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="未超过上限。")

    met.move("remunerations", serial, "reject_objection", JUDGE, **REASON)

    kept = met.part("remunerations", serial)
    assert (kept.state, kept.fixed_fen) == ("FIXED", 100_000_000)


def test_an_objection_to_the_final_amount_that_is_upheld_has_it_fixed_anew(met: Liquidation) -> None:
    serial, resolution = planned_in(met), resolved(met)
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)
    words = {"request": "调减。", "reason": "偏高。"}
    met.move("remunerations", serial, "object_to_remuneration", resolution_serial=resolution, **words)
    met.move("remunerations", serial, "forward_objection", received_on=met.play.day.isoformat())
    met.move("remunerations", serial, "explain_remuneration", explanation="未超过上限。")

    met.move("remunerations", serial, "uphold_objection", JUDGE, **CHANGE, rates=LOWER)

    kept = met.part("remunerations", serial)
    assert (kept.state, kept.fixed_fen, kept.base_fen) == ("PLANNED", None, None)
    assert met.refused(met.move, "remunerations", serial, "fix_remuneration", JUDGE, **FINAL) == [
        "above_plan"
    ]


@pytest.mark.parametrize(
    ("fixed", "codes"),
    [("1155540.73", []), ("1155540.74", ["above_cap", "above_plan"]), ("1000000.00", [])],
)
def test_the_final_amount_is_within_the_cap_to_the_fen(
    met: Liquidation, fixed: str, codes: list[str]
) -> None:
    serial = planned_in(met)

    final = {**FINAL, "fixed_fen": fixed}

    assert met.refused(met.move, "remunerations", serial, "fix_remuneration", JUDGE, **final) == codes


def test_the_final_amount_is_printed_with_its_working(met: Liquidation) -> None:
    serial = planned_in(met)

    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)

    kept = met.part("remunerations", serial)
    said = str(kept.working)
    assert kept.base_fen == 1_392_567_890
    assert "235,540.734" in said
    assert "1,155,540.73" in said
    assert met.papers()[-1] == D.REMUNERATION_DECISION


def test_the_court_decides_on_payment_within_ten_days_and_all_of_it_is_paid(met: Liquidation) -> None:
    serial = planned_in(met)
    first = asked_in(met, "300000.00")
    clock = met.clocks(K.REM_PAY_DECIDE)[0]
    met.move("instalments", first, "allow_payment", JUDGE, allowed_fen="250000.00", **REASON)
    met.hold_money(1_000_000)
    met.move("instalments", first, "pay_instalment", voucher="付字第1号")
    met.move("remunerations", serial, "fix_remuneration", JUDGE, **FINAL)
    before_the_rest = met.part("remunerations", serial).state

    paid_in(met, "750000.00")

    kept = met.part("remunerations", serial)
    assert (clock.nominal_on - clock.trigger_on).days == 10
    assert met.statuses(K.REM_PAY_DECIDE) == [S.MET, S.MET]
    assert before_the_rest == "FIXED"
    assert (kept.state, kept.paid_fen) == ("SETTLED", 100_000_000)


@pytest.mark.parametrize(("rest", "codes"), [("855540.73", []), ("855540.74", ["above_remuneration"])])
def test_all_applications_together_are_within_the_remuneration_to_the_fen(
    met: Liquidation, rest: str, codes: list[str]
) -> None:
    planned_in(met)
    asked_in(met, "300000.00")

    assert met.refused(asked_in, met, rest) == codes


def test_an_application_that_was_refused_or_taken_back_frees_its_amount(met: Liquidation) -> None:
    planned_in(met)
    refused, recalled = asked_in(met, "500000.00"), asked_in(met, "600000.00")
    met.move("instalments", refused, "refuse_payment", JUDGE, **REASON)
    met.move("instalments", recalled, "recall_payment", **REASON)

    assert met.refused(asked_in, met, "1155540.73") == []
    assert met.statuses(K.REM_PAY_DECIDE) == [S.MET, S.CANCELLED, S.RUNNING]


@pytest.mark.parametrize(("estate", "codes"), [("300000.00", []), ("299999.99", ["estate_too_small"])])
def test_an_estate_that_is_too_small_leads_to_termination_or_an_advance(
    met: Liquidation, estate: str, codes: list[str]
) -> None:
    planned_in(met)

    assert met.refused(asked_in, met, "300000.00", estate_fen=estate) == codes


def test_the_court_allows_at_most_what_was_asked_and_more_than_nothing(met: Liquidation) -> None:
    planned_in(met)
    asked = asked_in(met, "300000.00")

    def allowing(amount: str) -> list[str]:
        return met.refused(
            met.move, "instalments", asked, "allow_payment", JUDGE, allowed_fen=amount, **REASON
        )

    assert allowing("300000.01") == ["more_than_asked"]
    assert allowing("0.00") == ["nothing_allowed"]
    assert allowing("300000.00") == []


@pytest.mark.parametrize(("fixed", "codes"), [("300000.00", []), ("299999.99", ["below_what_was_paid"])])
def test_the_final_amount_covers_what_was_paid(met: Liquidation, fixed: str, codes: list[str]) -> None:
    serial = planned_in(met)
    paid_in(met, "300000.00")

    final = {**FINAL, "fixed_fen": fixed}

    assert met.refused(met.move, "remunerations", serial, "fix_remuneration", JUDGE, **final) == codes


def test_a_replaced_administrator_and_his_successor_share_one_cap(met: Liquidation) -> None:
    first = planned_in(met)
    met.move("appointments", 1, "replace_ex_officio", JUDGE, **OFFICE, **REASON)
    successor = {"payee": "LAW_FIRM", "rates": {**LOWER, "to_10000": "2", "to_50000": "0.5", "above": "0.3"}}
    too_much = met.refused(planned_in, met, **successor)
    old = {"to_100": "2", "to_500": "2", "to_1000": "2", "to_5000": "2", "to_10000": "1"}
    rest = {"to_50000": "0.5", "above": "0.2"}
    met.move("remunerations", first, "adjust_by_court", JUDGE, **CHANGE, rates={**old, **rest})

    second = planned_in(met, **successor)
    met.move("remunerations", first, "fix_remuneration", JUDGE, **{**FINAL, "fixed_fen": "278513.57"})
    met.issue(D.REMUNERATION_DECISION)
    to_the_old_one = met.waiting(D.REMUNERATION_DECISION, "OUTGOING_ADMINISTRATOR")
    own_plan = met.refused(
        met.move, "remunerations", second, "fix_remuneration", JUDGE, **{**FINAL, "fixed_fen": "877027.16"}
    )
    met.move("remunerations", second, "fix_remuneration", JUDGE, **{**FINAL, "fixed_fen": "877027.15"})

    assert too_much == ["rates_together_above_limit"]
    assert own_plan == ["above_plan"]
    assert len(to_the_old_one) == 1
    assert met.part("remunerations", second).party.name == "江澜正序律师事务所"


def test_what_both_administrators_get_is_within_the_cap_on_what_is_finally_paid(met: Liquidation) -> None:
    first = planned_in(met, rates={"to_100": "2", "to_500": "2", "to_1000": "2", "to_5000": "2"} | LAST)
    met.move("appointments", 1, "replace_ex_officio", JUDGE, **OFFICE, **REASON)
    second = planned_in(met, payee="LAW_FIRM", rates={**LOWER, "to_10000": "2", **LAST})
    dear = {"pool_fen": "60000000.00", "fixed_fen": "1000000.00", **REASON}
    met.move("remunerations", first, "fix_remuneration", JUDGE, **dear)

    def fixing(amount: str) -> list[str]:
        final = {**FINAL, "fixed_fen": amount}
        return met.refused(met.move, "remunerations", second, "fix_remuneration", JUDGE, **final)

    assert fixing("155540.74") == ["above_cap_together"]
    assert fixing("155540.73") == []


@pytest.mark.parametrize(
    ("payee", "profession", "codes"),
    [
        ("LAW_FIRM", "LAW", ["paid_from_remuneration"]),
        ("LAW_FIRM", "ACCOUNTING", []),
        ("ACCOUNTING_FIRM", "ACCOUNTING", ["paid_from_remuneration"]),
        ("ACCOUNTING_FIRM", "OTHER", []),
        ("LIQUIDATION_FIRM", "OTHER", ["paid_from_remuneration"]),
        ("LIQUIDATION_FIRM", "LAW", ["paid_from_remuneration"]),
        ("INDIVIDUAL", "LAW", []),
    ],
)
def test_who_pays_a_hired_agency_depends_on_its_profession(
    opened: Liquidation, payee: str, profession: str, codes: list[str]
) -> None:
    serial = planned_in(opened, payee=payee)
    hired = {"agency": "江澜信诚事务所", "profession": profession, "fee_fen": "50000.00"}

    from_estate = opened.refused(
        opened.move, "remunerations", serial, "record_hired_agency", **hired, from_estate=True
    )
    opened.move("remunerations", serial, "record_hired_agency", **hired, from_estate=False)

    assert from_estate == codes
    assert opened.part("remunerations", serial).hired[-1]["from_estate"] is False


def test_remuneration_is_given_up_only_while_nothing_is_paid(met: Liquidation) -> None:
    serial = planned_in(met)
    asked = asked_in(met, "1000.00")
    met.move("instalments", asked, "allow_payment", JUDGE, allowed_fen="1000.00", **REASON)
    bound = met.refused(met.move, "remunerations", serial, "forgo_remuneration", CLERK, **REASON)
    other = met.begin("instalments", "ask_payment", **{**ASKED, "amount_fen": "1.00"})
    met.move("instalments", other, "refuse_payment", JUDGE, **REASON)

    assert bound == ["something_was_paid"]
    assert met.part("remunerations", serial).state == "PLANNED"


SECURED = {"claim_class": "SEC", "security": "数控机床抵押"}


def secured_in(case: Liquidation) -> tuple[int, int]:
    """A machine and a claim that it secures; returns their numbers."""
    asset = case.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")
    claim = case.file("江澜市临江农村商业银行股份有限公司", 6_500_000, asset_serial=asset, **SECURED)
    return asset, claim


def test_what_a_secured_creditor_agrees_to_has_no_cap(met: Liquidation) -> None:
    asset, claim = secured_in(met)

    serial = met.begin(
        "collateral_fees",
        "agree_collateral_fee",
        asset_serial=asset,
        claim_serial=claim,
        work="维护、变现。",
        amount_fen="900000.00",
    )
    met.move("collateral_fees", serial, "collect_collateral_fee")

    assert met.part("collateral_fees", serial).state == "COLLECTED"


@pytest.mark.parametrize(
    ("value", "claim_yuan", "amount", "codes"),
    [
        ("8080000.00", "6500000.00", "64000.00", []),
        ("8080000.00", "6500000.00", "64000.01", ["above_collateral_cap"]),
        ("2100000.00", "3000000.00", "23000.00", []),
        ("2100000.00", "3000000.00", "23000.01", ["above_collateral_cap"]),
    ],
)
def test_the_court_fixes_for_a_collateral_at_most_a_tenth(
    met: Liquidation, value: str, claim_yuan: str, amount: str, codes: list[str]
) -> None:
    asset, claim = secured_in(met)
    of = {"asset_serial": asset, "claim_serial": claim, "work": "维护、变现。"}
    serial = met.begin("collateral_fees", "ask_collateral_fee", **of)
    fixed = {"value_fen": value, "claim_fen": claim_yuan, "amount_fen": amount, **REASON}

    assert met.refused(met.move, "collateral_fees", serial, "fix_collateral_fee", JUDGE, **fixed) == codes


def test_a_creditor_without_security_pays_nothing_for_a_collateral(met: Liquidation) -> None:
    asset, _ = secured_in(met)
    of = {"asset_serial": asset, "claim_serial": 1, "work": "变现。"}

    assert met.refused(met.begin, "collateral_fees", "ask_collateral_fee", **of) == ["claim_not_secured"]


def test_an_instalment_is_paid_out_of_the_estate_and_not_beyond_what_is_in_the_bank(met: Liquidation) -> None:
    planned_in(met)
    serial = asked_in(met, "300000.00")
    met.move("instalments", serial, "allow_payment", JUDGE, allowed_fen="300000.00", **REASON)

    refused = met.refused(met.move, "instalments", serial, "pay_instalment")
    met.hold_money(300_000)
    met.move("instalments", serial, "pay_instalment")

    with met.play.bench.reading() as session:
        estate = estate_account.standing(session, session.get_one(Case, met.case))
    assert refused == ["fee_is_not_there"]
    assert estate.on_hand() == 0
    assert estate.balances[LedgerAccount.EXP_REMUNERATION] == 30_000_000


def test_a_claim_is_charged_for_the_second_asset_that_is_mortgaged_for_it(met: Liquidation) -> None:
    _, claim = secured_in(met)
    second = met.begin("assets", "find_asset", kind="EQUIPMENT", name="龙门铣床")
    of = {"asset_serial": second, "claim_serial": claim, "work": "变现。", "amount_fen": "1000.00"}
    before = met.refused(met.begin, "collateral_fees", "agree_collateral_fee", **of)

    mortgage = {"kind": "MORTGAGE", "holder": "江澜银行", "claim_serial": claim}
    met.move("assets", second, "record_encumbrance", **mortgage)

    assert before == ["claim_not_secured"]
    assert met.refused(met.begin, "collateral_fees", "agree_collateral_fee", **of) == []
