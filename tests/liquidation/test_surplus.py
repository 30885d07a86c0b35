"""What is left when every claim is paid goes to the investors, and before that not a fen (CL 236(2), (3))."""

from typing import Any

import pytest

from court_app.errors import BadInput
from court_app.services.estate import estate_account
from court_app.services.filing import filing_codes
from court_app.services.payments import payment_accounts
from models import Case, Distribution, DistributionPlan
from models.vocabulary import DistributionKind, LedgerAccount
from tests.liquidation.one_debt.guaranteeing import through
from tests.liquidation.paying_out import ACCOUNT, account, handed_over, payments, result, totals
from tests.liquidation.playing import (
    CLERK,
    JUDGE,
    REASON,
    SUSPENSIVE,
    Liquidation,
    came_about,
    publish,
    today,
)
from tests.liquidation.test_collateral import burdened, paid_for, pay_bank
from tests.liquidation.test_distribution_drafts import drafted
from tests.liquidation.test_distributions import confirmed
from workflows.text import thaw

VIEW = {"court_view": "受理后的利息不予支付，按实缴出资分配。"}


def investor(case: Liquidation, name: str, paid_in: int, **more: Any) -> int:
    """An investor is listed; returns his number."""
    told = {
        "name": name,
        "kind": "ENTERPRISE",
        "holding": "CONTRIBUTION",
        "subscribed_fen": str(max(paid_in, 1_000_000)),
        "paid_in_fen": str(paid_in),
        "source": "股东名册。",
        **more,
    }
    return case.begin("investors", "list_investor", **told)


def two_investors(case: Liquidation) -> None:
    """Sixty and forty per cent of the capital paid in."""
    investor(case, "江澜晨星投资有限公司", 600_000)
    investor(case, "望川远航实业有限公司", 400_000)


@pytest.fixture
def rich(planned: Liquidation) -> Liquidation:
    """Three claims of 900,000 yuan each, three million on the account, two investors."""
    planned.hold_money(2_250_000)
    two_investors(planned)
    return planned


def given(case: Liquidation, yuan: int) -> list[str]:
    """A surplus is given to the investors; returns why not, if it is refused."""
    return case.refused(case.step, "distribute_surplus", CLERK, pool_fen=str(yuan), **VIEW)


def shares_of_investors(case: Liquidation) -> list[tuple[str, int, str]]:
    """What investors have of the surplus, in fen, and how it stands."""
    with case.play.bench.reading() as session:
        made = session.query(Distribution).filter_by(case_id=case.case, kind=DistributionKind.SURPLUS).one()
        return [(one.party.name, one.amount_fen, one.state.value) for one in made.shares]


def balance(case: Liquidation, account: LedgerAccount) -> int:
    """What stands on an account of the ledger."""
    with case.play.bench.reading() as session:
        return estate_account.balances(session, session.get_one(Case, case.case)).get(account, 0)


def own_account(case: Liquidation, serial: int) -> None:
    """The account of an investor is written down."""
    told = {**ACCOUNT, "account_number": f"6222020000009{serial:03d}"}
    with case.play.bench.writing() as session, session.begin():
        payment_accounts.write(case.play.occasion(session, CLERK), case.case, serial, told, path="investors")


def test_the_draft_shows_the_surplus_as_a_rank_of_its_own(rich: Liquidation) -> None:
    surplus = drafted(rich).surplus

    assert [(one.holding.name, one.fen) for one in surplus.given] == [
        ("江澜晨星投资有限公司", 18_000_000),
        ("望川远航实业有限公司", 12_000_000),
    ]


def test_the_draft_leaves_investors_nothing_while_a_claim_is_not_fixed(rich: Liquidation) -> None:
    rich.file("望川新港物流有限公司", 1)

    surplus = drafted(rich).surplus

    assert surplus.given == ()
    assert [str(line) for line in surplus.before] == ["尚未确定的债权（债权表序号）：4。"]


def test_the_plan_keeps_what_investors_get_and_asks_about_interest(declared: Liquidation) -> None:
    two_investors(declared)
    figures = {"available_fen": "3000000", "remuneration_fen": "0", "method": "银行转账。"}

    declared.step("propose_distribution_plan", **figures)

    with declared.play.bench.reading() as session:
        plan = session.query(DistributionPlan).filter_by(case_id=declared.case, serial=1).one()
        assert [(one["name"], one["fen"]) for one in plan.investors] == [
            ("江澜晨星投资有限公司", 18_000_000),
            ("望川远航实业有限公司", 12_000_000),
        ]
        assert "受理后停止计算的利息" in str(thaw(plan.working[-1]))


def test_an_estate_that_does_not_pay_its_claims_leaves_investors_nothing(planned: Liquidation) -> None:
    two_investors(planned)

    surplus = drafted(planned).surplus

    assert (surplus.rest_fen, surplus.given) == (0, ())


@pytest.mark.parametrize(("pool", "codes"), [(2_699_999, ["others_come_first"]), (2_700_000, [])])
def test_investors_get_nothing_until_the_last_yuan_of_every_claim_is_distributed(
    rich: Liquidation, pool: int, codes: list[str]
) -> None:
    rich.final(pool)

    assert given(rich, 300_000) == codes


def test_no_more_is_given_than_is_left(rich: Liquidation) -> None:
    rich.final(2_700_000)

    assert given(rich, 300_001) == ["surplus_is_not_there"]


def test_who_is_not_listed_gets_nothing(planned: Liquidation) -> None:
    planned.hold_money(2_250_000)
    planned.final(2_700_000)

    assert given(planned, 300_000) == ["no_investors"]


def test_a_subordinated_claim_comes_before_the_investors(rich: Liquidation) -> None:
    fine = confirmed(rich, "江澜市税务局", 100_000, "SUB_CRIMINAL")
    rich.final(2_750_000)

    refused = given(rich, 200_000)

    assert rich.shares()[fine] == (5_000_000, "PAID")
    assert refused == ["others_come_first"]


def test_an_expense_that_is_asked_for_comes_before_the_investors(rich: Liquidation) -> None:
    rich.final(2_700_000)
    asked = {"kind": "EXP_ESTATE", "payee": "江澜市档案馆", "purpose": "档案保管", "ground": "保管合同。"}
    rich.begin("spendings", "request_spending", **asked, amount_fen="10000")

    assert given(rich, 290_000) == ["others_come_first"]


def test_what_is_laid_aside_counts_as_paid_and_what_is_freed_of_it_goes_to_the_investors_later(
    rich: Liquidation,
) -> None:
    doubtful = confirmed(rich, "江澜华宇有限公司", 100_000, "ORD", **SUSPENSIVE)
    rich.final(2_800_000)
    first = given(rich, 200_000)

    rich.step(
        "settle_conditional_share",
        CLERK,
        claim_serial=doubtful,
        reason="条件未成就。",
        **came_about(rich, False),
    )
    second = given(rich, 100_000)

    assert (first, second) == ([], [])
    assert balance(rich, LedgerAccount.EQUITY) == 30_000_000
    assert balance(rich, LedgerAccount.ESCROW) == 0


def test_a_surplus_is_booked_paid_and_the_accounts_close_at_zero(rich: Liquidation) -> None:
    rich.final(2_700_000)
    given(rich, 300_000)
    for claim in (1, 2, 3):
        account(rich, claim)
    for serial in (1, 2):
        own_account(rich, serial)

    filed = (handed_over(rich, 1), handed_over(rich, 2))
    done = (result(rich, 1, paid="1-3"), result(rich, 2, paid="1-2"))

    assert (filed, done) == (([], []), ([], []))
    assert shares_of_investors(rich) == [
        ("江澜晨星投资有限公司", 18_000_000, "PAID"),
        ("望川远航实业有限公司", 12_000_000, "PAID"),
    ]
    assert totals(rich, 2) == ({"PAID": 30_000_000}, True)
    assert balance(rich, LedgerAccount.EQUITY) == 30_000_000
    assert [balance(rich, one) for one in (LedgerAccount.BANK, LedgerAccount.PAYABLE_SHARES)] == [0, 0]


def test_a_payment_to_an_investor_that_comes_back_is_sent_again_or_deposited_and_never_waived(
    rich: Liquidation,
) -> None:
    rich.final(2_700_000)
    given(rich, 300_000)
    own_account(rich, 1)
    handed_over(rich, 2)
    result(rich, 1, p1="账户不存在")
    rich.step("deposit_unclaimed_share", CLERK, payments="4")
    rich.later(70)

    waived = rich.refused(
        rich.step, "release_unclaimed_share", CLERK, payments="4", to_creditor=False, reason="逾期。"
    )
    collected = rich.refused(
        rich.step, "release_unclaimed_share", CLERK, payments="4", to_creditor=True, reason="来院领取。"
    )

    assert (waived, collected) == (["investors_money_is_kept"], [])
    assert payments(rich)[3:] == [
        (18_000_000, "COLLECTED"),
        (12_000_000, "PREPARED"),
        (18_000_000, "PREPARED"),
    ]


def test_who_waived_his_share_leaves_it_to_the_others_and_at_last_to_the_investors(rich: Liquidation) -> None:
    rich.final(2_700_000)
    rich.step("deposit_unclaimed_share", CLERK, claim_serial=1)
    rich.later(70)
    rich.step("release_unclaimed_share", CLERK, claim_serial=1, to_creditor=False, reason="逾期。")

    assert given(rich, 1_200_000) == []


def test_investors_share_by_one_measure(rich: Liquidation) -> None:
    by_shares = {"holding": "SHARES", "shares": "1000", "subscribed_fen": "0"}

    assert rich.refused(investor, rich, "江澜三友有限公司", 0, **by_shares) == ["another_measure"]


def test_nobody_has_paid_in_more_than_he_subscribed(rich: Liquidation) -> None:
    more = {"subscribed_fen": "99", "paid_in_fen": "100"}

    assert rich.refused(investor, rich, "江澜三友有限公司", 0, **more) == ["more_than_subscribed"]


def test_an_investor_is_corrected_or_struck_until_a_surplus_was_given(rich: Liquidation) -> None:
    told = {
        "name": "江澜晨星控股有限公司",
        "kind": "ENTERPRISE",
        "holding": "CONTRIBUTION",
        "subscribed_fen": "1000000",
        "paid_in_fen": "100000",
        "source": "验资报告。",
    }
    rich.move("investors", 1, "correct_investor", **told)
    rich.final(2_700_000)
    given(rich, 300_000)

    late = rich.refused(rich.move, "investors", 2, "strike_investor", JUDGE, **REASON)

    assert [fen for _, fen, _ in shares_of_investors(rich)] == [6_000_000, 24_000_000]
    assert shares_of_investors(rich)[0][0] == "江澜晨星控股有限公司"
    assert late == ["surplus_was_given"]


def test_who_was_entered_in_error_does_not_share(rich: Liquidation) -> None:
    rich.move("investors", 2, "strike_investor", **REASON)

    assert [one.fen for one in drafted(rich).surplus.given] == [30_000_000]


def test_a_surplus_is_given_without_a_last_distribution_where_earlier_ones_have_paid_every_claim(
    rich: Liquidation,
) -> None:
    rich.step("distribute", pool_fen="2699999.99", announced_on=today(rich))
    early = given(rich, 300_000)
    rich.step("distribute", pool_fen="0.01", announced_on=today(rich))

    refused = given(rich, 300_000)

    assert (early, refused) == (["others_come_first"], [])
    assert [fen for _, fen, _ in shares_of_investors(rich)] == [18_000_000, 12_000_000]


def test_a_surplus_needs_no_plan_where_collateral_has_paid_the_only_claim(opened: Liquidation) -> None:
    publish(opened)
    bank = opened.file("江澜市澄江农村商业银行", 1_000_000)
    opened.list_claim(bank, 1_000_000, "SEC")
    through(opened, bank)
    burdened(opened, paid_for(opened, "厂房", "1500000"), bank)
    two_investors(opened)
    early = given(opened, 500_000)
    pay_bank(opened, bank, "1000000")

    refused = given(opened, 500_000)

    assert (early, refused) == (["others_come_first"], [])
    assert [fen for _, fen, _ in shares_of_investors(opened)] == [30_000_000, 20_000_000]


def listed_wages(case: Liquidation) -> list[str]:
    """An employee's claim is listed; returns why not, if it is refused."""
    wages = {"creditor_name": "苏见微", "filed_fen": "5000", "basis": "工资"}
    step = (case.begin, "claims", "list_employee_claim")
    return case.refused(*step, **wages, publicised_on=today(case))


@pytest.mark.parametrize("surplus", [False, True])
def test_a_late_claim_is_taken_until_a_surplus_was_given(rich: Liquidation, surplus: bool) -> None:
    rich.step("distribute", pool_fen="2700000", announced_on=today(rich))
    if surplus:
        assert given(rich, 300_000) == []

    late = rich.refused(rich.file, "望川新港物流有限公司", 1000)
    wages = listed_wages(rich)

    assert rich.state == "LQ_DECLARED"
    closed = ["surplus_ended_distributions"] if surplus else []
    assert (late, wages) == (closed, closed)


def test_no_code_for_filing_is_made_once_a_surplus_was_given(rich: Liquidation) -> None:
    rich.step("distribute", pool_fen="2700000", announced_on=today(rich))
    given(rich, 300_000)

    with rich.play.bench.writing() as session:
        occasion = rich.play.occasion(session, CLERK)
        with pytest.raises(BadInput) as refused:
            filing_codes.issue_to_known(occasion, rich.case)

    assert "第一百二十三条" in str(refused.value.fields["case"][0])
