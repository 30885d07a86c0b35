"""Claims out of a table: uploaded, read and shown row by row, imported as a job, withdrawn as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, select

from court_app.errors import BadInput, Forbidden
from court_app.services import jobs, kept_tables
from court_app.services.casework import cases
from court_app.services.claims.claim_table import CLAIMS
from court_app.services.claims.employee_table import EMPLOYEES, held_to_usage
from court_app.services.many_rows import insert_columns
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.sheets import Days, Row, Sheet, read_sheet
from documents.uncollected import uncollected
from models import Case, Claim, ClaimImport, ClaimImportRow, Party, User
from models.vocabulary import ClaimClass, ClaimState, ImportKind, ImportState
from workflows.engine import StepRefused
from workflows.law.settings import read_settings
from workflows.payloads.claims import ListPublicised
from workflows.payloads.days import check_days
from workflows.procedures.claim import CLAIM
from workflows.text import Text, freeze

READ_JOB, RUN_JOB = "claims_read", "claims_run"
AT_ONCE_BYTES, AT_ONCE_ROWS = 200_000, 1_000
"""Up to here a file is read, and its rows imported, while the person waits; more is a job."""
WITHDRAW_STEP = "withdraw_claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How a kind of table comes in: what is read, by which step, and where its claims then stand."""

    sheet: Sheet
    step: str
    state: ClaimState


WAYS = {
    ImportKind.CLAIMS: Way(sheet=CLAIMS, step="file_claim", state=ClaimState.FILED),
    ImportKind.EMPLOYEES: Way(sheet=EMPLOYEES, step="list_employee_claim", state=ClaimState.LISTED),
}


def of_case(occasion: Occasion, case: Case) -> list[ClaimImport]:
    """The tables of a case, newest first."""
    return kept_tables.of_case(occasion, ClaimImport, case)


def find(occasion: Occasion, case: Case, serial: int) -> ClaimImport:
    """A table of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    return kept_tables.find(occasion, ClaimImport, case, serial)


def rows_of(
    occasion: Occasion, table: ClaimImport, which: str = "", *, page: int = 1, size: int = 50
) -> tuple[list[ClaimImportRow], int]:
    """The rows of a table, all or `wrong` or `duplicate` ones, a page at a time; and how many there are."""
    own = [ClaimImportRow.import_id == table.id, *WHICH.get(which, ())]
    chosen = select(ClaimImportRow).where(*own).order_by(ClaimImportRow.number)
    total = occasion.session.scalar(select(func.count(ClaimImportRow.id)).where(*own)) or 0
    return list(occasion.session.scalars(chosen.limit(size).offset((max(page, 1) - 1) * size))), total


IS_NEW = ClaimImportRow.same_as_claim.is_(None) & ClaimImportRow.same_as_row.is_(None)
WHICH: Mapping[str, tuple[ColumnElement[bool], ...]] = {
    "wrong": (ClaimImportRow.faulty.is_(True),),
    "duplicate": (~IS_NEW,),
}


def must_file(occasion: Occasion, case: Case, kind: ImportKind) -> None:
    """Stop whoever may not file a claim, or list an employee's, in the case now.

    Raises:
        StepRefused: with every obstacle.
    """
    blank = Claim(case=case, state="", flags={}, serial=0, version=1)
    row = CLAIM.named(WAYS[kind].step)[0]
    attempt = steps.attempt_of(occasion, blank)
    if obstacles := CLAIM.obstacles(row, blank, attempt):
        raise StepRefused(row.name, obstacles)


def publicised(occasion: Occasion, kind: ImportKind, typed: str | None) -> date | None:
    """The day on which a list of employees was publicised; other tables have none.

    Raises:
        ValidationError: if it is missing or no day that has come.
    """
    if kind is not ImportKind.EMPLOYEES:
        return None
    told = ListPublicised().load({"publicised_on": typed} if typed else {})
    check_days(ListPublicised(), told, on=occasion.today, today=occasion.today)
    found: date = told["publicised_on"]
    return found


def upload(
    occasion: Occasion,
    case_id: int,
    name: str,
    content: bytes,
    *,
    kind: ImportKind = ImportKind.CLAIMS,
    publicised_on: str | None = None,
) -> ClaimImport:
    """Keep a table and read it, at once if it is small, else as a job.

    Raises:
        StepRefused: if claims may not be filed now, or not by this person.
        BadInput: if there is nothing in it.
        ValidationError: if a list of employees does not say when it was publicised.
    """
    case = cases.hold_shared(occasion, case_id)
    must_file(occasion, case, kind)
    sender = kept_tables.sender_of(occasion, content)
    table = ClaimImport(
        **kept_tables.as_sent(occasion, ClaimImport, case, name, content),
        case=case,
        kind=kind,
        publicised_on=publicised(occasion, kind, publicised_on),
        state=ImportState.UPLOADED,
        fault={},
        rows=0,
        wrong=0,
        duplicates=0,
        imported=0,
        made_by_id=sender,
    )
    occasion.session.add(table)
    occasion.session.flush()
    if len(content) <= AT_ONCE_BYTES:
        record_rows(occasion, read(occasion, {"import": table.id}))
    else:
        jobs.promise(
            occasion.session, READ_JOB, f"claims_read:{table.id}", occasion.now, {"import": table.id}
        )
    return table


@uncollected()
def read(occasion: Occasion, payload: dict[str, Any]) -> dict[str, Any]:
    """Read the rows of a table before the transaction that writes them; returns the payload with them."""
    table = occasion.session.get_one(ClaimImport, payload["import"])
    case = table.case
    days = Days(case.accepted_on or case.received_on, occasion.today)
    try:
        rows = list(read_sheet(occasion.mill.store.get(table.sha256), days, WAYS[table.kind].sheet))
    except BadInput as error:
        return {**payload, "fault": freeze(error.fields["file"][0])}
    if table.kind is ImportKind.EMPLOYEES:
        settings = read_settings(case.court.settings)
        rows = [held_to_usage(row, settings) for row in rows]
    if not rows:
        return {**payload, "fault": freeze(Text("表格没有内容。"))}
    return {**payload, "rows": rows, "known": duplicates_of(occasion, case, rows)}


Key = tuple[str, str, int, str]
Same = tuple[int | None, int | None]
"""The number of the claim, or of the earlier row, that says the same."""
NOBODY: Same = (None, None)
ORDINARY, EMPLOYEE = ClaimClass.ORD.value, ClaimClass.EMP.value


def key_of(content: Mapping[str, Any]) -> Key:
    """What makes two claims the same: creditor, class, sum, cause; an employee is listed once."""
    creditor, claim_class = content.get("creditor", ""), content.get("claim_class", ORDINARY)
    if claim_class == EMPLOYEE:
        return creditor, EMPLOYEE, 0, content.get("id_number", "")
    return creditor, claim_class, content.get("filed_fen") or 0, content.get("basis", "")


def duplicates_of(occasion: Occasion, case: Case, rows: Sequence[Row]) -> dict[int, Same]:
    """Which rows say the same as a claim of the case, or as an earlier row."""
    filed = occasion.session.execute(
        select(Party.name, Claim.claim_class, Claim.filed_fen, Claim.basis, Party.id_number, Claim.serial)
        .join(Party, Party.id == Claim.party_id)
        .where(Claim.case_id == case.id, Claim.state != "WITHDRAWN")
    )
    known: dict[Key, Same] = {
        (name, kind.value, 0, number) if kind is ClaimClass.EMP else (name, kind.value, fen, basis): (
            serial,
            None,
        )
        for name, kind, fen, basis, number, serial in filed
    }
    found: dict[int, Same] = {}
    for row in rows:
        if row.wrong:
            continue
        key = key_of(row.content)
        if key in known:
            found[row.number] = known[key]
        else:
            known[key] = (None, row.number)
    return found


@uncollected()
def record_rows(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Write down what was read; a table that was read meanwhile stays as it is."""
    table = locked(occasion, payload["import"])
    if table.state != ImportState.UPLOADED:
        return
    if "fault" in payload:
        table.state, table.fault = ImportState.UNREADABLE, payload["fault"]
        return
    rows: list[Row] = payload["rows"]
    known: dict[int, Same] = payload["known"]
    insert_columns(
        occasion.session,
        ClaimImportRow,
        row_columns(rows, [known.get(row.number, NOBODY) for row in rows]),
        {"import_id": table.id},
    )
    table.rows, table.duplicates = len(rows), len(known)
    table.wrong = sum(1 for row in rows if row.wrong)
    table.state = ImportState.READ


def row_columns(rows: Sequence[Row], same: Sequence[Same]) -> dict[str, Sequence[Any]]:
    """Rows as they are kept, with what is wrong with them and what says the same."""
    return {
        "number": [row.number for row in rows],
        "creditor": [row.content.get("creditor", "") for row in rows],
        "content": [row.content for row in rows],
        "faults": [[{"column": name, "why": freeze(why)} for name, why in row.wrong] for row in rows],
        "faulty": [bool(row.wrong) for row in rows],
        "same_as_claim": [claim for claim, _ in same],
        "same_as_row": [earlier for _, earlier in same],
    }


def locked(occasion: Occasion, import_id: int) -> ClaimImport:
    """A table that nobody else changes until the transaction ends."""
    chosen = select(ClaimImport.id).where(ClaimImport.id == import_id)
    occasion.session.execute(chosen.with_for_update())
    return occasion.session.get_one(ClaimImport, import_id)


def own_table(occasion: Occasion, case_id: int, serial: int, state: ImportState) -> ClaimImport:
    """A table on which the person may act, standing where the act starts.

    Raises:
        BadInput: if it stands elsewhere.
    """
    case = cases.hold_shared(occasion, case_id)
    table = locked(occasion, find(occasion, case, serial).id)
    must_file(occasion, case, table.kind)
    if table.state != state:
        raise BadInput({"state": [Text("这张表现在是“{state}”，不能这样处理。", state=table.state)]})
    return table


def by_its_maker(occasion: Occasion, user_id: int) -> Occasion:
    """The moment of the person who asked for a job.

    Raises:
        Forbidden: if he has left meanwhile.
    """
    user = occasion.session.get(User, user_id)
    if user is None or not user.active:
        raise Forbidden(Text("提出导入的用户已经停用。"))
    return replace(occasion, user=user)
