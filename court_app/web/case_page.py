"""What the page of a case is made of: state and flags in words, clocks, effects, the next day to keep."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, url_for

from court_app import visit
from court_app.languages import cited, thawed
from court_app.permissions import acts_outside
from court_app.services.casework import cases
from court_app.services.procedure import step_records
from court_app.services.procedure.parts import PARTS, SHARED
from models import Case, Deadline, Document
from models.vocabulary import OF_ADMINISTRATOR, CaseType, DeadlineStatus, LegalActor
from workflows.effects import BUNDLE_LABELS, BUNDLES, Effect, effects_of, mark_of
from workflows.flags import FLAGS, in_words
from workflows.law.citations import cite
from workflows.text import Text, day_from

PLANS = ("mgmt_plan", "realisation_plan", "distribution_plan")


def init_app(app: Flask) -> None:
    """Give templates what the header of a case needs."""
    app.jinja_env.filters.update(articles=articles)
    app.jinja_env.globals.update(
        case_state=state_of,
        next_clock=next_clock,
        overdue=overdue,
        from_outside=from_outside,
        own_kinds=[kind for path, kind in PARTS.items() if path not in SHARED],
    )


def from_outside() -> bool:
    """Whether the person sits at no court and acts for an administrator."""
    user = visit.visitor()
    return user is not None and acts_outside(user)


def paper_address(paper: Document) -> str:
    """Where a person opens a paper: its page, or its issued bytes."""
    if from_outside() and paper.kind not in OF_ADMINISTRATOR:
        return url_for("served.pdf", case_id=paper.case_id, document_id=paper.id)
    return url_for("papers.show", document_id=paper.id)


def state_of(case: Case) -> Any:
    """The state of a case as a word."""
    return step_records.procedure_of(case).states(case.state)


def articles(basis: str) -> str:
    """Articles as a clock or an entry of the docket keeps them, as people cite them."""
    return cited(cite(*basis.split("; "))) if basis else ""


def clock_order(clock: Deadline) -> tuple[bool, Any]:
    """Running clocks first, by their last day."""
    return clock.status not in {DeadlineStatus.RUNNING, DeadlineStatus.PAUSED}, clock.due_on


def working(clock: Deadline) -> list[str]:
    """The arithmetic of a clock, line by line, in the language of the request."""
    return thawed(clock.working)


def clocks_of(case: Case) -> list[Deadline]:
    """The clocks of a case, running ones first; an administrator sees those that he must keep."""
    shown = [c for c in case.deadlines if c.owed_by == LegalActor.ADMIN or not from_outside()]
    return sorted(shown, key=clock_order)


def overdue(clock: Deadline) -> bool:
    """Whether the last day of a running clock has passed."""
    return clock.due_on < visit.occasion().today


def next_clock(case: Case) -> Deadline | None:
    """The running clock that ends first."""
    running = [clock for clock in clocks_of(case) if clock.status == DeadlineStatus.RUNNING]
    return min(running, key=lambda clock: clock.due_on, default=None)


def flags_in_words(case: Case) -> list[tuple[Text, Any]]:
    """How far a bankruptcy case has come beside its state: label and value."""
    flags = case.flags
    held = day_of(flags, "first_meeting_held_on")
    planned = day_of(flags, "first_meeting_on")
    meeting: Any = held or (Text("定于{day}", day=planned) if planned else in_words(None))
    lines: list[tuple[Text, Any]] = [
        (FLAGS["claim_window"], window(flags)),
        (Text("第一次债权人会议"), meeting),
        *((FLAGS[plan], in_words(flags.get(plan))) for plan in PLANS),
        (Text("宣告破产"), day_of(flags, "declared_on") or in_words(None)),
    ]
    if flags.get("ground"):
        lines.append((Text("终结事由"), in_words(flags["ground"])))
    if flags.get("admin_duties"):
        lines.append((FLAGS["admin_duties"], in_words(flags["admin_duties"])))
    return lines


def window(flags: dict[str, Any]) -> Any:
    """The window for claims with its last day."""
    words, until = in_words(flags.get("claim_window")), day_of(flags, "claims_deadline")
    return Text("{words}（截止{day}）", words=words, day=until) if until else words


def day_of(flags: dict[str, Any], name: str) -> Any:
    """A day that a case keeps among its flags."""
    return day_from(flags[name]) if flags.get(name) else None


@dataclass(frozen=True, slots=True)
class Seen:
    """An effect of a step, and what was done about it: day, person and remark, if anything was."""

    effect: Effect
    done: Any


@dataclass(frozen=True, slots=True)
class Bundle:
    """The effects that the law attaches to a step that was taken."""

    code: str
    label: Text
    effects: list[Seen]

    @property
    def open(self) -> int:
        """How many the court still has to see to."""
        return sum(1 for seen in self.effects if seen.effect.court_sees_to_it and not seen.done)


def bundles_of(case: Case) -> list[Bundle]:
    """The effects that have come about in a bankruptcy case, by the step that brought them."""
    if case.case_type != CaseType.BK_CASE:
        return []
    marks = case.flags.get("effects", {})
    codes = dict.fromkeys(["E-ACCEPT", *case.flags.get("bundles", [])])
    return [
        Bundle(
            code,
            BUNDLE_LABELS[code],
            [
                Seen(effect, marks.get(mark_of(code, effect.number)))
                for effect in effects_of(code, by_creditor=cases.by_creditor(case))
            ],
        )
        for code in codes
        if code in BUNDLES
    ]
