"""What the administrator's answers, notices and reports of single acts know of their part of the case."""

from typing import Any

from models import Avoidance, Disposal, Retrieval, SetOff
from models.vocabulary import Addressee, RetrievalGround, RetrievalState, SetOffGround, SetOffState
from workflows.law.citations import together
from workflows.law.look_back import LOOK_BACK

Told = dict[str, Any]


def of_set_off(set_off: SetOff) -> Told:
    """Claim and debt, what was found, what the administrator answers (I2-42)."""
    return {
        "accepted_on": set_off.case.accepted_on,
        "creditor": set_off.creditor,
        "claim_serial": set_off.claim.serial if set_off.claim else None,
        "received_on": set_off.received_on,
        "asserted_fen": set_off.asserted_fen,
        "debt": set_off.debt,
        "debt_fen": set_off.debt_fen,
        "opinion": set_off.opinion,
        "objection": set_off.objection,
        "grounds_of_objection": [SetOffGround(one).zh for one in set_off.grounds],
        "object_until_on": set_off.object_until_on,
        "extinguished_fen": set_off.extinguished_fen,
        "granted": set_off.state == SetOffState.EFFECTIVE.value,
    }


def of_retrieval(retrieval: Retrieval) -> Told:
    """Whose property, on what ground, what was found, what is to be paid (EBL 38, 76; I2-27, 28)."""
    return {
        "owner": retrieval.owner,
        "claimed_on": retrieval.claimed_on,
        "ground_of_retrieval": retrieval.ground.zh,
        "in_transit": retrieval.ground == RetrievalGround.IN_TRANSIT,
        "claimed_property": retrieval.claimed_property,
        "opinion": retrieval.opinion,
        "retrieval_costs_fen": retrieval.costs_fen + retrieval.delay_costs_fen,
        "delay_costs_fen": retrieval.delay_costs_fen,
        "refund_fen": retrieval.refund_fen,
        "granted": retrieval.state == RetrievalState.ACCEPTED.value,
    }


def of_avoidance(avoidance: Avoidance) -> Told:
    """Which act, by whom, when, at what stake, under which article (EBL 31 to 36)."""
    return {
        "counterparty": avoidance.counterparty,
        "act": avoidance.act,
        "act_on": avoidance.act_on,
        "stake_fen": avoidance.amount_fen,
        "ground_of_avoidance": avoidance.ground.zh,
        "avoidance_ground": avoidance.ground.value,
        "avoidance_basis": together(LOOK_BACK[avoidance.ground].basis, "zh"),
        "evidence": avoidance.evidence,
        "misappropriated": bool(avoidance.flags.get("misappropriated")),
    }


def of_disposal(disposal: Disposal) -> Told:
    """Which act was reported, to whom, about what; what the committee has against it (EBL 69; I3-15)."""
    return {
        "disposal_subject": disposal.subject,
        "disposal_act": disposal.act,
        "disposal_text": disposal.text,
        "amount_fen": disposal.amount_fen,
        "to_committee": disposal.addressee == Addressee.COMMITTEE,
        "disposal_assets": [
            {
                "serial": asset.serial,
                "name": asset.name,
                "book_fen": asset.book_fen,
                "appraised_fen": asset.appraised_fen,
            }
            for asset in disposal.assets
        ],
        "reported_on": disposal.reported_on,
        "planned_on": disposal.planned_on,
        "objection": disposal.objection,
    }
