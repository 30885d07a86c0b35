"""What is peculiar to votes, only to be read: the count of a motion, its roll, who attends a meeting."""

from typing import Any, cast

from marshmallow import Schema, fields, validate

from court_app import visit
from court_app.api.blueprints import CourtBlueprint
from court_app.api.cases import ID, shared
from court_app.api.parts import SERIAL
from court_app.api.schemas_common import PageQuery, PageSchema
from court_app.api.schemas_parts import WordSchema, sum_in_fen
from court_app.languages import say, thawed
from court_app.services.meetings import attendance, tallies
from court_app.services.meetings.tallies import RollRow, Standing
from court_app.services.procedure import parts
from models import Meeting, Motion
from models.vocabulary import ClaimClass, NoVote, RightsBy
from workflows.calculations.vote import Figures, answer
from workflows.payloads.base import Word

blueprint = CourtBlueprint("votes_api", "表决 · votes", f"/cases/{ID}")


class RollQuery(PageQuery):
    """Which creditors of a roll are looked for."""

    standing: fields.Field[Any] = Word(Standing, load_default=None, allow_none=True)
    q = fields.String(load_default="", validate=validate.Length(max=100))


class AttendanceQuery(PageQuery):
    """Which creditors of the attendance list are looked for."""

    only: Any = fields.String(load_default="", validate=validate.OneOf(["", "came", "away"]))
    q = fields.String(load_default="", validate=validate.Length(max=100))


class VotingClaimSchema(Schema.from_dict({**sum_in_fen("stands_fen"), **sum_in_fen("counts_fen")})):  # type: ignore[misc]
    """A row of the register behind a creditor's vote."""

    serial = fields.Integer()
    claim_class = fields.Function(lambda row: WordSchema().dump(ClaimClass(row["class"])))
    working = fields.Function(lambda row: thawed(row.get("working", ())))
    why = fields.Function(lambda row: WordSchema().dump(NoVote(row["why"])) if row["why"] else None)


class ListedSchema(Schema.from_dict({**sum_in_fen("subscribed_fen"), **sum_in_fen("paid_in_fen")})):  # type: ignore[misc]
    """The row of the list of investors behind an investor's vote, as it stood when the motion was put."""

    serial = fields.Integer()
    shares = fields.Integer(allow_none=True)
    by = fields.Function(lambda row: WordSchema().dump(RightsBy(row["by"])))


class RightSchema(Schema.from_dict(sum_in_fen("counts_fen"))):  # type: ignore[misc]
    """A creditor of the roll: his right, his claims, how he stands in the vote."""

    creditor_id = fields.Integer(attribute="party_id")
    creditor = fields.String(attribute="party.name")
    may_vote = fields.Boolean()
    why = fields.Nested(WordSchema, allow_none=True)
    claims = fields.List(fields.Nested(VotingClaimSchema))
    listed = fields.Function(lambda right: ListedSchema().dump(right.listed) if right.listed else None)


class BallotSchema(Schema):
    """A ballot that stands."""

    choice = fields.Nested(WordSchema)
    channel = fields.Nested(WordSchema)
    cast_at = fields.DateTime()


class RollRowSchema(Schema):
    """A creditor of the roll with his ballot."""

    right = fields.Nested(RightSchema)
    ballot = fields.Nested(BallotSchema, allow_none=True)
    attends = fields.Boolean()
    standing = fields.Nested(WordSchema)


class RollSchema(PageSchema):
    """A page of the roll."""

    items = fields.List(fields.Nested(RollRowSchema))


class MemberSchema(Schema):
    """A creditor on the attendance list."""

    creditor_id = fields.Integer(attribute="party.id")
    creditor = fields.String(attribute="party.name")
    first_claim = fields.Integer()
    how = fields.Nested(WordSchema, attribute="came.how", allow_none=True)
    representative = fields.String(attribute="came.representative")
    came_at = fields.DateTime(attribute="came.came_at")


class AttendanceSchema(PageSchema):
    """A page of the attendance list."""

    items = fields.List(fields.Nested(MemberSchema))
    attending = fields.Integer()


class TallySchema(Schema):
    """The count of a motion: as it was kept, or as it stands while the vote goes on."""

    counted = fields.Boolean()
    passed = fields.Boolean()
    heads = fields.Dict()
    amount = fields.Dict()
    working = fields.List(fields.String())
    basis = fields.List(fields.String())


@blueprint.get(f"/motions/{SERIAL}/tally")
@blueprint.response(200, TallySchema)
def show_tally(case_id: int, serial: int) -> dict[str, Any]:
    """The count of a motion with both limbs and their working; kept once it was counted."""
    motion = cast(Motion, parts.of_case(visit.occasion(), shared(case_id), parts.PARTS["motions"], serial))
    found = tallies.count(visit.session(), motion)
    own = next(group for choice, group in found.choices.items() if choice.value == "FOR")
    limbs = answer(found.result, Figures(found.present.heads, own.heads, own.fen, found.total_fen))
    kept = thawed(motion.working)
    return {
        **limbs,
        "counted": motion.counted_on is not None,
        "working": kept or [say(line) for line in found.working],
        "basis": [say(citation) for citation in tallies.rule_of(motion).basis],
    }


@blueprint.get(f"/motions/{SERIAL}/roll")
@blueprint.arguments(RollQuery, location="query")
@blueprint.response(200, RollSchema)
def show_roll(query: dict[str, Any], case_id: int, serial: int) -> dict[str, Any]:
    """The roll of a motion: who may vote, with how much, by which claims; and what he said."""
    motion = cast(Motion, parts.of_case(visit.occasion(), shared(case_id), parts.PARTS["motions"], serial))
    page = tallies.rows_of(
        visit.occasion(),
        motion,
        standing=query["standing"],
        text=query["q"],
        page=query["page"],
        size=query["size"],
    )
    rows: list[RollRow] = page.rows
    return {"items": rows, **{name: getattr(page, name) for name in ("page", "size", "total", "pages")}}


@blueprint.get(f"/meetings/{SERIAL}/attendance")
@blueprint.arguments(AttendanceQuery, location="query")
@blueprint.response(200, AttendanceSchema)
def show_attendance(query: dict[str, Any], case_id: int, serial: int) -> dict[str, Any]:
    """The attendance list of a meeting, by the number of the creditor's first claim."""
    part = parts.of_case(visit.occasion(), shared(case_id), parts.PARTS["meetings"], serial)
    page = attendance.members(
        visit.occasion(),
        cast(Meeting, part),
        text=query["q"],
        only=query["only"],
        page=query["page"],
        size=query["size"],
    )
    names = ("attending", "page", "size", "total", "pages")
    return {"items": page.rows, **{name: getattr(page, name) for name in names}}
