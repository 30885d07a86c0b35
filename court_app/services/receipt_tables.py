"""Receipts under a failed plan out of a table: uploaded, held against the case row by row, recorded at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import func, select, update

from court_app.errors import BadInput, NotFound
from court_app.services import cases, claim_register, history, parts, steps, voting_roll
from court_app.services.failed_plan_contents import STANDS, failed_plan_of
from court_app.services.many_rows import insert_rows
from court_app.services.occasion import Occasion
from court_app.services.receipt_table import (
    CREDITOR,
    ORIGINAL,
    RECEIVED,
    RECEIVED_ON,
    SERIAL,
    ReceiptRow,
    read_receipts,
)
from models import Case, Claim, Distribution, FailedPlan, Party, PlanReceipt, PlanReceiptTable, Share
from models.vocabulary import ImportState, PlanReceiptState
from workflows.calculations.money import yuan
from workflows.engine import StepRefused
from workflows.law.settings import read_settings
from workflows.procedures.failed_plan import PLAN_RECEIPT
from workflows.text import Text
from workflows.transition import Attempt

STEP = "record_plan_receipt"
COLUMN_OF = {
    "claim_not_confirmed": SERIAL,
    "claim_took_part": SERIAL,
    "not_in_performance": RECEIVED_ON,
    "more_than_the_claim": RECEIVED,
}
"""In which column a rule that stands in the way is told."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows of a table as they stand against the case now."""

    rows: Sequence[ReceiptRow]

    @property
    def right(self) -> list[ReceiptRow]:
        """Rows that may be recorded."""
        return [row for row in self.rows if not row.wrong]

    @property
    def wrong(self) -> list[ReceiptRow]:
        """Rows that may not, each with why."""
        return [row for row in self.rows if row.wrong]

    @property
    def right_fen(self) -> int:
        """What the rows that may be recorded add up to, in fen."""
        return sum(row.received_fen or 0 for row in self.right)


@dataclass(slots=True)
class Standing:
    """A claim as the rules look at it, while the rows before are counted in; sums in fen."""

    id: int
    state: str
    creditor: str
    original_fen: int
    plan_received_fen: int

    @property
    def amount_fen(self) -> int:
        """What is left of it."""
        return self.original_fen - self.plan_received_fen


class Known:
    """What rules ask of a case, looked up once for all rows (`workflows.contents`)."""

    def __init__(self, occasion: Occasion, case: Case) -> None:
        session = occasion.session
        names = (Claim.serial, Claim, Party.name)
        own = select(*names).join(Party, Party.id == Claim.party_id).where(Claim.case_id == case.id)
        self.claims = {
            serial: Standing(one.id, one.state, name, one.original_fen, one.plan_received_fen or 0)
            for serial, one, name in session.execute(own)
        }
        shares = select(Share.claim_id).join(Distribution, Distribution.id == Share.distribution_id)
        self.shared = set(session.scalars(shares.where(Distribution.case_id == case.id).distinct()))
        self.plan = failed_plan_of(session, case)
        kept = select(PlanReceipt.claim_id, PlanReceipt.received_on, PlanReceipt.received_fen)
        self.receipts = {
            tuple(row) for row in session.execute(kept.where(PlanReceipt.case_id == case.id, STANDS))
        }

    def claim(self, serial: int) -> Standing | None:
        """The claim of that number."""
        return self.claims.get(serial)

    def failed_plan(self) -> FailedPlan | None:
        """The failed plan that is in force."""
        return self.plan

    def has_shares(self, claim: int) -> bool:
        """Whether a claim took part in a distribution."""
        return claim in self.shared


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


def checked(occasion: Occasion, table: PlanReceiptTable) -> Checked:
    """Every row held against the register, the plan and the rows before it."""
    case = table.case
    known = Known(occasion, case)
    rules = PLAN_RECEIPT.named(STEP)[0].checks
    settings = {**read_settings(case.court.settings), "contents": known}
    rows = list(read_receipts(occasion.mill.store.get(table.sha256)))
    for row in rows:
        check_row(row, known, rules, Attempt(on=occasion.today, standing={}, settings=settings))
    return Checked(rows)


def check_row(row: ReceiptRow, known: Known, rules: Sequence[Any], plain: Attempt) -> None:
    """Note what is wrong with a row; a row that is right counts for the rows after it."""
    if not row.is_whole or row.serial is None or row.received_fen is None or row.received_on is None:
        return
    told = {"claim_serial": row.serial, "received_fen": row.received_fen, "received_on": row.received_on}
    attempt = replace(plain, data=told)
    for rule in rules:
        obstacle = rule(SimpleNamespace(claim=None), attempt)
        if obstacle is not None:
            row.wrong.append((COLUMN_OF.get(obstacle.code, SERIAL), obstacle.text))
    claim = known.claim(row.serial)
    if claim is None:
        return
    if row.creditor and row.creditor != claim.creditor:
        row.wrong.append(
            (CREDITOR, Text("债权表第{serial}号的债权人是{name}。", serial=row.serial, name=claim.creditor))
        )
    if row.original_fen is not None and row.original_fen != claim.original_fen:
        told_sum = yuan(claim.original_fen)
        row.wrong.append(
            (ORIGINAL, Text("债权表第{serial}号的债权额是{fen}元。", serial=row.serial, fen=told_sum))
        )
    key = (claim.id, row.received_on, row.received_fen)
    if key in known.receipts:
        row.wrong.append(
            (RECEIVED, Text("同一债权同日同额的受偿已经登记，或者在前面的行中；确有两笔的，请逐笔登记。"))
        )
    if not row.wrong:
        known.receipts.add(key)
        claim.plan_received_fen += row.received_fen


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
    rows = checked(occasion, table).right
    if not rows:
        raise BadInput({"file": [Text("没有可以导入的行。")]})
    first = write(occasion, table, rows)
    note(occasion, table, attempt, f"{first}-{first + len(rows) - 1}", len(rows))
    table.state, table.imported, table.finished_at = ImportState.DONE, len(rows), occasion.now
    occasion.session.flush()
    return table


def write(occasion: Occasion, table: PlanReceiptTable, rows: Sequence[ReceiptRow]) -> int:
    """Write receipts, what the claims stand at, and the register; returns the first receipt's number."""
    session, case = occasion.session, table.case
    first = parts.next_serial(occasion, case, PlanReceipt)
    plan = failed_plan_of(session, case)
    claims = {
        claim.serial: claim
        for claim in session.scalars(select(Claim).where(Claim.case_id == case.id))
        if claim.serial in {row.serial for row in rows}
    }
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
