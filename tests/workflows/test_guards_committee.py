"""Guards of the creditors' committee, of major acts reported beforehand and of inspections."""

from datetime import timedelta
from typing import Any

import pytest

from models import Committee, CommitteeMember, Deliberation, Disposal, Inspection
from models.vocabulary import (
    Addressee,
    AssetState,
    ClaimClass,
    ClaimState,
    CommitteePower,
    DisposalState,
    MemberKind,
    PartyRole,
    ResolutionMatter,
    ResolutionState,
    Undertaking,
    VoteCast,
)
from tests.workflows.building import (
    DAY,
    Kept,
    a_claim,
    a_liquidation,
    a_party,
    a_resolution,
    an_asset,
    an_attempt,
    an_attempt_at,
    code_of,
)
from workflows.calculations.committee import count
from workflows.guards import committees as guards
from workflows.guards import deliberations as votings
from workflows.guards import plans
from workflows.guards import supervision as sights
from workflows.law import committee as law
from workflows.law.thresholds import ALL_MEMBERS

ONE = timedelta(days=1)
M, F, A = MemberKind, VoteCast.FOR, VoteCast.AGAINST
CREDITOR, EMPLOYEE, UNION = M.CREDITOR, M.EMPLOYEE, M.UNION


def chosen(*kinds: MemberKind) -> list[dict[str, Any]]:
    """Members as a resolution chooses them, each creditor by a claim of its own."""
    return [
        {"kind": kind, "claim_serial": place if kind == CREDITOR else None, "person": f"代表{place}"}
        for place, kind in enumerate(kinds, 1)
    ]


def a_committee(*kinds: MemberKind, **more: Any) -> Committee:
    """A committee whose members the court recognised a month ago."""
    recognised = DAY - 30 * ONE
    members = [
        CommitteeMember(
            position=place,
            kind=kind,
            party_id=place if kind == CREDITOR else None,
            person=f"代表{place}",
            resolution=a_resolution(matter=ResolutionMatter.M4, serial=9),
            recognised_on=recognised,
            leaving=False,
            until_on=None,
        )
        for place, kind in enumerate(kinds, 1)
    ]
    values: dict[str, Any] = {"case": a_liquidation(), "state": "RECOGNISED", "flags": {}, "delegated": []}
    return Committee(members=members, **{**values, **more})


def a_disposal(state: DisposalState = DisposalState.REPORTED, before: int = 10, **more: Any) -> Disposal:
    """The sale of asset 1, reported so many days before the day."""
    values: dict[str, Any] = {
        "case": a_liquidation(),
        "serial": 1,
        "flags": {},
        "addressee": Addressee.COMMITTEE,
        "assets": [an_asset()],
    }
    reported_on = DAY - before * ONE
    return Disposal(state=state.value, reported_on=reported_on, **{**values, **more})


@pytest.mark.parametrize(
    ("kinds", "code"),
    [
        ((CREDITOR, EMPLOYEE), None),
        ((CREDITOR, UNION), None),
        ((CREDITOR,) * 8 + (EMPLOYEE,), None),
        ((CREDITOR,) * 9 + (EMPLOYEE,), "too_many_members"),
        ((CREDITOR,) * 3, "not_one_for_the_employees"),
        ((CREDITOR, EMPLOYEE, UNION), "not_one_for_the_employees"),
        ((CREDITOR, EMPLOYEE, EMPLOYEE), "not_one_for_the_employees"),
        ((EMPLOYEE,), "no_creditor"),
    ],
)
def test_at_most_nine_sit_on_the_committee_and_exactly_one_for_the_employees(
    kinds: tuple[MemberKind, ...], code: str | None
) -> None:
    attempt = an_attempt(members=chosen(*kinds))

    assert code_of(guards.composition_is_lawful(a_committee(), attempt)) == code
    assert (law.MOST_MEMBERS, law.STAFF_MEMBERS) == (9, 1)


@pytest.mark.parametrize(
    ("leaving", "coming", "code"),
    [
        ((), (CREDITOR,), None),
        ((), (CREDITOR, CREDITOR), "too_many_members"),
        ((1,), (CREDITOR, CREDITOR), None),
        ((8,), (UNION,), None),
        ((8,), (CREDITOR,), "not_one_for_the_employees"),
        ((), (UNION,), "not_one_for_the_employees"),
        ((1, 2, 3, 4, 5, 6, 7), (), "no_creditor"),
    ],
)
def test_a_replacement_leaves_a_committee_that_is_lawful(
    leaving: tuple[int, ...], coming: tuple[MemberKind, ...], code: str | None
) -> None:
    committee = a_committee(*(CREDITOR,) * 7, EMPLOYEE)
    attempt = an_attempt(leaving=list(leaving), members=chosen(*coming))

    assert code_of(guards.composition_stays_lawful(committee, attempt)) == code


@pytest.mark.parametrize(
    ("leaving", "coming", "code"),
    [((), (), "nobody_changes"), ((3,), (), "nobody_changes"), ((1,), (), None), ((), (CREDITOR,), None)],
)
def test_a_replacement_names_who_comes_or_who_goes(
    leaving: tuple[int, ...], coming: tuple[MemberKind, ...], code: str | None
) -> None:
    attempt = an_attempt(leaving=list(leaving), members=chosen(*coming))

    assert code_of(guards.somebody_changes(a_committee(CREDITOR, EMPLOYEE), attempt)) == code


@pytest.mark.parametrize("state", list(ResolutionState))
def test_members_are_chosen_by_a_resolution_that_holds(state: ResolutionState) -> None:
    kept = Kept(resolutions=[a_resolution(state, matter=ResolutionMatter.M4)])
    holds = state in {ResolutionState.PASSED, ResolutionState.FINAL, ResolutionState.UPHELD}

    found = code_of(guards.resolved_on_members(a_committee(), an_attempt_at(kept, resolution_serial=1)))

    assert found == (None if holds else "no_resolution")


def test_a_resolution_about_something_else_chooses_nobody() -> None:
    for kept in (Kept(), Kept(resolutions=[a_resolution(matter=ResolutionMatter.M5)])):
        attempt = an_attempt_at(kept, resolution_serial=1)
        assert code_of(guards.resolved_on_members(a_committee(), attempt)) == "no_resolution"


@pytest.mark.parametrize(("offset", "code"), [(-1, "before_the_resolution"), (0, None), (1, None)])
def test_members_are_not_chosen_before_the_meeting_resolved(offset: int, code: str | None) -> None:
    kept = Kept(resolutions=[a_resolution(matter=ResolutionMatter.M4)])
    attempt = an_attempt_at(kept, on=DAY + offset * ONE, resolution_serial=1)

    assert code_of(guards.resolved_on_members(a_committee(), attempt)) == code


def test_the_resolution_that_chose_members_replaces_none() -> None:
    committee = a_committee(CREDITOR, EMPLOYEE)

    used = guards.resolution_is_not_used(committee, an_attempt(resolution_serial=9))
    fresh = guards.resolution_is_not_used(committee, an_attempt(resolution_serial=10))

    assert (code_of(used), code_of(fresh)) == ("resolution_is_used", None)


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ({}, None),
        ({"claim_class": ClaimClass.SEC}, None),
        ({"claim_class": ClaimClass.EMP}, "not_a_creditor"),
        ({"state": ClaimState.WITHDRAWN}, "not_a_creditor"),
        ({"serial": 5}, "not_a_creditor"),
    ],
)
def test_a_creditors_seat_is_that_of_a_creditor_who_filed(claim: dict[str, Any], code: str | None) -> None:
    kept = Kept(claims=[a_claim(**{"state": ClaimState.CONFIRMED, **claim})])
    attempt = an_attempt_at(kept, members=chosen(CREDITOR, EMPLOYEE))

    assert code_of(guards.members_are_creditors(a_committee(), attempt)) == code


def test_a_creditor_with_two_claims_has_one_seat() -> None:
    party = a_party(PartyRole.CREDITOR, "江澜市恒泰贸易有限公司")
    kept = Kept(claims=[a_claim(serial=1, party=party), a_claim(serial=2, party=party)])
    attempt = an_attempt_at(kept, members=chosen(CREDITOR, CREDITOR, EMPLOYEE))

    assert code_of(guards.members_are_creditors(a_committee(), attempt)) == "creditor_twice"


@pytest.mark.parametrize("matter", list(ResolutionMatter))
def test_only_items_two_three_and_five_are_delegated(matter: ResolutionMatter) -> None:
    found = code_of(guards.powers_may_be_delegated(a_committee(), an_attempt(matters=[matter])))

    assert found == (None if matter.value in {"61.2", "61.3", "61.5"} else "power_not_delegable")


def test_all_powers_of_the_meeting_are_never_delegated() -> None:
    everything = an_attempt(matters=list(ResolutionMatter))
    three = an_attempt(matters=list(law.DELEGABLE))

    refused = guards.powers_may_be_delegated(a_committee(), everything)

    assert code_of(refused) == "all_powers_delegated"
    assert guards.powers_may_be_delegated(a_committee(), three) is None


@pytest.mark.parametrize(
    ("yes", "members", "carried"),
    [(0, 1, False), (1, 1, True), (1, 2, False), (2, 2, True), (4, 9, False), (5, 9, True), (4, 8, False)],
)
def test_carried_is_what_more_than_half_of_all_members_consent_to(
    yes: int, members: int, carried: bool
) -> None:
    absent = [VoteCast.ABSENT] * (members - yes)

    result = count([F] * yes + absent)

    assert result.carried is carried
    assert (2 * yes > members) is carried
    assert ALL_MEMBERS.needs(members) == result.needed == members // 2 + 1


def test_a_member_who_abstains_or_stays_away_counts_in_the_whole() -> None:
    result = count([F, F, VoteCast.ABSTAINED, VoteCast.ABSENT])

    assert not result.carried
    assert [str(line) for line in result.working] == [
        "全体成员4人：同意2人，反对0人，弃权1人，未参加1人。",
        "同意的成员：2／4，须超过2分之1，未达到。",
        "至少须3人同意。",
    ]


def voted(*votes: tuple[int, VoteCast], **more: Any) -> dict[str, Any]:
    """Votes by the number of the seat."""
    values: dict[str, Any] = {"power": CommitteePower.ESTATE}
    rows = [{"member": member, "vote": vote, "dissent": ""} for member, vote in votes]
    return {"votes": rows, **values, **more}


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        (((1, F), (2, F), (3, A)), None),
        (((1, F), (2, F)), "members_not_accounted_for"),
        (((1, F), (2, F), (2, F)), "members_not_accounted_for"),
        (((1, F), (2, F), (3, F), (4, F)), "members_not_accounted_for"),
    ],
)
def test_every_member_of_the_committee_is_accounted_for(
    votes: tuple[tuple[int, VoteCast], ...], code: str | None
) -> None:
    kept = Kept(committees=[a_committee(CREDITOR, CREDITOR, EMPLOYEE)])

    found = votings.every_member_is_named_once(Deliberation(), an_attempt_at(kept, **voted(*votes)))

    assert code_of(found) == code


@pytest.mark.parametrize(
    ("votes", "said"),
    [
        (((1, F), (2, F)), "须逐一记明全体现任成员的表决，未参加的也要记明；缺第3号成员。"),
        (((1, F), (2, F), (3, F), (4, F)), "第4号不是现任成员，或者记了不止一次。"),
        (
            ((1, F), (2, F), (2, F)),
            "须逐一记明全体现任成员的表决，未参加的也要记明；缺第3号成员。第2号不是现任成员，或者记了不止一次。",
        ),
    ],
)
def test_only_the_members_who_are_missing_or_too_many_are_named(
    votes: tuple[tuple[int, VoteCast], ...], said: str
) -> None:
    kept = Kept(committees=[a_committee(CREDITOR, CREDITOR, EMPLOYEE)])

    found = votings.every_member_is_named_once(Deliberation(), an_attempt_at(kept, **voted(*votes)))

    assert found is not None
    assert str(found.text) == said


@pytest.mark.parametrize(("dissent", "code"), [("", "dissent_not_recorded"), ("价格过低。", None)])
def test_who_is_against_has_his_opinion_recorded(dissent: str, code: str | None) -> None:
    data = {"votes": [{"member": 1, "vote": A, "dissent": dissent}]}

    assert code_of(votings.dissent_is_recorded(Deliberation(), an_attempt(**data))) == code


@pytest.mark.parametrize(
    ("power", "delegated", "code"),
    [
        (CommitteePower.ESTATE, [], None),
        (CommitteePower.MEETING, [], None),
        (CommitteePower.BUSINESS, [], "power_not_delegated"),
        (CommitteePower.BUSINESS, ["61.3"], "power_not_delegated"),
        (CommitteePower.BUSINESS, ["61.5"], None),
        (CommitteePower.COSTS, ["61.2"], None),
        (CommitteePower.ADMINISTRATOR, ["61.3"], None),
    ],
)
def test_what_is_the_meetings_is_the_committees_only_where_it_was_delegated(
    power: CommitteePower, delegated: list[str], code: str | None
) -> None:
    kept = Kept(committees=[a_committee(CREDITOR, EMPLOYEE, delegated=delegated)])

    found = votings.power_is_the_committees(Deliberation(), an_attempt_at(kept, power=power))

    assert code_of(found) == code


def test_members_sit_from_recognition_until_the_day_another_is_recognised() -> None:
    committee = a_committee(CREDITOR, EMPLOYEE)
    (member, _), recognised = committee.members, DAY - 30 * ONE
    member.until_on = DAY

    seats = [len(committee.members_on(day)) for day in (recognised - ONE, recognised, DAY - ONE, DAY)]

    assert seats == [0, 2, 2, 1]


@pytest.mark.parametrize(("ahead", "code"), [(9, "reported_too_late"), (10, None), (11, None)])
def test_a_major_act_is_planned_for_ten_days_after_its_report(ahead: int, code: str | None) -> None:
    attempt = an_attempt(planned_on=DAY + ahead * ONE)

    assert code_of(sights.planned_ten_days_ahead(a_disposal(), attempt)) == code


@pytest.mark.parametrize(("before", "code"), [(9, "disposal_too_early"), (10, None), (11, None)])
def test_a_major_act_is_done_ten_days_after_its_report(before: int, code: str | None) -> None:
    disposal = a_disposal(before=before)

    assert code_of(sights.ten_days_have_passed(disposal, an_attempt())) == code


@pytest.mark.parametrize(("before", "code"), [(9, "disposal_not_reported"), (10, None)])
def test_the_sale_of_a_major_asset_reads_the_day_from_its_report(before: int, code: str | None) -> None:
    asset = an_asset(major=True, reported_on=None)
    attempt = an_attempt_at(Kept(assets=[asset], disposals=[a_disposal(before=before)]), asset_serial=1)

    assert code_of(plans.major_disposal_was_reported(a_liquidation(), attempt)) == code


def test_a_report_that_is_kept_goes_before_the_day_that_was_typed() -> None:
    asset = an_asset(major=True, reported_on=DAY - 20 * ONE)
    attempt = an_attempt_at(Kept(assets=[asset], disposals=[a_disposal(before=9)]), asset_serial=1)

    assert code_of(plans.major_disposal_was_reported(a_liquidation(), attempt)) == "disposal_not_reported"


@pytest.mark.parametrize(("offset", "code"), [(-1, None), (0, None), (1, "disposal_not_reported")])
def test_a_report_from_before_an_offer_was_withdrawn_counts_no_more(offset: int, code: str | None) -> None:
    withdrawn_on = (DAY - 10 * ONE + offset * ONE).isoformat()
    asset = an_asset(major=True, reported_on=None, flags={"offer_withdrawn_on": withdrawn_on})
    attempt = an_attempt_at(Kept(assets=[asset], disposals=[a_disposal()]), asset_serial=1)

    assert code_of(plans.major_disposal_was_reported(a_liquidation(), attempt)) == code


@pytest.mark.parametrize("state", list(DisposalState))
def test_an_objection_stops_nothing_but_the_court_does(state: DisposalState) -> None:
    asset = an_asset(major=True, reported_on=None)
    attempt = an_attempt_at(Kept(assets=[asset], disposals=[a_disposal(state)]), asset_serial=1)

    stopped = code_of(sights.disposal_is_not_stopped(a_liquidation(), attempt))
    reported = code_of(plans.major_disposal_was_reported(a_liquidation(), attempt))

    assert stopped == ("disposal_stopped" if state == DisposalState.STOPPED else None)
    counts_not = {DisposalState.STOPPED, DisposalState.WITHDRAWN}
    assert reported == ("disposal_not_reported" if state in counts_not else None)


@pytest.mark.parametrize("state", list(AssetState))
def test_what_is_reported_to_be_disposed_of_is_still_there(state: AssetState) -> None:
    attempt = an_attempt_at(Kept(assets=[an_asset(state)]), asset_serials="1")
    gone = state in {AssetState.SOLD, AssetState.PAID, AssetState.RELEASED}

    assert code_of(sights.assets_are_of_the_estate(a_disposal(), attempt)) == (
        "no_such_asset" if gone else None
    )


@pytest.mark.parametrize(
    ("claims", "code"),
    [
        ([], "not_a_creditor"),
        ([a_claim(ClaimState.WITHDRAWN)], "not_a_creditor"),
        ([a_claim(ClaimState.FILED)], None),
        ([a_claim(ClaimState.LISTED, claim_class=ClaimClass.EMP)], None),
    ],
)
def test_any_single_creditor_may_inspect_and_nobody_else(claims: list[Any], code: str | None) -> None:
    attempt = an_attempt_at(Kept(claims=claims), creditor_id=7)

    assert code_of(sights.asked_by_a_creditor(Inspection(), attempt)) == code


@pytest.mark.parametrize(
    ("secret", "undertaking", "code"),
    [
        (False, Undertaking.NONE, None),
        (True, Undertaking.NONE, "no_undertaking"),
        (True, Undertaking.BY_LAW, None),
        (True, Undertaking.AGREEMENT, None),
    ],
)
def test_trade_secrets_are_inspected_under_a_duty_to_keep_them(
    secret: bool, undertaking: Undertaking, code: str | None
) -> None:
    attempt = an_attempt(trade_secret=secret, undertaking=undertaking)

    assert code_of(sights.trade_secrets_are_kept(Inspection(), attempt)) == code
