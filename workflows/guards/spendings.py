"""Guards of expenses and debts of common benefit: EBL 25(1)④, 41 to 43, 69; I3-1, 2; AR-12."""

from models.spending import Spending
from models.vocabulary import SpendingKind
from workflows.calculations.bookkeeping import signed
from workflows.calculations.money import yuan
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.law.counterparty import PRICES
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

REPORTED = (SpendingKind.CONTRACT, SpendingKind.LOAN)
"""EBL 69(1)④⑦: what must be reported to the committee, or to the court where there is none."""
MOST_YEARS_OFF = 10
"""How many years from the request a spending may fall due, either way (DESIGN)."""


def estate_is_kept(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 43(1): expenses arise and are paid while the case goes on, and until its account is closed."""
    if spending.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("estate_is_closed", Text("本案程序已经结束。"), cite("EBL 43(1)"))


def something_is_spent(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 41, 42: there is a sum."""
    if attempt.data["amount_fen"] > 0:
        return None
    return Obstacle("nothing_is_spent", Text("金额须大于零。"), cite("EBL 41", "EBL 42"))


def large_act_is_reported(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 69: loans and performing executory contracts are reported, at the latest with the request."""
    data = attempt.data
    if data["kind"] not in REPORTED or (data["reported_on"] and data["reported_on"] <= attempt.on):
        return None
    return Obstacle(
        "not_reported",
        Text("“{kind}”须先报告债权人委员会；没有债权人委员会的，报告人民法院。", kind=data["kind"]),
        cite("EBL 69(1)④", "EBL 69(1)⑦", "EBL 69(2)"),
    )


def report_is_possible(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 69: a report was made in the case, and not in the future."""
    reported, accepted = attempt.data["reported_on"], spending.case.accepted_on
    if reported is None or (reported <= attempt.on and (accepted is None or accepted <= reported)):
        return None
    return Obstacle(
        "report_is_not_possible",
        Text("报告日期{day}不得晚于申请之日，也不得早于受理破产申请之日。", day=reported),
        cite("EBL 69(1)", "EBL 69(2)"),
    )


def due_day_is_plausible(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: a day that lies further off than years is a slip of the pen."""
    due = attempt.data["due_on"]
    if due is None or abs(due.year - attempt.on.year) <= MOST_YEARS_OFF:
        return None
    return Obstacle(
        "due_day_is_not_plausible",
        Text("应付日期{day}与申请之日相差超过{years}年，请核对。", day=due, years=MOST_YEARS_OFF),
        cite("DESIGN"),
    )


def alone_up_to(attempt: Attempt) -> int:
    """Up to how many fen the administrator spends alone; a setting of the court."""
    return int(attempt.settings["spending_alone_up_to"]) * 100


def small_enough(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: above the court's threshold it is asked for, not spent."""
    asked, most = attempt.data["amount_fen"], alone_up_to(attempt)
    if asked <= most:
        return None
    return Obstacle(
        "above_the_threshold",
        Text(
            "金额{asked}元超过管理人可以自行决定的{most}元，请申请批准。",
            asked=yuan(asked),
            most=yuan(most),
        ),
        cite("EBL 25(1)④", "DESIGN"),
    )


def small_kind(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 69: neither what is paid back nor what must be reported is spent alone, however small."""
    if attempt.data["kind"] not in {*REPORTED, SpendingKind.ADVANCE}:
        return None
    return Obstacle(
        "kind_needs_approval",
        Text("“{kind}”不论金额大小均须申请批准。", kind=attempt.data["kind"]),
        cite("EBL 69(1)"),
    )


def fee_has_its_own_place(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """AR 11, FEE 42: remuneration and the court fee are fixed and paid as such, and booked once."""
    kind = attempt.data["kind"]
    if kind == SpendingKind.REMUNERATION:
        return Obstacle(
            "remuneration_is_no_spending",
            Text("管理人报酬由法院确定，请在“管理人报酬”中申请收取，不在支出中登记。"),
            cite("EBL 28(2)", "AR 11(1)"),
        )
    if kind == SpendingKind.COURT and contents_of(attempt).court_fees():
        return Obstacle(
            "court_fee_is_no_spending",
            Text("本案已经核定案件受理费，请在“案件受理费”中交纳，不在支出中登记。"),
            cite("FEE 20(2)", "FEE 42"),
        )
    return None


def common_ground_is_named(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """EBL 42, I2: a debt that only the interpretation makes common names its provision; no other does."""
    data = attempt.data
    by_reference = data["kind"] == SpendingKind.BY_REFERENCE
    if by_reference == (data["common_ground"] is not None):
        return None
    told = (
        Text("“{kind}”请选择条文依据。", kind=data["kind"])
        if by_reference
        else Text("只有“{kind}”才选择解释二的条文依据。", kind=SpendingKind.BY_REFERENCE)
    )
    return Obstacle("common_ground_unclear", told, cite("EBL 42", "I2 11(2)", "I2 30②", "I2 36(3)"))


def refund_has_its_own_place(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """I2-11(2), 36(3): a price is owed because something came back, is reckoned there and owed once."""
    if attempt.data["common_ground"] not in PRICES.values():
        return None
    return Obstacle(
        "refund_follows_the_return",
        Text("应退的价款在“撤销与追收”中，财产追回后“登记相对人的债权、债务”，不在支出中另行登记。"),
        cite("I2 11(2)", "I2 36(3)"),
    )


def approver_is_another(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: who asks does not approve."""
    if attempt.user_id is None or attempt.user_id != spending.asked_by_id:
        return None
    return Obstacle("asked_it_himself", Text("申请人不能批准自己的申请。"), cite("DESIGN"))


def approved_is_asked(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: approved is no more than was asked for, and something."""
    approved = attempt.data["approved_fen"]
    if 0 < approved <= spending.amount_fen:
        return None
    return Obstacle(
        "more_than_asked",
        Text(
            "批准金额{approved}元须大于零，且不超过申请金额{asked}元。",
            approved=yuan(approved),
            asked=yuan(spending.amount_fen),
        ),
        cite("DESIGN"),
    )


def advance_is_in_the_ledger(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """AR-12(3), I3-2: paid back is what was advanced or lent, as the ledger knows it."""
    if spending.kind not in {SpendingKind.ADVANCE, SpendingKind.LOAN}:
        return None
    owed = contents_of(attempt).estate().owed(spending.kind.account)
    if attempt.data["approved_fen"] <= owed:
        return None
    return Obstacle(
        "more_than_advanced",
        Text(
            "“{account}”账上为{owed}元，少于{approved}元；请先登记收到的垫付款、借款。",
            account=spending.kind.account,
            owed=signed(owed),
            approved=yuan(attempt.data["approved_fen"]),
        ),
        cite("AR 12(3)", "I3 2(1)"),
    )


def paid_is_approved(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: paid is no more than was approved and is still unpaid."""
    paid = attempt.data["paid_fen"]
    if 0 < paid <= spending.unpaid_fen:
        return None
    return Obstacle(
        "more_than_approved",
        Text(
            "支付金额{paid}元须大于零，且不超过已批准未支付的{unpaid}元。",
            paid=yuan(paid),
            unpaid=yuan(spending.unpaid_fen),
        ),
        cite("DESIGN"),
    )


def part_is_a_part(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: what pays everything is a payment, not a part of one."""
    if attempt.data["paid_fen"] < spending.unpaid_fen:
        return None
    return Obstacle("not_a_part", Text("付清的请记录“支付”。"), cite("DESIGN"))


def nothing_was_paid(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: what was paid in part is paid in full or stays open."""
    if not spending.paid_fen:
        return None
    return Obstacle("paid_in_part", Text("已经支付{paid}元。", paid=yuan(spending.paid_fen)), cite("DESIGN"))


def returned_was_paid(spending: Spending, attempt: Attempt) -> Obstacle | None:
    """DESIGN: no more comes back than was paid."""
    if 0 < attempt.data["returned_fen"] <= spending.paid_fen:
        return None
    return Obstacle(
        "more_than_paid",
        Text(
            "退回金额{returned}元须大于零，且不超过已支付的{paid}元。",
            returned=yuan(attempt.data["returned_fen"]),
            paid=yuan(spending.paid_fen),
        ),
        cite("DESIGN"),
    )
