"""The roll of a vote: drawn up from the claims as they stand, kept with the motion (EBL 59, 64)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from court_app.services.estate import realising, secured_dues
from court_app.services.estate.securing import assets_securing
from court_app.services.joint_debts import debt_payments
from court_app.services.meetings.investors_roll import investors_of
from court_app.services.occasion import Occasion
from models import Asset, Case, Claim, Motion, VotingRight
from models.claim import amount_of
from models.vocabulary import (
    AssetState,
    ClaimClass,
    ClaimState,
    DebtorStanding,
    MotionState,
    SameDebt,
    VotingGroup,
)
from workflows.calculations.stakes import Stake
from workflows.calculations.voting_roll import Question, Right, roll
from workflows.payloads.serials import serials_of

NO_MORE_EXPECTED = realising.REALISED - {AssetState.SOLD.value}
"""States of an asset whose proceeds are known."""
COLUMNS = (
    Claim.id,
    Claim.party_id,
    Claim.serial,
    Claim.claim_class,
    Claim.state,
    Claim.filed_fen,
    Claim.admitted_fen,
    Claim.fixed_fen,
    Claim.provisional_fen,
    Claim.deficiency_fen,
    Claim.set_off_fen,
    Claim.plan_received_fen,
    Claim.flags,
    Claim.asset_id,
    Claim.same_debt,
    Claim.debtor_as,
    Claim.liability_fen,
)


def draw_up(occasion: Occasion, motion: Motion, settings: Mapping[str, Any]) -> None:
    """Draw up the roll of a motion anew, from claims or the list of investors as they stand now."""
    session = occasion.session
    session.execute(delete(VotingRight).where(VotingRight.motion_id == motion.id))
    if motion.group == VotingGroup.EQUITY:
        rows = investors_of(session, motion)
    else:
        rights = roll(question_of(motion, settings), stakes_of(session, motion.case))
        rows = [row_of(motion, right) for right in rights]
    if rows:
        session.execute(insert(VotingRight), rows)


def follow(occasion: Occasion, case: Case, settings: Mapping[str, Any]) -> None:
    """Draw up the rolls of all votes that go on anew: what is fixed now is voted with now (EBL 59).

    The class of investors stays as it was when its motion was put: no claim has a part in it (EBL 85(2)).
    """
    session = occasion.session
    session.flush()
    of_claims = Motion.group.is_(None) | (Motion.group != VotingGroup.EQUITY)
    going_on = Motion.state == MotionState.OPEN.value
    for motion in session.scalars(select(Motion).where(Motion.case_id == case.id, going_on, of_claims)):
        draw_up(occasion, motion, settings)


def question_of(motion: Motion, settings: Mapping[str, Any]) -> Question:
    """What the roll of a motion is drawn up for."""
    return Question(
        motion.matter,
        motion.group,
        motion.small_up_to_fen,
        serials_of(motion.unaffected),
        employees_in_total=settings["employee_claims_in_total"],
        unfixed_in_total=settings["unfixed_claims_in_total"],
        secured_votes_with_other_claims=settings["secured_votes_with_other_claims"],
    )


def row_of(motion: Motion, right: Right) -> dict[str, Any]:
    """A creditor of the roll as it is kept."""
    return {
        "motion_id": motion.id,
        "party_id": right.creditor,
        "first_claim": right.weights[0].stake.serial,
        "may_vote": right.may_vote,
        "why": right.why,
        "counts_fen": right.counts_fen,
        "claims": [weight.row() for weight in right.weights],
    }


def stakes_of(session: Session, case: Case) -> list[Stake]:
    """Every claim of a case that was not withdrawn, as votes see it."""
    chosen = select(*COLUMNS).where(Claim.case_id == case.id, Claim.state != ClaimState.WITHDRAWN.value)
    rows = session.execute(chosen.order_by(Claim.serial)).all()
    redeemed = realising.redeemed_of(session, select(Claim.id).where(Claim.case_id == case.id))
    settled = settled_claims(session, case, rows, redeemed)
    debts = debt_payments.votes_of(session, case)
    return [
        Stake(
            creditor=row.party_id,
            serial=row.serial,
            claim_class=ClaimClass.ORD if row.flags.get("rank_only") else row.claim_class,
            state=row.state,
            amount_fen=amount_fen(row),
            provisional_fen=provisional_fen(row),
            conditional=bool(row.flags.get("conditional")) or row.same_debt is SameDebt.FUTURE,
            waived=bool(row.flags.get("security_waived")),
            redeemed_fen=redeemed.get(row.id, 0),
            deficiency_fen=settled[row.id].deficiency_fen if row.id in settled else None,
            expected_short_fen=row.deficiency_fen,
            unpaid_fen=settled[row.id].unpaid_fen if row.id in settled else 0,
            same_debt=row.serial in debts.back,
            satisfied=row.serial in debts.satisfied,
        )
        for row in rows
    ]


def amount_fen(row: Any) -> int:
    """What a claim counts for now: see `Claim.amount_fen`; of a general guarantor what he answers for."""
    owed = int(max(0, amount_of(row) - row.set_off_fen - row.plan_received_fen))
    if row.liability_fen is not None and row.debtor_as is DebtorStanding.GENERAL_GUARANTOR:
        return min(owed, int(row.liability_fen))
    return owed


def provisional_fen(row: Any) -> int | None:
    """What the court has fixed for voting, less what is gone of the claim; None if it has fixed nothing."""
    gone = row.set_off_fen + row.plan_received_fen
    return None if row.provisional_fen is None else max(0, row.provisional_fen - gone)


@dataclass(frozen=True, slots=True)
class Settled:
    """What of a secured claim its assets did not cover, and what they brought it that is not paid; in fen."""

    deficiency_fen: int
    unpaid_fen: int


def settled_claims(
    session: Session, case: Case, rows: Iterable[Any], redeemed: Mapping[int, int]
) -> dict[int, Settled]:
    """Secured claims whose assets are money, or that have lost every security, by their id (EBL 110)."""
    secured = {
        row.id: row for row in rows if row.claim_class.is_secured and not row.flags.get("security_waived")
    }
    if not secured:
        return {}
    known, found = realising.Known(), dict[int, Settled]()
    own = assets_securing(session, case, secured.values())
    brought = brought_by(session, {asset for assets in own.values() for asset in assets}, known)
    dues = secured_dues.dues_by_claim(session, case, known)
    for claim_id, assets in own.items():
        if any(asset.state not in NO_MORE_EXPECTED for asset in assets):
            continue
        row = secured[claim_id]
        met = sum(brought[asset].get(row.serial, 0) for asset in assets)
        found[claim_id] = Settled(
            deficiency_fen=max(0, amount_fen(row) - redeemed.get(claim_id, 0) - met),
            unpaid_fen=dues[row.serial].unpaid_fen if row.serial in dues else 0,
        )
    return found


def brought_by(
    session: Session, assets: Iterable[Asset], known: realising.Known
) -> dict[Asset, dict[int, int]]:
    """What each asset has brought its claims, by their number, in fen."""
    return {
        asset: {met.claim.serial: met.paid_fen for met in realising.met_by(session, asset, known)}
        for asset in assets
    }
