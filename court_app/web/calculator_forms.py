"""What the page of each calculator asks for."""

from dataclasses import dataclass
from typing import Any

from court_app.web.calculator_lines import KINDS, RANKS, SECOND, Column
from models.vocabulary import PeriodUnit, Rank
from workflows.law.cram_down import PlanClassKind
from workflows.law.votes import VoteMatter
from workflows.text import Bilingual

YES_NO = (("yes", Bilingual("是", "yes")), ("no", Bilingual("否", "no")))
Choices = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a page: a line of text, a date, one of some choices, or a list typed line by line.

    `name` is the path in the calculator's input. `group` puts it under a heading of its own.
    """

    name: str
    label: Bilingual
    widget: str = "text"
    choices: Choices = ()
    columns: tuple[Column, ...] = ()
    hint: Bilingual | None = None
    group: Bilingual | None = None
    optional: bool = False
    whole: bool = False


def column(name: str, zh: str, en: str, **more: Any) -> Column:
    """A place of a line."""
    return Column(name, Bilingual(zh, en), **more)


FACTS = Bilingual(
    "法院查明的事实（有组未通过时填写，可不填）", "What the court has found (if a class failed; may be left)"
)


def fact(name: str, zh: str, en: str) -> Field:
    """A question of article 87(2) with yes, no, or not yet."""
    return Field(f"facts.{name}", Bilingual(zh, en), "choice", YES_NO, group=FACTS, optional=True)


CLAIMS = (
    column("id", "编号", "id"),
    column("rank", "顺位", "rank", terms=tuple(Rank), words=RANKS),
    column("amount", "金额（元）", "amount (yuan)"),
)
SECURED = (
    column("asset", "财产", "asset"),
    column("proceeds", "变价款（元）", "proceeds (yuan)"),
    column("cost", "变价费用（元）", "cost (yuan)"),
    column("id", "债权编号", "id of the claim"),
    column("amount", "债权金额（元）", "amount (yuan)"),
    column("priority", "受偿次序", "priority", whole=True, optional=True),
)
RECEIVED = (
    column("id", "编号", "id"),
    column("original", "原债权（元）", "claim before any concession (yuan)"),
    column("received", "已受偿（元）", "received (yuan)", optional=True),
)
COLLATERAL = (
    column("value", "担保物净值（元）", "net value (yuan)"),
    column("claim", "所担保的债权（元）", "claim secured (yuan)"),
)
RATES = (
    column("from", "自日期", "from"),
    column("annual_percent", "年利率（%）", "percent a year"),
)
CLASSES = (
    column("kind", "组别", "class", terms=tuple(PlanClassKind), words=KINDS),
    column("present", "出席", "present", whole=True),
    column("for_heads", "同意人数", "heads in favour", whole=True),
    column("for_amount", "同意金额", "amount in favour"),
    column("total_amount", "该组总额", "total of the class"),
    column(
        "second",
        "再次表决：拒绝，或者出席",
        "second vote: refused, or present",
        whole=True,
        words=SECOND,
        optional=True,
    ),
    column("second.for_heads", "同意人数", "heads in favour", whole=True, optional=True),
    column("second.for_amount", "同意金额", "amount in favour", optional=True),
    column("second.total_amount", "该组总额", "total of the class", optional=True),
)
FIELDS: dict[str, tuple[Field, ...]] = {
    "period": (
        Field("from", Bilingual("起算日", "from")),
        Field("length", Bilingual("长度", "length"), whole=True),
        Field("unit", Bilingual("单位", "unit"), "choice", tuple((unit.value, unit) for unit in PeriodUnit)),
        Field(
            "direction",
            Bilingual("方向", "direction"),
            "choice",
            (("after", Bilingual("向后", "after")), ("before", Bilingual("向前", "before"))),
        ),
        Field(
            "deadline",
            Bilingual("或者按期限名称（如 claim_window）", "or by name (such as claim_window)"),
        ),
    ),
    "acceptance-schedule": (
        Field("accepted_on", Bilingual("受理日期", "accepted on"), "date"),
        Field("announced_on", Bilingual("公告日期", "announced on"), "date"),
        Field("claims_deadline", Bilingual("债权申报截止日", "claims to be filed by"), "date"),
        Field("first_meeting", Bilingual("第一次债权人会议日期", "first meeting"), "date"),
        Field("meeting_notice_on", Bilingual("会议通知日期", "notice of the meeting"), "date"),
    ),
    "case-number": (Field("text", Bilingual("案号", "case number")),),
    "draw": (
        Field("seed", Bilingual("种子", "seed")),
        Field("case_number", Bilingual("案号", "case number")),
        Field("candidates", Bilingual("候选人的名册编号", "roster numbers of the candidates")),
        Field("commitment", Bilingual("抽签前公布的承诺值", "commitment published before the draw")),
    ),
    "amount-in-words": (Field("amount", Bilingual("金额（元）", "amount (yuan)")),),
    "vote": (
        Field(
            "matter",
            Bilingual("表决事项", "matter"),
            "choice",
            tuple((matter.value, matter) for matter in VoteMatter),
        ),
        Field(
            "present",
            Bilingual("出席的有表决权的债权人", "creditors present who may vote"),
            whole=True,
            hint=Bilingual(
                "弃权的算出席；缺席的不算。", "Abstaining counts as present; staying away does not."
            ),
        ),
        Field("for_heads", Bilingual("同意的债权人", "creditors in favour"), whole=True),
        Field("for_amount", Bilingual("同意的债权额（元）", "claims in favour (yuan)"), "money"),
        Field(
            "total_amount",
            Bilingual("总额（元）", "total (yuan)"),
            "money",
            hint=Bilingual(
                "无财产担保债权总额；重整计划为该组总额；出资人组为出席的表决权。",
                "All unsecured claims; of a plan, those of the class; of investors, voting rights present.",
            ),
        ),
    ),
    "plan-classes": (
        Field("classes", Bilingual("各表决组", "classes"), "lines", columns=CLASSES),
        fact(
            "secured_paid_in_full",
            "担保债权就该财产全额清偿",
            "secured claims are paid in full from the asset",
        ),
        fact("secured_delay_compensated", "延期损失得到公平补偿", "delay is fairly compensated"),
        fact("security_not_impaired", "担保权未受实质性损害", "security is not substantially impaired"),
        fact("employees_paid_in_full", "职工债权全额清偿", "employees are paid in full"),
        fact("taxes_paid_in_full", "税款全额清偿", "taxes are paid in full"),
        Field(
            "facts.plan_percent",
            Bilingual("普通债权按重整计划的清偿比例（%）", "ordinary claims: percent under the plan"),
            group=FACTS,
            optional=True,
        ),
        Field(
            "facts.small_plan_percent",
            Bilingual("小额债权组的比例（%），不同时填写", "small claims: percent, if different"),
            group=FACTS,
            optional=True,
        ),
        Field(
            "facts.liquidation_percent",
            Bilingual("破产清算的清偿比例（%，或者分数）", "in a liquidation (percent, or a fraction)"),
            group=FACTS,
            optional=True,
        ),
        fact(
            "equity_adjusted_fairly", "对出资人权益的调整公平、公正", "investors' rights are adjusted fairly"
        ),
        fact("members_treated_equally", "公平对待同一组的成员", "members of a class are treated equally"),
        fact("order_kept", "清偿顺序不违反第一百一十三条", "the order of article 113 is kept"),
        fact("business_plan_feasible", "经营方案可行", "the business plan is feasible"),
        fact(
            "dissenters_no_worse_off",
            "反对者所得不低于破产清算（会议纪要）",
            "dissenters are no worse off than in a liquidation (minutes)",
        ),
    ),
    "distribution": (
        Field(
            "pool",
            Bilingual("可供分配的财产（元）", "pool (yuan)"),
            "money",
            hint=Bilingual("不含担保财产。", "Without encumbered assets."),
        ),
        Field("claims", Bilingual("债权", "claims"), "lines", columns=CLAIMS),
        Field(
            "secured",
            Bilingual("担保财产", "encumbered assets"),
            "lines",
            columns=SECURED,
            optional=True,
            hint=Bilingual(
                "同一财产有几笔担保债权的，每笔一行，按受偿先后排列；次序相同的写明次序，按比例受偿。",
                "Several claims on one asset take a line each, in the order in which they are met; "
                "with a priority on each line, equal ones share.",
            ),
        ),
    ),
    "equalisation": (
        Field("pool", Bilingual("可供这一顺位分配的财产（元）", "pool for this rank (yuan)"), "money"),
        Field(
            "claims",
            Bilingual("同一顺位的债权", "claims of one rank"),
            "lines",
            columns=RECEIVED,
            hint=Bilingual(
                "原债权为未作让步的数额；已受偿为执行计划或者协议所得。",
                "The claim as it was before any concession; received is what was had under the plan.",
            ),
        ),
    ),
    "remuneration": (
        Field(
            "value",
            Bilingual("最终清偿的财产价值（元）", "value finally used for payment (yuan)"),
            "money",
            hint=Bilingual("不含担保权人优先受偿的部分。", "Without what secured creditors get first."),
        ),
        Field("collateral", Bilingual("担保物", "collateral"), "lines", columns=COLLATERAL, optional=True),
        Field(
            "local_factor",
            Bilingual("当地浮动系数（0.7 至 1.3）", "local factor (0.7 to 1.3)"),
            optional=True,
        ),
    ),
    "court-fee": (
        Field(
            "kind",
            Bilingual("种类", "kind"),
            "choice",
            (
                ("bankruptcy", Bilingual("破产案件申请费", "bankruptcy")),
                ("property", Bilingual("财产案件受理费", "suit about property")),
            ),
        ),
        Field("value", Bilingual("财产总额或者诉讼标的（元）", "value of the property (yuan)"), "money"),
    ),
    "interest": (
        Field("principal", Bilingual("本金（元）", "principal (yuan)"), "money"),
        Field("from", Bilingual("起息日（计入）", "from (counted)"), "date"),
        Field("to", Bilingual("止息日，如受理日（不计入）", "to, such as acceptance (not counted)"), "date"),
        Field("rates", Bilingual("利率", "rates"), "lines", columns=RATES),
        Field(
            "day_count",
            Bilingual("一年按", "days of a year"),
            "choice",
            (("365", Bilingual("365日", "365 days")), ("360", Bilingual("360日", "360 days"))),
        ),
        Field("to_counted", Bilingual("止息日也计入", "count the last day too"), "choice", YES_NO[::-1]),
    ),
}


def sections(name: str) -> list[tuple[Bilingual | None, list[Field]]]:
    """The fields of a page under their headings, in order."""
    made: list[tuple[Bilingual | None, list[Field]]] = []
    for field in FIELDS[name]:
        if not made or made[-1][0] is not field.group:
            made.append((field.group, []))
        made[-1][1].append(field)
    return made


def takes_lists(name: str) -> bool:
    """Whether something is typed line by line, which may be too long for an address."""
    return any(field.widget == "lines" for field in FIELDS[name])
