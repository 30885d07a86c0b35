import hashlib
import os
import subprocess
import sys
import zlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from documents import rendering, typography
from documents.drafting import default_blocks, sample_facts
from documents.facts.base import AddressLabel
from documents.rendering import (
    AssetsOnly,
    Look,
    UncoveredText,
    check_text,
    ends_like_a_line,
    pressed,
    ready,
    render_address_sheet,
    render_html,
    render_pdf,
)
from models.vocabulary import DocumentKind
from tests.documents.looking import (
    SEALED,
    difference,
    drawn_by,
    faults,
    opened,
    page_count,
    picture,
    sample,
    text_of,
)

K = DocumentKind
PICTURES = Path(__file__).parent / "pictures"
ONE_OF_EACH_SHAPE = (
    K.ACCEPTANCE_RULING,
    K.ADMINISTRATOR_DECISION,
    K.CORRECTION_NOTICE,
    K.ACCEPTANCE_ANNOUNCEMENT,
    K.LIFT_PRESERVATION_LETTER,
    K.ADDRESS_CONFIRMATION,
)
SAME_BYTES = """
import hashlib
from tests.documents.looking import sample
from models.vocabulary import DocumentKind
print(hashlib.sha256(sample(DocumentKind.ACCEPTANCE_RULING)).hexdigest())
"""


def html_of(kind: DocumentKind, look: Look = SEALED, **more: Any) -> str:
    facts = {**sample_facts(kind), **more}
    return render_html(kind, facts, default_blocks(kind, facts), look)


def test_this_machine_can_make_papers() -> None:
    assert ready() == []


def test_a_missing_font_is_named_with_the_command_that_repairs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(typography.FAMILIES, "CourtFang", "Lost.otf")

    assert [str(fault) for fault in ready()] == ["缺少字体Lost.otf，请运行 script/bootstrap。"]


def test_a_missing_fast_subsetter_is_named_with_the_command_that_repairs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rendering.ffi, "harfbuzz_subset", None)

    assert [str(fault) for fault in ready()] == ["缺少系统库 libharfbuzz-subset0，请运行 script/bootstrap。"]


@pytest.mark.parametrize("kind", ONE_OF_EACH_SHAPE)
def test_a_paper_of_every_shape_is_archivable_and_accessible(kind: DocumentKind) -> None:
    pdf = sample(kind)

    assert faults(pdf, "3a") == []
    assert faults(pdf, "ua1") == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [kind for kind in K if kind not in ONE_OF_EACH_SHAPE])
def test_every_other_paper_is_archivable_and_accessible(kind: DocumentKind) -> None:
    pdf = sample(kind)

    assert faults(pdf, "3a") == []
    assert faults(pdf, "ua1") == []


@dataclass
class Stream:
    """A stream as WeasyPrint hands it over: parts that are joined by line feeds."""

    stream: list[object]


@pytest.mark.parametrize("parts", [[b"\x0c"], [b"\x01", b"\x01"], ["\x01", b"\x01"]])
def test_a_stream_that_would_end_with_a_carriage_return_is_found(parts: list[object]) -> None:
    raw = b"\n".join(part if isinstance(part, bytes) else str(part).encode() for part in parts)

    assert ends_like_a_line(Stream(parts))
    assert zlib.compress(raw, 9).endswith(b"\r")


@pytest.mark.parametrize("parts", [[b"\x0b"], [b"\x0d"], [b"\x01", b"\x02"]])
def test_any_other_stream_is_left_compressed(parts: list[object]) -> None:
    assert not ends_like_a_line(Stream(parts))


def of_number(number: int) -> str:
    """A small page."""
    return f'<html lang="zh"><head><title>试{number}</title></head><body><h1>试验文书</h1></body></html>'


@pytest.mark.slow
def test_a_paper_whose_list_of_objects_would_end_with_a_carriage_return_is_valid_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as drawn_as_before:
        drawn_as_before.setattr(rendering, "UNCLEAR_END", b"never found")
        pages = ((page, pressed(page)) for page in map(of_number, range(5_000)))
        page, unclear = next((page, pdf) for page, pdf in pages if b"\r\nendstream" in pdf)

    mended = pressed(page)

    assert faults(unclear, "3a") != []
    assert faults(mended, "3a") == faults(mended, "ua1") == []
    assert b"\r\nendstream" not in mended


@pytest.mark.slow
@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LANG": "zh_CN.UTF-8"},
    ],
    ids=lambda s: s["TZ"],
)
def test_the_same_ruling_has_the_same_bytes_in_every_process(surroundings: dict[str, str]) -> None:
    here = hashlib.sha256(sample(K.ACCEPTANCE_RULING)).hexdigest()

    there = subprocess.run(  # noqa: S603 (our own interpreter and text)
        [sys.executable, "-c", SAME_BYTES],
        env={**os.environ, **surroundings},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here


def test_what_a_party_wrote_is_text_and_never_markup() -> None:
    html = html_of(K.DEBTOR_NOTICE, case_number="<script>alert(1)</script>")

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a.png",
        "file:///etc/hostname",
        f"file://{typography.FONT_FOLDER}/../kinds.py",
        f"file://{typography.FONT_FOLDER.parent}/styles/paper.css",
    ],
)
def test_a_paper_opens_nothing_but_its_fonts(address: str) -> None:
    with pytest.raises(ValueError, match="nothing from outside"):
        AssetsOnly().fetch(address)


def test_a_picture_that_cannot_be_had_stops_the_paper() -> None:
    with pytest.raises(BaseException, match="Error fetching"):
        pressed('<html lang="zh"><title>x</title><img alt="x" src="https://example.com/a.png">')


def test_a_character_without_a_font_stops_the_paper_and_is_named() -> None:
    facts = sample_facts(K.DEBTOR_NOTICE)

    with pytest.raises(UncoveredText, match="\U00031350"):
        render_pdf(K.DEBTOR_NOTICE, facts, {"closing": "\U00031350"}, SEALED)


def test_rare_names_have_a_font_invisible_characters_have_none() -> None:
    assert check_text("旻祎昇䶮㛃𬱖珅赟〇，。（）《》〔〕“”—…％℃√□①") == []
    assert check_text("甲\u202e乙\x07\u200b甲") == ["\u202e", "\x07", "\u200b"]


@pytest.mark.parametrize(
    ("look", "mark"),
    [
        (Look(), "样稿"),
        (Look(draft=True), "草稿　未经签发"),
        (Look(specimen=False), None),
    ],
)
def test_a_paper_says_what_it_is_worth(look: Look, mark: str | None) -> None:
    html = html_of(K.ACCEPTANCE_RULING, look)

    assert (f'<div class="mark">{mark}</div>' in html) is (mark is not None)
    assert ('class="mark"' in html) is (mark is not None)


def test_the_widest_code_stands_on_one_line() -> None:
    widest = "WWWW-MMMM-WWWW-MMMM"

    shown = text_of(sample(K.ACCEPTANCE_RULING, replace(SEALED, verification_code=widest)))

    assert widest in shown


def test_a_draft_bears_neither_seal_nor_code_nor_stamp() -> None:
    html = html_of(K.ACCEPTANCE_RULING, Look(draft=True))

    assert not any(part in html for part in ('class="seal"', 'class="check"', 'class="copy"'))


def test_only_the_copy_says_that_it_was_compared_with_the_original() -> None:
    assert "本件与原本核对无异" in html_of(K.ACCEPTANCE_RULING, replace(SEALED, copy=True))
    assert "本件与原本核对无异" not in html_of(K.ACCEPTANCE_RULING)


def test_an_inner_form_bears_no_seal_even_where_it_is_asked_for() -> None:
    assert 'class="seal"' not in html_of(K.CASE_COVER)


def test_a_ruling_is_dated_in_chinese_numerals_and_a_letter_in_arabic() -> None:
    assert "二〇二六年十一月二十日" in html_of(K.ACCEPTANCE_RULING)
    assert ">2026年11月20日<" in html_of(K.LIFT_PRESERVATION_LETTER)


def test_judges_and_clerk_stand_on_a_ruling_and_on_no_decision() -> None:
    ruling, decision = html_of(K.ACCEPTANCE_RULING), html_of(K.ADMINISTRATOR_DECISION)

    assert ruling.index("沈知衡") < ruling.index('class="day"') < ruling.index("何㛃语")
    assert "沈知衡" not in decision


def test_the_seal_adds_no_letters_to_the_text_that_a_reader_extracts() -> None:
    bare, sealed = Look(), Look(sealed=True, seal_text="测试专用章")

    assert text_of(sample(K.DEBTOR_NOTICE, sealed)) == text_of(sample(K.DEBTOR_NOTICE, bare))


def test_every_paper_of_the_sample_case_can_be_read_back() -> None:
    text = text_of(sample(K.ACCEPTANCE_RULING))

    assert "（2026）豫97破申37号" in text
    assert "裁定如下" in text


def test_a_preview_links_the_screen_style_a_print_does_not() -> None:
    preview = html_of(K.ACCEPTANCE_RULING, Look(draft=True, style_address="/static/screen.css"))

    assert '<link rel="stylesheet" href="/static/screen.css">' in preview
    assert "<link" not in html_of(K.ACCEPTANCE_RULING)


@pytest.mark.parametrize(("labels", "pages"), [(1, 1), (10, 1), (11, 2)])
def test_ten_addresses_fill_a_sheet(labels: int, pages: int) -> None:
    label = AddressLabel(name="江澜市恒远钢材贸易有限公司", address="江澜市临江区滨河东路118号")

    pdf = render_address_sheet(
        [label] * labels,
        court="河原省江澜市中级人民法院",
        address="江澜市中心路100号",
        made_on=date(2026, 11, 20),
    )

    assert page_count(pdf) == pages
    assert faults(pdf, "3a") == []


@pytest.mark.parametrize(
    ("name", "kind", "number"),
    [
        ("ruling-first", K.ACCEPTANCE_RULING, 0),
        ("ruling-last", K.ACCEPTANCE_RULING, 2),
        ("notice", K.CORRECTION_NOTICE, 0),
        ("receipt", K.DELIVERY_RECEIPT, 0),
        ("declaration-first", K.DECLARATION_RULING, 0),
        ("claims-annex", K.CLAIMS_RULING, 2),
        ("distribution", K.DISTRIBUTION_ANNOUNCEMENT, 0),
        ("fine", K.FINE_DECISION, 0),
    ],
)
def test_a_paper_looks_as_it_did(name: str, kind: DocumentKind, number: int) -> None:
    expected = opened((PICTURES / f"{name}.png").read_bytes())

    drawn = picture(sample(kind), number)

    share = difference(drawn, expected)
    assert share < 0.001, f"{name}: {share:.2%} of the pixels differ; drawn by {drawn_by()}"
