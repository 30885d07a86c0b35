"""The calculator of a vote on a reorganization plan by classes, with the tests of article 87(2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations import vote
from workflows.calculations.cram_down import Facts, Finding, approvable, examine, read_facts
from workflows.calculations.majority import Majority
from workflows.calculations.reading import read_choice, read_list, read_text, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.cram_down import (
    ADOPTED_BASIS,
    CLASSES_BASIS,
    MINUTES_BASIS,
    REFUSED_BASIS,
    PlanClassKind,
)
from workflows.law.votes import VOTE_RULES
from workflows.text import Text

MOST_CLASSES = 50
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ClassVote:
    """A class with its first vote and, if it failed, its second: its figures, or that it refused one."""

    kind: PlanClassKind
    name: str | None
    first: vote.Figures
    second: vote.Figures | None
    refused: bool

    @property
    def label(self) -> str:
        """How it is called: by its own name, else by its kind, which sentences show in their language."""
        return self.name or self.kind

    @property
    def last(self) -> vote.Figures:
        """The vote that counts."""
        return self.second or self.first

    def judged(self, figures: vote.Figures) -> Majority:
        """What figures come to in this class."""
        return vote.judge(VOTE_RULES[self.kind.matter], figures)

    @property
    def passed(self) -> bool:
        """Whether the class has passed the plan, in its first or its second vote."""
        return self.judged(self.last).passed

    @property
    def closed(self) -> bool:
        """Whether it may not vote any more: it refused a second vote, or has had it (EBL 87(1))."""
        return self.passed or self.refused or self.second is not None

    @property
    def state(self) -> str:
        """passed, refused, failed_twice, or failed: then a second vote is still open."""
        if self.passed:
            return "passed"
        if self.refused:
            return REFUSED
        return "failed_twice" if self.second else "failed"


def plan_classes(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Whether the plan is adopted by its `classes`, and if not, which of the six conditions are met.

    A class that failed has a `second` vote, its figures or "refused". `facts` are what the court has found:
    true, false, or nothing where it is not settled; a condition is then neither met nor missing. Without
    `facts` nothing but the votes is judged.

    Raises:
        CalculationError: naming what to change.
    """
    given = reject_unknown(data, ("classes", "facts"))
    classes, facts = read_classes(given), read_facts(given)
    adopted = all(one.passed for one in classes)
    working = [line for one in classes for line in lines(one)]
    basis = [*ADOPTED_BASIS, *{c: None for one in classes for c in CLASSES_BASIS[one.kind]}]
    if adopted:
        working.append(Text("各表决组均通过，重整计划通过；十日内申请人民法院批准。"))
        return {
            "classes": [row(one) for one in classes],
            "adopted": True,
            "cram_down": None,
            "working": working,
            "basis": basis,
        }
    working.append(Text("部分表决组未通过，重整计划未通过。"))
    approval, reasons = cram_down(classes, facts)
    return {
        "classes": [row(one) for one in classes],
        "adopted": False,
        "cram_down": approval,
        "working": [*working, *reasons],
        "basis": [*basis, *REFUSED_BASIS, *MINUTES_BASIS],
    }


def cram_down(classes: Sequence[ClassVote], facts: Facts) -> tuple[dict[str, Any], list[Text]]:
    """Whether the court may approve a plan that some class refused (EBL 87(2)), and the working."""
    open_classes = [one.label for one in classes if not one.closed]
    findings = examine(by_kind(classes), facts)
    may = approvable(findings, open_classes)
    one_passed = any(one.passed for one in classes)
    approval = {
        "second_votes_open": open_classes,
        "conditions": [finding.row() for finding in findings],
        "met": numbers(findings, True),
        "missing": numbers(findings, False),
        "unknown": numbers(findings, None),
        "may_approve": may,
        "minutes": {"one_class_passed": one_passed, "dissenters_no_worse_off": facts.no_worse_off},
    }
    return approval, [
        still_open(open_classes),
        *(finding.line() for finding in findings),
        conclusion(findings, may),
        *by_the_minutes(one_passed, facts.no_worse_off),
    ]


def numbers(findings: Sequence[Finding], met: bool | None) -> list[int]:
    """Which conditions are met, are missing, or are not settled."""
    return [finding.number for finding in findings if finding.met is met]


def by_kind(classes: Sequence[ClassVote]) -> dict[PlanClassKind, list[bool]]:
    """For each kind of class that voted, which of them passed."""
    kinds: dict[PlanClassKind, list[bool]] = {}
    for one in classes:
        kinds.setdefault(one.kind, []).append(one.passed)
    return kinds


def still_open(names: Sequence[str]) -> Text:
    """Who must first vote again or refuse to."""
    if not names:
        return Text("未通过的表决组均已拒绝再次表决或者再次表决仍未通过。")
    return Text("{names}尚可在协商后再表决一次；拒绝或者仍未通过的，才可以申请批准。", names=list(names))


def conclusion(findings: Sequence[Finding], may: bool | None) -> Text:
    """What it all comes to."""
    missing, unknown = numbers(findings, False), numbers(findings, None)
    if missing:
        return Text("不符合第{missing}项条件，人民法院不得依此批准。", missing=missing)
    if unknown:
        return Text("第{unknown}项条件的事实尚未查明，不能判断。", unknown=unknown)
    if may:
        return Text("六项条件均符合，可以申请人民法院批准。")
    return Text("六项条件均符合，但仍须先经再次表决或者被拒绝。")


def by_the_minutes(one_passed: bool, no_worse_off: bool | None) -> list[Text]:
    """What the minutes of 2018 ask for besides: to be weighed, not a condition of the article."""
    lines = [
        Text("会议纪要另要求至少有一组通过：有。")
        if one_passed
        else Text("会议纪要另要求至少有一组通过：没有。")
    ]
    if no_worse_off is not None:
        lines.append(
            Text("会议纪要另要求反对者的清偿利益不低于破产清算：符合。")
            if no_worse_off
            else Text("会议纪要另要求反对者的清偿利益不低于破产清算：不符合。")
        )
    return lines


def row(one: ClassVote) -> dict[str, Any]:
    """A class as the answer lists it; heads and amount are those of its first vote."""
    return {
        "kind": one.kind.value,
        "name": one.name,
        "state": one.state,
        **vote.answer(one.judged(one.first), one.first),
        "passed": one.passed,
        "second": vote.answer(one.judged(one.second), one.second) if one.second else None,
    }


def lines(one: ClassVote) -> list[Text]:
    """The working of a class."""
    made = [Text("{name}：{line}", name=one.label, line=line) for line in one.judged(one.first).working]
    if one.second:
        made += [
            Text("{name}再次表决：{line}", name=one.label, line=line)
            for line in one.judged(one.second).working
        ]
    if one.refused:
        made.append(Text("{name}拒绝再次表决。", name=one.label))
    return made


def read_classes(given: Mapping[str, Any]) -> list[ClassVote]:
    """The classes that voted.

    Raises:
        CalculationError: if two bear one name, or one that passed has a second vote.
    """
    read: dict[str, ClassVote] = {}
    for n, item in enumerate(read_list(given, "classes", least=1, most=MOST_CLASSES)):
        try:
            one = read_class(item)
        except CalculationError as error:
            raise error.within(f"classes.{n}") from error
        if one.label in read:
            wrong = Text("“{field}”：“{name}”出现了不止一次，请写明组名。", field="name", name=one.label)
            raise CalculationError("named_twice", wrong, "name").within(f"classes.{n}")
        read[one.label] = one
    return list(read.values())


def read_class(item: Any) -> ClassVote:
    """One class; without a name it bears that of its kind."""
    one = reject_unknown(item, ("kind", "name", *vote.FIGURES, "second"))
    kind = PlanClassKind(read_choice(one, "kind", tuple(k.value for k in PlanClassKind), None))
    name = read_text(one, "name", most=60) if one.get("name") else None
    first, second = vote.read_figures(one), read_second(one)
    voted = second if isinstance(second, vote.Figures) else None
    read = ClassVote(kind, name, first, voted, refused=second == REFUSED)
    if second is not None and read.judged(first).passed:
        wrong = Text("该组已经通过，没有“{field}”。", field="second")
        raise CalculationError("already_passed", wrong, "second")
    return read


def read_second(one: Mapping[str, Any]) -> vote.Figures | str | None:
    """The second vote of a class: its figures, that it was refused, or none so far."""
    second = one.get("second")
    if second is None or second == "":
        return None
    if second == REFUSED:
        return REFUSED
    try:
        return vote.read_figures(reject_unknown(second, vote.FIGURES))
    except CalculationError as error:
        raise error.within("second") from error
