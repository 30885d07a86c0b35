"""财产: what is recorded of an asset beside its way to money. Source: EBL 19, 37, 41, 109."""

from models.vocabulary import AssetState, DocumentKind, LegalActor, RecipientKind
from workflows.guards import asset_costs as costs
from workflows.guards import encumbrances
from workflows.law.citations import cite
from workflows.payloads import realisation
from workflows.payloads.estate import OriginCorrected
from workflows.payloads.redemption import CollateralAskedBack
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S = AssetState
IN_THE_ESTATE = (S.FOUND, S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE, S.SOLD)
REALISED = (S.PAID, S.DISTRIBUTED)

ASSET_RECORDS = (
    Transition(
        name="record_encumbrance",
        label=Text("登记担保、查封等负担"),
        sources=(*IN_THE_ESTATE, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 25(1)②", "EBL 109"),
        payload=realisation.EncumbranceRecorded,
        checks=(
            encumbrances.claim_is_filed,
            encumbrances.claim_is_of_its_holder,
            encumbrances.since_is_not_in_the_future,
        ),
        does=("record_encumbrance",),
    ),
    Transition(
        name="ask_back_collateral",
        label=Text("通知取回质物、留置物"),
        sources=IN_THE_ESTATE,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 37(1)", "EBL 37(2)", "I2 25"),
        payload=CollateralAskedBack,
        guards=(encumbrances.something_burdens_it,),
        checks=(
            encumbrances.encumbrance_is_there,
            encumbrances.release_fits_its_kind,
            encumbrances.redemption_is_within_value,
            encumbrances.redemption_was_reported,
        ),
        does=("ask_back_collateral",),
        documents=(Issues(kind=DocumentKind.COLLATERAL_NOTICE),),
        serves=(Serves(document=DocumentKind.COLLATERAL_NOTICE, on=RecipientKind.COUNTERPARTY),),
        note=Text("取回以后登记“解除负担”，不填金额的，以通知所载的金额和报告日期为准。"),
    ),
    Transition(
        name="lift_encumbrance",
        label=Text("解除负担"),
        sources=(*IN_THE_ESTATE, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 19", "EBL 37", "I2 25"),
        payload=realisation.EncumbranceLifted,
        guards=(encumbrances.something_burdens_it,),
        checks=(
            encumbrances.encumbrance_is_there,
            encumbrances.release_fits_its_kind,
            encumbrances.redemption_is_within_value,
            encumbrances.redemption_was_reported,
        ),
        does=("lift_encumbrance",),
        note=Text("受理后解除查封、扣押、冻结；清偿或者替代担保取回质物、留置物，以该物当时的价值为限。"),
    ),
    Transition(
        name="record_cost",
        label=Text("登记变价费用"),
        sources=(S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE, S.SOLD, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 41"),
        payload=realisation.CostRecorded,
        checks=(
            costs.cost_is_something,
            costs.spending_bears_it,
            costs.cost_is_not_there_yet,
            costs.cost_is_within_what_it_brings,
        ),
        does=("record_cost",),
        note=Text("只登记变价这一项财产直接产生的费用和税款；尚无支出的，账上为其留存款项。"),
    ),
    Transition(
        name="tie_cost",
        label=Text("对应支出"),
        sources=(S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE, S.SOLD, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 41", "EBL 43(1)"),
        payload=realisation.CostTied,
        guards=(costs.a_cost_is_open,),
        checks=(costs.cost_is_open, costs.spending_bears_it),
        does=("tie_cost",),
        note=Text("一笔支出可以对应几项财产的费用，合计不超过该支出；一项费用只由一笔支出负担。"),
    ),
    Transition(
        name="strike_cost",
        label=Text("撤销误记的变价费用"),
        sources=(S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE, S.SOLD, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 41"),
        payload=realisation.CostStruck,
        guards=(costs.a_cost_stands,),
        checks=(costs.cost_is_there,),
        does=("strike_cost",),
    ),
    Transition(
        name="correct_origin",
        label=Text("补正取得原因"),
        sources=(*IN_THE_ESTATE, *REALISED),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 25(1)②", "EBL 30"),
        payload=OriginCorrected,
        does=("correct_origin",),
    ),
)
