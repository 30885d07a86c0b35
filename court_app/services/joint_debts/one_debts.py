"""Which claims of a case are for one debt: who stands back, who was paid by others, who steps in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models import Case, Claim, JointParty
from models.vocabulary import CLAIMS_TAKING_PART, ClaimState, JointPartyState
from workflows.calculations.one_debt import (
    NO_DEBT,
    Behind,
    Debt,
    StandsBack,
    as_one,
    line_of_debt,
    lines_of_those_behind,
    open_fen,
    passed_on,
)
from workflows.calculations.waterfall import Division, Entitled
from workflows.guards.one_debt import why_back
from workflows.law.settings import read_settings
from workflows.text import Text

TAKING_PART = frozenset(state.value for state in CLAIMS_TAKING_PART)
NOBODY: Mapping[int, int] = {}


@dataclass(frozen=True, slots=True)
class Ties:
    """Claims for one debt, by number: who stands back and why, and debts that others have paid on."""

    back: Mapping[int, StandsBack]
    debts: Mapping[int, Debt]

    def debt(self, serial: int) -> Debt:
        """What others have paid on a claim."""
        return self.debts.get(serial, NO_DEBT)

    def less(self, of_assets: Mapping[int, int]) -> "Ties":
        """The same, with what collateral leaves those who step in, in fen by number of the claim."""
        return replace(self, debts={serial: debt.of_assets(of_assets) for serial, debt in self.debts.items()})

    def lines(self, claims: Sequence[Claim], open_of: Mapping[int, int]) -> list[Text]:
        """How these claims take part, as a judge checks it."""
        debts = [
            line_of_debt(serial, debt, open_of[serial])
            for serial, debt in sorted(self.debts.items())
            if serial in open_of and serial not in self.back
        ]
        return [*debts, *lines_of_those_behind(self.back, self.back.keys() & {c.serial for c in claims})]


def tied_claims(session: Session, case: Case) -> list[Claim]:
    """The claims that are tied to another for the same debt, with whom they stand as, by number."""
    chosen = (
        select(Claim)
        .where(
            Claim.case_id == case.id,
            Claim.principal_id.is_not(None),
            Claim.state != ClaimState.WITHDRAWN.value,
        )
        .order_by(Claim.serial)
        .options(selectinload(Claim.stands_as), selectinload(Claim.principal))
    )
    return list(session.scalars(chosen))


def reason_of(claim: Claim) -> StandsBack | None:
    """Why a claim stands back, by the settings of its court; None if it does not."""
    takes_part = read_settings(claim.case.court.settings)["part_recourse_before_acceptance"]
    return why_back(claim, part_paid_before_takes_part=bool(takes_part))


def standing_back(session: Session, case: Case) -> dict[int, StandsBack]:
    """The claims that stand back behind another for the same debt, by number, and why."""
    found = {claim.serial: reason_of(claim) for claim in tied_claims(session, case)}
    return {serial: why for serial, why in found.items() if why is not None}


def payers(session: Session, case: Case) -> list[JointParty]:
    """Who has paid a creditor since the acceptance, by number."""
    chosen = (
        select(JointParty)
        .where(
            JointParty.case_id == case.id,
            JointParty.state == JointPartyState.NAMED.value,
            JointParty.received_fen > 0,
        )
        .order_by(JointParty.serial)
        .options(selectinload(JointParty.own_claim))
    )
    return list(session.scalars(chosen))


def ties_of(
    session: Session,
    case: Case,
    had: Mapping[int, int] = NOBODY,
    among: Collection[int] | None = None,
    paid: Mapping[int, int] = NOBODY,
) -> Ties:
    """How the claims of a case hang together.

    Args:
        session: the database.
        case: the case.
        had: what claims have had in its distributions, in fen by id.
        among: the numbers of the claims that take part; all that may if not given.
        paid: what claims were paid out of collateral, in fen by number.
    """
    back = standing_back(session, case)
    debts: dict[int, Debt] = {}
    for payer in payers(session, case):
        serial = payer.claim.serial
        before = debts.get(serial, NO_DEBT)
        found = [one for one in behind_of(payer, back, had, paid) if among is None or one.serial in among]
        received_fen = before.received_fen + payer.received_fen
        debts[serial] = Debt(received_fen, (*before.behind, *found), paid.get(serial, 0))
    return Ties(back, debts)


def behind_of(
    payer: JointParty, back: Mapping[int, StandsBack], had: Mapping[int, int], paid: Mapping[int, int]
) -> tuple[Behind, ...]:
    """Who paid steps in with his own claim, for what he paid and has not had back (SG 23(2))."""
    claim = payer.own_claim
    if claim is None or claim.state not in TAKING_PART:
        return ()
    why = back.get(claim.serial)
    if why is None or why.for_good:
        return ()
    had_fen, serial = had.get(claim.id, 0), claim.serial
    fen = max(0, min(payer.received_fen, claim.amount_fen) - had_fen)
    return (Behind(serial, fen, had_fen, paid_fen=paid.get(serial, 0)),)


def entitled_as_tied(counting: Entitled, ties: Ties) -> Entitled:
    """A claim with what ties make of it: who stands back counts for nothing, who was paid is owed less."""
    if counting.serial in ties.back:
        return replace(counting, amount_fen=0, plan_fen=0)
    gone = ties.debt(counting.serial).gone_fen
    return replace(counting, received_fen=counting.received_fen + gone, gone_fen=gone) if gone else counting


def left_open(counting: Sequence[Entitled], ties: Ties) -> dict[int, int]:
    """What creditors whom others have paid may still get themselves, by number, in fen."""
    return {
        one.serial: open_fen(
            one.amount_fen,
            one.received_fen - ties.debts[one.serial].gone_fen,
            ties.debts[one.serial],
        )
        for one in counting
        if one.serial in ties.debts
    }


def with_those_behind(
    division: Division, counting: Sequence[Entitled], ties: Ties, had: Mapping[int, int] = NOBODY
) -> Division:
    """A division in which what a creditor needs no more is given to who paid him (SG 23(2)).

    Of a distribution that is divided again nobody gets less than he `had` of it, in fen by number.
    """
    if not ties.debts:
        return division
    payments = passed_on(division.payments, left_open(counting, ties), ties.debts, had)
    return replace(division, payments=payments)


def had_as_one(had: Mapping[int, int], ties: Ties) -> Mapping[int, int]:
    """What claims had, a debt at a time; see `as_one`."""
    return as_one(had, ties.debts) if ties.debts else had
