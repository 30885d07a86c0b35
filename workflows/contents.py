"""What lies in a case, looked up when a rule asks for it.

Guards are pure: they are handed a case and an attempt. A case may hold thousands of claims, so these come
neither with the case nor as a list; whoever makes the attempt puts a `Contents` into its settings.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from datetime import date
from typing import Protocol, cast

from models.administration import Appointment
from models.claim import Claim
from models.committee import Committee, Deliberation
from models.court_fee import CourtFee
from models.distribution import Share
from models.estate import Asset, Meeting, Resolution
from models.failed_plan import FailedPlan
from models.payment import Payment
from models.remuneration import Instalment, Remuneration
from models.spending import Spending
from models.supervision import Disposal
from models.vocabulary import (
    AssetState,
    ClaimClass,
    ClaimState,
    DocumentKind,
    OwnerPayment,
    PaymentState,
    ResolutionMatter,
    ShareState,
)
from models.voting import Motion
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.equity import Holding
from workflows.calculations.in_kind import Thing
from workflows.calculations.secured_entry import SecuredEntry
from workflows.calculations.shortage import Outstanding
from workflows.calculations.stakes import Stake
from workflows.text import Text
from workflows.transition import Attempt


class Contents(Protocol):
    """The claims, meetings, assets, shares of one case, one question at a time."""

    def claims_in(self, *states: ClaimState) -> int:
        """How many claims stand in these states."""

    def claims_of_class(self, claim_class: ClaimClass) -> int:
        """How many claims of a class there are that were not withdrawn."""

    def claim(self, serial: int) -> Claim | None:
        """The claim of that number in the claims table."""

    def fixed_on(self, serial: int) -> date | None:
        """Since when a claim is fixed by ruling or judgment; None if it is not."""

    def claims_tied_to(self, claim_id: int) -> Sequence[Claim]:
        """Every claim that was found to be for the same debt as this one, and stands behind it."""

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

    def spending(self, serial: int) -> Spending | None:
        """The expense or debt of common benefit of that number."""

    def spendings_asked(self) -> Sequence[Spending]:
        """The expenses and debts of common benefit that were asked for and are not decided."""

    def outstanding_costs(self) -> Sequence[Outstanding]:
        """Expenses and debts of common benefit that were asked for, approved or recorded and are not paid."""

    def expected_proceeds_fen(self) -> int:
        """What unencumbered assets should still bring: their price, else their appraised value, in fen."""

    def share(self, claim_serial: int, state: ShareState) -> Share | None:
        """The latest share of a claim that stands in a state."""

    def claims_with_a_vote(self) -> int:
        """How many claims are fixed, or have an amount fixed for voting."""

    def holders_of_claims(self, parties: Set[int]) -> Set[int]:
        """Of these parties, the creditors who hold a claim that was not withdrawn."""

    def names_of(self, parties: Sequence[int]) -> Sequence[str]:
        """The names of parties, in their order."""

    def attending(self, meeting_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those who have signed in to a meeting."""

    def voted_at(self, meeting_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those whose ballot stands on any motion of a meeting."""

    def open_motions(self, matter: ResolutionMatter) -> int:
        """How many motions on a matter are being voted on."""

    def stakes(self) -> Sequence[Stake]:
        """Every claim that was not withdrawn, as votes see it now, by number."""

    def claims_missing(self, serials: Set[int]) -> Set[int]:
        """Of these numbers, those that the claims table does not have."""

    def plan_motions(self) -> Sequence[Motion]:
        """The motions on a reorganization plan that were not withdrawn, by number."""

    def approvals_pending(self) -> int:
        """How many applications to approve a plan stand (EBL 87(2))."""

    def class_votes(self) -> Sequence[Resolution]:
        """The votes of classes on a reorganization plan that were not revoked, by number."""

    def motions_open_at(self, meeting_id: int) -> int:
        """How many motions of a meeting are being voted on."""

    def papers_in_hand(self, machine: str, part_id: int, kind: DocumentKind) -> int:
        """How many papers of a kind a part has that are neither issued nor discarded."""

    def papers_issued(self, machine: str, part_id: int, kind: DocumentKind) -> int:
        """How many papers of a kind a part has that were issued."""

    def resolution_served_on(self, resolution_id: int, creditor: str) -> date | None:
        """On which day a resolution was served on the creditor of that name; None if it was not."""

    def with_a_vote(self, motion_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those who may vote on a motion."""

    def voted_on(self, motion_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those whose ballot stands on a motion."""

    def yet_to_vote(self, motion_id: int) -> int:
        """How many creditors may vote on a motion and have not."""

    def secured_entry(self, serial: int) -> SecuredEntry | None:
        """The entry of that number if it pays a secured creditor out of his collateral; None if not."""

    def account_of(self, party_id: int) -> int | None:
        """The id of the account of a creditor that counts now; None if he has none."""

    def plan_limit_fen(self) -> int | None:
        """What claims may still get under the plan in force, in fen; None if the case keeps no plan."""

    def things_planned(self) -> Sequence[Thing]:
        """What the latest plan gives creditors in kind."""

    def collateral_above(self, asset: Asset) -> int:
        """What collateral is worth above what the creditors secured on it may take themselves, in fen."""

    def yet_to_be_sold(self) -> Mapping[int, Sequence[str]]:
        """The assets whose sale the shares of claims wait for, by number of the claim."""

    def unsold_shares(self) -> Sequence[int]:
        """The claims with a share that was laid aside until their collateral is sold, by number."""

    def is_security(self, asset: Asset) -> bool:
        """Whether a claim is secured on an asset, by a burden or because the claim names it."""

    def given_in_kind(self, asset_serial: int) -> Payment | None:
        """The payment of a share for which an asset was given; None if there is none."""

    def things_laid_aside(self) -> int:
        """How many things that stand for a share are laid aside because their creditors refused them."""

    def payments_in(self, *states: PaymentState) -> int:
        """How many payments of shares stand in these states."""

    def payments_ready(self, distribution: int) -> tuple[int, int]:
        """Of the payments of a distribution that wait: how many may go to the bank, how many may not yet."""

    def lines_with_the_bank(self, file: int) -> frozenset[int]:
        """The numbers of the lines of a payment file of which the bank has said nothing yet."""

    def payments_named(self, serials: Collection[int], claim_serial: int | None) -> Sequence[Payment]:
        """The payments of these numbers, and all payments of a claim, by number."""

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

    def appointment_numbered(self, serial: int) -> Appointment | None:
        """The administrator's office of that number, whether it holds or has ended."""

    def remunerations(self) -> Sequence[Remuneration]:
        """The remuneration of every administrator of the case, by number."""

    def instalments(self) -> Sequence[Instalment]:
        """Every application to be paid remuneration, by number."""

    def receipts_of_retrieval(self, serial: int) -> Mapping[int, tuple[OwnerPayment, int]]:
        """What an owner who retrieves has paid for and how much, in fen, by the number of its entry.

        Only entries that stand and are not matched with the bank.
        """

    def failed_plan(self) -> FailedPlan | None:
        """The failed reorganization plan or composition that is in force."""

    def plan_receipts(self, failed_plan: int) -> int:
        """How many receipts stand under a failed plan, by its id."""

    def days_of_receipts(self, failed_plan: int) -> tuple[date, date] | None:
        """The first and the last day of what was received under a failed plan; None if nothing was."""

    def distributions(self) -> int:
        """How many distributions were made."""

    def has_shares(self, claim: int) -> bool:
        """Whether a claim took part in a distribution, by its id."""

    def court_fees(self) -> Sequence[CourtFee]:
        """The court fee of the case, as often as it was reckoned anew."""

    def holdings(self) -> Sequence[Holding]:
        """What the investors on the list have, by number (CL 236(2))."""

    def investors_numbered(self, number: str) -> Set[int]:
        """Who on the list is known by a credit code or identity number, by his number on it."""

    def surplus_given(self) -> bool:
        """Whether anything was given to the investors."""

    def before_investors(self) -> Sequence[Text]:
        """What must be paid or fixed before an investor gets anything; nothing if every rank is full."""


def contents_of(attempt: Attempt) -> Contents:
    """The contents of the case that the attempt is about."""
    return cast(Contents, attempt.settings["contents"])
