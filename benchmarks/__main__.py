"""All benchmarks in one command: `.venv/bin/python -m benchmarks`. Ratios within one run, no verdicts."""

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

for benchmark in (
    steps,
    rulings,
    many_cases,
    notices,
    large_case,
    claim_import,
    distribution,
    tally,
    payments,
):
    print(f"# {benchmark.__name__.rsplit('.', 1)[1]}")
    benchmark.main()
