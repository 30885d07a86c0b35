"""Announcements: what is owed, where it appeared, what is missing; never a blocked step."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from court_app.demo.actors import Hands, Play
from court_app.errors import BadInput, Forbidden, NotFound
from court_app.services.casework import publications, publishing
from court_app.services.casework.publications import Duty
from models import Case, Delivery, Document
from models.vocabulary import DeliveryState, DocumentKind, DutyState, PublicationChannel
from tests.notices.building import accepted_case, publish
from workflows.engine import StepRefused

K = DocumentKind


def duties(play: Play, case: int) -> list[Duty]:
    with play.bench.reading() as session:
        found = publications.duties(play.occasion(session, "heqieyu"), session.get_one(Case, case))
        return [keep(duty) for duty in found]


def keep(duty: Duty) -> Any:
    return {
        "step": duty.row.name,
        "event": duty.event.id if duty.event else None,
        "state": duty.state,
        "due_on": duty.due_on,
        "missing": [str(line) for line in duty.missing],
        "where": [one.channel for one in duty.publications],
    }


def record(play: Play, case: int, event: int, who: str = "heqieyu", **more: Any) -> None:
    supplied = {
        "channel": "NATIONAL_SITE",
        "reference": "公告第1号",
        "published_on": play.day.isoformat(),
        **more,
    }
    with play.bench.writing() as session, session.begin():
        publishing.record(play.occasion(session, who), case, event, supplied)


def row_for_the_public(play: Play, case: int) -> Delivery:
    with play.bench.reading() as session:
        return session.scalars(
            select(Delivery)
            .join(Document)
            .where(Delivery.case_id == case, Document.kind == K.ACCEPTANCE_ANNOUNCEMENT)
        ).one()


def test_an_announcement_is_owed_before_its_step_and_overdue_a_day_after_its_limit(play: Play) -> None:
    case = accepted_case(play)
    due_on = play.day + timedelta(days=25)

    play.day = due_on
    on_the_last_day = duties(play, case)
    play.day = due_on + timedelta(days=1)
    afterwards = duties(play, case)

    assert [(d["step"], d["state"], d["due_on"]) for d in on_the_last_day] == [
        ("publish_acceptance", DutyState.OPEN, due_on)
    ]
    assert [d["state"] for d in afterwards] == [DutyState.OVERDUE]
    with play.bench.reading() as session:
        everywhere, total = publications.everywhere(play.occasion(session, "heqieyu"))
        assert (total, everywhere[0].case.id) == (1, case)
        assert publications.everywhere(play.occasion(session, "gaoyuan")) == ([], 0)


def test_what_the_step_says_of_the_national_site_reaches_the_public_with_the_paper(play: Play) -> None:
    case = accepted_case(play)
    play.later(3)
    publish(play, case)
    drafted = duties(play, case)[0]

    play.issue(case, K.ACCEPTANCE_ANNOUNCEMENT, Hands())

    issued, row = duties(play, case)[0], row_for_the_public(play, case)
    assert drafted["missing"] == ["公告文书尚未制作正本（起草）。"]
    assert (issued["state"], issued["missing"]) == (DutyState.KEPT, [])
    assert (row.state, row.served_on, row.remark) == ("SERVED", play.day, "公告第1号")


def test_a_newspaper_alone_is_not_enough(play: Play) -> None:
    case = accepted_case(play)
    play.later(3)
    publish(play, case, channel="江澜日报", reference="第3版")
    event = duties(play, case)[0]["event"]
    with pytest.raises(BadInput):
        record(play, case, event)
    play.issue(case, K.ACCEPTANCE_ANNOUNCEMENT, Hands())
    record(play, case, event, channel="NEWSPAPER", reference="江澜日报第3版")
    in_the_paper, before = duties(play, case)[0], row_for_the_public(play, case)
    with pytest.raises(StepRefused):
        play.delivery_step(before.id, "send", "heqieyu", method="DIRECT")
    with pytest.raises((Forbidden, NotFound)):
        record(play, case, event, who="gaoyuan")
    with pytest.raises(BadInput):
        record(play, case, event, published_on=(play.day + timedelta(days=1)).isoformat())
    play.later(23)

    record(play, case, event)

    late, after = duties(play, case)[0], row_for_the_public(play, case)
    assert in_the_paper["missing"] == ["尚未在全国企业破产重整案件信息网发布。"]
    assert (in_the_paper["state"], before.state) == (DutyState.OPEN, DeliveryState.PREPARED)
    assert late["where"] == [PublicationChannel.NEWSPAPER, PublicationChannel.NATIONAL_SITE]
    assert (late["state"], after.state, after.served_on) == (DutyState.LATE, "SERVED", play.day)
    with pytest.raises(BadInput):
        record(play, case, event)
