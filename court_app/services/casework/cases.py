"""What the court does with cases: receive, take steps, say what may come next."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import flag_modified

from court_app.errors import Forbidden, NotFound, StaleVersion
from court_app.permissions import may_read, may_take_part
from court_app.services.casework import access, history, opening
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.step_records import Taken
from models import Case, CaseEvent, User
from models.vocabulary import ApplicantKind, Role
from workflows.engine import Option
from workflows.text import Text
from workflows.transition import Seat

LOCKED = select(Case.id).where(Case.id == bindparam("case_id")).with_for_update(of=Case)
"""Built once, as every step begins with it."""


def receive(occasion: Occasion, name: str, data: Mapping[str, Any]) -> Case:
    """Open an application case; see `opening.receive`."""
    return opening.receive(occasion, name, data)


def find(occasion: Occasion, case_id: int) -> Case:
    """A case that the person of the court may read.

    Raises:
        NotFound: if there is none, or none for this person: the two look alike on purpose.
    """
    return found_if(occasion, case_id, may_read)


def find_shared(occasion: Occasion, case_id: int) -> Case:
    """A case for what it shares with its administrator; see `permissions.may_take_part`."""
    return found_if(occasion, case_id, may_take_part)


def found_if(occasion: Occasion, case_id: int, may: Callable[[User, Case, bool], bool]) -> Case:
    """A case that passes a rule of access."""
    case = occasion.session.get(Case, case_id, options=[selectinload(Case.deadlines)])
    if case is None or not passes(occasion, case, may):
        raise NotFound(Text("没有这个案件，或者您无权查阅。"))
    return case


def readable(occasion: Occasion, case: Case) -> bool:
    """Whether the person of the court may read the case."""
    return passes(occasion, case, may_read)


def passes(occasion: Occasion, case: Case, may: Callable[[User, Case, bool], bool]) -> bool:
    """Whether a rule of access lets the person in; the system is let in everywhere."""
    if occasion.user is None:
        return True
    return may(occasion.user, case, access.is_recused(occasion.session, case.id, occasion.user.id))


def hold(occasion: Occasion, case_id: int) -> Case:
    """A case that the person may read, locked until the transaction ends."""
    lock(occasion, case_id)
    return find(occasion, case_id)


def hold_shared(occasion: Occasion, case_id: int) -> Case:
    """A case that the person takes part in, locked until the transaction ends."""
    lock(occasion, case_id)
    return find_shared(occasion, case_id)


def lock(occasion: Occasion, case_id: int) -> None:
    """Let nobody else write in a case until the transaction ends."""
    occasion.session.execute(LOCKED, {"case_id": case_id})


def take_step(
    occasion: Occasion, case_id: int, name: str, data: Mapping[str, Any], *, version: int | None
) -> Taken:
    """Take a step in a case; see `steps.take` for what may be raised."""
    return steps.take(occasion, hold_shared(occasion, case_id), name, data, version=version)


def options(occasion: Occasion, case: Case) -> list[Option]:
    """Every step of the case's procedure as it stands now; an administrator sees only his own."""
    return steps.own(occasion, steps.options(occasion, case))


def by_creditor(case: Case) -> bool:
    """Whether a creditor petitioned."""
    return case.applicant_kind == ApplicantKind.CREDITOR


def must_work_on(occasion: Occasion, case: Case) -> None:
    """Stop whoever holds no office in the case.

    Raises:
        Forbidden: if the person does not work on it.
    """
    if not roles_in(occasion, case):
        raise Forbidden(Text("只有本案办案人员可以进行此项操作。"))


def roles_in(occasion: Occasion, case: Case) -> frozenset[Role]:
    """The roles that the person holds in the case at its own court."""
    return steps.attempt_of(occasion, case).standing.get(Seat.OWN, frozenset())


def who(occasion: Occasion, case: Case) -> tuple[int | None, str, Role]:
    """Who the history names for what is no step of a procedure."""
    if occasion.user is None:
        return None, occasion.name, Role.SYSTEM
    return occasion.user.id, occasion.user.name, min(roles_in(occasion, case), default=Role.JUDGE)


def enter(
    occasion: Occasion,
    case: Case,
    machine: str,
    step: str,
    payload: dict[str, Any],
    *,
    basis: str,
    subject_id: int | None = None,
    on: date | None = None,
) -> CaseEvent:
    """Write into the docket what was done in a case and is no step of a procedure: its state stays."""
    return history.append(
        occasion.session,
        case,
        machine=machine,
        subject_id=subject_id,
        step=step,
        source=case.state,
        target=case.state,
        actor=who(occasion, case),
        now=occasion.now,
        on=on or occasion.today,
        payload=payload,
        basis=basis,
    )


def must_be_fresh(case: Case, version: int | None) -> None:
    """Stop if somebody has changed the case since it was read.

    Raises:
        StaleVersion: if so.
    """
    if version is not None and version != case.version:
        raise StaleVersion(case.version)


def touch(case: Case) -> None:
    """Raise the version of a case whose rows around it change (team, parties)."""
    flag_modified(case, "flags")
