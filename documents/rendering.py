"""From facts and blocks to a page and to PDF/A-3a + PDF/UA-1, with the same bytes in every process."""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from html import unescape
from pathlib import Path
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from pydyf import Dictionary
from weasyprint import CSS, HTML
from weasyprint.text import ffi
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents import typography
from documents.drafting import PANEL, sections, signers
from documents.facts.base import AddressLabel, Facts
from documents.forms import Shape
from documents.kinds import form_of
from documents.makers import name_of_maker
from documents.seal import seal_svg
from documents.tables import pieces
from documents.uncollected import uncollected
from documents.verification import qr_svg
from models.vocabulary import DocumentKind
from workflows.numerals import arabic_date, chinese_date
from workflows.text import UNPUBLISHED, Text, day_from

FOLDER = Path(__file__).parent
REPAIR = "script/bootstrap"
SPECIMEN, DRAFT = "样稿", "草稿　未经签发"
LONG_CODE = re.compile(r"[0-9A-Z]{15,}|[0-9a-f]{32,}")
ARABIC_DAY = frozenset({Shape.LETTER, Shape.REPORT, Shape.PLAN, Shape.RECORD})
"""What follows the format of official letters bears its day in Arabic numerals (GB/T 9704)."""
PRESS = Lock()
"""One font configuration serves all threads of a process, and Pango's font map is not made for two."""
UA_SCHEMA = (FOLDER / "styles" / "pdfua.xml").read_bytes()


class UncoveredText(ValueError):
    """A text has characters that no font of the court can print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """At which stage of its life a paper is shown.

    `style_address` is where a browser finds the screen style (`styles/screen.css`); PDF needs none.
    """

    specimen: bool = True
    sealed: bool = False
    seal_text: str = ""
    verification_code: str | None = None
    verify_address: str = ""
    copy: bool = False
    draft: bool = False
    style_address: str = ""


def check_text(text: str) -> list[str]:
    """The characters of a text that no font covers."""
    return typography.uncovered(text)


def ready() -> list[Text]:
    """Why this machine cannot make papers: fonts or the fast subsetter are missing. Empty if it can.

    Without the fast subsetter a ruling would take twenty times as long and have other bytes.
    """
    faults = [
        Text("缺少字体{font}，请运行 {command}。", font=font, command=REPAIR)
        for font in typography.missing_fonts()
    ]
    if ffi.harfbuzz_subset is None:
        faults.append(Text("缺少系统库 libharfbuzz-subset0，请运行 {command}。", command=REPAIR))
    return faults


@cache
def environment() -> Environment:
    """The strict environment of the page templates."""
    env = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["coded"] = coded
    env.filters["pieces"] = pieces
    env.filters["spaced"] = lambda name: f"{name[0]}\u2003{name[1]}" if len(name) == 2 else name
    return env


def coded(line: str) -> Markup:
    """A line whose long codes may break anywhere: kept whole they would tear the line before them apart."""
    return Markup(LONG_CODE.sub(r'<span class="code">\g<0></span>', str(escape(line))))  # noqa: S704


def render_html(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str], look: Look) -> str:
    """The paper as one HTML page; styles are not in it."""
    form, kept = form_of(kind), Facts.from_json(facts)
    made_on = day_from(kept.made_on)
    address = f"{look.verify_address}/verify/{look.verification_code}"
    written = sections(kind, facts, blocks)
    written.pop(PANEL, None)
    maker = name_of_maker(form.maker, court=kept.court, debtor=kept.debtor.name)
    page = environment().get_template("paper.html")
    return page.render(
        form=form,
        facts=kept,
        maker=maker,
        paragraphs=written,
        signers=signers(kept, blocks),
        made_on=made_on.isoformat(),
        date=printed_day(kept, made_on, form.shape),
        mark=DRAFT if look.draft else (SPECIMEN if look.specimen else ""),
        seal=trusted(seal_svg(maker, look.seal_text)) if look.sealed and form.bears_seal else "",
        qr=trusted(qr_svg(address)) if look.verification_code else "",
        code=look.verification_code or "",
        look=look,
    )


def printed_day(facts: Facts, made_on: date, shape: Shape) -> str:
    """The day under a paper; where a past announcement's day is not known, that is what it says."""
    if facts.details.get("day_unpublished"):
        return UNPUBLISHED
    return arabic_date(made_on) if shape in ARABIC_DAY else chinese_date(made_on)


def trusted(svg: str) -> Markup:
    """A picture that we have drawn ourselves, as markup."""
    return Markup(svg)  # noqa: S704 (drawn by us; the court's name in it is escaped there)


class AssetsOnly(URLFetcher):  # type: ignore[misc]
    """Opens nothing but the fonts of this folder: no network, no other file.

    What cannot be had stops the paper; WeasyPrint would otherwise draw on without it.
    """

    def __init__(self) -> None:
        super().__init__(fail_on_errors=True)

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Open one of our fonts.

        Raises:
            ValueError: for anything else.
        """
        path = Path(unescape(url).removeprefix("file://"))
        if path.parent != typography.FONT_FOLDER or path.name not in typography.FAMILIES.values():
            raise ValueError(f"papers load nothing from outside: {url}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/otf"})


@cache
def style() -> tuple[CSS, FontConfiguration]:
    """The style sheet with its fonts, read once a process."""
    fonts = FontConfiguration()
    rules = typography.font_faces() + (FOLDER / "styles" / "paper.css").read_text(encoding="utf-8")
    sheet = CSS(string=rules, base_url=f"file://{FOLDER}/", font_config=fonts, url_fetcher=AssetsOnly())
    return sheet, fonts


def finish(_document: Any, pdf: Any, spares: int = 0) -> None:
    """What WeasyPrint leaves open: PDF/UA-1 beside PDF/A-3a, and streams whose end is plain to see.

    Spares are empty objects that nothing names: they change the streams of objects and places, made last.
    """
    for _ in range(spares):
        pdf.add_object(Dictionary())
    for item in pdf.objects:
        if not hasattr(item, "stream"):
            continue
        if item.extra.get("Type") == "/Metadata":
            item.compress = False
            item.stream = [
                bytes_of(part).replace(b"</rdf:RDF>", UA_SCHEMA + b"</rdf:RDF>") for part in item.stream
            ]
        elif item.compress and ends_like_a_line(item):
            item.compress = False


UNCLEAR_END = b"\r\nendstream"
MOST_SPARES = 8
"""The streams of objects and places end like a line in one paper of 128, and are then made with a spare."""


def ends_like_a_line(stream: Any) -> bool:
    """Whether a stream, compressed, would end with a carriage return.

    A reader that finds the end by `endstream` takes it for part of the line end and calls the length wrong,
    which breaks PDF/A in one stream of 256. The last byte of zlib data is that of its Adler-32 checksum.
    """
    checksum = 1
    for index, part in enumerate(stream.stream):
        checksum = zlib.adler32((b"\n" if index else b"") + bytes_of(part), checksum)
    return checksum & 0xFF == ord("\r")


def bytes_of(part: Any) -> bytes:
    """A part of a stream as it is written; marks of tagged text write themselves, not as `str` does."""
    if hasattr(part, "data"):
        return bytes(part.data)
    return part if isinstance(part, bytes) else str(part).encode()


def render_pdf(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str], look: Look) -> bytes:
    """The paper as PDF.

    Raises:
        UncoveredText: if a character of it has no font; the message names the characters.
    """
    return pressed(render_html(kind, facts, blocks, look))


def render_address_sheet(labels: Sequence[AddressLabel], *, court: str, address: str, made_on: date) -> bytes:
    """Mailing labels, ten to an A4 page, for a print batch.

    Raises:
        UncoveredText: as `render_pdf`.
    """
    page = environment().get_template("labels.html")
    return pressed(page.render(labels=labels, court=court, address=address, made_on=made_on.isoformat()))


def pressed(html: str) -> bytes:
    """A page as PDF/A-3a and PDF/UA-1, the same bytes in every process."""
    if letters := check_text(unescape(html)):
        raise UncoveredText("no font covers: " + " ".join(letters))
    sheet, fonts = style()
    with PRESS, uncollected():
        for spares in range(MOST_SPARES):
            page = HTML(string=html, base_url=f"file://{FOLDER}/", url_fetcher=AssetsOnly())
            made = page.write_pdf(
                stylesheets=[sheet],
                font_config=fonts,
                pdf_variant="pdf/a-3a",
                finisher=partial(finish, spares=spares),
            )
            if UNCLEAR_END not in made:
                return bytes(made)
    raise ValueError("the end of a stream of this paper stays unclear")
