"""Sentences of the law for people: a Chinese original with named values; the edge translates it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.vocabulary.term import Term
from workflows.numerals import arabic_date

Translate = Callable[[str], str]
UNPUBLISHED = "（未公布）"
"""What stands where a fact of a real case was never published: nothing is invented in its place."""


def N_(text: str) -> str:  # noqa: N802 (the name that message extraction knows)
    """Mark a message for translation where it is written; the edge translates it."""
    return text


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """A message: its Chinese original is the message id, `values` fill its braces."""

    message: str
    values: Mapping[str, Any]

    def __init__(self, message: str, **values: Any) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "values", values)

    def render(self, language: str = "zh", translate: Translate = str) -> str:
        """The sentence in `language`, its message translated by `translate`."""
        shown = {name: show(value, language, translate) for name, value in self.values.items()}
        return translate(self.message).format(**shown)

    def __str__(self) -> str:
        """The Chinese original, filled in."""
        return self.render()


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words of the law's tables that carry both languages with them."""

    zh: str
    en: str

    def label(self, language: str) -> str:
        """The words in `language` ("zh" or "en")."""
        return self.en if language.startswith("en") else self.zh


class PlainRows(list[dict[str, str]]):
    """Rows of text in which nothing is to be translated; a hundred thousand are not looked through."""


def show(value: Any, language: str = "zh", translate: Translate = str) -> str:
    """A value as people read it: terms by label, days as dates, lists joined."""
    if isinstance(value, Text):
        return value.render(language, translate)
    if isinstance(value, Term | Bilingual):
        return value.label(language)
    if isinstance(value, date):
        return arabic_date(value) if language == "zh" else value.isoformat()
    if isinstance(value, list | tuple):
        return joined([show(v, language, translate) for v in value], language)
    return str(value)


def joined(parts: Sequence[str], language: str) -> str:
    """Words as a list of words; sentences one after the other."""
    if parts and all(part.endswith(("。", ".")) for part in parts):
        return ("" if language == "zh" else " ").join(parts)
    return ("、" if language == "zh" else ", ").join(parts)


def freeze(value: Any) -> Any:
    """A sentence, term or day as JSON keeps it, so that a record can be shown in either language."""
    if isinstance(value, Text):
        return {"message": value.message, "values": {k: freeze(v) for k, v in value.values.items()}}
    if isinstance(value, Term | Bilingual):
        return {"zh": value.zh, "en": value.en}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, list | tuple):
        return [freeze(item) for item in value]
    return value if isinstance(value, str | int) else str(value)


def thaw(frozen: Any, language: str = "zh", translate: Translate = str) -> str:
    """Show what `freeze` kept, in `language`."""
    if isinstance(frozen, dict) and "message" in frozen:
        shown = {k: thaw(v, language, translate) for k, v in frozen["values"].items()}
        return translate(frozen["message"]).format(**shown)
    if isinstance(frozen, dict) and "day" in frozen:
        return show(date.fromisoformat(frozen["day"]), language)
    if isinstance(frozen, dict):
        return str(frozen["en" if language.startswith("en") else "zh"])
    if isinstance(frozen, list):
        return ("、" if language == "zh" else ", ").join(thaw(v, language, translate) for v in frozen)
    return str(frozen)


def day_from(value: str | date) -> date:
    """A day, written as JSON keeps it or already one."""
    return value if isinstance(value, date) else date.fromisoformat(value)
