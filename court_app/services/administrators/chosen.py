"""What somebody who is chosen from the roster sees before the case knows him: the choice, and his answer."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from court_app.errors import NotFound
from court_app.permissions import is_chosen
from court_app.services.casework import access, cases
from court_app.services.occasion import Occasion
from court_app.services.procedure import steps
from court_app.services.procedure.step_records import Taken
from models import Selection
from models.vocabulary import SelectionState
from workflows.engine import Option
from workflows.text import Text

SHOWN = tuple(
    state.value
    for state in (
        SelectionState.DRAWN,
        SelectionState.DECLARED,
        SelectionState.CONCLUDED,
        SelectionState.EFFECTIVE,
    )
)


def mine(occasion: Occasion) -> list[Selection]:
    """The selections that have brought out the administrator whom the person acts for, newest first."""
    user = occasion.user
    if user is None or user.administrator_id is None:
        return []
    found = occasion.session.scalars(
        select(Selection)
        .where(Selection.chosen_id == user.administrator_id, Selection.state.in_(SHOWN))
        .order_by(Selection.id.desc())
        .limit(100)
    )
    return [one for one in found if may_see(occasion, one)]


def may_see(occasion: Occasion, selection: Selection) -> bool:
    """Whether the person is the chosen one and not shut out of the case."""
    user = occasion.user
    if user is None or not is_chosen(user, selection) or selection.state not in SHOWN:
        return False
    return not access.is_recused(occasion.session, selection.case_id, user.id)


def find(occasion: Occasion, selection_id: int) -> Selection:
    """A selection that has brought the person out.

    Raises:
        NotFound: if there is none, or it is about somebody else.
    """
    selection = occasion.session.get(Selection, selection_id)
    if selection is None or not may_see(occasion, selection):
        raise NotFound(Text("没有这次选定，或者与您无关。"))
    return selection


def options(occasion: Occasion, selection: Selection) -> list[Option]:
    """What the chosen one can declare now."""
    return [option for option in steps.options(occasion, selection) if option.allowed]


def take_step(
    occasion: Occasion, selection_id: int, name: str, data: Mapping[str, Any], *, version: int | None
) -> Taken:
    """Declare, or drop out; see `steps.take` for what may be raised."""
    selection = find(occasion, selection_id)
    cases.lock(occasion, selection.case_id)
    return steps.take(occasion, selection, name, data, version=version)
