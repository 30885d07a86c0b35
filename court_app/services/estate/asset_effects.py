"""What the steps of an asset do, and the disposal that is a step of the case."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from court_app.services.estate import estate_account
from court_app.services.estate.asset_money import record_money
from court_app.services.meetings import voting_roll
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Asset, AssetAppraisal, AssetEncumbrance, Claim, SaleRound
from models.vocabulary import EncumbranceRelease, EntrySource, LedgerAccount, RoundResult
from workflows.calculations.bookkeeping import credit, debit
from workflows.calculations.money import plain
from workflows.guards.asset_money import forfeited_fen
from workflows.guards.encumbrances import redemption_of
from workflows.guards.rounds import last_day_of
from workflows.text import Text
from workflows.transition import Attempt


def asset_of(taken: Taken) -> Asset:
    """The asset whose step it is; whatever is written in its rows, the asset has changed."""
    asset = cast(Asset, taken.subject)
    flag_modified(asset, "flags")
    return asset


def asked(taken: Taken) -> Attempt:
    """The step as the rules see it."""
    return Attempt(on=taken.on, standing={}, data=taken.data, settings=taken.settings)


def record_takeover(taken: Taken) -> None:
    """The day on which the administrator took it over (EBL 25(1)①)."""
    asset_of(taken).taken_over_on = taken.on


def correct_origin(taken: Taken) -> None:
    """How it came into the estate, as it is found now; what was recorded before stays in the docket."""
    asset_of(taken).origin = taken.data["origin"]


def record_encumbrance(taken: Taken) -> None:
    """A right of another on the asset, or a measure; a claim that named no asset has this one now."""
    asset, data = asset_of(taken), dict(taken.data)
    serial, _ = data.pop("claim_serial"), data.pop("effective_on")
    claim = CaseContents(taken.occasion.session, taken.case).claim(serial) if serial is not None else None
    if claim is not None and claim.asset is None:
        claim.asset = asset
    asset.encumbrances.append(
        AssetEncumbrance(position=len(asset.encumbrances) + 1, recorded_on=taken.on, claim=claim, **data)
    )


def ask_back_collateral(taken: Taken) -> None:
    """Keep for what the thing is asked back: the lifting of the burden need not say it again (EBL 37)."""
    asset, data = asset_of(taken), taken.data
    burden = asset.encumbrances[data["encumbrance"] - 1]
    reported_on = data["reported_on"].isoformat() if data["reported_on"] else None
    asked_back = {name: data[name] for name in ("redeemed_fen", "value_fen")} | {"reported_on": reported_on}
    kept = {**asset.flags.get("asked_back", {}), str(burden.position): asked_back}
    asset.flags = {**asset.flags, "asked_back": kept}
    taken.found.update(
        holder=burden.holder,
        burden=burden.kind,
        secured_fen=burden.secured_fen,
        claim_serial=burden.claim.serial if burden.claim else None,
        by_payment=data["release"] is EncumbranceRelease.PAID,
    )


def lift_encumbrance(taken: Taken) -> None:
    """It is gone; the row stays."""
    data = taken.data
    burden = asset_of(taken).encumbrances[data["encumbrance"] - 1]
    burden.release, burden.released_on, burden.release_reason = data["release"], taken.on, data["reason"]
    burden.redeemed_fen = redemption_of(burden.asset, data)[0] if data["release"].takes_back else None
    if burden.redeemed_fen and data["release"] is EncumbranceRelease.PAID:
        book_redemption(taken, burden)
    if burden.claim is not None and data["release"] is EncumbranceRelease.WAIVED:
        waive_if_nothing_secures(taken, burden.claim)
    if burden.claim is not None and burden.kind.secures:
        voting_roll.follow(taken.occasion, taken.case, taken.settings)


def book_redemption(taken: Taken, burden: AssetEncumbrance) -> None:
    """What is paid to have a pledge or a retained thing back leaves the account (EBL 37)."""
    fen = burden.redeemed_fen or 0
    estate_account.post(
        taken.occasion,
        taken.case,
        estate_account.Posting(
            on=taken.on,
            text=Text("清偿债务，取回第{serial}号财产", serial=burden.asset.serial),
            sides=(debit(LedgerAccount.SECURED, fen), credit(LedgerAccount.BANK, fen)),
            source=EntrySource.ASSET,
            source_serial=burden.asset.serial,
            event_id=taken.event.id,
        ),
    )


def waive_if_nothing_secures(taken: Taken, claim: Claim) -> None:
    """Who has waived every security that his claim had is an ordinary creditor (EBL 110)."""
    session = taken.occasion.session
    session.flush()
    rest = session.scalars(select(AssetEncumbrance).where(AssetEncumbrance.claim_id == claim.id)).all()
    named = claim.asset_id is not None and claim.asset_id not in {one.asset_id for one in rest}
    if claim.claim_class.is_secured and not named and not any(one.counts for one in rest):
        claim.flags = {**claim.flags, "security_waived": True}


def record_appraisal(taken: Taken) -> None:
    """What it is worth, says whom, as at which day, until when that may be relied on."""
    asset, data = asset_of(taken), taken.data
    asset.appraised_fen, asset.appraiser = data["appraised_fen"], data["appraiser"]
    reported = data["report_on"] or taken.on
    asset.appraisals.append(
        AssetAppraisal(
            position=len(asset.appraisals) + 1,
            appraiser=data["appraiser"],
            reference=data["reference"],
            value_fen=data["appraised_fen"],
            reported_on=reported,
            base_on=data["base_on"] or reported,
            valid_until=last_day_of(asked(taken)),
        )
    )


def record_offer(taken: Taken) -> None:
    """That its disposal was reported, and what the meeting chose (I3-15(2); EBL 112)."""
    asset, data = asset_of(taken), taken.data
    asset.reported_on = data["reported_on"]
    asset.flags = {**asset.flags, "meeting_chose": data["meeting_chose"]}


def open_round(taken: Taken) -> None:
    """The asset is offered, in a round of its own, on these terms."""
    asset, data = asset_of(taken), taken.data
    asset.method, asset.reserve_fen = data["method"], data["reserve_fen"]
    if data["resolution_serial"] is not None:
        asset.flags = {**asset.flags, "meeting_chose": True}
    names = ("method", "reserve_fen", "platform", "deposit_fen", "starts_on", "ends_on", "resolution_serial")
    asset.rounds.append(
        SaleRound(
            position=len(asset.rounds) + 1,
            offered_on=taken.on,
            appraisal_position=asset.appraisal.position if asset.appraisal else None,
            result=RoundResult.OPEN,
            **{name: data[name] for name in names},
        )
    )


def close_round(taken: Taken, result: RoundResult, reason: str = "") -> None:
    """How the round that goes on ended; an asset offered before there were rounds has none."""
    last = asset_of(taken).last_round
    if last is not None and (last.is_open or result == RoundResult.DEFAULTED):
        last.result, last.closed_on, last.reason = result, taken.on, reason


def record_no_bid(taken: Taken) -> None:
    """Nobody bid; the next round follows."""
    close_round(taken, RoundResult.NO_BID, taken.data["remark"])


def record_offer_withdrawn(taken: Taken) -> None:
    """It is not for sale any more."""
    close_round(taken, RoundResult.WITHDRAWN, taken.data["reason"])
    asset = asset_of(taken)
    asset.method = asset.reserve_fen = asset.reported_on = None
    withdrawn = {"meeting_chose": False, "offer_withdrawn_on": taken.on.isoformat()}
    asset.flags = {**asset.flags, **withdrawn}


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
    """To whom, for how much, in which round."""
    asset, data = asset_of(taken), taken.data
    asset.buyer, asset.price_fen, asset.sold_on = data["buyer"], data["price_fen"], taken.on
    if asset.last_round is None:
        return
    asset.last_round.buyer, asset.last_round.price_fen = data["buyer"], data["price_fen"]
    close_round(taken, RoundResult.SOLD)


def record_resale(taken: Taken) -> None:
    """The creditor for whose share it stood did not take it; it went to another (EBL 118)."""
    asset, data = asset_of(taken), taken.data
    asset.buyer, asset.price_fen, asset.sold_on = data["buyer"], data["received_fen"], taken.on


def forget_sale(taken: Taken) -> None:
    """The buyer did not pay; the round keeps what was. The next may be offered to anybody, by auction."""
    asset = asset_of(taken)
    close_round(taken, RoundResult.DEFAULTED, taken.data["reason"])
    if asset.last_round is not None:
        asset.last_round.forfeited_fen = forfeited_fen(asset, asked(taken))
    asset.buyer, asset.price_fen, asset.sold_on = "", None, None


def hand_over(taken: Taken) -> None:
    """Delivered, and registered in the buyer's name."""
    asset = asset_of(taken)
    asset.handed_over_on, asset.title_reference = taken.on, taken.data["title_reference"]


ASSET_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_takeover": record_takeover,
    "correct_origin": correct_origin,
    "record_encumbrance": record_encumbrance,
    "ask_back_collateral": ask_back_collateral,
    "lift_encumbrance": lift_encumbrance,
    "record_appraisal": record_appraisal,
    "record_offer": record_offer,
    "record_offer_withdrawn": record_offer_withdrawn,
    "open_round": open_round,
    "record_no_bid": record_no_bid,
    "dispose_asset": dispose_asset,
    "record_sale": record_sale,
    "record_resale": record_resale,
    "forget_sale": forget_sale,
    "record_money": record_money,
    "hand_over": hand_over,
}
