"""What must be supplied with a step: marshmallow classes that forms, API and checks are all read from.

A field's metadata holds its labels (`zh`, `en`), its hints (`hint_zh`, `hint_en`) and how a page asks for
it (`widget`: "textarea", "money", "choice" …). Shape is checked here, law in `workflows/guards`, once.
"""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from models.vocabulary.term import Term
from workflows.calculations.money import typed_fen
from workflows.payloads.days import Day
from workflows.text import N_

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
MOST_YUAN = Decimal("9999999999999.99")
MOST_NUMBER = 2**31 - 1
"""The largest number by which anything is known in a database."""


def labelled(zh: str, en: str, hint_zh: str = "", hint_en: str = "", **more: Any) -> dict[str, Any]:
    """The metadata of a field: its labels and hints."""
    return {"title": zh, "zh": zh, "en": en, "hint_zh": hint_zh, "hint_en": hint_en, **more}


class Line(fields.String):
    """One line of text: NFC, trimmed, without control characters; at most 200 characters."""

    most = 200
    keeps_lines = False

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = unicodedata.normalize("NFC", super()._deserialize(value, attr, data, **kwargs))
        text = text.replace("\r\n", "\n").strip()
        if CONTROL.search(text) or (not self.keeps_lines and "\n" in text):
            raise ValidationError(N_("含有不能使用的控制字符或者换行，请删除后重试。"))
        if len(text) > self.most:
            raise ValidationError(N_("内容过长，请缩短。"))
        if self.required and not text:
            raise ValidationError(N_("请填写此项。"))
        return text


class Paragraphs(Line):
    """Text of several lines, at most 20,000 characters."""

    most = 20_000
    keeps_lines = True


class Yuan(fields.Field[int]):
    """A sum written in yuan with at most two decimals, kept in fen."""

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> int:
        try:
            return typed_fen("?" if isinstance(value, bool | float) else str(value))
        except ValueError as error:
            raise ValidationError([error.args[0]]) from error

    def _serialize(self, value: int | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else f"{Decimal(value) / 100:.2f}"


class Word(fields.Field[Term]):
    """A word of a closed set, by its value."""

    def __init__(self, words: type[Term], only: tuple[Term, ...] | None = None, **kwargs: Any) -> None:
        self.words = words
        self.choices = only or tuple(words)
        kwargs.setdefault("metadata", {})
        kwargs["metadata"] = {
            **kwargs["metadata"],
            "type": "string",
            "enum": [word.value for word in self.choices],
            "widget": kwargs["metadata"].get("widget", "choice"),
        }
        super().__init__(**kwargs)

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> Term:
        if isinstance(value, str):
            for word in self.choices:
                if word.value == value:
                    return word
        raise ValidationError(N_("请从列出的选项中选择。"))

    def _serialize(self, value: Term | None, attr: str | None, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else value.value


class Payload(Schema):
    """What every step takes: the day on which it was done, today if nothing is said."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    effective_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "行为日期",
            "day of the act",
            "实际作出的日期；不填即为今天，不得晚于今天，也不得早于上一步骤。",
            "the day it was done; today if empty, never in the future, never before the previous step",
        ),
    )


class WithRemark(Payload):
    """A step that needs nothing but, at will, a remark."""

    remark = Paragraphs(
        load_default="",
        metadata=labelled("备注", "remark", widget="textarea"),
        validate=validate.Length(max=2000),
    )


class WithReason(Payload):
    """A step that must be given a reason."""

    reason = Paragraphs(
        required=True,
        metadata=labelled("理由", "reason", widget="textarea"),
        validate=validate.Length(max=5000),
    )
