"""Hints that claims may be for one debt: to be looked at, never a refusal."""

import pytest

from court_app.services.joint_debts import one_debt_hints
from court_app.services.joint_debts.one_debt_hints import numbers_in
from models import Case, Claim
from tests.liquidation.one_debt.guaranteeing import (
    BANK,
    GUARANTOR,
    of_the_bank,
    of_the_guarantor,
    receive,
    tie,
)
from tests.liquidation.playing import Liquidation


def hints(case: Liquidation) -> list[tuple[str, tuple[int, ...]]]:
    """The hints of a case: what, and about which claims."""
    with case.play.bench.reading() as session:
        found = one_debt_hints.hints_of_case(session, session.get_one(Case, case.case))
        return [(hint.code, hint.claims) for hint in found]


@pytest.mark.parametrize(
    ("basis", "numbers"),
    [
        ("借款合同（编号JN-2025-0316），本金。", {"JN-2025-0316"}),
        ("（2025）江农银借字第12号借款合同", {"（2025）江农银借字第12号"}),
        ("自2025-03-16起欠款1200000元，invoice", set()),
        ("货款", set()),
    ],
)
def test_numbers_of_contracts_are_told_from_days_and_sums(basis: str, numbers: set[str]) -> None:
    assert numbers_in(basis) == numbers


def test_a_guarantor_who_is_a_creditor_himself_is_hinted_at_and_not_refused(invited: Liquidation) -> None:
    bank, guarantor = of_the_bank(invited), invited.file(GUARANTOR, 400_000)

    assert hints(invited) == [("joint_party_is_creditor", (guarantor, bank))]
    assert invited.refused(invited.list_claim, guarantor, 400_000) == []


def test_recourse_that_was_not_tied_is_hinted_at_until_it_is(invited: Liquidation) -> None:
    bank = invited.file(BANK, 1_000_000)
    guarantor = of_the_guarantor(invited)
    before = hints(invited)

    tie(invited, guarantor, bank)

    assert before == [("recourse_not_tied", (guarantor, bank))]
    assert hints(invited) == [("whole_debt_is_filed", (guarantor, bank))]


def test_two_creditors_who_name_one_contract_are_hinted_at_and_one_who_names_it_twice_is_not(
    invited: Liquidation,
) -> None:
    loan = {"filed_fen": "1000", "basis": "借款合同JN-2025-0316"}
    for name in (BANK, BANK):
        invited.begin("claims", "file_claim", creditor_name=name, **loan)
    one_creditor = hints(invited)
    invited.begin("claims", "file_claim", creditor_name=GUARANTOR, **loan)

    assert one_creditor == []
    assert hints(invited) == [("same_contract", (1, 2, 3))]


def test_the_hints_of_a_claim_are_those_of_its_case_that_are_about_it(invited: Liquidation) -> None:
    for name, basis in (
        (BANK, "借款合同JN-2025-0316"),
        (GUARANTOR, "借款合同JN-2025-0316，保证合同BZ_2025_77"),
        ("江澜市恒远钢材贸易有限公司", "保证合同BZ_2025_77"),
        ("望川供应链管理有限公司", "货款"),
    ):
        invited.begin("claims", "file_claim", creditor_name=name, filed_fen="1000", basis=basis)

    with invited.play.bench.reading() as session:
        claims = session.query(Claim).filter_by(case_id=invited.case).order_by(Claim.serial)
        of_each = [
            [(hint.code, hint.claims) for hint in one_debt_hints.hints_of_claim(session, claim)]
            for claim in claims
        ]

    first, second = ("same_contract", (1, 2)), ("same_contract", (2, 3))
    assert of_each == [[first], [first, second], [second], []]


def test_who_paid_and_claims_nothing_is_told_and_what_is_more_than_the_claim_goes_back(
    invited: Liquidation,
) -> None:
    bank = of_the_bank(invited)
    receive(invited, 1, 1_000_000)
    full = hints(invited)

    receive(invited, 1, 1)

    assert full == [("payer_claims_nothing", (bank,))]
    assert hints(invited) == [("more_than_the_claim", (bank,)), ("payer_claims_nothing", (bank,))]


def test_a_claim_against_a_guarantor_tells_that_it_is_due_and_asks_who_owes_the_debt(
    invited: Liquidation,
) -> None:
    first = invited.file(BANK, 1_000_000, debtor_as="JOINT_GUARANTOR")
    second = invited.file(
        GUARANTOR,
        1_000,
        debtor_as="GENERAL_GUARANTOR",
        joint_parties=[{"name": "望川农机销售有限公司", "role": "PRINCIPAL_DEBTOR"}],
    )

    assert hints(invited) == [
        ("debtor_is_guarantor", (first,)),
        ("principal_debtor_unknown", (first,)),
        ("debtor_is_guarantor", (second,)),
    ]


def test_a_secured_creditor_whom_others_paid_is_looked_at_before_the_collateral_pays_him(
    invited: Liquidation,
) -> None:
    bank = of_the_bank(invited, claim_class="SEC", security="机器设备抵押")

    receive(invited, 1, 1)

    assert hints(invited) == [("payer_claims_nothing", (bank,)), ("secured_and_paid_by_others", (bank,))]
