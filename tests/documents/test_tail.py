"""Where a paper ends: never on a page of its own, the seal on the date and on no name."""

from collections.abc import Iterator
from typing import Any

import pytest
from weasyprint import HTML

from documents.drafting import default_blocks, sample_facts
from documents.rendering import AssetsOnly, render_html, style
from models.vocabulary import DocumentKind
from tests.documents.looking import SEALED, drawn_by

K = DocumentKind


def pages_of(kind: DocumentKind, **blocks: str) -> list[Any]:
    facts = sample_facts(kind)
    html = render_html(kind, facts, {**default_blocks(kind, facts), **blocks}, SEALED)
    sheet, fonts = style()
    document = HTML(string=html, url_fetcher=AssetsOnly()).render(stylesheets=[sheet], font_config=fonts)
    return [page._page_box for page in document.pages]


def boxes_in(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from boxes_in(child)


def of_class(page: Any, name: str) -> list[Any]:
    """The box of every element of a class; boxes inside it bear the same element."""
    found: dict[int, Any] = {}
    for box in boxes_in(page):
        if box.element is not None and box.element.get("class") == name:
            found.setdefault(id(box.element), box)
    return list(found.values())


def body_paragraphs(page: Any) -> list[Any]:
    """Paragraphs of a page that are no part of its end."""
    tail = {id(inner) for box in of_class(page, "tail") for inner in boxes_in(box)}
    return [
        box
        for box in boxes_in(page)
        if box.element_tag == "p" and id(box) not in tail and box.element.get("class") != "contact"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("kind", [K.WITHDRAWAL_RULING, K.CORRECTION_NOTICE])
@pytest.mark.parametrize("lines", range(0, 24, 2))
def test_date_and_seal_stand_on_a_page_with_body_text(kind: DocumentKind, lines: int) -> None:
    block = "reasons" if kind == K.WITHDRAWAL_RULING else "closing"

    last = pages_of(kind, **{block: "本院认为如下。\n" * (lines + 1)})[-1]

    assert of_class(last, "date")
    assert body_paragraphs(last), drawn_by()


@pytest.mark.parametrize("kind", [K.ACCEPTANCE_RULING, K.NON_ACCEPTANCE_RULING, K.APPEAL_DISMISSED_RULING])
def test_the_seal_lies_on_the_date_and_on_no_name(kind: DocumentKind) -> None:
    last = pages_of(kind)[-1]
    (seal,), (day,) = of_class(last, "seal"), of_class(last, "day")
    names = [box for tail in of_class(last, "tail") for box in boxes_in(tail) if box.element_tag == "p"]

    top, bottom = seal.position_y + seal.margin_top, seal.position_y + seal.margin_top + seal.height
    centre = seal.position_x + seal.margin_left + seal.width / 2

    assert top < day.position_y < day.position_y + day.height < bottom
    assert centre == pytest.approx(day.position_x + day.width / 2, abs=1)
    assert len(names) == 5
    assert all(clear_of_letters(name, top, bottom) for name in names), drawn_by()


def clear_of_letters(paragraph: Any, top: float, bottom: float) -> bool:
    """Whether a band of the page leaves the letters of a line alone; its leading may be touched."""
    leading = (paragraph.height - 15.75 / 0.75) / 2
    first, last = paragraph.position_y + leading, paragraph.position_y + paragraph.height - leading
    return bool(last <= top or first >= bottom)


@pytest.mark.parametrize("kind", [K.PETITION_RECEIPT, K.EXTENSION_APPROVAL])
def test_a_short_notice_stays_one_page(kind: DocumentKind) -> None:
    assert len(pages_of(kind)) == 1
