"""Copies of one notice for many addressees: the page is laid out once, only the line that names him anew.

A whole rendering costs a quarter of a second, most of it for seal, code and fonts that are the same on every
copy. So the notice is rendered once for an invented addressee; the lines of all others are drawn on pages of
their own, and each takes the place of the invented one. What comes out is the same picture with the same
tags (tested). A line that may not fit, or a text that speaks of the addressee in its body too, is rendered
whole.
"""

import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from weasyprint import HTML

from documents.drafting import written
from documents.facts.base import Facts, PartyFacts
from documents.kinds import TEXTS, form_of
from documents.rendering import (
    FOLDER,
    LONG_CODE,
    PRESS,
    AssetsOnly,
    Look,
    UncoveredText,
    check_text,
    environment,
    finish,
    render_pdf,
    style,
)
from models.vocabulary import DocumentKind

ADDRESSEE = "addressee"
NAMES_HIM = re.compile(r"\b(?:recipient|addressee)\b")
TEXT_BLOCK = re.compile(rb"BT\n.*?\nET", re.DOTALL)
PLACE = re.compile(rb"(?P<before>1 0 0 -1 [\d.]+ )(?P<y>[\d.]+)(?P<after> Tm)")
FONT = re.compile(rb"/(\w+)(?= [\d.]+ Tf)")
FULL_LINE = 28
"""Characters that a line always holds (document-layout.md, section 1)."""
TOGETHER = 12
"""Lines drawn together: their copies share a font that has the letters of these few names."""
INVENTED = PartyFacts(name="债权人", short_name="债权人", kind="ENTERPRISE")
"""For whom the page is rendered; none of its letters reaches a copy that the text does not hold anyway."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One addressee's copy; or, if it could not be made, the characters that no font covers."""

    pdf: bytes | None
    uncovered: tuple[str, ...] = ()


def is_personal(kind: DocumentKind) -> bool:
    """Whether a paper of this kind names its addressee, so that everyone's copy is another."""
    return any(NAMES_HIM.search(section.text) for section in form_of(kind).sections)


def names_him_once(kind: DocumentKind) -> bool:
    """Whether the addressee is named in the line of that name and nowhere else."""
    others = [s.text for s in form_of(kind).sections if s.name != ADDRESSEE]
    others.append((TEXTS / "_parts.txt").read_text(encoding="utf-8"))
    return is_personal(kind) and not any(NAMES_HIM.search(text) for text in others)


def draw_copies(
    kind: DocumentKind,
    facts: Mapping[str, Any],
    blocks: Mapping[str, str],
    look: Look,
    addressees: Sequence[PartyFacts],
) -> Iterator[Drawn]:
    """The copy of every addressee, in their order; what no font covers stops that copy alone."""
    lines = [line_for(kind, facts, addressee) for addressee in addressees]
    uncovered = [check_text(line) for line in lines]
    strips = Strips(kind, [line for line, letters in zip(lines, uncovered, strict=True) if not letters])
    sheet = sheet_for(kind, facts, blocks, look) if strips.lines and names_him_once(kind) else None
    for addressee, line, letters in zip(addressees, lines, uncovered, strict=True):
        strip = strips.of(line) if sheet is not None else None
        if letters:
            yield Drawn(None, tuple(letters))
        elif sheet is not None and strip is not None:
            yield Drawn(sheet.with_line(strip))
        else:
            yield whole(kind, facts, blocks, look, addressee)


def whole(
    kind: DocumentKind,
    facts: Mapping[str, Any],
    blocks: Mapping[str, str],
    look: Look,
    addressee: PartyFacts,
) -> Drawn:
    """One copy, rendered from its first line to its last."""
    try:
        return Drawn(render_pdf(kind, addressed(facts, addressee), blocks, look))
    except UncoveredText as error:
        return Drawn(None, tuple(str(error).partition(": ")[2].split()))


def addressed(facts: Mapping[str, Any], addressee: PartyFacts) -> dict[str, Any]:
    """The frozen facts of a paper with the one whom this copy is for."""
    known = {name: getattr(addressee, name) for name in PartyFacts.__dataclass_fields__}
    return {**facts, "recipient": known}


def line_for(kind: DocumentKind, facts: Mapping[str, Any], addressee: PartyFacts) -> str:
    """The line of a paper that names its addressee; the bare name where the text has none."""
    form = form_of(kind)
    section = next((s for s in form.sections if s.name == ADDRESSEE), None)
    if section is None:
        return addressee.name
    return written(section, form, Facts.from_json(addressed(facts, addressee)))


@dataclass(frozen=True, slots=True)
class Strip:
    """A line as it is drawn, and the fonts it is drawn with."""

    block: bytes
    fonts: Mapping[str, Any]


class Strips:
    """Lines that surely fit, a few on a page, laid out together and drawn page by page when asked for."""

    def __init__(self, kind: DocumentKind, lines: Sequence[str]) -> None:
        fitting = dict.fromkeys(
            line for line in lines if len(line) <= FULL_LINE and not LONG_CODE.search(line)
        )
        self.lines = list(fitting)
        self.drawn: dict[int, list[Strip]] = {}
        self.files: list[pikepdf.Pdf] = []
        if self.lines:
            page = environment().get_template("addressees.html")
            html = page.render(shape=form_of(kind).shape.value, groups=list(batched(self.lines, TOGETHER)))
            sheet, fonts = style()
            with PRESS:
                self.document = HTML(
                    string=html, base_url=f"file://{FOLDER}/", url_fetcher=AssetsOnly()
                ).render(stylesheets=[sheet], font_config=fonts)

    def of(self, line: str) -> Strip | None:
        """The strip of a line; None if it must be rendered with its page."""
        if line not in self.lines:
            return None
        group, place = divmod(self.lines.index(line), TOGETHER)
        if group not in self.drawn:
            self.drawn[group] = self.page(group)
        strips = self.drawn[group]
        return strips[place] if strips else None

    def page(self, group: int) -> list[Strip]:
        """The strips of a group; none if the page does not hold exactly one block for each of its lines."""
        with PRESS:
            pdf = self.document.copy([self.document.pages[group]]).write_pdf(finisher=finish, pdf_tags=True)
        self.files.append(pikepdf.open(io.BytesIO(pdf)))
        drawing = self.files[-1].pages[0]
        blocks = TEXT_BLOCK.findall(drawing.Contents.read_bytes())
        lines = self.lines[group * TOGETHER : (group + 1) * TOGETHER]
        if len(blocks) != len(lines) or any(len(PLACE.findall(block)) != 1 for block in blocks):
            return []
        return [
            Strip(block, {name: drawing.Resources.Font[name] for name in fonts_in(block)}) for block in blocks
        ]


def fonts_in(block: bytes) -> list[str]:
    """The names of the fonts that a text is drawn with."""
    return sorted({f"/{name.decode()}" for name in FONT.findall(block)})


def batched(lines: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """The lines, some at a time."""
    return (lines[start : start + size] for start in range(0, len(lines), size))


class Sheet:
    """A rendered notice, opened where its addressee stands.

    Raises:
        ValueError: if he does not stand on the first page exactly once.
    """

    def __init__(self, pdf: bytes, strip: Strip) -> None:
        self.file = pikepdf.open(io.BytesIO(pdf))
        self.page = self.file.pages[0]
        before, place, _, after, end = PLACE.split(strip.block)
        wanted = re.escape(before + place) + rb"(?P<y>[\d.]+)" + re.escape(after + end)
        content = self.page.Contents.read_bytes()
        found = list(re.finditer(wanted, content))
        if len(found) != 1:
            raise ValueError("the line of the addressee cannot be found")
        self.y = found[0]["y"]
        head, tail = content[: found[0].start()], content[found[0].end() :]
        self.line = pikepdf.Stream(self.file, b"")
        parts = (self.packed(head), self.line, self.packed(tail))
        self.page.Contents = pikepdf.Array([self.file.make_indirect(part) for part in parts])
        self.fonts: tuple[str, ...] = ()

    def packed(self, content: bytes) -> pikepdf.Stream:
        """A part of the page, compressed unless a reader could take its last byte for the line's end."""
        small = zlib.compress(content)
        if small.endswith(b"\r"):
            return pikepdf.Stream(self.file, content)
        return pikepdf.Stream(self.file, small, Filter=pikepdf.Name.FlateDecode)

    def with_line(self, strip: Strip) -> bytes:
        """The notice with another addressee's line."""
        mine = self.page.Resources.Font
        for name in self.fonts:
            del mine[name]
        for name, font in strip.fonts.items():
            mine[renamed(name)] = self.file.copy_foreign(font)
        self.fonts = tuple(renamed(name) for name in strip.fonts)
        moved = PLACE.sub(lambda place: place["before"] + self.y + place["after"], strip.block)
        self.line.write(FONT.sub(rb"/To\1", moved))
        out = io.BytesIO()
        self.file.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
        return out.getvalue()


def renamed(font: str) -> str:
    """The name of a strip's font on the page, apart from the page's own."""
    return f"/To{font[1:]}"


def sheet_for(
    kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str], look: Look
) -> Sheet | None:
    """The notice, rendered for the invented addressee; None if his line cannot be exchanged."""
    line = line_for(kind, facts, INVENTED)
    strip = Strips(kind, [line]).of(line)
    if strip is None:
        return None
    try:
        return Sheet(render_pdf(kind, addressed(facts, INVENTED), blocks, look), strip)
    except ValueError:
        return None
