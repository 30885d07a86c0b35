"""A creditors' committee at work: recognised, a decision, a sale reported to it, papers inspected."""

from datetime import timedelta

from court_app.demo.liquidations import CLERK, JUDGE, Course, creditor_of, yuan
from court_app.demo.proceeds import found


def committee_at_work(course: Course) -> None:
    """债权人委员会: three creditors and an employee; one request to inspect went to the court."""
    committee = chosen(course)
    course.later(2)
    course.play.part_step(course.case, "committees", committee, "recognise_members", JUDGE)
    carried(course)
    sale_reported(course)
    papers_inspected(course)


def chosen(course: Course) -> int:
    """The meeting resolves to have a committee and chooses its members; returns its number."""
    play, case = course.play, course.case
    resolution = play.begin_part(
        case,
        "resolutions",
        "resolution_passed",
        meeting_serial=1,
        matter="61.4",
        subject="设立债权人委员会并选任成员",
        present=len(course.claims),
        for_heads=len(course.claims) - 1,
        for_fen=yuan(course.total * 4 // 5),
        total_fen=yuan(course.total),
    )
    return play.begin_part(
        case,
        "committees",
        "choose_committee",
        resolution_serial=resolution,
        members=[
            *(
                {"kind": "CREDITOR", "claim_serial": serial, "person": person}
                for serial, person in ((1, "陈旻昇"), (2, "欧阳清"), (3, "顾以宁"))
            ),
            {"kind": "EMPLOYEE", "person": "苏禾", "contact": "江澜市望江路9号"},
        ],
    )


def carried(course: Course) -> None:
    """The committee asks for the account every month; one member dissents."""
    course.play.begin_part(
        course.case,
        "committee_decisions",
        "committee_carries",
        power="ESTATE",
        subject="要求管理人按月提供账户收支明细",
        text="管理人应当于每月五日前向委员会提供上月账户收支明细。",
        form="ON_SITE",
        votes=[
            {"member": 1, "vote": "FOR"},
            {"member": 2, "vote": "FOR"},
            {"member": 3, "vote": "AGAINST", "dissent": "按季提供即可。"},
            {"member": 4, "vote": "FOR"},
        ],
        minutes="四名成员到会，逐项讨论后表决。",
    )


def sale_reported(course: Course) -> None:
    """The sale of a building is reported to the committee before it is done (EBL 69)."""
    play = course.play
    store = found(course, "BUILDING", "码头冷库一处", 2_400_000)
    play.begin_part(
        course.case,
        "disposals",
        "report_act",
        act="69.1",
        subject="关于公开拍卖码头冷库的报告",
        asset_serials=str(store),
        amount_fen=yuan(2_400_000),
        planned_on=(play.day + timedelta(days=15)).isoformat(),
        text="依照财产管理方案公开拍卖，起拍价为评估价。",
    )


def papers_inspected(course: Course) -> None:
    """One creditor is given papers; another is refused some, until the court orders it (I3-10)."""
    play, case = course.play, course.case
    for serial, papers in ((2, ["ASSET_REPORT"]), (1, ["ASSET_REPORT", "SUPERVISION_REPORTS"])):
        play.begin_part(
            case,
            "inspections",
            "request_inspection",
            creditor_id=creditor_of(course, serial),
            papers=papers,
        )
    inspections = (case, "inspections")
    play.part_step(
        *inspections,
        1,
        "give_papers",
        CLERK,
        given="在管理人办公地点查阅原件。",
        trade_secret=True,
        undertaking="AGREEMENT",
    )
    play.part_step(*inspections, 2, "refuse_papers", reason="监督报告尚未定稿。")
    play.part_step(*inspections, 2, "ask_court_for_papers", grounds="表决变价方案前需要了解财产状况。")
    course.later(3)
    play.part_step(*inspections, 2, "order_papers", JUDGE, reason="管理人没有正当理由不予提供。")
