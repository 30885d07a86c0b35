"""Votes on pages and through the API: attendance, ballots keyed in, codes, voting from the phone."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from court_app.db import upgrade
from court_app.demo.people import PEOPLE
from court_app.errors import BadInput
from court_app.services.meetings import voting_codes
from court_app.services.procedure import parts
from court_app.visit import CourtFlask
from models import Ballot, Claim, Meeting, Motion
from tests.liquidation.playing import JUDGE, Liquidation, accept, file_claims, meet, publish
from tests.pages.desks import Desk, a_stage, desk, served, settings_in
from tests.pages.estate import Estate

pytestmark = pytest.mark.slow
CLERK = "heqieyu"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CourtFlask, Liquidation]]:
    """A liquidation whose first meeting was held, with amounts for voting and codes."""
    folder = tmp_path_factory.mktemp("votes")
    settings = settings_in(folder, f"sqlite:///{folder / 'court.db'}")
    upgrade(settings.database_url)
    play = a_stage(settings)
    case = accept(play, 2)
    publish(case)
    file_claims(case)
    case.later(55)
    meet(case)
    case.step("fix_provisional_amounts", JUDGE, reason="管理人已经审查。")
    case.move("meetings", 1, "issue_codes")
    estate = Estate(play, case.case, [])
    yield served(estate, settings), case
    play.bench.database.dispose()


@pytest.fixture(scope="module")
def clerk(stage: tuple[CourtFlask, Liquidation]) -> Desk:
    """The clerk at his browser."""
    return desk(stage[0], CLERK)


@pytest.fixture
def case(stage: tuple[CourtFlask, Liquidation]) -> Liquidation:
    """The liquidation."""
    return stage[1]


@pytest.fixture
def phone(stage: tuple[CourtFlask, Liquidation]) -> FlaskClient:
    """A phone on which nobody has signed in."""
    return stage[0].test_client()


def put(case: Liquidation) -> int:
    """Something is put to the vote; returns its number."""
    return case.begin("motions", "put_to_vote", meeting_serial=1, matter="61.5", subject="继续营业")


def creditor(case: Liquidation, claim: int) -> int:
    """The creditor of a claim."""
    return int(case.part("claims", claim).party_id)


def code(case: Liquidation, claim: int) -> str:
    """What is printed on a creditor's slip."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        meeting = session.scalars(select(Meeting).where(Meeting.case_id == case.case)).one()
        return {slip.first_claim: slip.code for slip in voting_codes.slips(occasion, meeting)}[claim]


def enter(phone: FlaskClient, **form: str) -> tuple[int, str]:
    """A form is sent from the phone."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', phone.get("/ballot").text)
    answer = phone.post("/ballot", data={"csrf_token": token[1] if token else "", **form})
    return answer.status_code, answer.text


def said(case: Liquidation, motion: int) -> list[tuple[int, str]]:
    """The ballots of a motion: creditor and choice."""
    with case.play.bench.reading() as session:
        chosen = select(Ballot).join(Motion, Motion.id == Ballot.motion_id)
        found = session.scalars(chosen.where(Motion.case_id == case.case, Motion.serial == motion))
        return sorted((ballot.party_id, ballot.choice.value) for ballot in found)


def test_a_creditor_votes_from_his_phone_and_sees_what_was_kept(
    case: Liquidation, phone: FlaskClient
) -> None:
    motion, own = put(case), code(case, 1)

    _, before = enter(phone, code=own.lower().replace("-", " "))
    _, asked = enter(phone, code=own, **{f"motion-{motion}": "FOR"})
    nothing_yet = said(case, motion)
    status, after = enter(phone, code=own, confirmed="yes", **{f"motion-{motion}": "FOR"})

    assert "继续营业" in before
    assert "900,000.00" in before
    assert "确认以后不能更改" in asked
    assert nothing_yet == []
    assert (status, said(case, motion)) == (200, [(creditor(case, 1), "FOR")])
    assert "您的表决已经记录" in after


def test_a_vote_that_is_sent_twice_is_kept_once_and_another_answer_is_refused(
    case: Liquidation, phone: FlaskClient
) -> None:
    motion, own = put(case), code(case, 2)
    form = {"code": own, "confirmed": "yes", f"motion-{motion}": "FOR"}

    first, _ = enter(phone, **form)
    again, _ = enter(phone, **form)
    otherwise, told = enter(phone, **{**form, f"motion-{motion}": "AGAINST"})

    assert (first, again, otherwise) == (200, 200, 409)
    assert "已经表决" in told
    assert said(case, motion) == [(creditor(case, 2), "FOR")]


@pytest.mark.parametrize("typed", ["", "ABCD-EFGH-JKLM", "A" * 400, "' OR 1=1 --", "中文"])
def test_who_has_no_code_sees_nothing_and_votes_nothing(phone: FlaskClient, typed: str) -> None:
    status, told = enter(phone, code=typed, confirmed="yes", **{"motion-1": "FOR"})

    assert status == 404
    assert "没有这个表决码" in told


def test_a_code_that_was_mistyped_stays_in_its_field_to_be_compared_with_the_slip(phone: FlaskClient) -> None:
    _, told = enter(phone, code="ABCD-EFGH-JKLM")

    assert 'value="ABCD-EFGH-JKLM"' in told


def test_a_code_that_was_made_anew_makes_the_one_before_void(case: Liquidation, phone: FlaskClient) -> None:
    before = code(case, 3)
    case.move("meetings", 1, "issue_codes", creditor_id=creditor(case, 3))
    after = code(case, 3)

    assert before != after
    assert enter(phone, code=before)[0] == 404
    assert enter(phone, code=after)[0] == 200


def test_a_code_is_not_made_anew_twice_unless_somebody_says_so(case: Liquidation) -> None:
    creditor_id = creditor(case, 2)
    case.move("meetings", 1, "issue_codes", creditor_id=creditor_id)
    once = code(case, 2)

    with pytest.raises(BadInput) as refusal:
        case.move("meetings", 1, "issue_codes", creditor_id=creditor_id)

    assert "第2次制发" in str(refusal.value.fields["again"][0])
    assert code(case, 2) == once
    case.move("meetings", 1, "issue_codes", creditor_id=creditor_id, again=True)
    assert code(case, 2) != once


def test_a_motion_of_another_meeting_is_not_voted_on_with_this_code(
    case: Liquidation, phone: FlaskClient
) -> None:
    status, told = enter(phone, code=code(case, 1), confirmed="yes", **{"motion-999": "FOR"})

    assert status == 422
    assert "没有第999号议案" in told


def test_the_clerk_keys_in_a_page_of_ballots_and_the_count_follows(case: Liquidation, clerk: Desk) -> None:
    motion = put(case)
    path = f"/cases/{case.case}/motions/{motion}/roll"
    ballots = {f"vote-{creditor(case, 1)}": "FOR", f"vote-{creditor(case, 2)}": "AGAINST"}

    answer = clerk.send(path, channel="PAPER", **ballots)
    page = clerk.page(path)

    assert answer.status_code == 302
    assert said(case, motion) == sorted([(creditor(case, 1), "FOR"), (creditor(case, 2), "AGAINST")])
    assert "人数：1／" in page
    assert "纸质表决票" in page


def test_ballots_that_are_keyed_in_twice_are_refused_with_the_names_and_nothing_is_lost(
    case: Liquidation, clerk: Desk
) -> None:
    motion = put(case)
    path = f"/cases/{case.case}/motions/{motion}/roll"
    clerk.send(path, channel="PAPER", **{f"vote-{creditor(case, 1)}": "FOR"})

    both = {f"vote-{creditor(case, 1)}": "FOR", f"vote-{creditor(case, 2)}": "FOR"}
    answer = clerk.send(path, channel="PAPER", **both)

    assert answer.status_code == 422
    assert "已经表决：江澜市恒泰贸易有限公司" in answer.text
    assert said(case, motion) == [(creditor(case, 1), "FOR")]
    assert f'name="vote-{creditor(case, 2)}" value="FOR" checked' in answer.text


def test_a_page_without_a_single_ballot_is_refused(case: Liquidation, clerk: Desk) -> None:
    motion = put(case)

    answer = clerk.send(f"/cases/{case.case}/motions/{motion}/roll", channel="PAPER")

    assert answer.status_code == 422


def test_creditors_sign_in_on_the_attendance_page_a_proxy_with_his_name(
    case: Liquidation, clerk: Desk
) -> None:
    with case.play.bench.writing() as session, session.begin():
        late = parts.begin(
            case.play.occasion(session, CLERK),
            case.case,
            "claims",
            "file_claim",
            {"creditor_name": "江澜签到有限公司", "filed_fen": "5000", "basis": "货款"},
        ).part
        number = late.party_id if isinstance(late, Claim) else 0
    path = f"/cases/{case.case}/meetings/1/attendance"

    nameless = clerk.send(path, **{f"come-{number}": "PROXY"})
    named = clerk.send(path, **{f"come-{number}": "PROXY", f"proxy-{number}": "周明"})

    assert nameless.status_code == 422
    assert "请填写代理人姓名" in nameless.text
    assert named.status_code == 302
    assert "周明" in clerk.page(f"{path}?q=江澜签到")


@pytest.mark.parametrize(
    "which",
    ["meetings/1/attendance.pdf", "meetings/1/minutes.pdf", "meetings/1/codes.pdf", "motions/1/tally.pdf"],
)
def test_sheets_of_meeting_and_vote_can_be_printed(case: Liquidation, clerk: Desk, which: str) -> None:
    put(case)

    answer = clerk.client.get(f"/cases/{case.case}/{which}")

    assert answer.status_code == 200
    assert answer.data.startswith(b"%PDF")


def test_a_resolution_is_printed_once_the_vote_is_counted(case: Liquidation, clerk: Desk) -> None:
    motion = put(case)
    path = f"/cases/{case.case}/motions/{motion}/resolution.pdf"

    before = clerk.client.get(path)
    case.move("motions", motion, "count")
    after = clerk.client.get(path)

    assert before.status_code == 302
    assert after.data.startswith(b"%PDF")


def test_codes_are_printed_only_by_who_may_make_them(
    stage: tuple[CourtFlask, Liquidation], case: Liquidation
) -> None:
    path = f"/cases/{case.case}/meetings/1/codes.pdf"

    opens = {name for name, *_ in PEOPLE if desk(stage[0], name).client.get(path).status_code == 200}

    team = {"shenzhiheng", "ouyangshen", "luyun", "fangyining", CLERK}
    assert opens == team | {"hengzheng"}, "the administrator of the case too"


def test_steps_of_many_rows_lead_to_their_own_page(case: Liquidation, clerk: Desk) -> None:
    motion = put(case)

    answer = clerk.client.get(f"/cases/{case.case}/motions/{motion}/steps/key_ballots")

    assert answer.status_code == 302
    assert answer.location.endswith(f"/motions/{motion}/roll")


def test_a_program_reads_count_roll_and_attendance(case: Liquidation, clerk: Desk) -> None:
    motion = put(case)
    base = f"/api/v1/cases/{case.case}"
    clerk.send(
        f"/cases/{case.case}/motions/{motion}/roll",
        channel="PAPER",
        **{f"vote-{creditor(case, n)}": "FOR" for n in (1, 2)},
    )
    headers = {"X-CSRFToken": clerk.token(f"/cases/{case.case}/motions/{motion}/roll")}

    count = clerk.client.get(f"{base}/motions/{motion}/tally", headers=headers).json
    roll = clerk.client.get(f"{base}/motions/{motion}/roll?standing=FOR", headers=headers).json
    there = clerk.client.get(f"{base}/meetings/1/attendance?only=came", headers=headers).json

    assert count["counted"] is False
    assert count["amount"]["for"] == "1800000.00"
    assert [row["right"]["claims"][0]["serial"] for row in roll["items"]] == [1, 2]
    assert roll["items"][0]["ballot"]["choice"]["value"] == "FOR"
    assert there["attending"] >= 2


def test_a_creditor_who_is_looked_up_leads_back_to_the_step_of_the_motion(
    case: Liquidation, clerk: Desk
) -> None:
    motion, party = put(case), creditor(case, 1)
    asked = f"step=correct_ballot&kind=motions&field=creditor_id&serial={motion}"

    page = clerk.page(f"/cases/{case.case}/creditors?{asked}")

    assert f"/cases/{case.case}/motions/{motion}/steps/correct_ballot?creditor_id={party}" in page


def test_a_lost_code_is_made_anew_from_the_page_of_codes(case: Liquidation, clerk: Desk) -> None:
    path, before = f"/cases/{case.case}/meetings/1/codes", code(case, 2)

    page = clerk.page(f"{path}?q=2")
    answer = clerk.send_to(path, path, creditor_id=str(creditor(case, 2)), again="1")

    assert "望川润达物流有限公司" in page
    assert answer.status_code == 302
    assert code(case, 2) != before


def test_an_investor_reads_his_voting_rights_on_his_phone_and_his_lost_code_is_found_by_name(
    case: Liquidation, phone: FlaskClient, clerk: Desk
) -> None:
    plan = {"matter": "61.6", "subject": "重整计划草案", "group": "EQUITY"}
    holders = [{"name": "江澜控股集团有限公司", "rights_fen": "6000000"}]
    motion = case.begin("motions", "put_to_vote", meeting_serial=1, investors=holders, **plan)
    case.move("meetings", 1, "issue_codes")
    with case.play.bench.reading() as session:
        meeting = session.scalars(select(Meeting).where(Meeting.case_id == case.case)).one()
        slips = voting_codes.slips(case.play.occasion(session, CLERK), meeting)
    own = slips[-1]

    _, before = enter(phone, code=own.code)
    status, after = enter(phone, code=own.code, confirmed="yes", **{f"motion-{motion}": "FOR"})
    page = clerk.page(f"/cases/{case.case}/meetings/1/codes?q=控股")

    assert (own.number, "您的表决权（按出资额）：6,000,000.00 元" in before) == ("出资人1", True)
    assert "<dt>出资人</dt>" in before
    assert "继续营业" not in before
    assert (status, "您的表决已经记录" in after) == (200, True)
    assert "出资人1 江澜控股集团有限公司" in page


def test_the_roll_of_investors_names_the_row_of_the_list_by_which_each_votes(
    case: Liquidation, clerk: Desk
) -> None:
    told = {"kind": "ENTERPRISE", "holding": "CONTRIBUTION", "source": "股东名册。"}
    for name, paid_in in (("江澜晨星投资有限公司", "600000"), ("望川远航实业有限公司", "0")):
        sums = {"subscribed_fen": "1000000", "paid_in_fen": paid_in}
        case.begin("investors", "list_investor", name=name, **told, **sums)
    plan = {"matter": "61.6", "subject": "重整计划草案", "group": "EQUITY", "rights_by": "PAID_IN"}
    for motion in waiting_votes_of_investors(case):
        case.move("motions", motion, "withdraw_motion", reason="改按出资人名册表决。")
    motion = case.begin("motions", "put_to_vote", meeting_serial=1, **plan)
    address = f"/cases/{case.case}/motions/{motion}"

    page = clerk.page(f"{address}/roll")
    table = clerk.client.get(f"{address}/export.csv").get_data(as_text=True)
    headers = {"X-CSRFToken": clerk.token(f"{address}/roll")}
    rows = clerk.client.get(f"/api/v1{address}/roll", headers=headers).json["items"]
    printed = clerk.client.get(f"{address}/tally.pdf")

    assert "认缴出资1,000,000.00元，实缴出资600,000.00元。" in page
    assert "出资人名册上没有据以表决的出资或者股份" in page
    assert f"/cases/{case.case}/investors/1" in page
    assert "出资人名册序号" in table
    assert [(one["right"]["listed"]["serial"], one["right"]["may_vote"]) for one in rows] == [
        (1, True),
        (2, False),
    ]
    assert rows[0]["right"]["listed"]["by"]["value"] == "PAID_IN"
    assert printed.data.startswith(b"%PDF")


def waiting_votes_of_investors(case: Liquidation) -> list[int]:
    """The motions before the class of investors that are not counted."""
    with case.play.bench.reading() as session:
        own = session.query(Motion).filter_by(case_id=case.case, group="EQUITY", state="OPEN")
        return [one.serial for one in own]
