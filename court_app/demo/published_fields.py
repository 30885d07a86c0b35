"""Single fields of a published case, each read strictly or not at all."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from documents.typography import uncovered
from models.vocabulary import ProcedureType
from workflows.calculations.case_number import CaseNumber, normalise, parse_case_number
from workflows.errors import CalculationError
from workflows.payloads.base import CONTROL
from workflows.text import Text

MOST_CHARACTERS, MOST_OF_A_NUMBER = 200, 60
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
TIME = re.compile(r"(上午|下午|晚上)?(\d{1,2})(?:[:时点](?:(\d{1,2})(?:分|:\d{2})?)?(?:整)?)")
PROCEDURES = {
    "清算": ProcedureType.LIQUIDATION,
    "重整": ProcedureType.REORGANIZATION,
    "和解": ProcedureType.COMPOSITION,
}


class Malformed(Exception):
    """A field cannot be read."""

    def __init__(self, name: str, text: Text) -> None:
        self.name = name
        self.text = text
        super().__init__(f"{name}: {text}")


def line_of(raw: Mapping[str, Any], name: str, most: int = MOST_CHARACTERS) -> str | None:
    """A line of text; None where nothing was published. Several names are joined."""
    value = raw.get(name)
    if isinstance(value, list):
        value = "、".join(str(item) for item in value if item is not None)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise Malformed(name, Text("应为文字。"))
    text = " ".join(unicodedata.normalize("NFC", value).split())
    if CONTROL.search(text):
        raise Malformed(name, Text("含有不能使用的控制字符。"))
    if len(text) > most:
        raise Malformed(name, Text("内容过长，最多{most}个字符。", most=most))
    if letters := uncovered(text):
        raise Malformed(name, Text("字体中没有这些字：{letters}", letters=letters))
    return text or None


def needed(raw: Mapping[str, Any], name: str) -> str:
    """A line without which there is no case."""
    text = line_of(raw, name)
    if text is None:
        raise Malformed(name, Text("没有填写，不能补录。"))
    return text


def day_of(raw: Mapping[str, Any], name: str) -> date | None:
    """A day, as YAML knows one or as text; None where it was not published."""
    value = raw.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = DAY.fullmatch(unicodedata.normalize("NFKC", value).strip()) if isinstance(value, str) else None
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
    except ValueError:
        pass
    raise Malformed(name, Text("“{value}”不是日期，应如 2023-06-05。", value=str(value)[:40]))


def time_of(raw: Mapping[str, Any]) -> str | None:
    """A time of day as 09:30. YAML 1.1 reads an unquoted 10:00 as the number 600: minutes, or seconds."""
    name, value = "first_meeting_time", raw.get("first_meeting_time")
    if value is None or value == "":
        return None
    hours = minutes = -1
    if isinstance(value, int) and not isinstance(value, bool):
        hours, minutes = divmod(value if value < 24 * 60 else value // 60, 60)
    elif isinstance(value, str):
        found = TIME.fullmatch("".join(unicodedata.normalize("NFKC", value).split()))
        if found:
            half, hour, minute = found.groups()
            hours, minutes = int(hour), int(minute or 0)
            hours += 12 if half in {"下午", "晚上"} and hours < 12 else 0
    if 0 <= hours < 24 and 0 <= minutes < 60:
        return f"{hours:02d}:{minutes:02d}"
    raise Malformed(name, Text("“{value}”不是时间，应如 09:30。", value=str(value)[:40]))


def procedure_of(raw: Mapping[str, Any]) -> ProcedureType:
    """Which procedure; `procedure_type` in the vocabulary's word, or `procedure` in Chinese."""
    for name in ("procedure_type", "procedure"):
        text = line_of(raw, name)
        if text is None:
            continue
        for known in ProcedureType:
            if text.upper() == known.value:
                return known
        for word, kind in PROCEDURES.items():
            if text.removeprefix("破产") == word:
                return kind
        raise Malformed(name, Text("“{value}”不是破产清算、重整或者和解。", value=text))
    raise Malformed("procedure", Text("没有填写，不能补录。"))


def numbers_of(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """The case numbers, each in one form; one that is of no known form is kept as it was printed."""
    value = raw.get("case_numbers")
    listed = [] if value is None else value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in listed:
        text = line_of({"case_numbers": item}, "case_numbers", MOST_OF_A_NUMBER)
        if text is not None:
            found.append(normalise(text))
    return tuple(dict.fromkeys(found))


def parsed(number: str) -> CaseNumber | None:
    """A number taken apart, if it is of a known form."""
    try:
        return parse_case_number(number)
    except CalculationError:
        return None


def kind_of(number: str) -> str:
    """Whose number it is: 破申 the application's, 破 the accepted case's; empty if that cannot be told.

    Numbers from before 2016 name no type but 破字 or 破(预)字.
    """
    known = parsed(number)
    if known is None:
        return ""
    if known.type_code is not None:
        return known.type_code
    before = number.partition("字第")[0]
    if before.endswith(("破预", "预", "破申", "破（预）", "破（申）", "（预）")):
        return "破申"
    return "破" if before.endswith("破") else ""
