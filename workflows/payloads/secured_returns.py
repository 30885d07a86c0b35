"""What is told when a payment to a secured creditor comes back, is sent again or laid aside (EBL 109).

Accounts are in no payload: payloads are kept in the docket.
"""

from marshmallow import fields, validate

from workflows.payloads.base import Line, Payload, WithReason, labelled
from workflows.payloads.payments import BankReason


class SecuredReturned(Payload):
    """Which payment came back, and why."""

    entry_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 10_000_000),
        metadata=labelled(
            "原付款的分录号",
            "number of the entry that paid it",
            "财产账户中“以担保物价款清偿担保债权”的分录",
            "the entry of the payment out of the collateral, in the estate's account",
        ),
    )
    reason = BankReason(required=True, metadata=labelled("退回原因", "why it came back"))
    reference = Line(load_default="", metadata=labelled("银行流水号", "reference of the bank"))


class ReturnedAgain(Payload):
    """It came back another time, and why."""

    reason = BankReason(required=True, metadata=labelled("退回原因", "why it came back"))
    reference = Line(load_default="", metadata=labelled("银行流水号", "reference of the bank"))


class PaidAgain(Payload):
    """It is sent once more, to an account written since; or to the same one, which was checked."""

    again = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "经核实账户无误，仍用退回时的账户",
            "the account it came back from was checked and is right",
        ),
    )
    reference = Line(load_default="", metadata=labelled("银行流水号", "reference of the bank"))


class LaidAside(WithReason):
    """Why it cannot be paid and is laid aside for its creditor."""
