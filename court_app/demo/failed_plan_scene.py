"""A reorganization plan that failed: what creditors had received under it, and the money there is now."""

from court_app.demo.actors import Play
from court_app.demo.liquidations import CLERK, JUDGE, Claimed, confirmed, declared, met
from court_app.demo.proceeds import found, offered, sold
from court_app.services.equalisation import receipt_tables

WAGES = Claimed("赵小川等十二人", 186_000, 186_000, "EMP")
TAXES = Claimed("国家税务总局江澜市税务局", 214_300, 214_300, "TAX")
CLAIMS = (
    Claimed("江澜市恒远钢材贸易有限公司", 1_000_000, 1_000_000),
    Claimed("江澜融通小额贷款有限公司", 2_000_000, 2_000_000),
    Claimed("望川供应链管理有限公司", 1_000_000, 1_000_000),
    WAGES,
    TAXES,
)
TABLE = (
    "债权表序号,债权人,原债权,已受偿,受偿日期,证据\n"
    "2,江澜融通小额贷款有限公司,2000000.00,200000.00,{day},付款凭证2号"
)


def plan_failed(play: Play) -> None:
    """重整计划终止执行后的清算: two creditors were paid in part; the pool brings the others to one ratio."""
    course = met(play, 29, CLAIMS)
    confirmed(course)
    approved = play.day
    course.later(9)
    received = play.day.isoformat()
    declared(course)
    play.begin_part(
        course.case,
        "failed_plans",
        "record_failed_plan",
        JUDGE,
        kind="REORGANIZATION",
        name="重整计划（第一次债权人会议表决通过）",
        approved_on=approved.isoformat(),
        approved_by="（2026）豫9701破29号之一",
        ended_on=play.day.isoformat(),
        ended_by="（2026）豫9701破29号之二",
        guarantees="望川控股集团有限公司为计划执行提供的连带责任保证继续有效，以二百万元为限。",
        evidence="批准裁定书、终止执行并宣告破产裁定书，卷三第2至11页。",
    )
    play.begin_part(
        course.case,
        "plan_receipts",
        "record_plan_receipt",
        claim_serial=1,
        received_fen="300000.00",
        received_on=received,
        evidence="付款凭证1号",
    )
    with play.transaction() as session:
        occasion = play.occasion(session, CLERK)
        content = TABLE.format(day=received).encode()
        table = receipt_tables.upload(occasion, course.case, "执行中受偿明细.csv", content)
        receipt_tables.run(occasion, course.case, table.serial)
    serial = found(course, "EQUIPMENT", "注塑生产线", 900_300)
    offered(course, serial, 700_000)
    course.later(8)
    sold(course, serial, 900_300)
