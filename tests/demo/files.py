"""Files of published cases, with invented names and the dates of published proceedings."""

from pathlib import Path
from typing import Any

import yaml

A02: dict[str, Any] = {
    "id": "A02",
    "debtor": "澜山文化体育集团股份有限公司 (000000)",
    "court": "河原省澜山市中级人民法院",
    "case_numbers": ["(2023)豫98破申1号", "(2023)豫98破申1号之一"],
    "procedure": "重整",
    "applicant": None,
    "acceptance_ruling": "2023-06-05",
    "court_announcement": None,
    "administrator": None,
    "claims_deadline": "2023-07-06",
    "first_meeting": "2023-07-20",
    "first_meeting_time": "09:00",
    "first_meeting_form": "网络会议",
    "derived": {
        "days_acceptance_to_deadline": 31,
        "days_deadline_to_first_meeting": 14,
        "art62_15_days": "within",
        "days_acceptance_to_first_meeting": 45,
    },
    "other_dates": {"pre_reorganisation_decision": "2023-01-03"},
}
A08: dict[str, Any] = {
    "id": "A08",
    "debtor": "澜山荣科技有限公司",
    "court": "澜山市南开区人民法院",
    "case_numbers": ["（2015）澜民破字第0066号"],
    "procedure": "破产清算",
    "acceptance_ruling": "2015-12-23",
    "court_announcement": "2016-01-22",
    "administrator": "澜山荣科技有限公司破产清算组",
    "claims_deadline": "2016-03-15",
    "first_meeting": "2016-04-27",
    "first_meeting_time": "10:00",
    "derived": {
        "days_acceptance_to_announcement": 30,
        "art14_25_days": "exceeded",
        "days_announcement_to_deadline": 53,
        "art45_30d_to_3m": "within",
        "days_deadline_to_first_meeting": 43,
        "art62_15_days": "exceeded",
    },
}
A10: dict[str, Any] = {
    "id": "A10",
    "debtor": "澜北星科技股份有限公司",
    "court": "澜北省萍川市中级人民法院",
    "case_numbers": ["(2022)豫99破4号", "(2022)豫99破4号之一"],
    "procedure": "重整",
    "acceptance_ruling": "2022-05-25",
    "court_announcement": "2022-05-27",
    "administrator": "江澜衡正律师事务所",
    "claims_deadline": "2022-07-15",
    "first_meeting": "2022-07-28",
    "first_meeting_time": "09:30",
    "derived": {
        "days_acceptance_to_announcement": 2,
        "art14_25_days": "within",
        "days_announcement_to_deadline": 49,
        "art45_30d_to_3m": "within",
        "days_deadline_to_first_meeting": 13,
        "art62_15_days": "within",
    },
}
A13: dict[str, Any] = {
    "id": "A13",
    "debtor": "澜力实业（集团）股份有限公司",
    "court": "澜庆市第五中级人民法院",
    "case_numbers": ["(2020)豫97破申327号", "(2020)豫97破193号"],
    "procedure": "重整",
    "acceptance_ruling": "2020-08-21",
    "court_announcement": "2020-08-21",
    "administrator": "澜力系企业清算组",
    "claims_deadline": "2020-09-30",
    "first_meeting": None,
    "first_meeting_time": None,
    "derived": {
        "days_acceptance_to_announcement": 0,
        "art14_25_days": "within",
        "days_announcement_to_deadline": 40,
        "art45_30d_to_3m": "within",
    },
}
PUBLISHED = (A02, A08, A10, A13)


def a_file(folder: Path, *entries: Any, **more: Any) -> Path:
    """A YAML file with these entries."""
    file = folder / "published.yaml"
    content = {"about": "invented", "announcements": list(entries), "distributions": [], **more}
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


def an_entry(**changes: Any) -> dict[str, Any]:
    """An entry that can be loaded, with changes; a change to `...` leaves the field out."""
    entry = {**A10, "id": "X1", **changes}
    return {name: value for name, value in entry.items() if value is not ...}
