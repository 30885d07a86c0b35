"""Receipts under a failed plan out of a table: uploaded, looked at row by row, recorded all at once."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select, update

from court_app.errors import BadInput, NotFound
from court_app.services import cases, claim_register, history, parts, steps, voting_roll
from court_app.services.failed_plan_contents import STANDS, failed_plan_of
from court_app.services.many_rows import insert_rows
from court_app.services.occasion import Occasion
from court_app.services.receipt_checks import STEP, Standing, checked
from court_app.services.receipt_table import ReceiptRow, read_receipts
from models import Case, Claim, PlanReceipt, PlanReceiptTable
from models.vocabulary import ImportState, PlanReceiptState
from workflows.engine import StepRefused
from workflows.law.settings import read_settings
from workflows.procedures.failed_plan import PLAN_RECEIPT
from workflows.text import Text
from workflows.transition import Attempt


def of_case(occasion: Occasion, case: Case) -> list[PlanReceiptTable]:
    """The tables of a case, newest first."""
    own = select(PlanReceiptTable).where(PlanReceiptTable.case_id == case.id)
    return list(occasion.session.scalars(own.order_by(PlanReceiptTable.serial.desc())))


def find(occasion: Occasion, case: Case, serial: int) -> PlanReceiptTable:
    """A table of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    found = occasion.session.scalar(
        select(PlanReceiptTable).where(PlanReceiptTable.case_id == case.id, PlanReceiptTable.serial == serial)
    )
    if found is None:
        raise NotFound(Text("本案没有第{serial}号导入表。", serial=serial))
    return found


def must_record(occasion: Occasion, case: Case) -> Attempt:
    """Stop whoever may not record a receipt in the case now; returns how he stands.

    Raises:
        StepRefused: with every obstacle.
    """
    blank = PlanReceipt(case=case, state="", flags={}, serial=0, version=1)
    attempt = steps.attempt_of(occasion, blank)
    if obstacles := PLAN_RECEIPT.obstacles(PLAN_RECEIPT.named(STEP)[0], blank, attempt):
        raise StepRefused(STEP, obstacles)
    return attempt


def upload(occasion: Occasion, case_id: int, name: str, content: bytes) -> PlanReceiptTable:
    """Keep a table that can be read; nothing is recorded yet.

    Raises:
        StepRefused: if receipts may not be recorded now, or not by this person.
        BadInput: if it cannot be read, or there is nothing in it.
    """
    case = cases.hold_shared(occasion, case_id)
    must_record(occasion, case)
    if not content or occasion.user is None:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    if not list(read_receipts(content)):
        raise BadInput({"file": [Text("表格没有内容。")]})
    last = occasion.session.scalar(
        select(func.max(PlanReceiptTable.serial)).where(PlanReceiptTable.case_id == case.id)
    )
    table = PlanReceiptTable(
        case_id=case.id,
        serial=(last or 0) + 1,
        name=name[:200] or "table",
        sha256=occasion.mill.store.put(content),
        state=ImportState.READ,
        imported=0,
        made_by_id=occasion.user.id,
        made_at=occasion.now,
    )
    occasion.session.add(table)
    occasion.session.flush()
    return table


def run(occasion: Occasion, case_id: int, serial: int) -> PlanReceiptTable:
    """Record the rows that are right, all at once; wrong ones are left out.

    Raises:
        BadInput: if the table was recorded before, or no row can be.
        StepRefused: if receipts may not be recorded now, or not by this person.
    """
    case = cases.hold_shared(occasion, case_id)
    attempt = must_record(occasion, case)
    table = find(occasion, case, serial)
    if table.state != ImportState.READ:
        raise BadInput({"state": [Text("这张表现在是“{state}”，不能这样处理。", state=table.state)]})
    looked_at = checked(occasion, table)
    rows = looked_at.right
    if not rows:
        raise BadInput({"file": [Text("没有可以导入的行。")]})
    first = write(occasion, table, rows, looked_at.claims)
    note(occasion, table, attempt, f"{first}-{first + len(rows) - 1}", len(rows))
    table.state, table.imported, table.finished_at = ImportState.DONE, len(rows), occasion.now
    occasion.session.flush()
    return table


def write(
    occasion: Occasion,
    table: PlanReceiptTable,
    rows: Sequence[ReceiptRow],
    claims: Mapping[int, Standing],
) -> int:
    """Write receipts, what the claims stand at, and the register; returns the first receipt's number."""
    session, case = occasion.session, table.case
    first = parts.next_serial(occasion, case, PlanReceipt)
    plan = failed_plan_of(session, case)
    insert_rows(
        session,
        PlanReceipt,
        [
            {
                "serial": first + place,
                "claim_id": claims[row.serial or 0].id,
                "original_fen": claims[row.serial or 0].original_fen,
                "received_fen": row.received_fen,
                "received_on": row.received_on,
                "evidence": row.evidence,
            }
            for place, row in enumerate(rows)
        ],
        {
            "case_id": case.id,
            "failed_plan_id": plan.id if plan else None,
            "import_id": table.id,
            "returned_fen": 0,
            "state": PlanReceiptState.RECORDED.value,
            "version": 1,
        },
    )
    own = select(PlanReceipt.claim_id).where(PlanReceipt.import_id == table.id)
    kept = (
        select(func.coalesce(func.sum(PlanReceipt.received_fen - PlanReceipt.returned_fen), 0))
        .where(PlanReceipt.claim_id == Claim.id, STANDS)
        .scalar_subquery()
    )
    session.execute(
        update(Claim)
        .where(Claim.id.in_(own))
        .values(plan_received_fen=kept, version=Claim.version + 1)
        .execution_options(synchronize_session=False)
    )
    session.expire_all()
    claim_register.enter_all(occasion, Claim.id.in_(own), claim_register.on_day(occasion.today))
    voting_roll.follow(occasion, case, read_settings(case.court.settings))
    return first


def note(occasion: Occasion, table: PlanReceiptTable, attempt: Attempt, serials: str, rows: int) -> None:
    """One entry in the docket for all receipts of a table, with its hash."""
    row = PLAN_RECEIPT.named(STEP)[0]
    history.append(
        occasion.session,
        table.case,
        machine=PLAN_RECEIPT.name,
        subject_id=None,
        step=STEP,
        source="",
        target=PlanReceiptState.RECORDED.value,
        actor=steps.actor_of(occasion, row, attempt),
        now=occasion.now,
        on=occasion.today,
        payload={"rows": rows, "serials": serials, "import": table.serial, "sha256": table.sha256},
        basis="; ".join(str(citation) for citation in row.basis),
    )
