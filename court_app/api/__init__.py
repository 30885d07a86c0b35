"""The API under `/api/v1`: every blueprint is named here, in order, in sight."""

from flask import Flask

from court_app.api import (
    calculators,
    cases,
    claim_imports,
    claims,
    creditor_filings,
    distribution_drafts,
    distribution_plans,
    distributions,
    estate,
    estate_account,
    fees,
    filing_codes,
    investor_tables,
    notices,
    papers,
    parts,
    payment_files,
    payments,
    receipt_tables,
    reconciliation,
    reference,
    roster,
    sessions,
    votes,
)
from court_app.api.problems import CourtApi

BLUEPRINTS = (
    sessions.blueprint,
    cases.blueprint,
    parts.blueprint,
    claims.blueprint,
    claim_imports.blueprint,
    receipt_tables.blueprint,
    investor_tables.blueprint,
    creditor_filings.blueprint,
    filing_codes.blueprint,
    votes.blueprint,
    distribution_drafts.blueprint,
    distributions.blueprint,
    fees.blueprint,
    estate.blueprint,
    estate_account.blueprint,
    reconciliation.blueprint,
    papers.blueprint,
    payments.blueprint,
    payment_files.blueprint,
    distribution_plans.blueprint,
    notices.blueprint,
    roster.blueprint,
    calculators.blueprint,
)


def init_app(app: Flask) -> None:
    """Register the API and its description."""
    app.config.update(
        API_TITLE="破局 Poju",
        API_VERSION="v1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api/v1",
        JSON_SORT_KEYS=False,
    )
    api = CourtApi(app)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    app.register_blueprint(reference.blueprint)
    reference.open_to_all(app)
