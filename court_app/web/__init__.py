"""The pages: every blueprint is named here, in order, in sight."""

from flask import Flask

from court_app.web import (
    account,
    administration,
    calculators,
    case_page,
    cases,
    claim_imports,
    claims,
    distribution_drafts,
    distributions,
    estate,
    estate_account,
    filing,
    layout,
    ledger,
    meetings,
    notices,
    papers,
    part_steps,
    parts,
    payments,
    people_of_case,
    phone_ballots,
    publications,
    reconciliation,
    roster,
    selecting,
    served,
    session,
    specimens,
    static_files,
    steps,
    verification,
    votes,
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
    payments.blueprint,
    ledger.blueprint,
    notices.blueprint,
    publications.blueprint,
    people_of_case.blueprint,
    roster.blueprint,
    selecting.blueprint,
    claims.blueprint,
    claim_imports.blueprint,
    meetings.blueprint,
    votes.blueprint,
    estate_account.blueprint,
    reconciliation.blueprint,
    parts.blueprint,
    part_steps.blueprint,
    distribution_drafts.blueprint,
    distributions.blueprint,
    estate.blueprint,
    served.blueprint,
    calculators.blueprint,
    verification.blueprint,
    phone_ballots.blueprint,
    specimens.blueprint,
    working_days.blueprint,
    account.blueprint,
    administration.blueprint,
)


def init_app(app: Flask) -> None:
    """Register the pages and what all of them share."""
    layout.init_app(app)
    case_page.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
