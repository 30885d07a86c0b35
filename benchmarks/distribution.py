"""A distribution over 100,000 claims by the calculator, against a bare sum and sort of the same amounts.

Printed as a ratio within one run; besides, it may take half a second. Reading, dividing, rounding, ordering
and writing all of them are in it, JSON is not.
"""

import random
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.goals import against
from models.vocabulary import Rank
from workflows.calculations.money import plain
from workflows.calculations.registry import run, shown
from workflows.calendar import default_calendar

CLAIMS = 100_000
ROUNDS = 11
GOAL_SECONDS = 0.5


def timed(work: Callable[[], object]) -> float:
    """Seconds of this process that something takes, others on the machine left out."""
    begun = time.process_time()
    made = work()
    took = time.process_time() - begun
    del made
    return took


def amounts() -> list[int]:
    """As many amounts in fen, the same in every run."""
    chance = random.Random(20_250_310)  # noqa: S311 (amounts, no secrets)
    return [chance.randint(1, 10**9) for _ in range(CLAIMS)]


def question(sums: list[int]) -> dict[str, Any]:
    """A pool for a third of all claims: some of every rank, most of them ordinary, in no order."""
    ranks = [*Rank, *[Rank.ORDINARY] * 12]
    numbers = list(range(len(sums)))
    random.Random(7).shuffle(numbers)  # noqa: S311 (an order, no secret)
    claims = [{"id": f"S{n}", "rank": ranks[n % len(ranks)].value, "amount": plain(sums[n])} for n in numbers]
    return {"pool": plain(sum(sums) // 3), "claims": claims}


def main() -> None:
    """Run both in turn and print the quickest of each, which others on the machine disturb least."""
    sums, calendar = amounts(), default_calendar()
    asked = question(sums)
    pairs = [
        (
            timed(lambda: shown(run("distribution", asked, calendar=calendar, today=date(2026, 1, 5)))),
            timed(lambda: (sum(sums), sorted(sums))),
        )
        for _ in range(ROUNDS)
    ]
    ours, floor = (min(times) for times in zip(*pairs, strict=True))
    print(f"{CLAIMS} claims {against(ours, GOAL_SECONDS, 's')}, bare sum and sort {floor * 1000:.1f} ms")
    print(f"ratio {ours / floor:.0f}")


if __name__ == "__main__":
    main()
