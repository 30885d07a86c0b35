"""Codes by which creditors file their claims: made, made anew, printed on slips; see `paper_codes`.

Every known creditor gets his own, enclosed with the notice of acceptance (EBL 14). Whoever is not known and
comes by gets one that is made for him. Whoever holds a code files for its creditor.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from court_app.errors import BadInput, Forbidden, NotFound
from court_app.services.casework import cases
from court_app.services.distribution.holdings import surplus_was_given
from court_app.services.occasion import Occasion
from court_app.services.paging import Paged
from court_app.services.papers import paper_codes
from documents.voting_slips import FOR_FILING, VotingSlip, render_slips
from models import Case, Claim, ClaimFiling, Delivery, FilingCode, Party
from models.vocabulary import CaseType, ClaimClass, PartyRole
from workflows.guards.claims import CLOSED_BY_SURPLUS
from workflows.payloads.base import Line
from workflows.procedures.liquidation_terms import RUNNING, WITH_ADMINISTRATOR
from workflows.text import Text

PURPOSE = "file"


@dataclass(frozen=True, slots=True)
class FilingSlip:
    """What is handed to a creditor: the number of his code, his name, the code."""

    serial: int
    creditor: str
    code: str


def code_of(secret: str, code: FilingCode) -> str:
    """A code as it is printed."""
    return paper_codes.derived(secret, PURPOSE, code.case_id, code.serial, code.edition)


def find(occasion: Occasion, typed: str) -> FilingCode | None:
    """Which code was typed; None if it is none."""
    if not paper_codes.may_be_one(typed):
        return None
    digest = paper_codes.digest_of(PURPOSE, typed)
    return occasion.session.scalar(select(FilingCode).where(FilingCode.digest == digest))


def entered(occasion: Occasion, code_id: int, edition: int) -> FilingCode | None:
    """A code that was entered before; None if it was made anew since."""
    code = occasion.session.get(FilingCode, code_id)
    return code if code is not None and code.edition == edition else None


def may_hand_out(occasion: Occasion, case: Case) -> bool:
    """Whether the person may make and print codes: whoever holds one files a claim."""
    return case.case_type == CaseType.BK_CASE and bool(cases.roles_in(occasion, case) & WITH_ADMINISTRATOR)


def held_for(occasion: Occasion, case_id: int) -> Case:
    """A case that the person may make codes in, locked, while claims may still be filed.

    Raises:
        Forbidden: if the person hands out no codes in it.
        BadInput: if claims are filed no more (EBL 56(1)).
    """
    case = cases.hold_shared(occasion, case_id)
    if not may_hand_out(occasion, case):
        raise Forbidden(Text("只有本案管理人和办案人员可以制发申报码。"))
    if case.state not in {state.value for state in RUNNING}:
        raise BadInput({"case": [Text("破产财产最后分配之后，或者程序已经结束的，不再接受申报。")]})
    if surplus_was_given(occasion.session, case):
        raise BadInput({"case": [CLOSED_BY_SURPLUS]})
    return case


def without_code(case: Case) -> Select[int]:
    """The known creditors of a case who have no code; employees, who need not file, left out (EBL 48(2))."""
    known = select(FilingCode.party_id).where(FilingCode.case_id == case.id, FilingCode.party_id.is_not(None))
    employees = select(Claim.party_id).where(Claim.case_id == case.id, Claim.claim_class == ClaimClass.EMP)
    newcomers = (
        select(Claim.party_id)
        .join(ClaimFiling, ClaimFiling.claim_id == Claim.id)
        .join(FilingCode, FilingCode.id == ClaimFiling.code_id)
        .where(Claim.case_id == case.id, FilingCode.party_id.is_(None))
    )
    return (
        select(Party.id)
        .where(
            Party.case_id == case.id,
            Party.role.in_((PartyRole.CREDITOR, PartyRole.APPLICANT)),
            Party.until_on.is_(None),
            Party.id.not_in(known),
            Party.id.not_in(employees),
            Party.id.not_in(newcomers),
        )
        .order_by(Party.id)
    )


def count_waiting(occasion: Occasion, case: Case) -> int:
    """How many known creditors have no code."""
    return occasion.session.scalar(select(func.count()).select_from(without_code(case).subquery())) or 0


def issue_to_known(occasion: Occasion, case_id: int) -> int:
    """Make codes for all known creditors who have none; returns how many were made.

    Raises:
        BadInput: if nobody needs one.
    """
    case = held_for(occasion, case_id)
    waiting = list(occasion.session.scalars(without_code(case)))
    if not waiting:
        raise BadInput({"case": [Text("全体已知债权人都已经有申报码；遗失的请单独重制。")]})
    first = next_serial(occasion, case)
    for place, party_id in enumerate(waiting):
        occasion.session.add(
            made(occasion, FilingCode(case_id=case.id, serial=first + place, party_id=party_id))
        )
    record(occasion, case, {"serials": f"{first}-{first + len(waiting) - 1}"})
    occasion.session.flush()
    return len(waiting)


def issue_to_newcomer(occasion: Occasion, case_id: int, holder: str) -> FilingCode:
    """Make a code for somebody who is not among the known creditors; he says who he is when he files.

    Raises:
        ValidationError: if the name cannot be used.
    """
    case = held_for(occasion, case_id)
    named = Line(required=True).deserialize(holder, "holder", {"holder": holder})
    code = made(occasion, FilingCode(case_id=case.id, serial=next_serial(occasion, case), holder=named))
    occasion.session.add(code)
    record(occasion, case, {"serials": str(code.serial)})
    occasion.session.flush()
    return code


def renew(occasion: Occasion, case_id: int, serial: int) -> FilingCode:
    """Make a code anew; the one before is void, what was filed by it stays.

    Raises:
        NotFound: if the case has no code of that number.
    """
    case = held_for(occasion, case_id)
    code = of_case(occasion, case, serial)
    code.edition += 1
    made(occasion, code)
    record(occasion, case, {"serials": str(serial), "edition": code.edition})
    occasion.session.flush()
    return code


def made(occasion: Occasion, code: FilingCode) -> FilingCode:
    """A code with its digest, and by whom it was made."""
    code.edition = code.edition or 1
    code.holder = code.holder or ""
    code.digest = paper_codes.digest_of(PURPOSE, code_of(occasion.secret, code))
    issue = {"edition": code.edition, "at": occasion.now.isoformat(), "by": occasion.name}
    code.issues = [*(code.issues or []), issue]
    return code


def next_serial(occasion: Occasion, case: Case) -> int:
    """The number of the next code; the caller holds the case."""
    last = occasion.session.scalar(select(func.max(FilingCode.serial)).where(FilingCode.case_id == case.id))
    return (last or 0) + 1


def of_case(occasion: Occasion, case: Case, serial: int) -> FilingCode:
    """A code of this very case.

    Raises:
        NotFound: if there is none of that number.
    """
    code = occasion.session.scalar(
        select(FilingCode).where(FilingCode.case_id == case.id, FilingCode.serial == serial)
    )
    if code is None:
        raise NotFound(Text("本案没有第{serial}号申报码。", serial=serial))
    return code


def record(occasion: Occasion, case: Case, payload: dict[str, Any]) -> None:
    """Write into the docket that codes were made; numbers only."""
    cases.enter(occasion, case, "filing_code", "issue_filing_codes", payload, basis="EBL 14(1); EBL 48(1)")


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code of the list, and how many claims were filed by it."""

    code: FilingCode
    claims: int


@dataclass(frozen=True, slots=True)
class CodePage(Paged):
    """A page of the codes of a case."""

    rows: list[CodeRow]
    page: int
    size: int
    total: int


def page_of(occasion: Occasion, case: Case, *, text: str = "", page: int = 1, size: int = 20) -> CodePage:
    """The codes of a case by number, a page at a time; `text` looks for a name or a number."""
    filed = (
        select(ClaimFiling.code_id, func.count(ClaimFiling.id).label("claims"))
        .group_by(ClaimFiling.code_id)
        .subquery()
    )
    chosen = (
        select(FilingCode, func.coalesce(filed.c.claims, 0))
        .outerjoin(Party, Party.id == FilingCode.party_id)
        .outerjoin(filed, filed.c.code_id == FilingCode.id)
        .where(FilingCode.case_id == case.id, *looked_for(text))
    )
    total = occasion.session.scalar(select(func.count()).select_from(chosen.subquery())) or 0
    found = occasion.session.execute(chosen.order_by(FilingCode.serial).limit(size).offset((page - 1) * size))
    return CodePage([CodeRow(code, claims) for code, claims in found], page, size, total)


def looked_for(text: str) -> list[ColumnElement[bool]]:
    """The conditions of a search."""
    if not text:
        return []
    if text.isdecimal() and len(text) < 10:
        return [FilingCode.serial == int(text)]
    return [
        Party.name.contains(text, autoescape=True)
        | Party.name_keys.contains(text.lower(), autoescape=True)
        | FilingCode.holder.contains(text, autoescape=True)
    ]


def count_of(occasion: Occasion, case: Case) -> int:
    """How many codes a case has."""
    return (
        occasion.session.scalar(select(func.count(FilingCode.id)).where(FilingCode.case_id == case.id)) or 0
    )


def slips(
    occasion: Occasion, case: Case, *, serial: int | None = None, deliveries: list[int] | None = None
) -> list[FilingSlip]:
    """Codes to be printed: one, or those enclosed with the copies of a notice in their order, or all.

    Raises:
        Forbidden: if the person hands out no codes in the case.
    """
    if not may_hand_out(occasion, case):
        raise Forbidden(Text("只有本案管理人和办案人员可以制发申报码。"))
    chosen = select(FilingCode).where(FilingCode.case_id == case.id)
    if serial is not None:
        chosen = chosen.where(FilingCode.serial == serial)
    if deliveries is not None:
        chosen = chosen.join(Delivery, Delivery.party_id == FilingCode.party_id)
        chosen = chosen.where(Delivery.id.in_(deliveries)).order_by(Delivery.id)
    found = occasion.session.scalars(chosen.order_by(FilingCode.serial))
    return [FilingSlip(code.serial, code.named, code_of(occasion.secret, code)) for code in found]


def printed(occasion: Occasion, case: Case, address: str, found: list[FilingSlip]) -> bytes:
    """Slips as PDF, to be cut and handed out, or enclosed with a notice; kept nowhere.

    Raises:
        BadInput: if there is no code to print.
    """
    if not found:
        raise BadInput({"case": [Text("还没有制发申报码。")]})
    lines = tuple(VotingSlip(str(slip.serial), slip.creditor, slip.code) for slip in found)
    debtor = case.debtor.name if case.debtor else ""
    last_day = case.flags.get("claims_deadline")
    until = f"截止{last_day}（含当日）。" if last_day else ""
    return render_slips(
        f"{case.number} {debtor}", "债权申报码", address, lines, advice=f"{FOR_FILING}{until}"
    )
