"""How an investor is listed and corrected; he is a party of the case, so that money can be sent to him."""

from collections.abc import Callable
from typing import cast

from court_app.services.procedure.making_parts import put
from court_app.services.procedure.step_records import Beginning, Taken
from court_app.services.searching_keys import keys_of
from models import Investor, Party
from models.vocabulary import PartyRole

TOLD = ("holding", "subscribed_fen", "paid_in_fen", "shares", "source")


def make_investor(begun: Beginning) -> None:
    """An investor as he is listed."""
    investor, data = cast(Investor, begun.part), begun.data
    put(investor, data, *TOLD)
    investor.listed_on, investor.flags = begun.on, {}
    investor.party = Party(
        case_id=begun.case.id,
        role=PartyRole.INVESTOR,
        kind=data["kind"],
        name=data["name"],
        name_keys=keys_of(data["name"]),
        from_on=begun.on,
    )


def correct_investor(taken: Taken) -> None:
    """An investor as he is told anew; what was told before stays in the docket."""
    investor, data = cast(Investor, taken.subject), taken.data
    put(investor, data, *TOLD)
    investor.party.name, investor.party.kind = data["name"], data["kind"]
    investor.party.name_keys = keys_of(data["name"])


INVESTOR_EFFECTS: dict[str, Callable[[Taken], None]] = {"correct_investor": correct_investor}
