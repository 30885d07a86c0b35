import pytest

from documents.drafting import default_blocks, sample_facts
from documents.kinds import TEXTS, form_id_for, form_of, sections_of
from models.vocabulary import ApplicantKind, ApprovalLevel, DocumentKind, RecipientKind

RULINGS = [kind for kind in DocumentKind if kind.value.endswith("_RULING")]


@pytest.mark.parametrize("kind", DocumentKind)
def test_every_kind_has_a_form_and_a_text(kind: DocumentKind) -> None:
    form = form_of(kind)

    assert form.form_id
    assert form.sections
    assert len({section.name for section in form.sections}) == len(form.sections)


def test_there_is_no_text_without_a_kind() -> None:
    names = {path.stem for path in TEXTS.glob("*.txt")}

    assert names == {kind.value for kind in DocumentKind} | {"_parts"}


@pytest.mark.parametrize("kind", RULINGS)
def test_rulings_are_approved_by_the_presiding_judge_and_signed_by_name(kind: DocumentKind) -> None:
    form = form_of(kind)

    assert form.approval == ApprovalLevel.PRESIDING_JUDGE
    assert form.is_signed
    assert form.bears_seal


@pytest.mark.parametrize(
    "kind",
    [DocumentKind.ADMINISTRATOR_DECISION, DocumentKind.CREDITOR_NOTICE, DocumentKind.EXTENSION_APPROVAL],
)
def test_decisions_notices_and_letters_end_with_date_and_seal_alone(kind: DocumentKind) -> None:
    form = form_of(kind)

    assert form.bears_seal
    assert not form.is_signed


@pytest.mark.parametrize("kind", [DocumentKind.CASE_COVER, DocumentKind.DELIVERY_RECEIPT])
def test_inner_forms_need_no_approval_and_bear_no_seal(kind: DocumentKind) -> None:
    form = form_of(kind)

    assert form.approval is None
    assert not form.bears_seal


def test_who_gets_a_paper_is_read_off_the_law() -> None:
    form = form_of(DocumentKind.ADMINISTRATOR_DECISION)

    assert form.recipients == (
        RecipientKind.ADMINISTRATOR,
        RecipientKind.APPLICANT,
        RecipientKind.DEBTOR,
        RecipientKind.REGISTRY,
    )
    assert form.copies == 5


def test_what_a_paper_may_say_of_its_step_is_read_off_the_payload() -> None:
    assert form_of(DocumentKind.HEARING_NOTICE).facts["hearing_on"] == "听证日期"
    assert "hearing_on" not in form_of(DocumentKind.DEBTOR_NOTICE).facts


@pytest.mark.parametrize(
    ("procedure", "applicant", "form_id"),
    [
        ("破产清算", ApplicantKind.CREDITOR, "C-41"),
        ("破产清算", ApplicantKind.DEBTOR, "C-42"),
        ("破产清算", ApplicantKind.LIQUIDATOR, "C-43"),
        ("重整", ApplicantKind.CREDITOR, "C-70a"),
        ("重整", ApplicantKind.DEBTOR, "C-70b"),
        ("和解", ApplicantKind.DEBTOR, "C-91"),
        ("破产清算", ApplicantKind.EXEC_COURT, "C-41"),
    ],
)
def test_the_form_of_an_acceptance_depends_on_procedure_and_applicant(
    procedure: str, applicant: ApplicantKind, form_id: str
) -> None:
    facts = {"procedure": procedure, "applicant_kind": applicant.value}

    assert form_id_for(DocumentKind.ACCEPTANCE_RULING, facts) == form_id


@pytest.mark.parametrize(
    ("applicant", "form_id"),
    [
        (ApplicantKind.CREDITOR, "C-48a"),
        (ApplicantKind.DEBTOR, "C-48b"),
        (ApplicantKind.LIQUIDATOR, "C-48c"),
        (ApplicantKind.EXEC_COURT, "C-48"),
    ],
)
def test_the_form_of_a_dismissal_depends_on_who_applied(applicant: ApplicantKind, form_id: str) -> None:
    facts = {"procedure": "破产清算", "applicant_kind": applicant.value, "details": {}}

    assert form_id_for(DocumentKind.DISMISSAL_RULING, facts) == form_id


@pytest.mark.parametrize(
    ("request_kind", "form_id"),
    [
        ("聘用必要的工作人员", "C-18"),
        ("继续或者停止债务人营业", "C-19"),
        ("重大处分行为", "C-20"),
        ("重大支出", "P-07"),
        ("其他请示", "P-07"),
    ],
)
def test_the_form_of_a_reply_depends_on_what_was_asked(request_kind: str, form_id: str) -> None:
    facts = {"procedure": "破产清算", "applicant_kind": "CREDITOR", "details": {"request_kind": request_kind}}

    assert form_id_for(DocumentKind.PERMISSION_REPLY, facts) == form_id


@pytest.mark.parametrize(("ex_officio", "form_id"), [(False, "C-08"), (True, "C-10")])
def test_the_form_of_a_replacement_depends_on_who_began_it(ex_officio: bool, form_id: str) -> None:
    facts = {"procedure": "破产清算", "applicant_kind": "CREDITOR", "details": {"ex_officio": ex_officio}}

    assert form_id_for(DocumentKind.REPLACEMENT_DECISION, facts) == form_id


def test_a_fine_needs_the_president() -> None:
    assert form_of(DocumentKind.FINE_DECISION).approval == ApprovalLevel.PRESIDENT


def test_headings_say_what_is_generated_what_may_be_edited_and_what_may_stay_empty() -> None:
    blocks = sections_of("== body\nA\n== reasons * 理由\nB\n== panel * 署名 ?\nC\n")

    assert [(b.name, b.editable, b.optional, b.text) for b in blocks] == [
        ("body", False, False, "A\n"),
        ("reasons", True, False, "B\n"),
        ("panel", True, True, "C\n"),
    ]


@pytest.mark.parametrize("kind", DocumentKind)
def test_only_what_has_a_label_may_be_edited(kind: DocumentKind) -> None:
    form = form_of(kind)

    assert list(default_blocks(kind, sample_facts(kind))) == [b.name for b in form.sections if b.label]
