"""Users of an installation."""

import argparse
import getpass
import os

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.bench import Bench
from court_app.clock import system_clock
from court_app.commands import BAD_INPUT, say
from court_app.errors import BadInput
from court_app.services.casework.users import create_user
from court_app.settings import Settings
from models import Administrator, Court
from models.vocabulary import Role


def add_user(chosen: argparse.Namespace) -> int:
    """Add a user."""
    bench = Bench.of(Settings.from_environment())
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
