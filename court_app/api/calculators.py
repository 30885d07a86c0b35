"""The calculators: an object answers with an object, an array with an array, item by item."""

from flask import Response, jsonify, request

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.errors import NotFound
from court_app.languages import language, say, translate
from workflows.calculations.registry import CALCULATORS, run, shown
from workflows.errors import CalculationError
from workflows.text import Text

blueprint = CourtBlueprint("calculators_api", "计算器 · calculators", "/calculators")


@blueprint.get("")
@blueprint.response(200)
def list_calculators() -> Response:
    """Every calculator with an example."""
    return jsonify(
        items=[
            {"name": c.name, "title": say(c.title), "about": say(c.about), "example": dict(c.example)}
            for c in CALCULATORS.values()
        ]
    )


@blueprint.post("/<name>")
@blueprint.response(200)
@visit.takes_long_lists
def calculate(name: str) -> Response:
    """Calculate; what cannot be calculated is named by code, sentence and field."""
    if name not in CALCULATORS:
        raise NotFound(Text("没有这个计算器。"))
    data = request.get_json(silent=True)
    if data is None:
        raise CalculationError("bad_json", Text("输入须为 JSON 对象或者数组。"))
    occasion = visit.occasion()
    answer = run(name, data, calendar=occasion.calendar, today=occasion.today)
    return jsonify(shown(answer, language(), translate))
