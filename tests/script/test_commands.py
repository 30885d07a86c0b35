"""`script/test` and `script/server` do their steps in order; what is committed names no package host."""

import json
import re
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
STAND_IN = """#!/bin/bash
echo "{name} $*" >>"$CALLS"
case " $FAILING " in *" {name} "*) echo "{name} fails"; exit 3 ;; esac
echo "{name} is content"
"""


class Checkout:
    """A checkout whose tools only write down that they were called."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("script/bootstrap", *(f".venv/bin/{tool}" for tool in self.tools)):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(STAND_IN.format(name=Path(name).name))
            (root / name).chmod(0o755)
        for name in ("test", "server"):
            (root / "script" / name).write_text((CHECKOUT / "script" / name).read_text())
            (root / "script" / name).chmod(0o755)

    tools = ("ruff", "mypy", "lint-imports", "python", "court")

    def run(self, script: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the checkout from another folder."""
        own = {"PATH": "/usr/bin:/bin", "CALLS": str(self.root / "calls"), "FAILING": ""}
        return subprocess.run(  # noqa: S603
            [str(self.root / "script" / script), *arguments],
            env=own | env,
            cwd="/",
            text=True,
            capture_output=True,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return (self.root / "calls").read_text().splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def test_the_checks_come_before_the_tests(checkout: Checkout) -> None:
    run = checkout.run("test")

    assert run.returncode == 0
    assert [call.strip() for call in checkout.calls] == [
        "bootstrap --test",
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "lint-imports --no-cache",
        "python -m pytest",
    ]


def test_quick_leaves_the_slow_tests_out(checkout: Checkout) -> None:
    checkout.run("test", "quick")

    assert checkout.calls[-1] == "python -m pytest -m not slow"


@pytest.mark.parametrize("quick", [(), ("quick",)])
def test_further_words_go_to_pytest(checkout: Checkout, quick: tuple[str, ...]) -> None:
    checkout.run("test", *quick, "-k", "law")

    assert checkout.calls[-1].endswith("-k law")


@pytest.mark.parametrize("failing", ["ruff", "mypy", "lint-imports"])
def test_when_a_check_fails_the_tests_still_speak_last_and_the_whole_fails(
    checkout: Checkout, failing: str
) -> None:
    run = checkout.run("test", FAILING=failing)

    assert run.returncode == 1
    assert f"FAILED: {failing}" in run.stderr
    assert run.stdout.splitlines()[-1] == "python is content"


def test_when_the_tests_fail_the_whole_fails_with_their_code(checkout: Checkout) -> None:
    run = checkout.run("test", FAILING="python")

    assert run.returncode == 3
    assert run.stdout.splitlines()[-1] == "python fails"


def test_when_something_cannot_be_installed_nothing_is_checked(checkout: Checkout) -> None:
    run = checkout.run("test", FAILING="bootstrap")

    assert run.returncode == 3
    assert checkout.calls == ["bootstrap --test"]


def test_the_server_starts_on_an_up_to_date_database_with_demonstration_cases(checkout: Checkout) -> None:
    run = checkout.run("server", "--port", "8123")

    assert run.returncode == 0
    assert [call.strip() for call in checkout.calls] == [
        "bootstrap",
        "court db upgrade",
        "court demo load --if-empty",
        "court serve --port 8123",
    ]


def test_a_court_may_start_without_demonstration_cases(checkout: Checkout) -> None:
    checkout.run("server", COURT_DEMO="0")

    assert "court demo load --if-empty" not in checkout.calls


def test_without_a_database_nothing_is_served(checkout: Checkout) -> None:
    run = checkout.run("server", FAILING="court")

    assert run.returncode == 3
    assert checkout.calls[-1] == "court db upgrade"


HOST = re.compile(r"://|\bpypi\b|npmjs|pythonhosted|registry\.|\.(com|io|net|cn)\b", re.IGNORECASE)


@pytest.mark.parametrize(
    "name",
    [
        *(f"script/{path.name}" for path in sorted((CHECKOUT / "script").iterdir()) if path.is_file()),
        ".npmrc",
        "package.json",
        "requirements.lock",
        "requirements-test.lock",
    ],
)
def test_where_packages_come_from_is_the_machines_choice_and_never_written_down(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")

    assert HOST.search(text) is None


def test_every_front_end_package_is_pinned_by_its_hash_and_without_an_address() -> None:
    lock = json.loads((CHECKOUT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: entry for path, entry in lock["packages"].items() if path}

    assert packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not any("resolved" in entry for entry in packages.values())


def test_the_front_end_packages_asked_for_are_exact_versions_and_the_ones_locked() -> None:
    asked = json.loads((CHECKOUT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((CHECKOUT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    for name, version in {**asked["dependencies"], **asked["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version
