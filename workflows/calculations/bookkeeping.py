"""Double entry: sides that balance, and how each thing that happens to the estate's money is booked.

Sums in fen. Nothing here knows a database: a service writes down what these functions say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.vocabulary import (
    IN_ESCROW,
    LedgerAccount,
    ManualEntryKind,
    OwnerPayment,
    Rank,
    ShareState,
    SpendingKind,
)
from workflows.calculations.money import yuan
from workflows.text import Text

A, M = LedgerAccount, ManualEntryKind


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an entry: an account, and what is debited to it or credited to it."""

    account: LedgerAccount
    debit_fen: int = 0
    credit_fen: int = 0


class Unbalanced(ValueError):
    """The sides of an entry do not balance, or one of them is no sum; carries both totals in fen."""

    def __init__(self, debit_fen: int, credit_fen: int) -> None:
        self.debit_fen = debit_fen
        self.credit_fen = credit_fen
        super().__init__(f"debit {debit_fen} fen, credit {credit_fen} fen")


def signed(fen: int) -> str:
    """A sum in yuan that may be less than nothing."""
    return yuan(fen) if fen >= 0 else "-" + yuan(-fen)


def debit(account: LedgerAccount, fen: int) -> Side:
    """A debit; a negative sum is a credit."""
    return Side(account, fen, 0) if fen >= 0 else Side(account, 0, -fen)


def credit(account: LedgerAccount, fen: int) -> Side:
    """A credit; a negative sum is a debit."""
    return debit(account, -fen)


def balanced(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides that say something, once it is sure that they balance.

    Raises:
        Unbalanced: if debits and credits differ, or a side is negative or on both sides.
    """
    kept = tuple(side for side in sides if side.debit_fen or side.credit_fen)
    debited, credited = sum(side.debit_fen for side in kept), sum(side.credit_fen for side in kept)
    if debited != credited or not all(map(is_one_sided, kept)):
        raise Unbalanced(debited, credited)
    return kept


def is_one_sided(side: Side) -> bool:
    """Whether a side is either a debit or a credit, and no negative sum."""
    return min(side.debit_fen, side.credit_fen) == 0 < max(side.debit_fen, side.credit_fen)


def turned(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides of the entry that undoes these."""
    return tuple(Side(side.account, side.credit_fen, side.debit_fen) for side in sides)


def money_came_in(fen: int, source: LedgerAccount, into: LedgerAccount = A.BANK) -> tuple[Side, ...]:
    """Money has come in."""
    return balanced((debit(into, fen), credit(source, fen)))


def money_of_asset(
    fen: int, source: LedgerAccount, held_on: LedgerAccount, held_fen: int
) -> tuple[Side, ...]:
    """Money of an asset: what was entered by hand before is moved from there, the rest is new in the bank."""
    return balanced((debit(A.BANK, fen - held_fen), debit(held_on, held_fen), credit(source, fen)))


def spending_approved(kind: SpendingKind, fen: int) -> tuple[Side, ...]:
    """What is approved is owed (EBL 41, 42); a negative sum takes back what will not be paid."""
    return balanced((debit(kind.account, fen), credit(kind.payable, fen)))


def spending_paid(kind: SpendingKind, fen: int, out_of: LedgerAccount) -> tuple[Side, ...]:
    """What was owed is paid (EBL 43(1))."""
    return balanced((debit(kind.payable, fen), credit(out_of, fen)))


def spending_returned(kind: SpendingKind, fen: int) -> tuple[Side, ...]:
    """A payment has come back to the bank."""
    return balanced((debit(A.BANK, fen), credit(kind.account, fen)))


OWNERS_PAY: Mapping[OwnerPayment, LedgerAccount] = {
    OwnerPayment.COSTS: A.OWNERS_COSTS,
    OwnerPayment.PRICE_BACK: A.RECOVERIES,
}
"""What is credited when an owner who retrieves pays (I2-28, 38(2))."""


def owner_paid(what: OwnerPayment, fen: int, into: LedgerAccount) -> tuple[Side, ...]:
    """An owner has paid; a negative sum goes back to him."""
    return money_came_in(fen, OWNERS_PAY[what], into)


def proceeds_set_apart(fen: int) -> tuple[Side, ...]:
    """What an owner claims of proceeds is held for him (I2-29); a negative sum is the estate's again."""
    return balanced((debit(A.PROCEEDS, fen), credit(A.HELD_FOR_OWNERS, fen)))


def proceeds_given(held_fen: int, withheld_fen: int, out_of: LedgerAccount) -> tuple[Side, ...]:
    """Proceeds are given to their owner, less costs that he had still to pay (I2-28, 29)."""
    return balanced(
        (
            debit(A.HELD_FOR_OWNERS, held_fen),
            credit(out_of, held_fen - withheld_fen),
            credit(A.OWNERS_COSTS, withheld_fen),
        )
    )


CLAIMS_PAID: Mapping[Rank, LedgerAccount] = {
    Rank.EXPENSE: A.EXP_ESTATE,
    Rank.COMMON_BENEFIT: A.CBD_BUSINESS,
    Rank.EMPLOYEE: A.EMPLOYEE,
    Rank.SOCIAL_TAX: A.SOCIAL_TAX,
    Rank.ORDINARY: A.ORDINARY,
    Rank.SUBORDINATE_PUNITIVE: A.SUBORDINATE,
    Rank.SUBORDINATE_FINE: A.SUBORDINATE,
    Rank.SUBORDINATE_CRIMINAL: A.SUBORDINATE,
    Rank.EQUITY: A.EQUITY,
}
"""What was distributed, by rank (EBL 113(1); CL 236(2)); expenses are paid as they fall due instead."""
Balances = Mapping[LedgerAccount, int]
"""Debits less credits of accounts, in fen."""


def distribution_as_it_stands(shares: Iterable[tuple[Rank, ShareState, int]]) -> dict[LedgerAccount, int]:
    """What the shares of a distribution say by account: paid by rank, owed to creditors, in escrow."""
    balances: dict[LedgerAccount, int] = {}
    for rank, state, fen in shares:
        owed = A.ESCROW if state in IN_ESCROW else A.PAYABLE_SHARES
        balances[CLAIMS_PAID[rank]] = balances.get(CLAIMS_PAID[rank], 0) + fen
        balances[owed] = balances.get(owed, 0) - fen
    return balances


def towards(wanted: Balances, booked: Balances) -> tuple[Side, ...]:
    """The sides that bring what is booked to what it should be."""
    accounts = [account for account in LedgerAccount if account in wanted or account in booked]
    return balanced(debit(one, wanted.get(one, 0) - booked.get(one, 0)) for one in accounts)


BY_HAND: Mapping[ManualEntryKind, tuple[LedgerAccount, LedgerAccount]] = {
    M.OPENING: (A.BANK, A.NET),
    M.INTEREST: (A.BANK, A.INTEREST),
    M.FEE: (A.EXP_ESTATE, A.BANK),
    M.TO_BANK: (A.BANK, A.CASH),
    M.TO_CASH: (A.CASH, A.BANK),
    M.ADVANCE: (A.BANK, A.ADVANCES),
    M.LOAN: (A.BANK, A.LOANS),
    M.DEPOSIT: (A.BANK, A.DEPOSITS),
    M.DEPOSIT_BACK: (A.DEPOSITS, A.BANK),
    M.LATE_COST: (A.BANK, A.LATE_COSTS),
    M.ESCROW_OUT: (A.DEPOSITORY, A.BANK),
    M.ESCROW_BACK: (A.BANK, A.DEPOSITORY),
    M.SECURED_PAID: (A.SECURED, A.BANK),
    M.ADJUST_IN: (A.BANK, A.ADJUSTMENT),
    M.ADJUST_OUT: (A.ADJUSTMENT, A.BANK),
}
"""What is debited and what is credited by each kind of entry that is made by hand (DESIGN)."""
LEAVES_THE_ESTATE = frozenset({M.FEE, M.DEPOSIT_BACK, M.ESCROW_OUT, M.SECURED_PAID, M.ADJUST_OUT})
OWED_FIRST = frozenset({A.DEPOSITS, A.PAYABLE_SHARES, A.ESCROW})
"""Accounts out of which no more may be paid by hand than stands on them."""


def by_hand(kind: ManualEntryKind, fen: int, *, in_cash: bool = False) -> tuple[Side, ...]:
    """The sides of an entry made by hand; `in_cash` puts cash in the place of the bank."""
    debited, credited = BY_HAND[kind]
    if in_cash and A.CASH not in (debited, credited):
        debited, credited = (A.CASH if one is A.BANK else one for one in (debited, credited))
    return balanced((debit(debited, fen), credit(credited, fen)))


OWED = (
    A.PAYABLE_SHARES,
    A.ESCROW,
    A.DEPOSITS,
    A.HELD_FOR_OWNERS,
    A.PAYABLE_EXPENSE,
    A.PAYABLE_COMMON,
    A.ADVANCES,
    A.LOANS,
)
"""Accounts of what is owed, in the order in which a working names them."""
BELONGS_TO_OTHERS = OWED[:4]
"""Money on the account that is there for no expense."""
COSTS_STAND_BEHIND = OWED[:6]
"""What is owed before a new debt of common benefit can be approved; advances and loans are there to pay."""
EXPENSES_STAND_BEHIND = OWED[:5]
"""The same before a new expense, which comes before debts of common benefit (EBL 43(2))."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the estate has and owes at the end of a day; sums in fen, what is owed as positive sums.

    `secured_fen` is what secured creditors have first of money that is there and have not had (EBL 109),
    `fees_fen` what is owed of remuneration and court fee (EBL 41①③), `costs_fen` what is recorded of costs of
    assets and not yet approved (EBL 41②), `differences_fen` what creditors have paid above their shares for
    things not collected yet (EBL 114; DESIGN): none is an account.
    """

    balances: Balances
    secured_fen: int = 0
    fees_fen: int = 0
    costs_fen: int = 0
    differences_fen: int = 0

    def on_hand(self) -> int:
        """Money in the bank and in cash."""
        return self.balances.get(A.BANK, 0) + self.balances.get(A.CASH, 0)

    def owed(self, *accounts: LedgerAccount) -> int:
        """What stands on accounts of what is owed."""
        return -sum(self.balances.get(account, 0) for account in accounts)

    @property
    def at_depository_fen(self) -> int:
        """What a depository holds of what is owed to creditors (EBL 118); it is there for nothing else."""
        return max(0, min(self.balances.get(A.DEPOSITORY, 0), self.owed(A.PAYABLE_SHARES, A.ESCROW)))

    @property
    def for_costs_fen(self) -> int:
        """What there is for expenses and debts of common benefit, approved ones included (EBL 43(1)).

        Shares that were distributed, escrow, deposits of bidders and proceeds that an owner claims (I2-29)
        belong to others, and so does what collateral has brought its creditors (EBL 109).
        """
        others = self.owed(*BELONGS_TO_OTHERS) - self.at_depository_fen
        return self.on_hand() - others - self.secured_fen

    @property
    def spendable_fen(self) -> int:
        """What can still be approved: less what was approved or is owed as fee or cost, and is not paid.

        A difference for a thing is nobody's to spend until its payer has the thing: he may refuse it.
        """
        kept_back = self.fees_fen + self.costs_fen + self.differences_fen
        return self.for_costs_fen - self.owed(A.PAYABLE_EXPENSE, A.PAYABLE_COMMON) - kept_back

    def spendable_in(self, rank: Rank) -> int:
        """What can still be approved in a rank: a debt of common benefit waits for expenses (EBL 43(2))."""
        return self.spendable_fen + (self.owed(A.PAYABLE_COMMON) if rank is Rank.EXPENSE else 0)

    @property
    def distributable_fen(self) -> int:
        """What can be distributed: advances and loans are paid back before anybody gets a share (EBL 113)."""
        return self.spendable_fen - self.owed(A.ADVANCES, A.LOANS)

    def working(self) -> tuple[Text, ...]:
        """How much can be distributed, line by line; what is nothing is left out."""
        return (*self.lines(OWED), Text("可供分配{sum}元。", sum=signed(self.distributable_fen)))

    def working_of_costs(self, rank: Rank = Rank.COMMON_BENEFIT) -> tuple[Text, ...]:
        """How much can still be approved for debts of common benefit, or for expenses, line by line."""
        there = signed(self.spendable_in(rank))
        if rank is Rank.EXPENSE:
            return (*self.lines(EXPENSES_STAND_BEHIND), Text("可用于新的破产费用{sum}元。", sum=there))
        return (*self.lines(COSTS_STAND_BEHIND), Text("可用于新的破产费用、共益债务{sum}元。", sum=there))

    def lines(self, accounts: Sequence[LedgerAccount]) -> list[Text]:
        """What is on hand and what is taken off for whom; what is nothing is left out."""
        reserved = (
            (Text("应付担保债权人"), self.secured_fen),
            (Text("应付管理人报酬、案件受理费"), self.fees_fen),
            (Text("已登记、尚未批准支出的财产费用"), self.costs_fen),
            (Text("债权人为尚未领取的实物补足的差额"), self.differences_fen),
        )
        return [
            Text("账上款项（银行存款、库存现金）{sum}元。", sum=signed(self.on_hand())),
            *(
                Text("减：{account}{sum}元。", account=account, sum=signed(self.owed(account)))
                for account in accounts
                if self.owed(account)
            ),
            *(
                [Text("加：已交提存机构的提存款{sum}元。", sum=signed(self.at_depository_fen))]
                if self.at_depository_fen
                else []
            ),
            *(
                Text("减：{account}{sum}元。", account=account, sum=signed(fen))
                for account, fen in reserved
                if fen
            ),
        ]
