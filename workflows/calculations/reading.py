"""Reading what a calculator is given: every wrong thing is named by its field."""

import math
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from workflows.calendar import FIRST_DAY, LAST_DAY
from workflows.errors import CalculationError
from workflows.text import Text

LIKE_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


def reject_unknown(data: Any, known: Collection[str]) -> Mapping[str, Any]:
    """An object with known fields only.

    Raises:
        CalculationError: if it is no object, or has another field.
    """
    if not isinstance(data, Mapping):
        raise CalculationError("not_an_object", Text("输入须为 JSON 对象。"))
    for name in data:
        if name not in known:
            said = str(name)[:60].encode(errors="replace").decode()
            raise CalculationError(
                "unknown_field",
                Text("没有“{field}”这个字段；可用：{known}。", field=said, known=sorted(known)),
                said,
            )
    return data


def read_day(data: Mapping[str, Any], name: str) -> date:
    """A day, written 2026-09-20.

    Raises:
        CalculationError: if it is missing or no such day.
    """
    day = read_day_or_none(data, name)
    if day is None:
        raise missing(name)
    return day


def read_day_or_none(data: Mapping[str, Any], name: str) -> date | None:
    """A day that may be missing."""
    value = data.get(name)
    if value is None:
        return None
    text = value if isinstance(value, str) and LIKE_A_DAY(value) else ""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise CalculationError(
            "bad_date", Text("“{field}”须为 2026-09-20 形式的日期。", field=name), name
        ) from error
    if not FIRST_DAY <= day <= LAST_DAY:
        raise CalculationError(
            "date_out_of_range",
            Text("“{field}”须在{first}至{last}之间。", field=name, first=FIRST_DAY, last=LAST_DAY),
            name,
        )
    return day


def read_moment(data: Mapping[str, Any], name: str) -> datetime:
    """A moment to the minute, written 2026-09-20T09:30 (Beijing time unless it says otherwise).

    Raises:
        CalculationError: if it is missing or no such moment.
    """
    value = data.get(name)
    if value is None:
        raise missing(name)
    try:
        moment = datetime.fromisoformat(value if isinstance(value, str) and LIKE_A_DAY(value[:10]) else "")
    except ValueError as error:
        raise CalculationError(
            "bad_moment", Text("“{field}”须为 2026-09-20T09:30 形式的时间。", field=name), name
        ) from error
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        raise CalculationError(
            "date_out_of_range",
            Text("“{field}”须在{first}至{last}之间。", field=name, first=FIRST_DAY, last=LAST_DAY),
            name,
        )
    return moment


def read_whole(data: Mapping[str, Any], name: str, *, least: int, most: int) -> int:
    """A whole number within bounds.

    Raises:
        CalculationError: if it is missing, no whole number, or out of bounds.
    """
    value = data.get(name)
    if value is None:
        raise missing(name)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise CalculationError(
            "bad_number",
            Text("“{field}”须为{least}至{most}的整数。", field=name, least=least, most=most),
            name,
        )
    return value


def read_choice(data: Mapping[str, Any], name: str, choices: Collection[str], default: str | None) -> str:
    """One of some words.

    Raises:
        CalculationError: if it is none of them.
    """
    value = data.get(name, default)
    if value is None:
        raise missing(name)
    if value not in choices:
        raise CalculationError(
            "bad_choice", Text("“{field}”须为：{choices}。", field=name, choices=list(choices)), name
        )
    return str(value)


def read_decimal(data: Mapping[str, Any], name: str) -> Decimal:
    """A number in decimal notation, as text or as a JSON number.

    Raises:
        CalculationError: if it is missing or no finite number.
    """
    value = data.get(name)
    if value is None:
        raise missing(name)
    bad = CalculationError(
        "bad_amount", Text("“{field}”须为以元为单位的金额，例如 1409.50。", field=name), name
    )
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise bad
    if isinstance(value, float) and not math.isfinite(value):
        raise bad
    text = str(value).strip().replace(",", "").replace("，", "")
    if len(text) > 60 or not text or text.strip("+-.0123456789eE") or not text.isascii():
        raise bad
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise bad from error


def read_text(data: Mapping[str, Any], name: str, *, most: int = 200) -> str:
    """A text that must be there.

    Raises:
        CalculationError: if it is not, or is too long.
    """
    value = data.get(name)
    if value is None or value == "":
        raise missing(name)
    if not isinstance(value, str) or len(value.strip()) > most or not writable(value):
        raise CalculationError(
            "bad_text", Text("“{field}”须为不超过{most}字的文本。", field=name, most=most), name
        )
    return value.strip()


def writable(text: str) -> bool:
    """Whether a text can be written down and seen: no halves of characters, no control characters."""
    return encodable(text) and all(one.isprintable() or one.isspace() for one in text)


def encodable(text: str) -> bool:
    """Whether a text can be written down as bytes; JSON may hold halves of characters that cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_list(data: Mapping[str, Any], name: str, *, most: int, least: int = 0) -> list[Any]:
    """A list of objects; none at all is an empty one.

    Raises:
        CalculationError: if it is no list, too short or too long.
    """
    value = data.get(name)
    listed = [] if value is None else value
    if not isinstance(listed, list):
        raise CalculationError("bad_list", Text("“{field}”须为列表。", field=name), name)
    if not least <= len(listed) <= most:
        wrong = Text("“{field}”须有{least}至{most}项。", field=name, least=least, most=most)
        raise CalculationError("bad_list", wrong, name)
    return listed


def read_yes_no(data: Mapping[str, Any], name: str) -> bool | None:
    """Yes, no, or None where nothing is said.

    Raises:
        CalculationError: if it is something else.
    """
    value = data.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise CalculationError("bad_yes_no", Text("“{field}”须为 true 或者 false。", field=name), name)


def missing(name: str) -> CalculationError:
    """The error of a field that is not there."""
    return CalculationError("missing_field", Text("缺少“{field}”。", field=name), name)
