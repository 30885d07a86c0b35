"""The words of a name are those that pypinyin finds, though it is not asked at every character."""

import pytest
from pypinyin import Style, lazy_pinyin
from pypinyin.contrib.mmseg import seg

from court_app.services.searching_keys import keys_of


@pytest.mark.parametrize(
    "name",
    [
        "江澜第12345贸易有限公司",
        "江澜A-12（集团）股份有限公司",
        "望川供应链管理有限公司",
        "重庆长江银行",
        "好大喜",
        "天南海",
        "吴下阿蒙敢旁证风风韵",
        "澜",
        "",
    ],
)
def test_a_name_is_read_by_the_words_that_pypinyin_finds(name: str) -> None:
    words = list(seg.cut(name))

    full, first = keys_of(name).split(" ")

    assert full == "".join(lazy_pinyin(words)).lower()
    assert first == "".join(lazy_pinyin(words, style=Style.FIRST_LETTER)).lower()


def test_a_name_is_found_by_its_pinyin_and_its_initials() -> None:
    assert keys_of("江澜12") == "jianglan12 jl12"
