"""What each court decides for itself, because the law leaves it open or no text could be verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import (
    ApprovalLevel,
    ClaimClass,
    CollateralCostPolicy,
    CourtFeeBase,
    DocumentKind,
    PaperMaker,
    RemunerationBase,
    Term,
    maker_of,
)
from workflows.errors import SettingError
from workflows.law.citations import Citation, cite
from workflows.text import Text

Value = int | bool | str


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a court: its default, its sentence, why it is one, and its bounds if a number."""

    name: str
    default: Value
    label: Text
    why: Text
    basis: tuple[Citation, ...]
    status: str
    least: int = 0
    most: int = 3650
    choices: tuple[Term, ...] = ()

    def read(self, raw: Any) -> Value:
        """A value as it may be.

        Raises:
            SettingError: naming the setting.
        """
        if self.choices:
            if raw == "" or raw in {choice.value for choice in self.choices}:
                return str(raw)
            raise SettingError(self.name, Text("“{label}”请从列出的选项中选择。", label=self.label))
        if isinstance(self.default, bool):
            if isinstance(raw, bool):
                return raw
            raise SettingError(self.name, Text("“{label}”须为是或者否。", label=self.label))
        if isinstance(raw, int) and not isinstance(raw, bool) and self.least <= raw <= self.most:
            return raw
        raise SettingError(
            self.name,
            Text("“{label}”须为{least}至{most}的整数。", label=self.label, least=self.least, most=self.most),
        )


def approval_name(kind: DocumentKind) -> str:
    """The name of the setting that says who approves a kind of paper."""
    return f"approval.{kind.value}"


COURT_LEVELS = tuple(
    level for level in ApprovalLevel if level not in {ApprovalLevel.ADMINISTRATOR, ApprovalLevel.CHAIR}
)
"""Who approves papers of the court; what administrator and creditors make is approved by themselves."""
APPROVALS = tuple(
    Setting(
        approval_name(kind),
        "",
        Text("签发级别：{kind}", kind=kind),
        Text("不选即按该种文书的通常级别签发。"),
        cite("DESIGN"),
        "DESIGN",
        choices=COURT_LEVELS,
    )
    for kind in DocumentKind
    if maker_of(kind) == PaperMaker.COURT
)
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
SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting(
            "correction_days",
            5,
            Text("补正期限（日）"),
            Text("法律没有规定申请人补正的期限，由法院指定。"),
            cite("I1 7(3)"),
            "LOCAL",
            1,
            60,
        ),
        Setting(
            "supplement_default",
            True,
            Text("逾期未补正按撤回处理"),
            Text("依据的是 2002 年的旧规定，是否继续适用由法院决定。"),
            cite("P2002 10(1)"),
            "UNVERIFIED",
        ),
        Setting(
            "exec_transfer_needs_debtor_notice",
            False,
            Text("执行移送案件仍通知债务人并起算异议期"),
            Text("申请执行人同意移送的，是否须先通知债务人，规定不明。"),
            cite("CPL-I 511", "EBL 10(1)"),
            "UNVERIFIED",
        ),
        Setting(
            "hearing_notice_days",
            3,
            Text("听证提前通知（日）"),
            Text("破产法没有规定，参照开庭三日前通知。"),
            cite("EBL 4", "CPL 139"),
            "DESIGN",
            1,
            60,
        ),
        Setting(
            "posted_appeal_wait_days",
            7,
            Text("上诉期满后等待在途邮件（日）"),
            Text("期满前交邮的不算过期，邮件可能在期满后才到。"),
            cite("CPL 85(4)"),
            "DESIGN",
            0,
            60,
        ),
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
        Setting(
            "declare_after_first_meeting",
            False,
            Text("第一次债权人会议后才宣告破产"),
            Text("会议纪要的要求，法律没有规定；无财产等案件可以更早宣告。"),
            cite("M2018 23"),
            "UNVERIFIED",
        ),
        Setting(
            "declare_with_t43",
            True,
            Text("不足清偿破产费用终结时一并宣告破产"),
            Text("尚未宣告的，在终结裁定中一并宣告。"),
            cite("M2018 30", "EBL 43(4)"),
            "UNVERIFIED",
        ),
        Setting(
            "selection_required",
            False,
            Text("受理、更换前须先选定管理人"),
            Text("一般应以随机方式公开指定；是否一律要求在系统内选定，由法院决定。"),
            cite("AA 20"),
            "LOCAL",
        ),
        Setting(
            "payments_before_termination_120",
            False,
            Text("分配额全部支付或者提存后才提请终结"),
            Text("最后分配是否须逐笔到账后才算完结，法律没有明文；不选即只提示未到账的笔数。"),
            cite("EBL 120(2)"),
            "DESIGN",
        ),
        Setting(
            "nothing_left_before_termination_120",
            True,
            Text("账上没有可供分配的款项后才因最后分配完结提请终结"),
            Text("最后分配后账上余款如何处理，法律没有明文；不选即不核对账上余款。"),
            cite("EBL 120(2)"),
            "DESIGN",
        ),
        Setting(
            "remuneration_local_percent",
            100,
            Text("管理人报酬比例的地方限制（为规定比例的百分之几）"),
            Text("高级人民法院可以在百分之三十的幅度内制定当地的比例限制范围；没有制定的为100。"),
            cite("AR 2(3)"),
            "LOCAL",
            70,
            130,
        ),
        Setting(
            "remuneration_base",
            RemunerationBase.BEFORE.value,
            Text("计算管理人报酬的财产价值总额"),
            Text("是否扣除破产费用和共益债务，规定没有写明。"),
            cite("AR 2(1)"),
            "UNVERIFIED",
            choices=tuple(RemunerationBase),
        ),
        Setting(
            "court_fee_base",
            CourtFeeBase.ALL.value,
            Text("计算案件受理费的破产财产总额"),
            Text("设定担保的财产属于债务人财产；也有法院只按没有设定担保的财产计算。"),
            cite("FEE 14⑥", "I2 3(1)"),
            "UNVERIFIED",
            choices=tuple(CourtFeeBase),
        ),
        Setting(
            "appraisal_valid_months",
            12,
            Text("评估报告有效期（月）"),
            Text("评估报告没有写明有效期的，自评估基准日起计算；法律没有规定。"),
            cite("EBL 111"),
            "DESIGN",
            1,
            36,
        ),
        Setting(
            "first_reserve_percent",
            70,
            Text("首轮拍卖保留价不低于评估价的百分比"),
            Text("破产法没有规定；债权人会议对保留价另有决议的，从其决议。"),
            cite("EBL 111", "EBL 112"),
            "DESIGN",
            0,
            100,
        ),
        Setting(
            "further_reserve_percent",
            80,
            Text("再次拍卖保留价不低于前一轮保留价的百分比"),
            Text("破产法没有规定；债权人会议对保留价另有决议的，从其决议。"),
            cite("EBL 111", "EBL 112"),
            "DESIGN",
            0,
            100,
        ),
        Setting(
            "forfeited_deposit_follows_asset",
            False,
            Text("悔拍没收的保证金随该项财产优先清偿担保债权"),
            Text("没有规定；不选即并入其他破产财产。"),
            cite("EBL 30", "EBL 109"),
            "DESIGN",
        ),
        Setting(
            "collateral_cost_policy",
            CollateralCostPolicy.DEDUCT_FROM_ASSET.value,
            Text("担保财产的变价费用由谁负担"),
            Text("从该项财产的变价款中扣除是通行做法，没有明文。"),
            cite("EBL 41", "EBL 109"),
            "UNVERIFIED",
            choices=tuple(CollateralCostPolicy),
        ),
        Setting(
            "spending_alone_up_to",
            5000,
            Text("管理人可以自行决定的单笔支出上限（元）"),
            Text("法律没有规定支出的审批权限；超过此数的支出须经法官批准。"),
            cite("EBL 25(1)④", "DESIGN"),
            "DESIGN",
            0,
            1_000_000,
        ),
        Setting(
            "article_43_expected_proceeds",
            False,
            Text("判断第四十三条时计入预计变价收入"),
            Text("法律没有规定是否计入尚未变价的财产；计入的只有没有负担的财产，按成交价或者评估价。"),
            cite("EBL 43(4)", "DESIGN"),
            "DESIGN",
        ),
        Setting(
            "statement_day_window",
            3,
            Text("自动核对银行流水时允许相差的日数"),
            Text("银行记账日与记账凭证日期可能相差几日。"),
            cite("DESIGN"),
            "DESIGN",
            0,
            30,
        ),
        *APPROVALS,
    )
}


def read_settings(raw: Mapping[str, Any]) -> dict[str, Value]:
    """The settings of a court: what it has chosen, else the defaults.

    Raises:
        SettingError: naming a setting with a value that it cannot have.
    """
    return {
        name: setting.read(raw[name]) if name in raw else setting.default
        for name, setting in SETTINGS.items()
    }
