"""What the rules of votes ask of a case: who holds claims, came, may vote, has voted."""

from collections.abc import Sequence, Set
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.services.meetings import voting_roll
from models import Attendance, Ballot, Case, Claim, Motion, Party, PlanApproval, Resolution, VotingRight
from models.vocabulary import ClaimState, MotionState, PlanApprovalState, ResolutionMatter, ResolutionState
from workflows.calculations.stakes import FIXED, Stake


class VotingContents:
    """The creditors of one case and their votes, one question at a time."""

    session: Session
    case: Case

    def claims_with_a_vote(self) -> int:
        """How many claims are fixed, or have an amount fixed for voting."""
        counts = Claim.state.in_(FIXED) | Claim.provisional_fen.is_not(None)
        chosen = select(func.count(Claim.id)).where(Claim.case_id == self.case.id, counts)
        return self.session.scalar(chosen) or 0

    def holders_of_claims(self, parties: Set[int]) -> Set[int]:
        """Of these parties, the creditors who hold a claim that was not withdrawn."""
        return self._among(
            select(Claim.party_id).where(
                Claim.case_id == self.case.id,
                Claim.state != ClaimState.WITHDRAWN.value,
                Claim.party_id.in_(parties),
            )
        )

    def names_of(self, parties: Sequence[int]) -> Sequence[str]:
        """The names of parties, in their order."""
        found = select(Party.id, Party.name).where(Party.id.in_(parties), Party.case_id == self.case.id)
        names: dict[int, str] = dict(self.session.execute(found).all())
        return [names.get(number, str(number)) for number in parties]

    def attending(self, meeting_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those who have signed in to a meeting."""
        came = Attendance.meeting_id == meeting_id
        return self._among(select(Attendance.party_id).where(came, Attendance.party_id.in_(parties)))

    def voted_at(self, meeting_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those whose ballot stands on any motion of a meeting."""
        return self._among(
            select(Ballot.party_id)
            .join(Motion, Motion.id == Ballot.motion_id)
            .where(Motion.meeting_id == meeting_id, Ballot.stands, Ballot.party_id.in_(parties))
        )

    def open_motions(self, matter: ResolutionMatter) -> int:
        """How many motions on a matter are being voted on."""
        chosen = select(func.count(Motion.id)).where(
            Motion.case_id == self.case.id, Motion.matter == matter, Motion.state == MotionState.OPEN.value
        )
        return self.session.scalar(chosen) or 0

    def stakes(self) -> Sequence[Stake]:
        """Every claim that was not withdrawn, as votes see it now, by number."""
        return voting_roll.stakes_of(self.session, self.case)

    def claims_missing(self, serials: Set[int]) -> Set[int]:
        """Of these numbers, those that the claims table does not have."""
        if not serials:
            return set()
        there = self._among(
            select(Claim.serial).where(
                Claim.case_id == self.case.id, Claim.state != ClaimState.WITHDRAWN.value
            )
        )
        return serials - there

    def plan_motions(self) -> Sequence[Motion]:
        """The motions on a reorganization plan that were not withdrawn, by number."""
        own = (Motion.case_id == self.case.id) & (Motion.matter == ResolutionMatter.M6)
        standing = select(Motion).where(own, Motion.state != MotionState.WITHDRAWN.value)
        return self.session.scalars(standing.order_by(Motion.serial)).all()

    def approvals_pending(self) -> int:
        """How many applications to approve a plan stand (EBL 87(2))."""
        chosen = select(func.count(PlanApproval.id)).where(
            PlanApproval.case_id == self.case.id, PlanApproval.state == PlanApprovalState.FILED.value
        )
        return self.session.scalar(chosen) or 0

    def class_votes(self) -> Sequence[Resolution]:
        """The votes of classes on a reorganization plan that were not revoked, by number."""
        own = (Resolution.case_id == self.case.id) & Resolution.group.is_not(None)
        standing = select(Resolution).where(own, Resolution.state != ResolutionState.REVOKED_ALL.value)
        return self.session.scalars(standing.order_by(Resolution.serial)).all()

    def with_a_vote(self, motion_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those who may vote on a motion."""
        may = (VotingRight.motion_id == motion_id) & VotingRight.may_vote
        return self._among(select(VotingRight.party_id).where(may, VotingRight.party_id.in_(parties)))

    def voted_on(self, motion_id: int, parties: Set[int]) -> Set[int]:
        """Of these creditors, those whose ballot stands on a motion."""
        stands = (Ballot.motion_id == motion_id) & Ballot.stands
        return self._among(select(Ballot.party_id).where(stands, Ballot.party_id.in_(parties)))

    def yet_to_vote(self, motion_id: int) -> int:
        """How many creditors may vote on a motion and have not."""
        voted = select(Ballot.party_id).where(Ballot.motion_id == motion_id, Ballot.stands)
        chosen = select(func.count(VotingRight.id)).where(
            VotingRight.motion_id == motion_id, VotingRight.may_vote, VotingRight.party_id.not_in(voted)
        )
        return self.session.scalar(chosen) or 0

    def _among(self, chosen: Any) -> Set[int]:
        return set(self.session.scalars(chosen))
