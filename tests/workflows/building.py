"""Cases made by hand, without any database: models are plain objects until a session takes them."""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from models import (
    Appointment,
    Asset,
    Case,
    CaseMember,
    Claim,
    Committee,
    Court,
    CourtFee,
    Deadline,
    Deliberation,
    Disposal,
    Instalment,
    Meeting,
    Motion,
    Party,
    Payment,
    Petition,
    Remuneration,
    Resolution,
    Share,
    Spending,
    Submission,
    User,
)
from models.vocabulary import (
    ApplicantKind,
    AppointmentState,
    AssetKind,
    AssetState,
    CaseSource,
    CaseType,
    ClaimClass,
    ClaimState,
    CourtLevel,
    DeadlineKind,
    DeadlineStatus,
    LedgerAccount,
    LegalActor,
    MeetingForm,
    MeetingState,
    PartyKind,
    PartyRole,
    PaymentState,
    ProcedureType,
    ResolutionMatter,
    ResolutionState,
    Role,
    SaleMethod,
    ShareState,
    SpendingState,
    SubmissionKind,
    TeamRole,
)
from workflows.calculations.bookkeeping import Standing
from workflows.calculations.equity import Holding
from workflows.calculations.in_kind import Thing
from workflows.calculations.shortage import Outstanding
from workflows.calculations.stakes import Stake
from workflows.calendar import default_calendar
from workflows.law.settings import read_settings
from workflows.transition import Attempt, Obstacle, Seat

DAY = date(2026, 10, 12)
EVERYBODY = {seat: frozenset(Role) for seat in Seat}


def a_case(**more: Any) -> Case:
    """A creditor's petition for liquidation with a full team, just received."""
    values: dict[str, Any] = {
        "case_type": CaseType.BK_APPLICATION,
        "state": "BA_RECEIVED",
        "flags": {},
        "procedure_type": ProcedureType.LIQUIDATION,
        "source": CaseSource.PETITION,
        "applicant_kind": ApplicantKind.CREDITOR,
        "court": Court(
            id=1, code="豫97", name="江澜市中级人民法院", level=CourtLevel.INTERMEDIATE, settings={}
        ),
        "accepted_on": None,
        "petition": Petition(checklist=[]),
        "parties": [
            a_party(PartyRole.APPLICANT, "江澜市恒远钢材贸易有限公司"),
            a_party(PartyRole.DEBTOR, "澜川精密机械有限公司"),
        ],
        "team": [a_member(1, TeamRole.PRESIDING_JUDGE), a_member(2, TeamRole.CLERK)],
    }
    return Case(**{**values, **more})


def a_party(role: PartyRole, name: str, kind: PartyKind = PartyKind.ENTERPRISE) -> Party:
    """A party that still takes part."""
    return Party(role=role, name=name, kind=kind, from_on=DAY, until_on=None, agents=[])


def a_member(user_id: int, role: TeamRole) -> CaseMember:
    """A place in the team."""
    return CaseMember(user_id=user_id, user=User(id=user_id, name=f"人员{user_id}"), role=role, from_on=DAY)


def a_clock(
    kind: DeadlineKind,
    due_on: date,
    status: DeadlineStatus = DeadlineStatus.RUNNING,
    trigger_on: date | None = None,
) -> Deadline:
    """A clock that ends on a day."""
    return Deadline(
        kind=kind,
        due_on=due_on,
        nominal_on=due_on,
        trigger_on=trigger_on or due_on,
        status=status,
        owed_by=LegalActor.COURT,
    )


def an_attempt(on: date = DAY, **data: Any) -> Attempt:
    """A step that somebody with every role wants to take."""
    settings = {**read_settings({}), "calendar": default_calendar()}
    return Attempt(on=on, standing=EVERYBODY, data=data, settings=settings, user_id=1)


@dataclass
class Kept:
    """What lies in a case, in memory (`workflows.contents.Contents`)."""

    claims: list[Claim] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)
    assets: list[Asset] = field(default_factory=list)
    shares: list[Share] = field(default_factory=list)
    office: Appointment | None = None
    undistributed: int = 0
    committees: list[Committee] = field(default_factory=list)
    deliberations: list[Deliberation] = field(default_factory=list)
    disposals: list[Disposal] = field(default_factory=list)
    offices: list[Appointment] = field(default_factory=list)
    named: list[Payment] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    paid_for: list[Remuneration] = field(default_factory=list)
    asked_for: list[Instalment] = field(default_factory=list)
    fees: list[CourtFee] = field(default_factory=list)
    plan_limit: int | None = None
    payments: dict[PaymentState, int] = field(default_factory=dict)
    ready: tuple[int, int] = (0, 0)
    with_the_bank: frozenset[int] = frozenset()

    stakes_held: list[Stake] = field(default_factory=list)
    investors_held: list[Holding] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)

    def investors_numbered(self, number: str) -> frozenset[int]:
        """Nobody has a number here."""
        return frozenset()

    def holdings(self) -> list[Holding]:
        """What the investors on the list have."""
        return self.investors_held

    def stakes(self) -> list[Stake]:
        return self.stakes_held

    def claims_with_a_vote(self) -> int:
        return len(self.stakes_held)

    def claims_missing(self, serials: Set[int]) -> Set[int]:
        return serials - {stake.serial for stake in self.stakes_held}

    def names_of(self, parties: Sequence[int]) -> list[str]:
        return [f"债权人{number}" for number in parties]

    def plan_motions(self) -> list[Motion]:
        return self.motions

    approvals: int = 0

    def approvals_pending(self) -> int:
        return self.approvals

    def class_votes(self) -> list[Resolution]:
        return self.resolutions

    def plan_limit_fen(self) -> int | None:
        return self.plan_limit

    def payments_in(self, *states: PaymentState) -> int:
        return sum(self.payments.get(state, 0) for state in states)

    def payments_ready(self, distribution: int) -> tuple[int, int]:
        return self.ready

    def lines_with_the_bank(self, file: int) -> frozenset[int]:
        return self.with_the_bank

    def things_planned(self) -> list[Thing]:
        return self.things

    def is_security(self, asset: Asset) -> bool:
        return any(burden.claim is not None for burden in asset.encumbrances)

    def given_in_kind(self, asset_serial: int) -> Payment | None:
        return next((one for one in self.named if one.asset and one.asset.serial == asset_serial), None)

    def payments_named(self, serials: Collection[int], claim_serial: int | None) -> list[Payment]:
        return [one for one in self.named if one.serial in serials or claim_serial is not None]

    balances: dict[LedgerAccount, int] = field(default_factory=dict)
    costs: list[Outstanding] = field(default_factory=list)
    spendings: list[Spending] = field(default_factory=list)
    fixed: date | None = None

    def claims_in(self, *states: ClaimState) -> int:
        return sum(claim.state in {state.value for state in states} for claim in self.claims)

    def claim(self, serial: int) -> Claim | None:
        return next((claim for claim in self.claims if claim.serial == serial), None)

    def fixed_on(self, serial: int) -> date | None:
        return self.fixed

    def claims_tied_to(self, claim_id: int) -> list[Claim]:
        return [claim for claim in self.claims if claim.principal_id == claim_id]

    def claims_of(self, party_id: int) -> list[Claim]:
        return [claim for claim in self.claims if claim.party_id == party_id]

    def meeting(self, serial: int) -> Meeting | None:
        return next((meeting for meeting in self.meetings if meeting.serial == serial), None)

    def resolution(self, serial: int) -> Resolution | None:
        return next((made for made in self.resolutions if made.serial == serial), None)

    def asset(self, serial: int) -> Asset | None:
        return next((asset for asset in self.assets if asset.serial == serial), None)

    def assets_in(self, *states: AssetState) -> int:
        return sum(asset.state in {state.value for state in states} for asset in self.assets)

    def undistributed_fen(self) -> int:
        return self.undistributed

    def estate(self) -> Standing:
        return Standing(self.balances or {LedgerAccount.BANK: self.undistributed})

    def spending(self, serial: int) -> Spending | None:
        return next((one for one in self.spendings if one.serial == serial), None)

    def spendings_asked(self) -> list[Spending]:
        return [one for one in self.spendings if one.state == SpendingState.REQUESTED.value]

    def outstanding_costs(self) -> list[Outstanding]:
        return self.costs

    def expected_proceeds_fen(self) -> int:
        return sum(asset.price_fen or asset.appraised_fen or 0 for asset in self.assets)

    def share(self, claim_serial: int, state: ShareState) -> Share | None:
        fitting = (s for s in self.shares if s.claim.serial == claim_serial and s.state == state)
        return next(fitting, None)

    def appointment(self) -> Appointment | None:
        return self.office

    def assets_numbered(self, serials: frozenset[int]) -> list[Asset]:
        return [asset for asset in self.assets if asset.serial in serials]

    def committee(self) -> Committee | None:
        return self.committees[-1] if self.committees else None

    def deliberation(self, serial: int) -> Deliberation | None:
        return next((made for made in self.deliberations if made.serial == serial), None)

    def disposals_of(self, asset_serial: int) -> list[Disposal]:
        return [one for one in self.disposals if asset_serial in {a.serial for a in one.assets}]

    def appointment_numbered(self, serial: int) -> Appointment | None:
        return next((office for office in self.offices if office.serial == serial), None)

    def remunerations(self) -> list[Remuneration]:
        return self.paid_for

    def instalments(self) -> list[Instalment]:
        return self.asked_for

    def court_fees(self) -> list[CourtFee]:
        return self.fees


def a_liquidation(state: str = "LQ_OPEN", **more: Any) -> Case:
    """An accepted liquidation with a full team."""
    values: dict[str, Any] = {"case_type": CaseType.BK_CASE, "accepted_on": DAY, "deadlines": []}
    return a_case(state=state, **{**values, **more})


def a_claim(state: ClaimState = ClaimState.CONFIRMED, **more: Any) -> Claim:
    """An ordinary claim of 1,000 yuan."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "party_id": 7,
        "claim_class": ClaimClass.ORD,
        "flags": {},
        "filed_fen": 100_000,
        "admitted_fen": None,
        "fixed_fen": None,
    }
    return Claim(state=state.value, **{**values, **more})


def a_meeting(state: MeetingState = MeetingState.HELD, **more: Any) -> Meeting:
    """A meeting on site, planned for the day."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "form": MeetingForm.ON_SITE,
        "planned_on": DAY,
        "flags": {},
    }
    return Meeting(state=state.value, **{**values, **more})


def a_resolution(state: ResolutionState = ResolutionState.PASSED, **more: Any) -> Resolution:
    """A resolution passed on site on the day."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "meeting": a_meeting(),
        "matter": ResolutionMatter.M2,
        "voted_on": DAY,
        "noticed_on": None,
        "flags": {},
    }
    return Resolution(state=state.value, **{**values, **more})


def an_asset(state: AssetState = AssetState.FOR_SALE, **more: Any) -> Asset:
    """A machine that is offered at auction."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "kind": AssetKind.EQUIPMENT,
        "major": False,
        "method": SaleMethod.AUCTION,
        "reported_on": None,
        "flags": {},
    }
    return Asset(state=state.value, **{**values, **more})


def an_appointment(kind: PartyKind = PartyKind.ORGANISATION, **more: Any) -> Appointment:
    """The office of an accounting firm."""
    party = a_party(PartyRole.ADMINISTRATOR, "江澜衡正会计师事务所", kind)
    values: dict[str, Any] = {"case": a_liquidation(), "id": 1, "serial": 1, "party": party, "flags": {}}
    return Appointment(**{**values, "state": AppointmentState.APPOINTED.value, **more})


def a_submission(kind: SubmissionKind = SubmissionKind.MAJOR_ACT) -> Submission:
    """What the administrator asks or reports."""
    return Submission(case=a_liquidation(), kind=kind, state="SUBMITTED", flags={})


def a_share(claim: Claim, state: ShareState) -> Share:
    """A share of a claim."""
    return Share(claim=claim, amount_fen=1, state=state)


def an_attempt_at(kept: Kept, on: date = DAY, settings: dict[str, Any] | None = None, **data: Any) -> Attempt:
    """A step that somebody wants to take in a case with these contents."""
    plain = an_attempt(on, **data)
    return replace(plain, settings={**plain.settings, "contents": kept, **(settings or {})})


def code_of(obstacle: Obstacle | None) -> str | None:
    """The code of an obstacle; None where nothing stands in the way."""
    return obstacle.code if obstacle else None
