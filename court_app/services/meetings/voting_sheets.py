"""What is printed of a meeting: tally sheet, resolution, minutes, attendance list, slips with codes."""

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.meetings import attendance, tallies, voting_codes
from court_app.services.meetings.tally_lines import line_of
from court_app.services.occasion import Occasion
from documents.register_sheet import RegisterSheet, SheetColumn, render_register
from documents.voting_slips import VotingSlip, render_slips
from models import Case, Meeting, Motion
from models.vocabulary import MotionState, ResolutionState, VotingGroup
from workflows.calculations.money import yuan
from workflows.law.citations import cite, together
from workflows.numerals import arabic_date
from workflows.text import Text, thaw

MOST_PRINTED = 10_000
TALLY = (
    SheetColumn("序号", 12, "center"),
    SheetColumn("债权人"),
    SheetColumn("债权表序号、性质、债权额（元）", 76),
    SheetColumn("计入总额（元）", 34, "right"),
    SheetColumn("表决意见", 20, "center"),
    SheetColumn("表决方式", 28, "center"),
    SheetColumn("无表决权的理由", 44),
)
EQUITY_TALLY = (
    TALLY[0],
    SheetColumn("出资人"),
    SheetColumn("出资人名册的登记", 76),
    SheetColumn("表决权（元）", 34, "right"),
    *TALLY[4:],
)
"""The same of the class of investors, who vote by the list of them."""
COUNTERS = ("计票人", "监票人", "会议主席")


def tally_sheet(occasion: Occasion, motion: Motion) -> bytes:
    """The tally sheet: each creditor with his register rows and ballot, and how the result follows.

    Raises:
        BadInput: if there are too many rows to be printed at once.
    """
    page, equity = tallies.rows_of(occasion, motion, size=MOST_PRINTED), motion.group == VotingGroup.EQUITY
    if page.total > MOST_PRINTED:
        raise BadInput({"motion": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})
    return render_register(
        sheet_of(
            occasion,
            motion.case,
            "债权人会议表决计票单",
            columns=EQUITY_TALLY if equity else TALLY,
            lines=tuple(line_of(place, row, equity=equity) for place, row in enumerate(page.rows, 1)),
            opening=opening_of(motion),
            totals=working_of(occasion, motion),
            signed_by=COUNTERS,
            basis=together(tallies.rule_of(motion).basis, "zh"),
        )
    )


def resolution_sheet(occasion: Occasion, motion: Motion) -> bytes:
    """The resolution that followed from a count, to be signed by the chair (EBL 64).

    Raises:
        BadInput: if the motion was not counted.
    """
    if motion.state != MotionState.COUNTED.value or motion.resolution is None:
        raise BadInput({"motion": [Text("议案尚未计票。")]})
    content = (f"议案内容：{motion.content}",) if motion.content else ()
    listed = tuple(thaw(line, "zh", str) for line in motion.remuneration)
    return render_register(
        sheet_of(
            occasion,
            motion.case,
            "债权人会议决议",
            columns=(),
            lines=(),
            opening=(*opening_of(motion), *content, *listed, *working_of(occasion, motion)),
            totals=binding(motion) if passed(motion) else (),
            signed_by=("会议主席",),
            basis=together(cite("EBL 61(1)", "EBL 64"), "zh"),
            landscape=False,
        )
    )


def binding(motion: Motion) -> tuple[str, ...]:
    """Whom a resolution that was carried binds; a class alone binds nobody (EBL 64(3), 84(2), 86)."""
    if motion.group is not None:
        return (f"{motion.group.zh}通过草案；各组均通过并经人民法院裁定批准的，重整计划才有约束力。",)
    return ("债权人会议的决议，对于全体债权人均有约束力。",)


def minutes_sheet(occasion: Occasion, meeting: Meeting) -> bytes:
    """The minutes of a meeting: when, where, who, what was said, every motion with its result."""
    motions = list(
        occasion.session.scalars(
            select(Motion).where(Motion.meeting_id == meeting.id).order_by(Motion.serial)
        )
    )
    held = arabic_date(meeting.held_on) if meeting.held_on else "尚未召开"
    facts = (
        f"会议：第{meeting.serial}次债权人会议（{meeting.form.zh}）。召集：{meeting.called_by.zh}。",
        f"时间：{held} {meeting.time}。地点或者网络平台：{meeting.place or '—'}。",
        f"会议主席：{meeting.chair or '—'}。",
        f"出席：有表决权的债权人{meeting.present}人，代表无财产担保债权{yuan(meeting.present_fen)}元。",
        f"议题：{meeting.agenda}",
        f"会议记录：{meeting.minutes or '—'}",
    )
    return render_register(
        sheet_of(
            occasion,
            meeting.case,
            "债权人会议记录",
            columns=(
                SheetColumn("议案", 0),
                SheetColumn("同意／出席（人）", 26, "center"),
                SheetColumn("同意／总额（元）", 52, "right"),
                SheetColumn("结果", 22, "center"),
            ),
            lines=tuple(map(line_of_motion, motions)),
            opening=facts,
            totals=(),
            signed_by=("主席", "记录人"),
            basis=together(cite("EBL 60(2)", "EBL 61", "EBL 64"), "zh"),
            landscape=False,
        )
    )


def attendance_sheet(occasion: Occasion, meeting: Meeting) -> bytes:
    """The attendance list of a meeting, to be signed; who has signed in already is shown.

    Raises:
        BadInput: if there are too many creditors to be printed at once.
    """
    page = attendance.members(occasion, meeting, size=MOST_PRINTED)
    if page.total > MOST_PRINTED:
        raise BadInput({"meeting": [Text("超过{most}行，请导出表格。", most=MOST_PRINTED)]})
    lines = tuple(
        (
            str(member.first_claim),
            member.party.name,
            member.came.how.zh if member.came else "",
            member.came.representative if member.came else "",
            "",
        )
        for member in page.rows
    )
    return render_register(
        sheet_of(
            occasion,
            meeting.case,
            f"第{meeting.serial}次债权人会议签到册",
            columns=(
                SheetColumn("债权表序号", 24, "center"),
                SheetColumn("债权人"),
                SheetColumn("参会方式", 34, "center"),
                SheetColumn("代理人", 40),
                SheetColumn("签名", 50),
            ),
            lines=lines,
            opening=(),
            totals=(f"共{page.total}位债权人，已登记签到{page.attending}位。",),
            signed_by=("记录人",),
            basis=together(cite("EBL 59(1)", "EBL 59(4)"), "zh"),
        )
    )


def code_slips(occasion: Occasion, meeting: Meeting, address: str) -> bytes:
    """A slip for everybody who has a code, to be cut and handed out.

    Raises:
        BadInput: if no codes were made.
    """
    made = voting_codes.slips(occasion, meeting)
    if not made:
        raise BadInput({"meeting": [Text("还没有制发表决码。")]})
    case = meeting.case
    return render_slips(
        f"{case.number} {case.debtor.name if case.debtor else ''}",
        f"第{meeting.serial}次债权人会议表决码",
        address,
        tuple(VotingSlip(slip.number, slip.creditor, slip.code) for slip in made),
    )


def sheet_of(
    occasion: Occasion,
    case: Case,
    title: str,
    *,
    columns: tuple[SheetColumn, ...],
    lines: tuple[tuple[str, ...], ...],
    opening: tuple[str, ...],
    totals: tuple[str, ...],
    signed_by: tuple[str, ...],
    basis: str,
    landscape: bool = True,
) -> RegisterSheet:
    """A table of this case for the file."""
    return RegisterSheet(
        court=case.court.name,
        number=case.number,
        debtor=case.debtor.name if case.debtor else "",
        title=title,
        basis=basis,
        as_at=occasion.today.isoformat(),
        made_on=occasion.today.isoformat(),
        made_by=occasion.name,
        columns=columns,
        lines=lines,
        totals=totals,
        opening=opening,
        signed_by=signed_by,
        landscape=landscape,
    )


def opening_of(motion: Motion) -> tuple[str, ...]:
    """Which meeting votes on what."""
    meeting, group = motion.meeting, f"（{motion.group.zh}）" if motion.group else ""
    closes = f"，表决截至{arabic_date(motion.closes_on)}" if motion.closes_on else ""
    return (
        f"第{meeting.serial}次债权人会议（{meeting.form.zh}）第{motion.serial}号议案：{motion.subject}{group}。",
        f"事项：{motion.matter.zh}。提交表决：{arabic_date(motion.put_on)}{closes}。",
    )


def working_of(occasion: Occasion, motion: Motion) -> tuple[str, ...]:
    """How the result follows: as it was kept, or as it would be now."""
    if motion.working:
        return tuple(thaw(line, "zh", str) for line in motion.working)
    return tuple(map(str, tallies.count(occasion.session, motion).working))


def passed(motion: Motion) -> bool:
    """Whether a motion that was counted was carried."""
    return motion.resolution is not None and motion.resolution.state != ResolutionState.FAILED.value


def line_of_motion(motion: Motion) -> tuple[str, ...]:
    """A motion as a line of the minutes."""
    subject = f"{motion.subject}（{motion.group.zh}）" if motion.group else motion.subject
    if motion.state != MotionState.COUNTED.value:
        return subject, "—", "—", MotionState(motion.state).zh
    return (
        subject,
        f"{motion.for_heads}／{motion.present}",
        f"{yuan(motion.for_fen or 0)}／{yuan(motion.total_fen or 0)}",
        "通过" if passed(motion) else "未通过",
    )
