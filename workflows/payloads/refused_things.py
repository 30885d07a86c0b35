"""What the refusal of a thing given in kind needs, and what its sale brought (EBL 114, 118)."""

from marshmallow import fields, validate

from workflows.payloads.base import Line, Payload, Yuan, labelled
from workflows.payloads.realisation import already_booked


def thing() -> fields.Integer:
    """The number of the asset that stands for a share."""
    return fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("财产序号", "number of the asset", widget="asset"),
    )


class ThingRefused(Payload):
    """A creditor does not take the thing that stands for his share."""

    asset_serial = thing()
    reason = Line(required=True, metadata=labelled("拒绝受领的理由", "why it is not taken"))


class RefusedThingSold(Payload):
    """What a thing that its creditor does not take was sold for, how, and to whom."""

    asset_serial = thing()
    buyer = Line(required=True, metadata=labelled("买受人", "buyer"))
    received_fen = Yuan(
        required=True,
        metadata=labelled(
            "到账价款（元）",
            "price received (yuan)",
            "扣除变卖费用后的净额，已经全部到账",
            "less what the sale cost; all of it has come in",
            widget="money",
        ),
    )
    already_booked_fen = already_booked()
    how = Line(
        required=True,
        metadata=labelled(
            "变卖方式",
            "how it was sold",
            "如：网络拍卖平台及场次；不拍卖的写明债权人会议决议",
            "such as the auction; if there was none, the resolution of the creditors' meeting",
        ),
    )
    reference = Line(load_default="", metadata=labelled("凭证号", "voucher"))


class Resold(Payload):
    """The same as the asset keeps it."""

    buyer = Line(required=True)
    received_fen = Yuan(required=True)
    already_booked_fen = already_booked()
    reference = Line(load_default="")
