"""What the steps of remuneration, its instalments, collateral's fees and the court fee do (AR, FEE)."""

from collections.abc import Callable
from typing import cast

from court_app.services.estate import estate_account, estate_postings
from court_app.services.fees.making_fees import agreed, put_court_fee, put_plan
from court_app.services.procedure import parts
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import CollateralFee, CourtFee, Instalment, Remuneration
from models.vocabulary import LedgerAccount, RemunerationBase, RemunerationState
from workflows.calculations.instalments import working_of_payment
from workflows.calculations.remuneration_fixing import (
    rates_from,
    working_of_base,
    working_of_collateral,
    working_of_final,
)
from workflows.text import Text, freeze


def remuneration_of(taken: Taken) -> Remuneration:
    """The remuneration whose step it is."""
    return cast(Remuneration, taken.subject)


def instalment_of(taken: Taken) -> Instalment:
    """The application whose step it is."""
    return cast(Instalment, taken.subject)


def record_remuneration_report(taken: Taken) -> None:
    """When the plan was reported to the meeting."""
    remuneration_of(taken).reported_on = taken.on


def adjust_remuneration(taken: Taken) -> None:
    """The changed plan takes the place of the old; a final amount must be fixed anew."""
    remuneration = remuneration_of(taken)
    taken.found.update(old_planned_fen=remuneration.planned_fen, adjusted=True, changed_by=taken.row.name)
    put_plan(remuneration, taken.data, taken.case.court.settings)
    remuneration.changed_on = taken.on
    remuneration.pool_fen = remuneration.expenses_fen = remuneration.base_fen = None
    remuneration.fixed_fen = remuneration.fixed_on = None


def record_remuneration_objection(taken: Taken) -> None:
    """When the objection reached the court; whatever was answered before concerned an earlier one (AR 17)."""
    remuneration_of(taken).objected_on, remuneration_of(taken).objection_answered_on = taken.on, None


def record_objection_answered(taken: Taken) -> None:
    """When the court answered the objection (AR 18(3))."""
    remuneration_of(taken).objection_answered_on = taken.on


def tell_objection_refused(taken: Taken) -> None:
    """The notice says that nothing is changed."""
    taken.found.update(adjusted=False, changed_by=taken.row.name)


def record_hired_agency(taken: Taken) -> None:
    """Whom the administrator has hired, and who pays (AR 14)."""
    remuneration, data = remuneration_of(taken), taken.data
    hired = {
        "agency": data["agency"],
        "profession": data["profession"].value,
        "fee_fen": data["fee_fen"],
        "from_estate": data["from_estate"],
        "on": taken.on.isoformat(),
    }
    remuneration.hired = [*remuneration.hired, hired]


def fix_remuneration(taken: Taken) -> None:
    """The final amount with its base and working (AR 2, 10)."""
    remuneration, data = remuneration_of(taken), taken.data
    after = taken.settings["remuneration_base"] == RemunerationBase.AFTER
    base, working = working_of_base(data["pool_fen"], data["expenses_fen"], after=after)
    remuneration.pool_fen, remuneration.expenses_fen = data["pool_fen"], data["expenses_fen"]
    remuneration.base_fen, remuneration.fixed_fen, remuneration.fixed_on = base, data["fixed_fen"], taken.on
    local = remuneration.local_percent
    lines = [*working, *working_of_final(base, rates_from(remuneration.rates), local, data["fixed_fen"])]
    remuneration.working = [freeze(line) for line in lines]
    settle_if_paid(taken, remuneration)


def settle_if_paid(taken: Taken, remuneration: Remuneration) -> None:
    """What is fixed finally and wholly paid is settled."""
    fixed = remuneration.state == RemunerationState.FIXED.value
    if fixed and remuneration.fixed_fen == remuneration.paid_fen:
        parts.take_within(taken, remuneration, "settle_remuneration")


def allow_payment(taken: Taken) -> None:
    """The amount the court has fixed, and how it stands to the whole (AR 11(2))."""
    instalment, allowed = instalment_of(taken), taken.data["allowed_fen"]
    instalment.allowed_fen, instalment.answered_on = allowed, taken.on
    instalment.answer = taken.data["reason"]
    found = CaseContents(taken.occasion.session, taken.case).instalments()
    working = working_of_payment(found, instalment, allowed)
    instalment.working = [freeze(line) for line in working]


def refuse_payment(taken: Taken) -> None:
    """Why nothing is paid."""
    instalment = instalment_of(taken)
    instalment.answer, instalment.answered_on = taken.data["reason"], taken.on


def pay_instalment(taken: Taken) -> None:
    """What the court has fixed is paid, or a part of it; the remuneration may be settled by it."""
    instalment = instalment_of(taken)
    remuneration = instalment.remuneration
    paid: int = taken.data.get("paid_fen", instalment.unpaid_fen)
    instalment.paid_fen, instalment.paid_on = instalment.paid_fen + paid, taken.on
    remuneration.paid_fen += paid
    if taken.data["voucher"]:
        instalment.flags = {**instalment.flags, "voucher": taken.data["voucher"]}
    settle_if_paid(taken, remuneration)
    estate_postings.pay_fee(
        taken.occasion,
        taken.case,
        estate_account.cause_of(taken),
        LedgerAccount.EXP_REMUNERATION,
        paid,
        Text("支付第{serial}期管理人报酬", serial=instalment.serial),
        taken.data["voucher"],
    )


def return_remuneration(taken: Taken) -> None:
    """What was paid above the final amount is the estate's again."""
    remuneration, returned = remuneration_of(taken), taken.data["returned_fen"]
    remuneration.paid_fen -= returned
    estate_postings.pay_fee(
        taken.occasion,
        taken.case,
        estate_account.cause_of(taken),
        LedgerAccount.EXP_REMUNERATION,
        -returned,
        Text("退回多付的管理人报酬"),
        taken.data["voucher"],
    )
    settle_if_paid(taken, remuneration)


def agree_after_all(taken: Taken) -> None:
    """The sum that administrator and secured creditor have agreed."""
    fee = cast(CollateralFee, taken.subject)
    fee.amount_fen, fee.settled_on = taken.data["amount_fen"], taken.on
    fee.working = [freeze(agreed(taken.data["amount_fen"]))]


def fix_collateral_fee(taken: Taken) -> None:
    """What the court has fixed, with its working (AR 13)."""
    fee, data = cast(CollateralFee, taken.subject), taken.data
    fee.value_fen, fee.claim_fen = data["value_fen"], data["claim_fen"]
    fee.amount_fen, fee.settled_on = data["amount_fen"], taken.on
    local = int(taken.settings["remuneration_local_percent"])
    lines = working_of_collateral(data["value_fen"], data["claim_fen"], local)
    fee.working = [freeze(line) for line in lines]


def collect_collateral_fee(taken: Taken) -> None:
    """When the secured creditor paid."""
    cast(CollateralFee, taken.subject).collected_on = taken.on


def reckon_court_fee(taken: Taken) -> None:
    """The fee on property that has changed."""
    fee = cast(CourtFee, taken.subject)
    put_court_fee(fee, taken.data, taken.case.court.settings)
    fee.reckoned_on = taken.on


def pay_court_fee(taken: Taken) -> None:
    """When the fee, or what was still to be paid of it, was paid, by which receipt."""
    fee = cast(CourtFee, taken.subject)
    rest = fee.amount_fen - fee.paid_in_part_fen
    fee.paid_on, fee.reference = taken.data["paid_on"], taken.data["voucher"]
    book_court_fee(taken, rest, Text("交纳案件受理费"))


def pay_court_fee_part(taken: Taken) -> None:
    """A part of the fee was paid, and the rest is owed still (EBL 43(3))."""
    fee, paid = cast(CourtFee, taken.subject), taken.data["paid_fen"]
    fee.flags = {**fee.flags, "paid_in_part_fen": fee.paid_in_part_fen + paid}
    book_court_fee(taken, paid, Text("部分交纳案件受理费"))


def book_court_fee(taken: Taken, fen: int, text: Text) -> None:
    """What has left the bank for the fee."""
    cause = estate_account.Cause(taken.data["paid_on"], taken.event.id)
    account, voucher = LedgerAccount.EXP_COURT, taken.data["voucher"]
    estate_postings.pay_fee(taken.occasion, taken.case, cause, account, fen, text, voucher)


FEE_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_remuneration_report": record_remuneration_report,
    "adjust_remuneration": adjust_remuneration,
    "tell_objection_refused": tell_objection_refused,
    "record_remuneration_objection": record_remuneration_objection,
    "record_objection_answered": record_objection_answered,
    "record_hired_agency": record_hired_agency,
    "fix_remuneration": fix_remuneration,
    "allow_payment": allow_payment,
    "refuse_payment": refuse_payment,
    "pay_instalment": pay_instalment,
    "return_remuneration": return_remuneration,
    "agree_after_all": agree_after_all,
    "fix_collateral_fee": fix_collateral_fee,
    "collect_collateral_fee": collect_collateral_fee,
    "reckon_court_fee": reckon_court_fee,
    "pay_court_fee": pay_court_fee,
    "pay_court_fee_part": pay_court_fee_part,
}
