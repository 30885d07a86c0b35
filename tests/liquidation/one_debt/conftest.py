"""Cases in which one debt is owed by several, or to several (EBL 50 to 52; SG 22, 23)."""

import pytest

from tests.liquidation.one_debt.guaranteeing import (
    BANK,
    adopt,
    of_the_bank,
    of_the_guarantor,
    receive,
    through,
    tie,
)
from tests.liquidation.playing import (
    Liquidation,
    publish,
)
from tests.liquidation.test_collateral import burdened, paid_for


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    publish(opened)
    return opened


@pytest.fixture
def guaranteed(invited: Liquidation) -> Liquidation:
    """The bank's million (1), recourse of who has paid 700,000 of it since (2), a supplier's million (3)."""
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank)
    receive(invited, 1, 700_000)
    for serial, yuan in ((bank, 1_000_000), (guarantor, 700_000), (supplier, 1_000_000)):
        invited.list_claim(serial, yuan)
    through(invited, bank, guarantor, supplier)
    return invited


@pytest.fixture
def mortgaged(invited: Liquidation) -> Liquidation:
    """A bank's million (1), a joint creditor's claim for it (2), both on one plant; a supplier's million."""
    bank = of_the_bank(invited)
    other = invited.file("望川农村商业银行", 1_000_000, same_debt="JOINT_CREDITOR", same_debt_creditor=BANK)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    invited.list_claim(bank, 1_000_000, "SEC")
    invited.list_claim(other, 1_000_000, "SEC")
    invited.list_claim(supplier, 1_000_000)
    through(invited, bank, other, supplier)
    plant = paid_for(invited, "厂房", "1500000")
    burdened(invited, plant, bank)
    burdened(invited, plant, other)
    tie(invited, other, bank, "JOINT_CREDITOR")
    return invited


@pytest.fixture
def recourse(invited: Liquidation) -> Liquidation:
    """The bank's million with a mortgage (1), recourse for 700,000 of it (2), a supplier's million."""
    bank, guarantor = of_the_bank(invited), of_the_guarantor(invited, 700_000)
    supplier = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    tie(invited, guarantor, bank)
    receive(invited, 1, 700_000)
    invited.list_claim(bank, 1_000_000, "SEC")
    invited.list_claim(guarantor, 700_000)
    invited.list_claim(supplier, 1_000_000)
    through(invited, bank, guarantor, supplier)
    return invited


@pytest.fixture
def answering(invited: Liquidation) -> Liquidation:
    """The debtor answers as a general guarantor for a million (1); a supplier has a million (2)."""
    first = invited.file(BANK, 1_000_000, debtor_as="GENERAL_GUARANTOR")
    second = invited.file("江澜市恒泰贸易有限公司", 1_000_000)
    for serial in (first, second):
        invited.list_claim(serial, 1_000_000)
    through(invited, first, second)
    invited.hold_money(1_500_000)
    adopt(invited)
    invited.final(1_000_000)
    return invited
