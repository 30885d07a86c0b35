"""One command that serves: web processes and the worker, of which none outlives the others.

`serve` holds a lock on the data directory, which every web process inherits: while one of them lives, a
second start is refused. A killed web process or worker is replaced. When this process dies, the kernel ends
the rest.
"""

import ctypes
import fcntl
import logging
import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from granian import Granian
from granian.constants import Interfaces
from huey.utils import load_class

log = logging.getLogger("court.serving")
QUEUE = "court_app.jobs.huey"
PR_SET_PDEATHSIG = 1
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LINUX = sys.platform == "linux"
STOP_SECONDS = 20  # what a running job gets before it is interrupted; the outbox repeats it
PAUSE_SECONDS = 3  # between the end of a worker and its replacement


class CannotServe(Exception):
    """Another process is in the way; the message says which."""


def serve(*, address: str, port: int, workers: int, data_dir: Path) -> int:
    """Serve pages, API and jobs until a signal comes; returns the exit code for the shell.

    Args:
        address: to listen on; one of this machine's.
        port: to listen on.
        workers: number of web processes; each answers two requests at a time.
        data_dir: where database, documents and lock are kept.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    os.environ["COURT_DATA_DIR"] = str(data_dir.resolve())
    try:
        with only_server(data_dir / "serving.lock"):
            claim_port(address, port)
            count_together(data_dir / "metrics")
            with Worker(QUEUE):
                return run_web(address, port, workers)
    except CannotServe as obstacle:
        sys.stderr.write(f"{obstacle}\n")
        return 1
    except KeyboardInterrupt:  # before granian listens to signals
        return 128 + signal.SIGINT


@contextmanager
def only_server(lock: Path) -> Iterator[None]:
    """Hold the lock of a data directory; forks inherit it, so orphans keep it too.

    Raises:
        CannotServe: naming the process that holds it.
    """
    descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 20, 0).decode().strip() or "unknown"
            raise CannotServe(f"already running: PID {holder}") from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def claim_port(address: str, port: int) -> None:
    """See that nobody listens there; the web processes would share the port with him without a word.

    Raises:
        CannotServe: if somebody does, or the address is not of this machine.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise CannotServe(f"cannot listen on {address}:{port}: {error.strerror}") from error


def count_together(folder: Path) -> None:
    """Have `/metrics` answer for all web processes: they count in files of one folder, anew at each start."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder.resolve())


def log_as_json() -> None:
    """Write the log as JSON lines; imported here because the counters read their folder when imported."""
    from court_app.observing import write_json_lines

    write_json_lines()
    logging.getLogger("alembic").setLevel(logging.WARNING)  # `/readyz` asks it every few seconds


def run_web(address: str, port: int, workers: int) -> int:
    """Serve with granian; returns its exit code."""
    # Forked, not spawned, on every version of Python: only so is the lock inherited.
    multiprocessing.set_start_method("fork", force=True)
    os.register_at_fork(after_in_child=be_endable)
    server = Granian(
        "court_app.serving:web_application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=workers,
        blocking_threads=2,
        workers_kill_timeout=5,
        respawn_failed_workers=True,
    )
    try:
        server.serve()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


def web_application() -> Flask:
    """The application of one web process, which ends with its parent and not by the terminal's Ctrl-C.

    A process that gets Ctrl-C and its parent's signal at once may wait for itself for ever.
    """
    unwatch_worker()
    os.setpgid(0, 0)
    parent = multiprocessing.parent_process()
    if parent and parent.pid:
        end_with_parent(signal.SIGKILL, parent.pid)
    from court_app import create_app

    log_as_json()
    return create_app()


@contextmanager
def endings_waiting() -> Iterator[None]:
    """Start a process that the signals to end reach only once it is endable.

    While Python starts, its own answer to Ctrl-C may be lost among the modules that are being imported.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDINGS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def be_endable() -> None:
    """Let signals end this process while it still starts; later granian and huey listen to them.

    Until then a fork would swallow them with its parent's handlers, and a child of a shell's background job
    would ignore Ctrl-C. One that has waited ends it now.
    """
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)


def end_with_parent(by: signal.Signals, parent: int) -> None:
    """Have the kernel send this process a signal when its parent ends; Linux only."""
    if LINUX and ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(by), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:  # it ended before the kernel knew of us
        sys.exit(1)


class Worker:
    """The process that does the jobs, replaced whenever it ends before its time.

    Watched by signals in the main thread, the one that also forks the web processes: were it started from a
    thread of its own, a fork at that moment would keep the pipe open on which `Popen` waits.
    """

    process: subprocess.Popen[bytes]

    def __init__(self, queue: str) -> None:
        self._command = [sys.executable, "-m", "court_app.serving", queue, str(os.getpid())]

    def __enter__(self) -> "Worker":
        self._start()
        signal.signal(signal.SIGALRM, self._replace)
        signal.signal(signal.SIGCHLD, self._look)
        self._look()
        return self

    def __exit__(self, *_: object) -> None:
        unwatch_worker()
        stop(self.process)

    def _start(self) -> None:
        # In a session of its own: Ctrl-C reaches it once, through us, and lets the running job finish.
        with endings_waiting():
            self.process = subprocess.Popen(self._command, start_new_session=True)  # noqa: S603

    def _look(self, *_: object) -> None:
        if self.process.poll() is not None:
            signal.alarm(PAUSE_SECONDS)

    def _replace(self, *_: object) -> None:
        if (code := self.process.poll()) is not None:
            log.error("worker ended, another takes its place", extra={"code": code})
            self._start()


def unwatch_worker() -> None:
    """Leave the worker alone: at the end, and in web processes, whose child it is not."""
    signal.alarm(0)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a worker: first politely, then not."""
    if process.poll() is not None:
        return
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS + 5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def run_worker(queue: str, parent: int) -> None:
    """Be the worker of a server, and end with it."""
    be_endable()
    end_with_parent(signal.SIGTERM, parent)
    log_as_json()
    consumer = load_class(queue).create_consumer(workers=1, shutdown_timeout=STOP_SECONDS)
    consumer.run()


if __name__ == "__main__":
    run_worker(sys.argv[1], int(sys.argv[2]))
