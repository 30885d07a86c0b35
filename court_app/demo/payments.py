"""Shares that are paid: creditors' accounts, a file for the bank, what the bank made of it."""

from collections.abc import Mapping

from sqlalchemy import func, select

from court_app.demo.liquidations import CLERK, Course
from court_app.services.payments import payment_accounts
from court_app.services.procedure.parts import serials_in_words
from models import Claim, PaymentFile

NOBODY: Mapping[int, str] = {}
BANKS = ("江澜银行望江支行", "江澜农村商业银行临江支行", "望川银行江澜分行")


def paid(course: Course, distribution: int = 1, back: Mapping[int, str] = NOBODY) -> None:
    """A distribution is paid to all whose payments wait; lines named in `back` are returned with a reason."""
    accounts_given(course)
    course.step("make_payment_file", distribution_serial=distribution)
    serial, lines = last_file(course)
    course.step(
        "record_payment_results",
        file_serial=serial,
        paid=serials_in_words(set(range(1, lines + 1)) - back.keys()),
        returned=[{"position": position, "reason": why} for position, why in back.items()],
    )


def accounts_given(course: Course) -> None:
    """Every creditor has told where his money goes."""
    with course.play.transaction() as session:
        occasion = course.play.occasion(session, CLERK)
        claims = session.scalars(select(Claim).where(Claim.case_id == course.case).order_by(Claim.serial))
        for claim in claims.all():
            account = {
                "account_name": claim.party.name,
                "bank": BANKS[claim.party_id % len(BANKS)],
                "account_number": f"6222020000{claim.party_id:09d}",
                "reason": "债权申报时书面提供。",
            }
            payment_accounts.write(occasion, course.case, claim.serial, account)


def last_file(course: Course) -> tuple[int, int]:
    """The number of the last payment file, and how many lines it has."""
    with course.play.looking() as session:
        last = select(func.max(PaymentFile.serial)).where(PaymentFile.case_id == course.case)
        chosen = select(PaymentFile).where(
            PaymentFile.case_id == course.case, PaymentFile.serial == last.scalar_subquery()
        )
        file = session.scalars(chosen).one()
        return file.serial, file.payments
