"""Lists of the parts of a case: filtered, a page at a time, with totals; and what belongs to one part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import InstrumentedAttribute

from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.procedure.column import Column
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Part
from court_app.services.procedure.part_columns import columns_of
from court_app.services.procedure.parts import PartKind
from court_app.services.searching_keys import named, needle
from models import Asset, Case, CaseEvent, Claim, Deadline, Disposal, Document, Party, SetOff
from models.vocabulary import Term
from workflows.payloads.serials import serials_of

MOST_EXPORTED = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedParts:
    """Which parts of a kind are looked for; empty means all.

    A `state` behind a minus is left out; `category` is the kind of a part that has kinds, of an asset.
    """

    state: str = ""
    category: str = ""
    text: str = ""
    page: int = 1
    size: int = 20


@dataclass(frozen=True, slots=True)
class PartPage(Paged):
    """Some of the parts found, how many there are, and the totals of all of them in fen."""

    parts: list[Part]
    total: int
    sums: Mapping[str, int]
    page: int
    size: int


def search(occasion: Occasion, case: Case, kind: PartKind, wanted: WantedParts) -> PartPage:
    """The parts of a kind that fit, by number, with the totals over all pages."""
    model, session = kind.model, occasion.session
    page = max(wanted.page, 1)
    chosen = narrowed(select(model), case, kind, wanted).order_by(model.serial)
    found = session.scalars(chosen.limit(wanted.size).offset((page - 1) * wanted.size))
    summed = [column.name for column in columns_of(kind) if column.summed]
    totals = [func.coalesce(func.sum(getattr(model, name)), 0) for name in summed]
    counted = narrowed(select(func.count(model.id), *totals), case, kind, wanted)
    total, *sums = session.execute(counted).one()
    return PartPage(list(found), total, dict(zip(summed, map(int, sums), strict=True)), page, wanted.size)


def narrowed(chosen: Any, case: Case, kind: PartKind, wanted: WantedParts) -> Any:
    """A choice of parts with its conditions."""
    model: Any = kind.model
    chosen = chosen.where(model.case_id == case.id)
    if wanted.state:
        left_out = wanted.state.removeprefix("-")
        fits = model.state == wanted.state if left_out == wanted.state else model.state != left_out
        chosen = chosen.where(fits)
    words = categories_of(kind)
    if wanted.category and words is not None:
        chosen = chosen.where(model.kind.in_([word for word in words if word.value == wanted.category]))
    if wanted.text.strip():
        chosen = chosen.where(fitting(model, kind, wanted.text.strip()))
    return chosen


def fitting(model: Any, kind: PartKind, text: str) -> ColumnElement[bool]:
    """That a part is named by a text, as its list names it; everything fits where no column names parts."""
    if hasattr(model, "party_id"):
        of_the_party: ColumnElement[bool] = model.party.has(named(text))
        return of_the_party
    naming = next((column for column in columns_of(kind) if column.names_it), None)
    return true() if naming is None else saying(model, naming, naming.path or naming.name, text)


def saying(model: Any, naming: Column, path: str, text: str) -> ColumnElement[bool]:
    """That what is at the end of a path says a text: a word by its label, a person by his names."""
    step, _, rest = path.partition(".")
    held = getattr(model, step, None)
    if not isinstance(held, InstrumentedAttribute):
        return true()
    if rest:
        other = held.property.mapper.class_
        return held.has(named(text) if other is Party else saying(other, naming, rest, text))
    if naming.words is not None:
        return held.in_([word for word in naming.words if text in word.zh or text.lower() in word.en.lower()])
    return held.like(f"%{needle(text)}%", escape="\\")


def categories_of(kind: PartKind) -> type[Term] | None:
    """The kinds that parts of this kind may be of, for assets what they are; None where there are none."""
    own = (column.words for column in columns_of(kind) if column.name == "kind" and not column.path)
    return next(own, None)


def everything(occasion: Occasion, case: Case, kind: PartKind, wanted: WantedParts) -> list[Part]:
    """Every part that fits, by number, as many as may be exported at once."""
    model = kind.model
    chosen = narrowed(select(model), case, kind, wanted).order_by(model.serial).limit(MOST_EXPORTED)
    return list(occasion.session.scalars(chosen))


def clocks_of(occasion: Occasion, kind: PartKind, part: Part) -> list[Deadline]:
    """The clocks that are about a part, running ones first."""
    found = occasion.session.scalars(
        select(Deadline)
        .where(
            Deadline.case_id == part.case_id,
            Deadline.machine == kind.model.__name__.lower(),
            Deadline.subject_id == part.id,
        )
        .order_by(Deadline.due_on)
    )
    return list(found)


def set_offs_of(occasion: Occasion, part: Part) -> list[SetOff]:
    """The set-offs of a claim, or of a receivable, by number; of anything else there are none."""
    if not isinstance(part, Claim | Asset):
        return []
    own = SetOff.claim_id == part.id if isinstance(part, Claim) else SetOff.asset_id == part.id
    return list(occasion.session.scalars(select(SetOff).where(own).order_by(SetOff.serial)))


def reports_of(occasion: Occasion, part: Part) -> Sequence[Disposal]:
    """The reports of major acts that name an asset, the first first (EBL 69)."""
    if not isinstance(part, Asset):
        return ()
    return CaseContents(occasion.session, part.case).disposals_of(part.serial)


def papers_of(occasion: Occasion, kind: PartKind, part: Part) -> list[Document]:
    """The papers that steps of a part have issued, newest first."""
    found = occasion.session.scalars(
        select(Document)
        .where(
            Document.case_id == part.case_id,
            Document.machine == kind.model.__name__.lower(),
            Document.subject_id == part.id,
        )
        .order_by(Document.id.desc())
    )
    return list(found)


def history_of(occasion: Occasion, kind: PartKind, part: Part) -> list[CaseEvent]:
    """What the docket says of a part, oldest first: its own steps, and those taken for many at once."""
    events = occasion.session.scalars(
        select(CaseEvent)
        .where(
            CaseEvent.case_id == part.case_id,
            CaseEvent.machine == kind.procedure.name,
            (CaseEvent.subject_id == part.id) | CaseEvent.subject_id.is_(None),
        )
        .order_by(CaseEvent.position)
    )
    return [event for event in events if event.subject_id is not None or names(event, part.serial)]


def names(event: CaseEvent, serial: int) -> bool:
    """Whether an entry about many parts names the one of that number."""
    return serial in serials_of(str(event.payload.get("serials", "")))
