"""Paying out a distribution in tests: accounts, payment files, what the bank makes of them, the sums."""

from typing import Any

from sqlalchemy import select

from court_app.services.exporting import as_csv
from court_app.services.payments import payment_accounts, payment_lists, payment_results, payment_tables
from models import Distribution, Payment
from tests.liquidation.playing import CLERK, Liquidation

ACCOUNT = {"account_name": "江澜市恒泰贸易有限公司", "bank": "江澜银行望江支行", "reason": "债权人书面提供。"}
NUMBER = "6222020000000000"


def account(case: Liquidation, serial: int, number: str = "", who: str = CLERK, **more: Any) -> int:
    """The account of the creditor of a claim is written down; returns its number."""
    told = {**ACCOUNT, "account_number": number or f"{NUMBER}{serial:03d}", **more}
    with case.play.bench.writing() as session, session.begin():
        return payment_accounts.write(case.play.occasion(session, who), case.case, serial, told).id


def handed_over(case: Liquidation, distribution: int = 1) -> list[str]:
    """A payment file is made; returns why not, if it is refused."""
    return case.refused(case.step, "make_payment_file", CLERK, distribution_serial=distribution)


def result(case: Liquidation, file: int, paid: str = "", **returned: str) -> list[str]:
    """What the bank made of lines; returns why not, if it is refused."""
    back = [{"position": position[1:], "reason": why} for position, why in returned.items()]
    told = {"file_serial": file, "paid": paid, "returned": back}
    return case.refused(case.step, "record_payment_results", CLERK, **told)


def payments(case: Liquidation) -> list[tuple[int, str]]:
    """Every payment of the case: its sum in fen and its state."""
    with case.play.bench.reading() as session:
        chosen = select(Payment).where(Payment.case_id == case.case).order_by(Payment.serial)
        return [(payment.amount_fen, payment.state.value) for payment in session.scalars(chosen)]


def totals(case: Liquidation, serial: int = 1) -> tuple[dict[str, int], bool]:
    """What a distribution is made up of, in fen; and whether it is what was distributed."""
    with case.play.bench.reading() as session:
        made = session.scalars(
            select(Distribution).where(Distribution.case_id == case.case, Distribution.serial == serial)
        ).one()
        found = payment_lists.totals_of(case.play.occasion(session, CLERK), made)
        sums = {state.name: fen for state, _, fen in (*found.payments, *found.escrow)}
        return sums, found.sum_fen == made.paid_fen


def uploaded_results(case: Liquidation, file: int, *rows: tuple[str, ...]) -> tuple[int, int, int]:
    """The bank's result file is taken in."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        content = as_csv(payment_results.RESULT_HEADING, rows)
        made = payment_results.record_results(occasion, case.case, file, content)
        return made.paid, made.back, made.late


def uploaded_accounts(case: Liquidation, *rows: tuple[str, ...]) -> int:
    """A table of accounts is taken in."""
    with case.play.bench.writing() as session, session.begin():
        content = as_csv(payment_tables.ACCOUNT_HEADING, rows)
        return payment_tables.record_accounts(case.play.occasion(session, CLERK), case.case, content)
