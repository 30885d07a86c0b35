"""Demonstration data, invented or published."""

import argparse
import json
import sys

from court_app.bench import Bench, calendar_of
from court_app.clock import system_clock
from court_app.commands import BAD_INPUT, say
from court_app.db import upgrade
from court_app.demo.cases import load
from court_app.demo.published import UnreadableFile, read_file
from court_app.demo.real import load_published
from court_app.demo.real_report import as_json, lines_of, report_of
from court_app.demo.year import load_year
from court_app.settings import Settings
from models import Court
from workflows.calendar import court_date


def demo_load(chosen: argparse.Namespace) -> int:
    """Play the demonstration cases, or a year of them; or load published ones."""
    if chosen.real:
        return demo_load_real(chosen)

    bench = Bench.of(Settings.from_environment())
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
    now = system_clock()
    try:
        published = read_file(chosen.real, court_date(now))
    except UnreadableFile as error:
        sys.stderr.write(f"{error}\n")
        return BAD_INPUT
    upgrade(Settings.from_environment().database_url)
    bench = Bench.of(Settings.from_environment())
    loaded = load_published(bench, published, now)
    with bench.reading() as session:
        reports = report_of(loaded, calendar_of(session), court_date(now))
    if chosen.json:
        say(json.dumps(as_json(reports, loaded.faults), ensure_ascii=False, indent=1))
    else:
        for line in lines_of(reports, loaded.faults):
            say(line)
    return 1 if loaded.faults else 0
