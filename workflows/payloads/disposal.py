"""What the disposal of an asset needs (row 18; section 11.6)."""

from marshmallow import fields, validate

from workflows.payloads.base import Line, Payload, Yuan, labelled


class AssetDisposed(Payload):
    """Which asset went to whom, for how much (EBL 112)."""

    asset_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("财产序号", "number of the asset", widget="asset"),
    )
    buyer = Line(required=True, metadata=labelled("买受人", "buyer"))
    price_fen = Yuan(required=True, metadata=labelled("成交价（元）", "price (yuan)", widget="money"))
