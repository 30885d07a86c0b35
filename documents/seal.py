"""A round court seal as outlines: ring, star, court name on the arc, a line below.

Letters are outlines, so that they do not get into the text that a reader extracts. Until a court installs
its own, the line says 测试专用章.
"""

import math
from functools import lru_cache
from html import escape
from io import BytesIO

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from documents.typography import FONT_FOLDER

RED = "#c8161d"
ARC = 216.0
"""How many degrees the court name spans at most."""


@lru_cache(maxsize=1)
def seal_font() -> TTFont:
    """The font that seals are cut in."""
    return TTFont(BytesIO((FONT_FOLDER / "FandolSong-Bold.otf").read_bytes()), lazy=True)


def outline(character: str) -> tuple[str, int, int]:
    """A character's outline, its advance and the units per em."""
    font = seal_font()
    glyphs = font.getGlyphSet()
    name = font.getBestCmap().get(ord(character), ".notdef")
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
    glyphs[name].draw(pen)
    return pen.getCommands(), int(glyphs[name].width), int(font["head"].unitsPerEm)


@lru_cache(maxsize=64)
def seal_svg(court: str, line: str) -> str:
    """The seal of a court as SVG, 42 mm wide, centred on the origin."""
    size = 13.5 if len(court) <= 14 else 13.5 * 14 / len(court)
    step = min(ARC / max(len(court) - 1, 1), 24.75)
    letters = [
        letter(character, (index - (len(court) - 1) / 2) * step, 40.6, size, 0.82, 1.12)
        for index, character in enumerate(court)
    ]
    below = [
        straight(character, (index - (len(line) - 1) / 2) * 9.4, 35.5, 8.6)
        for index, character in enumerate(line)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="42mm" height="42mm" viewBox="-60 -60 120 120">'
        f'<title>{escape(court)}印章（{escape(line)}）</title><g fill="{RED}">'
        f'<circle r="56.5" fill="none" stroke="{RED}" stroke-width="3.2"/>'
        f'<polygon points="{star(18.0)}"/>{"".join(letters)}{"".join(below)}</g></svg>'
    )


def letter(character: str, angle: float, radius: float, size: float, narrow: float, tall: float) -> str:
    """A letter on the arc."""
    path, advance, em = outline(character)
    scale = size / em
    return (
        f'<path transform="rotate({angle:.3f}) translate(0 {-radius:.3f}) '
        f'scale({scale * narrow:.5f} {-scale * tall:.5f}) translate({-advance / 2:.1f} 0)" d="{path}"/>'
    )


def straight(character: str, x: float, y: float, size: float) -> str:
    """A letter on a straight line."""
    path, advance, em = outline(character)
    scale = size / em
    return (
        f'<path transform="translate({x:.3f} {y:.3f}) scale({scale:.5f} {-scale:.5f}) '
        f'translate({-advance / 2:.1f} 0)" d="{path}"/>'
    )


def star(radius: float) -> str:
    """A five-pointed star around the origin."""
    inner = radius * math.sin(math.pi / 10) / math.sin(math.pi * 7 / 10)
    points = []
    for index in range(10):
        angle = -math.pi / 2 + index * math.pi / 5
        length = radius if index % 2 == 0 else inner
        points.append(f"{length * math.cos(angle):.3f},{length * math.sin(angle):.3f}")
    return " ".join(points)
