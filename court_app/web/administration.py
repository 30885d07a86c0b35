"""Keeping users, their roles, and what a court has settled for itself."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from marshmallow import Schema, ValidationError, fields, validate
from werkzeug.wrappers import Response

from court_app import languages, visit
from court_app.errors import BadInput
from court_app.services.casework import administration
from court_app.web.form_errors import errors_of
from court_app.web.form_reading import read_form
from court_app.web.forms import FieldView, fields_of
from models import Court, User
from models.vocabulary import Role
from workflows.law.setting import Setting
from workflows.law.settings import SETTINGS, read_settings
from workflows.payloads.base import Line, Word, labelled
from workflows.text import N_, Text

blueprint = Blueprint("administration", __name__, url_prefix="/administration")
PASSWORD = labelled(
    "初始密码", "first password", "至少十个字符", "at least ten characters", widget="password"
)


class UserFields(Schema):
    """What of a user can be changed."""

    name = Line(required=True, metadata=labelled("姓名", "name"))
    roles = fields.List(
        Word(Role, only=administration.ASSIGNABLE),
        required=True,
        validate=validate.Length(min=1, error=N_("请至少选择一个角色。")),
        metadata=labelled(
            "角色",
            "roles",
            "系统管理员、监察审计、管理人不得兼任其他角色",
            "system administrators, auditors and administrators hold no other role",
            widget="checkboxes",
        ),
    )
    active = fields.Boolean(load_default=True, metadata=labelled("可以登录", "may sign in"))


class NewUser(Schema):
    """A user who is added."""

    username = Line(
        required=True,
        metadata=labelled(
            "用户名", "user name", "小写字母和数字，登录时使用", "lower case letters and digits"
        ),
    )
    name = Line(required=True, metadata=labelled("姓名", "name"))
    court = fields.Integer(
        load_default=None,
        metadata=labelled(
            "所属法院", "court", "管理人用户留空", "empty for users of administrators", widget="select"
        ),
    )
    administrator = fields.Integer(
        load_default=None,
        metadata=labelled(
            "所属管理人",
            "administrator",
            "只有管理人用户填写",
            "only for users of administrators",
            widget="select",
        ),
    )
    roles = fields.List(
        Word(Role, only=administration.ASSIGNABLE),
        required=True,
        validate=validate.Length(min=1, error=N_("请至少选择一个角色。")),
        metadata=UserFields().fields["roles"].metadata,
    )
    password = fields.String(required=True, metadata=PASSWORD)


class GivenPassword(Schema):
    """A password that the administrator gives."""

    password = fields.String(
        required=True,
        metadata=labelled(
            "新密码", "new password", "至少十个字符", "at least ten characters", widget="password"
        ),
    )


@blueprint.get("")
def users_page() -> str:
    """Everybody who may sign in."""
    admin = visit.person()
    return render_template(
        "administration_users.html",
        users=administration.users_of(visit.session(), admin),
        courts=administration.courts_of(visit.session(), admin),
    )


@blueprint.get("/users/new")
def new_user() -> str:
    """The form of a new user."""
    return new_user_page({})


@blueprint.post("/users/new")
def add_user() -> Response | tuple[str, int]:
    """Add a user."""
    typed = read_form(NewUser, request.form)
    try:
        given = NewUser().load(typed)
        user = administration.add_user(
            visit.session(),
            visit.person(),
            username=given["username"],
            name=given["name"],
            password=given["password"],
            court_id=given["court"],
            administrator_id=given["administrator"],
            roles=given["roles"],
            now=visit.now(),
        )
    except (ValidationError, BadInput) as error:
        return new_user_page(typed, errors_of(error)), 422
    flash(languages.say(Text("已经添加用户{name}。", name=user.name)), "success")
    return redirect(url_for("administration.users_page"))


@blueprint.get("/users/<int:user_id>")
def show_user(user_id: int) -> str:
    """A user and the forms to change him."""
    return user_page(administration.user_of(visit.session(), visit.person(), user_id))


@blueprint.post("/users/<int:user_id>")
def change_user(user_id: int) -> Response | tuple[str, int]:
    """Change a user's name and roles, let him in or shut him out."""
    user = administration.user_of(visit.session(), visit.person(), user_id)
    typed = read_form(UserFields, request.form)
    try:
        given = UserFields().load(typed)
        administration.change_user(visit.session(), visit.person(), user_id, **given, now=visit.now())
    except (ValidationError, BadInput) as error:
        return user_page(user, user_fields=fields_of(UserFields, values=typed, errors=errors_of(error))), 422
    flash(languages.say(Text("已经保存。")), "success")
    return redirect(url_for("administration.users_page"))


@blueprint.post("/users/<int:user_id>/password")
def set_password(user_id: int) -> Response | tuple[str, int]:
    """Give a user a new password."""
    user = administration.user_of(visit.session(), visit.person(), user_id)
    try:
        given = GivenPassword().load(read_form(GivenPassword, request.form))
        administration.set_password(visit.session(), visit.person(), user_id, given["password"], visit.now())
    except (ValidationError, BadInput) as error:
        return user_page(user, password_fields=fields_of(GivenPassword, errors=errors_of(error))), 422
    flash(languages.say(Text("{name}的密码已经重设，其登录已经失效。", name=user.name)), "success")
    return redirect(url_for("administration.show_user", user_id=user_id))


@blueprint.get("/courts/<int:court_id>")
def court_settings(court_id: int) -> str:
    """What a court has settled for itself."""
    court = administration.court_of(visit.session(), visit.person(), court_id)
    return court_page(court, dict(read_settings(court.settings)))


@blueprint.post("/courts/<int:court_id>")
def change_settings(court_id: int) -> Response | tuple[str, int]:
    """Settle what the law leaves to a court; what the form does not name stays as it is."""
    court = administration.court_of(visit.session(), visit.person(), court_id)
    typed = {name: typed_setting(name, request.form[name]) for name in SETTINGS if name in request.form}
    try:
        administration.change_settings(visit.session(), visit.person(), court_id, typed)
    except BadInput as error:
        return court_page(court, {**read_settings(court.settings), **typed}, errors_of(error)), 422
    flash(languages.say(Text("已经保存。")), "success")
    return redirect(url_for("administration.court_settings", court_id=court_id))


def typed_setting(name: str, text: str) -> Any:
    """A setting as it was typed: yes or no, a number, or what is neither."""
    if SETTINGS[name].choices:
        return text
    if isinstance(SETTINGS[name].default, bool):
        return {"yes": True, "no": False}.get(text, text)
    return int(text) if text.strip().isdecimal() and len(text) < 10 else text


def new_user_page(typed: dict[str, Any], errors: dict[str, list[str]] | None = None) -> str:
    """The form of a new user, with what was typed."""
    courts = administration.courts_of(visit.session(), visit.person())
    entries = administration.entries_of(visit.session(), visit.person())
    choices = {
        "court": [(str(court.id), court.name) for court in courts],
        "administrator": [(str(entry.id), f"{entry.name}（{entry.court.name}）") for entry in entries],
    }
    views = fields_of(NewUser, values=typed, errors=errors, choices=choices)
    return render_template("administration_new_user.html", views=views)


def user_page(user: User, **given: list[FieldView]) -> str:
    """A user and the forms to change him."""
    values = {"name": user.name, "roles": sorted(user.roles), "active": user.active}
    forms = {
        "user_fields": fields_of(UserFields, values=values),
        "password_fields": fields_of(GivenPassword),
        **given,
    }
    return render_template("administration_user.html", user=user, **forms)


def widget_of(setting: Setting) -> str:
    """How a setting is asked for."""
    if setting.choices:
        return "select"
    return "yesno" if isinstance(setting.default, bool) else "number"


def court_page(court: Court, values: dict[str, Any], errors: dict[str, list[str]] | None = None) -> str:
    """The settings of a court, each with why it is one and its articles."""
    views = [
        FieldView(
            name=setting.name,
            label=languages.say(setting.label),
            hint=f"{languages.say(setting.why)} {languages.cited(setting.basis)}",
            widget=widget_of(setting),
            required=not setting.choices,
            choices=[(level.value, languages.say(level)) for level in setting.choices],
            value=values[setting.name],
            errors=tuple((errors or {}).get(setting.name, ())),
        )
        for setting in SETTINGS.values()
    ]
    return render_template("administration_court.html", court=court, views=views)
