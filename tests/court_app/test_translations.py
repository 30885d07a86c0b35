"""Every sentence for people has its English, and both say the same values."""

import re
from datetime import date
from functools import cache

import pytest
from babel.messages.catalog import Message
from flask.testing import FlaskClient

from court_app import catalog
from workflows.calendar import default_calendar
from workflows.deadlines import RULES, compute

BRACES = re.compile(r"\{(\w+)\}|%\((\w+)\)s")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMES_KEPT = {"（2026）豫01破申12号"}
"""What stays Chinese in an English sentence: how a case number looks."""


def kept() -> list[Message]:
    return [message for message in catalog.english() if message.id]


@cache
def said_by_the_code() -> frozenset[object]:
    """Every sentence of the code; to look for them takes seconds."""
    return frozenset(message.id for message in catalog.sentences() if message.id)


def values_of(text: object) -> set[str]:
    return {first or second for first, second in BRACES.findall(str(text))}


def test_every_sentence_of_the_code_has_its_english() -> None:
    wanted = said_by_the_code()

    translated = {message.id for message in kept() if message.string and not message.fuzzy}

    assert sorted(wanted - translated) == []


def test_the_catalog_holds_nothing_that_the_code_does_not_say() -> None:
    wanted = said_by_the_code()

    assert sorted(message.id for message in kept() if message.id not in wanted) == []


def test_chinese_and_english_carry_the_same_values() -> None:
    different = [message.id for message in kept() if values_of(message.id) != values_of(message.string)]

    assert different == []


def test_no_english_text_is_left_in_chinese() -> None:
    left = []
    for message in kept():
        text = str(message.string)
        for name in NAMES_KEPT:
            text = text.replace(name, "")
        if CHINESE.search(text):
            left.append(message.id)

    assert left == []


def test_the_arithmetic_of_every_period_has_its_english() -> None:
    wanted = said_by_the_code()
    day, calendar = date(2026, 9, 30), default_calendar()

    said = {
        line.message
        for rule in RULES.values()
        if rule.span or rule.shortest
        for line in compute(rule.kind, day, calendar, on=day, paused_days=3, extended_days=15).working
    }

    assert sorted(said - wanted) == []


@pytest.mark.parametrize("path", ["/sign-in", "/nothing-here", "/api/v1/"])
def test_an_english_page_shows_chinese_only_where_it_names_the_other_language(
    client: FlaskClient, path: str
) -> None:
    page = client.get(path, headers={"Accept-Language": "en-GB"}).text
    text = re.sub(r"<[^>]*>", " ", page)

    assert set(CHINESE.findall(text)) - set("中文破") == set()


def test_without_a_wish_the_pages_are_chinese(client: FlaskClient) -> None:
    page = client.get("/sign-in", headers={"Accept-Language": "fr"}).text

    assert '<html lang="zh-Hans">' in page
    assert "用户名" in page
