"""What is supplied when many are told at once, and when an announcement is published."""

from marshmallow import fields

from models.vocabulary import DeliveryMethod, PublicationChannel
from workflows.payloads.base import Line, Paragraphs, Payload, Word, labelled
from workflows.payloads.days import PastDay

M = DeliveryMethod
ON_PAPER = (M.POST, M.DIRECT, M.ENTRUSTED, M.UNIT)


class ListOfRows(Paragraphs):
    """A table as text, one addressee a line; at most 500,000 characters."""

    most = 500_000


class SendAll(Payload):
    """How all the copies of a batch go out."""

    electronic = fields.Boolean(
        load_default=True,
        metadata=labelled(
            "可以电子送达的，以电子方式送达",
            "electronically wherever that is allowed",
            "受送达人同意并确认电子送达地址的；其余按下列方式",
            "whoever consented and gave an address; all others as below",
        ),
    )
    method = Word(
        DeliveryMethod,
        only=ON_PAPER,
        required=True,
        metadata=labelled("其余的送达方式", "method for all others"),
    )
    reference = Line(
        load_default="", metadata=labelled("邮件批次号或者回执号", "number of the mailing or receipt")
    )


class ConfirmAll(Payload):
    """All that went out by one method has arrived on one day."""

    method = Word(
        DeliveryMethod,
        only=(M.ELECTRONIC, *ON_PAPER),
        required=True,
        metadata=labelled("送达方式", "method"),
    )
    served_on = PastDay(required=True, metadata=labelled("送达日期", "served on"))
    signed_by = Line(
        required=True,
        metadata=labelled(
            "签收情况",
            "how received",
            "例如：到达受送达人特定系统",
            "such as: arrived in the recipient's system",
        ),
    )


class ConfirmList(Payload):
    """Receipts and returns as a table."""

    rows = ListOfRows(
        required=True,
        metadata=labelled(
            "送达结果表",
            "table of results",
            "首行为：序号,受送达人,送达日期,签收人,退回原因；尚无结果的行留空即可",
            "first line: 序号,受送达人,送达日期,签收人,退回原因; leave lines without a result empty",
            widget="textarea",
        ),
    )


class PublicationRecord(Payload):
    """Where and when an announcement appeared."""

    channel = Word(PublicationChannel, required=True, metadata=labelled("发布载体", "where"))
    reference = Line(
        required=True,
        metadata=labelled(
            "公告编号或者版面", "reference", "网站的公告编号、报纸的日期和版面", "number or page"
        ),
    )
    published_on = PastDay(required=True, metadata=labelled("发布日期", "published on"))
