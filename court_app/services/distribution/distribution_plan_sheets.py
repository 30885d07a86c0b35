"""Plans of distribution on paper and in spreadsheets (EBL 115(2))."""

from court_app.errors import BadInput
from court_app.services.claims.claim_sheets import MOST_PRINTED
from court_app.services.distribution.distribution_plans import ROUNDING, entries_of, sums_of
from court_app.services.distribution.distribution_sheets import rest_of
from court_app.services.distribution.holdings import investors_of
from court_app.services.distribution.in_kind import lines_in_kind
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Case, DistributionPlan, PlanEntry
from models.vocabulary import Term
from workflows.calculations.draft_lines import done_with
from workflows.calculations.money import plain, yuan
from workflows.law.citations import cite, together
from workflows.text import Text, show, thaw

HEADING = (
    Text("债权表序号"),
    Text("债权人"),
    Text("住所"),
    Text("债权性质"),
    Text("债权额（元）"),
    Text("财产担保受偿（元）"),
    Text("参加分配的债权额（元）"),
    Text("分配额（元）"),
    Text("处理"),
    Text("重整、和解中已受偿（元）"),
)
COLUMNS = (
    SheetColumn("序号", 13, "center"),
    SheetColumn("债权人", 52),
    SheetColumn("住所"),
    SheetColumn("债权性质", 26, "center"),
    SheetColumn("债权额（元）", 31, "right"),
    SheetColumn("担保受偿（元）", 29, "right"),
    SheetColumn("分配额（元）", 29, "right"),
    SheetColumn("处理", 34, "center"),
)


def printed(occasion: Occasion, case: Case, plan: DistributionPlan) -> bytes:
    """The plan as 破产财产分配方案 with its full table, as PDF.

    Raises:
        BadInput: if there are more creditors than may be printed at once.
    """
    entries = entries_of(occasion, plan, size=MOST_PRINTED + 1)
    if entries.total > MOST_PRINTED:
        raise BadInput({"serial": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})
    sums = sums_of(occasion, plan)
    total = "合计：{count}笔，债权{amount}元，财产担保受偿{secured}元，分配{paid}元。".format(
        count=entries.total,
        amount=yuan(sums["amount_fen"]),
        secured=yuan(sums["secured_fen"]),
        paid=yuan(sums["paid_fen"]),
    )
    return render_register(
        RegisterSheet(
            court=case.court.name,
            number=case.number,
            debtor=case.debtor.name if case.debtor else "",
            title="破产财产分配方案",
            basis=together(cite("EBL 115(2)", "AR 10"), "zh"),
            as_at=plan.proposed_on.isoformat(),
            made_on=occasion.today.isoformat(),
            made_by=occasion.name,
            columns=COLUMNS,
            lines=tuple(map(line_of, entries.rows)),
            totals=(total, "算式：", *(thaw(line) for line in plan.working)),
            opening=contents_of(plan, entries.total, sums["amount_fen"]),
        )
    )


def contents_of(plan: DistributionPlan, count: int, amount_fen: int) -> tuple[str, ...]:
    """The five contents and the remuneration, in the order of the article."""
    before = f"，其中破产费用{yuan(plan.expenses_fen)}元、共益债务{yuan(plan.common_fen)}元"
    return (
        f"一、参加分配的债权人名称或者姓名、住所：共{count}笔，见下表。",
        f"二、参加分配的债权额：合计{yuan(amount_fen)}元，见下表。",
        f"三、可供分配的破产财产数额：{yuan(plan.available_fen)}元"
        + (before if plan.expenses_fen or plan.common_fen else "")
        + f"；可供债权分配{yuan(plan.limit_fen)}元。",
        "四、分配的顺序、比例及数额：",
        *plan.order_and_ratio.splitlines(),
        str(ROUNDING),
        "五、实施分配的方法：",
        *plan.method.splitlines(),
        *(str(line) for line in lines_in_kind(plan)),
        *lines_of_investors(plan),
        f"六、管理人最终报酬：{yuan(plan.remuneration_fen)}元。",
    )


def lines_of_investors(plan: DistributionPlan) -> list[str]:
    """What is left for investors once every claim is paid (CL 236(2)); nothing where nothing is."""
    found = investors_of(plan)
    if not found:
        return []
    head = f"债权全部清偿后剩余{yuan(sum(one.fen for one in found))}元，归出资人："
    return [head, *(f"（{one.serial}）{one.name}，{one.measure}，分配{yuan(one.fen)}元。" for one in found)]


def line_of(entry: PlanEntry) -> tuple[str, ...]:
    """A creditor as a line of the printed table."""
    return (
        str(entry.serial),
        entry.creditor,
        entry.domicile or "—",
        entry.claim_class.zh,
        rest_of(entry.amount_fen, entry.plan_fen),
        yuan(entry.secured_fen) if entry.secured_fen else "—",
        yuan(entry.paid_fen),
        show(done_with(entry.state, entry.secured_fen + entry.paid_fen)),
    )


def cells(entry: PlanEntry) -> list[str | Term | Text]:
    """A creditor as a row for a spreadsheet."""
    return [
        str(entry.serial),
        entry.creditor,
        entry.domicile,
        entry.claim_class,
        plain(entry.amount_fen),
        plain(entry.secured_fen),
        plain(entry.counted_fen),
        plain(entry.paid_fen),
        done_with(entry.state, entry.secured_fen + entry.paid_fen),
        plain(entry.plan_fen) if entry.plan_fen else "",
    ]
