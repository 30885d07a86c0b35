"""The calculators as pages: a form, the answer with its working, and the same in JSON."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, render_template, request

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import language, translate
from court_app.web.calculator_forms import FIELDS, sections, takes_lists
from court_app.web.calculator_reading import Trouble, filled, read, trouble
from court_app.web.forms import capital
from models.vocabulary import Rank
from workflows.calculations.registry import CALCULATORS, Calculator, run, shown
from workflows.errors import CalculationError
from workflows.law.cram_down import PlanClassKind
from workflows.text import Bilingual, Text

blueprint = Blueprint("calculators", __name__, url_prefix="/calculators")
MOST_ROWS = 500
"""So many payments a page shows; the API and the command give them all."""
WORDS = {
    "secured": Bilingual("担保财产", "from its asset"),
    **{rank.value: rank for rank in Rank},
}
STATES = {
    "passed": Bilingual("通过", "passed"),
    "failed": Bilingual("未通过", "failed"),
    "failed_twice": Bilingual("再次表决仍未通过", "failed twice"),
    "refused": Bilingual("未通过，拒绝再次表决", "failed, refused to vote again"),
}
KINDS = {kind.value: kind for kind in PlanClassKind}


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


@blueprint.route("/<name>", methods=["GET", "POST"])
def show(name: str) -> str | tuple[str, int]:
    """A calculator; with what was typed, in the address or in the form, its answer too."""
    calculator = found(name)
    typed = {
        field.name: request.values[field.name] for field in FIELDS[name] if request.values.get(field.name)
    }
    answer, question, wrong = calculated(name, typed) if typed else ({}, {}, None)
    told = shown(answer, language(), translate)
    page = render_template(
        "calculator.html",
        calculator=calculator,
        sections=sections(name),
        by_post=takes_lists(name),
        typed=typed or filled(name, calculator.example, language()),
        answer=told,
        basis=answer.get("basis", ()),
        wrong=wrong,
        capital=capital,
        most_rows=MOST_ROWS,
        words=WORDS,
        states=STATES,
        kinds=KINDS,
        grouped=grouped,
        json=as_json(told),
        question=as_json(question, indent=None),
    )
    return page if wrong is None else (page, 422)


def calculated(name: str, typed: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any], Trouble | None]:
    """The answer, the question as a program would put it, and what stands in the way."""
    occasion, places, question = visit.occasion(), dict[str, int](), dict[str, Any]()
    try:
        understood = read(name, typed)
        question, places = understood.question, dict(understood.places)
        answer = run(name, question, calendar=occasion.calendar, today=occasion.today)
    except CalculationError as error:
        return {}, question, trouble(name, error, places)
    return answer, question, None


def as_json(held: Mapping[str, Any], indent: int | None = 2) -> str:
    """A question or an answer as a program writes it; nothing if it is longer than a page shows."""
    if not held or any(isinstance(rows, list) and len(rows) > MOST_ROWS for rows in held.values()):
        return ""
    return json.dumps(held, ensure_ascii=False, indent=indent)


def grouped(amount: str) -> str:
    """A sum of an answer with thousands groups, for people."""
    whole, dot, part = amount.partition(".")
    return f"{int(whole):,}{dot}{part}"
