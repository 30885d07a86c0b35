"""A long paper asked for on a page or by a program: answered at once, shown while it is made."""

import pytest

from court_app.demo.actors import Play
from court_app.demo.people import PASSWORD
from court_app.jobs import run_open_jobs
from court_app.visit import CourtFlask
from models import Job
from tests.applications import application
from tests.conftest import StandingClock
from tests.pages.desks import desk
from tests.people import bearer
from tests.petition.sealing import AT_ONCE, approved, paper


def app_of(play: Play) -> CourtFlask:
    """The application on the day of the play."""
    return application(play.bench.settings, StandingClock(play.now))


def jobs_of(play: Play) -> int:
    """How many seals are promised."""
    with play.bench.reading() as session:
        return int(session.query(Job).filter_by(kind="seal_paper").count())


def test_the_page_says_that_the_paper_is_being_made_and_comes_again_until_it_is_sealed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    keeper, path = desk(app_of(play), "guyin"), f"/documents/{ruling}"

    form = {"csrf_token": keeper.token(f"{path}/steps/seal"), "confirmed": "1", "key": "one-key"}
    first = keeper.client.post(f"{path}/steps/seal", data=form)
    waiting = keeper.client.get(path)
    again = keeper.client.post(f"{path}/steps/seal", data=form)
    run_open_jobs(play.bench, play.now)
    sealed = keeper.client.get(path)

    assert (first.status_code, again.status_code, jobs_of(play)) == (302, 302, 1)
    assert waiting.headers["Refresh"] == "5"
    assert f"本文书的表格共 {AT_ONCE + 1} 行" in waiting.text
    assert "已经受理，正在后台办理：用印" in waiting.text
    assert f"{path}/steps/seal" not in waiting.text
    assert "Refresh" not in sealed.headers
    assert paper(play, ruling).verification_code in sealed.text


def test_a_program_is_told_where_to_look_and_a_check_promises_nothing(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    client = app_of(play).test_client()
    headers = {**bearer(client, "guyin", PASSWORD), "Idempotency-Key": "seal-once"}
    path = f"/api/v1/documents/{ruling}/steps"
    body = {"step": "seal", "version": paper(play, ruling).version}

    checked = client.post(path, json={**body, "check": True}, headers=headers)
    before = jobs_of(play)
    asked, again = (client.post(path, json=body, headers=headers) for _ in range(2))
    waiting = client.get(asked.headers["Location"], headers=headers)
    run_open_jobs(play.bench, play.now)
    sealed = client.get(asked.headers["Location"], headers=headers)

    assert (checked.status_code, checked.json["state"]["value"], before) == (200, "SEALED", 0)
    assert (asked.status_code, again.status_code, jobs_of(play)) == (202, 202, 1)
    assert asked.json == again.json == waiting.json
    assert (waiting.json["state"]["value"], waiting.json["rows"]) == ("WAITING", AT_ONCE + 1)
    assert sealed.json["state"]["value"] == "SEALED"


@pytest.mark.parametrize(("who", "status"), [("heqieyu", 409), ("lian", 409), ("guanli", 404)])
def test_who_may_not_seal_is_told_so_at_once(
    play: Play, monkeypatch: pytest.MonkeyPatch, who: str, status: int
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    client = app_of(play).test_client()

    asked = client.post(
        f"/api/v1/documents/{ruling}/steps",
        json={"step": "seal"},
        headers=bearer(client, who, PASSWORD),
    )

    assert (asked.status_code, jobs_of(play)) == (status, 0)


def test_a_short_paper_has_no_sealing_to_look_at(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    ruling = approved(play, AT_ONCE, monkeypatch)
    client = app_of(play).test_client()
    headers = bearer(client, "guyin", PASSWORD)

    taken = client.post(f"/api/v1/documents/{ruling}/steps", json={"step": "seal"}, headers=headers)
    asked = client.get(f"/api/v1/documents/{ruling}/sealing", headers=headers)

    assert (taken.status_code, taken.json["state"]["value"], asked.status_code) == (201, "SEALED", 404)


def test_a_long_draft_is_read_on_its_page_and_has_its_pdf_once_it_is_sealed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling, app = approved(play, AT_ONCE + 1, monkeypatch), app_of(play)
    keeper, path, program = desk(app, "guyin"), f"/documents/{ruling}", app.test_client()

    drafted = program.get(f"/api/v1{path}/pdf", headers=bearer(program, "guyin", PASSWORD))
    page = keeper.page(path)
    keeper.confirm(f"{path}/steps/seal")
    run_open_jobs(play.bench, play.now)
    sealed = keeper.client.get(f"{path}/pdf")

    assert f"{path}/pdf" not in page
    assert (drafted.status_code, drafted.json["type"]) == (409, "/problems/too-long-to-draw")
    assert "查明" in keeper.page(f"{path}/preview")
    assert (sealed.status_code, sealed.data[:5]) == (200, b"%PDF-")
