"""Distributions: the pool divided, shares kept, paid or laid aside (EBL 113, 116, 117, 119, 123)."""

from collections.abc import Callable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput
from court_app.services.claims.claim_effects import row_of
from court_app.services.claims.claim_ranks import rank_lines
from court_app.services.claims.claims_counted import counted_fen, state_of_share
from court_app.services.distribution.distribution_drafts import taking_part
from court_app.services.distribution.distribution_plans import deficiencies
from court_app.services.distribution.escrow import tell_escrow
from court_app.services.distribution.had_before import received
from court_app.services.distribution.in_kind import pay_in_kind
from court_app.services.distribution.latecomers import latecomers
from court_app.services.estate import estate_account, estate_postings
from court_app.services.estate.collateral import yet_to_be_sold
from court_app.services.estate.secured_dues import dues_by_claim
from court_app.services.joint_debts.one_debts import (
    Ties,
    entitled_as_tied,
    left_open,
    ties_of,
    with_those_behind,
)
from court_app.services.many_rows import insert_rows
from court_app.services.payments.paying import prepare_payments
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Case, Claim, Distribution, Share
from models.vocabulary import ClaimClass, DistributionKind, ShareState
from workflows.calculations.in_kind import Thing
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import (
    Division,
    Entitled,
    divide,
)
from workflows.payloads.serials import serials_of
from workflows.text import Text, freeze


def distribute(taken: Taken) -> None:
    """Divide the pool among the claims that take part now (EBL 113, 116) and keep every share."""
    final = taken.row.name == "final_distribution"
    make_distribution(taken, DistributionKind.FINAL if final else DistributionKind.INTERIM)


def supplement(taken: Taken) -> None:
    """Distribute what was found after the end by the old plan, after the cost of doing so (EBL 123)."""
    found, costs, booked = (taken.data[name] for name in ("found_fen", "costs_fen", "booked_fen"))
    there = min(found, max(0, CaseContents(taken.occasion.session, taken.case).undistributed_fen()))
    if booked > there:
        wrong = Text("账上可供分配的款项和发现的财产中较低的为{there}元。", there=yuan(there))
        raise BadInput({"booked_fen": [wrong]})
    pool, cause = found - costs, estate_account.cause_of(taken)
    estate_postings.receive_what_was_found(taken.occasion, taken.case, cause, found - booked, costs)
    make_distribution(taken, DistributionKind.SUPPLEMENTARY, pool_fen=pool)


def make_distribution(taken: Taken, kind: DistributionKind, *, pool_fen: int | None = None) -> Distribution:
    """One distribution with its working and its shares.

    Raises:
        BadInput: if there is more to distribute than all claims that take part are still owed.
    """
    session, case = taken.occasion.session, taken.case
    claims = taking_part(session, case)
    pool = taken.data["pool_fen"] if pool_fen is None else pool_fen
    counting = entitled(session, case, claims)
    ties = ties_among(session, case, claims)
    division = with_those_behind(divide(pool, counting), counting, ties)
    must_leave_nothing(division)
    made = next_distribution(taken, kind, pool)
    made.working = [
        freeze(line)
        for line in (
            *set_off_lines(claims),
            *rank_lines(claims),
            *ties.lines(claims, left_open(counting, ties)),
            *division.working,
        )
    ]
    session.add(made)
    session.flush()
    waiting = yet_to_be_sold(session, case)
    shares = [
        share_of(made, claim, counts, division.payments.get(claim.serial, 0), unsold=claim.serial in waiting)
        for claim, counts in zip(claims, counting, strict=True)
    ]
    insert_rows(session, Share, shares)
    session.refresh(made, ["shares"])
    pay_shares(taken, made)
    mark_shares_laid_aside(case, made)
    tell_distribution(taken, made, division)
    return made


def must_leave_nothing(division: Division) -> None:
    """Stop where there is more to distribute than all claims that take part are still owed.

    Raises:
        BadInput: if so.
    """
    if not division.rest_fen:
        return
    told = Text(
        "分配总额超过参加分配的债权，余{rest}元未能分配；请减少本次分配总额。", rest=yuan(division.rest_fen)
    )
    raise BadInput({"pool_fen": [told]})


def next_distribution(taken: Taken, kind: DistributionKind, pool_fen: int) -> Distribution:
    """The next distribution of the case, still without shares and working."""
    of_case = select(func.max(Distribution.serial)).where(Distribution.case_id == taken.case.id)
    return Distribution(
        case_id=taken.case.id,
        serial=(taken.occasion.session.scalar(of_case) or 0) + 1,
        kind=kind,
        made_on=taken.on,
        announced_on=taken.data.get("announced_on"),
        pool_fen=pool_fen,
        paid_fen=pool_fen,
        remark=taken.data.get("remark", ""),
    )


def pay_shares(taken: Taken, made: Distribution) -> None:
    """Give things in kind, prepare the payments of the rest, and move both on the account."""
    session, case, cause = taken.occasion.session, taken.case, estate_account.cause_of(taken)
    if things := things_of(taken):
        pay_in_kind(session, made, things)
    prepare_payments(session, made, taken.on)
    session.flush()
    estate_postings.follow_distribution(taken.occasion, case, cause, made)
    for thing in things:
        estate_postings.pay_with_asset(
            taken.occasion, case, cause, made.serial, thing.asset_serial, thing.share_fen
        )


FLAGS_OF_SHARES = {
    ShareState.LITIGATED: "litigated_shares",
    ShareState.GUARANTEE: "guarantee_shares",
    ShareState.UNSOLD: "unsold_shares",
}
"""Shares that wait for a suit, a guarantee or a sale, and the flag by which their case knows of them."""


def mark_shares_laid_aside(case: Case, made: Distribution) -> None:
    """Remember that shares wait: for a suit (EBL 119), what a guarantee comes to (I3-4), a sale (EBL 110)."""
    waiting = {share.state for share in made.shares if share.amount_fen}
    found = {flag: True for state, flag in FLAGS_OF_SHARES.items() if state in waiting}
    if found:
        case.flags = {**case.flags, **found}


def things_of(taken: Taken) -> list[Thing]:
    """What this distribution gives in kind; guards have seen that plan and meeting say so."""
    named = serials_of(taken.data.get("things", ""))
    contents = CaseContents(taken.occasion.session, taken.case)
    return [thing for thing in contents.things_planned() if thing.asset_serial in named] if named else []


def entitled(
    session: Session, case: Case, claims: list[Claim], besides: Distribution | None = None
) -> list[Entitled]:
    """Every claim with what it has had in the other distributions of the case.

    A secured claim counts as ordinary for what its assets leave open of it as it stands now (EBL 110).
    """
    had = received(session, case, besides)
    short = deficiencies(session, case, claims)
    late = latecomers(session, case, claims, besides)
    counting = [
        Entitled(
            claim.serial,
            ClaimClass.ORD if claim.id in short else claim.class_paid,
            short.get(claim.id, counted_fen(claim)),
            had.get(claim.id, 0),
            claim.plan_received_fen,
            claim.id in late,
        )
        for claim in claims
    ]
    ties = ties_of(session, case, had, {claim.serial for claim in claims})
    return [entitled_as_tied(one, ties) for one in counting]


def ties_among(
    session: Session, case: Case, claims: Sequence[Claim], besides: Distribution | None = None
) -> Ties:
    """How claims for one debt hang together, by what they have had in the other distributions.

    What collateral leaves who steps in, distributions do not give him again.
    """
    ties = ties_of(session, case, received(session, case, besides), {claim.serial for claim in claims})
    if not any(debt.behind for debt in ties.debts.values()):
        return ties
    return ties.less({serial: due.met_fen for serial, due in dues_by_claim(session, case).items()})


def set_off_lines(claims: list[Claim]) -> list[Text]:
    """Which claims take part with less because something was set off (EBL 40)."""
    return [
        Text(
            "第{serial}号债权已抵销{set_off}元，按余额{left}元参加分配。",
            serial=claim.serial,
            set_off=yuan(claim.set_off_fen),
            left=yuan(counted_fen(claim)),
        )
        for claim in claims
        if claim.set_off_fen
    ]


def share_of(
    made: Distribution, claim: Claim, counts: Entitled, amount_fen: int, *, unsold: bool
) -> dict[str, object]:
    """A share, paid or laid aside: for a condition (EBL 117), a suit (EBL 119), collateral to be sold."""
    return {
        "distribution_id": made.id,
        "claim_id": claim.id,
        "amount_fen": amount_fen,
        "counted_fen": counts.amount_fen if counts.claim_class.rank else 0,
        "state": state_of_share(claim, unsold=unsold),
    }


def tell_distribution(taken: Taken, made: Distribution, division: Division) -> None:
    """What the announcement of the distribution says (EBL 116(2))."""
    taken.found.update(
        distribution_number=made.serial,
        is_final=made.kind == DistributionKind.FINAL,
        claims_count=sum(1 for share in made.shares if share.amount_fen),
        claims_total_fen=sum(counted_in(share) for share in made.shares if share.amount_fen),
        distributed_fen=made.pool_fen,
        distribution_working=[str(line) for line in division.working],
    )
    tell_escrow(
        taken,
        (
            (one.claim, one.amount_fen, one.state)
            for one in made.shares
            if one.amount_fen and one.state != ShareState.PAID
        ),
    )
    if made.kind == DistributionKind.SUPPLEMENTARY:
        taken.found["shares"] = [row_of_share(share) for share in made.shares if share.amount_fen]


def row_of_share(share: Share) -> dict[str, object]:
    """A share as the ruling on a supplementary distribution lists it (EBL 123); sums in fen."""
    return {
        **row_of(share.claim),
        "fixed_fen": counted_in(share),
        "amount_fen": share.amount_fen,
    }


def counted_in(share: Share) -> int:
    """What a claim counted for in the distribution of a share, in fen; nothing for an investor."""
    if share.investor is not None:
        return 0
    return counted_fen(share.claim) if share.counted_fen is None else share.counted_fen


DISTRIBUTION_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "distribute": distribute,
    "supplement": supplement,
}
