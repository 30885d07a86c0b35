"""The API under `/api/v1`: every blueprint is named here, in order, in sight."""

from flask import Flask

from court_app.api import (
    calculators,
    cases,
    claim_imports,
    claims,
    distributions,
    estate_account,
    notices,
    papers,
    parts,
    reference,
    roster,
    sessions,
)
from court_app.api.problems import CourtApi

BLUEPRINTS = (
    sessions.blueprint,
    cases.blueprint,
    parts.blueprint,
    claims.blueprint,
    claim_imports.blueprint,
    distributions.blueprint,
    estate_account.blueprint,
    papers.blueprint,
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
