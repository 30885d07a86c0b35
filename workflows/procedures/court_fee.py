"""案件受理费: reckoned on the property, paid after the liquidation. Source: FEE 14, 20, 42."""

from models.vocabulary import CourtFeeState, DocumentKind, LegalActor, RecipientKind
from workflows.engine import Procedure
from workflows.guards import court_fee as guards
from workflows.law.citations import cite
from workflows.payloads import court_fee as payloads
from workflows.procedures.liquidation_terms import BENCH, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S, NOTICE = CourtFeeState, DocumentKind.COURT_FEE_NOTICE
TOLD = (Serves(document=NOTICE, on=RecipientKind.ADMINISTRATOR),)
PLACES = cite("FEE 14⑥", "FEE 13①", "FEE 20(2)", "FEE 42")

COURT_FEE = Procedure(
    name="courtfee",
    label=Text("案件受理费"),
    states=CourtFeeState,
    terminal=(S.PAID, S.WAIVED),
    transitions=(
        Transition(
            name="reckon_court_fee",
            label=Text("核定案件受理费"),
            sources=(),
            target=S.FIXED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=PLACES,
            payload=payloads.CourtFeeReckoned,
            guards=(guards.case_was_accepted, guards.no_fee_is_there),
            documents=(Issues(kind=NOTICE),),
            serves=TOLD,
            note=Text("财产案件标准减半，最高三十万元；不得预收，清算后从破产财产中拨付，属于破产费用。"),
        ),
        Transition(
            name="waive_court_fee",
            label=Text("登记强制清算已收取受理费"),
            sources=(),
            target=S.WAIVED,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("CLM2009 20", "FEE 14⑥"),
            payload=payloads.CourtFeeWaived,
            guards=(guards.case_was_accepted, guards.no_fee_is_there),
            note=Text("强制清算转入破产清算的，不再另行收取。"),
        ),
        Transition(
            name="reckon_court_fee_anew",
            label=Text("重新核定案件受理费"),
            sources=(S.FIXED,),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=PLACES,
            payload=payloads.CourtFeeReckoned,
            checks=(guards.fee_covers_what_was_paid,),
            documents=(Issues(kind=NOTICE),),
            serves=TOLD,
            does=("reckon_court_fee",),
        ),
        Transition(
            name="pay_court_fee",
            label=Text("交纳案件受理费"),
            sources=(S.FIXED,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("FEE 20(2)", "FEE 42", "EBL 41①"),
            payload=payloads.CourtFeePaid,
            guards=(guards.liquidation_is_done,),
            checks=(guards.fee_was_paid_by_today, guards.court_fee_is_there),
            does=("pay_court_fee",),
        ),
        Transition(
            name="pay_court_fee_part",
            label=Text("部分交纳案件受理费"),
            sources=(S.FIXED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 43(3)", "FEE 42", "EBL 41①"),
            payload=payloads.CourtFeePartPaid,
            guards=(guards.liquidation_is_done,),
            checks=(
                guards.fee_was_paid_by_today,
                guards.part_of_fee_is_a_part,
                guards.court_fee_is_there,
            ),
            does=("pay_court_fee_part",),
            note=Text("款项不足以清偿所有破产费用的，按照比例清偿；未付部分仍然应付。"),
        ),
    ),
)
