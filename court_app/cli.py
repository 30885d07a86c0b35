"""`court`: the console command of an installation."""

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from court_app.bench import Bench
from court_app.clock import system_clock
from court_app.db import upgrade
from court_app.errors import problem_of as told
from court_app.settings import ENTRIES, Settings
from models import Administrator, Court
from workflows.calculations.registry import CALCULATORS, problem_of, run, shown
from workflows.calendar import court_date, default_calendar
from workflows.errors import CalculationError
from workflows.handbook import handbook
from workflows.text import Text

Command = Callable[[argparse.Namespace], int]
BAD_INPUT = 2


def parser() -> argparse.ArgumentParser:
    """Every command and its arguments."""
    top = argparse.ArgumentParser(prog="court", description="破局 Poju: bankruptcy cases of a court")
    commands = top.add_subparsers(dest="command", required=True)
    served = commands.add_parser("serve", help="serve pages and API, with the worker beside them")
    served.add_argument("--address", default="127.0.0.1")
    served.add_argument("--port", type=int, default=8000)
    served.add_argument("--workers", type=int, default=2)
    served.set_defaults(run=serve)
    demo = commands.add_parser("demo", help="demonstration data").add_subparsers(required=True)
    loaded = demo.add_parser("load", help="play the demonstration cases into an empty database")
    loaded.add_argument("--if-empty", action="store_true", help="do nothing where there are cases")
    kinds = loaded.add_mutually_exclusive_group()
    kinds.add_argument("--year", action="store_true", help="play a whole year of a court instead")
    kinds.add_argument("--real", type=Path, metavar="FILE", help="load published cases (YAML) and report")
    loaded.add_argument("--json", action="store_true", help="with --real: print the report as JSON")
    loaded.set_defaults(run=demo_load)
    commands.add_parser("settings", help="list every setting").set_defaults(run=list_settings)
    verified = commands.add_parser("verify", help="recompute the history and the stored papers")
    verified.add_argument("--export", type=Path, help="write the hashes of all cases to a file")
    verified.set_defaults(run=verify)
    calculated = commands.add_parser("calc", help="a calculator: JSON in, JSON out")
    calculated.add_argument("name", choices=sorted(CALCULATORS))
    calculated.set_defaults(run=calculate)
    procedure = commands.add_parser("procedure", help="the law's tables").add_subparsers(required=True)
    procedure.add_parser("print", help="print the handbook page").set_defaults(run=print_handbook)
    users = commands.add_parser("user", help="users").add_subparsers(required=True)
    added = users.add_parser("add", help="add a user; the password is asked for")
    for name in ("username", "name"):
        added.add_argument(name)
    added.add_argument(
        "--court", help="code of the court; with --administrator, of the court whose roster it is"
    )
    added.add_argument("--administrator", help="name on the roster that the user signs in for")
    added.add_argument("--role", action="append", default=[], dest="roles")
    added.set_defaults(run=add_user)
    jobs = commands.add_parser("jobs", help="background work").add_subparsers(required=True)
    jobs.add_parser("run", help="do every open job once").set_defaults(run=run_jobs)
    jobs.add_parser("list", help="list open jobs").set_defaults(run=list_jobs)
    database = commands.add_parser("db", help="the database").add_subparsers(required=True)
    database.add_parser("upgrade", help="bring the schema up to date").set_defaults(run=upgrade_database)
    calendar = commands.add_parser("calendar", help="working days").add_subparsers(required=True)
    imported = calendar.add_parser("import", help="import a notice of the State Council (CSV)")
    imported.add_argument("file", type=Path)
    imported.add_argument("--source", required=True, help="number of the notice")
    imported.set_defaults(run=import_calendar)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    chosen = parser().parse_args(arguments)
    command: Command = chosen.run
    return command(chosen)


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")


def settings_now() -> Settings:
    """The settings of this process."""
    return Settings.from_environment()


def serve(chosen: argparse.Namespace) -> int:
    """Serve until told to stop."""
    from court_app import serving

    settings = settings_now()
    upgrade(settings.database_url)
    return serving.serve(
        address=chosen.address, port=chosen.port, workers=chosen.workers, data_dir=settings.data_dir
    )


def demo_load(chosen: argparse.Namespace) -> int:
    """Play the demonstration cases, or a year of them; or load published ones."""
    if chosen.real:
        return demo_load_real(chosen)
    from court_app.demo.cases import load
    from court_app.demo.year import load_year
    from models import Court

    bench = Bench.of(settings_now())
    with bench.reading() as session:
        empty = session.query(Court.id).first() is None
    if not empty:
        say("the database is not empty; nothing was changed")
        return 0 if chosen.if_empty else 1
    today = court_date(system_clock())
    loaded = load_year(bench, today, say) if chosen.year else load(bench, today)
    say(f"{loaded} demonstration cases are there")
    return 0


def demo_load_real(chosen: argparse.Namespace) -> int:
    """Load published cases and say which statutory windows they kept."""
    from court_app.bench import calendar_of
    from court_app.demo.published import UnreadableFile, read_file
    from court_app.demo.real import load_published
    from court_app.demo.real_report import as_json, lines_of, report_of

    now = system_clock()
    try:
        published = read_file(chosen.real, court_date(now))
    except UnreadableFile as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    bench = Bench.of(settings_now())
    loaded = load_published(bench, published, now)
    with bench.reading() as session:
        reports = report_of(loaded, calendar_of(session), court_date(now))
    if chosen.json:
        say(json.dumps(as_json(reports, loaded.faults), ensure_ascii=False, indent=1))
    else:
        for line in lines_of(reports, loaded.faults):
            say(line)
    return 1 if loaded.faults else 0


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
    from court_app.services.proving import check_everything, published_heads

    bench = Bench.of(settings_now())
    with bench.reading() as session:
        report = check_everything(session, bench.mill.store)
        if chosen.export:
            heads = published_heads(session)
            chosen.export.write_text(json.dumps(heads, ensure_ascii=False, indent=1), encoding="utf-8")
    for fault in report.faults:
        say(f"{fault.case_number} {fault.position}: {fault.what}")
    say(f"{report.events} events, {report.papers} papers, {len(report.faults)} faults")
    return 1 if report.faults else 0


def calculate(chosen: argparse.Namespace) -> int:
    """Run a calculator on standard input."""
    try:
        data = json.loads(sys.stdin.buffer.read())
        answer = run(chosen.name, data, calendar=default_calendar(), today=court_date(system_clock()))
    except CalculationError as error:
        return complain(error)
    except (ValueError, RecursionError) as error:
        return complain(CalculationError("bad_json", Text("输入不是 JSON：{why}", why=str(error))))
    say(json.dumps(shown(answer), ensure_ascii=False))
    return 0


def complain(error: CalculationError) -> int:
    """Write a problem object to standard error; returns the exit code of bad input."""
    problem = {**(told(error) or {}), "error": shown(problem_of(error))}
    sys.stderr.write(json.dumps(problem, ensure_ascii=False) + "\n")
    return BAD_INPUT


def print_handbook(_chosen: argparse.Namespace) -> int:
    """Print the handbook page of all procedures."""
    sys.stdout.write(handbook())
    return 0


def add_user(chosen: argparse.Namespace) -> int:
    """Add a user."""
    from sqlalchemy import select

    from court_app.errors import BadInput
    from court_app.services.users import create_user
    from models.vocabulary import Role

    bench = Bench.of(settings_now())
    password = os.environ.get("COURT_NEW_PASSWORD") or getpass.getpass("password: ")
    with bench.writing() as session, session.begin():
        court = session.scalar(select(Court).where(Court.code == chosen.court)) if chosen.court else None
        if chosen.court and court is None:
            say(f"no court has the code {chosen.court}")
            return BAD_INPUT
        try:
            roles = [Role(name.upper()) for name in chosen.roles]
            entry = entry_named(session, chosen.administrator, court) if chosen.administrator else None
            if (entry is None) == (Role.ADMINISTRATOR in roles):
                say("--administrator and the role ADMINISTRATOR belong together")
                return BAD_INPUT
            create_user(
                session,
                username=chosen.username,
                name=chosen.name,
                password=password,
                court=None if entry else court,
                roles=roles,
                now=system_clock(),
                administrator=entry,
            )
        except (BadInput, ValueError) as error:
            session.rollback()
            lines = [str(t) for texts in getattr(error, "fields", {}).values() for t in texts]
            say("; ".join(lines) or str(error))
            return BAD_INPUT
    say(f"{chosen.username} added")
    return 0


def entry_named(session: Session, name: str, court: Court | None) -> Administrator:
    """The only entry of that name on a roster, of that court's if one is named.

    Raises:
        ValueError: if there is none, or more than one.
    """
    named = session.query(Administrator).filter(Administrator.name == name)
    found = (named.filter(Administrator.court_id == court.id) if court else named).all()
    if len(found) != 1:
        raise ValueError(f"{len(found)} rosters list {name}; name one with --court")
    return found[0]


def run_jobs(_chosen: argparse.Namespace) -> int:
    """Do every open job once."""
    from court_app.jobs import promise_daily_work, run_open_jobs

    bench, now = Bench.of(settings_now()), system_clock()
    promise_daily_work(bench, now)
    say(f"{run_open_jobs(bench, now)} jobs done")
    return 0


def list_jobs(_chosen: argparse.Namespace) -> int:
    """List open jobs."""
    from models import Job

    with Bench.of(settings_now()).reading() as session:
        for job in session.query(Job).filter(Job.done_at.is_(None)).order_by(Job.run_after):
            say(f"{job.id} {job.kind} {job.run_after.isoformat()} attempts {job.attempts} {job.last_error}")
    return 0


def upgrade_database(_chosen: argparse.Namespace) -> int:
    """Bring the schema up to date."""
    upgrade(settings_now().database_url)
    say("the schema is up to date")
    return 0


def import_calendar(chosen: argparse.Namespace) -> int:
    """Import the days of a notice and count provisional clocks anew."""
    from court_app.services.calendars import import_notice

    bench = Bench.of(settings_now())
    try:
        with bench.writing() as session, session.begin():
            occasion = bench.occasion(session, None, system_clock())
            done = import_notice(occasion, chosen.file.read_text(encoding="utf-8-sig"), chosen.source)
    except CalculationError as error:
        sys.stderr.write(str(error.message) + "\n")
        return BAD_INPUT
    say(f"{done.days} days kept, {done.recomputed} clocks counted anew")
    return 0
