"""Case numbers: normalised, then parsed; nothing is repaired by guessing. Source: `case-numbers.md`."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations.reading import missing, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.text import Text

PROVINCES = "京津沪渝冀晋内辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵黔云藏陕甘青宁新军兵"
SUFFIX = r"(?:之([一二三四五六七八九十百零〇]+|[1-9]\d*))?"
CURRENT = re.compile(
    rf"（(\d{{4}})）(最高法|[{PROVINCES}])(\d{{4}}|\d{{2}})?(知(?=[一-龥]))?"
    rf"((?:(?![号字第之])[一-龥]){{1,5}})([1-9]\d*)(?:-([1-9]\d*))?号{SUFFIX}",
    re.ASCII,
)
LEGACY = re.compile(
    rf"（(19\d\d|20(?:0\d|1[0-5]))）((?:(?!号)[一-龥（）]){{2,16}})字第(\d+)(?:-(\d+))?号{SUFFIX}", re.ASCII
)
DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFF0D, 0xFE63), "-")
BRACKETS = str.maketrans("()", "（）")
OTHER_BRACKETS = str.maketrans("〔〕[]【】", "（）（）（）")
MOST_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A case number taken apart; codes are None in forms from before 2016."""

    canonical: str
    status: str
    year: int
    court_code: str | None
    type_code: str | None
    serial: str
    suffix: str | None
    sub: str | None


def normalise(text: str) -> str:
    """One form for one number: NFKC, no white space, one kind of bracket, dash and 号."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(plain.split()).replace("號", "号")
    return plain.translate(BRACKETS).translate(OTHER_BRACKETS).translate(DASHES)


def parse_case_number(text: str) -> CaseNumber:
    """Take a case number apart.

    Raises:
        CalculationError: if it is none, with what a number looks like.
    """
    stored = normalise(text)
    if found := CURRENT.fullmatch(stored):
        year, province, digits, special, kind, serial, sub, suffix = found.groups()
        only_brackets = text.translate(BRACKETS) == stored
        return CaseNumber(
            stored,
            "ok" if only_brackets and sub is None else "variant",
            int(year),
            province + (digits or ""),
            (special or "") + kind,
            serial,
            suffix,
            sub,
        )
    if found := LEGACY.fullmatch(stored):
        year, _, serial, sub, suffix = found.groups()
        return CaseNumber(stored, "old", int(year), None, None, serial, suffix, sub)
    raise CalculationError(
        "not_a_case_number", Text("不是可以识别的案号；案号形如（2026）豫01破申12号，年份须加括号。"), "text"
    )


def case_number(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """The calculator: read, parse, answer."""
    given = reject_unknown(data, ("text",))
    text = given.get("text")
    if text is None:
        raise missing("text")
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise CalculationError(
            "bad_text", Text("“text”须为不超过{most}个字符的文字。", most=MOST_CHARACTERS), "text"
        )
    parsed = parse_case_number(text)
    old = parsed.status == "old"
    return {
        "canonical": parsed.canonical,
        "status": parsed.status,
        "year": parsed.year,
        "court_code": parsed.court_code,
        "type_code": parsed.type_code,
        "serial": parsed.serial if old else int(parsed.serial),
        "suffix": parsed.suffix,
        "sub": parsed.sub,
    }
