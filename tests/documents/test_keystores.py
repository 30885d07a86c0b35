"""Every organisation signs by its own certificate, and no other's signature passes for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from documents.keystores import keystore_of
from documents.signing import check_signature, sign, test_credentials
from models.vocabulary import DocumentKind
from tests.documents.looking import sample

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)
FIRM, OTHER = "江澜衡正会计师事务所", "江澜正序律师事务所"


@pytest.fixture(scope="module")
def paper() -> bytes:
    return sample(DocumentKind.SET_OFF_ANSWER)


def test_a_paper_that_an_organisation_signed_is_valid_as_its_own_alone(paper: bytes, tmp_path: Path) -> None:
    own = keystore_of(tmp_path, FIRM)

    signed = sign(paper, own, now=NOON, reason="通知书", name=FIRM)

    assert check_signature(signed, own).valid
    assert check_signature(signed, own).signer == f"{FIRM}（测试证书）"
    assert not check_signature(signed, keystore_of(tmp_path, OTHER)).valid
    assert not check_signature(signed, test_credentials(tmp_path)).valid


def test_an_organisation_keeps_its_key_and_nobody_else_can_read_it(tmp_path: Path) -> None:
    first = keystore_of(tmp_path, FIRM)
    kept = first.key.read_bytes()

    assert keystore_of(tmp_path, FIRM).key.read_bytes() == kept
    assert keystore_of(tmp_path, OTHER).key.read_bytes() != kept
    assert first.key.stat().st_mode & 0o077 == 0
    assert first.key.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["../../court", "甲" * 200, "a/b"])
def test_no_name_leads_out_of_the_folder_or_is_too_long(tmp_path: Path, name: str) -> None:
    made = keystore_of(tmp_path / "stores", name)

    assert made.key.resolve().is_relative_to((tmp_path / "stores").resolve())


def test_without_a_name_there_is_no_keystore(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a name"):
        keystore_of(tmp_path, " ")
