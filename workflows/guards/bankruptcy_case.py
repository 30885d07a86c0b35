"""Guards of an accepted case, as far as the acceptance itself goes."""

from models.case import Case
from workflows.effects import effect_of
from workflows.engine import Attempt, Obstacle
from workflows.law.citations import cite
from workflows.text import Text


def not_yet_published(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 14: notice and announcement are made once."""
    if not case.flags.get("published"):
        return None
    return Obstacle("already_published", Text("已经通知债权人并公告。"), cite("EBL 14(1)"))


def effect_is_the_courts(case: Case, attempt: Attempt) -> Obstacle | None:
    """Only what the court must see to is ticked off, and once."""
    number = attempt.data["number"]
    effect = effect_of("E-ACCEPT", number)
    if effect is None or not effect.court_sees_to_it:
        return Obstacle(
            "not_to_be_ticked",
            Text("第{number}项不是须由法院落实的事项。", number=number),
            cite("DESIGN"),
        )
    if str(number) in case.flags.get("effects", {}):
        return Obstacle("already_seen_to", Text("第{number}项已经落实。", number=number), effect.basis)
    return None
