"""What the steps of documents and deliveries need."""

from marshmallow import fields, validate

from models.vocabulary import DeliveryMethod
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, labelled
from workflows.payloads.days import PastDay


class Revision(Payload):
    """New texts of the editable blocks."""

    blocks = fields.Dict(
        keys=fields.String(),
        values=Paragraphs(),
        required=True,
        validate=validate.Length(min=1, max=20),
        metadata=labelled("可编辑内容", "editable blocks", widget="blocks"),
    )


class Approval(Payload):
    """The day the paper bears."""

    made_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("落款日期", "date it bears", "不填即为签发之日", "the day of approval if empty"),
    )


class Opinion(Payload):
    """A panel member's opinion."""

    agrees = fields.Boolean(required=True, metadata=labelled("同意", "agrees"))
    remark = Paragraphs(load_default="", metadata=labelled("意见", "opinion", widget="textarea"))


class Slip(WithReason):
    """The slip of the pen that a ruling corrects (CPL 157(1)⑦)."""

    wrong = Line(required=True, metadata=labelled("误写", "wrong words"))
    right = Line(required=True, metadata=labelled("更正为", "right words"))


class Sending(Payload):
    """How and where to a document is sent."""

    method = Word(
        DeliveryMethod,
        only=tuple(m for m in DeliveryMethod if m != DeliveryMethod.ANNOUNCEMENT),
        required=True,
        metadata=labelled("送达方式", "method"),
    )
    address = Line(load_default="", metadata=labelled("送达地址", "address"))
    reference = Line(load_default="", metadata=labelled("邮件号或者回执号", "mail or receipt number"))


class Confirmation(Payload):
    """The day on the receipt, on the return slip, or of arrival in the recipient's system."""

    served_on = PastDay(required=True, metadata=labelled("送达日期", "served on"))
    signed_by = Line(required=True, metadata=labelled("签收人", "signed for by"))


class LeavingRecord(Payload):
    """Refusal and who saw it (CPL 89)."""

    served_on = PastDay(required=True, metadata=labelled("留置日期", "left on"))
    witnesses = Line(required=True, metadata=labelled("见证人或者影像记录", "witnesses or pictures"))


class AnnouncementOfService(WithReason):
    """Why nothing else works, and where the announcement stands (CPL 95)."""

    channel = Line(required=True, metadata=labelled("公告载体", "where announced"))
    abroad = fields.Boolean(load_default=False, metadata=labelled("受送达人在境外", "recipient abroad"))
