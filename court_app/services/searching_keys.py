"""What a name can be found by: full pinyin and initials."""

from functools import lru_cache

from pypinyin import Style, lazy_pinyin
from pypinyin.contrib.mmseg import seg
from sqlalchemy import ColumnElement

from models import Party

MOST = 200


def keys_of(name: str) -> str:
    """Pinyin without tones and the initials of a name: `jianglan jl` for 江澜."""
    words = [keys_of_word(word) for word in seg.cut(name)]
    return f"{''.join(full for full, _ in words)} {''.join(first for _, first in words)}"[:MOST]


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
