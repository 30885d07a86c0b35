"""What every word of the dictionary is made of."""

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of a closed set: stored by value, shown by its Chinese or English label."""

    zh: str
    en: str

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Make the word `value`, which people read as `zh` or `en`."""
        term = str.__new__(cls, value)
        term._value_ = value
        term.zh = zh
        term.en = en
        return term

    def label(self, language: str) -> str:
        """The label in `language` ("zh" or "en")."""
        return self.en if language.startswith("en") else self.zh
