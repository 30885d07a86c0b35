"""A table of claims that were filed: its columns, and how each is read (EBL 48(1), 49)."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from court_app.services.sheets import (
    Cell,
    Days,
    Sheet,
    Wrong,
    read_creditor,
    read_total,
    reader_of_figure,
    reader_of_text,
    text_of,
)
from models.vocabulary import FILED_CLASSES, ClaimClass, ConditionKind, FigureKind
from workflows.payloads.claim_figures import OF_CREDITORS
from workflows.text import Text

CREDITOR, CLASS, TOTAL, FILED_ON = "债权人", "债权性质", "申报金额", "申报日期"
CONDITION_KIND, CONDITION = "附条件、附期限", "条件、期限的内容"
TEXTS = {
    "统一社会信用代码": ("credit_code", 64),
    "身份证号": ("id_number", 64),
    "联系电话": ("phone", 64),
    "送达地址": ("service_address", 200),
    "电子邮箱": ("electronic_address", 200),
    "债权原因": ("basis", 20_000),
    "证据": ("evidence", 20_000),
    "财产担保": ("security", 20_000),
    "连带债务人、保证人": ("co_debtors", 20_000),
    CONDITION: ("condition", 20_000),
}
FIGURES = {kind.zh: kind for kind in OF_CREDITORS}
CLASSES = {
    name: word for word in FILED_CLASSES if word is not ClaimClass.EMP for name in (word.zh, word.value)
}
"""Classes that are filed; employees file nothing (EBL 48(2))."""
CONDITIONS = {
    name: word
    for word, names in {
        ConditionKind.NONE: ("", "否", "无"),
        ConditionKind.SUSPENSIVE: ("附生效条件", "生效条件"),
        ConditionKind.RESOLUTIVE: ("附解除条件", "解除条件"),
        ConditionKind.TERM: ("附期限", "期限"),
    }.items()
    for name in (*names, word.value)
}
"""How a table says what a claim depends on; a bare yes does not say which kind (EBL 117)."""
UNCONDITIONAL = ConditionKind.NONE.value


def condition_missing(content: dict[str, Any], wrong: Wrong) -> Wrong:
    """A kind of condition goes with its words, and words with a kind (EBL 117)."""
    named = content.get("condition_kind", UNCONDITIONAL) != UNCONDITIONAL
    if named == bool(content.get("condition")) or any(
        name in {CONDITION_KIND, CONDITION} for name, _ in wrong
    ):
        return []
    if named:
        return [(CONDITION, Text("附条件、附期限的债权，请写明条件、期限的内容。"))]
    return [(CONDITION_KIND, Text("写明了条件、期限的，请选择属于哪一种。"))]


def read_class(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
    text = text_of(cell)
    if not text:
        return
    if text not in CLASSES:
        raise ValueError(Text("请填写以下之一：{known}。", known=list(dict.fromkeys(CLASSES.values()))))
    content["claim_class"] = CLASSES[text].value


def read_filed_on(content: dict[str, Any], _name: str, cell: Cell, days: Days) -> None:
    text = cell.date().isoformat() if isinstance(cell, datetime) else text_of(cell)
    if not text:
        return
    try:
        day = date.fromisoformat(text.replace("/", "-"))
    except ValueError as error:
        raise ValueError(Text("请填写 2026-09-20 形式的日期。")) from error
    if not days.first <= day <= days.last:
        raise ValueError(Text("申报日期须在{first}至{last}之间。", first=days.first, last=days.last))
    content["filed_on"] = day.isoformat()


def read_condition_kind(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
    text = text_of(cell)
    if text not in CONDITIONS:
        known = ["附生效条件", "附解除条件", "附期限"]
        raise ValueError(Text("请填写以下之一：{known}；不附条件、不附期限的不填。", known=known))
    content["condition_kind"] = CONDITIONS[text].value


CLAIMS = Sheet(
    who=CREDITOR,
    total=TOTAL,
    figures=FIGURES,
    readers={
        CREDITOR: read_creditor,
        CLASS: read_class,
        **{name: reader_of_figure(kind) for name, kind in FIGURES.items()},
        TOTAL: read_total,
        FILED_ON: read_filed_on,
        CONDITION_KIND: read_condition_kind,
        **{name: reader_of_text(field, most) for name, (field, most) in TEXTS.items()},
    },
    whole=condition_missing,
)
"""A table of claims that were filed (EBL 48(1), 49)."""
HEADINGS = tuple(CLAIMS.readers)


def examples() -> Iterable[list[str]]:
    """Two invented rows for the blank table."""
    filled = {
        CREDITOR: ("江澜市恒远钢材贸易有限公司", "望川供应链管理有限公司"),
        CLASS: (ClaimClass.ORD.zh, ClaimClass.ORD.zh),
        FigureKind.PRINCIPAL.zh: ("1800000.00", ""),
        FigureKind.INTEREST.zh: ("62000.00", ""),
        TOTAL: ("1862000.00", "964500.00"),
        "债权原因": ("买卖合同货款", "供应链服务费"),
    }
    return [[filled.get(name, ("", ""))[place] for name in HEADINGS] for place in (0, 1)]
