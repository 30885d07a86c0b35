"""同一债务: how a claim hangs together with others for the same debt. Source: EBL 50 to 52; I3-4, I3-5."""

from models.vocabulary import ClaimState, LegalActor
from workflows.guards import one_debt
from workflows.law.citations import cite
from workflows.payloads.base import WithReason
from workflows.payloads.joint_parties import ClaimTied, LiabilityFixed
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = ClaimState
NOT_FIXED = (
    S.FILED,
    S.REGISTERED,
    S.REVIEWED,
    S.LISTED,
    S.VERIFIED,
    S.DISPUTED,
    S.SUED,
    S.ARBITRATED,
)
"""Where a claim's amount may still change."""

TIE_ROWS = (
    Transition(
        name="tie_claim",
        label=Text("认定与其他债权属于同一债务"),
        sources=(*NOT_FIXED, S.CONFIRMED, S.JUDGED, S.SETTLED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 50", "EBL 51", "SG 23(2)", "I3 5(2)"),
        payload=ClaimTied,
        guards=(one_debt.nothing_is_tied_to_it,),
        checks=(one_debt.principal_is_another_claim, one_debt.payment_before_fits),
        does=("tie_claim", "follow_votes"),
        note=Text("保证人、其他连带债务人的求偿权，或者连带债权人就同一债权的申报；一笔债务只受偿一次。"),
    ),
    Transition(
        name="untie_claim",
        label=Text("解除同一债务的认定"),
        sources=(*NOT_FIXED, S.CONFIRMED, S.JUDGED, S.SETTLED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 51"),
        payload=WithReason,
        guards=(one_debt.is_tied,),
        does=("untie_claim", "follow_votes"),
    ),
    Transition(
        name="fix_liability",
        label=Text("确定一般保证责任"),
        sources=(S.CONFIRMED, S.JUDGED, S.SETTLED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("I3 4(2)"),
        payload=LiabilityFixed,
        guards=(one_debt.debtor_is_a_general_guarantor,),
        checks=(one_debt.liability_is_within_the_claim,),
        does=("fix_liability",),
        note=Text("确定以前分配额提存；确定以后按确定的数额和清偿比例分配。"),
    ),
)
