"""The job that seals a long paper: drawn while nobody waits, then sealed in one short transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from court_app.errors import Forbidden, ServiceError
from court_app.services import jobs
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from court_app.services.papers import documents
from court_app.services.papers.paperwork import DRAWN, draw_ahead
from court_app.services.papers.sealing import STEP, key_of
from court_app.services.procedure import steps
from documents.rendering import UncoveredText
from models import Document, User
from workflows.engine import StepRefused
from workflows.text import Text, freeze


def draw(occasion: Occasion, payload: dict[str, Any]) -> dict[str, Any]:
    """Draw, sign and store a paper before the transaction that seals it; returns the payload with its code.

    Nothing is drawn of a paper that has changed since, or for who may not seal it any more.
    """
    session = occasion.session
    document = session.get_one(Document, payload["document"])
    if document.version != payload["version"]:
        return payload
    try:
        drawn = draw_ahead(by_who_asked(occasion, payload), document)
    except UncoveredText as error:
        return {**payload, "uncovered": str(error).partition(": ")[2]}
    except Forbidden:
        return payload
    return {**payload, "drawn": drawn}


def seal(occasion: Occasion, payload: dict[str, Any]) -> None:
    """Take the step with the bytes that were drawn; or write down why not, and destroy them.

    Who drew for longer than his lease may find that another worker has done the job: his drawing goes.
    """
    document = occasion.session.get_one(Document, payload["document"])
    cases.lock(occasion, document.case_id)
    occasion.session.refresh(document)
    drawn = payload.get("drawn")
    if is_done(occasion, payload):
        if drawn and drawn["sha256"] != document.sha256:
            occasion.mill.store.destroy(drawn["sha256"])
        return
    if "uncovered" in payload:
        letters = payload["uncovered"]
        write_why(occasion, payload, [Text("字体中没有这些字：{letters}", letters=letters)])
        return
    try:
        own = by_who_asked(occasion, payload)
        knows = {**documents.knowledge(own, document, STEP), DRAWN: drawn}
        with occasion.session.begin_nested():
            steps.take(own, document, STEP, payload["data"], version=payload["version"], knows=knows)
    except (StepRefused, ServiceError) as error:
        if drawn:
            occasion.mill.store.destroy(drawn["sha256"])
        write_why(occasion, payload, sentences_of(error))


def is_done(occasion: Occasion, payload: Mapping[str, Any]) -> bool:
    """Whether another worker has done the job meanwhile."""
    job = jobs.of_key(occasion.session, key_of(payload["document"], payload["version"]))
    return job is not None and job.done_at is not None


def by_who_asked(occasion: Occasion, payload: Mapping[str, Any]) -> Occasion:
    """The moment of the person who asked for the seal.

    Raises:
        Forbidden: if he has left meanwhile.
    """
    user = occasion.session.get(User, payload["user"] or 0)
    if user is None or not user.active:
        raise Forbidden(Text("提出用印的用户已经停用。"))
    return replace(occasion, user=user)


def write_why(occasion: Occasion, payload: Mapping[str, Any], why: Sequence[Text]) -> None:
    """Write down why a paper was not sealed, for whoever looks at it."""
    job = jobs.of_key(occasion.session, key_of(payload["document"], payload["version"]))
    if job is not None:
        job.payload = {**job.payload, "why": [freeze(text) for text in why]}


def sentences_of(error: StepRefused | ServiceError) -> list[Text]:
    """Why a step was not taken."""
    if isinstance(error, StepRefused):
        return [obstacle.text for obstacle in error.obstacles]
    return [error.message]
