"""The parts of a case: claims, meetings, resolutions, assets, the administrator's office, submissions.

Each moves in a machine of its own. `PARTS` says of every kind how it is named in addresses and how a new
one is made of what was supplied; all else is one way for all of them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import func, select

from court_app.errors import NotFound
from court_app.permissions import acts_outside
from court_app.services.administrators.selecting import make_selection
from court_app.services.casework import cases
from court_app.services.claims.making_claims import make_claim
from court_app.services.distribution.making_investors import make_investor
from court_app.services.equalisation.making_failed_plans import make_failed_plan, make_plan_receipt
from court_app.services.estate.secured_returns import make_secured_return
from court_app.services.fees.making_fees import (
    make_collateral_fee,
    make_court_fee,
    make_instalment,
    make_remuneration,
)
from court_app.services.joint_debts.making_joint_parties import make_joint_party
from court_app.services.meetings.making_supervision import (
    make_committee,
    make_deliberation,
    make_disposal,
    make_inspection,
)
from court_app.services.meetings.plan_approvals import make_plan_approval
from court_app.services.occasion import Occasion
from court_app.services.procedure import machines, steps
from court_app.services.procedure.machines import Part
from court_app.services.procedure.making_parts import (
    make_appointment,
    make_asset,
    make_avoidance,
    make_meeting,
    make_motion,
    make_resolution,
    make_retrieval,
    make_set_off,
    make_spending,
    make_submission,
)
from court_app.services.procedure.step_records import Fill, Taken
from models import (
    Appointment,
    Asset,
    Avoidance,
    Case,
    Claim,
    CollateralFee,
    Committee,
    CourtFee,
    Deliberation,
    Disposal,
    FailedPlan,
    Inspection,
    Instalment,
    Investor,
    JointParty,
    Meeting,
    Motion,
    PlanApproval,
    PlanReceipt,
    Remuneration,
    Resolution,
    Retrieval,
    SecuredReturn,
    Selection,
    SetOff,
    Spending,
    Submission,
)
from workflows.engine import Option, Procedure
from workflows.text import Text


@dataclass(frozen=True, slots=True)
class PartKind:
    """A kind of part: its name in addresses, its table, its label, how a new one is made."""

    path: str
    model: type[Part]
    label: Text
    make: Fill

    @property
    def procedure(self) -> Procedure:
        """The machine that it moves in."""
        return machines.BY_MODEL[self.model]


PARTS: dict[str, PartKind] = {
    kind.path: kind
    for kind in (
        PartKind("claims", Claim, Text("债权"), make_claim),
        PartKind("joint_parties", JointParty, Text("连带关系人"), make_joint_party),
        PartKind("set_offs", SetOff, Text("抵销"), make_set_off),
        PartKind("meetings", Meeting, Text("债权人会议"), make_meeting),
        PartKind("motions", Motion, Text("议案"), make_motion),
        PartKind("resolutions", Resolution, Text("决议"), make_resolution),
        PartKind("plan_approvals", PlanApproval, Text("申请批准重整计划草案"), make_plan_approval),
        PartKind("assets", Asset, Text("财产"), make_asset),
        PartKind("avoidances", Avoidance, Text("撤销与追收"), make_avoidance),
        PartKind("investors", Investor, Text("出资人"), make_investor),
        PartKind("committees", Committee, Text("债权人委员会"), make_committee),
        PartKind("committee_decisions", Deliberation, Text("委员会决定"), make_deliberation),
        PartKind("disposals", Disposal, Text("重大行为报告"), make_disposal),
        PartKind("inspections", Inspection, Text("债权人查阅"), make_inspection),
        PartKind("retrievals", Retrieval, Text("取回权"), make_retrieval),
        PartKind("spendings", Spending, Text("费用与共益债务"), make_spending),
        PartKind("secured_returns", SecuredReturn, Text("担保债权付款退回"), make_secured_return),
        PartKind("appointments", Appointment, Text("管理人任职"), make_appointment),
        PartKind("selections", Selection, Text("选定管理人"), make_selection),
        PartKind("submissions", Submission, Text("请示与报告"), make_submission),
        PartKind("remunerations", Remuneration, Text("管理人报酬"), make_remuneration),
        PartKind("instalments", Instalment, Text("收取报酬"), make_instalment),
        PartKind("collateral_fees", CollateralFee, Text("担保物报酬"), make_collateral_fee),
        PartKind("court_fees", CourtFee, Text("案件受理费"), make_court_fee),
        PartKind("failed_plans", FailedPlan, Text("失败的重整、和解"), make_failed_plan),
        PartKind("plan_receipts", PlanReceipt, Text("重整、和解中的受偿"), make_plan_receipt),
    )
}
SHARED = frozenset(
    {
        "claims",
        "joint_parties",
        "set_offs",
        "meetings",
        "motions",
        "resolutions",
        "plan_approvals",
        "assets",
        "avoidances",
        "retrievals",
        "investors",
        "committees",
        "committee_decisions",
        "disposals",
        "inspections",
        "spendings",
        "secured_returns",
        "appointments",
        "submissions",
    }
    | {"remunerations", "instalments", "collateral_fees", "court_fees"}
    | {"failed_plans", "plan_receipts"}
)
"""What a case shows to its administrator; any other kind is the court's own."""
BY_MACHINE = {kind.procedure.name: kind for kind in PARTS.values()}


def kind_of(path: str) -> PartKind:
    """The kind of part that an address names.

    Raises:
        NotFound: if there is none.
    """
    if path not in PARTS:
        raise NotFound(Text("没有这个页面。"))
    return PARTS[path]


def shown_kind(occasion: Occasion, path: str) -> PartKind:
    """The kind of part that an address names, if the person may see such parts at all.

    Raises:
        NotFound: if there is none for this person.
    """
    outside = occasion.user is not None and acts_outside(occasion.user)
    return kind_of(path if path in SHARED or not outside else "")


def find(occasion: Occasion, case_id: int, path: str, serial: int) -> Part:
    """A part of a case that the person may read, by its number.

    Raises:
        NotFound: if there is none for this person.
    """
    case = cases.find_shared(occasion, case_id)
    return of_case(occasion, case, shown_kind(occasion, path), serial)


def of_case(occasion: Occasion, case: Case, kind: PartKind, serial: int) -> Part:
    """A part of this very case."""
    model = kind.model
    part = occasion.session.scalar(select(model).where(model.case_id == case.id, model.serial == serial))
    if part is None:
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=kind.label))
    return cast(Part, part)


def list_of(
    occasion: Occasion, case: Case, kind: PartKind, *, state: str | None = None, page: int = 1, size: int = 20
) -> list[Part]:
    """The parts of a kind in a case, by number, a page at a time."""
    model = kind.model
    chosen = select(model).where(model.case_id == case.id)
    if state:
        chosen = chosen.where(model.state == state)
    return list(occasion.session.scalars(chosen.order_by(model.serial).limit(size).offset((page - 1) * size)))


def count_of(occasion: Occasion, case: Case, kind: PartKind, *, state: str | None = None) -> int:
    """How many parts of a kind a case has, in a state if one is named."""
    model = kind.model
    chosen = select(func.count(model.id)).where(model.case_id == case.id)
    return occasion.session.scalar(chosen.where(model.state == state) if state else chosen) or 0


def next_serial(occasion: Occasion, case: Case, model: type[Part]) -> int:
    """The number that the next part of a kind gets; the caller holds the case."""
    last = occasion.session.scalar(select(func.max(model.serial)).where(model.case_id == case.id))
    return (last or 0) + 1


def blank(occasion: Occasion, case: Case, kind: PartKind) -> Part:
    """A part that is about to begin."""
    serial = next_serial(occasion, case, kind.model)
    made: Any = kind.model(case=case, state="", flags={}, serial=serial, version=1)
    return cast(Part, made)


def begin(occasion: Occasion, case_id: int, path: str, name: str, data: Mapping[str, Any]) -> Taken:
    """Begin a part of a case by one of the steps that begin one; see `steps.begin`."""
    case, kind = cases.hold_shared(occasion, case_id), kind_of(path)
    return steps.begin(occasion, blank(occasion, case, kind), name, data, kind.make)


def begin_within(taken: Taken, path: str, name: str, data: Mapping[str, Any]) -> Part:
    """Begin a part as an effect of another step: the system records what the law brings about."""
    occasion, kind = taken.occasion.by_the_law_itself(), PARTS[path]
    made = blank(occasion, taken.case, kind)
    dated = {"effective_on": taken.on.isoformat(), **data}
    begun = steps.begin(occasion, made, name, dated, kind.make)
    return begun.part or made


def take_step(
    occasion: Occasion,
    case_id: int,
    path: str,
    serial: int,
    name: str,
    data: Mapping[str, Any],
    *,
    version: int | None,
) -> Taken:
    """Take a step of a part; see `steps.take` for what may be raised."""
    case = cases.hold_shared(occasion, case_id)
    part = of_case(occasion, case, kind_of(path), serial)
    return steps.take(occasion, part, name, data, version=version)


def take_within(taken: Taken, part: Part, name: str, data: Mapping[str, Any] | None = None) -> Taken:
    """Take a step of a part as an effect of another step."""
    dated = {"effective_on": taken.on.isoformat(), **(data or {})}
    return steps.take(taken.occasion.by_the_law_itself(), part, name, dated, version=None)


def options(occasion: Occasion, part: Part) -> list[Option]:
    """Every step of a part as it stands now, the system's own left out; see `steps.own`."""
    found = steps.own(occasion, steps.options(occasion, part))
    return [option for option in found if option.transition.recorded_by_people]


def beginnings(occasion: Occasion, case: Case, kind: PartKind) -> list[Option]:
    """Every step that begins a part of this kind, as the case stands now; the system's own left out."""
    made = kind.model(case=case, state="", flags={}, serial=0, version=1)
    attempt = steps.attempt_of(occasion, made)
    rows = [row for row in kind.procedure.transitions if not row.sources and row.recorded_by_people]
    found = [Option(row, kind.procedure.obstacles(row, made, attempt)) for row in rows]
    return steps.own(occasion, found)


def serials_in_words(serials: Iterable[int]) -> str:
    """Numbers as ranges: 1-20, 23."""
    words: list[str] = []
    start = end = None
    for serial in sorted(serials):
        if end is not None and serial == end + 1:
            end = serial
            continue
        if start is not None:
            words.append(f"{start}" if start == end else f"{start}-{end}")
        start = end = serial
    if start is not None:
        words.append(f"{start}" if start == end else f"{start}-{end}")
    return ",".join(words)
