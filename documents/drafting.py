"""From facts to text: blocks filled for the judge to edit, and what is still open in them."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from documents.facts.facts import Facts
from documents.kinds import TEXTS, Block, form_of
from documents.typography import uncovered
from models.vocabulary import DocumentKind
from workflows.calculations.amount import amount_words
from workflows.numerals import arabic_date, chinese_date
from workflows.text import Text, day_from

OPEN_MARK = "【"
"""What stands where the judge must still write something."""


class Details(dict[str, Any]):
    """What was supplied with a step; what was not supplied is empty, not an error."""

    def __missing__(self, name: str) -> str:
        return ""

    def __getattr__(self, name: str) -> Any:
        return self[name]


@cache
def environment() -> Environment:
    """The strict environment that texts are written in; a misspelt fact is an error."""
    env = Environment(  # noqa: S701 (plain text; it is escaped when it becomes HTML)
        loader=FileSystemLoader(TEXTS), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.filters["day"] = lambda value: arabic_date(day_from(value))
    env.filters["zh_day"] = lambda value: chinese_date(day_from(value))
    env.filters["yuan"] = lambda fen: f"{Decimal(fen) / 100:.2f}"
    env.filters["capitals"] = lambda fen: amount_words(Decimal(fen) / 100)
    return env


def written(section: Block, facts: Facts) -> str:
    """A section written out: one paragraph a line, no empty lines."""
    parts = environment().get_template("_parts.txt").module
    text = environment().from_string(section.text).render(f=facts, d=Details(facts.details), p=parts)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def default_blocks(kind: DocumentKind, facts: Mapping[str, Any]) -> dict[str, str]:
    """The editable blocks as the template proposes them."""
    kept = Facts.from_json(facts)
    return {block.name: written(block, kept) for block in form_of(kind).blocks}


def sections(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str]) -> dict[str, list[str]]:
    """Every section of a paper as paragraphs, edited blocks in their edited wording."""
    kept = Facts.from_json(facts)
    return {
        section.name: (
            blocks.get(section.name, "") if section.editable else written(section, kept)
        ).splitlines()
        for section in form_of(kind).sections
    }


def missing(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str]) -> list[Text]:
    """What forbids that a paper goes to approval: open places, empty blocks, characters without a font."""
    faults = []
    for block in form_of(kind).blocks:
        text = blocks.get(block.name, "")
        if not text.strip():
            faults.append(Text("“{block}”没有内容", block=block.label))
        elif OPEN_MARK in text:
            faults.append(Text("“{block}”中有待填写的【…】", block=block.label))
    everything = "".join(line for lines in sections(kind, facts, blocks).values() for line in lines)
    if OPEN_MARK in everything and not faults:
        faults.append(Text("文书中有待填写的【…】，请补充案件信息后重新起草"))
    if letters := uncovered(everything):
        faults.append(Text("字体中没有这些字：{letters}", letters=letters))
    return faults
