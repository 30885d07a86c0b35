"""`kill -9` before the commit of a payment file, its results, a statement, a distribution: no trace."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from models import Base
from tests.liquidation.paying_out import account, handed_over
from tests.liquidation.playing import Liquidation
from tests.liquidation.test_reconciliation import csv_of, line

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
DYING = """
import os, signal, sys
from datetime import date
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.orm import Session
from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.services.estate import bank_statements
from court_app.services.payments import payment_results
from court_app.settings import Settings
from tests.liquidation.playing import CLERK, Liquidation

folder, url, case, day, people, act, content = sys.argv[1:8]
bench = Bench.of(Settings(data_dir=Path(folder), database_url=url, secret_key="only-for-tests"))
known = dict(one.split("=") for one in people.split(","))
play = Play(bench, date.fromisoformat(day), {name: int(number) for name, number in known.items()})
killed = Liquidation(play, int(case))
event.listen(Session, "before_commit", lambda _session: os.kill(os.getpid(), signal.SIGKILL))
if act == "distribution":
    killed.final(300_000)
elif act == "payment file":
    killed.step("make_payment_file", CLERK, distribution_serial=1)
else:
    with bench.writing() as session, session.begin():
        occasion = play.occasion(session, CLERK)
        if act == "results":
            payment_results.record_results(occasion, killed.case, 1, content.encode())
        else:
            bank_statements.upload(occasion, killed.case, "流水.csv", content.encode())
"""
RESULTS = "序号,金额,结果,原因\n1,120000.00,成功,\n2,120000.00,退回,户名不符\n3,120000.00,成功,\n"


def everything(case: Liquidation) -> dict[str, list[str]]:
    """Every row of every table."""
    with case.play.bench.reading() as session:
        return {
            table.name: sorted(str(tuple(row)) for row in session.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }


@pytest.mark.parametrize("act", ["distribution", "payment file", "results", "statement"])
def test_what_is_killed_before_its_commit_leaves_everything_as_it_was(planned: Liquidation, act: str) -> None:
    if act in {"payment file", "results"}:
        planned.final(360_000)
        for serial in (1, 2, 3):
            account(planned, serial)
    if act == "results":
        handed_over(planned)
    content = RESULTS if act == "results" else csv_of(line(planned, "750000", "", "750000", "A1")).decode()
    before, settings = everything(planned), planned.play.bench.settings
    people = ",".join(f"{name}={number}" for name, number in planned.play.people.items())
    told = [str(settings.data_dir), settings.database_url, str(planned.case), planned.play.day.isoformat()]

    died = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", DYING, *told, people, act, content],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert died.returncode == -signal.SIGKILL
    assert everything(planned) == before
