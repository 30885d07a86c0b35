"""The roll of the class of investors: from the case's list, else as typed with the motion (EBL 85(2))."""

from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.services.distribution.holdings import holdings_of
from court_app.services.searching_keys import keys_of
from models import Case, Investor, Motion, Party
from models.vocabulary import NoVote, PartyKind, PartyRole
from workflows.calculations.equity_roll import InvestorRight, equity_roll, ways_of
from workflows.payloads.serials import serials_of


def investors_of(session: Session, motion: Motion) -> list[dict[str, Any]]:
    """The class of investors as the roll keeps it; the motion keeps by what those of the list vote."""
    if motion.investors:
        return typed(session, motion)
    holdings = holdings_of(session, motion.case)
    if not holdings:
        return []
    motion.rights_by = motion.rights_by or ways_of(holdings)[0]
    chosen = select(Investor.serial, Investor.party_id).where(Investor.case_id == motion.case_id)
    parties: dict[int, int] = dict(session.execute(chosen).all())
    rights = equity_roll(holdings, motion.rights_by, serials_of(motion.unaffected))
    return [row_of(motion, right, parties[right.holding.serial]) for right in rights]


def row_of(motion: Motion, right: InvestorRight, party_id: int) -> dict[str, Any]:
    """An investor of the list as the roll keeps him."""
    return {
        "motion_id": motion.id,
        "party_id": party_id,
        "first_claim": right.holding.serial,
        "may_vote": right.why is None,
        "why": right.why,
        "counts_fen": right.rights_fen,
        "claims": [],
        "listed": right.row(),
    }


def typed(session: Session, motion: Motion) -> list[dict[str, Any]]:
    """The class of investors as the motion lists it, each a party of the case."""
    return [
        {
            "motion_id": motion.id,
            "party_id": investor_named(session, motion.case, one["name"], motion.put_on).id,
            "first_claim": place,
            "may_vote": not one["unaffected"],
            "why": NoVote.UNAFFECTED if one["unaffected"] else None,
            "counts_fen": 0 if one["unaffected"] else one["rights_fen"],
            "claims": [],
            "listed": {},
        }
        for place, one in enumerate(motion.investors, 1)
    ]


def investor_named(session: Session, case: Case, name: str, on: date) -> Party:
    """The interested party of that name; one that the case does not know yet joins it."""
    own = (Party.case_id == case.id) & (Party.role == PartyRole.INTERESTED)
    known = session.scalars(select(Party).where(own, Party.name == name).order_by(Party.id)).first()
    if known is not None:
        return known
    party = Party(
        case_id=case.id,
        role=PartyRole.INTERESTED,
        kind=PartyKind.ORGANISATION,
        name=name,
        name_keys=keys_of(name),
        from_on=on,
        agents=[],
    )
    session.add(party)
    session.flush()
    return party
