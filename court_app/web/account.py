"""One's own account: sessions, tokens, password."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import Schema, ValidationError, fields, validate
from werkzeug.wrappers import Response

from court_app import identity, languages, visit
from court_app.errors import BadInput
from court_app.services.casework import users
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import FieldView, fields_of
from court_app.web.session import browser
from workflows.payloads.base import Line, labelled
from workflows.text import Text

blueprint = Blueprint("account", __name__, url_prefix="/account")


class NewPassword(Schema):
    """The old password and the new one."""

    old = fields.String(
        required=True,
        validate=validate.Length(max=200),
        metadata=labelled("原密码", "current password", widget="password"),
    )
    password = fields.String(
        required=True,
        metadata=labelled(
            "新密码", "new password", "至少十个字符", "at least ten characters", widget="password"
        ),
    )


class NewToken(Schema):
    """What a token is for."""

    label = Line(
        required=True,
        metadata=labelled(
            "用途", "what it is for", "例如：统计报表接口", "such as: interface for statistics"
        ),
    )


@blueprint.get("")
def show() -> str:
    """One's sessions and tokens, and the forms to change them."""
    return page()


@blueprint.post("/password")
def change_password() -> Response | tuple[str, int]:
    """Change one's password; every other session and token ends, this one goes on."""
    typed = read_form(NewPassword, request.form)
    try:
        given = NewPassword().load(typed)
        users.change_password(visit.session(), visit.person(), given["old"], given["password"], visit.now())
    except (ValidationError, BadInput) as error:
        return page(password_fields=fields_of(NewPassword, errors=errors_of(error))), 422
    hours = timedelta(hours=visit.bench().settings.session_hours)
    identity.enter(*users.open_session(visit.session(), visit.person(), visit.now(), hours, label=browser()))
    flash(languages.say(Text("密码已经修改，其他登录和令牌已经失效。")), "success")
    return redirect(url_for("account.show"))


@blueprint.post("/tokens")
def make_token() -> str | tuple[str, int]:
    """Make an API token; it is shown once."""
    typed = read_form(NewToken, request.form)
    try:
        given = NewToken().load(typed)
    except ValidationError as error:
        return page(token_fields=fields_of(NewToken, values=typed, errors=errors_of(error))), 422
    lasts = timedelta(days=visit.bench().settings.token_days)
    token, _ = users.open_session(
        visit.session(), visit.person(), visit.now(), lasts, purpose=users.TOKEN, label=given["label"]
    )
    return page(token=token)


@blueprint.post("/sign-ins/<int:sign_in_id>/revoke")
def revoke(sign_in_id: int) -> Response:
    """End one of one's sessions or tokens."""
    users.revoke(visit.session(), visit.person(), sign_in_id, visit.now())
    flash(languages.say(Text("已经撤销。")), "success")
    return redirect(url_for("account.show"))


def page(**given: Any) -> str:
    """The account page."""
    forms: dict[str, list[FieldView]] = {
        "password_fields": fields_of(NewPassword),
        "token_fields": fields_of(NewToken),
    }
    current = visit.sign_in()
    return render_template(
        "account.html",
        **{"token": "", **forms, **given},
        sign_ins=users.sign_ins_of(visit.session(), visit.person(), visit.now()),
        current_id=current.id if current else None,
    )
