"""财产: from discovery to money in the estate's account. Source: EBL 30, 111, 112; section 11.6."""

from models.vocabulary import AssetState, LegalActor
from workflows.engine import Procedure
from workflows.guards import asset_money as money
from workflows.guards import assets as guards
from workflows.guards import double_entries, in_kind, rounds
from workflows.law.citations import cite
from workflows.payloads import estate, realisation
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.refused_things import Resold
from workflows.procedures.asset_records import ASSET_RECORDS
from workflows.procedures.asset_rounds import ASSET_ROUNDS
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = AssetState

ASSET = Procedure(
    name="asset",
    label=Text("债务人财产"),
    states=AssetState,
    terminal=(S.PAID, S.DISTRIBUTED, S.RELEASED),
    transitions=(
        Transition(
            name="find_asset",
            label=Text("登记查明的财产"),
            sources=(),
            target=S.FOUND,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)②", "EBL 30"),
            payload=estate.AssetFound,
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
            does=("record_takeover",),
        ),
        *(
            Transition(
                name=name,
                label=label,
                sources=sources,
                target=target,
                actor=LegalActor.ADMIN,
                recorded_by=WITH_ADMINISTRATOR,
                basis=cite("EBL 25(1)②", "EBL 111"),
                payload=realisation.AssetAppraised,
                checks=(rounds.appraisal_days_fit,),
                does=("record_appraisal",),
                note=Text(
                    "报告没有写明有效期的，按本院设定的月数自评估基准日起计算；重新评估的以最近一次为准。"
                ),
            )
            for name, label, sources, target in (
                ("appraise", Text("评估"), (S.TAKEN_OVER,), S.APPRAISED),
                ("appraise_again", Text("重新评估"), (S.APPRAISED, S.FOR_SALE), None),
            )
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
        *ASSET_ROUNDS,
        Transition(
            name="receive_part",
            label=Text("部分价款到账"),
            sources=(S.SOLD,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)⑥", "EBL 112"),
            payload=realisation.MoneyReceived,
            guards=(money.is_sold_for_money,),
            checks=(
                money.something_came_in,
                money.price_is_not_complete,
                double_entries.deposit_is_booked_once,
            ),
            does=("record_money",),
        ),
        Transition(
            name="receive_price",
            label=Text("价款到账"),
            sources=(S.SOLD,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)⑥", "EBL 112"),
            payload=realisation.MoneyReceived,
            guards=(money.is_sold_for_money,),
            checks=(money.price_is_complete, double_entries.deposit_is_booked_once),
            does=("record_money",),
            note=Text("填写使价款付清的最后一笔；先付一部分的用“部分价款到账”。"),
        ),
        Transition(
            name="collect_part",
            label=Text("收取部分款项"),
            sources=(S.TAKEN_OVER, S.APPRAISED),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 17", "EBL 25(1)⑥"),
            payload=realisation.MoneyReceived,
            guards=(guards.is_collected_not_sold, guards.something_is_left_to_collect),
            checks=(money.something_came_in, double_entries.cash_is_booked_once),
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
            payload=realisation.MoneyReceived,
            guards=(guards.is_collected_not_sold, guards.something_is_left_to_collect),
            checks=(double_entries.cash_is_booked_once,),
            does=("record_money",),
        ),
        Transition(
            name="receive_difference",
            label=Text("补足差额到账"),
            sources=(S.SOLD,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 114", "EBL 115(2)④", "DESIGN"),
            payload=realisation.MoneyReceived,
            guards=(money.is_given_in_kind, in_kind.a_difference_is_owed),
            checks=(in_kind.the_difference_is_paid_whole, double_entries.deposit_is_booked_once),
            does=("record_money",),
            note=Text("作价多于该债权人分配额的部分，由其以货币付清后才能分配。"),
        ),
        Transition(
            name="return_difference",
            label=Text("退还补足的差额"),
            sources=(S.SOLD, S.PAID),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 114", "EBL 118", "DESIGN"),
            payload=realisation.DifferenceReturned,
            guards=(money.is_given_in_kind, in_kind.a_difference_may_go_back),
            checks=(in_kind.the_difference_is_there,),
            does=("return_difference",),
            note=Text("差额是债权人自己的款项，不适用二个月视为放弃的规定；不受领实物的，全额退还。"),
        ),
        Transition(
            name="sell_refused",
            label=Text("变卖拒绝受领的实物"),
            sources=(S.SOLD,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=SYSTEM,
            basis=cite("EBL 118", "DESIGN"),
            payload=Resold,
            does=("record_resale", "record_money"),
            note=Text("随案件页的“变卖拒绝受领的实物”一并完成。"),
        ),
        Transition(
            name="distribute_in_kind",
            label=Text("实物分配完毕"),
            sources=(S.SOLD,),
            target=S.DISTRIBUTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 114", "EBL 112"),
            payload=realisation.HandedOver,
            guards=(
                money.is_given_in_kind,
                in_kind.is_somebody_s_share,
                in_kind.the_difference_still_stands,
                in_kind.collateral_is_not_dearer,
            ),
            does=("hand_over",),
            note=Text("作价抵作该债权人的分配额，在分配方案中列明。"),
        ),
        Transition(
            name="hand_over",
            label=Text("交付、过户"),
            sources=(S.PAID,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 25(1)⑥", "EBL 112"),
            payload=realisation.HandedOver,
            guards=(money.is_not_handed_over,),
            does=("hand_over",),
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
            does=("record_offer_withdrawn",),
            note=Text("权利人取回、放弃或者经查不属于债务人。"),
        ),
        *ASSET_RECORDS,
    ),
)
