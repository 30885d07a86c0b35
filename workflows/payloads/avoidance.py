"""What the steps of an act to be set aside need (EBL 31 to 36)."""

from marshmallow import fields

from models.vocabulary import AssetKind, AvoidanceException, AvoidanceGround
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import PastDay


class ActFound(Payload):
    """An act of the debtor before the acceptance, as the administrator has found it."""

    ground = Word(AvoidanceGround, required=True, metadata=labelled("事由", "ground"))
    counterparty = Line(required=True, metadata=labelled("相对人", "counterparty"))
    act = Paragraphs(required=True, metadata=labelled("行为经过", "what was done", widget="textarea"))
    act_on = PastDay(
        required=True,
        metadata=labelled(
            "行为日期",
            "day of the act",
            "未缴出资的填写认缴日期",
            "of capital that was not paid in, the day on which it was subscribed",
        ),
    )
    amount_fen = Yuan(
        required=True, metadata=labelled("涉及金额（元）", "amount at stake (yuan)", widget="money")
    )
    insolvent_then = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "行为时债务人已经具备破产原因",
            "the debtor was already insolvent",
            "个别清偿必须具备（企业破产法第二条第一款）",
            "needed for a payment to a single creditor",
        ),
    )
    misappropriated = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "侵占的企业财产（不是非正常收入）",
            "misappropriated property (no abnormal income)",
            "只用于高管非正常收入、侵占财产",
            "only for abnormal income of managers and misappropriation",
        ),
    )
    anchor_on = fields.Date(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "追溯期起算日",
            "day from which the look-back counts",
            "不填即为受理日；强制清算转入的为受理强制清算之日，行政清理转入的为撤销决定之日",
            "the acceptance if empty; after compulsory liquidation its acceptance, after administrative"
            " clearance the revocation decision",
        ),
    )
    exception = Word(
        AvoidanceException,
        load_default=AvoidanceException.NONE,
        metadata=labelled("例外情形", "exception", widget="select"),
    )
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))


class Demanded(Payload):
    """A demand that what was taken be returned, or paid in (EBL 34 to 36)."""

    how = Line(required=True, metadata=labelled("要求的方式和期限", "how and until when"))
    address = Line(
        load_default="",
        metadata=labelled(
            "相对人的送达地址",
            "address of the counterparty",
            "相对人已经是本案当事人的不必填写",
            "not needed for a party of the case",
        ),
    )


class ReturnSued(Payload):
    """A suit for setting aside or for nullity (I2-9, 17)."""

    forum = Line(required=True, metadata=labelled("受理法院", "court"))
    reference = Line(load_default="", metadata=labelled("案号", "reference"))


class ReturnWon(Payload):
    """What the judgment gives back (EBL 34)."""

    won_fen = Yuan(
        required=True,
        metadata=labelled("判决返还的金额或者价值（元）", "value to be returned (yuan)", widget="money"),
    )
    reference = Line(required=True, metadata=labelled("裁判文书", "judgment"))


class PropertyReturned(Payload):
    """What has come back; it becomes an asset of the estate (EBL 34)."""

    kind = Word(
        AssetKind, required=True, metadata=labelled("追回财产的类别", "kind of property", widget="select")
    )
    name = Line(required=True, metadata=labelled("追回的财产", "what came back"))
    returned_fen = Yuan(
        required=True, metadata=labelled("金额或者价值（元）", "amount or value (yuan)", widget="money")
    )
