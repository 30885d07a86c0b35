"""The remuneration of an administrator and the court fee in a scene, by real steps."""

from datetime import timedelta

from court_app.demo.liquidations import JUDGE, Course, yuan


def remuneration_planned(course: Course, forecast: int) -> None:
    """The court fixes a plan below the limits; the administrator reports it at the first meeting; in yuan."""
    with course.play.together():
        course.play.begin_part(
            course.case,
            "remunerations",
            "fix_remuneration_plan",
            who=JUDGE,
            payee="ACCOUNTING_FIRM",
            forecast_fen=yuan(forecast),
            rates={"to_100": "6", "to_500": "5"},
            collection="INSTALMENTS",
            stages=[
                {"when": "第一次债权人会议之后", "percent": "30"},
                {"when": "分配方案经法院认可之后", "percent": "70"},
            ],
            workload="债权申报约六户，房屋一处、设备若干，预计办理六个月。",
            factors="案件复杂程度一般，管理人垫付了公告、评估费用，当地收入和物价水平中等。",
        )
        course.play.part_step(course.case, "remunerations", 1, "report_remuneration_plan", meeting_serial=1)
        course.play.part_step(
            course.case,
            "remunerations",
            1,
            "record_hired_agency",
            agency="江澜信达资产评估有限公司",
            profession="OTHER",
            fee_fen="12000.00",
            from_estate=True,
        )


def paid(course: Course, amount: int, work: str) -> None:
    """An instalment is asked for, allowed and paid; in yuan."""
    kept = (course.case, "instalments")
    serial = course.play.begin_part(
        *kept,
        "ask_payment",
        amount_fen=yuan(amount),
        collect_on=(course.play.day + timedelta(days=10)).isoformat(),
        estate_fen=yuan(amount * 4),
        estate="管理人账户存款，足以支付本次报酬。",
        work=work,
    )
    course.later(4)
    with course.play.together():
        course.play.part_step(
            *kept,
            serial,
            "allow_payment",
            JUDGE,
            allowed_fen=yuan(amount),
            reason="申请符合报酬方案确定的收取时间。",
        )
        course.play.part_step(*kept, serial, "pay_instalment", voucher=f"付字第{serial}号")


def remuneration_fixed(course: Course, pool: int, amount: int) -> None:
    """The final amount on the property that is distributed, and the court fee; in yuan."""
    with course.play.together():
        course.play.part_step(
            course.case,
            "remunerations",
            1,
            "fix_remuneration",
            JUDGE,
            pool_fen=yuan(pool),
            fixed_fen=yuan(amount),
            reason="管理人已经完成财产变价和债权审查，勤勉尽责。",
        )
        course.play.begin_part(
            course.case, "court_fees", "reckon_court_fee", who=JUDGE, unencumbered_fen=yuan(pool)
        )
