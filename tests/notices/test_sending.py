"""Sending and confirming in bulk: the law decides every row, the docket gets one entry."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from court_app.demo.actors import Play
from court_app.errors import BadInput
from court_app.services.casework.publications import standing
from court_app.services.papers import (
    deliveries,
    notices,
    notices_printing,
    notices_proof,
    notices_results,
    notices_sending,
)
from court_app.services.papers.service_of_papers import all_are_served, last_service
from models import CaseEvent, Delivery, Document
from models.vocabulary import DeadlineKind, DeliveryState, DutyState
from tests.documents.looking import faults, page_count, text_of
from tests.notices.building import (
    accepted_case,
    add_creditors,
    confirm,
    made_batch,
    notified_case,
    rows,
    send,
)
from workflows.engine import StepRefused

HEADING = "序号,受送达人,送达日期,签收人,退回原因"


def told(play: Play, batch: int) -> notices_proof.Telling:
    with play.bench.reading() as session:
        occasion = play.occasion(session, "heqieyu")
        return notices_proof.telling(occasion, notices.find(occasion, batch))


def results(play: Play, batch: int, *lines: str) -> notices_sending.Outcome:
    with play.bench.writing() as session, session.begin():
        table = "\n".join([HEADING, *lines])
        return notices_results.record_results(play.occasion(session, "heqieyu"), batch, {"rows": table})


def bulk_entries(play: Play, case: int) -> list[Any]:
    with play.bench.reading() as session:
        return list(
            session.execute(
                select(CaseEvent.step, CaseEvent.payload)
                .where(
                    CaseEvent.case_id == case,
                    CaseEvent.machine == "delivery",
                    CaseEvent.subject_id.is_(None),
                )
                .order_by(CaseEvent.id)
            )
        )


def test_who_consented_is_told_electronically_and_all_others_by_post(play: Play) -> None:
    case = notified_case(play)
    batch = made_batch(play, case)

    outcome = send(play, batch, reference="邮件清单7")

    sent = rows(play, batch)
    assert (outcome.done, outcome.refused) == (12, [])
    assert [delivery.method.value for _, delivery, _ in sent] == ["ELECTRONIC"] * 3 + ["POST"] * 9
    assert sent[0][1].address == "legal1@example.com"
    assert sent[5][1].address == "江澜市建设路3号"
    assert bulk_entries(play, case) == [
        (
            "send",
            {
                "batch": batch,
                "document": sent[0][1].document_id,
                "rows": [
                    {"method": "ELECTRONIC", "reference": "邮件清单7", "numbers": "1-3"},
                    {"method": "POST", "reference": "邮件清单7", "numbers": "4-12"},
                ],
            },
        )
    ]


def test_what_was_sent_is_confirmed_by_method_and_the_limit_is_kept(play: Play) -> None:
    case = notified_case(play, 2)
    batch = made_batch(play, case)
    send(play, batch)

    by_post = confirm(play, batch)
    between = told(play, batch)
    confirm(play, batch, method="ELECTRONIC", signed_by="到达特定系统")

    after = told(play, batch)
    assert by_post.done == 2
    assert (between.state, between.counts) == (
        DutyState.OPEN,
        {DeliveryState.SENT: 3, DeliveryState.SERVED: 2},
    )
    assert (after.state, after.late) == (DutyState.KEPT, 0)
    assert after.clock is not None
    assert after.clock.kind == DeadlineKind.LQ_NOTIFY_PUBLISH
    assert after.clock.due_on == after.clock.trigger_on + timedelta(days=25)


def test_one_who_is_told_a_day_too_late_is_named_as_late(play: Play) -> None:
    case = notified_case(play, 1)
    batch = made_batch(play, case)
    send(play, batch)
    clock = told(play, batch).clock
    assert clock is not None
    confirm(play, batch, method="ELECTRONIC")
    play.later((clock.due_on - play.day).days)
    on_the_last_day = told(play, batch).state
    play.later(1)
    afterwards = told(play, batch).state

    confirm(play, batch)

    known = told(play, batch)
    assert (on_the_last_day, afterwards) == (DutyState.OPEN, DutyState.OVERDUE)
    assert (known.state, known.late) == (DutyState.LATE, 1)
    with play.bench.reading() as session:
        occasion = play.occasion(session, "heqieyu")
        table = notices_proof.table(occasion, notices.find(occasion, batch))
    assert str(table[3][-1]) == "晚于期限1日"


@pytest.mark.parametrize(
    ("done_on", "today", "complete", "state"),
    [
        (date(2026, 11, 6), date(2026, 11, 6), True, DutyState.KEPT),
        (date(2026, 11, 7), date(2026, 11, 7), True, DutyState.LATE),
        (None, date(2026, 11, 6), False, DutyState.OPEN),
        (None, date(2026, 11, 7), False, DutyState.OVERDUE),
        (date(2026, 11, 5), date(2026, 11, 7), False, DutyState.OVERDUE),
    ],
)
def test_a_duty_is_kept_on_its_last_day_and_broken_on_the_next(
    done_on: date | None, today: date, complete: bool, state: DutyState
) -> None:
    assert standing(done_on, date(2026, 11, 6), today, complete=complete) == state


def test_what_no_law_dates_is_done_or_open() -> None:
    assert standing(date(2026, 11, 6), None, date(2026, 12, 1), complete=True) == DutyState.DONE
    assert standing(None, None, date(2026, 12, 1), complete=False) == DutyState.OPEN


def test_a_clock_for_many_ends_when_the_last_of_them_is_reached() -> None:
    document = Document(deliveries=[])
    for place, state in enumerate((DeliveryState.SERVED, DeliveryState.SENT, DeliveryState.CANCELLED)):
        document.deliveries.append(
            Delivery(
                state=state.value,
                within=DeadlineKind.DECL_NOTIFY,
                served_on=date(2026, 11, 3 + place) if state == DeliveryState.SERVED else None,
            )
        )
    first, second, _ = document.deliveries

    before = all_are_served(first)
    second.state, second.served_on = DeliveryState.SERVED.value, date(2026, 11, 9)

    assert (before, all_are_served(second), last_service(second)) == (False, True, date(2026, 11, 9))


def test_a_table_with_bad_lines_writes_nothing_and_names_each(play: Play) -> None:
    case = notified_case(play, 3)
    batch = made_batch(play, case)
    send(play, batch)
    today = play.day.isoformat()

    with pytest.raises(BadInput) as wrong:
        results(
            play,
            batch,
            f"4,江澜市第1建材有限公司,{today},门卫,",
            f"5,别的公司,{today},门卫,",
            f"6,,{today},,",
            "99,,2026-10-20,门卫,",
            "1,,昨天,门卫,",
            f"4,,{today},门卫,",
            f"2,,{(play.day + timedelta(days=1)).isoformat()},门卫,",
        )

    assert [str(line).partition("：")[0] for line in wrong.value.fields["rows"]] == [
        "第3行",
        "第4行",
        "第5行",
        "第6行",
        "第7行",
    ]
    assert {delivery.state for _, delivery, _ in rows(play, batch)} == {"SENT"}


def test_a_good_table_records_receipts_and_returns_and_leaves_open_lines_alone(play: Play) -> None:
    case = notified_case(play, 3)
    batch = made_batch(play, case)
    send(play, batch)
    today = play.day.isoformat().replace("-", "/")

    outcome = results(
        play,
        batch,
        f"4,江澜市第1建材有限公司,{today},门卫,",
        "5,,,,查无此单位",
        "6,江澜市第3建材有限公司,,,",
        "",
    )

    kept = rows(play, batch)
    assert outcome.done == 2
    assert [delivery.state for _, delivery, _ in kept[3:6]] == ["SERVED", "FAILED", "SENT"]
    assert [step for step, _ in bulk_entries(play, case)] == ["send", "confirm", "fail"]
    with pytest.raises(BadInput) as wrong:
        results(play, batch, f"4,,{today},门卫,")
    assert "第2行" in str(wrong.value.fields["rows"][0])


def test_who_has_no_address_is_listed_and_who_may_not_send_sends_nothing(play: Play) -> None:
    case = accepted_case(play)
    add_creditors(play, case, 1, service_address="", domicile="")
    play.later(3)
    from court_app.demo.actors import Hands
    from models.vocabulary import DocumentKind
    from tests.notices.building import publish

    publish(play, case)
    play.issue(case, DocumentKind.CREDITOR_NOTICE, Hands())
    batch = made_batch(play, case)

    with pytest.raises(StepRefused):
        send(play, batch, who="guyin")
    outcome = send(play, batch)

    assert outcome.done == 3
    assert [(one.position, one.obstacles[0].code) for one in outcome.refused] == [(4, "no_address")]


def test_the_proof_sheet_and_the_prints_hold_every_addressee(play: Play) -> None:
    case = notified_case(play, 2)
    batch = made_batch(play, case)
    send(play, batch)

    with play.bench.writing() as session, session.begin():
        occasion = play.occasion(session, "heqieyu")
        notices_proof.ask_for_sheet(occasion, batch)
        sheet = notices_proof.sheet_pdf(occasion, batch)
        printed = notices_printing.print_part(occasion, batch, 1)
        together = deliveries.find_batch(occasion, printed.id)[1]
        labels = notices_printing.labels(occasion, batch, 1)

    assert faults(sheet, "3a") == []
    assert faults(sheet, "ua1") == []
    assert "江澜市第2建材有限公司" in text_of(sheet)
    assert "共5人：已发出5人" in text_of(sheet)
    assert "江澜市第1建材有限公司：" in text_of(together)
    assert "江澜市第2建材有限公司：" in text_of(together)
    assert page_count(together) % 2 == 0
    assert text_of(labels).count("收") >= 2
