"""The choice of an administrator: in the case, and for the one who is chosen."""

from flask import Blueprint, render_template, url_for

from court_app import visit
from court_app.languages import say
from court_app.services.administrators import chosen, roster
from court_app.services.casework import cases
from court_app.services.procedure import parts
from court_app.web.forms import Choices
from court_app.web.stepping import Answer, StepPage, form_page, posted
from models import Case, Selection
from models.vocabulary import AdministratorGrade, ExclusionGround, PartyRole, RosterStatus, SelectionState
from workflows.law.citations import cite
from workflows.text import Text

blueprint = Blueprint("selecting", __name__)
SELECTIONS = parts.kind_of("selections")
TOLD = (PartyRole.APPLICANT, PartyRole.DEBTOR, PartyRole.CREDITOR)
"""Whom the chosen one must have no conflict with."""


def opened(case_id: int) -> Case:
    """A case that the person of the court may read."""
    case = cases.find(visit.occasion(), case_id)
    visit.reads_case(case_id)
    return case


def opened_selection(case_id: int, serial: int) -> Selection:
    """A selection of a case that the person of the court may read."""
    found = parts.of_case(visit.occasion(), opened(case_id), SELECTIONS, serial)
    if not isinstance(found, Selection):
        raise TypeError(type(found))
    return found


@blueprint.get("/cases/<int:case_id>/selections")
def of_case(case_id: int) -> str:
    """The selections of a case, and what can begin."""
    occasion, case = visit.occasion(), opened(case_id)
    options = parts.beginnings(occasion, case, SELECTIONS)
    return render_template(
        "selections.html",
        case=case,
        section="selections",
        selections=parts.list_of(occasion, case, SELECTIONS, size=100),
        state_of=state_of,
        allowed=[option for option in options if option.allowed],
        hindered=[option for option in options if not option.allowed],
    )


def state_of(selection: Selection) -> SelectionState:
    """The state of a selection as a word."""
    return SelectionState(selection.state)


@blueprint.get("/cases/<int:case_id>/selections/begin/<name>")
def begin_form(case_id: int, name: str) -> Answer:
    """The form of a beginning."""
    return form_page(beginning(case_id, name))


@blueprint.post("/cases/<int:case_id>/selections/begin/<name>")
def begin(case_id: int, name: str) -> Answer:
    """Check, confirm, begin."""
    return posted(beginning(case_id, name))


def beginning(case_id: int, name: str) -> StepPage:
    """A step that begins a selection, as pages show it."""
    occasion, case = visit.occasion(), opened(case_id)
    return StepPage(
        subject=parts.blank(occasion, case, SELECTIONS),
        name=name,
        back=url_for("selecting.of_case", case_id=case_id),
        take=lambda moment, data, _version: parts.begin(moment, case_id, "selections", name, data),
        choices={"exclusions": on_the_roster(case)},
    )


def on_the_roster(case: Case) -> Choices:
    """Everybody on the roster that the case's court uses, to be left out or not."""
    occasion = visit.occasion()
    court = roster.roster_court(occasion.session, case.court)
    listed = roster.standings(occasion.session, court, roster.Wanted(on=occasion.today))
    return [
        (str(one.administrator.serial), numbered(one.administrator.serial, one.administrator.name))
        for one in listed
        if one.status == RosterStatus.LISTED
    ]


def numbered(number: int, name: str) -> str:
    """Somebody by number and name."""
    return say(Text("{number}号 {name}", number=number, name=name))


@blueprint.get("/cases/<int:case_id>/selections/<int:serial>")
def show(case_id: int, serial: int) -> str:
    """One selection with everything needed to repeat it."""
    selection = opened_selection(case_id, serial)
    options = parts.options(visit.occasion(), selection)
    allowed = [option for option in options if option.allowed]
    return selection_page(
        selection,
        allowed=[
            (option, url_for("selecting.step", case_id=case_id, serial=serial, name=option.transition.name))
            for option in allowed
        ],
        inside=True,
    )


def selection_page(selection: Selection, **values: object) -> str:
    """The page of a selection."""
    return render_template(
        "selection.html",
        selection=selection,
        case=selection.case,
        state=state_of(selection),
        section="selections",
        candidates=[
            {
                **one,
                "grade": AdministratorGrade(one["grade"]),
                "ground": ExclusionGround(one["ground"]) if one["ground"] else None,
                "basis": cite(*one["basis"]),
            }
            for one in selection.candidates
        ],
        repeat=repeat_address(selection),
        parties=[party for party in selection.case.parties if party.role in TOLD and not party.until_on],
        **values,
    )


def repeat_address(selection: Selection) -> str | None:
    """The calculator with the values of this draw, once its seed is open."""
    if not selection.seed:
        return None
    numbers = ",".join(str(one["number"]) for one in selection.candidates if not one["ground"])
    return url_for(
        "calculators.show",
        name="draw",
        seed=selection.seed,
        case_number=selection.case.number,
        candidates=numbers,
        commitment=selection.commitment,
    )


def step_of(case_id: int, serial: int, name: str) -> StepPage:
    """A step of a selection as pages show it."""
    selection = opened_selection(case_id, serial)
    return StepPage(
        subject=selection,
        name=name,
        back=url_for("selecting.show", case_id=case_id, serial=serial),
        take=lambda moment, data, version: parts.take_step(
            moment, case_id, "selections", serial, name, data, version=version
        ),
        choices={"bids": bidders(selection)},
        proposal=particulars(selection),
    )


def bidders(selection: Selection) -> Choices:
    """Who may compete."""
    return [
        (str(one["number"]), numbered(one["number"], one["name"]))
        for one in selection.candidates
        if not one["ground"]
    ]


def particulars(selection: Selection) -> dict[str, str]:
    """What the roster says of the chosen one, as a proposal."""
    entry = selection.chosen
    if entry is None:
        return {}
    return {"head": entry.head or entry.name, "address": entry.address, "phone": entry.phone}


@blueprint.get("/cases/<int:case_id>/selections/<int:serial>/steps/<name>")
def step(case_id: int, serial: int, name: str) -> Answer:
    """The form of a step."""
    return form_page(step_of(case_id, serial, name))


@blueprint.post("/cases/<int:case_id>/selections/<int:serial>/steps/<name>")
def take(case_id: int, serial: int, name: str) -> Answer:
    """Check, confirm, take."""
    return posted(step_of(case_id, serial, name))


@blueprint.get("/selections")
def mine() -> str:
    """What the administrator has been chosen for."""
    return render_template(
        "selections_mine.html", selections=chosen.mine(visit.occasion()), state_of=state_of
    )


@blueprint.get("/selections/<int:selection_id>")
def show_mine(selection_id: int) -> str:
    """A selection as the chosen one sees it."""
    occasion = visit.occasion()
    selection = chosen.find(occasion, selection_id)
    visit.reads_case(selection.case_id)
    return selection_page(
        selection,
        allowed=[
            (
                option,
                url_for("selecting.own_step", selection_id=selection_id, name=option.transition.name),
            )
            for option in chosen.options(occasion, selection)
        ],
        inside=False,
    )


def own_step_of(selection_id: int, name: str) -> StepPage:
    """A step that the chosen one records himself."""
    occasion = visit.occasion()
    selection = chosen.find(occasion, selection_id)
    return StepPage(
        subject=selection,
        name=name,
        back=url_for("selecting.mine"),
        take=lambda moment, data, version: chosen.take_step(
            moment, selection_id, name, data, version=version
        ),
        proposal=particulars(selection),
    )


@blueprint.get("/selections/<int:selection_id>/steps/<name>")
def own_step(selection_id: int, name: str) -> Answer:
    """The form of a declaration."""
    return form_page(own_step_of(selection_id, name))


@blueprint.post("/selections/<int:selection_id>/steps/<name>")
def take_own(selection_id: int, name: str) -> Answer:
    """Check, confirm, declare."""
    return posted(own_step_of(selection_id, name))
