"""The copy of a sealed paper: the drawing that was signed, with the mark 本件与原本核对无异.

A paper of thousands of rows takes a minute to lay out, and its copy differs by one mark. So the sealed
drawing names the place where the mark stands (`id="copy"` in `paper.html`), and the copy is that drawing with
the mark added behind its last byte, tagged like all else. It looks as if it had been drawn whole (tested).
"""

import hashlib
import io
from functools import cache
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.reader import PdfFileReader
from weasyprint import HTML

from documents.forms import Shape
from documents.kinds import DocumentForm, form_of
from documents.rendering import (
    FOLDER,
    MOST_SPARES,
    PRESS,
    UNCLEAR_END,
    AssetsOnly,
    environment,
    finish,
    style,
)
from documents.signing import QuietWriter
from models.vocabulary import DocumentKind, PaperMaker

PLACE, MARK = "copy", pdf_name("/CourtCopy")
Dictionary: Any = generic.DictionaryObject
Number: Any = generic.NumberObject


class SameWriter(QuietWriter):
    """Writes the same bytes every time: the new number of the file is made of the old one."""

    @classmethod
    def _handle_id(cls, prev: Any) -> Any:
        given = prev.trailer["/ID"]
        second = hashlib.md5(repr(given[1]).encode(), usedforsecurity=False).digest()
        return generic.ArrayObject([given[0], generic.ByteStringObject(second)])


def copy_of(kind: DocumentKind, sealed: bytes) -> bytes | None:
    """The copy of a sealed paper; None if the drawing names no place for the mark, as older ones do not."""
    form, drawing = form_of(kind), drawing_of(sealed)
    if form.shape == Shape.FORM:
        return drawing
    for spares in range(MOST_SPARES):
        copy = marked(form, drawing, spares)
        if copy is None or UNCLEAR_END not in copy:
            return copy
    raise ValueError("the end of a stream of this copy stays unclear")


def drawing_of(sealed: bytes) -> bytes:
    """The bytes that a paper had before it was signed: a signature is added behind the last of them."""
    before = PdfFileReader(io.BytesIO(sealed)).trailer["/Prev"]
    end = b"startxref\n%d\n%%%%EOF\n" % before
    return sealed[: sealed.index(end) + len(end)]


def marked(form: DocumentForm, drawing: bytes, spares: int = 0) -> bytes | None:
    """The drawing with the mark at its place; spares are objects that nothing names (see `finish`)."""
    writer: Any = SameWriter(io.BytesIO(drawing))
    place = place_in(writer)
    if place is None:
        return None
    page_ref, x, y = place
    page = page_ref.get_object()
    resources = page["/Resources"]
    if "/XObject" not in resources:
        resources[pdf_name("/XObject")] = Dictionary()
    mark: Any = PdfFileReader(io.BytesIO(mark_of(form.shape, form.maker)))
    resources["/XObject"][MARK] = writer.import_page_as_xobject(mark)
    writer.update_container(resources)
    number = tagged(writer, page_ref)
    drawn = f"Q\nq\n1 0 0 1 {x} {y} cm\n/Span <</MCID {number}>> BDC\n{MARK} Do\nEMC\nQ\n"
    page[pdf_name("/Contents")] = generic.ArrayObject(
        [stream(writer, "q\n"), page.raw_get("/Contents"), stream(writer, drawn)]
    )
    writer.update_container(page)
    for _ in range(spares):
        writer.add_object(Dictionary())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def place_in(writer: Any) -> tuple[Any, Any, Any] | None:
    """The page where the mark stands, and its lower left corner in points; None if none is named."""
    names = writer.root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
    for index in range(0, len(names), 2):
        if names[index] == PLACE:
            place = names[index + 1]
            return place.raw_get(0), place[2], place[3]
    return None


def stream(writer: Any, content: str) -> Any:
    """A stream of drawing."""
    return writer.add_object(generic.StreamObject(stream_data=content.encode()))


def tagged(writer: Any, page_ref: Any) -> int:
    """Tag the mark as the text of the empty part of the paper that keeps its place; returns its number."""
    tree = writer.root["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]
    of_page = numbers[numbers.index(page_ref.get_object()["/StructParents"]) + 1]
    span = Dictionary(
        {
            pdf_name("/Type"): pdf_name("/StructElem"),
            pdf_name("/S"): pdf_name("/Span"),
            pdf_name("/P"): empty_part(of_page),
            pdf_name("/Pg"): page_ref,
            pdf_name("/K"): generic.ArrayObject([Number(len(of_page))]),
        }
    )
    added = writer.add_object(span)
    part = span["/P"]
    part[pdf_name("/K")] = generic.ArrayObject([added])
    writer.update_container(part)
    of_page.append(added)
    writer.update_container(of_page)
    return len(of_page) - 1


def empty_part(of_page: Any) -> Any:
    """The part without content among the neighbours of what a page shows.

    Raises:
        ValueError: if there is none.
    """
    for number in range(len(of_page)):
        element = of_page[number]["/P"]
        while element["/S"] != "/Document":
            parts: Any = element["/K"] if isinstance(element["/K"], list) else ()
            for place in range(len(parts)):
                if isinstance(parts[place], dict) and parts[place]["/S"] == "/Div" and not parts[place]["/K"]:
                    return parts.raw_get(place)
            element = element["/P"]
    raise ValueError("the place of the mark is not among the parts of the paper")


@cache
def mark_of(shape: Shape, maker: PaperMaker) -> bytes:
    """The mark as a page of its own, its lower left corner in that of the page; drawn once a process."""
    sheet, fonts = style()
    html = environment().get_template("copy_mark.html").render(shape=shape, maker=maker)
    with PRESS:
        page = HTML(string=html, base_url=f"file://{FOLDER}/", url_fetcher=AssetsOnly())
        return bytes(page.write_pdf(stylesheets=[sheet], font_config=fonts, finisher=finish))
