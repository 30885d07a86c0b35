"""The list, its search and the work list with 10,000 cases, against a bare query of the same rows.

Printed as milliseconds and as ratios within one run. The cases are copies of one that was received by real
steps.
"""

import copy
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert, select

from benchmarks.steps import stage
from court_app import create_app
from court_app.demo.actors import PANEL, Play
from court_app.demo.people import PASSWORD
from court_app.demo.petitions import COMPANIES, petition
from court_app.services.casework import finding
from court_app.services.casework.finding import Wanted
from models import Case, CaseMember, Deadline, Party
from tests.people import enter

CASES = 10_000
ROUNDS = 15


def copies(play: Play, original: int) -> None:
    """Make many cases out of one, by bulk insert."""
    with play.bench.writing() as session, session.begin():
        case = session.get_one(Case, original)
        columns = {c.key: getattr(case, c.key) for c in Case.__mapper__.column_attrs if c.key != "id"}
        rows = []
        for number in range(2, CASES + 1):
            row = copy.copy(columns)
            row |= {
                "serial": number,
                "number": f"（2026）豫97破申{number}号",
                "title": f"{COMPANIES[number % len(COMPANIES)][0]}破产清算{number}",
                "received_on": case.received_on - timedelta(days=number % 700),
            }
            rows.append(row)
        session.execute(insert(Case), rows)
        ids = session.scalars(select(Case.id).where(Case.id != original)).all()
        for kind, kept in ((Party, case.parties), (CaseMember, case.team), (Deadline, case.deadlines)):
            names = [c.key for c in kind.__mapper__.column_attrs if c.key not in {"id", "case_id"}]
            bulk = [
                {**{name: getattr(one, name) for name in names}, "case_id": case_id}
                for case_id in ids
                for one in kept
            ]
            session.execute(insert(kind), bulk)


def median_ms(work: Callable[[], object]) -> float:
    """The median of some rounds, after one to warm up."""
    work()
    taken = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def page(play: Play, path: str) -> Callable[[], object]:
    """A page as a judge opens it, through the whole application."""
    client = create_app(play.bench.settings, lambda: play.now).test_client()
    enter(client, "shenzhiheng", PASSWORD)

    def look() -> object:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
        return answer.text

    return look


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        original = play.receive(petition(1))
        play.assign(original, PANEL)
        copies(play, original)

        def look(who: str, wanted: Wanted) -> object:
            with play.bench.reading() as session:
                return finding.search(play.occasion(session, who), wanted)

        def floor() -> object:
            with play.bench.reading() as session:
                return session.scalars(select(Case).order_by(Case.received_on.desc()).limit(20)).all()

        def todo() -> object:
            with play.bench.reading() as session:
                return finding.worklist(play.occasion(session, "shenzhiheng"))

        bare = median_ms(floor)
        for name, work in (
            ("list, filing officer", lambda: look("lian", Wanted())),
            ("list, judge", lambda: look("shenzhiheng", Wanted())),
            ("search by name", lambda: look("lian", Wanted(text="望川"))),
            ("search by pinyin", lambda: look("lian", Wanted(text="wangchuan"))),
            ("search by number", lambda: look("lian", Wanted(text="破申9876"))),
            ("work list, judge", todo),
        ):
            took = median_ms(work)
            print(f"{name}: {took:.1f} ms, {took / bare:.1f} × a bare page of 20 cases ({bare:.1f} ms)")
        for path in ("/", "/cases", "/cases?q=wangchuan", f"/cases/{original}"):
            took = median_ms(page(play, path))
            print(f"page {path}: {took:.1f} ms (goal 50)")
        play.bench.database.dispose()


if __name__ == "__main__":
    main()
