"""All benchmarks in one command: `.venv/bin/python -m benchmarks`. Ratios within one run, no verdicts.

With `goals` only those of the goals for a case with money in it: the distribution, the import, the tally and
the page of the register. With names only those.
"""

import sys
from types import ModuleType

from benchmarks import (
    claim_import,
    distribution,
    large_case,
    many_cases,
    notices,
    payments,
    rulings,
    steps,
    tally,
)

ALL = (
    steps,
    rulings,
    many_cases,
    notices,
    large_case,
    claim_import,
    distribution,
    tally,
    payments,
)
GOALS = (distribution, claim_import, tally, large_case)


def name_of(benchmark: ModuleType) -> str:
    """What a benchmark is called by."""
    return benchmark.__name__.rsplit(".", 1)[1]


names = set(sys.argv[1:])
chosen = GOALS if names == {"goals"} else [one for one in ALL if not names or name_of(one) in names]
for benchmark in chosen:
    print(f"# {name_of(benchmark)}")
    benchmark.main()
