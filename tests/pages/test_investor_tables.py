"""Investors out of a table, on pages and through the API."""

import pytest

from tests.liquidation.test_investor_tables import SAIL, STAR, table
from tests.pages.desks import Desk, desk
from tests.pages.estate import OTHER, OWN
from tests.pages.test_liquidation_api import Court, court

pytestmark = pytest.mark.slow
__all__ = ["court"]


def at_the_desk(court: Court) -> tuple[Desk, str]:
    """The administrator before the pages, and the address of the tables."""
    return desk(court.callers[OWN].client.application, OWN), f"{court.path}/investors/tables"  # type: ignore[arg-type]


def test_a_table_is_looked_at_row_by_row_listed_and_taken_back(court: Court) -> None:
    own, tables = at_the_desk(court)
    wrong = table(STAR, "江澜三友有限公司,企业法人,实缴出资,100,100.01,,章程")

    looked_at = own.upload(tables, "出资人.csv", wrong, check="1")
    refused = own.upload(tables, "出资人.csv", wrong)
    checked = own.upload(tables, "出资人.csv", table(STAR, SAIL), check="1")
    before = court.get(OWN, "/investors")["items"]
    done = own.upload(tables, "出资人.csv", table(STAR, SAIL), key="one")
    own.upload(tables, "出资人.csv", table(STAR, SAIL), key="one")

    assert "共 2 行，1 行有错" in looked_at.text
    assert "实缴出资多于认缴出资" in looked_at.text
    assert (refused.status_code, "第3行，实缴出资" in refused.text) == (422, True)
    assert ("1,000,000.00" in checked.text, before) == (True, [])
    assert done.status_code == 302
    assert [one["state"]["value"] for one in court.get(OWN, "/investors")["items"]] == ["LISTED"] * 2
    own.send_to(tables, f"{tables}/1/undo", reason="取错了年度。")
    assert [one["state"]["value"] for one in court.get(OWN, "/investors")["items"]] == ["STRUCK"] * 2


def test_the_blank_table_can_be_uploaded_as_it_is(court: Court) -> None:
    own, tables = at_the_desk(court)

    blank = own.client.get(f"{tables}/blank.xlsx").data

    assert "都可以登记" in own.upload(tables, "空白.xlsx", blank, check="1").text
    assert tables in own.page(f"{court.path}/investors")


def test_a_program_checks_lists_reads_and_takes_back_a_table(court: Court) -> None:
    caller, tables = court.callers[OWN], f"{court.path}/investors/tables"

    wrong = caller.upload(tables, "出资人.csv", table(STAR, STAR))
    checked = caller.upload(f"{tables}?check=true", "出资人.csv", table(STAR, SAIL))
    made = caller.upload(tables, "出资人.csv", table(STAR, SAIL))
    shown = caller.get(tables).json["items"]
    undone = caller.post(f"{tables}/1/undo", {"reason": "取错了年度。"})

    assert (wrong.status_code, checked.json["checked"]) == (422, True)
    assert (made.json["serial"], made.json["investor_serials"], made.json["listed"]) == (1, [1, 2], 2)
    assert shown == [made.json]
    assert undone.json == {"struck": 2}


def test_nobody_from_another_case_and_no_mere_reader_brings_a_table(court: Court) -> None:
    tables = f"{court.path}/investors/tables"

    stranger = court.callers[OTHER].upload(tables, "出资人.csv", table(STAR))
    reader = court.callers["tangbo"].upload(tables, "出资人.csv", table(STAR))

    assert (stranger.status_code, court.callers[OTHER].get(tables).status_code) == (404, 404)
    assert (reader.status_code, [one["code"] for one in reader.json["obstacles"]]) == (409, ["not_permitted"])
    assert court.get(OWN, "/investors")["total"] == 0
