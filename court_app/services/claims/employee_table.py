"""A list of employees' claims (XLSX or CSV), as the administrator draws it up (EBL 48(2))."""

from collections.abc import Iterable, Mapping
from typing import Any

from court_app.services.sheets import (
    Cell,
    Days,
    Row,
    Sheet,
    Wrong,
    plain,
    read_creditor,
    read_total,
    reader_of_answer,
    reader_of_figure,
    reader_of_text,
    text_of,
)
from models.vocabulary import ClaimClass, FigureKind
from workflows.calculations.rank import Counted, against_usual
from workflows.payloads.claim_figures import OF_EMPLOYEES
from workflows.text import Text

EMPLOYEE, TOTAL, ID_NUMBER, ITEMS = "职工姓名", "合计金额", "身份证号", "项目及计算"
MANAGER, AVERAGE = "董事监事高管", "已按职工平均工资计算"
FIGURES = {kind.zh: kind for kind in OF_EMPLOYEES}
REASON = "清偿顺序的理由"
TEXTS = {
    REASON: ("rank_reason", 20_000),
    "联系电话": ("phone", 64),
    "送达地址": ("service_address", 200),
    "证据": ("evidence", 20_000),
}


def read_id_number(content: dict[str, Any], _name: str, cell: Cell, _days: Days) -> None:
    """A spreadsheet that keeps eighteen digits as a number has lost the last of them."""
    if isinstance(cell, float) and cell:
        raise ValueError(Text("身份证号被存成了数字，后几位已经丢失；请将该列改为文本后重新填写。"))
    content["id_number"] = plain(text_of(cell), 64)


def whole(content: dict[str, Any], _wrong: Wrong) -> Wrong:
    """What is wrong with a row as a whole; its items stand for a working that is not told."""
    content["claim_class"] = ClaimClass.EMP.value
    if not content.get("basis"):
        content["basis"] = "、".join(FigureKind(kind).zh for kind, _ in content["figures"])
    if content.get("manager") and not content.get("at_average_wage"):
        return [(AVERAGE, Text("董事、监事和高级管理人员的工资须按照该企业职工的平均工资计算。"))]
    return []


EMPLOYEES = Sheet(
    who=EMPLOYEE,
    total=TOTAL,
    figures=FIGURES,
    readers={
        EMPLOYEE: read_creditor,
        ID_NUMBER: read_id_number,
        **{name: reader_of_figure(kind) for name, kind in FIGURES.items()},
        TOTAL: read_total,
        ITEMS: reader_of_text("basis", 20_000),
        MANAGER: reader_of_answer("manager"),
        AVERAGE: reader_of_answer("at_average_wage"),
        **{name: reader_of_text(ours, most) for name, (ours, most) in TEXTS.items()},
    },
    whole=whole,
)
"""The administrator's list of what is owed to employees (EBL 48(2), 113(1)①)."""


def held_to_usage(row: Row, settings: Mapping[str, Any]) -> Row:
    """A row; an item that this court does not usually pay with wages wants its reason (M2018-27)."""
    figures = [
        Counted(place, FigureKind(kind), fen) for place, (kind, fen) in enumerate(row.content["figures"], 1)
    ]
    wrong = against_usual(figures, ClaimClass.EMP, settings)
    if not wrong or row.content.get("rank_reason"):
        return row
    told = Text("{kinds}在本院通常不列为职工债权，要列入的请写明理由。", kinds=[one.kind for one in wrong])
    return row._replace(wrong=[*row.wrong, (REASON, told)])


def examples() -> Iterable[list[str]]:
    """Two invented rows for the blank list."""
    filled = {
        EMPLOYEE: ("梁晓禾", "许承远"),
        ID_NUMBER: ("", ""),
        FigureKind.WAGES.zh: ("21600.00", "48000.00"),
        FigureKind.COMPENSATION.zh: ("14400.00", "32000.00"),
        TOTAL: ("36000.00", "80000.00"),
        ITEMS: ("工资3个月，经济补偿2个月", "工资6个月，经济补偿4个月"),
        MANAGER: ("否", "是"),
        AVERAGE: ("", "是"),
    }
    return [[filled.get(name, ("", ""))[place] for name in EMPLOYEES.readers] for place in (0, 1)]
