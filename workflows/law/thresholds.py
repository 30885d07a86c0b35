"""Shares of heads and of claims that the law asks for, compared exactly, without any rounding."""

from dataclasses import dataclass

from workflows.law.citations import Citation, cite
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class Threshold:
    """A part of a whole: at least `over`/`under` of it, or, where `more_than`, more than that."""

    over: int
    under: int
    more_than: bool
    basis: tuple[Citation, ...]

    def reached(self, part: int, whole: int) -> bool:
        """Whether `part` of `whole` is enough; of nothing, nothing is."""
        if whole <= 0:
            return False
        left, right = part * self.under, whole * self.over
        return left > right if self.more_than else left >= right

    def needs(self, whole: int) -> int:
        """The smallest whole number that is enough."""
        least, rest = divmod(whole * self.over, self.under)
        return least + 1 if self.more_than or rest else least

    @property
    def words(self) -> Text:
        """How a working line names it."""
        if self.more_than:
            return Text("超过{under}分之{over}", under=self.under, over=self.over)
        return Text("{under}分之{over}以上（含本数）", under=self.under, over=self.over)


ORDINARY_HEADS = Threshold(1, 2, True, cite("EBL 64(1)"))
"""出席会议的有表决权的债权人过半数."""
ORDINARY_AMOUNT = Threshold(1, 2, False, cite("EBL 64(1)"))
"""所代表的债权额占无财产担保债权总额的二分之一以上."""
TWO_THIRDS_OF_UNSECURED = Threshold(2, 3, False, cite("EBL 97"))
"""和解协议：所代表的债权额占无财产担保债权总额的三分之二以上."""
COMPOSITION_HEADS = Threshold(1, 2, True, cite("EBL 97"))
"""和解协议：由出席会议的有表决权的债权人过半数同意."""
CLASS_HEADS = Threshold(1, 2, True, cite("EBL 84(2)"))
"""重整计划：出席会议的同一表决组的债权人过半数同意."""
TWO_THIRDS_OF_CLASS = Threshold(2, 3, False, cite("EBL 84(2)"))
"""重整计划：所代表的债权额占该组债权总额的三分之二以上."""
EQUITY_RIGHTS = Threshold(2, 3, False, cite("EBL 85(2)", "DESIGN"))
"""出资人组：法律没有规定比例，按出席会议的表决权的三分之二以上计算."""
CALL_A_MEETING = Threshold(1, 4, False, cite("EBL 62(2)"))
"""占债权总额四分之一以上的债权人."""
RECONSIDER_DISTRIBUTION = Threshold(1, 2, False, cite("EBL 66", "EBL 65(2)"))
"""债权额占无财产担保债权总额二分之一以上的债权人."""
BUYER_HAS_PAID = Threshold(3, 4, False, cite("I2 35(2)", "I2 37(2)"))
"""所有权保留：买受人已支付标的物总价款百分之七十五以上."""
COMMITTEE_VOTES = Threshold(1, 2, False, cite("AA 21(3)"))
"""评审委员会成员二分之一以上通过."""
ALL_MEMBERS = Threshold(1, 2, True, cite("I3 14(1)"))
"""债权人委员会决定所议事项：全体成员过半数，未参加的也计入."""
