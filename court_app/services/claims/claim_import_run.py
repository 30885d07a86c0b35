"""The rows of a table become claims, a chunk in each transaction; and are withdrawn again as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select, update

from court_app.errors import BadInput
from court_app.services import jobs
from court_app.services.casework import cases
from court_app.services.claims import claim_ranks, claim_register
from court_app.services.claims.claim_import import (
    AT_ONCE_ROWS,
    EMPLOYEE,
    IS_NEW,
    ORDINARY,
    RUN_JOB,
    WAYS,
    WITHDRAW_STEP,
    by_its_maker,
    locked,
    must_file,
    own_table,
)
from court_app.services.claims.claim_import_creditors import Waiting, creditors_of, words_of
from court_app.services.many_rows import columns_of, insert_columns
from court_app.services.meetings import voting_roll
from court_app.services.occasion import Occasion
from court_app.services.procedure import many_at_once, parts, steps
from documents.uncollected import uncollected
from models import Case, Claim, ClaimFigure, ClaimImport, ClaimImportRow, Party
from models.vocabulary import ClaimState, ConditionKind, ImportKind, ImportState
from workflows.law.settings import read_settings
from workflows.procedures.claim import CLAIM
from workflows.text import Text

CHUNK = 10_000
UNCONDITIONAL = ConditionKind.NONE.value
LAYING_ASIDE = {kind.value for kind in ConditionKind if kind.lays_aside}
OF_CLAIM = ("basis", "evidence", "security", "co_debtors", "condition")


class Coming(NamedTuple):
    """What the claims of a table have in common: when they come, until when in time, when publicised."""

    on: date
    in_time_until: date
    publicised_on: date


def coming_of(table: ClaimImport, today: date) -> Coming:
    """How the claims of a table come; while no last day is announced none is late."""
    deadline = table.case.flags.get("claims_deadline")
    in_time_until = date.fromisoformat(deadline) if deadline else date.max
    return Coming(today, in_time_until, table.publicised_on or today)


def run(occasion: Occasion, case_id: int, serial: int, *, with_duplicates: bool = False) -> ClaimImport:
    """Import the rows that are right; those that were there before only on demand.

    Raises:
        BadInput: if the table was imported before, or no row can be.
        StepRefused: if claims may not be filed now, or not by this person.
    """
    table = own_table(occasion, case_id, serial, ImportState.READ)
    table.with_duplicates = with_duplicates
    if not table.to_import:
        raise BadInput({"file": [Text("没有可以导入的行。")]})
    table.state, table.started_at = ImportState.RUNNING, occasion.now
    occasion.session.flush()
    if table.to_import <= AT_ONCE_ROWS:
        import_chunk(occasion, table)
    else:
        promise_next(occasion, table)
    return table


def promise_next(occasion: Occasion, table: ClaimImport) -> None:
    """Promise the next chunk, to be done at once: the worker that has done one goes on with the next."""
    user_id = occasion.user.id if occasion.user else table.made_by_id
    payload = {"import": table.id, "user": user_id}
    key = f"claims_run:{table.id}:{table.imported}"
    jobs.promise(occasion.session, RUN_JOB, key, occasion.now, payload, run_after=table.started_at)


def run_chunk(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Import the next rows; what was written with a dead worker's transaction is not written twice."""
    table = locked(occasion, payload["import"])
    if table.state != ImportState.RUNNING:
        return
    cases.lock(occasion, table.case_id)
    own = by_its_maker(occasion, payload["user"])
    must_file(own, table.case, table.kind)
    import_chunk(own, table)
    if table.state == ImportState.RUNNING:
        promise_next(own, table)


@uncollected()
def import_chunk(occasion: Occasion, table: ClaimImport) -> None:
    """Write the claims of the next rows, with one entry in the docket for all of them."""
    rows = waiting(occasion, table)
    if rows:
        made = write_claims(occasion, table, rows)
        table.imported, table.imported_until = table.imported + len(rows), rows[-1].number
        occasion.session.flush()
        way = WAYS[table.kind]
        note(occasion, table, way.step, "", {"rows": len(rows), "serials": made})
    if len(rows) < CHUNK:
        table.state, table.finished_at = ImportState.DONE, occasion.now


def waiting(occasion: Occasion, table: ClaimImport) -> list[Waiting]:
    """The next rows that are right and have no claim yet."""
    row = ClaimImportRow
    chosen = select(row.id, row.number, row.creditor, row.content).where(
        ClaimImportRow.import_id == table.id,
        ClaimImportRow.number > table.imported_until,
        ~ClaimImportRow.faulty,
    )
    if not table.with_duplicates:
        chosen = chosen.where(IS_NEW)
    found = occasion.session.connection().execute(chosen.order_by(ClaimImportRow.number).limit(CHUNK))
    return [*map(Waiting._make, found)]


def write_claims(occasion: Occasion, table: ClaimImport, rows: Sequence[Waiting]) -> str:
    """Write creditors, claims, figures and register entries of rows; returns the claims' numbers."""
    session, coming = occasion.session, coming_of(table, occasion.today)
    first = parts.next_serial(occasion, table.case, Claim)
    last = first + len(rows) - 1
    is_list = table.kind is ImportKind.EMPLOYEES
    says = employee_values if is_list else claim_values
    contents = [row.content for row in rows]
    values = {
        "serial": range(first, last + 1),
        "party_id": creditors_of(occasion, table, rows),
        "import_row_id": [row.id for row in rows],
        "filed_fen": [content["filed_fen"] for content in contents],
        **words_of(contents, OF_CLAIM),
        **columns_of([says(content, coming) for content in contents]),
    }
    same = {"case_id": table.case_id, "state": WAYS[table.kind].state.value, "opinion": "", "version": 1}
    insert_columns(session, Claim, values, same)
    written = (Claim.case_id == table.case_id) & Claim.serial.between(first, last)
    ids = session.scalars(select(Claim.id).where(written).order_by(Claim.serial)).all()
    insert_columns(session, ClaimFigure, figure_columns(ids, contents, admitted=is_list))
    if is_list:
        keep_ranks(session.scalars(select(Claim).where(written).order_by(Claim.serial)), rows, table.case)
    claim_register.enter_all(occasion, written, Claim.filed_on)
    return f"{first}-{last}"


def figure_columns(
    claim_ids: Sequence[int], contents: Sequence[Mapping[str, Any]], *, admitted: bool
) -> dict[str, Sequence[Any]]:
    """The figures of claims, in their order; those of a list of employees are admitted as listed."""
    figures = [
        (claim_id, position, kind, fen)
        for claim_id, content in zip(claim_ids, contents, strict=True)
        for position, (kind, fen) in enumerate(content["figures"], 1)
    ]
    of_claim, positions, kinds, sums = zip(*figures, strict=True)
    return {
        "claim_id": of_claim,
        "position": positions,
        "kind": kinds,
        "filed_fen": sums,
        "admitted_fen": sums if admitted else [None] * len(sums),
    }


def keep_ranks(claims: Iterable[Claim], rows: Sequence[Waiting], case: Case) -> None:
    """Keep why items that the Act does not name are paid with wages (M2018-27)."""
    settings = read_settings(case.court.settings)
    for claim, row in zip(claims, rows, strict=True):
        claim_ranks.record_rank(claim, settings, row.content.get("rank_reason", ""))


def employee_values(content: Mapping[str, Any], coming: Coming) -> dict[str, Any]:
    """An employee's claim as the administrator found it: it is admitted as listed (EBL 48(2))."""
    manager = {"manager": True} if content.get("manager") else {}
    return {
        "claim_class": EMPLOYEE,
        "flags": {"publicised_on": coming.publicised_on.isoformat(), **manager},
        "admitted_fen": content["filed_fen"],
        "filed_on": coming.on,
        "condition_kind": UNCONDITIONAL,
        "joint": False,
    }


def claim_values(content: Mapping[str, Any], coming: Coming) -> dict[str, Any]:
    """A claim as a row says it (EBL 49); after the window it is late (EBL 56(1))."""
    filed_on = date.fromisoformat(content["filed_on"]) if "filed_on" in content else coming.on
    condition = content.get("condition_kind", UNCONDITIONAL)
    told_before = content.get("conditional")  # read before the table asked for the kind
    flags = {"conditional": True} if told_before or condition in LAYING_ASIDE else {}
    if filed_on > coming.in_time_until:
        flags["late"] = True
    return {
        "claim_class": content.get("claim_class", ORDINARY),
        "flags": flags,
        "filed_on": filed_on,
        "condition_kind": condition,
        "joint": bool(content.get("co_debtors")),
    }


def undo(occasion: Occasion, case_id: int, serial: int, reason: str) -> ClaimImport:
    """Withdraw every claim of an import, as long as none of them has moved on; votes that go on follow.

    Raises:
        BadInput: if there is no reason, a claim was registered since, or something was set off against one.
        StepRefused: if the person may not withdraw claims.
    """
    if not reason.strip():
        raise BadInput({"reason": [Text("请填写理由。")]})
    table = own_table(occasion, case_id, serial, ImportState.DONE)
    session = occasion.session
    rows = select(ClaimImportRow.id).where(ClaimImportRow.import_id == table.id)
    own = Claim.import_row_id.in_(rows)
    beginning = WAYS[table.kind].state
    moved = session.scalar(select(func.min(Claim.serial)).where(own, Claim.state != beginning.value))
    if moved is not None:
        why = Text("第{serial}号债权已经进入下一步，不能整批撤回；请逐笔撤回申报。", serial=moved)
        raise BadInput({"state": [why]})
    set_off = session.scalar(select(func.min(Claim.serial)).where(own, Claim.set_off_fen > 0))
    if set_off is not None:
        why = Text("第{serial}号债权已经抵销生效，不能整批撤回；其余债权请逐笔撤回申报。", serial=set_off)
        raise BadInput({"state": [why]})
    session.execute(
        update(Claim)
        .where(own)
        .values(state=ClaimState.WITHDRAWN.value, version=Claim.version + 1)
        .execution_options(synchronize_session=False)
    )
    end_new_creditors(occasion, table)
    session.expire_all()
    claim_register.enter_all(occasion, own, claim_register.on_day(occasion.today))
    span = session.execute(select(func.min(Claim.serial), func.max(Claim.serial)).where(own)).one()
    told = {"serials": f"{span[0]}-{span[1]}", "reason": reason.strip()}
    note(occasion, table, WITHDRAW_STEP, beginning.value, told)
    voting_roll.follow(occasion, table.case, read_settings(table.case.court.settings))
    table.state, table.undone_at = ImportState.UNDONE, occasion.now
    return table


def end_new_creditors(occasion: Occasion, table: ClaimImport) -> None:
    """Creditors who came with the table and have no other claim no longer take part."""
    others = select(Claim.party_id).where(
        Claim.case_id == table.case_id, Claim.state != ClaimState.WITHDRAWN.value
    )
    occasion.session.execute(
        update(Party)
        .where(Party.case_id == table.case_id, Party.import_id == table.id, Party.id.not_in(others))
        .values(until_on=occasion.today, version=Party.version + 1)
        .execution_options(synchronize_session=False)
    )


def note(occasion: Occasion, table: ClaimImport, step: str, source: str, told: Mapping[str, Any]) -> None:
    """One entry in the docket for all claims of a chunk, with the table and its hash."""
    row = CLAIM.named(step)[0]
    blank = Claim(case=table.case, state=source, flags={}, serial=0, version=1)
    attempt = steps.attempt_of(occasion, blank)
    payload = {**told, "import": table.serial, "sha256": table.sha256}
    many_at_once.note(occasion, table.case, CLAIM, row, attempt, payload, source=source)
