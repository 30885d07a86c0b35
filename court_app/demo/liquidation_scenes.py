"""Liquidations, each brought by real steps to a different point between announcement and deregistration."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from court_app.demo.actors import Hands, Play
from court_app.demo.committee_scene import committee_at_work
from court_app.demo.creditors import BUILDER, LENDER, SIX, STEEL, THREE
from court_app.demo.distribution_scenes import (
    distributed_once,
    distributed_to_the_end,
    ended_after_distribution,
    in_money,
    struck_off,
)
from court_app.demo.ending_scenes import (
    dismissal_appealed,
    dismissed_for_good,
    ended_by_agreement,
    ended_by_guarantor,
    ended_for_expenses,
    ended_with_nothing,
    ended_without_books,
    gone_on,
)
from court_app.demo.failed_plan_scene import plan_failed
from court_app.demo.filing_scene import creditors_file_by_code
from court_app.demo.guarantors import guaranteed_debts
from court_app.demo.liquidations import (
    CLERK,
    JUDGE,
    announced,
    balloted,
    confirmed,
    declared,
    file,
    met,
    opened,
    put_to_vote,
    review,
    sued,
    voted,
)
from court_app.demo.money_scene import account_kept
from court_app.demo.proceeds import found, offered, planned, realisation_agreed, sold
from court_app.demo.realisations import BANK, costed, mortgaged, next_round, secured_paid
from court_app.demo.rescue_scene import plan_refused_by_a_class, surplus_given
from court_app.demo.set_offs import set_off_and_retrieval
from models.vocabulary import DocumentKind as D

HANDS = Hands()


def claims_coming_in(play: Play) -> None:
    """债权申报期内: claims filed, also by code, registered, listed; requests answered and open."""
    course = opened(play, 13, THREE)
    announced(course, taken_over="展厅、木料、烘干窑、账册、印章")
    file(course, BUILDER)
    review(course, file(course, STEEL), STEEL)
    lender = file(course, LENDER)
    play.part_step(course.case, "claims", lender, "register_claim")
    creditors_file_by_code(course)
    guaranteed_debts(course)
    submissions = (course.case, "submissions")
    for name, kind, subject in (
        ("submit_request", "CONTINUE_BUSINESS", "关于继续履行在手订单的请示"),
        ("submit_request", "SPENDING", "关于支付仓库看护费用的请示"),
        ("submit_report", "DUTY_REPORT", "第一份执行职务报告"),
        ("submit_report", "ASSET_REPORT", "财产状况初步报告"),
    ):
        play.begin_part(*submissions, name, kind=kind, subject=subject, text="详见附件，请审阅。")
    course.later(2)
    play.part_step(*submissions, 1, "grant", JUDGE, answer="同意继续履行在手订单，收支按月报告。")
    play.part_step(*submissions, 3, "note_report", CLERK)


def meeting_just_held(play: Play) -> None:
    """第一次债权人会议: one claim in suit, a plan passed by ballot, a vote going on, a gift, a committee."""
    course = met(play, 14, SIX)
    sued(course, 4)
    confirmed(course, "1-3")
    course.step("fix_provisional_amounts", JUDGE, reason="其余债权已经管理人审查，异议和诉讼尚未了结。")
    course.step("propose_management_plan", plan="冷库继续低温运行，渔船委托看管，账户由管理人统一支取。")
    management = put_to_vote(course, "61.8", "财产管理方案")
    balloted(course, management, {1: "FOR", 2: "FOR", 3: "AGAINST", 4: "FOR", 6: "FOR"})
    play.part_step(course.case, "motions", management, "count")
    business = put_to_vote(course, "61.5", "继续经营冷库至本年捕捞季结束")
    balloted(course, business, {1: "FOR", 2: "ABSTAIN"})
    play.part_step(course.case, "meetings", 1, "issue_codes")
    found(course, "VEHICLE", "冷藏车三辆", 240_000)
    found(course, "RECEIVABLE", "应收码头水产行货款", 88_000)
    gift = play.begin_part(
        course.case,
        "avoidances",
        "find_act",
        ground="GIFT",
        counterparty="望川海运有限公司",
        act="将一艘拖网渔船无偿转让给股东控制的公司。",
        act_on=(play.day - timedelta(days=150)).isoformat(),
        amount_fen="460000.00",
        evidence="船舶登记资料、转让协议",
    )
    play.part_step(course.case, "avoidances", gift, "demand_return", how="书面通知，十五日内返还")
    committee_at_work(course)
    play.issue_own(course.case, D.DISPOSAL_REPORT)
    play.issue(course.case, D.MEETING_RESOLUTION, HANDS)
    set_off_and_retrieval(course)


def selling(play: Play) -> None:
    """宣告破产: an encumbered asset sold and paid, one bought and unpaid, one in its second round."""
    course = met(play, 15, (*SIX, BANK))
    confirmed(course)
    play.part_step(course.case, "meetings", 1, "draw_up_minutes", record_keeper="何㛃语")
    play.issue(course.case, D.MEETING_MINUTES, HANDS)
    declared(course)
    play.issue(course.case, D.DECLARATION_RULING, HANDS)
    realisation_agreed(course, "全部财产通过网络司法拍卖平台公开拍卖，流拍后降价百分之二十。")
    course.later(10)
    for kind, name, value in (
        ("EQUIPMENT", "联合收割机装配线", 1_350_000),
        ("INVENTORY", "农机配件一批", 420_000),
        ("LAND", "工业用地使用权", 3_600_000),
    ):
        offered(course, found(course, kind, name, value), value * 9 // 10)
    mortgaged(course, 1, 7)
    course.later(12)
    sold(course, 1, 1_410_000)
    costed(course, 1)
    account_kept(course, 1_410_000)
    secured_paid(course, 7, 900_000)
    sold(course, 2, 401_000, paid=False)
    next_round(course, 3, 2_600_000)


def plan_voted_down(play: Play) -> None:
    """分配方案第一次表决未通过."""
    course = in_money(play, 16, SIX, 900_000)
    planned(course, 800_000)
    course.later(6)
    voted(course, "distribution_plan_failed", carried=False)


def administrator_replaced(play: Play) -> None:
    """更换管理人: on the court's own motion, with the handover done."""
    course = met(play, 12, THREE)
    confirmed(course)
    course.later(6)
    play.part_step(
        course.case,
        "appointments",
        1,
        "replace_ex_officio",
        JUDGE,
        administrator_name="江澜明理律师事务所",
        administrator_head="骆明理",
        administrator_address="江澜市中心路88号12层",
        administrator_phone="0000-2223302",
        reason="管理人与债务人的大股东存在利害关系，未予披露。",
    )
    course.later(3)
    play.part_step(
        course.case,
        "appointments",
        1,
        "hand_over",
        handed_over="账册二十册、印章四枚、仓库钥匙、银行网银",
        report="债权审查已经完成，财产尚未变价。",
    )


LIQUIDATION_SCENES: tuple[tuple[int, Callable[[Play], Any]], ...] = (
    (300, struck_off),
    (240, ended_after_distribution),
    (210, distributed_to_the_end),
    (180, distributed_once),
    (170, ended_with_nothing),
    (160, plan_voted_down),
    (150, gone_on),
    (140, ended_by_agreement),
    (130, ended_for_expenses),
    (120, administrator_replaced),
    (115, selling),
    (110, ended_by_guarantor),
    (100, ended_without_books),
    (90, meeting_just_held),
    (80, dismissed_for_good),
    (50, dismissal_appealed),
    (32, claims_coming_in),
    (85, plan_failed),
    (95, plan_refused_by_a_class),
    (105, surplus_given),
)
"""How many calendar days before today each scene begins."""
