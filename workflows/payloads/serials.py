"""Serial numbers as people write them: 1,3-5."""

from marshmallow import ValidationError

from workflows.text import N_


def serials_of(text: str) -> frozenset[int]:
    """The numbers that `1-20,23` names; none where nothing is written.

    Raises:
        ValidationError: if it names no numbers.
    """
    found: set[int] = set()
    for part in filter(None, text.replace("，", ",").replace(" ", "").split(",")):
        first, _, last = part.partition("-")
        if not first.isdecimal() or (last and not last.isdecimal()) or len(part) > 15:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        low, high = int(first), int(last or first)
        if low > high or high > 1_000_000:
            raise ValidationError(N_("请按 1-20,23 的形式填写债权表序号。"), "serials")
        found.update(range(low, high + 1))
    return frozenset(found)
