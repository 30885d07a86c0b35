"""The dictionary: every closed set of the system, one word for one concept.

Each word is a `Term`: the value that is stored, its Chinese and its English label. The field's standard
terms come from the statutes and from 法〔2016〕237号; `和解` is composition everywhere.
"""

from models.vocabulary.cases import (
    AppealState,
    ApplicationState,
    CaseSource,
    CaseType,
    DayKind,
    InabilityGround,
    LiquidationState,
    ProcedureType,
    ReviewMode,
)
from models.vocabulary.clocks import DeadlineEntryKind, DeadlineKind, DeadlineStatus, PeriodKind, PeriodUnit
from models.vocabulary.papers import (
    ApprovalLevel,
    DeliveryMethod,
    DeliveryState,
    DocumentKind,
    DocumentState,
    ReadinessOfItem,
    RecipientKind,
)
from models.vocabulary.people import (
    ApplicantKind,
    CourtLevel,
    LegalActor,
    PartyKind,
    PartyRole,
    Role,
    TeamRole,
)
from models.vocabulary.term import Term

__all__ = [
    "AppealState",
    "ApplicantKind",
    "ApplicationState",
    "ApprovalLevel",
    "CaseSource",
    "CaseType",
    "CourtLevel",
    "DayKind",
    "DeadlineEntryKind",
    "DeadlineKind",
    "DeadlineStatus",
    "DeliveryMethod",
    "DeliveryState",
    "DocumentKind",
    "DocumentState",
    "InabilityGround",
    "LegalActor",
    "LiquidationState",
    "PartyKind",
    "PartyRole",
    "PeriodKind",
    "PeriodUnit",
    "ProcedureType",
    "ReadinessOfItem",
    "RecipientKind",
    "ReviewMode",
    "Role",
    "TeamRole",
    "Term",
]
