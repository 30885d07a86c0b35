"""One thing that is shown of a part: its label, its place, how it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from court_app.services.procedure.machines import Part
from models.vocabulary import (
    Term,
)
from workflows.text import Text


class Form(StrEnum):
    """How a value is written."""

    TEXT = "TEXT"
    LINES = "LINES"
    NUMBER = "NUMBER"
    YUAN = "YUAN"
    DAY = "DAY"
    WORD = "WORD"
    STATE = "STATE"
    YESNO = "YESNO"
    WORDS = "WORDS"
    WORKING = "WORKING"
    ROWS = "ROWS"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that is known of a part.

    `path` leads from the part to the value where it is not the attribute of that name; `names_it` marks the
    column by which a list leads to the page of the part; `summed` columns have a total, in fen; `leads_to` is
    the kind of part whose number a value is; `rows` are the columns of a value that is a table of its own.
    """

    name: str
    label: Text
    form: Form = Form.TEXT
    path: str = ""
    words: type[Term] | None = None
    listed: bool = False
    names_it: bool = False
    summed: bool = False
    rows: tuple["Column", ...] = ()
    leads_to: str = ""

    def value(self, part: Part) -> Any:
        """The value of a part, as the table keeps it."""
        found: Any = part
        for step in (self.path or self.name).split("."):
            if found is not None:
                found = found.get(step) if isinstance(found, Mapping) else getattr(found, step)
        if self.form == Form.WORDS and self.words is not None:
            return [self.words(word) for word in found or ()]
        if self.form == Form.ROWS:
            return [{column.name: column.value(row) for column in self.rows} for row in found or ()]
        return bool(found) if self.form == Form.YESNO else found


SERIAL = Column("serial", Text("序号"), Form.NUMBER, listed=True)
STATE = Column("state", Text("状态"), Form.STATE, listed=True)
