"""Every kind of paper can be looked at with invented facts."""

import pytest
from flask.testing import FlaskClient

from models.vocabulary import DocumentKind

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("kind", list(DocumentKind), ids=lambda kind: kind.name)
def test_a_specimen_says_that_it_is_one(browsers: dict[str, FlaskClient], kind: DocumentKind) -> None:
    page = browsers["heqieyu"].get(f"/specimens/{kind.name}")

    assert page.status_code == 200
    assert "样稿" in page.text
    assert "【" not in page.text


def test_a_specimen_can_be_printed(browsers: dict[str, FlaskClient]) -> None:
    assert browsers["heqieyu"].get("/specimens/ACCEPTANCE_RULING.pdf").data.startswith(b"%PDF")


def test_there_is_no_other_specimen(browsers: dict[str, FlaskClient]) -> None:
    assert browsers["heqieyu"].get("/specimens/JUDGMENT").status_code == 404
