"""One debt, several who owe or claim it: named, tied, listed once, paid once, voted once (EBL 50 to 52)."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution.before_investors import claims_not_full
from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.distribution.holdings import claims_not_fixed
from court_app.services.estate import proceeds_sheet, realising, secured_dues
from court_app.services.joint_debts import debt_payments
from court_app.services.joint_debts.one_debts import Ties, entitled_as_tied
from court_app.services.meetings import voting_roll
from models import Asset, Case, Claim
from models.vocabulary import ClaimClass, JointRole, ResolutionMatter, SameDebt
from tests.liquidation.paying_out import payments, totals
from tests.liquidation.playing import (
    CARRIED,
    CLERK,
    JUDGE,
    REASON,
    SUSPENSIVE,
    Liquidation,
    declare,
    publish,
    today,
)
from tests.liquidation.test_collateral import burdened, due, found, paid_for, pay_bank
from tests.liquidation.test_distributions import settle
from workflows.calculations.debt_paid import DebtPaid
from workflows.calculations.one_debt import Behind, Debt, Tie, stands_back
from workflows.calculations.voting_roll import Question, roll
from workflows.calculations.waterfall import Entitled

BANK, GUARANTOR = "江澜市澄江农村商业银行", "望川担保有限公司"


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    publish(opened)
    return opened


def accepted_on(case: Liquidation) -> date:
    """The day of the acceptance."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case).accepted_on
    assert found is not None
    return found


def rows(case: Liquidation, serial: int) -> list[tuple[int, str, JointRole, int]]:
    """The joint parties of a claim: number, name, role, what was received in fen."""
    with case.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == case.case, Claim.serial == serial).one()
        return [(one.serial, one.name, one.role, one.received_fen) for one in claim.joint_parties]


def of_the_bank(case: Liquidation, **data: Any) -> int:
    """The bank's loan of a million, guaranteed; returns its number."""
    told = [{"name": GUARANTOR, "role": "JOINT_GUARANTOR"}]
    return case.file(BANK, 1_000_000, joint_parties=told, **data)


def of_the_guarantor(case: Liquidation, yuan: int = 400_000, **data: Any) -> int:
    """The guarantor's recourse; returns its number."""
    return case.file(GUARANTOR, yuan, **{"same_debt": "FUTURE", "same_debt_creditor": BANK, **data})


def tie(case: Liquidation, serial: int, principal: int, how: str = "FUTURE", **data: Any) -> None:
    """A claim is found to be for the same debt as another."""
    case.move("claims", serial, "tie_claim", same_debt=how, principal_serial=principal, **REASON, **data)


def test_a_claim_names_its_guarantors_when_it_is_filed(invited: Liquidation) -> None:
    serial = of_the_bank(invited, co_debtors="另有法定代表人出具的承诺函。")

    assert rows(invited, serial) == [(1, GUARANTOR, JointRole.JOINT_GUARANTOR, 0)]
    assert invited.part("claims", serial).co_debtors == "另有法定代表人出具的承诺函。"


def test_a_correction_names_who_was_forgotten_and_nobody_twice(invited: Liquidation) -> None:
    serial = of_the_bank(invited)
    told = [
        {"name": GUARANTOR, "role": "JOINT_GUARANTOR"},
        {"name": "江澜港务集团", "role": "JOINT_DEBTOR"},
    ]

    invited.move("claims", serial, "correct_claim", filed_fen="1000000", joint_parties=told)

    assert [name for _, name, _, _ in rows(invited, serial)] == [GUARANTOR, "江澜港务集团"]


def test_future_recourse_is_not_listed_beside_the_whole_debt(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)

    assert invited.refused(invited.list_claim, guarantor, 400_000) == ["whole_debt_is_filed"]


def test_future_recourse_is_listed_where_the_creditor_filed_a_part(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank, whole_debt_filed=False)

    assert invited.refused(invited.list_claim, guarantor, 400_000) == []


def test_future_recourse_is_listed_where_the_creditor_took_his_claim_back(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)
    invited.move("claims", bank, "withdraw_claim", **REASON)

    assert invited.refused(invited.list_claim, guarantor, 400_000) == []


def test_who_paid_since_has_recourse_of_who_has_paid(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)
    receive(invited, 1, 400_000)

    assert invited.refused(invited.list_claim, guarantor, 400_000) == []


def receive(case: Liquidation, party: int, yuan: int, on: date | None = None) -> None:
    """The creditor got something from a joint party."""
    day = (on or case.play.day).isoformat()
    case.move(
        "joint_parties",
        party,
        "record_joint_receipt",
        received_on=day,
        amount_fen=str(yuan),
        evidence="银行回单。",
    )


@pytest.mark.parametrize(("days", "codes"), [(-1, ["received_before_acceptance"]), (0, [])])
def test_only_what_was_received_since_the_acceptance_is_recorded(
    invited: Liquidation, days: int, codes: list[str]
) -> None:
    of_the_bank(invited)
    on = accepted_on(invited) + timedelta(days=days)

    assert invited.refused(receive, invited, 1, 400_000, on=on) == codes


def test_a_receipt_that_was_wrong_counts_no_more_and_stays_to_be_seen(invited: Liquidation) -> None:
    serial = of_the_bank(invited)
    receive(invited, 1, 400_000)
    receive(invited, 1, 40_000)

    invited.move("joint_parties", 1, "strike_joint_receipt", position=1, **REASON)

    assert rows(invited, serial) == [(1, GUARANTOR, JointRole.JOINT_GUARANTOR, 4_000_000)]
    again = invited.refused(invited.move, "joint_parties", 1, "strike_joint_receipt", position=1, **REASON)
    assert again == ["no_such_receipt"]


def test_tying_a_claim_finds_its_holder_among_the_joint_parties(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)

    tie(invited, guarantor, bank)

    assert rows(invited, bank) == [(1, GUARANTOR, JointRole.JOINT_GUARANTOR, 0)]
    with invited.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == invited.case, Claim.serial == guarantor).one()
        assert (claim.principal and claim.principal.serial, claim.same_debt) == (bank, SameDebt.FUTURE)
        assert claim.stands_as is not None
        assert claim.stands_as.serial == 1


def test_a_bankrupt_guarantor_whose_creditor_filed_in_both_cases_has_no_recourse(
    invited: Liquidation,
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)
    receive(invited, 1, 400_000)
    invited.move(
        "joint_parties",
        1,
        "record_own_bankruptcy",
        bankrupt_court="望川市中级人民法院",
        bankrupt_number="（2026）豫98破3号",
        bankrupt_on=invited.play.day.isoformat(),
        filed_there=True,
    )

    assert invited.refused(invited.list_claim, guarantor, 400_000) == ["no_recourse"]


def test_a_joint_creditor_does_not_list_the_same_claim_again(invited: Liquidation) -> None:
    first, second = invited.file(BANK, 1_000_000), invited.file("望川信托有限公司", 1_000_000)
    tie(invited, second, first, "JOINT_CREDITOR")

    assert invited.refused(invited.list_claim, second, 1_000_000) == ["joint_claim_filed_already"]
    assert [role for _, _, role, _ in rows(invited, first)] == [JointRole.JOINT_CREDITOR]


def test_a_claim_that_is_untied_is_listed(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)

    invited.move("claims", guarantor, "untie_claim", **REASON)

    assert invited.refused(invited.list_claim, guarantor, 400_000) == []


@pytest.mark.parametrize(
    ("principal", "code"), [(2, "tied_to_itself"), (9, "no_such_principal"), (3, "principal_is_tied")]
)
def test_a_claim_is_tied_to_another_that_stands_on_its_own(
    invited: Liquidation, principal: int, code: str
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    other = invited.file("江澜港务集团", 100_000)
    tie(invited, other, bank)

    assert invited.refused(tie, invited, guarantor, principal) == [code]


@pytest.mark.parametrize(("days", "codes"), [(-1, []), (0, ["paid_after_acceptance"])])
def test_what_was_paid_before_the_acceptance_is_told_with_the_claim(
    invited: Liquidation, days: int, codes: list[str]
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    on = (accepted_on(invited) + timedelta(days=days)).isoformat()

    assert invited.refused(tie, invited, guarantor, bank, "PAID", paid_on=on, paid_fen="400000") == codes


def drafted(case: Liquidation, yuan: int) -> Drafted:
    """The draft of a distribution of a sum."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        told = drafts.read({"available_fen": str(yuan)})
        return drafts.drafted(occasion, session.get_one(Case, case.case), told)


def through(case: Liquidation, *serials: int) -> None:
    """Claims are verified at the first meeting and confirmed; the debtor is declared bankrupt."""
    case.later(60)
    case.step("appoint_chair", JUDGE, chair_party_id=case.part("claims", 1).party_id)
    case.step(
        "hold_first_meeting",
        present=3,
        present_fen="2700000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="会议核查了债权表。",
    )
    case.step("confirm_claims", JUDGE, serials=",".join(map(str, serials)))
    declare(case)


@pytest.fixture
def guaranteed(invited: Liquidation) -> Liquidation:
    """The bank's million (1), recourse of who has paid 700,000 of it since (2), a supplier's million (3)."""
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank)
    receive(invited, 1, 700_000)
    for serial, yuan in ((bank, 1_000_000), (guarantor, 700_000), (supplier, 1_000_000)):
        invited.list_claim(serial, yuan)
    through(invited, bank, guarantor, supplier)
    return invited


def paid(found: Drafted) -> dict[int, int]:
    """What the lines of a draft pay, in fen."""
    return {line.claim.serial: line.paid_fen for line in found.draft.lines}


@pytest.mark.parametrize(
    ("yuan", "shares"),
    [
        (600_000, {1: 30_000_000, 2: 0, 3: 30_000_000}),
        (600_001, {1: 30_000_000, 2: 50, 3: 30_000_050}),
        (1_200_000, {1: 30_000_000, 2: 30_000_000, 3: 60_000_000}),
        (2_000_000, {1: 30_000_000, 2: 70_000_000, 3: 100_000_000}),
    ],
)
def test_the_creditor_takes_part_in_full_and_who_paid_takes_what_he_needs_no_more(
    guaranteed: Liquidation, yuan: int, shares: dict[int, int]
) -> None:
    found = drafted(guaranteed, yuan)

    assert paid(found) == shares
    assert found.draft.rest_fen == 0
    assert any("第1号债权按全额参加分配" in str(line) for line in found.draft.working)


def test_a_bankrupt_guarantor_takes_nothing_and_the_creditor_stops_at_his_claim(
    guaranteed: Liquidation,
) -> None:
    guaranteed.move(
        "joint_parties",
        1,
        "record_own_bankruptcy",
        bankrupt_court="望川市中级人民法院",
        bankrupt_number="（2026）豫98破3号",
        bankrupt_on=guaranteed.play.day.isoformat(),
        filed_there=True,
    )

    found = drafted(guaranteed, 1_200_000)

    assert paid(found) == {1: 30_000_000, 2: 0, 3: 90_000_000}


def test_a_distribution_pays_as_the_draft_says(guaranteed: Liquidation) -> None:
    guaranteed.hold_money(1_500_000)
    adopt(guaranteed)

    guaranteed.step("distribute", pool_fen="800000", announced_on=today(guaranteed))
    guaranteed.final(400_000)

    assert sums(guaranteed, 1) == {1: 30_000_000, 2: 10_000_000, 3: 40_000_000}
    assert sums(guaranteed, 2) == {1: 0, 2: 20_000_000, 3: 20_000_000}


def test_a_share_that_is_freed_takes_nothing_back_from_a_creditor_whom_others_have_paid_since(
    invited: Liquidation,
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 900_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    conditional = invited.file("江澜市附条件贸易有限公司", 1_000_000, **SUSPENSIVE)
    tie(invited, guarantor, bank)
    receive(invited, 1, 100_000)
    everybody = {bank: 1_000_000, guarantor: 900_000, supplier: 1_000_000, conditional: 1_000_000}
    for serial, yuan in everybody.items():
        invited.list_claim(serial, yuan)
    through(invited, *everybody)
    invited.hold_money(1_200_000)
    adopt(invited)
    invited.final(1_200_000)
    receive(invited, 1, 800_000)

    settle(invited, "settle_conditional_share", conditional, to_creditor=False)

    assert sums(invited, 1) == {bank: 40_000_000, guarantor: 20_000_000, supplier: 60_000_000, conditional: 0}
    assert sum(fen for fen, _ in payments(invited)) == 120_000_000
    assert totals(invited) == ({"PREPARED": 120_000_000}, True)


def waited_for(case: Liquidation) -> list[str]:
    """What of claims stands before the investors."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case)
        told = [*claims_not_fixed(session, found), *claims_not_full(session, found)]
    return [str(line) for line in told]


@pytest.mark.parametrize(
    ("yuan", "before"),
    [
        (1_999_998, ["没有足额清偿的债权（债权表序号）：1、3，合计尚欠2.00元。"]),
        (2_000_000, []),
    ],
)
def test_investors_wait_until_one_debt_is_paid_once_and_not_until_it_is_paid_twice(
    guaranteed: Liquidation, yuan: int, before: list[str]
) -> None:
    guaranteed.hold_money(3_000_000)
    guaranteed.plan_adopted()

    guaranteed.final(yuan)

    assert waited_for(guaranteed) == before


def test_investors_do_not_wait_for_a_claim_that_stands_back_for_good(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    alone = waited_for(invited)
    tie(invited, guarantor, bank)

    tied = waited_for(invited)

    assert alone == ["尚未确定的债权（债权表序号）：1、2。"]
    assert tied == ["尚未确定的债权（债权表序号）：1。"]


@pytest.fixture
def mortgaged(invited: Liquidation) -> Liquidation:
    """A bank's million (1), a joint creditor's claim for it (2), both on one plant; a supplier's million."""
    bank = of_the_bank(invited)
    other = invited.file("望川农村商业银行", 1_000_000, same_debt="JOINT_CREDITOR", same_debt_creditor=BANK)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    invited.list_claim(bank, 1_000_000, "SEC")
    invited.list_claim(other, 1_000_000, "SEC")
    invited.list_claim(supplier, 1_000_000)
    through(invited, bank, other, supplier)
    plant = paid_for(invited, "厂房", "1500000")
    burdened(invited, plant, bank)
    burdened(invited, plant, other)
    tie(invited, other, bank, "JOINT_CREDITOR")
    return invited


def of_collateral(case: Liquidation) -> dict[int, int]:
    """What collateral pays by a draft without other money, in fen; what is due of it says the same."""
    found = drafted(case, 0)
    with case.play.bench.reading() as session:
        due = secured_dues.dues_by_claim(session, session.get_one(Case, case.case))
        shown = of_pages(session, session.get_one(Case, case.case))
    met = {line.claim.serial: line.secured_fen for line in found.draft.lines if line.secured_fen}
    assert {serial: one.met_fen for serial, one in due.items() if one.met_fen} == met
    assert shown == met
    return met


def of_pages(session: Session, case: Case) -> dict[int, int]:
    """What the pages of the assets give whom, in fen by number of the claim."""
    shown: dict[int, int] = {}
    for asset in realising.encumbered(session, case):
        brought = realising.proceeds_of(session, asset)
        for met in brought.met if brought else ():
            for serial, fen in ((met.claim.serial, met.own_fen), *met.passed.items()):
                shown[serial] = shown.get(serial, 0) + fen
    return {serial: fen for serial, fen in shown.items() if fen}


def told(case: Liquidation, serial: int) -> DebtPaid:
    """What of the debt of a claim has been paid to whom."""
    with case.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == case.case, Claim.serial == serial).one()
        found = debt_payments.debt_of(session, claim)
    assert found is not None
    return found


def stakes(case: Liquidation) -> dict[int, tuple[bool, int]]:
    """Whether a claim is still owed something by who is on the roll, and what its collateral owes it."""
    with case.play.bench.reading() as session:
        found = voting_roll.stakes_of(session, session.get_one(Case, case.case))
    return {one.serial: (one.satisfied, one.unpaid_fen) for one in found}


def test_one_debt_is_met_once_from_what_secures_it_for_both_its_creditors(mortgaged: Liquidation) -> None:
    met, made = of_collateral(mortgaged), drafted(mortgaged, 0).draft

    assert met == {1: 100_000_000}
    assert paid(drafted(mortgaged, 0))[3] == 50_000_000
    assert made.unmet == ()


def test_collateral_does_not_pay_again_what_the_guarantor_has_paid(mortgaged: Liquidation) -> None:
    receive(mortgaged, 1, 700_000)

    met, shares = of_collateral(mortgaged), paid(drafted(mortgaged, 0))

    assert met == {1: 30_000_000}
    assert shares == {1: 0, 2: 0, 3: 100_000_000}


@pytest.fixture
def recourse(invited: Liquidation) -> Liquidation:
    """The bank's million with a mortgage (1), recourse for 700,000 of it (2), a supplier's million."""
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank)
    receive(invited, 1, 700_000)
    invited.list_claim(bank, 1_000_000, "SEC")
    invited.list_claim(guarantor, 700_000)
    invited.list_claim(supplier, 1_000_000)
    through(invited, bank, guarantor, supplier)
    return invited


@pytest.mark.parametrize(
    ("price", "met"), [("1000000", {1: 30_000_000, 2: 70_000_000}), ("300000", {1: 30_000_000})]
)
def test_what_collateral_brings_beyond_what_the_creditor_needs_is_due_to_the_guarantor_who_paid(
    recourse: Liquidation, price: str, met: dict[int, int]
) -> None:
    burdened(recourse, paid_for(recourse, "厂房", price), 1)

    assert of_collateral(recourse) == met
    assert paid(drafted(recourse, 0))[3] == 0


def test_a_deficiency_counts_once_where_collateral_paid_the_guarantor_too(recourse: Liquidation) -> None:
    burdened(recourse, paid_for(recourse, "厂房", "600000"), 1)
    recourse.hold_money(1_500_000)
    found = drafted(recourse, 700_000)
    adopt(recourse)

    recourse.final(700_000)

    assert of_collateral(recourse) == {1: 30_000_000, 2: 30_000_000}
    assert paid(found) == {1: 0, 2: 20_000_000, 3: 50_000_000}
    assert sums(recourse, 1) == paid(found)


def test_who_is_paid_in_the_pool_before_another_asset_is_sold_is_not_paid_again_out_of_it(
    recourse: Liquidation,
) -> None:
    burdened(recourse, paid_for(recourse, "厂房", "600000"), 1)
    recourse.hold_money(1_500_000)
    adopt(recourse)
    recourse.step("distribute", pool_fen="700000", announced_on=today(recourse))

    burdened(recourse, paid_for(recourse, "机器设备", "500000"), 1)

    debt = told(recourse, 2)
    assert sums(recourse, 1)[2] == 20_000_000
    assert of_collateral(recourse) == {1: 30_000_000, 2: 50_000_000}
    assert (debt.paid_fen, debt.due_fen, debt.creditor.serial) == (20_000_000, 80_000_000, 1)


def test_a_guarantor_who_pays_after_the_bank_was_paid_is_owed_nothing_of_the_same_asset(
    invited: Liquidation,
) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    tie(invited, guarantor, bank)
    invited.list_claim(bank, 1_000_000, "SEC")
    through(invited, bank)
    burdened(invited, paid_for(invited, "厂房", "1000000"), bank)
    owed = stakes(invited)[bank]
    pay_bank(invited, bank, "1000000")

    receive(invited, 1, 700_000)

    debt = told(invited, bank)
    assert (owed, stakes(invited)[bank]) == ((False, 100_000_000), (True, 0))
    assert (debt.paid_fen, debt.due_fen, debt.over_fen) == (100_000_000, 0, 70_000_000)
    assert due(invited) == 0


def test_the_sheet_of_an_asset_names_who_takes_a_part_in_the_creditors_place(recourse: Liquidation) -> None:
    plant = paid_for(recourse, "厂房", "1000000")
    burdened(recourse, plant, 1)

    with recourse.play.bench.reading() as session:
        asset = session.query(Asset).filter_by(case_id=recourse.case, serial=plant).one()
        brought = realising.proceeds_of(session, asset)
        assert brought is not None
        rows = [line for met in brought.met for line in proceeds_sheet.lines_of(met)]

    assert [(row[1], row[5]) for row in rows] == [("1", "300,000.00"), ("2", "700,000.00")]


@pytest.mark.parametrize(("price", "codes"), [("300000", []), ("300000.01", ["collateral_is_dearer"])])
def test_a_creditor_takes_collateral_as_a_thing_only_up_to_what_he_may_still_get(
    recourse: Liquidation, price: str, codes: list[str]
) -> None:
    plant = found(recourse, "厂房")
    burdened(recourse, plant, 1)
    recourse.step("propose_realisation_plan", plan="厂房作实物分配。")
    recourse.step("decide_realisation_plan", **CARRIED)
    recourse.move("assets", plant, "offer", method="IN_KIND", resolution_serial=1)
    recourse.step("dispose_asset", asset_serial=plant, buyer=BANK, price_fen=price)

    refused = recourse.refused(
        recourse.move, "assets", plant, "distribute_in_kind", title_reference="过户登记"
    )

    assert refused == codes
    if not codes:
        assert told(recourse, 1).creditor.in_kind_fen == 30_000_000
        assert told(recourse, 1).is_satisfied


def sums(case: Liquidation, distribution: int) -> dict[int, int]:
    """What every claim has of a distribution, in fen."""
    return {serial: fen for serial, (fen, _) in case.shares(distribution).items()}


def test_recourse_is_future_until_its_holder_has_paid(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)

    receive(invited, 1, 400_000)
    paid_now = invited.part("claims", guarantor).same_debt
    invited.move("joint_parties", 1, "strike_joint_receipt", position=1, **REASON)

    assert (paid_now, invited.part("claims", guarantor).same_debt) == (SameDebt.PAID, SameDebt.FUTURE)


@pytest.fixture
def answering(invited: Liquidation) -> Liquidation:
    """The debtor answers as a general guarantor for a million (1); a supplier has a million (2)."""
    first = invited.file(BANK, 1_000_000, debtor_as="GENERAL_GUARANTOR")
    second = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    for serial in (first, second):
        invited.list_claim(serial, 1_000_000)
    through(invited, first, second)
    invited.hold_money(1_500_000)
    adopt(invited)
    invited.final(1_000_000)
    return invited


def adopt(case: Liquidation) -> None:
    """A plan of 1,200,000 yuan is passed and recognised."""
    case.step(
        "propose_distribution_plan",
        available_fen="1200000",
        remuneration_fen="0",
        order_and_ratio="依法定顺序。",
        method="银行转账。",
    )
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)


def release(case: Liquidation, serial: int) -> None:
    """The share that waits for the guarantor's liability is dealt with."""
    case.step("release_guarantee_share", claim_serial=serial, **REASON)


def test_the_share_against_a_general_guarantor_waits_for_his_liability(answering: Liquidation) -> None:
    assert answering.shares() == {1: (50_000_000, "GUARANTEE"), 2: (50_000_000, "PAID")}
    assert answering.refused(release, answering, 1) == ["liability_is_open"]
    assert answering.refused(release, answering, 2) == ["no_guarantee_share"]


@pytest.mark.parametrize(
    ("yuan", "shares"),
    [
        (1_000_000, {1: (50_000_000, "RELEASED"), 2: (50_000_000, "PAID")}),
        (250_000, {1: (20_000_000, "RELEASED"), 2: (80_000_000, "PAID")}),
        (0, {1: (0, "REDISTRIBUTED"), 2: (100_000_000, "PAID")}),
    ],
)
def test_once_fixed_the_share_follows_the_liability(
    answering: Liquidation, yuan: int, shares: dict[int, tuple[int, str]]
) -> None:
    fix(answering, 1, yuan)

    release(answering, 1)

    assert answering.shares() == shares


def fix(case: Liquidation, serial: int, yuan: int) -> None:
    """It is fixed what the general guarantor answers for."""
    case.move("claims", serial, "fix_liability", liability_fen=str(yuan), reference="终结执行裁定。")


def test_a_liability_is_no_more_than_the_claim_and_only_a_general_guarantors(
    answering: Liquidation,
) -> None:
    assert answering.refused(fix, answering, 1, 1_000_001) == ["liability_above_the_claim"]
    assert answering.refused(fix, answering, 2, 1_000_000) == ["not_a_general_guarantee"]


def roll_of(case: Liquidation) -> dict[int, tuple[bool, int, str | None]]:
    """Who may vote on a motion about the distribution, with how much, and why not, by claim."""
    with case.play.bench.reading() as session:
        stakes = voting_roll.stakes_of(session, session.get_one(Case, case.case))
    rights = roll(Question(ResolutionMatter.M9), stakes)
    return {
        right.weights[0].stake.serial: (
            right.may_vote,
            right.counts_fen,
            right.why.value if right.why else None,
        )
        for right in rights
    }


def test_one_debt_is_voted_once_by_the_creditor_until_he_is_paid_in_full(guaranteed: Liquidation) -> None:
    before = roll_of(guaranteed)

    receive(guaranteed, 1, 299_999)
    almost = roll_of(guaranteed)
    receive(guaranteed, 1, 1)
    after = roll_of(guaranteed)

    supplier = (True, 100_000_000, None)
    of_the_creditor = {1: (True, 100_000_000, None), 2: (False, 0, "SAME_DEBT"), 3: supplier}
    assert before == almost == of_the_creditor
    assert after == {1: (False, 0, "NOTHING"), 2: (True, 70_000_000, None), 3: supplier}


@pytest.mark.parametrize(
    ("serial", "amount", "received", "plan"), [(1, 1000, 30, 5), (2, 0, 0, 0), (3, 1000, 0, 5)]
)
def test_who_stands_back_counts_for_nothing_and_who_was_paid_is_owed_less(
    serial: int, amount: int, received: int, plan: int
) -> None:
    back = stands_back(Tie(how=SameDebt.PAID, principal=1))
    assert back is not None
    ties = Ties({2: back}, {1: Debt(700, (Behind(2, 670),))})

    found = entitled_as_tied(Entitled(serial, ClaimClass.ORD, 1000, 0, 5), ties)

    assert (found.amount_fen, found.received_fen, found.plan_fen) == (amount, received, plan)


def test_future_recourse_has_no_vote_as_its_share_is_laid_aside(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank, whole_debt_filed=False)
    for serial, yuan in ((bank, 600_000), (guarantor, 400_000), (supplier, 1_000_000)):
        invited.list_claim(serial, yuan)
    through(invited, bank, guarantor, supplier)

    rights = roll_of(invited)

    assert rights[guarantor] == (False, 0, "CONDITIONAL")
    assert rights[bank] == (True, 60_000_000, None)


def test_a_claim_against_a_general_guarantor_is_voted_with_what_he_answers_for(
    answering: Liquidation,
) -> None:
    before = roll_of(answering)[1]

    fix(answering, 1, 250_000)

    assert before == (True, 100_000_000, None)
    assert roll_of(answering)[1] == (True, 25_000_000, None)
