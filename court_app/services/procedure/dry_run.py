"""A step taken to see whether it would be refused: everything it writes is undone, nothing is stored.

What a check says is thereby what the confirmation would say, effects and all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from court_app.services.occasion import Occasion
from court_app.services.papers.mill import Mill
from documents.storage import BlobStore
from models import Document


@dataclass
class ForgetfulStore(BlobStore):
    """Reads what is stored; what is put into it is known until it is let go, and never reaches the disk."""

    behind: BlobStore
    put_here: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(self.behind.root)

    def put(self, data: bytes) -> str:
        """Remember bytes."""
        digest = sha256(data).hexdigest()
        self.put_here[digest] = data
        return digest

    def get(self, digest: str) -> bytes:
        """Bytes that were put here, or are stored."""
        return self.put_here[digest] if digest in self.put_here else super().get(digest)

    def has(self, digest: str) -> bool:
        """Whether there are such bytes."""
        return digest in self.put_here or super().has(digest)

    def destroy(self, digest: str) -> None:
        """Forget bytes that were put here; stored ones stay."""
        self.put_here.pop(digest, None)


class IdleMill(Mill):
    """A mill that makes no papers: a seal costs seconds, and a guard asks whether there can be one."""

    def seal(self, document: Document, now: datetime, court_name: str) -> str:
        """Stand in for the final bytes."""
        return self.store.put(f"{document.id} {now.isoformat()} {court_name}".encode())

    def copy(self, document: Document) -> str:
        """Stand in for the copy."""
        return self.store.put(f"{document.id} copy".encode())


@contextmanager
def nothing_kept(occasion: Occasion) -> Iterator[Occasion]:
    """The same moment in a transaction within its own, which is undone whether its work is refused or not.

    Numbers, events, clocks and papers live in the database and go with it; files are not written at all.
    """
    mill = occasion.mill
    idle = IdleMill(ForgetfulStore(mill.store), mill.credentials, mill.verify_address, mill.specimen)
    within = occasion.session.begin_nested()
    try:
        yield replace(occasion, mill=idle, only_checks=True)
        occasion.session.flush()
    finally:
        within.rollback()
