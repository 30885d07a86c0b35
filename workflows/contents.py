"""What lies in a case, looked up when a rule asks for it.

Guards are pure: they are handed a case and an attempt. A case may hold thousands of claims, so these come
neither with the case nor as a list; whoever makes the attempt puts a `Contents` into its settings.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from models.administration import Appointment
from models.claim import Claim
from models.committee import Committee, Deliberation
from models.distribution import Share
from models.estate import Asset, Meeting, Resolution
from models.supervision import Disposal
from models.vocabulary import AssetState, ClaimState, ShareState
from workflows.transition import Attempt


class Contents(Protocol):
    """The claims, meetings, assets, shares of one case, one question at a time."""

    def claims_in(self, *states: ClaimState) -> int:
        """How many claims stand in these states."""

    def claim(self, serial: int) -> Claim | None:
        """The claim of that number in the claims table."""

    def claims_of(self, party_id: int) -> Sequence[Claim]:
        """Every claim of one creditor."""

    def meeting(self, serial: int) -> Meeting | None:
        """The creditors' meeting of that number; 1 is the first meeting."""

    def resolution(self, serial: int) -> Resolution | None:
        """The resolution of that number."""

    def asset(self, serial: int) -> Asset | None:
        """The asset of that number."""

    def assets_in(self, *states: AssetState) -> int:
        """How many assets stand in these states."""

    def undistributed_fen(self) -> int:
        """What has come in from assets and has not been distributed, in fen."""

    def share(self, claim_serial: int, state: ShareState) -> Share | None:
        """The latest share of a claim that stands in a state."""

    def appointment(self) -> Appointment | None:
        """The administrator's office that holds now."""

    def assets_numbered(self, serials: frozenset[int]) -> Sequence[Asset]:
        """The assets of these numbers."""

    def committee(self) -> Committee | None:
        """The creditors' committee that is chosen or in office."""

    def deliberation(self, serial: int) -> Deliberation | None:
        """The committee's decision of that number."""

    def disposals_of(self, asset_serial: int) -> Sequence[Disposal]:
        """Every report of a major act that names an asset, the first first."""


def contents_of(attempt: Attempt) -> Contents:
    """The contents of the case that the attempt is about."""
    return cast(Contents, attempt.settings["contents"])
