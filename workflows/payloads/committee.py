"""What the steps of the creditors' committee and of its decisions need (EBL 67, 68; I3-13, I3-14)."""

from marshmallow import RAISE, Schema, fields, validate

from models.vocabulary import (
    CommitteePower,
    MeetingForm,
    MemberKind,
    Resisting,
    ResolutionMatter,
    VoteCast,
)
from workflows.law.committee import MOST_MEMBERS
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, labelled
from workflows.text import N_

MOST_ROWS = 100


def numbered(zh: str, en: str, widget: str) -> fields.Integer:
    """A field that names something of the case by its number."""
    return fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(zh, en, widget=widget),
    )


class MemberChosen(Schema):
    """One seat: a creditor by his claim, or who speaks for the employees (EBL 67(1))."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    kind = Word(MemberKind, required=True, metadata=labelled("成员类别", "kind of member", widget="select"))
    claim_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled(
            "债权表序号",
            "number of the claim",
            "债权人代表必填",
            "needed for a creditor",
            widget="claim",
        ),
    )
    person = Line(required=True, metadata=labelled("代表姓名", "who sits"))
    contact = Line(load_default="", metadata=labelled("联系方式、地址", "contact and address"))


def chosen_members() -> fields.List[MemberChosen]:
    """The list of the members that a resolution chooses."""
    return fields.List(
        fields.Nested(MemberChosen),
        required=True,
        validate=validate.Length(1, MOST_ROWS, error=N_("请至少填写一名成员。")),
        metadata=labelled("选任的成员", "members chosen", blank_rows=MOST_MEMBERS),
    )


class CommitteeChosen(Payload):
    """The meeting chooses a committee (EBL 61(1)④, 67(1))."""

    resolution_serial = numbered("债权人会议决议", "resolution of the meeting", "resolution")
    members = chosen_members()


class MembersReplaced(CommitteeChosen):
    """The meeting replaces members, or chooses more (EBL 61(1)④)."""

    members = fields.List(
        fields.Nested(MemberChosen),
        load_default=list,
        validate=validate.Length(0, MOST_ROWS),
        metadata=labelled("新选任的成员", "new members", blank_rows=2),
    )
    leaving = fields.List(
        fields.Integer(strict=False, validate=validate.Range(1, 1_000_000)),
        load_default=list,
        metadata=labelled("离任的成员", "members who leave", widget="member"),
    )


class Recognition(Payload):
    """The court recognises the members (EBL 67(2))."""

    remark = Paragraphs(load_default="", metadata=labelled("备注", "remark", widget="textarea"))


class RecognitionRefused(WithReason):
    """Why the court does not recognise them (EBL 67(2))."""


class PowersDelegated(Payload):
    """What the meeting delegates to the committee from now on (EBL 68(1)④; I3-13)."""

    resolution_serial = numbered("债权人会议决议", "resolution of the meeting", "resolution")
    matters = fields.List(
        Word(ResolutionMatter),
        load_default=list,
        validate=validate.Length(0, len(ResolutionMatter)),
        metadata=labelled(
            "委托的职权",
            "powers delegated",
            "只能委托第二、三、五项；不选即收回全部委托",
            "only items 2, 3 and 5; nothing ticked takes every delegation back",
            widget="checkboxes",
        ),
    )


class CommitteeDismissed(Payload):
    """The meeting dissolves the committee."""

    resolution_serial = numbered("债权人会议决议", "resolution of the meeting", "resolution")


class MemberVote(Schema):
    """How one member voted (I3-14(1))."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    member = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("成员序号", "number of the member"),
    )
    vote = Word(VoteCast, required=True, metadata=labelled("表决", "vote", widget="select"))
    dissent = Line(
        load_default="",
        metadata=labelled(
            "不同意见", "dissenting opinion", "反对的须记明", "to be recorded where a member is against"
        ),
    )


class Deliberated(Payload):
    """A matter that the committee decided on, with every member's vote and the minutes (I3-14)."""

    power = Word(
        CommitteePower, required=True, metadata=labelled("行使的职权", "power exercised", widget="select")
    )
    subject = Line(required=True, metadata=labelled("所议事项", "matter"))
    text = Paragraphs(required=True, metadata=labelled("决定内容", "what was decided on", widget="textarea"))
    form = Word(MeetingForm, required=True, metadata=labelled("议事方式", "how it met"))
    votes = fields.List(
        fields.Nested(MemberVote),
        required=True,
        validate=validate.Length(1, MOST_ROWS, error=N_("请至少填写一名成员的表决。")),
        metadata=labelled("各成员的表决", "votes of the members", widget="checklist", offer="voter"),
    )
    minutes = Paragraphs(required=True, metadata=labelled("议事记录", "minutes", widget="textarea"))


class CourtAskedBySupervisor(Payload):
    """The committee asks the court, because supervision is refused (EBL 68(3))."""

    resisting = Word(
        Resisting, required=True, metadata=labelled("拒绝接受监督的人", "who refuses to be supervised")
    )
    refused_what = Paragraphs(
        required=True,
        metadata=labelled("拒绝监督的事项和经过", "what is refused, and how", widget="textarea"),
    )


class SupervisionDecided(WithReason):
    """What the court decides on a matter of supervision (EBL 68(3))."""

    order = Paragraphs(
        required=True,
        metadata=labelled(
            "决定的内容",
            "what is decided",
            "接在“决定如下：”之后",
            "follows the words of decision",
            widget="textarea",
        ),
    )
