"""What each court decides for itself, because the law leaves it open or no text could be verified."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import ApprovalLevel, DocumentKind, Term
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


APPROVALS = tuple(
    Setting(
        approval_name(kind),
        "",
        Text("签发级别：{kind}", kind=kind),
        Text("不选即按该种文书的通常级别签发。"),
        cite("DESIGN"),
        "DESIGN",
        choices=tuple(ApprovalLevel),
    )
    for kind in DocumentKind
)
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
