"""财产: from discovery to money in the estate's account. Source: EBL 30, 111, 112; section 11.6."""

from models.vocabulary import AssetState, LegalActor
from workflows.engine import Procedure
from workflows.guards import assets as guards
from workflows.law.citations import cite
from workflows.payloads import estate as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.disposal import AssetDisposed
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = AssetState

ASSET = Procedure(
    name="asset",
    label=Text("债务人财产"),
    states=AssetState,
    terminal=(S.PAID, S.RELEASED),
    transitions=(
        Transition(
            name="find_asset",
            label=Text("登记查明的财产"),
            sources=(),
            target=S.FOUND,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)②", "EBL 30"),
            payload=payloads.AssetFound,
            guards=(guards.estate_is_open,),
        ),
        Transition(
            name="take_over_asset",
            label=Text("接管该项财产"),
            sources=(S.FOUND,),
            target=S.TAKEN_OVER,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)①"),
            payload=WithRemark,
            guards=(guards.taken_over_in_the_case,),
        ),
        Transition(
            name="appraise",
            label=Text("评估"),
            sources=(S.TAKEN_OVER,),
            target=S.APPRAISED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)②", "EBL 111"),
            payload=payloads.AssetAppraised,
            does=("record_appraisal",),
        ),
        Transition(
            name="permit_disposal",
            label=Text("许可处分重大财产"),
            sources=(S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("EBL 26", "EBL 69"),
            payload=WithReason,
            guards=(guards.is_major,),
            sets={"court_permitted": True},
        ),
        Transition(
            name="offer",
            label=Text("确定变价方式"),
            sources=(S.TAKEN_OVER, S.APPRAISED),
            target=S.FOR_SALE,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 111", "EBL 112", "I3 15(2)"),
            payload=payloads.AssetOffered,
            checks=(guards.method_fits, guards.report_is_named),
            does=("record_offer",),
        ),
        Transition(
            name="withdraw_offer",
            label=Text("停止变价"),
            sources=(S.FOR_SALE,),
            target=S.APPRAISED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 111", "I3 15(4)"),
            payload=WithReason,
            does=("record_offer_withdrawn",),
        ),
        Transition(
            name="sell",
            label=Text("成交"),
            sources=(S.FOR_SALE,),
            target=S.SOLD,
            actor=LegalActor.ADMIN,
            recorded_by=SYSTEM,
            basis=cite("EBL 112"),
            payload=AssetDisposed,
            does=("record_sale",),
            note=Text("随案件页的“变价处分财产”一并完成。"),
        ),
        Transition(
            name="sale_falls_through",
            label=Text("买受人悔拍，重新变价"),
            sources=(S.SOLD,),
            target=S.FOR_SALE,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 112"),
            payload=WithReason,
            does=("forget_sale",),
        ),
        Transition(
            name="receive_price",
            label=Text("价款到账"),
            sources=(S.SOLD,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)⑥", "EBL 112"),
            payload=payloads.AssetPaid,
            does=("record_money",),
        ),
        Transition(
            name="collect",
            label=Text("收取款项"),
            sources=(S.TAKEN_OVER, S.APPRAISED),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 17", "EBL 25(1)⑥"),
            payload=payloads.AssetPaid,
            guards=(guards.is_collected_not_sold, guards.something_is_left_to_collect),
            does=("record_money",),
        ),
        Transition(
            name="release",
            label=Text("不再列入债务人财产"),
            sources=(S.FOUND, S.TAKEN_OVER, S.APPRAISED, S.FOR_SALE),
            target=S.RELEASED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 38", "EBL 30"),
            payload=WithReason,
            note=Text("权利人取回、放弃或者经查不属于债务人。"),
        ),
    ),
)
