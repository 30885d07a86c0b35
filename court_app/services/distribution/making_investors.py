"""How an investor is listed and corrected; he is a party of the case, so that money can be sent to him."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from court_app.services.procedure.making_parts import put
from court_app.services.procedure.step_records import Beginning, Taken
from court_app.services.searching_keys import keys_of
from models import Investor, Party
from models.vocabulary import PartyRole

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
    )


def correct_investor(taken: Taken) -> None:
    """An investor as he is told anew; what was told before stays in the docket."""
    investor, data = cast(Investor, taken.subject), taken.data
    put(investor, data, *TOLD)
    investor.party.name, investor.party.kind = data["name"], data["kind"]
    investor.party.name_keys = keys_of(data["name"])


INVESTOR_EFFECTS: dict[str, Callable[[Taken], None]] = {"correct_investor": correct_investor}
