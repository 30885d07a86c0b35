"""The proof of service of a notice to many, as a table for the file: some lines a page, signed below."""

from dataclasses import dataclass

from documents.long_tables import render_table


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """One addressee: how, where and when he was told, or why not."""

    number: int
    name: str
    method: str
    address: str
    sent_on: str
    served_on: str
    state: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofSheet:
    """What the sheet says. Days are ISO text."""

    court: str
    number: str
    debtor: str
    title: str
    made_on: str
    made_by: str
    issued_sha256: str
    verdict: str
    basis: str
    due_on: str
    counts: tuple[tuple[str, int], ...]
    lines: tuple[ProofLine, ...]


def render_proof_sheet(sheet: ProofSheet) -> bytes:
    """The sheet as PDF; a letter that no font covers is shown as a box."""
    return render_table("proof_sheet.html", sheet)
