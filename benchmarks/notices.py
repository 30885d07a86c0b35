"""3,000 notices of one paper through the job, against WeasyPrint drawing each of them by itself.

Printed: seconds for all, milliseconds a notice with storage, and the ratio to the floor within one run. The
aim is 60 seconds for 3,000 on two cores. Then the acts on all of them at once: sending, confirming, the page.
"""

import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert

from benchmarks.many_cases import page
from benchmarks.rulings import timed
from benchmarks.steps import stage
from court_app.demo.actors import Hands, Play
from court_app.jobs import run_open_jobs
from court_app.services.papers import notices, notices_sending
from court_app.services.papers.mill import facts_on
from documents.facts.base import PartyFacts
from documents.notices import addressed
from documents.rendering import render_pdf
from models import Document, Party
from models.vocabulary import DocumentKind, PartyKind, PartyRole
from tests.notices.building import accepted_case, notice_of, publish

NOTICES = 3_000
GOAL_SECONDS = 60
ROUNDS = 10
PLACES = "恒远望川澜江衡正临河东海明德昌盛泰和"


def add_creditors(play: Play, case: int, number: int) -> None:
    """Many creditors at once, for a benchmark alone."""
    with play.bench.writing() as session, session.begin():
        session.execute(
            insert(Party),
            [
                {
                    "case_id": case,
                    "role": PartyRole.CREDITOR,
                    "kind": PartyKind.ENTERPRISE,
                    "name": f"江澜市{PLACES[one % 18]}{PLACES[one // 18 % 18]}第{one}贸易有限公司",
                    "service_address": f"江澜市建设路{one}号",
                    "electronic_address": f"creditor{one}@example.com" if one % 3 else "",
                    "consents_to_electronic": bool(one % 3),
                    "measure": "",
                    "from_on": play.day,
                    "version": 1,
                }
                for one in range(1, number + 1)
            ],
        )


def floor(play: Play, document_id: int) -> float:
    """Milliseconds of one notice by WeasyPrint alone."""
    with play.bench.reading() as session:
        paper = session.get_one(Document, document_id)
        look = play.bench.mill.look(paper, sealed=True, copy=True)
        facts = addressed(
            facts_on(paper), PartyFacts(name="江澜市恒远公司", short_name="", kind="ENTERPRISE")
        )
        kind, blocks = paper.kind, dict(paper.blocks)
    render_pdf(kind, facts, blocks, look)
    return statistics.median(timed(lambda: render_pdf(kind, facts, blocks, look)) for _ in range(ROUNDS))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        case = accepted_case(play)
        add_creditors(play, case, NOTICES - 3)
        play.later(3)
        publish(play, case)
        play.issue(case, DocumentKind.CREDITOR_NOTICE, Hands())
        with play.bench.writing() as session, session.begin():
            batch = notices.make(play.occasion(session, "heqieyu"), notice_of(play, case)).id
        begun, used = time.perf_counter(), time.process_time()
        run_open_jobs(play.bench, play.now)
        took, cpu = time.perf_counter() - begun, time.process_time() - used
        bare = floor(play, notice_of(play, case))
        each = took * 1000 / NOTICES
        print(f"{NOTICES} notices in {took:.1f} s, {cpu:.1f} s of one core (goal {GOAL_SECONDS} s on two)")
        print(f"{each:.1f} ms a notice with storage, bare rendering {bare:.1f} ms, ratio {each / bare:.2f}")

        def send() -> None:
            with play.bench.writing() as session, session.begin():
                done = notices_sending.send(play.occasion(session, "heqieyu"), batch, {"method": "POST"})
            if done.done != NOTICES:
                raise RuntimeError(f"{done.done} sent")

        def confirm(method: str) -> None:
            supplied = {"method": method, "served_on": play.day.isoformat(), "signed_by": "已签收"}
            with play.bench.writing() as session, session.begin():
                notices_sending.confirm_method(play.occasion(session, "heqieyu"), batch, supplied)

        print(f"sending all: {timed(send) / 1000:.1f} s")
        confirmed = timed(lambda: (confirm("POST"), confirm("ELECTRONIC")))
        print(f"confirming all: {confirmed / 1000:.1f} s")
        look = page(play, f"/notices/{batch}")
        look()
        print(f"page of the batch: {statistics.median(timed(look) for _ in range(5)):.0f} ms")
        play.bench.database.dispose()


if __name__ == "__main__":
    main()
