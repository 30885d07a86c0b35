"""Where the proceeds of one asset go, as a sheet for the file with its working (EBL 109, 110)."""

from collections.abc import Iterator

from court_app.services.estate.realising import proceeds_of
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Asset
from workflows.calculations.money import yuan
from workflows.calculations.proceeds import BASIS, Met
from workflows.law.citations import together

COLUMNS = (
    SheetColumn("顺位", 14, "center"),
    SheetColumn("债权序号", 22, "center"),
    SheetColumn("债权人"),
    SheetColumn("债权额（元）", 38, "right"),
    SheetColumn("担保范围（元）", 38, "right"),
    SheetColumn("受偿（元）", 38, "right"),
    SheetColumn("转为普通债权（元）", 40, "right"),
)


def lines_of(met: Met) -> Iterator[tuple[str, ...]]:
    """One secured claim as a line, and who has paid its creditor and takes a part in his place."""
    claim = met.claim
    sums = (claim.amount_fen, claim.covered_fen, met.own_fen, met.short_fen)
    yield (str(met.rank), str(claim.serial), claim.creditor, *map(yuan, sums))
    for serial, fen in met.passed.items():
        instead = f"已经代偿，代替第{claim.serial}号债权受偿"
        yield (str(met.rank), str(serial), instead, "—", "—", yuan(fen), "—")


def printed(occasion: Occasion, asset: Asset) -> bytes | None:
    """The sheet as PDF; None if the asset has brought nothing yet."""
    brought = proceeds_of(occasion.session, asset)
    if brought is None:
        return None
    case = asset.case
    return render_register(
        RegisterSheet(
            court=case.court.name,
            number=case.number,
            debtor=case.debtor.name if case.debtor else "",
            title=f"变价款处理表（财产第{asset.serial}号 {asset.name}）",
            basis=together(BASIS, "zh"),
            as_at=occasion.today.isoformat(),
            made_on=occasion.today.isoformat(),
            made_by=occasion.name,
            columns=COLUMNS,
            lines=tuple(line for met in brought.met for line in lines_of(met)),
            totals=tuple(map(str, brought.working)),
        )
    )
