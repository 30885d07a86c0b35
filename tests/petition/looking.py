"""What tests look at."""

from sqlalchemy import func, select

from court_app.demo.actors import Play
from models import Case, CaseEvent, Deadline, Document
from models.vocabulary import DeadlineKind


def state_of(play: Play, case_id: int) -> str:
    """The state of a case."""
    with play.bench.reading() as session:
        return session.get_one(Case, case_id).state


def clock(play: Play, case_id: int, kind: DeadlineKind) -> Deadline:
    """The latest clock of a kind in a case."""
    with play.bench.reading() as session:
        return session.scalars(
            select(Deadline)
            .where(Deadline.case_id == case_id, Deadline.kind == kind)
            .order_by(Deadline.id.desc())
        ).first()


def events(play: Play, case_id: int) -> int:
    """How many events a case has."""
    with play.bench.reading() as session:
        return session.scalar(select(func.count(CaseEvent.id)).where(CaseEvent.case_id == case_id))


def steps(play: Play, case_id: int) -> list[str]:
    """The steps of a case's own procedure, in their order."""
    with play.bench.reading() as session:
        return list(
            session.scalars(
                select(CaseEvent.step)
                .where(CaseEvent.case_id == case_id, CaseEvent.machine.like("BK_%"))
                .order_by(CaseEvent.position)
            )
        )


def papers(play: Play, case_id: int) -> list[Document]:
    """The papers of a case, in the order they were drafted."""
    with play.bench.reading() as session:
        return list(
            session.scalars(select(Document).where(Document.case_id == case_id).order_by(Document.id))
        )
