"""The handbook: every procedure as a table of steps, a diagram and a role matrix, from its rows alone."""

from collections.abc import Iterator

from models.vocabulary import Role
from workflows.engine import Procedure
from workflows.procedures.appeal import BANKRUPTCY_APPEAL
from workflows.procedures.application import BANKRUPTCY_APPLICATION
from workflows.procedures.appointment import APPOINTMENT
from workflows.procedures.asset import ASSET
from workflows.procedures.avoidance import AVOIDANCE
from workflows.procedures.bankruptcy_case import BANKRUPTCY_CASE
from workflows.procedures.claim import CLAIM
from workflows.procedures.committee import COMMITTEE, DELIBERATION
from workflows.procedures.court_fee import COURT_FEE
from workflows.procedures.delivery import DELIVERY
from workflows.procedures.document import DOCUMENT
from workflows.procedures.failed_plan import FAILED_PLAN, PLAN_RECEIPT
from workflows.procedures.investor import INVESTOR
from workflows.procedures.joint_party import JOINT_PARTY
from workflows.procedures.meeting import MEETING
from workflows.procedures.motion import MOTION
from workflows.procedures.plan_approval import PLAN_APPROVAL
from workflows.procedures.remuneration import REMUNERATION
from workflows.procedures.remuneration_payments import COLLATERAL_FEE, INSTALMENT
from workflows.procedures.resolution import RESOLUTION
from workflows.procedures.retrieval import RETRIEVAL
from workflows.procedures.secured_return import SECURED_RETURN
from workflows.procedures.selection import SELECTION
from workflows.procedures.set_off import SET_OFF
from workflows.procedures.spending import SPENDING
from workflows.procedures.submission import SUBMISSION
from workflows.procedures.supervision import DISPOSAL, INSPECTION
from workflows.transition import Transition

PROCEDURES = (
    BANKRUPTCY_APPLICATION,
    BANKRUPTCY_APPEAL,
    BANKRUPTCY_CASE,
    SELECTION,
    APPOINTMENT,
    SUBMISSION,
    CLAIM,
    JOINT_PARTY,
    SET_OFF,
    MEETING,
    MOTION,
    RESOLUTION,
    PLAN_APPROVAL,
    ASSET,
    AVOIDANCE,
    COMMITTEE,
    DELIBERATION,
    DISPOSAL,
    INSPECTION,
    RETRIEVAL,
    REMUNERATION,
    INSTALMENT,
    COLLATERAL_FEE,
    COURT_FEE,
    SPENDING,
    FAILED_PLAN,
    PLAN_RECEIPT,
    INVESTOR,
    SECURED_RETURN,
    DOCUMENT,
    DELIVERY,
)


def handbook() -> str:
    """The page, in Markdown."""
    lines = [
        "# 办案手册：程序与步骤",
        "",
        "本页由 `court procedure print` 从程序表生成；请改程序表，不改本页。",
    ]
    for procedure in PROCEDURES:
        lines += ["", *chapter(procedure)]
    return "\n".join(lines) + "\n"


def chapter(procedure: Procedure) -> Iterator[str]:
    """One procedure."""
    yield f"## {procedure.label}（`{procedure.name}`）"
    yield ""
    yield "| 步骤 | 名称 | 从 | 到 | 行为人 | 记录人 | 依据 | 期限 | 文书 |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for row in procedure.transitions:
        yield "| " + " | ".join(cells(row)) + " |"
    yield ""
    yield from diagram(procedure)
    yield ""
    yield from matrix(procedure)


def cells(row: Transition) -> tuple[str, ...]:
    """A row of the table of steps."""
    clocks = [f"起：{start.kind.zh}" for start in row.starts]
    clocks += [f"止：{kind.zh}" for kind in row.ends]
    clocks += [f"撤：{kind.zh}" for kind in row.cancels]
    clocks += [f"停：{kind.zh}" for kind in row.pauses] + [f"续：{kind.zh}" for kind in row.resumes]
    clocks += [f"延：{kind.zh}" for kind, _ in row.extends]
    target = row.target.zh if row.target else "不变"
    return (
        f"`{row.name}`",
        str(row.label),
        "、".join(state.zh for state in row.sources) or "（开始）",
        target,
        row.actor.zh,
        row.seat.zh + "：" + "、".join(role.zh for role in sorted(row.recorded_by)),
        "；".join(citation.zh for citation in row.basis),
        "；".join(clocks) or "—",
        "、".join(issue.kind.zh for issue in row.documents) or "—",
    )


def diagram(procedure: Procedure) -> Iterator[str]:
    """The states and what leads from one to another, as Mermaid."""
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in procedure.states:
        yield f"    {state.name}: {state.zh}"
    drawn = set()
    for row in procedure.transitions:
        for source in row.sources or (None,):
            target = row.target or source
            line = f"    {source.name if source else '[*]'} --> {target.name if target else ''}: {row.label}"
            if target is not source and line not in drawn:
                drawn.add(line)
                yield line
    yield "```"


def matrix(procedure: Procedure) -> Iterator[str]:
    """Which role may record which step."""
    roles = [role for role in Role if any(role in row.recorded_by for row in procedure.transitions)]
    yield "| 步骤 | " + " | ".join(role.zh for role in roles) + " |"
    yield "|---|" + "---|" * len(roles)
    by_name: dict[str, set[Role]] = {}
    for row in procedure.transitions:
        by_name.setdefault(str(row.label), set()).update(row.recorded_by)
    for label, allowed in by_name.items():
        yield f"| {label} | " + " | ".join("●" if role in allowed else "" for role in roles) + " |"
