"""100,000 claims out of a workbook: read, checked, written and withdrawn, against reading its cells alone.

The aim is 15 seconds for all; seconds of this process are printed besides, others on the machine left out.
The case is received, accepted and announced by real steps.
"""

import io
import tempfile
import time
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.goals import against
from benchmarks.steps import stage
from court_app.jobs import run_open_jobs
from court_app.services.claims import claim_import, claim_import_run
from models import ClaimImport
from tests.notices.building import accepted_case, publish

ROWS, GOAL_SECONDS = 100_000, 15
COLUMNS = ("债权人", "债权性质", "本金", "利息", "债权原因", "统一社会信用代码")


def workbook(rows: int) -> bytes:
    """A workbook of invented claims."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, COLUMNS)
        for one in range(1, rows + 1):
            code = f"{one:018d}"
            sheet.write_row(one, 0, (f"江澜第{one}贸易有限公司", "普通债权", one * 10.5, one, "货款", code))
    return out.getvalue()


def main() -> None:
    """Measure and print."""
    content = workbook(ROWS)
    begun = time.process_time()
    CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    floor = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        play = stage(Path(folder))
        case = accepted_case(play)
        play.later(3)
        publish(play, case)
        begun, own = time.perf_counter(), time.process_time()
        with play.bench.writing() as session, session.begin():
            serial = claim_import.upload(
                play.occasion(session, "heqieyu"), case, "claims.xlsx", content
            ).serial
        run_open_jobs(play.bench, play.now)
        read = time.perf_counter() - begun
        with play.bench.writing() as session, session.begin():
            claim_import_run.run(play.occasion(session, "heqieyu"), case, serial)
        run_open_jobs(play.bench, play.now)
        took, worked = time.perf_counter() - begun, time.process_time() - own
        with play.bench.reading() as session:
            done = session.query(ClaimImport).one()
            if (done.imported, done.wrong) != (ROWS, 0):
                raise RuntimeError(f"{done.imported} of {ROWS} imported, {done.wrong} wrong")
        begun = time.perf_counter()
        with play.bench.writing() as session, session.begin():
            claim_import_run.undo(play.occasion(session, "heqieyu"), case, serial, "表格有误。")
        undone = time.perf_counter() - begun
        play.bench.database.dispose()
    print(
        f"{ROWS} rows in {against(took, GOAL_SECONDS, 's')}, of which {read:.1f} s to read and check them; "
        f"withdrawn as a whole in {undone:.1f} s"
    )
    print(f"own seconds {worked:.1f}, cells alone {floor:.2f}, ratio {worked / floor:.1f}")


if __name__ == "__main__":
    main()
