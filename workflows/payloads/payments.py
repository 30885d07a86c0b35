"""What the payment of shares needs: which distribution goes into a file, what the bank made of its lines.

Nothing here says who is paid or where to: payloads are kept in the docket, accounts are not.
"""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from workflows.payloads.base import Line, Payload, labelled
from workflows.payloads.liquidation import serials_of
from workflows.text import N_

SERIAL = validate.Range(1, 1_000_000)
MOST_RETURNED = 20_000
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
