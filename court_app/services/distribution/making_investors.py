"""How an investor is listed and corrected; he is a party of the case, so that money can be sent to him."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from court_app.services.procedure.making_parts import put
from court_app.services.procedure.step_records import Beginning, Taken
from court_app.services.searching_keys import keys_of
from models import Investor, Party
from models.vocabulary import PartyKind, PartyRole

TOLD = ("holding", "subscribed_fen", "paid_in_fen", "shares", "source")


def make_investor(begun: Beginning) -> None:
    """An investor as he is listed."""
    investor = cast(Investor, begun.part)
    investor.flags = {}
    described(investor, begun.data, begun.on)


def described(investor: Investor, data: Mapping[str, Any], on: date) -> None:
    """Fill in what is told of an investor, listed on a day; he becomes a party of the case."""
    put(investor, data, *TOLD)
    investor.listed_on = on
    investor.party = Party(
        case_id=investor.case.id,
        role=PartyRole.INVESTOR,
        kind=data["kind"],
        name=data["name"],
        name_keys=keys_of(data["name"]),
        from_on=on,
        **number_of(data),
    )


def correct_investor(taken: Taken) -> None:
    """An investor as he is told anew; what was told before stays in the docket.

    A number that is not told again stays, unless a person has become an enterprise or the other way round.
    """
    investor, data = cast(Investor, taken.subject), taken.data
    put(investor, data, *TOLD)
    party, number = investor.party, data["identity_number"] or investor.party.number
    same_sort = (party.kind == PartyKind.PERSON) == (data["kind"] == PartyKind.PERSON)
    if not same_sort and not data["identity_number"]:
        number = ""
    party.name, party.kind, party.name_keys = data["name"], data["kind"], keys_of(data["name"])
    for name, value in number_of({"kind": data["kind"], "identity_number": number}).items():
        setattr(party, name, value)


def number_of(data: Mapping[str, Any]) -> dict[str, str]:
    """Where a party keeps the number by which it is known: a person's, or a credit code."""
    person = data["kind"] == PartyKind.PERSON
    number = data["identity_number"]
    return {"id_number": number if person else "", "credit_code": "" if person else number}


INVESTOR_EFFECTS: dict[str, Callable[[Taken], None]] = {"correct_investor": correct_investor}
