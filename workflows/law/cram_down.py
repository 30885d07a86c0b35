"""The classes that vote on a reorganization plan; when a court may approve what one refused (EBL 82, 87)."""

from dataclasses import dataclass

from models.vocabulary import Term
from workflows.law.citations import Citation, cite
from workflows.law.votes import VoteMatter
from workflows.text import Text


class PlanClassKind(Term):
    """The classes that vote on a reorganization plan. Source: EBL 82, 85(2)."""

    SECURED = "secured", "有财产担保债权组", "secured claims"
    EMPLOYEE = "employee", "职工债权组", "employees"
    TAX = "tax", "税款债权组", "taxes"
    ORDINARY = "ordinary", "普通债权组", "ordinary claims"
    SMALL_ORDINARY = "small_ordinary", "小额债权组", "small ordinary claims"
    EQUITY = "equity", "出资人组", "investors"

    @property
    def matter(self) -> VoteMatter:
        """By which rule it votes."""
        return VoteMatter.EQUITY_CLASS if self == PlanClassKind.EQUITY else VoteMatter.PLAN_CLASS


CLASSES_BASIS: dict[PlanClassKind, tuple[Citation, ...]] = {
    PlanClassKind.SECURED: cite("EBL 82(1)①"),
    PlanClassKind.EMPLOYEE: cite("EBL 82(1)②"),
    PlanClassKind.TAX: cite("EBL 82(1)③"),
    PlanClassKind.ORDINARY: cite("EBL 82(1)④"),
    PlanClassKind.SMALL_ORDINARY: cite("EBL 82(2)"),
    PlanClassKind.EQUITY: cite("EBL 85(2)"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the six conditions of article 87(2).

    `classes` are those whose own approval is enough instead (none: there is no instead); `facts` must all
    be true otherwise, by name in the input, each with its words. Ratios are compared where `ratios`.
    """

    number: int
    text: Text
    classes: tuple[PlanClassKind, ...]
    facts: tuple[tuple[str, Text, PlanClassKind | None], ...]
    basis: tuple[Citation, ...]
    ratios: bool = False


CONDITIONS = (
    Condition(
        1,
        Text("有财产担保的债权就该财产全额清偿，延期损失得到公平补偿，担保权未受实质性损害"),
        (PlanClassKind.SECURED,),
        (
            ("secured_paid_in_full", Text("就该特定财产获得全额清偿"), PlanClassKind.SECURED),
            ("secured_delay_compensated", Text("因延期清偿所受的损失得到公平补偿"), PlanClassKind.SECURED),
            ("security_not_impaired", Text("担保权未受到实质性损害"), PlanClassKind.SECURED),
        ),
        cite("EBL 87(2)①"),
    ),
    Condition(
        2,
        Text("职工债权和税款全额清偿"),
        (PlanClassKind.EMPLOYEE, PlanClassKind.TAX),
        (
            ("employees_paid_in_full", Text("职工债权获得全额清偿"), PlanClassKind.EMPLOYEE),
            ("taxes_paid_in_full", Text("税款获得全额清偿"), PlanClassKind.TAX),
        ),
        cite("EBL 87(2)②"),
    ),
    Condition(
        3,
        Text("普通债权的清偿比例不低于提请批准时依照破产清算程序所能获得的比例"),
        (PlanClassKind.ORDINARY, PlanClassKind.SMALL_ORDINARY),
        (),
        cite("EBL 87(2)③"),
        ratios=True,
    ),
    Condition(
        4,
        Text("对出资人权益的调整公平、公正"),
        (PlanClassKind.EQUITY,),
        (("equity_adjusted_fairly", Text("对出资人权益的调整公平、公正"), PlanClassKind.EQUITY),),
        cite("EBL 87(2)④"),
    ),
    Condition(
        5,
        Text("公平对待同一表决组的成员，清偿顺序不违反第一百一十三条"),
        (),
        (
            ("members_treated_equally", Text("公平对待同一表决组的成员"), None),
            ("order_kept", Text("清偿顺序不违反第一百一十三条的规定"), None),
        ),
        cite("EBL 87(2)⑤", "EBL 113"),
    ),
    Condition(
        6,
        Text("债务人的经营方案具有可行性"),
        (),
        (("business_plan_feasible", Text("经营方案具有可行性"), None),),
        cite("EBL 87(2)⑥"),
    ),
)
FACTS = tuple(name for condition in CONDITIONS for name, _, _ in condition.facts)
ADOPTED_BASIS = cite("EBL 84(2)", "EBL 86(1)")
REFUSED_BASIS = cite("EBL 87(1)", "EBL 87(2)")
MINUTES_BASIS = cite("M2018 18")
"""Besides: at least one class has passed, dissenters are no worse off than in a liquidation."""
