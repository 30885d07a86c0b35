"""送达证明表: who was told, how, when, under which address; who was not, and why; and whether in time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from court_app.errors import NotFound
from court_app.services import jobs
from court_app.services.casework import cases, publications
from court_app.services.casework.publications import clock_for, row_taken
from court_app.services.occasion import Occasion
from court_app.services.papers import notices
from court_app.services.papers.notices_sending import rows_of
from documents.proof_sheet import ProofLine, ProofSheet, render_proof_sheet
from models import CaseEvent, Deadline, Delivery, Notice, NoticeBatch
from models.vocabulary import DeliveryMethod, DeliveryState, DutyState, Term
from workflows.law.citations import cite, together
from workflows.text import Text

JOB = "draw_proof_sheet"
AT_ONCE = 40
"""So many lines are drawn while the clerk waits; more are a job."""
DONE = frozenset({DeliveryState.SERVED.value, DeliveryState.CANCELLED.value})
Cell = str | Text | Term
"""What is still to be said in a language, or stands as it is."""
HEADING = (
    Text("序号"),
    Text("受送达人"),
    Text("送达方式"),
    Text("送达地址"),
    Text("发出日期"),
    Text("送达日期"),
    Text("状态"),
    Text("说明"),
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Whether all were told in time: the clock, the day on which the last was told, how the duty stands."""

    clock: Deadline | None
    last_on: date | None
    state: DutyState
    counts: dict[DeliveryState, int]
    methods: dict[DeliveryMethod, int]
    late: int


def telling(occasion: Occasion, batch: NoticeBatch) -> Telling:
    """How the duty to tell the addressees of a batch stands today.

    Told counts by the day on which the notice reached the addressee, which is what the court can prove.
    """
    clock = clock_of(occasion, batch)
    due_on = clock.due_on if clock else None
    ledger = select(Delivery.state, Delivery.method, Delivery.served_on, func.count(Delivery.id)).join(
        Notice, Notice.delivery_id == Delivery.id
    )
    grouped = ledger.where(Notice.batch_id == batch.id).group_by(
        Delivery.state, Delivery.method, Delivery.served_on
    )
    counts, methods = Counter[DeliveryState](), Counter[DeliveryMethod]()
    reached: dict[date, int] = {}
    for state, method, served_on, number in occasion.session.execute(grouped):
        counts[DeliveryState(state)] += number
        if method is not None:
            methods[method] += number
        if served_on is not None:
            reached[served_on] = reached.get(served_on, 0) + number
    complete, last_on = all(state.value in DONE for state in counts), max(reached, default=None)
    return Telling(
        clock=clock,
        last_on=last_on,
        state=publications.standing(last_on, due_on, occasion.today, complete=complete),
        counts=dict(counts),
        methods=dict(methods),
        late=sum(number for day, number in reached.items() if due_on is not None and day > due_on),
    )


def clock_of(occasion: Occasion, batch: NoticeBatch) -> Deadline | None:
    """The clock within which the addressees must be told (EBL 14: 25 days; EBL 107: 10 days), if any."""
    event = occasion.session.get(CaseEvent, batch.document.event_id) if batch.document.event_id else None
    return clock_for(batch.document.case, row_taken(event)) if event else None


def why_not(row: Notice, clock: Deadline | None) -> Text | None:
    """Why an addressee has not been told, or not in time."""
    delivery = row.delivery
    if row.sha256 is None:
        return not_made(row)
    if delivery.state == DeliveryState.FAILED:
        return Text("退回，须改用其他方式送达")
    if delivery.state in {DeliveryState.PREPARED, DeliveryState.SENT, DeliveryState.ANNOUNCED}:
        return WAITING[DeliveryState(delivery.state)]
    if clock is not None and delivery.served_on is not None and delivery.served_on > clock.due_on:
        return Text("晚于期限{days}日", days=(delivery.served_on - clock.due_on).days)
    return None


def not_made(row: Notice) -> Text:
    """Why a copy is not there."""
    if row.uncovered:
        named = "、".join(f"{letter}（U+{ord(letter):04X}）" for letter in row.uncovered.split())
        return Text("名称中的字没有字体，通知未能制成：{letters}", letters=named)
    return Text("通知正在制作")


WAITING = {
    DeliveryState.PREPARED: Text("尚未发出"),
    DeliveryState.SENT: Text("已发出，尚无送达结果"),
    DeliveryState.ANNOUNCED: Text("公告送达期间未满"),
}


def table(occasion: Occasion, batch: NoticeBatch) -> list[list[Cell]]:
    """The proof sheet as rows of cells, its words still to be said in a language."""
    clock = clock_of(occasion, batch)
    return [cells(row, clock) for row in rows_of(occasion, batch)]


def cells(row: Notice, clock: Deadline | None) -> list[Cell]:
    """One addressee's line."""
    delivery = row.delivery
    return [
        str(row.position),
        delivery.recipient_name,
        delivery.method or "",
        delivery.address,
        day(delivery.sent_on),
        day(delivery.served_on),
        DeliveryState(delivery.state),
        why_not(row, clock) or "",
    ]


def day(value: date | None) -> str:
    """A day as a cell."""
    return value.isoformat() if value else ""


def ask_for_sheet(occasion: Occasion, batch_id: int) -> NoticeBatch:
    """Draw the proof sheet as it stands now: a short one at once, a long one as a job.

    Raises:
        Forbidden: if the person does not work on the case.
    """
    batch = notices.find(occasion, batch_id)
    cases.must_work_on(occasion, cases.hold(occasion, batch.case_id))
    payload = {"batch": batch.id, "by": occasion.name}
    if batch.total <= AT_ONCE:
        record_sheet(occasion, draw_sheet(occasion, payload))
    else:
        batch.sheet_sha256 = batch.sheet_made_at = None
        key = f"sheet:{batch.id}:{occasion.now.isoformat()}"
        jobs.promise(occasion.session, JOB, key, occasion.now, payload)
    return batch


def draw_sheet(occasion: Occasion, payload: dict[str, Any]) -> dict[str, Any]:
    """Draw and store the proof sheet; returns the payload with its hash."""
    batch = occasion.session.get_one(NoticeBatch, payload["batch"])
    pdf = render_proof_sheet(sheet_of(occasion, batch, payload["by"]))
    return {**payload, "sha256": occasion.mill.store.put(pdf)}


def record_sheet(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Keep the hash of what was drawn."""
    batch = occasion.session.get_one(NoticeBatch, payload["batch"])
    batch.sheet_sha256, batch.sheet_made_at = payload["sha256"], occasion.now


def sheet_pdf(occasion: Occasion, batch_id: int) -> bytes:
    """The proof sheet to be printed, signed by the clerk and put into the file.

    Raises:
        NotFound: if none has been drawn.
    """
    batch = notices.find(occasion, batch_id)
    if batch.sheet_sha256 is None:
        raise NotFound(Text("送达证明表尚未生成。"))
    return occasion.mill.store.get(batch.sheet_sha256)


def sheet_of(occasion: Occasion, batch: NoticeBatch, made_by: str) -> ProofSheet:
    """What the proof sheet says now."""
    rows, told = rows_of(occasion, batch), telling(occasion, batch)
    document, clock = batch.document, told.clock
    return ProofSheet(
        court=document.case.court.name,
        number=document.number,
        debtor=document.case.debtor.name if document.case.debtor else "",
        title=document.kind.zh,
        made_on=occasion.today.isoformat(),
        made_by=made_by,
        issued_sha256=document.sha256 or "",
        verdict=verdict(told),
        basis=together(cite(*clock.basis.split("; ")), "zh") if clock else "",
        due_on=clock.due_on.isoformat() if clock else "",
        counts=tuple((state.zh, number) for state, number in told.counts.items()),
        lines=tuple(line_of(row, clock) for row in rows),
    )


def verdict(told: Telling) -> str:
    """The sentence of the sheet on the time limit."""
    if told.clock is None:
        return ""
    return str(VERDICTS[told.state])


VERDICTS = {
    DutyState.KEPT: Text("全部已知债权人均在期限内收到通知。"),
    DutyState.LATE: Text("全部已知债权人均已收到通知，其中部分晚于期限。"),
    DutyState.OPEN: Text("期限尚未届满，通知尚未全部送达。"),
    DutyState.OVERDUE: Text("期限已经届满，通知尚未全部送达。"),
    DutyState.DONE: Text("全部已知债权人均已收到通知。"),
}


def line_of(row: Notice, clock: Deadline | None) -> ProofLine:
    """One addressee's line on paper."""
    delivery: Delivery = row.delivery
    return ProofLine(
        number=row.position,
        name=delivery.recipient_name,
        method=delivery.method.zh if delivery.method else "—",
        address=delivery.address or "—",
        sent_on=day(delivery.sent_on) or "—",
        served_on=day(delivery.served_on) or "—",
        state=DeliveryState(delivery.state).zh,
        remark=str(why_not(row, clock) or ""),
    )


def exported(occasion: Occasion, batch: NoticeBatch) -> Sequence[Sequence[Cell]]:
    """The proof sheet with its heading, for a spreadsheet."""
    return [list(HEADING), *table(occasion, batch)]
