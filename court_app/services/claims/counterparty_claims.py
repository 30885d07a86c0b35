"""Claims and debts of a counterparty that gave something back (EBL 113(3); I2-11(2), 24(3), 36(3))."""

from typing import Any, cast

from court_app.services.claims.making_claims import new_creditor
from court_app.services.procedure import parts, steps
from court_app.services.procedure.step_records import Taken
from models import Avoidance, Claim, Spending
from models.vocabulary import AvoidanceGround, ClaimState, FigureKind, PartyKind, SpendingKind
from workflows.calculations.money import plain
from workflows.law.citations import Citation, together
from workflows.law.counterparty import INCOME_BASIS, PRICES, basis_of_price
from workflows.text import thaw


def cause_of(avoidance: Avoidance, basis: tuple[Citation, ...]) -> str:
    """Why it is owed, as the claim or the debt says it."""
    return f"撤销与追收第{avoidance.serial}号返还后形成。{together(basis, 'zh')}。"


def owe_price(taken: Taken, avoidance: Avoidance, fen: int) -> None:
    """Ask for the price as a debt of common benefit; it is owed whether or not there is money (EBL 42, 43).

    The step follows from the return, so the system records it; who took that step has asked for it.
    """
    asked = {
        "kind": SpendingKind.BY_REFERENCE.value,
        "common_ground": PRICES[avoidance.ground].value,
        "payee": avoidance.counterparty,
        "purpose": f"退还价款（撤销与追收第{avoidance.serial}号）",
        "amount_fen": plain(fen),
        "ground": cause_of(avoidance, basis_of_price(avoidance.ground)),
        "evidence": taken.data["evidence"],
    }
    spending = cast(Spending, parts.begin_within(taken, "spendings", "owe_after_return", asked))
    spending.asked_by_id = taken.occasion.user.id if taken.occasion.user else None
    avoidance.spendings.append(spending)


def list_wages(taken: Taken, avoidance: Avoidance, fen: int) -> None:
    """List what counts as wages of an employee; it needs no filing (EBL 48(2), 113(3))."""
    working = "".join(thaw(line) for line in avoidance.working)
    listed = {
        "creditor_name": avoidance.counterparty,
        "figures": [
            {"kind": FigureKind.WAGES.value, "filed_fen": plain(fen), "working": working[:200]},
        ],
        "basis": cause_of(avoidance, INCOME_BASIS) + working,
        "publicised_on": taken.data["publicised_on"].isoformat(),
        "manager": True,
        "at_average_wage": True,
    }
    avoidance.claims.append(begun(taken, "list_employee_claim", listed))


def file_rest(taken: Taken, avoidance: Avoidance, fen: int) -> None:
    """File the ordinary claim, of the same person who has the wages where there are any."""
    price = avoidance.ground in PRICES
    basis = basis_of_price(avoidance.ground) if price else INCOME_BASIS
    filed = {
        "creditor_id": counterparty_of(taken, avoidance, fen),
        "filed_fen": plain(fen),
        "basis": cause_of(avoidance, basis),
        "evidence": taken.data["evidence"],
    }
    avoidance.claims.append(begun(taken, "file_claim", filed))


def begun(taken: Taken, step: str, data: dict[str, Any]) -> Claim:
    """Begin a claim by the person who takes the step of the return."""
    kind = parts.PARTS["claims"]
    made = parts.blank(taken.occasion, taken.case, kind)
    steps.begin(taken.occasion, made, step, {"effective_on": taken.on.isoformat(), **data}, kind.make)
    return cast(Claim, made)


def counterparty_of(taken: Taken, avoidance: Avoidance, fen: int) -> int:
    """Whose claim it is, by the number of the party: chosen, listed a moment ago, else new to the case."""
    if taken.data["creditor_id"]:
        return int(taken.data["creditor_id"])
    if avoidance.claims and avoidance.claims[-1].state == ClaimState.LISTED.value:
        return avoidance.claims[-1].party_id
    person = avoidance.ground == AvoidanceGround.ABNORMAL_INCOME
    kind = PartyKind.PERSON if person else PartyKind.ENTERPRISE
    party = new_creditor(taken.case, kind, avoidance.counterparty, taken.on, fen)
    taken.occasion.session.add(party)
    taken.occasion.session.flush()
    return party.id
