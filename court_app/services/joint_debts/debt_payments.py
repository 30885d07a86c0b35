"""What of one debt has been paid to whom, thing by thing, and whose vote it is (EBL 50 to 52; SG 23)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.claims.claims_counted import counted_fen
from court_app.services.estate.realising import Known, encumbered, met_by, redeemed_of
from court_app.services.estate.secured_dues import SecuredDue, dues_by_claim
from court_app.services.joint_debts.one_debts import payers, reason_of, tied_claims
from court_app.services.payments.waived_shares import waived_of
from models import Case, Claim, JointParty
from models.vocabulary import AssetState
from workflows.calculations.debt_paid import DebtPaid, PaidTo


def debts_of(session: Session, case: Case) -> dict[int, DebtPaid]:
    """The debts of a case on which others have paid, by number of the creditor's claim."""
    by_claim: dict[Claim, list[JointParty]] = {}
    for payer in payers(session, case):
        by_claim.setdefault(payer.claim, []).append(payer)
    if not by_claim:
        return {}
    known = Known()
    given, dues = given_in_kind(session, case, known), dues_by_claim(session, case, known)
    paid, waived = known.paid_on(session, case), waived_of(session, case)
    redeemed = redeemed_of(session, select(Claim.id).where(Claim.case_id == case.id))

    def paid_to(claim: Claim) -> PaidTo:
        due = dues.get(claim.serial, SecuredDue(0, 0))
        return PaidTo(
            serial=claim.serial,
            creditor=claim.party.name,
            redeemed_fen=redeemed.get(claim.id, 0),
            shares_fen=paid.had.get(claim.id, 0) - waived.get(claim.id, 0),
            collateral_fen=paid.paid.get(claim.serial, 0),
            in_kind_fen=given.get(claim.serial, 0),
            due_fen=due.unpaid_fen,
        )

    return {
        claim.serial: DebtPaid(
            counted_fen(claim),
            sum(one.received_fen for one in them),
            paid_to(claim),
            tuple(paid_to(own) for own in dict.fromkeys(one.own_claim for one in them) if own is not None),
        )
        for claim, them in by_claim.items()
    }


def debt_of(session: Session, claim: Claim) -> DebtPaid | None:
    """The debt that a claim is for, the creditor's or recourse of who paid; None if nobody has paid on it."""
    serial = claim.serial if claim.principal is None else claim.principal.serial
    return debts_of(session, claim.case).get(serial)


def given_in_kind(session: Session, case: Case, known: Known) -> Mapping[int, int]:
    """What secured creditors have taken as things, by number of the claim, in fen."""
    found: dict[int, int] = {}
    for asset in encumbered(session, case):
        if asset.state == AssetState.DISTRIBUTED.value:
            for one in met_by(session, asset, known):
                found[one.claim.serial] = found.get(one.claim.serial, 0) + one.paid_fen
    return found


@dataclass(frozen=True, slots=True)
class Votes:
    """Whose debt another claim votes for, and whose creditor has been paid in full; numbers of claims."""

    back: frozenset[int]
    satisfied: frozenset[int]


def votes_of(session: Session, case: Case) -> Votes:
    """One debt is voted once: by the creditor, or once he is paid in full by who paid him (EBL 51; SG 23)."""
    satisfied = frozenset(serial for serial, debt in debts_of(session, case).items() if debt.is_satisfied)
    back = frozenset(
        claim.serial
        for claim in tied_claims(session, case)
        if (why := reason_of(claim)) is not None
        and (why.for_good or claim.principal is None or claim.principal.serial not in satisfied)
    )
    return Votes(back, satisfied)
