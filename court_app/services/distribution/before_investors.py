"""What must be paid or fixed before an investor gets a fen (EBL 43, 113, 117 to 119; CL 236(3))."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import counted_fen
from court_app.services.distribution.distribution_drafts import taking_part
from court_app.services.distribution.distribution_plans import deficiencies
from court_app.services.distribution.had_before import received
from court_app.services.distribution.holdings import claims_not_fixed, claims_unmet, some
from court_app.services.estate.secured_dues import due_to_secured
from court_app.services.joint_debts.one_debts import ties_of
from models import Case, Distribution, Payment, Share
from models.vocabulary import PaymentState, ShareState
from workflows.calculations.money import yuan
from workflows.calculations.shortage import Outstanding
from workflows.text import Text


def stands_before(session: Session, case: Case, costs: Iterable[Outstanding]) -> list[Text]:
    """What must be paid or fixed before an investor gets a fen, thing by thing; nothing if all is done."""
    owed = sum(one.amount_fen - one.paid_fen for one in costs)
    secured = due_to_secured(session, case)
    return [
        *claims_not_fixed(session, case),
        *claims_not_full(session, case),
        *([Text("应付担保债权人{sum}元。", sum=yuan(secured))] if secured > 0 else []),
        *([Text("破产费用、共益债务尚有{sum}元没有支付。", sum=yuan(owed))] if owed > 0 else []),
    ]


def claims_not_full(session: Session, case: Case) -> list[Text]:
    """Claims that have had less than they count for: paid, laid aside, or waived by themselves (EBL 118).

    One debt is paid once: what others have paid of it counts, and who stands back is not waited for.
    """
    claims = taking_part(session, case)
    had, left_open = received(session, case), deficiencies(session, case, claims)
    out, ties = given_to_others(session, case), ties_of(session, case, had)
    unknown, short, sum_fen = list[int](), list[int](), 0
    for claim in claims:
        if claim.id in out or claim.serial in ties.back:
            continue
        if claim.class_paid.is_secured and claim.id not in left_open:
            unknown.append(claim.serial)
            continue
        gone = ties.debt(claim.serial).gone_fen
        lacks = left_open.get(claim.id, counted_fen(claim)) - had.get(claim.id, 0) - gone
        if lacks > 0:
            short.append(claim.serial)
            sum_fen += lacks
    owed = Text(
        "没有足额清偿的债权（债权表序号）：{serials}，合计尚欠{sum}元。",
        serials=some(short),
        sum=yuan(sum_fen),
    )
    return [*claims_unmet(unknown), *([owed] if short else [])]


def given_to_others(session: Session, case: Case) -> frozenset[int]:
    """The ids of claims whose share has gone to the others for good (EBL 117(2), 119).

    Who waived a share (EBL 118) may still be owed what he was never given.
    """
    waived = select(Payment.share_id).where(
        Payment.case_id == case.id, Payment.state == PaymentState.FORFEITED
    )
    chosen = (
        select(Share.claim_id)
        .join(Distribution, Distribution.id == Share.distribution_id)
        .where(
            Distribution.case_id == case.id,
            Share.state == ShareState.REDISTRIBUTED,
            Share.id.not_in(waived),
        )
    )
    return frozenset(claim for claim in session.scalars(chosen) if claim is not None)
