"""Investors out of a table: looked at row by row, listed all at once or not at all, taken back as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from court_app.errors import BadInput, NotFound
from court_app.services.casework import cases
from court_app.services.distribution.investor_table import HEADING_OF, InvestorRow, read_investors
from court_app.services.distribution.making_investors import described
from court_app.services.occasion import Occasion
from court_app.services.payments.payment_tables import Fault, WrongRows
from court_app.services.procedure import many_at_once, parts, steps
from models import Case, Investor
from models.vocabulary import HoldingKind, InvestorState
from workflows.engine import StepRefused
from workflows.guards import surplus as guards
from workflows.procedures.investor import INVESTOR
from workflows.text import Text
from workflows.transition import Attempt

LIST, STRIKE = "list_investor", "strike_investor"
TABLE = "table"
"""Under this name an investor keeps the number of the table that he came with."""


@dataclass(frozen=True, slots=True)
class InvestorTable:
    """What came of a table: its number in the case, the investors it listed, how many are listed still."""

    serial: int
    investors: tuple[Investor, ...]

    @property
    def listed(self) -> list[Investor]:
        """Who is listed still."""
        return [one for one in self.investors if one.state == InvestorState.LISTED.value]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """The rows of a table held against the case; sums in fen, shares in numbers."""

    rows: tuple[InvestorRow, ...]

    @property
    def wrong(self) -> list[InvestorRow]:
        """Rows that cannot be used."""
        return [row for row in self.rows if row.wrong]

    @property
    def paid_in_fen(self) -> int:
        """The capital paid in of the rows that are right."""
        return sum(row.listed["paid_in_fen"] for row in self.rows if row.listed)

    @property
    def shares(self) -> int:
        """The shares of the rows that are right."""
        return sum(row.listed["shares"] or 0 for row in self.rows if row.listed)


def of_case(occasion: Occasion, case: Case) -> list[InvestorTable]:
    """The tables of a case, newest first."""
    found: dict[int, list[Investor]] = {}
    chosen = select(Investor).where(Investor.case_id == case.id).order_by(Investor.serial)
    for one in occasion.session.scalars(chosen):
        if TABLE in one.flags:
            found.setdefault(one.flags[TABLE], []).append(one)
    return [InvestorTable(serial, tuple(found[serial])) for serial in sorted(found, reverse=True)]


def must_list(occasion: Occasion, case: Case) -> Attempt:
    """Stop whoever may not list an investor in the case now; returns how he stands.

    Raises:
        StepRefused: with every obstacle.
    """
    return must(occasion, case, LIST, "")


def must(occasion: Occasion, case: Case, step: str, state: str) -> Attempt:
    """Stop whoever may not take a step with investors who stand so; returns how he stands."""
    blank = blank_of(case, state)
    attempt = steps.attempt_of(occasion, blank)
    if obstacles := INVESTOR.obstacles(INVESTOR.named(step)[0], blank, attempt):
        raise StepRefused(step, obstacles)
    return attempt


def blank_of(case: Case, state: str = "") -> Investor:
    """An investor who stands for any in the table."""
    return Investor(case=case, state=state, flags={}, serial=0, version=1)


def looked_at(occasion: Occasion, case_id: int, content: bytes) -> LookedAt:
    """The rows of a table and what is wrong with each, held against the case; nothing is written.

    Raises:
        BadInput: if it is no such table.
        StepRefused: if investors may not be listed now, or not by this person.
    """
    case = cases.find_shared(occasion, case_id)
    return checked(occasion, case, must_list(occasion, case), content)


def checked(occasion: Occasion, case: Case, attempt: Attempt, content: bytes) -> LookedAt:
    """Hold the rows of a table against each other, the list of the case and the law."""
    if not content:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    rows = read_investors(content)
    known = names_of(occasion, case)
    measured = measures_of(case, attempt, rows)
    seen: dict[str, tuple[int, str]] = {}
    numbers: dict[str, Text] = listed_numbers(occasion, case)
    first: HoldingKind | None = None
    for row in rows:
        if not row.listed:
            continue
        name, holding = row.listed["name"], row.listed["holding"]
        first = first or holding
        row.wrong += measured[holding]
        row.wrong += [(HEADING_OF["holding"], OTHER_MEASURE)] if holding != first else []
        row.wrong += paid_in(case, attempt, row)
        number = row.listed["identity_number"]
        if number in numbers:
            row.wrong.append((HEADING_OF["identity_number"], numbers[number]))
        elif name in known and not differ(known[name].party.number, number):
            row.wrong.append((HEADING_OF["name"], listed_already(known[name])))
        elif name in seen and not differ(seen[name][1], number):
            told = Text("名称“{name}”与第{row}行重复。", name=name, row=seen[name][0])
            row.wrong.append((HEADING_OF["name"], told))
        seen.setdefault(name, (row.number, number))
        if number:
            numbers.setdefault(number, Text("证件号码与第{row}行相同。", row=row.number))
        row.listed = {} if row.wrong else row.listed
    return LookedAt(tuple(rows))


OTHER_MEASURE = Text("同一张表只能有一种分配依据；一个公司只有一种。")


def names_of(occasion: Occasion, case: Case) -> dict[str, Investor]:
    """Who is listed already, by name."""
    return {one.title: one for one in on_the_list(occasion, case)}


def on_the_list(occasion: Occasion, case: Case) -> Sequence[Investor]:
    """Who is listed now, by number."""
    chosen = select(Investor).where(Investor.case_id == case.id, Investor.state == InvestorState.LISTED.value)
    return occasion.session.scalars(chosen.order_by(Investor.serial)).all()


def listed_already(one: Investor) -> Text:
    """How a row that names an investor once more is told so."""
    return Text(
        "出资人名册第{serial}号已经是这个名称；确为同名的，请填写各自的证件号码，或者单独登记。",
        serial=one.serial,
    )


def listed_numbers(occasion: Occasion, case: Case) -> dict[str, Text]:
    """The numbers of who is listed already, and how a row with one of them is told so."""
    return {
        one.party.number: Text("证件号码与出资人名册第{serial}号相同。", serial=one.serial)
        for one in on_the_list(occasion, case)
        if one.party.number
    }


def differ(one: str, other: str) -> bool:
    """Whether two people of one name are told apart by their numbers."""
    return bool(one and other and one != other)


def measures_of(
    case: Case, attempt: Attempt, rows: Sequence[InvestorRow]
) -> dict[HoldingKind, list[tuple[str, Text]]]:
    """What the list of the case says against each measure of the table (CL 236(2))."""
    kinds = {row.listed["holding"] for row in rows if row.listed}
    blank = blank_of(case)
    found = {
        kind: guards.investors_share_one_measure(blank, replace(attempt, data={"holding": kind}))
        for kind in kinds
    }
    return {
        kind: [(HEADING_OF["holding"], obstacle.text)] if obstacle else [] for kind, obstacle in found.items()
    }


def paid_in(case: Case, attempt: Attempt, row: InvestorRow) -> list[tuple[str, Text]]:
    """What the law says against the capital of a row."""
    obstacle = guards.paid_in_is_subscribed(blank_of(case), replace(attempt, data=row.listed))
    return [(HEADING_OF["paid_in_fen"], obstacle.text)] if obstacle else []


def record(occasion: Occasion, case_id: int, content: bytes) -> int:
    """List the investors of a table, all or none; returns the number of the table.

    Raises:
        WrongRows: naming every row that cannot be used; nothing is written.
        BadInput: if it is no such table.
        StepRefused: if investors may not be listed now, or not by this person.
    """
    case = cases.hold_shared(occasion, case_id)
    attempt = must_list(occasion, case)
    found = checked(occasion, case, attempt, content)
    if found.wrong:
        raise WrongRows([Fault(row.number, column, why) for row in found.wrong for column, why in row.wrong])
    before = of_case(occasion, case)
    table = before[0].serial + 1 if before else 1
    first = parts.next_serial(occasion, case, Investor)
    made = [listed(occasion, case, first + place, table, row.listed) for place, row in enumerate(found.rows)]
    occasion.session.add_all(made)
    occasion.session.flush()
    note(occasion, case, attempt, LIST, made, {"import": table, "sha256": sha256(content).hexdigest()})
    return table


def listed(occasion: Occasion, case: Case, serial: int, table: int, told: dict[str, Any]) -> Investor:
    """An investor of a table as he is listed."""
    made = Investor(case=case, serial=serial, state=InvestorState.LISTED.value, flags={TABLE: table})
    described(made, told, occasion.today)
    return made


def take_back(occasion: Occasion, case_id: int, serial: int, reason: str) -> int:
    """Strike every investor of a table who is listed still, as entered in error; returns how many.

    Raises:
        NotFound: if the case has no such table.
        BadInput: if there is no reason, or nobody of the table is listed any more.
        StepRefused: if a surplus was given, or the person may not strike investors.
    """
    case, told = cases.hold_shared(occasion, case_id), reason.strip()
    attempt = must(occasion, case, STRIKE, InvestorState.LISTED.value)
    table = next((one for one in of_case(occasion, case) if one.serial == serial), None)
    if table is None:
        raise NotFound(Text("本案没有第{serial}号导入表。", serial=serial))
    if not told:
        raise BadInput({"reason": [Text("请填写理由。")]})
    struck = table.listed
    if not struck:
        raise BadInput({"state": [Text("这张表登记的出资人都已经撤销。")]})
    for one in struck:
        one.state = InvestorState.STRUCK.value
    occasion.session.flush()
    note(occasion, case, attempt, STRIKE, struck, {"import": serial, "reason": told})
    return len(struck)


def note(
    occasion: Occasion,
    case: Case,
    attempt: Attempt,
    step: str,
    investors: Sequence[Investor],
    said: dict[str, Any],
) -> None:
    """One entry in the docket for all investors of a table: their numbers, its digest or the reason."""
    numbers = parts.serials_in_words(one.serial for one in investors)
    payload = {"rows": len(investors), "serials": numbers, **said}
    many_at_once.note(occasion, case, INVESTOR, INVESTOR.named(step)[0], attempt, payload)
