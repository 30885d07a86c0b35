"""A court of one page and one job, served like the real one: `small_court.py PORT DATA_DIR`."""

import os
import sys
from pathlib import Path

from flask import Flask
from huey import MemoryHuey

import court_app
from court_app import serving

queue = MemoryHuey("small", immediate=False)


@queue.on_startup()
def say_who_works() -> None:
    """Write down the process that does the jobs."""
    (Path(os.environ["COURT_DATA_DIR"]) / "worker").write_text(str(os.getpid()))


def small_app() -> Flask:
    """One page that tells which process answers."""
    app = Flask("small")
    app.add_url_rule("/", view_func=lambda: str(os.getpid()))
    return app


if __name__ == "__main__":
    court_app.create_app = small_app  # type: ignore[assignment]
    serving.QUEUE = "small_court.queue"
    sys.exit(serving.serve(address="127.0.0.1", port=int(sys.argv[1]), workers=2, data_dir=Path(sys.argv[2])))
