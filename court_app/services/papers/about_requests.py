"""What lists and requests of the administrator know of the whole case: employees, claims, estate."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.estate import estate_account
from models import Asset, Case, Claim, ClaimFigure, Party
from models.vocabulary import AssetState, ClaimClass, ClaimState, FigureKind
from workflows.calculations.money import yuan

Told = dict[str, Any]
GONE = ClaimState.WITHDRAWN.value
IN_DISPUTE = (ClaimState.DISPUTED.value, ClaimState.SUED.value, ClaimState.ARBITRATED.value)
NO_LONGER_THERE = (AssetState.PAID.value, AssetState.DISTRIBUTED.value, AssetState.RELEASED.value)
"""Assets that are money by now, or nobody's of the estate."""
MOST_LETTERS = 60
"""So much of what an undivided claim is for is shown in the list."""


def of_employees(case: Case, session: Session) -> Told:
    """Every employee's claim with its figures (EBL 48(2)); sums in fen."""
    rows = session.execute(
        select(Claim.id, Claim.serial, Party.name, Claim.basis, *AMOUNTS)
        .join(Party, Party.id == Claim.party_id)
        .where(Claim.case_id == case.id, Claim.claim_class == ClaimClass.EMP, Claim.state != GONE)
        .order_by(Claim.serial)
    ).all()
    figures = figures_of_employees(session, case)
    listed = [
        {
            "serial": serial,
            "employee": name,
            "items": "；".join(figures[claim_id]) or basis[:MOST_LETTERS],
            "amount_fen": fixed if fixed is not None else filed if admitted is None else admitted,
        }
        for claim_id, serial, name, basis, filed, admitted, fixed in rows
    ]
    return {
        "employees": listed,
        "claims_count": len(listed),
        "claims_total_fen": sum(one["amount_fen"] for one in listed),
    }


AMOUNTS = (Claim.filed_fen, Claim.admitted_fen, Claim.fixed_fen)


def figures_of_employees(session: Session, case: Case) -> dict[int, list[str]]:
    """What employees' claims are made of, in words, by claim; nothing where one was not divided."""
    rows = session.execute(
        select(ClaimFigure.claim_id, ClaimFigure.kind, ClaimFigure.filed_fen)
        .join(Claim, Claim.id == ClaimFigure.claim_id)
        .where(
            Claim.case_id == case.id,
            Claim.claim_class == ClaimClass.EMP,
            ClaimFigure.kind != FigureKind.WHOLE,
        )
        .order_by(ClaimFigure.claim_id, ClaimFigure.position)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for claim_id, kind, filed_fen in rows:
        found[claim_id].append(f"{kind.zh}{yuan(filed_fen)}元")
    return found


def of_table(case: Case, session: Session) -> Told:
    """The claims table as it stands: what was listed and is yet to be verified (EBL 58(1))."""
    return of_rows(rows_in(case, session, ClaimState.LISTED))


def of_undisputed(case: Case, session: Session) -> Told:
    """The claims that the meeting has verified and nobody disputes, and how many are disputed (EBL 58).

    What an employee asks to have corrected is disputed until the administrator has answered (EBL 48(2)).
    """
    verified = rows_in(case, session, ClaimState.VERIFIED)
    undisputed = [row for row in verified if not row.flags.get("correction_requested")]
    disputed = session.scalar(
        select(func.count(Claim.id)).where(Claim.case_id == case.id, Claim.state.in_(IN_DISPUTE))
    )
    return of_rows(undisputed) | {
        "verified_on": max((row.verified_on for row in undisputed if row.verified_on), default=None),
        "disputed_count": (disputed or 0) + len(verified) - len(undisputed),
    }


def rows_in(case: Case, session: Session, state: ClaimState) -> Sequence[Any]:
    """The claims that stand so, by number."""
    return session.execute(
        select(
            Claim.serial,
            Party.name,
            Claim.claim_class,
            Claim.filed_fen,
            Claim.admitted_fen,
            Claim.verified_on,
            Claim.flags,
        )
        .join(Party, Party.id == Claim.party_id)
        .where(Claim.case_id == case.id, Claim.state == state.value)
        .order_by(Claim.serial)
    ).all()


def of_rows(rows: Iterable[Any]) -> Told:
    """Claims as a table lists them, one by one and by class."""
    claims = [
        {
            "serial": row.serial,
            "creditor": row.name,
            "class": row.claim_class.zh if row.claim_class else "—",
            "filed_fen": row.filed_fen,
            "admitted_fen": row.admitted_fen or 0,
        }
        for row in rows
    ]
    names = dict.fromkeys(word.zh for word in ClaimClass) | dict.fromkeys(one["class"] for one in claims)
    grouped = [(name, [one for one in claims if one["class"] == name]) for name in names]
    return in_sums(claims) | {
        "claims": claims,
        "claims_by_class": [
            {
                "class": name,
                "count": len(group),
                "filed_fen": sum(one["filed_fen"] for one in group),
                "admitted_fen": sum(one["admitted_fen"] for one in group),
            }
            for name, group in grouped
            if group
        ],
    }


def in_sums(claims: Sequence[Told]) -> Told:
    """How many claims, and their sums."""
    return {
        "claims_count": len(claims),
        "claims_filed_fen": sum(one["filed_fen"] for one in claims),
        "claims_total_fen": sum(one["admitted_fen"] for one in claims),
    }


def of_declaration(case: Case, session: Session) -> Told:
    """Claims and estate as they stand when the court is asked to declare the debtor bankrupt (EBL 107)."""
    count, filed, admitted = session.execute(
        select(
            func.count(Claim.id),
            func.coalesce(func.sum(Claim.filed_fen), 0),
            func.coalesce(func.sum(func.coalesce(Claim.fixed_fen, Claim.admitted_fen, 0)), 0),
        ).where(Claim.case_id == case.id, Claim.state != GONE)
    ).one()
    assets, worth = session.execute(
        select(
            func.count(Asset.id),
            func.coalesce(func.sum(func.coalesce(Asset.appraised_fen, Asset.book_fen, 0)), 0),
        ).where(Asset.case_id == case.id, Asset.state.not_in(NO_LONGER_THERE))
    ).one()
    return {
        "claims_count": count,
        "claims_filed_fen": int(filed),
        "claims_total_fen": int(admitted),
        "assets_count": assets,
        "assets_worth_fen": int(worth),
        "on_hand_fen": estate_account.standing(session, case).on_hand(),
    }
