"""Things that stand for shares and that their creditors do not take: laid aside, then sold (EBL 114, 118)."""

from collections.abc import Callable

from sqlalchemy import select

from court_app.services.estate import estate_postings
from court_app.services.estate.estate_account import cause_of
from court_app.services.payments.differences import lay_difference_aside
from court_app.services.payments.unclaimed import creditors_of, follow
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Asset, Payment
from models.vocabulary import PaymentState
from workflows.calculations.money import plain


def payment_of(taken: Taken) -> tuple[Payment, Asset]:
    """The payment for which the thing stands that the step names; a guard has seen that there is one."""
    session, serial = taken.occasion.session, taken.data["asset_serial"]
    payment = CaseContents(session, taken.case).given_in_kind(serial)
    asset = session.scalars(select(Asset).where(Asset.case_id == taken.case.id, Asset.serial == serial)).one()
    if payment is None:
        raise LookupError(f"asset {serial} stands for no share")
    return payment, asset


def refuse_thing(taken: Taken) -> None:
    """It stands for the share as before and is laid aside for its creditor, with the difference he paid."""
    payment, asset = payment_of(taken)
    lay_difference_aside(taken, asset)
    payment.state, payment.settled_on, payment.reason = PaymentState.DEPOSITED, taken.on, taken.data["reason"]
    taken.found.update(deposited_fen=payment.amount_fen, deposited_for=creditors_of([payment]))


def sell_refused_thing(taken: Taken) -> None:
    """What it brought takes its place, up to what it stood for; what is missing to that nobody owes.

    The distribution is that much smaller; what is above is the estate's.
    """
    payment, asset = payment_of(taken)
    made, data = payment.distribution, taken.data
    stood_for, brought = payment.amount_fen, data["received_fen"]
    resold = {
        "buyer": data["buyer"],
        "received_fen": plain(brought),
        "reference": data["reference"],
        "already_booked_fen": plain(data["already_booked_fen"] or 0),
    }
    parts.take_within(taken, asset, "sell_refused", resold)
    estate_postings.pay_with_asset(
        taken.occasion, taken.case, cause_of(taken), made.serial, asset.serial, stood_for, undo=True
    )
    lost = max(0, stood_for - brought)
    payment.asset_id, payment.amount_fen = None, stood_for - lost
    payment.share.amount_fen -= lost
    made.paid_fen -= lost
    follow(taken, made)
    taken.found.update(deposited_fen=payment.amount_fen, deposited_for=creditors_of([payment]))


REFUSAL_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "refuse_thing": refuse_thing,
    "sell_refused_thing": sell_refused_thing,
}
