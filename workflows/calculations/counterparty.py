"""What the counterparty is owed after a return, rank by rank, with its working (I2-11(2), 24(3), 36(3))."""

from dataclasses import dataclass

from models.vocabulary import AbnormalIncome, ClaimClass
from workflows.calculations.money import yuan
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed as a debt of common benefit, as wages, and as an ordinary claim; in fen."""

    common_fen: int = 0
    wages_fen: int = 0
    ordinary_fen: int = 0
    working: tuple[Text, ...] = ()

    @property
    def total_fen(self) -> int:
        """Everything together."""
        return self.common_fen + self.wages_fen + self.ordinary_fen


def after_income(
    income: AbnormalIncome, returned_fen: int, average_wage_fen: int = 0, months: int = 0
) -> Owed:
    """I2-24(3): bonus and other income come back as an ordinary claim; of wages the average as wages.

    Args:
        income: which of the three kinds of I2-24(1) came back.
        returned_fen: what came back.
        average_wage_fen: the average wage of the enterprise for a month.
        months: the months whose wages came back.
    """
    back = Text("追回{returned}元，为{income}。", returned=yuan(returned_fen), income=income)
    if income != AbnormalIncome.WAGES:
        rank = Text("因返还形成的债权{sum}元，为普通债权。", sum=yuan(returned_fen))
        return Owed(ordinary_fen=returned_fen, working=(back, rank))
    most = average_wage_fen * months
    wages = min(returned_fen, most)
    return Owed(
        wages_fen=wages,
        ordinary_fen=returned_fen - wages,
        working=(
            back,
            Text(
                "企业职工月平均工资{average}元 × {months}个月＝{most}元。",
                average=yuan(average_wage_fen),
                months=months,
                most=yuan(most),
            ),
            Text(
                "不高于平均工资的{wages}元作为拖欠职工工资清偿，高出的{rest}元为普通债权。",
                wages=yuan(wages),
                rest=yuan(returned_fen - wages),
            ),
        ),
    )


def after_price(price_fen: int, *, performed: bool) -> Owed:
    """I2-11(2), 36(3): the price is a debt of common benefit; of a buyer in breach an ordinary claim."""
    paid = Text("相对人已付价款{price}元。", price=yuan(price_fen))
    rank = ClaimClass.CBD if performed else ClaimClass.ORD
    owed = Text("因返还形成的{price}元，性质为{rank}。", price=yuan(price_fen), rank=rank)
    if performed:
        return Owed(common_fen=price_fen, working=(paid, owed))
    breach = Text("买受人违反合同约定，管理人主张按普通破产债权清偿。")
    return Owed(ordinary_fen=price_fen, working=(paid, breach, owed))
