"""Conditional claims on their way through distributions: which of them nobody has asked for the kind."""

from collections.abc import Iterable

from models import Claim


def of_unknown_condition(claims: Iterable[Claim]) -> list[Claim]:
    """Claims whose shares are laid aside for a condition of unknown kind (EBL 117(2))."""
    return [one for one in claims if one.flags.get("conditional") and not one.condition_kind.lays_aside]
