"""Every kind of paper: its form, the facts it may use, whom it is served on, what may be edited.

The wording stands in `templates/texts/KIND.txt`, in sections: `== name` is generated from the facts,
`== name * label` is a block that the judge may edit, `== name * label ?` one that may stay empty. A section
`annex` follows the seal on pages of its own; lines that begin with a bar form a table (`documents.tables`).
What a paper may say of the step it is issued in, and on whom it is served, is read from the step's own
record (`Transition.payload`, `Transition.serves`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from documents.facts.found import FOUND
from documents.forms import BY_FACT, FORMS, VARIANTS, Shape
from models.vocabulary import ApprovalLevel, DocumentKind, PaperMaker, RecipientKind, maker_of
from workflows.handbook import PROCEDURES
from workflows.payloads.application import Acceptance
from workflows.payloads.base import Payload
from workflows.transition import Transition

TEXTS = Path(__file__).parent / "templates" / "texts"
HEADING = re.compile(r"^== (?P<name>\w+)(?: \* (?P<label>[^?\n]+?))?(?P<optional> \?)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A section of a paper; `label` is empty where it is generated."""

    name: str
    label: str
    text: str
    optional: bool = False

    @property
    def editable(self) -> bool:
        """Whether the judge may edit it."""
        return bool(self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentForm:
    """A kind of paper. `facts` are the names it may use of what was supplied with its step, with labels."""

    kind: DocumentKind
    form_id: str
    title: str
    shape: Shape
    template: str
    facts: Mapping[str, str]
    sections: tuple[Block, ...]
    approval: ApprovalLevel | None
    recipients: tuple[RecipientKind, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that may be edited."""
        return tuple(section for section in self.sections if section.editable)

    @property
    def bears_seal(self) -> bool:
        """Whether a seal belongs on it: the court's or the administrator's; inner forms bear none.

        What the creditors make is signed by hand.
        """
        return self.shape != Shape.FORM and self.maker != PaperMaker.CREDITORS

    @property
    def maker(self) -> PaperMaker:
        """Whose paper it is."""
        return maker_of(self.kind)

    @property
    def has_wide_annex(self) -> bool:
        """Whether its annex lies across: a table with more columns than fit upright."""
        return self.kind == DocumentKind.TALLY_RECORD

    @property
    def is_signed(self) -> bool:
        """Whether judges and clerk stand on it by name (CPL 155, 157); all else ends with date and seal."""
        return self.shape == Shape.RULING

    @property
    def copies(self) -> int:
        """How many originals at least: one for each kind of recipient, one for the file."""
        return len(self.recipients) + 1


K = DocumentKind
HANDED_ON: dict[DocumentKind, tuple[type[Payload], ...]] = {K.ADMINISTRATOR_DECISION: (Acceptance,)}
"""Papers of the case that an acceptance opens are drafted with what was supplied to the acceptance."""
CORRECTED = {
    "corrected_title": "被补正的文书名称",
    "corrected_number": "被补正的文书案号",
    "corrected_on": "被补正的文书日期",
}


@cache
def form_of(kind: DocumentKind) -> DocumentForm:
    """The form of a kind of paper, its sections read from its text."""
    form_id, title, shape, approval = FORMS[kind]
    template = f"{kind.value}.txt"
    rows = rows_that_issue(kind)
    payloads = (*(row.payload for row in rows), *HANDED_ON.get(kind, ()))
    return DocumentForm(
        kind=kind,
        form_id=form_id,
        title=title,
        shape=shape,
        template=template,
        facts=(CORRECTED if kind == K.CORRECTION_RULING else {}) | FOUND | labels_of(payloads),
        sections=tuple(sections_of((TEXTS / template).read_text(encoding="utf-8"))),
        approval=approval,
        recipients=tuple(dict.fromkeys(s.on for row in rows for s in row.serves if s.document == kind)),
    )


def form_id_for(kind: DocumentKind, facts: Mapping[str, Any]) -> str:
    """The number of the form that these very facts fill in."""
    usual = FORMS[kind][0]
    if kind in BY_FACT:
        name, numbers = BY_FACT[kind]
        return numbers.get(facts.get("details", {}).get(name, facts.get(name)), usual)
    return VARIANTS.get((kind, facts["procedure"]), {}).get(facts["applicant_kind"], usual)


def rows_that_issue(kind: DocumentKind) -> list[Transition]:
    """Every row of the law that issues a kind of paper."""
    rows = (row for machine in PROCEDURES for row in machine.transitions)
    return [row for row in rows if any(issue.kind == kind for issue in row.documents)]


def labels_of(payloads: tuple[type[Payload], ...]) -> dict[str, str]:
    """What may be supplied, by name, with the label that the step's form shows."""
    fields = (item for payload in payloads for item in payload().fields.items())
    return {name: str(field.metadata.get("zh", name)) for name, field in fields}


def sections_of(text: str) -> list[Block]:
    """Take a text apart at its headings."""
    found = list(HEADING.finditer(text))
    ends = [heading.start() for heading in found[1:]] + [len(text)]
    return [
        Block(h["name"], h["label"] or "", text[h.end() + 1 : end], bool(h["optional"]))
        for h, end in zip(found, ends, strict=True)
    ]
