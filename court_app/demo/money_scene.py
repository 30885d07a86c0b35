"""The estate's account of a demonstration: what is spent, entered by hand, and what the bank says of it."""

from court_app.demo.liquidations import CLERK, JUDGE, Course, yuan
from court_app.services.estate import bank_matching, bank_statements, ledger_by_hand

GUARDS = {
    "kind": "EXP_ESTATE",
    "payee": "江澜安保服务有限公司",
    "purpose": "厂房、设备看护费",
    "amount_fen": "36000.00",
    "ground": "看护合同，三个月，每月一万二千元。",
}
WAGES = {
    "kind": "CBD_BUSINESS",
    "payee": "留守职工",
    "purpose": "继续营业期间的工资",
    "amount_fen": "128000.00",
    "ground": "第一次债权人会议决议继续完成在手订单。",
}
POST = {
    "kind": "EXP_DUTIES",
    "payee": "江澜市邮政分公司",
    "purpose": "债权人通知邮寄费",
    "amount_fen": "860.00",
    "ground": "邮寄回执。",
}


APPRAISED = {
    "kind": "EXP_ESTATE",
    "payee": "江澜公允资产评估有限公司",
    "purpose": "装配线评估费",
    "amount_fen": "12000.00",
    "ground": "评估委托合同、发票。",
    "asset_serial": "1",
    "cost": "1",
}
"""It pays the first cost that is recorded on the first asset."""


def money_taken_over(course: Course, amount: int) -> None:
    """What stood in the debtor's bank account when it was taken over, in yuan."""
    with course.play.transaction() as session:
        held = {"kind": "OPENING", "amount_fen": yuan(amount), "reason": "接管时的银行对账单。"}
        ledger_by_hand.enter(course.play.occasion(session, CLERK), course.case, held)


def account_kept(course: Course, received: int) -> None:
    """Guards and an appraisal paid, wages asked for, postage, interest; the bank has booked a fee besides.

    Received was what is named, in yuan, on the day; 60,000 yuan were taken over before.
    """
    play, case = course.play, course.case
    first = play.day
    money_taken_over(course, 60_000)
    held = received + 60_000
    course.later(4)
    guards = play.begin_part(case, "spendings", "request_spending", **GUARDS)
    play.part_step(case, "spendings", guards, "approve_spending", JUDGE, approved_fen="36000.00")
    paid = {"paid_fen": "36000.00", "reference": "JL20260002"}
    play.part_step(case, "spendings", guards, "pay_spending", **paid)
    appraised = play.begin_part(case, "spendings", "request_spending", **APPRAISED)
    play.part_step(case, "spendings", appraised, "approve_spending", JUDGE, approved_fen="12000.00")
    paid = {"paid_fen": "12000.00", "reference": "JL20260004"}
    play.part_step(case, "spendings", appraised, "pay_spending", **paid)
    play.begin_part(case, "spendings", "request_spending", **WAGES)
    play.begin_part(case, "spendings", "spend_directly", **POST)
    today = play.day
    lines = (
        f"{first},60000.00,,60000.00,债务人原账户,接管账户余额,JL20260000",
        f"{first},{yuan(received)},,{yuan(held)},江澜聚源再生资源有限公司,变价款,JL20260001",
        f"{today},,36000.00,{yuan(held - 36_000)},江澜安保服务有限公司,看护费,JL20260002",
        f"{today},,12000.00,{yuan(held - 48_000)},江澜公允资产评估有限公司,评估费,JL20260004",
        f"{today},,15.00,{yuan(held - 48_015)},,手续费,JL20260003",
    )
    content = "\n".join(("日期,收入,支出,余额,对方户名,摘要,流水号", *lines)).encode()
    with play.transaction() as session:
        occasion = play.occasion(session, CLERK)
        interest = {"kind": "INTEREST", "amount_fen": "215.33", "reason": "季度结息回单。"}
        ledger_by_hand.enter(occasion, case, interest)
        statement = bank_statements.upload(occasion, case, "账户流水.csv", content)
        bank_statements.confirm(occasion, case, statement.serial)
        bank_matching.match_all(occasion, case)
