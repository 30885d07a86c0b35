"""Every way to the end: the ground, the papers, the clocks, and what becomes of the debtor."""

from datetime import timedelta

import pytest

from court_app.errors import BadInput
from court_app.services.casework.finding import worklist
from court_app.services.casework.proving import check_everything
from models import Court
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation, today

REQUEST_43 = {"estate_fen": "10000", "expenses_fen": "20000", **REASON}
PROPERTY = {"found_fen": "300000", "costs_fen": "30000", **REASON}


def ask_43(case: Liquidation) -> None:
    """The administrator asks for the end, because the estate does not cover the expenses."""
    case.step("request_termination_43", **REQUEST_43)


def set_of_court(case: Liquidation, **settings: bool | str) -> None:
    """The court chooses."""
    with case.play.bench.writing() as session, session.begin():
        court = session.query(Court).filter(Court.code == "豫97").one()
        court.settings = {**court.settings, **settings}


def strike_off(case: Liquidation) -> None:
    """The registry strikes the debtor off; the next days go by."""
    case.step("deregister", registry="江澜市市场监督管理局")
    case.later(3)


def shown_on_worklist(case: Liquidation, who: str) -> set[K]:
    """The clocks of the case that somebody's work list calls overdue."""
    with case.play.bench.reading() as session:
        found = worklist(case.play.occasion(session, who)).overdue
        return {clock.kind for clock in found if clock.case_id == case.case}


def test_an_estate_that_does_not_cover_its_expenses_ends_with_the_declaration(met: Liquidation) -> None:
    ask_43(met)
    refused = met.refused(met.step, "terminate_43", JUDGE, nobody_advances=False, **REASON)

    met.step("terminate_43", JUDGE, nobody_advances=True, **REASON)

    assert refused == ["expenses_are_advanced"]
    flags = met.flags
    assert (met.state, flags["ground"], flags["declared_on"]) == ("LQ_TERMINATED", "T43", today(met))
    assert {"E-DECLARE", "E-TERMINATE"} <= set(flags["bundles"])
    assert met.statuses(K.T43_RULE) == [S.MET]
    assert met.statuses(K.DECL_NOTIFY) == [S.RUNNING]
    assert met.statuses(K.SUPPLEMENTARY_DISTRIBUTION) == [S.RUNNING]
    assert met.papers()[-2:] == [D.TERMINATION_43_RULING, D.TERMINATION_ANNOUNCEMENT]
    strike_off(met)
    assert (met.state, met.flags["admin_duties"]) == ("LQ_DEREGISTERED", "ENDED")
    assert met.part("appointments", 1).state == "ENDED"


def test_the_ruling_that_declares_and_ends_reaches_debtor_administrator_and_creditors(
    met: Liquidation,
) -> None:
    ask_43(met)
    met.step("terminate_43", JUDGE, nobody_advances=True, **REASON)
    met.issue(D.TERMINATION_43_RULING)

    met.serve(D.TERMINATION_43_RULING, to="DEBTOR")
    half = met.statuses(K.DECL_SERVE)
    met.serve(D.TERMINATION_43_RULING, to="ADMINISTRATOR")
    served = met.statuses(K.DECL_SERVE), met.statuses(K.DECL_NOTIFY)
    met.serve(D.TERMINATION_43_RULING)

    assert half == [S.RUNNING], "the administrator has not been served yet (EBL 107(1))"
    assert served == ([S.MET], [S.RUNNING])
    assert met.statuses(K.DECL_NOTIFY) == [S.MET]


def test_a_court_may_end_without_declaring(met: Liquidation) -> None:
    set_of_court(met, declare_with_t43=False)
    ask_43(met)

    met.step("terminate_43", JUDGE, nobody_advances=True, **REASON)

    assert "declared" not in met.flags
    assert met.flags["bundles"] == ["E-TERMINATE"]
    assert met.clocks(K.DECL_SERVE) == []


def test_who_advances_the_expenses_keeps_the_procedure_going(met: Liquidation) -> None:
    ask_43(met)

    met.step("advance_expenses", reason="债权人甲垫付二万元。")

    assert met.statuses(K.T43_RULE) == [S.CANCELLED]
    assert met.refused(met.step, "terminate_43", JUDGE, nobody_advances=True, **REASON) == ["wrong_flags"]
    ask_43(met)
    assert met.flags["termination_asked"] == "T43"


def test_an_estate_that_covers_its_expenses_is_no_ground(met: Liquidation) -> None:
    equal = {**REQUEST_43, "estate_fen": "20000"}

    assert met.refused(met.step, "request_termination_43", **equal) == ["expenses_are_covered"]


def test_a_refused_request_leaves_the_case_where_it_was(declared: Liquidation) -> None:
    ask_43(declared)

    declared.step("refuse_termination", JUDGE, **REASON)

    assert declared.state == "LQ_DECLARED"
    assert declared.statuses(K.T43_RULE) == [S.MET]
    assert D.TERMINATION_REFUSED_RULING in declared.papers()
    assert declared.refused(declared.step, "refuse_termination", JUDGE) == ["no_termination_asked"]


def test_a_settlement_with_all_creditors_ends_the_case_and_the_debtor_lives_on(met: Liquidation) -> None:
    agreed = {"agreed_on": today(met), "unanimous": True, **REASON}

    met.step("terminate_105", JUDGE, **agreed)

    assert met.flags["ground"] == "T105"
    assert D.RESTORE_MEASURES_LETTER not in met.papers(), "I2-8 names article 108 only"
    assert D.TERMINATION_ANNOUNCEMENT not in met.papers(), "EBL 105 asks for no announcement"
    assert met.refused(met.step, "deregister", registry="局") == ["debtor_survives"]
    met.step("end_surviving")
    assert met.state == "LQ_ENDED_SURVIVING"
    assert met.part("appointments", 1).state == "ENDED"
    assert met.allowed(JUDGE) == {"see_to_effect"}


def test_after_the_declaration_a_settlement_needs_the_courts_choice(declared: Liquidation) -> None:
    agreed = {"agreed_on": today(declared), "unanimous": True, **REASON}

    refused = declared.refused(declared.step, "terminate_105", JUDGE, **agreed)
    declared.step("terminate_105", JUDGE, after_declaration=True, **agreed)

    assert refused == ["already_declared"]
    assert declared.state == "LQ_TERMINATED"


@pytest.mark.parametrize(("third", "ground"), [(True, "T108A"), (False, "T108B")])
def test_secured_or_paid_debts_end_the_case_and_restore_the_measures(
    met: Liquidation, third: bool, ground: str
) -> None:
    met.step("terminate_108", JUDGE, by_third_party=third, all_due_debts=True, **REASON)

    assert met.flags["ground"] == ground
    assert met.refused(met.step, "end_surviving") == ["measures_not_restored"]
    for number in (1, 2, 3):
        met.step("see_to_effect", bundle="E-RESTORE", number=number, remark="各机关已经恢复。")
    met.step("end_surviving")
    assert met.state == "LQ_ENDED_SURVIVING"
    assert met.clocks(K.DEREGISTER) == []
    assert met.refused(met.step, "supplementary_distribution", JUDGE) == ["wrong_state"]


def test_after_the_declaration_nobody_buys_the_debtor_out(declared: Liquidation) -> None:
    assert declared.refused(declared.step, "terminate_108", JUDGE) == ["wrong_state"]


def test_a_bankrupt_without_anything_left_is_ended_and_struck_off(declared: Liquidation) -> None:
    serial = declared.begin("assets", "find_asset", kind="CASH", name="银行存款")
    unsold = declared.refused(declared.step, "request_termination_120", **REASON)
    declared.move("assets", serial, "take_over_asset")
    declared.move("assets", serial, "collect", received_fen="5000")
    unspent = declared.refused(declared.step, "request_termination_120", **REASON)
    told = declared.refused(declared.step, "request_termination_120", spent_fen="5000", **REASON)
    declared.begin(
        "spendings",
        "spend_directly",
        kind="EXP_ESTATE",
        payee="江澜安保服务有限公司",
        purpose="厂房看护",
        ground="看护合同。",
        amount_fen="5000",
    )

    declared.step("request_termination_120", **REASON)
    declared.step("terminate_120", JUDGE, **REASON)

    assert (unsold, unspent, told) == (
        ["something_is_unsold"],
        ["something_is_left"],
        ["something_is_left"],
    )
    assert (declared.flags["ground"], declared.statuses(K.T120_RULE)) == ("T120A", [S.MET])
    strike_off(declared)
    assert declared.state == "LQ_DEREGISTERED"


def test_after_the_last_distribution_the_case_ends_with_the_report(planned: Liquidation) -> None:
    planned.final(700_000)
    unreported = planned.refused(planned.step, "request_termination_120", **REASON)
    left = planned.refused(planned.step, "request_termination_120", report="分配完结。", **REASON)
    planned.spend_the_rest()

    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)

    assert "no_distribution_report" in unreported
    assert left == ["rest_is_undistributed"]
    assert planned.flags["ground"] == "T120B"
    assert planned.flags["final_distribution_announced_on"] == today(planned)
    strike_off(planned)
    with planned.play.bench.reading() as session:
        assert check_everything(session, planned.play.bench.mill.store).faults == ()


def test_a_liquidation_that_is_impossible_is_ended_and_struck_off(met: Liquidation) -> None:
    met.step("terminate_unable", JUDGE, missing="法定代表人下落不明，账册灭失", **REASON)

    assert met.flags["ground"] == "TUNABLE"
    assert met.clocks(K.SUPPLEMENTARY_DISTRIBUTION) == []
    strike_off(met)
    found = {"asked_on": today(met), **PROPERTY}
    refused = met.refused(met.step, "supplementary_distribution", JUDGE, **found)
    assert refused == ["ground_without_supplement"]


def test_a_missed_deregistration_stays_overdue(met: Liquidation) -> None:
    met.step("terminate_unable", JUDGE, missing="账册灭失", **REASON)

    met.later(12)

    clock = met.clocks(K.DEREGISTER)[0]
    assert clock.is_overdue(met.play.day)
    met.step("deregister", registry="江澜市市场监督管理局")
    assert met.statuses(K.DEREGISTER) == [S.MET_LATE]


@pytest.mark.parametrize("who", [JUDGE, CLERK])
def test_an_ended_case_stays_on_the_work_list_until_the_debtor_is_struck_off(
    met: Liquidation, who: str
) -> None:
    met.step("terminate_unable", JUDGE, missing="账册灭失", **REASON)
    met.later(12)

    before = shown_on_worklist(met, who)
    strike_off(met)

    assert K.DEREGISTER in before
    assert K.DEREGISTER not in shown_on_worklist(met, who)


@pytest.mark.parametrize(("late", "code"), [(0, []), (1, ["asked_too_late"])])
def test_property_found_later_is_distributed_for_two_years(
    planned: Liquidation, late: int, code: list[str]
) -> None:
    planned.final(700_000)
    planned.spend_the_rest()
    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)
    last = planned.clocks(K.SUPPLEMENTARY_DISTRIBUTION)[0].due_on
    planned.on(last + timedelta(days=20))

    asked = {"asked_on": (last + timedelta(days=late)).isoformat(), **PROPERTY}
    refused = planned.refused(planned.step, "supplementary_distribution", JUDGE, **asked)

    assert refused == code
    if not code:
        assert sum(fen for fen, _ in planned.shares(2).values()) == 27_000_000
        assert D.SUPPLEMENTARY_RULING in planned.papers()
    worthless = {**asked, "found_fen": "100", "costs_fen": "100"}
    assert planned.refused(planned.step, "hand_to_treasury", JUDGE, **worthless) == code


def test_what_a_creditor_let_go_is_not_given_to_him_in_a_later_distribution(planned: Liquidation) -> None:
    planned.final(360_000)
    planned.step("deposit_unclaimed_share", CLERK, claim_serial=3)
    planned.later(70)
    planned.step("release_unclaimed_share", CLERK, claim_serial=3, to_creditor=False, reason="逾期。")
    planned.spend_the_rest()
    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)
    found = {"asked_on": today(planned), **PROPERTY, "costs_fen": "0"}

    with pytest.raises(BadInput) as more:
        planned.step("supplementary_distribution", JUDGE, **{**found, "found_fen": "2220000.01"})
    planned.step("supplementary_distribution", JUDGE, **{**found, "found_fen": "2220000"})

    assert list(more.value.fields) == ["pool_fen"]
    assert [fen for fen, _ in planned.shares(2).values()] == [72_000_000, 72_000_000, 78_000_000]


def test_pending_suits_keep_the_administrator_until_the_day_after_they_are_over(planned: Liquidation) -> None:
    serial = planned.file("江澜新诉争贸易有限公司", 500_000)
    planned.list_claim(serial, 0)
    planned.move("claims", serial, "verify", meeting_serial=1)
    planned.move("claims", serial, "dispute", objector="债权人", reason="应当全额确认。")
    planned.move("claims", serial, "sue", forum="本院")
    planned.final(700_000)
    planned.spend_the_rest()
    planned.step("request_termination_120", report="分配完结。", **REASON)
    planned.step("terminate_120", JUDGE, **REASON)
    planned.step("retain_administrator", JUDGE, **REASON)
    strike_off(planned)
    retained = planned.part("appointments", 1).state, planned.refused(planned.step, "litigation_over")
    planned.later(30)
    planned.move(
        "claims", serial, "judge", fixed_fen="200000", claim_class="ORD", reference="（2026）豫97民初1号"
    )
    over_on = planned.play.day

    planned.step("litigation_over")
    planned.later(2)

    assert retained == ("RETAINED_FOR_LITIGATION", ["suits_are_pending"])
    office = planned.part("appointments", 1)
    assert (office.state, office.ended_on) == ("ENDED", over_on + timedelta(days=1))


@pytest.mark.parametrize("stage", ["reorganised", "composed"])
def test_a_case_of_another_procedure_may_also_run_out_of_money(at: object, stage: str) -> None:
    case: Liquidation = at(stage)  # type: ignore[operator]
    ask_43(case)

    case.step("terminate_43", JUDGE, nobody_advances=True, **REASON)

    assert case.flags["ground"] == "T43"


def test_a_clerk_ends_nothing(met: Liquidation) -> None:
    assert met.refused(met.step, "terminate_unable", CLERK) == ["not_permitted"]
