"""What the steps of joint parties do, and the steps by which claims are tied to one debt."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select

from court_app.services.joint_debts.making_joint_parties import TOLD
from court_app.services.meetings import voting_roll
from court_app.services.procedure import parts
from court_app.services.procedure.step_records import Taken
from models import Claim, JointParty, JointReceipt, Party
from models.vocabulary import DebtorStanding, JointPartyState, JointRole, PartyKind, SameDebt
from workflows.payloads.joint_parties import JointPartyTold

NAMED = JointPartyState.NAMED.value


def party_of(taken: Taken) -> JointParty:
    """The joint party whose step it is."""
    return cast(JointParty, taken.subject)


def claim_of(taken: Taken) -> Claim:
    """The claim whose step it is."""
    return cast(Claim, taken.subject)


def name_joint_parties(taken: Taken) -> None:
    """Name every joint party that a claim tells of and that was not named before (EBL 49, 50)."""
    claim = claim_of(taken)
    known = {(one.name, one.role) for one in standing_of(taken, claim)}
    for told in taken.data["joint_parties"]:
        if (told["name"], told["role"]) not in known:
            known.add((told["name"], told["role"]))
            values = JointPartyTold().dump({name: told[name] for name in TOLD})
            named = {name: value for name, value in values.items() if value is not None}
            parts.begin_within(
                taken, "joint_parties", "name_joint_party", {**named, "claim_serial": claim.serial}
            )


def standing_of(taken: Taken, claim: Claim) -> list[JointParty]:
    """The joint parties of a claim that were not struck, by number."""
    chosen = select(JointParty).where(JointParty.claim_id == claim.id, JointParty.state == NAMED)
    return list(taken.occasion.session.scalars(chosen.order_by(JointParty.serial)))


def record_own_bankruptcy(taken: Taken) -> None:
    """He is in a bankruptcy of his own; whether he still has recourse follows from it (I3-5(2))."""
    party, data = party_of(taken), taken.data
    party.bankrupt_court, party.bankrupt_number = data["bankrupt_court"], data["bankrupt_number"]
    party.bankrupt_on, party.filed_there = data["bankrupt_on"], data["filed_there"]
    follow(taken)


def record_joint_receipt(taken: Taken) -> None:
    """What the creditor got from him; a creditor paid in full votes no more."""
    party, data = party_of(taken), taken.data
    party.receipts.append(
        JointReceipt(
            position=len(party.receipts) + 1,
            received_on=data["received_on"],
            amount_fen=data["amount_fen"],
            evidence=data["evidence"],
        )
    )
    add_up(taken)


def strike_joint_receipt(taken: Taken) -> None:
    """A receipt that was entered wrongly counts no more, and stays to be seen."""
    wrong = next(one for one in party_of(taken).receipts if one.position == taken.data["position"])
    wrong.struck_on, wrong.struck_because = taken.on, taken.data["reason"]
    add_up(taken)


def add_up(taken: Taken) -> None:
    """The sum of the receipts that stand; votes that go on follow."""
    party = party_of(taken)
    party.received_fen = sum(one.amount_fen for one in party.receipts if one.struck_on is None)
    state_recourse(party)
    follow(taken)


def state_recourse(party: JointParty) -> None:
    """Recourse is future until its holder has paid, and of who has paid from then on (EBL 51)."""
    claim = party.own_claim
    if claim is None or claim.same_debt is SameDebt.JOINT_CREDITOR:
        return
    claim.same_debt = SameDebt.PAID if party.received_fen or claim.paid_on else SameDebt.FUTURE


def follow(taken: Taken) -> None:
    """Votes that go on follow who stands for a debt now."""
    voting_roll.follow(taken.occasion, taken.case, taken.settings)


ROLE_OF = {SameDebt.JOINT_CREDITOR: JointRole.JOINT_CREDITOR}


def tie_claim(taken: Taken) -> None:
    """The claim is for the same debt as another creditor's, beside whom its holder is named (EBL 50, 51)."""
    claim, data, session = claim_of(taken), taken.data, taken.occasion.session
    principal = session.scalars(
        select(Claim).where(Claim.case_id == taken.case.id, Claim.serial == data["principal_serial"])
    ).one()
    untie_claim(taken)
    claim.principal, claim.same_debt = principal, data["same_debt"]
    claim.whole_debt_filed, claim.paid_on, claim.paid_fen = (
        data["whole_debt_filed"],
        data["paid_on"],
        data["paid_fen"],
    )
    claim.same_debt_creditor = principal.party.name
    row = row_of_holder(taken, principal, claim)
    row.own_claim = claim
    if row.received_fen:
        state_recourse(row)
    session.flush()


def row_of_holder(taken: Taken, principal: Claim, claim: Claim) -> JointParty:
    """The holder of a claim among the joint parties of another; he is named if he was not."""
    wanted = claim.same_debt is not SameDebt.JOINT_CREDITOR
    found = [
        one
        for one in standing_of(taken, principal)
        if one.role.owes == wanted and is_same(one, claim.party) and one.own_claim_id in {None, claim.id}
    ]
    if found:
        return found[0]
    role = ROLE_OF.get(cast(SameDebt, claim.same_debt), JointRole.JOINT_GUARANTOR)
    made = parts.begin_within(
        taken,
        "joint_parties",
        "name_joint_party",
        {
            "claim_serial": principal.serial,
            "name": claim.party.name,
            "identity_number": number_of(claim.party),
            "role": role.value,
        },
    )
    return cast(JointParty, made)


def is_same(row: JointParty, party: Party) -> bool:
    """Whether a joint party is a party of the case: by number if both have one, else by name."""
    number = number_of(party)
    if row.identity_number and number:
        return row.identity_number == number
    return row.name == party.name


def number_of(party: Party) -> str:
    """The number by which a party is known; empty if it is not known."""
    return (party.id_number if party.kind is PartyKind.PERSON else party.credit_code) or ""


def untie_claim(taken: Taken) -> None:
    """The claim stands on its own again; that its holder is a joint party stays."""
    claim = claim_of(taken)
    if claim.stands_as is not None:
        claim.stands_as = None
    claim.principal, claim.same_debt = None, None
    claim.whole_debt_filed, claim.paid_on, claim.paid_fen = True, None, None
    taken.occasion.session.flush()


def fix_liability(taken: Taken) -> None:
    """What the general guarantor answers for (I3-4(2)); what was found of its standing stays."""
    claim = claim_of(taken)
    claim.debtor_as = DebtorStanding.GENERAL_GUARANTOR
    claim.liability_fen = taken.data["liability_fen"]
    claim.flags = {**claim.flags, "liability": taken.data["reference"]}
    follow(taken)


JOINT_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "name_joint_parties": name_joint_parties,
    "record_own_bankruptcy": record_own_bankruptcy,
    "record_joint_receipt": record_joint_receipt,
    "strike_joint_receipt": strike_joint_receipt,
    "tie_claim": tie_claim,
    "untie_claim": untie_claim,
    "fix_liability": fix_liability,
}
