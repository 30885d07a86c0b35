"""The demonstration: every scene in its order, from petitions to the end of liquidations."""

from datetime import date, timedelta

from court_app.bench import Bench
from court_app.demo.actors import Play
from court_app.demo.liquidation_scenes import LIQUIDATION_SCENES
from court_app.demo.people import create_courts, create_people
from court_app.demo.petition_scenes import PETITION_SCENES
from documents.uncollected import uncollected

SCENES = (*PETITION_SCENES, *LIQUIDATION_SCENES)
"""Each with how many calendar days before today it begins; tests know the first ones by their numbers."""


def staged(bench: Bench, day: date) -> Play:
    """The court and its people in an empty database, on the day on which the play begins."""
    play = Play(bench, day)
    with bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), play.now)
        play.people = {username: user.id for username, user in people.items()}
    return play


def load(bench: Bench, today: date) -> int:
    """Play every scene; returns how many there are. The database must be empty."""
    play = staged(bench, today - timedelta(days=max(days for days, _ in SCENES)))
    for days, scene in SCENES:
        play.day = today - timedelta(days=days)
        with uncollected(), play.together():
            scene(play)
    play.day = today
    play.later(0)
    return len(SCENES)
