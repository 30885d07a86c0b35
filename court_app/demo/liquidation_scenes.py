"""Liquidations, each brought by real steps to a different point between announcement and deregistration."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from court_app.demo import fees
from court_app.demo.actors import Hands, Play
from court_app.demo.committee_scene import committee_at_work
from court_app.demo.failed_plan_scene import plan_failed
from court_app.demo.filing_scene import creditors_file_by_code
from court_app.demo.guarantors import guaranteed_debts
from court_app.demo.liquidations import (
    CLERK,
    JUDGE,
    Claimed,
    Course,
    announced,
    balloted,
    confirmed,
    declared,
    deregistered,
    distributed,
    file,
    found,
    met,
    offered,
    opened,
    planned,
    put_to_vote,
    realisation_agreed,
    recognised,
    review,
    sold,
    sued,
    terminated_120,
    voted,
)
from court_app.demo.money_scene import account_kept, money_taken_over
from court_app.demo.payments import paid
from court_app.demo.realisations import BANK, costed, mortgaged, next_round
from court_app.demo.set_offs import set_off_and_retrieval
from models.vocabulary import DocumentKind as D

HANDS = Hands()
STEEL = Claimed("江澜市恒远钢材贸易有限公司", 1_862_000, 1_800_000)
LENDER = Claimed("江澜融通小额贷款有限公司", 1_200_000, 1_200_000)
SUPPLY = Claimed("望川供应链管理有限公司", 964_500, 900_000)
BUILDER = Claimed("江澜建安工程有限公司", 600_000, 600_000)
WAGES = Claimed("赵小川等十二人", 186_000, 186_000, "EMP")
TAXES = Claimed("国家税务总局江澜市税务局", 214_300, 214_300, "TAX")
THREE = (STEEL, LENDER, SUPPLY)
SIX = (STEEL, LENDER, SUPPLY, BUILDER, WAGES, TAXES)


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
    sold(course, 2, 401_000, paid=False)
    next_round(course, 3, 2_600_000)


def plan_voted_down(play: Play) -> None:
    """分配方案第一次表决未通过."""
    course = in_money(play, 16, SIX, 900_000)
    planned(course, 800_000)
    course.later(6)
    voted(course, "distribution_plan_failed", carried=False)


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


def distributed_to_the_end(play: Play) -> None:
    """最后分配: a share in suit, a conditional share and one not collected lie in escrow."""
    conditional = Claimed("江澜建安工程有限公司", 600_000, 600_000, suspensive="二期工程竣工验收合格")
    course = met(play, 18, (STEEL, LENDER, SUPPLY, conditional, WAGES))
    sued(course, 2)
    confirmed(course, "1,3-5")
    declared(course)
    serial = found(course, "INVENTORY", "秋冬服装库存", 1_100_000)
    offered(course, serial, 900_000)
    course.later(8)
    sold(course, serial, 1_120_000)
    recognised(course, 1_000_000)
    distributed(course, 400_000, final=False)
    paid(course)
    course.later(20)
    distributed(course, 600_000)
    play.issue_own(course.case, D.DISTRIBUTION_ANNOUNCEMENT)
    course.later(12)
    course.step("deposit_unclaimed_share", claim_serial=3)


def ended_for_expenses(play: Play) -> None:
    """终结（不足清偿破产费用，T43)."""
    course = opened(play, 19)
    announced(course, taken_over="空厂房一处、报废设备若干、账册")
    course.later(60)
    course.step(
        "request_termination_43",
        reason="账面财产变现后不足以支付评估、公告费用。",
        estate_fen="31250.00",
        expenses_fen="88400.00",
    )
    course.later(8)
    course.step(
        "terminate_43", JUDGE, reason="财产不足以清偿破产费用，且无人愿意垫付。", nobody_advances=True
    )
    play.issue(course.case, D.TERMINATION_43_RULING, HANDS)


def ended_by_agreement(play: Play) -> None:
    """终结（自行和解，T105)."""
    course = opened(play, 20)
    announced(course)
    course.later(20)
    course.step(
        "terminate_105",
        JUDGE,
        agreed_on=course.play.day.isoformat(),
        unanimous=True,
        reason="债务人与全体债权人就债权债务处理自行达成协议，门票收入分三年清偿。",
    )


def ended_by_guarantor(play: Play) -> None:
    """终结（第三人担保，T108A)."""
    course = opened(play, 21)
    announced(course)
    course.later(9)
    course.step(
        "terminate_108",
        JUDGE,
        by_third_party=True,
        all_due_debts=True,
        reason="债务人的股东为全部到期债务提供了足额担保。",
    )


def gone_on(play: Play) -> None:
    """终结（债务人清偿，T108B)，恢复措施已经落实，债务人继续经营."""
    course = opened(play, 22)
    announced(course)
    course.later(9)
    course.step(
        "terminate_108",
        JUDGE,
        by_third_party=False,
        all_due_debts=True,
        reason="债务人收回拖欠多年的货款，清偿了全部到期债务。",
    )
    course.later(3)
    for number in (1, 2, 3):
        course.step(
            "see_to_effect", JUDGE, bundle="E-RESTORE", number=number, remark="已发函，对方回复已经办妥。"
        )
    course.step("end_surviving")


def ended_with_nothing(play: Play) -> None:
    """终结（无财产可供分配，T120A)."""
    course = met(play, 23, THREE)
    confirmed(course)
    declared(course)
    terminated_120(course)


def ended_after_distribution(play: Play) -> None:
    """终结（最后分配完结，T120B)."""
    course = in_money(play, 24, SIX, 1_000_000)
    recognised(course, 900_000)
    distributed(course, 900_000)
    paid(course)
    terminated_120(course, report="破产财产九十万元已按分配方案支付完毕，明细附后。")
    play.issue(course.case, D.TERMINATION_120B_RULING, HANDS)


def ended_without_books(play: Play) -> None:
    """终结（无法清算，TUNABLE)."""
    course = opened(play, 25)
    announced(course)
    course.later(45)
    course.step(
        "terminate_unable",
        JUDGE,
        missing="法定代表人、财务账册、印章",
        reason="债务人人去楼空，账册下落不明，财产状况无法查清。",
    )


def dismissed(play: Play, number: int) -> Course:
    """The application is dismissed after acceptance; the ruling reaches the applicant."""
    course = opened(play, number, THREE)
    announced(course)
    course.later(12)
    course.step("dismiss_application", JUDGE, reason="经审查，债务人受理时不符合企业破产法第二条规定的情形。")
    play.issue(course.case, D.DISMISSAL_RULING, HANDS)
    course.later(1)
    play.serve(course.case, D.DISMISSAL_RULING, HANDS)
    return course


def dismissal_appealed(play: Play) -> None:
    """驳回申请（上诉审理中）."""
    course = dismissed(play, 26)
    course.later(4)
    course.step("appeal", "lian", reasons="一审对受理时资产状况的认定有误。")
    course.later(2)
    course.step("send_appeal_file")


def dismissed_for_good(play: Play) -> None:
    """驳回申请已生效: nobody appealed, measures are being restored."""
    course = dismissed(play, 27)
    course.later(24)
    course.step("see_to_effect", JUDGE, bundle="E-RESTORE", number=1, remark="已通知临江区人民法院恢复查封。")


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
)
"""How many calendar days before today each scene begins."""
