"""What the steps of a retrieval need that move money (EBL 38, 39; I2-26, 28, 29, 38)."""

from marshmallow import fields, validate

from models.vocabulary import MONEY, LedgerAccount, OwnerPayment
from workflows.payloads.base import Line, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import Day


def account(zh: str, en: str) -> Word:
    """Whether money moves through the bank or in cash."""
    return Word(
        LedgerAccount,
        only=MONEY,
        load_default=LedgerAccount.BANK,
        metadata=labelled(zh, en, widget="select"),
    )


def what() -> Word:
    """What an owner pays."""
    return Word(OwnerPayment, required=True, metadata=labelled("款项", "what is paid", widget="select"))


def reference() -> Line:
    """The number by which the bank knows the payment."""
    return Line(
        load_default="",
        metadata=labelled("银行流水号", "bank reference", "便于与银行流水核对", "used in the reconciliation"),
    )


class OwnerPays(Payload):
    """The owner pays costs, or pays back the price, before or after he gets his property (I2-28, 38(2))."""

    what = what()
    amount_fen = Yuan(required=True, metadata=labelled("收到（元）", "received (yuan)", widget="money"))
    into = account("收款方式", "received into")
    reference = reference()


class OwnerIsRefunded(WithReason):
    """What the owner has paid goes back to him."""

    what = what()
    amount_fen = Yuan(
        required=True, metadata=labelled("退还金额（元）", "sum given back (yuan)", widget="money")
    )
    out_of = account("付款方式", "paid out of")
    reference = reference()


class ReceiptCorrected(WithReason):
    """An entry of a payment by the owner that was wrong."""

    entry = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("误记的分录（序号）", "entry that was wrong (number)", widget="row"),
    )


class ProceedsClaimed(WithReason):
    """The thing was sold, its proceeds are kept apart: the owner claims these (I2-29)."""

    kept_apart = fields.Boolean(
        required=True,
        metadata=labelled(
            "变价款已提存，或者单独留存、能够与债务人财产区分",
            "the proceeds were deposited, or are kept apart from the estate's money",
        ),
    )


class GoodsKept(Payload):
    """The administrator will pay what is still owed and keep goods in transit (EBL 39, 69(1)④)."""

    reported_on = Day(
        required=True,
        metadata=labelled(
            "向债权人委员会或者法院报告的日期",
            "reported to committee or court on",
            "付清价款即履行双方均未履行完毕的合同（企业破产法第六十九条第一款第四项）",
            "paying the price performs an executory contract (EBL 69(1)④)",
        ),
    )
    due_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled("应付日期", "due on", "不填即为随时支付", "at any time if empty"),
    )


class ProceedsCameBack(WithReason):
    """A payment of proceeds did not reach the owner; the money is on the account again."""

    reference = reference()
