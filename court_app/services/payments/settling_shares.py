"""What becomes of shares in escrow: paid, or divided again (EBL 110, 117 to 119; I3-4)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.distribution.distributing import entitled, ties_among
from court_app.services.distribution.escrow import ARTICLES
from court_app.services.estate import estate_postings
from court_app.services.estate.estate_account import cause_of
from court_app.services.joint_debts.one_debts import (
    had_as_one,
    with_those_behind,
)
from court_app.services.payments.paying import prepare_payments
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Distribution, Payment, Share
from models.vocabulary import PaymentState, ShareState
from workflows.calculations.condition import goes_to_creditor
from workflows.calculations.waterfall import (
    divide_anew,
)
from workflows.text import Text


def record_final_announcement(taken: Taken) -> None:
    """The day that decides conditions and starts the two months (EBL 117(2), 118)."""
    announced: date = taken.data["announced_on"]
    taken.case.flags = {**taken.case.flags, "final_distribution_announced_on": announced.isoformat()}


def settle_share(taken: Taken) -> None:
    """A share in escrow goes to its creditor, or to the others of the distribution it came from."""
    wanted = {
        "settle_conditional_share": ShareState.CONDITIONAL,
        "release_litigation_escrow": ShareState.LITIGATED,
    }[taken.row.name]
    share = share_in(taken, wanted)
    deposited, to_creditor = share.amount_fen, goes_back(taken, share)
    if wanted == ShareState.CONDITIONAL:
        share.claim.flags = {**share.claim.flags, "condition_for_creditor": to_creditor}
    if not to_creditor or wanted == ShareState.LITIGATED:
        divide_again(taken, share, without_it=not to_creditor)
    close_share(taken, share, deposited, wanted)


def release_share(taken: Taken) -> None:
    """A share is divided by what a guarantor answers for (I3-4(2)), or collateral left open (EBL 110)."""
    state = {
        "release_guarantee_share": ShareState.GUARANTEE,
        "release_unsold_share": ShareState.UNSOLD,
    }[taken.row.name]
    share = share_in(taken, state)
    deposited = share.amount_fen
    divide_again(taken, share, without_it=False)
    close_share(taken, share, deposited, state)


def close_share(taken: Taken, share: Share, deposited_fen: int, why: ShareState) -> None:
    """A share leaves escrow, where it lay for a reason: payments and ledger follow, papers are told of it."""
    taken.found.update(
        deposited_fen=deposited_fen,
        deposited_for=share.claim.party.name,
        escrow_article=ARTICLES[why][0],
        to_creditor_fen=share.amount_fen,
        to_others_fen=deposited_fen - share.amount_fen,
    )
    share.state = ShareState.RELEASED if share.amount_fen else ShareState.REDISTRIBUTED
    share.settled_on = taken.on
    prepare_payments(taken.occasion.session, share.distribution, taken.on)
    estate_postings.follow_distribution(taken.occasion, taken.case, cause_of(taken), share.distribution)


def goes_back(taken: Taken, share: Share) -> bool:
    """Whether a share goes to its creditor: as its condition stood (EBL 117(2)), or as the court says."""
    if share.state == ShareState.CONDITIONAL:
        return goes_to_creditor(share.claim.condition_kind, came_about=taken.data["came_about"])
    return bool(taken.data["to_creditor"])


def divide_again(taken: Taken, share: Share, *, without_it: bool) -> None:
    """Divide the distribution of a share again, without its claim, or with it as it is fixed now."""
    others = [one for one in sharing(taken, share.distribution) if one is not share]
    had = {one.claim.serial: one.amount_fen for one in others}
    pool = sum(had.values()) + share.amount_fen
    share.amount_fen = 0
    divide_among(taken, share.distribution, pool, others if without_it else [*others, share], had)


def sharing(taken: Taken, made: Distribution) -> list[Share]:
    """The shares of a distribution that a part of it that is freed may be added to, by number of the claim.

    Whoever has waived money of it takes no part in it any more (EBL 118).
    """
    waived = set(
        taken.occasion.session.scalars(
            select(Payment.share_id).where(
                Payment.distribution_id == made.id, Payment.state == PaymentState.FORFEITED
            )
        )
    )
    return [one for one in made.shares if one.state != ShareState.REDISTRIBUTED and one.id not in waived]


def divide_among(
    taken: Taken, made: Distribution, pool_fen: int, shares: Sequence[Share], had: Mapping[int, int]
) -> None:
    """Divide a sum among shares; nobody gets less than he `had`, by number of the claim, in fen.

    What is left when every claim is full is not distributed any more.
    """
    claims = [one.claim for one in shares]
    counting = entitled(taken.occasion.session, taken.case, claims, besides=made)
    ties = ties_among(taken.occasion.session, taken.case, claims, besides=made)
    divided = divide_anew(pool_fen, counting, had_as_one(had, ties))
    again = with_those_behind(divided, counting, ties, had)
    for one, counts in zip(shares, counting, strict=True):
        one.amount_fen = again.payments.get(one.claim.serial, 0)
        one.counted_fen = counts.amount_fen if counts.claim_class.rank else 0
    made.paid_fen -= again.rest_fen


def share_in(taken: Taken, state: ShareState) -> Share:
    """The share that the step names; a guard has seen that it is there."""
    share = CaseContents(taken.occasion.session, taken.case).share(taken.data["claim_serial"], state)
    if share is None:
        raise BadInput({"claim_serial": [Text("该债权没有这样的分配额。")]})
    return share


SETTLING_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_final_announcement": record_final_announcement,
    "settle_share": settle_share,
    "release_share": release_share,
}
