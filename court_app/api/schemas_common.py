"""Schemas that several parts of the API share."""

from marshmallow import EXCLUDE, Schema, fields, validate

from models import User
from workflows.payloads.base import labelled


def roles_of(user: User) -> list[str]:
    """The values of a user's roles, in order."""
    return sorted(role.value for role in user.roles)


class CourtSchema(Schema):
    """A court, as others refer to it."""

    code = fields.String(metadata=labelled("法院代字", "code in case numbers"))
    name = fields.String(metadata=labelled("法院名称", "name"))


class UserSchema(Schema):
    """A person who signs in."""

    id = fields.Integer()
    username = fields.String()
    name = fields.String()
    court = fields.Nested(CourtSchema, allow_none=True)
    roles = fields.Function(roles_of, metadata={"type": "array", "items": {"type": "string"}})
    language = fields.String(metadata={"enum": ["zh", "en"]})


class PageQuery(Schema):
    """Which page of a list is wanted."""

    class Meta:
        """Filters stand beside it."""

        unknown = EXCLUDE

    page = fields.Integer(load_default=1, validate=validate.Range(1, 100_000))
    size = fields.Integer(load_default=20, validate=validate.Range(1, 100))


class PageSchema(Schema):
    """Where a page stands in its list."""

    page = fields.Integer()
    size = fields.Integer()
    total = fields.Integer()
    pages = fields.Integer()


class CredentialsSchema(Schema):
    """Name and password."""

    username = fields.String(
        required=True, validate=validate.Length(1, 64), metadata=labelled("用户名", "user name")
    )
    password = fields.String(
        required=True, load_only=True, validate=validate.Length(1, 200), metadata=labelled("密码", "password")
    )
    label = fields.String(
        load_default="API", validate=validate.Length(max=200), metadata=labelled("用途说明", "what it is for")
    )


class SessionSchema(Schema):
    """A session that has been opened; the token is shown this once."""

    token = fields.String(required=True)
    expires_at = fields.AwareDateTime(required=True)
    user = fields.Nested(UserSchema, required=True)
