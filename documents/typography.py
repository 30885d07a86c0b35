"""Fonts of the court, which characters they cover, and lines as courts set them: flush and on a grid.

WeasyPrint has no setting for either, so two functions of its inline layout are wrapped here. They are
private: its version is pinned, and pictures are compared in the tests.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout, strut

FONT_FOLDER = Path(__file__).parent / "fonts"
FAMILIES = {
    "CourtFang": "FandolFang-Regular.otf",
    "CourtKai": "FandolKai-Regular.otf",
    "CourtHei": "FandolHei-Regular.otf",
    "CourtSong": "FandolSong-Regular.otf",
    "CourtTitle": "FandolSong-Bold.otf",
    "CourtFallback": "LXGWWenKai-Light.ttf",
}
FIRST_CJK = 0x2E80
INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
WIDEST_GAP, WIDEST_IN_A_LABEL, LABEL = 0.2, 3.0, 6
"""Gaps between characters, in characters, up to which a line is spread: beyond, as
before a long sum that does not break, it stays ragged. Labels of a
few characters (审判长, 书记员) are set to one width on purpose."""


@cache
def covered() -> frozenset[int]:
    """Every character that the body font or its fallback can print.

    FandolFang lists control characters with empty glyphs: what is no visible character is not covered.
    """
    found: set[int] = set()
    for family in ("CourtFang", "CourtFallback"):
        with TTFont(FONT_FOLDER / FAMILIES[family], lazy=True) as font:
            found |= font.getBestCmap().keys()
    return frozenset(c for c in found if unicodedata.category(chr(c)) not in INVISIBLE)


def uncovered(text: str) -> list[str]:
    """The characters of a text that no font can print, each once, in their order."""
    known = covered()
    return [c for c in dict.fromkeys(text) if ord(c) not in known and c not in "\n\r\t"]


def missing_fonts() -> list[str]:
    """Font files that are not there."""
    return [name for name in FAMILIES.values() if not (FONT_FOLDER / name).is_file()]


def font_faces() -> str:
    """The @font-face rules of the court's families."""
    return "\n".join(
        f'@font-face {{ font-family: {family}; src: url("fonts/{name}") }}'
        for family, name in FAMILIES.items()
    )


def text_boxes(box: Any) -> list[Any]:
    """The text boxes of a line, in order."""
    if isinstance(box, boxes.TextBox):
        return [box]
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        return [text for child in box.children if child.is_in_normal_flow() for text in text_boxes(child)]
    return []


def spread(context: Any, box: Any, gap: float, shift: float, last: Any) -> float:
    """Widen every gap between characters of a line by `gap`; returns how far what follows moves."""
    if isinstance(box, boxes.TextBox):
        box.position_x += shift
        characters = len(box.text) - (1 if box is last else 0)
        style = box.style.copy()
        spacing = style["letter_spacing"]
        style["letter_spacing"] = (0 if spacing == "normal" else spacing) + gap
        layout = create_layout(box.text, style, context, None, 0)
        layout.deactivate()
        box.style, box.pango_layout = style, layout
        box.width += gap * characters
        return shift + gap * characters
    if isinstance(box, boxes.LineBox | boxes.InlineBox):
        box.position_x += shift
        before = shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = spread(context, child, gap, shift, last)
        box.width += shift - before
        return shift
    box.translate(shift, 0)
    return shift


def justify_chinese(context: Any, line: Any, extra: float) -> None:
    """Make a line of Chinese text flush on both sides; other lines go WeasyPrint's own way."""
    texts = text_boxes(line)
    characters = sum(len(text.text) for text in texts)
    chinese = any(ord(c) >= FIRST_CJK for text in texts for c in text.text)
    if not chinese or characters < 2:
        ORIGINAL_JUSTIFY(context, line, extra)
        return
    gap = extra / (characters - 1)
    widest = WIDEST_IN_A_LABEL if characters <= LABEL else WIDEST_GAP
    if 0 < gap <= widest * texts[0].style["font_size"]:
        spread(context, line, gap, 0, texts[-1])


def split_on_the_grid(context: Any, box: Any, *rest: Any, **named: Any) -> Any:
    """Cut a line of text and set it on the baseline of its own font, at exactly its line height.

    WeasyPrint takes height and baseline from the glyphs: a rare name in the fallback font would make its
    line higher than the others, and a page of 22 lines would hold 21.
    """
    cut = ORIGINAL_SPLIT(context, box, *rest, **named)
    text = cut[0]
    if text is not None:
        line_height, baseline = strut(text.style)
        within = text.baseline - text.margin_top
        text.margin_top = baseline - within
        text.margin_bottom = line_height - text.height - text.margin_top
        text.baseline = baseline
    return cut


ORIGINAL_JUSTIFY, ORIGINAL_SPLIT = inline.justify_line, inline.split_text_box
inline.justify_line = justify_chinese
inline.split_text_box = split_on_the_grid
