"""The figures of a claim: principal, interest, penalties, costs; wages and allowances (EBL 48, 49)."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from models.vocabulary import FigureKind
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.days import Day, PastDay
from workflows.text import N_

MOST_FIGURES = 40
OF_CREDITORS = (
    FigureKind.PRINCIPAL,
    FigureKind.INTEREST,
    FigureKind.PENALTY,
    FigureKind.DOUBLE_INTEREST,
    FigureKind.COSTS,
    FigureKind.INJURY,
    FigureKind.PUNITIVE,
    FigureKind.WAGE_ADVANCE,
    FigureKind.HOUSING_FUND,
    FigureKind.CASUAL_WAGES,
    FigureKind.STAFF_LOAN,
    FigureKind.OTHER,
)
OF_EMPLOYEES = (
    FigureKind.WAGES,
    FigureKind.BENEFITS,
    FigureKind.ACCOUNTS,
    FigureKind.COMPENSATION,
    FigureKind.HOUSING_FUND,
    FigureKind.WAGE_ADVANCE,
    FigureKind.CASUAL_WAGES,
    FigureKind.STAFF_LOAN,
    FigureKind.OTHER,
)


class FigureOfEmployee(Schema):
    """One figure of an employee's claim (EBL 48(2))."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    kind = Word(FigureKind, OF_EMPLOYEES, required=True, metadata=labelled("项目", "figure", widget="select"))
    filed_fen = Yuan(required=True, metadata=labelled("金额（元）", "amount (yuan)", widget="money"))
    working = Line(load_default="", metadata=labelled("计算方法", "how it is reckoned"))
    owed_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "欠付、欠税发生日",
            "owed since",
            "税款，以及2006年8月27日以前所欠的职工债权填写",
            "for taxes, and for wages owed before 27 August 2006",
        ),
    )


class FigureFiled(FigureOfEmployee):
    """One figure of a claim as its creditor reckons it (EBL 49)."""

    kind = Word(FigureKind, OF_CREDITORS, required=True, metadata=labelled("项目", "figure", widget="select"))
    until_on = Day(
        load_default=None,
        allow_none=True,
        metadata=labelled("计算至", "reckoned until", "利息、违约金填写", "for interest and penalties"),
    )
    currency = fields.String(
        load_default="",
        validate=validate.Regexp(r"^([A-Z]{3})?$", error=N_("请填写三个大写字母的货币代码，例如 USD。")),
        metadata=labelled("外币币种", "foreign currency", "人民币不填", "empty for yuan"),
    )
    foreign_amount = fields.Decimal(
        load_default=None,
        allow_none=True,
        validate=validate.Range(0, 10**15),
        metadata=labelled("外币金额", "foreign amount"),
    )
    exchange_rate = fields.Decimal(
        load_default=None,
        allow_none=True,
        validate=validate.Range(0, 10**6, min_inclusive=False),
        metadata=labelled("折合率", "exchange rate", "每一外币折合人民币元", "yuan for one unit"),
    )

    @validates_schema
    def check_foreign_money(self, data: dict[str, Any], **_: object) -> None:
        """Foreign money is named with its sum and rate, and they make the sum in yuan."""
        told = [data["currency"], data["foreign_amount"], data["exchange_rate"]]
        if not any(told):
            return
        if not all(told):
            raise ValidationError(N_("外币债权须同时填写币种、外币金额和折合率。"), "currency")
        exact: Decimal = data["foreign_amount"] * data["exchange_rate"] * 100
        if int(exact.quantize(Decimal(1), ROUND_HALF_UP)) != data["filed_fen"]:
            raise ValidationError(N_("外币金额乘以折合率，四舍五入到分，与该项金额不符。"), "filed_fen")


def rank_reason() -> Paragraphs:
    """The field of a reason for a rank in which the court does not usually pay a figure."""
    return Paragraphs(
        load_default="",
        metadata=labelled(
            "清偿顺序的理由",
            "reason for the rank",
            "人身损害赔偿、垫付的职工债权、住房公积金、非正式职工报酬、职工集资款，与本院通常做法不同的必填",
            "needed where injury damages, advanced wages, housing fund, casual wages or staff loans"
            " are put into another rank than this court usually does",
            widget="textarea",
        ),
    )


def sum_filed() -> Yuan:
    """The field of a sum that may be left to follow from its figures."""
    return Yuan(
        load_default=None,
        metadata=labelled(
            "申报金额（元）",
            "amount filed (yuan)",
            "填写下面各项的，可以不填，按各项合计",
            "may be left out if the figures below are filled in",
            widget="money",
        ),
    )


class WithFigures(Payload):
    """A sum, `filed_fen`, with the `figures` that make it up; the sum may be left to follow from them."""

    @validates_schema
    def check_sum(self, data: dict[str, Any], **_: object) -> None:
        """The figures make up the sum."""
        figures, filed = data.get("figures", []), data.get("filed_fen")
        if not figures and filed is None:
            raise ValidationError(N_("请填写金额，或者填写各项金额。"), "filed_fen")
        if figures and filed is not None and filed != total_of(figures):
            raise ValidationError(N_("金额与各项合计不符；可以不填金额，按各项合计。"), "filed_fen")

    @post_load
    def complete(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """The sum where only its figures were given."""
        figures = data["figures"]
        return {**data, "filed_fen": total_of(figures)} if figures else data


def total_of(figures: Sequence[dict[str, Any]]) -> int:
    """The sum of figures as filed, in fen."""
    return sum(figure["filed_fen"] for figure in figures)
