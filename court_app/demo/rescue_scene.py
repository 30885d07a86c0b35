"""A plan that a class refused, with the application to approve it; and an estate that leaves a surplus."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from court_app.demo.actors import Play
from court_app.demo.creditors import LENDER, STEEL, SUPPLY, TAXES, THREE
from court_app.demo.distribution_scenes import in_money
from court_app.demo.liquidations import (
    CLERK,
    JUDGE,
    Course,
    announced,
    balloted,
    confirmed,
    filed_and_listed,
    meeting_held,
    opened,
    yuan,
)
from court_app.demo.money_scene import money_taken_over
from court_app.demo.payments import paid
from court_app.demo.proceeds import distributed, found, recognised
from court_app.services.claims import claim_import, claim_import_run
from court_app.services.payments import payment_accounts
from models import Claim
from models.vocabulary import ImportKind

EMPLOYEES = (
    "职工姓名,身份证号,工资,补偿金,合计金额,董事监事高管,已按职工平均工资计算,项目及计算\n"
    "孟知夏,T-1001,21600.00,14400.00,36000.00,,,工资三个月，每月7200元；补偿金二个月\n"
    "郎予安,T-1002,18900.00,6300.00,25200.00,,,工资三个月，每月6300元；补偿金一个月\n"
    "乔望舒,T-1003,27000.00,,27000.00,是,是,工资三个月，按职工平均工资每月9000元计算\n"
)
ANSWERS = {
    "secured_paid_in_full": "YES",
    "secured_delay_compensated": "YES",
    "security_not_impaired": "YES",
    "employees_paid_in_full": "YES",
    "taxes_paid_in_full": "YES",
    "equity_adjusted_fairly": "YES",
    "members_treated_equally": "YES",
    "order_kept": "YES",
    "business_plan_feasible": "OPEN",
}


def employees_listed(course: Course) -> None:
    """The administrator's list of employees comes out of a table; one asks for more, one gets it."""
    play, case = course.play, course.case
    with play.transaction() as session:
        occasion, content = play.occasion(session, CLERK), EMPLOYEES.encode()
        day = play.day.isoformat()
        table = claim_import.upload(
            occasion, case, "职工债权清单.csv", content, kind=ImportKind.EMPLOYEES, publicised_on=day
        )
        claim_import_run.run(occasion, case, table.serial)
    course.step("publicise_employee_claims", shown_at="厂区大门公告栏")
    with play.looking() as session:
        chosen = select(Claim.serial).where(Claim.case_id == case, Claim.claim_class == "EMP")
        first, second, _ = session.scalars(chosen.order_by(Claim.serial))
    course.later(4)
    for serial, reason, wanted in (
        (first, "漏列2025年11月的加班工资。", "37200.00"),
        (second, "考勤表所记的工作天数有误。", "26100.00"),
    ):
        play.part_step(case, "claims", serial, "ask_list_correction", reason=reason, wanted_fen=wanted)
    corrected = {"filed_fen": "37200.00", "basis": "工资22800元，补偿金14400元"}
    today = play.day.isoformat()
    play.part_step(case, "claims", first, "correct_list", **corrected, publicised_on=today)


def class_voted(course: Course, group: str, choices: Mapping[int, str], **more: str) -> None:
    """A class votes on the plan by the numbers of its claims, and is counted."""
    asked: dict[str, Any] = {"meeting_serial": 1, "matter": "61.6", "subject": "重整计划草案", "group": group}
    motion = course.play.begin_part(course.case, "motions", "put_to_vote", **asked, **more)
    balloted(course, motion, choices)
    course.play.part_step(course.case, "motions", motion, "count")


def plan_refused_by_a_class(play: Play) -> None:
    """重整计划草案未获普通债权组通过: employees out of a table, two votes lost, approval asked for."""
    course = opened(play, 30, (*THREE, TAXES))
    announced(course, taken_over="电池生产线、厂房、账册、印章")
    filed_and_listed(course)
    employees_listed(course)
    meeting_held(course)
    course.step("request_confirmation")
    confirmed(course, "1-5,7")
    money_taken_over(course, 420_000)
    found(course, "EQUIPMENT", "电池装配线", 2_600_000)
    class_voted(course, "TAX", {4: "FOR"})
    class_voted(course, "ORDINARY", {1: "FOR", 2: "AGAINST", 3: "AGAINST"})
    course.later(9)
    talked = "管理人与反对的债权人面谈两次，愿意提前半年支付首期款。"
    class_voted(course, "ORDINARY", {1: "FOR", 2: "AGAINST", 3: "AGAINST"}, consultation=talked)
    play.begin_part(
        course.case,
        "plan_approvals",
        "ask_for_approval",
        applicant="ADMINISTRATOR",
        plan_ratio="75",
        grounds="草案的清偿比例高于清算，税款债权组已经通过。",
        **ANSWERS,
    )


def surplus_given(play: Play) -> None:
    """最后分配后有剩余财产: every claim is paid in full, three investors share what is left."""
    course = in_money(play, 31, (STEEL, LENDER, SUPPLY), 4_350_000)
    for name, subscribed, paid_in in (
        ("望川远航实业有限公司", 3_000_000, 3_000_000),
        ("江澜晨星投资有限公司", 1_500_000, 1_000_000),
        ("江澜职工持股会", 500_000, 500_000),
    ):
        play.begin_part(
            course.case,
            "investors",
            "list_investor",
            name=name,
            kind="ENTERPRISE",
            holding="CONTRIBUTION",
            subscribed_fen=yuan(subscribed),
            paid_in_fen=yuan(paid_in),
            source="股东名册、验资报告。",
        )
    recognised(course, 4_300_000)
    distributed(course, 3_900_000)
    paid(course)
    course.later(6)
    course.step(
        "distribute_surplus",
        JUDGE,
        pool_fen=yuan(400_000),
        court_view="债权人均书面放弃受理后的利息；按验资报告所载实缴出资分配。",
    )
    with play.transaction() as session:
        account = {
            "account_name": "望川远航实业有限公司",
            "bank": "望川银行江澜分行",
            "account_number": "6222020000009000001",
            "reason": "出资人书面提供。",
        }
        occasion = play.occasion(session, CLERK)
        payment_accounts.write(occasion, course.case, 1, account, path="investors")
