"""The votes of creditors' meetings: who came, motions, who may vote on each with how much, every ballot.

Sums in fen. What may be voted with is frozen when a motion is put to the vote, so a count can be checked
against the register rows that it rests on.
"""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import (
    Base,
    Day,
    Digest,
    Fen,
    Instant,
    JsonList,
    JsonObject,
    Name,
    Pk,
    Short,
    Version,
    Words,
)
from models.case import Case
from models.estate import Meeting, Resolution
from models.party import Party
from models.vocabulary import (
    AttendanceKind,
    BallotChannel,
    BallotChoice,
    NoVote,
    ResolutionMatter,
    RightsBy,
    VotingGroup,
)


class Motion(Base):
    """What is put to the vote at a meeting, and, once counted, its figures and the resolution made.

    A class votes on a reorganization plan by a motion of its own: `unaffected` are the numbers of claims
    that the plan leaves as they are (I3-11(2)), `consultation` what came before its second vote (EBL 87(1)),
    `rights_by` by what those on the case's list of investors vote (EBL 85(2)); where there is no list,
    `investors` is the class as it was typed: name, voting rights as fen of capital, whether affected.
    `remuneration` is the plan for the administrator's that goes into the draft (AR 10), line by line.
    """

    __tablename__ = "motions"
    __table_args__ = (UniqueConstraint("case_id", "serial"),)

    id: Mapped[Pk]
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    case: Mapped[Case] = relationship()
    serial: Mapped[int]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), index=True)
    meeting: Mapped[Meeting] = relationship(lazy="joined")
    matter: Mapped[ResolutionMatter]
    group: Mapped[VotingGroup | None] = mapped_column("voting_group")
    small_up_to_fen: Mapped[Fen | None]
    unaffected: Mapped[Words] = mapped_column(default="", server_default="")
    unaffected_because: Mapped[Words] = mapped_column(default="", server_default="")
    consultation: Mapped[Words] = mapped_column(default="", server_default="")
    investors: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    rights_by: Mapped[RightsBy | None]
    subject: Mapped[Name]
    content: Mapped[Words] = mapped_column(default="")
    remuneration: Mapped[JsonList] = mapped_column(default=list, server_default="[]")
    put_on: Mapped[Day]
    closes_on: Mapped[date | None]
    counted_on: Mapped[date | None]
    state: Mapped[Short]
    flags: Mapped[JsonObject] = mapped_column(default=dict)
    present: Mapped[int | None]
    for_heads: Mapped[int | None]
    for_fen: Mapped[Fen | None]
    total_fen: Mapped[Fen | None]
    working: Mapped[JsonList] = mapped_column(default=list)
    resolution_id: Mapped[int | None] = mapped_column(ForeignKey("resolutions.id"))
    resolution: Mapped[Resolution | None] = relationship(lazy="joined")
    version: Mapped[Version] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}

    @property
    def title(self) -> str:
        """How lists name it."""
        return self.subject


class VotingRight(Base):
    """Whether a creditor may vote on a motion, with how much, and by which of his claims (EBL 59).

    `claims` holds a row of the register each: number, class, the sum it stands for, what of it counts, and
    why not if it does not. `listed` is the row of the list of investors by which an investor votes, as it
    stood then: number, capital or shares, and the working.
    """

    __tablename__ = "voting_rights"
    __table_args__ = (UniqueConstraint("motion_id", "party_id"),)

    id: Mapped[Pk]
    motion_id: Mapped[int] = mapped_column(ForeignKey("motions.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    first_claim: Mapped[int]
    may_vote: Mapped[bool]
    why: Mapped[NoVote | None]
    counts_fen: Mapped[Fen]
    claims: Mapped[JsonList]
    listed: Mapped[JsonObject] = mapped_column(default=dict, server_default="{}")


class Ballot(Base):
    """What a creditor says to a motion; a corrected ballot stays, with its reason, and stands no more."""

    __tablename__ = "ballots"
    __table_args__ = (
        Index(
            "ix_ballots_one_stands",
            "motion_id",
            "party_id",
            unique=True,
            sqlite_where=text("stands"),
            postgresql_where=text("stands"),
        ),
    )

    id: Mapped[Pk]
    motion_id: Mapped[int] = mapped_column(ForeignKey("motions.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    choice: Mapped[BallotChoice]
    channel: Mapped[BallotChannel]
    cast_at: Mapped[Instant]
    kept_by: Mapped[Name]
    stands: Mapped[bool] = mapped_column(default=True)
    reason: Mapped[Name] = mapped_column(default="")


class Attendance(Base):
    """A creditor who attends a meeting, himself or by a proxy (EBL 59(4))."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("meeting_id", "party_id"),)

    id: Mapped[Pk]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    how: Mapped[AttendanceKind]
    representative: Mapped[Name] = mapped_column(default="")
    came_at: Mapped[datetime]


class VotingCode(Base):
    """The code by which a creditor votes in a meeting from his phone; only its digest is kept."""

    __tablename__ = "voting_codes"
    __table_args__ = (UniqueConstraint("meeting_id", "party_id"),)

    id: Mapped[Pk]
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    meeting: Mapped[Meeting] = relationship()
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    party: Mapped[Party] = relationship(lazy="joined")
    edition: Mapped[int] = mapped_column(default=1)
    digest: Mapped[Digest] = mapped_column(unique=True)
