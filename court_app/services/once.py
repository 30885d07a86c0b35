"""A form that is sent twice does its work once: the page gave it a key, the first answer is kept."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from court_app.errors import ServiceError
from court_app.services.casework.history import digest
from court_app.services.occasion import Occasion
from models import IdempotentAnswer
from workflows.text import Text

MOST_CHARACTERS = 100


class AlreadySent(ServiceError):
    """The same form was sent twice at once; the first one counts."""

    status, kind, title = 409, "already-sent", Text("表单已经提交")


def kept(occasion: Occasion, key: str) -> int | None:
    """What the form with that key has made, if it was sent before by the same person."""
    answer = occasion.session.scalar(
        select(IdempotentAnswer).where(
            IdempotentAnswer.user_id == (occasion.user.id if occasion.user else 0),
            IdempotentAnswer.key == name_of(key),
        )
    )
    return int(answer.body["id"]) if answer else None


def once(occasion: Occasion, key: str, work: Callable[[], int]) -> int:
    """Do the work of a form unless it has been done; returns the id of what it made.

    Raises:
        AlreadySent: if the same form is being worked on at this moment.
    """
    if not key:
        return work()
    before = kept(occasion, key)
    if before is not None:
        return before
    made = work()
    occasion.session.add(
        IdempotentAnswer(
            user_id=occasion.user.id if occasion.user else 0,
            key=name_of(key),
            request_hash=digest(key),
            status=201,
            body={"id": made},
            made_at=occasion.now,
        )
    )
    try:
        occasion.session.flush()
    except IntegrityError as error:
        raise AlreadySent(Text("这个表单已经提交，请返回列表查看。")) from error
    return made


def name_of(key: str) -> str:
    """The name under which a form's key is kept, apart from those of programs."""
    return f"form:{key[:MOST_CHARACTERS]}"
