"""Guards of the rank of figures that EBL 113(1)① does not name: the court's usage, its decision, a reason."""

from collections.abc import Mapping
from typing import Any

from models.claim import Claim
from models.vocabulary import ClaimClass
from workflows.calculations.rank import Counted, against_usual, open_ones
from workflows.law.citations import Citation, cite
from workflows.law.rank_of_figures import DECIDED_RANKS, OPEN_RANKS
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def as_reviewed(claim: Claim, data: Mapping[str, Any]) -> list[Counted]:
    """The figures of a claim with what a review admits of them; one that was not split is its own sum."""
    known = {figure.position: figure.kind for figure in claim.figures}
    if not data["figures"]:
        return [Counted(position, kind, data["admitted_fen"]) for position, kind in known.items()][:1]
    return [
        Counted(figure["position"], known[figure["position"]], figure["admitted_fen"])
        for figure in data["figures"]
        if figure["position"] in known
    ]


def as_listed(data: Mapping[str, Any]) -> list[Counted]:
    """The figures of an employee's claim as the administrator lists it (EBL 48(2))."""
    return [
        Counted(position, figure["kind"], figure["filed_fen"])
        for position, figure in enumerate(data["figures"], 1)
    ]


def as_it_stands(claim: Claim) -> list[Counted]:
    """The figures of a claim with what is admitted of them, or, before the review, filed."""
    return [
        Counted(
            figure.position,
            figure.kind,
            figure.filed_fen if figure.admitted_fen is None else figure.admitted_fen,
        )
        for figure in claim.figures
    ]


def basis_of(figures: list[Counted]) -> tuple[Citation, ...]:
    """Where the rank of these figures stands, each place once."""
    found = (citation for one in figures for citation in OPEN_RANKS[one.kind].basis)
    return tuple(dict.fromkeys(found))


def rank_needs_a_reason(figures: list[Counted], found: ClaimClass, attempt: Attempt) -> Obstacle | None:
    """What stands against a class in which this court does not usually pay a figure, without a reason."""
    wrong = against_usual(figures, found, attempt.settings)
    if not wrong or attempt.data["rank_reason"]:
        return None
    usual = OPEN_RANKS[wrong[0].kind].usual_class(attempt.settings)
    return Obstacle(
        "rank_against_usage",
        Text(
            "第{positions}项（{kinds}）本院通常列为{usual}；要列为{found}的，请填写“清偿顺序的理由”，或者先由法官“决定清偿顺序”。",
            positions=[one.position for one in wrong],
            kinds=list(dict.fromkeys(one.kind for one in wrong)),
            usual=usual,
            found=found,
        ),
        basis_of(wrong),
    )


def review_follows_the_court(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """M2018-27, 28; P2002-57, 58: the court's decision binds, its usage gives way to a reason."""
    figures, found = as_reviewed(claim, attempt.data), attempt.data["claim_class"]
    if claim.rank_decided is None:
        return rank_needs_a_reason(figures, found, attempt)
    concerned = open_ones(figures)
    if not concerned or found == claim.rank_decided:
        return None
    return Obstacle(
        "rank_was_decided",
        Text(
            "法院已经决定本债权列为{decided}；不能列为{found}。",
            decided=claim.rank_decided,
            found=found,
        ),
        basis_of(concerned),
    )


def listing_follows_the_court(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """M2018-27, P2002-57, 58: what is listed beside wages is so by usage of the court or for a reason."""
    return rank_needs_a_reason(as_listed(attempt.data), ClaimClass.EMP, attempt)


def rank_is_for_the_court(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """M2018-28: the court decides where the law says nothing, and only there."""
    if any(figure.kind in OPEN_RANKS for figure in claim.figures):
        return None
    return Obstacle(
        "rank_is_settled_by_law",
        Text(
            "本债权没有须由法院决定顺序的项目（{kinds}）；其余的顺序由法律规定。",
            kinds=list(OPEN_RANKS),
        ),
        cite("EBL 113(1)", "M2018 28"),
    )


def decided_claim_is_of_one_kind(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 113(1): a decision moves the whole claim, so nothing else may be admitted in it."""
    figures = as_it_stands(claim)
    others = [one.position for one in figures if one.fen and one.kind not in OPEN_RANKS]
    if claim.admitted_fen is None or claim.claim_class not in DECIDED_RANKS or not others:
        return None
    if attempt.data["rank"] == claim.claim_class:
        return None
    return Obstacle(
        "figure_of_another_class",
        Text(
            "第{positions}项不随本决定改变性质：请退回重新审查，在本债权中认定为零，另行登记。",
            positions=others,
        ),
        cite("EBL 113(1)", "M2018 28"),
    )
