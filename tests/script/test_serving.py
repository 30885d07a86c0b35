"""`court serve`: one server to a data directory, killed processes come back, and none is left behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest

from court_app.serving import (
    QUEUE,
    CannotServe,
    claim_port,
    count_together,
    endings_waiting,
    only_server,
    serve,
)

HERE = Path(__file__).parent
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's death signal is Linux's own")


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def eventually(question: Callable[[], object], seconds: float = 120) -> object:
    """The first true answer; a refused connection counts as none."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if answer := question():
                return answer
        except OSError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"never came true: {question}")


def is_alive(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


@dataclass
class SmallCourt:
    """The small court of this folder, served by a process of its own."""

    folder: Path
    port: int
    process: subprocess.Popen[str]

    @classmethod
    def started(cls, folder: Path, port: int) -> "SmallCourt":
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, str(HERE / "small_court.py"), str(port), str(folder)],
            env={**os.environ, "PYTHONPATH": f"{HERE.parents[1]}{os.pathsep}{HERE}"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        return cls(folder, port, process)

    def answering(self) -> int:
        """The web process that answers a page."""
        with urlopen(f"http://127.0.0.1:{self.port}/", timeout=2) as page:
            return int(page.read())

    def worker(self) -> int:
        """The process that does the jobs."""
        written = self.folder / "worker"
        return int(written.read_text()) if written.exists() else 0

    def has_opened(self) -> "SmallCourt":
        """Wait for its first page and its worker."""
        eventually(self.answering)
        eventually(self.worker)
        return self

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


@pytest.fixture
def court(tmp_path: Path) -> Iterator[SmallCourt]:
    court = SmallCourt.started(tmp_path, a_free_port())
    try:
        yield court.has_opened()
    finally:
        court.end()


@pytest.mark.slow
@pytest.mark.long
def test_a_second_start_on_the_same_data_is_refused_and_names_the_first(court: SmallCourt) -> None:
    second = SmallCourt.started(court.folder, a_free_port())

    said, _ = second.process.communicate(timeout=60)

    assert (second.process.returncode, said) == (1, f"already running: PID {court.process.pid}\n")


@pytest.mark.slow
@linux_only
def test_a_killed_web_process_is_replaced(court: SmallCourt) -> None:
    killed = court.answering()

    os.kill(killed, signal.SIGKILL)

    eventually(lambda: not is_alive(killed))
    assert eventually(lambda: court.answering() != killed)
    assert court.process.poll() is None


@pytest.mark.slow
@linux_only
def test_a_killed_worker_is_replaced(court: SmallCourt) -> None:
    killed = court.worker()

    os.kill(killed, signal.SIGKILL)

    assert eventually(lambda: court.worker() not in {0, killed})


@pytest.mark.slow
@linux_only
def test_when_the_server_is_killed_nothing_of_it_lives_on_and_it_can_be_started_again(
    court: SmallCourt,
) -> None:
    web, worker = court.answering(), court.worker()

    court.process.kill()

    eventually(lambda: not is_alive(web) and not is_alive(worker))
    (court.folder / "worker").unlink()
    again = SmallCourt.started(court.folder, court.port)
    try:
        assert again.has_opened().answering() != web
    finally:
        again.end()


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("whom", ["the server", "its whole group"])
def test_a_signal_ends_everything_in_order(court: SmallCourt, by: signal.Signals, whom: str) -> None:
    worker = court.worker()

    (os.kill if whom == "the server" else os.killpg)(court.process.pid, by)

    court.process.communicate(timeout=60)
    assert court.process.returncode == 0
    assert not is_alive(worker)


@pytest.mark.slow
@linux_only
def test_a_server_that_is_told_to_end_while_it_still_starts_ends_without_force(tmp_path: Path) -> None:
    court = SmallCourt.started(tmp_path, a_free_port())
    children = Path(f"/proc/{court.process.pid}/task/{court.process.pid}/children")
    eventually(lambda: len(children.read_text().split()) == 3)
    started = [int(child) for child in children.read_text().split()]

    court.process.terminate()

    said, _ = court.process.communicate(timeout=60)
    assert court.process.returncode == 0
    assert "refused to gracefully stop" not in said
    assert not any(is_alive(child) for child in started)


@pytest.mark.slow
@linux_only
@pytest.mark.parametrize("after", [0.0, 0.1])
def test_a_worker_that_is_told_to_end_while_it_is_still_imported_ends(after: float) -> None:
    with endings_waiting():
        worker = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "court_app.serving", QUEUE, str(os.getpid())]
        )
    time.sleep(after)

    worker.send_signal(signal.SIGINT)

    assert worker.wait(timeout=60) == -signal.SIGINT


def test_the_lock_is_free_again_once_the_server_has_ended(tmp_path: Path) -> None:
    with only_server(tmp_path / "lock"):
        pass

    with only_server(tmp_path / "lock"):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"


def test_the_lock_is_refused_with_the_holder_while_the_server_runs(tmp_path: Path) -> None:
    with (
        only_server(tmp_path / "lock"),
        pytest.raises(CannotServe, match=f"already running: PID {os.getpid()}"),
        only_server(tmp_path / "lock"),
    ):
        pass


def test_a_port_that_somebody_listens_on_is_refused_even_if_he_would_share_it() -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()

        with pytest.raises(CannotServe, match="cannot listen on 127"):
            claim_port("127.0.0.1", other.getsockname()[1])


def test_a_free_port_may_be_used() -> None:
    claim_port("127.0.0.1", port := a_free_port())

    assert port


def test_the_counters_of_all_web_processes_begin_anew_at_each_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", "")
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "counter_1.db").write_text("of the last start")

    count_together(tmp_path / "metrics")

    assert list((tmp_path / "metrics").iterdir()) == []
    assert os.environ["PROMETHEUS_MULTIPROC_DIR"] == str(tmp_path / "metrics")


def test_who_cannot_serve_is_told_why_on_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with only_server(tmp_path / "serving.lock"):
        code = serve(address="127.0.0.1", port=a_free_port(), workers=1, data_dir=tmp_path)

    assert code == 1
    assert capsys.readouterr().err == f"already running: PID {os.getpid()}\n"
