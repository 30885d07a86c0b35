"""债权: from filing to an amount that no longer changes. Source: `bankruptcy-process.md` section 11.2.

`late` and `conditional` (its shares are laid aside) are flags, `rank_only` too (it has the rank of wages
and the vote of an ordinary claim). JUDGED and SETTLED count as confirmed
with the amount so fixed.
"""

from models.vocabulary import ClaimState, DocumentKind, LegalActor, RecipientKind
from workflows.engine import Procedure
from workflows.guards import claim_classes, claim_conditions, claim_ranks, one_debt
from workflows.guards import claims as guards
from workflows.law.citations import cite
from workflows.payloads import claims as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.claim_condition import ConditionFound
from workflows.payloads.claim_review import (
    ClaimReviewed,
    ClaimVerified,
    ExpectedDeficiency,
    Provisional,
    RankDecided,
)
from workflows.procedures.claim_disputes import DISPUTE_ROWS
from workflows.procedures.claim_ties import NOT_FIXED, TIE_ROWS
from workflows.procedures.employee_claims import EMPLOYEE_ROWS
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S, K = ClaimState, DocumentKind

CLAIM = Procedure(
    name="claim",
    label=Text("债权"),
    states=ClaimState,
    terminal=(S.CONFIRMED, S.JUDGED, S.SETTLED, S.WITHDRAWN),
    transitions=(
        Transition(
            name="file_claim",
            label=Text("申报债权"),
            sources=(),
            target=S.FILED,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR | SYSTEM,
            basis=cite("EBL 48(1)", "EBL 49", "EBL 56(1)"),
            payload=payloads.ClaimFiled,
            guards=(
                guards.claims_are_invited,
                guards.last_distribution_is_ahead,
                guards.no_surplus_was_given,
            ),
            does=("name_joint_parties",),
            note=Text("申报期满后的申报为补充申报：此前的分配不再补充，审查费用由申报人承担。"),
        ),
        Transition(
            name="list_employee_claim",
            label=Text("列入职工债权"),
            sources=(),
            target=S.LISTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 48(2)"),
            payload=payloads.EmployeeClaimListed,
            guards=(guards.last_distribution_is_ahead, guards.no_surplus_was_given),
            checks=(claim_classes.managers_have_the_average_wage, claim_ranks.listing_follows_the_court),
            note=Text(
                "职工债权不必申报，由管理人调查后列出清单并公示；职工有异议的可以要求更正，不更正的可以起诉。"
            ),
        ),
        *EMPLOYEE_ROWS,
        Transition(
            name="register_claim",
            label=Text("登记申报"),
            sources=(S.FILED,),
            target=S.REGISTERED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 57(1)", "I3 6(1)"),
            payload=WithRemark,
        ),
        Transition(
            name="ask_correction",
            label=Text("要求补正"),
            sources=(S.FILED, S.REGISTERED),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 49", "EBL 57(1)", "I3 6(2)"),
            payload=payloads.CorrectionAsked,
            guards=(guards.creditor_filed_it,),
            sets={"correction_asked": True},
            note=Text("收到的申报都要登记，补正不是登记的条件；债权人不补正的，按现有材料审查。"),
        ),
        Transition(
            name="correct_claim",
            label=Text("补正申报"),
            sources=(S.FILED, S.REGISTERED),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR | SYSTEM,
            basis=cite("EBL 49", "EBL 56(1)"),
            payload=payloads.ClaimCorrected,
            guards=(guards.creditor_filed_it,),
            checks=(guards.nothing_is_raised_late, guards.nothing_is_set_off_yet),
            sets={"correction_asked": None},
            does=("correct_claim", "name_joint_parties"),
            note=Text("审查以前可以补正；原来的申报留在经过中。申报期满以后不能借补正增加金额。"),
        ),
        Transition(
            name="decide_rank",
            label=Text("决定清偿顺序"),
            sources=(S.FILED, S.REGISTERED, S.REVIEWED, S.LISTED),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("M2018 27", "M2018 28", "P2002 57", "P2002 58", "EBL 113(1)①"),
            payload=RankDecided,
            guards=(claim_ranks.rank_is_for_the_court,),
            checks=(claim_ranks.decided_claim_is_of_one_kind,),
            does=("record_rank_decision",),
            note=Text(
                "法律没有明确规定清偿顺序的，由法院合理确定；已经审查的，性质随即按决定登记。惩罚性赔偿不在其内。"
            ),
        ),
        Transition(
            name="review_claim",
            label=Text("审查债权"),
            sources=(S.REGISTERED,),
            target=S.REVIEWED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 57(1)", "I3 6(2)", "I3 7"),
            payload=ClaimReviewed,
            checks=(
                guards.judgment_is_followed,
                guards.admitted_is_in_time,
                guards.every_figure_is_reviewed,
                guards.interest_stops_at_acceptance,
                one_debt.interest_stops_for_guarantors_too,
                claim_classes.figures_share_the_class,
                claim_classes.double_interest_is_of_the_class_set,
                claim_ranks.review_follows_the_court,
                claim_conditions.condition_is_named,
                claim_classes.construction_priority_is_in_time,
                guards.only_late_claims_bear_costs,
            ),
            does=("record_review",),
        ),
        Transition(
            name="review_again",
            label=Text("退回重新审查"),
            sources=(S.REVIEWED, S.LISTED),
            target=S.REGISTERED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 57(1)", "I3 6(2)"),
            payload=WithReason,
        ),
        Transition(
            name="list_claim",
            label=Text("编入债权表"),
            sources=(S.REVIEWED,),
            target=S.LISTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 57(1)", "I3 6(2)"),
            payload=WithRemark,
            guards=(one_debt.debt_is_not_listed_twice,),
        ),
        Transition(
            name="verify",
            label=Text("债权人会议核查"),
            sources=(S.LISTED,),
            target=S.VERIFIED,
            actor=LegalActor.MEETING,
            recorded_by=TEAM | SYSTEM,
            basis=cite("EBL 58(1)", "EBL 61(1)①"),
            payload=ClaimVerified,
            checks=(guards.meeting_was_held,),
            does=("record_verification",),
        ),
        Transition(
            name="confirm",
            label=Text("裁定确认"),
            sources=(S.VERIFIED,),
            target=S.CONFIRMED,
            actor=LegalActor.COURT,
            recorded_by=SYSTEM,
            basis=cite("EBL 58(2)"),
            payload=WithRemark,
            does=("fix_admitted",),
            note=Text("随“裁定确认无异议债权”一并完成。"),
        ),
        *DISPUTE_ROWS,
        Transition(
            name="fix_provisional_amount",
            label=Text("临时确定债权额"),
            sources=NOT_FIXED,
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 59(2)"),
            payload=Provisional,
            checks=(guards.provisional_is_within_the_claim,),
            does=("record_provisional_amount",),
            documents=(Issues(kind=K.PROVISIONAL_AMOUNT_DECISION),),
            serves=(
                Serves(document=K.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.CLAIMANT),
                Serves(document=K.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.ADMINISTRATOR),
            ),
            note=Text("只为行使表决权而定，不影响债权的最终确定。"),
        ),
        Transition(
            name="record_condition",
            label=Text("登记所附条件、期限"),
            sources=(*NOT_FIXED, S.CONFIRMED, S.JUDGED, S.SETTLED),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 46(1)", "EBL 47", "EBL 117(1)"),
            payload=ConditionFound,
            checks=(claim_conditions.condition_is_named, claim_conditions.escrow_keeps_its_condition),
            does=("record_condition",),
            note=Text("附条件的，以后各次分配的分配额提存；附期限的受理时视为到期，不提存。"),
        ),
        Transition(
            name="fix_expected_deficiency",
            label=Text("临时确定担保物预计不足清偿的数额"),
            sources=(*NOT_FIXED, S.CONFIRMED, S.JUDGED, S.SETTLED),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 59(2)", "EBL 110"),
            payload=ExpectedDeficiency,
            guards=(guards.is_secured_and_not_waived,),
            checks=(guards.deficiency_can_be_expected,),
            does=("record_expected_deficiency",),
            documents=(Issues(kind=K.PROVISIONAL_AMOUNT_DECISION),),
            serves=(
                Serves(document=K.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.CLAIMANT),
                Serves(document=K.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.ADMINISTRATOR),
            ),
            note=Text(
                "担保物尚未变价的，只为行使表决权而定：该数额计入无财产担保债权总额；变价以后按实际不足的数额。"
            ),
        ),
        Transition(
            name="waive_security",
            label=Text("放弃优先受偿权"),
            sources=(*NOT_FIXED, S.CONFIRMED, S.JUDGED, S.SETTLED),
            target=None,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 59(3)", "EBL 110"),
            payload=WithReason,
            guards=(guards.is_secured_and_not_waived,),
            sets={"security_waived": True},
            does=("follow_votes",),
            note=Text("放弃后作为普通债权表决和受偿，不得撤回；请附债权人的书面声明。"),
        ),
        *TIE_ROWS,
        Transition(
            name="withdraw_claim",
            label=Text("撤回申报"),
            sources=(S.FILED, S.REGISTERED, S.REVIEWED, S.LISTED),
            target=S.WITHDRAWN,
            actor=LegalActor.CREDITOR,
            recorded_by=WITH_ADMINISTRATOR | SYSTEM,
            basis=cite("EBL 4", "CPL 13(2)"),
            payload=WithReason,
            guards=(guards.nothing_was_set_off,),
            does=("follow_votes",),
        ),
    ),
)
