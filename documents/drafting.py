"""From facts to text: blocks filled for the judge to edit, and what is still open in them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from documents import samples
from documents.facts.base import Facts, PartyFacts
from documents.kinds import TEXTS, Block, DocumentForm, form_of
from documents.typography import uncovered
from models.vocabulary import DocumentKind
from workflows.calculations.amount import amount_words
from workflows.numerals import arabic_date, chinese_date, chinese_number
from workflows.text import UNPUBLISHED, Text, day_from

OPEN_MARK = "【"
"""What stands where something must still be written."""
SENTENCE_ENDS = ("。", "！", "？", "；", "”", "…")
PANEL = "panel"
"""The block in which a ruling names its judges where the case has no team of that court."""


class Gap(str):
    """A fact that was not supplied: false in a condition, 【its label】 in print."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


def gap(label: str) -> Gap:
    """The open place for a fact of this name."""
    return Gap(f"【{label}】")


NOBODY = PartyFacts(
    name=gap("管理人"),
    short_name=gap("管理人"),
    kind="",
    legal_representative=gap("管理人负责人"),
    address=gap("管理人处理事务地址"),
    phone=gap("管理人联系电话"),
)
"""Stands in for an administrator who has not been named."""


class Details:
    """What was supplied with the step. A name that the step does not know is an error, not a blank."""

    def __init__(self, form: DocumentForm, supplied: Mapping[str, Any]) -> None:
        self.form = form
        self.supplied = supplied

    def __getattr__(self, name: str) -> Any:
        if name not in self.form.facts:
            raise LookupError(f"{self.form.template}: no step that issues it is supplied with {name!r}")
        value = self.supplied.get(name)
        return gap(self.form.facts[name]) if value is None or value in ("", []) else value


def shown_day(value: str | date) -> str:
    """A day as the body of a paper writes it; an open place stays one."""
    if isinstance(value, Gap) or value == UNPUBLISHED:
        return str(value)
    return arabic_date(day_from(value))


def shown_time(value: str) -> str:
    """A time of day as a paper writes it: 09:30 → 9时30分, 14:00 → 14时."""
    if isinstance(value, Gap) or value == UNPUBLISHED:
        return value
    hours, _, minutes = value.partition(":")
    return f"{int(hours)}时" + (f"{int(minutes)}分" if int(minutes) else "")


def yuan(fen: int | Gap) -> str:
    """A sum in yuan, with decimals only where there are any (document-layout.md, section 2)."""
    if isinstance(fen, Gap):
        return fen
    return f"{fen // 100}" if fen % 100 == 0 else f"{Decimal(fen) / 100:.2f}"


def sentence(text: str) -> str:
    """What somebody wrote, ended as a sentence; an open place stays one."""
    return text if isinstance(text, Gap) or text.rstrip().endswith(SENTENCE_ENDS) else f"{text.rstrip()}。"


def cell(value: object) -> str:
    """A value as a cell of a table: the bar that parts cells is none of its letters."""
    return str(value).replace("|", "/").replace("\n", " ")


@cache
def environment() -> Environment:
    """The strict environment that texts are written in; a misspelt fact is an error."""
    env = Environment(  # noqa: S701 (plain text; it is escaped when it becomes HTML)
        loader=FileSystemLoader(TEXTS), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.filters["day"] = shown_day
    env.filters["zh_day"] = lambda value: chinese_date(day_from(value))
    env.filters["yuan"] = yuan
    env.filters["clock"] = shown_time
    env.filters["money"] = lambda fen: f"{Decimal(fen) / 100:,.2f}"
    env.filters["numeral"] = lambda number: number if isinstance(number, Gap) else chinese_number(number)
    env.filters["sentence"] = sentence
    env.filters["cell"] = cell
    env.filters["briefly"] = lambda words: words.partition("（")[0]
    env.filters["capitals"] = lambda fen: amount_words(Decimal(fen) / 100)
    return env


@cache
def compiled(text: str) -> Template:
    """The template of one section, read once a process."""
    return environment().from_string(text)


def written(section: Block, form: DocumentForm, facts: Facts) -> str:
    """A section written out: one paragraph a line, no empty lines."""
    parts = environment().get_template("_parts.txt").module
    lines = compiled(section.text).render(
        f=facts, d=Details(form, facts.details), p=parts, a=facts.administrator or NOBODY, v=facts.delivery
    )
    once = lines.replace(UNPUBLISHED * 2, UNPUBLISHED)
    return "\n".join(line.strip() for line in once.splitlines() if line.strip())


def default_blocks(kind: DocumentKind, facts: Mapping[str, Any]) -> dict[str, str]:
    """The editable blocks as the template proposes them."""
    kept, form = Facts.from_json(facts), form_of(kind)
    return {block.name: written(block, form, kept) for block in form.blocks}


def sections(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str]) -> dict[str, list[str]]:
    """Every section of a paper as paragraphs, edited blocks in their edited wording."""
    kept, form = Facts.from_json(facts), form_of(kind)
    return {
        section.name: paragraphs(
            blocks.get(section.name, "") if section.editable else written(section, form, kept)
        )
        for section in form.sections
    }


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without the blank lines a writer may leave."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def signers(facts: Facts, blocks: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Who signs: the case's team; else the lines of the block `panel`, office and name apart by a space."""
    if facts.signers:
        return facts.signers
    lines = [line.split(maxsplit=1) for line in blocks.get(PANEL, "").splitlines() if line.strip()]
    return tuple((line[0], line[1] if len(line) > 1 else "") for line in lines)


def missing(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str]) -> list[Text]:
    """What forbids that a paper goes to approval: open places, empty blocks, characters without a font."""
    form, faults = form_of(kind), []
    for block in form.blocks:
        text = blocks.get(block.name, "")
        if not text.strip() and not block.optional:
            faults.append(Text("“{block}”没有内容", block=block.label))
        elif OPEN_MARK in text:
            faults.append(Text("“{block}”中有待填写的【…】", block=block.label))
    written_out = sections(kind, facts, blocks)
    generated = "".join("".join(written_out[s.name]) for s in form.sections if not s.editable)
    if OPEN_MARK in generated:
        faults.append(Text("文书中有待填写的【…】，请补充案件信息后重新起草"))
    if form.is_signed and not signers(Facts.from_json(facts), blocks):
        faults.append(Text("尚未确定署名的审判人员"))
    everything = "".join(line for lines in written_out.values() for line in lines)
    if letters := uncovered(everything):
        faults.append(Text("字体中没有这些字：{letters}", letters=letters))
    return faults


def sample_facts(kind: DocumentKind) -> dict[str, Any]:
    """Invented facts that every text of the kind can be written from, for previews and tests."""
    return samples.facts_of_sample(kind).as_json()
