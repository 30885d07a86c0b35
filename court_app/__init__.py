"""How people and programs reach the court."""

from flask import Flask

from court_app.clock import Clock, system_clock
from court_app.settings import Settings


def create_app(settings: Settings | None = None, clock: Clock | None = None) -> Flask:
    """Build the court application; all its parts are named here."""
    from court_app import api, failures, identity, languages, observing, visit, web
    from court_app.bench import Bench

    chosen = settings or Settings.from_environment()
    app = visit.CourtFlask(__name__, static_folder=None, template_folder="web/templates")
    app.config.update(
        SECRET_KEY=chosen.key(),
        SESSION_COOKIE_SECURE=chosen.secure_cookie,
        COURT_DEMO=chosen.demo,
        TEMPLATES_AUTO_RELOAD=False,
    )
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    visit.init_app(app, Bench.of(chosen), clock or system_clock)
    observing.init_app(app)
    identity.init_app(app)
    languages.init_app(app)
    api.init_app(app)
    web.init_app(app)
    failures.init_app(app)
    return app
