"""Measured on laid-out pages: 22 lines of 28 characters, flush, on one grid."""

from itertools import pairwise
from typing import Any

import pytest
from weasyprint import HTML

from documents import typography
from documents.rendering import AssetsOnly, style
from tests.documents.looking import drawn_by

LINE_PT, TYPE_AREA_PT = 28.98, 156 / 25.4 * 72
PT = 0.75
"""Points in one CSS pixel, in which WeasyPrint measures."""


def laid_out(body: str) -> list[list[Any]]:
    """The lines of every page."""
    sheet, fonts = style()
    document = HTML(string=f"<html><body>{body}", url_fetcher=AssetsOnly()).render(
        stylesheets=[sheet], font_config=fonts
    )
    return [list(lines_in(page._page_box)) for page in document.pages]


def lines_in(box: Any) -> Any:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        elif type(child).__name__ != "MarginBox":
            yield from lines_in(child)


def letters(line: Any) -> str:
    return "".join(text.text for text in typography.text_boxes(line))


def test_a_page_holds_22_lines_of_28_characters() -> None:
    pages = laid_out(f"<p style='text-indent: 0'>{'破' * 28 * 30}</p>")

    assert [len(letters(line)) for line in pages[0]] == [28] * 22
    assert len(pages) == 2


def test_a_rare_name_in_the_fallback_font_keeps_its_line_on_the_grid() -> None:
    lines = laid_out("<p>法定代表人：龚䶮。</p><p>陈旻昇。</p><p>破产。</p>")[0]

    pitches = {round((b.position_y - a.position_y) * PT, 2) for a, b in pairwise(lines)}
    assert pitches == {LINE_PT}, drawn_by()


def test_lines_are_flush_on_both_sides() -> None:
    lines = laid_out(f"<p>{'受理申请人对被申请人的破产清算申请，编号2026。' * 12}</p>")[0]

    rights = [edge_of(line) for line in lines[:-1]]

    assert all(abs(right - TYPE_AREA_PT) < 0.6 for right in rights), (rights, drawn_by())


def edge_of(line: Any) -> float:
    """Where the last character of a line ends, in points from the left edge of the type area."""
    last = typography.text_boxes(line)[-1]
    return float((last.position_x + last.width - line.position_x) * PT)


def test_no_line_begins_with_a_closing_mark() -> None:
    pages = laid_out(f"<p>{'债权人，管理人；债务人。（破产）《办法》' * 40}</p>")

    firsts = {letters(line)[0] for lines in pages for line in lines}

    assert firsts.isdisjoint("，。；：、）》")


def test_a_line_that_a_long_word_leaves_half_empty_is_not_torn_apart() -> None:
    lines = laid_out(f"<p style='text-indent: 0'>统一{'A' * 40}</p>")[0]

    assert edge_of(lines[0]) < TYPE_AREA_PT / 2


def test_offices_of_three_and_of_four_characters_are_equally_wide() -> None:
    lines = laid_out(
        "<div class='tail'><p><span class='office'>审判长</span><span>甲</span></p>"
        "<p><span class='office'>法官助理</span><span>乙</span></p></div>"
    )[0]

    edges = [edge_of(line) for line in lines if letters(line) in {"审判长", "法官助理"}]
    assert len(edges) == 2
    assert edges[0] == pytest.approx(edges[1], abs=0.5)


def test_a_character_is_covered_by_the_body_font_or_its_fallback() -> None:
    assert typography.uncovered("破产䶮") == []
    assert typography.uncovered("破\U00031350产\U00031350") == ["\U00031350"]


def test_every_font_of_the_court_is_there() -> None:
    assert typography.missing_fonts() == []
