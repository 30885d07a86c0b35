"""The creditors of a table of claims: who is known to the case, who is new."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import select

from court_app.services.claims.claim_import import EMPLOYEE
from court_app.services.many_rows import insert_columns
from court_app.services.occasion import Occasion
from court_app.services.searching_keys import keys_of
from models import ClaimImport, ClaimImportRow, Party
from models.vocabulary import PartyKind, PartyRole

Identity = tuple[str, str]
Known = dict[str, dict[str, int]]
"""The creditors of a case: their ids by name and by credit code or identity number."""
PERSON, ENTERPRISE = PartyKind.PERSON.value, PartyKind.ENTERPRISE.value
OF_PARTY = ("credit_code", "id_number", "phone", "service_address", "electronic_address")
BLANK_OF_PARTY = (
    "short_name",
    "domicile",
    "legal_representative",
    "representative_title",
    "service_postcode",
)


class Waiting(NamedTuple):
    """A row that is right and has no claim yet."""

    id: int
    number: int
    creditor: str
    content: dict[str, Any]


def creditors_of(occasion: Occasion, table: ClaimImport, rows: Sequence[Waiting]) -> list[int]:
    """The creditor of every row: one whom the case knows, or a new one, who is written down.

    A creditor is known by his name; two of one name are told apart by credit code or identity number.
    """
    known = known_creditors(occasion, table, rows)
    named = [identity(row) for row in rows]
    matched = [match(known, who) for who in named]
    fresh: dict[Identity, Waiting] = {}
    for who, found, row in zip(named, matched, rows, strict=True):
        if found is None:
            fresh.setdefault(who, row)
    if fresh:
        own = select(Party.id).where(Party.case_id == table.case_id).order_by(Party.id.desc())
        last = occasion.session.scalar(own.limit(1)) or 0
        columns = party_columns([*fresh.values()])
        insert_columns(occasion.session, Party, columns, same_of_parties(occasion, table))
        ids = occasion.session.scalars(own.where(Party.id > last).order_by(None).order_by(Party.id))
        for (name, code), party_id in zip(fresh, ids, strict=True):
            known.setdefault(name, {})[code] = party_id
        matched = [match(known, who) for who in named]
    return [party_id or 0 for party_id in matched]


def identity(row: Waiting) -> Identity:
    """Name and number of a row's creditor: the credit code, or a person's identity number."""
    return row.creditor, row.content.get("credit_code") or row.content.get("id_number", "")


def match(known: Known, who: Identity) -> int | None:
    """The known creditor of a row: of the same code, or of the name where one of them has no code."""
    name, code = who
    of_that_name = known.get(name)
    if of_that_name is None:
        return None
    if code:
        return of_that_name.get(code, of_that_name.get(""))
    return of_that_name.get("", next(iter(of_that_name.values())))


def known_creditors(occasion: Occasion, table: ClaimImport, rows: Sequence[Waiting]) -> Known:
    """The creditors of the case who bear the names of rows."""
    named = select(ClaimImportRow.creditor).where(
        ClaimImportRow.import_id == table.id,
        ClaimImportRow.number.between(rows[0].number, rows[-1].number),
    )
    found = occasion.session.execute(
        select(Party.name, Party.credit_code, Party.id_number, Party.id)
        .where(
            Party.case_id == table.case_id,
            Party.role.in_([PartyRole.CREDITOR, PartyRole.APPLICANT]),
            Party.until_on.is_(None),
            Party.name.in_(named),
        )
        .order_by(Party.id)
    )
    known: Known = {}
    for name, code, id_number, party_id in found:
        known.setdefault(name, {}).setdefault(code or id_number, party_id)
    return known


def party_columns(rows: Sequence[Waiting]) -> dict[str, Sequence[Any]]:
    """Creditors as rows name them."""
    contents = [row.content for row in rows]
    return {
        "kind": [PERSON if is_person(content) else ENTERPRISE for content in contents],
        "name": [row.creditor for row in rows],
        "name_keys": [keys_of(row.creditor) for row in rows],
        "claim_fen": [content["filed_fen"] for content in contents],
        **words_of(contents, OF_PARTY),
    }


def words_of(contents: Sequence[dict[str, Any]], names: Sequence[str]) -> dict[str, Sequence[str]]:
    """What rows say in columns that may be left empty."""
    return {name: [content.get(name, "") for content in contents] for name in names}


def is_person(content: dict[str, Any]) -> bool:
    """Whether a row is about a person: employees are, and who has an identity number."""
    return bool(content.get("id_number")) or content.get("claim_class") == EMPLOYEE


def same_of_parties(occasion: Occasion, table: ClaimImport) -> dict[str, Any]:
    """What all creditors who come with a table have in common."""
    return {
        "case_id": table.case_id,
        "role": PartyRole.CREDITOR,
        **dict.fromkeys(BLANK_OF_PARTY, ""),
        "consents_to_electronic": False,
        "measure": "",
        "from_on": occasion.today,
        "import_id": table.id,
        "version": 1,
    }
