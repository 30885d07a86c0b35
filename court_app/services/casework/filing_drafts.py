"""Petitions that a filing officer has begun to type and will come back to."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from court_app.errors import NotFound, NotSignedIn, StaleVersion
from court_app.services.occasion import Occasion
from models import FilingDraft
from workflows.text import Text


def drafts_of(occasion: Occasion) -> list[FilingDraft]:
    """One's own drafts, the latest first."""
    return list(
        occasion.session.scalars(
            select(FilingDraft)
            .where(FilingDraft.user_id == owner(occasion))
            .order_by(FilingDraft.updated_at.desc())
        )
    )


def find(occasion: Occasion, draft_id: int) -> FilingDraft:
    """One of one's own drafts.

    Raises:
        NotFound: if it is nobody's, or another's.
    """
    draft = occasion.session.get(FilingDraft, draft_id)
    if draft is None or draft.user_id != owner(occasion):
        raise NotFound(Text("没有这份草稿。"))
    return draft


def save(
    occasion: Occasion,
    step: str,
    data: Mapping[str, Any],
    draft_id: int | None = None,
    version: int | None = None,
) -> FilingDraft:
    """Keep a form as it stands; nothing in it is checked.

    Raises:
        StaleVersion: if it was kept from another window since `version` was read.
    """
    draft = find(occasion, draft_id) if draft_id else FilingDraft(user_id=owner(occasion), step=step)
    if draft_id and version is not None and version != draft.version:
        raise StaleVersion(draft.version)
    debtor = data.get("debtor")
    draft.title = str(debtor.get("name", ""))[:200] if isinstance(debtor, Mapping) else ""
    draft.data, draft.updated_at = dict(data), occasion.now
    occasion.session.add(draft)
    occasion.session.flush()
    return draft


def discard(occasion: Occasion, draft_id: int) -> None:
    """Throw a draft away; it was never part of a case."""
    occasion.session.delete(find(occasion, draft_id))
    occasion.session.flush()


def owner(occasion: Occasion) -> int:
    """Whose drafts they are.

    Raises:
        NotSignedIn: if nobody has signed in.
    """
    if occasion.user is None:
        raise NotSignedIn(Text("请先登录。"))
    return occasion.user.id
