"""A tax older than a security is told the judge, who decides; drafts go by EBL 109 (税收征收管理法 45)."""

from datetime import date

import pytest

from models.vocabulary import EncumbranceKind as K
from workflows.calculations.tax_or_security import SecuritySince, TaxOwed, older_taxes

TAX = TaxOwed(3, "江澜市税务局", 2_000_000, date(2024, 5, 1))


def security(since: date, kind: K = K.MORTGAGE) -> SecuritySince:
    """A security on the factory."""
    return SecuritySince(1, "厂房", kind, "江澜银行", since)


@pytest.mark.parametrize(
    ("since", "told"), [(date(2024, 4, 30), 0), (date(2024, 5, 1), 0), (date(2024, 5, 2), 1)]
)
def test_a_tax_is_older_only_if_it_was_owed_on_an_earlier_day(since: date, told: int) -> None:
    assert len(older_taxes([TAX], [security(since)])) == told


@pytest.mark.parametrize(
    ("kind", "told"),
    [(K.MORTGAGE, 1), (K.PLEDGE, 1), (K.LIEN, 1), (K.CONSTRUCTION, 0), (K.HOME_BUYER, 0)],
)
def test_the_article_speaks_of_mortgage_pledge_and_lien(kind: K, told: int) -> None:
    assert len(older_taxes([TAX], [security(date(2024, 6, 1), kind)])) == told


def test_only_the_figures_that_are_older_count() -> None:
    later = TaxOwed(3, "江澜市税务局", 700, date(2025, 1, 1))

    told = older_taxes([TAX, later], [security(date(2024, 6, 1))])

    assert str(told[0]).startswith(
        "税款债权第3号（江澜市税务局）中20,000.00元最早欠缴于2024年5月1日，早于第1号财产（厂房）上"
        "江澜银行的抵押权设立之日2024年6月1日"
    )
