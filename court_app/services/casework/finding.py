"""Finding cases: the list, its filters, search by number, name, pinyin, credit code; the work list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import contains_eager, lazyload

from court_app.services.casework import access
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.searching_keys import named, needle
from models import Case, CaseMember, Deadline, Delivery, Document, Party
from models.vocabulary import (
    OF_ADMINISTRATOR,
    CaseType,
    DeadlineStatus,
    DeliveryState,
    DocumentKind,
    DocumentState,
    ProcedureType,
)

MOST_ON_A_PAGE = 100
BARE = (lazyload(Case.parties), lazyload(Case.team), lazyload(Case.petition))
"""A case in a list is its own row; its people are not read for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What cases are looked for; empty means any."""

    text: str = ""
    case_type: CaseType | None = None
    state: str = ""
    procedure_type: ProcedureType | None = None
    year: int | None = None
    open_only: bool = False
    mine: bool = False
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True)
class Page(Paged):
    """Some of the cases found, and how many there are."""

    cases: list[Case]
    total: int
    page: int
    size: int


def search(occasion: Occasion, wanted: Wanted) -> Page:
    """The cases that the person may see and that fit, newest first."""
    chosen = narrowed(occasion, wanted)
    size = min(max(wanted.size, 1), MOST_ON_A_PAGE)
    page = max(wanted.page, 1)
    total = occasion.session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    ids = occasion.session.scalars(
        chosen.order_by(Case.received_on.desc(), Case.id.desc()).limit(size).offset((page - 1) * size)
    ).all()
    found = {
        case.id: case
        for case in occasion.session.scalars(select(Case).where(Case.id.in_(list(ids))).options(*BARE))
    }
    return Page([found[case_id] for case_id in ids], total, page, size)


def narrowed(occasion: Occasion, wanted: Wanted) -> Select[Any]:
    """The ids of the cases that fit."""
    chosen = select(Case.id).add_columns(Case.received_on).where(access.visible_cases(occasion.user))
    if wanted.case_type is not None:
        chosen = chosen.where(Case.case_type == wanted.case_type)
    if wanted.state:
        chosen = chosen.where(Case.state == wanted.state)
    if wanted.procedure_type is not None:
        chosen = chosen.where(Case.procedure_type == wanted.procedure_type)
    if wanted.year is not None:
        chosen = chosen.where(Case.year == wanted.year)
    if wanted.open_only:
        chosen = chosen.where(Case.closed_on.is_(None))
    if wanted.mine and occasion.user is not None:
        mine = select(CaseMember.case_id).where(
            CaseMember.user_id == occasion.user.id, CaseMember.until_on.is_(None)
        )
        chosen = chosen.where(Case.id.in_(mine))
    if wanted.text.strip():
        chosen = chosen.where(fits(wanted.text.strip()))
    return chosen


def fits(text: str) -> Any:
    """Number, title, or a party by name, pinyin, initials or credit code."""
    like = f"%{needle(text)}%"
    number = f"%{needle(text).replace('(', '（').replace(')', '）')}%"
    return or_(
        Case.number.like(number, escape="\\"),
        Case.flags["published_number"].as_string().like(number, escape="\\"),
        Case.title.like(like, escape="\\"),
        exists().where(
            Party.case_id == Case.id,
            named(text) | (Party.credit_code == text.upper()),
        ),
    )


@dataclass(frozen=True, slots=True)
class Worklist:
    """What waits for a person today; `totals` says of each list how many there are, shown or not."""

    overdue: list[Deadline]
    soon: list[Deadline]
    papers: list[Document]
    deliveries: int
    unassigned: list[Case]
    totals: Mapping[str, int]


LOADING = dict.fromkeys(("overdue", "soon"), (contains_eager(Deadline.case).options(*BARE),))
"""A clock on a work list names its case."""
HAS_DUTIES = or_(Case.closed_on.is_(None), Case.case_type == CaseType.BK_CASE)
"""Whose clocks count: an ended bankruptcy case is still to be struck off (EBL 121) and searched (EBL 123)."""
IN_HAND = tuple(
    state.value
    for state in (DocumentState.DRAFT, DocumentState.SUBMITTED, DocumentState.APPROVED, DocumentState.SEALED)
)
"""Papers that somebody still has to do something about."""
NOT_ON_THE_LIST = sorted({DocumentKind.CASE_COVER, *OF_ADMINISTRATOR})
"""Papers that the court need do nothing about: covers, and what the administrator sends out himself."""
DRAFT = DocumentState.DRAFT.value
NOT_SERVED = tuple(
    state.value for state in (DeliveryState.PREPARED, DeliveryState.SENT, DeliveryState.FAILED)
)


def worklist(occasion: Occasion, *, most: int = 50) -> Worklist:
    """Clocks that have run out or soon will, papers in hand, deliveries to confirm, cases without a team.

    Of each list the first `most`: clocks by their last day; papers that wait for an approval, a seal or
    their issue before drafts, and the newest first.
    """
    session, waiting = occasion.session, waiting_for(occasion)
    shown = {
        name: list(session.scalars(chosen.options(*LOADING.get(name, ())).order_by(*order).limit(most)))
        for name, (chosen, order) in waiting.items()
    }
    totals = {
        name: len(rows)
        if len(rows) < most
        else session.scalar(waiting[name][0].with_only_columns(func.count())) or 0
        for name, rows in shown.items()
    }
    return Worklist(**shown, deliveries=deliveries_open(occasion), totals=totals)


def waiting_for(occasion: Occasion) -> dict[str, tuple[Select[Any], tuple[Any, ...]]]:
    """What each list of a work list holds, and in which order."""
    visible = access.visible_cases(occasion.user)
    today: date = occasion.today
    clocks = (
        select(Deadline)
        .join(Case, Case.id == Deadline.case_id)
        .where(visible, HAS_DUTIES, Deadline.status == DeadlineStatus.RUNNING)
    )
    papers = (
        select(Document)
        .join(Case, Case.id == Document.case_id)
        .where(visible, Document.state.in_(IN_HAND), Document.kind.not_in(NOT_ON_THE_LIST))
    )
    unassigned = select(Case).where(
        visible,
        Case.closed_on.is_(None),
        ~exists().where(CaseMember.case_id == Case.id, CaseMember.until_on.is_(None)),
    )
    soon = (Deadline.due_on >= today, Deadline.due_on <= today + timedelta(days=7))
    return {
        "overdue": (clocks.where(Deadline.due_on < today), (Deadline.due_on,)),
        "soon": (clocks.where(*soon), (Deadline.due_on,)),
        "papers": (papers, (Document.state == DRAFT, Document.created_at.desc(), Document.id.desc())),
        "unassigned": (unassigned, (Case.received_on,)),
    }


def deliveries_open(occasion: Occasion) -> int:
    """How many deliveries of the person's cases are still to be confirmed."""
    chosen = (
        select(func.count(Delivery.id))
        .join(Case, Case.id == Delivery.case_id)
        .where(access.visible_cases(occasion.user), Delivery.state.in_(NOT_SERVED))
    )
    return occasion.session.scalar(chosen) or 0


MOST_EXPORTED = 20_000


def everything(occasion: Occasion, wanted: Wanted) -> list[Case]:
    """Every case that fits, newest first, as many as may be exported at once."""
    ids = narrowed(occasion, wanted).with_only_columns(Case.id)
    return list(
        occasion.session.scalars(
            select(Case)
            .where(Case.id.in_(ids))
            .order_by(Case.received_on.desc(), Case.id.desc())
            .limit(MOST_EXPORTED)
        )
    )
