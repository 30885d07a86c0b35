"""Liquidations in which money is distributed: once, to the end, in kind, after the end."""

from court_app.demo import fees
from court_app.demo.actors import Hands, Play
from court_app.demo.creditors import LENDER, SIX, STEEL, SUPPLY, WAGES
from court_app.demo.liquidations import JUDGE, Claimed, Course, confirmed, declared, met, sued, voted
from court_app.demo.money_scene import money_taken_over
from court_app.demo.payments import paid
from court_app.demo.proceeds import (
    deregistered,
    distributed,
    found,
    offered,
    planned,
    realisation_agreed,
    recognised,
    resolved_in_kind,
    sold,
    terminated_120,
)
from models.vocabulary import DocumentKind as D

HANDS = Hands()


def in_money(play: Play, number: int, claims: tuple[Claimed, ...], price: int) -> Course:
    """Declared, everything sold and paid."""
    course = met(play, number, claims)
    confirmed(course)
    declared(course)
    serial = found(course, "EQUIPMENT", "生产线及辅助设备", price)
    offered(course, serial, price * 8 // 10)
    course.later(8)
    sold(course, serial, price)
    return course


def distributed_once(play: Play) -> None:
    """分次分配: the plan passed in the second vote; money for a claim in suit is laid aside."""
    course = met(play, 17, SIX)
    money_taken_over(course, 86_000)
    fees.remuneration_planned(course, 1_500_000)
    play.issue(course.case, D.REMUNERATION_NOTICE, HANDS)
    play.serve(course.case, D.REMUNERATION_NOTICE, HANDS)
    fees.paid(course, 21_000, "已完成财产接管、债权审查和第一次债权人会议的筹备。")
    sued(course, 3)
    confirmed(course, "1-2,4-6")
    declared(course)
    realisation_agreed(course, "房屋通过网络司法拍卖平台公开拍卖。")
    serial = found(course, "BUILDING", "中央厨房房屋", 1_500_000)
    offered(course, serial, 1_200_000)
    course.later(10)
    sold(course, serial, 1_530_000)
    fees.remuneration_fixed(course, 1_530_000, 70_000)
    planned(course, 1_400_000)
    course.later(5)
    voted(course, "distribution_plan_failed", carried=False)
    course.later(10)
    voted(course, "distribution_plan_passed")
    course.step("recognise_distribution_plan", JUDGE, reason="修改后的方案经再次表决通过，内容合法。")
    fees.paid(course, 49_000, "分配方案已经法院认可，第一次分配即将实施。")
    distributed(course, 700_000, final=False)
    paid(course, back={2: "账号与户名不符"})
    course.later(4)
    late = [{"payment": 1, "reason": "收款账户已销户"}]
    course.step("record_sent_back", returned_on=course.play.day.isoformat(), returned=late)


def distributed_to_the_end(play: Play) -> None:
    """最后分配: shares in suit, conditional, not collected lie in escrow; one thing is taken, one refused."""
    conditional = Claimed("江澜建安工程有限公司", 600_000, 600_000, suspensive="二期工程竣工验收合格")
    course = met(play, 18, (STEEL, LENDER, SUPPLY, conditional, WAGES))
    sued(course, 2)
    confirmed(course, "1,3-5")
    declared(course)
    serial = found(course, "INVENTORY", "秋冬服装库存", 1_100_000)
    offered(course, serial, 900_000)
    course.later(8)
    sold(course, serial, 1_120_000)
    things = resolved_in_kind(course, ("自动裁床一台", 80_000, 1), ("高速平缝机二十台", 50_000, 3))
    recognised(course, 1_000_000, things)
    distributed(course, 400_000, final=False)
    paid(course)
    course.later(20)
    distributed(course, 600_000, things="2-3")
    play.issue_own(course.case, D.DISTRIBUTION_ANNOUNCEMENT)
    course.later(12)
    play.part_step(course.case, "assets", 2, "distribute_in_kind", title_reference="设备交接清单")
    course.step("refuse_thing", asset_serial=3, reason="债权人迁址后没有场地存放设备。")
    course.step("deposit_unclaimed_share", claim_serial=3)


def ended_after_distribution(play: Play) -> None:
    """终结（最后分配完结，T120B)."""
    course = in_money(play, 24, SIX, 1_000_000)
    recognised(course, 900_000)
    distributed(course, 900_000)
    paid(course)
    terminated_120(course, report="破产财产九十万元已按分配方案支付完毕，明细附后。")
    play.issue(course.case, D.TERMINATION_120B_RULING, HANDS)


def struck_off(play: Play) -> None:
    """注销登记，追加分配: an old account is found within two years."""
    course = in_money(play, 28, SIX, 1_300_000)
    recognised(course, 1_200_000)
    distributed(course, 1_200_000)
    paid(course)
    terminated_120(course, report="破产财产一百二十万元已按分配方案支付完毕，明细附后。")
    deregistered(course)
    course.later(60)
    course.step(
        "supplementary_distribution",
        JUDGE,
        found_fen="96000.00",
        costs_fen="6000.00",
        asked_on=course.play.day.isoformat(),
        reason="债权人发现债务人在外地银行的账户余额，请求追加分配。",
    )
