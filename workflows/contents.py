"""What lies in a case, looked up when a rule asks for it.

Guards are pure: they are handed a case and an attempt. A case may hold thousands of claims, so these come
neither with the case nor as a list; whoever makes the attempt puts a `Contents` into its settings.
"""

from collections.abc import Sequence
from typing import Protocol, cast

from models.administration import Appointment
from models.claim import Claim
from models.distribution import Share
from models.estate import Asset, Meeting, Resolution
from models.vocabulary import AssetState, ClaimState, ShareState
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.shortage import Outstanding
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
        """What is on hand and owed to nobody, by the ledger, in fen."""

    def estate(self) -> Standing:
        """What the estate has and owes, by the ledger."""

    def outstanding_costs(self) -> Sequence[Outstanding]:
        """Expenses and debts of common benefit that were asked for or approved and are not paid."""

    def expected_proceeds_fen(self) -> int:
        """What unencumbered assets should still bring: their price, else their appraised value, in fen."""

    def share(self, claim_serial: int, state: ShareState) -> Share | None:
        """The latest share of a claim that stands in a state."""

    def appointment(self) -> Appointment | None:
        """The administrator's office that holds now."""


def contents_of(attempt: Attempt) -> Contents:
    """The contents of the case that the attempt is about."""
    return cast(Contents, attempt.settings["contents"])
