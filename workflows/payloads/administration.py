"""What the steps of the administrator's office need (section 11.1), and his requests and reports."""

from marshmallow import fields, validate

from models.vocabulary import PartyKind, SubmissionKind
from workflows.payloads.base import (
    MOST_NUMBER,
    Line,
    Paragraphs,
    Payload,
    WithReason,
    WithRemark,
    Word,
    Yuan,
    labelled,
)
from workflows.payloads.days import Day, PastDay


class ReplacementAsked(WithReason):
    """The creditors' meeting asks for another administrator (EBL 22(2); AA-31)."""

    resolution_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, MOST_NUMBER),
        metadata=labelled("会议决议序号", "number of the resolution"),
    )


class Explained(Payload):
    """The administrator's written explanation (AA-31(2))."""

    explanation = Paragraphs(
        required=True, metadata=labelled("书面说明", "written explanation", widget="textarea")
    )


class Replacement(WithReason):
    """Who takes over (AA-32 to 34)."""

    administrator_kind = Word(
        PartyKind,
        only=(PartyKind.ORGANISATION, PartyKind.PERSON),
        load_default=PartyKind.ORGANISATION,
        metadata=labelled("管理人类型", "kind of administrator"),
    )
    administrator_name = Line(required=True, metadata=labelled("新任管理人", "new administrator"))
    administrator_head = Line(required=True, metadata=labelled("管理人负责人", "head of the administrator"))
    administrator_address = Line(
        required=True, metadata=labelled("管理人处理事务地址", "administrator's address")
    )
    administrator_phone = Line(required=True, metadata=labelled("管理人联系电话", "administrator's phone"))


class EndReported(Payload):
    """The administrator's last report: when his seal goes where, what else is left (EBL 122; AA 29(2))."""

    destroyed_by = Line(
        required=True, metadata=labelled("销毁印章的公安机关", "police that destroy the seal")
    )
    hand_in_on = Day(required=True, metadata=labelled("交公安机关销毁的日期", "handed in on"))
    archive = Paragraphs(
        required=True,
        metadata=labelled(
            "账册、文书等资料的移交和保管", "where books and papers are kept", widget="textarea"
        ),
    )


class SealDestroyed(WithRemark):
    """The proof that the administrator's seal was destroyed (AA 29(2))."""

    destroyed_on = PastDay(required=True, metadata=labelled("销毁日期", "destroyed on"))
    proof = Line(required=True, metadata=labelled("销毁证明", "proof"))


class HandedOver(Payload):
    """The outgoing administrator hands over (AA-37)."""

    handed_over = Paragraphs(
        required=True,
        metadata=labelled(
            "移交的资料、财产、营业事务和印章", "papers, property, business, seal", widget="textarea"
        ),
    )
    report = Paragraphs(
        required=True, metadata=labelled("书面说明工作进展", "written report", widget="textarea")
    )


class Fined(WithReason):
    """A fine on the administrator (EBL 130; AA-39)."""

    fine_fen = Yuan(required=True, metadata=labelled("罚款数额（元）", "fine (yuan)", widget="money"))


REQUESTS = tuple(kind for kind in SubmissionKind if kind.is_request)
REPORTS = tuple(kind for kind in SubmissionKind if not kind.is_request)


class Submitted(Payload):
    """What the administrator asks or reports (EBL 23, 25, 26, 28, 69)."""

    kind = Word(SubmissionKind, required=True, metadata=labelled("类别", "kind"))
    subject = Line(required=True, metadata=labelled("标题", "subject"))
    text = Paragraphs(required=True, metadata=labelled("内容", "text", widget="textarea"))
    amount_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("涉及金额（元）", "amount concerned (yuan)", widget="money"),
    )


class Requested(Submitted):
    """What the administrator asks of the court (请示)."""

    kind = Word(SubmissionKind, only=REQUESTS, required=True, metadata=labelled("请示事项", "request"))


class Reported(Submitted):
    """What the administrator reports to the court (报告)."""

    kind = Word(SubmissionKind, only=REPORTS, required=True, metadata=labelled("报告事项", "report"))


class Answered(Payload):
    """What the court answers."""

    answer = Paragraphs(required=True, metadata=labelled("批复内容", "answer", widget="textarea"))
