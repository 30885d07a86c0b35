"""Guards of the ways in which a liquidation ends: rows 14 to 27 of section 5."""

from models.case import Case
from models.vocabulary import AssetState, LiquidationState
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import yuan
from workflows.calculations.shortage import cover
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

HELD = (AssetState.FOUND, AssetState.TAKEN_OVER, AssetState.APPRAISED, AssetState.FOR_SALE, AssetState.SOLD)
"""Assets that have not yet become money."""


def no_termination_is_asked(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43(4), 120: one request at a time waits for its ruling."""
    if not case.flags.get("termination_asked"):
        return None
    return Obstacle(
        "termination_asked",
        Text("管理人已经提请终结，等待裁定。"),
        cite("EBL 43(4)", "EBL 120(3)"),
    )


def a_termination_is_asked(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43(4), 120(3): what is refused must have been asked for."""
    if case.flags.get("termination_asked"):
        return None
    return Obstacle("no_termination_asked", Text("管理人没有提请终结。"), cite("EBL 43(4)", "EBL 120(3)"))


def estate_does_not_cover_the_expenses(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43(4): only if the estate does not cover the bankruptcy expenses; other debts do not count."""
    if attempt.data["estate_fen"] < attempt.data["expenses_fen"]:
        return None
    return Obstacle(
        "expenses_are_covered",
        Text("债务人财产足以清偿破产费用，不能依第四十三条第四款提请终结。"),
        cite("EBL 43(4)", "EBL 41"),
    )


def ledger_bears_it_out(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43(4): nobody can say that there is less than stands on the estate's account."""
    contents = contents_of(attempt)
    now = cover(contents.estate().for_costs_fen, contents.outstanding_costs())
    if attempt.data["estate_fen"] >= now.money_fen:
        return None
    return Obstacle(
        "ledger_says_more",
        Text(
            "账上可用于破产费用的款项为{there}元，已登记未付的破产费用为{owed}元；债务人财产不得少于账上款项。",
            there=signed(now.money_fen),
            owed=signed(now.expenses_fen),
        ),
        cite("EBL 43(4)", "EBL 41"),
    )


def nobody_advances_the_expenses(case: Case, attempt: Attempt) -> Obstacle | None:
    """AR 12(2): where somebody advances the expenses, the case goes on."""
    if attempt.data["nobody_advances"]:
        return None
    return Obstacle(
        "expenses_are_advanced",
        Text("有人愿意垫付破产费用的，程序继续进行，请改为登记垫付。"),
        cite("AR 12(2)", "AR 12(3)"),
    )


def not_declared_or_overridden(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 105 names no last moment; after the declaration the court must say that it allows it."""
    if not case.flags.get("declared") or attempt.data["after_declaration"]:
        return None
    return Obstacle(
        "already_declared",
        Text("债务人已被宣告破产；法律没有规定宣告后能否认可自行和解，确需认可的须由法院明确选择。"),
        cite("EBL 105", "EBL 107(2)"),
    )


def agreement_is_unanimous(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 105: the debtor agrees with all creditors."""
    if attempt.data["unanimous"] and attempt.data["agreed_on"] <= attempt.on:
        return None
    return Obstacle(
        "not_unanimous", Text("协议须由债务人与全体债权人达成，且不得晚于裁定日。"), cite("EBL 105")
    )


def all_due_debts_are_covered(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 108: all due debts, not some."""
    if attempt.data["all_due_debts"]:
        return None
    return Obstacle(
        "not_all_due_debts", Text("须担保或者清偿全部到期债务，部分清偿不能终结。"), cite("EBL 108")
    )


def nothing_is_left_to_distribute(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 120(1): what came in has gone to expenses and to those who come before the creditors (EBL 113).

    The ledger knows what was spent: a figure that is only told excuses nothing.
    """
    contents = contents_of(attempt)
    left = contents.undistributed_fen()
    if left <= 0:
        return None
    return Obstacle(
        "something_is_left",
        Text(
            "账上仍有{left}元可供分配，不属于无财产可供分配；已经支付的破产费用、共益债务和担保债权请先记账。"
            "算式：{working}",
            left=yuan(left),
            working=list(contents.estate().working()),
        ),
        cite("EBL 120(1)", "EBL 113(1)"),
    )


def nothing_is_left_to_sell(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 111, 120(1): who still holds property has something to distribute."""
    if not contents_of(attempt).assets_in(*HELD):
        return None
    return Obstacle(
        "something_is_unsold",
        Text("仍有未变价或者价款未到账的财产，不属于无财产可供分配。"),
        cite("EBL 111", "EBL 120(1)"),
    )


def nothing_is_left_after_the_last(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 120(2): a last distribution is complete once nothing that could be distributed is left."""
    contents = contents_of(attempt)
    if not attempt.settings["nothing_left_before_termination_120"]:
        return None
    if held := contents.estate().differences_fen:
        return Obstacle(
            "difference_is_held",
            Text(
                "债权人为尚未领取的实物补足了差额{sum}元，最后分配尚未完结；请先登记交付该实物，"
                "或者登记债权人拒绝受领并退还差额。",
                sum=yuan(held),
            ),
            cite("EBL 114", "EBL 120(2)"),
        )
    if contents.undistributed_fen() <= 0:
        return None
    return Obstacle(
        "rest_is_undistributed",
        Text(
            "账上仍有{left}元可供分配，最后分配尚未完结；请先登记应当支付的费用，或者分配余款。算式：{working}",
            left=signed(contents.undistributed_fen()),
            working=list(contents.estate().working()),
        ),
        cite("EBL 120(2)", "EBL 116(1)"),
    )


def distribution_is_reported(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 120(2): the request after the final distribution comes with the distribution report."""
    if attempt.data["report"]:
        return None
    return Obstacle("no_distribution_report", Text("请提交破产财产分配报告。"), cite("EBL 120(2)"))


def shares_are_in_litigation(case: Case) -> bool:
    """EBL 119: whether shares were deposited for claims that are still in suit or arbitration."""
    return bool(case.flags.get("litigated_shares"))


def declared_with_the_end(case: Case) -> bool:
    """M2018-30: whether the ruling under article 43(4) declares the debtor bankrupt too (EBL 107(1))."""
    return bool(case.flags.get("declared_with_the_end"))


def declared_before_the_end(case: Case) -> bool:
    """Whether the ruling that ends the procedure only ends it."""
    return not declared_with_the_end(case)


def was_distributed_finally(case: Case) -> bool:
    """EBL 120(2): whether the last distribution has been made."""
    return case.state == LiquidationState.LQ_FINAL_DISTRIBUTED.value
