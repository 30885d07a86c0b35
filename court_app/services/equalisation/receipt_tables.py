"""Receipts under a failed plan out of a table: uploaded, looked at row by row, recorded all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import func, select, update

from court_app.errors import BadInput
from court_app.services import kept_tables
from court_app.services.casework import cases
from court_app.services.claims import claim_register
from court_app.services.equalisation.failed_plan_contents import STANDS, failed_plan_of
from court_app.services.equalisation.receipt_checks import STEP, Standing, checked
from court_app.services.equalisation.receipt_table import ReceiptRow, read_receipts
from court_app.services.many_rows import insert_rows
from court_app.services.meetings import voting_roll
from court_app.services.occasion import Occasion
from court_app.services.procedure import many_at_once, parts, steps
from models import Case, Claim, Distribution, PlanReceipt, PlanReceiptTable, Share
from models.vocabulary import ImportState, PlanReceiptState
from workflows.engine import StepRefused
from workflows.law.settings import read_settings
from workflows.procedures.failed_plan import PLAN_RECEIPT
from workflows.text import Text
from workflows.transition import Attempt

CANCEL = "cancel_plan_receipt"


def of_case(occasion: Occasion, case: Case) -> list[PlanReceiptTable]:
    """The tables of a case, newest first."""
    return kept_tables.of_case(occasion, PlanReceiptTable, case)


def find(occasion: Occasion, case: Case, serial: int) -> PlanReceiptTable:
    """A table of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    return kept_tables.find(occasion, PlanReceiptTable, case, serial)


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
    sender = kept_tables.sender_of(occasion, content)
    if not list(read_receipts(content)):
        raise BadInput({"file": [Text("表格没有内容。")]})
    table = PlanReceiptTable(
        **kept_tables.as_sent(occasion, PlanReceiptTable, case, name, content),
        case_id=case.id,
        state=ImportState.READ,
        imported=0,
        made_by_id=sender,
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
    reckon_claims(occasion, table)
    return first


def reckon_claims(occasion: Occasion, table: PlanReceiptTable) -> None:
    """Say anew what the claims of a table have received and stand at; register and votes follow."""
    session, case = occasion.session, table.case
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


def undo(occasion: Occasion, case_id: int, serial: int, reason: str) -> PlanReceiptTable:
    """Take back every receipt of a table, as long as none of them was looked at by a distribution.

    Receipts that were taken back one by one stay so.

    Raises:
        BadInput: if there is no reason, the table was not recorded, or a receipt has moved on.
        StepRefused: if the person may not take receipts back.
    """
    case, told = cases.hold_shared(occasion, case_id), reason.strip()
    if not told:
        raise BadInput({"reason": [Text("请填写理由。")]})
    table = find(occasion, case, serial)
    if table.state != ImportState.DONE:
        raise BadInput({"state": [Text("这张表现在是“{state}”，不能这样处理。", state=table.state)]})
    own = select(PlanReceipt).where(PlanReceipt.import_id == table.id).order_by(PlanReceipt.serial)
    receipts = [one for one in occasion.session.scalars(own) if one.state != PlanReceiptState.CANCELLED.value]
    attempt = must_take_back(occasion, case, receipts)
    for one in receipts:
        one.flags = {**one.flags, "cancelled_fen": one.received_fen}
        one.received_fen, one.state = 0, PlanReceiptState.CANCELLED.value
    occasion.session.flush()
    reckon_claims(occasion, table)
    span = f"{receipts[0].serial}-{receipts[-1].serial}" if receipts else "—"
    note(occasion, table, attempt, span, len(receipts), step=CANCEL, reason=told)
    table.state = ImportState.UNDONE
    occasion.session.flush()
    return table


def must_take_back(occasion: Occasion, case: Case, receipts: Sequence[PlanReceipt]) -> Attempt:
    """Stop where one of these receipts may not be taken back; returns how the person stands.

    Raises:
        BadInput: naming the first receipt that has moved on, or whose claim has a share.
        StepRefused: if the person may not take receipts back.
    """
    blank = PlanReceipt(case=case, state=PlanReceiptState.RECORDED.value, flags={}, serial=0, version=1)
    row, attempt = PLAN_RECEIPT.named(CANCEL)[0], steps.attempt_of(occasion, blank)
    if obstacles := PLAN_RECEIPT.obstacles(replace(row, guards=()), blank, attempt):
        raise StepRefused(CANCEL, obstacles)
    shared = set(
        occasion.session.scalars(
            select(Share.claim_id)
            .join(Distribution, Distribution.id == Share.distribution_id)
            .where(Distribution.case_id == case.id, Share.claim_id.is_not(None))
        )
    )
    for one in receipts:
        if one.state != PlanReceiptState.RECORDED.value:
            wrong = Text("第{serial}笔受偿已经进入下一步，不能整批撤回；请逐笔处理。", serial=one.serial)
            raise BadInput({"state": [wrong]})
        if one.claim_id in shared:
            wrong = Text("第{serial}笔受偿的债权已经参加过分配，不能整批撤回。", serial=one.serial)
            raise BadInput({"state": [wrong]})
    return attempt


def note(
    occasion: Occasion,
    table: PlanReceiptTable,
    attempt: Attempt,
    serials: str,
    rows: int,
    *,
    step: str = STEP,
    reason: str = "",
) -> None:
    """One entry in the docket for all receipts of a table, with its hash, and why they were taken back."""
    payload = {"rows": rows, "serials": serials, "import": table.serial, "sha256": table.sha256}
    told = {"reason": reason} if reason else {}
    row = PLAN_RECEIPT.named(step)[0]
    many_at_once.note(occasion, table.case, PLAN_RECEIPT, row, attempt, {**payload, **told})
