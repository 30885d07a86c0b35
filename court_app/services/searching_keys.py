"""What a name can be found by: full pinyin and initials."""

from pypinyin import Style, lazy_pinyin

MOST = 200


def keys_of(name: str) -> str:
    """Pinyin without tones and the initials of a name: `jianglan jl` for 江澜."""
    full = "".join(lazy_pinyin(name)).lower()
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    return f"{full} {initials}"[:MOST]


def needle(text: str) -> str:
    """A text as it is looked for with LIKE: its wildcards mean themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
