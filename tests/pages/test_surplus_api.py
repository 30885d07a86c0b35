"""Investors, their accounts and a surplus through the API."""

import pytest

from tests.liquidation.paying_out import ACCOUNT
from tests.pages.estate import OWN
from tests.pages.test_liquidation_api import Court, court

pytestmark = pytest.mark.slow
__all__ = ["court"]
LISTED = {
    "name": "江澜晨星投资有限公司",
    "kind": "ENTERPRISE",
    "holding": "CONTRIBUTION",
    "subscribed_fen": "1000000.00",
    "paid_in_fen": "600000.00",
    "source": "股东名册。",
}


def test_an_administrator_lists_corrects_and_reads_an_investor(court: Court) -> None:
    serial = court.begin(OWN, "investors", "list_investor", **LISTED)

    corrected = {**LISTED, "paid_in_fen": "500000.00"}
    court.part(OWN, "investors", serial, "correct_investor", **corrected)

    page = court.get(OWN, "/investors")
    assert [(one["name"], one["paid_in_yuan"]) for one in page["items"]] == [
        ("江澜晨星投资有限公司", "500000.00")
    ]


def test_the_account_of_an_investor_is_written_and_shown_whole_to_who_pays(court: Court) -> None:
    serial = court.begin(OWN, "investors", "list_investor", **LISTED)
    account = {**ACCOUNT, "account_number": "6222020000000009001"}

    caller = court.callers[OWN]
    address = f"/api/v1{court.path}/investors/{serial}/account"
    answer = caller.client.put(address, json=account, headers=caller.headers)

    assert (answer.status_code, answer.json["account_number"]) == (200, "6222020000000009001")


def test_a_draft_says_who_gets_a_surplus_and_what_must_be_settled_before(court: Court) -> None:
    court.begin(OWN, "investors", "list_investor", **LISTED)
    asked = {"available_fen": "1000.00"}

    free = court.callers[OWN].post(f"{court.path}/distributions/draft", asked).json["investors"]
    court.begin(OWN, "claims", "file_claim", creditor_id=court.estate.creditors[0], filed_fen="1")
    held = court.callers[OWN].post(f"{court.path}/distributions/draft", asked).json["investors"]

    assert [(one["investor_serial"], one["paid_yuan"]) for one in free["items"]] == [(1, "1000.00")]
    assert (held["items"], held["before"]) == ([], ["尚未确定的债权（债权表序号）：1。"])
