"""The six conditions of EBL 87(2): each met by what the court has found, or by the class's own approval."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from workflows.calculations.money import decimal_of, read_ratio
from workflows.calculations.reading import read_yes_no, reject_unknown
from workflows.errors import CalculationError
from workflows.law.citations import Citation
from workflows.law.cram_down import CONDITIONS, FACTS, Condition, PlanClassKind
from workflows.text import Text

RATIOS = ("plan_percent", "liquidation_percent", "small_plan_percent")
NO_WORSE_OFF = "dissenters_no_worse_off"
Passed = Mapping[PlanClassKind, Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the court has found: true, false, or None where nothing is settled; ratios in percent."""

    found: Mapping[str, bool | None] = field(default_factory=dict)
    plan_percent: Fraction | None = None
    small_plan_percent: Fraction | None = None
    liquidation_percent: Fraction | None = None
    no_worse_off: bool | None = None

    def ratio_holds(self, kind: PlanClassKind) -> bool | None:
        """Whether a class gets under the plan at least what it would get in a liquidation."""
        offered = self.plan_percent
        if kind == PlanClassKind.SMALL_ORDINARY and self.small_plan_percent is not None:
            offered = self.small_plan_percent
        if offered is None or self.liquidation_percent is None:
            return None
        return offered >= self.liquidation_percent


@dataclass(frozen=True, slots=True)
class Finding:
    """A condition: met, not met, or None where the facts are not settled; and why."""

    number: int
    text: Text
    met: bool | None
    why: tuple[Text, ...]
    basis: tuple[Citation, ...]

    def row(self) -> dict[str, Any]:
        """As an answer lists it."""
        return {
            "number": self.number,
            "text": self.text,
            "met": self.met,
            "why": list(self.why),
            "basis": list(self.basis),
        }

    def line(self) -> Text:
        """As a judge checks it."""
        said = {True: Text("符合"), False: Text("不符合"), None: Text("尚未查明")}[self.met]
        return Text(
            "条件{number}（{text}）：{said}。{why}",
            number=self.number,
            text=self.text,
            said=said,
            why=Text("理由：{reasons}。", reasons=list(self.why)) if self.why else "",
        )


def examine(passed: Passed, facts: Facts) -> list[Finding]:
    """All six conditions.

    Args:
        passed: for each kind of class that voted, which of its classes passed; no kind, no such class.
        facts: what the court has found.
    """
    return [examine_one(condition, passed, facts) for condition in CONDITIONS]


def examine_one(condition: Condition, passed: Passed, facts: Facts) -> Finding:
    """One condition, class by class: each has passed, is not there, or the facts must be true."""
    answers: list[bool | None] = []
    why: list[Text] = []
    for kind in condition.classes:
        answer, reason = by_class(condition, kind, passed.get(kind, ()), facts)
        answers.append(answer)
        why += reason
    if not condition.classes:
        answer, why = by_facts(condition, None, facts)
        answers = [answer]
    return Finding(condition.number, condition.text, all_of(answers), tuple(why), condition.basis)


def by_class(
    condition: Condition, kind: PlanClassKind, passed: Sequence[bool], facts: Facts
) -> tuple[bool | None, list[Text]]:
    """Whether a condition holds for the classes of one kind, and why."""
    if not passed:
        return True, [Text("没有{kind}", kind=kind)]
    if all(passed):
        return True, [Text("{kind}已经通过", kind=kind)]
    if condition.ratios:
        return facts.ratio_holds(kind), [ratio_line(kind, facts)]
    return by_facts(condition, kind, facts)


def by_facts(
    condition: Condition, kind: PlanClassKind | None, facts: Facts
) -> tuple[bool | None, list[Text]]:
    """Whether everything that a condition asks of a kind of class has been found, and what was."""
    asked = [(facts.found.get(name), words) for name, words, of in condition.facts if of == kind]
    said = {True: Text("是"), False: Text("否"), None: Text("未查明")}
    why = [Text("{fact}：{said}", fact=words, said=said[found]) for found, words in asked]
    return all_of([found for found, _ in asked]), why


def ratio_line(kind: PlanClassKind, facts: Facts) -> Text:
    """The two ratios side by side."""
    small = facts.small_plan_percent if kind == PlanClassKind.SMALL_ORDINARY else None
    return Text(
        "{kind}：重整{plan}%，清算{liquidation}%",
        kind=kind,
        plan=shown(small if small is not None else facts.plan_percent),
        liquidation=shown(facts.liquidation_percent),
    )


def shown(percent: Fraction | None) -> str:
    """A ratio with its decimals; a question mark where it is not settled."""
    return "?" if percent is None else decimal_of(percent, 6)


def all_of(answers: Sequence[bool | None]) -> bool | None:
    """No if any is no, else unknown if any is unknown, else yes."""
    if False in answers:
        return False
    return None if None in answers else True


def approvable(findings: Sequence[Finding], open_classes: Sequence[str]) -> bool | None:
    """Whether the court may approve: all six met, and no second vote is open (EBL 87(2))."""
    if open_classes:
        return False
    return all_of([finding.met for finding in findings])


def read_facts(given: Mapping[str, Any]) -> Facts:
    """What the court has found.

    Raises:
        CalculationError: naming the fact that does not fit.
    """
    if given.get("facts") is None:
        return Facts()
    try:
        held = reject_unknown(given["facts"], (*FACTS, *RATIOS, NO_WORSE_OFF))
        plan, liquidation, small = (read_percent(held, name) for name in RATIOS)
        return Facts(
            {name: read_yes_no(held, name) for name in FACTS},
            plan,
            small,
            liquidation,
            read_yes_no(held, NO_WORSE_OFF),
        )
    except CalculationError as error:
        raise error.within("facts") from error


def read_percent(held: Mapping[str, Any], name: str) -> Fraction | None:
    """A ratio: in percent, or as a fraction a/b as the calculator of distributions gives it."""
    value = held.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.count("/") == 1:
        part, whole = (text.strip() for text in value.split("/"))
        digits = part.isdecimal() and whole.isdecimal() and value.isascii() and len(value) <= 60
        if digits and 0 <= int(part) <= int(whole) != 0:
            return Fraction(int(part), int(whole)) * 100
    return read_ratio(held, name, most=Fraction(100), decimals=10)
