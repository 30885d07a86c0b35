"""Settings of an installation, from environment variables `COURT_*`; listed by `court settings`."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting: its variable, its default, and why there is one."""

    variable: str
    default: str
    why: str


ENTRIES = (
    Entry("COURT_DATA_DIR", "var", "where database, documents, certificate and secret key are kept"),
    Entry("COURT_DATABASE_URL", "", "PostgreSQL instead of the embedded SQLite: postgresql+psycopg://…"),
    Entry("COURT_SECRET_KEY", "", "signs form tokens; made once and kept in the data directory if empty"),
    Entry(
        "COURT_PUBLIC_ADDRESS", "http://127.0.0.1:8000", "the address that documents print for verification"
    ),
    Entry("COURT_DEMO", "0", "1 shows the demonstration users on the sign-in page"),
    Entry("COURT_SESSION_HOURS", "10", "how long a sign-in lasts"),
    Entry("COURT_TOKEN_DAYS", "90", "how long an API token lasts"),
    Entry("COURT_SECURE_COOKIE", "0", "1 where the pages are served over HTTPS"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """An installation's settings, read once at start."""

    data_dir: Path = Path("var")
    database_url: str = ""
    secret_key: str = ""
    public_address: str = "http://127.0.0.1:8000"
    demo: bool = False
    session_hours: int = 10
    token_days: int = 90
    secure_cookie: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings; what is not set has its default.

        Raises:
            ValueError: naming a variable that cannot be read.
        """
        given = os.environ if environment is None else environment
        value = {entry.variable: given.get(entry.variable) or entry.default for entry in ENTRIES}
        data_dir = Path(value["COURT_DATA_DIR"])
        return cls(
            data_dir=data_dir,
            database_url=value["COURT_DATABASE_URL"] or f"sqlite:///{data_dir / 'court.db'}",
            secret_key=value["COURT_SECRET_KEY"],
            public_address=value["COURT_PUBLIC_ADDRESS"].rstrip("/"),
            demo=value["COURT_DEMO"] == "1",
            session_hours=whole("COURT_SESSION_HOURS", value),
            token_days=whole("COURT_TOKEN_DAYS", value),
            secure_cookie=value["COURT_SECURE_COOKIE"] == "1",
        )

    def key(self) -> str:
        """The secret key; made once, readable by the owner alone."""
        if self.secret_key:
            return self.secret_key
        kept = self.data_dir / "secret_key"
        if not kept.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(kept, os.O_CREAT | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(secrets.token_hex(32))
        return kept.read_text().strip()


def whole(variable: str, value: Mapping[str, str]) -> int:
    """A whole number of a variable.

    Raises:
        ValueError: naming the variable.
    """
    try:
        return int(value[variable])
    except ValueError as error:
        raise ValueError(f"{variable} must be a whole number, not {value[variable]!r}") from error
