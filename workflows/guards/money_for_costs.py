"""Guards of what is there for expenses and debts of common benefit, and in which rank: EBL 43."""

from dataclasses import replace

from models.spending import Spending
from models.vocabulary import Rank
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import yuan
from workflows.calculations.shortage import Cover, cover
from workflows.contents import contents_of
from workflows.guards.asset_costs import kept_back_fen, kept_back_for_named_fen
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def approved_is_there(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 43: approved is no more than there is and is not owed to others."""
    return not_there(attempt, spending.kind.rank, attempt.data["approved_fen"], kept_back_fen(spending))


def spent_is_there(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 43: spent is no more than there is and is not owed to others."""
    data = attempt.data
    return not_there(attempt, data["kind"].rank, data["amount_fen"], kept_back_for_named_fen(attempt))


def not_there(attempt: Attempt, rank: Rank, wanted_fen: int, kept_back_fen: int) -> Obstacle | None:
    """Why a sum cannot be approved, with its working; what is kept back for it is there for it."""
    estate = contents_of(attempt).estate()
    estate = replace(estate, costs_fen=estate.costs_fen - kept_back_fen)
    there = estate.spendable_in(rank)
    if wanted_fen <= there:
        return None
    return Obstacle(
        "money_is_not_there",
        Text(
            "{wanted}元超过可用款项{there}元。算式：{working}",
            wanted=yuan(wanted_fen),
            there=signed(there),
            working=list(estate.working_of_costs(rank)),
        ),
        cite("EBL 43(1)", "EBL 43(2)"),
    )


def cover_now(attempt: Attempt) -> Cover:
    """What is there against everything that is outstanding (EBL 43)."""
    contents = contents_of(attempt)
    return cover(contents.estate().for_costs_fen, contents.outstanding_costs())


def rank_is_kept(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 43(2)(3): where money is short, expenses come first, and a rank that is short shares pro rata."""
    now = cover_now(attempt)
    share = now.shares("spendings").get(spending.serial, 0)
    if now.all_is_covered or attempt.data["paid_fen"] <= share:
        return None
    return Obstacle(
        "rank_comes_first",
        Text(
            "款项不足以清偿所有破产费用和共益债务，本项按顺序和比例可付{share}元，不能支付{paid}元。算式：{working}",
            share=yuan(share),
            paid=yuan(attempt.data["paid_fen"]),
            working=list(now.working()),
        ),
        cite("EBL 43(2)", "EBL 43(3)"),
    )


def not_a_part(paid_fen: int, unpaid_fen: int) -> Obstacle | None:
    """Why a sum is no part of what is owed of a fee (EBL 43(3))."""
    if 0 < paid_fen < unpaid_fen:
        return None
    return Obstacle(
        "not_a_part",
        Text("部分支付的金额须大于零、少于未付的{unpaid}元；付清的请记录全部支付。", unpaid=yuan(unpaid_fen)),
        cite("EBL 43(3)"),
    )


def fee_not_there(attempt: Attempt, path: str, serial: int, fen: int) -> Obstacle | None:
    """Why a fee cannot be paid: what there is for costs does not pay it in its rank (EBL 43(2)(3))."""
    now = cover_now(attempt)
    share = now.shares(path).get(serial, 0)
    if fen <= share:
        return None
    estate = contents_of(attempt).estate()
    working = [*estate.working_of_costs(), *now.working()]
    return Obstacle(
        "fee_is_not_there",
        Text(
            "应付{amount}元，账上可用于清偿破产费用、共益债务的款项{there}元，本项可付{share}元。"
            "分配款、提存款、保证金和应付担保债权人的款项不能动用；有人垫付的请先登记收到垫付款。算式：{working}",
            amount=yuan(fen),
            there=signed(now.money_fen),
            share=yuan(share),
            working=working,
        ),
        cite("EBL 43(2)", "EBL 43(3)", "AR 12(2)"),
    )
