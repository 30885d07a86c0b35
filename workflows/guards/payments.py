"""Guards of the payment of shares: what goes to the bank, what comes back, what is deposited."""

from collections.abc import Iterable, Sequence
from datetime import date

from models.case import Case
from models.payment import Payment
from models.vocabulary import DeadlineKind, DistributionKind, PaymentState
from workflows.calendar import WorkingCalendar
from workflows.contents import contents_of
from workflows.deadlines import compute
from workflows.guards.application import clock_of
from workflows.law.citations import cite
from workflows.payloads.serials import serials_of
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

READY = (PaymentState.PREPARED, PaymentState.RETURNED)
"""Payments that may go into a file: not sent yet, or sent back."""
SENT_OUT = frozenset({PaymentState.PAID})
"""Payments that have left the bank."""
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


def a_payment_was_made(case: Case, attempt: Attempt) -> Obstacle | None:
    """Sent back is what was paid (DESIGN)."""
    if contents_of(attempt).payments_in(*SENT_OUT):
        return None
    return Obstacle("nothing_paid", Text("没有登记为已支付的分配额。"), cite("EBL 116(1)"))


def numbers_of(payments: Iterable[Payment]) -> list[str]:
    """Payments by their numbers, as many as a sentence holds."""
    return [str(payment.serial) for payment in list(payments)[:MOST_NAMED]]


def were_paid(case: Case, attempt: Attempt) -> Obstacle | None:
    """A payment comes back late that was recorded as paid; before that, its result is recorded (DESIGN)."""
    told = {one["payment"] for one in attempt.data["returned"]}
    paid = {one.serial for one in contents_of(attempt).payments_named(told, None) if one.state in SENT_OUT}
    odd = sorted(told - paid)
    if not odd:
        return None
    return Obstacle(
        "payments_not_paid",
        Text("这些付款没有登记为已支付：{odd}。", odd=[str(serial) for serial in odd[:MOST_NAMED]]),
        cite("EBL 116(1)"),
    )


def came_back_after_it_was_paid(case: Case, attempt: Attempt) -> Obstacle | None:
    """What comes back has gone out before, and came back no later than today (DESIGN)."""
    on: date = attempt.data["returned_on"]
    told = [one["payment"] for one in attempt.data["returned"]]
    early = [
        one
        for one in contents_of(attempt).payments_named(told, None)
        if one.settled_on is not None and on < one.settled_on
    ]
    if not early and on <= attempt.on:
        return None
    return Obstacle(
        "returned_on_another_day", Text("退汇日期不得早于登记支付之日，也不得晚于今天。"), cite("EBL 116(1)")
    )


def named(attempt: Attempt) -> Sequence[Payment]:
    """The payments that the step names, one by one or by their claim."""
    data = attempt.data
    return contents_of(attempt).payments_named(serials_of(data["payments"]), data["claim_serial"])


def named_that_stand_so(attempt: Attempt, *states: PaymentState) -> tuple[Sequence[Payment], list[str]]:
    """The payments named that stand so; and the numbers of those that were named one by one and do not."""
    found = [one for one in named(attempt) if one.state in states]
    odd = sorted(serials_of(attempt.data["payments"]) - {one.serial for one in found})
    return found, [str(serial) for serial in odd[:MOST_NAMED]]


def payments_may_be_deposited(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: deposited is what was not collected; what is with the bank or paid has reached somebody."""
    found, odd = named_that_stand_so(attempt, *READY)
    if odd:
        return Obstacle(
            "payments_do_not_wait",
            Text("这些付款不在待支付或者银行退回状态：{odd}。", odd=odd),
            cite("EBL 118"),
        )
    if found:
        return None
    if any(one.state in {PaymentState.IN_FILE, *SENT_OUT} for one in named(attempt)):
        return Obstacle(
            "share_is_with_the_bank",
            Text("该债权的分配额已经列入付款文件或者已经支付；银行退回后才能提存。"),
            cite("EBL 118"),
        )
    return Obstacle("no_share_to_deposit", Text("该债权没有应当交付的分配额。"), cite("EBL 118"))


def payments_are_deposited(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: collected or waived is only what was deposited as not collected."""
    found, odd = named_that_stand_so(attempt, PaymentState.DEPOSITED)
    if odd:
        return Obstacle("payments_not_deposited", Text("这些付款没有提存：{odd}。", odd=odd), cite("EBL 118"))
    if found:
        return None
    return Obstacle("no_unclaimed_share", Text("该债权没有因未受领而提存的分配额。"), cite("EBL 118"))


def last_day_to_collect(case: Case, payment: Payment, calendar: WorkingCalendar, *, on: date) -> date | None:
    """EBL 118: two months from the announcement of the last distribution; None before it.

    What could be collected only later has two months from that day (a reading: nobody waives what was not
    yet his to take). An investor's money is never waived: the article speaks of creditors.
    """
    if payment.distribution.kind == DistributionKind.SURPLUS:
        return None
    clock, since = clock_of(case, DeadlineKind.UNCLAIMED_SHARE), payment.collectable_since
    if clock is not None and (since is None or since <= clock.trigger_on):
        return clock.due_on
    supplementary = payment.distribution.kind == DistributionKind.SUPPLEMENTARY
    if since is None or (clock is None and not supplementary):
        return None
    return compute(DeadlineKind.UNCLAIMED_SHARE, since, calendar, on=on).due_on


def deposits_go_where_they_belong(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 118: to the creditor within the two months, to the others after them; each by its own day."""
    found, _ = named_that_stand_so(attempt, PaymentState.DEPOSITED)
    kept = [one for one in found if one.distribution.kind == DistributionKind.SURPLUS]
    if kept and not attempt.data["to_creditor"]:
        return Obstacle(
            "investors_money_is_kept",
            Text(
                "向出资人分配的剩余财产不适用第一百一十八条的视为放弃，提存到领取为止（付款序号：{numbers}）。",
                numbers=numbers_of(kept),
            ),
            cite("EBL 118", "CL 236(2)"),
        )
    lapsed, open_still = list[Payment](), list[Payment]()
    for payment in found:
        last = last_day_to_collect(case, payment, attempt.settings["calendar"], on=attempt.on)
        (lapsed if last is not None and attempt.on > last else open_still).append(payment)
    if attempt.data["to_creditor"] and lapsed:
        return Obstacle(
            "share_is_waived",
            Text(
                "满二个月仍不领取的，视为放弃受领，应当分配给其他债权人（付款序号：{numbers}）。",
                numbers=numbers_of(lapsed),
            ),
            cite("EBL 118"),
        )
    if attempt.data["to_creditor"] or not open_still:
        return None
    return Obstacle(
        "share_has_not_lapsed",
        Text(
            "自最后分配公告之日（此后才能领取的，自可以领取之日）起满二个月仍不领取的，才能分配给其他债权人"
            "（付款序号：{numbers}）。",
            numbers=numbers_of(open_still),
        ),
        cite("EBL 118"),
    )
