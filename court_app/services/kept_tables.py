"""Tables that were sent and are kept with their case: numbered, found again, one way for every kind."""

from typing import Any, TypeVar

from sqlalchemy import func, select

from court_app.errors import BadInput, NotFound
from court_app.services.occasion import Occasion
from models import BankStatement, Case, ClaimImport, PlanReceiptTable
from workflows.text import Text

Kept = TypeVar("Kept", ClaimImport, PlanReceiptTable)


def of_case(occasion: Occasion, kind: type[Kept], case: Case) -> list[Kept]:
    """The tables of a kind in a case, newest first."""
    own = select(kind).where(kind.case_id == case.id)
    return list(occasion.session.scalars(own.order_by(kind.serial.desc())))


def find(occasion: Occasion, kind: type[Kept], case: Case, serial: int) -> Kept:
    """A table of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    found = occasion.session.scalar(select(kind).where(kind.case_id == case.id, kind.serial == serial))
    if found is None:
        raise NotFound(Text("本案没有第{serial}号导入表。", serial=serial))
    return found


def next_serial(
    occasion: Occasion, kind: type[ClaimImport | PlanReceiptTable | BankStatement], case: Case
) -> int:
    """The number that the next table of a kind gets; the caller holds the case."""
    last = occasion.session.scalar(select(func.max(kind.serial)).where(kind.case_id == case.id))
    return (last or 0) + 1


def sender_of(occasion: Occasion, content: bytes) -> int:
    """Who sends a file that has something in it.

    Raises:
        BadInput: if there is nothing in it.
    """
    if not content or occasion.user is None:
        raise BadInput({"file": [Text("请选择一个有内容的文件。")]})
    return occasion.user.id


def as_sent(
    occasion: Occasion,
    kind: type[ClaimImport | PlanReceiptTable | BankStatement],
    case: Case,
    name: str,
    content: bytes,
    *,
    unnamed: str = "table",
) -> dict[str, Any]:
    """What every kind keeps of a table: its number, its file with its name, and when it came."""
    return {
        "serial": next_serial(occasion, kind, case),
        "name": name[:200] or unnamed,
        "sha256": occasion.mill.store.put(content),
        "made_at": occasion.now,
    }
