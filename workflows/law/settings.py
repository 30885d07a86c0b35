"""What each court decides for itself, because the law leaves it open or no text could be verified."""

from collections.abc import Mapping
from typing import Any

from models.vocabulary import (
    ApprovalLevel,
    DocumentKind,
    PaperMaker,
    maker_of,
)
from workflows.law.citations import cite
from workflows.law.setting import Setting, Value
from workflows.law.settings_of_claims import CLAIM_SETTINGS
from workflows.law.settings_of_money import MONEY_SETTINGS
from workflows.text import Text


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
        *CLAIM_SETTINGS,
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
        *MONEY_SETTINGS,
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
