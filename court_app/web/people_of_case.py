"""Parties and team of a case."""

import secrets
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from court_app import visit
from court_app.errors import BadInput
from court_app.languages import say
from court_app.services.casework import cases, parties, teams
from court_app.services.casework.parties import NewParty, PartyChange
from court_app.services.casework.petitions import FIELDS_OF_PARTY
from court_app.services.once import once
from court_app.services.paging import pages_of
from court_app.web.cases import page_address
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import fields_of
from court_app.web.layout import number, wanted_page
from court_app.web.stepping import Answer
from models import Case, Party
from models.vocabulary import TeamRole
from workflows.text import Text

ON_A_PAGE = 25
blueprint = Blueprint("people_of_case", __name__, url_prefix="/cases/<int:case_id>")


def opened(case_id: int) -> Case:
    """A case that the person may read."""
    case = cases.find(visit.occasion(), case_id)
    visit.reads_case(case_id)
    return case


@blueprint.get("/parties", endpoint="parties")
def show_parties(case_id: int) -> str:
    """Who takes part, page by page: a case may have thousands of creditors."""
    case = opened(case_id)
    page = wanted_page()
    shown, total = parties.page_of(visit.occasion(), case, page=page, size=ON_A_PAGE)
    return render_template(
        "parties.html",
        case=case,
        section="parties",
        working=bool(cases.roles_in(visit.occasion(), case)),
        may_end=parties.MAY_BE_ADDED,
        parties=shown,
        total=total,
        page=page,
        pages=pages_of(total, ON_A_PAGE),
        address=page_address("people_of_case.parties", case_id=case_id),
    )


@blueprint.get("/parties/new")
def new(case_id: int) -> str:
    """The form of a further party."""
    return form(opened(case_id), fields_of(NewParty))


@blueprint.post("/parties/new")
def add(case_id: int) -> Answer:
    """Take a party into the case."""
    typed = read_form(NewParty, request.form)
    occasion = visit.occasion()
    try:
        once(occasion, request.form.get("key", ""), lambda: parties.add(occasion, case_id, typed).id)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        return form(opened(case_id), fields_of(NewParty, values=typed, errors=errors_of(error))), 422
    flash(say(Text("当事人已增加。")), "success")
    return redirect(url_for("people_of_case.parties", case_id=case_id))


@blueprint.get("/parties/<int:party_id>")
def edit(case_id: int, party_id: int) -> str:
    """The form of a party's particulars."""
    case = opened(case_id)
    party = parties.of_case(visit.occasion(), case, party_id)
    return form(case, fields_of(PartyChange, values=particulars(party)), party)


@blueprint.post("/parties/<int:party_id>")
def change(case_id: int, party_id: int) -> Answer:
    """Change a party's particulars."""
    typed = read_form(PartyChange, request.form)
    typed = {name: typed.get(name, "") for name in typed | dict.fromkeys(TEXTS)}
    try:
        parties.change(visit.occasion(), case_id, party_id, typed)
    except (ValidationError, BadInput) as error:
        visit.session().rollback()
        case = opened(case_id)
        party = parties.of_case(visit.occasion(), case, party_id)
        return form(case, fields_of(PartyChange, values=typed, errors=errors_of(error)), party), 422
    flash(say(Text("当事人信息已修改。")), "success")
    return redirect(url_for("people_of_case.parties", case_id=case_id))


@blueprint.post("/parties/<int:party_id>/end")
def end(case_id: int, party_id: int) -> Response:
    """End a party's role today."""
    parties.end_role(visit.occasion(), case_id, party_id)
    flash(say(Text("该主体在本案中的地位已结束。")), "success")
    return redirect(url_for("people_of_case.parties", case_id=case_id))


TEXTS = tuple(name for name in FIELDS_OF_PARTY if name not in {"kind", "consents_to_electronic"})


def particulars(party: Party) -> dict[str, Any]:
    """What of a party can be changed, as it stands."""
    kept = {name: getattr(party, name) for name in FIELDS_OF_PARTY}
    return {**kept, "version": party.version, "agents": []}


def form(case: Case, views: list[Any], party: Party | None = None) -> str:
    """The form of a party."""
    shown = [view for view in views if party is None or view.name not in {"version", "agents"}]
    return render_template(
        "party.html",
        case=case,
        views=shown,
        party=party,
        section="parties",
        key=request.form.get("key") or secrets.token_urlsafe(12),
    )


@blueprint.get("/team")
def team(case_id: int) -> str:
    """Who works on the case, and who was before."""
    return team_page(opened(case_id), {})


def team_page(case: Case, errors: dict[str, list[str]]) -> str:
    """The team, and the form to name it for those who may."""
    occasion = visit.occasion()
    may_assign = bool(teams.MAY_ASSIGN & cases.roles_in(occasion, case))
    people = teams.colleagues(occasion, case) if may_assign else []
    return render_template(
        "team.html",
        case=case,
        section="team",
        may_assign=may_assign,
        people=people,
        places=list(TeamRole),
        needs=teams.NEEDS,
        errors=errors,
    )


@blueprint.post("/team")
def assign(case_id: int) -> Answer:
    """Name the team."""
    chosen = [
        (int(user_id), place)
        for place in TeamRole
        for user_id in request.form.getlist(place.value)
        if user_id.isdecimal()
    ]
    try:
        teams.assign(visit.occasion(), case_id, chosen, version=request.form.get("version", None, int))
    except BadInput as error:
        visit.session().rollback()
        return team_page(opened(case_id), errors_of(error)), 422
    flash(say(Text("审判组织已确定。")), "success")
    return redirect(url_for("people_of_case.team", case_id=case_id))


@blueprint.post("/recusals")
def recuse(case_id: int) -> Answer:
    """Shut a person out of the case."""
    try:
        teams.recuse(
            visit.occasion(), case_id, request.form.get("user", 0, number), request.form.get("reason", "")
        )
    except BadInput as error:
        visit.session().rollback()
        return team_page(opened(case_id), errors_of(error)), 422
    flash(say(Text("回避已记录。")), "success")
    return redirect(url_for("people_of_case.team", case_id=case_id))
