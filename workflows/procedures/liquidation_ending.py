"""破, rows 28 to 30: deregistration, the administrator's end, what is found later; and survival."""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind, Role
from workflows.guards import after_the_end as after
from workflows.law.citations import cite
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.distribution import Supplementary
from workflows.payloads.termination import Deregistered
from workflows.procedures.liquidation_terms import BENCH, TEAM, WITH_ADMINISTRATOR, S
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind

ENDING_ROWS = (
    Transition(  # rows 15 and 16: the debtor has its property back
        name="end_surviving",
        label=Text("债务人恢复经营，结束案件"),
        sources=(S.LQ_TERMINATED,),
        target=S.LQ_ENDED_SURVIVING,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 105", "EBL 108", "I2 8"),
        payload=WithRemark,
        guards=(after.debtor_survives, after.measures_are_restored),
        does=("end_every_clock", "end_appointment"),
        note=Text("财产和营业已经交还债务人，被解除的保全措施已经逐一通知恢复。"),
    ),
    Transition(  # row 28
        name="deregister",
        label=Text("办理注销登记"),
        sources=(S.LQ_TERMINATED,),
        target=S.LQ_DEREGISTERED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 121", "MER 31", "MER 34", "CC 68", "CC 73"),
        payload=Deregistered,
        guards=(after.debtor_is_to_be_struck_off,),
        starts=(Starts(kind=DeadlineKind.ADMIN_END),),
        ends=(DeadlineKind.DEREGISTER,),
        indicators=("debtors_deregistered",),
    ),
    Transition(  # row 29
        name="end_admin_duties",
        label=Text("管理人终止执行职务"),
        sources=(S.LQ_DEREGISTERED,),
        target=None,
        actor=LegalActor.SYSTEM,
        recorded_by=frozenset({Role.SYSTEM, Role.JUDGE}),
        basis=cite("EBL 122", "AA 29(2)"),
        payload=WithRemark,
        guards=(after.duties_have_not_ended, after.no_suit_is_pending),
        sets={"admin_duties": "ENDED"},
        ends=(DeadlineKind.ADMIN_END,),
        automatic_after=DeadlineKind.ADMIN_END,
        does=("end_appointment",),
        note=Text("注销登记办理完毕的次日；管理人印章应当销毁，销毁证明送交法院。"),
    ),
    Transition(  # row 29, suits or arbitrations are pending
        name="retain_administrator",
        label=Text("管理人因未决诉讼、仲裁继续执行职务"),
        sources=(S.LQ_TERMINATED, S.LQ_DEREGISTERED),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 122"),
        payload=WithReason,
        guards=(after.duties_have_not_ended, after.not_yet_retained),
        sets={"admin_duties": "RETAINED"},
        does=("retain_appointment",),
        documents=(Issues(kind=K.DUTIES_DECISION),),
        serves=(Serves(document=K.DUTIES_DECISION, on=R.ADMINISTRATOR),),
    ),
    Transition(
        name="litigation_over",
        label=Text("未决诉讼、仲裁已经了结"),
        sources=(S.LQ_TERMINATED, S.LQ_DEREGISTERED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 122"),
        payload=WithRemark,
        requires={"admin_duties": "RETAINED"},
        guards=(after.claims_are_no_longer_in_suit,),
        sets={"admin_duties": None},
        starts=(Starts(kind=DeadlineKind.ADMIN_END, when=after.is_struck_off),),
        cancels=(DeadlineKind.ADMIN_END,),
    ),
    *(
        Transition(  # row 30
            name=name,
            label=label,
            sources=(S.LQ_TERMINATED, S.LQ_DEREGISTERED),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite(*places),
            payload=Supplementary,
            guards=(after.ground_allows_supplement,),
            checks=(after.asked_within_two_years, *checks),
            does=does,
            documents=(Issues(kind=kind),),
            serves=(Serves(document=kind, on=on),),
        )
        for name, label, places, checks, does, kind, on in (
            (
                "supplementary_distribution",
                Text("追加分配"),
                ("EBL 123(1)",),
                (after.property_covers_the_cost,),
                ("supplement",),
                K.SUPPLEMENTARY_RULING,
                R.ADMINISTRATOR,
            ),
            (
                "hand_to_treasury",
                Text("不足支付分配费用，上交国库"),
                ("EBL 123(2)",),
                (after.property_does_not_cover_the_cost,),
                (),
                K.TREASURY_LETTER,
                R.TREASURY,
            ),
        )
    ),
)
