"""Papers handed in with a claim: PDF or pictures, looked at before they are kept, each kept once."""

from sqlalchemy import func, select

from court_app.errors import BadInput, NotFound
from court_app.services.occasion import Occasion
from models import Claim, ClaimPaper
from models.vocabulary import ClaimPaperKind
from workflows.payloads.base import CONTROL
from workflows.text import Text

MEGABYTE = 1_000_000
MOST_BYTES = 15 * MEGABYTE
"""Of one file: a picture from a phone has some five."""
MOST_OF_A_CLAIM, MOST_PAPERS = 200 * MEGABYTE, 60
KINDS = {b"%PDF-": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
"""What a file is, by how its bytes begin; its name proves nothing."""
LONGEST_NAME = 120


def media_type_of(content: bytes) -> str:
    """What a file is.

    Raises:
        BadInput: if it is nothing that may be handed in, or too large.
    """
    if not content:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    if len(content) > MOST_BYTES:
        raise BadInput({"file": [Text("每个文件不超过{most}兆字节。", most=MOST_BYTES // MEGABYTE)]})
    found = next((media for start, media in KINDS.items() if content.startswith(start)), None)
    if found is None:
        raise BadInput({"file": [Text("只接收 PDF、JPEG、PNG 文件，请转换后重新上传。")]})
    return found


def add(occasion: Occasion, claim: Claim, kind: ClaimPaperKind, name: str, content: bytes) -> ClaimPaper:
    """Keep a paper of a claim; the same bytes again are the same paper. The caller holds the case.

    Raises:
        BadInput: if it is nothing that may be handed in, or there are too many.
    """
    media_type, known = media_type_of(content), of_claims(occasion, [claim.id])
    digest = occasion.mill.store.put(content)
    same = next((paper for paper in known if paper.sha256 == digest), None)
    if same is not None:
        return same
    full = sum(paper.size for paper in known) + len(content) > MOST_OF_A_CLAIM
    if full or len(known) >= MOST_PAPERS:
        told = Text(
            "一笔债权最多上传{papers}个文件、共{bytes}兆字节；更多的证据请交给管理人。",
            papers=MOST_PAPERS,
            bytes=MOST_OF_A_CLAIM // MEGABYTE,
        )
        raise BadInput({"file": [told]})
    paper = ClaimPaper(
        claim_id=claim.id,
        position=max((paper.position for paper in known), default=0) + 1,
        kind=kind,
        name=CONTROL.sub("", name).replace("\n", " ").strip()[-LONGEST_NAME:] or digest[:12],
        media_type=media_type,
        size=len(content),
        sha256=digest,
        added_at=occasion.now,
    )
    occasion.session.add(paper)
    occasion.session.flush()
    return paper


def of_claims(occasion: Occasion, claim_ids: list[int]) -> list[ClaimPaper]:
    """The papers of claims, in the order in which they came."""
    return list(
        occasion.session.scalars(
            select(ClaimPaper)
            .where(ClaimPaper.claim_id.in_(claim_ids))
            .order_by(ClaimPaper.claim_id, ClaimPaper.position)
        )
    )


def count_of(occasion: Occasion, claim: Claim) -> int:
    """How many papers were handed in with a claim."""
    return occasion.session.scalar(select(func.count()).where(ClaimPaper.claim_id == claim.id)) or 0


def opened(occasion: Occasion, claim: Claim, position: int) -> tuple[ClaimPaper, bytes]:
    """A paper of a claim and its bytes.

    Raises:
        NotFound: if there is none of that number.
    """
    paper = occasion.session.scalar(
        select(ClaimPaper).where(ClaimPaper.claim_id == claim.id, ClaimPaper.position == position)
    )
    if paper is None:
        raise NotFound(Text("没有这份材料。"))
    return paper, occasion.mill.store.get(paper.sha256)
