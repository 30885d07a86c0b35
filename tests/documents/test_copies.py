"""The copy of a sealed paper: the sealed drawing with the mark, as if it had been drawn whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from documents.copies import copy_of, drawing_of
from documents.forms import Shape
from documents.kinds import form_of
from documents.signing import Credentials, check_signature, sign, test_credentials
from models.vocabulary import DocumentKind
from tests.documents.looking import SEALED, difference, faults, page_count, picture, sample, text_of

K = DocumentKind
NOON = datetime(2026, 11, 2, 4, tzinfo=UTC)
MARK = "本件与原本核对无异"
ONE_OF_EACH_PLACE = (
    K.ACCEPTANCE_RULING,
    K.ADMINISTRATOR_DECISION,
    K.CORRECTION_NOTICE,
    K.ACCEPTANCE_ANNOUNCEMENT,
    K.LIFT_PRESERVATION_LETTER,
    K.DISTRIBUTION_PLAN,
    K.EXTENSION_REQUEST,
    K.MEETING_MINUTES,
)


@pytest.fixture(scope="module")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> Credentials:
    return test_credentials(tmp_path_factory.mktemp("certificate"))


def sealed(kind: DocumentKind, credentials: Credentials) -> bytes:
    """An invented paper of a kind, signed."""
    return sign(sample(kind), credentials, now=NOON, reason="试验", name="试验")


def copied(kind: DocumentKind, credentials: Credentials) -> bytes:
    """Its copy."""
    copy = copy_of(kind, sealed(kind, credentials))
    assert copy is not None
    return copy


@pytest.mark.slow
@pytest.mark.parametrize("kind", ONE_OF_EACH_PLACE)
def test_a_copy_looks_as_if_it_had_been_drawn_whole(kind: DocumentKind, credentials: Credentials) -> None:
    copy, whole = copied(kind, credentials), sample(kind, replace(SEALED, copy=True))

    assert page_count(copy) == page_count(whole)
    assert all(
        difference(picture(copy, number), picture(whole, number)) == 0 for number in range(page_count(copy))
    )


@pytest.mark.parametrize("kind", ONE_OF_EACH_PLACE)
def test_a_copy_is_archivable_and_accessible_and_its_mark_is_text(
    kind: DocumentKind, credentials: Credentials
) -> None:
    copy = copied(kind, credentials)

    assert faults(copy, "3a") == []
    assert faults(copy, "ua1") == []
    assert text_of(copy).count(MARK) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind", [kind for kind in K if kind not in ONE_OF_EACH_PLACE and form_of(kind).shape != Shape.FORM]
)
def test_the_copy_of_every_other_paper_looks_as_if_it_had_been_drawn_whole(
    kind: DocumentKind, credentials: Credentials
) -> None:
    copy, whole = copied(kind, credentials), sample(kind, replace(SEALED, copy=True))

    assert page_count(copy) == page_count(whole)
    assert all(
        difference(picture(copy, number), picture(whole, number)) == 0 for number in range(page_count(copy))
    )
    assert faults(copy, "3a") == faults(copy, "ua1") == []


def test_the_same_sealed_paper_gives_the_same_copy(credentials: Credentials) -> None:
    paper = sealed(K.ACCEPTANCE_RULING, credentials)

    assert copy_of(K.ACCEPTANCE_RULING, paper) == copy_of(K.ACCEPTANCE_RULING, paper)


def test_a_copy_bears_no_signature_and_leaves_that_of_the_original_whole(credentials: Credentials) -> None:
    paper = sealed(K.ACCEPTANCE_RULING, credentials)

    copy = copy_of(K.ACCEPTANCE_RULING, paper)

    assert drawing_of(paper) == sample(K.ACCEPTANCE_RULING)
    assert copy is not None
    assert not check_signature(copy, credentials).intact
    assert check_signature(paper, credentials).valid
    assert MARK not in text_of(paper)


def test_a_form_has_no_mark_and_its_copy_is_the_form(credentials: Credentials) -> None:
    paper = sealed(K.ADDRESS_CONFIRMATION, credentials)

    assert copy_of(K.ADDRESS_CONFIRMATION, paper) == sample(K.ADDRESS_CONFIRMATION)


def test_a_paper_whose_drawing_names_no_place_for_the_mark_is_left_to_be_drawn_anew(
    credentials: Credentials,
) -> None:
    placeless = sample(K.ACCEPTANCE_RULING, replace(SEALED, sealed=False))
    paper = sign(placeless, credentials, now=NOON, reason="试验", name="试验")

    assert copy_of(K.ACCEPTANCE_RULING, paper) is None
