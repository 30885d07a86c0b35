"""Plans of distribution with their full table: kept as proposed, looked at, printed (EBL 115(2))."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import NotFound
from court_app.services.claims.claims_counted import counted_fen
from court_app.services.claims.old_wages import due_after_old_wages
from court_app.services.distribution.distribution_drafts import Drafted, Page, drafted
from court_app.services.distribution.distribution_sheets import sentences
from court_app.services.distribution.holdings import kept_investors, sentences_of
from court_app.services.distribution.in_kind import kept_things, must_not_be_dearer, told_things
from court_app.services.estate.collateral import met_by_assets, redeemed_by_claim, securities_of
from court_app.services.estate.realising import Known
from court_app.services.estate.securing import without_security
from court_app.services.joint_debts.one_debts import standing_back
from court_app.services.many_rows import insert_rows
from court_app.services.occasion import Occasion
from court_app.services.procedure.step_records import Taken
from models import Case, Claim, DistributionPlan, PlanEntry
from models.vocabulary import ClaimClass, PlanState, ShareState
from workflows.calculations.draft_lines import DraftLine
from workflows.text import Text, freeze

TOLD = ("available_fen", "expenses_fen", "common_fen", "collateral")
ROUNDING = Text(
    "分以下的尾数：每笔债权额乘以比例后舍去分以下，余下的分逐一给舍去部分最大的债权，"
    "舍去部分相同的，债权表序号在前者先得。"
)
"""How fens that do not divide are given; no article says, so the plan does (EBL 115(2)④)."""


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

    Once all that secures a claim is money, its assets say what they brought it, less old wages (EBL 132): a
    plan may have reckoned with another price. Until then the latest plan says it, if it settles the claim.
    The claim counts as it stands today, whatever a judgment or a set-off has made of it since. What the
    account has paid of it is never less than that.
    """
    secured = [claim for claim in claims if claim.class_paid.is_secured]
    if not secured:
        return {}
    planned, known = met_by_plan(session, case), Known()
    now, paid = securities_of(session, case, (), known), known.paid_on(session, case)
    redeemed, unsecured = redeemed_by_claim(session, case, secured), without_security(session, case, secured)
    met = due_after_old_wages(session, case, met_by_assets(now.collateral))
    found = dict[int, int]()
    for claim in secured:
        of_assets = met.get(claim.serial) if claim.serial not in now.waiting else None
        paid_fen = planned.get(claim.id) if of_assets is None else of_assets
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
