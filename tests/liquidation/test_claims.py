"""Claims figure by figure: filed, reviewed, admitted with reasons."""

from datetime import date, timedelta
from typing import Any

import pytest
from marshmallow import ValidationError

from models import Case, Claim, ClaimFigure, Court
from models.vocabulary import FigureKind
from tests.liquidation.playing import Liquidation
from workflows.payloads.claims import ClaimFiled, EmployeeClaimListed

LOAN: list[dict[str, Any]] = [
    {"kind": "PRINCIPAL", "filed_fen": "1000000.00"},
    {"kind": "INTEREST", "filed_fen": "60000.00", "working": "年利率百分之六，一年"},
    {"kind": "COSTS", "filed_fen": "12000.50"},
]
VIEW = {"claim_class": "ORD", "limitation_kept": True, "opinion": "见逐项理由。"}


def announce(case: Liquidation) -> None:
    """Claims are invited."""
    last = case.play.day + timedelta(days=40)
    case.step(
        "publish_acceptance",
        channel="全国企业破产重整案件信息网",
        reference="公告第1号",
        claims_deadline=last.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(last + timedelta(days=10)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
    )


def filed_loan(case: Liquidation, **data: Any) -> int:
    """A loan with interest and costs is filed and registered; returns its number."""
    told = {"creditor_name": "江澜融通小额贷款有限公司", "figures": LOAN, "basis": "借款", **data}
    serial = case.begin("claims", "file_claim", **told)
    case.move("claims", serial, "register_claim")
    return serial


def figures_of(case: Liquidation, serial: int) -> list[ClaimFigure]:
    """The figures of a claim."""
    with case.play.bench.reading() as session:
        claim = session.query(Claim).filter(Claim.case_id == case.case, Claim.serial == serial).one()
        return list(claim.figures)


def accepted_on(case: Liquidation) -> date:
    """The day on which the case was accepted."""
    with case.play.bench.reading() as session:
        found = session.get_one(Case, case.case).accepted_on
    assert found is not None
    return found


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims can be filed."""
    announce(opened)
    return opened


def test_a_claim_is_the_sum_of_its_figures(invited: Liquidation) -> None:
    serial = filed_loan(invited)

    assert invited.part("claims", serial).filed_fen == 107_200_050
    assert [(f.position, f.kind, f.filed_fen) for f in figures_of(invited, serial)] == [
        (1, FigureKind.PRINCIPAL, 100_000_000),
        (2, FigureKind.INTEREST, 6_000_000),
        (3, FigureKind.COSTS, 1_200_050),
    ]


def test_a_claim_that_was_not_split_is_one_figure(invited: Liquidation) -> None:
    serial = invited.file("望川供应链管理有限公司", 500)

    assert [(f.kind, f.filed_fen) for f in figures_of(invited, serial)] == [(FigureKind.WHOLE, 50_000)]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"figures": LOAN, "filed_fen": "1072000.51"}, "filed_fen"),
        ({}, "filed_fen"),
        ({"figures": [{"kind": "WAGES", "filed_fen": "1"}]}, "figures"),
        ({"figures": [{"kind": "PRINCIPAL", "filed_fen": "-1"}]}, "figures"),
        ({"figures": [{"kind": "PRINCIPAL", "filed_fen": "1.005"}]}, "figures"),
        ({"figures": [{"kind": "PRINCIPAL", "filed_fen": "1", "currency": "USD"}]}, "figures"),
        ({"figures": [{"kind": "PRINCIPAL", "filed_fen": "1"}] * 41}, "figures"),
    ],
)
def test_figures_that_do_not_fit_are_named(typed: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        ClaimFiled().load({"creditor_name": "江澜融通小额贷款有限公司", **typed})

    assert list(refused.value.normalized_messages()) == [field]


def in_dollars(yuan: str) -> dict[str, Any]:
    """A claim of 100,000.80 dollars at 7.1234, which is 712,345.69872 yuan."""
    dollars = {
        "kind": "PRINCIPAL",
        "currency": "USD",
        "foreign_amount": "100000.80",
        "exchange_rate": "7.1234",
    }
    return {"creditor_name": "海外设备公司", "figures": [{**dollars, "filed_fen": yuan}]}


def test_a_claim_in_dollars_is_reckoned_by_its_rate_to_the_fen() -> None:
    assert ClaimFiled().load(in_dollars("712345.70"))["filed_fen"] == 71_234_570


@pytest.mark.parametrize("yuan", ["712345.69", "712345.71"])
def test_a_fen_beside_the_rate_is_refused(yuan: str) -> None:
    with pytest.raises(ValidationError, match="filed_fen"):
        ClaimFiled().load(in_dollars(yuan))


def test_an_employee_claims_wages_and_no_principal() -> None:
    listed = {"creditor_name": "赵小川", "basis": "工资", "publicised_on": "2026-03-02"}

    loaded = EmployeeClaimListed().load(
        {
            **listed,
            "figures": [{"kind": "WAGES", "filed_fen": "100"}, {"kind": "COMPENSATION", "filed_fen": "50"}],
        }
    )

    assert loaded["filed_fen"] == 15_000
    with pytest.raises(ValidationError):
        EmployeeClaimListed().load({**listed, "figures": [{"kind": "PRINCIPAL", "filed_fen": "1"}]})


def reviewed(*sums: str, **of_interest: Any) -> list[dict[str, Any]]:
    """What is admitted of each figure of the loan."""
    figures: list[dict[str, Any]] = [
        {"position": place, "admitted_fen": fen, "evidence_page": f"第{place}页", "reason": "核对属实"}
        for place, fen in enumerate(sums, 1)
    ]
    figures[1].update(of_interest)
    return figures


def test_every_figure_is_admitted_with_its_reason_and_page(invited: Liquidation) -> None:
    serial = filed_loan(invited)

    invited.move("claims", serial, "review_claim", figures=reviewed("1000000", "45000.25", "0"), **VIEW)

    found = figures_of(invited, serial)
    assert invited.part("claims", serial).admitted_fen == 104_500_025
    assert [f.admitted_fen for f in found] == [100_000_000, 4_500_025, 0]
    assert [f.evidence_page for f in found] == ["第1页", "第2页", "第3页"]
    assert {f.reason for f in found} == {"核对属实"}


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param([], id="only a total"),
        pytest.param(reviewed("1", "1"), id="one left out"),
        pytest.param([*reviewed("1", "1", "1"), {"position": 4, "admitted_fen": "1"}], id="one too many"),
    ],
)
def test_a_review_leaves_no_figure_out_and_adds_none(
    invited: Liquidation, figures: list[dict[str, Any]]
) -> None:
    serial = filed_loan(invited)
    total = {} if figures else {"admitted_fen": "1"}

    refused = invited.refused(
        invited.move, "claims", serial, "review_claim", figures=figures, **total, **VIEW
    )

    assert refused == ["figures_not_reviewed"]
    assert invited.part("claims", serial).state == "REGISTERED"


@pytest.mark.parametrize(
    ("includes", "days", "code"),
    [
        (False, -1, []),
        (False, 0, ["interest_after_acceptance"]),
        (True, 0, []),
        (True, 1, ["interest_after_acceptance"]),
    ],
)
def test_interest_is_admitted_to_the_day_before_the_acceptance_or_to_that_day_where_the_court_says_so(
    invited: Liquidation, includes: bool, days: int, code: list[str]
) -> None:
    with invited.play.bench.writing() as session, session.begin():
        court = session.query(Court).filter(Court.code == "豫97").one()
        court.settings = {**court.settings, "interest_includes_acceptance_day": includes}
    serial = filed_loan(invited)
    until = (accepted_on(invited) + timedelta(days=days)).isoformat()

    refused = invited.refused(
        invited.move,
        "claims",
        serial,
        "review_claim",
        figures=reviewed("1000000", "60000", "0", until_on=until),
        **VIEW,
    )

    assert refused == code


@pytest.mark.parametrize(
    ("days", "admitted", "code"),
    [
        (-1, "60000", []),
        (0, "60000", ["interest_after_acceptance"]),
        (200, "60000", ["interest_after_acceptance"]),
        (200, "0", []),
    ],
)
def test_interest_filed_beyond_the_acceptance_is_not_admitted_by_leaving_its_last_day_open(
    invited: Liquidation, days: int, admitted: str, code: list[str]
) -> None:
    until = (accepted_on(invited) + timedelta(days=days)).isoformat()
    principal, interest, costs = LOAN
    serial = filed_loan(invited, figures=[principal, {**interest, "until_on": until}, costs])

    refused = invited.refused(
        invited.move,
        "claims",
        serial,
        "review_claim",
        figures=reviewed("1000000", admitted, "0"),
        **VIEW,
    )

    assert refused == code


@pytest.mark.parametrize(("days", "code"), [(-1, []), (0, ["interest_after_acceptance"])])
def test_a_claim_that_is_interest_alone_is_not_admitted_beyond_the_acceptance_as_a_whole(
    invited: Liquidation, days: int, code: list[str]
) -> None:
    until = (accepted_on(invited) + timedelta(days=days)).isoformat()
    serial = filed_loan(invited, figures=[{"kind": "INTEREST", "filed_fen": "60000", "until_on": until}])

    refused = invited.refused(invited.move, "claims", serial, "review_claim", admitted_fen="60000", **VIEW)

    assert refused == code


@pytest.mark.parametrize(("late", "code"), [(0, ["not_a_late_claim"]), (1, [])])
def test_only_a_late_claim_bears_the_cost_of_its_review(
    invited: Liquidation, late: int, code: list[str]
) -> None:
    deadline = date.fromisoformat(invited.flags["claims_deadline"])
    invited.on(deadline + timedelta(days=late))
    serial = filed_loan(invited)

    refused = invited.refused(
        invited.move,
        "claims",
        serial,
        "review_claim",
        figures=reviewed("1000000", "60000", "0"),
        late_cost_fen="800",
        **VIEW,
    )

    assert refused == code
    assert invited.part("claims", serial).late_cost_fen == (None if code else 80_000)


def test_a_claim_names_the_asset_that_secures_it(invited: Liquidation) -> None:
    asset = invited.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")

    serial = filed_loan(invited, claim_class="SEC", asset_serial=asset, co_debtors="保证人：望川担保有限公司")

    claim = invited.part("claims", serial)
    assert (claim.asset.serial, claim.co_debtors) == (asset, "保证人：望川担保有限公司")
