"""The pages: every blueprint is named here, in order, in sight."""

from flask import Flask

from court_app.web import account, administration, layout, session, static_files

BLUEPRINTS = (
    static_files.blueprint,
    session.blueprint,
    account.blueprint,
    administration.blueprint,
)


def init_app(app: Flask) -> None:
    """Register the pages and what all of them share."""
    layout.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
