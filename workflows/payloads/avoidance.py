"""What the steps of an act to be set aside need (EBL 31 to 36)."""

from marshmallow import fields, validate

from models.vocabulary import AbnormalIncome, AssetKind, AvoidanceException, AvoidanceGround
from workflows.payloads.base import MOST_NUMBER, Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import Day, PastDay


def income() -> Word:
    """The field of the kind of abnormal income."""
    return Word(
        AbnormalIncome,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "非正常收入的种类",
            "kind of abnormal income",
            "决定返还后形成的债权的性质（解释二第二十四条第三款）",
            "decides the class of the claim after it was given back (I2-24(3))",
            widget="select",
        ),
    )


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
    income = income()
    anchor_on = Day(
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


class CounterpartyAnswered(Payload):
    """The figures of what the counterparty is owed after the return (I2-11(2), 24(3), 36(3))."""

    price_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "相对人已付的价款（元）",
            "price that the counterparty paid (yuan)",
            "不合理价格的交易、解除所有权保留买卖的必填",
            "needed after an unreasonable price and after a rescinded sale",
            widget="money",
        ),
    )
    performed = fields.Boolean(
        load_default=True,
        metadata=labelled(
            "买受人依法履行了合同义务",
            "the buyer performed the contract",
            "只用于解除所有权保留买卖；违反合同约定的，按普通债权（解释二第三十六条第三款）",
            "only for a rescinded sale; a buyer in breach has an ordinary claim (I2-36(3))",
        ),
    )
    income = income()
    average_wage_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "企业职工月平均工资（元）",
            "average wage of the enterprise for a month (yuan)",
            "工资性收入必填",
            "needed for wages",
            widget="money",
        ),
    )
    months = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 600),
        metadata=labelled("追回的工资所属的月数", "months of the wages", "工资性收入必填", "for wages"),
    )
    publicised_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "职工债权清单的公示日期",
            "list of employees' claims publicised on",
            "工资性收入必填；按平均工资计算的部分列入职工债权",
            "needed for wages: the part up to the average is listed with the employees' claims",
        ),
    )
    creditor_id = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
        metadata=labelled(
            "相对人（已在案的债权人）",
            "counterparty (a creditor of the case)",
            "不选即按相对人名称新增",
            "added under its name if none is chosen",
            widget="creditor",
        ),
    )
    evidence = Paragraphs(load_default="", metadata=labelled("证据", "evidence", widget="textarea"))
