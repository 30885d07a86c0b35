"""Front-end files served from our own origin, under names that change with their content.

`python -m court_app.assets` copies them out of `node_modules` and `static/src`. `light-dark(a, b)` becomes
`a`, because pages are light only and older Chromium builds in courts do not know the function.
"""

import gzip
import hashlib
import json
import re
import shutil
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
STATIC = Path(__file__).parent / "web" / "static"
VENDOR = STATIC / "vendor"
SOURCES = {
    "tabler.css": ROOT / "node_modules/@tabler/core/dist/css/tabler.min.css",
    "tabler.js": ROOT / "node_modules/@tabler/core/dist/js/tabler.min.js",
    "htmx.js": ROOT / "node_modules/htmx.org/dist/htmx.min.js",
    "court.css": STATIC / "src/court.css",
    "court.js": STATIC / "src/court.js",
}


def flatten(css: str) -> str:
    """Replace every `light-dark(a, b)` by `a`, from the innermost out."""
    while (start := css.rfind("light-dark(")) >= 0:
        depth, comma, end = 0, -1, start + len("light-dark(")
        for position in range(end, len(css)):
            character = css[position]
            if character == "(":
                depth += 1
            elif character == ")":
                if depth == 0:
                    end = position
                    break
                depth -= 1
            elif character == "," and depth == 0 and comma < 0:
                comma = position
        if comma < 0:
            raise ValueError("light-dark() without a second colour")
        css = css[:start] + css[start + len("light-dark(") : comma].strip() + css[end + 1 :]
    return css


def build() -> dict[str, str]:
    """Write hashed and compressed copies and the manifest; returns name → hashed name."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    manifest = {}
    for name, source in SOURCES.items():
        text = source.read_text(encoding="utf-8")
        text = re.sub(r"\n?(/\*|//)# sourceMappingURL=.*", "", text)
        data = (flatten(text) if name.endswith(".css") else text).encode()
        stem, suffix = name.rsplit(".", 1)
        hashed = f"{stem}-{hashlib.sha256(data).hexdigest()[:12]}.{suffix}"
        (VENDOR / hashed).write_bytes(data)
        (VENDOR / f"{hashed}.gz").write_bytes(gzip.compress(data, 9, mtime=0))
        manifest[name] = hashed
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=1))
    return manifest


@cache
def manifest() -> dict[str, str]:
    """Name → hashed name, as built.

    Raises:
        RuntimeError: naming the command that builds them.
    """
    try:
        kept: dict[str, str] = json.loads((VENDOR / "manifest.json").read_text())
    except FileNotFoundError as error:
        raise RuntimeError("front-end files are missing: run script/bootstrap") from error
    return kept


if __name__ == "__main__":
    build()
