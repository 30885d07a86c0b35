"""What major acts reported beforehand and requests to inspect need (EBL 69; I3-10, I3-15)."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import InspectedPaper, MajorAct, Undertaking
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.committee import numbered
from workflows.payloads.days import ComingDay
from workflows.payloads.serials import serials_of
from workflows.text import N_


class ActReported(Payload):
    """A major act, reported in writing before it is done (EBL 69; I3-15(2))."""

    act = Word(
        MajorAct, required=True, metadata=labelled("行为类别（第六十九条）", "kind of act (article 69)")
    )
    subject = Line(required=True, metadata=labelled("标题", "subject"))
    asset_serials = Line(
        load_default="",
        metadata=labelled(
            "涉及的财产序号",
            "numbers of the assets",
            "例如 1-3,5；转让财产的必填",
            "such as 1-3,5; needed where property is transferred",
        ),
    )
    amount_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("涉及金额（元）", "amount concerned (yuan)", widget="money"),
    )
    planned_on = ComingDay(
        required=True,
        metadata=labelled(
            "拟实施日期",
            "planned for",
            "须在报告之后至少十日",
            "at least ten days after the report",
        ),
    )
    text = Paragraphs(
        required=True,
        metadata=labelled("处分方案和依据", "what is planned, on what basis", widget="textarea"),
    )

    @validates_schema
    def check_serials(self, data: dict[str, Any], **_: object) -> None:
        """Numbers and ranges only; a transfer names what is transferred."""
        try:
            named = serials_of(data["asset_serials"])
        except ValidationError:
            raise ValidationError(N_("请按 1-3,5 的形式填写财产序号。"), "asset_serials") from None
        if data["act"].is_transfer and not named:
            raise ValidationError(N_("转让财产的，请写明财产序号。"), "asset_serials")


class ExplanationAsked(Payload):
    """What the committee wants explained or shown (EBL 68(2); I3-15(2))."""

    question = Paragraphs(
        required=True,
        metadata=labelled(
            "要求说明的事项或者提供的文件", "what is to be explained or shown", widget="textarea"
        ),
    )


class ActExplained(Payload):
    """The administrator's explanation (I3-15(2))."""

    explanation = Paragraphs(required=True, metadata=labelled("说明", "explanation", widget="textarea"))


class Objected(WithReason):
    """The committee wants an act corrected that departs from the adopted plan (I3-15(3))."""

    decision_serial = numbered("委员会决定", "decision of the committee", "decision")


class ActCorrected(Payload):
    """How the administrator has corrected the act (I3-15(3), (4))."""

    correction = Paragraphs(required=True, metadata=labelled("纠正的内容", "correction", widget="textarea"))


class CourtAskedAboutAct(Payload):
    """The administrator refuses to correct; the committee asks the court (I3-15(3))."""

    refusal = Paragraphs(
        required=True,
        metadata=labelled("管理人拒绝纠正的情况", "how the administrator refused", widget="textarea"),
    )


class ActRevoted(Payload):
    """The meeting has passed the act again (I3-15(4))."""

    resolution_serial = numbered("债权人会议决议", "resolution of the meeting", "resolution")


class InspectionAsked(Payload):
    """A creditor wants to inspect papers (I3-10(1))."""

    creditor_id = numbered("债权人", "creditor", "creditor")
    papers = fields.List(
        Word(InspectedPaper),
        required=True,
        validate=validate.Length(1, len(InspectedPaper), error=N_("请至少选择一项查阅的资料。")),
        metadata=labelled("查阅的资料", "papers to be inspected", widget="checkboxes"),
    )
    which = Paragraphs(
        load_default="",
        metadata=labelled(
            "具体说明", "which ones", "查阅其他资料的必填", "needed for other papers", widget="textarea"
        ),
    )

    @validates_schema
    def check_others(self, data: dict[str, Any], **_: object) -> None:
        """Other papers are named."""
        if InspectedPaper.OTHER in data["papers"] and not data["which"]:
            raise ValidationError(N_("查阅其他资料的，请写明是哪些资料。"), "which")


class PapersGiven(Payload):
    """What the creditor was given to inspect, and how secrets are kept (I3-10)."""

    given = Paragraphs(
        required=True, metadata=labelled("提供的资料和方式", "what was given, and how", widget="textarea")
    )
    trade_secret = fields.Boolean(
        load_default=False, metadata=labelled("涉及商业秘密", "trade secrets are concerned")
    )
    undertaking = Word(
        Undertaking,
        load_default=Undertaking.NONE,
        metadata=labelled(
            "保密",
            "how they are kept",
            "涉及商业秘密的必选",
            "needed where trade secrets are concerned",
            widget="select",
        ),
    )
    state_secret = fields.Boolean(
        load_default=False, metadata=labelled("涉及国家秘密", "state secrets are concerned")
    )


class InspectionRefused(WithReason):
    """Why the administrator does not give the papers (I3-10(1))."""


class InspectionTakenToCourt(Payload):
    """The creditor asks the court to decide (I3-10(1))."""

    grounds = Paragraphs(required=True, metadata=labelled("请求的理由", "grounds", widget="textarea"))
