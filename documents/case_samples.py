"""Invented facts of one liquidation, from the first meeting to what is found after its end."""

from dataclasses import dataclass, field
from typing import Any

from models.vocabulary import DocumentKind

K = DocumentKind
ACCEPTED, MEETING, DECLARED = "2026-11-20", "2027-01-28", "2027-03-12"
OFFICE, SUCCESSOR = "江澜衡正会计师事务所", "江澜正序律师事务所"
CLAIMS = [
    {
        "serial": serial,
        "creditor": creditor,
        "class": claim_class,
        "filed_fen": filed_fen,
        "fixed_fen": fixed_fen,
    }
    for serial, creditor, claim_class, filed_fen, fixed_fen in (
        (1, "江澜市恒远钢材贸易有限公司", "普通债权", 386217455, 386217455),
        (2, "江澜市临江农村商业银行股份有限公司", "有财产担保债权", 2860000000, 2813664002),
        (3, "国家税务总局江澜市开发区税务局", "税款债权", 41230918, 41230918),
    )
]
VOTE = {
    "meeting": 2,
    "on": "2027-04-20",
    "present": 38,
    "for_heads": 17,
    "for_fen": 2104500000,
    "total_fen": 4988013398,
}
PASSED = {**VOTE, "for_heads": 29, "for_fen": 3641200000}
WORKING = [
    "本次分配总额6,328,800.00元。",
    "职工债权：债权1,867,420.55元，分配1,867,420.55元，比例186742055／186742055（约100.0000%）。",
    "社会保险费用和税款：债权412,309.18元，分配412,309.18元，比例41230918／41230918（约100.0000%）。",
    "普通债权：债权48,671,230.10元，分配4,049,070.27元，比例404907027／4867123010（约8.3192%）。",
    "余额0.00元。",
]
SHARES = [
    {**CLAIMS[0], "amount_fen": 2145360},
    {**CLAIMS[1], "class": "普通债权", "fixed_fen": 1204511800, "amount_fen": 6691310},
]
BRACKETS = [
    {"slice": name, "rate": rate, "part": part, "due": due}
    for name, rate, part, due in (
        ("不超过100万元的部分", "12", "1,000,000.00", "120,000.00"),
        ("超过100万元至500万元的部分", "10", "4,000,000.00", "400,000.00"),
        ("超过500万元至1000万元的部分", "8", "5,000,000.00", "400,000.00"),
        ("超过1000万元至5000万元的部分", "6", "3,925,678.90", "235,540.734"),
    )
]
FEE_BRACKETS = [
    {"slice": name, "rate": rate, "part": part, "due": due}
    for name, rate, part, due in (
        ("不超过1万元的部分", "定额", "10,000.00", "50.00"),
        ("超过1万元至10万元的部分", "2.5%", "90,000.00", "2,250.00"),
        ("超过10万元至20万元的部分", "2%", "100,000.00", "2,000.00"),
        ("超过20万元至50万元的部分", "1.5%", "300,000.00", "4,500.00"),
        ("超过50万元至100万元的部分", "1%", "500,000.00", "5,000.00"),
        ("超过100万元至200万元的部分", "0.9%", "1,000,000.00", "9,000.00"),
        ("超过200万元至500万元的部分", "0.8%", "3,000,000.00", "24,000.00"),
        ("超过500万元至1000万元的部分", "0.7%", "5,000,000.00", "35,000.00"),
        ("超过1000万元至2000万元的部分", "0.6%", "10,000,000.00", "60,000.00"),
        ("超过2000万元的部分", "0.5%", "2,695,678.90", "13,478.3945"),
    )
]
FACTS: dict[str, Any] = {
    "first_meeting_held_on": MEETING,
    "chair_name": "江澜市临江农村商业银行股份有限公司",
    "creditor": "江澜市恒远钢材贸易有限公司",
    "claim_serial": 1,
    "class_of_claim": "普通债权",
    "claimed_fen": 386217455,
    "provisional_fen": 320000000,
    "verified_on": MEETING,
    "claims": CLAIMS,
    "many": False,
    "claims_count": 3,
    "claims_total_fen": 3241112375,
    "assets_fen": 3120744560,
    "debts_fen": 10233678017,
    "plan_vote": VOTE,
    "plan_text": "一、不动产、机器设备通过网络拍卖平台公开拍卖，以评估价为第一次拍卖的起拍价。\n"
    "二、流拍的，降价不超过百分之二十后再次拍卖；二次流拍的，提请债权人会议另行决议。\n"
    "三、应收账款由管理人依法催收；确实无法收回的，公开转让。",
    "available_fen": 632880000,
    "remuneration_fen": 41000000,
    "plan_method": "由管理人以货币方式一次分配，按照债权人书面提供的账户转账支付。",
    "meeting_number": 2,
    "resolution_subject": "破产财产变价方案",
    "resolved_on": "2027-04-20",
    "revocation_creditor": "江澜市恒远钢材贸易有限公司",
    "revocation_asked_on": "2027-04-28",
    "revocation_ground": "会议的表决违反法定程序",
    "revocation_harm": "会议将尚未确定债权的债权人计入表决，致使方案低价处分主要设备。",
    "plan": "realisation_plan",
    "asked_by": "江澜市恒远钢材贸易有限公司",
    "asked_on": "2027-05-06",
    "holds_fen": 0,
    "total_fen": 4988013398,
    "upheld": True,
    "distribution_number": 2,
    "is_final": True,
    "announced_on": "2027-09-10",
    "distributed_fen": 632880000,
    "distribution_working": WORKING,
    "escrow_fen": 1280055,
    "shares": SHARES,
    "escrow_article": "118",
    "deposited_for": "江澜市恒远钢材贸易有限公司",
    "deposited_fen": 32130410,
    "to_creditor_fen": 0,
    "to_others_fen": 32130410,
    "termination_asked_on": "2027-09-28",
    "termination_reason": "破产财产已经全部变价，分配款已经支付或者提存，没有其他财产可供分配。",
    "termination_article": "120",
    "estate_fen": 18350020,
    "expenses_fen": 46200000,
    "terminated_on": "2027-10-08",
    "ended_by": "T120B",
    "missing": "法定代表人龚䶮和2023年以后的会计账簿",
    "agreed_on": "2027-02-20",
    "by_third_party": True,
    "found_fen": 9136670,
    "costs_fen": 300000,
    "pending_suits": [
        {
            "creditor": "江澜市远山机电有限公司",
            "serial": 17,
            "forum": "河原省江澜市中级人民法院",
            "reference": "（2027）豫97民初88号",
        }
    ],
    "old_administrator": OFFICE,
    "old_administrator_kind": "ORGANISATION",
    "appointed_on": ACCEPTED,
    "ex_officio": False,
    "office_asked_by": "request_replacement",
    "office_asked_on": "2027-02-26",
    "office_asked_reason": "管理人未按期报告财产状况，对主要设备疏于保管。",
    "explanation": "财产状况报告已于2027年3月1日提交，设备保管由专人负责。",
    "administrator_kind": "组织",
    "administrator_name": SUCCESSOR,
    "administrator_head": "林霁",
    "administrator_address": "江澜市望江路18号3层",
    "administrator_phone": "0000-5556667",
    "fine_fen": 8000000,
    "request_kind": "继续或者停止债务人营业",
    "request_subject": "关于继续债务人营业的请示",
    "requested_on": "2026-12-08",
    "granted": True,
    "answer": "同意债务人在第一次债权人会议召开前继续履行在手订单，每月收支情况于次月五日前报送本院。",
    "part": "",
    "recognised": True,
    "members": [
        {"name": "江澜市临江农村商业银行股份有限公司", "person": "欧阳清", "kind": "债权人代表"},
        {"name": "江澜市恒远钢材贸易有限公司", "person": "陈旻昇", "kind": "债权人代表"},
        {"name": "苏禾", "person": "苏禾", "kind": "职工代表"},
    ],
    "leaving_members": [],
    "decision_subject": "查阅管理人账户的收支明细",
    "resisting": "管理人",
    "refused_what": "委员会两次书面要求提供管理人账户的收支明细，管理人未予提供。",
    "order": "管理人应当在三日内向债权人委员会提供管理人账户自开立以来的收支明细。",
    "disposal_subject": "",
    "disposal_act": "土地、房屋等不动产权益的转让",
    "reported_on": "2027-04-22",
    "objection": "变价方案规定公开拍卖，管理人报告的是协议转让。",
    "inspection_asked_on": "2027-02-18",
    "papers_asked": ["债务人财产状况报告", "债权人会议决议"],
    "which_papers": "",
    "grounds": "债权人为行使表决权，需要了解债务人财产的状况。",
    "refused_on": "2027-02-22",
    "refusal_reason": "资料正在整理。",
    "remuneration_payee": OFFICE,
    "payee_kind": "ORGANISATION",
    "planned_on": "2026-12-04",
    "several": False,
    "decides": "final",
    "basis_fen": 1392567890,
    "brackets": BRACKETS,
    "reckoned_fen": 115554073,
    "legal_cap_fen": 115554073,
    "planned_fen": 115554073,
    "old_planned_fen": 120000000,
    "collected": "分期收取",
    "stages": [
        {"when": "第一次债权人会议之后", "percent": "30"},
        {"when": "破产财产变价完毕之后", "percent": "40"},
        {"when": "分配方案执行完毕之后", "percent": "30"},
    ],
    "collateral": [
        {"name": "临江路厂房及土地使用权", "value_fen": 808000000, "claim_fen": 650000000},
        {"name": "数控机床八台", "value_fen": 210000000, "claim_fen": 300000000},
    ],
    "competitive": False,
    "factors": "债权人人数众多，财产分散在三个省份；管理人须垫付前期费用；本地居民收入和物价水平中等。",
    "adjusted": True,
    "changed_by": "uphold_objection",
    "objected_on": "2027-03-02",
    "objection_reason": "财产以房地产为主，变价工作量小于预测，报酬比例偏高。",
    "fixed_fen": 100000000,
    "asked_fen": 30000000,
    "work": "已完成财产接管、债权审查和第一次债权人会议的筹备",
    "limit_fen": 100000000,
    "paid_before_fen": 0,
    "allowed_fen": 30000000,
    "fee_rule": "全部财产，包括设定担保的财产",
    "fee_full": "155,278.3945",
    "fee_half": "77,639.19725",
    "fee_at_most": False,
    "fee_fen": 7763920,
}
"""What the steps of the case supplied or found out, where a kind below does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The day of a paper, its place in the series of rulings or decisions, and what is its own."""

    made_on: str
    suffix: str = ""
    declared: bool = False
    ruling: tuple[str, str] | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    def details(self) -> dict[str, Any]:
        """Everything that was supplied or found out by then."""
        told: dict[str, Any] = {"declared": self.declared}
        if self.declared:
            told["declared_on"] = DECLARED
        if self.ruling:
            told["ruling_number"], told["ruling_on"] = self.ruling
        return {**FACTS, **told, **self.facts}


NUMBER = "（2026）豫97破12号"
PLAN_RULING = (f"{NUMBER}之五", "2027-04-27")
RECOGNISED = (f"{NUMBER}之七", "2027-08-30")
ENDED = (f"{NUMBER}之九", "2027-10-08")
DISTRIBUTION_PLAN = {
    "plan_text": "先清偿破产费用和共益债务；其余按照职工债权、社会保险费用和税款、普通债权的顺序分配。\n"
    "职工债权、社会保险费用和税款全额清偿，普通债权的分配比例为8.3192%。",
    "plan_vote": {**VOTE, "meeting": 3, "on": "2027-08-18"},
}
STAGES: dict[DocumentKind, Stage] = {
    K.CHAIR_DECISION: Stage("2027-01-20"),
    K.CLAIMS_RULING: Stage("2027-02-25"),
    K.PROVISIONAL_AMOUNT_DECISION: Stage("2027-01-26", "之一"),
    K.DISMISSAL_RULING: Stage("2027-02-10", facts={"claims_count": 0}),
    K.RESTORE_MEASURES_LETTER: Stage(
        "2027-02-25", ruling=(f"{NUMBER}之一", "2027-02-10"), facts={"ended_by": None}
    ),
    K.DECLARATION_RULING: Stage(DECLARED, "之一"),
    K.DECLARATION_ANNOUNCEMENT: Stage(DECLARED, declared=True, ruling=(f"{NUMBER}之一", DECLARED)),
    K.DECLARATION_NOTICE: Stage("2027-03-15", declared=True, ruling=(f"{NUMBER}之一", DECLARED)),
    K.MANAGEMENT_PLAN_RULING: Stage(
        "2027-02-26",
        "之二",
        facts={
            "plan_text": "一、财产由管理人统一保管，不动产委托专业机构值守。\n"
            "二、债务人账户全部注销，资金存入管理人账户，支出须经管理人负责人签字。\n"
            "三、重大财产的处分事先报告债权人委员会；未设立委员会的，报告人民法院。",
            "plan_vote": {**VOTE, "meeting": 1, "on": MEETING},
        },
    ),
    K.REALISATION_PLAN_RULING: Stage("2027-04-27", "之五", declared=True),
    K.DISTRIBUTION_PLAN_RULING: Stage("2027-08-30", "之七", declared=True, facts=DISTRIBUTION_PLAN),
    K.RECONSIDERATION_DECISION: Stage("2027-05-14", "之四", declared=True, ruling=PLAN_RULING),
    K.RECOGNITION_RULING: Stage(
        "2027-08-30",
        "之七",
        declared=True,
        facts={**DISTRIBUTION_PLAN, "plan_vote": {**PASSED, "meeting": 3, "on": "2027-08-18"}},
    ),
    K.DISTRIBUTION_ANNOUNCEMENT: Stage(
        "2027-09-10",
        declared=True,
        ruling=RECOGNISED,
        facts={"claims_count": 41, "claims_total_fen": 5095095983},
    ),
    K.ESCROW_RULING: Stage("2027-11-15", "之十", declared=True),
    K.TERMINATION_43_RULING: Stage(
        "2027-03-22",
        "之一",
        declared=True,
        facts={
            "declares": True,
            "declared_on": "2027-03-22",
            "termination_asked_on": "2027-03-15",
            "termination_reason": "经查控和调查，债务人名下仅有零星设备和存款，没有其他可供追回的财产。",
        },
    ),
    K.TERMINATION_105_RULING: Stage("2027-03-02", "之二"),
    K.TERMINATION_108_RULING: Stage("2027-03-02", "之二"),
    K.TERMINATION_120A_RULING: Stage(
        "2027-06-18",
        "之四",
        declared=True,
        facts={
            "termination_asked_on": "2027-06-08",
            "termination_reason": "破产财产在清偿破产费用后已无剩余，没有其他财产可供分配。",
        },
    ),
    K.TERMINATION_120B_RULING: Stage("2027-10-08", "之九", declared=True),
    K.TERMINATION_UNABLE_RULING: Stage("2027-06-18", "之三"),
    K.TERMINATION_REFUSED_RULING: Stage("2027-10-08", "之九", declared=True),
    K.TERMINATION_ANNOUNCEMENT: Stage("2027-10-08", declared=True, ruling=ENDED),
    K.DUTIES_DECISION: Stage("2027-10-15", "之五", declared=True, ruling=ENDED),
    K.SUPPLEMENTARY_RULING: Stage(
        "2028-05-20",
        "之十一",
        declared=True,
        ruling=ENDED,
        facts={
            "asked_on": "2028-05-06",
            "distributed_fen": 8836670,
            "claims_count": 2,
            "claims_total_fen": 1590729255,
        },
    ),
    K.TREASURY_LETTER: Stage(
        "2028-05-20", declared=True, ruling=ENDED, facts={"found_fen": 186230, "costs_fen": 300000}
    ),
    K.EXPLANATION_NOTICE: Stage("2027-02-26"),
    K.REPLACEMENT_DECISION: Stage("2027-03-08", "之二"),
    K.REPLACEMENT_REFUSED_DECISION: Stage("2027-03-08", "之二"),
    K.RESIGNATION_DECISION: Stage(
        "2027-03-08",
        "之二",
        facts={
            "office_asked_by": "resign",
            "office_asked_reason": "因执业人员变动，已不具备继续办理本案的专业力量。",
        },
    ),
    K.REPLACEMENT_ANNOUNCEMENT: Stage("2027-03-08", ruling=(f"{NUMBER}之二", "2027-03-08")),
    K.FINE_DECISION: Stage("2027-03-22", "之三"),
    K.PERMISSION_REPLY: Stage("2026-12-11"),
    K.COMMITTEE_DECISION: Stage(
        "2027-02-05",
        facts={
            "resolution_subject": "设立债权人委员会并选任成员",
            "resolved_on": MEETING,
            "meeting_number": 1,
        },
    ),
    K.SUPERVISION_DECISION: Stage("2027-03-05", "之一", facts={"asked_on": "2027-03-02"}),
    K.INSPECTION_DECISION: Stage("2027-03-05", "之一"),
    K.STOP_DISPOSAL_DECISION: Stage(
        "2027-05-05",
        "之四",
        declared=True,
        facts={"disposal_subject": "关于协议转让厂房的报告", "planned_on": "2027-05-10"},
    ),
    K.REMUNERATION_NOTICE: Stage("2026-12-04"),
    K.REMUNERATION_CHANGE_NOTICE: Stage("2027-03-10"),
    K.REMUNERATION_DECISION: Stage("2027-08-02", "之六", declared=True),
    K.COURT_FEE_NOTICE: Stage(
        "2027-08-02", declared=True, facts={"basis_fen": 2269567890, "brackets": FEE_BRACKETS}
    ),
    K.REVOCATION_RULING: Stage("2027-05-18", "之六", declared=True),
    K.REVOCATION_REFUSED_RULING: Stage("2027-05-18", "之六", declared=True),
}
