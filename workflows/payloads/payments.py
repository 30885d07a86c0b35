"""What the payment of shares needs: which distribution goes into a file, what the bank made of its lines.

Nothing here says who is paid or where to: payloads are kept in the docket, accounts are not.
"""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from workflows.payloads.base import Line, Payload, WithReason, labelled
from workflows.payloads.days import Day
from workflows.payloads.serials import serials_of
from workflows.text import N_

SERIAL = validate.Range(1, 1_000_000)
MOST_RETURNED = 20_000
MOST_SENT_BACK = 500
"""So many returns at once; each has an entry of its own in the ledger."""
MOST_NAMED_PAYMENTS = 1000
LONG_NUMBER = re.compile(r"[0-9]{6,}")


class PaymentFileMade(Payload):
    """The payments of a distribution that are ready are handed to the bank in one file."""

    distribution_serial = fields.Integer(
        required=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled("第几次分配", "number of the distribution"),
    )


class BankReason(Line):
    """Why the bank sent a payment back; the docket keeps it, so account numbers are cut to their end."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        return LONG_NUMBER.sub(lambda found: f"****{found.group()[-4:]}", text)


class PaymentReturned(Schema):
    """A line of a file that the bank sent back, and why."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    position = fields.Integer(
        required=True, strict=False, validate=SERIAL, metadata=labelled("文件内序号", "number in the file")
    )
    reason = BankReason(required=True, metadata=labelled("退回原因", "why it came back"))


class PaymentResults(Payload):
    """What the bank made of the lines of a payment file."""

    file_serial = fields.Integer(
        required=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled("第几号付款文件", "number of the payment file"),
    )
    paid = Line(
        load_default="",
        metadata=labelled(
            "已支付的（文件内序号）",
            "paid (numbers in the file)",
            "如 1-20,23",
            "such as 1-20,23",
        ),
    )
    returned = fields.List(
        fields.Nested(PaymentReturned),
        load_default=list,
        validate=validate.Length(max=MOST_RETURNED),
        metadata=labelled("退回的", "returned"),
    )

    @validates_schema
    def check_positions(self, data: dict[str, object], **_: object) -> None:
        """Something is said, of every line once."""
        try:
            paid = serials_of(str(data.get("paid", "")))
        except ValidationError as error:
            raise ValidationError(error.messages, "paid") from error
        back = [one["position"] for one in data.get("returned", ()) if "position" in one]  # type: ignore[attr-defined]
        if not paid and not back:
            raise ValidationError(N_("请填写已支付或者退回的序号。"), "paid")
        if len(set(back)) < len(back) or paid & set(back):
            raise ValidationError(N_("同一序号不能填写两次，也不能既已支付又退回。"), "returned")


class PaymentSentBack(Schema):
    """A payment that was recorded as paid and that the bank sent back since, and why."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    payment = fields.Integer(
        required=True, strict=False, validate=SERIAL, metadata=labelled("付款序号", "number of the payment")
    )
    reason = BankReason(required=True, metadata=labelled("退汇原因", "why it came back"))


class PaymentsSentBack(Payload):
    """What the bank sent back after it was recorded as paid, and on which day."""

    returned_on = Day(
        required=True,
        metadata=labelled("退汇日期", "day on which the bank sent it back"),
    )
    returned = fields.List(
        fields.Nested(PaymentSentBack),
        required=True,
        validate=validate.Length(1, MOST_SENT_BACK, error=N_("请至少填写一笔退汇的付款，一次最多五百笔。")),
        metadata=labelled("退汇的", "sent back"),
    )

    @validates_schema
    def check_payments(self, data: dict[str, object], **_: object) -> None:
        """A payment comes back once."""
        named = [one["payment"] for one in data.get("returned", ()) if "payment" in one]  # type: ignore[attr-defined]
        if len(set(named)) < len(named):
            raise ValidationError(N_("同一付款不能填写两次。"), "returned")


class NamesPayments(Schema):
    """Which payments a step is about: named one by one, or all of a claim that stand so."""

    payments = Line(
        load_default="",
        metadata=labelled(
            "付款序号",
            "numbers of payments",
            "如 3,8-10；不填的写明债权表序号",
            "such as 3,8-10; if empty, the number in the claims table",
        ),
    )
    claim_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=SERIAL,
        metadata=labelled(
            "债权表序号",
            "number in the claims table",
            "该债权各次分配中待处理的款项一并处理",
            "all that waits of the claim, of every distribution",
        ),
    )

    @validates_schema
    def check_which(self, data: dict[str, object], **_: object) -> None:
        """Named are payments, or a claim."""
        try:
            serials = serials_of(str(data.get("payments", "")))
        except ValidationError as error:
            raise ValidationError(N_("请按 3,8-10 的形式填写付款序号。"), "payments") from error
        if bool(serials) == (data.get("claim_serial") is not None):
            raise ValidationError(N_("请填写付款序号或者债权表序号中的一项。"), "payments")
        if len(serials) > MOST_NAMED_PAYMENTS:
            raise ValidationError(N_("一次最多处理1000笔付款。"), "payments")


class ShareDeposited(NamesPayments, Payload):
    """Payments that their creditors have not collected (EBL 118)."""


class UnclaimedSettled(NamesPayments, WithReason):
    """What becomes of payments that were deposited because nobody collected them (EBL 118)."""

    to_creditor = fields.Boolean(
        required=True,
        metadata=labelled(
            "付给该债权人（否则分配给其他债权人）",
            "paid to the creditor (otherwise to the others)",
        ),
    )
