"""What the steps that end a liquidation do, besides what their records say."""

from collections.abc import Callable

from sqlalchemy import func, select

from court_app.services.casework import clocks
from court_app.services.claims.claim_effects import claims_in
from court_app.services.procedure.step_records import Taken
from models import Distribution
from models.vocabulary import FIXED_CLAIMS, TerminationGround


def record_declaration(taken: Taken) -> None:
    """The day of the declaration."""
    taken.case.flags = {**taken.case.flags, "declared_on": taken.on.isoformat()}
    tell_fixed_claims(taken)


def record_request(taken: Taken) -> None:
    """When and why the administrator asked for the end: the ruling says it again."""
    taken.case.flags = {
        **taken.case.flags,
        "termination_asked_on": taken.on.isoformat(),
        "termination_reason": taken.data["reason"],
    }


def record_termination(taken: Taken) -> None:
    """The day of the end; under article 43(4) the declaration with it, if the court has set so (M2018-30)."""
    case = taken.case
    flags = {**case.flags, "terminated_on": taken.on.isoformat()}
    by_43 = flags.get("ground") == TerminationGround.T43.value
    if by_43 and not flags.get("declared") and taken.settings["declare_with_t43"]:
        flags |= {"declared": True, "declared_on": taken.on.isoformat(), "declared_with_the_end": True}
        flags["bundles"] = [*flags.get("bundles", []), "E-DECLARE"]
        taken.found["declares"] = True
    case.flags = flags
    tell_fixed_claims(taken)
    distributed = taken.occasion.session.scalar(
        select(func.sum(Distribution.paid_fen)).where(Distribution.case_id == case.id)
    )
    taken.found["distributed_fen"] = int(distributed or 0)


def tell_fixed_claims(taken: Taken) -> None:
    """How many claims are fixed, at how much together: declaration and end say it."""
    fixed = claims_in(taken.occasion, taken.case, *FIXED_CLAIMS)
    taken.found.update(
        claims_count=len(fixed), claims_total_fen=sum(claim.amount_fen or 0 for claim in fixed)
    )


def record_ground_of_108(taken: Taken) -> None:
    """A third party, or the debtor itself (EBL 108)."""
    ground = TerminationGround.T108A if taken.data["by_third_party"] else TerminationGround.T108B
    taken.case.flags = {**taken.case.flags, "ground": ground.value}


def extend_time(taken: Taken) -> None:
    """A party's period runs again, to the day that the court has fixed (CPL 86)."""
    clocks.prolong(taken.turn, taken.data["clock"], taken.data["until"])


def end_every_clock(taken: Taken) -> None:
    """Nothing is owed any more; the clocks that the step itself ends are ended by their own rule."""
    clocks.cancel_all(taken.turn, besides=taken.row.ends)


LIQUIDATION_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "record_declaration": record_declaration,
    "record_request": record_request,
    "record_termination": record_termination,
    "record_ground_of_108": record_ground_of_108,
    "extend_time": extend_time,
    "end_every_clock": end_every_clock,
}
