"""What is shown of each kind of part: label, place, form; lists, pages, exports and API read it here."""

from collections.abc import Iterable
from typing import Any

from court_app.services.procedure.column import SERIAL, STATE, Column, Form
from court_app.services.procedure.columns_of_creditors import OF_CREDITORS
from court_app.services.procedure.columns_of_estate import OF_ESTATE
from court_app.services.procedure.columns_of_meetings import OF_MEETINGS
from court_app.services.procedure.columns_of_office import OF_OFFICE
from court_app.services.procedure.machines import Part
from court_app.services.procedure.parts import PartKind
from models.vocabulary import (
    Term,
)
from workflows.text import Text

UNKNOWN_KIND = (SERIAL, Column("title", Text("名称"), listed=True, names_it=True), STATE)
"""What is shown of a kind that nothing is written about below."""
COLUMNS: dict[str, tuple[Column, ...]] = {**OF_CREDITORS, **OF_MEETINGS, **OF_ESTATE, **OF_OFFICE}


def columns_of(kind: PartKind, *, listed: bool = False) -> tuple[Column, ...]:
    """Everything that is shown of a kind, or what its list shows."""
    columns = COLUMNS.get(kind.path, UNKNOWN_KIND)
    return tuple(column for column in columns if column.listed or not listed)


def state_of(kind: PartKind, part: Part) -> Term:
    """The state of a part as a word."""
    return kind.procedure.states(part.state)


def shown(kind: PartKind, column: Column, part: Part) -> Any:
    """A value of a part, its state as a word."""
    return state_of(kind, part) if column.form == Form.STATE else column.value(part)


def row_of(kind: PartKind, columns: Iterable[Column], part: Part) -> list[tuple[Column, Any]]:
    """The values of a part, column by column."""
    return [(column, shown(kind, column, part)) for column in columns]
