"""The twin by which most tests reach the application is the application."""

from dataclasses import replace

from flask import Flask

from court_app import create_app
from court_app.settings import Settings
from tests.applications import application
from tests.conftest import StandingClock


def test_a_twin_has_the_settings_the_parts_and_the_addresses_of_an_application_built_anew(
    own_app: Flask, settings: Settings
) -> None:
    clock = own_app.extensions["court_clock"]

    twin = application(settings, clock)

    assert dict(twin.config) == dict(own_app.config)
    assert twin.extensions.keys() == own_app.extensions.keys()
    assert [twin.extensions[name] for name in ("court", "court_clock")] == [
        own_app.extensions[name] for name in ("court", "court_clock")
    ]
    assert {rule.rule for rule in twin.url_map.iter_rules()} == {
        rule.rule for rule in own_app.url_map.iter_rules()
    }


def test_twins_have_settings_of_their_own(settings: Settings) -> None:
    other = replace(settings, secret_key="another", demo=True, secure_cookie=True)

    twins = [application(chosen, StandingClock()) for chosen in (settings, other)]

    assert [twin.config["SECRET_KEY"] for twin in twins] == ["only-for-tests", "another"]
    assert dict(twins[1].config) == dict(create_app(other).config)
