"""Front-end files served from our own origin, under names that change with their content.

`python -m court_app.assets build` copies them out of `node_modules` and `static/src` into `static/vendor`.
`light-dark(a, b)` becomes `a`: pages are light only, and Chromium before 123 does not know the function.
"""

import gzip
import hashlib
import json
import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
STATIC = Path(__file__).parent / "web" / "static"
SOURCE = STATIC / "src"
VENDOR = STATIC / "vendor"
PACKAGED = (
    ROOT / "node_modules/@tabler/core/dist/css/tabler.min.css",
    ROOT / "node_modules/@tabler/core/dist/js/tabler.min.js",
    ROOT / "node_modules/htmx.org/dist/htmx.min.js",
)
LIGHT_DARK = "light-dark("
# The maps are not served, and a browser with open developer tools would ask for them.
SOURCE_MAP = re.compile(r"\n?(/\*|//)# sourceMappingURL=.*")


class AssetsMissing(RuntimeError):
    """The front-end files have not been built, or one was asked for that does not exist."""


def flatten(css: str) -> str:
    """Replace every `light-dark(a, b)` by `a`, also where one stands inside another.

    Raises:
        ValueError: if a `light-dark(` has no second colour or is never closed.
    """
    while (start := css.rfind(LIGHT_DARK)) >= 0:
        first = start + len(LIGHT_DARK)
        comma, end = _comma_and_end(css, first)
        css = css[:start] + css[first:comma].strip() + css[end + 1 :]
    return css


def _comma_and_end(css: str, first: int) -> tuple[int, int]:
    """Where the first argument ends, and where the parenthesis closes."""
    depth, comma = 0, -1
    for position in range(first, len(css)):
        character = css[position]
        if character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
        elif character == ")":
            if comma < 0:
                break
            return comma, position
        elif character == "," and not depth and comma < 0:
            comma = position
    raise ValueError(f"light-dark() cannot be read: {css[first : first + 60]!r}")


def sources() -> list[Path]:
    """The files of the packages, then our own, in the order of their names."""
    own = sorted(path for path in SOURCE.glob("*") if path.suffix in {".css", ".js"})
    return [*PACKAGED, *own]


def build() -> dict[str, str]:
    """Write hashed and compressed copies and the manifest; returns name → hashed name.

    The manifest is replaced last, so that a running server never names a file that is not there yet.

    Raises:
        AssetsMissing: naming a file that the packages should have brought.
    """
    VENDOR.mkdir(parents=True, exist_ok=True)
    built = {}
    for source in sources():
        if not source.is_file():
            raise AssetsMissing(f"{source.name} is missing: run script/bootstrap")
        hashed, content = _served(source)
        (VENDOR / hashed).write_bytes(content)
        (VENDOR / f"{hashed}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        built[source.name] = hashed
    draft = VENDOR / "manifest.json.new"
    draft.write_text(json.dumps(built, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    draft.replace(VENDOR / "manifest.json")
    _remove_all_but(built)
    manifest.cache_clear()
    return built


def _served(source: Path) -> tuple[str, bytes]:
    """A file's hashed name and its bytes, as browsers get them."""
    text = SOURCE_MAP.sub("", source.read_text(encoding="utf-8"))
    content = (flatten(text) if source.suffix == ".css" else text).encode()
    digest = hashlib.sha256(content).hexdigest()[:12]
    return f"{source.stem}.{digest}{source.suffix}", content


def _remove_all_but(built: dict[str, str]) -> None:
    kept = {"manifest.json", *built.values(), *(f"{hashed}.gz" for hashed in built.values())}
    for path in VENDOR.iterdir():
        if path.name not in kept:
            path.unlink()


@cache
def manifest() -> dict[str, str]:
    """Name → hashed name, as built; read once in a process.

    Raises:
        AssetsMissing: naming the command that builds them.
    """
    try:
        kept: dict[str, str] = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise AssetsMissing("front-end files are missing: run script/bootstrap") from error
    return kept


def asset_path(name: str) -> str:
    """The path below `static/` at which a file is served: `court.css` → `vendor/court.<hash>.css`.

    Raises:
        AssetsMissing: if there is no such file, or nothing has been built.
    """
    try:
        return f"vendor/{manifest()[name]}"
    except KeyError as error:
        raise AssetsMissing(
            f"no front-end file {name!r}; there are {', '.join(sorted(manifest()))}"
        ) from error


if __name__ == "__main__":
    if sys.argv[1:] != ["build"]:
        sys.exit("usage: python -m court_app.assets build")
    build()
