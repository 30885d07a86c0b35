"""The claims register as it stood on any day, and as it is printed (EBL 57, 58)."""

from datetime import date, timedelta

import pytest
from marshmallow import ValidationError

from court_app.errors import BadInput
from court_app.services.claims import claim_register, claim_sheets
from court_app.services.claims.claim_register import Register
from models import Case
from models.vocabulary import ClaimClass
from tests.documents.looking import faults, text_of
from tests.liquidation.playing import CLERK, JUDGE, REASON, Liquidation
from tests.liquidation.test_claims import VIEW, announce, filed_loan, reviewed
from workflows.payloads.claims import ClaimFiled


@pytest.fixture
def invited(opened: Liquidation) -> Liquidation:
    """Claims are invited."""
    announce(opened)
    return opened


def register(case: Liquidation, on: date, claim_class: ClaimClass | None = None) -> Register:
    """The register as at a day."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, CLERK)
        return claim_register.register(
            occasion, session.get_one(Case, case.case), on, claim_class=claim_class
        )


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
