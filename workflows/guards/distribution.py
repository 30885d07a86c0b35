"""Guards of distributions and of shares in escrow: rows 23, 24, 31 of section 5."""

from datetime import date

from models.case import Case
from models.vocabulary import FIXED_CLAIMS, DeadlineKind, ShareState
from workflows.calculations.money import yuan
from workflows.calendar import WorkingCalendar
from workflows.contents import contents_of
from workflows.deadlines import compute
from workflows.guards.application import clock_of
from workflows.guards.asset_costs import kept_back_fen
from workflows.guards.in_kind import in_kind_fen
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

IN_FORCE = frozenset({"RECOGNISED", "COURT_RULED"})


def plan_is_in_force(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 116(1): the administrator carries out a plan that the court has recognised, or ruled itself."""
    if case.flags.get("distribution_plan") in IN_FORCE:
        return None
    return Obstacle(
        "no_plan_in_force",
        Text("分配方案须经债权人会议通过并由法院裁定认可，或者由法院裁定通过。"),
        cite("EBL 115(3)", "EBL 116(1)", "EBL 65(2)"),
    )


def somebody_is_paid(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 113: money is distributed to claims that are fixed, or laid aside for those that are not yet."""
    if attempt.data["pool_fen"] > 0 and contents_of(attempt).claims_in(*FIXED_CLAIMS):
        return None
    return Obstacle(
        "nobody_to_pay", Text("没有已经确定的债权，或者分配总额为零。"), cite("EBL 113(1)", "EBL 59(1)")
    )


def money_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 113(1), 114, 116(1): distributed is money that came in and was not paid out, and things given."""
    contents = contents_of(attempt)
    there = contents.undistributed_fen() + in_kind_fen(attempt)
    if attempt.data["pool_fen"] <= there:
        return None
    return Obstacle(
        "money_is_not_there",
        Text(
            "可供分配的款项为{there}元，不足本次分配总额{pool}元；请先登记财产变价、收回的款项。算式：{working}",
            there=yuan(max(there, 0)),
            pool=yuan(attempt.data["pool_fen"]),
            working=list(contents.estate().working()),
        ),
        cite("EBL 113(1)", "EBL 116(1)"),
    )


def asked_spendings_are_left(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 43(1), 113(1): what was asked for and not decided comes before creditors, if it is approved."""
    contents = contents_of(attempt)
    asked = sum(one.amount_fen - kept_back_fen(one) for one in contents.spendings_asked())
    there = contents.undistributed_fen() + in_kind_fen(attempt)
    if asked <= 0 or attempt.data["pool_fen"] <= there - asked:
        return None
    return Obstacle(
        "spendings_undecided",
        Text(
            "可供分配的款项{there}元中，{asked}元为已经申请、尚未审批的破产费用和共益债务，应当先行清偿；"
            "请先审批这些申请，或者减少本次分配总额。",
            there=yuan(max(there, 0)),
            asked=yuan(asked),
        ),
        cite("EBL 43(1)", "EBL 113(1)"),
    )


def the_plan_covers_it(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 115(2)③, 116(1): all distributions together stay within what the plan divides."""
    left = contents_of(attempt).plan_limit_fen()
    if left is None or attempt.data["pool_fen"] <= left:
        return None
    return Obstacle(
        "beyond_the_plan",
        Text(
            "分配方案可供债权分配的数额扣除以前各次分配后余{left}元，不足本次分配总额。",
            left=yuan(max(left, 0)),
        ),
        cite("EBL 115(2)③", "EBL 116(1)"),
    )


def announcement_is_made(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 116(2), 118: an announcement has been made; its day starts the two months and lies not ahead."""
    if attempt.data["announced_on"] <= attempt.on:
        return None
    return Obstacle(
        "announced_ahead",
        Text("公告日期{day}晚于今天；请在公告之后登记。", day=attempt.data["announced_on"]),
        cite("EBL 116(2)", "EBL 118"),
    )


def announcement_says_final(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 116(2), 117(2): the announcement says that it is the last and states what becomes of escrow."""
    if attempt.data["says_final"]:
        return None
    return Obstacle(
        "not_said_final",
        Text("最后分配的公告须载明其为最后分配和第一百一十七条第二款规定的事项。"),
        cite("EBL 116(2)", "EBL 117(2)"),
    )


def conditional_share_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 117: only a share that was deposited for a condition is settled by it."""
    if contents_of(attempt).share(attempt.data["claim_serial"], ShareState.CONDITIONAL):
        return None
    return Obstacle(
        "no_conditional_share", Text("该债权没有因附条件而提存的分配额。"), cite("EBL 117(1)", "EBL 117(2)")
    )


def a_litigated_share_waits(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 119: some share was laid aside for a claim in suit or arbitration."""
    if case.flags.get("litigated_shares"):
        return None
    return Obstacle("no_litigated_shares", Text("本案没有因诉讼、仲裁未决而提存的分配额。"), cite("EBL 119"))


def litigated_share_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 119: only what was deposited for a claim in suit or arbitration."""
    if contents_of(attempt).share(attempt.data["claim_serial"], ShareState.LITIGATED):
        return None
    return Obstacle("no_litigated_share", Text("该债权没有因诉讼、仲裁未决而提存的分配额。"), cite("EBL 119"))


def last_day_to_win(case: Case, attempt: Attempt) -> date | None:
    """EBL 119: two years from the end of the procedure; None before it.

    Where a share was laid aside only after the end, out of what was found then (EBL 123), it is that end too.
    """
    clock = clock_of(case, DeadlineKind.LITIGATION_ESCROW)
    if clock is not None:
        return clock.due_on
    end = clock_of(case, DeadlineKind.SUPPLEMENTARY_DISTRIBUTION)
    if end is None:
        return None
    calendar: WorkingCalendar = attempt.settings["calendar"]
    return compute(DeadlineKind.LITIGATION_ESCROW, end.trigger_on, calendar, on=attempt.on).due_on


def litigation_is_over_or_too_old(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 119: paid once the claim is fixed; to the others if it is fixed at nothing, or not in two years."""
    contents, serial = contents_of(attempt), attempt.data["claim_serial"]
    claim, fixed_on = contents.claim(serial), contents.fixed_on(serial)
    last = last_day_to_win(case, attempt)
    too_late = last is not None and (attempt.on if fixed_on is None else fixed_on) > last
    if attempt.data["to_creditor"]:
        if fixed_on is not None:
            return None
    elif too_late or (fixed_on is not None and claim is not None and not claim.amount_fen):
        return None
    elif fixed_on is not None:
        return Obstacle(
            "share_is_the_creditors",
            Text("债权已由生效裁判确定，其分配额应当付给该债权人；多提存的部分自动分配给其他债权人。"),
            cite("EBL 119"),
        )
    return Obstacle(
        "litigation_not_over",
        Text("债权尚未由生效裁判确定；自程序终结之日起满二年仍不能受领的，分配给其他债权人。"),
        cite("EBL 119"),
    )


def shares_are_laid_aside(case: Case) -> bool:
    """EBL 117, 119: whether the distribution just made lays shares aside; their creditors are told."""
    return bool(case.flags.get("laid_aside"))
