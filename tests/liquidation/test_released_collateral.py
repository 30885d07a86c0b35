"""An asset that was released secures nothing any more: the same for votes, drafts, plans and shares."""

from court_app.services.meetings import voting_roll
from models import Case
from models.vocabulary import Rank
from tests.liquidation.playing import REASON, Liquidation
from tests.liquidation.test_collateral import burdened, found, line, paid_for
from tests.liquidation.test_distribution_drafts import drafted
from tests.liquidation.test_distributions import confirmed
from workflows.calculations.voting_roll import is_held_by_security, unsecured_fen


def vote_of(case: Liquidation, serial: int) -> tuple[bool, int]:
    """Whether a claim is out as secured, and what it counts for without security, in fen."""
    with case.play.bench.reading() as session:
        stakes = voting_roll.stakes_of(session, session.get_one(Case, case.case))
        stake = next(one for one in stakes if one.serial == serial)
        return is_held_by_security(stake), unsecured_fen(stake, stake.amount_fen)


def secured_bank(case: Liquidation) -> tuple[int, int]:
    """A bank with a mortgage on a machine; the numbers of its claim and of the machine."""
    machine = found(case, "机器")
    bank = confirmed(case, "江澜银行", 500_000, "SEC")
    burdened(case, machine, bank)
    return bank, machine


def test_a_creditor_whose_collateral_waits_to_be_sold_is_secured_for_votes_and_draft(
    declared: Liquidation,
) -> None:
    bank, _ = secured_bank(declared)

    assert vote_of(declared, bank)[0]
    assert drafted(declared).draft.unmet == (bank,)


def test_a_creditor_whose_collateral_was_released_votes_and_shares_as_an_ordinary_one(
    declared: Liquidation,
) -> None:
    bank, machine = secured_bank(declared)

    declared.move("assets", machine, "release", **REASON)

    shown = drafted(declared)
    assert vote_of(declared, bank) == (False, 50_000_000)
    assert line(shown, bank) == (0, 50_000_000)
    assert [one.rank for one in shown.draft.lines if one.claim.serial == bank] == [Rank.ORDINARY]
    assert shown.draft.unmet == ()


def test_a_creditor_with_other_collateral_stays_secured_when_one_thing_is_released(
    declared: Liquidation,
) -> None:
    bank, machine = secured_bank(declared)
    burdened(declared, found(declared, "厂房"), bank)

    declared.move("assets", machine, "release", **REASON)

    assert vote_of(declared, bank)[0]
    assert drafted(declared).draft.unmet == (bank,)


def test_what_other_collateral_left_open_counts_when_the_rest_was_released(declared: Liquidation) -> None:
    bank, machine = secured_bank(declared)
    burdened(declared, paid_for(declared, "厂房", "200000"), bank)

    declared.move("assets", machine, "release", **REASON)

    assert vote_of(declared, bank)[1] == 30_000_000
    assert line(drafted(declared), bank) == (20_000_000, 30_000_000)


def test_a_claim_that_only_names_a_released_asset_shares_in_a_distribution(planned: Liquidation) -> None:
    machine = found(planned, "机器")
    bank = confirmed(planned, "江澜银行", 900_000, "SEC", asset_serial=machine, security="机器抵押")
    planned.move("assets", machine, "release", **REASON)

    planned.final(720_000)

    assert (planned.shares()[bank][0], planned.shares()[1][0]) == (18_000_000, 18_000_000)
