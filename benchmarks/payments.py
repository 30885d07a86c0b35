"""3,000 payments: drafted, distributed, handed to the bank, its results taken in, against bare statements.

Printed in seconds and as a ratio within one run. The case is brought to its last distribution by real steps;
only the claims are inserted, for this benchmark alone.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select, update

from benchmarks.many_cases import median_ms, page
from benchmarks.notices import add_creditors
from benchmarks.steps import stage
from benchmarks.tally import CLERK, with_claims
from court_app.services.distribution import distribution_drafts
from court_app.services.exporting import as_csv
from court_app.services.occasion import Occasion
from court_app.services.payments import payment_results, payment_tables
from models import Case, Payment, PaymentLine
from models.vocabulary import PaymentState
from tests.liquidation.playing import JUDGE, Liquidation, accept, declare, meet, publish

PAYMENTS = 3_000
SENT_BACK = 50
PLAN = {"available_fen": "3000000", "remuneration_fen": "0", "method": "银行转账。"}


def declared_case(folder: Path) -> Liquidation:
    """A case of 3,000 confirmed claims whose debtor is declared bankrupt, with money on the account."""
    case = accept(stage(folder), 0)
    add_creditors(case.play, case.case, PAYMENTS - 3)
    publish(case)
    with_claims(case.play, case.case)
    case.later(46)
    case.later(9)
    meet(case)
    declare(case)
    case.hold_money(3_000_000)
    return case


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def written(case: Liquidation, act: Callable[[Occasion], object]) -> object:
    """Do something in a transaction of its own."""
    with case.play.bench.writing() as session, session.begin():
        return act(case.play.occasion(session, CLERK))


def drafted(case: Liquidation) -> object:
    """The draft of the distribution, out of the register as it stands."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case)
        return distribution_drafts.drafted(
            case.play.occasion(session, CLERK), found, distribution_drafts.read({})
        )


def accounts() -> bytes:
    """An account of every creditor, as a table."""
    rows = [
        (str(n), f"江澜第{n}贸易有限公司", "江澜银行望江支行", f"6222020{n:012d}", "债权人书面提供")
        for n in range(1, PAYMENTS + 1)
    ]
    return as_csv(payment_tables.ACCOUNT_HEADING, rows)


def results(word: str, count: int) -> bytes:
    """What the bank made of the first lines of a file, as a table."""
    return as_csv(
        payment_results.RESULT_HEADING, [(str(n), "", word, "账户已销户") for n in range(1, count + 1)]
    )


def floor(case: Liquidation) -> float:
    """Reading every payment and every line of the file and changing their states, with bare statements."""

    def bare() -> None:
        with case.play.bench.writing() as session, session.begin():
            session.execute(select(Payment.__table__)).all()
            session.execute(select(PaymentLine.__table__)).all()
            session.execute(update(PaymentLine.__table__).values(state=PaymentState.PAID))
            session.execute(update(Payment.__table__).values(state=PaymentState.PAID))

    return min(seconds(bare) for _ in range(5))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        case = declared_case(Path(folder))
        table = accounts()
        took = {"draft": min(seconds(lambda: drafted(case)) for _ in range(3))}
        took["plan"] = seconds(lambda: case.step("propose_distribution_plan", **PLAN))
        carried = {"present": 3, "for_heads": 2, "for_fen": "1800000", "total_fen": "2700000"}
        case.step("distribution_plan_passed", **carried)
        case.step("recognise_distribution_plan", JUDGE, reason="程序合法。")
        took["distribution"] = seconds(lambda: case.final(3_000_000))
        took["accounts"] = seconds(
            lambda: written(case, lambda who: payment_tables.record_accounts(who, case.case, table))
        )
        took["file"] = seconds(lambda: case.step("make_payment_file", distribution_serial=1))
        paid, late = results("成功", PAYMENTS), results("退汇", SENT_BACK)
        took["results"] = seconds(
            lambda: written(case, lambda who: payment_results.record_results(who, case.case, 1, paid))
        )
        took[f"{SENT_BACK} sent back"] = seconds(
            lambda: written(case, lambda who: payment_results.record_results(who, case.case, 1, late))
        )
        bare = floor(case)
        print(f"{PAYMENTS} payments:")
        for name, length in took.items():
            print(f"{name} {length:.2f} s")
        print(f"bare statements {bare * 1000:.0f} ms, results {took['results'] / bare:.0f} times as long")
        for path in ("distributions/1/payments", "payments/files/1", "payments/1", "distributions/draft"):
            print(f"page …/{path}: {median_ms(page(case.play, f'/cases/{case.case}/{path}')):.0f} ms")
        case.play.bench.database.dispose()


if __name__ == "__main__":
    main()
