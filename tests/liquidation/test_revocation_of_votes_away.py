"""Revocation of what was resolved with votes away: each creditor has his own fifteen days (I3-12(3))."""

from datetime import timedelta
from typing import Any

import pytest

from models.vocabulary import DeadlineKind as K
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import Liquidation, today
from tests.liquidation.test_meetings import ABSENT, call, resolved

LATE = "request_revocation_after_late_notice"


@pytest.fixture
def told(met: Liquidation) -> Liquidation:
    """A vote is taken online; its result is told to all on the same day."""
    meeting = call(met, form="ONLINE")
    met.move("meetings", meeting, "notify", how="平台")
    met.later(20)
    met.move("meetings", meeting, "hold", present=2, present_fen="1800000", minutes="表决。")
    resolved(met, meeting=meeting)
    met.move("resolutions", 1, "tell_result")
    return met


def asks(case: Liquidation, name: str = LATE, **more: Any) -> list[str]:
    """A creditor asks the court to revoke the resolution; returns why not, if it is refused."""
    return case.refused(case.move, "resolutions", 1, name, **{**ABSENT, **more})


def test_who_received_the_result_later_has_fifteen_days_of_his_own(told: Liquidation) -> None:
    received = told.play.day + timedelta(days=12)
    told.on(received + timedelta(days=15))
    final = told.part("resolutions", 1).state

    refused = asks(told, received_on=received.isoformat())

    assert (final, refused) == ("FINAL", [])
    assert told.part("resolutions", 1).state == "REVOKE_REQUESTED"


def test_his_own_fifteen_days_end_too(told: Liquidation) -> None:
    received = told.play.day + timedelta(days=12)
    told.on(received + timedelta(days=16))

    assert asks(told, received_on=received.isoformat()) == ["revocation_late"]
    assert asks(told) == ["revocation_late"]


def test_in_the_days_before_it_is_final_his_own_receipt_counts_as_well(told: Liquidation) -> None:
    received = told.play.day + timedelta(days=2)
    told.on(received + timedelta(days=15))

    late = asks(told, "request_revocation")
    refused = asks(told, "request_revocation", received_on=received.isoformat())

    assert (late, refused) == (["revocation_late"], [])


def test_nobody_received_a_result_before_the_vote(told: Liquidation) -> None:
    before = told.play.day - timedelta(days=1)

    assert asks(told, "request_revocation", received_on=before.isoformat()) == ["received_before_the_vote"]


def test_the_service_of_the_paper_is_proof_of_the_day(told: Liquidation) -> None:
    told.issue(D.MEETING_RESOLUTION)
    told.later(10)
    told.serve(D.MEETING_RESOLUTION, to="KNOWN_CREDITORS")
    served = told.play.day
    creditor = told.part("claims", 1).party.name
    told.on(served + timedelta(days=15))
    other = asks(told, creditor=creditor, received_on=(served + timedelta(days=1)).isoformat())

    refused = asks(told, creditor=creditor)

    assert (other, refused) == (["served_on_another_day"], [])


def test_of_a_vote_on_site_the_time_ends_for_all_at_once(met: Liquidation) -> None:
    resolved(met)
    told = asks(met, "request_revocation", received_on=today(met))
    met.on(met.clocks(K.MEET_REVOKE)[0].due_on + timedelta(days=8))

    assert told == ["voted_on_site"]
    assert met.part("resolutions", 1).state == "FINAL"
    assert asks(met) == ["voted_on_site"]
