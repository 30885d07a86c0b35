"""Old wages and old taxes in a case: what stands in the figures reaches draft, plan and claim."""

from court_app.services.distribution.distribution_drafts import Drafted, taking_part
from court_app.services.distribution.distribution_plans import deficiencies
from court_app.services.estate import ledger_by_hand, secured_dues
from models import Case
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, REASON, Liquidation, today
from tests.liquidation.test_collateral import burdened, found, line, paid_for
from tests.liquidation.test_distribution_drafts import drafted
from tests.liquidation.test_distributions import confirmed


def wages(case: Liquidation, owed_on: str) -> int:
    """An employee's wages of 10,000 yuan, owed since a day; confirmed. Returns the number of the claim."""
    serial = case.begin(
        "claims",
        "list_employee_claim",
        creditor_name="周守业",
        basis="工资。",
        publicised_on=today(case),
        figures=[{"kind": "WAGES", "filed_fen": "10000", "owed_on": owed_on}],
    )
    case.move("claims", serial, "verify", meeting_serial=1)
    case.step("confirm_claims", JUDGE, serials=str(serial))
    return serial


def mortgaged(case: Liquidation, **more: str) -> int:
    """A bank whose mortgage on a machine brought 300,000 of its 500,000 yuan; returns its number."""
    machine = paid_for(case, "机器", "300000")
    bank = confirmed(case, "江澜银行", 500_000, "SEC")
    burdened(case, machine, bank, **more)
    return bank


def test_wages_owed_the_day_before_the_law_was_published_come_before_the_bank(
    declared: Liquidation,
) -> None:
    bank, worker = mortgaged(declared), wages(declared, "2006-08-26")

    shown = drafted(declared)

    assert line(shown, worker)[0] == 1_000_000
    assert line(shown, bank) == (29_000_000, 21_000_000)


def test_wages_owed_on_that_day_stay_in_their_rank(declared: Liquidation) -> None:
    bank, worker = mortgaged(declared), wages(declared, "2006-08-27")

    shown = drafted(declared)

    assert line(shown, worker)[0] == 0
    assert line(shown, bank) == (30_000_000, 20_000_000)


def test_a_plan_in_force_makes_wages_due_of_collateral_and_the_bank_bears_them(declared: Liquidation) -> None:
    bank, worker = mortgaged(declared), wages(declared, "2006-08-26")
    before = dues(declared)

    figures = {"available_fen": "1", "remuneration_fen": "0", "method": "银行转账。"}
    declared.step("propose_distribution_plan", **figures)
    proposed = dues(declared)
    declared.step("distribution_plan_passed", **CARRIED)
    declared.step("recognise_distribution_plan", JUDGE, **REASON)

    assert before == proposed == {bank: 30_000_000}
    assert dues(declared) == {bank: 29_000_100, worker: 999_900}


def test_what_collateral_has_paid_of_old_wages_is_not_paid_again(declared: Liquidation) -> None:
    bank, worker = mortgaged(declared), wages(declared, "2006-08-26")
    adopted(declared)
    paid_out_of_collateral(declared, worker, "9999.00")

    poor, rich = drafted(declared), drafted(declared, available_fen="50000")

    assert (line(poor, worker)[0], of_the_pool(poor, worker)) == (1_000_000, 0)
    assert line(poor, bank)[0] == 29_000_000
    assert (line(rich, worker)[0], of_the_pool(rich, worker)) == (999_900, 100)


def test_what_old_wages_take_from_the_bank_is_left_open_of_its_claim_in_a_distribution(
    declared: Liquidation,
) -> None:
    bank, _ = mortgaged(declared), wages(declared, "2006-08-26")
    adopted(declared)

    with declared.play.bench.reading() as session:
        case = session.get_one(Case, declared.case)
        claims = [claim for claim in taking_part(session, case) if claim.serial == bank]
        left_open = deficiencies(session, case, claims)

    assert [*left_open.values()] == [50_000_000 - 29_000_100]


def of_the_pool(shown: Drafted, serial: int) -> int:
    """What a claim gets of the pool, in fen."""
    return next(one.paid_fen for one in shown.draft.lines if one.claim.serial == serial)


def paid_out_of_collateral(case: Liquidation, serial: int, amount: str) -> None:
    """The administrator pays an employee out of collateral."""
    told = {
        "kind": "SECURED_PAID",
        "amount_fen": amount,
        "claim_serial": serial,
        "reason": "企业破产法第一百三十二条。",
    }
    with case.play.bench.writing() as session, session.begin():
        ledger_by_hand.enter(case.play.occasion(session, CLERK), case.case, told)


def adopted(case: Liquidation) -> None:
    """A plan of distribution is in force."""
    figures = {"available_fen": "1", "remuneration_fen": "0", "method": "银行转账。"}
    case.step("propose_distribution_plan", **figures)
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)


def dues(case: Liquidation) -> dict[int, int]:
    """What is due of collateral, by number of the claim, in fen."""
    with case.play.bench.reading() as session:
        found = secured_dues.dues_by_claim(session, session.get_one(Case, case.case))
        return {serial: due.met_fen for serial, due in found.items()}


def tax(case: Liquidation, owed_on: str) -> int:
    """A tax of 20,000 yuan, owed since a day; confirmed. Returns the number of the claim."""
    figures = [{"kind": "PRINCIPAL", "filed_fen": "20000", "owed_on": owed_on}]
    serial = case.begin(
        "claims",
        "file_claim",
        creditor_name="江澜市税务局",
        basis="增值税",
        claim_class="TAX",
        figures=figures,
    )
    case.move("claims", serial, "register_claim")
    case.move(
        "claims",
        serial,
        "review_claim",
        claim_class="TAX",
        figures=[{"position": 1, "admitted_fen": "20000"}],
        limitation_kept=True,
        opinion="证据充分。",
    )
    case.move("claims", serial, "list_claim")
    case.move("claims", serial, "verify", meeting_serial=1)
    case.step("confirm_claims", JUDGE, serials=str(serial))
    return serial


def test_a_tax_older_than_the_mortgage_is_told_and_the_bank_is_paid_first_all_the_same(
    declared: Liquidation,
) -> None:
    bank = mortgaged(declared, since_on="2024-06-01")
    tax(declared, "2024-05-31")

    shown = drafted(declared)

    assert len(shown.older_taxes) == 1
    assert line(shown, bank)[0] == 30_000_000


def test_a_tax_of_the_day_of_the_mortgage_is_not_older(declared: Liquidation) -> None:
    mortgaged(declared, since_on="2024-06-01")
    tax(declared, "2024-06-01")

    assert drafted(declared).older_taxes == ()


def test_a_mortgage_on_what_was_released_is_not_told(declared: Liquidation) -> None:
    machine = found(declared, "机器")
    burdened(declared, machine, confirmed(declared, "江澜银行", 500_000, "SEC"), since_on="2024-06-01")
    tax(declared, "2024-05-31")

    declared.move("assets", machine, "release", reason="权利人取回。")

    assert drafted(declared).older_taxes == ()
