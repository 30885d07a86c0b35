"""The step that a paper is drawn up in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from models.case import Case
from models.party import Party
from models.vocabulary import DeadlineKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a step knows beyond the case: what was supplied, its day, the number, whom it is for.

    `delivery` is what a row of the delivery ledger says (recipient_name, address, method, sent_on,
    document_title, document_number), for delivery receipts and mailing sheets.
    """

    payload: Mapping[str, Any]
    effective_on: date
    number: str
    recipient: Party | None = None
    parent: Case | None = None
    flags: Mapping[str, Any] = field(default_factory=dict)
    deadlines: Mapping[DeadlineKind, date] = field(default_factory=dict)
    delivery: Mapping[str, Any] = field(default_factory=dict)
