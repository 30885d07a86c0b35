"""One setting: what a court decides because the law leaves it open or no text could be verified."""

from dataclasses import dataclass
from typing import Any

from models.vocabulary import (
    Term,
)
from workflows.errors import SettingError
from workflows.law.citations import Citation
from workflows.text import Text

Value = int | bool | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a court: its default, its sentence, why it is one, and its bounds if a number."""

    name: str
    default: Value
    label: Text
    why: Text
    basis: tuple[Citation, ...]
    status: str
    least: int = 0
    most: int = 3650
    choices: tuple[Term, ...] = ()

    def read(self, raw: Any) -> Value:
        """A value as it may be.

        Raises:
            SettingError: naming the setting.
        """
        if self.choices:
            if raw == "" or raw in {choice.value for choice in self.choices}:
                return str(raw)
            raise SettingError(self.name, Text("“{label}”请从列出的选项中选择。", label=self.label))
        if isinstance(self.default, bool):
            if isinstance(raw, bool):
                return raw
            raise SettingError(self.name, Text("“{label}”须为是或者否。", label=self.label))
        if isinstance(raw, int) and not isinstance(raw, bool) and self.least <= raw <= self.most:
            return raw
        raise SettingError(
            self.name,
            Text("“{label}”须为{least}至{most}的整数。", label=self.label, least=self.least, most=self.most),
        )
