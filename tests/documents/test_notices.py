"""Copies made by exchange of one line are what a whole rendering would have made."""

import pytest

from documents import notices
from documents.drafting import default_blocks, sample_facts
from documents.facts.base import PartyFacts
from documents.notices import addressed, draw_copies
from documents.rendering import Look, render_pdf
from models.vocabulary import DocumentKind
from tests.documents.looking import difference, faults, page_count, picture, text_of

pytestmark = pytest.mark.slow
"""Every test draws several papers; that a batch hands everybody his own copy the quick subset shows."""

K = DocumentKind
COPY = Look(
    sealed=True,
    seal_text="测试专用章",
    verification_code="ABCD-EFGH-IJKL-MNOP",
    verify_address="https://court.example",
    copy=True,
)
NAMES = ("江澜市恒远钢材贸易有限公司", "何㛃语", "江澜A-12（集团）股份有限公司", "甲" * 40)


def party(name: str) -> PartyFacts:
    return PartyFacts(name=name, short_name=name, kind="ENTERPRISE")


def copies(names: tuple[str, ...]) -> list[notices.Drawn]:
    facts = sample_facts(K.CREDITOR_NOTICE)
    blocks = default_blocks(K.CREDITOR_NOTICE, facts)
    return list(draw_copies(K.CREDITOR_NOTICE, facts, blocks, COPY, [party(name) for name in names]))


def test_a_copy_looks_like_a_notice_rendered_for_that_addressee() -> None:
    facts = sample_facts(K.CREDITOR_NOTICE)
    blocks = default_blocks(K.CREDITOR_NOTICE, facts)

    drawn = copies(NAMES)

    for name, copy in zip(NAMES, drawn, strict=True):
        assert copy.pdf is not None
        whole = render_pdf(K.CREDITOR_NOTICE, addressed(facts, party(name)), blocks, COPY)
        assert text_of(copy.pdf) == text_of(whole)
        assert page_count(copy.pdf) == page_count(whole)
        assert all(
            difference(picture(copy.pdf, number), picture(whole, number)) == 0
            for number in range(page_count(whole))
        )


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_archivable_and_accessible(name: str) -> None:
    pdf = copies((name,))[0].pdf

    assert pdf is not None
    assert faults(pdf, "3a") == []
    assert faults(pdf, "ua1") == []


def test_the_same_addressees_have_the_same_bytes_again() -> None:
    alone, among = copies(NAMES[1:2]), copies(NAMES[:2])

    assert text_of(alone[0].pdf or b"") == text_of(among[1].pdf or b"")
    assert copies(NAMES[:2])[1].pdf == among[1].pdf


def test_a_copy_names_nobody_but_its_addressee() -> None:
    text = text_of(copies(("甲公司", "乙公司"))[0].pdf or b"")

    assert "甲公司：" in text
    assert "乙公司" not in text


def test_a_name_without_a_font_stops_its_own_copy_alone() -> None:
    drawn = copies(("甲公司", "乙\U00031350", "丙公司"))

    assert [copy.pdf is not None for copy in drawn] == [True, False, True]
    assert drawn[1].uncovered == ("\U00031350",)


def test_a_line_that_may_not_fit_is_rendered_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[str] = []
    monkeypatch.setattr(
        notices, "whole", lambda *rest: rendered.append(rest[-1].name) or notices.Drawn(b"whole")
    )

    copies(("甲公司", "甲" * 28, "甲" * 27, "91410000TEST123456"))

    assert rendered == ["甲" * 28, "91410000TEST123456"]
