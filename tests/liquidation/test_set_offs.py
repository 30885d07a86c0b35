"""Set-offs in a case: what they do to the register, the estate, the shares."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from court_app.services.claims import claim_register
from models import Case, Claim, ClaimEntry, Distribution
from models.vocabulary import DeadlineKind, DeadlineStatus
from tests.liquidation.playing import JUDGE, REASON, Liquidation, today

D = DeadlineKind
NOTICE: dict[str, Any] = {
    "claim_serial": 1,
    "asserted_fen": "900000",
    "debt": "尚欠债务人设备租金。",
    "debt_fen": "400000",
    "debt_on": "2024-05-01",
}
FOUND = {"opinion": "债权债务均成立。"}
JUDGED = {"reference": "（2026）豫97民初8号民事判决书", **REASON}


def notified(case: Liquidation, **more: Any) -> int:
    """A notice of set-off has come in; returns its number."""
    return case.begin("set_offs", "notify_set_off", **{**NOTICE, **more})


def accepted(case: Liquidation, serial: int) -> None:
    """The administrator examines it and has nothing against it."""
    case.move("set_offs", serial, "examine_set_off", **FOUND)
    case.move("set_offs", serial, "accept_set_off")


def objected(case: Liquidation, serial: int) -> None:
    """The administrator objects because the debt does not exist so."""
    case.move("set_offs", serial, "examine_set_off", **FOUND)
    case.move("set_offs", serial, "object_to_set_off", grounds=["NO_MUTUAL_DEBTS"], **REASON)


def receivable(case: Liquidation, yuan: str = "400000") -> int:
    """What a creditor owes is recorded as an asset; returns its number."""
    serial = case.begin("assets", "find_asset", kind="RECEIVABLE", name="设备租金", book_fen=yuan)
    case.move("assets", serial, "take_over_asset")
    return serial


def counts_for(case: Liquidation) -> tuple[int, int]:
    """What the first claim counts for, and what of it was set off, in fen."""
    claim: Claim = case.part("claims", 1)
    return claim.amount_fen, claim.set_off_fen


def in_register(case: Liquidation) -> tuple[int, int]:
    """What the register of today says of the first claim, and the sum of all set-offs in it, in fen."""
    with case.play.bench.reading() as session:
        occasion = case.play.occasion(session, JUDGE)
        found = claim_register.register(occasion, session.get_one(Case, case.case), case.play.day)
        entry = next(entry for entry in found.entries if entry.claim.serial == 1)
        return entry.amount_fen, found.sums["set_off_fen"]


def test_an_undisputed_set_off_lessens_claim_and_receivable_from_the_day_of_its_receipt(
    met: Liquidation,
) -> None:
    asset, received = receivable(met), met.play.day
    serial = notified(met, asset_serial=asset)
    met.later(5)

    accepted(met, serial)

    set_off = met.part("set_offs", serial)
    assert (set_off.state, set_off.received_on, set_off.extinguished_fen) == (
        "EFFECTIVE",
        received,
        40_000_000,
    )
    assert counts_for(met) == (50_000_000, 40_000_000)
    assert in_register(met) == (50_000_000, 40_000_000)
    assert met.part("assets", asset).to_collect_fen == 0
    assert met.refused(met.move, "assets", asset, "collect", received_fen="1") == ["wholly_set_off"]


def test_a_register_of_a_day_before_the_set_off_was_settled_stays_as_it_was(met: Liquidation) -> None:
    serial, before = notified(met), met.play.day
    met.later(1)

    accepted(met, serial)

    with met.play.bench.reading() as session:
        occasion = met.play.occasion(session, JUDGE)
        case = session.get_one(Case, met.case)
        old, new = (claim_register.register(occasion, case, day) for day in (before, met.play.day))
        assert (old.sums["set_off_fen"], new.sums["set_off_fen"]) == (0, 40_000_000)


def test_a_set_off_recorded_for_an_earlier_day_is_in_the_register_of_today(met: Liquidation) -> None:
    met.later(2)
    serial = met.begin(
        "set_offs", "notify_set_off", effective_on=(met.play.day - timedelta(days=20)).isoformat(), **NOTICE
    )
    early = {"effective_on": (met.play.day - timedelta(days=10)).isoformat()}
    met.move("set_offs", serial, "examine_set_off", **FOUND, **early)

    met.move("set_offs", serial, "accept_set_off", **early)

    assert in_register(met) == (50_000_000, 40_000_000)
    with met.play.bench.reading() as session:
        claim = session.scalars(select(Claim).where(Claim.case_id == met.case, Claim.serial == 1)).one()
        entries = session.scalars(
            select(ClaimEntry).where(ClaimEntry.claim_id == claim.id).order_by(ClaimEntry.on, ClaimEntry.id)
        )
        assert list(entries)[-1].set_off_fen == 40_000_000


def test_two_set_offs_of_one_claim_use_it_up_in_the_order_of_their_receipt(met: Liquidation) -> None:
    first = notified(met, debt_fen="700000")
    met.later(1)
    second = notified(met, debt_fen="300000")

    accepted(met, second)
    accepted(met, first)

    extinguished = [met.part("set_offs", serial).extinguished_fen for serial in (first, second)]
    assert extinguished == [70_000_000, 20_000_000]
    assert counts_for(met) == (0, 90_000_000)
    assert met.refused(notified, met) == ["nothing_to_set_off"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"acquired_on": "2026-03-02"}, "acquired_after"),
        ({"knew_when_indebted": True}, "indebted_knowingly"),
        ({"knew_when_acquiring": True}, "acquired_knowingly"),
    ],
)
def test_what_article_40_forbids_cannot_be_accepted_and_can_be_objected_to(
    met: Liquidation, facts: dict[str, Any], code: str
) -> None:
    serial = notified(met)
    met.move("set_offs", serial, "examine_set_off", **FOUND, **facts)

    refusal = met.refused(met.move, "set_offs", serial, "accept_set_off")
    met.move("set_offs", serial, "object_to_set_off", grounds=[code.upper()], **REASON)

    assert refusal == [code]
    assert met.part("set_offs", serial).state == "OBJECTED"
    assert counts_for(met) == (90_000_000, 0)


def test_a_shareholders_unpaid_capital_is_not_set_off(met: Liquidation) -> None:
    serial = notified(met, debt_kind="CAPITAL")
    met.move("set_offs", serial, "examine_set_off", **FOUND, priority_fen="9000000")

    assert met.refused(met.move, "set_offs", serial, "accept_set_off") == ["shareholder"]


def test_an_objection_that_the_debt_was_not_due_is_refused(met: Liquidation) -> None:
    serial = notified(met)
    met.move("set_offs", serial, "examine_set_off", **FOUND)

    refusal = met.refused(
        met.move, "set_offs", serial, "object_to_set_off", grounds=["DEBT_NOT_DUE", "OTHER_KIND"], **REASON
    )

    assert refusal == ["no_ground_of_objection"]


def test_the_clock_of_objection_runs_three_months_from_the_notice_and_ends_with_the_suit(
    met: Liquidation,
) -> None:
    serial = notified(met)
    (clock,) = met.clocks(D.SETOFF_OBJECT)
    objected(met, serial)

    met.move("set_offs", serial, "sue_against_set_off", forum="本院")

    assert clock.trigger_on == met.play.day
    assert met.statuses(D.SETOFF_OBJECT) == [DeadlineStatus.MET]
    assert met.part("set_offs", serial).sued_on == met.play.day


def test_an_agreed_period_takes_the_place_of_the_three_months(met: Liquidation) -> None:
    last = met.play.day + timedelta(days=20)

    notified(met, object_until_on=last.isoformat())

    (clock,) = met.clocks(D.SETOFF_OBJECT)
    assert clock.due_on == last


def test_a_judgment_that_rejects_the_objection_makes_the_set_off_effective_as_of_the_notice(
    met: Liquidation,
) -> None:
    received, serial = met.play.day, notified(met)
    objected(met, serial)
    met.move("set_offs", serial, "sue_against_set_off", forum="本院")
    met.later(40)

    met.move("set_offs", serial, "reject_objection", **JUDGED)

    set_off = met.part("set_offs", serial)
    assert (set_off.state, set_off.received_on) == ("EFFECTIVE", received)
    assert counts_for(met) == (50_000_000, 40_000_000)


def test_a_judgment_that_upholds_the_objection_leaves_both_debts(met: Liquidation) -> None:
    serial = notified(met)
    objected(met, serial)
    met.move("set_offs", serial, "sue_against_set_off", forum="本院")

    met.move("set_offs", serial, "uphold_objection", **JUDGED)

    assert met.part("set_offs", serial).state == "INVALID"
    assert counts_for(met) == (90_000_000, 0)


def test_an_effective_set_off_that_is_held_void_later_is_undone(met: Liquidation) -> None:
    asset = receivable(met)
    serial = notified(met, asset_serial=asset)
    accepted(met, serial)
    met.later(30)

    met.move("set_offs", serial, "void_set_off", **JUDGED)

    assert counts_for(met) == in_register(met) == (90_000_000, 0)
    assert met.part("set_offs", serial).extinguished_fen == 0
    assert met.part("assets", asset).to_collect_fen == 40_000_000


def test_without_a_suit_in_time_the_set_off_stands(met: Liquidation) -> None:
    serial = notified(met)
    objected(met, serial)
    (clock,) = met.clocks(D.SETOFF_OBJECT)

    met.on(clock.due_on)
    early = met.refused(met.move, "set_offs", serial, "let_set_off_stand", **REASON)
    met.later(1)
    met.move("set_offs", serial, "let_set_off_stand", **REASON)

    assert early == ["window_is_open"]
    assert counts_for(met) == (50_000_000, 40_000_000)


def test_the_administrator_declares_a_set_off_only_for_the_good_of_the_estate(met: Liquidation) -> None:
    declared = {**NOTICE, "opinion": "对方已无清偿能力，抵销后少分配四十万元债权。"}

    refusal = met.refused(met.begin, "set_offs", "declare_set_off", **declared, benefits_estate=False)
    serial = met.begin("set_offs", "declare_set_off", **declared, benefits_estate=True)

    assert refusal == ["no_benefit"]
    assert met.part("set_offs", serial).state == "EFFECTIVE"
    assert counts_for(met) == (50_000_000, 40_000_000)


def test_a_claim_that_a_judgment_fixes_lower_sets_off_no_more_than_that(met: Liquidation) -> None:
    asset = receivable(met)
    accepted(met, notified(met, asset_serial=asset))
    met.move("claims", 1, "dispute", objector="债务人", **REASON)
    met.move("claims", 1, "sue", forum="本院")

    met.move("claims", 1, "judge", fixed_fen="250000", claim_class="ORD", reference="民事判决书")

    assert counts_for(met) == (0, 25_000_000)
    assert met.part("assets", asset).to_collect_fen == 15_000_000


def test_a_claim_that_was_set_off_is_not_withdrawn(at: Any) -> None:
    case: Liquidation = at("met")
    serial = case.file("江澜新源物资有限公司", 500_000)
    case.list_claim(serial, 500_000)
    accepted(case, notified(case, claim_serial=serial, asserted_fen="500000"))

    assert case.refused(case.move, "claims", serial, "withdraw_claim", **REASON) == ["claim_was_set_off"]


def test_a_distribution_pays_on_what_is_left_and_says_so(planned: Liquidation) -> None:
    accepted(planned, notified(planned))

    planned.step("distribute", pool_fen="230000", announced_on=today(planned))

    shares = planned.shares()
    assert [fen for fen, _ in shares.values()] == [5_000_000, 9_000_000, 9_000_000]
    with planned.play.bench.reading() as session:
        made = session.scalars(select(Distribution).where(Distribution.case_id == planned.case)).one()
        assert made.working[0]["values"] == {"serial": 1, "set_off": "400,000.00", "left": "500,000.00"}


PRIOR: dict[str, Any] = {
    "creditor": "望川润达物流有限公司",
    "asserted_fen": "120000",
    "debt": "以运费债权抵销仓储租金债务。",
    "debt_on": "2026-01-05",
    "knew_when_indebted": True,
    "insolvent_then": True,
}


def test_a_set_off_before_the_acceptance_that_is_held_void_revives_the_debt_as_an_asset(
    opened: Liquidation,
) -> None:
    with opened.play.bench.reading() as session:
        accepted_on = session.get_one(Case, opened.case).accepted_on
    assert accepted_on is not None
    serial = opened.begin(
        "set_offs", "find_prior_set_off", made_on=(accepted_on - timedelta(days=30)).isoformat(), **PRIOR
    )
    (clock,) = [clock for clock in opened.clocks(D.SETOFF_PRIOR_SUIT) if clock.machine == "setoff"]
    opened.move("set_offs", serial, "sue_against_prior_set_off", forum="本院")

    opened.move("set_offs", serial, "void_prior_set_off", **JUDGED)

    asset = opened.part("assets", 1)
    assert clock.trigger_on == accepted_on
    assert opened.statuses(D.SETOFF_PRIOR_SUIT) == [DeadlineStatus.RUNNING, DeadlineStatus.MET]
    assert (asset.kind.value, asset.book_fen, asset.state) == ("RECEIVABLE", 12_000_000, "FOUND")
    assert opened.part("set_offs", serial).asset_id == asset.id


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"asserted_fen": "0.00"}, "nothing_to_set_off"),
        ({"debt_fen": "0.00"}, "nothing_to_set_off"),
        ({"asserted_fen": "0.01", "debt_fen": "0.01"}, None),
        ({"debt_on": "2030-01-01"}, "debt_in_the_future"),
        ({"object_until_on": "2026-01-01"}, "objection_before_notice"),
    ],
)
def test_a_set_off_of_nothing_or_with_impossible_days_is_refused(
    met: Liquidation, more: dict[str, str], code: str | None
) -> None:
    refused = met.refused(notified, met, **more)

    assert refused == ([code] if code else [])


@pytest.mark.parametrize(("asserted", "codes"), [("900000", []), ("900000.01", ["asserted_exceeds_claim"])])
def test_no_more_of_a_claim_is_set_off_than_was_accepted_of_it(
    met: Liquidation, asserted: str, codes: list[str]
) -> None:
    told = {**NOTICE, "claim_serial": 1, "asserted_fen": asserted, "debt_fen": "2000000"}

    assert met.refused(met.begin, "set_offs", "notify_set_off", **told) == codes


@pytest.mark.parametrize(("asserted", "codes"), [("5000", []), ("5000.01", ["asserted_exceeds_claim"])])
def test_of_a_claim_that_is_not_reviewed_no_more_is_set_off_than_was_filed(
    met: Liquidation, asserted: str, codes: list[str]
) -> None:
    filed = met.file("江澜市迟到商贸有限公司", 5_000)
    told = {**NOTICE, "claim_serial": filed, "asserted_fen": asserted, "debt_fen": "2000000"}

    assert met.refused(met.begin, "set_offs", "notify_set_off", **told) == codes
