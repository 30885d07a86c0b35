"""Invented facts of what administrator and creditors make, in the same liquidation as `case_samples`."""

from typing import Any

from documents.case_samples import Stage
from documents.sample_case import BRACKETS, CLAIMS, MEETING, PASSED, VOTE
from models.vocabulary import DocumentKind

K = DocumentKind
CREDITOR = "江澜市恒远钢材贸易有限公司"
PLAN = (
    "一、不动产、机器设备通过网络拍卖平台公开拍卖，以评估价为第一次拍卖的起拍价。\n"
    "二、流拍的，降价不超过百分之二十后再次拍卖；二次流拍的，提请债权人会议另行决议。"
)
SET_OFF: dict[str, Any] = {
    "received_on": "2027-02-08",
    "asserted_fen": 120000000,
    "debt": "尚欠澜川公司设备租金。",
    "debt_fen": 86400000,
    "opinion": "双方的债权、债务均成立于受理破产申请之前，没有企业破产法第四十条所列的情形。",
    "objection": "",
    "grounds_of_objection": [],
    "object_until_on": None,
    "extinguished_fen": 86400000,
    "granted": True,
}
RETRIEVAL: dict[str, Any] = {
    "owner": "望川机电租赁有限公司",
    "claimed_on": "2027-01-12",
    "ground_of_retrieval": "租赁、保管、加工等占有的他人财产",
    "in_transit": False,
    "claimed_property": "注塑机两台，设备编号ZS-07、ZS-08",
    "opinion": "租赁合同、设备铭牌和付款凭证能够证明上述设备归你方所有。",
    "retrieval_costs_fen": 1860000,
    "delay_costs_fen": 0,
    "refund_fen": 0,
    "granted": True,
}
HELD: dict[str, Any] = {
    "meeting_number": 2,
    "meeting_on": "2027-04-20",
    "planned_on": "2027-04-20",
    "meeting_form": "现场会议",
    "meeting_time": "09:30",
    "meeting_place": "江澜市中级人民法院第一法庭",
    "called_by_whom": "管理人",
    "agenda": "一、管理人报告工作；\n二、表决破产财产变价方案；\n三、补充核查债权。",
    "meeting_chair": "江澜市临江农村商业银行股份有限公司",
    "noticed_on": "2027-04-01",
    "present": 38,
    "present_fen": 4211340000,
    "minutes": "管理人报告了执行职务的情况，回答了债权人关于应收账款催收的询问。\n"
    "会议核查了补充申报的两笔债权，与会债权人没有异议。",
    "motions": [
        {
            "subject": "破产财产变价方案",
            "heads": "29／38",
            "sums": "36,412,000.00／49,880,133.98",
            "result": "通过",
        },
        {
            "subject": "设立债权人委员会",
            "heads": "17／38",
            "sums": "21,045,000.00／49,880,133.98",
            "result": "未通过",
        },
    ],
    "edition": 1,
    "record_keeper": "何㛃语",
    "attending_others": "管理人负责人方𬱖宁，债务人的财务管理人员，职工代表苏禾",
}
RESOLVED: dict[str, Any] = {
    **HELD,
    **PASSED,
    "resolution_matter": "通过破产财产的变价方案",
    "resolution_subject": "破产财产变价方案",
    "resolved_on": "2027-04-20",
    "motion_content": PLAN,
    "vote_working": [
        "同意29人，出席38人，过半数。",
        "同意的债权额36,412,000.00元，无财产担保债权总额49,880,133.98元，达到二分之一。",
    ],
    "vote_basis": "《中华人民共和国企业破产法》第六十一条第一款、第六十四条第一款",
    "told_later": False,
    "revocable_until_on": "2027-05-05",
}
ROWS_OF_PLAN = [
    {
        "serial": claim["serial"],
        "creditor": claim["creditor"],
        "domicile": domicile,
        "class": claim["class"],
        "amount_fen": claim["fixed_fen"],
        "paid_fen": paid_fen,
    }
    for claim, domicile, paid_fen in zip(
        CLAIMS,
        ("江澜市临江区滨河东路118号", "江澜市望江路9号", "江澜市开发区创业一路2号"),
        (32130410, 2813664002, 41230918),
        strict=True,
    )
]
TABLE: dict[str, Any] = {
    "claims": [
        {**claim, "admitted_fen": claim["fixed_fen"], "filed_fen": claim["filed_fen"]} for claim in CLAIMS
    ],
    "claims_count": 3,
    "claims_filed_fen": 3287448373,
    "claims_total_fen": 3241112375,
    "claims_by_class": [
        {
            "class": claim["class"],
            "count": 1,
            "filed_fen": claim["filed_fen"],
            "admitted_fen": claim["fixed_fen"],
        }
        for claim in CLAIMS
    ],
    "meeting_number": 1,
}
WORK: dict[str, Any] = {
    "meeting_number": 2,
    "claims_count": 44,
    "claims_filed_fen": 8911237740,
    "assets_count": 63,
    "assets_received_fen": 412960000,
    "on_hand_fen": 388112030,
    "expenses_paid_fen": 22300000,
    "expenses_open_fen": 4100000,
    "common_paid_fen": 8650000,
    "common_open_fen": 0,
    "text": "一、已接管全部印章、账册和不动产，委托专业机构值守。\n二、已催收应收账款三笔，其余正在诉讼。",
}
DISTRIBUTED: dict[str, Any] = {
    "distributions": [
        {"serial": 1, "on": "2027年6月30日", "kind": "中间分配", "pool_fen": 210000000, "held_fen": 0},
        {"serial": 2, "on": "2027年9月10日", "kind": "最后分配", "pool_fen": 632880000, "held_fen": 1280055},
    ],
    "distributed_fen": 842880000,
    "escrow_fen": 1280055,
    "ranks": [
        {
            "class": "职工债权",
            "count": 118,
            "counted_fen": 186742055,
            "paid_fen": 186742055,
            "ratio": "100.0000%",
        },
        {
            "class": "普通债权",
            "count": 41,
            "counted_fen": 4867123010,
            "paid_fen": 614907027,
            "ratio": "12.6339%",
        },
    ],
    "report": "分配款均通过管理人账户转账支付，付款凭证和债权人签收记录由管理人保存。",
    "after_distribution": True,
}
COMMITTEE: dict[str, Any] = {
    "resolved_on": MEETING,
    "recognised_on": "2027-02-05",
    "meeting_serial": 2,
    "decisions": [
        {
            "serial": 1,
            "subject": "要求管理人按月提供账户收支明细",
            "on": "2027年3月1日",
            "result": "决定通过",
        }
    ],
    "reported_acts": [
        {"serial": 1, "subject": "关于公开拍卖厂房的报告", "on": "2027年4月22日", "result": "已报告"}
    ],
    "text": "委员会每月查阅管理人账户的收支明细，未发现超出债权人会议授权的支出。",
}
OWN_STAGES: dict[DocumentKind, Stage] = {
    K.SET_OFF_ANSWER: Stage("2027-02-20", facts=SET_OFF),
    K.RETRIEVAL_ANSWER: Stage("2027-01-22", facts=RETRIEVAL),
    K.MEETING_NOTICE: Stage("2027-04-01", declared=True, facts=HELD),
    K.DISPOSAL_REPORT: Stage(
        "2027-04-22",
        declared=True,
        facts={
            "disposal_subject": "公开拍卖临江路厂房及土地使用权",
            "disposal_text": "依照债权人会议通过的变价方案，委托网络拍卖平台公开拍卖，起拍价为评估价。",
            "amount_fen": 820000000,
            "to_committee": True,
            "planned_on": "2027-05-10",
            "disposal_assets": [
                {"serial": 1, "name": "临江路厂房", "book_fen": 640000000, "appraised_fen": 610000000},
                {"serial": 2, "name": "临江路土地使用权", "book_fen": None, "appraised_fen": 210000000},
            ],
        },
    ),
    K.MANAGEMENT_PLAN: Stage(
        "2027-01-18", facts={"plan": "一、财产由管理人统一保管。\n二、资金存入管理人账户。"}
    ),
    K.REALISATION_PLAN: Stage("2027-03-20", declared=True, facts={"plan": PLAN}),
    K.DISTRIBUTION_PLAN: Stage(
        "2027-08-05",
        declared=True,
        facts={
            "plan_order": "先清偿破产费用和共益债务；其余按照法定顺序分配。\n"
            "职工债权、社会保险费用和税款全额清偿，普通债权的分配比例为8.3192%。",
            "plan_rows": ROWS_OF_PLAN,
            "common_fen": 8650000,
        },
    ),
    K.PLAN_RULING_REQUEST: Stage(
        "2027-04-22",
        declared=True,
        facts={"plan_name": "破产财产变价方案", "lost_twice": False, "plan_vote": VOTE},
    ),
    K.RECOGNITION_REQUEST: Stage(
        "2027-08-20", declared=True, facts={"plan_vote": {**PASSED, "meeting": 3, "on": "2027-08-18"}}
    ),
    K.DISTRIBUTION_REPORT: Stage("2027-09-28", declared=True, facts=DISTRIBUTED),
    K.TERMINATION_REQUEST: Stage("2027-09-28", declared=True, facts={"after_distribution": True}),
    K.CLAIMS_REPORT: Stage("2027-01-20", facts=TABLE),
    K.WORK_REPORT: Stage("2027-04-15", declared=True, facts=WORK),
    K.REMUNERATION_REPORT: Stage("2027-01-20", facts={"brackets": BRACKETS}),
    K.REMUNERATION_REQUEST: Stage(
        "2027-07-20",
        declared=True,
        facts={
            "collect_on": "2027-08-01",
            "estate_fen": 388112030,
            "estate": "管理人账户余额，已扣除应付的破产费用",
        },
    ),
    K.MEETING_MINUTES: Stage("2027-04-20", declared=True, facts=HELD),
    K.MEETING_RESOLUTION: Stage("2027-04-20", declared=True, facts=RESOLVED),
    K.COMMITTEE_REPORT: Stage("2027-04-20", declared=True, facts=COMMITTEE),
}
"""The day of each paper, and what it says."""
