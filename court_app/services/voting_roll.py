"""The roll of a vote: drawn up from the claims as they stand, kept with the motion (EBL 59, 64)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from models import Asset, Case, Claim, Motion, VotingRight
from models.claim import amount_of
from models.vocabulary import AssetState, ClaimClass, ClaimState, MotionState
from workflows.calculations.collateral import Realised, Secured, settle
from workflows.calculations.voting_roll import Question, Right, Stake, roll

PRIORITY = {ClaimClass.SEC_HOMEBUYER: 1, ClaimClass.SEC_CONSTR: 2, ClaimClass.SEC: 3}
"""CC 807; 建工解释(一) 36: construction price before mortgages; `bankruptcy-money.md` section 1."""
COLUMNS = (
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


def draw_up(session: Session, motion: Motion, settings: Mapping[str, Any]) -> None:
    """Draw up the roll of a motion from the claims as they stand now, in place of the one before."""
    session.execute(delete(VotingRight).where(VotingRight.motion_id == motion.id))
    rights = roll(question_of(motion, settings), stakes_of(session, motion.case))
    if rights:
        session.execute(insert(VotingRight), [row_of(motion, right) for right in rights])


def follow(session: Session, case: Case, settings: Mapping[str, Any]) -> None:
    """Draw up the rolls of all votes that go on anew: what is fixed now is voted with now (EBL 59)."""
    session.flush()
    going_on = select(Motion).where(Motion.case_id == case.id, Motion.state == MotionState.OPEN.value)
    for motion in session.scalars(going_on):
        draw_up(session, motion, settings)


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


def stakes_of(session: Session, case: Case) -> list[Stake]:
    """Every claim of a case that was not withdrawn, as votes see it."""
    chosen = select(*COLUMNS).where(Claim.case_id == case.id, Claim.state != ClaimState.WITHDRAWN.value)
    rows = session.execute(chosen.order_by(Claim.serial)).all()
    short = deficiencies(session, case, rows)
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


def deficiencies(session: Session, case: Case, rows: Iterable[Any]) -> dict[int, int]:
    """What secured claims did not get of the asset that was realised for them, by number (EBL 110)."""
    secured: dict[int, list[Any]] = {}
    for row in rows:
        if row.asset_id is not None and row.claim_class.is_secured and not row.flags.get("security_waived"):
            secured.setdefault(row.asset_id, []).append(row)
    if not secured:
        return {}
    realised = session.execute(
        select(Asset.id, Asset.name, Asset.received_fen).where(
            Asset.case_id == case.id, Asset.id.in_(secured), Asset.state == AssetState.PAID.value
        )
    )
    return dict(pair for asset in realised for pair in shortfalls(asset, secured[asset.id]))


def shortfalls(asset: Any, claims: Iterable[Any]) -> Iterator[tuple[int, int]]:
    """Claim by claim, what an asset left unpaid."""
    own = tuple(Secured(str(c.serial), amount_fen(c), PRIORITY[c.claim_class]) for c in claims)
    for claim, paid in settle(Realised(asset.name, asset.received_fen, 0, own)).payments:
        yield int(claim.id), claim.amount_fen - paid
