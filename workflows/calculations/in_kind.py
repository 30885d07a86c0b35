"""Things given to creditors instead of money: whether everybody of a rank still gets alike (EBL 113, 114)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """An asset that a creditor takes at a value, by the numbers of both; in fen."""

    asset_serial: int
    claim_serial: int
    value_fen: int


@dataclass(frozen=True, slots=True)
class Excess:
    """A creditor whose things are worth more than his share; in fen."""

    claim_serial: int
    value_fen: int
    share_fen: int


def values_of(things: Iterable[Thing]) -> dict[int, int]:
    """What the things of every claim are worth together, by number of the claim, in fen."""
    values: dict[int, int] = {}
    for thing in things:
        values[thing.claim_serial] = values.get(thing.claim_serial, 0) + thing.value_fen
    return values


def beyond_their_shares(things: Iterable[Thing], shares: Mapping[int, int]) -> list[Excess]:
    """Whose things are worth more than he gets: whatever is above would be missing to the others (EBL 113).

    Shares are those of the whole sum, things at their values included, so nobody is worse off if a thing
    stands for money up to them.
    """
    return [
        Excess(serial, value, shares.get(serial, 0))
        for serial, value in values_of(things).items()
        if value > shares.get(serial, 0)
    ]
