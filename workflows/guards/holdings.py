"""Guards of what creditors ask together: that they hold enough, by the claims table (EBL 62(2), 66)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.vocabulary import MeetingCaller
from workflows.calculations.holdings import MOST_SHOWN, Holding, Whole, holding
from workflows.contents import Contents, contents_of
from workflows.law.citations import cite
from workflows.law.thresholds import CALL_A_MEETING, RECONSIDER_DISTRIBUTION, Threshold
from workflows.payloads.serials import serials_of
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


@dataclass(frozen=True, slots=True)
class Asking:
    """Something that only creditors with enough claims may ask for.

    `named` is the field with the numbers of their claims; `held` and `total` are the fields of figures that
    are typed where the case has no claim with a vote yet.
    """

    named: str
    held: str
    total: str
    secured_too: bool
    threshold: Threshold
    code: str
    text: Text

    def whole(self, settings: Mapping[str, Any]) -> Whole:
        """Of what their share is a part, as the court has set it."""
        return Whole(
            self.secured_too,
            bool(settings["employee_claims_in_total"]),
            bool(settings["unfixed_claims_in_total"]),
        )

    def holding(self, data: Mapping[str, Any], settings: Mapping[str, Any], contents: Contents) -> Holding:
        """What those who ask hold, by the claims table as it stands."""
        return holding(contents.stakes(), serials_of(data[self.named]), self.whole(settings))

    def working(self, found: Holding, contents: Contents) -> list[Text]:
        """How what they hold comes about."""
        names = contents.names_of([creditor for creditor, *_ in found.rows[:MOST_SHOWN]])
        return found.working(self.threshold, names)


CALLING = Asking(
    "proposers",
    "proposers_fen",
    "total_fen",
    True,
    CALL_A_MEETING,
    "callers_hold_too_little",
    Text("提议召开会议的债权人须占债权总额的四分之一以上。"),
)
RECONSIDERING = Asking(
    "applicants",
    "holds_fen",
    "total_fen",
    False,
    RECONSIDER_DISTRIBUTION,
    "holds_too_little",
    Text("对分配方案的裁定，须由债权额占无财产担保债权总额二分之一以上的债权人申请复议。"),
)


def callers_hold_enough(meeting: Any, attempt: Attempt) -> Obstacle | None:
    """EBL 62(2): creditors who ask for a meeting hold a quarter of all claims."""
    if attempt.data["called_by"] != MeetingCaller.CREDITORS:
        return None
    return they_hold_enough(CALLING, attempt)


def they_hold_enough(asking: Asking, attempt: Attempt) -> Obstacle | None:
    """Whether those who ask hold enough: reckoned from the claims table, typed only where none has a vote."""
    data, contents, basis = attempt.data, contents_of(attempt), asking.threshold.basis
    if not contents.claims_with_a_vote():
        if asking.threshold.reached(data[asking.held], data[asking.total]):
            return None
        return Obstacle(asking.code, asking.text, basis)
    if not data[asking.named] or data[asking.held] or data[asking.total]:
        return Obstacle(
            "reckoned_from_the_table",
            Text("本案已有确定或者临时确定的债权：请填写这些债权人的债权表序号，数额由系统计算，不要填写。"),
            basis,
        )
    missing = contents.claims_missing(serials_of(data[asking.named]))
    if missing:
        wrong = Text("债权表中没有这些序号：{serials}。", serials=sorted(missing)[:20])
        return Obstacle("no_such_claim", wrong, basis)
    found = asking.holding(data, attempt.settings, contents)
    if found.reaches(asking.threshold):
        return None
    *_, held = asking.working(found, contents)
    return Obstacle(asking.code, Text("{law}{held}", law=asking.text, held=held), basis)


def no_creditors_are_named_for_others(meeting: Any, attempt: Attempt) -> Obstacle | None:
    """EBL 62(2): creditors are named where they propose the meeting, and nowhere else."""
    data = attempt.data
    if data["called_by"] == MeetingCaller.CREDITORS or not data["proposers"]:
        return None
    return Obstacle(
        "proposed_by_others", Text("只有债权人提议召开的，才填写提议的债权人。"), cite("EBL 62(2)")
    )
