"""The parts of a case on pages: lists, exports, one part; one way for every kind."""

from typing import Any

from flask import Blueprint, Response, render_template, request, url_for

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import language, say, thawed, translate
from court_app.services.casework import cases
from court_app.services.claims.older_taxes import taxes_older_than_securities
from court_app.services.equalisation.failed_plans import receipts_of_claim, sums_of_plan
from court_app.services.estate import ledger_by_hand, realising, retrieval_entries
from court_app.services.exporting import as_csv, as_workbook
from court_app.services.fees import fee_sheets
from court_app.services.filing import creditor_filings, filing_codes, filing_desk
from court_app.services.joint_debts import debt_payments, one_debt_hints
from court_app.services.occasion import Occasion
from court_app.services.papers import served_papers
from court_app.services.payments import payment_accounts
from court_app.services.procedure import choosing, part_lists, parts
from court_app.services.procedure.column import Column, Form
from court_app.services.procedure.machines import Part
from court_app.services.procedure.part_columns import columns_of, row_of, state_of
from court_app.services.procedure.part_lists import WantedParts
from court_app.services.procedure.parts import PartKind
from court_app.web.case_page import from_outside, paper_address, working
from court_app.web.cases import WORKBOOK, event_label, filters, page_address
from court_app.web.layout import day, number, wanted_page, yuan
from models import Asset, Case, Claim, Document, LedgerEntry, Retrieval, SecuredReturn, Spending
from models.vocabulary import DisposalState, DocumentState, InstalmentState, SetOffState, SpendingState
from workflows.calculations.asset_costs import counted_fen, is_open
from workflows.text import Text, thaw

blueprint = Blueprint("parts", __name__, url_prefix="/cases/<int:case_id>")
FILTERS = ("state", "category", "q")
PICKING = ("step", "kind", "field", "serial")
"""For which step's field a creditor is picked, and of which part if it is not one that begins."""
PICKED_FOR = ("creditor_id", "chair_party_id")
"""Fields that may be filled by picking a creditor."""
ON_A_PAGE = 20


def opened(case_id: int) -> Case:
    """A case that the person takes part in."""
    case = cases.find_shared(visit.occasion(), case_id)
    visit.reads_case(case_id)
    return case


def opened_kind(part_kind: str) -> PartKind:
    """A kind of part that the person may see."""
    return parts.shown_kind(visit.occasion(), part_kind)


def wanted() -> WantedParts:
    """What the address asks for."""
    args = request.args
    return WantedParts(
        state=args.get("state", "")[:40],
        category=args.get("category", "")[:40],
        text=args.get("q", "")[:100],
        page=wanted_page(),
    )


def written(column: Column, value: Any) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return "—"
    if column.form == Form.WORKING:
        return "\n".join(thawed(value))
    if column.form == Form.YUAN:
        return yuan(value)
    if column.form == Form.DAY:
        return day(value)
    return say("✓" if value is True else "" if value is False else value)


@blueprint.get("/<part_kind>")
def index(case_id: int, part_kind: str) -> str:
    """The parts of a kind in a case: filtered, twenty a page, with totals."""
    kind, case, occasion = opened_kind(part_kind), opened(case_id), visit.occasion()
    found = part_lists.search(occasion, case, kind, wanted())
    columns = columns_of(kind, listed=True)
    return render_template(
        "parts.html",
        case=case,
        kind=kind,
        columns=columns,
        rows=[(part, row_of(kind, columns, part)) for part in found.parts],
        found=found,
        written=written,
        states=list(kind.procedure.states),
        categories=list(part_lists.categories_of(kind) or ()),
        hands_out_codes=filing_codes.may_hand_out(occasion, case),
        wanted=wanted(),
        beginnings=parts.beginnings(occasion, case, kind),
        filters=filters(*FILTERS),
        address=page_address("parts.index", *FILTERS, case_id=case_id, part_kind=part_kind),
        section=part_kind,
    )


@blueprint.get("/<part_kind>/export.<kind>")
def export(case_id: int, part_kind: str, kind: str) -> Response:
    """The filtered list, all columns, as a table for a spreadsheet."""
    chosen, case = opened_kind(part_kind), opened(case_id)
    columns = tuple(column for column in columns_of(chosen) if column.form != Form.ROWS)
    rows = [
        [cell(column, value) for column, value in row_of(chosen, columns, part)]
        for part in part_lists.everything(visit.occasion(), case, chosen, wanted())
    ]
    return as_table(part_kind, kind, [say(column.label) for column in columns], rows)


def cell(column: Column, value: Any) -> str:
    """A value in a spreadsheet: sums without thousands groups, nothing where nothing is."""
    if value is None:
        return ""
    return yuan(value).replace(",", "") if column.form == Form.YUAN else written(column, value).strip("—")


def as_table(name: str, kind: str, heading: list[str], rows: list[list[str]]) -> Response:
    """A table to be saved, as a workbook or as CSV."""
    if kind not in {"csv", "xlsx"}:
        raise NotFound(Text("没有这个页面。"))
    workbook = kind == "xlsx"
    data = as_workbook(heading, rows) if workbook else as_csv(heading, rows)
    answer = Response(data, mimetype=WORKBOOK if workbook else "text/csv")
    ending = "xlsx" if workbook else "csv"
    answer.headers["Content-Disposition"] = f"attachment; filename={name}.{ending}"
    return answer


@blueprint.get("/<part_kind>/<int:serial>")
def show(case_id: int, part_kind: str, serial: int) -> str:
    """One part: what is known of it, what may come next, its clocks, papers and history."""
    kind, case, occasion = opened_kind(part_kind), opened(case_id), visit.occasion()
    part = parts.of_case(occasion, case, kind, serial)
    options = parts.options(occasion, part)
    return render_template(
        "part.html",
        case=case,
        kind=kind,
        part=part,
        state=state_of(kind, part),
        facts=facts_of(kind, part),
        tables=tables_of(kind, part),
        written=written,
        allowed=[option for option in options if option.allowed],
        hindered=[option for option in options if not option.allowed],
        clocks=part_lists.clocks_of(occasion, kind, part),
        today=occasion.today,
        working=working,
        papers=papers_of(kind, case, part),
        paper_state=lambda paper: DocumentState(paper.state),
        paper_address=paper_address,
        events=part_lists.history_of(occasion, kind, part),
        label=event_label,
        of_the_court=not from_outside(),
        section=part_kind,
        **of_a_claim(occasion, case, part),
        **of_an_asset(occasion, case, part),
        **of_money(occasion, part),
    )


def of_a_claim(occasion: Occasion, case: Case, part: Part) -> dict[str, Any]:
    """What the page of a claim shows besides: figures, hints, its filing, what was set off or received."""
    claim = part if isinstance(part, Claim) else None
    return {
        "figures": claim.figures if claim else (),
        "hints": one_debt_hints.hints_of_claim(occasion.session, claim) if claim else (),
        "debt": debt_payments.debt_of(occasion.session, claim) if claim else None,
        "older_taxes": taxes_older_than_securities(occasion.session, case, [claim]) if claim else (),
        "correction": filing_desk.correction_asked(occasion, part),
        "filed_by_code": creditor_filings.seen(occasion, part),
        "may_see_numbers": filing_codes.may_hand_out(occasion, case),
        "may_ask_account": payment_accounts.may_pay(occasion, case),
        "set_offs": part_lists.set_offs_of(occasion, part),
        "set_off_state": lambda one: SetOffState(one.state),
        "plan_receipts": receipts_of_claim(occasion, part),
        "plan_sums": sums_of_plan(occasion, part),
    }


def of_an_asset(occasion: Occasion, case: Case, part: Part) -> dict[str, Any]:
    """What the page of an asset shows besides: what it brought, reports on it, who may keep its account."""
    asset = part if isinstance(part, Asset) else None
    return {
        "of_estate": asset,
        "may_ask": asset is not None and ledger_by_hand.may_keep(occasion, case),
        "brought": realising.proceeds_of(occasion.session, asset) if asset else None,
        "reports": part_lists.reports_of(occasion, part),
        "report_state": lambda one: DisposalState(one.state),
    }


def of_money(occasion: Occasion, part: Part) -> dict[str, Any]:
    """What the page of a fee, a spending, a retrieval or a returned payment shows of its money."""
    sheet = fee_sheets.sheet_of(occasion, part)
    return {
        "sheet": sheet,
        "lines": thawed(sheet.working) if sheet else [],
        "instalment_state": lambda one: InstalmentState(one.state),
        "bearing": part if isinstance(part, Spending) and part.costs else None,
        "cost_counted": counted_fen,
        "cost_is_open": is_open,
        "spending_state": lambda one: SpendingState(one.state),
        "entries": entries_of(part),
        "source": retrieval_entries.source_of(part),
    }


def entries_of(part: Part) -> list[tuple[LedgerEntry, str]]:
    """What a retrieval, or a payment that came back, has moved on the account, each entry with its words."""
    if not isinstance(part, Retrieval | SecuredReturn):
        return []
    found = retrieval_entries.entries_of(visit.occasion().session, part)
    return [(entry, thaw(entry.text, language(), translate)) for entry in found]


def facts_of(kind: PartKind, part: Part) -> list[tuple[Column, Any]]:
    """What is known of a part; what is empty is left out."""
    shown = row_of(kind, columns_of(kind), part)
    return [
        (column, value)
        for column, value in shown
        if value not in (None, "", False, [])
        and column.form not in {Form.STATE, Form.ROWS}
        and column.name != "serial"
    ]


def tables_of(kind: PartKind, part: Part) -> list[tuple[Column, list[dict[str, Any]]]]:
    """The tables that a part holds, such as its votes: the column and its rows; empty ones are left out."""
    shown = row_of(kind, columns_of(kind), part)
    return [(column, rows) for column, rows in shown if column.form == Form.ROWS and rows]


def papers_of(kind: PartKind, case: Case, part: Part) -> list[Document]:
    """The papers of a part; an administrator has those that were served on him."""
    papers = part_lists.papers_of(visit.occasion(), kind, part)
    if not from_outside():
        return papers
    return served_papers.among(visit.occasion(), case, papers)


@blueprint.get("/creditors")
def creditors(case_id: int) -> str:
    """The creditors of a case, to pick one for a step."""
    case, text = opened(case_id), request.args.get("q", "").strip()[:100]
    page = wanted_page()
    found = choosing.creditors(visit.occasion(), case, text, page, ON_A_PAGE)
    return render_template(
        "creditors.html",
        case=case,
        rows=[(number, name, picked(case, number)) for number, name in found.rows],
        found=found,
        text=text,
        kept=filters(*PICKING),
        address=page_address("parts.creditors", "q", *PICKING, case_id=case_id),
        section="claims",
    )


def picked(case: Case, party_id: int) -> str | None:
    """The form to which a creditor who is picked leads back."""
    args = request.args
    name, kind, field = args.get("step", ""), args.get("kind", ""), args.get("field", "")
    if not name or field not in PICKED_FOR:
        return None
    chosen: dict[str, Any] = {"case_id": case.id, "name": name, field: party_id}
    serial = args.get("serial", type=number)
    if kind in parts.PARTS and serial is not None:
        return url_for("part_steps.step", part_kind=kind, serial=serial, **chosen)
    if kind in parts.PARTS:
        return url_for("part_steps.begin", part_kind=kind, **chosen)
    return url_for("steps.show", **chosen)
