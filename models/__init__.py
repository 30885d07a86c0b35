"""What the court remembers: one module per aggregate."""

from models.base import Base
from models.calendar_day import CalendarDay
from models.case import Case, CaseMember, ChecklistItem, Petition, Recusal
from models.court import Court, NumberSeries
from models.deadline import Deadline, DeadlineEntry
from models.delivery import Delivery, PrintBatch
from models.document import Document, DocumentVersion
from models.draft import FilingDraft
from models.event import CaseEvent, ChainHead, Reading
from models.job import IdempotentAnswer, Job
from models.party import Agent, Party
from models.user import FailedSignIn, SignIn, User

__all__ = [
    "Agent",
    "Base",
    "CalendarDay",
    "Case",
    "CaseEvent",
    "CaseMember",
    "ChainHead",
    "ChecklistItem",
    "Court",
    "Deadline",
    "DeadlineEntry",
    "Delivery",
    "Document",
    "DocumentVersion",
    "FailedSignIn",
    "FilingDraft",
    "IdempotentAnswer",
    "Job",
    "NumberSeries",
    "Party",
    "Petition",
    "PrintBatch",
    "Reading",
    "Recusal",
    "SignIn",
    "User",
]
