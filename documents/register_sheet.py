"""The registers of claims (债权申报登记册, 债权表) as tables for the file, signed below (I3-6)."""

from dataclasses import dataclass

from documents.long_tables import render_table


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its label, its width in millimetres (0 takes what is left), how it is set."""

    label: str
    width: int = 0
    align: str = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """What a register says as at a day. Days are ISO text, sums are written out."""

    court: str
    number: str
    debtor: str
    title: str
    basis: str
    as_at: str
    made_on: str
    made_by: str
    columns: tuple[SheetColumn, ...]
    lines: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...]
    paragraphs: tuple[str, ...] = ()


def render_register(sheet: RegisterSheet) -> bytes:
    """The register as PDF; a letter that no font covers is shown as a box."""
    return render_table("register_sheet.html", sheet)
