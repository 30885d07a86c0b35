"""Calculators: JSON in, JSON out."""

import argparse
import json
import sys

from court_app.clock import system_clock
from court_app.commands import BAD_INPUT, say
from court_app.errors import problem_of as told
from workflows.calculations.registry import CALCULATORS, problem_of, run, shown
from workflows.calendar import court_date, default_calendar
from workflows.errors import CalculationError
from workflows.text import Text

LIST = "list"


def calculate(chosen: argparse.Namespace) -> int:
    """Run a calculator on standard input, or list what there is."""
    if chosen.name == LIST:
        for calculator in CALCULATORS.values():
            say(f"{calculator.name}\t{calculator.title}\t{calculator.about}")
        return 0
    if chosen.name not in CALCULATORS:
        known = ", ".join(CALCULATORS)
        return complain(
            CalculationError(
                "no_such_calculator", Text("没有这个计算工具；可用：{known}。", known=known), "name"
            )
        )
    try:
        data = json.loads(sys.stdin.buffer.read())
        answer = run(chosen.name, data, calendar=default_calendar(), today=court_date(system_clock()))
    except CalculationError as error:
        return complain(error)
    except (ValueError, RecursionError) as error:
        return complain(CalculationError("bad_json", Text("输入不是 JSON：{why}", why=str(error))))
    say(json.dumps(shown(answer), ensure_ascii=False))
    return 0


def complain(error: CalculationError) -> int:
    """Write a problem object to standard error; returns the exit code of bad input."""
    problem = {**(told(error) or {}), "error": shown(problem_of(error))}
    sys.stderr.write(json.dumps(problem, ensure_ascii=False) + "\n")
    return BAD_INPUT
