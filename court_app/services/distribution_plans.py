"""Plans of distribution with their full table: kept as proposed, looked at, printed (EBL 115(2))."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput, NotFound
from court_app.services.claim_sheets import MOST_PRINTED
from court_app.services.claims_counted import counted_fen
from court_app.services.collateral import met_by_assets, redeemed_by_claim, securities_of
from court_app.services.distribution_drafts import Drafted, Page, drafted
from court_app.services.distribution_sheets import rest_of, sentences
from court_app.services.holdings import investors_of, kept_investors, sentences_of
from court_app.services.in_kind import kept_things, lines_in_kind, must_not_be_dearer, told_things
from court_app.services.many_rows import insert_rows
from court_app.services.occasion import Occasion
from court_app.services.one_debts import standing_back
from court_app.services.realising import Known
from court_app.services.securing import without_security
from court_app.services.steps import Taken
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Case, Claim, DistributionPlan, PlanEntry
from models.vocabulary import ClaimClass, PlanState, ShareState, Term
from workflows.calculations.draft_lines import DraftLine
from workflows.calculations.money import plain, yuan
from workflows.law.citations import cite, together
from workflows.text import Text, freeze, thaw

TOLD = ("available_fen", "expenses_fen", "common_fen", "collateral")
ROUNDING = Text(
    "分以下的尾数：每笔债权额乘以比例后舍去分以下，余下的分逐一给舍去部分最大的债权，"
    "舍去部分相同的，债权表序号在前者先得。"
)
"""How fens that do not divide are given; no article says, so the plan does (EBL 115(2)④)."""
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


def keep_plan(taken: Taken, state: PlanState) -> DistributionPlan:
    """Keep a plan as it is proposed, with the table that follows from the register (EBL 115(2)).

    Raises:
        BadInput: if a figure does not fit the register.
    """
    session, data = taken.occasion.session, taken.data
    found = drafted(taken.occasion, taken.case, {name: data[name] for name in TOLD})
    last = session.scalar(
        select(func.max(DistributionPlan.serial)).where(DistributionPlan.case_id == taken.case.id)
    )
    things = told_things(data["in_kind"])
    of_claim = {line.claim.serial: line for line in found.draft.lines}
    shares = {serial: line.paid_fen for serial, line in of_claim.items()}
    in_money = frozenset(n for n, line in of_claim.items() if line.claim.state == ShareState.PAID)
    must_not_be_dearer(things, shares, in_money, "in_kind")
    plan = DistributionPlan(
        case_id=taken.case.id,
        serial=(last or 0) + 1,
        state=state,
        proposed_on=taken.on,
        available_fen=data["available_fen"],
        remuneration_fen=data["remuneration_fen"],
        order_and_ratio=data["order_and_ratio"] or "\n".join(str(line) for line in sentences(found.draft)),
        method=data["method"],
        expenses_fen=data["expenses_fen"],
        common_fen=data["common_fen"],
        pool_fen=found.draft.for_claims_fen,
        working=[freeze(line) for line in working_of(found)],
        in_kind=kept_things(session, taken.case, things),
        investors=kept_investors(found.surplus),
    )
    session.add(plan)
    session.flush()
    rows = [entry_of(plan, found, line) for line in found.draft.lines]
    if rows:
        insert_rows(session, PlanEntry, rows)
    return plan


def working_of(found: Drafted) -> tuple[Text, ...]:
    """The working of a plan, with what the judge decides and what investors get."""
    return (*found.draft.working, *found.older_taxes, *sentences_of(found.surplus))


def entry_of(plan: DistributionPlan, found: Drafted, line: DraftLine) -> dict[str, Any]:
    """A creditor as the table of a plan keeps him."""
    claim = found.claims[line.claim.serial]
    return {
        "plan_id": plan.id,
        "claim_id": claim.id,
        "serial": claim.serial,
        "creditor": claim.party.name,
        "domicile": claim.party.domicile or claim.party.service_address,
        "claim_class": line.claim.claim_class,
        "rank": line.rank,
        "state": line.claim.state,
        "amount_fen": line.claim.amount_fen,
        "secured_fen": line.secured_fen,
        "counted_fen": line.counted_fen,
        "paid_fen": line.paid_fen,
        "plan_fen": line.claim.plan_fen,
    }


def deficiencies(session: Session, case: Case, claims: Sequence[Claim]) -> dict[int, int]:
    """What of secured claims their assets leave open now, by id of the claim, in fen (EBL 110).

    The latest plan says what the assets brought a claim; the claim counts as it stands today, whatever a
    judgment or a set-off has made of it since. Of a claim that the plan could not settle the assets say it,
    once all of them are money. What the account has paid of it is never less than that.
    """
    secured = [claim for claim in claims if claim.class_paid.is_secured]
    if not secured:
        return {}
    planned, known = met_by_plan(session, case), Known()
    now, paid = securities_of(session, case, (), known), known.paid_on(session, case)
    redeemed, unsecured = redeemed_by_claim(session, case, secured), without_security(session, case, secured)
    met = met_by_assets(now.collateral)
    found = dict[int, int]()
    for claim in secured:
        of_assets = met.get(claim.serial) if claim.serial not in now.waiting else None
        paid_fen = planned.get(claim.id, of_assets)
        settled = redeemed[claim.serial] or claim.serial in unsecured
        if paid_fen is not None or (settled and claim.serial not in now.waiting):
            had_fen = max(paid_fen or 0, paid.of_collateral(claim.serial)) + redeemed[claim.serial]
            found[claim.id] = max(0, counted_fen(claim) - had_fen)
    return found


def met_by_plan(session: Session, case: Case) -> dict[int, int]:
    """What assets bring secured claims by the latest plan, where it settles them: fen by id.

    With what the plan gives of it to who paid the creditor and steps in for him (SG 23(2)).
    """
    latest = (
        select(DistributionPlan.id)
        .where(DistributionPlan.case_id == case.id)
        .order_by(DistributionPlan.serial.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(PlanEntry.claim_id, PlanEntry.secured_fen).where(
            PlanEntry.plan_id == latest,
            PlanEntry.rank.is_not(None),
            PlanEntry.claim_class.in_([word for word in ClaimClass if word.is_secured]),
        )
    )
    met = {claim_id: int(fen) for claim_id, fen in rows}
    back = standing_back(session, case)
    passed = session.execute(
        select(Claim.principal_id, PlanEntry.secured_fen)
        .join(Claim, Claim.id == PlanEntry.claim_id)
        .where(PlanEntry.plan_id == latest, PlanEntry.secured_fen > 0, Claim.serial.in_(back))
    )
    for principal_id, fen in passed:
        if principal_id in met:
            met[principal_id] += int(fen)
    return met


def find(occasion: Occasion, case: Case, serial: int) -> DistributionPlan:
    """A plan of this very case.

    Raises:
        NotFound: if there is none of that number.
    """
    found = occasion.session.scalar(
        select(DistributionPlan).where(DistributionPlan.case_id == case.id, DistributionPlan.serial == serial)
    )
    if found is None:
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=Text("分配方案")))
    return found


def entries_of(
    occasion: Occasion,
    plan: DistributionPlan,
    *,
    without_domicile: bool = False,
    page: int = 1,
    size: int = 50,
) -> Page:
    """The table of a plan by number of the claim, a page at a time."""
    fits = [PlanEntry.plan_id == plan.id, *([PlanEntry.domicile == ""] if without_domicile else [])]
    total = occasion.session.scalar(select(func.count(PlanEntry.id)).where(*fits)) or 0
    page = max(page, 1)
    chosen = select(PlanEntry).where(*fits).order_by(PlanEntry.serial)
    rows = occasion.session.scalars(chosen.limit(size).offset((page - 1) * size))
    return Page(list(rows), total, page, size)


def sums_of(occasion: Occasion, plan: DistributionPlan) -> dict[str, int]:
    """The sums of the table in fen: claims, what assets pay, what the pool pays."""
    names = ("amount_fen", "secured_fen", "paid_fen")
    sums = [func.coalesce(func.sum(getattr(PlanEntry, name)), 0) for name in names]
    row = occasion.session.execute(select(*sums).where(PlanEntry.plan_id == plan.id)).one()
    return dict(zip(names, map(int, row), strict=True))


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
        entry.state.zh,
    )


def cells(entry: PlanEntry) -> list[str | Term]:
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
        entry.state,
        plain(entry.plan_fen) if entry.plan_fen else "",
    ]
