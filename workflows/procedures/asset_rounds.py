"""财产: offered round by round until it is sold; a sale that falls through. Source: EBL 111, 112; I3-15."""

from models.vocabulary import AssetState, LegalActor
from workflows.guards import asset_money as money
from workflows.guards import assets as guards
from workflows.guards import double_entries, in_kind, rounds
from workflows.law.citations import cite
from workflows.payloads import realisation
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.disposal import AssetDisposed
from workflows.procedures.liquidation_terms import SYSTEM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Transition

S = AssetState

ASSET_ROUNDS = (
    Transition(
        name="offer",
        label=Text("确定变价方式，开始首轮"),
        sources=(S.TAKEN_OVER, S.APPRAISED),
        target=S.FOR_SALE,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 111", "EBL 112", "I3 15(2)"),
        payload=realisation.AssetOffered,
        guards=(rounds.appraisal_is_valid,),
        checks=(
            guards.method_fits,
            guards.report_is_named,
            rounds.resolution_stands,
            rounds.round_fits,
            rounds.appraisal_is_valid,
            rounds.first_reserve_is_high_enough,
        ),
        does=("record_offer", "open_round"),
    ),
    Transition(
        name="round_fails",
        label=Text("流拍"),
        sources=(S.FOR_SALE,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 112"),
        payload=WithRemark,
        guards=(rounds.a_round_is_open, rounds.round_has_ended),
        does=("record_no_bid",),
    ),
    Transition(
        name="open_round",
        label=Text("开始下一轮变价"),
        sources=(S.FOR_SALE,),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 111", "EBL 112"),
        payload=realisation.RoundOpened,
        guards=(rounds.no_round_is_open, rounds.appraisal_is_valid),
        checks=(
            rounds.method_is_auction_or_resolved,
            rounds.resolution_stands,
            rounds.round_fits,
            rounds.appraisal_is_valid,
            rounds.further_reserve_is_high_enough,
        ),
        does=("open_round",),
        note=Text("流拍、悔拍之后由此继续；改为协议转让或者实物分配的，须有债权人会议的决议。"),
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
        payload=realisation.SaleFailed,
        guards=(in_kind.is_nobody_s_share,),
        checks=(money.deposit_covers_what_is_kept, double_entries.kept_deposit_is_booked_once),
        does=("record_money", "forget_sale"),
        note=Text("保证金不予退还，归入债务人财产；已付价款超出保证金的部分同日退还买受人。"),
    ),
)
