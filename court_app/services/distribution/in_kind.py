"""What a plan gives creditors in kind, and shares that are paid with things, not money (EBL 114)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput
from court_app.services.many_rows import insert_rows
from models import Asset, Case, Claim, Distribution, DistributionPlan, Payment
from models.vocabulary import PaymentState, ShareState
from workflows.calculations.in_kind import Thing, beyond_their_shares
from workflows.calculations.money import yuan
from workflows.text import Text


def planned_things(plan: DistributionPlan) -> list[Thing]:
    """What a plan gives in kind."""
    return told_things(plan.in_kind)


def told_things(told: Iterable[Mapping[str, Any]]) -> list[Thing]:
    """What is told of things that are to be given."""
    return [
        Thing(one["asset_serial"], one["claim_serial"], one["value_fen"], one.get("difference_fen", 0))
        for one in told
    ]


def must_not_be_dearer(
    things: Sequence[Thing], shares: Mapping[int, int], in_money: frozenset[int], name: str
) -> None:
    """Stop where a creditor would get more in things than his share, or his share is laid aside.

    Raises:
        BadInput: naming the claim and both sums.
    """
    for one in beyond_their_shares(things, shares):
        wrong = Text(
            "债权表第{serial}号的实物抵付{value}元，多于其按比例应得的{share}元；多出的{more}元属于其他债权人，"
            "须由该债权人补足，并在分配方案中写明。",
            serial=one.claim_serial,
            value=yuan(one.value_fen),
            share=yuan(one.share_fen),
            more=yuan(one.value_fen - one.share_fen),
        )
        raise BadInput({name: [wrong]})
    for thing in things:
        if thing.claim_serial not in in_money:
            wrong = Text("债权表第{serial}号的分配额须提存，不能以实物分配。", serial=thing.claim_serial)
            raise BadInput({name: [wrong]})


def kept_things(session: Session, case: Case, things: Sequence[Thing]) -> list[dict[str, Any]]:
    """Things as a plan keeps them: with the names of the asset and of the creditor."""
    serials, claims = [one.asset_serial for one in things], [one.claim_serial for one in things]
    assets = {
        one.serial: one
        for one in session.scalars(select(Asset).where(Asset.case_id == case.id, Asset.serial.in_(serials)))
    }
    creditors = {
        one.serial: one.party.name
        for one in session.scalars(select(Claim).where(Claim.case_id == case.id, Claim.serial.in_(claims)))
    }
    return [
        {
            "asset_serial": one.asset_serial,
            "asset": assets[one.asset_serial].name,
            "appraised_fen": assets[one.asset_serial].appraised_fen,
            "claim_serial": one.claim_serial,
            "creditor": creditors[one.claim_serial],
            "value_fen": one.value_fen,
            "difference_fen": one.difference_fen,
        }
        for one in things
    ]


def lines_in_kind(plan: DistributionPlan) -> list[Text]:
    """What a plan gives in kind, thing by thing, with what it was appraised at and what is paid for it."""
    return [
        Text(
            "第{asset_serial}号财产“{asset}”作价{value}元（评估价{appraised}），分配给债权表第{claim_serial}号{creditor}。"
            "{difference}",
            asset_serial=one["asset_serial"],
            asset=one["asset"],
            value=yuan(one["value_fen"]),
            appraised=Text("{sum}元", sum=yuan(one["appraised_fen"])) if one["appraised_fen"] else Text("无"),
            claim_serial=one["claim_serial"],
            creditor=one["creditor"],
            difference=Text("作价多于其分配额的{sum}元由其以货币补足。", sum=yuan(one["difference_fen"]))
            if one.get("difference_fen")
            else "",
        )
        for one in plan.in_kind
    ]


def pay_in_kind(session: Session, made: Distribution, things: Sequence[Thing]) -> None:
    """Things stand for shares of a distribution, up to what each creditor gets.

    Raises:
        BadInput: if a thing is worth more than its creditor's share, or his share is laid aside.
    """
    session.flush()
    shares = {share.claim.serial: share for share in made.shares}
    in_money = frozenset(serial for serial, share in shares.items() if share.state == ShareState.PAID)
    due = {serial: share.amount_fen for serial, share in shares.items()}
    must_not_be_dearer(things, due, in_money, "things")
    serials = [thing.asset_serial for thing in things]
    chosen = select(Asset).where(Asset.case_id == made.case_id, Asset.serial.in_(serials))
    assets = {asset.serial: asset for asset in session.scalars(chosen)}
    last = session.scalar(select(func.max(Payment.serial)).where(Payment.case_id == made.case_id)) or 0
    rows: list[dict[str, Any]] = [
        {
            "case_id": made.case_id,
            "serial": last + n,
            "distribution_id": made.id,
            "share_id": shares[thing.claim_serial].id,
            "amount_fen": thing.share_fen,
            "state": PaymentState.IN_KIND,
            "asset_id": assets[thing.asset_serial].id,
            "prepared_on": made.made_on,
            "settled_on": made.made_on,
            "reason": assets[thing.asset_serial].name,
            "version": 1,
        }
        for n, thing in enumerate(things, 1)
    ]
    insert_rows(session, Payment, rows)
