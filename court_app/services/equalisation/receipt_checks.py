"""The rows of a table of receipts, each held against the register, the plan and the rows before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from court_app.services.equalisation.failed_plan_contents import STANDS, failed_plan_of
from court_app.services.equalisation.receipt_table import (
    CREDITOR,
    ORIGINAL,
    RECEIVED,
    RECEIVED_ON,
    SERIAL,
    ReceiptRow,
    read_receipts,
)
from court_app.services.occasion import Occasion
from models import Case, Claim, Distribution, FailedPlan, Party, PlanReceipt, PlanReceiptTable, Share
from models.vocabulary import ImportState
from workflows.calculations.money import yuan
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
    """The rows of a table as they stand against the case now, and the claims by their numbers."""

    rows: Sequence[ReceiptRow]
    claims: Mapping[int, "Standing"] = field(default_factory=dict)

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
        own = select(*names).join(Party, Party.id == Claim.party_id).options(lazyload("*"))
        self.claims = {
            serial: Standing(one.id, one.state, name, one.original_fen, one.plan_received_fen or 0)
            for serial, one, name in session.execute(own.where(Claim.case_id == case.id))
        }
        shares = select(Share.claim_id).join(Distribution, Distribution.id == Share.distribution_id)
        self.shared = set(session.scalars(shares.where(Distribution.case_id == case.id).distinct()))
        self.plan = failed_plan_of(session, case)
        kept = select(PlanReceipt.claim_id, PlanReceipt.received_on, PlanReceipt.received_fen)
        recorded = session.execute(kept.where(PlanReceipt.case_id == case.id, STANDS))
        self.receipts = {tuple(row) for row in recorded}

    def claim(self, serial: int) -> Standing | None:
        """The claim of that number."""
        return self.claims.get(serial)

    def failed_plan(self) -> FailedPlan | None:
        """The failed plan that is in force."""
        return self.plan

    def has_shares(self, claim: int) -> bool:
        """Whether a claim took part in a distribution."""
        return claim in self.shared


def looked_at(occasion: Occasion, table: PlanReceiptTable) -> Checked:
    """The rows as a page shows them: held against the case as long as they wait, as they are afterwards."""
    if table.state == ImportState.READ:
        return checked(occasion, table)
    return Checked(list(read_receipts(occasion.mill.store.get(table.sha256))))


def checked(occasion: Occasion, table: PlanReceiptTable) -> Checked:
    """Every row held against the register, the plan and the rows before it."""
    case = table.case
    known = Known(occasion, case)
    rules = PLAN_RECEIPT.named(STEP)[0].checks
    settings = {**read_settings(case.court.settings), "contents": known}
    rows = list(read_receipts(occasion.mill.store.get(table.sha256)))
    for row in rows:
        check_row(row, known, rules, Attempt(on=occasion.today, standing={}, settings=settings))
    return Checked(rows, known.claims)


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
    check_against_register(row, claim)
    key = (claim.id, row.received_on, row.received_fen)
    if key in known.receipts:
        twice = Text("同一债权同日同额的受偿已经登记，或者在前面的行中；确有两笔的，请逐笔登记。")
        row.wrong.append((RECEIVED, twice))
    if not row.wrong:
        known.receipts.add(key)
        claim.plan_received_fen += row.received_fen


def check_against_register(row: ReceiptRow, claim: Standing) -> None:
    """Name and original sum are there so that a wrong number is seen; they must be those of the register."""
    if row.creditor and row.creditor != claim.creditor:
        other = Text("债权表第{serial}号的债权人是{name}。", serial=row.serial, name=claim.creditor)
        row.wrong.append((CREDITOR, other))
    if row.original_fen is not None and row.original_fen != claim.original_fen:
        fen = yuan(claim.original_fen)
        row.wrong.append(
            (ORIGINAL, Text("债权表第{serial}号的债权额是{fen}元。", serial=row.serial, fen=fen))
        )
