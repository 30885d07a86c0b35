"""What lies in a case, looked up when a rule asks for it.

Guards are pure: they are handed a case and an attempt. A case may hold thousands of claims, so these come
neither with the case nor as a list; whoever makes the attempt puts a `Contents` into its settings.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from models.administration import Appointment
from models.claim import Claim
from models.court_fee import CourtFee
from models.distribution import Share
from models.estate import Asset, Meeting, Resolution
from models.remuneration import Instalment, Remuneration
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

    def appointment_numbered(self, serial: int) -> Appointment | None:
        """The administrator's office of that number, whether it holds or has ended."""

    def remunerations(self) -> Sequence[Remuneration]:
        """The remuneration of every administrator of the case, by number."""

    def instalments(self) -> Sequence[Instalment]:
        """Every application to be paid remuneration, by number."""

    def court_fees(self) -> Sequence[CourtFee]:
        """The court fee of the case, as often as it was reckoned anew."""


def contents_of(attempt: Attempt) -> Contents:
    """The contents of the case that the attempt is about."""
    return cast(Contents, attempt.settings["contents"])
