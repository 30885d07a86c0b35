"""Invented facts of an administrator's lists, requests and last report, and of the tally of a vote."""

from documents.case_samples import Stage
from documents.own_samples import RESOLVED, TABLE
from documents.sample_case import MEETING
from models.vocabulary import DocumentKind

K = DocumentKind
NUMBER = "（2026）豫97破12号"
RECOGNISED = (f"{NUMBER}之七", "2027-08-30")
ENDED = (f"{NUMBER}之九", "2027-10-08")
EMPLOYEES = [
    {"serial": serial, "employee": name, "items": items, "amount_fen": amount_fen}
    for serial, name, items, amount_fen in (
        (51, "苏禾", "工资18,400.00元；补偿金36,000.00元", 5440000),
        (52, "程砚秋", "工资12,650.00元", 1265000),
        (53, "罗冰", "工资9,800.00元；补偿金4,120.00元", 1392000),
    )
]
ESCROW_ROWS = [
    {
        "serial": serial,
        "creditor": creditor,
        "amount_fen": amount_fen,
        "article": article,
        "why": why,
    }
    for serial, creditor, amount_fen, article, why in (
        (9, "江澜建安工程有限公司", 482055, "117", "债权附生效条件或者解除条件"),
        (1, "江澜市恒远钢材贸易有限公司", 210000, "118", "未受领"),
        (17, "江澜市远山机电有限公司", 588000, "119", "诉讼或者仲裁未决"),
    )
]
TALLY_ROWS = [
    {
        "place": place,
        "creditor": creditor,
        "claims": claims,
        "counts_fen": counts_fen,
        "standing": standing,
        "channel": channel,
        "why_not": why_not,
    }
    for place, creditor, claims, counts_fen, standing, channel, why_not in (
        (1, "江澜市恒远钢材贸易有限公司", "1 普通债权 3,862,174.55", 386217455, "同意", "现场票", ""),
        (
            2,
            "江澜市临江农村商业银行股份有限公司",
            "2 有财产担保债权 28,136,640.02；31 普通债权 12,045,118.00",
            1204511800,
            "不同意",
            "表决码",
            "",
        ),
        (3, "苏禾", "51 职工债权 54,400.00", 0, "无表决权", "—", "职工债权由职工代表列席发表意见"),
    )
]
PROCEDURE_STAGES: dict[DocumentKind, Stage] = {
    K.EMPLOYEE_CLAIMS_LIST: Stage(
        "2027-01-08",
        facts={
            "employees": EMPLOYEES,
            "claims_count": 3,
            "claims_total_fen": 8097000,
            "shown_at": "江澜市开发区创业三路9号厂区公告栏",
            "shown_until": "2027-01-25",
        },
    ),
    K.EMPLOYEE_ANSWER: Stage(
        "2027-01-20",
        facts={
            "creditor": "程砚秋",
            "claim_serial": 52,
            "list_disputed_on": "2027-01-14",
            "list_objection": "清单漏列2026年9月的加班工资。",
            "wanted_fen": 1420000,
            "listed_fen": 1265000,
            "filed_fen": 1420000,
            "basis": "工资12650元；2026年9月的加班工资1550元",
            "granted": True,
        },
    ),
    K.CONFIRMATION_REQUEST: Stage(
        "2027-02-16", facts={**TABLE, "verified_on": MEETING, "disputed_count": 2, "remark": ""}
    ),
    K.DECLARATION_REQUEST: Stage(
        "2027-03-02",
        facts={
            "claims_count": 44,
            "claims_filed_fen": 8911237740,
            "claims_total_fen": 7650112300,
            "assets_count": 63,
            "assets_worth_fen": 2680000000,
            "on_hand_fen": 41250000,
        },
    ),
    K.ESCROW_NOTICE: Stage(
        "2027-09-10",
        declared=True,
        ruling=RECOGNISED,
        facts={"escrow_rows": ESCROW_ROWS, "escrow_fen": 1280055},
    ),
    K.SURPLUS_NOTICE: Stage(
        "2027-09-20",
        declared=True,
        facts={
            "court_view": "受理后的利息不予支付，按实缴出资分配。",
            "distribution_number": 3,
            "distributed_fen": 30000000,
            "distribution_working": [
                "债权全部清偿后剩余300,000.00元，按出资人的实缴出资比例分配，实缴出资合计1,000,000.00元。"
            ],
            "by_shares": False,
            "investor_rows": [
                {
                    "serial": 1,
                    "name": "江澜晨星投资有限公司",
                    "measure": "600,000.00",
                    "amount_fen": 18000000,
                },
                {"serial": 2, "name": "苏见微", "measure": "400,000.00", "amount_fen": 12000000},
            ],
        },
    ),
    K.DUTIES_REPORT: Stage(
        "2027-10-25",
        declared=True,
        ruling=ENDED,
        facts={
            "deregistered_on": "2027-10-20",
            "ended_on": "2027-10-21",
            "hand_in_on": "2027-10-28",
            "destroyed_by": "江澜市公安局开发区分局",
            "archive": "会计账册和管理人工作档案共142卷，移交江澜市档案馆保管，保管期限十年。",
        },
    ),
    K.SUPPLEMENT_REQUEST: Stage(
        "2028-05-06",
        declared=True,
        ruling=ENDED,
        facts={
            "found_what": "望川鼎立机电贸易有限公司依照生效判决返还的设备价款。",
            "found_fen": 9136670,
            "costs_fen": 300000,
        },
    ),
    K.TALLY_RECORD: Stage(
        "2027-04-20",
        declared=True,
        facts={
            **RESOLVED,
            "motion_serial": 4,
            "voting_group": "",
            "put_on": "2027-04-20",
            "closes_on": None,
            "carried": True,
            "roll_count": 44,
            "voters_count": 41,
            "tally_rows": TALLY_ROWS,
            "corrected_ballots": [
                {
                    "creditor": "江澜市恒远钢材贸易有限公司",
                    "choice": "不同意",
                    "reason": "录入时误勾，经核对纸质表决票更正。",
                }
            ],
            "remark": "",
        },
    ),
}
"""The day of each paper, and what it says."""
