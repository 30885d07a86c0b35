import re
from itertools import pairwise

import pytest

from documents.seal import seal_svg


def test_a_seal_shows_ring_star_name_and_line_as_outlines() -> None:
    svg = seal_svg("河原省江澜市中级人民法院", "测试专用章")

    assert svg.count("<path") == 12 + 5
    assert svg.count("<polygon") == svg.count("<circle") == 1
    assert "<text" not in svg


def test_a_seal_has_a_name_for_those_who_cannot_see_it() -> None:
    assert "<title>河原省江澜市中级人民法院印章（测试专用章）</title>" in seal_svg(
        "河原省江澜市中级人民法院", "测试专用章"
    )


def test_the_name_of_a_court_cannot_bring_markup_into_a_seal() -> None:
    assert "<script>" not in seal_svg("<script>", "测试专用章")


@pytest.mark.parametrize(
    "name", ["江澜法院", "河原省江澜市中级人民法院", "河原省江澜市高新技术产业开发区人民法院"]
)
def test_the_name_lies_evenly_on_the_upper_arc(name: str) -> None:
    angles = [float(a) for a in re.findall(r"rotate\((-?[\d.]+)\)", seal_svg(name, "测试专用章"))]

    steps = {round(b - a, 2) for a, b in pairwise(angles)}
    assert len(angles) == len(name)
    assert max(steps) - min(steps) <= 0.01
    assert angles[0] == pytest.approx(-angles[-1], abs=0.01)
    assert angles[-1] <= 108
