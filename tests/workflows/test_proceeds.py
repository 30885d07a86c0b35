"""Where the proceeds of an encumbered asset go: the worked figures of the law file, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import EncumbranceKind
from workflows.calculations.proceeds import OnAsset, proceeds

K = EncumbranceKind


def a_claim(serial: int, yuan: int, **more: object) -> OnAsset:
    """A claim secured on the asset."""
    values: dict[str, object] = {"kind": K.MORTGAGE, **more}
    return OnAsset(serial=serial, creditor=f"第{serial}号债权人", amount_fen=yuan * 100, **values)  # type: ignore[arg-type]


def test_the_factory_of_the_worked_example_pays_its_bank_and_leaves_a_surplus() -> None:
    found = proceeds("厂房", 820_000_000, 12_000_000, (a_claim(1, 6_500_000),))

    assert (found.net_fen, found.surplus_fen) == (808_000_000, 158_000_000)
    assert [(met.paid_fen, met.short_fen) for met in found.met] == [(650_000_000, 0)]


def test_the_machines_of_the_worked_example_leave_a_deficiency_that_is_ordinary() -> None:
    found = proceeds("设备", 215_000_000, 5_000_000, (a_claim(2, 3_000_000),))

    assert (found.net_fen, found.surplus_fen, found.short_fen) == (210_000_000, 0, 90_000_000)
    assert [str(line) for line in found.working] == [
        "变价款2,150,000.00元－变价费用50,000.00元＝净额2,100,000.00元。",
        "第1顺位，第2号债权（第2号债权人）：债权3,000,000.00元，受偿2,100,000.00元，不足的900,000.00元转为普通债权。",
        "剩余0.00元并入破产财产。",
    ]


def test_home_buyers_come_first_then_the_construction_price_then_mortgages_by_their_order() -> None:
    claims = (
        a_claim(1, 40, priority=2),
        a_claim(2, 40, priority=1),
        a_claim(3, 40, kind=K.CONSTRUCTION, priority=9),
        a_claim(4, 40, kind=K.HOME_BUYER),
    )

    found = proceeds("在建工程", 13_000, 0, claims)

    assert [(met.claim.serial, met.rank, met.paid_fen) for met in found.met] == [
        (4, 1, 4000),
        (3, 2, 4000),
        (2, 3, 4000),
        (1, 4, 1000),
    ]


def test_mortgages_of_one_rank_share_by_amount_to_the_fen() -> None:
    found = proceeds("厂房", 10_001, 0, (a_claim(1, 100, priority=1), a_claim(2, 200, priority=1)))

    assert [met.paid_fen for met in found.met] == [3334, 6667]


def test_a_security_without_an_order_is_met_after_those_that_have_one() -> None:
    found = proceeds("厂房", 10_000, 0, (a_claim(1, 100), a_claim(2, 100, priority=5)))

    assert [(met.claim.serial, met.paid_fen) for met in found.met] == [(2, 10_000), (1, 0)]


def test_a_maximum_security_covers_no_more_than_its_maximum_and_the_rest_is_ordinary() -> None:
    found = proceeds("厂房", 100_000, 0, (a_claim(1, 900, most_fen=60_000),))

    assert (found.met[0].paid_fen, found.short_fen, found.surplus_fen) == (60_000, 30_000, 40_000)


def test_what_another_asset_has_brought_is_not_paid_twice() -> None:
    found = proceeds("设备", 100_000, 0, (a_claim(1, 900, met_fen=50_000),))

    assert (found.met[0].paid_fen, found.short_fen, found.surplus_fen) == (40_000, 0, 60_000)


@pytest.mark.parametrize(("deduct", "net", "borne"), [(True, 95_000, 0), (False, 100_000, 5_000)])
def test_the_cost_falls_on_the_asset_or_by_the_courts_setting_on_the_rest_of_the_estate(
    deduct: bool, net: int, borne: int
) -> None:
    found = proceeds("设备", 100_000, 5_000, (a_claim(1, 2_000),), deduct=deduct)

    assert (found.net_fen, found.borne_fen, found.met[0].paid_fen) == (net, borne, net)


def test_a_cost_above_the_proceeds_is_borne_by_the_estate_and_nobody_pays_in() -> None:
    found = proceeds("废料", 1_000, 1_500, (a_claim(1, 100),))

    assert (found.net_fen, found.borne_fen, found.surplus_fen) == (0, 500, 0)
    assert found.short_fen == 10_000


@given(
    st.integers(0, 10**12),
    st.integers(0, 10**10),
    st.lists(st.tuples(st.integers(0, 10**11), st.integers(1, 3)), max_size=6),
)
def test_the_net_proceeds_are_paid_out_or_join_the_pool_to_the_fen(
    gross: int, cost: int, owed: list[tuple[int, int]]
) -> None:
    claims = tuple(
        OnAsset(serial=n, creditor="某", amount_fen=fen, kind=K.MORTGAGE, priority=rank)
        for n, (fen, rank) in enumerate(owed, 1)
    )

    found = proceeds("某物", gross, cost, claims)

    assert sum(met.paid_fen for met in found.met) + found.surplus_fen == found.net_fen
    assert found.net_fen + found.cost_fen - found.borne_fen == gross
    assert all(0 <= met.paid_fen <= met.claim.amount_fen for met in found.met)
    assert found.surplus_fen == 0 or found.short_fen == 0
