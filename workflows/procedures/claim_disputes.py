"""债权异议: from an objection to what fixes the claim. Source: EBL 58(3); I3-8, 9."""

from models.vocabulary import ClaimState, DeadlineKind, DocumentKind, LegalActor
from workflows.guards import claims as guards
from workflows.law.citations import cite
from workflows.payloads.base import WithReason
from workflows.payloads.claim_review import (
    ClaimArbitrated,
    ClaimDisputed,
    ClaimFixed,
    ClaimSued,
)
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Starts, Transition

S, K = ClaimState, DocumentKind

DISPUTE_ROWS = (
    Transition(
        name="dispute",
        label=Text("提出异议"),
        sources=(S.VERIFIED,),
        target=S.DISPUTED,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 58(3)", "I3 8"),
        payload=ClaimDisputed,
        starts=(Starts(kind=DeadlineKind.CLAIM_SUIT, from_field="verified_on"),),
        does=("record_claim_objection",),
        note=Text("经管理人解释或者调整后仍有异议的，异议人在核查结束后十五日内起诉或者申请仲裁。"),
    ),
    Transition(
        name="settle",
        label=Text("异议经解释或者调整解决"),
        sources=(S.DISPUTED,),
        target=S.SETTLED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("I3 8"),
        payload=ClaimFixed,
        cancels=(DeadlineKind.CLAIM_SUIT,),
        does=("fix_claim",),
    ),
    Transition(
        name="drop_objection",
        label=Text("异议不再成立，恢复为无异议"),
        sources=(S.DISPUTED,),
        target=S.VERIFIED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 58(2)", "I3 8"),
        payload=WithReason,
        cancels=(DeadlineKind.CLAIM_SUIT,),
        note=Text("异议人撤回异议，或者期满未起诉。法律没有规定未起诉的后果，由法官决定，系统不自动确认。"),
    ),
    Transition(
        name="sue",
        label=Text("提起债权确认诉讼"),
        sources=(S.DISPUTED,),
        target=S.SUED,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 58(3)", "I3 8", "I3 9"),
        payload=ClaimSued,
        ends=(DeadlineKind.CLAIM_SUIT,),
        does=("record_suit",),
    ),
    Transition(
        name="arbitrate",
        label=Text("申请仲裁"),
        sources=(S.DISPUTED,),
        target=S.ARBITRATED,
        actor=LegalActor.CREDITOR,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("I3 8"),
        payload=ClaimArbitrated,
        checks=(guards.clause_is_older,),
        ends=(DeadlineKind.CLAIM_SUIT,),
        does=("record_suit",),
    ),
    Transition(
        name="judge",
        label=Text("裁判、裁决生效"),
        sources=(S.SUED, S.ARBITRATED),
        target=S.JUDGED,
        actor=LegalActor.COURT,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 58(3)", "I3 8"),
        payload=ClaimFixed,
        does=("fix_claim",),
    ),
)
