"""From facts and blocks to a page and to PDF/A-3a + PDF/UA-1, with the same bytes in every process."""

import ctypes.util
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from documents import typography
from documents.drafting import sections
from documents.facts.facts import Facts
from documents.kinds import Shape, form_of
from documents.seal import seal_svg
from documents.verification import qr_svg
from models.vocabulary import DocumentKind
from workflows.numerals import arabic_date, chinese_date
from workflows.text import Text, day_from

FOLDER = Path(__file__).parent
REPAIR = "script/bootstrap"
SPECIMEN, DRAFT = "样稿", "草稿　未经签发"
UA_SCHEMA = (FOLDER / "styles" / "pdfua.xml").read_text(encoding="utf-8")


class UncoveredText(ValueError):
    """A text has characters that no font of the court can print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """At which stage of its life a paper is shown."""

    specimen: bool = True
    sealed: bool = False
    seal_text: str = ""
    verification_code: str | None = None
    verify_address: str = ""
    copy: bool = False
    draft: bool = False


def check_text(text: str) -> list[str]:
    """The characters of a text that no font covers."""
    return typography.uncovered(text)


@cache
def ready() -> list[Text]:
    """Why this machine cannot make papers: fonts or the fast subsetter are missing. Empty if it can."""
    faults = [
        Text("缺少字体{font}，请运行 {command}。", font=font, command=REPAIR)
        for font in typography.missing_fonts()
    ]
    if ctypes.util.find_library("harfbuzz-subset") is None:
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
    env.filters["spaced"] = lambda name: f"{name[0]}\u2003{name[1]}" if len(name) == 2 else name
    return env


def render_html(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str], look: Look) -> str:
    """The paper as one HTML page; styles are not in it."""
    form, kept = form_of(kind), Facts.from_json(facts)
    made_on = day_from(kept.made_on)
    chinese = form.shape != Shape.LETTER
    address = f"{look.verify_address}/verify/{look.verification_code}"
    return (
        environment()
        .get_template("paper.html")
        .render(
            form=form,
            facts=kept,
            paragraphs=sections(kind, facts, blocks),
            made_on=made_on.isoformat(),
            date=chinese_date(made_on) if chinese else arabic_date(made_on),
            mark=DRAFT if look.draft else (SPECIMEN if look.specimen else ""),
            seal=Markup(seal_svg(kept.court, look.seal_text)) if look.sealed else "",  # noqa: S704 (our own)
            qr=Markup(qr_svg(address)) if look.verification_code else "",  # noqa: S704 (our own)
            code=look.verification_code or "",
            copy=look.copy,
        )
    )


class AssetsOnly(URLFetcher):  # type: ignore[misc]
    """Opens nothing but the fonts of this folder: no network, no other file."""

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


def declare_accessible(_document: Any, pdf: Any) -> None:
    """Add PDF/UA-1 to the metadata of a PDF/A-3a: WeasyPrint declares one of the two."""
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.compress = False
            item.stream = [
                (part if isinstance(part, bytes) else part.encode()).replace(
                    b"</rdf:RDF>", UA_SCHEMA.encode() + b"</rdf:RDF>"
                )
                for part in item.stream
            ]


def render_pdf(kind: DocumentKind, facts: Mapping[str, Any], blocks: Mapping[str, str], look: Look) -> bytes:
    """The paper as PDF.

    Raises:
        UncoveredText: if a character of it has no font; the message names the characters.
    """
    html = render_html(kind, facts, blocks, look)
    if letters := check_text(unescape(html)):
        raise UncoveredText("no font covers: " + " ".join(letters))
    sheet, fonts = style()
    return bytes(
        HTML(string=html, base_url=f"file://{FOLDER}/", url_fetcher=AssetsOnly()).write_pdf(
            stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3a", finisher=declare_accessible
        )
    )
