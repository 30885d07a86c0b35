"""What the court remembers: one module per aggregate."""

from models.administration import Appointment, Submission
from models.avoidance import Avoidance
from models.bank import AgreedEntry, BankAgreement, BankLine, BankStatement
from models.base import Base
from models.calendar_day import CalendarDay
from models.case import Case, CaseMember, ChecklistItem, Petition, Recusal
from models.claim import Claim, ClaimEntry, ClaimFigure
from models.claim_import import ClaimImport, ClaimImportRow
from models.committee import Committee, CommitteeMember, CommitteeVote, Deliberation
from models.court import Court, NumberSeries
from models.court_fee import CourtFee
from models.deadline import Deadline, DeadlineEntry
from models.delivery import Delivery, PrintBatch
from models.distribution import Distribution, DistributionPlan, PlanEntry, Share
from models.document import Document, DocumentVersion
from models.draft import FilingDraft
from models.estate import Asset, Meeting, Resolution
from models.event import CaseEvent, ChainHead, Reading
from models.failed_plan import FailedPlan, PlanReceipt, PlanReceiptTable
from models.filing import ClaimFiling, ClaimPaper, FilingCode
from models.investor import Investor
from models.job import IdempotentAnswer, Job
from models.joint_party import JointParty, JointReceipt
from models.ledger import LedgerEntry, LedgerLine
from models.notice import Notice, NoticeBatch
from models.party import Agent, Party
from models.payment import PayeeAccount, Payment, PaymentFile, PaymentLine
from models.plan_approval import PlanApproval
from models.publication import Publication
from models.realisation import AssetAppraisal, AssetCost, AssetEncumbrance, AssetReceipt, SaleRound
from models.remuneration import CollateralFee, Instalment, Remuneration
from models.retrieval import Retrieval
from models.roster import Administrator, GradeEntry, SealedSeed, Selection, StatusEntry
from models.secured_return import SecuredReturn
from models.set_off import SetOff
from models.spending import Spending
from models.supervision import Disposal, DisposalAsset, Inspection
from models.user import FailedSignIn, SignIn, User
from models.voting import Attendance, Ballot, Motion, VotingCode, VotingRight

__all__ = [
    "Administrator",
    "Agent",
    "AgreedEntry",
    "Appointment",
    "Asset",
    "AssetAppraisal",
    "AssetCost",
    "AssetEncumbrance",
    "AssetReceipt",
    "Attendance",
    "Avoidance",
    "Ballot",
    "BankAgreement",
    "BankLine",
    "BankStatement",
    "Base",
    "CalendarDay",
    "Case",
    "CaseEvent",
    "CaseMember",
    "ChainHead",
    "ChecklistItem",
    "Claim",
    "ClaimEntry",
    "ClaimFigure",
    "ClaimFiling",
    "ClaimImport",
    "ClaimImportRow",
    "ClaimPaper",
    "CollateralFee",
    "Committee",
    "CommitteeMember",
    "CommitteeVote",
    "Court",
    "CourtFee",
    "Deadline",
    "DeadlineEntry",
    "Deliberation",
    "Delivery",
    "Disposal",
    "DisposalAsset",
    "Distribution",
    "DistributionPlan",
    "Document",
    "DocumentVersion",
    "FailedPlan",
    "FailedSignIn",
    "FilingCode",
    "FilingDraft",
    "GradeEntry",
    "IdempotentAnswer",
    "Inspection",
    "Instalment",
    "Investor",
    "Job",
    "JointParty",
    "JointReceipt",
    "LedgerEntry",
    "LedgerLine",
    "Meeting",
    "Motion",
    "Notice",
    "NoticeBatch",
    "NumberSeries",
    "Party",
    "PayeeAccount",
    "Payment",
    "PaymentFile",
    "PaymentLine",
    "Petition",
    "PlanApproval",
    "PlanEntry",
    "PlanReceipt",
    "PlanReceiptTable",
    "PrintBatch",
    "Publication",
    "Reading",
    "Recusal",
    "Remuneration",
    "Resolution",
    "Retrieval",
    "SaleRound",
    "SealedSeed",
    "SecuredReturn",
    "Selection",
    "SetOff",
    "Share",
    "SignIn",
    "Spending",
    "StatusEntry",
    "Submission",
    "User",
    "VotingCode",
    "VotingRight",
]
