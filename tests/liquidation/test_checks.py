"""What the check of a step says is what its confirmation says, effects and all; a check leaves nothing."""

import hashlib
import random
from collections.abc import Callable
from typing import Any

import pytest
from marshmallow import ValidationError
from sqlalchemy import select

from court_app.demo.petitions import petition
from court_app.errors import ServiceError, problem_of
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from court_app.services.procedure import parts
from court_app.services.procedure.dry_run import nothing_kept
from models import Base, Case, Document
from models.vocabulary import CaseType, DocumentState
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation, today
from tests.liquidation.test_walks import At, Walker
from workflows.engine import NoSuchStep, StepRefused

REFUSED = (StepRefused, ValidationError, ServiceError, NoSuchStep)
Act = Callable[[Occasion], Any]


def written(case: Liquidation) -> str:
    """Everything that the court has written, in its database and on its disk, as one hash."""
    store, found = case.play.bench.mill.store, hashlib.sha256()
    with case.play.bench.reading() as session:
        for table in Base.metadata.sorted_tables:
            found.update(repr(sorted(map(repr, session.execute(select(table))))).encode())
    found.update(repr(sorted(str(path) for path in store.root.rglob("*"))).encode())
    return found.hexdigest()


def told(case: Liquidation, who: str, act: Act, *, check: bool) -> Any:
    """What is said of an act that is taken, or only checked; nothing if nothing stands against it."""
    with case.play.bench.writing() as session:
        occasion = case.play.occasion(session, who)
        try:
            if check:
                with nothing_kept(occasion) as moment:
                    act(moment)
            else:
                act(occasion)
        except REFUSED as error:
            session.rollback()
            return problem_of(error)
        session.commit()
    return None


def checked_and_confirmed(case: Liquidation, who: str, act: Act) -> Any:
    """Check an act and then take it: both say the same, and the check has written nothing."""
    before = written(case)
    foretold = told(case, who, act, check=True)
    assert written(case) == before, "a check writes nothing"
    said = told(case, who, act, check=False)
    assert foretold == said, "the check says what the confirmation says"
    return said


class Foreseeing(Liquidation):
    """A case whose every act is checked before it is taken."""

    def step(self, name: str, who: str = CLERK, /, **data: Any) -> None:
        """Check and take a step of the case."""
        self.act(who, lambda now: cases.take_step(now, self.case, name, data, version=None))

    def begin(self, path: str, name: str, who: str = CLERK, /, **data: Any) -> int:
        """Check and begin a part of the case."""
        self.act(who, lambda now: parts.begin(now, self.case, path, name, data))
        return 0

    def move(self, path: str, serial: int, name: str, who: str = CLERK, /, **data: Any) -> None:
        """Check and take a step of a part."""
        self.act(who, lambda now: parts.take_step(now, self.case, path, serial, name, data, version=None))

    def act(self, who: str, act: Act) -> None:
        """Check and take; a refusal is the walker's to know."""
        if checked_and_confirmed(self, who, act) is not None:
            raise StepRefused("refused", [])


@pytest.mark.slow
@pytest.mark.parametrize(("stage", "seed"), [("met", 11), ("planned", 12)])
def test_whatever_is_tried_its_check_says_what_its_confirmation_says(
    at_on_sqlite: At, stage: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (a repeatable walk)
    played = at_on_sqlite(stage)
    walker, taken = Walker(Foreseeing(played.play, played.case), chance), 0

    for tries in range(90):
        try:
            walker.act(ending=tries > 70)
            taken += 1
        except StepRefused:
            pass

    assert taken >= 10


def begun(path: str, name: str, **data: Any) -> Callable[[Occasion, Liquidation], Any]:
    """The beginning of a part."""
    return lambda now, case: parts.begin(now, case.case, path, name, data)


def moved(path: str, name: str, **data: Any) -> Callable[[Occasion, Liquidation], Any]:
    """A step of the first part of a kind."""
    return lambda now, case: parts.take_step(now, case.case, path, 1, name, data, version=None)


def stepped(name: str, **data: Any) -> Callable[[Occasion, Liquidation], Any]:
    """A step of the case."""
    return lambda now, case: cases.take_step(now, case.case, name, data, version=None)


CLAIM = {"creditor_name": "望川润达物流有限公司", "filed_fen": "100", "basis": "货款"}
SPENDING = {"kind": "EXP_ESTATE", "payee": "江澜市档案馆", "purpose": "保管", "ground": "合同。"}
NO_REQUEST = begun("spendings", "request_spending", **SPENDING, amount_fen="1", submission_serial=9)
NO_CREDITOR = begun("claims", "file_claim", creditor_id=99999, filed_fen="1", basis="货款")
NO_SUM = begun("claims", "file_claim", creditor_name="甲", filed_fen="一百", basis="货款")
BY_EFFECTS: tuple[tuple[str, str, str, Callable[[Occasion, Liquidation], Any]], ...] = (
    ("met", CLERK, "submission_serial", NO_REQUEST),
    ("met", CLERK, "asset_serial", begun("claims", "file_claim", **CLAIM, asset_serial=9)),
    ("met", CLERK, "creditor_id", NO_CREDITOR),
    ("met", JUDGE, "serials", stepped("confirm_claims", serials="99")),
    ("met", JUDGE, "serials", stepped("fix_provisional_amounts", **REASON, serials="99")),
    ("met", CLERK, "effective_on", begun("claims", "file_claim", **CLAIM, effective_on="2026-12-31")),
    ("met", CLERK, "effective_on", begun("claims", "file_claim", **CLAIM, effective_on="0202-12-31")),
    ("met", CLERK, "filed_fen", NO_SUM),
)
"""Stage, person, field that is named, and an act that only its effects or its payload refuse."""


@pytest.mark.parametrize(("stage", "who", "field", "act"), BY_EFFECTS)
def test_what_only_the_effect_refuses_the_check_refuses_in_the_same_words(
    at_on_sqlite: At, stage: str, who: str, field: str, act: Callable[[Occasion, Liquidation], Any]
) -> None:
    case = at_on_sqlite(stage)

    said = checked_and_confirmed(case, who, lambda now: act(now, case))

    assert said is not None
    assert field in said.get("errors", {}), said


def test_too_little_cash_on_the_day_is_said_by_the_check_as_by_the_confirmation(at_on_sqlite: At) -> None:
    case = at_on_sqlite("met")
    before = today(case)
    case.begin("spendings", "request_spending", **SPENDING, amount_fen="500")
    case.later(1)
    case.hold_money(500)
    case.move("spendings", 1, "approve_spending", JUDGE, approved_fen="500", effective_on=before)

    pay = moved("spendings", "pay_spending", paid_fen="500", effective_on=before)
    said = checked_and_confirmed(case, CLERK, lambda now: pay(now, case))

    assert said is not None
    assert "不足500.00元" in str(said["errors"])


def test_a_check_of_a_seal_stores_no_bytes_and_seals_nothing(at_on_sqlite: At) -> None:
    case = at_on_sqlite("declared")
    with case.play.bench.reading() as session:
        drafts = session.scalars(
            select(Document).where(Document.case_id == case.case, Document.state == DocumentState.DRAFT.value)
        )
        paper = next(one for one in drafts if not one.kind.value.endswith("_RULING"))
    for name, who in (("submit", JUDGE), ("approve", JUDGE)):
        case.play.paper_step(paper.id, name, who)

    def seal(now: Occasion) -> Any:
        return documents.take_step(now, paper.id, "seal", {}, version=None)

    said = told(case, "guyin", seal, check=True)

    assert said is None
    with case.play.bench.reading() as session:
        again = session.get_one(Document, paper.id)
        assert (again.state, again.sha256) == (DocumentState.APPROVED.value, None)
    assert not list(case.play.bench.mill.store.root.rglob("*"))


def test_a_check_of_a_petition_takes_no_case_number(at_on_sqlite: At) -> None:
    case = at_on_sqlite("opened")

    def receive(now: Occasion) -> Any:
        return cases.receive(now, "receive_application", petition(7))

    said = checked_and_confirmed(case, "lian", receive)

    assert said is None
    with case.play.bench.reading() as session:
        taken = select(Case.serial).where(Case.case_type == CaseType.BK_APPLICATION, Case.court_id == 1)
        serials = sorted(session.scalars(taken))
    assert serials == list(range(1, len(serials) + 1))
