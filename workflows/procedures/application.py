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
from workflows.guards import selection as selection_guards
from workflows.law.citations import cite
from workflows.payloads import application as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.petition import (
    EnforcementTransferPayload,
    EscalationPayload,
    PetitionPayload,
)
from workflows.procedures.application_appeal import APPEAL_ROWS
from workflows.text import Text
from workflows.transition import Issues, Opens, Seat, Serves, Starts, Transition

S = ApplicationState
FILING = frozenset({Role.FILING_OFFICER})
BENCH = frozenset({Role.JUDGE})
TEAM = frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK})
DESK = frozenset({Role.FILING_OFFICER, Role.JUDGE, Role.ASSISTANT, Role.CLERK})
SYSTEM = frozenset({Role.SYSTEM})
OPEN_BEFORE_RULING = (S.RECEIVED, S.SUPPLEMENT, S.OBJECTION, S.REVIEW)
COURT_CLOCKS = (
    DeadlineKind.BA_NOTIFY_DEBTOR,
    DeadlineKind.BA_RULE_CREDITOR_APP,
    DeadlineKind.BA_RULE_DIRECT,
)
RULING_CLOCKS = (
    *COURT_CLOCKS,
    DeadlineKind.BA_EXEC_TRANSFER_REPLY,
    DeadlineKind.BA_TELL_SUPPLEMENT,
)
LAPSED_CLOCKS = (
    DeadlineKind.BA_TELL_SUPPLEMENT,
    DeadlineKind.BA_DEBTOR_OBJECTION,
    DeadlineKind.BA_CORRECTION,
)
ALL_CLOCKS = (*RULING_CLOCKS, *LAPSED_CLOCKS)
RECEIPT_CLOCKS = (
    Starts(kind=DeadlineKind.BA_TELL_SUPPLEMENT),
    Starts(kind=DeadlineKind.BA_NOTIFY_DEBTOR, when=guards.creditor_applied),
    Starts(kind=DeadlineKind.BA_RULE_DIRECT, when=guards.applied_directly),
    Starts(kind=DeadlineKind.BA_EXEC_TRANSFER_REPLY, when=guards.transferred_from_enforcement),
)
RECEIPT_PAPERS = (Issues(kind=DocumentKind.PETITION_RECEIPT), Issues(kind=DocumentKind.CASE_COVER))
PETITION_CHECKS = (
    guards.applicant_has_standing,
    guards.applicant_is_named,
    guards.applicant_is_not_the_debtor,
    guards.every_paper_is_listed_once,
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
            guards=(guards.only_one_correction_notice,),
            checks=(guards.something_is_missing,),
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
            guards.default_is_enabled,
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

REVIEW = (
    Transition(  # row 8
        name="start_direct_review",
        label=Text("直接审查"),
        sources=(S.RECEIVED,),
        target=S.REVIEW,
        actor=LegalActor.COURT,
        recorded_by=DESK,
        basis=cite("EBL 10(2)", "CPL-I 512"),
        payload=WithRemark,
        guards=(guards.no_creditor_applied,),
        cancels=(DeadlineKind.BA_TELL_SUPPLEMENT,),
    ),
    Transition(  # the court's request that row 9 answers
        name="request_review_extension",
        label=Text("报请延长审查期限"),
        sources=(S.REVIEW,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 10(3)"),
        payload=WithReason,
        guards=(guards.not_yet_extended, guards.review_period_still_runs),
        sets={"extension": "REQUESTED"},
        documents=(Issues(kind=DocumentKind.EXTENSION_REQUEST),),
        serves=(Serves(document=DocumentKind.EXTENSION_REQUEST, on=RecipientKind.SUPERIOR_COURT),),
    ),
    Transition(  # row 9
        name="approve_review_extension",
        label=Text("批准延长审查期限"),
        sources=(S.REVIEW,),
        target=None,
        actor=LegalActor.SUP_COURT,
        recorded_by=BENCH,
        seat=Seat.SUPERIOR,
        basis=cite("EBL 10(3)"),
        payload=WithRemark,
        guards=(guards.extension_is_asked, guards.review_period_still_runs),
        sets={"extension": "APPROVED"},
        extends=(
            (DeadlineKind.BA_RULE_DIRECT, DeadlineKind.BA_REVIEW_EXTENSION),
            (DeadlineKind.BA_RULE_CREDITOR_APP, DeadlineKind.BA_REVIEW_EXTENSION),
        ),
        documents=(Issues(kind=DocumentKind.EXTENSION_APPROVAL),),
        serves=(Serves(document=DocumentKind.EXTENSION_APPROVAL, on=RecipientKind.LOWER_COURT),),
    ),
    Transition(  # row 9, the negative side
        name="refuse_review_extension",
        label=Text("不批准延长审查期限"),
        sources=(S.REVIEW,),
        target=None,
        actor=LegalActor.SUP_COURT,
        recorded_by=BENCH,
        seat=Seat.SUPERIOR,
        basis=cite("EBL 10(3)"),
        payload=WithReason,
        guards=(guards.extension_is_asked,),
        sets={"extension": "REFUSED"},
    ),
    Transition(  # a hearing is the court's way of examining (D2016, review mode 2)
        name="schedule_hearing",
        label=Text("决定听证"),
        sources=(S.OBJECTION, S.REVIEW),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 4", "CPL 139"),
        payload=payloads.HearingCall,
        guards=(guards.panel_is_formed,),
        checks=(guards.hearing_is_announced_in_time,),
        sets={"hearing": "SCHEDULED"},
        documents=(Issues(kind=DocumentKind.HEARING_NOTICE),),
        serves=(
            Serves(document=DocumentKind.HEARING_NOTICE, on=RecipientKind.APPLICANT),
            Serves(document=DocumentKind.HEARING_NOTICE, on=RecipientKind.DEBTOR),
        ),
    ),
    Transition(
        name="hold_hearing",
        label=Text("举行听证"),
        sources=(S.OBJECTION, S.REVIEW),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 4", "CPL 139"),
        payload=payloads.HearingRecord,
        guards=(guards.hearing_is_scheduled,),
        sets={"hearing": "HELD"},
    ),
    Transition(  # row 17, the court did not act
        name="bring_before_superior",
        label=Text("向上一级法院提出（已受理材料）"),
        sources=OPEN_BEFORE_RULING,
        target=None,
        actor=LegalActor.APPLICANT,
        recorded_by=frozenset({Role.FILING_OFFICER, Role.JUDGE}),
        seat=Seat.SUPERIOR,
        basis=cite("I1 9"),
        payload=payloads.Escalation,
        guards=(guards.not_yet_escalated,),
        sets={"escalated": True},
        documents=(Issues(kind=DocumentKind.ORDER_TO_EXAMINE),),
        serves=(Serves(document=DocumentKind.ORDER_TO_EXAMINE, on=RecipientKind.LOWER_COURT),),
    ),
)

LEAVING = (
    Transition(  # row 10
        name="withdraw_application",
        label=Text("准许撤回申请"),
        sources=OPEN_BEFORE_RULING,
        target=S.WITHDRAWN,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 9"),
        payload=payloads.WithdrawalRequest,
        guards=(guards.panel_is_formed,),
        cancels=ALL_CLOCKS,
        documents=(Issues(kind=DocumentKind.WITHDRAWAL_RULING),),
        serves=(
            Serves(document=DocumentKind.WITHDRAWAL_RULING, on=RecipientKind.APPLICANT),
            Serves(
                document=DocumentKind.WITHDRAWAL_RULING,
                on=RecipientKind.DEBTOR,
                when=guards.debtor_was_notified,
            ),
        ),
        indicators=("applications_withdrawn",),
    ),
    Transition(  # row 19
        name="transfer_jurisdiction",
        label=Text("移送管辖"),
        sources=OPEN_BEFORE_RULING,
        target=S.TRANSFERRED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 3", "EBL 4", "CPL 37"),
        payload=payloads.TransferOfJurisdiction,
        guards=(guards.panel_is_formed,),
        cancels=ALL_CLOCKS,
        documents=(Issues(kind=DocumentKind.TRANSFER_RULING),),
        serves=(
            Serves(document=DocumentKind.TRANSFER_RULING, on=RecipientKind.APPLICANT),
            Serves(document=DocumentKind.TRANSFER_RULING, on=RecipientKind.COMPETENT_COURT),
        ),
        indicators=("applications_transferred",),
    ),
)

ACCEPTANCE_CHECKS = (
    guards.court_is_competent,
    guards.cause_of_bankruptcy_is_found,
    guards.objection_is_answered,
    selection_guards.selection_is_made,
    selection_guards.names_the_selected,
)
ACCEPTANCE_SERVICE = (
    Serves(
        document=DocumentKind.ACCEPTANCE_RULING,
        on=RecipientKind.APPLICANT,
        within=DeadlineKind.BA_SERVE_ACCEPT_APPLICANT,
    ),
    Serves(
        document=DocumentKind.ACCEPTANCE_RULING,
        on=RecipientKind.DEBTOR,
        within=DeadlineKind.BA_SERVE_ACCEPT_DEBTOR,
        starts=DeadlineKind.BA_DEBTOR_DOCS,
        when=guards.creditor_applied,
    ),
)
ACCEPTANCE_CLOCKS = (
    Starts(kind=DeadlineKind.BA_SERVE_ACCEPT_APPLICANT),
    Starts(kind=DeadlineKind.BA_SERVE_ACCEPT_DEBTOR, when=guards.creditor_applied),
)


def acceptance(name: str, label: Text, sources: tuple[S, ...], seat: Seat, **more: object) -> Transition:
    """Row 11 in its wordings: by the court, by the superior court, on the superior court's order."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.ACCEPTED,
        actor=LegalActor.SUP_COURT if seat == Seat.SUPERIOR else LegalActor.COURT,
        recorded_by=BENCH,
        seat=seat,
        basis=cite("EBL 2", "EBL 7", "EBL 10", "EBL 13"),
        payload=payloads.Acceptance,
        guards=(
            guards.debtor_is_enterprise_legal_person,
            guards.applicant_has_standing,
            guards.panel_is_formed,
        ),
        checks=ACCEPTANCE_CHECKS,
        starts=ACCEPTANCE_CLOCKS,
        ends=RULING_CLOCKS,
        cancels=LAPSED_CLOCKS,
        documents=(Issues(kind=DocumentKind.ACCEPTANCE_RULING),),
        serves=ACCEPTANCE_SERVICE,
        opens=Opens(case_type=CaseType.BK_CASE, by="open_case"),
        does=("use_selection",),
        bundle="E-ACCEPT",
        indicators=("applications_accepted", "cases_opened"),
        **more,  # type: ignore[arg-type]
    )


def rejection(name: str, label: Text, sources: tuple[S, ...], seat: Seat, **more: object) -> Transition:
    """Row 12 in its wordings: by the court, and by the superior court after row 17."""
    return Transition(
        name=name,
        label=label,
        sources=sources,
        target=S.REJECTED,
        actor=LegalActor.SUP_COURT if seat == Seat.SUPERIOR else LegalActor.COURT,
        recorded_by=BENCH,
        seat=seat,
        basis=cite("EBL 12(1)"),
        payload=payloads.Rejection,
        guards=(guards.panel_is_formed,),
        starts=(Starts(kind=DeadlineKind.BA_SERVE_REJECT),),
        ends=RULING_CLOCKS,
        cancels=LAPSED_CLOCKS,
        documents=(Issues(kind=DocumentKind.NON_ACCEPTANCE_RULING),),
        serves=(
            Serves(
                document=DocumentKind.NON_ACCEPTANCE_RULING,
                on=RecipientKind.APPLICANT,
                within=DeadlineKind.BA_SERVE_REJECT,
                starts=DeadlineKind.BA_APPEAL_REJECT,
            ),
        ),
        does=("record_appealability",),
        indicators=("applications_refused",),
        **more,  # type: ignore[arg-type]
    )


BY_SUPERIOR = (S.RECEIVED, S.OBJECTION, S.REVIEW)

RULINGS = (
    acceptance("accept", Text("裁定受理"), (S.REVIEW,), Seat.OWN),
    acceptance(
        "accept",
        Text("裁定受理"),
        (S.APPEAL,),
        Seat.OWN,
        requires={"acceptance_ordered": True},
        note=Text("依上级法院的指令受理；受理之日为本院裁定之日。"),
    ),
    acceptance(
        "superior_accept",
        Text("上级法院径行裁定受理"),
        BY_SUPERIOR,
        Seat.SUPERIOR,
        requires={"escalated": True},
    ),
    rejection("reject", Text("裁定不予受理"), (S.REVIEW,), Seat.OWN),
    rejection(
        "superior_reject",
        Text("上级法院径行裁定不予受理"),
        BY_SUPERIOR,
        Seat.SUPERIOR,
        requires={"escalated": True},
    ),
)

BANKRUPTCY_APPLICATION = Procedure(
    name=CaseType.BK_APPLICATION.value,
    label=Text("破产申请审查"),
    states=ApplicationState,
    terminal=(S.ACCEPTED, S.REJECTED_FINAL, S.WITHDRAWN, S.TRANSFERRED),
    transitions=(*BEGINNINGS, *CORRECTION, *OBJECTION, *REVIEW, *LEAVING, *RULINGS, *APPEAL_ROWS),
)
