"""A bankruptcy case with many creditors, whose notice is issued; made by real steps."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from court_app.demo import petition_scenes as scenes
from court_app.demo.actors import PANEL, Hands, Play
from court_app.demo.petitions import acceptance, creditor, petition
from court_app.jobs import run_open_jobs
from court_app.services.papers import notices, notices_sending
from court_app.services.papers.notices_sending import Outcome
from models import Document, NoticeBatch
from models.vocabulary import DocumentKind

SITE = "全国企业破产重整案件信息网"


def add_creditors(play: Play, case: int, number: int, **more: Any) -> None:
    for one in range(1, number + 1):
        play.add_party(
            case,
            {
                "role": "CREDITOR",
                "kind": "ENTERPRISE",
                "name": f"江澜市第{one}建材有限公司",
                "service_address": f"江澜市建设路{one}号",
                **more,
            },
        )


def publish(play: Play, case: int, channel: str = SITE, reference: str = "公告第1号") -> None:
    claims = play.day + timedelta(days=45)
    play.step(
        case,
        "publish_acceptance",
        "heqieyu",
        channel=channel,
        reference=reference,
        claims_deadline=claims.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(claims + timedelta(days=10)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
    )


def accepted_case(play: Play) -> int:
    """A bankruptcy case with three creditors who consented to electronic service, accepted today."""
    application = scenes.received(play, petition(5, applicant_kind="DEBTOR"))
    play.assign(application, PANEL)
    for one in (1, 2, 3):
        play.add_party(application, {**creditor(one), "role": "CREDITOR"})
    play.step(application, "start_direct_review", "shenzhiheng")
    play.step(application, "accept", "shenzhiheng", **acceptance(grounds=["BALANCE_SHEET"]))
    return play.child_of(application)


def notified_case(play: Play, creditors: int = 9) -> int:
    """An accepted case with three known creditors and these, three days after acceptance: notice issued."""
    case = accepted_case(play)
    add_creditors(play, case, creditors)
    play.later(3)
    publish(play, case)
    play.issue(case, DocumentKind.CREDITOR_NOTICE, Hands())
    return case


def notice_of(play: Play, case: int) -> int:
    with play.bench.reading() as session:
        return session.scalars(
            select(Document.id).where(Document.case_id == case, Document.kind == DocumentKind.CREDITOR_NOTICE)
        ).one()


def batch_for(play: Play, case: int, who: str = "heqieyu") -> int:
    with play.bench.writing() as session, session.begin():
        return notices.make(play.occasion(session, who), notice_of(play, case)).id


def made_batch(play: Play, case: int) -> int:
    batch = batch_for(play, case)
    run_open_jobs(play.bench, play.now)
    return batch


def send(play: Play, batch: int, who: str = "heqieyu", **data: Any) -> Outcome:
    with play.bench.writing() as session, session.begin():
        return notices_sending.send(play.occasion(session, who), batch, {"method": "POST", **data})


def confirm(play: Play, batch: int, **data: Any) -> Outcome:
    supplied = {"method": "POST", "served_on": play.day.isoformat(), "signed_by": "收发室", **data}
    with play.bench.writing() as session, session.begin():
        return notices_sending.confirm_method(play.occasion(session, "heqieyu"), batch, supplied)


def rows(play: Play, batch: int) -> list[Any]:
    with play.bench.reading() as session:
        kept = session.get_one(NoticeBatch, batch)
        return [(n, n.delivery, n.delivery.party) for n in kept.notices]
