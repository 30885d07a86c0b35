"""What lies before a creditor who has entered his filing code: the last day, his claims, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from court_app.services.claims import claim_papers
from court_app.services.equalisation.failed_plans import receipts_of_claim
from court_app.services.occasion import Occasion
from court_app.services.payments.payment_accounts import account_of, masked
from court_app.services.procedure import parts, steps
from models import (
    Case,
    CaseEvent,
    Claim,
    ClaimFiling,
    ClaimPaper,
    Deadline,
    FilingCode,
    Party,
    PlanReceipt,
)
from models.vocabulary import ClaimClass, ClaimState, DeadlineKind, PartyRole
from workflows.guards.claims import last_interest_day
from workflows.law.settings import read_settings
from workflows.procedures.claim import CLAIM
from workflows.text import Text
from workflows.transition import Obstacle

S = ClaimState
FILE, CORRECT, WITHDRAW, ASK = "file_claim", "correct_claim", "withdraw_claim", "ask_correction"
NOT_LISTED = (S.FILED, S.REGISTERED, S.REVIEWED)
NEXT = {
    S.FILED: Text("已收到。管理人登记造册后审查；登记不以材料齐全为条件。"),
    S.REGISTERED: Text("已登记。管理人正在审查，审查以前可以补正和补充证据。"),
    S.REVIEWED: Text("已审查。审查结果编入债权表后提交债权人会议核查。"),
    S.LISTED: Text("已编入债权表，等待债权人会议核查；有异议的，可以在核查时提出，由管理人解释或者调整。"),
    S.VERIFIED: Text(
        "债权人会议已经核查。无异议的由法院裁定确认；有异议的，经管理人解释或者调整后仍不服的，应当在期限内起诉或者申请仲裁。"
    ),
    S.CONFIRMED: Text("法院已经裁定确认，按确认的金额参加分配。"),
    S.DISPUTED: Text("有人对本债权提出异议；异议人应当在期限内起诉或者申请仲裁。"),
    S.SUED: Text("债权确认诉讼正在进行；裁判生效前，分配额提存。"),
    S.ARBITRATED: Text("仲裁正在进行；裁决生效前，分配额提存。"),
    S.JUDGED: Text("已由生效裁判确定，按确定的金额参加分配。"),
    S.SETTLED: Text("异议已经解决，按确定的金额参加分配。"),
    S.WITHDRAWN: Text("申报已经撤回。最后分配以前可以重新申报；申报期满后的为补充申报。"),
}
"""What happens next, in a sentence to the creditor."""


@dataclass(frozen=True, slots=True)
class Own:
    """A claim of the creditor: how it was filed, its papers, its receipt, what he may do with it."""

    claim: Claim
    filing: ClaimFiling | None
    papers: list[ClaimPaper]
    receipt: CaseEvent | None
    asked: CaseEvent | None
    may: frozenset[str]
    suit_by: Deadline | None
    plan_receipts: Sequence[PlanReceipt] = ()

    @property
    def state(self) -> ClaimState:
        """Where it stands."""
        return ClaimState(self.claim.state)

    @property
    def next(self) -> Text:
        """What happens next."""
        return NEXT[self.state]

    @property
    def shows_review(self) -> bool:
        """Whether the creditor sees what was admitted: once it is in the claims table (EBL 57(2))."""
        return self.state not in NOT_LISTED

    @property
    def is_open(self) -> bool:
        """Whether papers may still be handed in with it."""
        return self.filing is not None and self.state in CLAIM.named(CORRECT)[0].sources

    @property
    def correction(self) -> tuple[str, date | None] | None:
        """What the administrator asks to be corrected, and by when; None if nothing."""
        return correction_of(self.claim, [self.asked] if self.asked else [])


@dataclass(frozen=True, slots=True)
class FilingDesk:
    """What lies before a creditor who has entered his code."""

    code: FilingCode
    case: Case
    creditor: Party | None
    claims: list[Own]
    obstacles: tuple[Obstacle, ...]
    last_day: date | None
    today: date
    interest_until: date | None
    account: str

    @property
    def late(self) -> bool:
        """Whether the window is over, so that what is filed now is late (EBL 56(1))."""
        return self.last_day is not None and self.today > self.last_day

    @property
    def days_left(self) -> int:
        """Calendar days until the last day, which counts."""
        return (self.last_day - self.today).days if self.last_day else 0

    @property
    def administrators(self) -> list[Party]:
        """Who is asked for help."""
        return self.case.parties_as(PartyRole.ADMINISTRATOR)

    def own(self, serial: int) -> Own | None:
        """One of his claims by its number."""
        return next((own for own in self.claims if own.claim.serial == serial), None)


def creditor_of(occasion: Occasion, code: FilingCode) -> Party | None:
    """Whose code it is; of one handed to somebody unknown, who has filed by it."""
    if code.party is not None:
        return code.party
    return occasion.session.scalar(
        select(Party)
        .join(Claim, Claim.party_id == Party.id)
        .join(ClaimFiling, ClaimFiling.claim_id == Claim.id)
        .where(ClaimFiling.code_id == code.id)
        .order_by(Claim.serial)
        .limit(1)
    )


def desk_of(occasion: Occasion, code: FilingCode) -> FilingDesk:
    """What lies before the creditor: all claims of his own code, else only what was filed by it."""
    case, creditor = code.case, creditor_of(occasion, code)
    account = account_of(occasion, code.party_id) if code.party_id else None
    last = case.flags.get("claims_deadline")
    blank = parts.blank(occasion, case, parts.PARTS["claims"])
    attempt = steps.attempt_of(occasion.by_the_law_itself(), blank)
    return FilingDesk(
        code=code,
        case=case,
        creditor=creditor,
        claims=own_claims(occasion, code),
        obstacles=CLAIM.obstacles(CLAIM.named(FILE)[0], blank, attempt),
        last_day=date.fromisoformat(last) if last else None,
        today=occasion.today,
        interest_until=last_interest_day(case.accepted_on, read_settings(case.court.settings)),
        account=masked(account.account_number) if account else "",
    )


def own_claims(occasion: Occasion, code: FilingCode) -> list[Own]:
    """The claims that a code shows, by number, with everything about them in a few queries."""
    own = ClaimFiling.code_id == code.id
    seen = own if code.party_id is None else own | (Claim.party_id == code.party_id)
    rows = occasion.session.execute(
        select(Claim, ClaimFiling)
        .outerjoin(ClaimFiling, ClaimFiling.claim_id == Claim.id)
        .where(Claim.case_id == code.case_id, seen)
        .order_by(Claim.serial)
    ).all()
    ids = [claim.id for claim, _ in rows]
    papers, events = claim_papers.of_claims(occasion, ids), events_of(occasion, ids)
    suits = suits_of(code.case)
    return [
        Own(
            claim=claim,
            filing=filing,
            papers=[paper for paper in papers if paper.claim_id == claim.id],
            receipt=first(events, claim, FILE),
            asked=last(events, claim, ASK),
            may=allowed(occasion, claim) if is_his(code, claim, filing) else frozenset(),
            suit_by=suit_of(suits, claim),
            plan_receipts=receipts_of_claim(occasion, claim) if claim.plan_received_fen else (),
        )
        for claim, filing in rows
    ]


def is_his(code: FilingCode, claim: Claim, filing: ClaimFiling | None) -> bool:
    """Whether the code may change the claim: only what was filed by it, never what came on paper."""
    return filing is not None and filing.code_id == code.id and claim.case_id == code.case_id


def allowed(occasion: Occasion, claim: Claim) -> frozenset[str]:
    """What may be done with a claim by code, as it stands."""
    found = steps.options(occasion.by_the_law_itself(), claim)
    return frozenset(
        option.transition.name
        for option in found
        if option.allowed and option.transition.name in {CORRECT, WITHDRAW}
    )


def events_of(occasion: Occasion, claim_ids: Sequence[int]) -> list[CaseEvent]:
    """What was filed and asked for, in its order."""
    return list(
        occasion.session.scalars(
            select(CaseEvent)
            .where(
                CaseEvent.machine == CLAIM.name,
                CaseEvent.subject_id.in_(claim_ids),
                CaseEvent.step.in_((FILE, CORRECT, ASK)),
            )
            .order_by(CaseEvent.position)
        )
    )


def correction_of(claim: Claim, events: Sequence[CaseEvent]) -> tuple[str, date | None] | None:
    """What was asked to be corrected of a claim and is not yet, and by when; None if nothing is."""
    asked = last(events, claim, ASK)
    if asked is None or not claim.flags.get("correction_asked"):
        return None
    until = asked.payload.get("until_on")
    return str(asked.payload.get("reason", "")), date.fromisoformat(until) if until else None


def correction_asked(occasion: Occasion, part: object) -> tuple[str, date | None] | None:
    """The same for the team, of a part of a case; None if it is no claim."""
    return correction_of(part, events_of(occasion, [part.id])) if isinstance(part, Claim) else None


def first(events: Sequence[CaseEvent], claim: Claim, step: str) -> CaseEvent | None:
    """The first time that a step was taken with a claim."""
    return next((one for one in events if (one.subject_id, one.step) == (claim.id, step)), None)


def last(events: Sequence[CaseEvent], claim: Claim, step: str) -> CaseEvent | None:
    """The last time that a step was taken with a claim."""
    return first(events[::-1], claim, step)


def suits_of(case: Case) -> list[Deadline]:
    """The clocks within which who objects must sue (EBL 58(3), I3-8), the latest first."""
    found = [clock for clock in case.deadlines if clock.kind == DeadlineKind.CLAIM_SUIT]
    return sorted(found, key=lambda clock: clock.due_on, reverse=True)


def suit_of(clocks: Sequence[Deadline], claim: Claim) -> Deadline | None:
    """The clock of this claim, else that of the meeting at which it was verified."""
    if claim.state not in {S.VERIFIED.value, S.DISPUTED.value} or claim.claim_class == ClaimClass.EMP:
        return None
    of_claim = [clock for clock in clocks if clock.machine == CLAIM.name and clock.subject_id == claim.id]
    of_meeting = [clock for clock in clocks if clock.trigger_on == claim.verified_on]
    return next(iter(of_claim or of_meeting), None)
