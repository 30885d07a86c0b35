"""What creditors have not collected: deposited by payment, then collected or the others' (EBL 118)."""

from collections.abc import Callable, Iterable

from court_app.services.distribution.escrow import tell_escrow
from court_app.services.estate import estate_postings
from court_app.services.estate.estate_account import cause_of
from court_app.services.payments.differences import take_difference_again
from court_app.services.payments.paying import prepare_payments
from court_app.services.payments.payments_ready import payments_named
from court_app.services.payments.settling_shares import divide_among, sharing
from court_app.services.procedure.step_records import Taken
from models import Distribution, Payment
from models.vocabulary import PaymentState, ShareState
from workflows.guards.payments import READY
from workflows.payloads.serials import serials_of

MOST_NAMED = 10
"""So many creditors are named in a paper; the others are counted."""


def named(taken: Taken, *states: PaymentState) -> list[Payment]:
    """The payments that the step names and that stand so; guards have seen that there are some."""
    data = taken.data
    found = payments_named(
        taken.occasion.session, taken.case, serials_of(data["payments"]), data["claim_serial"]
    )
    return [payment for payment in found if payment.state in states]


def distributions_of(payments: Iterable[Payment]) -> list[Distribution]:
    """The distributions that payments belong to, each once."""
    return list({payment.distribution.id: payment.distribution for payment in payments}.values())


def creditors_of(payments: Iterable[Payment]) -> str:
    """Whose payments these are, each creditor once."""
    names = list(dict.fromkeys(payment.share.party.name for payment in payments))
    more = f"等{len(names)}名债权人" if len(names) > MOST_NAMED else ""
    return "、".join(names[:MOST_NAMED]) + more


def deposit_payments(taken: Taken) -> None:
    """Lay payments aside that wait or came back; the rest of their shares stays as it is."""
    payments = named(taken, *READY)
    for payment in payments:
        payment.state, payment.settled_on = PaymentState.DEPOSITED, taken.on
    for made in distributions_of(payments):
        follow(taken, made)
    taken.found.update(
        deposited_fen=sum(payment.amount_fen for payment in payments), deposited_for=creditors_of(payments)
    )
    of_creditors = [one for one in payments if one.share.investor is None]
    tell_escrow(taken, ((one.share.claim, one.amount_fen, ShareState.UNCLAIMED) for one in of_creditors))


def settle_unclaimed(taken: Taken) -> None:
    """What was deposited goes to its creditors, or to the others of the distribution it came from."""
    payments = named(taken, PaymentState.DEPOSITED)
    deposited, to_creditor = sum(payment.amount_fen for payment in payments), taken.data["to_creditor"]
    there = {made.id: made.paid_fen for made in distributions_of(payments)}
    for payment in payments:
        payment.state = settled_state(payment) if to_creditor else PaymentState.FORFEITED
        payment.settled_on = payment.share.settled_on = taken.on
        if payment.asset is not None and to_creditor:
            take_difference_again(taken, payment.asset)
    for made in distributions_of(payments):
        own = [one for one in payments if one.distribution_id == made.id]
        if not to_creditor:
            give_to_the_others(taken, made, own)
        for payment in own:
            left = payment.share.amount_fen
            payment.share.state = ShareState.RELEASED if left else ShareState.REDISTRIBUTED
        prepare_payments(taken.occasion.session, made, taken.on)
        follow(taken, made)
    left_over = sum(there[made.id] - made.paid_fen for made in distributions_of(payments))
    taken.found.update(
        deposited_fen=deposited,
        deposited_for=creditors_of(payments),
        escrow_article="118",
        to_creditor_fen=deposited if to_creditor else 0,
        to_others_fen=0 if to_creditor else deposited - left_over,
    )


def settled_state(payment: Payment) -> PaymentState:
    """How what its creditor has collected stands: money is paid anew, a thing is there to be handed over."""
    return PaymentState.COLLECTED if payment.asset_id is None else PaymentState.IN_KIND


def follow(taken: Taken, made: Distribution) -> None:
    """Say of every share whether all of it is deposited, and bring the ledger to it."""
    session = taken.occasion.session
    session.flush()
    deposited = estate_postings.deposited_of(session, made)
    for share in made.shares:
        if share.amount_fen and deposited.get(share.id, 0) == share.amount_fen:
            share.state = ShareState.UNCLAIMED
    estate_postings.follow_distribution(taken.occasion, taken.case, cause_of(taken), made)


def give_to_the_others(taken: Taken, made: Distribution, waived: list[Payment]) -> None:
    """Divide what was waived among those who still take part; who waived keeps what he was paid before."""
    for payment in waived:
        payment.share.amount_fen -= payment.amount_fen
    others = sharing(taken, made)
    had = {one.claim.serial: one.amount_fen for one in others}
    pool = sum(had.values()) + sum(payment.amount_fen for payment in waived)
    divide_among(taken, made, pool, others, had)


UNCLAIMED_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "deposit_share": deposit_payments,
    "settle_unclaimed": settle_unclaimed,
}
