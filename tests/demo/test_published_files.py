"""Reading files of published cases: what is there, what is not, and what cannot be read."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from court_app.demo.published import Entry, UnreadableFile, read_file
from models.vocabulary import ProcedureType
from tests.demo.conftest import TODAY
from tests.demo.files import a_file, an_entry


def read_one(folder: Path, **changes: Any) -> Entry:
    """The one entry of a file."""
    return read_file(a_file(folder, an_entry(**changes)), TODAY).entries[0]


def fault_of(folder: Path, **changes: Any) -> tuple[str, str]:
    """Why the one entry of a file cannot be read: entry and field."""
    published = read_file(a_file(folder, an_entry(**changes)), TODAY)
    assert published.entries == []
    return published.faults[0].entry, published.faults[0].field


MAY_BE_MISSING = (
    "case_numbers",
    "applicant",
    "administrator",
    "court_announcement",
    "claims_deadline",
    "first_meeting",
    "first_meeting_time",
    "first_meeting_form",
)


@pytest.mark.parametrize("nothing", [None, ..., ""], ids=["null", "missing", "empty"])
@pytest.mark.parametrize("name", MAY_BE_MISSING)
def test_what_was_not_published_may_be_null_missing_or_empty(tmp_path: Path, name: str, nothing: Any) -> None:
    published = read_file(a_file(tmp_path, an_entry(**{name: nothing})), TODAY)

    assert [len(published.entries), len(published.faults)] == [1, 0]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("09:00", "09:00"),
        ("9:30", "09:30"),
        (570, "09:30"),
        (600, "10:00"),
        (36000, "10:00"),
        ("上午9时30分", "09:30"),
        ("下午2：30", "14:30"),
        ("14时", "14:00"),
    ],
)
def test_times_are_read_as_people_and_yaml_write_them(tmp_path: Path, written: Any, read: str) -> None:
    assert read_one(tmp_path, first_meeting_time=written).first_meeting_time == read


@pytest.mark.parametrize("written", ["2022-07-15", date(2022, 7, 15), "2022年7月15日", "2022/7/15"])
def test_days_are_read_as_text_and_as_days(tmp_path: Path, written: Any) -> None:
    assert read_one(tmp_path, claims_deadline=written).claims_deadline == date(2022, 7, 15)


@pytest.mark.parametrize(
    ("numbers", "own", "of_application", "code"),
    [
        (["(2022)豫97破4号之一", "(2022)豫97破申9号"], "（2022）豫97破4号", "（2022）豫97破申9号", "豫97"),
        (["（2015）澜民破字第0066号"], "（2015）澜民破字第0066号", None, None),
        ("(2023)豫9701破12号", "（2023）豫9701破12号", None, "豫9701"),
        (["(2023)豫97破申1号"], "（2023）豫97破申1号", "（2023）豫97破申1号", "豫97"),
        (["案号不详的文书"], "案号不详的文书", None, None),
        (None, None, None, None),
    ],
)
def test_case_numbers_old_and_new_in_either_brackets_are_told_apart(
    tmp_path: Path, numbers: Any, own: str | None, of_application: str | None, code: str | None
) -> None:
    entry = read_one(tmp_path, case_numbers=numbers)

    assert (entry.number, entry.application_number, entry.court_code) == (own, of_application, code)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"procedure": "重整"}, ProcedureType.REORGANIZATION),
        ({"procedure": "破产清算"}, ProcedureType.LIQUIDATION),
        ({"procedure": "破产和解"}, ProcedureType.COMPOSITION),
        ({"procedure": ..., "procedure_type": "REORGANIZATION"}, ProcedureType.REORGANIZATION),
        ({"procedure": None, "procedure_type": "liquidation"}, ProcedureType.LIQUIDATION),
    ],
)
def test_the_procedure_is_read_in_chinese_or_in_the_vocabularys_word(
    tmp_path: Path, fields: dict[str, Any], kind: ProcedureType
) -> None:
    assert read_one(tmp_path, **fields).procedure == kind


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"debtor": None}, "debtor"),
        ({"debtor": 7}, "debtor"),
        ({"court": ...}, "court"),
        ({"court": "澜" * 201}, "court"),
        ({"procedure": ...}, "procedure"),
        ({"procedure": "清偿"}, "procedure"),
        ({"acceptance_ruling": None}, "acceptance_ruling"),
        ({"acceptance_ruling": "2022-02-30"}, "acceptance_ruling"),
        ({"acceptance_ruling": "2027-01-04"}, "acceptance_ruling"),
        ({"claims_deadline": "soon"}, "claims_deadline"),
        ({"claims_deadline": "2022-05-24"}, "claims_deadline"),
        ({"court_announcement": "2022-05-24"}, "court_announcement"),
        ({"first_meeting": ["2022-07-28"]}, "first_meeting"),
        ({"first_meeting_time": "25:00"}, "first_meeting_time"),
        ({"case_numbers": [["x"], {"a": 1}]}, "case_numbers"),
        ({"administrator": "甲\u202e乙"}, "administrator"),
    ],
)
def test_a_malformed_field_is_named_with_its_entry(
    tmp_path: Path, changes: dict[str, Any], field: str
) -> None:
    assert fault_of(tmp_path, **changes) == ("X1", field)


def test_the_act_applies_from_the_first_of_june_2007_and_not_the_day_before(tmp_path: Path) -> None:
    days = {"court_announcement": None, "claims_deadline": None, "first_meeting": None}
    file = a_file(
        tmp_path,
        an_entry(id="old", acceptance_ruling="2007-05-31", **days),
        an_entry(id="new", acceptance_ruling="2007-06-01", **days),
    )

    published = read_file(file, TODAY)

    assert [entry.id for entry in published.entries] == ["new"]
    assert [fault.entry for fault in published.faults] == ["old"]
    assert "不适用本系统" in str(published.faults[0].text)


def test_an_entry_that_is_no_group_of_fields_is_named_by_its_place(tmp_path: Path) -> None:
    published = read_file(a_file(tmp_path, an_entry(), "text", an_entry(id=None)), TODAY)

    assert [entry.id for entry in published.entries] == ["X1", "#3"]
    assert [(fault.entry, fault.field) for fault in published.faults] == [("#2", "announcements")]


@pytest.mark.parametrize(
    "content", ["a: [", "just text", "about: x", "announcements: {}", "!!python/object/apply:os.getcwd []"]
)
def test_a_file_of_another_form_is_refused_and_nothing_in_it_is_run(tmp_path: Path, content: str) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(UnreadableFile):
        read_file(file, TODAY)


def test_a_file_that_is_not_there_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_file(tmp_path / "nowhere.yaml", TODAY)
