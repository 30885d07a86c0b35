"""Set-offs and retrievals of an invented liquidation."""

from datetime import timedelta

from court_app.demo.liquidations import Course
from court_app.demo.proceeds import found


def set_off_and_retrieval(course: Course) -> None:
    """One set-off took effect, another is open; a leased machine goes back, another is claimed.

    Goods in transit are kept: the rest of their price is asked for as a spending (EBL 39).
    """
    set_off_twice(course)
    machines_claimed(course)
    goods_in_transit_kept(course)
    machine_handed_over(course)


def set_off_twice(course: Course) -> None:
    """A set-off that took effect, and one with a claim that was bought after the acceptance (EBL 40)."""
    play, case = course.play, course.case
    returned = found(course, "RECEIVABLE", "应收恒远钢材退货款", 45_000)
    owed = {"debt": "退货后应当返还的货款。", "debt_on": (play.day - timedelta(days=400)).isoformat()}
    settled = play.begin_part(
        case,
        "set_offs",
        "notify_set_off",
        claim_serial=1,
        asserted_fen="90000.00",
        debt_fen="90000.00",
        asset_serial=returned,
        evidence="退货单、对账单",
        **owed,
    )
    play.part_step(
        case, "set_offs", settled, "examine_set_off", opinion="债权、债务均成立，没有不得抵销的情形。"
    )
    play.part_step(case, "set_offs", settled, "accept_set_off")
    barred = play.begin_part(
        case,
        "set_offs",
        "notify_set_off",
        claim_serial=3,
        asserted_fen="52000.00",
        debt_fen="52000.00",
        **owed,
    )
    play.part_step(
        case,
        "set_offs",
        barred,
        "examine_set_off",
        acquired_on=play.day.isoformat(),
        acquired_from="望川包装有限公司",
        opinion="债权系受理之后受让取得。",
    )


def machines_claimed(course: Course) -> None:
    """Two owners ask for machines that the debtor had leased (EBL 38)."""
    play, case = course.play, course.case
    chiller = found(course, "EQUIPMENT", "制冷机组（租赁）", 60_000)
    for serial, owner in ((chiller, "望川冷链设备租赁有限公司"), (None, "江澜叉车租赁服务部")):
        play.begin_part(
            case,
            "retrievals",
            "claim_retrieval",
            owner=owner,
            ground="GENERAL",
            claimed_property="租赁给债务人使用的设备一台。",
            title_basis="租赁合同、购置发票、设备铭牌照片",
            asset_serial=serial,
            value_fen="60000.00",
        )


def goods_in_transit_kept(course: Course) -> None:
    """A seller asks for goods that had not arrived; the administrator keeps them and pays (EBL 39)."""
    play, case = course.play, course.case
    play.begin_part(
        case,
        "retrievals",
        "claim_retrieval",
        owner="望川制冷配件有限公司",
        ground="IN_TRANSIT",
        claimed_property="受理前一日交承运人、尚在途中的压缩机两台。",
        title_basis="买卖合同、运单、中止运输通知",
        price_fen="38000.00",
        paid_fen="20000.00",
        asserted_before_arrival=True,
        value_fen="38000.00",
    )
    play.part_step(case, "retrievals", 3, "keep_goods", reported_on=play.day.isoformat())


def machine_handed_over(course: Course) -> None:
    """A leased machine goes back to its owner, who pays what it cost to keep."""
    play = course.play
    back = (course.case, "retrievals", 1)
    play.part_step(*back, "accept_retrieval", costs_fen="1200.00", opinion="权属清楚，租赁合同已经解除。")
    play.part_step(*back, "hand_over", received_by="望川冷链设备租赁有限公司经办人", costs_paid_fen="1200.00")
