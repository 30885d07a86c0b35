"""The later stretches of a liquidation: assets found and sold, plans, distributions, the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from court_app.demo.liquidations import JUDGE, Course, voted, yuan
from court_app.services.procedure.contents import CaseContents
from models import Case
from workflows.calculations.money import plain


@dataclass(frozen=True, slots=True)
class Thing:
    """An asset that a creditor takes instead of money, by the numbers of both; its value in yuan."""

    asset: int
    claim: int
    value: int


def resolved_in_kind(course: Course, *things: tuple[str, int, int]) -> list[Thing]:
    """Nobody bids for some assets; the meeting resolves to give each to a creditor.

    Args:
        course: the liquidation; nothing has been resolved in it yet.
        things: name, value in yuan and number of the claim of each.
    """
    given = [Thing(found(course, "EQUIPMENT", name, value), claim, value) for name, value, claim in things]
    for one in given:
        offered(course, one.asset, one.value * 9 // 10)
        course.play.part_step(course.case, "assets", one.asset, "round_fails", remark="公告期满，无人报名。")
    realisation_agreed(course, "流拍的设备按评估价作实物分配，分别抵付愿意受领的债权人的分配额。")
    for one in given:
        course.play.part_step(
            course.case, "assets", one.asset, "open_round", method="IN_KIND", resolution_serial=1
        )
        taker = course.claims[one.claim - 1].creditor
        course.step("dispose_asset", asset_serial=one.asset, buyer=taker, price_fen=yuan(one.value))
    return given


def found(course: Course, kind: str, name: str, value: int, **more: Any) -> int:
    """An asset is found, taken over and appraised; returns its number."""
    serial = course.play.begin_part(
        course.case, "assets", "find_asset", kind=kind, name=name, book_fen=yuan(value * 2), **more
    )
    asset = (course.case, "assets", serial)
    course.play.part_step(*asset, "take_over_asset")
    course.play.part_step(*asset, "appraise", appraiser="江澜公允资产评估有限公司", appraised_fen=yuan(value))
    return serial


def offered(course: Course, serial: int, reserve: int) -> None:
    """An asset is put up for auction, the court having been told (EBL 69)."""
    course.play.part_step(
        course.case,
        "assets",
        serial,
        "offer",
        method="AUCTION",
        reserve_fen=yuan(reserve),
        reported_on=course.play.day.isoformat(),
    )


def realisation_agreed(course: Course, plan: str) -> None:
    """The meeting passes the plan by which the estate is sold."""
    course.step("propose_realisation_plan", plan=plan)
    voted(course, "decide_realisation_plan")


def sold(course: Course, serial: int, price: int, *, paid: bool = True) -> None:
    """An asset goes to a buyer, who pays."""
    course.step("dispose_asset", asset_serial=serial, buyer="江澜聚源再生资源有限公司", price_fen=yuan(price))
    if paid:
        course.play.part_step(course.case, "assets", serial, "receive_price", received_fen=yuan(price))


def planned(course: Course, available: int, in_kind: Sequence[Thing] = ()) -> None:
    """The administrator proposes how to distribute, and what is given in kind."""
    course.step(
        "propose_distribution_plan",
        available_fen=yuan(available),
        remuneration_fen=yuan(available // 20),
        order_and_ratio="先清偿职工债权，再清偿税款，余额按比例清偿普通债权。",
        method="以货币方式分配，未决债权的份额提存。",
        in_kind=[
            {"asset_serial": one.asset, "claim_serial": one.claim, "value_fen": yuan(one.value)}
            for one in in_kind
        ],
    )


def recognised(course: Course, available: int, in_kind: Sequence[Thing] = ()) -> None:
    """A plan that the meeting passes and the court recognises."""
    planned(course, available, in_kind)
    course.later(3)
    voted(course, "distribution_plan_passed")
    course.later(2)
    course.step("recognise_distribution_plan", JUDGE, reason="方案内容符合法律规定，表决程序合法。")


def distributed(course: Course, pool: int, *, final: bool = True, things: str = "") -> None:
    """Money, and things by their numbers, are distributed, for the last time or not."""
    course.later(5)
    more: dict[str, Any] = {"says_final": True, "things": things} if final else {"things": things}
    course.step(
        "final_distribution" if final else "distribute",
        pool_fen=yuan(pool),
        announced_on=course.play.day.isoformat(),
        **more,
    )


def rest_spent(course: Course) -> None:
    """What the last distribution has left on the account pays what is still owed for its files."""
    play, case = course.play, course.case
    with play.transaction() as session:
        left = CaseContents(session, session.get_one(Case, case)).estate().distributable_fen
    if left <= 0:
        return
    asked = {"kind": "EXP_ESTATE", "payee": "江澜市档案服务有限公司", "purpose": "账册档案保管和变价服务费"}
    ground = "服务合同和结算单。"
    serial = play.begin_part(
        case, "spendings", "request_spending", **asked, amount_fen=plain(left), ground=ground
    )
    play.part_step(case, "spendings", serial, "approve_spending", JUDGE, approved_fen=plain(left))
    play.part_step(case, "spendings", serial, "pay_spending", paid_fen=plain(left), reference="JL-END")


def terminated_120(course: Course, *, report: str = "") -> None:
    """The administrator asks for the end, and the court ends it (EBL 120)."""
    course.later(4)
    rest_spent(course)
    course.step("request_termination_120", reason="破产财产已经分配完结或者无财产可供分配。", report=report)
    course.later(6)
    course.step("terminate_120", JUDGE, reason="管理人的请求符合企业破产法第一百二十条的规定。")


def deregistered(course: Course) -> None:
    """The registry strikes the debtor off."""
    course.later(8)
    course.step("deregister", registry="江澜市市场监督管理局", reference=f"注销〔{course.case}〕号")
