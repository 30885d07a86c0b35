"""Liquidations that end without a distribution: by agreement, for want of money or books, dismissed."""

from court_app.demo.actors import Hands, Play
from court_app.demo.creditors import THREE
from court_app.demo.liquidations import JUDGE, Course, announced, confirmed, declared, met, opened
from court_app.demo.proceeds import terminated_120
from models.vocabulary import DocumentKind as D

HANDS = Hands()


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
