"""Guards of the sums of a remuneration: final amount, cap, what is paid or bound (AR 2, 4, 8, 10, 11, 16)."""

from models.remuneration import Remuneration
from models.vocabulary import (
    RemunerationBase,
)
from workflows.calculations.money import yuan
from workflows.calculations.remuneration_fixing import at_rates, legal_cap, rates_from, working_of_base
from workflows.contents import contents_of
from workflows.guards.remuneration import chosen_rates, others
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def short_of_bound(remuneration: Remuneration, attempt: Attempt, limit_fen: int) -> Obstacle | None:
    """Whether a limit is less than what was paid already, or fixed to be paid."""
    bound = bound_fen(remuneration, attempt)
    if limit_fen >= bound:
        return None
    return Obstacle(
        "below_what_was_paid",
        Text(
            "报酬{limit}元少于已支付和已确定支付的{bound}元。",
            limit=yuan(limit_fen),
            bound=yuan(bound),
        ),
        cite("AR 11(2)", "AR 10"),
    )


def bound_fen(remuneration: Remuneration, attempt: Attempt) -> int:
    """What was paid of a remuneration, or fixed to be paid, in fen."""
    found = contents_of(attempt).instalments()
    return sum(
        one.allowed_fen or 0
        for one in found
        if one.remuneration_id == remuneration.id and one.state in {"ALLOWED", "PAID"}
    )


def nothing_is_bound(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 11: what was paid, or fixed to be paid, is not given up."""
    bound = bound_fen(remuneration, attempt)
    if not bound:
        return None
    return Obstacle(
        "something_was_paid", Text("已支付或者已确定支付{bound}元。", bound=yuan(bound)), cite("AR 11(2)")
    )


def base_of(attempt: Attempt) -> int:
    """The value that a final amount is reckoned on, in fen, as the court's setting has it."""
    data = attempt.data
    return working_of_base(data["pool_fen"], data["expenses_fen"], after=deducts_expenses(attempt))[0]


def deducts_expenses(attempt: Attempt) -> bool:
    """Whether the court's setting takes the other expenses off the base."""
    return bool(attempt.settings["remuneration_base"] == RemunerationBase.AFTER)


def amount_is_within_the_cap(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 2, 16: what all administrators get is within the cap on the property finally used, to the fen."""
    base, amount = base_of(attempt), attempt.data["fixed_fen"]
    cap = legal_cap(base, remuneration.local_percent).fen
    besides = sum(one.fixed_fen or 0 for one in others(remuneration, attempt))
    if amount + besides <= cap:
        return None
    if besides:
        return Obstacle(
            "above_cap_together",
            Text(
                "按财产价值{base}元计算，报酬上限{cap}元；其他管理人已确定{besides}元，"
                "加上本次{amount}元，超出上限。",
                base=yuan(base),
                cap=yuan(cap),
                besides=yuan(besides),
                amount=yuan(amount),
            ),
            cite("AR 16", "AR 2(1)"),
        )
    return Obstacle(
        "above_cap",
        Text(
            "按财产价值{base}元计算，报酬上限{cap}元，确定的{amount}元超出上限。",
            base=yuan(base),
            cap=yuan(cap),
            amount=yuan(amount),
        ),
        cite("AR 2(1)"),
    )


def amount_follows_the_plan(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 4, 8: the rates of the plan hold until they are adjusted."""
    base, amount = base_of(attempt), attempt.data["fixed_fen"]
    most = at_rates(base, rates_from(remuneration.rates)).fen
    if amount <= most:
        return None
    return Obstacle(
        "above_plan",
        Text(
            "按方案的比例，财产价值{base}元的报酬为{most}元；要确定{amount}元，请先调整方案。",
            base=yuan(base),
            most=yuan(most),
            amount=yuan(amount),
        ),
        cite("AR 4", "AR 8(1)"),
    )


def amount_covers_what_is_bound(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 10, 11: the final amount is not less than what was paid, or fixed to be paid, already.

    Unless the property finally used bears less (AR 2, 16): what was paid above it is then given back.
    """
    base, amount = base_of(attempt), attempt.data["fixed_fen"]
    besides = sum(one.fixed_fen or 0 for one in others(remuneration, attempt))
    most = min(
        at_rates(base, rates_from(remuneration.rates)).fen,
        max(0, legal_cap(base, remuneration.local_percent).fen - besides),
    )
    if most < bound_fen(remuneration, attempt) and amount >= most:
        return None
    return short_of_bound(remuneration, attempt, amount)


def returned_was_too_much(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 2, 10: given back is what was paid above the final amount."""
    over = remuneration.paid_fen - (remuneration.fixed_fen or 0)
    if 0 < attempt.data["returned_fen"] <= over:
        return None
    return Obstacle(
        "more_than_overpaid",
        Text(
            "退回金额{returned}元须大于零，且不超过多付的{over}元。",
            returned=yuan(attempt.data["returned_fen"]),
            over=yuan(max(over, 0)),
        ),
        cite("AR 2(1)", "AR 10"),
    )


def plan_covers_what_is_bound(remuneration: Remuneration, attempt: Attempt) -> Obstacle | None:
    """AR 8, 11: a changed plan does not fall below what was paid, or fixed to be paid, already."""
    found = at_rates(attempt.data["forecast_fen"], chosen_rates(remuneration, attempt)).fen
    return short_of_bound(remuneration, attempt, found)
