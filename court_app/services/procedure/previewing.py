"""What a step would do if it were taken today: of a case or of a part of it, writing nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from court_app.services.casework import clocks
from court_app.services.casework.cases import by_creditor
from court_app.services.claims import claim_previews
from court_app.services.claims.set_off_effects import foreseen
from court_app.services.distribution import distributions
from court_app.services.distribution.distributing import entitled, ties_among
from court_app.services.distribution.distribution_drafts import taking_part
from court_app.services.equalisation.failed_plans import rest_after
from court_app.services.fees.fee_previews import working_before
from court_app.services.joint_debts.one_debts import left_open
from court_app.services.meetings import tallies
from court_app.services.meetings.plan_approvals import consider
from court_app.services.occasion import Occasion
from court_app.services.papers.about import about
from court_app.services.papers.recipients import Recipient, party_of, recipients
from court_app.services.payments.payments_ready import ready_payments
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.machines import Part
from court_app.services.procedure.step_records import case_of
from models import Case, CaseEvent, Deadline, Motion, PlanApproval, SetOff
from models.vocabulary import DocumentKind, SetOffState, Term
from workflows.calculations.committee import count
from workflows.calculations.majority import majority
from workflows.calculations.money import yuan
from workflows.calculations.waterfall import divide
from workflows.deadlines import Period
from workflows.effects import Effect, effects_of
from workflows.guards.holdings import CALLING, RECONSIDERING
from workflows.guards.plans import rule_of
from workflows.law.settings import read_settings
from workflows.text import Text, day_from
from workflows.transition import Starts, Transition

FIGURES = ("present", "for_heads", "for_fen", "total_fen")
"""What a payload holds if the step is a vote."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a step would do; `working` is the arithmetic of a vote or a division, line by line."""

    target: Term | None
    starts: tuple[tuple[Term, Period], ...]
    ends: tuple[Deadline, ...]
    papers: tuple[DocumentKind, ...]
    served_on: tuple[tuple[DocumentKind, tuple[Recipient, ...]], ...]
    effects: tuple[Effect, ...]
    working: tuple[Text, ...] = ()


def preview(
    occasion: Occasion, subject: Case | Part, row: Transition, data: Mapping[str, Any] | None = None
) -> Preview:
    """Look ahead.

    Args:
        occasion: who, when, in which transaction.
        subject: the case or the part; a part may be about to begin.
        row: the row of the law that would be taken.
        data: what was typed, as the payload reads it; nothing before it was typed.
    """
    case, part = case_of(subject), None if isinstance(subject, Case) else subject
    told = {**known(subject, row.name), **(data or {})}
    on = told.get("effective_on") or occasion.today
    turn = clocks.Turn(occasion, case, on, CaseEvent(), read_settings(case.court.settings), part)
    begins = part is not None and not part.state
    ended = () if begins else clocks.own(turn, (*row.ends, *row.cancels))
    party_id = party_of(part)
    return Preview(
        target=row.target,
        starts=tuple(started(turn, start, told) for start in row.starts if runs(start, subject, told)),
        ends=tuple(ended),
        papers=tuple(issue.kind for issue in row.documents if issue.when(subject)),
        served_on=tuple(
            (s.document, tuple(recipients(case, s.on, party_id))) for s in row.serves if s.when(subject)
        ),
        effects=effects_of(row.bundle, by_creditor=by_creditor(case)) if row.bundle else (),
        working=arithmetic(occasion, subject, row, data or {})
        or of_set_off(occasion, part, row)
        or rest_after(occasion, part, data or {})
        or claim_previews.working_before(occasion, subject, row, data or {})
        or of_approval(occasion, part, data or {})
        or of_those_who_ask(occasion, case, data or {})
        or working_before(occasion, subject, data or {}),
    )


def of_set_off(occasion: Occasion, part: Part | None, row: Transition) -> tuple[Text, ...]:
    """The working of a set-off that would take effect (I2-42)."""
    takes_effect = row.target == SetOffState.EFFECTIVE and "reckon_set_offs" in row.does
    return foreseen(occasion, part) if isinstance(part, SetOff) and takes_effect else ()


def known(subject: Case | Part, step: str) -> Mapping[str, Any]:
    """What a step may know of its subject; nothing of a part that is about to begin."""
    return {} if not isinstance(subject, Case) and not subject.state else about(subject, step)


def runs(start: Starts, subject: Case | Part, told: Mapping[str, Any]) -> bool:
    """Whether a clock would start, as far as that can be told before the step."""
    if not isinstance(subject, Case) and not subject.state:
        return False
    trigger = told.get(start.from_field) if start.from_field else True
    return bool(trigger) and start.when(subject)


def started(turn: clocks.Turn, start: Starts, told: Mapping[str, Any]) -> tuple[Term, Period]:
    """A clock with its arithmetic; a last day that was typed counts as named by the court."""
    trigger: date = day_from(told[start.from_field]) if start.from_field else turn.on
    until = told.get(start.until_field) if start.until_field else None
    return start.kind, clocks.reckon(turn, start.kind, trigger, until=until)


def arithmetic(
    occasion: Occasion, subject: Case | Part, row: Transition, data: Mapping[str, Any]
) -> tuple[Text, ...]:
    """The working of a vote (EBL 64; I3-14) or of the division that a distribution would make (EBL 113)."""
    if isinstance(subject, Motion) and "count_ballots" in row.does:
        return tallies.count(occasion.session, subject).working
    case = case_of(subject)
    if all(name in data for name in FIGURES):
        return majority(rule_of(data), **{name: data[name] for name in FIGURES}).working
    if "votes" in data:
        return count(vote["vote"] for vote in data["votes"]).working
    if "make_payment_file" in row.does and "distribution_serial" in data:
        return (held_by_file(occasion, case, data["distribution_serial"]),)
    pool = pool_of(row, data)
    if pool is None:
        return ()
    claims = taking_part(occasion.session, case)
    counting = entitled(occasion.session, case, claims)
    ties = ties_among(occasion.session, case, claims)
    return (*ties.lines(claims, left_open(counting, ties)), *divide(pool, counting).working)


def of_approval(occasion: Occasion, part: Part | None, data: Mapping[str, Any]) -> tuple[Text, ...]:
    """What the six conditions of an application come to (EBL 87(2))."""
    if not isinstance(part, PlanApproval) or "plan_ratio" not in data:
        return ()
    return consider(occasion, part.case, data).weighed.working


def of_those_who_ask(occasion: Occasion, case: Case, data: Mapping[str, Any]) -> tuple[Text, ...]:
    """What creditors who ask for a meeting or for reconsideration hold (EBL 62(2), 66)."""
    if not data.get("proposers") and not data.get("applicants"):
        return ()
    asking = CALLING if data.get("proposers") else RECONSIDERING
    contents, settings = CaseContents(occasion.session, case), read_settings(case.court.settings)
    return tuple(asking.working(asking.holding(data, settings, contents), contents))


def held_by_file(occasion: Occasion, case: Case, distribution: int) -> Text:
    """What a payment file would hold."""
    made = distributions.find(occasion, case, distribution)
    ready = [one.amount_fen for one in ready_payments(occasion.session, made.id)]
    return Text("列入付款文件{count}笔，合计{sum}元。", count=len(ready), sum=yuan(sum(ready)))


def pool_of(row: Transition, data: Mapping[str, Any]) -> int | None:
    """What a step would distribute, in fen; None if it distributes nothing."""
    if "distribute" in row.does and "pool_fen" in data:
        return int(data["pool_fen"])
    if "supplement" in row.does and "found_fen" in data:
        return max(0, int(data["found_fen"]) - int(data["costs_fen"]))
    return None
