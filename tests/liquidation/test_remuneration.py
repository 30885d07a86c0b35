"""The final amount of remuneration through the services, and its payment."""

import pytest

from court_app.services.estate import estate_account
from models import Case
from models.vocabulary import LedgerAccount
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.remunerating import ASKED, CHANGE, FINAL, LOWER, D, K, S, asked_in, planned_in

LAST = {"to_10000": "1", "to_50000": "0.5", "above": "0.2"}
OFFICE = {
    "administrator_kind": "ORGANISATION",
    "administrator_name": "江澜正序律师事务所",
    "administrator_head": "林霁",
    "administrator_address": "江澜市望江路18号3层",
    "administrator_phone": "0000-5556667",
}


def paid_in(case: Liquidation, amount: str) -> int:
    """An instalment is asked for, allowed and paid; returns its number."""
    case.hold_money(1_000_000)
    serial = asked_in(case, amount)
    case.move("instalments", serial, "allow_payment", JUDGE, allowed_fen=amount, **REASON)
    case.move("instalments", serial, "pay_instalment")
    return serial


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


def test_what_was_allowed_and_not_paid_is_withdrawn_before_the_remuneration_is_lowered(
    met: Liquidation,
) -> None:
    planned_in(met)
    allowed = asked_in(met, "500000.00")
    met.move("instalments", allowed, "allow_payment", JUDGE, allowed_fen="500000.00", **REASON)
    before = met.refused(asked_in, met, "1155540.73")

    met.move("instalments", allowed, "withdraw_allowance", JUDGE, **REASON)

    assert (before, met.refused(asked_in, met, "1155540.73")) == (["above_remuneration"], [])
    assert met.part("instalments", allowed).state == "RECALLED"


def test_what_was_paid_in_part_is_not_withdrawn(met: Liquidation) -> None:
    met.hold_money(100_000)
    planned_in(met)
    allowed = asked_in(met, "50000.00")
    met.move("instalments", allowed, "allow_payment", JUDGE, allowed_fen="50000.00", **REASON)
    met.move("instalments", allowed, "pay_instalment_part", paid_fen="20000.00")

    codes = met.refused(met.move, "instalments", allowed, "withdraw_allowance", JUDGE, **REASON)

    assert codes == ["paid_in_part"]


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


def test_what_was_paid_above_what_the_property_bears_in_the_end_is_given_back(met: Liquidation) -> None:
    """AR 2: 300,000 were paid by forecast; 1,000,000 of property bear 120,000, so 180,000 come back."""
    serial = planned_in(met)
    paid_in(met, "300000.00")

    def fixing(amount: str) -> list[str]:
        final = {**FINAL, "pool_fen": "1000000.00", "fixed_fen": amount}
        return met.refused(met.move, "remunerations", serial, "fix_remuneration", JUDGE, **final)

    def returning(amount: str) -> list[str]:
        return met.refused(met.move, "remunerations", serial, "return_remuneration", returned_fen=amount)

    assert fixing("119999.99") == ["below_what_was_paid"]
    assert fixing("120000.01") == ["above_cap", "above_plan"]
    assert fixing("120000.00") == []
    assert met.part("remunerations", serial).state == "FIXED"
    assert met.refused(asked_in, met, "0.01") == ["above_remuneration"]
    assert returning("180000.01") == ["more_than_overpaid"]
    assert returning("180000.00") == []
    kept = met.part("remunerations", serial)
    assert (kept.state, kept.paid_fen) == ("SETTLED", 12_000_000)
    with met.play.bench.reading() as session:
        estate = estate_account.standing(session, session.get_one(Case, met.case))
    assert (estate.on_hand(), estate.balances[LedgerAccount.EXP_REMUNERATION]) == (88_000_000, 12_000_000)
