"""An administrator is chosen, declares, is appointed; and nobody knows the result before the draw."""

import pytest
from sqlalchemy import text

from court_app.demo.actors import Play
from court_app.demo.petition_scenes import accepted
from court_app.demo.petitions import acceptance
from court_app.errors import BadInput, NotFound
from court_app.services.administrators.selecting import proposal
from court_app.services.casework import administration
from court_app.services.casework.proving import check_everything
from court_app.services.procedure import parts
from models import Case, CaseEvent, Document, Party, SealedSeed, User
from models.vocabulary import DocumentKind, PartyRole
from tests.petition.choosing import (
    DECLARED,
    all_but,
    begin,
    own_step,
    selection,
    step,
    under_review,
)
from workflows.calculations.draw import commitment_of, draw
from workflows.engine import StepRefused

HENGZHENG, ZHENGXU = "江澜衡正会计师事务所", "江澜正序律师事务所"


def codes(refusal: pytest.ExceptionInfo[StepRefused]) -> list[str]:
    """The codes of every obstacle."""
    return [obstacle.code for obstacle in refusal.value.obstacles]


def test_a_draw_is_repeated_from_seed_case_number_and_list(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=[{"number": 2, "ground": "CONFLICT", "note": "申请人的代理人"}])
    committed = selection(play, case).commitment

    step(play, case, serial, "draw", witnesses="监察部门王某")

    drawn = selection(play, case)
    numbers = [str(one["number"]) for one in drawn.candidates if not one["ground"]]
    with play.bench.reading() as session:
        number = session.get_one(Case, case).number
        assert check_everything(session, play.bench.mill.store).faults == ()
    assert commitment_of(drawn.seed) == committed
    assert draw(drawn.seed, number, numbers)[0].candidate == str(drawn.ranking[0]["number"])
    assert drawn.chosen_name == drawn.ranking[0]["name"]
    assert {"2", "7"}.isdisjoint(numbers)


def test_the_suspended_are_left_out_by_themselves_with_their_article(play: Play) -> None:
    case = under_review(play)

    begin(play, case)

    suspended = next(one for one in selection(play, case).candidates if one["number"] == 7)
    assert (suspended["ground"], suspended["basis"]) == ("SUSPENDED", ["AA 39(2)"])


def test_before_the_draw_the_seed_stands_nowhere_but_under_its_seal(play: Play) -> None:
    case = under_review(play)
    begin(play, case)

    with play.bench.reading() as session:
        seed = session.query(SealedSeed.seed).scalar()
        elsewhere = [
            table
            for table in ("selections", "case_events", "documents", "cases", "jobs", "deadlines")
            for row in session.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 (our own names)
            if seed in str(row)
        ]
        shown = session.query(CaseEvent).filter_by(machine="selection", step="prepare").one().payload

    assert elsewhere == []
    assert shown["commitment"] == commitment_of(seed)


def test_seed_and_result_stand_in_the_docket_after_the_draw(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case)

    step(play, case, serial, "draw", witnesses="监察部门王某")

    with play.bench.reading() as session:
        outcome = session.query(CaseEvent).filter_by(machine="selection", step="record_outcome").one().payload
        record = session.query(Document).filter_by(kind=DocumentKind.SELECTION_RECORD).one()
    drawn = selection(play, case)
    assert (outcome["seed"], outcome["chosen"]) == (drawn.seed, drawn.chosen_name)
    assert record.facts["details"]["opened_seed"] == drawn.seed


def test_a_selection_is_not_recorded_for_another_day(play: Play) -> None:
    case = under_review(play)
    play.later(1)

    with pytest.raises(BadInput) as wrong:
        begin(play, case, effective_on=play.day.replace(day=play.day.day - 1).isoformat())

    assert list(wrong.value.fields) == ["effective_on"]


def test_the_chosen_one_declares_and_only_he_can_be_accepted(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=all_but(1))
    step(play, case, serial, "draw", witnesses="监察部门王某")

    own_step(play, selection(play, case).id, "declare", "hengzheng", **DECLARED)
    step(play, case, serial, "conclude", "shenzhiheng")
    grounds = {"grounds": ["BALANCE_SHEET"]}
    with pytest.raises(StepRefused) as refusal:
        play.step(case, "accept", "shenzhiheng", **acceptance(**grounds, administrator_name=ZHENGXU))
    with play.bench.reading() as session:
        proposed = proposal(session.get_one(Case, case))
    play.step(case, "accept", "shenzhiheng", **{**acceptance(**grounds), **proposed})

    assert codes(refusal) == ["not_the_selected"]
    assert proposed["administrator_name"] == HENGZHENG
    assert selection(play, case).state == "EFFECTIVE"
    with play.bench.reading() as session:
        party = session.query(Party).filter_by(role=PartyRole.ADMINISTRATOR).one()
        firm = session.query(User).filter_by(username="hengzheng").one()
        assert party.administrator_id == firm.administrator_id
        assert session.get_one(Case, case).flags.get("selecting") is None


def test_nobody_else_declares_for_the_chosen_one(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=all_but(1))
    step(play, case, serial, "draw", witnesses="监察部门王某")
    selection_id = selection(play, case).id

    for stranger in ("zhengxu", "weiran", "guanli"):
        with pytest.raises(NotFound):
            own_step(play, selection_id, "declare", stranger, **DECLARED)
    with pytest.raises(StepRefused):
        own_step(play, selection_id, "conclude", "hengzheng")

    assert selection(play, case).state == "DRAWN"


def test_who_declares_a_conflict_makes_way_for_the_next_one_and_is_out_of_this_case(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=all_but(1, 2))
    step(play, case, serial, "draw", witnesses="监察部门王某")
    first = selection(play, case).chosen_name

    step(play, case, serial, "declare_conflict", reason="系债务人的常年法律顾问。")
    step(play, case, serial, "call_standby")
    second = selection(play, case).chosen_name
    step(play, case, serial, "refuse", reason="人手不足")
    with pytest.raises(StepRefused) as refusal:
        step(play, case, serial, "call_standby")
    step(play, case, serial, "cancel", "shenzhiheng", reason="备选人均已退出，重新选定。")
    begin(play, case)

    assert {first, second} == {HENGZHENG, ZHENGXU}
    assert codes(refusal) == ["nobody_stands_by"]
    again = {one["name"]: one["ground"] for one in selection(play, case, 2).candidates}
    assert again[first] == again[second] == "DROPPED_OUT"


def test_a_conflict_that_comes_out_late_ends_the_selection_before_the_appointment(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case, exclusions=all_but(1))
    step(play, case, serial, "draw", witnesses="监察部门王某")
    step(play, case, serial, "declare", **DECLARED)
    step(play, case, serial, "conclude", "shenzhiheng")

    step(play, case, serial, "declare_conflict", reason="新发现对债务人享有债权。")

    with play.bench.reading() as session:
        assert "selected_administrator" not in session.get_one(Case, case).flags


def test_a_draw_that_is_cancelled_opens_its_seed(play: Play) -> None:
    case = under_review(play)
    serial = begin(play, case)

    step(play, case, serial, "cancel", "shenzhiheng", reason="名册有误")

    cancelled = selection(play, case)
    assert commitment_of(cancelled.seed) == cancelled.commitment


def test_the_rota_goes_on_after_the_last_one_in_another_case(play: Play) -> None:
    first, second = under_review(play), under_review(play, 5)
    for case in (first, second):
        serial = begin(play, case, method="ROTA", exclusions=[{"number": 2, "ground": "OTHER"}])
        step(play, case, serial, "take_turn", witnesses="监察部门王某")

    assert [selection(play, case).ranking[0]["number"] for case in (first, second)] == [1, 3]


def test_a_competition_chooses_by_votes_and_names_its_stand_by(play: Play) -> None:
    case = under_review(play)
    serial = begin(
        play,
        case,
        "invite_competition",
        "shenzhiheng",
        announced_on=play.day.isoformat(),
        ground="全国范围有重大影响。",
    )
    bids = [{"number": 3, "votes": 2}, {"number": 1, "votes": 4}, {"number": 2, "votes": 1}]

    step(play, case, serial, "decide_competition", committee=7, bids=bids)

    chosen = selection(play, case)
    assert chosen.chosen_name == HENGZHENG
    assert [one["number"] for one in chosen.waiting] == [3]


def test_a_liquidation_group_is_designated_by_the_judge_alone(play: Play) -> None:
    case = under_review(play)
    group = {
        "designation": "GROUP_BEFORE",
        "ground": "受理前已依规定成立清算组。",
        "group_name": "江澜绿原食品有限公司清算组",
        "group_members": "市场监督管理局、江澜衡正会计师事务所各一人",
    }

    with pytest.raises(StepRefused) as refusal:
        begin(play, case, "designate_group", "heqieyu", **group)
    begin(play, case, "designate_group", "shenzhiheng", **group)

    assert codes(refusal) == ["not_permitted"]
    assert selection(play, case).chosen_name == group["group_name"]


def test_a_court_that_requires_a_selection_accepts_none_without_one(play: Play) -> None:
    case = under_review(play)
    with play.bench.writing() as session, session.begin():
        admin = session.get_one(User, play.people["guanli"])
        court_id = session.get_one(Case, case).court_id
        administration.change_settings(session, admin, court_id, {"selection_required": True})

    with pytest.raises(StepRefused) as refusal:
        play.step(case, "accept", "shenzhiheng", **acceptance(grounds=["BALANCE_SHEET"]))

    assert codes(refusal) == ["no_selection"]


def test_a_successor_is_selected_while_the_old_administrator_is_left_out(play: Play) -> None:
    case = accepted(play)
    serial = begin(play, case, method="ROTA")
    step(play, case, serial, "take_turn", witnesses="监察部门王某")
    step(play, case, serial, "declare", **DECLARED)
    step(play, case, serial, "conclude", "shenzhiheng")

    def replace(**named: str) -> None:
        data = {"reason": "与本案有利害关系。", **proposed, **named}
        with play.bench.writing() as session, session.begin():
            occasion = play.occasion(session, "shenzhiheng")
            parts.take_step(occasion, case, "appointments", 1, "replace_ex_officio", data, version=None)

    with play.bench.reading() as session:
        proposed = proposal(session.get_one(Case, case))
    with pytest.raises(StepRefused) as refusal:
        replace(administrator_name="江澜明理律师事务所")
    replace()

    assert selection(play, case).candidates[0]["ground"] == "IN_OFFICE"
    assert codes(refusal) == ["not_the_selected"]
    assert selection(play, case).state == "EFFECTIVE"
    with play.bench.reading() as session:
        offices = (
            session.query(Party).filter_by(case_id=case, role=PartyRole.ADMINISTRATOR).order_by(Party.id)
        )
        assert [(one.name, one.administrator_id, one.until_on is None) for one in offices] == [
            (HENGZHENG, 1, False),
            (ZHENGXU, 2, True),
        ]
