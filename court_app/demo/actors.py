"""A day at the demonstration court: who does what, through the services, as a user would."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from court_app.bench import Bench
from court_app.services.casework import cases, parties, sweeping, teams
from court_app.services.occasion import Occasion
from court_app.services.papers import deliveries, documents
from court_app.services.procedure import parts
from models import Case, Delivery, Document, User
from models.vocabulary import DeliveryState, DocumentKind, DocumentState, TeamRole

NINE = time(9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@dataclass
class Play:
    """A stage on which the demonstration is played: a bench, and the day it is."""

    bench: Bench
    day: date
    people: dict[str, int] = field(default_factory=dict)
    sitting: Session | None = None

    @property
    def now(self) -> datetime:
        """Nine in the morning of the day."""
        return datetime.combine(self.day, NINE).astimezone(UTC)

    def later(self, days: int) -> None:
        """Let days pass, and let the law bring about what falls due."""
        self.day += timedelta(days=days)
        with self.transaction() as session:
            sweeping.sweep(self.bench.occasion(session, None, self.now))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Record what is done at one sitting in one transaction; a play of many steps is faster so."""
        if self.sitting is not None:
            yield
            return
        with self.bench.writing() as session, session.begin():
            self.sitting = session
            try:
                yield
            finally:
                self.sitting = None

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """The transaction of the sitting, or one for a single act."""
        if self.sitting is not None:
            yield self.sitting
            return
        with self.bench.writing() as session, session.begin():
            yield session

    @contextmanager
    def looking(self) -> Iterator[Session]:
        """A look at what is there, during a sitting too."""
        if self.sitting is not None:
            yield self.sitting
            return
        with self.bench.reading() as session:
            yield session

    def occasion(self, session: Session, who: str) -> Occasion:
        """The moment of one person."""
        return self.bench.occasion(session, session.get_one(User, self.people[who]), self.now)

    def receive(self, data: Mapping[str, Any], step: str = "receive_application", who: str = "lian") -> int:
        """Take a petition at the window; returns the case's id."""
        with self.transaction() as session:
            return cases.receive(self.occasion(session, who), step, data).id

    def assign(self, case_id: int, places: Mapping[str, TeamRole], who: str = "tangbo") -> None:
        """Name the team of a case."""
        with self.transaction() as session:
            named = [(self.people[name], role) for name, role in places.items()]
            teams.assign(self.occasion(session, who), case_id, named, version=None)

    def add_party(self, case_id: int, data: Mapping[str, Any], who: str = "heqieyu") -> None:
        """Take a known creditor or an authority into a case."""
        with self.transaction() as session:
            parties.add(self.occasion(session, who), case_id, data)

    def step(self, case_id: int, name: str, who: str, **data: Any) -> None:
        """Take a step in a case."""
        with self.transaction() as session:
            cases.take_step(self.occasion(session, who), case_id, name, data, version=None)

    def paper_step(self, document_id: int, name: str, who: str, **data: Any) -> None:
        """Take a step of a document."""
        with self.transaction() as session:
            documents.take_step(self.occasion(session, who), document_id, name, data, version=None)

    def delivery_step(self, delivery_id: int, name: str, who: str, **data: Any) -> None:
        """Take a step of a delivery."""
        with self.transaction() as session:
            deliveries.take_step(self.occasion(session, who), delivery_id, name, data, version=None)

    def begin_part(self, case_id: int, path: str, step: str, /, who: str = "heqieyu", **data: Any) -> int:
        """Begin a part of a case (a claim, an asset …); returns its number."""
        with self.transaction() as session:
            begun = parts.begin(self.occasion(session, who), case_id, path, step, data).part
            return begun.serial if begun is not None else 0

    def part_step(
        self, case_id: int, path: str, serial: int, step: str, /, who: str = "heqieyu", **data: Any
    ) -> None:
        """Take a step of a part of a case."""
        with self.transaction() as session:
            parts.take_step(self.occasion(session, who), case_id, path, serial, step, data, version=None)

    def child_of(self, case_id: int) -> int:
        """The case that a case has opened."""
        with self.looking() as session:
            return (
                session.scalars(
                    select(Case.id).where(Case.parent_id == case_id).order_by(Case.id.desc())
                ).first()
                or 0
            )

    def drafts(self, case_id: int, kind: DocumentKind) -> list[int]:
        """The drafts of a kind in a case."""
        with self.looking() as session:
            return list(
                session.scalars(
                    select(Document.id)
                    .where(
                        Document.case_id == case_id,
                        Document.kind == kind,
                        Document.state == DocumentState.DRAFT.value,
                    )
                    .order_by(Document.id)
                )
            )

    def issue(self, case_id: int, kind: DocumentKind, team: "Hands") -> None:
        """Take the drafts of a kind through approval, seal and issue."""
        for document_id in self.drafts(case_id, kind):
            self.paper_step(document_id, "submit", team.author)
            for member in team.others if kind.value.endswith("_RULING") else ():
                self.paper_step(document_id, "give_opinion", member, agrees=True)
            self.paper_step(document_id, "approve", team.approver)
            self.paper_step(document_id, "seal", team.seal)
            self.paper_step(document_id, "issue", team.clerk)

    def issue_own(self, case_id: int, kind: DocumentKind, who: str = "hengzheng") -> None:
        """The administrator signs, seals and sends out the drafts of a kind himself."""
        for document_id in self.drafts(case_id, kind):
            for name in ("submit", "approve", "seal", "issue"):
                self.paper_step(document_id, name, who)

    def serve(self, case_id: int, kind: DocumentKind, team: "Hands", on: date | None = None) -> None:
        """Send out what was issued and confirm that it arrived."""
        for delivery_id in self.prepared(case_id, kind):
            self.delivery_step(delivery_id, "send", team.clerk, method="DIRECT")
            self.delivery_step(
                delivery_id,
                "confirm",
                team.clerk,
                served_on=(on or self.day).isoformat(),
                signed_by="前台签收",
            )

    def prepared(self, case_id: int, kind: DocumentKind) -> list[int]:
        """The deliveries of a kind of paper that wait to be sent."""
        with self.looking() as session:
            return list(
                session.scalars(
                    select(Delivery.id)
                    .join(Document, Document.id == Delivery.document_id)
                    .where(
                        Delivery.case_id == case_id,
                        Document.kind == kind,
                        Delivery.state == DeliveryState.PREPARED.value,
                    )
                    .order_by(Delivery.id)
                )
            )


@dataclass(frozen=True)
class Hands:
    """Through whose hands a paper goes."""

    author: str = "shenzhiheng"
    approver: str = "shenzhiheng"
    others: tuple[str, ...] = ("ouyangshen", "luyun")
    seal: str = "guyin"
    clerk: str = "heqieyu"


PANEL = {
    "shenzhiheng": TeamRole.PRESIDING_JUDGE,
    "ouyangshen": TeamRole.PANEL_MEMBER,
    "luyun": TeamRole.PANEL_MEMBER,
    "fangyining": TeamRole.ASSISTANT,
    "heqieyu": TeamRole.CLERK,
}
APPEAL_PANEL = {
    "gaoyuan": TeamRole.PRESIDING_JUDGE,
    "bailu": TeamRole.PANEL_MEMBER,
    "qinchuan": TeamRole.PANEL_MEMBER,
    "shuji": TeamRole.CLERK,
}
APPEAL_HANDS = Hands("gaoyuan", "gaoyuan", ("bailu", "qinchuan"), "yinxin", "shuji")
