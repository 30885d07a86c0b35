"""破: the shares of a distribution are paid in money, a file at a time (row 23, carried out)."""

from models.vocabulary import LegalActor
from workflows.guards import payments as guards
from workflows.guards import refused_things
from workflows.law.citations import cite
from workflows.payloads import payments as payloads
from workflows.payloads import refused_things as refusals
from workflows.procedures.liquidation_terms import AFTER_FINAL, WITH_ADMINISTRATOR, S
from workflows.text import Text
from workflows.transition import Transition

THINGS_REFUSED = (
    Transition(
        name="refuse_thing",
        label=Text("债权人拒绝受领实物"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 114", "EBL 118", "DESIGN"),
        payload=refusals.ThingRefused,
        guards=(refused_things.a_thing_was_given,),
        checks=(refused_things.thing_may_be_refused,),
        does=("refuse_thing",),
        note=Text(
            "债权人会议通过的分配方案对其有约束力，不因拒绝改为货币支付；该实物为其提存，"
            "满二个月仍不领取的，视为放弃受领。"
        ),
    ),
    Transition(
        name="sell_refused_thing",
        label=Text("变卖拒绝受领的实物"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 112", "EBL 118", "DESIGN"),
        payload=refusals.RefusedThingSold,
        guards=(refused_things.a_thing_is_laid_aside,),
        checks=(
            refused_things.thing_is_laid_aside,
            refused_things.deposit_of_bidder_is_booked_once,
        ),
        does=("sell_refused_thing",),
        note=Text(
            "不宜保管、保管费用过高或者视为放弃受领的，变卖后提存价款。价款低于作价的，以价款为限；"
            "高于作价的部分归债务人财产。"
        ),
    ),
)
"""Things given in kind that their creditors do not take."""

PAYMENT_ROWS = (
    *THINGS_REFUSED,
    Transition(
        name="make_payment_file",
        label=Text("生成付款文件"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 114", "EBL 116(1)"),
        payload=payloads.PaymentFileMade,
        guards=(guards.a_payment_waits,),
        checks=(guards.a_payment_has_an_account,),
        does=("make_payment_file",),
        note=Text("列入该次分配中账户齐全的待支付款项；没有账户的另列，补正后再次生成。"),
    ),
    Transition(
        name="record_payment_results",
        label=Text("登记银行付款结果"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 114", "EBL 116(1)"),
        payload=payloads.PaymentResults,
        guards=(guards.a_file_is_with_the_bank,),
        checks=(guards.lines_are_with_the_bank,),
        does=("record_payment_results",),
        note=Text("已支付的视为交付；退回的更正账户后再次列入付款文件，或者依第一百一十八条提存。"),
    ),
    Transition(
        name="record_sent_back",
        label=Text("登记付款后的退汇"),
        sources=(S.LQ_DECLARED, *AFTER_FINAL),
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 116(1)", "EBL 118"),
        payload=payloads.PaymentsSentBack,
        guards=(guards.a_payment_was_made,),
        checks=(guards.were_paid, guards.came_back_after_it_was_paid),
        does=("record_sent_back",),
        note=Text(
            "款项重新记入应付分配款；更正账户后再次列入付款文件，或者依第一百一十八条提存，"
            "自退汇之日起满二个月仍不领取的，分配给其他债权人。"
        ),
    ),
)
