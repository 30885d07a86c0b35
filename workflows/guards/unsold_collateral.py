"""Guards of shares that wait until collateral is sold: what it leaves open is not known before (EBL 110)."""

from models.case import Case
from models.vocabulary import UNSETTLED_CLAIMS, ShareState
from workflows.calculations.condition import goes_to_creditor
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 110")
UNSETTLED = frozenset(state.value for state in UNSETTLED_CLAIMS)


def an_unsold_share_waits(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 110: some share was laid aside because collateral was not sold yet."""
    if case.flags.get("unsold_shares"):
        return None
    return Obstacle("no_unsold_shares", Text("本案没有因担保物未变价而提存的分配额。"), BASIS)


def unsold_share_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 110: only a share that was laid aside until collateral is sold."""
    if contents_of(attempt).share(attempt.data["claim_serial"], ShareState.UNSOLD):
        return None
    return Obstacle("no_unsold_share", Text("该债权没有因担保物未变价而提存的分配额。"), BASIS)


def claim_is_settled(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 119: while a claim is in dispute again its share stays where it is."""
    claim = contents_of(attempt).claim(attempt.data["claim_serial"])
    if claim is None or claim.state not in UNSETTLED:
        return None
    return Obstacle(
        "claim_in_dispute",
        Text("该债权尚有争议；待裁定确认或者裁判生效后再处理其提存的份额。"),
        cite("EBL 119"),
    )


def collateral_is_sold(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 110: what collateral leaves open is known once all of it is money or given up."""
    names = contents_of(attempt).yet_to_be_sold().get(attempt.data["claim_serial"])
    if not names:
        return None
    return Obstacle(
        "collateral_not_sold",
        Text("担保物“{names}”尚未变价到账；到账后才能确定不足清偿的数额。", names=list(names)),
        BASIS,
    )


def share_does_not_wait_for_a_sale(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 110: a share that a suit, a condition or a guarantee has freed may still wait for collateral."""
    return collateral_is_sold(case, attempt) if is_paid_out(attempt) else None


def is_paid_out(attempt: Attempt) -> bool:
    """Whether a step would pay a share to its creditor, not divide it among the others."""
    if "came_about" in attempt.data:
        share = contents_of(attempt).share(attempt.data["claim_serial"], ShareState.CONDITIONAL)
        if share is None or not share.claim.condition_kind.lays_aside:
            return False
        return goes_to_creditor(share.claim.condition_kind, came_about=attempt.data["came_about"])
    return bool(attempt.data.get("to_creditor", True))


def unsold_shares_are_settled(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 110: shares whose collateral is sold are divided before more is distributed."""
    if not case.flags.get("unsold_shares"):
        return None
    contents = contents_of(attempt)
    waiting = contents.yet_to_be_sold()
    ready = [serial for serial in contents.unsold_shares() if serial not in waiting]
    if not ready:
        return None
    return Obstacle(
        "unsold_shares_open",
        Text(
            "债权表第{serials}号的担保物已经变价；请先“处理担保物变价前提存的份额”，再行分配。",
            serials=ready,
        ),
        BASIS,
    )
