"""Meetings on pages: who attends, codes for voting from the phone, and what is printed of a meeting."""

import secrets
from collections.abc import Callable, Mapping
from typing import cast

from flask import Blueprint, flash, redirect, render_template, request, url_for

from court_app import visit
from court_app.errors import NotFound
from court_app.languages import say
from court_app.services.meetings import attendance, investors_class, voting_codes, voting_sheets
from court_app.services.once import once
from court_app.services.procedure import parts
from court_app.web.cases import page_address
from court_app.web.part_rows import (
    attempted,
    chosen,
    found,
    may_take,
    page_number,
    printed,
    same_list,
    search_text,
    url_for_part,
)
from court_app.web.parts import opened
from court_app.web.stepping import Answer
from models import Case, Meeting, Party
from models.vocabulary import AttendanceKind
from workflows.text import Text
from workflows.transition import Obstacle

blueprint = Blueprint("meetings", __name__, url_prefix="/cases/<int:case_id>/meetings/<int:serial>")
ON_A_PAGE, FOUND = 50, 20
COMES, PROXY = "come-", "proxy-"


def meeting_of(case: Case, serial: int) -> Meeting:
    """The meeting of that number."""
    return cast(Meeting, found(case, "meetings", serial))


@blueprint.get("/attendance")
def attend(case_id: int, serial: int) -> Answer:
    """The attendance list of a meeting."""
    return attendance_page(opened(case_id), serial)


@blueprint.post("/attendance")
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
        ),
        come,
    )
    if told or obstacles:
        return attendance_page(case, serial, told, obstacles), 422
    flash(say(Text("已登记{count}位债权人签到。", count=len(come))), "success")
    return redirect(same_list("meetings.attend", case_id, serial, "q", "only", "page"))


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
        address=page_address("meetings.attend", "q", "only", case_id=case.id, serial=serial),
        section="meetings",
    )


@blueprint.get("/codes")
def codes(case_id: int, serial: int) -> Answer:
    """How many codes there are, and who has none."""
    return codes_page(opened(case_id), serial)


@blueprint.post("/codes")
def issue_codes(case_id: int, serial: int) -> Answer:
    """Make codes for all who have none, or one anew; a form that is sent twice makes them once."""
    case, occasion = opened(case_id), visit.occasion()
    wanted = {"creditor_id": request.form.get("creditor_id") or None, "again": "again" in request.form}

    def issue() -> int:
        parts.take_step(occasion, case_id, "meetings", serial, "issue_codes", wanted, version=None)
        return serial

    told, obstacles = attempted(lambda: once(occasion, request.form.get("key", ""), issue))
    if told or obstacles:
        return codes_page(case, serial, told, obstacles), 422
    flash(say(Text("表决码已制发，请打印表决码通知。")), "success")
    return redirect(url_for("meetings.codes", case_id=case_id, serial=serial))


def codes_page(
    case: Case, serial: int, told: list[str] | None = None, obstacles: tuple[Obstacle, ...] = ()
) -> str:
    """The page of a meeting's codes; the codes themselves are only on the slips."""
    occasion, meeting = visit.occasion(), meeting_of(case, serial)
    text = search_text()
    found = holders(meeting, text) if text else []
    return render_template(
        "voting_codes.html",
        case=case,
        meeting=meeting,
        made=voting_codes.count_of(occasion, meeting),
        waiting=len(voting_codes.without_code(occasion, meeting)),
        may_issue=may_take(meeting, "issue_codes"),
        address=phone_address(),
        text=text,
        found=found,
        editions=voting_codes.editions(occasion, meeting, [party.id for _, party in found]),
        key=secrets.token_urlsafe(12),
        told=told or [],
        obstacles=obstacles,
        section="meetings",
    )


def holders(meeting: Meeting, text: str) -> list[tuple[str, Party]]:
    """Who is called so: creditors by their first claim, then the class of investors by their places."""
    occasion = visit.occasion()
    creditors = attendance.members(occasion, meeting, text=text, size=FOUND).rows
    investors = investors_class.found(occasion, meeting, text, FOUND)
    return [
        *((str(one.first_claim), one.party) for one in creditors),
        *((say(Text("出资人{place}", place=one.place)), one.party) for one in investors),
    ]


def phone_address() -> str:
    """Where creditors enter their codes."""
    return f"{visit.bench().settings.public_address}{url_for('phone_ballots.ask')}"


@blueprint.get("/<which>.pdf")
def sheet(case_id: int, serial: int, which: str) -> Answer:
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
