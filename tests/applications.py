"""The application is built once in a process; every court of a test gets a twin of it.

To build it takes half a second: every address is compiled, every schema of the API is described, and every
template is compiled anew. A twin shares all of that and has its own settings, database and clock.
"""

import atexit
import copy
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import cast

from court_app import create_app
from court_app.bench import Bench
from court_app.clock import Clock, system_clock
from court_app.settings import Settings
from court_app.visit import CourtFlask


@cache
def original() -> CourtFlask:
    """The application whose twins serve; it serves nobody itself."""
    folder = tempfile.mkdtemp(prefix="court-original-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Settings(data_dir=Path(folder), database_url="sqlite://", secret_key="only-for-tests")
    return cast(CourtFlask, create_app(settings, system_clock))


def application(settings: Settings, clock: Clock) -> CourtFlask:
    """The application with these settings; what is added to its addresses is added for all twins."""
    twin = copy.copy(original())
    twin.config = copy.copy(twin.config)
    twin.config.update(
        SECRET_KEY=settings.key(),
        SESSION_COOKIE_SECURE=settings.secure_cookie,
        COURT_DEMO=settings.demo,
    )
    twin.extensions = {**twin.extensions, "court": Bench.of(settings), "court_clock": clock}
    return twin
