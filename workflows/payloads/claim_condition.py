"""What a claim depends on: its kind, its words, and what became of it (EBL 46(1), 47, 117)."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import ConditionKind
from workflows.payloads.base import Paragraphs, WithReason, Word, labelled
from workflows.payloads.days import PastDay
from workflows.text import N_


def condition_kind(**more: Any) -> Word:
    """The field of the kind; `more` says whether it may be left out."""
    return Word(
        ConditionKind,
        metadata=labelled(
            "附条件、附期限",
            "condition or time",
            "附生效条件、附解除条件的，分配额提存，以最后分配公告日为准；附期限的受理时视为到期，不提存",
            "shares of conditional claims are deposited until the last distribution is announced;"
            " a claim limited in time is due at the acceptance and paid",
            widget="select",
        ),
        **more,
    )


def condition() -> Paragraphs:
    """The field of what the condition or the time is."""
    return Paragraphs(
        load_default="",
        metadata=labelled(
            "条件、期限的内容",
            "what the condition or time is",
            "附条件、附期限的必填；写明什么事实成就，或者何时到来",
            "needed where there is one: which event fulfils it, or when it comes",
            widget="textarea",
        ),
    )


def check_condition(data: Mapping[str, Any]) -> None:
    """A kind is named together with its words.

    Raises:
        ValidationError: naming the field that is missing.
    """
    kind = data.get("condition_kind") or ConditionKind.NONE
    if kind != ConditionKind.NONE and not data.get("condition"):
        raise ValidationError(N_("附条件、附期限的债权，请写明条件、期限的内容。"), "condition")
    if kind == ConditionKind.NONE and data.get("condition"):
        raise ValidationError(N_("写明了条件、期限的，请选择属于哪一种。"), "condition_kind")


class ConditionFound(WithReason):
    """What a claim depends on, as the administrator finds it at the review or later (EBL 47, 57(1))."""

    condition_kind = condition_kind(required=True)
    condition = condition()

    @validates_schema
    def check_condition(self, data: dict[str, Any], **_: object) -> None:
        """Words of a condition go with a kind of condition."""
        if data.get("condition_kind") == ConditionKind.NONE:
            check_condition(data)


class ConditionalShareSettled(WithReason):
    """Whether the condition had come about on the day that decides (EBL 117(2))."""

    claim_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("债权表序号", "number in the claims table"),
    )
    came_about = fields.Boolean(
        required=True,
        metadata=labelled(
            "条件已经成就（最后分配公告日或者以前）",
            "the condition came about (on or before the day of the last announcement)",
            "生效条件成就的交付该债权人，解除条件成就的分配给其他债权人；没有成就的相反",
            "a suspensive condition that came about gives the share to the creditor, a resolutive one to the"
            " others; and the reverse where it did not",
        ),
    )
    came_about_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("条件成就的日期", "when it came about", "已经成就的必填", "needed if it did"),
    )

    @validates_schema
    def check_day(self, data: dict[str, Any], **_: object) -> None:
        """The day is told where the condition came about, and only there."""
        came_about, on = data.get("came_about"), data.get("came_about_on")
        if came_about and on is None:
            raise ValidationError(N_("请填写条件成就的日期。"), "came_about_on")
        if came_about is False and on is not None:
            raise ValidationError(N_("填写了成就的日期，却没有选择条件已经成就。"), "came_about")
