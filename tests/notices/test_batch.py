"""A batch of notices: everyone his own copy, once, whatever happens to the worker."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from court_app.demo.actors import Hands, Play
from court_app.errors import BadInput, NotFound
from court_app.jobs import run_job, run_open_jobs
from court_app.services import jobs
from court_app.services.papers import notices
from models import Document, NoticeBatch
from models.vocabulary import DocumentKind
from tests.documents.looking import faults, text_of
from tests.notices.building import (
    accepted_case,
    add_creditors,
    batch_for,
    made_batch,
    notice_of,
    notified_case,
    publish,
    rows,
)

ROOT = Path(__file__).parents[2]
DYING = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from court_app import jobs
from court_app.bench import Bench
from court_app.services.papers import notices
from court_app.settings import Settings

folder, url, now, survives = sys.argv[1:5]
chunks = []
record = notices.record

def dying(occasion, payload):
    if len(chunks) == int(survives):
        record(occasion, payload)
        os.kill(os.getpid(), signal.SIGKILL)
    chunks.append(payload)
    record(occasion, payload)

jobs.KINDS[notices.JOB] = dying
bench = Bench.of(Settings(data_dir=Path(folder), database_url=url, secret_key="only-for-tests"))
jobs.run_open_jobs(bench, datetime.fromisoformat(now))
"""


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "CHUNK", 4)


def progress(play: Play, batch: int) -> notices.Progress:
    with play.bench.reading() as session:
        occasion = play.occasion(session, "heqieyu")
        return notices.progress(occasion, notices.find(occasion, batch))


def test_everyone_gets_his_own_copy_that_names_him(play: Play) -> None:
    case = notified_case(play, 27)

    batch = made_batch(play, case)

    made = rows(play, batch)
    assert len(made) == 30
    assert len({notice.sha256 for notice, _, _ in made}) == 30
    for notice, delivery, _ in (made[0], made[17], made[-1]):
        paper = play.bench.mill.store.get(notice.sha256)
        assert f"{delivery.recipient_name}：" in text_of(paper)
        assert "本件与原本核对无异" in text_of(paper)
        assert faults(paper, "3a") == []
        assert faults(paper, "ua1") == []


def test_a_copy_bears_the_code_of_the_signed_original(play: Play) -> None:
    case = notified_case(play, 1)

    batch = made_batch(play, case)

    with play.bench.reading() as session:
        original = session.get_one(Document, notice_of(play, case))
        assert original.verification_code
        shown = text_of(play.bench.mill.store.get(rows(play, batch)[0][0].sha256))
        assert original.verification_code in shown


def test_the_same_paper_has_one_batch_however_often_it_is_asked_for(play: Play) -> None:
    case = notified_case(play, 1)

    first, second = batch_for(play, case), batch_for(play, case)
    run_open_jobs(play.bench, play.now)

    assert first == second
    assert len(rows(play, first)) == 4
    with play.bench.reading() as session:
        assert session.get_one(NoticeBatch, first).finished_at is not None


def test_a_paper_that_is_not_issued_has_no_batch(play: Play) -> None:
    case = accepted_case(play)
    play.later(3)
    publish(play, case)

    with pytest.raises(BadInput, match="修改后"):
        batch_for(play, case)


def test_who_does_not_work_on_the_case_starts_no_batch(play: Play) -> None:
    case = accepted_case(play)
    play.later(3)
    publish(play, case)

    with pytest.raises(NotFound):
        batch_for(play, case, who="gaoyuan")


@pytest.mark.usefixtures("small_chunks")
def test_the_progress_of_a_batch_can_be_seen_while_it_runs(play: Play) -> None:
    case = notified_case(play)
    batch = batch_for(play, case)
    before = progress(play, batch)
    with play.bench.reading() as session:
        first = jobs.open_jobs(session, play.now)[0]

    run_job(play.bench, first, play.now)

    after = progress(play, batch)
    assert (before.done, before.total, before.percent, before.finished) == (0, 12, 0, False)
    assert (after.done, after.percent, after.finished) == (4, 33, False)
    assert after.ends_at is not None


@pytest.mark.usefixtures("small_chunks")
def test_a_batch_whose_worker_is_killed_goes_on_and_reaches_everyone_once(play: Play) -> None:
    case = notified_case(play)
    batch = batch_for(play, case)
    settings = play.bench.settings

    died = subprocess.run(  # noqa: S603 (our own program)
        [
            sys.executable,
            "-c",
            DYING,
            str(settings.data_dir),
            settings.database_url,
            play.now.isoformat(),
            "1",
        ],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    between = progress(play, batch)
    kept = {n.position: n.sha256 for n, _, _ in rows(play, batch) if n.sha256}
    run_open_jobs(play.bench, play.now + jobs.LEASE * 2)

    assert died.returncode == -signal.SIGKILL
    assert between.done == 4
    made = rows(play, batch)
    assert len({notice.sha256 for notice, _, _ in made}) == 12
    assert len({delivery.id for _, delivery, _ in made}) == 12
    assert all(made[place - 1][0].sha256 == digest for place, digest in kept.items())
    assert progress(play, batch).finished


def test_a_character_without_a_font_stops_one_copy_and_is_named(play: Play) -> None:
    case = accepted_case(play)
    add_creditors(play, case, 2)
    play.add_party(
        case,
        {"role": "CREDITOR", "kind": "PERSON", "name": "赵\U00031350", "service_address": "江澜市望江路1号"},
    )
    play.later(3)
    publish(play, case)
    play.issue(case, DocumentKind.CREDITOR_NOTICE, Hands())

    batch = made_batch(play, case)

    stopped = [(n.position, n.uncovered) for n, _, _ in rows(play, batch) if n.sha256 is None]
    assert stopped == [(6, "\U00031350")]
    seen = progress(play, batch)
    assert (seen.done, seen.stopped, seen.finished) == (5, 1, True)


def test_a_ruling_that_names_no_addressee_goes_to_all_as_the_same_copy() -> None:
    assert notices.is_personal(DocumentKind.CREDITOR_NOTICE)
    assert not notices.is_personal(DocumentKind.CLAIMS_RULING)
