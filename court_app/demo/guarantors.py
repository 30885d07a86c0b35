"""One debt with a guarantor and a bankrupt joint debtor, and a debt for which the debtor itself answers."""

from datetime import timedelta

from sqlalchemy import select

from court_app.demo.liquidations import Course, yuan
from models import JointParty

BANK, GUARANTOR = "望川城市商业银行", "望川融资担保有限公司"
LOAN = "借款合同（编号JN-2025-0316），借款本金及利息。"


def guaranteed_debts(course: Course) -> None:
    """连带与担保: recourse that gives way to a bank, a receipt, a bankrupt joint debtor, a guarantee."""
    bank = filed_by_the_bank(course)
    recourse_filed(course, bank)
    received_from_the_joint_debtor(course)
    guaranteed_itself(course)
    course.play.begin_part(
        course.case,
        "claims",
        "file_claim",
        creditor_name="江澜启航商务咨询有限公司",
        filed_fen=yuan(96_000),
        basis="受让借款合同（编号JN-2025-0316）项下的部分本金。",
    )


def filed_by_the_bank(course: Course) -> int:
    """A loan with a guarantor and a joint debtor who is bankrupt too; returns the number of the claim."""
    play = course.play
    return play.begin_part(
        course.case,
        "claims",
        "file_claim",
        creditor_name=BANK,
        filed_fen=yuan(800_000),
        basis=LOAN,
        evidence="借款合同、保证合同、放款凭证",
        joint_parties=[
            {"name": GUARANTOR, "role": "JOINT_GUARANTOR"},
            {
                "name": "江澜港口机械有限公司",
                "role": "JOINT_DEBTOR",
                "bankrupt_court": "望川市中级人民法院",
                "bankrupt_number": "（2026）河98破7号",
                "bankrupt_on": (play.day - timedelta(days=40)).isoformat(),
                "filed_there": True,
            },
        ],
    )


def recourse_filed(course: Course, bank: int) -> None:
    """The guarantor, who has not paid, files his future recourse, tied to the bank's claim (EBL 51)."""
    play, case = course.play, course.case
    recourse = play.begin_part(
        case,
        "claims",
        "file_claim",
        creditor_name=GUARANTOR,
        filed_fen=yuan(800_000),
        basis="保证合同，尚未代偿，以将来求偿权申报。",
        same_debt="FUTURE",
        same_debt_creditor=BANK,
    )
    play.part_step(
        case,
        "claims",
        recourse,
        "tie_claim",
        same_debt="FUTURE",
        principal_serial=bank,
        reason="保证合同担保的即为该借款。",
    )


def received_from_the_joint_debtor(course: Course) -> None:
    """The bank has had something in the joint debtor's own bankruptcy."""
    play, case = course.play, course.case
    with play.looking() as session:
        joint_debtor = session.scalars(
            select(JointParty.serial).where(JointParty.case_id == case, JointParty.bankrupt_on.is_not(None))
        ).one()
    play.part_step(
        case,
        "joint_parties",
        joint_debtor,
        "record_joint_receipt",
        received_on=play.day.isoformat(),
        amount_fen=yuan(120_000),
        evidence="（2026）河98破7号案件的分配通知、银行回单",
    )


def guaranteed_itself(course: Course) -> None:
    """A debt of another for which the debtor itself stands as a general guarantor (I3-4)."""
    course.play.begin_part(
        course.case,
        "claims",
        "file_claim",
        creditor_name="江澜市振兴农资专业合作社",
        filed_fen=yuan(260_000),
        basis="债务人为望川农机销售有限公司的货款提供一般保证，主债务尚未到期。",
        debtor_as="GENERAL_GUARANTOR",
        joint_parties=[{"name": "望川农机销售有限公司", "role": "PRINCIPAL_DEBTOR"}],
    )
