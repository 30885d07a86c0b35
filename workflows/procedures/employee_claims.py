"""职工债权: an employee wants his entry in the list corrected; the answer, and his suit. Source: EBL 48(2).

No period is set for any of it. An entry that the meeting has verified goes before it again once corrected.
"""

from models.vocabulary import ClaimState, DocumentKind, LegalActor, RecipientKind
from workflows.guards import employees as guards
from workflows.law.citations import cite
from workflows.payloads import employees as payloads
from workflows.payloads.base import WithReason
from workflows.payloads.claim_review import ClaimSued
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S, ANSWER = ClaimState, DocumentKind.EMPLOYEE_ANSWER
ON_HIM = (Serves(document=ANSWER, on=RecipientKind.CLAIMANT),)

EMPLOYEE_ROWS = (
    Transition(
        name="dispute_list",
        label=Text("职工要求更正清单"),
        sources=(S.LISTED, S.VERIFIED),
        target=None,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=payloads.ListDisputed,
        guards=(guards.is_an_employees,),
        sets={"correction_refused": None},
        does=("record_list_dispute",),
        note=Text("职工对清单记载有异议的，可以要求管理人更正；法律没有规定期限。"),
    ),
    *(
        Transition(
            name="correct_list",
            label=Text("更正职工债权清单"),
            sources=(source,),
            target=target,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 48(2)"),
            payload=payloads.ListCorrected,
            guards=(guards.is_an_employees, guards.correction_is_wanted),
            checks=(guards.manager_has_the_average_wage,),
            does=("correct_list",),
            documents=(Issues(kind=ANSWER),),
            serves=ON_HIM,
            note=Text("已经债权人会议核查的，更正后重新提交核查。"),
        )
        for source, target in ((S.LISTED, None), (S.VERIFIED, S.LISTED))
    ),
    Transition(
        name="refuse_list_correction",
        label=Text("不予更正职工债权清单"),
        sources=(S.LISTED, S.VERIFIED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=WithReason,
        guards=(guards.is_an_employees, guards.correction_is_wanted),
        sets={"correction_refused": True},
        does=("close_list_dispute",),
        documents=(Issues(kind=ANSWER),),
        serves=ON_HIM,
    ),
    Transition(
        name="sue_over_list",
        label=Text("职工提起诉讼"),
        sources=(S.LISTED, S.VERIFIED),
        target=S.SUED,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 48(2)"),
        payload=ClaimSued,
        guards=(guards.is_an_employees, guards.correction_was_refused),
        does=("record_suit",),
        note=Text("管理人不予更正的，职工可以向人民法院提起诉讼；法律没有规定期限。"),
    ),
)
