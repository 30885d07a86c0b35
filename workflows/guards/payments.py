"""Guards of the payment of shares: what goes to the bank, what comes back, what is deposited."""

from models.case import Case
from models.vocabulary import PaymentState
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.payloads.liquidation import serials_of
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

READY = (PaymentState.PREPARED, PaymentState.RETURNED)
"""Payments that may go into a file: not sent yet, or sent back."""
MOST_NAMED = 20


def a_payment_waits(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 116(1): paid is what was distributed and is not with its creditor yet."""
    if contents_of(attempt).payments_in(*READY):
        return None
    return Obstacle("nothing_to_pay", Text("没有待支付的分配额。"), cite("EBL 114", "EBL 116(1)"))


def a_payment_has_an_account(case: Case, attempt: Attempt) -> Obstacle | None:
    """A file holds payments of the distribution whose creditors' accounts are known (DESIGN)."""
    serial = attempt.data["distribution_serial"]
    ready, without = contents_of(attempt).payments_ready(serial)
    if ready:
        return None
    if without:
        return Obstacle(
            "no_account",
            Text(
                "第{serial}次分配待支付的{count}笔都没有可用的收款账户，或者退回后账户没有更正。",
                serial=serial,
                count=without,
            ),
            cite("EBL 114"),
        )
    return Obstacle(
        "nothing_to_pay_here", Text("第{serial}次分配没有待支付的分配额。", serial=serial), cite("EBL 114")
    )


def a_file_is_with_the_bank(case: Case, attempt: Attempt) -> Obstacle | None:
    """Results are recorded of what was handed to the bank (DESIGN)."""
    if contents_of(attempt).payments_in(PaymentState.IN_FILE):
        return None
    return Obstacle("no_file", Text("没有等待结果的付款文件。"), cite("EBL 116(1)"))


def lines_are_with_the_bank(case: Case, attempt: Attempt) -> Obstacle | None:
    """The result of a line is recorded once (DESIGN)."""
    told = serials_of(attempt.data["paid"]) | {one["position"] for one in attempt.data["returned"]}
    serial = attempt.data["file_serial"]
    odd = sorted(told - contents_of(attempt).lines_with_the_bank(serial))
    if not odd:
        return None
    return Obstacle(
        "lines_not_with_the_bank",
        Text(
            "第{serial}号付款文件中没有这些等待结果的序号：{odd}。",
            serial=serial,
            odd=[str(position) for position in odd[:MOST_NAMED]],
        ),
        cite("EBL 116(1)"),
    )


def shares_are_paid_or_deposited(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 120(2): every share is paid or deposited before the end, if the court says so."""
    if not attempt.settings["payments_before_termination_120"]:
        return None
    waiting = contents_of(attempt).payments_in(*READY, PaymentState.IN_FILE)
    if not waiting:
        return None
    return Obstacle(
        "payments_are_open",
        Text("还有{count}笔分配额没有支付到账，也没有提存。", count=waiting),
        cite("EBL 120(2)", "EBL 118"),
    )


def share_is_not_with_the_bank(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: deposited is what was not collected; what is with the bank or paid has reached somebody."""
    serial = attempt.data["claim_serial"]
    if not contents_of(attempt).payments_of(serial, PaymentState.IN_FILE, PaymentState.PAID):
        return None
    return Obstacle(
        "share_is_with_the_bank",
        Text("该债权的分配额已经列入付款文件或者已经支付；银行退回后才能提存。"),
        cite("EBL 118"),
    )
