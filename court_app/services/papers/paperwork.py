"""What the steps of a document do to it (`Transition.does` of the machine `document`)."""

import secrets
from collections.abc import Callable
from typing import Any, cast

from marshmallow import ValidationError

from court_app.services import jobs
from court_app.services.occasion import Occasion
from court_app.services.papers.drafting import maker_of_paper
from court_app.services.papers.recipients import recipients
from court_app.services.procedure.step_records import Taken
from documents.facts.reading import administrator_of
from documents.kinds import form_of
from documents.rendering import check_text
from documents.verification import verification_code
from models import Delivery, Document, DocumentVersion
from models.vocabulary import DeadlineKind, DeliveryState, PaperMaker, RecipientKind, maker_of
from workflows.text import N_

DRAWN = "drawn"
"""Under which name a step is told the bytes that were drawn ahead of it."""


def paper_of(taken: Taken) -> Document:
    """The document whose step it is."""
    return cast(Document, taken.subject)


def revise_blocks(taken: Taken) -> None:
    """Keep the old text, set the new one; only editable blocks, only characters that a font covers.

    Raises:
        ValidationError: naming the block and the characters.
    """
    document, known = (
        paper_of(taken),
        {block.name for block in form_of(paper_of(taken).kind).blocks},
    )
    new: dict[str, str] = taken.data["blocks"]
    for name, text in new.items():
        if name not in known:
            raise ValidationError(N_("本文书没有这个可编辑段落。"), f"blocks.{name}")
        if uncovered := check_text(text):
            raise ValidationError(N_("字体中没有这些字：") + "、".join(uncovered), f"blocks.{name}")
    keep_version(taken, document)
    document.blocks = {**document.blocks, **new}
    document.author_id = document.author_id or (taken.occasion.user.id if taken.occasion.user else None)


def keep_version(taken: Taken, document: Document, remark: str = "") -> None:
    """Keep the text as it stands before it changes."""
    document.versions.append(
        DocumentVersion(
            number=len(document.versions) + 1,
            blocks=document.blocks,
            author_id=taken.occasion.user.id if taken.occasion.user else None,
            made_at=taken.occasion.now,
            remark=remark,
        )
    )


def record_opinion(taken: Taken) -> None:
    """Put a panel member's opinion on record."""
    document, user = paper_of(taken), taken.occasion.user
    opinions: dict[str, Any] = {**document.flags.get("opinions", {})}
    opinions[str(user.id if user else 0)] = {
        "name": taken.occasion.name,
        "agrees": taken.data["agrees"],
        "remark": taken.data["remark"],
    }
    document.flags = {**document.flags, "opinions": opinions}


def forget_opinions(taken: Taken) -> None:
    """A text that goes back to its author is voted on anew; the version is kept."""
    document = paper_of(taken)
    keep_version(taken, document, taken.data["reason"])
    document.flags = {name: v for name, v in document.flags.items() if name != "opinions"}


def record_approval(taken: Taken) -> None:
    """Freeze the text; the paper bears the day given, else the day of its step, else today."""
    document = paper_of(taken)
    document.approver_id = taken.occasion.user.id if taken.occasion.user else None
    document.approved_on = taken.on
    document.made_on = taken.data["made_on"] or document.made_on or taken.on


def make_sealed_bytes(taken: Taken) -> None:
    """Make, sign and store the final bytes; a long paper's were drawn ahead of its step."""
    document, drawn = paper_of(taken), taken.settings.get(DRAWN)
    if drawn is None:
        drawn = drawn_and_signed(taken.occasion, document)
    document.flags = with_signer(document, drawn["signer"])
    document.verification_code, document.sha256 = drawn["verification_code"], drawn["sha256"]


def drawn_and_signed(occasion: Occasion, document: Document) -> dict[str, str | None]:
    """Draw, sign and store a paper; returns signer, code and hash, which the paper bears meanwhile."""
    signer = signer_of(document) if occasion.mill.keystores is not None else ""
    document.flags = with_signer(document, signer)
    document.verification_code = verification_code(secrets.token_bytes(16))
    digest = occasion.mill.seal(document, occasion.now, maker_of_paper(document))
    return {"signer": signer, "verification_code": document.verification_code, "sha256": digest}


def draw_ahead(occasion: Occasion, document: Document) -> dict[str, str | None]:
    """Draw, sign and store a paper ahead of its step; the paper itself stays as it is."""
    with occasion.session.no_autoflush:
        drawn = drawn_and_signed(occasion, document)
        occasion.session.expire(document)
    return drawn


def signer_of(document: Document) -> str:
    """By whose certificate a paper is signed, where administrators have their own.

    The name of the organisation in office, or last in office; a paper of court or creditors has none.
    """
    administrator = administrator_of(document.case, {})
    if administrator is None or maker_of(document.kind) != PaperMaker.ADMINISTRATOR:
        return ""
    return administrator.name


def with_signer(document: Document, signer: str | None) -> dict[str, Any]:
    """The notes on a paper, with its signer if it has one of its own."""
    flags = {name: value for name, value in document.flags.items() if name != "signer"}
    return {**flags, "signer": signer} if signer else flags


def destroy_seal(taken: Taken) -> None:
    """Destroy signature and seal data of a paper that was never issued."""
    document = paper_of(taken)
    if document.sha256:
        jobs.promise(
            taken.occasion.session,
            "destroy_blob",
            f"destroy:{document.sha256}",
            taken.occasion.now,
            {"sha256": document.sha256},
        )
    document.sha256 = document.verification_code = None
    document.approved_on = document.approver_id = None


def make_copies(taken: Taken) -> None:
    """Store the copy and the moment of issue."""
    document = paper_of(taken)
    document.copy_sha256 = taken.occasion.mill.copy(document)
    document.issued_at = taken.occasion.now


def prepare_deliveries(taken: Taken) -> None:
    """A row of the delivery ledger for every addressee on the document's list."""
    document, case = paper_of(taken), taken.case
    for service in document.flags.get("serves", []):
        kind = RecipientKind(service["on"])
        owner = tuple(document.flags.get("owner", ("", "")))
        named = frozenset(document.flags.get("served_parties", ()))
        for addressee in recipients(case, kind, document.flags.get("part_party"), owner, named):
            if document.recipient_party_id and (
                addressee.party is None or addressee.party.id != document.recipient_party_id
            ):
                continue
            document.deliveries.append(
                Delivery(
                    case_id=case.id,
                    recipient_kind=kind,
                    party_id=addressee.party.id if addressee.party else None,
                    recipient_name=addressee.name,
                    address=addressee.address,
                    state=DeliveryState.PREPARED.value,
                    flags={},
                    within=DeadlineKind(service["within"]) if service["within"] else None,
                    starts=DeadlineKind(service["starts"]) if service["starts"] else None,
                    created_at=taken.occasion.now,
                )
            )


PAPER_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "revise_blocks": revise_blocks,
    "record_opinion": record_opinion,
    "forget_opinions": forget_opinions,
    "record_approval": record_approval,
    "make_sealed_bytes": make_sealed_bytes,
    "destroy_seal": destroy_seal,
    "make_copies": make_copies,
    "prepare_deliveries": prepare_deliveries,
}
