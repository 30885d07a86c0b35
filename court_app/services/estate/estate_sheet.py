"""The statement of the estate's account (债务人财产账户明细) to be printed, from a day to a day."""

from datetime import date

from court_app.errors import BadInput
from court_app.services.estate import estate_book
from court_app.services.estate.estate_book import WantedEntries
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Case, LedgerEntry
from models.vocabulary import LedgerAccount
from workflows.calculations.bookkeeping import signed
from workflows.law.citations import cite, together
from workflows.text import Text, thaw

MOST_PRINTED = 3_000
COLUMNS = (
    SheetColumn("分录", 13, "center"),
    SheetColumn("日期", 22, "center"),
    SheetColumn("摘要"),
    SheetColumn("科目", 62),
    SheetColumn("借方（元）", 32, "right"),
    SheetColumn("贷方（元）", 32, "right"),
    SheetColumn("流水号", 34),
)


def printed(occasion: Occasion, case: Case, first: date | None, on: date) -> bytes:
    """The entries up to a day with every account's balance, as PDF.

    Raises:
        BadInput: if it is too long to be printed at once.
    """
    entries = list(estate_book.everything(occasion, case, WantedEntries(first=first, last=on)))
    lines = tuple(line for entry in entries for line in lines_of(entry))
    if len(lines) > MOST_PRINTED:
        raise BadInput({"last": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})
    standing = estate_book.standing(occasion, case, on)
    balances = [
        f"{account.zh}：{signed(abs(fen))}元（{'借' if fen > 0 else '贷'}方余额）。"
        for account in LedgerAccount
        if (fen := standing.balances.get(account, 0))
    ]
    return render_register(
        RegisterSheet(
            court=case.court.name,
            number=case.number,
            debtor=case.debtor.name if case.debtor else "",
            title="债务人财产账户明细",
            basis=together(cite("EBL 25(1)⑥", "EBL 43"), "zh"),
            as_at=on.isoformat(),
            made_on=occasion.today.isoformat(),
            made_by=occasion.name,
            columns=COLUMNS,
            lines=lines,
            totals=(*balances, *map(str, standing.working())),
        )
    )


def lines_of(entry: LedgerEntry) -> list[tuple[str, ...]]:
    """The lines of an entry; number, day and words stand at the first."""
    made = []
    for place, line in enumerate(entry.lines):
        head = (str(entry.serial), entry.on.isoformat(), thaw(entry.text)) if not place else ("", "", "")
        sums = (signed(fen) if fen else "" for fen in (line.debit_fen, line.credit_fen))
        made.append((*head, line.account.zh, *sums, "" if place else entry.reference))
    return made
