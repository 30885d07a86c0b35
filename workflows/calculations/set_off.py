"""What a set-off extinguishes: claim and debt, both up to the smaller (EBL 40; CC 568)."""

from dataclasses import dataclass

from workflows.calculations.money import yuan
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Extinguished:
    """What falls away on both sides, and what is left of each. Sums in fen."""

    fen: int
    claim_left_fen: int
    debt_left_fen: int
    working: tuple[Text, ...]


def extinguish(claim_fen: int, debt_fen: int, asserted_fen: int) -> Extinguished:
    """Set a claim off against a debt, as far as it was asserted.

    Args:
        claim_fen: what is left of the claim after earlier set-offs.
        debt_fen: what the creditor owes the debtor.
        asserted_fen: what of his claim the creditor brings to the set-off.
    """
    fen = min(claim_fen, debt_fen, asserted_fen)
    left = Extinguished(fen, claim_fen - fen, debt_fen - fen, ())
    working = (
        Text(
            "抵销前债权{claim}元，其中主张抵销{asserted}元。",
            claim=yuan(claim_fen),
            asserted=yuan(asserted_fen),
        ),
        Text("对债务人所负债务{debt}元。", debt=yuan(debt_fen)),
        Text("三项中最小的为{fen}元，债权、债务各消灭此数。", fen=yuan(fen)),
        Text(
            "债权余{claim}元，债务余{debt}元。",
            claim=yuan(left.claim_left_fen),
            debt=yuan(left.debt_left_fen),
        ),
    )
    return Extinguished(fen, left.claim_left_fen, left.debt_left_fen, working)
