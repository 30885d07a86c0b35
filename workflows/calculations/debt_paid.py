"""What of one debt has been paid to whom: never more than its whole (EBL 51, 52; I3-5(2); SG 23(2))."""

from dataclasses import dataclass

from workflows.calculations.money import yuan
from workflows.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidTo:
    """What the case has paid the holder of a claim on a debt, by the way it took; in fen.

    To have a pledge back (EBL 37), in distributions (also what is laid aside for him, and things that stand
    for a share), out of collateral in money, and collateral taken as a thing. `due_fen` is what collateral
    has brought him and the account has not paid yet.
    """

    serial: int
    creditor: str
    redeemed_fen: int = 0
    shares_fen: int = 0
    collateral_fen: int = 0
    in_kind_fen: int = 0
    due_fen: int = 0

    @property
    def paid_fen(self) -> int:
        """All that he has had of the case."""
        return self.redeemed_fen + self.shares_fen + self.collateral_fen + self.in_kind_fen


@dataclass(frozen=True, slots=True)
class DebtPaid:
    """A debt on which others than the debtor have paid since the acceptance; sums in fen.

    `others_fen` is what the creditor had of them; `behind` are those who paid and claim it back.
    """

    amount_fen: int
    others_fen: int
    creditor: PaidTo
    behind: tuple[PaidTo, ...] = ()

    @property
    def paid_fen(self) -> int:
        """What the case has paid on the debt, to whomever."""
        return self.creditor.paid_fen + sum(one.paid_fen for one in self.behind)

    @property
    def due_fen(self) -> int:
        """What collateral has brought on it and the account has not paid yet."""
        return self.creditor.due_fen + sum(one.due_fen for one in self.behind)

    @property
    def creditor_had_fen(self) -> int:
        """What its creditor has had in all, of the case and of others."""
        return self.creditor.paid_fen + self.others_fen

    @property
    def over_fen(self) -> int:
        """What its creditor had beyond the debt: it belongs to who has paid him."""
        return max(0, self.creditor_had_fen - self.amount_fen)

    @property
    def is_satisfied(self) -> bool:
        """Whether its creditor has had all of it."""
        return 0 < self.amount_fen <= self.creditor_had_fen

    @property
    def working(self) -> Text:
        """The debt as a judge checks it."""
        return Text(
            "债权{amount}元；本案已清偿{paid}元（其中债权人{own}元、代替其受偿的人{behind}元），"
            "担保物价款待付{due}元；债权人另从连带债务人、保证人处受偿{others}元，其受偿合计{all}元。",
            amount=yuan(self.amount_fen),
            paid=yuan(self.paid_fen),
            own=yuan(self.creditor.paid_fen),
            behind=yuan(self.paid_fen - self.creditor.paid_fen),
            due=yuan(self.due_fen),
            others=yuan(self.others_fen),
            all=yuan(self.creditor_had_fen),
        )
