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
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o440)
        Path(temporary).replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
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
