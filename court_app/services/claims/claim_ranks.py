"""The rank of claims where the law leaves it to the court: what was found is kept with its working."""

from collections.abc import Iterable, Mapping
from typing import Any

from models import Claim
from models.vocabulary import ClaimClass
from workflows.calculations.rank import open_ones, rank_only, working
from workflows.guards.claim_ranks import as_it_stands
from workflows.law.rank_of_figures import DECIDED_RANKS
from workflows.text import Text, freeze


def record_rank(claim: Claim, settings: Mapping[str, Any], reason: str) -> None:
    """Keep why a claim that was reviewed is in its class, and whether it has the rank of wages only."""
    figures = as_it_stands(claim)
    claim.rank_reason = reason if open_ones(figures) else ""
    claim.rank_working = [
        freeze(line)
        for line in working(
            figures, claim.claim_class, settings, decided=claim.rank_decided, reason=claim.rank_reason
        )
    ]
    others = {name: value for name, value in claim.flags.items() if name != "rank_only"}
    claim.flags = {**others, "rank_only": True} if rank_only(figures, claim.claim_class) else others


def decide_rank(claim: Claim, settings: Mapping[str, Any], rank: ClaimClass, reason: str) -> None:
    """The court's decision on a claim; one that is not reviewed yet is reviewed by it (M2018-28)."""
    claim.rank_decided, claim.rank_reason = rank, reason
    if claim.admitted_fen is None:
        return
    if claim.claim_class in DECIDED_RANKS:
        claim.claim_class = rank
    record_rank(claim, settings, reason)


def rank_lines(claims: Iterable[Claim]) -> list[Text]:
    """Which claims are paid with wages although the article does not name them (M2018-27, 28)."""
    return [
        Text(
            "第{serial}号债权按职工债权的顺序清偿，依据和理由见该债权的“清偿顺序的依据”。",
            serial=claim.serial,
        )
        for claim in claims
        if claim.rank_working and claim.claim_class == ClaimClass.EMP
    ]
