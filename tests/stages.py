"""What many tests begin with is played once on an empty court, kept with its papers, and copied for each."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

from sqlalchemy import make_url

from court_app.bench import Bench
from court_app.settings import Settings
from tests.postgres import Contents, contents, put

Told = TypeVar("Told")


@dataclass
class Stages:
    """Courts that were played to a stage, by its name and the kind of their database."""

    folder: Path
    kept: dict[tuple[str, str], object] = field(default_factory=dict)
    rows: dict[str, Contents] = field(default_factory=dict)

    def play(self, name: str, settings: Settings, act: Callable[[Settings], Told]) -> Told:
        """Play `act` on an empty court, or put there what it left behind when it was played before.

        It tells what its tests need to know in values that outlive the court it was played on.
        """
        kind = make_url(settings.database_url).get_backend_name()
        key = (name, kind)
        kept_in = self.folder / f"{name}-{kind}"
        if key not in self.kept:
            told = act(settings)
            Bench.of(settings).database.dispose()
            shutil.copytree(settings.data_dir, kept_in)
            self.kept[key] = told
            if kind == "postgresql":
                self.rows[name] = contents(settings.database_url)
            return told
        known = cast(Told, self.kept[key])
        shutil.copytree(kept_in, settings.data_dir, dirs_exist_ok=True)
        if kind == "postgresql":
            put(settings.database_url, self.rows[name])
        return known
