"""Drafts of a distribution out of the case: what they say comes true, what-ifs, the worked example."""

from datetime import timedelta
from typing import Any

import pytest

from court_app.errors import BadInput
from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution.distribution_drafts import Drafted
from models import Case
from models.vocabulary import ConditionKind, ShareState
from models.vocabulary import DeadlineKind as K
from tests.liquidation.playing import (
    CARRIED,
    CLERK,
    JUDGE,
    REASON,
    SUSPENSIVE,
    Liquidation,
    accept,
    declare,
    publish,
    today,
)
from tests.liquidation.test_distributions import confirmed, judged, settle, sued
from tests.workflows.test_waterfall import COLUMN_A, COLUMN_B, COLUMN_C, D1


def drafted(case: Liquidation, **told: Any) -> Drafted:
    """The draft of a case."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        found = drafts.drafted(occasion, session.get_one(Case, case.case), drafts.read(told))
        assert not session.new
        assert not session.dirty
        return found


def paid(found: Drafted) -> dict[int, tuple[int, str]]:
    """What every claim would get, and how."""
    return {line.claim.serial: (line.total_fen, line.claim.state.value) for line in found.draft.lines}


def test_what_a_draft_says_is_what_the_distribution_gives(planned: Liquidation) -> None:
    confirmed(planned, "江澜市税务局", 200_000, "TAX")
    confirmed(planned, "江澜市附条件担保有限公司", 900_000, **SUSPENSIVE)
    sued(planned, 500_000, 0)
    said = paid(drafted(planned, available_fen="600000"))

    planned.final(600_000)

    assert planned.shares() == said
    assert {state for _, state in said.values()} == {"PAID", "CONDITIONAL", "LITIGATED"}


def test_the_sum_available_is_what_came_in_and_is_not_distributed(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="270000", announced_on=today(planned))

    assert drafted(planned).figures.available_fen == 48_000_000


def test_a_late_claim_gets_no_more_of_what_was_distributed_before(planned: Liquidation) -> None:
    planned.step("distribute", pool_fen="270000", announced_on=today(planned))
    serial = confirmed(planned, "江澜市迟申报贸易有限公司", 900_000)

    found = drafted(planned, available_fen="400000")

    assert paid(found) == dict.fromkeys((1, 2, 3, serial), (10_000_000, "PAID"))


def test_collateral_is_not_in_the_pool_and_pays_its_creditor_first(planned: Liquidation) -> None:
    machine = planned.sell(500_000)
    bank = confirmed(planned, "江澜银行", 800_000, "SEC", asset_serial=machine, security="机器抵押")

    found = drafted(planned, collateral=[{"asset_serial": machine, "cost_fen": "20000"}])

    line = found.draft.lines[bank - 1]
    assert found.figures.available_fen == 75_000_000
    assert (line.secured_fen, line.counted_fen) == (48_000_000, 32_000_000)


def test_a_court_fee_that_is_owed_is_kept_back_unless_the_money_is_typed(planned: Liquidation) -> None:
    planned.begin(
        "court_fees", "reckon_court_fee", JUDGE, unencumbered_fen="1000000.00", encumbered_fen="0.00"
    )

    kept_back = drafted(planned).figures
    typed = drafted(planned, available_fen="750000").figures

    assert (kept_back.available_fen, kept_back.expenses_fen) == (75_000_000, 690_000)
    assert (typed.available_fen, typed.expenses_fen) == (75_000_000, 0)


def test_who_cannot_be_reached_finds_his_share_laid_aside(planned: Liquidation) -> None:
    found = drafted(planned, available_fen="270000", uncollected="2-3")

    assert found.draft.escrow() == {ShareState.PAID: (1, 9_000_000), ShareState.UNCLAIMED: (2, 18_000_000)}


def test_a_what_if_names_who_would_get_less(planned: Liquidation) -> None:
    changes = [{"claim_serial": 1, "amount_fen": "1800000"}]

    found = drafted(planned, available_fen="360000", changes=changes)

    assert found.comparison is not None
    assert {one.serial: one.difference_fen for one in found.comparison.moved} == {
        1: 6_000_000,
        2: -3_000_000,
        3: -3_000_000,
    }


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"changes": [{"claim_serial": 99, "left_out": True}]}, "changes.0.claim_serial"),
        ({"changes": [{"claim_serial": 1}]}, "changes.0.amount_fen"),
        ({"collateral": [{"asset_serial": 1}]}, "collateral.0.asset_serial"),
    ],
)
def test_what_does_not_fit_the_register_is_named(
    planned: Liquidation, told: dict[str, Any], field: str
) -> None:
    with pytest.raises(BadInput) as error:
        drafted(planned, **told)

    assert list(error.value.fields) == [field]


def worked_example(case: Liquidation, bank_b: str = "") -> None:
    """The claims of section 8, ordinary ones first: O6 conditional, O7 in suit.

    O1 is what the machines leave open of bank B's claim: filed as such, or as the whole secured claim.
    """
    publish(case)
    for serial, (fen, _) in D1.items():
        secured = bank_b and serial == 1
        whole = bank_b if secured else f"{fen // 100}.{fen % 100:02d}"
        filed = {"creditor_name": f"江澜第{serial}债权人有限公司", "filed_fen": whole, "basis": "货款"}
        case.begin("claims", "file_claim", **filed, **(SUSPENSIVE if serial == 6 else {}))
        reviewed(case, serial, whole, "SEC" if secured else "ORD")
    for kind, whole in (("SOC", "300000"), ("TAX", "2500000")):
        filed = {"creditor_name": f"江澜市{kind}征收机关", "filed_fen": whole, "basis": "欠缴"}
        reviewed(case, case.begin("claims", "file_claim", **filed), whole, kind)
    wages = {"creditor_name": "全体职工", "filed_fen": "4200000", "basis": "工资"}
    case.begin("claims", "list_employee_claim", **wages, publicised_on=today(case))


def reviewed(case: Liquidation, serial: int, whole: str, kind: str) -> None:
    """The administrator lists a claim as it was filed."""
    case.move("claims", serial, "register_claim")
    found = {"limitation_kept": True, "opinion": "证据充分。"}
    case.move("claims", serial, "review_claim", claim_class=kind, admitted_fen=whole, **found)
    case.move("claims", serial, "list_claim")


def met_and_declared(case: Liquidation) -> None:
    """The claims are verified; O7 is disputed and sued for, the others are confirmed."""
    case.later(46)
    case.later(9)
    case.step("appoint_chair", JUDGE, chair_party_id=case.part("claims", 2).party_id)
    case.step(
        "hold_first_meeting",
        present=9,
        present_fen="10000000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="会议核查了债权表。",
    )
    case.move("claims", 7, "dispute", objector="其他债权人", reason="数额不实。")
    case.move("claims", 7, "sue", forum="本院")
    case.step("confirm_claims", JUDGE)
    declare(case)


def ordinary(case: Liquidation) -> dict[int, int]:
    """What the ordinary claims have, those that have nothing left out."""
    return {serial: fen for serial, (fen, _) in case.shares().items() if serial in D1 and fen}


def test_the_columns_of_the_worked_example_come_out_of_the_case(met: Liquidation) -> None:
    case = accept(met.play, 7)
    worked_example(case)
    met_and_declared(case)
    case.sell(20_000_000)
    plan = {"available_fen": "11625678.90", "remuneration_fen": "1000000", "method": "银行转账。"}
    case.step("propose_distribution_plan", order_and_ratio="依法定顺序。", **plan)
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)

    case.step("final_distribution", pool_fen="11625678.90", announced_on=today(case), says_final=True)
    assert ordinary(case) == {serial: share for serial, (_, share) in D1.items()}

    settle(case, "settle_conditional_share", 6, to_creditor=False)
    assert ordinary(case) == COLUMN_A

    case.step("deposit_unclaimed_share", claim_serial=8)
    case.on(case.clocks(K.UNCLAIMED_SHARE)[0].due_on + timedelta(days=1))
    settle(case, "release_unclaimed_share", 8, to_creditor=False)
    assert ordinary(case) == COLUMN_B

    judged(case, 7, 3_000_000)
    settle(case, "release_litigation_escrow", 7, to_creditor=True)
    assert ordinary(case) == COLUMN_C


def test_a_draft_names_conditional_claims_of_which_nobody_wrote_the_kind(planned: Liquidation) -> None:
    known = confirmed(planned, "江澜市附条件担保有限公司", 900_000, **SUSPENSIVE)
    unknown = confirmed(planned, "江澜市旧案担保有限公司", 900_000, **SUSPENSIVE)
    with planned.play.bench.writing() as session, session.begin():
        session.merge(planned.part("claims", unknown)).condition_kind = ConditionKind.NONE

    named = [claim.serial for claim in drafted(planned).of_unknown_condition]

    assert known not in named
    assert named == [unknown]
