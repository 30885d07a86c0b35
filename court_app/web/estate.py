"""The estate in sums, and what one asset has brought, on pages, as tables, to be printed."""

from typing import cast

from flask import Blueprint, Response, render_template

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import say
from court_app.services.estate import estate_pool, estate_summary, proceeds_sheet
from court_app.services.estate.estate_summary import SUMS, EstateSummary
from court_app.services.procedure import parts
from court_app.web.parts import as_table, opened
from models import Asset
from workflows.calculations.money import plain
from workflows.text import Text

blueprint = Blueprint("estate", __name__, url_prefix="/cases/<int:case_id>/estate")
LABELS = {
    "book_fen": Text("账面价值（元）"),
    "appraised_fen": Text("评估价值（元）"),
    "price_fen": Text("成交价（元）"),
    "received_fen": Text("到账金额（元）"),
    "realisation_cost_fen": Text("变价费用（元）"),
}
HEADING = (Text("类别"), Text("项数"), Text("其中设有担保"), *(LABELS[name] for name in SUMS))


@blueprint.get("")
def show(case_id: int) -> str:
    """The estate by kind and by state; every line opens the list of its assets."""
    case = opened(case_id)
    return render_template(
        "estate.html",
        case=case,
        found=estate_summary.summary(visit.occasion(), case),
        sums=[(name, LABELS[name]) for name in SUMS],
        pool=estate_pool.pool_of(visit.occasion().session, case),
        section="estate",
    )


@blueprint.get("/export.<kind>")
def export(case_id: int, kind: str) -> Response:
    """The estate by kind as a table for a spreadsheet."""
    found = estate_summary.summary(visit.occasion(), opened(case_id))
    return as_table("estate", kind, [say(label) for label in HEADING], lines_of(found))


def lines_of(found: EstateSummary) -> list[list[str]]:
    """Every kind as a line, and all of them."""
    groups = [(say(group.word), group.count, group.burdened, group.sums) for group in found.kinds]
    total = (say(Text("合计")), found.count, found.burdened, found.sums)
    return [
        [name, str(count), str(burdened), *(plain(sums[column]) for column in SUMS)]
        for name, count, burdened, sums in [*groups, total]
    ]


@blueprint.get("/<int:serial>/proceeds.pdf")
def printed(case_id: int, serial: int) -> Response:
    """Where the proceeds of an asset go, to be printed and signed."""
    occasion = visit.occasion()
    asset = cast(Asset, parts.of_case(occasion, opened(case_id), parts.PARTS["assets"], serial))
    pdf = proceeds_sheet.printed(occasion, asset)
    if pdf is None:
        raise NotFound(Text("该项财产还没有变价款。"))
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename=proceeds-{serial}.pdf"
    return answer
