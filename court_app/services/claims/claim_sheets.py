"""The two registers of I3-6 to be printed: the register of filings, and the claims table, as at a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from court_app.errors import BadInput
from court_app.services.claims import claim_register
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Case, Claim, ClaimEntry
from models.claim import amount_of
from models.vocabulary import ClaimClass, ClaimState
from workflows.calculations.money import yuan
from workflows.law.citations import Citation, cite, together
from workflows.text import Text

MOST_PRINTED = 3_000
NOT_YET_LISTED = frozenset(
    state.value for state in (ClaimState.FILED, ClaimState.REGISTERED, ClaimState.REVIEWED)
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A register: its title, its articles, its columns, how an entry is a line, which entries stand in it."""

    title: str
    basis: tuple[Citation, ...]
    columns: tuple[SheetColumn, ...]
    line: Callable[[ClaimEntry], tuple[str, ...]]
    holds: Callable[[ClaimEntry], bool]


def sum_of(fen: int | None) -> str:
    """A sum, or that there is none."""
    return "—" if fen is None else yuan(fen)


def security_of(claim: Claim) -> str:
    """What secures a claim, in words or by its asset."""
    return claim.security or (claim.asset.name if claim.asset else "")


def nature_of(entry: ClaimEntry) -> str:
    """The class of a claim, and what it depends on if it is conditional or limited in time."""
    depends_on = entry.claim.depends_on
    return entry.claim_class.zh if depends_on is None else f"{entry.claim_class.zh}（{depends_on.zh}）"


def line_of_filing(entry: ClaimEntry) -> tuple[str, ...]:
    """Who filed what, with which security and evidence, and how he is reached."""
    claim, party = entry.claim, entry.claim.party
    agents = claim.agent_name or "、".join(agent.name for agent in party.agents)
    reached = " ".join(filter(None, (party.phone, party.service_address or party.domicile)))
    return (
        str(claim.serial),
        party.name,
        agents or "—",
        sum_of(entry.filed_fen),
        security_of(claim) or "—",
        claim.evidence or "—",
        reached or "—",
        claim.filed_on.isoformat(),
    )


def gone_of(entry: ClaimEntry) -> str:
    """What was set off or received under a failed plan, and the rest that is left of the claim."""
    if not entry.plan_received_fen:
        return yuan(entry.set_off_fen) if entry.set_off_fen else "—"
    parts = [yuan(fen) for fen in (amount_of(entry), entry.set_off_fen, entry.plan_received_fen) if fen]
    return f"{'－'.join(parts)}＝{yuan(entry.amount_fen)}"


def named(claim: Claim) -> str:
    """The creditor, and how his claim hangs together with another for the same debt."""
    if claim.same_debt is None:
        return claim.party.name
    behind = f"，随第{claim.principal.serial}号" if claim.principal is not None else ""
    return f"{claim.party.name}（{claim.same_debt.zh}{behind}）"


def guaranteed(claim: Claim) -> str:
    """What the debtor is, if he answers for another's debt."""
    standing = claim.debtor_as
    return f"（债务人为{standing.zh}）" if standing.answers_for_another else ""


def line_of_table(entry: ClaimEntry) -> tuple[str, ...]:
    """Nature, amount, collateral and limitation of a listed claim."""
    claim = entry.claim
    kept = claim.flags.get("limitation_kept")
    return (
        str(claim.serial),
        named(claim) + guaranteed(claim),
        nature_of(entry),
        sum_of(entry.filed_fen),
        sum_of(entry.admitted_fen),
        sum_of(entry.fixed_fen),
        gone_of(entry),
        security_of(claim) or "无",
        "—" if kept is None else ("未超过" if kept else "已超过"),
        ClaimState(entry.state).zh,
    )


SHEETS = {
    "filings": Sheet(
        "债权申报登记册",
        cite("EBL 57(1)", "I3 6(1)"),
        (
            SheetColumn("序号", 11, "center"),
            SheetColumn("债权人", 48),
            SheetColumn("代理人", 20),
            SheetColumn("申报金额（元）", 32, "right"),
            SheetColumn("财产担保", 34),
            SheetColumn("证据"),
            SheetColumn("联系方式", 52),
            SheetColumn("申报日期", 22, "center"),
        ),
        line_of_filing,
        lambda _entry: True,
    ),
    "table": Sheet(
        "债权表",
        cite("EBL 57(1)", "I3 6(2)"),
        (
            SheetColumn("序号", 11, "center"),
            SheetColumn("债权人"),
            SheetColumn("债权性质", 26, "center"),
            SheetColumn("申报金额（元）", 30, "right"),
            SheetColumn("认定金额（元）", 30, "right"),
            SheetColumn("确定金额（元）", 30, "right"),
            SheetColumn("抵销、已受偿（元）", 26, "right"),
            SheetColumn("财产担保", 28),
            SheetColumn("诉讼时效", 18, "center"),
            SheetColumn("状态", 24, "center"),
        ),
        line_of_table,
        lambda entry: entry.state not in NOT_YET_LISTED,
    ),
}


def printed(occasion: Occasion, case: Case, which: str, on: date) -> bytes:
    """A register as at the end of a day, as PDF.

    Raises:
        BadInput: if there is no such register, or it is too long to be printed at once.
    """
    if which not in SHEETS:
        raise BadInput({"which": [Text("没有这种登记册。")]})
    sheet = SHEETS[which]
    entries = [e for e in claim_register.everything(occasion, case, on) if sheet.holds(e)]
    if len(entries) > MOST_PRINTED:
        raise BadInput({"which": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})
    return render_register(
        RegisterSheet(
            court=case.court.name,
            number=case.number,
            debtor=case.debtor.name if case.debtor else "",
            title=sheet.title,
            basis=together(sheet.basis, "zh"),
            as_at=on.isoformat(),
            made_on=occasion.today.isoformat(),
            made_by=occasion.name,
            columns=sheet.columns,
            lines=tuple(map(sheet.line, entries)),
            totals=totals_of(entries),
        )
    )


def totals_of(entries: list[ClaimEntry]) -> tuple[str, ...]:
    """A sentence for every class that there is, and one for all."""
    groups = [(word.zh, [e for e in entries if e.claim_class == word]) for word in ClaimClass]
    return tuple(total(name, own) for name, own in [*groups, ("合计", entries)] if own)


def total(name: str, entries: list[ClaimEntry]) -> str:
    """How many there are and what they add up to."""
    filed, admitted, fixed, set_off, received = (
        sum(getattr(entry, column) or 0 for entry in entries) for column in claim_register.SUMS
    )
    said = f"{name}：{len(entries)}笔，申报{yuan(filed)}元，认定{yuan(admitted)}元，确定{yuan(fixed)}元"
    counted = yuan(sum(entry.amount_fen for entry in entries))
    if received:
        less = f"－已抵销{yuan(set_off)}元" if set_off else ""
        whole = yuan(counted_before(entries))
        return f"{said}；原债权{whole}元{less}－重整、和解中已受偿{yuan(received)}元＝余额{counted}元。"
    if not set_off:
        return f"{said}。"
    return f"{said}；已抵销{yuan(set_off)}元，抵销后计入{counted}元。"


def counted_before(entries: list[ClaimEntry]) -> int:
    """What claims count for before set-offs and receipts of a failed plan, in fen."""
    return sum(amount_of(entry) for entry in entries)
