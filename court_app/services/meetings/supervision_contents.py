"""The creditors' committee of a case, its decisions, reports of major acts, looked up when a rule asks."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Asset, Case, Committee, Deliberation, Disposal
from models.vocabulary import CommitteeState

NO_COMMITTEE = (CommitteeState.REFUSED.value, CommitteeState.DISSOLVED.value)


class SupervisionContents:
    """The committee, its decisions and reports of major acts of one case."""

    session: Session
    case: Case

    def assets_numbered(self, serials: frozenset[int]) -> Sequence[Asset]:
        """The assets of these numbers."""
        if not serials:
            return []
        chosen = (
            select(Asset)
            .where(Asset.case_id == self.case.id, Asset.serial.between(min(serials), max(serials)))
            .order_by(Asset.serial)
        )
        return [asset for asset in self.session.scalars(chosen) if asset.serial in serials]

    def committee(self) -> Committee | None:
        """The creditors' committee that is chosen or in office."""
        return self.session.scalar(
            select(Committee)
            .where(Committee.case_id == self.case.id, Committee.state.not_in(NO_COMMITTEE))
            .order_by(Committee.serial.desc())
            .limit(1)
        )

    def deliberation(self, serial: int) -> Deliberation | None:
        """The committee's decision of that number."""
        return self.session.scalar(
            select(Deliberation).where(Deliberation.case_id == self.case.id, Deliberation.serial == serial)
        )

    def disposals_of(self, asset_serial: int) -> Sequence[Disposal]:
        """Every report of a major act that names an asset, the first first."""
        return self.session.scalars(
            select(Disposal)
            .join(Disposal.assets)
            .where(Disposal.case_id == self.case.id, Asset.serial == asset_serial)
            .order_by(Disposal.serial)
        ).all()
