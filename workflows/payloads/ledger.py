"""What an entry needs that is made by hand, and its reversal (EBL 25(1)⑥; DESIGN)."""

from marshmallow import fields, validate

from models.vocabulary import ManualEntryKind
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled


class ManualEntry(Payload):
    """Money that comes or goes without any other step of the case."""

    kind = Word(ManualEntryKind, required=True, metadata=labelled("事项", "what", widget="select"))
    amount_fen = Yuan(required=True, metadata=labelled("金额（元）", "sum (yuan)", widget="money"))
    in_cash = fields.Boolean(
        load_default=False,
        metadata=labelled("现金收付（不经过银行）", "in cash, not through the bank"),
    )
    other_money = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "与已登记的现金、存款财产不是同一笔款项",
            "other money than the cash and deposits that are recorded as assets",
            "只用于接管时的存款、现金：同一笔款项只在该项财产“收取款项”时入账",
            "only for money taken over: the same money is booked where its asset is collected",
        ),
    )
    claim_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "债权序号",
            "number of the claim",
            "收到补充申报费用、清偿担保债权的必填",
            "needed for the cost of a late claim and for a secured claim",
        ),
    )
    reason = Paragraphs(
        required=True,
        metadata=labelled("理由和凭证", "reason and voucher", widget="textarea"),
        validate=validate.Length(max=2000),
    )
    reference = Line(load_default="", metadata=labelled("银行流水号", "bank reference"))


class Reversal(Payload):
    """Why an entry is reversed."""

    reason = Paragraphs(
        required=True,
        metadata=labelled("冲正的理由", "why it is reversed", widget="textarea"),
        validate=validate.Length(max=2000),
    )
