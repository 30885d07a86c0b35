"""What a court decides of claims, their ranks and votes."""

from models.vocabulary import (
    ClaimClass,
)
from workflows.law.citations import cite
from workflows.law.setting import Setting
from workflows.text import Text

RANKS = (
    Setting(
        "injury_damages_with_wages",
        False,
        Text("人身损害赔偿按职工债权的顺序清偿"),
        Text("会议纪要写明可以参照该顺序，惩罚性赔偿除外；不选即为普通债权，个案由法官决定。"),
        cite("M2018 28", "EBL 113(1)①"),
        "LOCAL",
    ),
    Setting(
        "wage_advances_with_wages",
        True,
        Text("第三方垫付的职工债权按职工债权清偿"),
        Text("依据的会议纪要条文未能核对原文；欠薪保障基金垫付的顺序由法院个案决定。"),
        cite("M2018 27", "EBL 113(1)①"),
        "UNVERIFIED",
    ),
    Setting(
        "housing_fund_with_wages",
        True,
        Text("欠缴的住房公积金按拖欠的工资清偿"),
        Text("依据的会议纪要条文未能核对原文。"),
        cite("M2018 27", "EBL 113(1)①"),
        "UNVERIFIED",
    ),
    Setting(
        "casual_wages_with_wages",
        False,
        Text("非正式职工的劳动报酬按职工债权的顺序清偿"),
        Text("依据的是 2002 年的旧规定，是否继续适用由法院决定。"),
        cite("P2002 57", "EBL 113(1)①"),
        "UNVERIFIED",
    ),
    Setting(
        "staff_loans_with_wages",
        False,
        Text("职工集资款的本金按职工债权的顺序清偿"),
        Text("依据的是 2002 年的旧规定，是否继续适用由法院决定；违法的高额利息不受保护。"),
        cite("P2002 58", "EBL 113(1)①"),
        "UNVERIFIED",
    ),
)
"""Which figures a court pays in the rank of wages although article 113 does not name them."""
CLAIM_SETTINGS: tuple[Setting, ...] = (
    Setting(
        "interest_includes_acceptance_day",
        False,
        Text("利息计算包括受理当日"),
        Text("法律规定自受理时起停止计息，是否包括当日没有明文；不选即计算至受理前一日。"),
        cite("EBL 46(2)"),
        "UNVERIFIED",
    ),
    Setting(
        "pre_acceptance_double_interest",
        "",
        Text("受理前迟延履行期间加倍部分利息的性质"),
        Text("列为普通债权还是劣后债权，各地做法不一，没有明文；不选即不核对。"),
        cite("I3 3", "M2018 28"),
        "UNVERIFIED",
        choices=(ClaimClass.ORD, ClaimClass.SUB),
    ),
    *RANKS,
    Setting(
        "employee_claims_in_total",
        False,
        Text("职工债权计入无财产担保债权总额"),
        Text("职工债权不必申报、没有表决权，是否计入表决的债权总额没有明文；不选即不计入。"),
        cite("EBL 48(2)", "EBL 59(5)", "EBL 64(1)"),
        "UNVERIFIED",
    ),
    Setting(
        "unfixed_claims_in_total",
        False,
        Text("尚未确定的债权计入无财产担保债权总额"),
        Text("没有临时确定债权额的债权不得行使表决权，是否计入总额没有明文；不选即不计入。"),
        cite("EBL 59(2)", "EBL 64(1)"),
        "UNVERIFIED",
    ),
    Setting(
        "secured_votes_with_other_claims",
        False,
        Text("担保债权人以其他无担保债权表决和解协议、分配方案"),
        Text("未放弃优先受偿权的债权人对这两项不享有表决权；其另有的无担保债权能否表决，规定不明。"),
        cite("EBL 59(3)"),
        "UNVERIFIED",
    ),
    Setting(
        "part_recourse_before_acceptance",
        False,
        Text("受理前部分代偿的保证人与债权人同时受偿"),
        Text(
            "受理前代偿一部分、债权人只申报余额的，保证人能否在债权人全部受偿前受偿，"
            "企业破产法第五十一条与担保制度解释第二十三条的关系没有明文；不选即须等债权人全部受偿。"
        ),
        cite("EBL 51(1)", "SG 23(2)"),
        "UNVERIFIED",
    ),
    Setting(
        "equity_votes_of_all",
        False,
        Text("出资人组按全部表决权计算三分之二"),
        Text("出资人组的表决比例法律没有规定；不选即按出席会议的表决权计算。"),
        cite("EBL 85(2)"),
        "UNVERIFIED",
    ),
    Setting(
        "cram_down_needs_a_class",
        True,
        Text("申请强制批准重整计划草案须至少有一组通过"),
        Text("会议纪要的要求，法律条文只写“部分表决组未通过”。"),
        cite("EBL 87(1)", "M2018 18"),
        "UNVERIFIED",
    ),
)
"""Interest, ranks of double interest, and whose claims count for what in votes."""
