"""职工债权清单: what an employee asks to have corrected, and what becomes of it. Source: EBL 48(2)."""

from models.vocabulary import ClaimState, DocumentKind, LegalActor, RecipientKind
from workflows.guards import claim_classes, claim_ranks
from workflows.guards import employee_claims as guards
from workflows.law.citations import cite
from workflows.payloads import claims as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S = ClaimState
ON_THE_LIST = (S.LISTED, S.VERIFIED)
ANSWER = DocumentKind.EMPLOYEE_ANSWER
ON_HIM = (Serves(document=ANSWER, on=RecipientKind.CLAIMANT),)

EMPLOYEE_ROWS = (
    Transition(
        name="ask_list_correction",
        label=Text("职工要求更正清单"),
        sources=ON_THE_LIST,
        target=None,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=payloads.ListCorrectionAsked,
        guards=(guards.is_on_the_list, guards.every_request_is_answered),
        sets={"correction_requested": True, "correction_refused": None},
        note=Text("法律没有规定要求更正的期限；在裁定确认以前都可以提出。"),
    ),
    Transition(
        name="correct_list",
        label=Text("更正职工债权清单"),
        sources=ON_THE_LIST,
        target=S.LISTED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=payloads.EmployeeClaimStated,
        requires={"correction_requested": True},
        checks=(
            claim_classes.managers_have_the_average_wage,
            claim_ranks.listing_follows_the_court,
            guards.correction_changes_the_list,
        ),
        sets={"correction_requested": None},
        does=("tell_what_was_listed", "correct_list"),
        documents=(Issues(kind=ANSWER),),
        serves=ON_HIM,
        note=Text("更正后重新公示；已经债权人会议核查的，更正后再次提交核查。"),
    ),
    Transition(
        name="refuse_list_correction",
        label=Text("不予更正职工债权清单"),
        sources=ON_THE_LIST,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=WithReason,
        requires={"correction_requested": True},
        sets={"correction_requested": None, "correction_refused": True},
        does=("tell_what_was_listed",),
        documents=(Issues(kind=ANSWER),),
        serves=ON_HIM,
        note=Text("应当告知职工可以向受理破产案件的法院起诉。"),
    ),
    Transition(
        name="sue_on_list",
        label=Text("职工就清单起诉"),
        sources=ON_THE_LIST,
        target=S.SUED,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 21", "EBL 48(2)"),
        payload=payloads.EmployeeSued,
        requires={"correction_refused": True},
        does=("record_suit", "lay_aside_what_is_sued_for"),
        note=Text("诉讼期间按起诉请求的金额提存分配额。"),
    ),
)
