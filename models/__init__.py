"""What the court remembers: one module per aggregate."""

from models.administration import Appointment, Submission
from models.avoidance import Avoidance
from models.bank import BankLine, BankMatch, BankStatement
from models.base import Base
from models.calendar_day import CalendarDay
from models.case import Case, CaseMember, ChecklistItem, Petition, Recusal
from models.claim import Claim, ClaimEntry, ClaimFigure
from models.claim_import import ClaimImport, ClaimImportRow
from models.court import Court, NumberSeries
from models.deadline import Deadline, DeadlineEntry
from models.delivery import Delivery, PrintBatch
from models.distribution import Distribution, DistributionPlan, Share
from models.document import Document, DocumentVersion
from models.draft import FilingDraft
from models.estate import Asset, Meeting, Resolution
from models.event import CaseEvent, ChainHead, Reading
from models.job import IdempotentAnswer, Job
from models.ledger import LedgerEntry, LedgerLine
from models.notice import Notice, NoticeBatch
from models.party import Agent, Party
from models.publication import Publication
from models.roster import Administrator, GradeEntry, SealedSeed, Selection, StatusEntry
from models.spending import Spending
from models.user import FailedSignIn, SignIn, User

__all__ = [
    "Administrator",
    "Agent",
    "Appointment",
    "Asset",
    "Avoidance",
    "BankLine",
    "BankMatch",
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
    "ClaimImport",
    "ClaimImportRow",
    "Court",
    "Deadline",
    "DeadlineEntry",
    "Delivery",
    "Distribution",
    "DistributionPlan",
    "Document",
    "DocumentVersion",
    "FailedSignIn",
    "FilingDraft",
    "GradeEntry",
    "IdempotentAnswer",
    "Job",
    "LedgerEntry",
    "LedgerLine",
    "Meeting",
    "Notice",
    "NoticeBatch",
    "NumberSeries",
    "Party",
    "Petition",
    "PrintBatch",
    "Publication",
    "Reading",
    "Recusal",
    "Resolution",
    "SealedSeed",
    "Selection",
    "Share",
    "SignIn",
    "Spending",
    "StatusEntry",
    "Submission",
    "User",
]
