"""Which tax claims of a case are older than a security: what the judge is told on claim, draft and plan."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.estate.securing import is_released
from models import Asset, AssetEncumbrance, Case, Claim
from models.vocabulary import ClaimClass
from workflows.calculations.tax_or_security import SecuritySince, TaxOwed, older_taxes
from workflows.text import Text


def taxes_older_than_securities(session: Session, case: Case, claims: Iterable[Claim]) -> tuple[Text, ...]:
    """Every tax among these claims that is older than a security of the case (税收征收管理法 45(1))."""
    owed = [
        TaxOwed(
            claim.serial,
            claim.party.name,
            figure.filed_fen if figure.admitted_fen is None else figure.admitted_fen,
            figure.owed_on,
        )
        for claim in claims
        if claim.claim_class == ClaimClass.TAX
        for figure in claim.figures
        if figure.owed_on is not None
    ]
    return older_taxes(owed, securities_since(session, case)) if owed else ()


def securities_since(session: Session, case: Case) -> list[SecuritySince]:
    """The securities of a case of which the day is known and that count still."""
    burdens = session.execute(
        select(AssetEncumbrance, Asset)
        .join(Asset, Asset.id == AssetEncumbrance.asset_id)
        .where(Asset.case_id == case.id, AssetEncumbrance.since_on.is_not(None))
        .order_by(Asset.serial, AssetEncumbrance.position)
    )
    return [
        SecuritySince(asset.serial, asset.name, burden.kind, burden.holder, burden.since_on)
        for burden, asset in burdens
        if burden.counts and burden.since_on is not None and not is_released(asset)
    ]
