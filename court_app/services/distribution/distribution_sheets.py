"""Drafts and plans of distribution to be printed, with the full table of creditors, and as spreadsheets."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from court_app.errors import BadInput
from court_app.services.claims.claim_sheets import MOST_PRINTED
from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.distribution.holdings import sentences_of
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from models import Case
from models.vocabulary import Term
from workflows.calculations.draft_lines import Draft, DraftLine, RankLine
from workflows.calculations.money import plain, yuan
from workflows.law.citations import cite, together
from workflows.text import Text, show

BASIS = cite("EBL 109", "EBL 110", "EBL 113", "EBL 115(2)")
HEADING = (
    Text("债权表序号"),
    Text("债权人"),
    Text("债权性质"),
    Text("债权额（元）"),
    Text("财产担保受偿（元）"),
    Text("顺位"),
    Text("参加分配的债权额（元）"),
    Text("分配额（元）"),
    Text("合计（元）"),
    Text("处理"),
    Text("重整、和解中已受偿（元）"),
)
COLUMNS = (
    SheetColumn("序号", 13, "center"),
    SheetColumn("债权人"),
    SheetColumn("债权性质", 26, "center"),
    SheetColumn("债权额（元）", 32, "right"),
    SheetColumn("担保受偿（元）", 30, "right"),
    SheetColumn("参加分配（元）", 32, "right"),
    SheetColumn("分配额（元）", 30, "right"),
    SheetColumn("处理", 36, "center"),
)


def printed_draft(occasion: Occasion, case: Case, drafted: Drafted) -> bytes:
    """A draft as PDF, every claim on a line.

    Raises:
        BadInput: if there are more claims than may be printed at once.
    """
    made = drafted.draft
    refuse_long(len(made.lines))
    return render_register(
        RegisterSheet(
            court=case.court.name,
            number=case.number,
            debtor=case.debtor.name if case.debtor else "",
            title="破产财产分配试算表",
            basis=together(BASIS, "zh"),
            as_at=occasion.today.isoformat(),
            made_on=occasion.today.isoformat(),
            made_by=occasion.name,
            columns=COLUMNS,
            lines=tuple(line_of(drafted, line) for line in made.lines),
            totals=(
                *totals_of(made),
                *map(str, (*made.working, *drafted.older_taxes)),
                *excess_lines(drafted),
                *map(str, sentences_of(drafted.surplus)),
            ),
            opening=("本表为试算，不是分配方案，不产生分配的效力。",),
        )
    )


def excess_lines(drafted: Drafted) -> Iterable[str]:
    """What creditors owe back of receipts under a void agreement (EBL 103(2))."""
    if drafted.excess is None or not drafted.excess.rows:
        return
    yield str(
        Text("和解协议无效，超过同等比例、应返还的部分合计{fen}元：", fen=yuan(drafted.excess.total_fen))
    )
    yield from map(str, drafted.excess.working)
    for row in drafted.excess.rows:
        name = drafted.claims[row.serial].party.name
        yield str(Text("第{serial}号 {name}：{working}。", serial=row.serial, name=name, working=row.working))


def refuse_long(rows: int) -> None:
    """Stop where a table is too long to be printed at once."""
    if rows > MOST_PRINTED:
        raise BadInput({"which": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})


def line_of(drafted: Drafted, line: DraftLine) -> tuple[str, ...]:
    """A claim as a line of the printed table."""
    return (
        str(line.claim.serial),
        drafted.claims[line.claim.serial].party.name,
        line.claim.claim_class.zh,
        rest_of(line.claim.amount_fen, line.claim.plan_fen),
        yuan(line.secured_fen) if line.secured_fen else "—",
        yuan(line.counted_fen) if line.rank else "—",
        yuan(line.paid_fen),
        show(line.done),
    )


def totals_of(made: Draft) -> tuple[str, ...]:
    """A sentence for every rank, for every way a share goes, and for what is left."""
    return (*(str(line) for line in sentences(made)),)


def sentences(made: Draft) -> Iterable[Text]:
    """Order, ratio and amounts of a draft in words (EBL 115(2)④)."""
    for n, one in enumerate(made.ranks, 1):
        if one.level is not None:
            yield of_level(n, one, one.level)
            continue
        if one.in_full:
            yield Text(
                "（{n}）{rank}：{count}笔，{total}元，全额清偿。",
                n=n,
                rank=one.rank,
                count=one.count,
                total=yuan(one.total_fen),
            )
            continue
        yield Text(
            "（{n}）{rank}：{count}笔，{total}元，清偿{paid}元，比例{fraction}（{percent}%）。",
            n=n,
            rank=one.rank,
            count=one.count,
            total=yuan(one.total_fen),
            paid=yuan(one.paid_fen),
            fraction=one.fraction,
            percent=one.percent,
        )
    for state, (count, fen) in made.escrow().items():
        yield Text("{state}：{count}笔，{fen}元。", state=state, count=count, fen=yuan(fen))
    yield Text("余额{rest}元。", rest=yuan(made.rest_fen))


def of_level(n: int, one: RankLine, level: Fraction) -> Text:
    """A rank that is brought to one ratio after a failed plan or composition (EBL 93(3), 104(3))."""
    return Text(
        "（{n}）{rank}：{count}笔，余额{total}元，清偿{paid}元，同一比例r＝{over}／{under}（约{percent}%）："
        "每笔分配额＝原债权×r－已受偿；已受偿的比例不低于r的，本次不分配。",
        n=n,
        rank=one.rank,
        count=one.count,
        total=yuan(one.total_fen),
        paid=yuan(one.paid_fen),
        over=level.numerator,
        under=level.denominator,
        percent=one.percent,
    )


def rest_of(amount_fen: int, plan_fen: int) -> str:
    """What a claim counts for; where something was received under a failed plan, how it comes about."""
    if not plan_fen:
        return yuan(amount_fen)
    return f"{yuan(amount_fen + plan_fen)}－{yuan(plan_fen)}＝{yuan(amount_fen)}"


def cells(drafted: Drafted, line: DraftLine) -> list[str | Term]:
    """A claim as a row for a spreadsheet."""
    claim = line.claim
    return [
        str(claim.serial),
        drafted.claims[claim.serial].party.name,
        claim.claim_class,
        plain(claim.amount_fen),
        plain(line.secured_fen),
        line.rank or "",
        plain(line.counted_fen),
        plain(line.paid_fen),
        plain(line.total_fen),
        claim.state,
        plain(claim.plan_fen) if claim.plan_fen else "",
    ]


def rows_of(drafted: Drafted, lines: Sequence[DraftLine]) -> list[list[str | Term]]:
    """Lines as rows for a spreadsheet."""
    return [cells(drafted, line) for line in lines]
