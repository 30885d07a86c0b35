"""Papers that are drawn once: tests that play the same acts on the same days get the same papers.

A page is drawn to the same bytes in every process (`documents.rendering.pressed`), which takes a quarter of a
second; so it is drawn once in a run and kept. Only the code for its verification is left to chance, and is
made of the paper instead. Sealing, signing and storing stay as they are. Tests of drawing itself draw anew.
"""

import hashlib
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from court_app.services.papers.mill import Mill
from documents import rendering
from documents.verification import verification_code
from models import Document

drawn_anew = rendering.pressed
sealed = Mill.seal


def drawn_once(folder: Path) -> Callable[[str], bytes]:
    """Draw a page, or take it from a folder if it was drawn before."""

    def pressed(html: str) -> bytes:
        kept = folder / hashlib.sha256(html.encode()).hexdigest()
        if not kept.exists():
            unfinished = kept.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(drawn_anew(html))
            unfinished.rename(kept)
        return kept.read_bytes()

    return pressed


def sealed_alike(mill: Mill, document: Document, now: datetime, court_name: str) -> str:
    """Seal a paper under a code that is made of it, so that it can be drawn once."""
    of_it = f"{document.id} {document.version} {document.title} {now.isoformat()}"
    document.verification_code = verification_code(hashlib.sha256(of_it.encode()).digest())
    return sealed(mill, document, now, court_name)


def draw_once(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Draw every page once from now on."""
    folder.mkdir(exist_ok=True)
    patch.setattr(rendering, "pressed", drawn_once(folder))
    patch.setattr(Mill, "seal", sealed_alike)
