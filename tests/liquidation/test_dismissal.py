"""Dismissal after acceptance (EBL 12(2)): the case goes on until it takes effect, and what an appeal does."""

from datetime import timedelta

from court_app.services.casework.proving import check_everything
from models.vocabulary import DeadlineKind as K
from models.vocabulary import DeadlineStatus as S
from models.vocabulary import DocumentKind as D
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.playing import publish as announce

REASONS = {"reasons": "债务人确已不能清偿到期债务。"}


def dismissed(case: Liquidation) -> None:
    """The application is dismissed and the ruling served on the applicant, who is the debtor here."""
    case.step("dismiss_application", JUDGE, **REASON)
    case.issue(D.DISMISSAL_RULING)
    case.serve(D.DISMISSAL_RULING)


def appealed(case: Liquidation) -> Liquidation:
    """The applicant appeals; the file reaches the superior court and is docketed."""
    from court_app.demo.actors import APPEAL_PANEL

    case.step("appeal", **REASONS)
    case.step("send_appeal_file")
    appeal = Liquidation(case.play, case.play.child_of(case.case))
    appeal.step("docket_appeal", "suli")
    case.play.assign(appeal.case, APPEAL_PANEL, who="tingzhang")
    return appeal


def test_a_dismissal_that_nobody_appeals_takes_effect_after_the_wait_for_the_post(met: Liquidation) -> None:
    dismissed(met)
    clock = met.clocks(K.LQ_APPEAL_DISMISS)[0]

    met.on(clock.due_on + timedelta(days=7))
    waiting = met.state
    met.later(1)

    assert waiting == "LQ_DISMISSED", "a posted appeal may still come (CPL 85(4))"
    assert met.state == "LQ_DISMISSED_FINAL"
    assert met.statuses(K.LQ_APPEAL_DISMISS) == [S.EXPIRED], "it ran out; nobody cancelled it"
    assert met.part("appointments", 1).state == "ENDED"
    assert "E-RESTORE" in met.flags["bundles"]
    assert met.refused(met.file, "江澜市迟到贸易有限公司", 1000) == ["claims_are_closed"]


def test_an_appeal_posted_on_the_last_day_is_taken_during_the_wait(met: Liquidation) -> None:
    dismissed(met)
    last = met.clocks(K.LQ_APPEAL_DISMISS)[0].due_on
    met.on(last + timedelta(days=5))

    late = met.refused(met.step, "appeal", posted_on=(last + timedelta(days=1)).isoformat(), **REASONS)
    met.step("appeal", posted_on=last.isoformat(), **REASONS)

    assert late == ["appeal_late"]
    assert met.state == "LQ_DISMISS_APPEAL"


def test_the_case_goes_on_until_the_dismissal_takes_effect(opened: Liquidation) -> None:
    opened.step("dismiss_application", JUDGE, **REASON)

    announce(opened)
    serial = opened.file("江澜市照常贸易有限公司", 1000)
    opened.step("propose_management_plan", plan="继续看管厂房。")

    assert opened.state == "LQ_DISMISSED"
    assert opened.part("claims", serial).state == "FILED"
    assert opened.statuses(K.CLAIM_WINDOW) == [S.RUNNING]
    opened.later(46)
    assert opened.flags["claim_window"] == "CLOSED"
    assert opened.refused(opened.step, "declare_bankruptcy", JUDGE) == ["wrong_state"]


def test_a_dismissal_that_is_upheld_takes_effect_with_the_appeal(met: Liquidation) -> None:
    dismissed(met)
    appeal = appealed(met)

    appeal.step("appeal_dismissed", "gaoyuan", **REASON)

    assert (appeal.state, met.state) == ("AP_DISMISSED", "LQ_DISMISSED_FINAL")
    assert appeal.papers()[-1] == D.DISMISSAL_UPHELD_RULING
    assert {clock.status for clock in met.clocks(K.MEET_REVOKE)} <= {S.CANCELLED}


def test_a_dismissal_that_is_reversed_sends_the_case_back_to_where_it_was(met: Liquidation) -> None:
    dismissed(met)
    appeal = appealed(met)
    wrong = appeal.refused(appeal.step, "appeal_allowed", "gaoyuan")

    appeal.step("dismissal_reversed", "gaoyuan", **REASON)

    assert wrong == ["not_against_refusal"]
    assert (appeal.state, met.state) == ("AP_REVERSED_CONTINUE", "LQ_OPEN")
    assert "resume" not in met.flags
    assert "declare_bankruptcy" in met.allowed(JUDGE)
    with met.play.bench.reading() as session:
        assert check_everything(session, met.play.bench.mill.store).faults == ()


def test_a_withdrawn_appeal_lets_the_dismissal_take_effect(met: Liquidation) -> None:
    dismissed(met)
    appeal = appealed(met)

    appeal.step("appeal_withdrawn", "gaoyuan", **REASON)

    assert (appeal.state, met.state) == ("AP_WITHDRAWN", "LQ_DISMISSED_FINAL")


def test_a_reorganization_that_was_dismissed_by_error_goes_on_as_reorganization(at: object) -> None:
    case: Liquidation = at("reorganised")  # type: ignore[operator]
    dismissed(case)
    appeal = appealed(case)

    appeal.step("dismissal_reversed", "gaoyuan", **REASON)

    assert case.state == "RO_PERIOD"


def test_nothing_is_dismissed_after_the_declaration(declared: Liquidation) -> None:
    assert declared.refused(declared.step, "dismiss_application", JUDGE) == ["wrong_state"]


def test_the_superior_court_rules_only_after_it_has_docketed_the_appeal(met: Liquidation) -> None:
    dismissed(met)
    met.step("appeal", CLERK, **REASONS)
    appeal = Liquidation(met.play, met.play.child_of(met.case))

    assert appeal.refused(appeal.step, "docket_appeal", "suli") == ["file_not_sent"]
