"""Joint parties of a claim, recourse tied to it, what is listed and what stands back (EBL 50 to 52)."""

from datetime import timedelta

import pytest

from models import Claim
from models.vocabulary import JointRole, SameDebt
from tests.liquidation.one_debt.guaranteeing import (
    BANK,
    GUARANTOR,
    accepted_on,
    of_the_bank,
    of_the_guarantor,
    receive,
    rows,
    tie,
)
from tests.liquidation.playing import (
    REASON,
    Liquidation,
)


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


def test_recourse_is_future_until_its_holder_has_paid(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited)
    tie(invited, guarantor, bank)

    receive(invited, 1, 400_000)
    paid_now = invited.part("claims", guarantor).same_debt
    invited.move("joint_parties", 1, "strike_joint_receipt", position=1, **REASON)

    assert (paid_now, invited.part("claims", guarantor).same_debt) == (SameDebt.PAID, SameDebt.FUTURE)
