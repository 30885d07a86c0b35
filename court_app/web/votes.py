"""Votes on pages: who attends, codes, the roll of a motion with its ballots, and what is printed of them."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError

from court_app import visit
from court_app.errors import BadInput, NotFound
from court_app.languages import language, say, translate
from court_app.services import attendance, parts, tallies, voting_codes, voting_sheets
from court_app.services.tallies import RollRow, Standing
from court_app.web.cases import filters, page_address
from court_app.web.forms import errors_of
from court_app.web.parts import as_table, opened
from court_app.web.stepping import Answer
from models import Case, Meeting, Motion
from models.vocabulary import AttendanceKind, BallotChoice, ClaimClass, NoVote
from workflows.calculations.money import plain
from workflows.calculations.tally import Tally
from workflows.engine import StepRefused
from workflows.law.votes import rule_for
from workflows.payloads.voting import KEYED, MOST_AT_ONCE
from workflows.text import Text, thaw
from workflows.transition import Obstacle

blueprint = Blueprint("votes", __name__, url_prefix="/cases/<int:case_id>")
ON_A_PAGE = 50
MOST_EXPORTED = 20_000
COMES, PROXY, VOTES = "come-", "proxy-", "vote-"
HEADING = (
    Text("债权表序号"),
    Text("债权人"),
    Text("债权"),
    Text("计入总额（元）"),
    Text("表决意见"),
    Text("表决方式"),
    Text("无表决权的理由"),
)
INSTEAD = {
    ("meetings", "sign_in_creditors"): "votes.attend",
    ("meetings", "issue_codes"): "votes.codes",
    ("motions", "key_ballots"): "votes.roll",
}
"""Steps of many rows that have a page of their own instead of a form."""


def found(case: Case, path: str, serial: int) -> Any:
    """A meeting or a motion of the case."""
    return parts.of_case(visit.occasion(), case, parts.PARTS[path], serial)


def meeting_of(case: Case, serial: int) -> Meeting:
    """The meeting of that number."""
    return cast(Meeting, found(case, "meetings", serial))


def motion_of(case: Case, serial: int) -> Motion:
    """The motion of that number."""
    return cast(Motion, found(case, "motions", serial))


def same_list(endpoint: str, case_id: int, serial: int, *kept: str) -> str:
    """The list that was being worked on, narrowed as it was."""
    place: dict[str, Any] = {"case_id": case_id, "serial": serial, **filters(*kept)}
    return url_for(endpoint, **place)


def page_number() -> int:
    """Which page of a list is asked for."""
    return max(request.args.get("page", 1, int), 1)


def search_text() -> str:
    """What is looked for in a list."""
    return request.args.get("q", "").strip()[:100]


def may_take(part: Meeting | Motion, name: str) -> bool:
    """Whether nothing stands against a step of a part now, as far as is known before anything is typed."""
    options = parts.options(visit.occasion(), part)
    return any(option.allowed and option.transition.name == name for option in options)


def attempted(work: Callable[[], Any]) -> tuple[list[str], tuple[Obstacle, ...]]:
    """Do what was typed; what is wrong with it, if anything, with nothing written."""
    try:
        work()
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return [line for lines in errors_of(error).values() for line in lines], ()
    except StepRefused as error:
        visit.session().rollback()
        return [], error.obstacles
    return [], ()


def chosen(prefix: str) -> dict[int, str]:
    """What was chosen row by row: fields named by a prefix and the creditor's number."""
    rows = {
        name.removeprefix(prefix): value
        for name, value in request.form.items()
        if name.startswith(prefix) and value
    }
    return {int(number): value for number, value in rows.items() if number.isdecimal() and len(number) < 10}


@blueprint.get("/meetings/<int:serial>/attendance")
def attend(case_id: int, serial: int) -> Answer:
    """The attendance list of a meeting."""
    return attendance_page(opened(case_id), serial)


@blueprint.post("/meetings/<int:serial>/attendance")
def sign_in(case_id: int, serial: int) -> Answer:
    """Creditors sign in."""
    case, proxies = opened(case_id), chosen(PROXY)
    come = [
        {"creditor_id": number, "how": how, "representative": proxies.get(number, "")}
        for number, how in chosen(COMES).items()
    ]
    told, obstacles = attempted(
        lambda: parts.take_step(
            visit.occasion(),
            case_id,
            "meetings",
            serial,
            "sign_in_creditors",
            {"creditors": come},
            version=None,
        )
    )
    if told or obstacles:
        return attendance_page(case, serial, told, obstacles), 422
    flash(say(Text("已登记{count}位债权人签到。", count=len(come))), "success")
    return redirect(same_list("votes.attend", case_id, serial, "q", "only", "page"))


def attendance_page(
    case: Case, serial: int, told: list[str] | None = None, obstacles: tuple[Obstacle, ...] = ()
) -> str:
    """The attendance list: fifty creditors a page, to be ticked off."""
    occasion, meeting, only = visit.occasion(), meeting_of(case, serial), request.args.get("only", "")
    members = attendance.members(
        occasion, meeting, text=search_text(), only=only, page=page_number(), size=ON_A_PAGE
    )
    return render_template(
        "attendance.html",
        case=case,
        meeting=meeting,
        found=members,
        kinds=list(AttendanceKind),
        text=search_text(),
        only=only,
        may_sign_in=may_take(meeting, "sign_in_creditors"),
        typed=request.form,
        told=told or [],
        obstacles=obstacles,
        address=page_address("votes.attend", "q", "only", case_id=case.id, serial=serial),
        section="meetings",
    )


@blueprint.get("/meetings/<int:serial>/codes")
def codes(case_id: int, serial: int) -> Answer:
    """How many codes there are, and who has none."""
    return codes_page(opened(case_id), serial)


@blueprint.post("/meetings/<int:serial>/codes")
def issue_codes(case_id: int, serial: int) -> Answer:
    """Make codes for all who have none, or one anew."""
    case = opened(case_id)
    told, obstacles = attempted(
        lambda: parts.take_step(
            visit.occasion(),
            case_id,
            "meetings",
            serial,
            "issue_codes",
            {"creditor_id": request.form.get("creditor_id") or None},
            version=None,
        )
    )
    if told or obstacles:
        return codes_page(case, serial, told, obstacles), 422
    flash(say(Text("表决码已制发，请打印表决码通知。")), "success")
    return redirect(url_for("votes.codes", case_id=case_id, serial=serial))


def codes_page(
    case: Case, serial: int, told: list[str] | None = None, obstacles: tuple[Obstacle, ...] = ()
) -> str:
    """The page of a meeting's codes; the codes themselves are only on the slips."""
    occasion, meeting = visit.occasion(), meeting_of(case, serial)
    return render_template(
        "voting_codes.html",
        case=case,
        meeting=meeting,
        made=voting_codes.count_of(occasion, meeting),
        waiting=len(voting_codes.without_code(occasion, meeting)),
        may_issue=may_take(meeting, "issue_codes"),
        address=phone_address(),
        told=told or [],
        obstacles=obstacles,
        section="meetings",
    )


def phone_address() -> str:
    """Where creditors enter their codes."""
    return f"{visit.bench().settings.public_address}{url_for('phone_ballots.ask')}"


@blueprint.get("/meetings/<int:serial>/<which>.pdf")
def meeting_printed(case_id: int, serial: int, which: str) -> Answer:
    """Attendance list, minutes, or slips with codes, to be printed."""
    case, occasion = opened(case_id), visit.occasion()
    meeting = meeting_of(case, serial)
    if which == "codes" and not voting_codes.may_hand_out(occasion, meeting):
        raise NotFound(Text("没有这个页面。"))
    made: Mapping[str, Callable[[], bytes]] = {
        "attendance": lambda: voting_sheets.attendance_sheet(occasion, meeting),
        "minutes": lambda: voting_sheets.minutes_sheet(occasion, meeting),
        "codes": lambda: voting_sheets.code_slips(occasion, meeting, phone_address()),
    }
    return printed(made, which, f"{which}-{serial}", url_for_part(case, "meetings", serial))


@blueprint.get("/motions/<int:serial>/<which>.pdf")
def motion_printed(case_id: int, serial: int, which: str) -> Answer:
    """Tally sheet or resolution, to be printed and signed."""
    case, occasion = opened(case_id), visit.occasion()
    motion = motion_of(case, serial)
    made: Mapping[str, Callable[[], bytes]] = {
        "tally": lambda: voting_sheets.tally_sheet(occasion, motion),
        "resolution": lambda: voting_sheets.resolution_sheet(occasion, motion),
    }
    return printed(made, which, f"{which}-{serial}", url_for_part(case, "motions", serial))


def url_for_part(case: Case, path: str, serial: int) -> str:
    """The page of a part."""
    return url_for("parts.show", case_id=case.id, part_kind=path, serial=serial)


def printed(made: Mapping[str, Callable[[], bytes]], which: str, name: str, back: str) -> Answer:
    """A sheet as PDF; why there is none is told on the page it belongs to."""
    if which not in made:
        raise NotFound(Text("没有这个页面。"))
    try:
        pdf = made[which]()
    except BadInput as error:
        flash(" ".join(say(text) for texts in error.fields.values() for text in texts), "danger")
        return redirect(back)
    answer = Response(pdf, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f"inline; filename={name}.pdf"
    return answer


@blueprint.get("/motions/<int:serial>/roll")
def roll(case_id: int, serial: int) -> Answer:
    """The roll of a motion: who may vote with how much, what he said, and what it comes to."""
    return roll_page(opened(case_id), serial)


@blueprint.post("/motions/<int:serial>/roll")
def key_ballots(case_id: int, serial: int) -> Answer:
    """Key in the ballots of this page."""
    case = opened(case_id)
    ballots = [{"creditor_id": number, "choice": said} for number, said in chosen(VOTES).items()]
    told, obstacles = attempted(
        lambda: parts.take_step(
            visit.occasion(),
            case_id,
            "motions",
            serial,
            "key_ballots",
            {"channel": request.form.get("channel", ""), "ballots": ballots[: MOST_AT_ONCE + 1]},
            version=None,
        )
    )
    if told or obstacles:
        return roll_page(case, serial, told, obstacles), 422
    flash(say(Text("已录入{count}张表决票。", count=len(ballots))), "success")
    return redirect(same_list("votes.roll", case_id, serial, "q", "standing", "page"))


def roll_page(
    case: Case, serial: int, told: list[str] | None = None, obstacles: tuple[Obstacle, ...] = ()
) -> str:
    """The roll, fifty creditors a page, narrowed by how they stand."""
    occasion, motion = visit.occasion(), motion_of(case, serial)
    standing = request.args.get("standing", None, Standing)
    counted = tallies.count(occasion.session, motion)
    return render_template(
        "roll.html",
        case=case,
        motion=motion,
        rule=rule_for(motion.matter),
        counted=counted,
        numbers=numbers_of(counted),
        working=kept_working(motion) or [say(line) for line in counted.working],
        found=tallies.rows_of(
            occasion,
            motion,
            standing=standing,
            text=search_text(),
            page=page_number(),
            size=ON_A_PAGE,
        ),
        corrected=tallies.corrected(occasion, motion),
        standings=list(Standing),
        standing=standing,
        text=search_text(),
        choices=list(BallotChoice),
        channels=KEYED,
        may_key=may_take(motion, "key_ballots"),
        class_of=ClaimClass,
        why_of=NoVote,
        typed=request.form,
        told=told or [],
        obstacles=obstacles,
        address=page_address("votes.roll", "q", "standing", case_id=case.id, serial=serial),
        section="motions",
    )


def numbers_of(counted: Tally) -> dict[Standing, int]:
    """How many creditors stand how, for the links that narrow the list."""
    said = {Standing(choice.value): group.heads for choice, group in counted.choices.items()}
    away = counted.voters.heads - counted.present.heads
    return {**said, Standing.SILENT: counted.silent.heads, Standing.AWAY: away}


def kept_working(motion: Motion) -> list[str]:
    """The working of a count as it was kept, in the language of the request."""
    return [thaw(line, language(), translate) for line in motion.working]


@blueprint.get("/motions/<int:serial>/export.<kind>")
def export(case_id: int, serial: int, kind: str) -> Response:
    """The roll with its ballots as a table for a spreadsheet."""
    case = opened(case_id)
    motion = motion_of(case, serial)
    rows = tallies.rows_of(visit.occasion(), motion, size=MOST_EXPORTED).rows
    return as_table(f"motion-{serial}", kind, [say(label) for label in HEADING], list(map(cells, rows)))


def cells(row: RollRow) -> list[str]:
    """A creditor of the roll as a row of the export."""
    kept = row.right.claims
    return [
        str(row.right.first_claim),
        row.right.party.name,
        "; ".join(
            f"{each['serial']} {say(ClaimClass(each['class']))} {plain(each['stands_fen'])}" for each in kept
        ),
        plain(row.right.counts_fen),
        say(row.standing),
        say(row.ballot.channel) if row.ballot else "",
        say([NoVote(each["why"]) for each in kept if each["why"]]),
    ]
