"""The order of names in which digits are compared as numbers: S2 stands before S10."""

import re
from collections.abc import Collection
from itertools import takewhile
from operator import itemgetter

RUNS = re.compile(r"([0-9]+)").split


def in_order(names: Collection[str]) -> list[str]:
    """Names in natural order; those that differ in leading zeros alone, in the order of their letters."""
    if not names:
        return []
    # Thousands of claims are mostly numbered alike; to compare one number each is several times faster.
    common = len(shared(min(names), max(names)).rstrip("0123456789"))
    tails = list(map(itemgetter(slice(common, None)), names))
    if all(map(str.isdecimal, tails)):
        numbered = dict(zip(map(int, tails), names, strict=True))
        if len(numbered) == len(names):
            return list(map(numbered.__getitem__, sorted(numbered)))
    return sorted(sorted(names), key=natural)


def shared(one: str, other: str) -> str:
    """What two names begin with alike; of the first and the last name, what all begin with."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(letter for letter, _ in alike)


def natural(name: str) -> list[tuple[int, int, str]]:
    """A key for one name: digits by their number, before letters by themselves."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in RUNS(name) if part]
