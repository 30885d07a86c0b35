"""What programs send."""

from marshmallow import Schema, fields, validate

from court_app.api.schemas_common import PageQuery, PageSchema
from models.vocabulary import CaseType, ProcedureType, TeamRole
from workflows.payloads.base import Line, Word, labelled


class CaseQuery(PageQuery):
    """Which cases are looked for."""

    q = fields.String(load_default="", validate=validate.Length(max=100))
    case_type = Word(CaseType, load_default=None, allow_none=True)
    procedure_type = Word(ProcedureType, load_default=None, allow_none=True)
    state = fields.String(load_default="", validate=validate.Length(max=40))
    year = fields.Integer(load_default=None, validate=validate.Range(1949, 2999))
    open_only = fields.Boolean(load_default=False)
    mine = fields.Boolean(load_default=False)


ONLY_CHECK = (
    "只核对，不办理；能办理的答 200，不能办理的答与办理时相同的错误",
    "only check, take nothing: 200 if it would be taken, else the error that taking it would give",
)


class StepBody(Schema):
    """A step to be taken, with what it needs and the version that was read; or only to be checked."""

    step = Line(required=True, metadata=labelled("步骤", "step", example="notify_debtor"))
    data = fields.Dict(keys=fields.String(), load_default=dict)
    version = fields.Integer(load_default=None, allow_none=True, strict=True)
    check = fields.Boolean(load_default=False, metadata=labelled(*ONLY_CHECK))


class NewCaseBody(Schema):
    """A case to be opened by a step that begins one."""

    step = Line(load_default="receive_application", metadata=labelled("步骤", "step"))
    data = fields.Dict(keys=fields.String(), required=True)
    check = fields.Boolean(load_default=False, metadata=labelled(*ONLY_CHECK))


class PlaceBody(Schema):
    """A place in the team."""

    user_id = fields.Integer(required=True, strict=True, validate=validate.Range(1, 2**31 - 1))
    role = Word(TeamRole, required=True)


class TeamBody(Schema):
    """The whole team of a case."""

    team = fields.List(fields.Nested(PlaceBody), required=True, validate=validate.Length(max=30))
    version = fields.Integer(load_default=None, allow_none=True, strict=True)


class RecusalBody(Schema):
    """A person who is shut out, and why."""

    user_id = fields.Integer(required=True, strict=True, validate=validate.Range(1, 2**31 - 1))
    reason = Line(required=True)


class ListSchema(PageSchema):
    """A page of a list."""

    items = fields.List(fields.Dict())
