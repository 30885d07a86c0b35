"""Claims figure by figure, and the register as it stood on any day."""

from datetime import date, timedelta
from typing import Any

import pytest
from marshmallow import ValidationError

from court_app.errors import BadInput
from court_app.services.claims import claim_register, claim_sheets
from court_app.services.claims.claim_register import Register
from models import Case, Claim, ClaimFigure, Court
from models.vocabulary import ClaimClass, FigureKind
from tests.documents.looking import faults, text_of
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
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


def register(case: Liquidation, on: date, claim_class: ClaimClass | None = None) -> Register:
    """The register as at a day."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return claim_register.register(
            occasion, session.get_one(Case, case.case), on, claim_class=claim_class
        )


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


def test_the_register_shows_every_past_day_as_it_was(invited: Liquidation) -> None:
    filed = invited.play.day
    serial = filed_loan(invited)
    invited.later(3)
    invited.move("claims", serial, "review_claim", figures=reviewed("1000000", "0", "0"), **VIEW)
    invited.later(2)
    invited.move("claims", serial, "list_claim")

    days = [filed - timedelta(days=1), filed, filed + timedelta(days=2), filed + timedelta(days=3)]
    found = [register(invited, day) for day in days]

    assert [[(e.state, e.admitted_fen) for e in one.entries] for one in found] == [
        [],
        [("REGISTERED", None)],
        [("REGISTERED", None)],
        [("REVIEWED", 100_000_000)],
    ]
    assert [e.state for e in register(invited, invited.play.day).entries] == ["LISTED"]


def test_a_claim_withdrawn_leaves_the_register_from_that_day_on(invited: Liquidation) -> None:
    serial = filed_loan(invited)
    invited.later(1)
    invited.move("claims", serial, "withdraw_claim", **REASON)

    before, after = (register(invited, invited.play.day - timedelta(days=back)) for back in (1, 0))

    assert (before.total, after.total) == (1, 0)
    assert before.sums["filed_fen"] == 107_200_050
    assert after.totals == ()


def test_the_totals_of_the_classes_add_up_and_open_into_their_rows(invited: Liquidation) -> None:
    filed_loan(invited)
    invited.file("国家税务总局江澜市税务局", 3_000, claim_class="TAX")
    invited.file("望川供应链管理有限公司", 500)

    whole = register(invited, invited.play.day)

    assert [(t.claim_class, t.claims, t.filed_fen) for t in whole.totals] == [
        (ClaimClass.TAX, 1, 300_000),
        (ClaimClass.ORD, 2, 107_250_050),
    ]
    assert whole.sums["filed_fen"] == sum(entry.filed_fen for entry in whole.entries) == 107_550_050
    for total in whole.totals:
        own = register(invited, invited.play.day, total.claim_class)
        assert sum(entry.filed_fen for entry in own.entries) == total.filed_fen
        assert own.total == total.claims


def test_a_ruling_on_many_claims_is_in_the_register_of_its_day(met: Liquidation) -> None:
    met.later(2)
    met.step("confirm_claims", JUDGE)

    before, after = (register(met, met.play.day - timedelta(days=back)) for back in (1, 0))

    assert {entry.state for entry in before.entries} == {"VERIFIED"}
    assert {entry.state for entry in after.entries} == {"CONFIRMED"}
    assert before.sums["fixed_fen"] == 0
    assert after.sums["fixed_fen"] == after.sums["admitted_fen"] > 0


def test_a_page_of_the_register_is_a_part_of_it(met: Liquidation) -> None:
    with met.play.bench.reading() as session:
        occasion, case = met.play.occasion(session, CLERK), session.get_one(Case, met.case)
        pages = [claim_register.register(occasion, case, met.play.day, page=page, size=2) for page in (1, 2)]

        serials = [[entry.claim.serial for entry in page.entries] for page in pages]

    assert serials == [[1, 2], [3]]
    assert {page.total for page in pages} == {3}
    assert {page.pages for page in pages} == {2}


def printed(case: Liquidation, which: str) -> str:
    """The text of a printed register of today."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        pdf = claim_sheets.printed(occasion, session.get_one(Case, case.case), which, case.play.day)
    assert faults(pdf, "3a") == []
    return text_of(pdf)


def test_the_register_of_filings_holds_every_claim_and_the_table_only_the_listed(
    invited: Liquidation,
) -> None:
    filed_loan(invited, evidence="借款合同")
    listed = invited.file("望川供应链管理有限公司", 500)
    invited.list_claim(listed, 300)

    filings, table = printed(invited, "filings"), printed(invited, "table")

    assert "债权申报登记册" in filings
    assert "借款合同" in filings
    assert "合计：2笔，申报1,072,500.50元，认定300.00元，确定0.00元。" in filings
    assert "江澜融通小额贷款有限公司" not in table
    assert "合计：1笔，申报500.00元，认定300.00元，确定0.00元。" in table


def test_the_printed_claims_table_says_what_was_set_off_and_what_counts_after_it(met: Liquidation) -> None:
    told = {"debt": "租金", "debt_fen": "400000", "debt_on": "2024-05-01", "asserted_fen": "900000"}
    serial = met.begin("set_offs", "notify_set_off", claim_serial=1, **told)
    met.move("set_offs", serial, "examine_set_off", opinion="债权债务均成立。")
    before = printed(met, "table")

    met.move("set_offs", serial, "accept_set_off")

    after = printed(met, "table")
    assert "已抵销400,000.00元" not in before
    assert "；已抵销400,000.00元，抵销后计入2,300,000.00元。" in after


def test_an_agent_who_files_is_kept_with_his_authority_and_printed_in_the_register(
    invited: Liquidation,
) -> None:
    serial = filed_loan(invited, agent_name="文知白", agent_authority="特别授权，附授权委托书。")

    claim = invited.part("claims", serial)

    assert (claim.agent_name, claim.agent_authority) == ("文知白", "特别授权，附授权委托书。")
    assert "文知白" in printed(invited, "filings")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"agent_name": "文知白"}, "agent_authority"),
        ({"agent_authority": "一般授权"}, "agent_name"),
    ],
)
def test_an_agent_is_named_together_with_his_authority(told: dict[str, str], field: str) -> None:
    filed = {"creditor_name": "江澜融通小额贷款有限公司", "filed_fen": "1"}

    with pytest.raises(ValidationError) as refused:
        ClaimFiled().load({**filed, **told})
    assert list(refused.value.messages_dict) == [field]
    assert ClaimFiled().load(filed)["agent_name"] == ""


def test_a_register_that_is_too_long_is_exported_instead(
    met: Liquidation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_sheets, "MOST_PRINTED", 2)

    with pytest.raises(BadInput) as refused:
        printed(met, "table")

    assert list(refused.value.fields) == ["which"]
