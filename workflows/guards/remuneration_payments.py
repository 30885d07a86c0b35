"""Guards of what is paid: instalments, hired agencies, what secured creditors pay (AR 11 to 14)."""

from models.remuneration import CollateralFee, Instalment, Remuneration
from models.vocabulary import ClaimClass, Payee, Profession, RemunerationState
from workflows.calculations.money import yuan
from workflows.calculations.remuneration_fixing import legal_collateral_cap
from workflows.contents import contents_of
from workflows.guards.money_for_costs import fee_not_there, not_a_part
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

S = RemunerationState
OWN_PROFESSION = {Payee.LAW_FIRM: Profession.LAW, Payee.ACCOUNTING_FIRM: Profession.ACCOUNTING}


def hired_agency_is_paid_by_whom_the_law_says(
    remuneration: Remuneration, attempt: Attempt
) -> Obstacle | None:
    """AR 14: a firm pays agencies of its own profession from its remuneration, a liquidation firm any."""
    if not attempt.data["from_estate"]:
        return None
    any_agency = remuneration.payee == Payee.LIQUIDATION_FIRM
    if not any_agency and OWN_PROFESSION.get(remuneration.payee) != attempt.data["profession"]:
        return None
    return Obstacle(
        "paid_from_remuneration",
        Text("破产清算事务所聘请任何机构、人员的费用，从其报酬中支付，不能列为破产费用。")
        if any_agency
        else Text("聘请本专业的其他机构、人员的费用，从管理人报酬中支付，不能列为破产费用。"),
        cite("AR 14(2)" if any_agency else "AR 14(1)"),
    )


def case_has_an_estate(part: Instalment | CollateralFee, attempt: Attempt) -> Obstacle | None:
    """AR 12: paid is while the case goes on, and after its last distribution."""
    if part.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束。"), cite("AR 12(1)"))


def remuneration_of(instalment: Instalment, attempt: Attempt) -> Remuneration | None:
    """The remuneration that an application is about, typed with it or known already."""
    if instalment.state:
        return instalment.remuneration
    serial = attempt.data["remuneration_serial"]
    return next((one for one in contents_of(attempt).remunerations() if one.serial == serial), None)


def remuneration_may_be_paid(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 4, 11, 18: paid is what was fixed, and not while an objection is under review."""
    found = remuneration_of(instalment, attempt)
    if found is None:
        return Obstacle(
            "no_such_remuneration", Text("本案没有这个序号的报酬方案。"), cite("AR 4", "AR 11(1)")
        )
    if found.state in {S.PLANNED.value, S.FIXED.value}:
        return None
    return Obstacle(
        "remuneration_not_open",
        Text("该报酬处于“{state}”，不能确定或者支付。", state=S(found.state)),
        cite("AR 11(2)", "AR 18(3)"),
    )


def nothing_of_it_was_paid(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 11: what was paid stays paid; where it is too much it is returned from the remuneration."""
    if not instalment.paid_fen:
        return None
    return Obstacle(
        "paid_in_part",
        Text(
            "已经支付{paid}元，不能撤销；确定最终报酬后，多付的从报酬中退回。", paid=yuan(instalment.paid_fen)
        ),
        cite("AR 11(2)"),
    )


def rest_fen(instalment: Instalment, attempt: Attempt, found: Remuneration) -> int:
    """What the remuneration leaves for this application, in fen: other open and paid ones taken off."""
    taken = sum(
        one.bound_fen
        for one in contents_of(attempt).instalments()
        if one.remuneration_id == found.id and one.serial != instalment.serial
    )
    return found.limit_fen - taken


def amount_is_within_the_remuneration(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 11: all that is paid is within what was fixed, finally or by the plan, to the fen."""
    found = remuneration_of(instalment, attempt)
    data = attempt.data
    amount = next(
        (data[name] for name in ("allowed_fen", "amount_fen") if name in data), instalment.allowed_fen or 0
    )
    if found is None or amount <= rest_fen(instalment, attempt, found):
        return None
    limit, rest = found.limit_fen, rest_fen(instalment, attempt, found)
    return Obstacle(
        "above_remuneration",
        Text(
            "报酬为{limit}元，其他申请已占用{taken}元，余{rest}元；{amount}元超出余额。",
            limit=yuan(limit),
            taken=yuan(limit - rest),
            rest=yuan(max(rest, 0)),
            amount=yuan(amount),
        ),
        cite("AR 10", "AR 11(2)"),
    )


def estate_can_pay_it(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 12(2): where the estate is too small, termination is asked for, unless somebody advances."""
    data = attempt.data
    if data["amount_fen"] <= data["estate_fen"]:
        return None
    return Obstacle(
        "estate_too_small",
        Text(
            "可供支付的财产{estate}元少于申请的{amount}元：管理人应当提请终结程序，"
            "但有人愿意垫付的除外；垫付款作为破产费用向垫付人随时清偿。",
            estate=yuan(data["estate_fen"]),
            amount=yuan(data["amount_fen"]),
        ),
        cite("AR 12(2)", "AR 12(3)", "EBL 43(4)"),
    )


def allowed_is_what_was_asked_at_most(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 11: fixed is at most what was applied for."""
    if attempt.data["allowed_fen"] <= instalment.asked_fen:
        return None
    return Obstacle(
        "more_than_asked",
        Text("确定支付的数额超过申请的{asked}元。", asked=yuan(instalment.asked_fen)),
        cite("AR 11(1)", "AR 11(2)"),
    )


def something_is_allowed(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 11(2): nothing allowed is a refusal."""
    if attempt.data["allowed_fen"] > 0:
        return None
    return Obstacle("nothing_allowed", Text("不予支付的，请记录“不予支付报酬”。"), cite("AR 11(2)"))


def instalment_is_there(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """AR 12, EBL 43: paid is what the estate has for it, never money of creditors or bidders."""
    wanted: int = attempt.data.get("paid_fen", instalment.unpaid_fen)
    return fee_not_there(attempt, "remunerations", instalment.remuneration.serial, wanted)


def part_of_instalment_is_a_part(instalment: Instalment, attempt: Attempt) -> Obstacle | None:
    """EBL 43(3): where expenses are paid pro rata, an instalment is paid in part and the rest is owed."""
    return not_a_part(attempt.data["paid_fen"], instalment.unpaid_fen)


def collateral_is_there(fee: CollateralFee, attempt: Attempt) -> Obstacle | None:
    """AR 13: charged is a creditor whose claim the very asset secures."""
    contents, data = contents_of(attempt), attempt.data
    asset, claim = contents.asset(data["asset_serial"]), contents.claim(data["claim_serial"])
    if asset is None or claim is None:
        return Obstacle("no_collateral", Text("没有这项财产或者这笔债权。"), cite("AR 13"))
    burdened = any(one.counts and one.claim_id == claim.id for one in asset.encumbrances)
    if claim.claim_class == ClaimClass.SEC and (burdened or claim.asset_id in {None, asset.id}):
        return None
    return Obstacle(
        "claim_not_secured", Text("该债权不是以这项财产担保的债权，不能向其收取报酬。"), cite("AR 13")
    )


def fixed_is_within_a_tenth(fee: CollateralFee, attempt: Attempt) -> Obstacle | None:
    """AR 13: at a tenth of the limits of AR 2, on the lower of net value and claim, to the fen."""
    data = attempt.data
    percent = int(attempt.settings["remuneration_local_percent"])
    cap = legal_collateral_cap(data["value_fen"], data["claim_fen"], percent).fen
    if data["amount_fen"] <= cap:
        return None
    return Obstacle(
        "above_collateral_cap",
        Text(
            "以净值和担保债权中较低的{base}元计算，上限{cap}元，确定的{amount}元超出上限。",
            base=yuan(min(data["value_fen"], data["claim_fen"])),
            cap=yuan(cap),
            amount=yuan(data["amount_fen"]),
        ),
        cite("AR 13", "AR 2(1)"),
    )
