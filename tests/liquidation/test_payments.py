"""Shares paid in money: accounts, files for the bank, what comes back, what is deposited; nothing is lost."""

from datetime import timedelta

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from court_app.errors import BadInput, Forbidden, StaleVersion
from court_app.services.distribution import distribution_plan_sheets, distribution_plans
from court_app.services.exporting import as_csv
from court_app.services.payments import payment_lists, payment_tables
from court_app.services.payments.payment_tables import WrongRows
from models import Case, CaseEvent, Distribution, DistributionPlan, Payment, PaymentFile
from models.vocabulary import DeadlineKind as K
from models.vocabulary import PaymentState as P
from tests.liquidation.paying_out import (
    NUMBER,
    account,
    handed_over,
    payments,
    result,
    totals,
    uploaded_accounts,
    uploaded_results,
)
from tests.liquidation.playing import CARRIED, CLERK, REASON, Liquidation, declare, today
from tests.liquidation.test_distributions import confirmed, judged, settle, sued


def test_every_share_in_money_has_a_payment_that_waits(planned: Liquidation) -> None:
    sued(planned, 900_000, 0)

    planned.final(400_000)

    assert payments(planned) == [(10_000_000, "PREPARED")] * 3
    assert totals(planned) == ({"PREPARED": 30_000_000, "LITIGATED": 10_000_000}, True)


def test_a_payment_goes_into_a_file_and_is_paid(distributed: Liquidation) -> None:
    handed_over(distributed)
    in_file = payments(distributed)

    result(distributed, 1, "1-3")

    assert in_file == [(12_000_000, "IN_FILE")] * 3
    assert payments(distributed) == [(12_000_000, "PAID")] * 3
    assert totals(distributed) == ({"PAID": 36_000_000}, True)


def test_who_has_no_account_is_left_out_of_the_file_and_named(planned: Liquidation) -> None:
    planned.final(360_000)
    nobody = handed_over(planned)
    account(planned, 2)

    handed_over(planned)

    assert nobody == ["no_account"]
    assert [state for _, state in payments(planned)] == ["PREPARED", "IN_FILE", "PREPARED"]
    with planned.play.bench.reading() as session:
        made = session.scalars(select(Distribution).where(Distribution.case_id == planned.case)).one()
        stopped = payment_lists.rows(planned.play.occasion(session, CLERK), made, stopped=True)
        assert [row.claim.serial for row in stopped.rows] == [1, 3]


def test_what_came_back_is_sent_again_only_to_an_account_written_since(distributed: Liquidation) -> None:
    handed_over(distributed)
    result(distributed, 1, "1,3", p2="账号户名不符")
    same = handed_over(distributed)
    account(distributed, 2, "6222029999999999", reason="退回后更正。")

    again = handed_over(distributed)
    result(distributed, 2, "1")

    assert (same, again) == (["no_account"], [])
    assert {state for _, state in payments(distributed)} == {"PAID"}
    with distributed.play.bench.reading() as session:
        case = session.get_one(Case, distributed.case)
        story = payment_lists.story_of(distributed.play.occasion(session, CLERK), case, 2)
        told = [(line.file.serial, line.state, line.reason) for line in story.lines]
        assert told == [(1, P.RETURNED, "账号户名不符"), (2, P.PAID, "")]
        assert [one.account_number[-3:] for one in story.accounts] == ["999", "002"]


def test_a_court_may_demand_that_every_share_arrives_before_the_end(distributed: Liquidation) -> None:
    with distributed.play.bench.writing() as session, session.begin():
        session.get_one(Case, distributed.case).court.settings = {"payments_before_termination_120": True}
    asked = {"report": "分配完结。", **REASON}
    distributed.spend_the_rest()

    early = distributed.refused(distributed.step, "request_termination_120", CLERK, **asked)
    handed_over(distributed)
    result(distributed, 1, "1-3")
    then = distributed.refused(distributed.step, "request_termination_120", CLERK, **asked)

    assert (early, then) == (["payments_are_open"], [])


def test_a_line_has_one_result(distributed: Liquidation) -> None:
    handed_over(distributed)
    result(distributed, 1, "1")

    again = result(distributed, 1, "1-2")

    assert again == ["lines_not_with_the_bank"]
    assert [state for _, state in payments(distributed)] == ["PAID", "IN_FILE", "IN_FILE"]


def test_nothing_is_sent_twice(distributed: Liquidation) -> None:
    handed_over(distributed)

    assert handed_over(distributed) == ["nothing_to_pay"]


def test_a_line_is_not_both_paid_and_returned(distributed: Liquidation) -> None:
    handed_over(distributed)

    with pytest.raises(ValidationError):
        result(distributed, 1, "1-3", p3="退票")


def test_what_is_with_the_bank_or_paid_is_not_deposited(distributed: Liquidation) -> None:
    handed_over(distributed)

    refused = distributed.refused(distributed.step, "deposit_unclaimed_share", claim_serial=3)

    assert refused == ["share_is_with_the_bank"]


def test_what_came_back_is_deposited_and_paid_when_it_is_collected(distributed: Liquidation) -> None:
    handed_over(distributed)
    result(distributed, 1, "1-2", p3="账户已销户")
    distributed.step("deposit_unclaimed_share", claim_serial=3)
    aside = totals(distributed)

    settle(distributed, "release_unclaimed_share", 3, to_creditor=True)

    assert aside == ({"PAID": 24_000_000, "UNCLAIMED": 12_000_000}, True)
    assert totals(distributed) == ({"PREPARED": 12_000_000, "PAID": 24_000_000}, True)
    assert payments(distributed)[2:] == [(12_000_000, "COLLECTED"), (12_000_000, "PREPARED")]


def test_what_nobody_collects_is_paid_to_the_others_on_top(distributed: Liquidation) -> None:
    handed_over(distributed)
    result(distributed, 1, "1-2", p3="账户已销户")
    distributed.step("deposit_unclaimed_share", claim_serial=3)
    distributed.on(distributed.clocks(K.UNCLAIMED_SHARE)[0].due_on + timedelta(days=1))

    settle(distributed, "release_unclaimed_share", 3, to_creditor=False)

    assert totals(distributed) == ({"PREPARED": 12_000_000, "PAID": 24_000_000}, True)
    assert payments(distributed)[3:] == [(6_000_000, "PREPARED")] * 2


def test_what_is_added_before_a_payment_is_sent_joins_it(planned: Liquidation) -> None:
    serial = sued(planned, 900_000, 0)
    planned.final(400_000)
    judged(planned, serial, 300_000)

    settle(planned, "release_litigation_escrow", serial, to_creditor=True)

    assert payments(planned) == [*[(12_000_000, "PREPARED")] * 3, (4_000_000, "PREPARED")]
    assert totals(planned) == ({"PREPARED": 40_000_000}, True)


def test_the_bank_s_file_of_results_is_taken_in_at_once(distributed: Liquidation) -> None:
    handed_over(distributed)

    counts = uploaded_results(
        distributed, 1, ("1", "120,000.00", "成功", ""), ("2", "", "退回", "户名不符"), ("3", "", "paid", "")
    )

    assert counts == (2, 1, 0)
    assert [state for _, state in payments(distributed)] == ["PAID", "RETURNED", "PAID"]


def test_a_file_of_results_with_a_wrong_row_changes_nothing_and_names_every_row(
    distributed: Liquidation,
) -> None:
    handed_over(distributed)
    rows = (
        ("1", "", "成功", ""),
        ("9", "", "成功", ""),
        ("2", "119999.99", "成功", ""),
        ("3", "", "也许", ""),
        ("3", "", "退回", ""),
        ("1", "", "成功", ""),
    )

    with pytest.raises(WrongRows) as error:
        uploaded_results(distributed, 1, *rows)

    assert [(one.row, one.column) for one in error.value.faults] == [
        (3, "序号"),
        (4, "金额"),
        (5, "结果"),
        (6, "原因"),
        (7, "序号"),
    ]
    assert {state for _, state in payments(distributed)} == {"IN_FILE"}


def test_accounts_come_from_a_table_all_or_none(planned: Liquidation) -> None:
    planned.final(360_000)
    good = ("1", "江澜市恒泰贸易有限公司", "江澜银行", "6222 0200 0000 0000 001", "债权人书面提供")

    with pytest.raises(WrongRows) as error:
        uploaded_accounts(
            planned, good, ("2", "甲", "江澜银行", "12", "提供"), ("99", "乙", "银行", NUMBER, "x")
        )
    count = uploaded_accounts(planned, good)
    again = uploaded_accounts(planned, good)

    assert [(one.row, one.column) for one in error.value.faults] == [(3, "账号"), (4, "债权表序号")]
    assert (count, again) == (1, 0)


def test_two_people_do_not_overwrite_each_other_s_account(planned: Liquidation) -> None:
    first = account(planned, 1, replaces=0)

    with pytest.raises(StaleVersion):
        account(planned, 1, "6222021111111111", replaces=0)
    second = account(planned, 1, "6222021111111111", replaces=first)
    twice = account(planned, 1, "6222021111111111", replaces=first)

    assert second == twice


def test_who_does_not_pay_the_shares_writes_no_account(planned: Liquidation) -> None:
    with pytest.raises(Forbidden):
        account(planned, 1, who="tangbo")


def test_an_account_stands_in_the_file_as_text_and_nowhere_in_the_docket(distributed: Liquidation) -> None:
    account(distributed, 1, "6222021234567890123", account_name="=HYPERLINK(1)")
    handed_over(distributed)
    result(distributed, 1, "1-3")

    with distributed.play.bench.reading() as session:
        occasion, case = distributed.play.occasion(session, CLERK), session.get_one(Case, distributed.case)
        file = session.scalars(select(PaymentFile).where(PaymentFile.case_id == case.id)).one()
        rows = payment_tables.bank_rows(occasion, case, file)
        events = session.scalars(select(CaseEvent).where(CaseEvent.case_id == case.id)).all()
        assert rows[0][2] == "6222021234567890123"
        assert b"'=HYPERLINK(1)" in as_csv(payment_tables.FILE_HEADING, rows)
        assert "6222021234567890123" not in str([event.payload for event in events])
        assert [event.payload["paid"] for event in events if event.step == "record_payment_results"] == [
            "1-3"
        ]


def test_the_plan_keeps_the_table_that_the_distribution_then_carries_out(declared: Liquidation) -> None:
    declared.sell(750_000)
    confirmed(declared, "江澜市税务局", 200_000, "TAX")
    plan = {"available_fen": "600000", "remuneration_fen": "50000", "method": "银行转账。"}

    declared.step("propose_distribution_plan", **plan, expenses_fen="50000")

    with declared.play.bench.reading() as session:
        occasion, case = declared.play.occasion(session, CLERK), session.get_one(Case, declared.case)
        kept = distribution_plans.find(occasion, case, 1)
        entries = distribution_plans.entries_of(occasion, kept)
        assert {entry.serial: entry.paid_fen for entry in entries.rows} == {
            1: 11_666_667,
            2: 11_666_667,
            3: 11_666_666,
            4: 20_000_000,
        }
        assert kept.limit_fen == 55_000_000
        assert "350000/2700000（12.9630%）" in kept.order_and_ratio
        assert distribution_plan_sheets.printed(occasion, case, kept).startswith(b"%PDF")


def test_all_distributions_together_stay_within_the_plan(declared: Liquidation) -> None:
    declared.sell(750_000)
    declared.step(
        "propose_distribution_plan", available_fen="600000", remuneration_fen="0", method="银行转账。"
    )
    declared.step("distribution_plan_passed", **CARRIED)
    declared.step("recognise_distribution_plan", "shenzhiheng", reason="程序合法。")
    declared.step("distribute", pool_fen="270000", announced_on=today(declared))

    beyond = declared.refused(declared.final, 330_001)
    within = declared.refused(declared.final, 330_000)

    assert (beyond, within) == (["beyond_the_plan"], [])


def test_a_plan_without_a_claim_that_takes_part_lacks_its_contents(opened: Liquidation) -> None:
    declare(opened)
    plan = {"available_fen": "1", "remuneration_fen": "0", "method": "银行转账。"}

    assert opened.refused(opened.step, "propose_distribution_plan", **plan) == ["plan_without_creditors"]


def test_a_deficiency_that_the_plan_names_shares_as_an_ordinary_claim(declared: Liquidation) -> None:
    machine = declared.sell(500_000)
    bank = confirmed(declared, "江澜银行", 800_000, "SEC", asset_serial=machine, security="机器抵押")
    declared.sell(300_000)
    plan = {"available_fen": "300000", "remuneration_fen": "0", "method": "银行转账。"}
    declared.step("propose_distribution_plan", **plan)
    declared.step("distribution_plan_passed", **CARRIED)
    declared.step("recognise_distribution_plan", "shenzhiheng", reason="程序合法。")

    declared.final(300_000)

    assert declared.shares()[bank] == (3_000_000, "PAID")
    assert declared.shares()[1] == (9_000_000, "PAID")


def test_a_secured_claim_that_its_asset_did_not_reach_shares_with_all_of_it(declared: Liquidation) -> None:
    machine = declared.sell(500_000)
    first = confirmed(declared, "江澜银行", 800_000, "SEC_CONSTR", asset_serial=machine, security="机器")
    second = confirmed(declared, "望川银行", 900_000, "SEC", asset_serial=machine, security="机器抵押")
    declared.sell(390_000)
    plan = {"available_fen": "390000", "remuneration_fen": "0", "method": "银行转账。"}
    declared.step("propose_distribution_plan", **plan)
    declared.step("distribution_plan_passed", **CARRIED)
    declared.step("recognise_distribution_plan", "shenzhiheng", reason="程序合法。")

    declared.final(390_000)

    shares = declared.shares()
    assert (shares[first][0], shares[second][0], shares[1][0]) == (3_000_000, 9_000_000, 9_000_000)


def test_an_account_number_in_the_bank_s_reason_is_cut_before_it_is_kept(distributed: Liquidation) -> None:
    handed_over(distributed)

    result(distributed, 1, p1="账号6222020000000000001不存在")

    with distributed.play.bench.reading() as session:
        reasons = session.scalars(select(Payment.reason).where(Payment.state == P.RETURNED)).all()
        payload = session.scalars(
            select(CaseEvent.payload).where(CaseEvent.step == "record_payment_results")
        ).one()
        assert reasons == ["账号****0001不存在"]
        assert "6222020000000000001" not in str(payload)


def test_a_figure_that_does_not_fit_keeps_no_plan(declared: Liquidation) -> None:
    plan = {"available_fen": "1", "remuneration_fen": "0", "method": "银行转账。"}

    with pytest.raises(BadInput):
        declared.step("propose_distribution_plan", **plan, collateral=[{"asset_serial": 7}])

    with declared.play.bench.reading() as session:
        assert declared.case not in session.scalars(select(DistributionPlan.case_id)).all()
