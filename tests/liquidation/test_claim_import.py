"""Claims out of a table: every wrong cell is named, nothing comes twice, all can be taken back."""

import io
from datetime import timedelta
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import select

from court_app.errors import BadInput
from court_app.jobs import run_open_jobs
from court_app.services import sheets
from court_app.services.casework.proving import check_everything
from court_app.services.claims import claim_import, claim_import_run, claim_register, claim_table
from court_app.services.claims.claim_table import CLAIMS, HEADINGS
from court_app.services.sheets import Days, read_sheet
from models import Case, CaseEvent, Claim, ClaimFigure, ClaimImport, Party
from models.vocabulary import ClaimClass, FigureKind, ImportState
from tests.liquidation.playing import CLERK, FIRST_DAY, JUDGE, REASON, Liquidation
from tests.liquidation.test_claims import announce
from tests.liquidation.voting import put, total_of
from workflows.engine import StepRefused

DAYS = Days(FIRST_DAY, FIRST_DAY + timedelta(days=60))
STEEL, SUPPLY = "江澜市恒远钢材贸易有限公司", "望川供应链管理有限公司"
"""Known as creditors since the petition."""
NEW = "临江五金商行"


def csv_of(*lines: str, encoding: str = "utf-8") -> bytes:
    """A table of claims as CSV."""
    return "\n".join(("债权人,债权性质,本金,利息,申报金额,债权原因", *lines)).encode(encoding)


def workbook_of(*rows: tuple[Any, ...], formula: bool = False) -> bytes:
    """A table of claims as a workbook, numbers as numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate((("债权人", "本金", "利息", "申报日期"), *rows)):
            sheet.write_row(place, 0, row)
        if formula:
            sheet.write_formula(1, 1, "=1+1")
    return out.getvalue()


TWO = csv_of(f"{STEEL},普通债权,1000.00,60.5,,货款", f"{SUPPLY},税款债权,,,500,税款")


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    announce(opened)
    return opened


def upload(case: Liquidation, content: bytes) -> int:
    """The clerk uploads a table; returns its number."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        return claim_import.upload(occasion, case.case, "债权.csv", content).serial


def run(case: Liquidation, serial: int, **how: bool) -> None:
    """The clerk has a table imported."""
    with case.play.bench.writing() as session, session.begin():
        claim_import_run.run(case.play.occasion(session, CLERK), case.case, serial, **how)


def undo(case: Liquidation, serial: int, reason: str = "重复上传") -> None:
    """The clerk takes an import back."""
    with case.play.bench.writing() as session, session.begin():
        claim_import_run.undo(case.play.occasion(session, CLERK), case.case, serial, reason)


def table(case: Liquidation, serial: int) -> ClaimImport:
    """A table as it stands."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return claim_import.find(occasion, session.get_one(Case, case.case), serial)


def claims_of(case: Liquidation) -> list[Claim]:
    """The claims of the case, by number."""
    with case.play.bench.reading() as session:
        chosen = select(Claim).where(Claim.case_id == case.case).order_by(Claim.serial)
        return list(session.scalars(chosen))


def said(content: bytes) -> list[tuple[int, str]]:
    """The row and the column of everything that is wrong with a table."""
    return [(row.number, name) for row in read_sheet(content, DAYS, CLAIMS) for name, _ in row.wrong]


def test_a_table_becomes_claims_with_their_figures(invited: Liquidation) -> None:
    serial = upload(invited, TWO)
    before = len(claims_of(invited))

    run(invited, serial)

    first, second = claims_of(invited)
    assert before == 0
    assert (first.party.name, first.filed_fen, first.claim_class) == (STEEL, 106_050, ClaimClass.ORD)
    assert (second.party.name, second.filed_fen, second.claim_class) == (SUPPLY, 50_000, ClaimClass.TAX)
    assert {claim.state for claim in (first, second)} == {"FILED"}
    with invited.play.bench.reading() as session:
        figures = session.scalars(
            select(ClaimFigure)
            .where(ClaimFigure.claim_id.in_([first.id, second.id]))
            .order_by(ClaimFigure.claim_id, ClaimFigure.position)
        )
        assert [(f.kind, f.filed_fen) for f in figures] == [
            (FigureKind.PRINCIPAL, 100_000),
            (FigureKind.INTEREST, 6_050),
            (FigureKind.WHOLE, 50_000),
        ]


def test_an_import_is_one_entry_of_the_docket_and_stands_in_the_register(invited: Liquidation) -> None:
    run(invited, upload(invited, TWO))

    with invited.play.bench.reading() as session:
        events = session.scalars(
            select(CaseEvent).where(CaseEvent.case_id == invited.case, CaseEvent.step == "file_claim")
        ).all()
        occasion = invited.play.occasion(session, CLERK)
        register = claim_register.register(occasion, session.get_one(Case, invited.case), invited.play.day)
        faults = check_everything(session, invited.play.bench.mill.store).faults
    assert [(e.payload["serials"], e.payload["rows"], e.actor_name) for e in events] == [("1-2", 2, "何㛃语")]
    assert events[0].payload["sha256"] == table(invited, 1).sha256
    assert register.sums["filed_fen"] == 156_050
    assert faults == ()


def test_the_claims_of_a_table_go_on_like_any_other(invited: Liquidation) -> None:
    run(invited, upload(invited, TWO))

    invited.list_claim(2, 500, "TAX")

    assert invited.part("claims", 2).state == "LISTED"


def test_a_workbook_is_read_like_a_csv(invited: Liquidation) -> None:
    content = workbook_of((STEEL, 1000, 60.5, FIRST_DAY.isoformat()), (SUPPLY, 12, None, None))

    rows = list(read_sheet(content, DAYS, CLAIMS))

    assert [(r.number, r.content["creditor"], r.content["filed_fen"], r.wrong) for r in rows] == [
        (2, STEEL, 106_050, []),
        (3, SUPPLY, 1_200, []),
    ]
    assert rows[0].content["filed_on"] == FIRST_DAY.isoformat()


def test_a_csv_of_a_chinese_spreadsheet_is_read_in_its_encoding() -> None:
    content = csv_of(f"{STEEL},普通债权,1,,,货款", encoding="gb18030")

    assert [row.content["creditor"] for row in read_sheet(content, DAYS, CLAIMS)] == [STEEL]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        (",普通债权,1,,,", "债权人"),
        (f"{STEEL},普通,1,,,", "债权性质"),
        (f"{STEEL},职工债权,1,,,", "债权性质"),
        (f"{STEEL},,1.005,,,", "本金"),
        (f"{STEEL},,-1,,,", "本金"),
        (f"{STEEL},,1e9,,,", "本金"),
        (f"{STEEL},,100,1,100,", "申报金额"),
        (f"{STEEL},,,,,", "申报金额"),
        (f"{STEEL},,=1+1,,,", "本金"),
        ("=HYPERLINK(1),,1,,,", "债权人"),
        (f"{'长' * 201},,1,,,", "债权人"),
        (f"{STEEL},,1,,,货\x07款", "债权原因"),
        (f"{STEEL},,1,,,货款,多余", "债权原因"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(line: str, column: str) -> None:
    assert said(csv_of(f"{SUPPLY},,1,,,", line)) == [(3, column)]


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        (FIRST_DAY - timedelta(days=1), True),
        (FIRST_DAY, False),
        (FIRST_DAY + timedelta(days=60), False),
        (FIRST_DAY + timedelta(days=61), True),
    ],
)
def test_a_claim_is_filed_between_the_acceptance_and_today(day: Any, wrong: bool) -> None:
    content = workbook_of((STEEL, 1, None, day.isoformat()))

    assert said(content) == ([(2, "申报日期")] if wrong else [])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\x00\x01\xff\xfe", id="no table"),
        pytest.param(b"PK\x03\x04broken", id="a broken workbook"),
        pytest.param("姓名,金额\n甲,1".encode(), id="unknown columns"),
        pytest.param("债权人,债权原因\n甲,货款".encode(), id="no sum"),
        pytest.param("债权人,债权人,本金\n甲,乙,1".encode(), id="a column twice"),
        pytest.param(workbook_of((STEEL, 1, 1, ""), formula=True), id="a formula"),
    ],
)
def test_a_file_that_is_no_table_of_claims_is_refused_as_a_whole(content: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        list(read_sheet(content, DAYS, CLAIMS))

    assert list(refused.value.fields) == ["file"]


@pytest.mark.parametrize(("most", "refused"), [(2, False), (1, True)])
def test_a_table_has_a_greatest_length(monkeypatch: pytest.MonkeyPatch, most: int, refused: bool) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", most)
    found = []

    for content in (TWO, workbook_of((STEEL, 1, None, None), (SUPPLY, 1, None, None))):
        try:
            found.append(len(list(read_sheet(content, DAYS, CLAIMS))))
        except BadInput:
            found.append(0)

    assert found == ([0, 0] if refused else [2, 2])


def test_wrong_rows_are_shown_and_left_out(invited: Liquidation) -> None:
    serial = upload(invited, csv_of(f"{STEEL},,1,,,", f"{SUPPLY},,x,,,"))

    run(invited, serial)

    shown = table(invited, serial)
    assert (shown.rows, shown.wrong, shown.imported, shown.state) == (2, 1, 1, ImportState.DONE)
    assert [claim.party.name for claim in claims_of(invited)] == [STEEL]


@pytest.mark.parametrize(("with_duplicates", "count"), [(False, 1), (True, 3)])
def test_what_was_filed_before_comes_again_only_on_demand(
    invited: Liquidation, with_duplicates: bool, count: int
) -> None:
    invited.file(STEEL, 1)
    serial = upload(invited, csv_of(f"{STEEL},,1,,,货款", f"{SUPPLY},,2,,,货款", f"{SUPPLY},,2,,,货款"))

    run(invited, serial, with_duplicates=with_duplicates)

    assert table(invited, serial).duplicates == 2
    assert len(claims_of(invited)) == 1 + count


def test_a_creditor_of_the_case_is_not_entered_twice(invited: Liquidation) -> None:
    known = invited.file(STEEL, 7)

    run(invited, upload(invited, csv_of(f"{STEEL},,1,,,", f"{STEEL},,2,,,", f"{SUPPLY},,3,,,")))

    parties = {claim.serial: claim.party_id for claim in claims_of(invited)}
    assert parties[known] == parties[2] == parties[3] != parties[4]


def test_an_import_is_withdrawn_as_a_whole_and_its_creditors_with_it(invited: Liquidation) -> None:
    serial = upload(invited, csv_of(f"{SUPPLY},,1,,,", f"{NEW},,2,,,"))
    run(invited, serial)

    undo(invited, serial)

    assert {claim.state for claim in claims_of(invited)} == {"WITHDRAWN"}
    assert table(invited, serial).state == ImportState.UNDONE
    with invited.play.bench.reading() as session:
        left = session.scalars(
            select(Party.name).where(
                Party.case_id == invited.case, Party.name.in_([SUPPLY, NEW]), Party.until_on.is_(None)
            )
        ).all()
        occasion = invited.play.occasion(session, CLERK)
        register = claim_register.register(occasion, session.get_one(Case, invited.case), invited.play.day)
    assert (left, register.total) == ([SUPPLY], 0)


def test_an_import_of_which_a_claim_has_moved_on_stays(invited: Liquidation) -> None:
    serial = upload(invited, TWO)
    run(invited, serial)
    invited.move("claims", 2, "register_claim")

    with pytest.raises(BadInput) as refused:
        undo(invited, serial)

    assert "state" in refused.value.fields
    assert [claim.state for claim in claims_of(invited)] == ["FILED", "REGISTERED"]


def test_votes_that_go_on_follow_when_an_import_is_withdrawn(met: Liquidation) -> None:
    serial = upload(met, csv_of(f"{NEW},普通债权,1000000,,,货款"))
    run(met, serial)
    met.move("claims", 4, "fix_provisional_amount", JUDGE, provisional_fen="800000", **REASON)
    motion = put(met)
    before = total_of(met, motion)

    undo(met, serial)

    assert before - total_of(met, motion) == 80_000_000


def test_a_table_is_imported_once(invited: Liquidation) -> None:
    serial = upload(invited, TWO)
    run(invited, serial)

    with pytest.raises(BadInput):
        run(invited, serial)

    assert len(claims_of(invited)) == 2


def test_nothing_is_imported_before_claims_are_invited(opened: Liquidation) -> None:
    with pytest.raises(StepRefused) as refused:
        upload(opened, TWO)

    assert [obstacle.code for obstacle in refused.value.obstacles] == ["claims_not_published"]


def test_a_long_table_is_imported_as_a_job_that_a_dead_worker_does_not_double(
    invited: Liquidation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_import_run, "CHUNK", 4)
    monkeypatch.setattr(claim_import_run, "AT_ONCE_ROWS", 0)
    monkeypatch.setattr(claim_import, "AT_ONCE_BYTES", 0)
    serial = upload(invited, csv_of(*(f"债权人{one},,{one},,,货款" for one in range(1, 11))))
    run_open_jobs(invited.play.bench, invited.play.now)
    run(invited, serial)
    before = len(claims_of(invited))
    with invited.play.bench.writing() as session:
        chunk = {"import": table(invited, serial).id, "user": invited.play.people[CLERK]}
        claim_import_run.run_chunk(invited.play.bench.occasion(session, None, invited.play.now), chunk)
        session.rollback()

    run_open_jobs(invited.play.bench, invited.play.now)

    claims = claims_of(invited)
    assert before == 0
    assert [claim.serial for claim in claims] == list(range(1, 11))
    assert sum(claim.filed_fen for claim in claims) == 5_500
    assert table(invited, serial).state == ImportState.DONE


def test_the_blank_table_can_be_read_as_it_is() -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in (HEADINGS, *claim_table.examples())]

    rows = list(read_sheet("\n".join(lines).encode(), DAYS, CLAIMS))

    assert [row.wrong for row in rows] == [[], []]
