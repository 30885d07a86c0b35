"""A long paper is sealed by a job: asked once, drawn while nobody waits, all or nothing."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from court_app.demo.actors import Play
from court_app.errors import StaleVersion
from court_app.jobs import run_open_jobs
from court_app.services import jobs
from court_app.services.papers import documents, sealing
from court_app.services.procedure.dry_run import nothing_kept
from court_app.services.procedure.step_records import Taken
from documents.signing import check_signature
from models import CaseEvent, Job, User
from models.vocabulary import SealingState
from tests.petition.sealing import AT_ONCE, HANDS, approved, paper
from workflows.engine import StepRefused

ROOT = Path(__file__).parents[2]
DYING = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from court_app.bench import Bench
from court_app.jobs import run_open_jobs
from court_app.services.papers.mill import Mill
from court_app.settings import Settings

folder, url, now = sys.argv[1:4]
bench = Bench.of(Settings(data_dir=Path(folder), database_url=url, secret_key="only-for-tests"))
drawn = Mill.seal
def sealed_and_dead(*of_it):
    drawn(*of_it)
    os.kill(os.getpid(), signal.SIGKILL)
Mill.seal = sealed_and_dead
run_open_jobs(bench, datetime.fromisoformat(now))
"""


def sealed_jobs(play: Play) -> list[Job]:
    """The jobs that seal papers."""
    with play.bench.reading() as session:
        return list(session.scalars(select(Job).where(Job.kind == sealing.JOB)))


def last_event(play: Play, document_id: int) -> dict[str, Any]:
    """What the docket says last of a paper, but for moments and hashes."""
    with play.bench.reading() as session:
        event = session.scalars(
            select(CaseEvent)
            .where(CaseEvent.machine == "document", CaseEvent.subject_id == document_id)
            .order_by(CaseEvent.id.desc())
        ).first()
        assert event is not None
        names = (
            "step",
            "source_state",
            "target_state",
            "actor_name",
            "actor_role",
            "effective_on",
            "payload",
            "basis",
        )
        return {name: getattr(event, name) for name in names}


def ask(play: Play, document_id: int, who: str = HANDS.seal, version: int | None = None) -> Taken:
    """Ask for a seal, as a program would."""
    with play.transaction() as session:
        return documents.take_step(
            play.occasion(session, who), document_id, "seal", {"remark": "用印登记第七号"}, version=version
        )


def how_far(play: Play, document_id: int) -> sealing.Sealing:
    """How far the sealing of a paper is."""
    with play.bench.reading() as session:
        occasion = play.bench.occasion(session, None, play.now)
        return sealing.of_paper(occasion, paper(play, document_id))


def test_a_short_paper_is_sealed_while_the_seal_keeper_waits(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE, monkeypatch)

    ask(play, ruling)

    assert paper(play, ruling).state == "SEALED"
    assert sealed_jobs(play) == []


def test_a_long_paper_is_sealed_by_a_job_and_the_docket_says_the_same_as_of_a_short_one(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)

    asked = ask(play, ruling)
    before = paper(play, ruling)
    waiting = how_far(play, ruling)
    done = run_open_jobs(play.bench, play.now)

    sealed, by_job = paper(play, ruling), last_event(play, ruling)
    assert asked.later == sealed_jobs(play)[0].id
    assert (before.state, before.sha256, waiting.state) == ("APPROVED", None, SealingState.WAITING)
    assert (waiting.rows, waiting.asked_by) == (AT_ONCE + 1, "顾印")
    assert (done, sealed.state, how_far(play, ruling).state) == (1, "SEALED", SealingState.SEALED)
    assert check_signature(play.bench.mill.store.get(sealed.sha256), play.bench.mill.credentials).valid
    play.paper_step(ruling, "reopen", "shenzhiheng", reason="重新用印。")
    play.paper_step(ruling, "submit", "shenzhiheng")
    for member in HANDS.others:
        play.paper_step(ruling, "give_opinion", member, agrees=True)
    play.paper_step(ruling, "approve", HANDS.approver)
    monkeypatch.setattr(sealing, "AT_ONCE_ROWS", AT_ONCE + 1)
    ask(play, ruling)
    assert by_job == last_event(play, ruling)


def test_a_double_click_makes_one_job(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    version = paper(play, ruling).version

    first, second = ask(play, ruling, version=version), ask(play, ruling, version=version)

    assert first.later == second.later
    assert len(sealed_jobs(play)) == 1


@pytest.mark.parametrize("who", ["heqieyu", "shenzhiheng", "tangbo", "lian"])
def test_who_may_not_seal_is_refused_at_once_and_no_job_is_made(
    play: Play, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)

    with pytest.raises(StepRefused):
        ask(play, ruling, who)

    assert sealed_jobs(play) == []


def test_whoever_read_an_older_text_does_not_have_it_sealed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)

    with pytest.raises(StaleVersion):
        ask(play, ruling, version=paper(play, ruling).version - 1)

    assert sealed_jobs(play) == []


def test_a_check_of_a_long_paper_makes_no_job(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)

    with play.transaction() as session, nothing_kept(play.occasion(session, HANDS.seal)) as moment:
        would_be = documents.take_step(moment, ruling, "seal", {}, version=None).subject.state

    assert would_be == "SEALED"
    assert paper(play, ruling).state == "APPROVED"
    assert sealed_jobs(play) == []


def test_a_paper_that_was_reopened_meanwhile_is_not_sealed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    ask(play, ruling)
    play.paper_step(ruling, "reopen", "shenzhiheng", reason="金额有误。")

    run_open_jobs(play.bench, play.now)

    stopped = how_far(play, ruling)
    assert (paper(play, ruling).state, paper(play, ruling).sha256) == ("DRAFT", None)
    assert stopped.state == SealingState.STOPPED
    assert stopped.why


def test_a_paper_that_is_reopened_while_it_is_drawn_is_not_sealed_and_the_drawing_is_destroyed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    ask(play, ruling)
    drawn, digests = type(play.bench.mill).seal, []

    def reopened_meanwhile(*of_it: Any) -> str:
        digests.append(drawn(*of_it))
        play.paper_step(ruling, "reopen", "shenzhiheng", reason="金额有误。")
        return digests[0]

    monkeypatch.setattr(type(play.bench.mill), "seal", reopened_meanwhile)
    run_open_jobs(play.bench, play.now)

    assert (paper(play, ruling).state, paper(play, ruling).sha256) == ("DRAFT", None)
    assert not play.bench.mill.store.has(digests[0])


def test_a_worker_that_drew_for_longer_than_its_lease_changes_nothing_of_what_the_next_one_sealed(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    ask(play, ruling)
    drawn, digests = type(play.bench.mill).seal, []

    def overtaken(*of_it: Any) -> str:
        own = drawn(*of_it)
        digests.append(own)
        if len(digests) == 1:
            run_open_jobs(play.bench, play.now + jobs.LEASE * 2)
        return own

    monkeypatch.setattr(type(play.bench.mill), "seal", overtaken)
    slow = run_open_jobs(play.bench, play.now)

    sealed = paper(play, ruling)
    assert (slow, sealed.state, how_far(play, ruling).state) == (1, "SEALED", SealingState.SEALED)
    assert [play.bench.mill.store.has(digest) for digest in digests] == [
        digest == sealed.sha256 for digest in digests
    ]


def test_a_seal_keeper_who_has_left_seals_nothing_and_another_may_ask_again(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    ask(play, ruling)
    present(play, False)
    run_open_jobs(play.bench, play.now)
    stopped = how_far(play, ruling)

    present(play, True)
    ask(play, ruling)
    run_open_jobs(play.bench, play.now)

    assert stopped.state == SealingState.STOPPED
    assert "停用" in str(stopped.why)
    assert paper(play, ruling).state == "SEALED"
    assert len(sealed_jobs(play)) == 1


def present(play: Play, active: bool) -> None:
    """Let the seal keeper leave or come back."""
    with play.transaction() as session:
        session.get_one(User, play.people[HANDS.seal]).active = active


@pytest.mark.slow
def test_a_worker_killed_after_drawing_leaves_nothing_sealed_and_the_next_one_seals(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruling = approved(play, AT_ONCE + 1, monkeypatch)
    ask(play, ruling)
    settings, approved_before = play.bench.settings, last_event(play, ruling)

    died = subprocess.run(  # noqa: S603 (our own program)
        [
            sys.executable,
            "-c",
            DYING,
            str(settings.data_dir),
            settings.database_url,
            play.now.isoformat(),
        ],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    left, said, at_work = paper(play, ruling), last_event(play, ruling), how_far(play, ruling)
    at_once = run_open_jobs(play.bench, play.now)
    after_the_lease = run_open_jobs(play.bench, play.now + jobs.LEASE * 2)

    assert died.returncode == -signal.SIGKILL
    assert (left.state, left.sha256, at_work.state) == ("APPROVED", None, SealingState.AT_WORK)
    assert said == approved_before
    assert (at_once, after_the_lease) == (0, 1)
    assert paper(play, ruling).state == "SEALED"
    assert how_far(play, ruling).tries == 2
