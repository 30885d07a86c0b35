"""What a name can be found by: full pinyin and initials."""

from collections.abc import Iterator
from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.mmseg import p_set, seg
from sqlalchemy import ColumnElement

from models import Party

MOST = 200
BEGINNINGS = frozenset(phrase[:2] for phrase in PHRASES_DICT)
"""What the phrases that pypinyin knows begin with."""


def keys_of(name: str) -> str:
    """Pinyin without tones and the initials of a name: `jianglan jl` for 江澜."""
    known = [keys_of_word(word) for word in words_of(name)]
    return f"{''.join([full for full, _ in known])} {''.join([first for _, first in known])}"[:MOST]


def words_of(name: str) -> Iterator[str]:
    """The words of a name as `seg.cut` finds them, which is only asked where a phrase can begin."""
    place, end = 0, len(name)
    while place < end:
        if name[place : place + 2] not in BEGINNINGS:
            yield name[place]
            place += 1
            continue
        rest = name[place:]
        word = next(seg.cut(rest))
        if len(word) == 1 and rest in p_set:
            yield from rest
            return
        yield word
        place += len(word)


@lru_cache(maxsize=50_000)
def keys_of_word(word: str) -> tuple[str, str]:
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
