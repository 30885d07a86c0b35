"""Guards of distribution in kind: named in the plan, resolved by the meeting, given once (EBL 114)."""

from models.case import Case
from models.estate import Asset
from models.vocabulary import AssetState, PaymentState, SaleMethod
from workflows.calculations.in_kind import Thing
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.payloads.serials import serials_of
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

SETTLED = frozenset({AssetState.PAID, AssetState.DISTRIBUTED, AssetState.RELEASED})
"""Assets that are money, given or gone."""


def things_now(attempt: Attempt) -> list[Thing]:
    """Of what the plan gives in kind, the things that this distribution names."""
    named = serials_of(attempt.data["things"])
    return [thing for thing in contents_of(attempt).things_planned() if thing.asset_serial in named]


def in_kind_fen(attempt: Attempt) -> int:
    """What the things of this distribution stand for together, in fen; differences are money that came in."""
    return sum(thing.share_fen for thing in things_now(attempt))


def things_may_be_planned(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 109, 114: given to a creditor as his share is what is in the estate and secures nobody's claim."""
    contents = contents_of(attempt)
    for one in attempt.data["in_kind"]:
        asset = contents.asset(one["asset_serial"])
        if asset is None or asset.state in SETTLED:
            why = Text("第{serial}号财产不在债务人财产中，或者已经变价、分配。", serial=one["asset_serial"])
            return Obstacle("not_to_be_given", why, cite("EBL 30", "EBL 114"))
        if contents.is_security(asset) or any(burden.stands for burden in asset.encumbrances):
            why = Text(
                "第{serial}号财产有担保或者其他负担，不能作为分配额交付；由担保权人就该财产受偿。",
                serial=asset.serial,
            )
            return Obstacle("thing_is_encumbered", why, cite("EBL 109", "EBL 114"))
    return None


def things_are_in_the_plan(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 115(2)④⑤: in kind goes what the plan that was adopted gives, to whom and at what it says."""
    odd = serials_of(attempt.data["things"]) - {thing.asset_serial for thing in things_now(attempt)}
    if not odd:
        return None
    return Obstacle(
        "things_not_in_the_plan",
        Text("分配方案没有将这些财产列为实物分配：{odd}。", odd=[str(serial) for serial in sorted(odd)]),
        cite("EBL 114", "EBL 115(2)④"),
    )


def things_are_resolved(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114: in kind only by a resolution of the creditors' meeting, at the value it was disposed of at.

    An asset is disposed of in kind only where the meeting resolved so; that holds for a plan which the court
    adopted against the vote as well (EBL 65(2)).
    """
    contents = contents_of(attempt)
    for thing in things_now(attempt):
        asset = contents.asset(thing.asset_serial)
        if asset is None or asset.state != AssetState.SOLD or asset.method != SaleMethod.IN_KIND:
            why = Text("第{serial}号财产还没有依债权人会议的决议按实物分配成交。", serial=thing.asset_serial)
            return Obstacle("thing_not_resolved", why, cite("EBL 114", "EBL 112(1)"))
        if asset.price_fen != thing.value_fen:
            why = Text(
                "第{serial}号财产成交价{price}元，与分配方案的作价{value}元不一致。",
                serial=thing.asset_serial,
                price=yuan(asset.price_fen or 0),
                value=yuan(thing.value_fen),
            )
            return Obstacle("thing_at_another_value", why, cite("EBL 114", "EBL 115(2)④"))
    return None


def differences_are_paid(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 113, 114: what a thing is worth above its creditor's share he has paid before."""
    contents = contents_of(attempt)
    for thing in things_now(attempt):
        asset = contents.asset(thing.asset_serial)
        paid = asset.paid_fen if asset is not None else 0
        if paid < thing.difference_fen:
            why = Text(
                "第{serial}号财产作价多于分配额的{difference}元，债权人只补足了{paid}元；请先登记“补足差额到账”。",
                serial=thing.asset_serial,
                difference=yuan(thing.difference_fen),
                paid=yuan(paid),
            )
            return Obstacle("difference_not_paid", why, cite("EBL 113(1)", "EBL 114"))
    return None


def difference_fen(asset: Asset, attempt: Attempt) -> int:
    """What the creditor who takes an asset has still to pay for it, by the latest plan, in fen."""
    planned = [one for one in contents_of(attempt).things_planned() if one.asset_serial == asset.serial]
    return sum(one.difference_fen for one in planned) - asset.paid_fen


def a_difference_is_owed(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 115(2)④: a difference is paid where the plan says so, once."""
    if difference_fen(asset, attempt) > 0:
        return None
    return Obstacle(
        "no_difference_owed",
        Text("分配方案没有要求债权人为该财产补足差额，或者差额已经付清。"),
        cite("EBL 114", "EBL 115(2)④"),
    )


def the_difference_is_paid_whole(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 115(2)④: what comes in is the difference of the plan."""
    owed = difference_fen(asset, attempt)
    if attempt.data["received_fen"] == owed:
        return None
    return Obstacle(
        "wrong_difference",
        Text("到账金额应为分配方案写明的差额中尚欠的{sum}元。", sum=yuan(owed)),
        cite("EBL 114", "EBL 115(2)④"),
    )


def a_difference_may_go_back(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 118: what was paid goes back before the thing is a share, or once it was refused (DESIGN)."""
    payment = contents_of(attempt).given_in_kind(asset.serial)
    if payment is not None and payment.state == PaymentState.IN_KIND and not asset.difference_aside_fen:
        why = Text("该财产已作价抵作该债权人的分配额；其不受领的，先登记“债权人拒绝受领实物”。")
        return Obstacle("thing_is_not_refused", why, cite("EBL 114", "DESIGN"))
    if asset.difference_aside_fen or (asset.state == AssetState.SOLD and asset.paid_fen > 0):
        return None
    return Obstacle(
        "no_difference_held", Text("没有该财产的债权人补足而应当退还的差额。"), cite("EBL 114", "DESIGN")
    )


def the_difference_is_there(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """What goes back is on the account; of what was not laid aside, owed to nobody else.

    Until the thing is collected its difference is not counted as free (`differences_fen`): here it is.
    """
    contents = contents_of(attempt)
    kept = asset.difference_aside_fen
    free = contents.undistributed_fen() + asset.paid_fen
    wanted, there = (kept, contents.estate().on_hand()) if kept else (asset.paid_fen, free)
    if wanted <= there:
        return None
    return Obstacle(
        "money_is_not_there",
        Text(
            "应退差额{wanted}元，账上可用{there}元；款项到账后再退还。",
            wanted=yuan(wanted),
            there=yuan(max(0, there)),
        ),
        cite("EBL 114", "DESIGN"),
    )


def the_difference_still_stands(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 113, 114: who had his difference back pays it again before he is given the thing."""
    payment = contents_of(attempt).given_in_kind(asset.serial)
    owed = 0 if payment is None else (asset.price_fen or 0) - payment.amount_fen - asset.paid_fen
    if owed <= 0:
        return None
    return Obstacle(
        "difference_not_paid",
        Text("债权人应补足的差额{sum}元已经退还或者尚未付清；请先登记“补足差额到账”。", sum=yuan(owed)),
        cite("EBL 113(1)", "EBL 114"),
    )


def things_are_not_given_yet(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 114: a thing is given once."""
    contents = contents_of(attempt)
    for thing in things_now(attempt):
        if contents.given_in_kind(thing.asset_serial) is not None:
            why = Text("第{serial}号财产已经在分配中交给债权人。", serial=thing.asset_serial)
            return Obstacle("thing_is_given", why, cite("EBL 114"))
    return None


def is_somebody_s_share(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114, 115(2)④: what secures no claim is handed over as a share of a distribution, or not at all."""
    if contents_of(attempt).is_security(asset):
        return None
    payment = contents_of(attempt).given_in_kind(asset.serial)
    if payment is not None and payment.state == PaymentState.DEPOSITED:
        why = Text("债权人拒绝受领，该财产已经提存；其愿意领取的，先登记“处理未受领的提存份额”。")
        return Obstacle("thing_was_refused", why, cite("EBL 118"))
    if payment is not None:
        return None
    return Obstacle(
        "nobody_s_share",
        Text("该财产没有在任何一次分配中作价抵作债权人的分配额；请先列入分配方案并在分配时写明。"),
        cite("EBL 114", "EBL 115(2)④"),
    )


def collateral_is_not_dearer(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 109; I2-3(2); SG 23(2): who takes collateral as a thing takes no more than he may still get.

    What is above belongs to the estate, or to who has paid him; a thing cannot be divided between them.
    """
    over = contents_of(attempt).collateral_above(asset)
    if over <= 0:
        return None
    return Obstacle(
        "collateral_is_dearer",
        Text(
            "该财产的作价比担保权人自己还可以受偿的数额多{over}元，多出的部分属于破产财产或者已经代偿的人，"
            "不能以实物交付；请登记“买受人悔拍，重新变价”，另行变价。",
            over=yuan(over),
        ),
        cite("EBL 109", "I2 3(2)", "SG 23(2)"),
    )


def is_nobody_s_share(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 114: what stands for somebody's share is not sold again."""
    if contents_of(attempt).given_in_kind(asset.serial) is None:
        return None
    return Obstacle(
        "is_somebody_s_share", Text("该财产已作价抵作债权人的分配额，不能重新变价。"), cite("EBL 114")
    )
