"""A repeated POST is recognised by its Idempotency-Key: it gets the first answer and does nothing."""

import hashlib
from collections.abc import Callable
from functools import wraps
from operator import itemgetter
from typing import Any

from flask import Response, make_response, request
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from court_app import visit
from court_app.errors import BadInput, ServiceError
from models import IdempotentAnswer
from workflows.text import Text

HEADER = "Idempotency-Key"
MOST_CHARACTERS = 120
FIRST_ERROR = 400
KEPT_HEADERS = ("Content-Type", "Location", "ETag")


class StillAtWork(ServiceError):
    """The first request of that key has not been answered yet."""

    status, kind, title = 409, "still-at-work", Text("相同请求正在处理")


def idempotent(view: Callable[..., Any]) -> Callable[..., Any]:
    """Answer a repeated request as the first one was answered; kept in the same transaction.

    Nobody's key means anything to anybody else, and nothing is kept for who has not signed in.
    """

    @wraps(view)
    def once(*args: Any, **kwargs: Any) -> Response:
        key, user = request.headers.get(HEADER), visit.visitor()
        if key is None or user is None:
            return make_response(view(*args, **kwargs))
        if not 0 < len(key) <= MOST_CHARACTERS:
            raise BadInput({HEADER: [Text("须为1至{most}个字符。", most=MOST_CHARACTERS)]})
        digest = request_hash()
        kept = visit.session().scalar(
            select(IdempotentAnswer).where(IdempotentAnswer.user_id == user.id, IdempotentAnswer.key == key)
        )
        if kept is not None:
            return repeat(kept, digest)
        response = make_response(view(*args, **kwargs))
        if response.status_code < FIRST_ERROR and not visit.kept_nothing():
            keep(user.id, key, digest, response)
        return response

    return once


def request_hash() -> str:
    """What makes two requests the same: address and body."""
    digest = hashlib.sha256(f"{request.method} {request.full_path}\n".encode() + request.get_data())
    for name, value in sorted(request.form.items(multi=True)):
        digest.update(f"{name}={value}\n".encode())
    for name, file in sorted(request.files.items(multi=True), key=itemgetter(0)):
        digest.update(f"{name}={file.filename}\n".encode() + file.stream.read())
        file.stream.seek(0)
    return digest.hexdigest()


def repeat(kept: IdempotentAnswer, digest: str) -> Response:
    """The answer once given.

    Raises:
        BadInput: if the key was used for another request.
    """
    if kept.request_hash != digest:
        raise BadInput({HEADER: [Text("这个编号已经用于另一个请求，请换一个编号。")]})
    response = Response(kept.body["text"], kept.status, kept.body["headers"])
    response.headers["Idempotent-Replayed"] = "true"
    return response


def keep(user_id: int, key: str, digest: str, response: Response) -> None:
    """Keep an answer.

    Raises:
        StillAtWork: if the same request is being answered at this moment.
    """
    headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
    visit.session().add(
        IdempotentAnswer(
            user_id=user_id,
            key=key,
            request_hash=digest,
            status=response.status_code,
            body={"text": response.get_data(as_text=True), "headers": headers},
            made_at=visit.now(),
        )
    )
    try:
        visit.session().flush()
    except IntegrityError as error:
        raise StillAtWork(Text("相同编号的请求正在处理，请稍后再查。")) from error
