"""Who sees a case, who is shut out, and what happens when two act at once."""

import threading
from datetime import date, timedelta

import pytest
from marshmallow import ValidationError
from sqlalchemy import select, update
from sqlalchemy.orm.exc import StaleDataError

from court_app.demo.actors import PANEL, Play
from court_app.demo.petition_scenes import notified
from court_app.demo.petitions import acceptance, petition
from court_app.errors import BadInput, Forbidden, NotFound, StaleVersion
from court_app.services import numbering
from court_app.services.casework import cases, finding, parties, teams
from court_app.services.casework.finding import Wanted
from court_app.services.casework.history import check_chains
from court_app.services.papers.recipients import recipients
from models import Case, CaseEvent, Court
from models.vocabulary import CaseType, RecipientKind, TeamRole
from tests.petition.looking import events, steps
from workflows.engine import StepRefused


def seen_by(play: Play, who: str) -> list[str]:
    """The numbers of the cases that a person finds."""
    with play.bench.reading() as session:
        return [case.number for case in finding.search(play.occasion(session, who), Wanted()).cases]


@pytest.mark.parametrize("who", ["lian", "tangbo", "weiran", "guyin", "jiancha", "shenzhiheng", "heqieyu"])
def test_office_or_team_opens_a_case(play: Play, who: str) -> None:
    case = play.receive(petition(1))
    play.assign(case, PANEL)

    assert seen_by(play, who) == ["（2026）豫97破申1号"]
    with play.bench.reading() as session:
        assert cases.find(play.occasion(session, who), case).id == case


@pytest.mark.parametrize("who", ["guanli", "gaoyuan", "suli"])
def test_nobody_else_sees_it_not_even_that_it_exists(play: Play, who: str) -> None:
    case = play.receive(petition(1))

    assert seen_by(play, who) == []
    with play.bench.reading() as session, pytest.raises(NotFound):
        cases.find(play.occasion(session, who), case)


def test_a_judge_sees_a_case_only_while_on_its_team(play: Play) -> None:
    case = play.receive(petition(1))
    before = seen_by(play, "ouyangshen")
    play.assign(case, PANEL)
    during = seen_by(play, "ouyangshen")
    play.assign(case, {"shenzhiheng": TeamRole.JUDGE_IN_CHARGE, "heqieyu": TeamRole.CLERK})

    assert (len(before), len(during), seen_by(play, "ouyangshen")) == (0, 1, [])


def test_recusal_shuts_a_person_out_for_good(play: Play) -> None:
    case = play.receive(petition(1))
    play.assign(case, PANEL)
    with play.bench.writing() as session, session.begin():
        teams.recuse(play.occasion(session, "tangbo"), case, play.people["luyun"], "与当事人有近亲属关系。")

    assert seen_by(play, "luyun") == []
    with pytest.raises(BadInput):
        play.assign(case, PANEL)


def test_only_the_division_head_names_the_team(play: Play) -> None:
    case = play.receive(petition(1))

    with pytest.raises(Forbidden):
        play.assign(case, PANEL, who="lian")


def test_a_panel_has_an_odd_number_of_judges(play: Play) -> None:
    case = play.receive(petition(1))

    with pytest.raises(BadInput) as refusal:
        play.assign(case, {"shenzhiheng": TeamRole.PRESIDING_JUDGE, "luyun": TeamRole.PANEL_MEMBER})

    assert "单数" in str(refusal.value.fields["team"][0])


def test_a_case_brought_before_the_superior_court_becomes_visible_there(play: Play) -> None:
    case = play.receive(petition(4, applicant_kind="DEBTOR"))
    play.assign(case, PANEL)
    play.step(case, "start_direct_review", "shenzhiheng")
    play.step(case, "request_review_extension", "shenzhiheng", reason="案情复杂。")

    assert seen_by(play, "gaoyuan") == ["（2026）豫97破申1号"]


@pytest.mark.parametrize("text", ["破申1", "澜川", "lanchuan", "lcjm", "91990000MA0001000", "(2026)豫97"])
def test_a_case_is_found_by_number_name_pinyin_initials_or_credit_code(play: Play, text: str) -> None:
    case = play.receive(petition(0))
    with play.bench.reading() as session:
        code = session.get_one(Case, case).debtor.credit_code
        wanted = Wanted(text=code if text.startswith("9199") else text)

        found = finding.search(play.occasion(session, "lian"), wanted)

    assert [c.id for c in found.cases] == [case]


def test_wildcards_in_a_search_mean_themselves(play: Play) -> None:
    play.receive(petition(0))

    with play.bench.reading() as session:
        found = finding.search(play.occasion(session, "lian"), Wanted(text="%"))

    assert found.total == 0


def together(count: int, work: object) -> list[object]:
    """Let several threads do the same at once; returns results or errors."""
    results: list[object] = []
    ready = threading.Barrier(count)

    def run() -> None:
        ready.wait()
        try:
            results.append(work())
        except Exception as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_numbers_are_given_without_gap_or_duplicate_to_writers_at_once(play: Play) -> None:
    def take() -> int:
        with play.bench.writing() as session, session.begin():
            court = session.scalars(select(Court).where(Court.code == "豫97")).one()
            return numbering.allot(session, court, CaseType.BK_APPLICATION, 2026)

    numbers = together(8, take)

    assert sorted(numbers) == list(range(1, 9))


def test_a_series_begins_anew_each_year_and_for_each_type(play: Play) -> None:
    with play.bench.writing() as session, session.begin():
        court = session.scalars(select(Court).where(Court.code == "豫97")).one()
        given = [
            numbering.allot(session, court, kind, year)
            for kind, year in [
                (CaseType.BK_APPLICATION, 2026),
                (CaseType.BK_APPLICATION, 2026),
                (CaseType.BK_APPLICATION, 2027),
                (CaseType.BK_CASE, 2026),
            ]
        ]

    assert given == [1, 2, 1, 1]


def test_of_writers_at_once_one_takes_the_step_and_the_others_are_told(play: Play) -> None:
    case = notified(play)
    play.later(9)

    results = together(4, lambda: play.step(case, "accept", "shenzhiheng", **acceptance()))

    assert results.count(None) == 1
    assert all(r is None or isinstance(r, StepRefused | StaleDataError) for r in results)
    assert steps(play, case).count("accept") == 1


def test_a_stale_version_is_refused_and_nothing_is_written(play: Play) -> None:
    case = notified(play)
    before = events(play, case)

    with play.bench.writing() as session, pytest.raises(StaleVersion):
        cases.take_step(
            play.occasion(session, "heqieyu"), case, "debtor_objects", {"objection": "有异议。"}, version=1
        )

    assert events(play, case) == before


def test_a_change_in_the_history_shows(play: Play) -> None:
    case = notified(play)
    with play.bench.writing() as session, session.begin():
        session.execute(
            update(CaseEvent)
            .where(CaseEvent.case_id == case, CaseEvent.position == 3)
            .values(effective_on=date(2020, 1, 1))
        )

    with play.bench.reading() as session:
        faults = list(check_chains(session))

    assert [(fault.case_number, fault.position) for fault in faults] == [("（2026）豫97破申1号", 3)]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"effective_on": "2026-10-13"}, "effective_on"),
        ({"effective_on": "13.10.2026"}, "effective_on"),
        ({"debtor": {"name": "澜川\u202e公司"}}, "debtor"),
        ({"debtor": {"name": "澜川公司", "credit_code": "91990000MA0001000X"}}, "debtor"),
        ({"procedure_type": "BANKRUPTCY"}, "procedure_type"),
        ({"claim_yuan": "12.345"}, "claim_yuan"),
        ({"claim_yuan": -5}, "claim_yuan"),
        ({"employees": True}, "employees"),
        ({"purpose": ""}, "purpose"),
        ({"colour": "red"}, "colour"),
        ({"checklist": [{"code": "nonsense", "readiness": "PRESENT"}]}, "checklist"),
    ],
)
def test_bad_input_names_its_field_and_nothing_is_written(
    play: Play, change: dict[str, object], field: str
) -> None:
    with pytest.raises(ValidationError) as refusal:
        play.receive({**petition(1), **change})

    assert field in refusal.value.normalized_messages()
    assert seen_by(play, "lian") == []


def test_a_step_is_not_dated_before_the_step_before_it(play: Play) -> None:
    case = notified(play)
    early = (play.day - timedelta(days=9)).isoformat()

    with pytest.raises(ValidationError, match="不得早于"):
        play.step(case, "debtor_objects", "heqieyu", objection="有异议。", effective_on=early)


def test_the_applicant_who_is_a_creditor_is_told_with_the_other_creditors(play: Play) -> None:
    case = play.receive(petition(1))
    play.assign(case, PANEL)
    with play.bench.writing() as session, session.begin():
        parties.add(
            play.occasion(session, "heqieyu"),
            case,
            {"role": "CREDITOR", "name": "江澜建安工程有限公司", "claim_yuan": "100000"},
        )

    with play.bench.reading() as session:
        told = recipients(session.get_one(Case, case), RecipientKind.KNOWN_CREDITORS)

    assert [recipient.name for recipient in told] == ["江澜融通小额贷款有限公司", "江澜建安工程有限公司"]
