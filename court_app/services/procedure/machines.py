"""Which machine everything moves in: the procedure of every kind of case and of every kind of part."""

from models import (
    Appointment,
    Asset,
    Avoidance,
    Case,
    Claim,
    CollateralFee,
    Committee,
    CourtFee,
    Deliberation,
    Delivery,
    Disposal,
    Document,
    FailedPlan,
    Inspection,
    Instalment,
    Investor,
    JointParty,
    Meeting,
    Motion,
    PlanApproval,
    PlanReceipt,
    Remuneration,
    Resolution,
    Retrieval,
    SecuredReturn,
    Selection,
    SetOff,
    Spending,
    Submission,
)
from models.vocabulary import CaseType
from workflows.engine import Procedure
from workflows.procedures.appeal import BANKRUPTCY_APPEAL
from workflows.procedures.application import BANKRUPTCY_APPLICATION
from workflows.procedures.appointment import APPOINTMENT
from workflows.procedures.asset import ASSET
from workflows.procedures.avoidance import AVOIDANCE
from workflows.procedures.bankruptcy_case import BANKRUPTCY_CASE
from workflows.procedures.claim import CLAIM
from workflows.procedures.committee import COMMITTEE, DELIBERATION
from workflows.procedures.court_fee import COURT_FEE
from workflows.procedures.delivery import DELIVERY
from workflows.procedures.document import DOCUMENT
from workflows.procedures.failed_plan import FAILED_PLAN, PLAN_RECEIPT
from workflows.procedures.investor import INVESTOR
from workflows.procedures.joint_party import JOINT_PARTY
from workflows.procedures.meeting import MEETING
from workflows.procedures.motion import MOTION
from workflows.procedures.plan_approval import PLAN_APPROVAL
from workflows.procedures.remuneration import REMUNERATION
from workflows.procedures.remuneration_payments import COLLATERAL_FEE, INSTALMENT
from workflows.procedures.resolution import RESOLUTION
from workflows.procedures.retrieval import RETRIEVAL
from workflows.procedures.secured_return import SECURED_RETURN
from workflows.procedures.selection import SELECTION
from workflows.procedures.set_off import SET_OFF
from workflows.procedures.spending import SPENDING
from workflows.procedures.submission import SUBMISSION
from workflows.procedures.supervision import DISPOSAL, INSPECTION

PROCEDURES: dict[CaseType, Procedure] = {
    CaseType.BK_APPLICATION: BANKRUPTCY_APPLICATION,
    CaseType.BK_APPEAL: BANKRUPTCY_APPEAL,
    CaseType.BK_CASE: BANKRUPTCY_CASE,
}
CLOSED: dict[CaseType, frozenset[str]] = {
    kind: frozenset(state.value for state in procedure.terminal) for kind, procedure in PROCEDURES.items()
} | {CaseType.BK_CASE: frozenset({"LQ_TERMINATED", "LQ_DISMISSED_FINAL"})}
"""In which states a case counts as closed (结案); a bankruptcy case with the ruling that ends it."""
Supervision = Committee | Deliberation | Disposal | Inspection
"""The creditors' committee, and what creditors see of the administrator's work."""
Fee = Remuneration | Instalment | CollateralFee | CourtFee
Part = (
    Claim
    | JointParty
    | SetOff
    | Meeting
    | Motion
    | Resolution
    | PlanApproval
    | Asset
    | Avoidance
    | Investor
    | Retrieval
    | Supervision
    | Spending
    | SecuredReturn
    | Appointment
    | Submission
    | Selection
    | Fee
    | FailedPlan
    | PlanReceipt
)
"""What lies in a case and moves in a machine of its own."""
Stepping = Case | Document | Delivery | Part
BY_MODEL: dict[type, Procedure] = {
    Claim: CLAIM,
    JointParty: JOINT_PARTY,
    SetOff: SET_OFF,
    Meeting: MEETING,
    Motion: MOTION,
    Resolution: RESOLUTION,
    PlanApproval: PLAN_APPROVAL,
    Asset: ASSET,
    Avoidance: AVOIDANCE,
    Investor: INVESTOR,
    Committee: COMMITTEE,
    Deliberation: DELIBERATION,
    Disposal: DISPOSAL,
    Inspection: INSPECTION,
    Retrieval: RETRIEVAL,
    Spending: SPENDING,
    SecuredReturn: SECURED_RETURN,
    Appointment: APPOINTMENT,
    Submission: SUBMISSION,
    Selection: SELECTION,
    Remuneration: REMUNERATION,
    Instalment: INSTALMENT,
    CollateralFee: COLLATERAL_FEE,
    CourtFee: COURT_FEE,
    FailedPlan: FAILED_PLAN,
    PlanReceipt: PLAN_RECEIPT,
    Document: DOCUMENT,
    Delivery: DELIVERY,
}
MACHINES: dict[str, Procedure] = {p.name: p for p in (*PROCEDURES.values(), *BY_MODEL.values())}
