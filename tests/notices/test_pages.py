"""Notices and announcements as a clerk and a program meet them."""

import re

from flask.testing import FlaskClient

from court_app.demo.actors import Play
from court_app.demo.people import PASSWORD
from court_app.jobs import run_open_jobs
from tests.applications import application
from tests.notices.building import notice_of, notified_case, rows
from tests.people import enter


def browser(play: Play, who: str = "heqieyu") -> FlaskClient:
    client = application(play.bench.settings, lambda: play.now).test_client()
    enter(client, who, PASSWORD)
    return client


def token_in(page: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_clerk_makes_sends_and_confirms_a_batch_with_scripts_off(play: Play) -> None:
    case, clerk = notified_case(play, 2), browser(play)
    listed = clerk.get(f"/cases/{case}/notices").text
    made = clerk.post(f"/documents/{notice_of(play, case)}/notices", data={"csrf_token": token_in(listed)})
    batch = int(made.location.rsplit("/", 1)[1])
    waiting = clerk.get(f"/notices/{batch}")
    run_open_jobs(play.bench, play.now)
    ready = clerk.get(f"/notices/{batch}")
    form = clerk.get(f"/notices/{batch}/acts/send").text
    typed = {"csrf_token": token_in(form), "electronic": "yes", "method": "POST"}

    check = clerk.post(f"/notices/{batch}/acts/send", data=typed)
    untouched = {delivery.state for _, delivery, _ in rows(play, batch)}
    sure = {**typed, "sure": "yes", "key": "once"}
    done = clerk.post(f"/notices/{batch}/acts/send", data=sure)
    again = clerk.post(f"/notices/{batch}/acts/send", data=sure)

    assert "为每位债权人制作通知" in listed
    assert waiting.headers["Refresh"] == "5"
    assert "Refresh" not in ready.headers
    assert "5 / 5" in ready.text
    assert "将记录 5 条" in check.text
    assert untouched == {"PREPARED"}
    assert (done.status_code, again.status_code) == (302, 302)
    assert {delivery.state for _, delivery, _ in rows(play, batch)} == {"SENT"}
    bad = clerk.post(
        f"/notices/{batch}/acts/results", data={"csrf_token": typed["csrf_token"], "rows": "x\n1"}
    )
    assert bad.status_code == 422
    assert "首行应为" in bad.text
    for path in ("sheet.csv", "sheet.xlsx", "results.csv", "1/pdf", "labels/1"):
        assert clerk.get(f"/notices/{batch}/{path}").status_code == 200
    duties = clerk.get(f"/cases/{case}/publications").text
    names = re.findall(r' id="(field-[^"]+)"', duties)
    assert "公告义务" in duties
    assert len(set(names)) == len(names), "every form of the page names its fields by its own number"
    assert "尚未制作正本" in clerk.get("/publications").text


def test_a_program_follows_a_batch_and_the_duties_of_a_case(play: Play) -> None:
    case, clerk = notified_case(play, 1), browser(play)
    token = clerk.post("/api/v1/sessions", json={"username": "heqieyu", "password": PASSWORD}).json["token"]
    known = {"Authorization": f"Bearer {token}"}
    made = clerk.post(f"/api/v1/documents/{notice_of(play, case)}/notice-batch", headers=known)
    batch = made.json["id"]
    run_open_jobs(play.bench, play.now)

    sent = clerk.post(f"/api/v1/notice-batches/{batch}/sending", json={"method": "POST"}, headers=known)
    seen = clerk.get(f"/api/v1/notice-batches/{batch}", headers=known)
    listed = clerk.get(f"/api/v1/notice-batches/{batch}/notices?size=2", headers=known)
    duties = clerk.get(f"/api/v1/cases/{case}/publications", headers=known)

    assert (made.status_code, made.json["total"], made.json["done"]) == (201, 4, 0)
    assert sent.json == {"done": 4, "refused": []}
    assert (seen.json["finished"], seen.json["states"], seen.json["duty"]["value"]) == (
        True,
        {"SENT": 4},
        "OPEN",
    )
    assert [row["position"] for row in listed.json["items"]] == [1, 2]
    assert [duty["step"] for duty in duties.json["items"]] == ["publish_acceptance"]
    stranger = browser(play, "gaoyuan")
    for path in (f"/notices/{batch}", f"/cases/{case}/notices", f"/cases/{case}/publications"):
        assert stranger.get(path).status_code == 404
