"""The calculators by name, and one way to run them: alone, or many at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflows.calculations import examples
from workflows.calculations.acceptance_schedule import acceptance_schedule
from workflows.calculations.amount import amount_in_words
from workflows.calculations.case_number import case_number
from workflows.calculations.court_fee import court_fee
from workflows.calculations.distribution import distribution
from workflows.calculations.draw import repeat_draw
from workflows.calculations.equalisation import equalisation
from workflows.calculations.interest import interest
from workflows.calculations.period import period
from workflows.calculations.plan_classes import plan_classes
from workflows.calculations.remuneration import remuneration
from workflows.calculations.vote import vote
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.citations import Citation
from workflows.text import PlainRows, Text, Translate

MOST_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Calculator:
    """A calculator: its name, its title, what a first try could look like."""

    name: str
    title: Text
    about: Text
    run: Callable[[Any, WorkingCalendar, date], dict[str, Any]]
    example: Mapping[str, Any]


CALCULATORS: dict[str, Calculator] = {
    calculator.name: calculator
    for calculator in (
        Calculator(
            "period",
            Text("期间计算"),
            Text("自某日起若干日、月、年，或者按期限名称计算，逐步列出依据。"),
            period,
            {"from": "2014-05-28", "length": 3, "unit": "month"},
        ),
        Calculator(
            "acceptance-schedule",
            Text("受理日程"),
            Text("公告、申报、第一次会议、会议通知的可用日期及检查。"),
            acceptance_schedule,
            {
                "accepted_on": "2026-03-02",
                "announced_on": "2026-03-10",
                "claims_deadline": "2026-05-11",
                "first_meeting": "2026-05-20",
                "meeting_notice_on": "2026-03-10",
            },
        ),
        Calculator(
            "vote",
            Text("债权人会议表决"),
            Text("人数和债权额两项是否达到，各须多少；普通决议、三个方案、和解协议、重整计划的一个组。"),
            vote,
            {
                "matter": "realisation_plan",
                "present": 7,
                "for_heads": 4,
                "for_amount": "11701234.56",
                "total_amount": "20601234.55",
            },
        ),
        Calculator(
            "plan-classes",
            Text("重整计划分组表决"),
            Text("各组是否通过；有组未通过的，逐项对照强制批准的六项条件。"),
            plan_classes,
            examples.PLAN_CLASSES,
        ),
        Calculator(
            "distribution",
            Text("破产财产分配"),
            Text("担保财产先清偿其担保债权，其余按法定顺位分配到分；列出每笔债权的受偿额和各顺位的比例。"),
            distribution,
            examples.DISTRIBUTION,
        ),
        Calculator(
            "equalisation",
            Text("计划失败后的拉平清偿"),
            Text("重整计划、和解协议不能执行后，同一顺位的债权按原额补到同一比例；已受偿多的不退也不再分。"),
            equalisation,
            examples.EQUALISATION,
        ),
        Calculator(
            "remuneration",
            Text("管理人报酬上限"),
            Text("按财产价值分段计算报酬上限，担保物另计。"),
            remuneration,
            examples.REMUNERATION,
        ),
        Calculator(
            "court-fee",
            Text("案件受理费"),
            Text("破产案件申请费，或者财产案件受理费，分段列出。"),
            court_fee,
            {"kind": "bankruptcy", "value": "22695678.90"},
        ),
        Calculator(
            "interest",
            Text("利息"),
            Text("债权计至受理日的利息，利率可以分段。"),
            interest,
            examples.INTEREST,
        ),
        Calculator(
            "case-number",
            Text("案号识别"),
            Text("规范案号写法，拆分年份、法院代字、类型代字和编号。"),
            case_number,
            {"text": "(2024)渝05破117号之一"},
        ),
        Calculator(
            "amount-in-words",
            Text("金额大写"),
            Text("把以元为单位的金额写成大写。"),
            amount_in_words,
            {"amount": "1409.50"},
        ),
        Calculator(
            "draw",
            Text("重复抽签"),
            Text("用公布的种子、案号和候选名单重复抽签：签号为“种子|案号|名册编号”的 SHA-256，最小者中签。"),
            repeat_draw,
            {
                "seed": "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0",
                "case_number": "（2026）豫97破申1号",
                "candidates": "1, 2, 3, 5, 8",
            },
        ),
    )
}


def run(name: str, data: Any, *, calendar: WorkingCalendar, today: date) -> Any:
    """Run a calculator on an object, or on each item of an array.

    Raises:
        LookupError: if there is no such calculator.
        CalculationError: if an object cannot be calculated; in an array the item's place says why.
    """
    calculator = CALCULATORS[name]
    if not isinstance(data, list):
        return calculator.run(data, calendar, today)
    if len(data) > MOST_AT_ONCE:
        raise CalculationError("too_many", Text("一次最多计算{most}项。", most=MOST_AT_ONCE))
    return [one(calculator, item, calendar, today) for item in data]


def one(calculator: Calculator, item: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """One item of an array: its answer, or its error in the answer's place."""
    try:
        return calculator.run(item, calendar, today)
    except CalculationError as error:
        return {"error": problem_of(error)}


def problem_of(error: CalculationError) -> dict[str, Any]:
    """Code, sentence and field of what cannot be calculated."""
    return {"code": error.code, "message": error.message, "field": error.field}


def shown(answer: Any, language: str = "zh", translate: Translate = str) -> Any:
    """An answer in JSON's types: sentences and articles in `language`."""
    if isinstance(answer, PlainRows):
        return answer
    if isinstance(answer, Text):
        return answer.render(language, translate)
    if isinstance(answer, Citation):
        return answer.label(language)
    if isinstance(answer, dict):
        return {name: shown(value, language, translate) for name, value in answer.items()}
    if isinstance(answer, list | tuple):
        return [shown(value, language, translate) for value in answer]
    return answer
