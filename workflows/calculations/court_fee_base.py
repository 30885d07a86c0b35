"""What a court fee is reckoned on in a case, and how that is printed (FEE 14⑥; I2 3(1))."""

from workflows.calculations.court_fee import Fee, bankruptcy_fee, summed
from workflows.calculations.money import yuan
from workflows.text import Text


def fee_of_case(unencumbered_fen: int, encumbered_fen: int, *, whole: bool) -> tuple[int, Fee, list[Text]]:
    """Base in fen, fee and working: on all property, or only on what bears no security."""
    base = unencumbered_fen + encumbered_fen if whole else unencumbered_fen
    fee = bankruptcy_fee(base)
    if whole:
        first = Text(
            "破产财产总额：没有设定担保的财产{free}元＋设定担保的财产{bound}元＝{base}元。",
            free=yuan(unencumbered_fen),
            bound=yuan(encumbered_fen),
            base=yuan(base),
        )
    else:
        first = Text(
            "破产财产总额：没有设定担保的财产{free}元；设定担保的财产{bound}元不计入（法院设置）。",
            free=yuan(unencumbered_fen),
            bound=yuan(encumbered_fen),
        )
    return base, fee, [first, *(part.line() for part in fee.parts), *summed(fee, bankruptcy=True)]
