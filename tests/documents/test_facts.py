from datetime import date
from typing import Any

import pytest

from documents.drafting import sample_facts
from documents.facts.base import Facts
from documents.facts.reading import delivery_facts, facts_for, label_of
from documents.facts.situation import Situation
from models.case import Case
from models.delivery import Delivery
from models.document import Document
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    DeadlineKind,
    DeliveryMethod,
    DocumentKind,
    PartyRole,
    TeamRole,
)
from tests.documents.building import FILED, PANEL, RULED, a_party, an_application, what_acceptance_needs


def read(case: Case, kind: DocumentKind = DocumentKind.ACCEPTANCE_RULING, **more: Any) -> Facts:
    payload = more.pop("payload", {})
    situation = Situation(payload=payload, effective_on=RULED, number="（2026）豫97破申37号", **more)
    return Facts.from_json(facts_for(kind, case, situation))


@pytest.mark.parametrize("kind", DocumentKind)
def test_facts_come_back_from_json_as_they_were_frozen(kind: DocumentKind) -> None:
    kept = sample_facts(kind)

    assert Facts.from_json(kept).as_json() == kept


def test_facts_frozen_before_a_field_was_added_can_still_be_read() -> None:
    kept = sample_facts(DocumentKind.DEBTOR_NOTICE)
    for later in ("received_papers", "delivery", "contested_on", "notified_on"):
        del kept[later]

    facts = Facts.from_json({**kept, "a_field_of_the_past": "x"})

    assert (facts.received_papers, facts.delivery, facts.notified_on) == ((), {}, "")


def test_the_presiding_judge_signs_first_and_nobody_twice() -> None:
    team = (*PANEL, ("沈知衡", TeamRole.JUDGE_IN_CHARGE))
    case = an_application(team=team)
    case.team[-1].user_id = case.team[2].user_id

    facts = read(case)

    assert facts.signers == (("审判长", "沈知衡"), ("审判员", "欧阳珅"), ("审判员", "陆赟"))
    assert facts.clerk == "何㛃语"


def test_a_judge_who_has_left_the_case_does_not_sign() -> None:
    case = an_application()
    case.team[0].until_on = date(2026, 11, 1)

    facts = read(case)

    assert "陆赟" not in [name for _, name in facts.signers]


def test_what_the_court_above_issues_is_signed_by_nobody_of_the_court_below() -> None:
    facts = read(an_application(), flags={"seat": "SUPERIOR"})

    assert (facts.court, facts.first_court) == ("河原省高级人民法院", "河原省江澜市中级人民法院")
    assert (facts.signers, facts.clerk) == ((), "")


def test_an_approval_of_an_extension_is_the_paper_of_the_court_above() -> None:
    facts = read(an_application(), DocumentKind.EXTENSION_APPROVAL)

    assert facts.court == "河原省高级人民法院"


def test_where_the_debtor_petitions_the_debtor_is_the_applicant() -> None:
    facts = read(an_application(applicant_kind=ApplicantKind.DEBTOR))

    assert (facts.applicant.name, facts.by_creditor) == ("澜川精密机械有限公司", False)


def test_papers_are_told_apart_by_whether_they_were_handed_in_or_are_wanting() -> None:
    facts = read(an_application())

    assert facts.received_papers == (
        "破产申请书（申请人、被申请人、目的、事实和理由）",
        "有关证据（破产原因）",
    )
    assert facts.missing_papers == ("有关证据（破产原因）（需补正：缺判决书）", "债务清册（缺少）")


def test_the_administrator_that_an_acceptance_names_is_known_before_it_is_a_party() -> None:
    facts = read(an_application(), payload=what_acceptance_needs())

    assert facts.administrator is not None
    assert (facts.administrator.name, facts.administrator.phone) == ("江澜衡正会计师事务所", "0000-2223334")


def test_the_debtor_was_notified_on_the_first_day_a_notice_reached_it() -> None:
    days = (date(2026, 10, 20), date(2026, 10, 15), None)
    notice = Document(kind=DocumentKind.DEBTOR_NOTICE, deliveries=[Delivery(served_on=day) for day in days])

    facts = read(an_application(documents=[notice]))

    assert facts.notified_on == "2026-10-15"


def test_an_appeal_names_the_refusal_and_its_day() -> None:
    refusal = Document(
        kind=DocumentKind.NON_ACCEPTANCE_RULING, number="（2026）豫97破申37号之一", made_on=RULED
    )
    first = an_application(documents=[refusal])
    appeal = an_application(number="（2026）豫破终6号", parent=first)

    facts = read(appeal, DocumentKind.APPEAL_DISMISSED_RULING, parent=first)

    assert (facts.contested_number, facts.contested_on) == ("（2026）豫97破申37号之一", "2026-11-20")
    assert facts.application_number == "（2026）豫97破申37号"


def test_a_recipient_who_is_no_party_is_taken_from_the_ledger() -> None:
    delivery = {"recipient_name": "江澜市不动产登记中心", "address": "江澜市政务路2号"}

    facts = read(an_application(), DocumentKind.DELIVERY_RECEIPT, delivery=delivery)

    assert (facts.addressee.name, facts.addressee.address) == ("江澜市不动产登记中心", "江澜市政务路2号")


def test_a_correction_knows_the_one_paper_that_was_corrected() -> None:
    ruling = Document(state="SUPERSEDED", title="民事裁定书", number="（2026）豫97破申37号", made_on=RULED)
    case = an_application(documents=[ruling, Document(state="ISSUED")])

    facts = read(case, DocumentKind.CORRECTION_RULING, payload={"wrong": "甲", "right": "乙"})

    assert facts.details["corrected_number"] == "（2026）豫97破申37号"
    assert facts.details["right"] == "乙"


def test_a_correction_does_not_guess_among_several_papers() -> None:
    case = an_application(documents=[Document(state="SUPERSEDED"), Document(state="SUPERSEDED")])

    facts = read(case, DocumentKind.CORRECTION_RULING)

    assert "corrected_number" not in facts.details


def a_paper(kind: DocumentKind, number: str, state: str = "DRAFT") -> Document:
    return Document(kind=kind, number=number, state=state, made_on=RULED)


def test_an_announcement_names_the_ruling_that_it_makes_known() -> None:
    papers = [
        a_paper(DocumentKind.CLAIMS_RULING, "（2026）豫97破12号"),
        a_paper(DocumentKind.DECLARATION_RULING, "（2026）豫97破12号之一"),
    ]

    facts = read(an_application(documents=papers), DocumentKind.DECLARATION_ANNOUNCEMENT)

    assert facts.details["ruling_number"] == "（2026）豫97破12号之一"
    assert facts.details["ruling_on"] == "2026-11-20"


def test_a_ruling_that_was_discarded_is_not_named() -> None:
    papers = [
        a_paper(DocumentKind.TERMINATION_120B_RULING, "（2026）豫97破12号之三"),
        a_paper(DocumentKind.TERMINATION_120B_RULING, "（2026）豫97破12号之四", "DISCARDED"),
    ]

    facts = read(an_application(documents=papers), DocumentKind.TERMINATION_ANNOUNCEMENT)

    assert facts.details["ruling_number"] == "（2026）豫97破12号之三"


@pytest.mark.parametrize(
    ("plan", "number"),
    [("mgmt_plan", "（2026）豫97破12号之一"), ("distribution_plan", "（2026）豫97破12号之二")],
)
def test_a_reconsideration_names_the_ruling_on_the_plan_that_it_is_about(plan: str, number: str) -> None:
    papers = [
        a_paper(DocumentKind.MANAGEMENT_PLAN_RULING, "（2026）豫97破12号之一"),
        a_paper(DocumentKind.DISTRIBUTION_PLAN_RULING, "（2026）豫97破12号之二"),
    ]

    facts = read(
        an_application(documents=papers), DocumentKind.RECONSIDERATION_DECISION, payload={"plan": plan}
    )

    assert facts.details["ruling_number"] == number


def test_what_comes_after_the_office_has_ended_names_who_held_it_last() -> None:
    case = an_application()
    for name in ("江澜衡正会计师事务所", "江澜正序律师事务所"):
        case.parties.append(a_party(PartyRole.ADMINISTRATOR, name, until_on=RULED))

    facts = read(case, DocumentKind.SUPPLEMENTARY_RULING)

    assert facts.administrator is not None
    assert facts.administrator.name == "江澜正序律师事务所"


def test_a_successor_in_office_is_known_by_the_day_he_came() -> None:
    case = an_application(accepted_on=FILED)
    successor = a_party(PartyRole.ADMINISTRATOR, "江澜正序律师事务所")
    successor.from_on = RULED
    case.parties.append(successor)

    facts = read(case, DocumentKind.CLAIMS_RULING)

    assert (facts.accepted_on, facts.administrator_since) == ("2026-10-12", "2026-11-20")


def test_an_appeal_against_a_dismissal_names_it_and_the_day_of_the_acceptance() -> None:
    dismissal = a_paper(DocumentKind.DISMISSAL_RULING, "（2026）豫97破12号之一", "ISSUED")
    first = an_application(documents=[dismissal], number="（2026）豫97破12号", accepted_on=FILED)
    appeal = an_application(number="（2027）豫破终2号", parent=first)

    facts = read(appeal, DocumentKind.DISMISSAL_UPHELD_RULING, parent=first)

    assert (facts.contested_number, facts.contested_on) == ("（2026）豫97破12号之一", "2026-11-20")
    assert facts.accepted_on == "2026-10-12"


def test_a_row_of_the_ledger_becomes_a_receipt_and_a_label() -> None:
    delivery = Delivery(
        recipient_name="江澜市恒远钢材贸易有限公司",
        address="江澜市临江区滨河东路118号",
        method=DeliveryMethod.POST,
        sent_on=RULED,
        remark="",
        document=Document(title="通知书", number="（2026）豫97破12号"),
    )

    receipt, label = delivery_facts(delivery), label_of(delivery)

    assert (receipt["method"], receipt["sent_on"]) == ("邮寄送达", "2026-11-20")
    assert (label.name, label.papers) == ("江澜市恒远钢材贸易有限公司", "通知书")


def test_deadlines_and_days_are_kept_as_text() -> None:
    facts = read(an_application(), deadlines={DeadlineKind.BA_CORRECTION: RULED})

    assert (facts.deadlines, facts.made_on) == ({"BA_CORRECTION": "2026-11-20"}, "2026-11-20")


def test_a_transfer_from_enforcement_names_court_and_number() -> None:
    flags = {"enforcement_court": "江澜市临江区人民法院", "enforcement_number": "（2026）豫9701执733号"}

    facts = read(an_application(source=CaseSource.EXEC, flags=flags))

    assert facts.from_enforcement
    assert facts.enforcement_number == "（2026）豫9701执733号"
