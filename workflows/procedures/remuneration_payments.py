"""收取报酬: instalments from the estate, and what secured creditors pay. Source: AR 3, 11 to 13."""

from models.remuneration import Instalment
from models.vocabulary import (
    CollateralFeeState,
    DeadlineKind,
    DocumentKind,
    InstalmentState,
    LegalActor,
    RecipientKind,
)
from workflows.engine import Procedure
from workflows.guards import remuneration_payments as guards
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import cite
from workflows.payloads import remuneration_payments as payloads
from workflows.payloads.base import WithReason
from workflows.procedures.liquidation_terms import BENCH, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

S, C = InstalmentState, CollateralFeeState
DECISION, DECIDE = DocumentKind.REMUNERATION_DECISION, DeadlineKind.REM_PAY_DECIDE


def payee_is_in_office(instalment: Instalment) -> bool:
    """Whether the administrator who is paid still holds the office."""
    remuneration = getattr(instalment, "remuneration", None)
    return remuneration is None or remuneration.party.until_on is None


def payee_was_replaced(instalment: Instalment) -> bool:
    """Whether another holds the office now."""
    return not payee_is_in_office(instalment)


TOLD = (
    Serves(document=DECISION, on=RecipientKind.ADMINISTRATOR, when=payee_is_in_office),
    Serves(document=DECISION, on=RecipientKind.OUTGOING_ADMINISTRATOR, when=payee_was_replaced),
)

INSTALMENT = Procedure(
    name="instalment",
    label=Text("收取报酬"),
    states=InstalmentState,
    terminal=(S.PAID, S.REFUSED, S.RECALLED),
    transitions=(
        Transition(
            name="ask_payment",
            label=Text("申请收取报酬"),
            sources=(),
            target=S.ASKED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 11(1)", "AR 3"),
            payload=payloads.PaymentAsked,
            guards=(guards.case_has_an_estate,),
            documents=(Issues(kind=DocumentKind.REMUNERATION_REQUEST),),
            serves=(Serves(document=DocumentKind.REMUNERATION_REQUEST, on=RecipientKind.COURT),),
            checks=(
                guards.remuneration_may_be_paid,
                guards.amount_is_within_the_remuneration,
                guards.estate_can_pay_it,
            ),
            starts=(Starts(kind=DECIDE),),
            note=Text("行为日期为法院收到申请书之日，法院自该日起十日内确定支付的数额。"),
        ),
        Transition(
            name="allow_payment",
            label=Text("确定支付的报酬数额"),
            sources=(S.ASKED,),
            target=S.ALLOWED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AR 11(2)"),
            payload=payloads.PaymentAllowed,
            guards=(of_its_case(panel_is_formed), guards.remuneration_may_be_paid),
            checks=(
                guards.something_is_allowed,
                guards.allowed_is_what_was_asked_at_most,
                guards.amount_is_within_the_remuneration,
            ),
            ends=(DECIDE,),
            documents=(Issues(kind=DECISION),),
            serves=TOLD,
            does=("allow_payment",),
        ),
        Transition(
            name="refuse_payment",
            label=Text("不予支付报酬"),
            sources=(S.ASKED,),
            target=S.REFUSED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AR 11(2)"),
            payload=WithReason,
            guards=(of_its_case(panel_is_formed),),
            ends=(DECIDE,),
            documents=(Issues(kind=DECISION),),
            serves=TOLD,
            does=("refuse_payment",),
        ),
        Transition(
            name="pay_instalment",
            label=Text("支付报酬"),
            sources=(S.ALLOWED,),
            target=S.PAID,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 12(1)", "EBL 41③"),
            payload=payloads.InstalmentPaid,
            guards=(guards.case_has_an_estate, guards.remuneration_may_be_paid),
            checks=(guards.amount_is_within_the_remuneration, guards.instalment_is_there),
            does=("pay_instalment",),
        ),
        Transition(
            name="pay_instalment_part",
            label=Text("部分支付报酬"),
            sources=(S.ALLOWED,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("EBL 43(3)", "AR 12(1)"),
            payload=payloads.InstalmentPartPaid,
            guards=(guards.case_has_an_estate, guards.remuneration_may_be_paid),
            checks=(
                guards.part_of_instalment_is_a_part,
                guards.amount_is_within_the_remuneration,
                guards.instalment_is_there,
            ),
            does=("pay_instalment",),
            note=Text("款项不足以清偿所有破产费用的，按照比例清偿；未付部分仍然应付。"),
        ),
        Transition(
            name="withdraw_allowance",
            label=Text("撤销确定支付的数额"),
            sources=(S.ALLOWED,),
            target=S.RECALLED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AR 11(2)"),
            payload=WithReason,
            guards=(of_its_case(panel_is_formed), guards.nothing_of_it_was_paid),
            does=("refuse_payment",),
            documents=(Issues(kind=DECISION),),
            serves=TOLD,
            note=Text("报酬调整后低于已经确定支付的数额的，先撤销尚未支付的，再按调整后的报酬重新确定。"),
        ),
        Transition(
            name="recall_payment",
            label=Text("撤回收取报酬的申请"),
            sources=(S.ASKED,),
            target=S.RECALLED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("DESIGN"),
            payload=WithReason,
            cancels=(DECIDE,),
        ),
    ),
)

COLLATERAL_FEE = Procedure(
    name="collateralfee",
    label=Text("担保物报酬"),
    states=CollateralFeeState,
    terminal=(C.COLLECTED, C.DROPPED),
    transitions=(
        Transition(
            name="agree_collateral_fee",
            label=Text("登记与担保权人商定的报酬"),
            sources=(),
            target=C.AGREED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 13"),
            payload=payloads.CollateralAgreed,
            guards=(guards.case_has_an_estate,),
            checks=(guards.collateral_is_there,),
            note=Text("由担保权人支付，不从债务人财产中支付；商定的数额没有上限。"),
        ),
        Transition(
            name="ask_collateral_fee",
            label=Text("协商不成，请求法院确定报酬"),
            sources=(),
            target=C.ASKED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 13"),
            payload=payloads.OfCollateral,
            guards=(guards.case_has_an_estate,),
            checks=(guards.collateral_is_there,),
        ),
        Transition(
            name="agree_after_all",
            label=Text("协商一致"),
            sources=(C.ASKED,),
            target=C.AGREED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 13"),
            payload=payloads.AgreedAfterAll,
            does=("agree_after_all",),
        ),
        Transition(
            name="fix_collateral_fee",
            label=Text("确定担保物报酬"),
            sources=(C.ASKED,),
            target=C.FIXED,
            actor=LegalActor.COURT,
            recorded_by=BENCH,
            basis=cite("AR 13", "AR 2"),
            payload=payloads.CollateralFixed,
            guards=(of_its_case(panel_is_formed),),
            checks=(guards.fixed_is_within_a_tenth,),
            documents=(Issues(kind=DECISION),),
            serves=(
                Serves(document=DECISION, on=RecipientKind.ADMINISTRATOR),
                Serves(document=DECISION, on=RecipientKind.CLAIMANT),
            ),
            does=("fix_collateral_fee",),
        ),
        Transition(
            name="collect_collateral_fee",
            label=Text("收取担保物报酬"),
            sources=(C.AGREED, C.FIXED),
            target=C.COLLECTED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 13"),
            payload=payloads.InstalmentPaid,
            does=("collect_collateral_fee",),
        ),
        Transition(
            name="drop_collateral_fee",
            label=Text("不再收取担保物报酬"),
            sources=(C.ASKED, C.AGREED, C.FIXED),
            target=C.DROPPED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("AR 13"),
            payload=WithReason,
        ),
    ),
)
