"""破申: review of a bankruptcy application. Row numbers are those of `bankruptcy-process.md` section 4."""

from models.vocabulary import (
    ApplicationState,
    CaseType,
    DeadlineKind,
    DocumentKind,
    LegalActor,
    RecipientKind,
    Role,
)
from workflows.engine import Procedure
from workflows.guards import application as guards
from workflows.guards import petition
from workflows.law.citations import cite
from workflows.payloads import application as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.petition import (
    EnforcementTransferPayload,
    EscalationPayload,
    PetitionPayload,
)
from workflows.procedures.application_appeal import APPEAL_ROWS
from workflows.procedures.application_review import LEAVING, REVIEW
from workflows.procedures.application_rulings import RULINGS
from workflows.procedures.application_terms import ALL_CLOCKS, BENCH, COURT_CLOCKS, DESK, FILING, SYSTEM, S
from workflows.text import Text
from workflows.transition import Issues, Seat, Serves, Starts, Transition

RECEIPT_CLOCKS = (
    Starts(kind=DeadlineKind.BA_TELL_SUPPLEMENT),
    Starts(kind=DeadlineKind.BA_NOTIFY_DEBTOR, when=guards.creditor_applied),
    Starts(kind=DeadlineKind.BA_RULE_DIRECT, when=guards.applied_directly),
    Starts(kind=DeadlineKind.BA_EXEC_TRANSFER_REPLY, when=guards.transferred_from_enforcement),
)
RECEIPT_PAPERS = (Issues(kind=DocumentKind.PETITION_RECEIPT), Issues(kind=DocumentKind.CASE_COVER))
PETITION_CHECKS = (
    petition.applicant_has_standing,
    petition.applicant_is_named,
    petition.applicant_is_not_the_debtor,
    petition.every_paper_is_listed_once,
)

BEGINNINGS = (
    Transition(  # row 1
        name="receive_application",
        label=Text("收到申请"),
        sources=(),
        target=S.RECEIVED,
        actor=LegalActor.COURT,
        recorded_by=FILING,
        basis=cite("EBL 8", "I1 7(1)"),
        payload=PetitionPayload,
        checks=PETITION_CHECKS,
        starts=RECEIPT_CLOCKS,
        documents=RECEIPT_PAPERS,
        serves=(Serves(document=DocumentKind.PETITION_RECEIPT, on=RecipientKind.APPLICANT),),
        does=("record_petition",),
        note=Text("不得要求预交案件受理费；必须出具收到申请及证据的书面凭证。"),
        indicators=("applications_received",),
    ),
    Transition(  # row 18
        name="receive_enforcement_transfer",
        label=Text("收到执行移送"),
        sources=(),
        target=S.RECEIVED,
        actor=LegalActor.EXEC_COURT,
        recorded_by=FILING,
        basis=cite("CPL-I 511", "CPL-I 512"),
        payload=EnforcementTransferPayload,
        checks=PETITION_CHECKS,
        starts=RECEIPT_CLOCKS,
        documents=RECEIPT_PAPERS,
        serves=(Serves(document=DocumentKind.PETITION_RECEIPT, on=RecipientKind.EXEC_COURT),),
        does=("record_petition",),
        indicators=("applications_received",),
    ),
    Transition(  # row 17, the application was not taken
        name="escalate",
        label=Text("向上一级法院提出"),
        sources=(),
        target=S.RECEIVED,
        actor=LegalActor.APPLICANT,
        recorded_by=frozenset({Role.FILING_OFFICER, Role.JUDGE}),
        seat=Seat.SUPERIOR,
        basis=cite("I1 9"),
        payload=EscalationPayload,
        checks=PETITION_CHECKS,
        sets={"escalated": True},
        starts=RECEIPT_CLOCKS,
        documents=(*RECEIPT_PAPERS, Issues(kind=DocumentKind.ORDER_TO_EXAMINE)),
        serves=(
            Serves(document=DocumentKind.PETITION_RECEIPT, on=RecipientKind.APPLICANT),
            Serves(document=DocumentKind.ORDER_TO_EXAMINE, on=RecipientKind.LOWER_COURT),
        ),
        does=("record_petition",),
        indicators=("applications_received",),
    ),
)

CORRECTION = (
    *(
        Transition(  # row 2
            name="require_supplement",
            label=Text("告知补正"),
            sources=(state,),
            target=S.SUPPLEMENT,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("I1 7(3)"),
            payload=payloads.SupplementNotice,
            guards=(petition.only_one_correction_notice,),
            checks=(petition.something_is_missing,),
            sets={"resume": state.value, "correction_noticed": True},
            starts=(Starts(kind=DeadlineKind.BA_CORRECTION, until_field="due_on"),),
            ends=(DeadlineKind.BA_TELL_SUPPLEMENT,),
            pauses=COURT_CLOCKS,
            documents=(Issues(kind=DocumentKind.CORRECTION_NOTICE),),
            serves=(Serves(document=DocumentKind.CORRECTION_NOTICE, on=RecipientKind.APPLICANT),),
            note=Text("补正期间不计入企业破产法第十条规定的期限；债务人的七日异议期不停止。"),
        )
        for state in (S.RECEIVED, S.OBJECTION, S.REVIEW)
    ),
    *(
        Transition(  # row 3
            name="supplement_received",
            label=Text("补正完成"),
            sources=(S.SUPPLEMENT,),
            target=state,
            actor=LegalActor.APPLICANT,
            recorded_by=DESK,
            basis=cite("I1 7(3)"),
            payload=payloads.SupplementReceived,
            requires={"resume": state.value},
            sets={"resume": None},
            ends=(DeadlineKind.BA_CORRECTION,),
            resumes=COURT_CLOCKS,
            does=("complete_papers",),
        )
        for state in (S.RECEIVED, S.OBJECTION, S.REVIEW)
    ),
    Transition(  # row 4
        name="supplement_default",
        label=Text("逾期未补正，按撤回处理"),
        sources=(S.SUPPLEMENT,),
        target=S.WITHDRAWN,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("P2002 10(1)"),
        payload=WithReason,
        guards=(
            petition.default_is_enabled,
            guards.correction_period_is_over,
            guards.panel_is_formed,
        ),
        cancels=ALL_CLOCKS,
        documents=(Issues(kind=DocumentKind.WITHDRAWAL_RULING),),
        serves=(Serves(document=DocumentKind.WITHDRAWAL_RULING, on=RecipientKind.APPLICANT),),
        note=Text("依据的是 2002 年的旧规定，适用前请与本院确认（可在设置中停用）。"),
        indicators=("applications_withdrawn",),
    ),
)

OBJECTION = (
    Transition(  # row 5
        name="notify_debtor",
        label=Text("通知债务人"),
        sources=(S.RECEIVED,),
        target=S.OBJECTION,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("EBL 10(1)"),
        payload=WithRemark,
        guards=(guards.a_creditor_applied,),
        ends=(DeadlineKind.BA_NOTIFY_DEBTOR,),
        cancels=(DeadlineKind.BA_TELL_SUPPLEMENT,),
        documents=(Issues(kind=DocumentKind.DEBTOR_NOTICE),),
        serves=(
            Serves(
                document=DocumentKind.DEBTOR_NOTICE,
                on=RecipientKind.DEBTOR,
                starts=DeadlineKind.BA_DEBTOR_OBJECTION,
            ),
        ),
        note=Text("七日异议期从债务人收到通知之日起算。"),
    ),
    Transition(  # row 6
        name="debtor_objects",
        label=Text("债务人提出异议"),
        sources=(S.OBJECTION,),
        target=None,
        actor=LegalActor.DEBTOR,
        recorded_by=DESK,
        basis=cite("EBL 10(1)", "I1 6(1)"),
        payload=payloads.DebtorObjection,
        checks=(guards.objection_is_in_time,),
        sets={"objection": True},
        note=Text("裁定期限仍从异议期满之日起算，不从提出异议之日起算。"),
    ),
    Transition(  # row 6, while papers are being supplemented
        name="debtor_objects",
        label=Text("债务人提出异议"),
        sources=(S.SUPPLEMENT,),
        target=None,
        actor=LegalActor.DEBTOR,
        recorded_by=DESK,
        basis=cite("EBL 10(1)", "I1 6(1)"),
        payload=payloads.DebtorObjection,
        requires={"resume": S.OBJECTION.value},
        checks=(guards.objection_is_in_time,),
        sets={"objection": True},
    ),
    Transition(  # row 7
        name="objection_period_expired",
        label=Text("异议期满"),
        sources=(S.OBJECTION,),
        target=S.REVIEW,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("EBL 10(1)"),
        payload=WithRemark,
        guards=(guards.objection_period_has_expired,),
        starts=(Starts(kind=DeadlineKind.BA_RULE_CREDITOR_APP),),
        ends=(DeadlineKind.BA_DEBTOR_OBJECTION,),
        automatic_after=DeadlineKind.BA_DEBTOR_OBJECTION,
    ),
    Transition(  # row 7, while papers are being supplemented: the ruling clock starts and stands still
        name="objection_period_expired",
        label=Text("异议期满"),
        sources=(S.SUPPLEMENT,),
        target=None,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("EBL 10(1)", "I1 7(3)"),
        payload=WithRemark,
        requires={"resume": S.OBJECTION.value},
        guards=(guards.objection_period_has_expired,),
        sets={"resume": S.REVIEW.value},
        starts=(Starts(kind=DeadlineKind.BA_RULE_CREDITOR_APP),),
        pauses=(DeadlineKind.BA_RULE_CREDITOR_APP,),
        ends=(DeadlineKind.BA_DEBTOR_OBJECTION,),
        automatic_after=DeadlineKind.BA_DEBTOR_OBJECTION,
    ),
)


BANKRUPTCY_APPLICATION = Procedure(
    name=CaseType.BK_APPLICATION.value,
    label=Text("破产申请审查"),
    states=ApplicationState,
    terminal=(S.ACCEPTED, S.REJECTED_FINAL, S.WITHDRAWN, S.TRANSFERRED),
    transitions=(*BEGINNINGS, *CORRECTION, *OBJECTION, *REVIEW, *LEAVING, *RULINGS, *APPEAL_ROWS),
)
