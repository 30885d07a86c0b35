"""`court`: the console command of an installation."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

Command = Callable[[argparse.Namespace], int]
Add = Callable[..., argparse.ArgumentParser]
"""How a command is added to those that are known."""


def parser() -> argparse.ArgumentParser:
    """Every command and its arguments."""
    top = argparse.ArgumentParser(prog="court", description="破局 Poju: bankruptcy cases of a court")
    commands = top.add_subparsers(dest="command", required=True)
    add_serve(commands.add_parser)
    add_demo(commands.add_parser)
    commands.add_parser("settings", help="list every setting").set_defaults(run="upkeep.list_settings")
    verified = commands.add_parser("verify", help="recompute the history and the stored papers")
    verified.add_argument("--export", type=Path, help="write the hashes of all cases to a file")
    verified.set_defaults(run="upkeep.verify")
    calculated = commands.add_parser("calc", help="a calculator: JSON in, JSON out")
    calculated.add_argument("name", help="its name; `court calc list` prints them")
    calculated.set_defaults(run="calculators.calculate")
    procedure = commands.add_parser("procedure", help="the law's tables").add_subparsers(required=True)
    procedure.add_parser("print", help="print the handbook page").set_defaults(run="law.print_handbook")
    add_user(commands.add_parser)
    add_upkeep(commands.add_parser)
    return top


def add_serve(add: Add) -> None:
    """`court serve`."""
    served = add("serve", help="serve pages and API, with the worker beside them")
    served.add_argument("--address", default="127.0.0.1")
    served.add_argument("--port", type=int, default=8000)
    served.add_argument("--workers", type=int, default=2)
    served.set_defaults(run="upkeep.serve")


def add_demo(add: Add) -> None:
    """`court demo load`."""
    demo = add("demo", help="demonstration data").add_subparsers(required=True)
    loaded = demo.add_parser("load", help="play the demonstration cases into an empty database")
    loaded.add_argument("--if-empty", action="store_true", help="do nothing where there are cases")
    kinds = loaded.add_mutually_exclusive_group()
    kinds.add_argument("--year", action="store_true", help="play a whole year of a court instead")
    kinds.add_argument("--real", type=Path, metavar="FILE", help="load published cases (YAML) and report")
    loaded.add_argument("--json", action="store_true", help="with --real: print the report as JSON")
    loaded.set_defaults(run="demonstration.demo_load")


def add_user(add: Add) -> None:
    """`court user add`."""
    users = add("user", help="users").add_subparsers(required=True)
    added = users.add_parser("add", help="add a user; the password is asked for")
    for name in ("username", "name"):
        added.add_argument(name)
    added.add_argument(
        "--court", help="code of the court; with --administrator, of the court whose roster it is"
    )
    added.add_argument("--administrator", help="name on the roster that the user signs in for")
    added.add_argument("--role", action="append", default=[], dest="roles")
    added.set_defaults(run="people.add_user")


def add_upkeep(add: Add) -> None:
    """`court jobs`, `court db`, `court calendar`."""
    jobs = add("jobs", help="background work").add_subparsers(required=True)
    jobs.add_parser("run", help="do every open job once").set_defaults(run="upkeep.run_jobs")
    jobs.add_parser("list", help="list open jobs").set_defaults(run="upkeep.list_jobs")
    database = add("db", help="the database").add_subparsers(required=True)
    upgraded = database.add_parser("upgrade", help="bring the schema up to date")
    upgraded.set_defaults(run="upkeep.upgrade_database")
    calendar = add("calendar", help="working days").add_subparsers(required=True)
    imported = calendar.add_parser("import", help="import a notice of the State Council (CSV)")
    imported.add_argument("file", type=Path)
    imported.add_argument("--source", required=True, help="number of the notice")
    imported.set_defaults(run="upkeep.import_calendar")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    chosen = parser().parse_args(arguments)
    return command_named(chosen.run)(chosen)


def command_named(name: str) -> Command:
    """A command by module and name; the others need not be loaded for it."""
    module, _, function = name.partition(".")
    command: Command = getattr(import_module(f"court_app.commands.{module}"), function)
    return command
