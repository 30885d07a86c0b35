"""What always holds of distributions in a case, whatever is in its register: drafts, shares, account."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from court_app.services.distribution.distribution_drafts import Drafted
from court_app.services.estate.estate_account import ledger_faults, standing
from models import Payment, Share
from models.vocabulary import LedgerAccount, Rank, ShareState
from tests.liquidation.playing import JUDGE, REASON, Liquidation, came_about
from tests.liquidation.random_estates import EstateDrawn, Owed, Stage, estates, laid
from workflows.calculations.money import plain

pytestmark = pytest.mark.slow
RANKS = list(Rank)
At = Callable[[str], Liquidation]
invented = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def totals(found: Drafted) -> dict[int, int]:
    """What every claim would get of assets and pool, by its number, in fen."""
    return {line.claim.serial: line.total_fen for line in found.draft.lines}


def money_in(stage: Stage, drawn: EstateDrawn) -> int:
    """All that is there less what realising the assets has cost, kept back until it is paid; in fen."""
    return drawn.money_fen + sum(thing.gross_fen - thing.cost_fen for thing in drawn.things)


def planned(stage: Stage) -> int:
    """A plan over everything is in force; returns what it leaves for claims that are there, in fen."""
    found = stage.drafted()
    there = sum(line.paid_fen for line in found.draft.lines)
    fixed = any(claim.how != "sued" for claim in stage.claims.values())
    assume(there > 0 and fixed)
    stage.adopt_plan(found.figures.available_fen)
    return there


def given_out(stage: Stage) -> dict[int, int]:
    """What every claim has of all distributions, by its number, in fen."""
    had: dict[int, int] = {}
    for share in stage.session.query(Share).join(Share.distribution).filter_by(case_id=stage.row.id):
        had[share.claim.serial] = had.get(share.claim.serial, 0) + share.amount_fen
    return had


@invented
@given(drawn=estates())
def test_what_is_there_goes_to_claims_or_is_left_to_the_fen(at_on_sqlite: At, drawn: EstateDrawn) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        found = stage.drafted()

        assert sum(totals(found).values()) + found.draft.rest_fen == money_in(stage, drawn)


@invented
@given(drawn=estates())
def test_nobody_is_to_get_more_than_his_claim(at_on_sqlite: At, drawn: EstateDrawn) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        found = totals(stage.drafted())

        assert all(0 <= found[serial] <= claim.fen for serial, claim in stage.claims.items())


@invented
@given(drawn=estates())
def test_a_lower_rank_is_to_get_nothing_until_the_higher_is_full(
    at_on_sqlite: At, drawn: EstateDrawn
) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        lines = [line for line in stage.drafted().draft.lines if line.rank is not None]

        for line in lines:
            if line.paid_fen:
                before = [
                    o for o in lines if o.rank and RANKS.index(o.rank) < RANKS.index(line.rank or o.rank)
                ]
                assert all(other.paid_fen == other.counted_fen for other in before)


@invented
@given(drawn=estates())
def test_the_order_in_which_claims_came_into_the_register_does_not_matter(
    at_on_sqlite: At, drawn: EstateDrawn
) -> None:
    case = at_on_sqlite("declared")
    with laid(case, drawn) as stage:
        mixed = totals(stage.drafted())

    with laid(case, EstateDrawn(drawn.claims, drawn.things, drawn.money_fen)) as stage:
        assert totals(stage.drafted()) == mixed


@invented
@given(drawn=estates())
def test_another_claim_never_raises_what_others_get(at_on_sqlite: At, drawn: EstateDrawn) -> None:
    assume(len(drawn.claims) > 1)
    case = at_on_sqlite("declared")
    with laid(case, EstateDrawn(drawn.claims[:-1], drawn.things, drawn.money_fen)) as stage:
        before, money = totals(stage.drafted()), money_in(stage, drawn)

    with laid(case, drawn) as stage:
        after = totals(stage.drafted())

    rounding = len(drawn.things) + 1
    assert all(after[serial] <= fen + rounding for serial, fen in before.items())
    assert sum(after.values()) <= money


@invented
@given(drawn=estates())
def test_what_the_draft_says_is_what_the_shares_are(at_on_sqlite: At, drawn: EstateDrawn) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        there = planned(stage)
        said = {line.claim.serial: line.paid_fen for line in stage.drafted().draft.lines}

        shares = stage.distribute(there)

        assert {serial: share.amount_fen for serial, share in shares.items()} == said
        assert sum(said.values()) == there


@invented
@given(drawn=estates(), late=st.integers(1, 10**9), quarters=st.integers(1, 3))
def test_over_several_distributions_nobody_is_overpaid_and_who_comes_late_catches_nothing_up(
    at_on_sqlite: At, drawn: EstateDrawn, late: int, quarters: int
) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        there = planned(stage)
        first = there * quarters // 4
        assume(0 < first < there)
        stage.distribute(first)
        kind = next(claim.claim_class for claim in drawn.claims if claim.how != "sued")
        (new,) = stage.add(Owed(kind, late))

        second = stage.distribute(there - first)

        had, claims = given_out(stage), stage.claims
        alike = [n for n, share in second.items() if n != new and claims[n].claim_class == kind]
        not_full = [n for n in alike if had[n] < claims[n].fen]
        assert sum(had.values()) == there
        assert all(had[n] <= claims[n].fen for n in had)
        for n in not_full:
            ours, theirs = second[new].amount_fen, second[n].amount_fen
            assert (ours - len(second)) * claims[n].fen <= (theirs + len(second)) * late


@invented
@given(drawn=estates(), to_creditor=st.booleans(), won=st.integers(0, 10))
def test_escrow_that_is_freed_goes_to_the_others_of_its_distribution_without_loss(
    at_on_sqlite: At, drawn: EstateDrawn, to_creditor: bool, won: int
) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        there = planned(stage)
        before = {n: share.amount_fen for n, share in stage.distribute(there, last=True).items()}
        waiting = {
            ShareState.CONDITIONAL: stage.laid_aside(ShareState.CONDITIONAL),
            ShareState.LITIGATED: stage.laid_aside(ShareState.LITIGATED),
        }
        assume(any(waiting.values()))

        for serial in waiting[ShareState.CONDITIONAL]:
            told = came_about(stage.case, to_creditor)
            stage.step("settle_conditional_share", claim_serial=serial, **told, **REASON)
        for serial in waiting[ShareState.LITIGATED]:
            fixed = stage.claims[serial].fen * won // 10
            judgment = {"fixed_fen": plain(fixed), "claim_class": stage.claims[serial].claim_class.value}
            stage.case.play.part_step(
                stage.case.case, "claims", serial, "judge", **judgment, reference="生效判决"
            )
            release = {"claim_serial": serial, "to_creditor": fixed > 0}
            stage.step("release_litigation_escrow", JUDGE, **release, **REASON)

        after, made = stage.shares(), stage.shares()[min(before)].distribution
        assert sum(share.amount_fen for share in after.values()) == made.paid_fen <= there
        gone = {n for n, share in after.items() if share.state == ShareState.REDISTRIBUTED}
        settled = {n for serials in waiting.values() for n in serials}
        for n, share in after.items():
            assert share.amount_fen <= share.claim.amount_fen
            assert share.amount_fen >= before[n] or n in settled
            assert not share.amount_fen or n not in gone
        full = all(share.amount_fen == share.counted_fen for n, share in after.items() if n not in gone)
        assert made.paid_fen == there or full, "only what nobody is owed is left over"


@invented
@given(drawn=estates(), to_creditor=st.booleans())
def test_account_payments_and_shares_say_the_same_to_the_fen(
    at_on_sqlite: At, drawn: EstateDrawn, to_creditor: bool
) -> None:
    with laid(at_on_sqlite("declared"), drawn) as stage:
        stage.distribute(planned(stage), last=True)
        for serial in stage.laid_aside(ShareState.CONDITIONAL):
            told = came_about(stage.case, to_creditor)
            stage.step("settle_conditional_share", claim_serial=serial, **told, **REASON)

        shares = stage.shares().values()
        kept = (ShareState.CONDITIONAL, ShareState.UNCLAIMED, ShareState.LITIGATED)
        escrow = sum(share.amount_fen for share in shares if share.state in kept)
        payable = sum(share.amount_fen for share in shares) - escrow
        account = standing(stage.session, stage.row).balances
        prepared = sum(
            payment.amount_fen
            for payment in stage.session.query(Payment)
            .join(Share)
            .filter(Share.id.in_([share.id for share in shares]))
        )
        assert (-account.get(LedgerAccount.PAYABLE_SHARES, 0), -account.get(LedgerAccount.ESCROW, 0)) == (
            payable,
            escrow,
        )
        assert prepared == payable
        assert list(ledger_faults(stage.session)) == []
