"""What lies in a case, looked up in the database when a rule asks (`workflows.contents`)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from court_app.services.distribution.distribution_contents import DistributionContents
from court_app.services.equalisation.failed_plan_contents import FailedPlanContents
from court_app.services.estate import estate_account
from court_app.services.estate.costs_recorded import costs_outstanding, kept_back_fen
from court_app.services.estate.differences_held import differences_held
from court_app.services.estate.realising import burdens_of, proceeds_of
from court_app.services.estate.retrieval_entries import receipts_by_entry
from court_app.services.estate.secured_dues import due_to_secured
from court_app.services.estate.secured_entries import latest_account, secured_entry
from court_app.services.fees.fees_owed import fees_owed
from court_app.services.meetings.supervision_contents import SupervisionContents
from court_app.services.meetings.voting_contents import VotingContents
from court_app.services.papers.paper_contents import PaperContents
from models import (
    Appointment,
    Asset,
    AssetEncumbrance,
    Case,
    Claim,
    ClaimEntry,
    CourtFee,
    Instalment,
    Meeting,
    Remuneration,
    Resolution,
    Spending,
)
from models.vocabulary import (
    FIXED_CLAIMS,
    AppointmentState,
    AssetState,
    ClaimClass,
    ClaimState,
    OwnerPayment,
    SpendingState,
)
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.secured_entry import SecuredEntry
from workflows.calculations.shortage import Outstanding
from workflows.guards.termination import HELD
from workflows.text import Text

FIXED = frozenset(state.value for state in FIXED_CLAIMS)

IN_OFFICE = (
    AppointmentState.APPOINTED.value,
    AppointmentState.REPLACEMENT_ASKED.value,
    AppointmentState.RESIGNATION_ASKED.value,
    AppointmentState.RETAINED.value,
)
UNPAID = (SpendingState.REQUESTED.value, SpendingState.APPROVED.value)


class CaseContents(
    DistributionContents, VotingContents, SupervisionContents, PaperContents, FailedPlanContents
):
    """The claims, meetings, assets, shares of one case, one question at a time."""

    def __init__(self, session: Session, case: Case) -> None:
        self.session = session
        self.case = case

    def claims_in(self, *states: ClaimState) -> int:
        """How many claims stand in these states."""
        return self._count(Claim, [state.value for state in states])

    def claims_of_class(self, claim_class: ClaimClass) -> int:
        """How many claims of a class there are that were not withdrawn."""
        chosen = select(func.count(Claim.id)).where(
            Claim.case_id == self.case.id,
            Claim.claim_class == claim_class,
            Claim.state != ClaimState.WITHDRAWN.value,
        )
        return self.session.scalar(chosen) or 0

    def claim(self, serial: int) -> Claim | None:
        """The claim of that number in the claims table."""
        return self.session.scalar(select(Claim).where(Claim.case_id == self.case.id, Claim.serial == serial))

    def fixed_on(self, serial: int) -> date | None:
        """Since when a claim is fixed by ruling or judgment; None if it is not."""
        entries = self.session.execute(
            select(ClaimEntry.state, ClaimEntry.on)
            .join(Claim, Claim.id == ClaimEntry.claim_id)
            .where(Claim.case_id == self.case.id, Claim.serial == serial)
            .order_by(ClaimEntry.id.desc())
        )
        fixed = [on for state, on in takewhile(lambda entry: entry.state in FIXED, entries)]
        return fixed[-1] if fixed else None

    def claims_tied_to(self, claim_id: int) -> Sequence[Claim]:
        """Every claim that was found to be for the same debt as this one, and stands behind it."""
        tied = select(Claim).where(
            Claim.case_id == self.case.id,
            Claim.principal_id == claim_id,
            Claim.state != ClaimState.WITHDRAWN.value,
        )
        return self.session.scalars(tied.order_by(Claim.serial)).all()

    def claims_of(self, party_id: int) -> Sequence[Claim]:
        """Every claim of one creditor."""
        return self.session.scalars(
            select(Claim)
            .where(Claim.case_id == self.case.id, Claim.party_id == party_id)
            .order_by(Claim.serial)
        ).all()

    def meeting(self, serial: int) -> Meeting | None:
        """The creditors' meeting of that number; 1 is the first meeting."""
        return self.session.scalar(
            select(Meeting).where(Meeting.case_id == self.case.id, Meeting.serial == serial)
        )

    def resolution(self, serial: int) -> Resolution | None:
        """The resolution of that number."""
        return self.session.scalar(
            select(Resolution).where(Resolution.case_id == self.case.id, Resolution.serial == serial)
        )

    def asset(self, serial: int) -> Asset | None:
        """The asset of that number."""
        return self.session.scalar(select(Asset).where(Asset.case_id == self.case.id, Asset.serial == serial))

    def assets_in(self, *states: AssetState) -> int:
        """How many assets stand in these states."""
        return self._count(Asset, [state.value for state in states])

    def undistributed_fen(self) -> int:
        """What is on hand and owed to nobody, by the ledger, in fen."""
        return self.estate().distributable_fen

    def estate(self) -> Standing:
        """What the estate has and owes by the ledger; what is due to the secured, for fees, costs, things."""
        return replace(
            estate_account.standing(self.session, self.case),
            secured_fen=due_to_secured(self.session, self.case),
            fees_fen=sum(one.amount_fen - one.paid_fen for one in fees_owed(self.session, self.case)),
            costs_fen=kept_back_fen(self.session, self.case),
            differences_fen=differences_held(self.session, self.case),
        )

    def spending(self, serial: int) -> Spending | None:
        """The expense or debt of common benefit of that number."""
        return self.session.scalar(
            select(Spending).where(Spending.case_id == self.case.id, Spending.serial == serial)
        )

    def spendings_asked(self) -> Sequence[Spending]:
        """The expenses and debts of common benefit that were asked for and are not decided."""
        asked = select(Spending).where(
            Spending.case_id == self.case.id, Spending.state == SpendingState.REQUESTED.value
        )
        return self.session.scalars(asked.options(selectinload(Spending.costs))).all()

    def outstanding_costs(self) -> Sequence[Outstanding]:
        """Expenses and debts of common benefit that were asked for, approved, fixed or recorded, unpaid."""
        chosen = (
            select(Spending)
            .where(Spending.case_id == self.case.id, Spending.state.in_(UNPAID))
            .order_by(Spending.serial)
        )
        spendings = [
            Outstanding(one.serial, one.kind.rank, one.approved_fen or one.amount_fen, one.paid_fen)
            for one in self.session.scalars(chosen)
        ]
        costs = costs_outstanding(self.session, self.case)
        return [*spendings, *fees_owed(self.session, self.case), *costs]

    def expected_proceeds_fen(self) -> int:
        """What unencumbered assets should still bring: their price, else their appraised value, in fen."""
        burdened = select(AssetEncumbrance.asset_id).where(AssetEncumbrance.released_on.is_(None))
        found = self.session.scalar(
            select(func.sum(func.coalesce(Asset.price_fen, Asset.appraised_fen, 0))).where(
                Asset.case_id == self.case.id,
                Asset.encumbrance == "",
                Asset.id.not_in(burdened),
                Asset.state.in_([state.value for state in HELD]),
            )
        )
        return int(found or 0)

    def secured_entry(self, serial: int) -> SecuredEntry | None:
        """The entry of that number if it pays a secured creditor out of his collateral; None if not."""
        return secured_entry(self.session, self.case, serial)

    def account_of(self, party_id: int) -> int | None:
        """The id of the account of a creditor that counts now; None if he has none."""
        account = latest_account(self.session, party_id)
        return None if account is None else account.id

    def collateral_above(self, asset: Asset) -> int:
        """What collateral is worth above what the creditors secured on it may take themselves, in fen."""
        brought = proceeds_of(self.session, asset)
        if brought is None or not brought.met:
            return 0
        return brought.net_fen - sum(one.own_fen for one in brought.met)

    def is_security(self, asset: Asset) -> bool:
        """Whether a claim is secured on an asset, by a burden or because the claim names it."""
        return bool(burdens_of(self.session, asset))

    def appointment(self) -> Appointment | None:
        """The administrator's office that holds now."""
        return self.session.scalar(
            select(Appointment)
            .where(Appointment.case_id == self.case.id, Appointment.state.in_(IN_OFFICE))
            .order_by(Appointment.serial.desc())
            .limit(1)
        )

    def appointment_numbered(self, serial: int) -> Appointment | None:
        """The administrator's office of that number, whether it holds or has ended."""
        return self.session.scalar(
            select(Appointment).where(Appointment.case_id == self.case.id, Appointment.serial == serial)
        )

    def remunerations(self) -> Sequence[Remuneration]:
        """The remuneration of every administrator of the case, by number."""
        return self.session.scalars(
            select(Remuneration).where(Remuneration.case_id == self.case.id).order_by(Remuneration.serial)
        ).all()

    def instalments(self) -> Sequence[Instalment]:
        """Every application to be paid remuneration, by number."""
        return self.session.scalars(
            select(Instalment).where(Instalment.case_id == self.case.id).order_by(Instalment.serial)
        ).all()

    def court_fees(self) -> Sequence[CourtFee]:
        """The court fee of the case, as often as it was reckoned anew."""
        return self.session.scalars(
            select(CourtFee).where(CourtFee.case_id == self.case.id).order_by(CourtFee.serial)
        ).all()

    def receipts_of_retrieval(self, serial: int) -> Mapping[int, tuple[OwnerPayment, int]]:
        """What an owner who retrieves has paid for and how much, in fen, by the number of its entry."""
        return receipts_by_entry(self.session, self.case, serial)

    def before_investors(self) -> Sequence[Text]:
        """What must be paid or fixed before an investor gets anything."""
        from court_app.services.distribution.before_investors import stands_before

        return stands_before(self.session, self.case, self.outstanding_costs())

    def _count(self, model: type[Claim] | type[Asset], states: list[str]) -> int:
        chosen = select(func.count(model.id)).where(model.case_id == self.case.id, model.state.in_(states))
        return self.session.scalar(chosen) or 0
