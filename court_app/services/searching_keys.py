"""What a name can be found by: full pinyin and initials."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.mmseg import p_set, seg
from sqlalchemy import ColumnElement

from models import Party

Keys = tuple[str, str]
"""Full pinyin and initials."""
MOST = 200
BEGINNINGS = frozenset(phrase[:2] for phrase in PHRASES_DICT)
"""What the phrases that pypinyin knows begin with."""


def keys_of(name: str) -> str:
    """Pinyin without tones and the initials of a name: `jianglan jl` for 江澜."""
    full, first = keys_of_words(name)
    return f"{full} {first}"[:MOST]


def keys_of_words(name: str) -> Keys:
    """The keys of all words of a name; pypinyin is only asked for words where a phrase can begin."""
    full = first = ""
    for place, sign in enumerate(name):
        begins = name[place : place + 2] in BEGINNINGS
        more_full, more_first = keys_from_phrase(name[place:]) if begins else keys_of_word(sign)
        full, first = full + more_full, first + more_first
        if begins:
            break
    return full, first


@lru_cache(maxsize=50_000)
def keys_from_phrase(rest: str) -> Keys:
    """The keys of a name from where a phrase can begin; thousands of names end alike (…贸易有限公司)."""
    words = [next(seg.cut(rest))]
    if len(words[0]) == 1 and rest in p_set:
        words = [*rest]
    keys = [*map(keys_of_word, words), keys_of_words(rest.removeprefix("".join(words)))]
    return "".join([full for full, _ in keys]), "".join([first for _, first in keys])


@lru_cache(maxsize=50_000)
def keys_of_word(word: str) -> Keys:
    """Full pinyin and initials of a word; thousands of names are made of the same words."""
    full, first = lazy_pinyin([word]), lazy_pinyin([word], style=Style.FIRST_LETTER)
    return "".join(full).lower(), "".join(first).lower()


def named(text: str) -> ColumnElement[bool]:
    """The parties whose name, pinyin or initials hold a text."""
    like = f"%{needle(text)}%"
    return Party.name.like(like, escape="\\") | Party.name_keys.like(like.lower(), escape="\\")


def needle(text: str) -> str:
    """A text as it is looked for with LIKE: its wildcards mean themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
