"""What the steps of a set-off do to the claim and to the debt, both reckoned anew each time (EBL 40)."""

from collections.abc import Callable
from datetime import date
from typing import cast

from sqlalchemy import func, select

from court_app.services.claims import claim_register
from court_app.services.meetings import voting_roll
from court_app.services.occasion import Occasion
from court_app.services.procedure import parts, steps
from court_app.services.procedure.step_records import Taken
from models import Asset, Claim, ClaimEntry, SetOff
from models.vocabulary import AssetKind, SetOffState
from workflows.calculations.money import plain
from workflows.calculations.set_off import extinguish
from workflows.law.set_off import SET_OFF_FINDINGS
from workflows.text import Text, freeze


def set_off_of(taken: Taken) -> SetOff:
    """The set-off whose step it is."""
    return cast(SetOff, taken.subject)


def record_set_off_findings(taken: Taken) -> None:
    """How debt and claim arose, what was known, what priority there is."""
    for name in (*SET_OFF_FINDINGS, "priority_fen", "debt_has_priority", "opinion"):
        setattr(set_off_of(taken), name, taken.data[name])


def record_objection(taken: Taken) -> None:
    """On which grounds, for which reasons."""
    set_off, data = set_off_of(taken), taken.data
    set_off.grounds, set_off.objection = [ground.value for ground in data["grounds"]], data["reason"]


def record_set_off_suit(taken: Taken) -> None:
    """Before which court, when, and why late if it was late."""
    set_off, data = set_off_of(taken), taken.data
    set_off.forum, set_off.reference = data["forum"], data["reference"]
    set_off.sued_on = data["posted_on"] or taken.on
    set_off.late_reason = data.get("late_reason", "")


def record_set_off_judgment(taken: Taken) -> None:
    """Which judgment decided."""
    set_off_of(taken).reference = taken.data["reference"]


def reckon_set_offs(taken: Taken) -> None:
    """Claim and debt fall by what is set off, or stand again; the register says so from this day."""
    claim = set_off_of(taken).claim
    if claim is not None:
        reckon(taken.occasion, claim)
        voting_roll.follow(taken.occasion, taken.case, taken.settings)
        claim_register.enter(taken.occasion, [claim], not_before_last_entry(taken.occasion, claim, taken.on))


def not_before_last_entry(occasion: Occasion, claim: Claim, on: date) -> date:
    """The day from which a claim stands differently; a step that is recorded late changes no older page."""
    last = occasion.session.scalar(select(func.max(ClaimEntry.on)).where(ClaimEntry.claim_id == claim.id))
    return max(filter(None, (on, last)))


def reckon(occasion: Occasion, claim: Claim) -> None:
    """Reckon every set-off of a claim anew, in the order of their receipt (I2-42).

    Called also where the amount of the claim changes: what it can extinguish changes with it.
    """
    session = occasion.session
    session.flush()
    own = session.scalars(
        select(SetOff).where(SetOff.claim_id == claim.id).order_by(SetOff.received_on, SetOff.serial)
    ).all()
    whole = claim.before_set_off_fen - (claim.plan_received_fen or 0)
    left = whole
    for set_off in own:
        left -= reckon_one(set_off, left)
    claim.set_off_fen = whole - left
    session.flush()
    for asset in {set_off.asset for set_off in own if set_off.asset is not None}:
        asset.set_off_fen = extinguished_of(occasion, asset)


def reckon_one(set_off: SetOff, claim_fen: int) -> int:
    """What one set-off extinguishes of what is left of the claim; nothing unless it is effective."""
    if set_off.state != SetOffState.EFFECTIVE.value:
        set_off.extinguished_fen, set_off.working = 0, []
        return 0
    found = extinguish(claim_fen, set_off.debt_fen, set_off.asserted_fen)
    since = Text("抵销自{day}管理人收到通知之日起生效。", day=set_off.received_on)
    if set_off.by_administrator:
        since = Text("抵销自{day}管理人通知之日起生效。", day=set_off.received_on)
    set_off.extinguished_fen = found.fen
    set_off.working = [freeze(line) for line in (*found.working, since)]
    return found.fen


def foreseen(occasion: Occasion, set_off: SetOff) -> tuple[Text, ...]:
    """The working of a set-off as it would be if it took effect now; those received before it come first."""
    claim = set_off.claim
    if claim is None:
        return ()
    earlier = (SetOff.received_on < set_off.received_on) | (
        (SetOff.received_on == set_off.received_on) & (SetOff.serial < set_off.serial)
    )
    total = func.coalesce(func.sum(SetOff.extinguished_fen), 0)
    before = occasion.session.scalar(select(total).where(SetOff.claim_id == claim.id, earlier)) or 0
    left = claim.before_set_off_fen - (claim.plan_received_fen or 0) - int(before)
    return extinguish(left, set_off.debt_fen, set_off.asserted_fen).working


def extinguished_of(occasion: Occasion, asset: Asset) -> int:
    """What all set-offs have extinguished of a receivable, in fen."""
    total = func.coalesce(func.sum(SetOff.extinguished_fen), 0)
    return int(occasion.session.scalar(select(total).where(SetOff.asset_id == asset.id)) or 0)


def revive_debt(taken: Taken) -> None:
    """A debt that was set off in vain before the acceptance is a receivable of the estate again (I2-44)."""
    set_off, kind = set_off_of(taken), parts.PARTS["assets"]
    found = {
        "effective_on": taken.on.isoformat(),
        "kind": AssetKind.RECEIVABLE.value,
        "name": f"应收{set_off.creditor}款项"[:200],
        "book_fen": plain(set_off.asserted_fen),
        "location": "",
    }
    made = parts.blank(taken.occasion, taken.case, kind)
    begun = steps.begin(taken.occasion, made, "find_asset", found, kind.make)
    set_off.asset = cast(Asset, begun.subject)


SET_OFF_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_set_off_findings": record_set_off_findings,
    "record_objection": record_objection,
    "record_set_off_suit": record_set_off_suit,
    "record_set_off_judgment": record_set_off_judgment,
    "reckon_set_offs": reckon_set_offs,
    "revive_debt": revive_debt,
}
