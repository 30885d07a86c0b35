"""Guards of set-offs: the rows of EBL 40 and I2-41 to 46, each with its reason."""

from datetime import date
from types import SimpleNamespace

from models.claim import Claim
from models.estate import Asset
from models.set_off import SetOff
from models.vocabulary import AssetState, ClaimState, DeadlineKind, SetOffGround
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.deadlines import compute
from workflows.law import set_off as law
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Guard, Obstacle

G = SetOffGround
GONE = frozenset({AssetState.SOLD.value, AssetState.PAID.value, AssetState.RELEASED.value})
SAID = {
    G.DEBT_AFTER: Text("债权人在受理破产申请之日及以后才对债务人负有债务，不得抵销。"),
    G.ACQUIRED_AFTER: Text("债权是在受理破产申请之日及以后从他人处取得的，不得抵销。"),
    G.INDEBTED_KNOWINGLY: Text(
        "已知债务人不能清偿到期债务或者破产申请的事实而负担债务，且不属于法律规定或者申请一年前发生的原因，不得抵销。"
    ),
    G.ACQUIRED_KNOWINGLY: Text(
        "已知债务人不能清偿到期债务或者破产申请的事实而取得债权，且不属于法律规定或者申请一年前发生的原因，不得抵销。"
    ),
    G.SHAREHOLDER: Text("股东欠缴、抽逃出资或者滥用权利所负的债务，不得与其债权抵销。"),
}


def something_is_set_off(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40: a claim of something is set off against a debt of something."""
    data = attempt.data
    if data["asserted_fen"] > 0 and data.get("debt_fen", data["asserted_fen"]) > 0:
        return None
    return Obstacle("nothing_to_set_off", Text("主张抵销的债权额和所负债务须大于零。"), cite("EBL 40"))


def days_are_possible(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-42(1): a debt that is owed already, and a period for objection that ends after the notice."""
    debt_on, until = attempt.data["debt_on"], attempt.data.get("object_until_on")
    if debt_on > attempt.on:
        return Obstacle("debt_in_the_future", Text("负有债务的日期不能晚于收到通知之日。"), cite("EBL 40"))
    if until is None or until > attempt.on:
        return None
    return Obstacle("objection_before_notice", Text("约定的异议期限须在收到通知之后届满。"), cite("I2 42(1)"))


def case_is_going_on(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40: set-off is asserted while the procedure goes on."""
    if set_off.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束，或者已经最后分配，不再抵销。"), cite("EBL 40"))


def bar(ground: SetOffGround) -> Guard:
    """The guard of one bar of EBL 40 or I2-46: it stands in the way while the findings show it."""

    def guard(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
        days = law.days_of(set_off.case)
        if days is None or ground not in law.bars(set_off, days):
            return None
        return Obstacle(ground.value.lower(), SAID[ground], law.BASIS[ground])

    return guard


BARS = tuple(bar(ground) for ground in SAID)
"""Every bar as a guard of its own, so that each is told."""


def claim_named(set_off: SetOff, attempt: Attempt) -> Claim | None:
    """The claim of a set-off; of one that is about to begin, the claim that was typed."""
    serial = attempt.data.get("claim_serial")
    if set_off.claim is not None or serial is None:
        return set_off.claim
    return contents_of(attempt).claim(serial)


def asset_named(set_off: SetOff, attempt: Attempt) -> Asset | None:
    """The receivable of a set-off; of one that is about to begin, the one that was typed."""
    serial = attempt.data.get("asset_serial")
    if set_off.asset is not None or serial is None:
        return set_off.asset
    return contents_of(attempt).asset(serial)


def claim_stands(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40, 48: who sets off is a creditor whose claim is in the register."""
    claim = claim_named(set_off, attempt)
    if claim is not None and claim.state != ClaimState.WITHDRAWN.value:
        return None
    return Obstacle("no_such_claim", Text("没有这笔债权，或者其申报已经撤回。"), cite("EBL 40", "EBL 48(1)"))


def asserted_is_within_claim(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40: no more of a claim is set off than was accepted of it, or filed while it is not reviewed."""
    claim, asserted = claim_named(set_off, attempt), attempt.data["asserted_fen"]
    if claim is None or asserted <= claim.before_set_off_fen:
        return None
    return Obstacle(
        "asserted_exceeds_claim",
        Text(
            "主张抵销{asserted}元，超过第{serial}号债权的{amount}元（已确认、认定，未审查的为申报额）；请按债权额以内登记。",
            asserted=yuan(asserted),
            serial=claim.serial,
            amount=yuan(claim.before_set_off_fen),
        ),
        cite("EBL 40", "I2 42(1)"),
    )


def claim_is_reviewed(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-42(1): only a claim that was reviewed can be set off without dispute."""
    claim = claim_named(set_off, attempt)
    if claim is None or claim.fixed_fen is not None or claim.admitted_fen is not None:
        return None
    return Obstacle(
        "claim_not_reviewed",
        Text("第{serial}号债权尚未审查认定，不能确定可以抵销的数额。", serial=claim.serial),
        cite("I2 42(1)", "EBL 57(1)"),
    )


def something_is_left(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40: what was admitted and not yet set off can be set off, and no more."""
    claim = claim_named(set_off, attempt)
    if claim is None or claim.amount_fen > 0:
        return None
    return Obstacle(
        "nothing_to_set_off",
        Text("第{serial}号债权已经没有可以抵销的余额。", serial=claim.serial),
        cite("EBL 40"),
    )


def receivable_is_open(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 17, 40: a debt that was collected, sold or released cannot be set off any more."""
    asset = asset_named(set_off, attempt)
    if asset is None or asset.state not in GONE:
        return None
    return Obstacle(
        "receivable_is_gone",
        Text("第{serial}号财产已经收取、转让或者不再列入，不能再抵销。", serial=asset.serial),
        cite("EBL 17", "EBL 40"),
    )


def debt_fits_receivable(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40: not more of a recorded receivable is set off than is left to be collected."""
    asset = asset_named(set_off, attempt)
    left = None if asset is None else asset.to_collect_fen
    debt: int = attempt.data.get("debt_fen", set_off.debt_fen)
    if left is None or debt <= left:
        return None
    return Obstacle(
        "debt_exceeds_receivable",
        Text("债务{debt}元超过该应收款项尚待收取的{left}元。", debt=yuan(debt), left=yuan(left)),
        cite("EBL 40"),
    )


def set_off_benefits_estate(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-41(2): the administrator does not begin a set-off unless it benefits the estate."""
    if attempt.data["benefits_estate"]:
        return None
    return Obstacle(
        "no_benefit",
        Text("管理人不得主动抵销债务人与债权人的互负债务，抵销使债务人财产受益的除外。"),
        cite("I2 41(2)"),
    )


def objection_is_heard(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-43: that a debt was not due, or of another kind, is no ground of objection by itself."""
    grounds: list[SetOffGround] = attempt.data["grounds"]
    if any(ground.is_heard for ground in grounds):
        return None
    return Obstacle(
        "no_ground_of_objection",
        Text("仅以“{grounds}”为由提出异议的，人民法院不予支持。", grounds=grounds),
        cite("I2 43"),
    )


def objection_fits_findings(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """EBL 40, I2-45, 46: a ground that the findings do not show, or that priority overcomes, is none."""
    days = law.days_of(set_off.case)
    if days is None:
        return None
    shown = (*law.bars(set_off, days), G.NO_MUTUAL_DEBTS)
    empty = [ground for ground in attempt.data["grounds"] if ground.is_heard and ground not in shown]
    if not empty:
        return None
    protected = law.priority_protects(set_off) and any(ground.is_of_article_40 for ground in empty)
    reason = (
        Text("债权人以其有优先受偿权、且不超过该财产价值的债权抵销，“{grounds}”不成立。", grounds=empty)
        if protected
        else Text("审查查明的事实不能说明“{grounds}”；请先更正审查结果。", grounds=empty)
    )
    return Obstacle("ground_not_found", reason, cite("EBL 40", "I2 45", "I2 46"))


def last_day_to_sue(set_off: SetOff, attempt: Attempt) -> date:
    """I2-42(2): the agreed last day, or three months from the receipt of the notice."""
    if set_off.object_until_on is not None:
        return set_off.object_until_on
    calendar = attempt.settings["calendar"]
    return compute(DeadlineKind.SETOFF_OBJECT, set_off.received_on, calendar, on=attempt.on).due_on


def sued_in_time_or_excused(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-42(2): a late suit is not supported without a good reason."""
    last = last_day_to_sue(set_off, attempt)
    if (attempt.data["posted_on"] or attempt.on) <= last or attempt.data["late_reason"]:
        return None
    return Obstacle(
        "suit_too_late",
        Text("异议期限至{last}届满；逾期起诉的，须写明正当理由。", last=last),
        cite("I2 42(2)"),
    )


def window_is_over(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-42: a set-off stands without a decision only once nobody can sue in time any more."""
    last = last_day_to_sue(set_off, attempt)
    if attempt.on > last:
        return None
    return Obstacle("window_is_open", Text("管理人的异议期限至{last}尚未届满。", last=last), cite("I2 42(2)"))


def was_made_before_acceptance(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-44: a set-off within six months before the acceptance, the acceptance itself not counted."""
    days, made_on = law.days_of(set_off.case), attempt.data["made_on"]
    if days is None or days.look_back_begins_on <= made_on < days.accepted_on:
        return None
    return Obstacle(
        "not_within_look_back",
        Text(
            "只能追究受理前六个月内的抵销，即{first}起、{accepted}以前。",
            first=days.look_back_begins_on,
            accepted=days.accepted_on,
        ),
        cite("I2 44"),
    )


def debtor_was_insolvent(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-44: only if the state of EBL 2(1) was there already."""
    if attempt.data["insolvent_then"]:
        return None
    return Obstacle("debtor_was_solvent", Text("抵销时债务人须已经具备破产原因。"), cite("I2 44", "EBL 2(1)"))


def facts_of_article_40_are_there(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-44: only if the debt or the claim came about as in EBL 40② or ③."""
    days = law.days_of(set_off.case)
    facts = SimpleNamespace(**attempt.data)
    if days is None or law.is_indebted_knowingly(facts, days) or law.is_acquired_knowingly(facts, days):
        return None
    return Obstacle(
        "not_of_article_40",
        Text("抵销的债权、债务须属于明知而负担债务或者明知而取得债权的情形。"),
        cite("I2 44", "EBL 40②", "EBL 40③"),
    )


def prior_suit_is_in_time(set_off: SetOff, attempt: Attempt) -> Obstacle | None:
    """I2-44: the administrator sues within three months from the acceptance."""
    accepted, calendar = set_off.case.accepted_on, attempt.settings["calendar"]
    if accepted is None:
        return None
    last = compute(DeadlineKind.SETOFF_PRIOR_SUIT, accepted, calendar, on=attempt.on).due_on
    if (attempt.data["posted_on"] or attempt.on) <= last:
        return None
    return Obstacle(
        "prior_suit_too_late",
        Text("应当自受理之日起三个月内起诉，期限至{last}届满。", last=last),
        cite("I2 44"),
    )
