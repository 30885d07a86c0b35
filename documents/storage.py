"""Bytes that are written once, under their SHA-256."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


class DamagedBlob(RuntimeError):
    """Stored bytes do not fit their name any more, or are gone."""


class BlobStore:
    """A folder of files, each named by the hash of its content."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path_of(self, digest: str) -> Path:
        """Where bytes of that hash lie."""
        return self.root / digest[:2] / digest

    def put(self, data: bytes) -> str:
        """Store bytes durably; the same bytes are stored once."""
        digest = hashlib.sha256(data).hexdigest()
        path = self.path_of(digest)
        if path.exists():
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o440)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        make_durable(path.parent)
        make_durable(self.root)
        return digest

    def get(self, digest: str) -> bytes:
        """Read bytes back.

        Raises:
            DamagedBlob: if they are gone or no longer fit their name.
        """
        try:
            data = self.path_of(digest).read_bytes()
        except FileNotFoundError as error:
            raise DamagedBlob(f"no bytes stored under {digest}") from error
        if hashlib.sha256(data).hexdigest() != digest:
            raise DamagedBlob(f"bytes under {digest} have changed")
        return data

    def has(self, digest: str) -> bool:
        """Whether bytes of that hash are stored."""
        return self.path_of(digest).exists()

    def destroy(self, digest: str) -> None:
        """Remove sealed bytes that were never issued."""
        with contextlib.suppress(FileNotFoundError):
            self.path_of(digest).unlink()


def make_durable(folder: Path) -> None:
    """Write the entries of a folder to disk, so that a new name in it survives a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
