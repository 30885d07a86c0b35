"""Storage, verification codes and print batches."""

import hashlib
from pathlib import Path

import pytest

from documents.batch import merge
from documents.storage import BlobStore, DamagedBlob
from documents.verification import qr_svg, verification_code
from models.vocabulary import DocumentKind
from tests.documents.looking import page_count, sample, text_of


def test_stored_bytes_come_back_under_their_hash(tmp_path: Path) -> None:
    store = BlobStore(tmp_path / "blobs")

    digest = store.put(b"ruling")

    assert digest == hashlib.sha256(b"ruling").hexdigest()
    assert store.has(digest)
    assert store.get(digest) == b"ruling"


def test_the_same_bytes_are_stored_once(tmp_path: Path) -> None:
    store = BlobStore(tmp_path)
    digest = store.put(b"ruling")
    written_at = store.path_of(digest).stat().st_mtime_ns

    store.put(b"ruling")

    assert store.path_of(digest).stat().st_mtime_ns == written_at
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [store.path_of(digest)]


def test_stored_bytes_cannot_be_written_to(tmp_path: Path) -> None:
    store = BlobStore(tmp_path)

    digest = store.put(b"ruling")

    assert store.path_of(digest).stat().st_mode & 0o222 == 0


def test_changed_bytes_are_not_handed_out(tmp_path: Path) -> None:
    store = BlobStore(tmp_path)
    digest = store.put(b"ruling")
    store.path_of(digest).chmod(0o600)
    store.path_of(digest).write_bytes(b"forged")

    with pytest.raises(DamagedBlob, match=digest):
        store.get(digest)


def test_lost_bytes_are_missed(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"never stored").hexdigest()

    assert not BlobStore(tmp_path).has(digest)
    with pytest.raises(DamagedBlob, match=digest):
        BlobStore(tmp_path).get(digest)


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = BlobStore(tmp_path)

    def full(_descriptor: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("documents.storage.os.fsync", full)

    with pytest.raises(OSError, match="no space left"):
        store.put(b"ruling")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_sealed_bytes_that_were_never_issued_can_be_destroyed_twice(tmp_path: Path) -> None:
    store = BlobStore(tmp_path)
    digest = store.put(b"sealed")

    store.destroy(digest)
    store.destroy(digest)

    assert not store.has(digest)


def test_a_code_has_four_groups_of_four_letters_and_comes_from_the_given_bytes() -> None:
    assert verification_code(bytes(10)) == "AAAA-AAAA-AAAA-AAAA"
    assert verification_code(b"\xff" * 16) == "7777-7777-7777-7777"


def test_too_few_random_bytes_make_no_code() -> None:
    with pytest.raises(ValueError, match="9 random bytes"):
        verification_code(bytes(9))


def test_a_qr_picture_is_drawn_in_paths_and_named() -> None:
    svg = qr_svg("https://court.example/verify/AAAA-AAAA-AAAA-AAAA")

    assert svg.startswith("<svg")
    assert "<title>核验二维码</title>" in svg
    assert "<image" not in svg


def test_a_batch_holds_every_page_in_order_and_has_the_same_bytes_again() -> None:
    papers = [sample(DocumentKind.CASE_COVER), sample(DocumentKind.EXTENSION_APPROVAL)]

    batch = merge(papers)

    assert page_count(batch) == sum(page_count(paper) for paper in papers)
    assert text_of(batch).index("案卷封面") < text_of(batch).index("请示收悉")
    assert merge(papers) == batch
