"""One debt owed by several: a bank, its guarantor, what each has had; small verbs for the tests beside."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from court_app.services.distribution import distribution_drafts as drafts
from court_app.services.distribution.before_investors import claims_not_full
from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.distribution.holdings import claims_not_fixed
from court_app.services.estate import realising, secured_dues
from court_app.services.joint_debts import debt_payments
from court_app.services.meetings import voting_roll
from models import Case, Claim
from models.vocabulary import JointRole, ResolutionMatter
from tests.liquidation.playing import (
    CARRIED,
    CLERK,
    JUDGE,
    REASON,
    Liquidation,
    declare,
)
from workflows.calculations.debt_paid import DebtPaid
from workflows.calculations.voting_roll import Question, roll

BANK, GUARANTOR = "江澜市澄江农村商业银行", "望川担保有限公司"


def accepted_on(case: Liquidation) -> date:
    """The day of the acceptance."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case).accepted_on
    assert found is not None
    return found


def rows(case: Liquidation, serial: int) -> list[tuple[int, str, JointRole, int]]:
    """The joint parties of a claim: number, name, role, what was received in fen."""
    with case.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == case.case, Claim.serial == serial).one()
        return [(one.serial, one.name, one.role, one.received_fen) for one in claim.joint_parties]


def of_the_bank(case: Liquidation, **data: Any) -> int:
    """The bank's loan of a million, guaranteed; returns its number."""
    told = [{"name": GUARANTOR, "role": "JOINT_GUARANTOR"}]
    return case.file(BANK, 1_000_000, joint_parties=told, **data)


def of_the_guarantor(case: Liquidation, yuan: int = 400_000, **data: Any) -> int:
    """The guarantor's recourse; returns its number."""
    return case.file(GUARANTOR, yuan, **{"same_debt": "FUTURE", "same_debt_creditor": BANK, **data})


def tie(case: Liquidation, serial: int, principal: int, how: str = "FUTURE", **data: Any) -> None:
    """A claim is found to be for the same debt as another."""
    case.move("claims", serial, "tie_claim", same_debt=how, principal_serial=principal, **REASON, **data)


def receive(case: Liquidation, party: int, yuan: int, on: date | None = None) -> None:
    """The creditor got something from a joint party."""
    day = (on or case.play.day).isoformat()
    case.move(
        "joint_parties",
        party,
        "record_joint_receipt",
        received_on=day,
        amount_fen=str(yuan),
        evidence="银行回单。",
    )


def drafted(case: Liquidation, yuan: int) -> Drafted:
    """The draft of a distribution of a sum."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        told = drafts.read({"available_fen": str(yuan)})
        return drafts.drafted(occasion, session.get_one(Case, case.case), told)


def through(case: Liquidation, *serials: int) -> None:
    """Claims are verified at the first meeting and confirmed; the debtor is declared bankrupt."""
    case.later(60)
    case.step("appoint_chair", JUDGE, chair_party_id=case.part("claims", 1).party_id)
    case.step(
        "hold_first_meeting",
        present=3,
        present_fen="2700000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="会议核查了债权表。",
    )
    case.step("confirm_claims", JUDGE, serials=",".join(map(str, serials)))
    declare(case)


def paid(found: Drafted) -> dict[int, int]:
    """What the lines of a draft pay, in fen."""
    return {line.claim.serial: line.paid_fen for line in found.draft.lines}


def waited_for(case: Liquidation) -> list[str]:
    """What of claims stands before the investors."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case)
        told = [*claims_not_fixed(session, found), *claims_not_full(session, found)]
    return [str(line) for line in told]


def of_collateral(case: Liquidation) -> dict[int, int]:
    """What collateral pays by a draft without other money, in fen; what is due of it says the same."""
    found = drafted(case, 0)
    with case.play.bench.reading() as session:
        due = secured_dues.dues_by_claim(session, session.get_one(Case, case.case))
        shown = of_pages(session, session.get_one(Case, case.case))
    met = {line.claim.serial: line.secured_fen for line in found.draft.lines if line.secured_fen}
    assert {serial: one.met_fen for serial, one in due.items() if one.met_fen} == met
    assert shown == met
    return met


def of_pages(session: Session, case: Case) -> dict[int, int]:
    """What the pages of the assets give whom, in fen by number of the claim."""
    shown: dict[int, int] = {}
    for asset in realising.encumbered(session, case):
        brought = realising.proceeds_of(session, asset)
        for met in brought.met if brought else ():
            for serial, fen in ((met.claim.serial, met.own_fen), *met.passed.items()):
                shown[serial] = shown.get(serial, 0) + fen
    return {serial: fen for serial, fen in shown.items() if fen}


def told(case: Liquidation, serial: int) -> DebtPaid:
    """What of the debt of a claim has been paid to whom."""
    with case.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == case.case, Claim.serial == serial).one()
        found = debt_payments.debt_of(session, claim)
    assert found is not None
    return found


def stakes(case: Liquidation) -> dict[int, tuple[bool, int]]:
    """Whether a claim is still owed something by who is on the roll, and what its collateral owes it."""
    with case.play.bench.reading() as session:
        found = voting_roll.stakes_of(session, session.get_one(Case, case.case))
    return {one.serial: (one.satisfied, one.unpaid_fen) for one in found}


def sums(case: Liquidation, distribution: int) -> dict[int, int]:
    """What every claim has of a distribution, in fen."""
    return {serial: fen for serial, (fen, _) in case.shares(distribution).items()}


def adopt(case: Liquidation) -> None:
    """A plan of 1,200,000 yuan is passed and recognised."""
    case.step(
        "propose_distribution_plan",
        available_fen="1200000",
        remuneration_fen="0",
        order_and_ratio="依法定顺序。",
        method="银行转账。",
    )
    case.step("distribution_plan_passed", **CARRIED)
    case.step("recognise_distribution_plan", JUDGE, **REASON)


def release(case: Liquidation, serial: int) -> None:
    """The share that waits for the guarantor's liability is dealt with."""
    case.step("release_guarantee_share", claim_serial=serial, **REASON)


def fix(case: Liquidation, serial: int, yuan: int) -> None:
    """It is fixed what the general guarantor answers for."""
    case.move("claims", serial, "fix_liability", liability_fen=str(yuan), reference="终结执行裁定。")


def roll_of(case: Liquidation) -> dict[int, tuple[bool, int, str | None]]:
    """Who may vote on a motion about the distribution, with how much, and why not, by claim."""
    with case.play.bench.reading() as session:
        stakes = voting_roll.stakes_of(session, session.get_one(Case, case.case))
    rights = roll(Question(ResolutionMatter.M9), stakes)
    return {
        right.weights[0].stake.serial: (
            right.may_vote,
            right.counts_fen,
            right.why.value if right.why else None,
        )
        for right in rights
    }
