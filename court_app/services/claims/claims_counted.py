"""What claims count for in a distribution, and how their shares stand; also while they are in dispute."""

from models import Claim
from models.vocabulary import (
    CLAIMS_TAKING_PART,
    UNSETTLED_CLAIMS,
    DebtorStanding,
    SameDebt,
    ShareState,
)

UNSETTLED = tuple(state.value for state in UNSETTLED_CLAIMS)
TAKING_PART = tuple(state.value for state in CLAIMS_TAKING_PART)


def counted_fen(claim: Claim) -> int:
    """What a claim counts for: its amount, or, while it is in dispute, all that it may turn out to be.

    A creditor who sues because nothing was admitted must find his share laid aside (EBL 119).
    """
    if claim.state in UNSETTLED:
        gone = (claim.set_off_fen or 0) + (claim.plan_received_fen or 0)
        return max(0, max(claim.filed_fen, claim.admitted_fen or 0) - gone)
    if claim.liability_fen is not None and claim.debtor_as is DebtorStanding.GENERAL_GUARANTOR:
        return min(claim.amount_fen, claim.liability_fen)
    return claim.amount_fen


def state_of_share(claim: Claim, *, unsold: bool) -> ShareState:
    """Whether a share is paid, or laid aside: for a suit (EBL 119), a condition (117), a guarantee (I3-4).

    Future recourse of who has not paid is a condition (EBL 51(2)). A condition that was decided for the
    creditor is asked no more. Last comes collateral that is `unsold` and laid aside for (EBL 110).
    """
    if claim.state in UNSETTLED:
        return ShareState.LITIGATED
    if claim.debtor_as is DebtorStanding.GENERAL_GUARANTOR and claim.liability_fen is None:
        return ShareState.GUARANTEE
    open_still = is_conditional(claim) and claim.flags.get("condition_for_creditor") is None
    if open_still:
        return ShareState.CONDITIONAL
    return ShareState.UNSOLD if unsold and claim.class_paid.is_secured else ShareState.PAID


def is_conditional(claim: Claim) -> bool:
    """Whether a claim depends on a condition, decided or not (EBL 47, 51(2))."""
    return bool(claim.flags.get("conditional")) or claim.same_debt is SameDebt.FUTURE


def condition_failed(claim: Claim) -> bool:
    """Whether its condition was decided against the creditor: he takes no part any more (EBL 117(2))."""
    return is_conditional(claim) and claim.flags.get("condition_for_creditor") is False
