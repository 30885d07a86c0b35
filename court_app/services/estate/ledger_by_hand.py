"""Entries that are made by hand, and reversals: by the administrator of the case or the court's team."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select

from court_app.errors import BadInput, Forbidden, NotFound
from court_app.services.casework import cases
from court_app.services.estate import double_entries, estate_account, secured_dues, secured_entries
from court_app.services.estate.estate_account import Posting, reversed_ids
from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from models import AgreedEntry, Case, Claim, LedgerEntry, LedgerLine
from models.vocabulary import FIXED_CLAIMS, CaseType, EntrySource, LedgerAccount, ManualEntryKind, Role
from workflows.calculations.bookkeeping import BY_HAND, LEAVES_THE_ESTATE, OWED_FIRST, by_hand, signed
from workflows.calculations.money import yuan
from workflows.law.settings import read_settings
from workflows.payloads.ledger import ManualEntry, Reversal
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING, WITH_ADMINISTRATOR
from workflows.text import Text

M = ManualEntryKind
BY_THE_JUDGE = frozenset({M.ADJUST_IN, M.ADJUST_OUT})
"""Adjustments are the judge's: nobody who keeps the account puts it right alone (DESIGN)."""
OF_A_CLAIM = {M.LATE_COST: LedgerAccount.LATE_COSTS, M.SECURED_PAID: LedgerAccount.SECURED}
TAKES_WHAT_IS_FREE = frozenset({M.FEE})
"""What is paid out of what belongs to nobody else."""
KEPT_IN = frozenset(state.value for state in (*RUNNING, *AFTER_FINAL))


def may_keep(occasion: Occasion, case: Case) -> bool:
    """Whether the person may make entries in the case now."""
    of_a_bankruptcy = case.case_type == CaseType.BK_CASE and case.state in KEPT_IN
    return of_a_bankruptcy and bool(cases.roles_in(occasion, case) & WITH_ADMINISTRATOR)


def held(occasion: Occasion, case_id: int) -> Case:
    """A case whose account the person keeps, locked until the transaction ends.

    Raises:
        Forbidden: if he does not.
    """
    case = cases.hold_shared(occasion, case_id)
    must_keep(occasion, case)
    return case


def must_keep(occasion: Occasion, case: Case) -> None:
    """Stop whoever does not keep the account of the case.

    Raises:
        Forbidden: if the person does not.
    """
    if not may_keep(occasion, case):
        raise Forbidden(Text("只有本案管理人和办案人员可以在程序进行中记账。"))


def enter(occasion: Occasion, case_id: int, raw: Mapping[str, Any]) -> LedgerEntry:
    """Make an entry by hand, with its event in the docket.

    Raises:
        Forbidden: if the person does not keep the account, or only a judge may make such an entry.
        ValidationError: if what was supplied is not well formed.
        BadInput: if there is no sum, a wrong day, or more goes out than there is.
    """
    case = held(occasion, case_id)
    data = ManualEntry().load(dict(raw))
    kind, fen, on = data["kind"], data["amount_fen"], data["effective_on"] or occasion.today
    check_day(occasion, case, on)
    if kind in BY_THE_JUDGE and Role.JUDGE not in cases.roles_in(occasion, case):
        raise Forbidden(Text("“{kind}”只能由承办法官记账。", kind=kind))
    if fen <= 0:
        raise BadInput({"amount_fen": [Text("金额须大于零。")]})
    check_what_goes_out(occasion, case, kind, fen)
    if kind == M.OPENING and not data["other_money"]:
        double_entries.check_cash_assets(occasion, case)
    double_entries.check_reference(occasion, case, kind, fen, data["reference"])
    serial = check_claim(occasion, case, kind, fen, data["claim_serial"])
    told = {"kind": kind.value, "amount_fen": fen, "reason": data["reason"]}
    entry = estate_account.post(
        occasion,
        case,
        Posting(
            on=on,
            text=words_of(kind, serial),
            sides=by_hand(kind, fen, in_cash=data["in_cash"]),
            source=EntrySource.MANUAL,
            source_serial=serial,
            event_id=note(occasion, case, "enter_ledger", on, told),
            reason=data["reason"],
            reference=data["reference"],
        ),
    )
    if entry is None:
        raise BadInput({"amount_fen": [Text("金额须大于零。")]})
    return entry


def words_of(kind: ManualEntryKind, claim_serial: int | None) -> Text:
    """How an entry by hand names itself."""
    if claim_serial:
        return Text("{kind}（第{serial}号债权）", kind=kind, serial=claim_serial)
    return Text("{kind}", kind=kind)


def check_day(occasion: Occasion, case: Case, on: date) -> None:
    """An entry is neither of the future nor of the time before the acceptance."""
    if on > occasion.today:
        raise BadInput({"effective_on": [Text("行为日期不得晚于今天。")]})
    if case.accepted_on and on < case.accepted_on:
        raise BadInput({"effective_on": [Text("记账日期不得早于受理日{day}。", day=case.accepted_on)]})


def check_what_goes_out(occasion: Occasion, case: Case, kind: ManualEntryKind, fen: int) -> None:
    """No more goes out than is owed to whom it goes; fees above the threshold are asked for as a spending.

    Raises:
        BadInput: with both figures.
    """
    if kind not in LEAVES_THE_ESTATE:
        return
    estate = CaseContents(occasion.session, case).estate()
    owed = BY_HAND[kind][0]
    if owed in OWED_FIRST and fen > estate.owed(owed):
        raise too_much(fen, Text("“{account}”账上为{sum}元", account=owed, sum=signed(estate.owed(owed))))
    outside = estate.owed(LedgerAccount.ESCROW, LedgerAccount.DEPOSITORY)
    if kind == M.ESCROW_OUT and fen > outside:
        raise too_much(fen, Text("尚未交提存机构的提存款为{sum}元", sum=signed(outside)))
    if kind in TAKES_WHAT_IS_FREE and fen > estate.spendable_fen:
        raise too_much(fen, Text("可用款项为{sum}元", sum=signed(estate.spendable_fen)))
    most = int(read_settings(case.court.settings)["spending_alone_up_to"]) * 100
    if kind == M.FEE and fen > most:
        raise too_much(fen, Text("手续费以{sum}元为限，超过的请申请支出", sum=yuan(most)))


def too_much(fen: int, why: Text) -> BadInput:
    """More than there is."""
    return BadInput({"amount_fen": [Text("金额{sum}元过大：{why}。", sum=yuan(fen), why=why)]})


def check_claim(
    occasion: Occasion, case: Case, kind: ManualEntryKind, fen: int, serial: int | None
) -> int | None:
    """The claim that an entry is about: its cost if late (EBL 56(1)), its amount if secured (EBL 109).

    Raises:
        BadInput: if it is not named, not there, or more would be booked than is due.
    """
    if kind not in OF_A_CLAIM:
        return None
    claim = CaseContents(occasion.session, case).claim(serial or 0)
    if claim is None:
        raise BadInput({"claim_serial": [Text("请填写本案债权表中的债权序号。")]})
    if kind == M.SECURED_PAID:
        check_secured(occasion, case, claim, fen)
        return claim.serial
    due = claim.late_cost_fen or 0
    before = abs(
        int(
            occasion.session.scalar(
                select(func.coalesce(func.sum(LedgerLine.debit_fen - LedgerLine.credit_fen), 0))
                .join(LedgerEntry, LedgerEntry.id == LedgerLine.entry_id)
                .where(
                    LedgerEntry.case_id == case.id,
                    LedgerEntry.source_serial == claim.serial,
                    LedgerEntry.source == EntrySource.MANUAL,
                    LedgerEntry.id.not_in(reversed_ids(case)),
                    LedgerLine.account == OF_A_CLAIM[kind],
                )
            )
            or 0
        )
    )
    if fen > due - before:
        raise too_much(fen, Text("该债权应为{due}元，已记{before}元", due=yuan(due), before=yuan(before)))
    return claim.serial


def check_secured(occasion: Occasion, case: Case, claim: Claim, fen: int) -> None:
    """A secured claim that is fixed is paid what its assets brought it, and no more (EBL 109, 110, 132).

    Raises:
        BadInput: if it has no security, is not fixed, or more would be paid than it is still to have.
    """
    due = secured_dues.dues_by_claim(occasion.session, case).get(claim.serial)
    if due is None and not claim.class_paid.is_secured:
        raise BadInput({"claim_serial": [Text("该债权没有财产担保，或者已经放弃优先受偿。")]})
    if claim.state not in {state.value for state in FIXED_CLAIMS}:
        wrong = Text("该债权尚未确定，不能清偿；款项留存至债权确定。")
        raise BadInput({"claim_serial": [wrong]})
    met, paid = (due.met_fen, due.paid_fen) if due else (0, 0)
    if fen > met - paid:
        raise too_much(
            fen,
            Text("其担保物价款中应付该债权{met}元，已付{paid}元", met=yuan(met), paid=yuan(paid)),
        )


def reverse(occasion: Occasion, case_id: int, serial: int, raw: Mapping[str, Any]) -> LedgerEntry:
    """Reverse an entry that was made by hand; what a step has entered is put right by a step.

    Raises:
        NotFound: if there is none of that number.
        BadInput: if it was not made by hand, was reversed before, or the money is not there any more.
    """
    case = held(occasion, case_id)
    data = Reversal().load(dict(raw))
    on = data["effective_on"] or occasion.today
    entry = find(occasion, case, serial)
    check_day(occasion, case, on)
    if on < entry.on:
        raise BadInput({"effective_on": [Text("冲正日期不得早于原分录日期{day}。", day=entry.on)]})
    why = why_not_reversed(occasion, entry)
    if why is not None:
        raise BadInput({"reason": [why]})
    adjusts = any(line.account is LedgerAccount.ADJUSTMENT for line in entry.lines)
    if adjusts and Role.JUDGE not in cases.roles_in(occasion, case):
        raise Forbidden(Text("调整分录只能由承办法官冲正。"))
    told = {"entry": serial, "reason": data["reason"]}
    event_id = note(occasion, case, "reverse_ledger", on, told)
    made = estate_account.undo(occasion, case, entry, on, data["reason"], event_id)
    if made is None:
        raise BadInput({"reason": [Text("第{serial}号分录已经冲正。", serial=serial)]})
    return made


def why_not_reversed(occasion: Occasion, entry: LedgerEntry) -> Text | None:
    """Why an entry cannot be reversed by hand; nothing if it can."""
    if entry.source != EntrySource.MANUAL:
        return Text("由步骤生成的分录不能手工冲正，请通过相应步骤更正。")
    if is_reversed(occasion, entry):
        return Text("第{serial}号分录已经冲正。", serial=entry.serial)
    if secured_entries.is_returned(occasion.session, entry):
        return Text("该笔付款已登记银行退回，请在“担保债权付款退回”中继续处理。")
    if is_matched(occasion, entry):
        return Text("该分录已与银行流水核对，请先取消核对。")
    return None


def find(occasion: Occasion, case: Case, serial: int) -> LedgerEntry:
    """An entry of a case by its number.

    Raises:
        NotFound: if there is none.
    """
    entry = occasion.session.scalar(
        select(LedgerEntry).where(LedgerEntry.case_id == case.id, LedgerEntry.serial == serial)
    )
    if entry is None:
        raise NotFound(Text("本案没有第{serial}号分录。", serial=serial))
    return entry


def is_reversed(occasion: Occasion, entry: LedgerEntry) -> bool:
    """Whether an entry was reversed."""
    chosen = select(func.count(LedgerEntry.id)).where(LedgerEntry.reverses_id == entry.id)
    return bool(occasion.session.scalar(chosen))


def is_matched(occasion: Occasion, entry: LedgerEntry) -> bool:
    """Whether the bank says an entry too."""
    lines = [line.id for line in entry.lines]
    return bool(
        occasion.session.scalar(
            select(func.count(AgreedEntry.id)).where(AgreedEntry.ledger_line_id.in_(lines))
        )
    )


def note(occasion: Occasion, case: Case, step: str, on: date, payload: dict[str, Any]) -> int:
    """Write an entry into the docket too; returns the id of the event."""
    event = cases.enter(occasion, case, "ledger", step, payload, basis="EBL 25(1)⑥", on=on)
    occasion.session.flush()
    return event.id
