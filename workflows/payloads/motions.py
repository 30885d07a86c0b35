"""What is supplied with a motion: its matter, and of a plan the class that votes (EBL 61, 82 to 87)."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from models.vocabulary import ResolutionMatter, RightsBy, VotingGroup
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import ComingDay
from workflows.payloads.serials import Serials
from workflows.payloads.voting import MOST_AT_ONCE
from workflows.text import N_


class Investor(Schema):
    """An investor of the class of EBL 85(2), and his voting rights by capital."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    name = Line(required=True, metadata=labelled("出资人", "investor"))
    rights_fen = Yuan(
        required=True,
        validate=validate.Range(1, error=N_("表决权须大于零。")),
        metadata=labelled("表决权（按出资额，元）", "voting rights (capital, yuan)", widget="money"),
    )
    unaffected = fields.Boolean(
        load_default=False,
        metadata=labelled("权益未受调整，不参加表决", "rights not adjusted, no vote"),
    )


class PutToVote(Payload):
    """What is put to the vote (EBL 61(1)); a class of a plan with what belongs to it (EBL 82 to 87)."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 10_000),
        metadata=labelled("第几次会议", "number of the meeting", widget="meeting"),
    )
    matter = Word(ResolutionMatter, required=True, metadata=labelled("事项", "matter"))
    subject = Line(required=True, metadata=labelled("议案", "motion"))
    content = Paragraphs(load_default="", metadata=labelled("议案内容", "its text", widget="textarea"))
    closes_on = ComingDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "表决截止日期",
            "last day to vote",
            "网络会议、书面表决的必填；当日仍可表决",
            "needed unless the meeting is on site; votes are taken on that day too",
        ),
    )
    group = Word(
        VotingGroup,
        load_default=None,
        allow_none=True,
        metadata=labelled("表决组", "class of creditors", "重整计划草案分组表决的必填", "needed for a plan"),
    )
    small_up_to_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "小额债权的上限（元）",
            "small claims up to (yuan)",
            "人民法院决定设小额债权组的填写",
            "where the court has formed that class",
            widget="money",
        ),
    )
    unaffected = Serials(
        load_default="",
        metadata=labelled(
            "权益未受调整或者影响的债权、出资人（序号）",
            "claims or investors that the plan does not affect (numbers)",
            "如 1-20,23；不参加表决，也不计入该组总额（解释三第十一条第二款）；出资人组填写出资人名册的序号",
            "such as 1-20,23; they do not vote and are not in the total of the class; "
            "for the class of investors, numbers of the list of investors",
        ),
    )
    unaffected_because = Paragraphs(
        load_default="",
        metadata=labelled("未受调整或者影响的理由", "why they are not affected", widget="textarea"),
    )
    consultation = Paragraphs(
        load_default="",
        metadata=labelled(
            "再次表决前协商的情况",
            "the consultation before a second vote",
            "该组未通过后再次表决的必填；协商的结果不得损害其他表决组的利益",
            "needed where the class votes again; what was agreed must not harm the other classes",
            widget="textarea",
        ),
    )
    rights_by = Word(
        RightsBy,
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "出资人按什么行使表决权",
            "investors vote by",
            "只用于出资人组；不选的，有限责任公司按认缴出资，股份有限公司按股份；公司章程另有规定的，按章程选择",
            "only for the class of investors; else by capital subscribed in a limited company, by shares "
            "in a joint-stock company; choose where the articles say otherwise",
        ),
    )
    investors = fields.List(
        fields.Nested(Investor),
        load_default=list,
        validate=validate.Length(max=MOST_AT_ONCE, error=N_("一次最多填写五百位出资人。")),
        metadata=labelled(
            "出资人（没有出资人名册时）",
            "investors (where no list is kept)",
            "只用于出资人组；本案已有出资人名册的不填写，按名册编制",
            "only for the class of investors; left empty where the case has a list of investors, from which "
            "the roll is drawn up",
            blank_rows=3,
        ),
    )

    @validates_schema
    def check_group(self, data: dict[str, Any], **_: object) -> None:
        """Only a plan is voted on by classes (EBL 82), and small claims have a bound."""
        plan, group = data.get("matter") == ResolutionMatter.M6, data.get("group")
        if plan != (group is not None):
            raise ValidationError(N_("重整计划草案分组表决，须选定表决组；其他事项不分组。"), "group")
        if group == VotingGroup.SMALL and data.get("small_up_to_fen") is None:
            raise ValidationError(N_("小额债权组须填写小额债权的上限。"), "small_up_to_fen")
        if data.get("unaffected") and not plan:
            raise ValidationError(N_("只有分组表决重整计划草案时才填写。"), "unaffected")
        if data.get("unaffected") and not data.get("unaffected_because"):
            raise ValidationError(N_("请写明理由。"), "unaffected_because")

    @validates_schema
    def check_investors(self, data: dict[str, Any], **_: object) -> None:
        """Only the class of investors has some, each once."""
        listed = [one.get("name") for one in data.get("investors", ())]
        if data.get("group") != VotingGroup.EQUITY:
            if listed:
                raise ValidationError(N_("只有出资人组填写出资人；其他表决组按债权表编制。"), "investors")
            if data.get("rights_by"):
                raise ValidationError(N_("只有出资人组才选择。"), "rights_by")
        if len(set(listed)) < len(listed):
            raise ValidationError(N_("同一出资人只能填写一次；同名的请加以区分。"), "investors")
