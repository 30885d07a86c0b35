"""Running an installation: serving, settings, database, jobs, working days, proof of the history."""

import argparse
import json
import os
import sys

from court_app import serving
from court_app.bench import Bench
from court_app.clock import system_clock
from court_app.commands import BAD_INPUT, say
from court_app.db import upgrade
from court_app.jobs import promise_daily_work, run_open_jobs
from court_app.services.casework.calendars import import_notice
from court_app.services.casework.proving import check_everything, published_heads
from court_app.settings import ENTRIES, Settings
from models import Job
from workflows.errors import CalculationError


def serve(chosen: argparse.Namespace) -> int:
    """Serve until told to stop."""
    settings = Settings.from_environment()
    upgrade(settings.database_url)
    return serving.serve(
        address=chosen.address, port=chosen.port, workers=chosen.workers, data_dir=settings.data_dir
    )


def list_settings(_chosen: argparse.Namespace) -> int:
    """Every setting with its value, default and reason."""
    for entry in ENTRIES:
        value = os.environ.get(entry.variable) or entry.default or "(empty)"
        if "SECRET" in entry.variable and os.environ.get(entry.variable):
            value = "(set)"
        say(f"{entry.variable}={value}\n    default {entry.default or '(empty)'}: {entry.why}")
    return 0


def verify(chosen: argparse.Namespace) -> int:
    """Check every chain and every stored paper."""
    bench = Bench.of(Settings.from_environment())
    with bench.reading() as session:
        report = check_everything(session, bench.mill.store)
        if chosen.export:
            heads = published_heads(session)
            chosen.export.write_text(json.dumps(heads, ensure_ascii=False, indent=1), encoding="utf-8")
    for fault in report.faults:
        say(f"{fault.case_number} {fault.position}: {fault.what}")
    say(f"{report.events} events, {report.papers} papers, {len(report.faults)} faults")
    return 1 if report.faults else 0


def run_jobs(_chosen: argparse.Namespace) -> int:
    """Do every open job once."""
    bench, now = Bench.of(Settings.from_environment()), system_clock()
    promise_daily_work(bench, now)
    say(f"{run_open_jobs(bench, now)} jobs done")
    return 0


def list_jobs(_chosen: argparse.Namespace) -> int:
    """List open jobs."""
    with Bench.of(Settings.from_environment()).reading() as session:
        for job in session.query(Job).filter(Job.done_at.is_(None)).order_by(Job.run_after):
            say(f"{job.id} {job.kind} {job.run_after.isoformat()} attempts {job.attempts} {job.last_error}")
    return 0


def upgrade_database(_chosen: argparse.Namespace) -> int:
    """Bring the schema up to date."""
    upgrade(Settings.from_environment().database_url)
    say("the schema is up to date")
    return 0


def import_calendar(chosen: argparse.Namespace) -> int:
    """Import the days of a notice and count provisional clocks anew."""
    bench = Bench.of(Settings.from_environment())
    try:
        with bench.writing() as session, session.begin():
            occasion = bench.occasion(session, None, system_clock())
            done = import_notice(occasion, chosen.file.read_text(encoding="utf-8-sig"), chosen.source)
    except CalculationError as error:
        sys.stderr.write(str(error.message) + "\n")
        return BAD_INPUT
    say(f"{done.days} days kept, {done.recomputed} clocks counted anew")
    return 0
