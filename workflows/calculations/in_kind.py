"""Things given to creditors instead of money: whether everybody of a rank still gets alike (EBL 113, 114)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Thing:
    """An asset that a creditor takes at a value, by the numbers of both; in fen.

    `difference_fen` is what he pays for it in money because it is worth more than his share.
    """

    asset_serial: int
    claim_serial: int
    value_fen: int
    difference_fen: int = 0

    @property
    def share_fen(self) -> int:
        """What it stands for of his share: its value without what he pays for it."""
        return self.value_fen - self.difference_fen


@dataclass(frozen=True, slots=True)
class Excess:
    """A creditor whose things are worth more than his share; in fen."""

    claim_serial: int
    value_fen: int
    share_fen: int


def values_of(things: Iterable[Thing]) -> dict[int, int]:
    """What the things of every claim stand for together, by number of the claim, in fen."""
    values: dict[int, int] = {}
    for thing in things:
        values[thing.claim_serial] = values.get(thing.claim_serial, 0) + thing.share_fen
    return values


def beyond_their_shares(things: Iterable[Thing], shares: Mapping[int, int]) -> list[Excess]:
    """Whose things stand for more than he gets: whatever is above would be missing to the others (EBL 113).

    Shares are those of the whole sum, things at their values included, so nobody is worse off if a thing
    stands for money up to them. What a creditor pays himself for a thing is missing to nobody.
    """
    return [
        Excess(serial, value, shares.get(serial, 0))
        for serial, value in values_of(things).items()
        if value > shares.get(serial, 0)
    ]
