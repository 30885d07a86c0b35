"""What the steps that draw up minutes and reports to the creditors' meeting need."""

from marshmallow import fields, validate

from workflows.payloads.base import Line, Paragraphs, Payload, labelled


class MinutesDrawn(Payload):
    """Who kept the minutes, who else was there; why they are drawn up again (EBL 61; I3-14)."""

    record_keeper = Line(required=True, metadata=labelled("记录人", "kept by"))
    attending_others = Paragraphs(
        load_default="",
        metadata=labelled(
            "列席人员",
            "others present",
            "管理人、债务人的有关人员、职工和工会的代表等",
            "the administrator, persons of the debtor, representatives of employees and union",
            widget="textarea",
        ),
    )
    reason = Paragraphs(
        load_default="",
        metadata=labelled(
            "重新制作的理由",
            "why they are drawn up again",
            "已有制作正本的会议记录的必填",
            "needed where minutes were issued before",
            widget="textarea",
        ),
    )


class WorkReported(Payload):
    """The administrator's report on his work (EBL 23(2))."""

    text = Paragraphs(
        required=True, metadata=labelled("执行职务的情况", "the work that was done", widget="textarea")
    )


class CommitteeReported(Payload):
    """The committee's report to a meeting (I3-14(2))."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 10_000),
        metadata=labelled("第几次会议", "number of the meeting", widget="meeting"),
    )
    text = Paragraphs(
        required=True, metadata=labelled("监督工作的情况", "the committee's work", widget="textarea")
    )


class ObjectionHeard(Payload):
    """A hearing about an objection to the remuneration (AR 18(2))."""

    place = Line(required=True, metadata=labelled("听证地点", "place"))
    attended = Line(required=True, metadata=labelled("到场的当事人", "who was there"))
    record = Paragraphs(required=True, metadata=labelled("听取的意见", "what was said", widget="textarea"))
