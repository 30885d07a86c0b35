"""The calculators as pages: a form, the answer with its working, and the same in JSON."""

import json
from typing import Any

from flask import Blueprint, render_template, request

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import language, translate
from models.vocabulary import PeriodUnit
from workflows.calculations.registry import CALCULATORS, Calculator, run, shown
from workflows.errors import CalculationError
from workflows.text import Bilingual, Text

blueprint = Blueprint("calculators", __name__, url_prefix="/calculators")
FIELDS: dict[str, tuple[tuple[str, Bilingual, str], ...]] = {
    "period": (
        ("from", Bilingual("起算日", "from"), "text"),
        ("length", Bilingual("长度", "length"), "number"),
        ("unit", Bilingual("单位", "unit"), "unit"),
        ("direction", Bilingual("方向", "direction"), "direction"),
        (
            "deadline",
            Bilingual("或者按期限名称（如 claim_window）", "or by name (such as claim_window)"),
            "text",
        ),
    ),
    "acceptance-schedule": (
        ("accepted_on", Bilingual("受理日期", "accepted on"), "date"),
        ("announced_on", Bilingual("公告日期", "announced on"), "date"),
        ("claims_deadline", Bilingual("债权申报截止日", "claims to be filed by"), "date"),
        ("first_meeting", Bilingual("第一次债权人会议日期", "first meeting"), "date"),
        ("meeting_notice_on", Bilingual("会议通知日期", "notice of the meeting"), "date"),
    ),
    "case-number": (("text", Bilingual("案号", "case number"), "text"),),
    "draw": (
        ("seed", Bilingual("种子", "seed"), "text"),
        ("case_number", Bilingual("案号", "case number"), "text"),
        ("candidates", Bilingual("候选人的名册编号", "roster numbers of the candidates"), "text"),
        ("commitment", Bilingual("抽签前公布的承诺值", "commitment published before the draw"), "text"),
    ),
    "amount-in-words": (("amount", Bilingual("金额（元）", "amount (yuan)"), "text"),),
}
CHOICES = {
    "unit": [(unit.value, unit) for unit in PeriodUnit],
    "direction": [("after", Bilingual("向后", "after")), ("before", Bilingual("向前", "before"))],
}


@blueprint.get("")
def index() -> str:
    """Every calculator."""
    return render_template("calculators.html", calculators=list(CALCULATORS.values()))


def found(name: str) -> Calculator:
    """A calculator by name.

    Raises:
        NotFound: if there is none.
    """
    if name not in CALCULATORS:
        raise NotFound(Text("没有这个计算器。"))
    return CALCULATORS[name]


@blueprint.get("/<name>")
def show(name: str) -> str | tuple[str, int]:
    """A calculator; with what was typed in the address, its answer too."""
    calculator, occasion = found(name), visit.occasion()
    typed = {field: request.args[field].strip() for field, _, _ in FIELDS[name] if request.args.get(field)}
    data: dict[str, Any] = dict(typed)
    if name == "period" and typed.get("length", "").isdecimal():
        data["length"] = int(typed["length"])
    if data.get("deadline"):
        data = {key: data[key] for key in ("from", "deadline") if key in data}
    answer, error = None, None
    try:
        if typed:
            answer = shown(
                run(name, data, calendar=occasion.calendar, today=occasion.today), language(), translate
            )
    except CalculationError as wrong:
        error = wrong
    page = render_template(
        "calculator.html",
        calculator=calculator,
        fields=FIELDS[name],
        choices=CHOICES,
        typed=typed or calculator.example,
        answer=answer,
        error=error,
        json=json.dumps(answer, ensure_ascii=False, indent=2) if answer else "",
        question=json.dumps(data, ensure_ascii=False),
    )
    return page if error is None else (page, 422)
