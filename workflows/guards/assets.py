"""Guards of the estate's assets: EBL 30, 112; section 11.6."""

from models.estate import Asset
from models.vocabulary import AssetKind
from workflows.guards.supervision import reported_day_of
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

COLLECTED = frozenset({AssetKind.CASH, AssetKind.RECEIVABLE, AssetKind.EQUITY, AssetKind.OTHER})
"""What becomes money without a sale."""


def estate_is_open(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 30, 123: property belongs to the estate while the case goes on, and when found after its end."""
    if asset.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle(
        "estate_is_closed", Text("本案程序已经结束，财产已归还债务人。"), cite("EBL 30", "EBL 123(1)")
    )


def taken_over_in_the_case(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 25(1)①: single things are taken over once the administrator has taken over the debtor."""
    if asset.case.flags.get("taken_over"):
        return None
    return Obstacle("not_taken_over", Text("管理人尚未接管债务人财产。"), cite("EBL 25(1)①"))


def method_fits(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 112(1), (3): other ways than auction or those of state rules need a resolution of the meeting."""
    data = attempt.data
    if data["method"].is_by_law or data["meeting_chose"] or data.get("resolution_serial"):
        return None
    return Obstacle(
        "not_by_auction", Text("变价出售应当通过拍卖进行，债权人会议另有决议的除外。"), cite("EBL 112(1)")
    )


def report_is_named(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """I3-15(2): a major disposal is offered with its report kept here, or with the day of the report."""
    reported_on = attempt.data["reported_on"]
    if asset.major and reported_on is None:
        reported_on = reported_day_of(asset, attempt)
    if not asset.major or (reported_on is not None and reported_on <= attempt.on):
        return None
    return Obstacle(
        "disposal_not_reported",
        Text(
            "重大财产处分须先书面报告债权人委员会，没有委员会的报告法院；请先登记重大行为报告，或者填写报告日期。"
        ),
        cite("I3 15(2)", "EBL 69"),
    )


def is_collected_not_sold(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 17, 112: money and receivables are collected, things are sold."""
    if asset.kind in COLLECTED:
        return None
    return Obstacle("is_to_be_sold", Text("实物财产应当变价出售，不能直接登记收款。"), cite("EBL 112(1)"))


def something_is_left_to_collect(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 40: what was wholly set off is not collected again."""
    if not asset.set_off_fen or asset.to_collect_fen != 0:
        return None
    return Obstacle(
        "wholly_set_off", Text("该应收款项已经全部抵销，没有可以收取的余额。"), cite("EBL 40", "I2 42")
    )


def is_major(asset: Asset, attempt: Attempt) -> Obstacle | None:
    """EBL 26, 69: only a major disposal needs the court's leave before the first meeting."""
    if asset.major and not asset.case.flags.get("first_meeting_held"):
        return None
    return Obstacle(
        "leave_not_needed",
        Text("只有第一次债权人会议之前的重大财产处分才须法院许可。"),
        cite("EBL 26", "EBL 69"),
    )
