"""Here every page is drawn anew: how pages are drawn is what is tested."""

import pytest

from documents import rendering
from tests.papers import drawn_anew


@pytest.fixture(autouse=True)
def pages_drawn_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that was drawn before is drawn again."""
    monkeypatch.setattr(rendering, "pressed", drawn_anew)
