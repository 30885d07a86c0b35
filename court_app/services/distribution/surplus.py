"""The distribution of a surplus to the investors (CL 236(2))."""

from collections.abc import Callable

from sqlalchemy import func, select

from court_app.services.estate import estate_postings
from court_app.services.estate.estate_account import cause_of
from court_app.services.many_rows import insert_rows
from court_app.services.payments.paying import prepare_payments
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Taken
from models import Distribution, Investor, Share
from models.vocabulary import DistributionKind, HoldingKind, ShareState
from workflows.calculations.equity import ROUNDING, Surplus, divide_surplus, head_of
from workflows.text import freeze


def distribute_surplus(taken: Taken) -> None:
    """Give a surplus to the investors; guards have seen that every rank above is paid in full."""
    session, case = taken.occasion.session, taken.case
    pool = taken.data["pool_fen"]
    surplus = divide_surplus(pool, CaseContents(session, case).holdings())
    last = session.scalar(select(func.max(Distribution.serial)).where(Distribution.case_id == case.id))
    made = Distribution(
        case_id=case.id,
        serial=(last or 0) + 1,
        kind=DistributionKind.SURPLUS,
        made_on=taken.on,
        announced_on=None,
        pool_fen=pool,
        paid_fen=pool,
        working=[freeze(line) for line in surplus.working],
        remark="\n".join(filter(None, (taken.data["court_view"], taken.data["remark"]))),
    )
    session.add(made)
    session.flush()
    chosen = select(Investor.serial, Investor.id).where(Investor.case_id == case.id)
    ids = dict(session.execute(chosen).all())
    insert_rows(
        session,
        Share,
        [
            {
                "distribution_id": made.id,
                "investor_id": ids[one.holding.serial],
                "amount_fen": one.fen,
                "state": ShareState.PAID,
            }
            for one in surplus.given
        ],
    )
    session.refresh(made, ["shares"])
    prepare_payments(session, made, taken.on)
    session.flush()
    estate_postings.follow_distribution(taken.occasion, case, cause_of(taken), made)
    tell_investors(taken, made, surplus)


def tell_investors(taken: Taken, made: Distribution, surplus: Surplus) -> None:
    """What the notice to the investors says, and on whom it is served: on who is given something (DESIGN)."""
    given = [one for one in surplus.given if one.fen]
    parties = {share.investor.serial: share.investor.party_id for share in made.shares if share.investor}
    taken.found.update(
        distribution_number=made.serial,
        distributed_fen=made.pool_fen,
        distribution_working=[str(head_of(surplus.holdings, made.pool_fen)), str(ROUNDING)],
        by_shares=surplus.holdings[0].kind == HoldingKind.SHARES,
        investor_rows=[
            {
                "serial": one.holding.serial,
                "name": one.holding.name,
                "measure": one.holding.figure,
                "amount_fen": one.fen,
            }
            for one in given
        ],
        served_parties=[parties[one.holding.serial] for one in given],
    )


SURPLUS_EFFECTS: dict[str, Callable[[Taken], None]] = {"distribute_surplus": distribute_surplus}
