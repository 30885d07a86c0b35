"""The demonstration: every scene ends where it says, and its history is whole."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from court_app.bench import Bench
from court_app.demo.cases import SCENES
from court_app.demo.liquidation_scenes import LIQUIDATION_SCENES
from court_app.demo.petition_scenes import PETITION_SCENES
from court_app.demo.year import load_year
from court_app.services.casework.proving import check_everything
from models import (
    Appointment,
    Asset,
    Case,
    CaseEvent,
    Claim,
    Court,
    Distribution,
    Party,
    Payment,
    Resolution,
    Retrieval,
    SecuredReturn,
    Share,
    Submission,
)
from models.vocabulary import CaseType, PartyRole, PaymentState, ProcedureType, RetrievalGround
from tests.demo.conftest import TODAY

STATES = (
    ("struck_off", 28, "LQ_DEREGISTERED", "T120B"),
    ("ended_after_distribution", 24, "LQ_TERMINATED", "T120B"),
    ("distributed_to_the_end", 18, "LQ_FINAL_DISTRIBUTED", None),
    ("distributed_once", 17, "LQ_DECLARED", None),
    ("ended_with_nothing", 23, "LQ_TERMINATED", "T120A"),
    ("plan_voted_down", 16, "LQ_DECLARED", None),
    ("gone_on", 22, "LQ_ENDED_SURVIVING", "T108B"),
    ("ended_by_agreement", 20, "LQ_TERMINATED", "T105"),
    ("ended_for_expenses", 19, "LQ_TERMINATED", "T43"),
    ("administrator_replaced", 12, "LQ_OPEN", None),
    ("selling", 15, "LQ_DECLARED", None),
    ("ended_by_guarantor", 21, "LQ_TERMINATED", "T108A"),
    ("ended_without_books", 25, "LQ_TERMINATED", "TUNABLE"),
    ("meeting_just_held", 14, "LQ_OPEN", None),
    ("dismissed_for_good", 27, "LQ_DISMISSED_FINAL", None),
    ("dismissal_appealed", 26, "LQ_DISMISS_APPEAL", None),
    ("claims_coming_in", 13, "LQ_OPEN", None),
    ("plan_failed", 29, "LQ_DECLARED", None),
    ("plan_refused_by_a_class", 30, "LQ_OPEN", None),
    ("surplus_given", 31, "LQ_FINAL_DISTRIBUTED", None),
)
"""Scene, number of its company, state, ground."""

pytestmark = pytest.mark.slow


def case_of(bench: Bench, company: int) -> Case:
    """The accepted case of an invented company."""
    from court_app.demo.petitions import COMPANIES

    with bench.reading() as session:
        return session.scalars(
            select(Case)
            .join(Party, Party.case_id == Case.id)
            .where(
                Case.case_type == CaseType.BK_CASE,
                Party.role == PartyRole.DEBTOR,
                Party.name == COMPANIES[company][0],
            )
        ).one()


def test_every_liquidation_scene_is_looked_at() -> None:
    shown = [scene.__name__ for _, scene in LIQUIDATION_SCENES]

    assert shown == [name for name, *_ in STATES]
    assert SCENES[: len(PETITION_SCENES)] == PETITION_SCENES


@pytest.mark.parametrize(("scene", "company", "state", "ground"), STATES, ids=[s[0] for s in STATES])
def test_a_scene_ends_in_the_state_it_says(
    played: Bench, scene: str, company: int, state: str, ground: str | None
) -> None:
    case = case_of(played, company)

    assert (case.state, case.flags.get("ground")) == (state, ground), scene


def test_reorganisation_and_composition_stand_in_their_first_state(played: Bench) -> None:
    with played.reading() as session:
        found = session.execute(
            select(Case.procedure_type, Case.state).where(
                Case.case_type == CaseType.BK_CASE, Case.procedure_type != ProcedureType.LIQUIDATION
            )
        ).all()

    assert {(kind.value, state) for kind, state in found} == {
        ("REORGANIZATION", "RO_PERIOD"),
        ("COMPOSITION", "HJ_ORDERED"),
    }


def test_the_history_and_the_papers_of_the_demonstration_are_whole(played: Bench) -> None:
    with played.reading() as session:
        report = check_everything(session, played.mill.store)

    assert report.faults == ()
    assert report.papers > 20


def test_nothing_is_done_tomorrow_and_no_step_of_a_case_before_the_step_before(played: Bench) -> None:
    with played.reading() as session:
        rows = session.execute(
            select(CaseEvent.case_id, CaseEvent.effective_on)
            .where(CaseEvent.machine.like("BK_%"))
            .order_by(CaseEvent.case_id, CaseEvent.position)
        ).all()

    days: dict[int, list[object]] = {}
    for case_id, on in rows:
        days.setdefault(case_id, []).append(on)
    assert all(listed == sorted(listed) for listed in days.values())  # type: ignore[type-var]
    assert max(on for _, on in rows) <= TODAY


def test_claims_assets_votes_offices_and_requests_are_shown_in_many_states(played: Bench) -> None:
    with played.reading() as session:

        def states(model: type[object]) -> set[str]:
            return set(session.scalars(select(model.state)))  # type: ignore[attr-defined]

        assert states(Claim) >= {"FILED", "REGISTERED", "LISTED", "CONFIRMED", "SUED"}
        assert states(Asset) >= {"APPRAISED", "FOR_SALE", "SOLD", "PAID"}
        assert states(Resolution) >= {"FINAL", "FAILED"}
        assert states(Appointment) >= {"APPOINTED", "REPLACED", "ENDED"}
        assert states(Submission) >= {"SUBMITTED", "GRANTED", "NOTED"}
        assert {s.value for s in session.scalars(select(Share.state))} >= {
            "PAID",
            "LITIGATED",
            "CONDITIONAL",
        }
        assert {p.value for p in session.scalars(select(Payment.state))} >= {
            "PAID",
            "DEPOSITED",
            "IN_KIND",
        }
        assert {d.value for d in session.scalars(select(Distribution.kind))} == {
            "INTERIM",
            "FINAL",
            "SUPPLEMENTARY",
            "SURPLUS",
        }


def test_money_and_things_that_do_not_arrive_are_shown(played: Bench) -> None:
    with played.reading() as session:
        late = session.scalars(select(Payment).where(Payment.reopened_on.is_not(None))).one()
        things = session.scalars(select(Payment).where(Payment.asset_id.is_not(None))).all()
        bounced = session.scalars(select(SecuredReturn)).one()
        kept = session.scalars(select(Retrieval).where(Retrieval.ground == RetrievalGround.IN_TRANSIT)).one()

        assert (late.state, bounced.state) == (PaymentState.RETURNED, "RETURNED")
        assert {thing.state for thing in things} == {PaymentState.IN_KIND, PaymentState.DEPOSITED}
        assert kept.state == "PAYING"


def test_a_year_has_as_many_petitions_as_were_wanted_within_its_days(bench: Bench) -> None:
    told: list[str] = []

    loaded = load_year(bench, TODAY, told.append, cases=10)

    with bench.reading() as session:
        petitions = session.scalar(
            select(func.count(Case.id)).where(Case.case_type == CaseType.BK_APPLICATION)
        )
        received = list(session.scalars(select(Case.received_on)))
        assert session.scalar(select(func.count(Court.id))) == 3
        assert check_everything(session, bench.mill.store).faults == ()
    assert (loaded, petitions, len(told)) == (10, 10, 1)
    assert TODAY - timedelta(days=365) <= min(received) <= max(received) <= TODAY
