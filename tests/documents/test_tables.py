from typing import Any

import pytest

from documents.drafting import cell, default_blocks, sample_facts, sections
from documents.rendering import render_html, render_pdf
from documents.tables import pieces
from models.vocabulary import DocumentKind
from tests.documents.looking import SEALED, faults, page_count, picture, text_of

K = DocumentKind
HEADINGS = ["序号", "债权人", "债权性质", "确认金额（元）"]


def claims(count: int) -> list[dict[str, Any]]:
    return [
        {
            "serial": number,
            "creditor": f"望川第{number}供应链管理有限公司",
            "class": "普通债权",
            "filed_fen": 10_000_00 * number,
            "fixed_fen": 10_000_00 * number,
        }
        for number in range(1, count + 1)
    ]


def ruling_on(count: int, **more: Any) -> dict[str, Any]:
    rows = [{**row, **more} for row in claims(count)]
    facts = sample_facts(K.CLAIMS_RULING)
    details = {"claims": rows, "claims_count": count, "claims_total_fen": sum(r["fixed_fen"] for r in rows)}
    return {**facts, "details": {**facts["details"], **details}}


def pdf_of(facts: dict[str, Any]) -> bytes:
    return render_pdf(K.CLAIMS_RULING, facts, default_blocks(K.CLAIMS_RULING, facts), SEALED)


def test_lines_that_begin_with_a_bar_form_a_table_between_paragraphs() -> None:
    before, table, after = pieces(
        ["前文。", "| 序号 | 金额（元） |", "| 1 | 2.00 |", "| 合计 | 2.00 |", "后文。"]
    )

    assert (before.line, before.table, after.line) == ("前文。", None, "后文。")
    assert table.table is not None
    assert table.table.headings == ("序号", "金额（元）")
    assert [row.cells for row in table.table.rows] == [("1", "2.00"), ("合计", "2.00")]
    assert [row.is_total for row in table.table.rows] == [False, True]
    assert [table.table.is_money(column) for column in (0, 1)] == [False, True]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 1 |", ("1", "", "")),
        ("| 1 | 甲 | 2.00 |", ("1", "甲", "2.00")),
        ("| 1 | 甲 | 2.00 | 另 |", ("1", "甲", "2.00 另")),
    ],
)
def test_every_line_of_a_table_has_as_many_cells_as_its_heading(line: str, cells: tuple[str, ...]) -> None:
    (piece,) = pieces(["| 序号 | 债权人 | 金额（元） |", line])

    assert piece.table is not None
    assert piece.table.rows[0].cells == cells


def test_a_name_with_a_bar_or_a_line_end_stays_in_its_cell() -> None:
    assert cell("甲|乙\n丙") == "甲/乙 丙"


def test_the_ruling_lists_every_confirmed_claim_with_the_total() -> None:
    facts = sample_facts(K.CLAIMS_RULING)

    annex = sections(K.CLAIMS_RULING, facts, default_blocks(K.CLAIMS_RULING, facts))["annex"]

    assert annex == [
        "# 澜川精密机械有限公司无异议债权表",
        "| 序号 | 债权人 | 债权性质 | 确认金额（元） |",
        "| 1 | 江澜市恒远钢材贸易有限公司 | 普通债权 | 3,862,174.55 |",
        "| 2 | 江澜市临江农村商业银行股份有限公司 | 有财产担保债权 | 28,136,640.02 |",
        "| 3 | 国家税务总局江澜市开发区税务局 | 税款债权 | 412,309.18 |",
        "| 合计 | 3笔 | | 32,411,123.75 |",
    ]


def test_the_annex_comes_after_the_seal_and_its_headings_have_a_scope() -> None:
    facts = sample_facts(K.CLAIMS_RULING)

    html = render_html(K.CLAIMS_RULING, facts, default_blocks(K.CLAIMS_RULING, facts), SEALED)

    assert html.index('class="tail"') < html.index('class="annex"') < html.index('<table class="listed">')
    assert html.count('<th scope="col"') == len(HEADINGS)
    assert '<td class="money">3,862,174.55</td>' in html
    assert '<tr class="total"><td class="short">合计</td>' in html


def test_a_creditor_with_several_claims_counts_once() -> None:
    facts = ruling_on(3, creditor="望川供应链管理有限公司")

    text = "".join(sections(K.CLAIMS_RULING, facts, default_blocks(K.CLAIMS_RULING, facts))["holding"])

    assert "确认望川供应链管理有限公司的3笔债权" in text


def test_what_a_creditor_is_called_is_text_and_never_markup() -> None:
    facts = ruling_on(1, creditor="<b>甲</b>")

    html = render_html(K.CLAIMS_RULING, facts, default_blocks(K.CLAIMS_RULING, facts), SEALED)

    assert "<b>" not in html


@pytest.mark.parametrize(("count", "pages"), [(3, 3), pytest.param(300, 16, marks=pytest.mark.slow)])
def test_a_table_of_any_length_is_archivable_and_accessible(count: int, pages: int) -> None:
    pdf = pdf_of(ruling_on(count))

    assert page_count(pdf) == pages
    assert faults(pdf, "3a") == []
    assert faults(pdf, "ua1") == []


@pytest.mark.slow
def test_every_page_of_a_long_table_repeats_its_headings_and_no_claim_is_lost() -> None:
    pdf = pdf_of(ruling_on(300))

    text = text_of(pdf)

    assert text.count("".join(HEADINGS)) == page_count(pdf) - 2
    assert all(f"望川第{number}供应链管理有限公司" in text for number in range(1, 301))
    assert "合计300笔451,500,000.00" in text
    assert picture(pdf, 5).getextrema()[0][0] < 64
