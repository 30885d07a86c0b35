"""Two clerks at the same claim, and a form that is sent twice."""

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from court_app.errors import StaleVersion
from court_app.services.once import once
from court_app.services.procedure import parts
from models import CaseEvent, Claim
from tests.liquidation.playing import CLERK, Liquidation
from workflows.engine import StepRefused

FILED = {"creditor_name": "江澜市双击贸易有限公司", "filed_fen": "1000.00"}


def count(case: Liquidation, model: type[Claim] | type[CaseEvent]) -> int:
    """How many there are in the case."""
    with case.play.bench.reading() as session:
        return session.scalar(select(func.count(model.id)).where(model.case_id == case.case)) or 0


def test_two_clerks_take_the_same_step_of_a_claim_and_one_of_them_is_told(met: Liquidation) -> None:
    serial = met.file("江澜市竞合贸易有限公司", 1000)
    before = count(met, CaseEvent)

    def register(who: str) -> str:
        try:
            met.move("claims", serial, "register_claim", who)
        except StepRefused as refusal:
            return refusal.obstacles[0].code
        return "taken"

    with ThreadPoolExecutor(2) as clerks:
        said = sorted(clerks.map(register, [CLERK, "fangyining"]))

    assert said == ["taken", "wrong_state"]
    assert count(met, CaseEvent) == before + 1


def test_two_clerks_file_at_once_and_every_claim_has_its_own_number(met: Liquidation) -> None:
    def file(number: int) -> int:
        return met.file(f"江澜市同时申报第{number}号有限公司", 1000)

    with ThreadPoolExecutor(3) as clerks:
        serials = sorted(clerks.map(file, range(3)))

    assert serials == [4, 5, 6]


def test_who_looked_before_another_changed_the_claim_is_told_so(met: Liquidation) -> None:
    serial = met.file("江澜市过时贸易有限公司", 1000)
    seen = met.part("claims", serial).version
    met.move("claims", serial, "register_claim")

    with met.play.bench.writing() as session, session.begin():
        occasion = met.play.occasion(session, CLERK)
        try:
            parts.take_step(occasion, met.case, "claims", serial, "register_claim", {}, version=seen)
        except StaleVersion as stale:
            told = stale.status
        else:
            told = None

    assert told == 409


def test_a_claim_filed_with_a_double_click_is_filed_once(met: Liquidation) -> None:
    before = count(met, Claim)

    def send() -> int:
        with met.play.bench.writing() as session, session.begin():
            occasion = met.play.occasion(session, CLERK)

            def work() -> int:
                taken = parts.begin(occasion, met.case, "claims", "file_claim", FILED)
                return taken.part.id if taken.part else 0

            return once(occasion, "key-of-the-form", work)

    first, again = send(), send()

    assert first == again
    assert count(met, Claim) == before + 1
