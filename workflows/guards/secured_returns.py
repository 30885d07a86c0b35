"""Guards of payments out of collateral that come back: which, to which account again (EBL 109; DESIGN)."""

from models.secured_return import SecuredReturn
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

BASIS = cite("EBL 109", "DESIGN")


def account_is_kept(returned: SecuredReturn, attempt: Attempt) -> Obstacle | None:
    """EBL 25(1)⑥: money comes back while the estate's account is kept."""
    if returned.case.state in {state.value for state in (*RUNNING, *AFTER_FINAL)}:
        return None
    return Obstacle("estate_is_closed", Text("本案程序已经结束。"), cite("EBL 25(1)⑥"))


def a_secured_claim_was_paid(returned: SecuredReturn, attempt: Attempt) -> Obstacle | None:
    """EBL 109: what comes back was paid out of collateral, stands in the ledger, and comes back once."""
    serial = attempt.data["entry_serial"]
    entry = contents_of(attempt).secured_entry(serial)
    if entry is None:
        why = Text("第{serial}号分录不是以担保物价款清偿担保债权的付款。", serial=serial)
        return Obstacle("no_secured_payment", why, BASIS)
    if entry.undone:
        return Obstacle("entry_is_undone", Text("第{serial}号分录已经冲正。", serial=serial), BASIS)
    if entry.returned:
        why = Text("第{serial}号分录的付款已登记退回。", serial=serial)
        return Obstacle("returned_before", why, BASIS)
    if attempt.on < entry.on:
        why = Text("退回日期不得早于付款日期{day}。", day=entry.on)
        return Obstacle("returned_before_it_was_paid", why, BASIS)
    return None


def account_is_another(returned: SecuredReturn, attempt: Attempt) -> Obstacle | None:
    """DESIGN: it goes to an account written since it came back, or to one that was checked."""
    account = contents_of(attempt).account_of(returned.claim.party_id)
    if account is None:
        return Obstacle("no_account", Text("债权人没有收款账户；请先在该债权的收款账户中登记。"), BASIS)
    if account != returned.account_id or attempt.data["again"]:
        return None
    return Obstacle(
        "same_account",
        Text("退回后收款账户没有更正。请先登记更正后的账户；经核实账户无误的，请勾选仍用该账户。"),
        BASIS,
    )
