"""The paper mill: turns a document into its final bytes, sealed, signed and stored once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from documents.copies import copy_of
from documents.keystores import keystore_of
from documents.rendering import Look, ready, render_html, render_pdf
from documents.signing import Credentials, sign
from documents.storage import BlobStore
from models import Document
from models.vocabulary import DocumentKind
from workflows.text import Text

SEAL_TEXT = "测试专用章"
"""What every seal says until a court installs its own."""


@dataclass(frozen=True, slots=True)
class Mill:
    """Where bytes are kept, who signs, and the address that a paper names for its verification.

    `keystores` is where administrators' organisations have keys of their own; without it the installation's
    certificate signs for everybody.
    """

    store: BlobStore
    credentials: Credentials
    verify_address: str
    specimen: bool = True
    keystores: Path | None = None

    def credentials_of(self, document: Document) -> Credentials:
        """Whose certificate signs a paper, or has signed it: its maker's own, else the installation's."""
        signer = document.flags.get("signer")
        if not signer or self.keystores is None:
            return self.credentials
        return keystore_of(self.keystores, signer)

    def faults(self) -> list[Text]:
        """Why this machine cannot make papers now; empty if it can."""
        return ready()

    def look(self, document: Document, *, sealed: bool, copy: bool = False) -> Look:
        """How a document looks at its stage of life."""
        return Look(
            specimen=self.specimen,
            sealed=sealed,
            seal_text=SEAL_TEXT if sealed else "",
            verification_code=document.verification_code if sealed else None,
            verify_address=self.verify_address,
            copy=copy,
            draft=not sealed,
        )

    def preview(self, document: Document, blocks: dict[str, Any] | None = None) -> str:
        """The document as HTML, as it would be printed."""
        return render_html(
            document.kind,
            facts_on(document),
            blocks or document.blocks,
            self.look(document, sealed=document.sha256 is not None),
        )

    def proof(self, document: Document) -> bytes:
        """An unsigned PDF of a draft."""
        return render_pdf(
            document.kind, facts_on(document), document.blocks, self.look(document, sealed=False)
        )

    def form(self, kind: DocumentKind, facts: dict[str, Any], blocks: dict[str, str]) -> bytes:
        """A form that is filled in and signed by hand, as a PDF; it bears no seal and is not kept."""
        return render_pdf(kind, facts, blocks, Look(specimen=self.specimen))

    def seal(self, document: Document, now: datetime, court_name: str) -> str:
        """Make, sign and store the final bytes; returns their SHA-256."""
        pdf = render_pdf(document.kind, facts_on(document), document.blocks, self.look(document, sealed=True))
        signed = sign(pdf, self.credentials_of(document), now=now, reason=document.title, name=court_name)
        return self.store.put(signed)

    def copy(self, document: Document) -> str:
        """Make and store the copy that says 本件与原本核对无异; returns its SHA-256.

        It is made of the sealed drawing. Of a paper that an earlier version sealed it is drawn anew.
        """
        copy = copy_of(document.kind, self.store.get(document.sha256)) if document.sha256 else None
        return self.store.put(copy or self.drawn_copy(document))

    def drawn_copy(self, document: Document) -> bytes:
        """The copy, laid out from its first line to its last."""
        look = self.look(document, sealed=True, copy=True)
        return render_pdf(document.kind, facts_on(document), document.blocks, look)


def facts_on(document: Document) -> dict[str, Any]:
    """The frozen facts with the day the document bears."""
    made_on = document.made_on.isoformat() if document.made_on else document.facts.get("made_on")
    return {**document.facts, "made_on": made_on} if "made_on" in document.facts else document.facts
