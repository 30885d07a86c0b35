"""Serial numbers as people write them: 1,3-5."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from workflows.payloads.base import Paragraphs
from workflows.text import N_


class Serials(Paragraphs):
    """Numbers of the claims table as people write them; kept as written, see `serials_of`."""

    keeps_lines = False

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            serials_of(text)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return text


def serials_of(text: str) -> frozenset[int]:
    """The numbers that `1-20,23` names; none where nothing is written.

    Raises:
        ValidationError: if it names no numbers.
    """
    found: set[int] = set()
    for part in filter(None, text.replace("，", ",").replace(" ", "").split(",")):
        first, _, last = part.partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 15:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        low, high = int(first), int(last or first)
        if low > high or high > 1_000_000:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        found.update(range(low, high + 1))
    return frozenset(found)
