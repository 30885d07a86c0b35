"""The pages of one case with 3,000 creditors, 3,000 claims and 10,000 papers, against a bare query of rows.

Printed as milliseconds and as ratios within one run; the goals are 200 ms for the page of
the case and 100 ms for its register. The case is
received and accepted by real steps; creditors, claims and papers are inserted, for this benchmark alone.
"""

import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from benchmarks.goals import against
from benchmarks.many_cases import median_ms, page
from benchmarks.notices import add_creditors
from benchmarks.steps import stage
from court_app.demo.actors import Hands, Play
from court_app.services.claims import claim_register
from models import Case, Claim, Document, Party
from models.vocabulary import ClaimClass, ClaimState, DocumentKind, DocumentState, PartyRole
from tests.notices.building import accepted_case, publish

CREDITORS, CLAIMS, PAPERS = 3_000, 3_000, 10_000
GOALS = {"": 200, "/register": 100}
PAGES = (
    "",
    "/claims",
    "/register",
    "/parties",
    "/documents",
    "/deliveries",
    "/notices",
    "/publications",
    "/history",
)


def columns_of(one: Any, *without: str) -> dict[str, Any]:
    """The values of a row, to make others like it."""
    names = (column.key for column in type(one).__mapper__.column_attrs)
    return {name: getattr(one, name) for name in names if name not in {"id", *without}}


def fill(play: Play, case: int) -> None:
    """Claims of every creditor, and papers like the first one, by bulk insert."""
    with play.bench.writing() as session, session.begin():
        creditors = session.scalars(
            select(Party.id).where(Party.case_id == case, Party.role == PartyRole.CREDITOR)
        ).all()
        claims = [
            {
                "case_id": case,
                "serial": serial,
                "party_id": party,
                "claim_class": ClaimClass.ORD,
                "state": ClaimState.LISTED.value,
                "flags": {},
                "filed_fen": 100_000 * serial,
                "admitted_fen": 90_000 * serial,
                "filed_on": play.day,
                "version": 1,
            }
            for serial, party in enumerate(creditors[:CLAIMS], 1)
        ]
        session.execute(insert(Claim), claims)
        filed = session.scalars(select(Claim).where(Claim.case_id == case)).all()
        claim_register.enter(play.occasion(session, "heqieyu"), filed, play.day)
        first = session.scalars(
            select(Document).where(Document.case_id == case, Document.state == DocumentState.ISSUED.value)
        ).first()
        if first is None:
            raise RuntimeError("the case has no issued paper")
        like = columns_of(first, "verification_code")
        session.execute(insert(Document), [like] * PAPERS)


def seen(play: Play, case: int, path: str, bare: float) -> str:
    """How long a page of the case takes, against its goal and a bare query, or that it is not there."""
    try:
        took = median_ms(page(play, f"/cases/{case}{path}"))
    except RuntimeError as error:
        return str(error)
    said = against(took, GOALS[path], "ms") if path in GOALS else f"{took:.0f} ms"
    return f"{said}, ratio to the bare query {took / bare:.0f}"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        case = accepted_case(play)
        add_creditors(play, case, CREDITORS - 3)
        play.later(3)
        publish(play, case)
        play.issue(case, DocumentKind.CREDITOR_NOTICE, Hands())
        fill(play, case)

        def floor() -> object:
            with play.bench.reading() as session:
                session.get_one(Case, case)
                return session.scalars(
                    select(Document).where(Document.case_id == case).order_by(Document.id.desc()).limit(20)
                ).all()

        bare = median_ms(floor)
        print(f"{CREDITORS} creditors, {CLAIMS} claims, {PAPERS} papers; bare query {bare:.1f} ms")
        for path in PAGES:
            print(f"page /cases/…{path}: {seen(play, case, path, bare)}")
        play.bench.database.dispose()


if __name__ == "__main__":
    main()
