"""Who may sit on a creditors' committee, and what it may do (EBL 67, 68; I3-13)."""

from models.vocabulary import CommitteePower, ResolutionMatter
from workflows.law.citations import cite

M, P = ResolutionMatter, CommitteePower

MOST_MEMBERS = 9
"""债权人委员会成员不得超过九人 (EBL 67(1))."""
STAFF_MEMBERS = 1
"""一名债务人的职工代表或者工会代表 (EBL 67(1))."""
COMPOSITION = cite("EBL 67(1)")
DELEGABLE = (M.M2, M.M3, M.M5)
"""What the meeting may delegate to the committee (I3-13)."""
DELEGATION = cite("EBL 68(1)④", "I3 13")
NEEDS: dict[CommitteePower, ResolutionMatter] = {P.COSTS: M.M2, P.ADMINISTRATOR: M.M3, P.BUSINESS: M.M5}
"""Powers that the committee has only where the meeting has delegated the matter (EBL 68(1)④)."""
