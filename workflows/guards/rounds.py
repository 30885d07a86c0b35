"""Guards of appraisals and of rounds of a sale, on both sides of every bound: EBL 111, 112; section 11.6.

How far a round may cut no law fixes: it is a setting of the court, unless the creditors' meeting resolved.
"""

from datetime import date

from models.case import Case
from models.estate import Asset
from models.realisation import SaleRound
from models.vocabulary import AssetState, ResolutionState, SaleMethod
from workflows.calculations.money import yuan
from workflows.calendar import add_months
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

IN_EFFECT = frozenset({ResolutionState.PASSED, ResolutionState.FINAL, ResolutionState.UPHELD})
"""Resolutions by which a sale may go."""


def last_day_of(attempt: Attempt) -> date:
    """Until when an appraisal may be relied on: as it says, else by the court's setting."""
    data = attempt.data
    base: date = data["base_on"] or data["report_on"] or attempt.on
    return data["valid_until"] or add_months(base, attempt.settings["appraisal_valid_months"])


def appraisal_days_fit(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 111: valued as at a day, then reported, then recorded; valid at least on the day valued."""
    data = attempt.data
    reported: date = data["report_on"] or attempt.on
    base: date = data["base_on"] or reported
    if base <= reported <= attempt.on and base <= last_day_of(attempt):
        return None
    return Obstacle(
        "appraisal_days_wrong",
        Text("评估基准日不得晚于报告日期，报告日期不得晚于行为日期，有效期不得早于基准日。"),
        cite("EBL 111"),
    )


def appraisal_is_valid(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 111: no round rests on an appraisal that has expired; its last day is still valid."""
    appraisal = asset.appraisal
    starts: date = attempt.data.get("starts_on") or attempt.on
    if appraisal is None or appraisal.is_valid(max(starts, attempt.on)):
        return None
    return Obstacle(
        "appraisal_expired",
        Text("评估报告的有效期至{day}，本轮开始时已经届满，请先重新评估。", day=appraisal.valid_until),
        cite("EBL 111", "DESIGN"),
    )


def is_resolved(attempt: Attempt) -> bool:
    """Whether a resolution of the creditors' meeting is named."""
    return attempt.data.get("resolution_serial") is not None


def resolution_stands(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112(1): a resolution that is named has been passed and stands."""
    serial = attempt.data["resolution_serial"]
    if serial is None:
        return None
    resolution = contents_of(attempt).resolution(serial)
    if resolution is not None and resolution.state in {state.value for state in IN_EFFECT}:
        return None
    return Obstacle(
        "resolution_not_in_effect",
        Text("本案没有第{serial}号决议，或者该决议没有通过、已被撤销、正在审查。", serial=serial),
        cite("EBL 112(1)", "EBL 64"),
    )


def method_is_auction_or_resolved(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112(1): a further round goes another way than auction only by a resolution that is named."""
    if attempt.data["method"].is_by_law or is_resolved(attempt):
        return None
    return Obstacle(
        "not_by_auction", Text("变价出售应当通过拍卖进行，债权人会议另有决议的除外。"), cite("EBL 112(1)")
    )


def round_fits(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """A round ends no earlier than it starts, and its deposit is not above its reserve price."""
    data = attempt.data
    backwards = data["starts_on"] and data["ends_on"] and data["ends_on"] < data["starts_on"]
    too_dear = None not in {data["deposit_fen"], data["reserve_fen"]} and (
        data["deposit_fen"] > data["reserve_fen"]
    )
    if not backwards and not too_dear:
        return None
    wrong = Text("结束日期不得早于开始日期。") if backwards else Text("保证金不得高于保留价。")
    return Obstacle("round_wrong", wrong, cite("EBL 112", "DESIGN"))


def appraised_anew(asset: Asset) -> bool:
    """Whether the last round rested on another appraisal than the one that counts now."""
    last, appraisal = asset.last_round, asset.appraisal
    return last is not None and appraisal is not None and last.appraisal_position != appraisal.position


def floor_fen(asset: Asset, attempt: Attempt, *, further: bool) -> tuple[int, Text] | None:
    """Below which sum the reserve price may not be, rounded up to the fen, and how it is reckoned."""
    last: SaleRound | None = asset.last_round if further and not appraised_anew(asset) else None
    if last is not None and last.reserve_fen is not None:
        percent: int = attempt.settings["further_reserve_percent"]
        before, least = last.reserve_fen, -(-last.reserve_fen * percent // 100)
        sentence = Text("前一轮保留价{before}元×{percent}%", before=yuan(before), percent=percent)
        return least, sentence
    if asset.appraised_fen is None:
        return None
    percent = attempt.settings["first_reserve_percent"]
    value, least = asset.appraised_fen, -(-asset.appraised_fen * percent // 100)
    return least, Text("评估价{value}元×{percent}%", value=yuan(value), percent=percent)


def reserve_obstacle(asset: Asset, attempt: Attempt, *, further: bool) -> Obstacle | None:
    """The reserve price of an auction against its floor."""
    data = attempt.data
    if data["method"] != SaleMethod.AUCTION or is_resolved(attempt):
        return None
    floor = floor_fen(asset, attempt, further=further)
    if floor is None or (data["reserve_fen"] is not None and data["reserve_fen"] >= floor[0]):
        return None
    least, reckoned = floor
    if data["reserve_fen"] is None:
        return Obstacle(
            "no_reserve_price",
            Text("请填写保留价：不得低于{least}元（{reckoned}）。", least=yuan(least), reckoned=reckoned),
            cite("EBL 111", "DESIGN"),
        )
    return Obstacle(
        "reserve_too_low",
        Text(
            "保留价不得低于{least}元（{reckoned}）；债权人会议另有决议的，填写决议序号。",
            least=yuan(least),
            reckoned=reckoned,
        ),
        cite("EBL 111", "DESIGN"),
    )


def first_reserve_is_high_enough(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """DESIGN: the first reserve price is not under a part of the appraised value set by the court."""
    return reserve_obstacle(asset, attempt, further=False)


def further_reserve_is_high_enough(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """DESIGN: a further reserve price is not under a part of the one before; anew after a new appraisal."""
    return reserve_obstacle(asset, attempt, further=True)


def a_round_is_open(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: only a round that goes on can come to nothing."""
    if asset.open_round is not None:
        return None
    return Obstacle("no_round_open", Text("目前没有进行中的变价轮次，请先开始下一轮。"), cite("EBL 112"))


def no_round_is_open(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: one round at a time."""
    if asset.open_round is None:
        return None
    return Obstacle(
        "round_open",
        Text("第{number}轮尚在进行，请先记录其结果。", number=asset.open_round.position),
        cite("EBL 112"),
    )


def round_has_ended(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112: that nobody bids is known once the round is over; it is not called off to cut the price."""
    last = asset.last_round
    over = None if last is None else last.ends_on or last.starts_on
    if over is None or attempt.on >= over:
        return None
    return Obstacle(
        "round_goes_on",
        Text("本轮至{day}结束，此前不能记为流拍；需要停止的，请停止变价。", day=over),
        cite("EBL 112"),
    )


def sold_asset_of(attempt: Attempt) -> Asset | None:
    """The asset that the disposal names."""
    return contents_of(attempt).asset(attempt.data["asset_serial"])


def sold_in_an_open_round(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 112: after a round came to nothing the asset is sold in the next, not beside it."""
    asset = sold_asset_of(attempt)
    last = asset.last_round if asset is not None and asset.state == AssetState.FOR_SALE.value else None
    if asset is None or last is None:
        return None
    if last.is_open and last.starts_on is not None and attempt.on < last.starts_on:
        return Obstacle("round_not_begun", Text("本轮自{day}开始。", day=last.starts_on), cite("EBL 112"))
    return a_round_is_open(asset, attempt)


def price_reaches_the_reserve(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 111, 112: nothing is sold below the reserve price of its round; at that price it is."""
    asset = sold_asset_of(attempt)
    reserve = None if asset is None else asset.reserve_fen
    if reserve is None or attempt.data["price_fen"] >= reserve:
        return None
    return Obstacle(
        "price_below_reserve",
        Text("成交价低于本轮保留价{reserve}元，不能成交；应记为流拍后开始下一轮。", reserve=yuan(reserve)),
        cite("EBL 111", "EBL 112"),
    )
