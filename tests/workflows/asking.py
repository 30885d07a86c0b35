"""Asking a calculator as programs do, and being refused."""

from datetime import date
from typing import Any

import pytest

from workflows.calculations.registry import run, shown
from workflows.calendar import default_calendar
from workflows.errors import CalculationError

TODAY = date(2026, 11, 24)


def ask(name: str, data: Any) -> Any:
    """What a calculator answers, in Chinese."""
    return shown(run(name, data, calendar=default_calendar(), today=TODAY))


def refusal(name: str, data: Any) -> tuple[str, str | None]:
    """Code and field of why a calculator refuses."""
    with pytest.raises(CalculationError) as error:
        ask(name, data)
    return error.value.code, error.value.field


def fen(amount: str) -> int:
    """A sum as answers write it, in fen."""
    whole, _, part = amount.partition(".")
    return int(whole) * 100 + int(part)
