"""What every answer says about how it may be used, and which requests are not even read."""

import gzip
import json
import logging

import pytest
from flask import Flask, request
from flask.testing import FlaskClient

from court_app.assets import build, manifest
from court_app.observing import JsonLines
from court_app.visit import public, takes_uploads


@pytest.mark.parametrize("path", ["/sign-in", "/nothing-here", "/api/v1/sessions/current", "/healthz"])
def test_every_answer_forbids_foreign_scripts_styles_and_frames(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/sign-in", "/api/v1/", "/nothing-here"])
def test_no_page_holds_a_script_or_a_style_of_its_own(client: FlaskClient, path: str) -> None:
    page = client.get(path).text

    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert " onclick=" not in page


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client: FlaskClient) -> None:
    cookie = client.get("/sign-in").headers["Set-Cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_front_end_files_are_kept_for_ever_and_sent_compressed(client: FlaskClient) -> None:
    build()

    answer = client.get(f"/static/vendor/{manifest()['court.css']}", headers={"Accept-Encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.mimetype == "text/css"
    assert b".court-top" in gzip.decompress(answer.data)


def test_nothing_but_front_end_files_is_served(client: FlaskClient) -> None:
    paths = ["/static/vendor/manifest.json", "/static/vendor/..%2f..%2fforms.py", "/static/court.css"]

    assert [client.get(path).status_code for path in paths] == [404, 404, 404]


def test_a_body_of_more_than_a_megabyte_is_refused(client: FlaskClient) -> None:
    answer = client.post("/api/v1/sessions", data=b"x" * 1_000_001, content_type="application/json")

    assert answer.status_code == 413
    assert answer.mimetype == "application/problem+json"


def test_a_page_that_takes_files_takes_more(own_app: Flask) -> None:
    @public
    @takes_uploads
    def upload() -> str:
        return str(len(request.get_data()))

    own_app.add_url_rule("/api/v1/uploads", "upload", upload, methods=["POST"])

    answer = own_app.test_client().post("/api/v1/uploads", data=b"x" * 1_000_001)

    assert answer.text == "1000001"


def test_a_request_keeps_the_number_it_brings_and_gets_one_if_it_brings_none(client: FlaskClient) -> None:
    brought = client.get("/healthz", headers={"X-Request-ID": "gateway-0001"})
    strange = client.get("/healthz", headers={"X-Request-ID": "<b>1</b>"})

    assert brought.headers["X-Request-ID"] == "gateway-0001"
    assert len(strange.headers["X-Request-ID"]) == 16


def test_the_log_names_the_pattern_of_an_address_and_never_what_was_searched(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="court.requests")

    client.get("/sign-in?next=/cases?q=%E6%9E%97%E9%9D%99")

    line = json.loads(JsonLines().format(caplog.records[-1]))
    assert line["message"] == "answered"
    assert (line["rule"], line["status"], line["user"]) == ("/sign-in", 200, None)
    assert "林静" not in str(line)
    assert "next" not in str(line)


def test_a_fault_of_ours_is_logged_with_its_trace_and_told_without(
    own_app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    @public
    def broken(name: str) -> str:
        raise RuntimeError(f"the secret of {name}")

    own_app.add_url_rule("/api/v1/broken/<name>", "broken", broken)

    answer = own_app.test_client().get("/api/v1/broken/linjing")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert answer.json is not None
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]
    line = json.loads(JsonLines().format(next(r for r in caplog.records if r.name == "court.failures")))
    assert "the secret of linjing" in line["trace"]
    assert line["rule"] == "/api/v1/broken/<name>"


def test_an_operator_sees_health_readiness_and_counters(client: FlaskClient) -> None:
    assert client.get("/healthz").text == "ok\n"
    assert client.get("/readyz").text == "ok\n"
    assert "court_requests_total" in client.get("/metrics").text
