"""Published cases: loaded by real steps, nothing invented, each window judged anew."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from court_app.bench import Bench, calendar_of
from court_app.cli import main
from court_app.demo.published import read_file
from court_app.demo.real import Loaded, load_published
from court_app.demo.real_report import CaseReport, Kept, as_json, lines_of, report_of
from court_app.services.casework import finding, users
from court_app.services.casework.proving import check_everything
from documents.drafting import sections
from models import Case, CaseEvent, Court, Document, Meeting, Party, User
from models.vocabulary import CaseType, DocumentKind, DocumentState, PartyRole
from tests.demo.conftest import CHEAP, NOW, TODAY
from tests.demo.files import A02, A10, PUBLISHED, a_file, an_entry

WORDS = {"within": Kept.KEPT, "exceeded": Kept.NOT_KEPT}
UNPUBLISHED = "（未公布）"


def loaded_from(bench: Bench, folder: Path, *entries: Any) -> Loaded:
    """Load a file of these entries."""
    return load_published(bench, read_file(a_file(folder, *entries), TODAY), NOW)


def reports_of(bench: Bench, loaded: Loaded) -> dict[str, CaseReport]:
    """The report of every case, by entry."""
    with bench.reading() as session:
        reports = report_of(loaded, calendar_of(session), TODAY)
    return {report.entry.id: report for report in reports}


def results(report: CaseReport) -> dict[str, tuple[Kept, int | None]]:
    """What every article says of a case, with its days."""
    return {one.article: (one.result, one.days) for one in report.judged}


def announcement_of(bench: Bench, case_id: int) -> Document:
    """The announcement of a case."""
    with bench.reading() as session:
        return session.scalars(
            select(Document).where(
                Document.case_id == case_id, Document.kind == DocumentKind.ACCEPTANCE_ANNOUNCEMENT
            )
        ).one()


def counts(bench: Bench) -> list[int | None]:
    """How many rows there are of what a load can add."""
    with bench.reading() as session:
        tables = (Court, User, Case, CaseEvent, Document, Party)
        return [session.scalar(select(func.count(table.id))) for table in tables]


def test_the_windows_of_the_published_cases_are_judged_as_published(bench: Bench, tmp_path: Path) -> None:
    reports = reports_of(bench, loaded_from(bench, tmp_path, *PUBLISHED))

    for entry in PUBLISHED:
        derived, found = entry["derived"], results(reports[entry["id"]])
        for article, verdict, days in (
            ("EBL 14", "art14_25_days", "days_acceptance_to_announcement"),
            ("EBL 45", "art45_30d_to_3m", "days_announcement_to_deadline"),
            ("EBL 62(1)", "art62_15_days", "days_deadline_to_first_meeting"),
        ):
            expected = WORDS.get(derived.get(verdict, ""), Kept.NOT_JUDGEABLE)
            assert found[article] == (expected, derived.get(days)), (entry["id"], article)


def test_windows_end_on_rolled_days(bench: Bench, tmp_path: Path) -> None:
    judged = {one.article: one for one in reports_of(bench, loaded_from(bench, tmp_path, A10))["A10"].judged}

    assert str(judged["EBL 14"].window.latest) == "2022-06-20"  # 25 days end on a Sunday
    assert str(judged["EBL 45"].window.earliest) == "2022-06-26"  # a floor is not rolled
    assert str(judged["EBL 62(1)"].window.latest) == "2022-08-01"  # 15 days end on a Saturday


@pytest.mark.parametrize(
    ("deadline", "meeting", "article", "result"),
    [
        ("2022-06-25", None, "EBL 45", Kept.NOT_KEPT),
        ("2022-06-26", None, "EBL 45", Kept.KEPT),
        ("2022-08-29", None, "EBL 45", Kept.KEPT),
        ("2022-08-30", None, "EBL 45", Kept.NOT_KEPT),
        ("2022-07-15", "2022-08-01", "EBL 62(1)", Kept.KEPT),
        ("2022-07-15", "2022-08-02", "EBL 62(1)", Kept.NOT_KEPT),
        ("2022-07-15", "2022-07-15", "EBL 62(1)", Kept.NOT_KEPT),
        ("2022-05-30", "2022-06-11", "EBL 63", Kept.KEPT),
        ("2022-05-30", "2022-06-10", "EBL 63", Kept.NOT_KEPT),
    ],
)
def test_dates_outside_a_window_are_recorded_and_reported(
    bench: Bench, tmp_path: Path, deadline: str, meeting: str | None, article: str, result: Kept
) -> None:
    entry = an_entry(claims_deadline=deadline, first_meeting=meeting)

    loaded = loaded_from(bench, tmp_path, entry)

    assert loaded.faults == []
    assert results(reports_of(bench, loaded)["X1"])[article][0] == result


@pytest.mark.parametrize(("announced", "result"), [("2022-06-20", Kept.KEPT), ("2022-06-21", Kept.NOT_KEPT)])
def test_an_announcement_is_in_time_up_to_the_rolled_twenty_fifth_day(
    bench: Bench, tmp_path: Path, announced: str, result: Kept
) -> None:
    loaded = loaded_from(bench, tmp_path, an_entry(court_announcement=announced))

    assert results(reports_of(bench, loaded)["X1"])["EBL 14"][0] == result


def test_an_announcement_without_a_day_is_issued_without_one(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(bench, tmp_path, A02)

    paper = announcement_of(bench, loaded.cases[0][1])
    page = bench.mill.preview(paper)
    assert paper.state == DocumentState.ISSUED.value
    assert f'<span class="day">{UNPUBLISHED}' in page
    found = results(reports_of(bench, loaded)["A02"])
    assert found["EBL 14"][0] == found["EBL 45"][0] == Kept.NOT_JUDGEABLE


def test_a_published_day_stands_under_the_announcement(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(bench, tmp_path, A10)

    paper = announcement_of(bench, loaded.cases[0][1])
    assert str(paper.made_on) == "2022-05-27"
    assert "二〇二二年五月二十七日" in bench.mill.preview(paper).replace("○", "〇")


def test_what_was_not_published_is_printed_as_such_and_nothing_is_invented(
    bench: Bench, tmp_path: Path
) -> None:
    bare = an_entry(**dict.fromkeys(("claims_deadline", "first_meeting", "first_meeting_time"), None))
    bare |= {"administrator": None, "applicant": None, "case_numbers": None, "court_announcement": None}

    loaded = loaded_from(bench, tmp_path, bare)

    assert loaded.faults == []
    paper = announcement_of(bench, loaded.cases[0][1])
    text = "".join("".join(lines) for lines in sections(paper.kind, paper.facts, paper.blocks).values())
    assert paper.number == UNPUBLISHED
    assert f"根据{UNPUBLISHED}的申请" in text
    assert f"指定{UNPUBLISHED}为" in text
    assert f"应当于{UNPUBLISHED}前" in text
    assert f"本院定于{UNPUBLISHED}在{UNPUBLISHED}召开" in text
    assert paper.facts["received_on"] not in text
    assert {one.result for one in reports_of(bench, loaded)["X1"].judged} == {Kept.NOT_JUDGEABLE}


def test_only_the_announcement_is_made_and_every_other_draft_is_put_away(
    bench: Bench, tmp_path: Path
) -> None:
    loaded_from(bench, tmp_path, A10)

    with bench.reading() as session:
        states = session.execute(select(Document.kind, Document.state)).all()
    issued = [kind for kind, state in states if state == "ISSUED"]
    assert issued == [DocumentKind.ACCEPTANCE_ANNOUNCEMENT]
    assert {state for _, state in states} == {"ISSUED", "DISCARDED"}


@pytest.mark.parametrize(
    ("procedure", "state"), [("重整", "RO_PERIOD"), ("破产清算", "LQ_OPEN"), ("和解", "HJ_ORDERED")]
)
def test_a_case_stands_in_the_first_state_of_its_procedure(
    bench: Bench, tmp_path: Path, procedure: str, state: str
) -> None:
    loaded = loaded_from(bench, tmp_path, an_entry(procedure=procedure))

    with bench.reading() as session:
        case = session.get_one(Case, loaded.cases[0][1])
        assert (case.state, case.accepted_on.isoformat()) == (state, "2022-05-25")
        assert "received_on" in case.flags["assumed"]


def test_an_applicant_and_an_administrator_who_were_published_are_named(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(
        bench,
        tmp_path,
        an_entry(applicant="澜北某银行"),
        an_entry(id="X2", debtor="乙公司", applicant="乙公司"),
    )

    with bench.reading() as session:
        first, second = (session.get_one(Case, case_id) for _, case_id in loaded.cases)
        assert [p.name for p in first.parties_as(PartyRole.APPLICANT)] == ["澜北某银行"]
        assert [p.name for p in first.parties_as(PartyRole.ADMINISTRATOR)] == ["江澜衡正律师事务所"]
        assert second.applicant_kind.value == "DEBTOR"


def test_an_hour_that_was_not_published_is_not_made_up(bench: Bench, tmp_path: Path) -> None:
    loaded_from(bench, tmp_path, an_entry(first_meeting_time=None))

    with bench.reading() as session:
        assert session.scalars(select(Meeting.time)).one() == ""


def test_the_published_number_is_printed_and_found(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(bench, tmp_path, A10)

    case_id = loaded.cases[0][1]
    assert announcement_of(bench, case_id).number == "（2022）豫99破4号"
    with bench.reading() as session:
        judge = session.scalars(select(User).where(User.username.like("published-%-judge"))).one()
        for text in ("(2022)豫99破4号", "豫99破4", "lbxkj", "澜北星科技"):
            page = finding.search(bench.occasion(session, judge, NOW), finding.Wanted(text=text))
            assert case_id in {case.id for case in page.cases}, text
        assert "（2022）豫99破4号" in session.get_one(Case, case_id).title


def test_loading_the_same_file_twice_adds_nothing(bench: Bench, tmp_path: Path) -> None:
    first = loaded_from(bench, tmp_path, *PUBLISHED)
    before = counts(bench)

    again = loaded_from(bench, tmp_path, *PUBLISHED)

    assert counts(bench) == before
    assert [case for _, case in again.cases] == [case for _, case in first.cases]
    assert again.known == {entry["id"] for entry in PUBLISHED}


def test_an_entry_that_stands_twice_in_a_file_is_one_case(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(bench, tmp_path, A10, {**A10, "id": "again"})

    assert loaded.cases[0][1] == loaded.cases[1][1]
    assert loaded.known == {"again"}


def test_a_malformed_entry_leaves_nothing_behind_and_the_others_load(bench: Bench, tmp_path: Path) -> None:
    bad = an_entry(id="bad", court="另一法院", debtor="丙公司", claims_deadline="2022-13-01")
    unprintable = an_entry(id="glyph", court="又一法院", debtor="丁\U0001f600公司")

    loaded = loaded_from(bench, tmp_path, bad, unprintable, A10)

    assert [entry.id for entry, _ in loaded.cases] == ["A10"]
    assert [(fault.entry, fault.field) for fault in loaded.faults] == [
        ("bad", "claims_deadline"),
        ("glyph", "debtor"),
    ]
    with bench.reading() as session:
        assert list(session.scalars(select(Court.name))) == [A10["court"]]
        assert session.scalar(select(func.count(Case.id))) == 2


def test_two_courts_of_one_code_do_not_become_one(bench: Bench, tmp_path: Path) -> None:
    loaded_from(bench, tmp_path, A10, an_entry(court="同代字的另一法院", debtor="戊公司"))

    with bench.reading() as session:
        courts = list(session.scalars(select(Court)))
    assert len({court.code for court in courts}) == len(courts) == 2


def test_the_history_of_loaded_cases_is_whole(bench: Bench, tmp_path: Path) -> None:
    loaded_from(bench, tmp_path, *PUBLISHED)

    with bench.reading() as session:
        report = check_everything(session, bench.mill.store)
        kinds = set(session.scalars(select(Case.case_type)))
    assert (report.faults, report.papers) == ((), 4)
    assert kinds == {CaseType.BK_APPLICATION, CaseType.BK_CASE}


def test_the_report_reads_well_and_as_json(bench: Bench, tmp_path: Path) -> None:
    loaded = loaded_from(bench, tmp_path, A02, an_entry(id="old", acceptance_ruling="2006-01-05"))
    reports = list(reports_of(bench, loaded).values())

    lines = "\n".join(lines_of(reports, loaded.faults))
    answer = json.loads(json.dumps(as_json(reports, loaded.faults)))

    assert "EBL 62(1)" in lines
    assert "未补录　old　acceptance_ruling" in lines
    assert answer["cases"][0]["findings"][2] | {"why": ""} == {
        "article": "EBL 62(1)",
        "result": "kept",
        "days": 14,
        "earliest": "2023-07-07",
        "latest": "2023-07-21",
        "why": "",
    }
    assert [(f["entry"], f["field"]) for f in answer["not_loaded"]] == [("old", "acceptance_ruling")]


@pytest.fixture
def command(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Any:
    """The `court` command on an empty database; answers with exit code, output and errors."""
    monkeypatch.setenv("COURT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COURT_DATABASE_URL", database_url)
    monkeypatch.setattr(users, "HASHER", CHEAP)

    def run(*words: str) -> tuple[int, str, str]:
        code = main(words)
        written = capsys.readouterr()
        return code, written.out, written.err

    return run


def test_the_command_loads_a_file_and_says_what_it_could_not_load(command: Any, tmp_path: Path) -> None:
    good = a_file(tmp_path, A10)

    code, out, _ = command("demo", "load", "--real", str(good), "--json")
    missing = command("demo", "load", "--real", str(tmp_path / "none.yaml"))

    assert code == 0
    assert json.loads(out)["cases"][0]["loaded"] == "new"
    assert missing[0] == 2
    assert "不能读取文件" in missing[2]


def test_the_command_ends_with_one_where_an_entry_was_left_out(command: Any, tmp_path: Path) -> None:
    file = a_file(tmp_path, A10, an_entry(id="bad", court=None))

    code, out, _ = command("demo", "load", "--real", str(file))

    assert code == 1
    assert "未补录　bad　court" in out
