"""One debt, several claims: who stands back, who steps in, when interest stops (EBL 50 to 52; SG 22, 23)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import Claim, ClaimFigure, JointParty
from models.vocabulary import (
    ClaimClass,
    DebtorStanding,
    FigureKind,
    JointPartyState,
    JointRole,
    SameDebt,
)
from tests.workflows.building import a_claim, a_liquidation, an_attempt, code_of
from workflows.calculations.draft import draft, working_of
from workflows.calculations.draft_lines import DraftClaim, Figures
from workflows.calculations.one_debt import Behind, Debt, Tie, pass_on, stands_back
from workflows.guards import one_debt as guards

PAID, FUTURE, JOINT = SameDebt.PAID, SameDebt.FUTURE, SameDebt.JOINT_CREDITOR


@pytest.mark.parametrize(
    ("tie", "code"),
    [
        (Tie(how=FUTURE, principal=1), "whole_debt_is_filed"),
        (Tie(how=FUTURE, principal=1, whole=False), None),
        (Tie(how=FUTURE, principal=1, principal_stands=False), None),
        (Tie(how=FUTURE), None),
        (Tie(how=PAID, principal=1), "creditor_is_not_satisfied"),
        (Tie(how=PAID, principal=1, principal_stands=False), None),
        (Tie(how=PAID, principal=1, bankrupt=True), "no_recourse"),
        (Tie(how=FUTURE, principal=1, bankrupt=True), "no_recourse"),
        (Tie(how=JOINT, principal=1), "joint_claim_filed_already"),
        (Tie(how=JOINT, principal=1, bankrupt=True), "joint_claim_filed_already"),
    ],
)
def test_one_of_two_claims_for_a_debt_stands_back(tie: Tie, code: str | None) -> None:
    found = stands_back(tie)

    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("before", "setting", "waits"),
    [(True, False, True), (True, True, False), (False, True, True), (False, False, True)],
)
def test_who_paid_part_before_the_acceptance_waits_unless_the_court_has_set_otherwise(
    before: bool, setting: bool, waits: bool
) -> None:
    found = stands_back(Tie(how=PAID, principal=1, paid_before=before), part_paid_before_takes_part=setting)

    assert (found is not None) == waits


@pytest.mark.parametrize(
    ("paid", "own", "passed"),
    [
        (299, 299, {}),
        (300, 300, {}),
        (301, 300, {2: 1}),
        (700, 300, {2: 400}),
        (701, 300, {2: 400, 3: 1}),
    ],
)
def test_the_creditor_is_paid_first_then_who_stepped_in(paid: int, own: int, passed: dict[int, int]) -> None:
    debt = Debt(700, (Behind(3, 300), Behind(2, 400)))

    assert pass_on(paid, 300, debt) == (own, passed)


@pytest.mark.parametrize(
    ("paid", "own", "passed"),
    [
        (400, 400, {}),
        (450, 400, {2: 50}),
        (600, 400, {2: 200}),
        (1000, 400, {2: 500, 3: 100}),
    ],
)
def test_what_was_given_of_a_sum_before_it_is_divided_again_is_not_taken_back(
    paid: int, own: int, passed: dict[int, int]
) -> None:
    debt = Debt(900, (Behind(2, 500), Behind(3, 100)))

    assert pass_on(paid, 100, debt, 400, {2: 0}) == (own, passed)


def test_the_working_of_a_draft_tells_who_stands_back_and_what_others_paid() -> None:
    back = stands_back(Tie(how=PAID, principal=1))
    claims = [
        DraftClaim(1, ClaimClass.ORD, 1000, debt=Debt(700, (Behind(2, 700),))),
        DraftClaim(2, ClaimClass.ORD, 700, back=back),
        DraftClaim(3, ClaimClass.ORD, 1000),
    ]

    made = draft(claims, [], Figures(1200))

    told = [str(part) for line in made.lines for part in working_of(line, made.ranks)]
    assert [line.paid_fen for line in made.lines] == [300, 300, 600]
    assert "按10.00元参加分配，受理后已从连带债务人、保证人处受偿7.00元，本人受偿3.00元" in told
    assert "债权人已全部受偿，代替其受偿3.00元" in told
    assert sum(line.paid_fen for line in made.lines) == sum(one.paid_fen for one in made.ranks)


@given(
    st.integers(0, 5000),
    st.integers(0, 3000),
    st.integers(1, 1000),
    st.integers(0, 1000),
)
def test_no_creditor_ever_gets_more_than_his_claim_and_nothing_is_lost(
    pool: int, received: int, other: int, backed: int
) -> None:
    behind = (Behind(2, min(backed, received)),) if min(backed, received) else ()
    back = stands_back(Tie(how=PAID, principal=1))
    claims = [
        DraftClaim(1, ClaimClass.ORD, 1000, debt=Debt(received, behind)),
        DraftClaim(2, ClaimClass.ORD, 1000, back=back),
        DraftClaim(3, ClaimClass.ORD, other),
    ]

    made = draft(claims, [], Figures(pool))

    first, second, third = (line.paid_fen for line in made.lines)
    assert first <= max(0, 1000 - received)
    assert second <= min(backed, received)
    assert third <= other
    assert first + second + third + made.rest_fen == pool


def guaranteed_claim(standing: DebtorStanding, bankrupt_on: date | None) -> Claim:
    """A claim with interest for which the debtor answers; its principal debtor's bankruptcy if any."""
    claim = a_claim(case=a_liquidation(), debtor_as=standing)
    claim.figures = [ClaimFigure(position=1, kind=FigureKind.INTEREST, filed_fen=100)]
    claim.joint_parties = [
        JointParty(
            name="望川农机销售有限公司",
            role=JointRole.PRINCIPAL_DEBTOR,
            bankrupt_on=bankrupt_on,
            state=JointPartyState.NAMED.value,
        )
    ]
    return claim


@pytest.mark.parametrize(
    ("standing", "bankrupt_on", "until", "code"),
    [
        (DebtorStanding.JOINT_GUARANTOR, date(2026, 3, 10), date(2026, 3, 9), None),
        (DebtorStanding.JOINT_GUARANTOR, date(2026, 3, 10), date(2026, 3, 10), "interest_after_principal"),
        (DebtorStanding.GENERAL_GUARANTOR, date(2026, 3, 10), date(2026, 3, 10), "interest_after_principal"),
        (DebtorStanding.JOINT_GUARANTOR, None, date(2026, 3, 10), None),
        (DebtorStanding.PRINCIPAL, date(2026, 3, 10), date(2026, 3, 10), None),
        (DebtorStanding.JOINT_DEBTOR, date(2026, 3, 10), date(2026, 3, 10), None),
    ],
)
def test_interest_on_a_guaranteed_debt_stops_when_the_principal_debtors_case_began(
    standing: DebtorStanding, bankrupt_on: date | None, until: date, code: str | None
) -> None:
    claim = guaranteed_claim(standing, bankrupt_on)
    attempt = an_attempt(figures=[{"position": 1, "until_on": until}])

    assert code_of(guards.interest_stops_for_guarantors_too(claim, attempt)) == code
