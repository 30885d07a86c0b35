"""The calculator of distributions: the worked example to the fen, what always holds, and what is refused."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabulary import Rank
from tests.workflows.asking import ask, fen, refusal
from workflows.calculations.money import plain
from workflows.calculations.registry import CALCULATORS

RANKS = [rank.value for rank in Rank]


def claim(name: str, rank: str, amount: str) -> dict[str, str]:
    """A claim on the pool."""
    return {"id": name, "rank": rank, "amount": amount}


def asset(name: str, proceeds: str, *claims: dict[str, Any], cost: str = "0.00") -> dict[str, Any]:
    """An asset with the claims secured on it."""
    return {"asset": name, "proceeds": proceeds, "cost": cost, "claims": list(claims)}


def secured(name: str, amount: str, **more: Any) -> dict[str, Any]:
    """A claim secured on an asset."""
    return {"id": name, "amount": amount, **more}


def paid(answer: Any) -> dict[tuple[str, str], str]:
    """What each claim gets, by id and rank."""
    return {(row["id"], row["rank"]): row["paid"] for row in answer["payments"]}


def distribute(pool: str, *claims: dict[str, str], secured: list[Any] | None = None) -> Any:
    """A distribution."""
    return ask("distribution", {"pool": pool, "claims": list(claims), "secured": secured or []})


def test_the_worked_example_is_distributed_to_the_fen() -> None:
    answer = ask("distribution", dict(CALCULATORS["distribution"].example))

    assert {name: sum_ for (name, rank), sum_ in paid(answer).items() if rank == "ordinary"} == {
        "O1": "200137.69",
        "O2": "1729584.96",
        "O3": "741250.70",
        "O4": "222375.21",
        "O5": "27453.73",
        "O6": "444750.42",
        "O7": "1111876.05",
        "O8": "148250.14",
    }
    assert paid(answer)["A", "secured"] == "6500000.00"
    assert paid(answer)["O1", "secured"] == "2100000.00"
    assert answer["rates"]["ordinary"] == {"fraction": "462567890/2080123455", "percent": "22.2375"}
    assert answer["rest"] == "0.00"


def test_a_deficiency_stands_twice_once_with_its_asset_and_once_as_ordinary() -> None:
    answer = distribute("50.00", secured=[asset("设备", "60.00", secured("B", "100.00"))])

    assert answer["payments"] == [
        {"id": "B", "rank": "secured", "asset": "设备", "amount": "100.00", "paid": "60.00"},
        {"id": "B", "rank": "ordinary", "amount": "40.00", "paid": "40.00"},
    ]
    assert answer["rest"] == "10.00"


def test_what_an_asset_does_not_need_joins_the_pool() -> None:
    answer = distribute(
        "0.00",
        claim("O1", "ordinary", "100.00"),
        secured=[asset("厂房", "82.00", secured("A", "65.00"), cost="1.20")],
    )

    assert paid(answer) == {("A", "secured"): "65.00", ("O1", "ordinary"): "15.80"}


def test_several_claims_on_one_asset_are_met_in_the_order_given() -> None:
    answer = distribute(
        "0.00", secured=[asset("厂房", "100.00", secured("B", "80.00"), secured("A", "80.00"))]
    )

    assert (paid(answer)["B", "secured"], paid(answer)["A", "secured"]) == ("80.00", "20.00")


def test_claims_of_one_priority_share_their_asset_by_amount() -> None:
    on_it = (
        secured("C", "90.00", priority=2),
        secured("A", "30.00", priority=2),
        secured("B", "60.00", priority=1),
    )

    answer = distribute("0.00", secured=[asset("厂房", "100.00", *on_it)])

    assert [(row["id"], row["paid"]) for row in answer["payments"] if row["rank"] == "secured"] == [
        ("B", "60.00"),
        ("A", "10.00"),
        ("C", "30.00"),
    ]


def test_a_published_example_shows_its_rate_as_it_was_published() -> None:
    """D01: 132 of expenses and common debts, 200 to employees, 100 of taxes, 1,075 for 2,735."""
    answer = distribute(
        "1507.00",
        claim("1", "expense", "112.00"),
        claim("2", "common_benefit", "20.00"),
        claim("3", "employee", "200.00"),
        claim("4", "social_tax", "100.00"),
        claim("5", "ordinary", "525.00"),
        claim("6", "ordinary", "2210.00"),
    )

    assert answer["rates"]["ordinary"] == {"fraction": "1075/2735", "percent": "39.3053"}
    assert paid(answer)["5", "ordinary"] == "206.35"


def test_where_expenses_and_common_debts_are_not_covered_expenses_come_first() -> None:
    answer = distribute(
        "1200000.00",
        claim("F1", "expense", "900000.00"),
        claim("G1", "common_benefit", "600000.00"),
        claim("Z1", "employee", "1.00"),
    )

    assert list(paid(answer).values()) == ["900000.00", "300000.00", "0.00"]
    assert answer["rates"]["common_benefit"] == {"fraction": "300000/600000", "percent": "50.0000"}


def test_where_even_expenses_are_not_covered_the_administrator_must_ask_for_the_end() -> None:
    short = distribute("600000.00", claim("F1", "expense", "300000.00"), claim("F2", "expense", "600000.00"))
    enough = distribute("900000.00", claim("F1", "expense", "300000.00"), claim("F2", "expense", "600000.00"))

    assert list(paid(short).values()) == ["200000.00", "400000.00"]
    hint = "债务人财产不足以清偿破产费用，管理人应当提请人民法院终结破产程序。"
    assert hint in short["working"]
    assert hint not in enough["working"]


def test_subordinated_claims_follow_one_after_the_other() -> None:
    answer = distribute(
        "25.00",
        claim("1", "subordinate_criminal", "10.00"),
        claim("2", "subordinate_fine", "10.00"),
        claim("3", "subordinate_punitive", "10.00"),
        claim("4", "ordinary", "10.00"),
    )

    assert [(row["id"], row["paid"]) for row in answer["payments"]] == [
        ("4", "10.00"),
        ("3", "10.00"),
        ("2", "5.00"),
        ("1", "0.00"),
    ]


@pytest.mark.parametrize(
    ("first", "second"), [("S2", "S10"), ("9", "10"), ("A1-9", "A1-10"), ("甲2", "甲10")]
)
def test_a_single_fen_goes_to_the_lower_number_not_to_the_lower_word(first: str, second: str) -> None:
    answer = distribute("0.01", claim(second, "ordinary", "1.00"), claim(first, "ordinary", "1.00"))

    assert paid(answer) == {(first, "ordinary"): "0.01", (second, "ordinary"): "0.00"}


def test_nothing_to_distribute_is_distributed_to_nobody() -> None:
    assert distribute("0.00")["payments"] == []
    assert distribute("12.34")["rest"] == "12.34"


def test_a_claim_of_nothing_gets_nothing() -> None:
    answer = distribute("0.05", claim("1", "ordinary", "0.00"), claim("2", "ordinary", "0.10"))

    assert list(paid(answer).values()) == ["0.00", "0.05"]


def test_the_working_says_how_fens_were_rounded() -> None:
    answer = distribute("1.00", *(claim(str(n), "ordinary", "1.00") for n in range(3)))

    assert list(paid(answer).values()) == ["0.34", "0.33", "0.33"]
    assert any("每笔债权额×1.00÷3.00" in line for line in answer["working"])


GOOD = {"id": "S1", "rank": "ordinary", "amount": "1.00"}
ON_IT = {"id": "B", "amount": "1.00"}


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ([], None, None),
        (7, "not_an_object", None),
        ({}, "missing_field", "pool"),
        ({"pool": "-1.00"}, "negative", "pool"),
        ({"pool": "1.001"}, "too_exact", "pool"),
        ({"pool": "1.00", "claim": []}, "unknown_field", "claim"),
        ({"pool": "1.00", "claims": {}}, "bad_list", "claims"),
        ({"pool": "1.00", "claims": [GOOD, 7]}, "not_an_object", "claims.1"),
        (
            {"pool": "1.00", "claims": [GOOD, {**GOOD, "id": "S2", "rank": "tax"}]},
            "bad_choice",
            "claims.1.rank",
        ),
        ({"pool": "1.00", "claims": [{**GOOD, "rank": []}]}, "bad_choice", "claims.0.rank"),
        ({"pool": "1.00", "claims": [{**GOOD, "rank": None}]}, "missing_field", "claims.0.rank"),
        ({"pool": "1.00", "claims": [{**GOOD, "amount": "-5.00"}]}, "negative", "claims.0.amount"),
        ({"pool": "1.00", "claims": [{**GOOD, "amount": "5.005"}]}, "too_exact", "claims.0.amount"),
        ({"pool": "1.00", "claims": [{**GOOD, "amount": "9" * 14}]}, "too_large", "claims.0.amount"),
        ({"pool": "1.00", "claims": [{**GOOD, "amount": "1.00\n2.00"}]}, "bad_amount", "claims.0.amount"),
        ({"pool": "1.00", "claims": [{**GOOD, "amount": None}]}, "missing_field", "claims.0.amount"),
        ({"pool": "1.00", "claims": [{**GOOD, "id": ""}]}, "missing_field", "claims.0.id"),
        ({"pool": "1.00", "claims": [{**GOOD, "id": " "}]}, "bad_id", "claims.0.id"),
        ({"pool": "1.00", "claims": [{**GOOD, "id": "\ud800"}]}, "bad_id", "claims.0.id"),
        ({"pool": "1.00", "claims": [{**GOOD, "id": "x" * 101}]}, "bad_id", "claims.0.id"),
        ({"pool": "1.00", "claims": [{**GOOD, "id": True}]}, "bad_id", "claims.0.id"),
        ({"pool": "1.00", "claims": [{**GOOD, "remark": ""}]}, "unknown_field", "claims.0.remark"),
        ({"pool": "1.00", "claims": [GOOD, GOOD]}, "named_twice", "claims.1.id"),
        ({"pool": "1.00", "claims": [GOOD, {**GOOD, "rank": "employee"}]}, "named_twice", "claims"),
        (
            {"pool": "1.00", "claims": [GOOD], "secured": [asset("厂房", "1.00", {**ON_IT, "id": "S1"})]},
            "named_twice",
            "claims",
        ),
        (
            {"pool": "1.00", "secured": [asset("厂房", "1.00", ON_IT), asset("设备", "1.00", ON_IT)]},
            "named_twice",
            "secured",
        ),
        (
            {"pool": "1.00", "secured": [asset("厂房", "1.00"), asset("厂房", "1.00")]},
            "named_twice",
            "secured.1.asset",
        ),
        (
            {"pool": "1.00", "secured": [asset("厂房", "1.00", cost="1.01")]},
            "cost_above_proceeds",
            "secured.0.cost",
        ),
        (
            {"pool": "1.00", "secured": [asset("厂房", "1.00", {**ON_IT, "amount": "x"})]},
            "bad_amount",
            "secured.0.claims.0.amount",
        ),
        (
            {
                "pool": "1.00",
                "secured": [asset("厂房", "1.00", {**ON_IT, "priority": 1}, {**ON_IT, "id": "C"})],
            },
            "missing_field",
            "secured.0.claims.1.priority",
        ),
        (
            {"pool": "1.00", "secured": [asset("厂房", "1.00", {**ON_IT, "priority": 0})]},
            "bad_number",
            "secured.0.claims.0.priority",
        ),
    ],
)
def test_what_cannot_be_distributed_is_named_by_its_place(
    data: Any, code: str | None, field: str | None
) -> None:
    if code is None:
        assert ask("distribution", data) == []
    else:
        assert refusal("distribution", data) == (code, field)


def test_an_asset_that_costs_all_it_brings_leaves_its_claims_ordinary() -> None:
    answer = distribute("10.00", secured=[asset("设备", "5.00", secured("B", "8.00"), cost="5.00")])

    assert paid(answer) == {("B", "secured"): "0.00", ("B", "ordinary"): "8.00"}


SUMS = st.integers(0, 10**11)
CLAIMS = st.lists(st.tuples(st.sampled_from(RANKS), SUMS), max_size=9)
ASSETS = st.lists(st.tuples(SUMS, SUMS, st.lists(st.tuples(SUMS, st.integers(1, 2)), max_size=3)), max_size=3)


def made(pool: int, claims: list[Any], assets: list[Any]) -> dict[str, Any]:
    """A distribution from drawn sums of fen."""
    return {
        "pool": plain(pool),
        "claims": [claim(f"S{n}", rank, plain(sum_)) for n, (rank, sum_) in enumerate(claims)],
        "secured": [
            asset(
                f"财产{n}",
                plain(max(proceeds, cost)),
                *(secured(f"B{n}-{m}", plain(sum_), priority=p) for m, (sum_, p) in enumerate(on_it)),
                cost=plain(min(proceeds, cost)),
            )
            for n, (proceeds, cost, on_it) in enumerate(assets)
        ],
    }


@given(SUMS, CLAIMS, ASSETS)
def test_payments_and_rest_are_all_that_there_was(pool: int, claims: list[Any], assets: list[Any]) -> None:
    answer = ask("distribution", made(pool, claims, assets))

    net = sum(abs(proceeds - cost) for proceeds, cost, _ in assets)
    given_out = sum(fen(row["paid"]) for row in answer["payments"])
    assert given_out + fen(answer["rest"]) == pool + net


@given(SUMS, CLAIMS, ASSETS)
def test_nobody_is_overpaid(pool: int, claims: list[Any], assets: list[Any]) -> None:
    data = made(pool, claims, assets)

    answer = ask("distribution", data)

    claimed = {one["id"]: fen(one["amount"]) for one in data["claims"]}
    claimed |= {one["id"]: fen(one["amount"]) for item in data["secured"] for one in item["claims"]}
    got: dict[str, int] = {}
    for row in answer["payments"]:
        got[row["id"]] = got.get(row["id"], 0) + fen(row["paid"])
    assert got.keys() == claimed.keys()
    assert all(0 <= got[name] <= claimed[name] for name in got)


@given(SUMS, CLAIMS, ASSETS)
def test_a_lower_rank_gets_nothing_until_the_higher_is_full(
    pool: int, claims: list[Any], assets: list[Any]
) -> None:
    answer = ask("distribution", made(pool, claims, assets))

    on_pool = [row for row in answer["payments"] if row["rank"] != "secured"]
    for row in on_pool:
        if row["paid"] != "0.00":
            before = [o for o in on_pool if RANKS.index(o["rank"]) < RANKS.index(row["rank"])]
            assert all(other["paid"] == other["amount"] for other in before)


@given(SUMS, CLAIMS, ASSETS, st.randoms())
def test_the_order_of_input_does_not_matter(
    pool: int, claims: list[Any], assets: list[Any], chance: Any
) -> None:
    data = made(pool, claims, assets)
    before = ask("distribution", data)

    chance.shuffle(data["claims"])
    chance.shuffle(data["secured"])
    for item in data["secured"]:
        chance.shuffle(item["claims"])

    assert ask("distribution", data) == before


@given(SUMS, CLAIMS, ASSETS, st.sampled_from(RANKS), SUMS)
def test_another_claim_never_raises_a_share_by_more_than_a_fen_of_rounding(
    pool: int, claims: list[Any], assets: list[Any], rank: str, sum_: int
) -> None:
    data = made(pool, claims, assets)
    before = paid(ask("distribution", data))

    data["claims"].append(claim("X", rank, plain(sum_)))
    after = paid(ask("distribution", data))

    assert all(fen(after[name]) <= fen(share) + 1 for name, share in before.items())


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=8), st.integers(0, 10**9))
def test_every_share_is_within_a_fen_of_its_exact_part(amounts: list[int], pool: int) -> None:
    total = sum(amounts)
    answer = ask("distribution", made(min(pool, total), [("ordinary", one) for one in amounts], []))

    for row in answer["payments"]:
        assert abs(fen(row["paid"]) * total - min(pool, total) * fen(row["amount"])) < total


@pytest.mark.slow
def test_a_hundred_thousand_claims_are_distributed_at_once() -> None:
    claims = [("ordinary", 1 + n * 7_919 % 10**9) for n in range(100_000)]
    data = made(sum(sum_ for _, sum_ in claims) // 3, claims, [])

    begun = time.process_time()
    answer = ask("distribution", data)
    took = time.process_time() - begun

    assert sum(fen(row["paid"]) for row in answer["payments"]) == fen(data["pool"])
    assert took < 5, "the benchmark measures; this only notices when it becomes quadratic"
