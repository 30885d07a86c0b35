"""The pages: every blueprint is named here, in order, in sight."""

from flask import Flask

from court_app.web import (
    account,
    administration,
    calculators,
    cases,
    filing,
    layout,
    ledger,
    notices,
    papers,
    people_of_case,
    publications,
    session,
    specimens,
    static_files,
    steps,
    verification,
    working_days,
    worklist,
)

BLUEPRINTS = (
    static_files.blueprint,
    session.blueprint,
    worklist.blueprint,
    cases.blueprint,
    steps.blueprint,
    filing.blueprint,
    papers.blueprint,
    ledger.blueprint,
    notices.blueprint,
    publications.blueprint,
    people_of_case.blueprint,
    calculators.blueprint,
    verification.blueprint,
    specimens.blueprint,
    working_days.blueprint,
    account.blueprint,
    administration.blueprint,
)


def init_app(app: Flask) -> None:
    """Register the pages and what all of them share."""
    layout.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
