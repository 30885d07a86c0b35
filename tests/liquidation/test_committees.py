"""The creditors' committee: chosen, recognised, renewed; its powers, votes and requests."""

from datetime import timedelta
from typing import Any

import pytest

from models import Deadline
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CARRIED, JUDGE, REASON, Liquidation, declare


def resolve(case: Liquidation, matter: str = "61.4", subject: str = "设立债权人委员会") -> int:
    """The meeting resolves; returns the number of the resolution."""
    return case.begin(
        "resolutions", "resolution_passed", meeting_serial=1, matter=matter, subject=subject, **CARRIED
    )


def seat(claim: int) -> dict[str, Any]:
    """A creditor's seat."""
    return {"kind": "CREDITOR", "claim_serial": claim, "person": f"第{claim}号债权人的代表"}


def staff(person: str = "苏禾", kind: str = "EMPLOYEE") -> dict[str, Any]:
    """The seat of the employees."""
    return {"kind": kind, "person": person, "contact": "江澜市望江路9号"}


def choose(case: Liquidation, *members: dict[str, Any]) -> int:
    """The meeting chooses a committee; returns its number."""
    return case.begin(
        "committees",
        "choose_committee",
        resolution_serial=resolve(case),
        members=list(members or (seat(1), seat(2), staff())),
    )


def in_office(case: Liquidation, *members: dict[str, Any]) -> int:
    """A committee that the court has recognised."""
    serial = choose(case, *members)
    case.move("committees", serial, "recognise_members", JUDGE)
    return serial


def votes(**cast: str) -> list[dict[str, Any]]:
    """Votes as `m1="FOR"`."""
    return [
        {"member": int(name[1:]), "vote": vote, "dissent": "不同意。" if vote == "AGAINST" else ""}
        for name, vote in cast.items()
    ]


def decide(case: Liquidation, step: str = "committee_carries", **more: Any) -> int:
    """The committee decides; returns the number of the decision."""
    matter: dict[str, Any] = {
        "power": "ESTATE",
        "subject": "查阅管理人账户的收支明细",
        "text": "要求管理人三日内提供。",
        "form": "ON_SITE",
        "votes": votes(m1="FOR", m2="FOR", m3="AGAINST"),
        "minutes": "全体成员到会，逐项讨论。",
    }
    return case.begin("committee_decisions", step, **{**matter, **more})


def test_members_are_chosen_by_the_meeting_and_sit_once_the_court_has_recognised_them(
    met: Liquidation,
) -> None:
    without = met.refused(
        met.begin, "committees", "choose_committee", resolution_serial=1, members=[seat(1), staff()]
    )
    serial = choose(met)
    early = met.refused(decide, met)
    met.later(2)

    met.move("committees", serial, "recognise_members", JUDGE)

    committee = met.part("committees", serial)
    assert (without, early) == (["no_resolution"], ["no_committee"])
    assert (committee.state, committee.recognised_on) == ("RECOGNISED", met.play.day)
    assert [(one.position, one.kind.value, one.name) for one in committee.members] == [
        (1, "CREDITOR", "江澜市恒泰贸易有限公司"),
        (2, "CREDITOR", "望川润达物流有限公司"),
        (3, "EMPLOYEE", "苏禾"),
    ]
    assert {one.recognised_on for one in committee.members} == {met.play.day}
    met.issue(D.COMMITTEE_DECISION)
    assert len(met.waiting(D.COMMITTEE_DECISION, "COMMITTEE")) == 3
    assert len(met.waiting(D.COMMITTEE_DECISION, "ADMINISTRATOR")) == 1


def test_there_is_one_committee_and_a_refused_one_may_be_chosen_anew(met: Liquidation) -> None:
    first = choose(met)
    again = met.refused(choose, met)
    met.move("committees", first, "refuse_members", JUDGE, **REASON)

    second = choose(met)

    assert again == ["committee_exists"]
    assert met.part("committees", first).state == "REFUSED"
    assert met.part("committees", second).state == "CHOSEN"


def test_members_whose_election_was_revoked_are_not_recognised(met: Liquidation) -> None:
    serial = choose(met)
    met.move(
        "resolutions", 1, "request_revocation", creditor="某债权人", ground="voting", harm="损害了利益。"
    )

    pending = met.refused(met.move, "committees", serial, "recognise_members", JUDGE)
    met.move("resolutions", 1, "revoke", JUDGE, **REASON)
    revoked = met.refused(met.move, "committees", serial, "recognise_members", JUDGE)

    assert (pending, revoked) == (["resolution_revoked"], ["resolution_revoked"])


def test_a_member_is_replaced_by_another_resolution_and_sits_until_the_court_recognises_the_new_one(
    met: Liquidation,
) -> None:
    serial = in_office(met)
    used = met.refused(
        met.move, "committees", serial, "replace_members", resolution_serial=1, leaving=[2], members=[seat(3)]
    )
    met.later(3)
    met.move(
        "committees",
        serial,
        "replace_members",
        resolution_serial=resolve(met, subject="更换成员"),
        leaving=[2],
        members=[seat(3)],
    )
    still = [one.position for one in met.part("committees", serial).members_on(met.play.day)]
    met.later(2)

    met.move("committees", serial, "recognise_replacement", JUDGE)

    committee = met.part("committees", serial)
    assert (used, still) == (["resolution_is_used"], [1, 2, 3])
    assert [one.position for one in committee.members_on(met.play.day)] == [1, 3, 4]
    assert committee.members[1].until_on == met.play.day
    assert met.papers().count(D.COMMITTEE_DECISION) == 2


def test_who_is_not_recognised_does_not_sit_and_who_was_to_leave_stays(met: Liquidation) -> None:
    serial = in_office(met)
    met.move(
        "committees",
        serial,
        "replace_members",
        resolution_serial=resolve(met, subject="更换成员"),
        leaving=[2],
        members=[seat(3)],
    )

    met.move("committees", serial, "refuse_new_members", JUDGE, **REASON)

    committee = met.part("committees", serial)
    assert committee.state == "RECOGNISED"
    assert [one.position for one in committee.members_on(met.play.day)] == [1, 2, 3]
    assert (committee.members[1].leaving, committee.coming) == (False, [])


def test_the_meeting_delegates_three_powers_at_most_and_takes_them_back(met: Liquidation) -> None:
    serial = in_office(met)
    undelegated = met.refused(decide, met, power="BUSINESS")
    resolution = resolve(met, "61.11", "委托债权人委员会")
    wide = met.refused(
        met.move, "committees", serial, "delegate_powers", resolution_serial=resolution, matters=["61.10"]
    )
    matters = ["61.5", "61.2"]
    met.move("committees", serial, "delegate_powers", resolution_serial=resolution, matters=matters)

    decided = decide(met, power="BUSINESS")
    met.move("committees", serial, "delegate_powers", resolution_serial=resolution, matters=[])

    assert (undelegated, wide) == (["power_not_delegated"], ["power_not_delegable"])
    assert met.part("committee_decisions", decided).state == "CARRIED"
    assert met.refused(decide, met, power="BUSINESS") == ["power_not_delegated"]


def test_a_decision_keeps_every_vote_the_dissent_and_how_it_was_counted(met: Liquidation) -> None:
    in_office(met)

    serial = decide(met)

    decision = met.part("committee_decisions", serial)
    assert (decision.yes, decision.members) == (2, 3)
    assert [(v.member.position, v.vote.value, v.dissent) for v in decision.votes] == [
        (1, "FOR", ""),
        (2, "FOR", ""),
        (3, "AGAINST", "不同意。"),
    ]
    assert len(decision.working) == 3


def test_half_of_all_members_carries_nothing(met: Liquidation) -> None:
    in_office(met, seat(1), seat(2), seat(3), staff(kind="UNION"))
    half = votes(m1="FOR", m2="FOR", m3="ABSENT", m4="ABSTAINED")

    refused = met.refused(decide, met, votes=half)
    lost = decide(met, "committee_rejects", votes=half)
    three = votes(m1="FOR", m2="FOR", m3="FOR", m4="ABSENT")

    assert refused == ["decision_not_carried"]
    assert met.part("committee_decisions", lost).state == "REJECTED"
    assert met.refused(decide, met, "committee_rejects", votes=three) == ["decision_carried"]
    assert met.part("committee_decisions", decide(met, votes=three)).state == "CARRIED"


@pytest.mark.parametrize(
    ("step", "state"), [("order_supervision", "ORDERED"), ("decline_supervision", "DECLINED")]
)
def test_the_court_decides_on_refused_supervision_within_five_days(
    met: Liquidation, step: str, state: str
) -> None:
    in_office(met)
    serial = decide(met)
    met.later(1)
    met.move(
        "committee_decisions",
        serial,
        "ask_court_for_supervision",
        resisting="ADMINISTRATOR",
        refused_what="两次书面要求，均未提供。",
    )
    clock: Deadline = met.clocks(K.COMMITTEE_DISPUTE)[0]
    met.later(5)

    met.move("committee_decisions", serial, step, JUDGE, order="三日内提供。", **REASON)

    assert (clock.due_on - clock.trigger_on).days >= 5
    assert met.part("committee_decisions", serial).state == state
    assert met.statuses(K.COMMITTEE_DISPUTE) == [S.MET]
    assert met.papers()[-1] == D.SUPERVISION_DECISION
    met.issue(D.SUPERVISION_DECISION)
    assert len(met.waiting(D.SUPERVISION_DECISION)) == 5, "three members, administrator, debtor"


def test_only_a_committee_in_office_asks_for_a_meeting(met: Liquidation) -> None:
    meeting = {
        "called_by": "COMMITTEE",
        "form": "ON_SITE",
        "planned_on": (met.play.day + timedelta(days=20)).isoformat(),
        "time": "09:30",
        "place": "第一法庭",
        "agenda": "听取管理人报告",
    }
    without = met.refused(met.begin, "meetings", "call_later", **meeting)
    in_office(met)

    serial = met.begin("meetings", "call_later", **meeting)

    assert without == ["no_committee"]
    assert met.part("meetings", serial).called_by.value == "COMMITTEE"


def test_the_committee_ends_with_the_case(met: Liquidation) -> None:
    serial = in_office(met)
    met.step("confirm_claims", JUDGE)
    declare(met)
    met.step("request_termination_120", reason="没有财产可供分配。")

    met.step("terminate_120", JUDGE, **REASON)

    committee = met.part("committees", serial)
    assert (committee.state, committee.ended_on) == ("DISSOLVED", met.play.day)
    assert committee.members_on(met.play.day) == []
