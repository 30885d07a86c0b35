"""The roster of administrators: which court keeps it, who stands on it, on any day (AA 2 to 14, 39).

Whoever has signed in may read it, for it is published (AA 12); `keeping_roster` changes it.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import NotFound
from court_app.services.occasion import Occasion
from models import Administrator, Court, Selection, User
from models.vocabulary import (
    AdministratorGrade,
    CourtLevel,
    PartyKind,
    Role,
    RosterStatus,
)
from workflows.text import Text

KEEPERS = frozenset({Role.DIVISION_HEAD, Role.PRESIDENT})
KEEPING_LEVELS = frozenset({CourtLevel.HIGH, CourtLevel.INTERMEDIATE})


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody stands on the roster on a day."""

    administrator: Administrator
    status: RosterStatus
    until_on: date | None
    grade: AdministratorGrade


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a roster is wanted."""

    on: date
    kind: PartyKind | None = None
    grade: AdministratorGrade | None = None
    status: RosterStatus | None = None
    text: str = ""


def keeps_a_roster(session: Session, court: Court) -> bool:
    """Whether anybody was ever listed by a court."""
    return bool(
        session.scalar(select(func.count(Administrator.id)).where(Administrator.court_id == court.id))
    )


def roster_court(session: Session, court: Court) -> Court:
    """The court whose roster a court uses: its own, else that of the court above it (AA 2)."""
    here: Court | None = court
    while here is not None:
        if here.level in KEEPING_LEVELS and keeps_a_roster(session, here):
            return here
        here = here.superior
    return court if court.level in KEEPING_LEVELS or court.superior is None else court.superior


def rosters(session: Session) -> list[Court]:
    """Every court that keeps a roster or could, by its code."""
    return list(
        session.scalars(select(Court).where(Court.level.in_(sorted(KEEPING_LEVELS))).order_by(Court.code))
    )


def court_shown(occasion: Occasion, court_id: int | None) -> Court | None:
    """The roster that a person is shown: the one asked for, else that of his own court or entry.

    Raises:
        NotFound: if the court asked for keeps none.
    """
    offered = rosters(occasion.session)
    if court_id is not None:
        found = next((court for court in offered if court.id == court_id), None)
        if found is None:
            raise NotFound(Text("这个法院不编制管理人名册。"))
        return found
    user = occasion.user
    if user is not None and user.court is not None:
        return roster_court(occasion.session, user.court)
    if user is not None and user.administrator_id is not None:
        return occasion.session.get_one(Administrator, user.administrator_id).court
    return next((court for court in offered if keeps_a_roster(occasion.session, court)), None)


def standings(session: Session, court: Court, wanted: Wanted) -> list[Standing]:
    """Everybody on a court's roster as it stood on a day, in its order."""
    chosen = select(Administrator).where(Administrator.court_id == court.id).order_by(Administrator.serial)
    if wanted.kind is not None:
        chosen = chosen.where(Administrator.kind == wanted.kind)
    found = (standing_of(one, wanted.on) for one in session.scalars(chosen))
    return [one for one in found if one is not None and fits(one, wanted)]


def standing_of(administrator: Administrator, on: date) -> Standing | None:
    """How somebody stood on a day; None before he was listed."""
    status, entry = administrator.status_on(on), administrator.status_entry_on(on)
    if status is None or entry is None:
        return None
    until = entry.until_on if status == RosterStatus.SUSPENDED else None
    return Standing(administrator, status, until, administrator.grade_on(on))


def fits(one: Standing, wanted: Wanted) -> bool:
    """Whether a standing is what is wanted."""
    return (
        wanted.grade in {None, one.grade}
        and wanted.status in {None, one.status}
        and wanted.text in one.administrator.name
    )


def find(session: Session, administrator_id: int) -> Administrator:
    """An entry by its id.

    Raises:
        NotFound: if there is none.
    """
    found = session.get(Administrator, administrator_id)
    if found is None:
        raise NotFound(Text("名册中没有这一条。"))
    return found


def by_name(session: Session, court: Court, name: str) -> Administrator | None:
    """Somebody by name: on the roster that a court uses, else on the only other one that lists him."""
    found = list(session.scalars(select(Administrator).where(Administrator.name == name)))
    own = roster_court(session, court)
    here = [one for one in found if one.court_id == own.id]
    return here[0] if here else (found[0] if len(found) == 1 else None)


def may_keep(user: User | None, court: Court) -> bool:
    """Whether a person may change a court's roster."""
    return (
        user is not None
        and user.active
        and user.court_id == court.id
        and court.level in KEEPING_LEVELS
        and bool(user.roles & KEEPERS)
    )


def unfounded_refusals(session: Session, entry: Administrator) -> list[Selection]:
    """The selections in which a court found that somebody refused without good reason.

    Selections that somebody has dropped out of are few, so they are looked through one by one.
    """
    dropped = select(Selection).where(Selection.flags["dropped"].as_string().is_not(None))
    return [
        one
        for one in session.scalars(dropped.order_by(Selection.id))
        if any(left["id"] == entry.id and left.get("unfounded") for left in one.flags.get("dropped", []))
    ]
