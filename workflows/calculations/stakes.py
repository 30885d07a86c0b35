"""A claim as votes see it: fixed or not, secured or not, and with how much it may be voted (EBL 59, 110)."""

from dataclasses import dataclass

from models.vocabulary import FIXED_CLAIMS, ClaimClass
from workflows.calculations.money import yuan
from workflows.text import Text

FIXED = frozenset(state.value for state in FIXED_CLAIMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """A claim as the register has it on the day of the vote; sums in fen.

    `amount_fen` is what it counts for if it is fixed, `provisional_fen` what the court has fixed for voting,
    `redeemed_fen` what was paid of it to have a pledge back (EBL 37). `deficiency_fen` is what a secured
    claim did not get of its assets once all are realised, or have gone from under it; None before;
    `expected_short_fen` is what the court, before, expects them not to cover, for voting (EBL 59(2)).
    `unpaid_fen` is what its assets brought it and it has not been paid. `same_debt`: another claim stands
    for the debt; `satisfied`: others have paid all of it (EBL 51; SG 23(2)).
    """

    creditor: int
    serial: int
    claim_class: ClaimClass
    state: str
    amount_fen: int
    provisional_fen: int | None = None
    conditional: bool = False
    waived: bool = False
    redeemed_fen: int = 0
    deficiency_fen: int | None = None
    expected_short_fen: int | None = None
    unpaid_fen: int = 0
    same_debt: bool = False
    satisfied: bool = False


def expected_short(stake: Stake, amount: int) -> int:
    """What of an unrealised security the court expects not to cover its claim, in fen (EBL 59(2))."""
    return min(amount, stake.expected_short_fen or 0)


def is_held_by_security(stake: Stake) -> bool:
    """Whether a claim is secured on an asset not yet realised, and the right not waived (EBL 59(3), 109).

    Who is wholly covered by what his asset brought is a secured creditor until he is paid.
    """
    if not stake.claim_class.is_secured or stake.waived:
        return False
    return stake.deficiency_fen is None or (stake.deficiency_fen == 0 and stake.unpaid_fen > 0)


def unsecured_fen(stake: Stake, amount: int) -> int:
    """What of a claim is without security: all of it, or what its realised asset did not cover (EBL 110)."""
    if not stake.claim_class.is_secured or stake.waived or stake.deficiency_fen is None:
        return amount
    return min(amount, stake.deficiency_fen)


def voting_fen(stake: Stake) -> int | None:
    """With how much a claim may be voted: fixed, or fixed by the court for voting; None if neither.

    What was paid of it to have a pledge back is owed no more (EBL 37).
    """
    known = stake.amount_fen if stake.state in FIXED and not stake.conditional else stake.provisional_fen
    return None if known is None else max(0, known - stake.redeemed_fen)


def standing_fen(stake: Stake) -> int:
    """The sum of a claim as the roll shows it: what is owed of it, whether or not it may be voted."""
    known = voting_fen(stake)
    return max(0, stake.amount_fen - stake.redeemed_fen) if known is None else known


def working(stake: Stake) -> list[Text]:
    """How a claim that does not count for all of its sum comes to what it counts for; else nothing."""
    found = list[Text]()
    owed = standing_fen(stake)
    if stake.redeemed_fen:
        found.append(
            Text(
                "债权{amount}元－为取回质物、留置物清偿{redeemed}元＝尚欠{owed}元。",
                amount=yuan(owed + stake.redeemed_fen),
                redeemed=yuan(stake.redeemed_fen),
                owed=yuan(owed),
            )
        )
    if is_held_by_security(stake) and stake.deficiency_fen is None and stake.expected_short_fen:
        expected = expected_short(stake, owed)
        found.append(
            Text(
                "人民法院为行使表决权临时确定担保物预计不足清偿{short}元，按无财产担保债权计算；"
                "其余{rest}元为有财产担保债权。",
                short=yuan(expected),
                rest=yuan(owed - expected),
            )
        )
    if not stake.claim_class.is_secured or stake.waived or stake.deficiency_fen is None:
        return found
    short = unsecured_fen(stake, owed)
    found.append(
        Text(
            "尚欠{owed}元－担保物价款受偿{met}元＝未受清偿{short}元，为普通债权。",
            owed=yuan(owed),
            met=yuan(owed - short),
            short=yuan(short),
        )
        if owed > short
        else Text("已经没有担保物，尚欠的{owed}元为普通债权。", owed=yuan(owed))
    )
    if stake.unpaid_fen:
        found.append(Text("担保物价款中{fen}元尚未支付给该债权人。", fen=yuan(stake.unpaid_fen)))
    return found
