"""What the steps of an act to be set aside do; what comes back becomes an asset of the estate (EBL 34)."""

from collections.abc import Callable
from typing import cast

from court_app.services.claims import counterparty_claims
from court_app.services.procedure import parts, steps
from court_app.services.procedure.step_records import Taken
from models import Avoidance
from models.vocabulary import AssetOrigin
from workflows.calculations.money import plain
from workflows.guards.counterparties import income_of, owed_after
from workflows.text import freeze


def avoidance_of(taken: Taken) -> Avoidance:
    """The act whose step it is."""
    return cast(Avoidance, taken.subject)


def record_demand(taken: Taken) -> None:
    """The day on which the return was demanded (EBL 34)."""
    avoidance_of(taken).demanded_on = taken.on


def record_return_suit(taken: Taken) -> None:
    """Before which court, under which number."""
    avoidance_of(taken).forum, avoidance_of(taken).reference = taken.data["forum"], taken.data["reference"]


def record_return_won(taken: Taken) -> None:
    """What the judgment gives back."""
    avoidance_of(taken).won_fen = taken.data["won_fen"]
    avoidance_of(taken).reference = taken.data["reference"]


def take_back(taken: Taken) -> None:
    """Note what came back, and record it as an asset by the person who took it back."""
    avoidance, data, kind = avoidance_of(taken), taken.data, parts.PARTS["assets"]
    avoidance.returned_fen, avoidance.returned_on = data["returned_fen"], taken.on
    found = {
        "effective_on": taken.on.isoformat(),
        "kind": data["kind"].value,
        "origin": AssetOrigin.RECOVERED.value,
        "name": data["name"],
        "book_fen": plain(data["returned_fen"]),
        "location": "",
    }
    made = parts.blank(taken.occasion, taken.case, kind)
    begun = steps.begin(taken.occasion, made, "find_asset", found, kind.make)
    avoidance.flags = {**avoidance.flags, "asset": begun.part.serial if begun.part else None}


def answer_counterparty(taken: Taken) -> None:
    """What the counterparty is owed after the return: reckoned, recorded, tied to what it arises from."""
    avoidance, owed = avoidance_of(taken), owed_after(avoidance_of(taken), taken.data)
    avoidance.income = income_of(avoidance, taken.data)
    avoidance.answered_fen = owed.total_fen
    avoidance.working = [freeze(line) for line in owed.working]
    if owed.common_fen:
        counterparty_claims.owe_price(taken, avoidance, owed.common_fen)
    if owed.wages_fen:
        counterparty_claims.list_wages(taken, avoidance, owed.wages_fen)
    if owed.ordinary_fen:
        counterparty_claims.file_rest(taken, avoidance, owed.ordinary_fen)


AVOIDANCE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_demand": record_demand,
    "record_return_suit": record_return_suit,
    "record_return_won": record_return_won,
    "take_back": take_back,
    "answer_counterparty": answer_counterparty,
}
