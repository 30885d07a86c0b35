from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from documents.signing import Credentials, check_signature, sign, test_credentials
from models.vocabulary import DocumentKind
from tests.documents.looking import faults, sample

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def credentials(tmp_path_factory: pytest.TempPathFactory) -> Credentials:
    return test_credentials(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def ruling() -> bytes:
    return sample(DocumentKind.ACCEPTANCE_RULING)


@pytest.fixture(scope="module")
def signed(ruling: bytes, credentials: Credentials) -> bytes:
    return sign(ruling, credentials, now=NOON, reason="民事裁定书", name="河原省江澜市中级人民法院")


def test_a_signed_paper_is_valid_and_says_who_signed_when(signed: bytes, credentials: Credentials) -> None:
    report = check_signature(signed, credentials)

    assert report.valid
    assert report.intact
    assert report.signer == "破局测试签名（不具法律效力）"
    assert report.signed_at == NOON


def test_a_signed_paper_stays_archivable_and_accessible(signed: bytes) -> None:
    assert faults(signed, "3a") == []
    assert faults(signed, "ua1") == []


def test_one_changed_byte_shows(signed: bytes, credentials: Credentials) -> None:
    forged = bytearray(signed)
    forged[3000] ^= 1

    report = check_signature(bytes(forged), credentials)

    assert (report.valid, report.intact) == (False, False)


def test_a_paper_without_a_signature_is_not_valid(ruling: bytes, credentials: Credentials) -> None:
    report = check_signature(ruling, credentials)

    assert (report.valid, report.intact, report.signed_at) == (False, False, None)


def test_a_signature_of_a_stranger_is_intact_but_not_valid(signed: bytes, tmp_path: Path) -> None:
    report = check_signature(signed, test_credentials(tmp_path))

    assert (report.valid, report.intact) == (False, True)


def test_without_an_authority_the_bytes_are_judged_alone(signed: bytes) -> None:
    assert check_signature(signed).intact


def test_credentials_are_made_once(tmp_path: Path) -> None:
    first = test_credentials(tmp_path)
    kept = first.key.read_bytes()

    again = test_credentials(tmp_path)

    assert again == first
    assert again.key.read_bytes() == kept


def test_only_the_owner_can_read_the_key(tmp_path: Path) -> None:
    assert test_credentials(tmp_path).key.stat().st_mode & 0o077 == 0


def test_processes_that_start_together_get_one_pair_of_key_and_certificate(
    tmp_path: Path, ruling: bytes
) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = set(pool.map(test_credentials, [tmp_path / "new"] * 8))

    report = check_signature(sign(ruling, *made, now=NOON, reason="", name=""), *made)
    assert report.valid
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["test-signer"]


def test_credentials_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    lost = Credentials(tmp_path / "key", tmp_path / "certificate", tmp_path / "authority")

    with pytest.raises((RuntimeError, OSError), match="key"):
        lost.signer()
