"""The roll of a vote: drawn up from the claims as they stand, kept with the motion (EBL 59, 64)."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from court_app.services import realising
from court_app.services.occasion import Occasion
from models import Asset, AssetEncumbrance, Case, Claim, Motion, VotingRight
from models.claim import amount_of
from models.vocabulary import AssetState, ClaimState, MotionState
from workflows.calculations.voting_roll import Question, Right, Stake, roll

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
    Claim.set_off_fen,
    Claim.flags,
    Claim.asset_id,
)


def draw_up(occasion: Occasion, motion: Motion, settings: Mapping[str, Any]) -> None:
    """Draw up the roll of a motion from the claims as they stand now, in place of the one before."""
    session = occasion.session
    session.execute(delete(VotingRight).where(VotingRight.motion_id == motion.id))
    rights = roll(question_of(motion, settings), stakes_of(occasion, motion.case))
    if rights:
        session.execute(insert(VotingRight), [row_of(motion, right) for right in rights])


def follow(occasion: Occasion, case: Case, settings: Mapping[str, Any]) -> None:
    """Draw up the rolls of all votes that go on anew: what is fixed now is voted with now (EBL 59)."""
    session = occasion.session
    session.flush()
    going_on = select(Motion).where(Motion.case_id == case.id, Motion.state == MotionState.OPEN.value)
    for motion in session.scalars(going_on):
        draw_up(occasion, motion, settings)


def question_of(motion: Motion, settings: Mapping[str, Any]) -> Question:
    """What the roll of a motion is drawn up for."""
    return Question(
        motion.matter,
        motion.group,
        motion.small_up_to_fen,
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


def stakes_of(occasion: Occasion, case: Case) -> list[Stake]:
    """Every claim of a case that was not withdrawn, as votes see it."""
    chosen = select(*COLUMNS).where(Claim.case_id == case.id, Claim.state != ClaimState.WITHDRAWN.value)
    rows = occasion.session.execute(chosen.order_by(Claim.serial)).all()
    short = deficiencies(occasion, case, rows)
    return [
        Stake(
            creditor=row.party_id,
            serial=row.serial,
            claim_class=row.claim_class,
            state=row.state,
            amount_fen=amount_fen(row),
            provisional_fen=provisional_fen(row),
            conditional=bool(row.flags.get("conditional")),
            waived=bool(row.flags.get("security_waived")),
            deficiency_fen=short.get(row.serial),
        )
        for row in rows
    ]


def amount_fen(row: Any) -> int:
    """What a claim counts for now, less what was set off; see `Claim.amount_fen`."""
    return int(max(0, amount_of(row) - row.set_off_fen))


def provisional_fen(row: Any) -> int | None:
    """What the court has fixed for voting, less what was set off; None if it has fixed nothing."""
    return None if row.provisional_fen is None else max(0, row.provisional_fen - row.set_off_fen)


def deficiencies(occasion: Occasion, case: Case, rows: Iterable[Any]) -> dict[int, int]:
    """What secured claims did not get of their assets once all of these are money, by number (EBL 110)."""
    secured = {
        row.id: row for row in rows if row.claim_class.is_secured and not row.flags.get("security_waived")
    }
    assets = assets_of(occasion.session, case, secured)
    known: realising.Known = {}
    short: dict[int, int] = {}
    for claim_id, own in assets.items():
        if any(asset.state != AssetState.PAID.value for asset in own):
            continue
        row = secured[claim_id]
        paid = sum(
            met.paid_fen
            for asset in own
            for met in realising.met_by(occasion.session, asset, known)
            if met.claim.serial == row.serial
        )
        short[row.serial] = max(0, amount_fen(row) - paid)
    return short


def assets_of(session: Session, case: Case, secured: Mapping[int, Any]) -> dict[int, list[Asset]]:
    """The assets on which claims are secured, by the id of the claim."""
    if not secured:
        return {}
    burdens = session.scalars(select(AssetEncumbrance).where(AssetEncumbrance.claim_id.in_(secured)))
    pairs = {(one.claim_id or 0, one.asset_id) for one in burdens if one.counts}
    pairs |= {(claim_id, row.asset_id) for claim_id, row in secured.items() if row.asset_id is not None}
    chosen = select(Asset).where(Asset.case_id == case.id, Asset.id.in_({asset for _, asset in pairs}))
    assets = {asset.id: asset for asset in session.scalars(chosen)}
    found: dict[int, list[Asset]] = {}
    for claim_id, asset_id in sorted(pairs):
        if asset_id in assets:
            found.setdefault(claim_id, []).append(assets[asset_id])
    return found
