"""What the demonstration shows of assets on their way to money: burdens, costs, a round without a bid."""

from typing import Any

from court_app.demo.liquidations import CLERK, Claimed, Course, yuan
from court_app.services.estate import ledger_by_hand

BANK = Claimed("江澜农村商业银行股份有限公司", 1_500_000, 1_500_000, "SEC")
HOLDERS = "江澜市望川区人民法院"


def step(course: Course, serial: int, name: str, **data: Any) -> None:
    """A step of an asset."""
    course.play.part_step(course.case, "assets", serial, name, **data)


def mortgaged(course: Course, serial: int, claim: int) -> None:
    """The bank holds a mortgage; a seizure of before was lifted on acceptance (EBL 19)."""
    step(
        course,
        serial,
        "record_encumbrance",
        kind="MORTGAGE",
        holder=BANK.creditor,
        secured_fen=yuan(BANK.admitted),
        priority=1,
        since_on="2024-06-18",
        registration="江澜动产抵押2024第0618号",
        claim_serial=claim,
    )
    step(
        course,
        serial,
        "record_encumbrance",
        kind="SEIZURE",
        holder=HOLDERS,
        registration="（2025）豫9701执保88号",
    )
    step(
        course,
        serial,
        "lift_encumbrance",
        encumbrance=2,
        release="ARTICLE_19",
        reason="本院受理破产申请后，原查封法院已经解除查封。",
    )


def costed(course: Course, serial: int) -> None:
    """What realising it cost, and that it was handed over."""
    step(
        course,
        serial,
        "record_cost",
        kind="APPRAISAL",
        amount_fen=yuan(12_000),
        payee="江澜公允资产评估有限公司",
    )
    step(course, serial, "record_cost", kind="AUCTION", amount_fen=yuan(28_200), payee="江澜网络拍卖平台")
    step(course, serial, "hand_over", title_reference="设备交接清单")


def secured_paid(course: Course, claim: int, amount: int) -> None:
    """The bank is paid out of its collateral, and the money comes back three days later; in yuan."""
    told = {
        "kind": "SECURED_PAID",
        "amount_fen": yuan(amount),
        "claim_serial": claim,
        "reason": "银行付款回单。",
        "reference": "JL20260005",
    }
    with course.play.transaction() as session:
        occasion = course.play.occasion(session, CLERK)
        entry = ledger_by_hand.enter(occasion, course.case, told).serial
    course.later(3)
    course.play.begin_part(
        course.case,
        "secured_returns",
        "record_secured_return",
        entry_serial=entry,
        reason="收款账户户名与账号不符",
    )


def next_round(course: Course, serial: int, reserve: int) -> None:
    """Nobody bid; it is offered again for less."""
    step(course, serial, "round_fails", remark="公告期满，无人报名。")
    step(
        course,
        serial,
        "open_round",
        method="AUCTION",
        reserve_fen=yuan(reserve),
        deposit_fen=yuan(reserve // 10),
        platform="江澜网络拍卖平台",
    )
