"""The list of cases and the page of one case."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.casework import cases, finding, history, overview
from court_app.services.casework.docket_subjects import subjects
from court_app.services.casework.finding import Wanted
from court_app.services.exporting import as_csv, as_workbook
from court_app.services.paging import pages_of
from court_app.services.papers import documents, served_papers
from court_app.services.procedure import machines
from court_app.web.case_page import (
    bundles_of,
    clocks_of,
    flags_in_words,
    from_outside,
    paper_address,
    state_of,
    working,
)
from court_app.web.layout import number, wanted_page
from models import CaseEvent
from models.vocabulary import CaseType, DocumentState, ProcedureType, Term
from workflows.engine import NoSuchStep
from workflows.law.petition_papers import PAPER_BY_CODE
from workflows.text import Text

blueprint = Blueprint("cases", __name__, url_prefix="/cases")
EVENTS_ON_A_PAGE = 50
FEW = 8
"""So many papers stand on the page of a case."""
FILTERS = ("q", "type", "state", "procedure", "year", "open", "mine")
"""What a list of cases can be narrowed by."""
STATES: tuple[Term, ...] = tuple(state for p in machines.PROCEDURES.values() for state in p.states)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADING = (Text("案号"), Text("案件名称"), Text("阶段"), Text("程序"), Text("收案日期"))
OTHER_EVENTS = {
    "add_party": Text("增加当事人"),
    "change_party": Text("修改当事人信息"),
    "end_party": Text("结束当事人地位"),
    "assign_team": Text("确定审判组织"),
    "recuse": Text("回避"),
    "enter_ledger": Text("财产账户手工记账"),
    "reverse_ledger": Text("财产账户冲正"),
    "issue_filing_codes": Text("制发申报码"),
}
"""What is in the docket without being a step of a procedure."""


@blueprint.get("")
def index() -> str:
    """The cases that the person may see, searched and filtered."""
    occasion, wanted = visit.occasion(), wanted_cases()
    found = finding.search(occasion, wanted)
    return render_template(
        "cases.html",
        found=found,
        wanted=wanted,
        types=list(CaseType),
        procedures=list(ProcedureType),
        state_of=state_of,
        states=STATES,
        filters=filters(*FILTERS),
        address=page_address("cases.index", *FILTERS),
    )


@blueprint.get("/export.<kind>")
def export(kind: str) -> Response:
    """The filtered list as a table for a spreadsheet."""
    rows = finding.everything(visit.occasion(), wanted_cases())
    table = [
        [c.number, c.title, say(state_of(c)), say(c.procedure_type), c.received_on.isoformat()] for c in rows
    ]
    heading = [say(name) for name in HEADING]
    workbook = kind == "xlsx"
    data = as_workbook(heading, table) if workbook else as_csv(heading, table)
    answer = Response(data, mimetype=WORKBOOK if workbook else "text/csv")
    answer.headers["Content-Disposition"] = f"attachment; filename=cases.{'xlsx' if workbook else 'csv'}"
    return answer


def wanted_cases() -> Wanted:
    """What the address asks for; what it cannot mean is ignored."""
    args = request.args
    return Wanted(
        text=args.get("q", "")[:100],
        case_type=args.get("type", None, CaseType),
        state=args.get("state", "")[:40],
        procedure_type=args.get("procedure", None, ProcedureType),
        year=args.get("year", None, number),
        open_only="open" in args,
        mine="mine" in args,
        page=wanted_page(),
    )


def filters(*names: str) -> dict[str, str]:
    """What of the address narrows a list; anything else in it is not passed on."""
    return {name: request.args[name] for name in names if name in request.args}


def page_address(endpoint: str, *names: str, **values: Any) -> Callable[[int], str]:
    """The address of another page of the same list, with its filters."""
    kept = filters(*names)
    return lambda page: url_for(endpoint, **{**kept, **values, "page": page})


@blueprint.get("/<int:case_id>")
def show(case_id: int) -> str:
    """One case: what may come next, its clocks, what lies in it; for an administrator, his part of it."""
    occasion = visit.occasion()
    case = cases.find_shared(occasion, case_id)
    visit.reads_case(case_id)
    options = [o for o in cases.options(occasion, case) if o.transition.recorded_by_people]
    bankrupt = case.case_type == CaseType.BK_CASE
    shared = {
        "case": case,
        "state": state_of(case),
        "allowed": [option for option in options if option.allowed],
        "hindered": [option for option in options if not option.allowed],
        "clocks": clocks_of(case),
        "flags": flags_in_words(case) if bankrupt else [],
        "inside": overview.overview(occasion, case) if bankrupt else None,
        "today": occasion.today,
        "working": working,
        "section": "overview",
    }
    if from_outside():
        papers = served_papers.of_case(occasion, case, size=FEW)
        return render_template(
            "case_administrator.html",
            **shared,
            papers=papers,
            paper_address=paper_address,
            paper_state=lambda paper: DocumentState(paper.state),
        )
    return render_template(
        "case.html",
        **shared,
        documents=documents.of_case(occasion, case, size=FEW),
        parties=overview.count_of_parties(occasion, case),
        bundles=bundles_of(case),
        paper_state=lambda paper: DocumentState(paper.state),
        paper_label=lambda code: PAPER_BY_CODE[code].label,
    )


@blueprint.get("/<int:case_id>/history")
def docket(case_id: int) -> str:
    """The docket of a case, page by page, with its hashes."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    page = wanted_page()
    total, _ = history.head(occasion.session, case_id)
    events = history.docket(
        occasion.session, case_id, after=(page - 1) * EVENTS_ON_A_PAGE, limit=EVENTS_ON_A_PAGE
    )
    return render_template(
        "docket.html",
        case=case,
        events=events,
        about=subjects(occasion, events),
        label=event_label,
        page=page,
        pages=pages_of(total, EVENTS_ON_A_PAGE),
        address=page_address("cases.docket", case_id=case_id),
        section="history",
    )


def event_label(event: CaseEvent) -> Text:
    """What an entry of the docket is called."""
    procedure = machines.MACHINES.get(event.machine)
    if procedure is None:
        return OTHER_EVENTS.get(event.step, Text(event.step))
    try:
        return procedure.named(event.step)[0].label
    except NoSuchStep:
        return Text(event.step)
