"""Simple interest on a claim up to acceptance, piece by piece where the rate changed (EBL 46(2))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from workflows.calculations.money import decimal_of, half_up, plain, read_fen, read_ratio, yuan, yuan_exactly
from workflows.calculations.reading import read_choice, read_day, read_list, read_yes_no, reject_unknown
from workflows.calendar import WorkingCalendar
from workflows.errors import CalculationError
from workflows.law.scales import DAY_COUNTS, INTEREST_BASIS
from workflows.text import Text

MOST_RATES = 1_000
MOST_PERCENT = Fraction(1_000)
SHOWN = 4
"""Decimals of a fen that a piece is shown with."""
Rates = Sequence[tuple[date, Fraction]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Days at one rate: from the first to before `until`, percent a year, interest in fen, exactly."""

    since: date
    until: date
    annual_percent: Fraction
    fen: Fraction

    @property
    def days(self) -> int:
        """How many days bear interest."""
        return (self.until - self.since).days


def accrued(principal_fen: int, since: date, until: date, rates: Rates, days_of_year: int) -> list[Piece]:
    """Interest from `since` to before `until`, by the rate in force on each day; nothing is rounded.

    Source: EBL 46(2). `rates` in the order of their days, the first not after `since`.
    """
    pieces = []
    ends = [day for day, _ in rates[1:]] + [until]
    for (begins, annual_percent), ends_on in zip(rates, ends, strict=True):
        first, end = max(since, begins), min(until, ends_on)
        if first < end:
            fen = principal_fen * annual_percent * (end - first).days / (100 * days_of_year)
            pieces.append(Piece(first, end, annual_percent, fen))
    return pieces


def interest(data: Any, calendar: WorkingCalendar, today: date) -> dict[str, Any]:
    """Interest on `principal` from `from` (counted) to `to` (not counted, unless `to_counted`).

    `rates` are yearly, each from its day on; a year is `day_count` days, 365 unless 360 is said. Interest
    is reckoned exactly and rounded half up once, at the end; pieces are cut off after six decimals of a yuan.

    Raises:
        CalculationError: naming what to change.
    """
    known = ("principal", "from", "to", "rates", "day_count", "to_counted")
    given = reject_unknown(data, known)
    principal, since, to = read_fen(given, "principal"), read_day(given, "from"), read_day(given, "to")
    if to < since:
        raise CalculationError(
            "to_before_from", Text("“{field}”不能早于“{of}”。", field="to", of="from"), "to"
        )
    rates = read_rates(given, since)
    year = DAY_COUNTS[read_choice(as_text(given), "day_count", tuple(DAY_COUNTS), "365")]
    counted = bool(read_yes_no(given, "to_counted"))
    pieces = accrued(principal, since, to + timedelta(days=int(counted)), rates, year)
    exact = sum((piece.fen for piece in pieces), Fraction(0))
    return {
        "interest": plain(half_up(exact)),
        "days": sum(piece.days for piece in pieces),
        "pieces": [row(piece) for piece in pieces],
        "working": [
            Text("首日{since}计入，末日{to}计入。", since=since, to=to)
            if counted
            else Text("首日{since}计入，末日{to}不计入。", since=since, to=to),
            *(line(principal, piece, year) for piece in pieces),
            Text(
                "合计{exact}元，四舍五入到分：{sum}元。",
                exact=yuan_exactly(exact, SHOWN),
                sum=yuan(half_up(exact)),
            ),
        ],
        "basis": list(INTEREST_BASIS),
    }


def as_text(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """The input with a number of days also where it came as a number: 365 for "365"."""
    days = given.get("day_count")
    return {**given, "day_count": str(days)} if isinstance(days, int) else given


def row(piece: Piece) -> dict[str, Any]:
    """A piece as the answer lists it."""
    return {
        "from": piece.since.isoformat(),
        "to": piece.until.isoformat(),
        "days": piece.days,
        "annual_percent": decimal_of(piece.annual_percent),
        "interest": yuan_exactly(piece.fen, SHOWN).replace(",", "").rstrip("…"),
    }


def line(principal_fen: int, piece: Piece, days_of_year: int) -> Text:
    """A piece as a judge checks it."""
    return Text(
        "{since}起{days}日：{principal}元×{percent}%×{days}÷{year}＝{sum}元。",
        since=piece.since,
        days=piece.days,
        principal=yuan(principal_fen),
        percent=decimal_of(piece.annual_percent),
        year=days_of_year,
        sum=yuan_exactly(piece.fen, SHOWN),
    )


def read_rates(given: Mapping[str, Any], since: date) -> list[tuple[date, Fraction]]:
    """The yearly rates in the order of their days.

    Raises:
        CalculationError: if two begin on one day, or none is in force on the first day.
    """
    rates: dict[date, Fraction] = {}
    for n, item in enumerate(read_list(given, "rates", least=1, most=MOST_RATES)):
        try:
            day, annual_percent = read_rate(item)
        except CalculationError as error:
            raise error.within(f"rates.{n}") from error
        if day in rates:
            wrong = Text("“{field}”：{day}有两个利率。", field="from", day=day)
            raise CalculationError("named_twice", wrong, "from").within(f"rates.{n}")
        rates[day] = annual_percent
    if min(rates) > since:
        raise CalculationError(
            "no_rate", Text("“{field}”中没有{day}适用的利率。", field="rates", day=since), "rates"
        )
    return sorted(rates.items())


def read_rate(item: Any) -> tuple[date, Fraction]:
    """A yearly rate in percent, and from which day on it applies."""
    one = reject_unknown(item, ("from", "annual_percent"))
    return read_day(one, "from"), read_ratio(one, "annual_percent", most=MOST_PERCENT, decimals=6)
