"""marshmallow's own English messages as sentences of ours."""

import re

from workflows.text import Text

MESSAGES: tuple[tuple[str, Text], ...] = (
    (r"Missing data for required field\.", Text("请填写此项。")),
    (r"Field may not be null\.", Text("不能为空值。")),
    (r"Not a valid (utf-8 )?string\.", Text("须为文字。")),
    (r"Not a valid integer\.", Text("须为整数。")),
    (r"Not a valid number\.", Text("须为数字。")),
    (r"Number too large\.|Special numeric values .* are not permitted\.", Text("数字过大。")),
    (r"Not a valid boolean\.", Text("须为是（true）或者否（false）。")),
    (r"Not a valid date\.", Text("须为 2026-09-20 形式的日期。")),
    (r"Not a valid (naive |aware )?datetime\.", Text("须为 2026-09-20T09:30:00+08:00 形式的时间。")),
    (r"Not a valid time\.", Text("须为 09:30 形式的时间。")),
    (r"Not a valid list\.", Text("须为列表。")),
    (r"Not a valid mapping type\.|Invalid (input )?type\.", Text("须为对象。")),
    (r"Unknown field\.", Text("没有这个字段。")),
    (r"String does not match expected pattern\.", Text("写法不正确。")),
    (r"Invalid JSON body\.", Text("请求内容不是有效的 JSON。")),
    (r"Not a valid email address\.", Text("不是有效的电子邮箱地址。")),
)
"""Whole messages, as regular expressions."""

MEASURED: tuple[tuple[str, str], ...] = (
    (r"Must be one of: (?P<choices>.*)\.", "choices"),
    (r"Shorter than minimum length (?P<least>\d+)\.", "shorter"),
    (r"Longer than maximum length (?P<most>\d+)\.", "longer"),
    (r"Length must be between (?P<least>\d+) and (?P<most>\d+)\.", "length"),
    (
        r"Must be greater than or equal to (?P<least>-?\d+) and less than or equal to (?P<most>-?\d+)\.",
        "between",
    ),
    (r"Must be greater than or equal to (?P<least>-?\d+)\.", "least"),
    (r"Must be less than or equal to (?P<most>-?\d+)\.", "most"),
)
"""Messages that carry values."""


def measured(kind: str, found: dict[str, str]) -> Text:
    """The sentence for a message that carries values."""
    return {
        "choices": Text("须为：{choices}。", **found),
        "shorter": Text("长度不得少于{least}。", **found),
        "longer": Text("长度不得超过{most}。", **found),
        "length": Text("长度须为{least}至{most}。", **found),
        "between": Text("须为{least}至{most}。", **found),
        "least": Text("不得小于{least}。", **found),
        "most": Text("不得大于{most}。", **found),
    }[kind]


def in_our_words(message: str) -> Text:
    """A message of marshmallow or of a payload; what is not known is a message of ours already."""
    for pattern, text in MESSAGES:
        if re.fullmatch(pattern, message):
            return text
    for pattern, kind in MEASURED:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return measured(kind, found.groupdict())
    return Text(escape(message))


def escape(message: str) -> str:
    """A finished message as a message id: braces mean nothing in it."""
    return message.replace("{", "{{").replace("}", "}}")
