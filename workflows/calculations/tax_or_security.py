"""Taxes older than a security: the one question of rank between two statutes that no text read answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.vocabulary import EncumbranceKind
from workflows.calculations.money import yuan
from workflows.text import Text

HINT = Text(
    "税款没有全额清偿，而担保债权已就担保物优先受偿。税收征收管理法第四十五条规定先于担保发生的税款优先，"
    "企业破产法第一百零九条没有这一例外；本表按企业破产法计算，请法官决定。"
)
NAMED_BY_THE_ARTICLE = frozenset({EncumbranceKind.MORTGAGE, EncumbranceKind.PLEDGE, EncumbranceKind.LIEN})
"""Securities over which older taxes go: mortgages, pledges, liens (税收征收管理法 45(1))."""


@dataclass(frozen=True, slots=True)
class TaxOwed:
    """A figure of a tax claim, and since when it is owed; in fen."""

    serial: int
    creditor: str
    fen: int
    owed_on: date


@dataclass(frozen=True, slots=True)
class SecuritySince:
    """A security on an asset, and when it was set up."""

    asset_serial: int
    asset: str
    kind: EncumbranceKind
    holder: str
    since_on: date


def tax_or_security(taxes_short: bool, securities_paid: bool) -> tuple[Text, ...]:
    """What the judge is told where taxes stay unpaid while collateral was paid out (EBL 109, 113)."""
    return (HINT,) if taxes_short and securities_paid else ()


def older_taxes(taxes: Iterable[TaxOwed], securities: Iterable[SecuritySince]) -> tuple[Text, ...]:
    """What the judge is told of every security that is younger than a tax, by number of claim and asset.

    Source: 税收征收管理法 45(1), against EBL 109, 113. Older is what was owed on a day before that of the
    security; of several figures of a claim those count together that are older than it.
    """
    owed = list(taxes)
    named = [one for one in securities if one.kind in NAMED_BY_THE_ARTICLE]
    told = list[Text]()
    for serial in sorted({one.serial for one in owed}):
        for security in sorted(named, key=lambda one: (one.asset_serial, one.since_on)):
            older = [one for one in owed if one.serial == serial and one.owed_on < security.since_on]
            if older:
                told.append(line_of(older, security))
    return tuple(told)


def line_of(older: list[TaxOwed], security: SecuritySince) -> Text:
    """One claim against one security."""
    return Text(
        "税款债权第{serial}号（{creditor}）中{sum}元最早欠缴于{owed}，早于第{asset_serial}号财产（{asset}）上"
        "{holder}的{kind}设立之日{since}：税收征收管理法第四十五条第一款规定此种税款先于该担保执行，"
        "企业破产法第一百零九条、第一百一十三条没有这一例外。系统按企业破产法计算，请法官决定。",
        serial=older[0].serial,
        creditor=older[0].creditor,
        sum=yuan(sum(one.fen for one in older)),
        owed=min(one.owed_on for one in older),
        asset_serial=security.asset_serial,
        asset=security.asset,
        holder=security.holder,
        kind=security.kind,
        since=security.since_on,
    )
