"""What the steps of votes need: attendance, motions, ballots (EBL 59, 61, 64; I3-11)."""

from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, validate, validates_schema

from models.vocabulary import (
    AttendanceKind,
    BallotChannel,
    BallotChoice,
)
from workflows.payloads.base import Line, Payload, WithReason, WithRemark, Word, labelled
from workflows.text import N_

MOST_AT_ONCE = 500
KEYED = (BallotChannel.PAPER, BallotChannel.POST, BallotChannel.SHOW_OF_HANDS)
"""How a ballot came that somebody keys in for its creditor."""


def creditor() -> fields.Integer:
    """The field that names a creditor of the case."""
    return fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 2**31 - 1),
        metadata=labelled("债权人", "creditor", widget="creditor"),
    )


class CameIn(Schema):
    """One creditor who attends."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    creditor_id = creditor()
    how = Word(AttendanceKind, required=True, metadata=labelled("参会方式", "how", widget="select"))
    representative = Line(
        load_default="", metadata=labelled("代理人", "proxy", "委托代理人的必填", "needed for a proxy")
    )

    @validates_schema
    def check_proxy(self, data: dict[str, Any], **_: object) -> None:
        """A proxy has a name (EBL 59(4))."""
        if data.get("how") == AttendanceKind.PROXY and not data.get("representative"):
            raise ValidationError(N_("委托代理人出席的，请填写代理人姓名。"), "representative")


class SignedIn(Payload):
    """Creditors sign in to a meeting."""

    creditors = fields.List(
        fields.Nested(CameIn),
        required=True,
        validate=validate.Length(1, MOST_AT_ONCE, error=N_("请至少选择一位债权人，一次最多五百位。")),
        metadata=labelled("签到的债权人", "creditors who attend"),
    )

    @validates_schema
    def check_once(self, data: dict[str, Any], **_: object) -> None:
        """Nobody signs in twice."""
        each_once(data.get("creditors", []), "creditors")


class SignInStruck(WithReason):
    """An entry of the attendance list that was wrong."""

    creditor_id = creditor()


class CodesIssued(WithRemark):
    """Codes for voting from the phone are made for every creditor with a claim, or anew for one."""

    creditor_id = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 2**31 - 1),
        metadata=labelled(
            "只为哪个债权人重制",
            "only anew for",
            "不填即为尚无表决码的全体债权人制发",
            "for every creditor without a code if empty",
            widget="creditor",
        ),
    )
    again = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "已经重制过的，再次重制",
            "make anew once more what was made anew before",
            "再次重制以后，上次重制的表决码也作废",
            "the code that was made anew before is then void too",
        ),
    )


class BallotKeyed(Schema):
    """One creditor's ballot."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    creditor_id = creditor()
    choice = Word(BallotChoice, required=True, metadata=labelled("表决意见", "vote", widget="select"))


class BallotsKeyed(Payload):
    """Ballots that came on paper, by post, or were told on the spot, keyed in."""

    channel = Word(
        BallotChannel,
        KEYED,
        load_default=BallotChannel.PAPER,
        metadata=labelled("表决方式", "how they were cast"),
    )
    ballots = fields.List(
        fields.Nested(BallotKeyed),
        required=True,
        validate=validate.Length(1, MOST_AT_ONCE, error=N_("请至少录入一张表决票，一次最多五百张。")),
        metadata=labelled("表决票", "ballots"),
    )

    @validates_schema
    def check_once(self, data: dict[str, Any], **_: object) -> None:
        """One creditor, one ballot."""
        each_once(data.get("ballots", []), "ballots")


class BallotByCode(Payload):
    """A creditor votes himself, by his code."""

    creditor_id = creditor()
    choice = Word(BallotChoice, required=True, metadata=labelled("表决意见", "vote"))


class BallotCorrected(WithReason):
    """A ballot that was keyed in wrongly; what it says, or that there was none."""

    creditor_id = creditor()
    choice = Word(
        BallotChoice,
        load_default=None,
        allow_none=True,
        metadata=labelled("更正为", "corrected to", "不选即撤销该票", "no choice strikes the ballot"),
    )


def each_once(rows: list[dict[str, Any]], field: str) -> None:
    """Stop if a creditor is named twice.

    Raises:
        ValidationError: naming the list.
    """
    named = [row["creditor_id"] for row in rows if "creditor_id" in row]
    if len(named) != len(set(named)):
        raise ValidationError(N_("同一债权人只能填写一次。"), field)
