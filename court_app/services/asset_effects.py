"""What the steps of an asset do, and the disposal that is a step of the case."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select

from court_app.services import estate_account, parts
from court_app.services.contents import CaseContents
from court_app.services.steps import Taken
from models import Asset, Avoidance
from workflows.calculations.money import plain


def asset_of(taken: Taken) -> Asset:
    """The asset whose step it is."""
    return cast(Asset, taken.subject)


def record_appraisal(taken: Taken) -> None:
    """What it is worth, says whom."""
    asset = asset_of(taken)
    asset.appraised_fen, asset.appraiser = taken.data["appraised_fen"], taken.data["appraiser"]


def record_offer(taken: Taken) -> None:
    """How it is offered, from which price, when that was reported (I3-15(2))."""
    asset, data = asset_of(taken), taken.data
    asset.method, asset.reserve_fen = data["method"], data["reserve_fen"]
    asset.reported_on = data["reported_on"]
    asset.flags = {**asset.flags, "meeting_chose": data["meeting_chose"]}


def record_offer_withdrawn(taken: Taken) -> None:
    """It is not for sale any more."""
    asset = asset_of(taken)
    asset.method = asset.reserve_fen = asset.reported_on = None


def dispose_asset(taken: Taken) -> None:
    """The step of the case sells the asset that it names (EBL 112)."""
    data = taken.data
    asset = CaseContents(taken.occasion.session, taken.case).asset(data["asset_serial"])
    if asset is not None:
        sold = {
            "asset_serial": asset.serial,
            "buyer": data["buyer"],
            "price_fen": plain(data["price_fen"]),
        }
        parts.take_within(taken, asset, "sell", sold)


def record_sale(taken: Taken) -> None:
    """To whom, for how much."""
    asset, data = asset_of(taken), taken.data
    asset.buyer, asset.price_fen, asset.sold_on = data["buyer"], data["price_fen"], taken.on


def forget_sale(taken: Taken) -> None:
    """The buyer did not pay; the docket keeps what was."""
    asset = asset_of(taken)
    asset.buyer, asset.price_fen, asset.sold_on = "", None, None


def record_money(taken: Taken) -> None:
    """What came into the estate's account, and when; the ledger says it too."""
    asset = asset_of(taken)
    asset.received_fen, asset.received_on = taken.data["received_fen"], taken.on
    estate_account.receive_from_asset(
        taken.occasion,
        taken.case,
        estate_account.Cause(taken.on, taken.event.id),
        asset.serial,
        asset.received_fen,
        recovered=taken.row.name == "collect" or was_taken_back(taken, asset),
    )


def was_taken_back(taken: Taken, asset: Asset) -> bool:
    """Whether the asset is what came back from an act that was set aside (EBL 34)."""
    acts = taken.occasion.session.scalars(
        select(Avoidance.flags).where(Avoidance.case_id == taken.case.id, Avoidance.returned_fen > 0)
    )
    return any(flags.get("asset") == asset.serial for flags in acts)


ASSET_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_appraisal": record_appraisal,
    "record_offer": record_offer,
    "record_offer_withdrawn": record_offer_withdrawn,
    "dispose_asset": dispose_asset,
    "record_sale": record_sale,
    "forget_sale": forget_sale,
    "record_money": record_money,
}
