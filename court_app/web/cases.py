"""The list of cases and the page of one case."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from court_app import visit
from court_app.languages import language, say, translate
from court_app.services import cases, deliveries, documents, finding, history, steps
from court_app.services.exporting import as_csv, as_workbook
from court_app.services.finding import Wanted
from models import Case, CaseEvent, Deadline
from models.vocabulary import CaseType, DeadlineStatus, DocumentState, ProcedureType, Term
from workflows.effects import effects_of
from workflows.engine import NoSuchStep
from workflows.law.petition_papers import PAPER_BY_CODE
from workflows.text import Text, thaw

blueprint = Blueprint("cases", __name__, url_prefix="/cases")
EVENTS_ON_A_PAGE = 50
FILTERS = ("q", "type", "state", "procedure", "year", "open", "mine")
"""What a list of cases can be narrowed by."""
STATES: tuple[Term, ...] = tuple(state for p in steps.PROCEDURES.values() for state in p.states)
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADING = (Text("案号"), Text("案件名称"), Text("阶段"), Text("程序"), Text("收案日期"))
OTHER_EVENTS = {
    "add_party": Text("增加当事人"),
    "change_party": Text("修改当事人信息"),
    "end_party": Text("结束当事人地位"),
    "assign_team": Text("确定审判组织"),
    "recuse": Text("回避"),
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
        year=args.get("year", None, int),
        open_only="open" in args,
        mine="mine" in args,
        page=max(args.get("page", 1, int), 1),
    )


def filters(*names: str) -> dict[str, str]:
    """What of the address narrows a list; anything else in it is not passed on."""
    return {name: request.args[name] for name in names if name in request.args}


def page_address(endpoint: str, *names: str, **values: Any) -> Callable[[int], str]:
    """The address of another page of the same list, with its filters."""
    kept = filters(*names)
    return lambda page: url_for(endpoint, **{**kept, **values, "page": page})


def state_of(case: Case) -> Any:
    """The state of a case as a word."""
    return steps.procedure_of(case).states(case.state)


@blueprint.get("/<int:case_id>")
def show(case_id: int) -> str:
    """One case: what may come next, its clocks, its papers, its people."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    options = cases.options(occasion, case)
    return render_template(
        "case.html",
        case=case,
        state=state_of(case),
        state_of=state_of,
        allowed=[option for option in options if option.allowed],
        hindered=[option for option in options if not option.allowed],
        clocks=sorted(case.deadlines, key=clock_order),
        today=occasion.today,
        documents=documents.of_case(occasion, case, size=8),
        deliveries=deliveries.of_case(occasion, case, size=8),
        effects=effects_of("E-ACCEPT", by_creditor=cases.by_creditor(case))
        if case.case_type == CaseType.BK_CASE
        else (),
        seen=case.flags.get("effects", {}),
        working=working,
        paper_state=lambda paper: DocumentState(paper.state),
        paper_label=lambda code: PAPER_BY_CODE[code].label,
        section="overview",
    )


def clock_order(clock: Deadline) -> tuple[bool, Any]:
    """Running clocks first, by their last day."""
    return clock.status not in {DeadlineStatus.RUNNING, DeadlineStatus.PAUSED}, clock.due_on


def working(clock: Deadline) -> list[str]:
    """The arithmetic of a clock, line by line, in the language of the request."""
    return [thaw(line, language(), translate) for line in clock.working]


@blueprint.get("/<int:case_id>/history")
def docket(case_id: int) -> str:
    """The docket of a case, page by page, with its hashes."""
    occasion = visit.occasion()
    case = cases.find(occasion, case_id)
    visit.reads_case(case_id)
    page = max(request.args.get("page", 1, int), 1)
    last = history.last_event(occasion.session, case_id)
    total = last.position if last else 0
    events = history.docket(
        occasion.session, case_id, after=(page - 1) * EVENTS_ON_A_PAGE, limit=EVENTS_ON_A_PAGE
    )
    return render_template(
        "docket.html",
        case=case,
        events=events,
        label=event_label,
        page=page,
        pages=max(1, -(-total // EVENTS_ON_A_PAGE)),
        address=page_address("cases.docket", case_id=case_id),
        section="history",
    )


def event_label(event: CaseEvent) -> Text:
    """What an entry of the docket is called."""
    procedure = steps.MACHINES.get(event.machine)
    if procedure is None:
        return OTHER_EVENTS.get(event.step, Text(event.step))
    try:
        return procedure.named(event.step)[0].label
    except NoSuchStep:
        return Text(event.step)
