"""Tables for the file, signed below: registers of claims (I3-6), tally sheets, minutes, resolutions."""

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
    """What a table for the file says as at a day. Days are ISO text, sums are written out.

    `opening` stands above the table, `totals` below it; `signed_by` are the places for signatures.
    """

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
    opening: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ("管理人（签章）",)
    landscape: bool = True


def render_register(sheet: RegisterSheet) -> bytes:
    """The register as PDF; a letter that no font covers is shown as a box."""
    return render_table("register_sheet.html", sheet)
