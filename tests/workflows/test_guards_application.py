"""What stands in the way of a step, on both sides of every boundary."""

from datetime import date, timedelta

import pytest

from models import ChecklistItem, Petition
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    InabilityGround,
    PartyKind,
    PartyRole,
    ProcedureType,
    ReadinessOfItem,
)
from models.vocabulary import DeadlineKind as K
from tests.workflows.building import DAY, a_case, a_clock, a_party, an_attempt
from workflows.guards import application as guards
from workflows.guards import petition


def code(obstacle: object) -> str | None:
    """The code of an obstacle, None where there is none."""
    return getattr(obstacle, "code", None)


@pytest.mark.parametrize(
    ("applicant", "procedure", "allowed"),
    [
        (ApplicantKind.DEBTOR, ProcedureType.LIQUIDATION, True),
        (ApplicantKind.DEBTOR, ProcedureType.REORGANIZATION, True),
        (ApplicantKind.DEBTOR, ProcedureType.COMPOSITION, True),
        (ApplicantKind.CREDITOR, ProcedureType.LIQUIDATION, True),
        (ApplicantKind.CREDITOR, ProcedureType.REORGANIZATION, True),
        (ApplicantKind.CREDITOR, ProcedureType.COMPOSITION, False),
        (ApplicantKind.LIQUIDATOR, ProcedureType.LIQUIDATION, True),
        (ApplicantKind.LIQUIDATOR, ProcedureType.REORGANIZATION, False),
        (ApplicantKind.LIQUIDATOR, ProcedureType.COMPOSITION, False),
        (ApplicantKind.REGULATOR, ProcedureType.LIQUIDATION, True),
        (ApplicantKind.REGULATOR, ProcedureType.REORGANIZATION, True),
        (ApplicantKind.REGULATOR, ProcedureType.COMPOSITION, False),
        (ApplicantKind.EXEC_COURT, ProcedureType.LIQUIDATION, True),
        (ApplicantKind.EXEC_COURT, ProcedureType.COMPOSITION, False),
    ],
)
def test_who_may_apply_for_what(applicant: ApplicantKind, procedure: ProcedureType, allowed: bool) -> None:
    case = a_case(applicant_kind=applicant, procedure_type=procedure)

    found = petition.applicant_has_standing(case, an_attempt())

    assert code(found) == (None if allowed else "no_standing")


def test_only_an_enterprise_or_an_organisation_goes_bankrupt() -> None:
    person = a_case(parties=[a_party(PartyRole.DEBTOR, "某自然人", PartyKind.PERSON)])
    firm = a_case(parties=[a_party(PartyRole.DEBTOR, "某合伙企业", PartyKind.ORGANISATION)])

    assert code(petition.debtor_is_enterprise_legal_person(person, an_attempt())) == "debtor_not_enterprise"
    assert petition.debtor_is_enterprise_legal_person(firm, an_attempt()) is None


def test_a_creditor_is_named_and_a_debtor_is_not_named_twice() -> None:
    debtor_applies = a_case(applicant_kind=ApplicantKind.DEBTOR)
    somebody = {"name": "江澜市恒远钢材贸易有限公司"}

    assert code(petition.applicant_is_named(a_case(), an_attempt(applicant=None))) == "applicant_missing"
    assert petition.applicant_is_named(a_case(), an_attempt(applicant=somebody)) is None
    assert code(petition.applicant_is_named(debtor_applies, an_attempt(applicant=somebody))) == (
        "no_applicant_to_name"
    )
    assert petition.applicant_is_named(debtor_applies, an_attempt(applicant=None)) is None


def test_applicant_and_debtor_are_two_persons() -> None:
    one, other = {"name": "甲公司"}, {"name": "乙公司"}

    assert code(petition.applicant_is_not_the_debtor(a_case(), an_attempt(applicant=one, debtor=one)))
    assert petition.applicant_is_not_the_debtor(a_case(), an_attempt(applicant=one, debtor=other)) is None


def test_the_debtor_is_notified_only_where_a_creditor_applied() -> None:
    transfer = a_case(applicant_kind=ApplicantKind.EXEC_COURT, source=CaseSource.EXEC)
    insisting = an_attempt()
    insisting.settings["exec_transfer_needs_debtor_notice"] = True

    assert guards.a_creditor_applied(a_case(), an_attempt()) is None
    assert code(guards.a_creditor_applied(transfer, an_attempt())) == "not_a_creditors_application"
    assert guards.a_creditor_applied(transfer, insisting) is None
    assert code(guards.no_creditor_applied(a_case(), an_attempt())) == "debtor_must_be_notified"


def test_no_ruling_without_judge_and_clerk() -> None:
    alone = a_case(team=a_case().team[:1])

    assert code(guards.panel_is_formed(a_case(team=[]), an_attempt())) == "no_team"
    assert code(guards.panel_is_formed(alone, an_attempt())) == "no_team"
    assert guards.panel_is_formed(a_case(), an_attempt()) is None


def test_a_correction_notice_must_name_something() -> None:
    missing = Petition(checklist=[ChecklistItem(code="evidence", readiness=ReadinessOfItem.MISSING)])

    assert code(petition.something_is_missing(a_case(), an_attempt(further_items=""))) == "nothing_to_correct"
    assert petition.something_is_missing(a_case(petition=missing), an_attempt(further_items="")) is None
    assert petition.something_is_missing(a_case(), an_attempt(further_items="补充明细。")) is None


def test_everything_missing_is_asked_for_at_once() -> None:
    noticed = a_case(flags={"correction_noticed": True})

    assert code(petition.only_one_correction_notice(noticed, an_attempt())) == "correction_already_noticed"
    assert petition.only_one_correction_notice(a_case(), an_attempt()) is None


@pytest.mark.parametrize(("days", "late"), [(-1, False), (0, False), (1, True)])
def test_the_debtor_objects_within_seven_days_of_receipt(days: int, late: bool) -> None:
    last = date(2026, 10, 19)
    case = a_case(state="BA_OBJECTION", deadlines=[a_clock(K.BA_DEBTOR_OBJECTION, last)])

    found = guards.objection_is_in_time(case, an_attempt(on=last + timedelta(days=days)))

    assert code(found) == ("objection_late" if late else None)


def test_an_objection_posted_on_the_last_day_is_in_time_though_it_arrives_later() -> None:
    last = date(2026, 10, 19)
    case = a_case(state="BA_OBJECTION", deadlines=[a_clock(K.BA_DEBTOR_OBJECTION, last)])
    arrives = last + timedelta(days=4)

    assert guards.objection_is_in_time(case, an_attempt(on=arrives, posted_on=last)) is None
    assert code(guards.objection_is_in_time(case, an_attempt(on=arrives, posted_on=last + timedelta(days=1))))


@pytest.mark.parametrize(("days", "over"), [(-1, False), (0, True), (1, True)])
def test_the_objection_period_is_over_on_its_last_day(days: int, over: bool) -> None:
    last = date(2026, 10, 19)
    case = a_case(deadlines=[a_clock(K.BA_DEBTOR_OBJECTION, last)])

    found = guards.objection_period_has_expired(case, an_attempt(on=last + timedelta(days=days)))

    assert code(found) == (None if over else "period_runs")


def test_a_period_that_has_not_begun_cannot_be_over() -> None:
    found = guards.objection_period_has_expired(a_case(deadlines=[]), an_attempt())

    assert code(found) == "period_not_begun"


def test_a_refusal_becomes_final_only_when_every_applicants_ten_days_are_over() -> None:
    first, last = date(2026, 11, 2), date(2026, 11, 5)
    case = a_case(deadlines=[a_clock(K.BA_APPEAL_REJECT, first), a_clock(K.BA_APPEAL_REJECT, last)])

    assert code(guards.appeal_period_has_expired(case, an_attempt(on=first))) == "period_runs"
    assert guards.appeal_period_has_expired(case, an_attempt(on=last)) is None


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
def test_an_appeal_comes_within_ten_days_of_service(days: int, late: bool) -> None:
    last = date(2026, 11, 2)
    case = a_case(deadlines=[a_clock(K.BA_APPEAL_REJECT, last)])

    found = guards.appeal_is_in_time(case, an_attempt(on=last + timedelta(days=days)))

    assert code(found) == ("appeal_late" if late else None)


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (1, False)])
def test_an_extension_is_asked_for_before_the_review_period_ends(days: int, allowed: bool) -> None:
    last = date(2026, 10, 30)
    case = a_case(deadlines=[a_clock(K.BA_RULE_DIRECT, last)])

    found = guards.review_period_still_runs(case, an_attempt(on=last + timedelta(days=days)))

    assert code(found) == (None if allowed else "review_period_over")


@pytest.mark.parametrize(("days", "allowed"), [(2, False), (3, True)])
def test_a_hearing_is_announced_three_days_before(days: int, allowed: bool) -> None:
    found = guards.hearing_is_announced_in_time(a_case(), an_attempt(hearing_on=DAY + timedelta(days=days)))

    assert code(found) == (None if allowed else "hearing_too_soon")


@pytest.mark.parametrize(
    ("procedure", "unpaid", "grounds", "found"),
    [
        (ProcedureType.LIQUIDATION, True, [InabilityGround.BALANCE_SHEET], None),
        (ProcedureType.LIQUIDATION, True, [], "no_cause"),
        (ProcedureType.LIQUIDATION, True, [InabilityGround.LIKELY_INABILITY], "no_cause"),
        (ProcedureType.LIQUIDATION, False, [InabilityGround.BALANCE_SHEET], "debts_not_due_or_paid"),
        (ProcedureType.REORGANIZATION, False, [InabilityGround.LIKELY_INABILITY], None),
        (ProcedureType.REORGANIZATION, False, [InabilityGround.BALANCE_SHEET], "debts_not_due_or_paid"),
        (ProcedureType.COMPOSITION, True, [InabilityGround.LIKELY_INABILITY], "no_cause"),
    ],
)
def test_what_is_a_cause_of_bankruptcy(
    procedure: ProcedureType, unpaid: bool, grounds: list[InabilityGround], found: str | None
) -> None:
    case = a_case(procedure_type=procedure)

    obstacle = guards.cause_of_bankruptcy_is_found(case, an_attempt(debts_due_unpaid=unpaid, grounds=grounds))

    assert code(obstacle) == found


def test_an_objection_must_be_answered_before_acceptance() -> None:
    objected = a_case(flags={"objection": True})
    silent = an_attempt(objection_unfounded=True, objection_reason="")
    answered = an_attempt(objection_unfounded=True, objection_reason="债权已经生效判决确认。")

    assert code(guards.objection_is_answered(objected, silent)) == "objection_unanswered"
    assert guards.objection_is_answered(objected, answered) is None
    assert guards.objection_is_answered(a_case(), silent) is None
