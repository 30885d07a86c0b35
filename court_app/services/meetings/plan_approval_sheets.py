"""What is printed of an application to approve a plan that a class refused: conditions and liquidation."""

from court_app.services.meetings.voting_sheets import sheet_of
from court_app.services.occasion import Occasion
from documents.register_sheet import SheetColumn, render_register
from models import PlanApproval
from workflows.calculations.money import yuan
from workflows.law.citations import cite, together
from workflows.numerals import arabic_date
from workflows.text import thaw

CONDITIONS = (
    SheetColumn("条件", 14, "center"),
    SheetColumn("内容"),
    SheetColumn("是否符合", 24, "center"),
    SheetColumn("理由", 90),
)


def conditions_sheet(occasion: Occasion, approval: PlanApproval) -> bytes:
    """The six conditions, each with its reason; below them how votes and liquidation come to what they do."""
    return render_register(
        sheet_of(
            occasion,
            approval.case,
            "申请批准重整计划草案的六项条件",
            columns=CONDITIONS,
            lines=tuple(
                (
                    str(row["number"]),
                    *("；".join(written(row[name])) or "—" for name in ("text", "met", "why")),
                )
                for row in approval.conditions
            ),
            opening=opening_of(approval),
            totals=tuple(written(approval.working)),
            signed_by=("申请人", "承办法官"),
            basis=together(cite("EBL 87(2)"), "zh"),
        )
    )


def opening_of(approval: PlanApproval) -> tuple[str, ...]:
    """Who asks when, and the two ratios side by side."""
    small = f"，其中小额债权组{approval.small_plan_ratio}%" if approval.small_plan_ratio else ""
    return (
        f"申请人：{approval.applicant.zh}。申请日期：{arabic_date(approval.applied_on)}。{approval.outcome.zh}。",
        f"重整计划草案下普通债权的清偿比例：{approval.plan_ratio}%{small}。",
        f"破产清算中普通债权{yuan(approval.ordinary_fen)}元，可获清偿{yuan(approval.ordinary_paid_fen)}元。",
    )


def written(kept: list[object]) -> list[str]:
    """Lines as they were kept, in Chinese."""
    return [thaw(line, "zh", str) for line in kept]
