"""What the steps of claims do, and what the steps of a case do to all its claims at once."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.casework import history
from court_app.services.claims import claim_ranks, claim_register
from court_app.services.claims.making_claims import admit_as_listed, figures_of, set_condition, state_claim
from court_app.services.claims.set_off_effects import reckon
from court_app.services.meetings import voting_roll
from court_app.services.occasion import Occasion
from court_app.services.procedure import parts
from court_app.services.procedure.step_records import Taken
from models import Case, Claim
from models.vocabulary import REVIEWED_NOT_FIXED, ClaimClass, ClaimState, ConditionKind, Role
from workflows.payloads.serials import serials_of
from workflows.procedures.claim import CLAIM
from workflows.text import Text
from workflows.transition import Transition


def claim_of(taken: Taken) -> Claim:
    """The claim whose step it is."""
    return cast(Claim, taken.subject)


def correct_claim(taken: Taken) -> None:
    """The claim as its creditor states it anew; what it said before stays in the docket."""
    claim, data = claim_of(taken), taken.data
    state_claim(taken.occasion, taken.case, claim, data)
    claim.filed_fen, claim.basis = data["filed_fen"], data["basis"]
    state_figures(taken, claim)


def state_figures(taken: Taken, claim: Claim) -> None:
    """The figures of a claim as they are stated anew."""
    claim.figures.clear()
    taken.occasion.session.flush()
    claim.figures.extend(figures_of(taken.data))


def correct_list(taken: Taken) -> None:
    """An employee's claim as the corrected list says it; publicised anew, and to be verified anew."""
    claim, data = claim_of(taken), taken.data
    claim.filed_fen = claim.admitted_fen = data["filed_fen"]
    claim.basis, claim.verified_on = data["basis"], None
    claim.flags = {**claim.flags, "publicised_on": data["publicised_on"].isoformat()}
    state_figures(taken, claim)
    admit_as_listed(claim)
    claim_ranks.record_rank(claim, taken.settings, data["rank_reason"])


def lay_aside_what_is_sued_for(taken: Taken) -> None:
    """What an employee sues for is his claim until the judgment; the list stays what is admitted."""
    claim_of(taken).filed_fen = max(claim_of(taken).filed_fen, taken.data["claimed_fen"])


def record_review(taken: Taken) -> None:
    """What the administrator found, figure by figure (I3-6(2))."""
    claim, data = claim_of(taken), taken.data
    found = {figure["position"]: figure for figure in data["figures"]}
    for figure in claim.figures:
        reviewed = found.get(figure.position, {"admitted_fen": data["admitted_fen"]})
        figure.admitted_fen, figure.admitted_until_on = reviewed["admitted_fen"], reviewed.get("until_on")
        figure.reason = reviewed.get("reason", "")
        figure.evidence_page = reviewed.get("evidence_page", "")
    claim.late_cost_fen = data["late_cost_fen"]
    claim.claim_class, claim.admitted_fen = data["claim_class"], data["admitted_fen"]
    claim.opinion = data["opinion"]
    reason = data["rank_reason"] if claim.rank_decided is None else claim.rank_reason
    claim_ranks.record_rank(claim, taken.settings, reason)
    if data["condition_kind"] is not None:
        record_condition(taken)
    claim.flags = {**claim.flags, **{name: data[name] for name in ("by_judgment", "limitation_kept")}}
    reckon(taken.occasion, claim)


def record_condition(taken: Taken) -> None:
    """What the claim depends on, in the words found or else its creditor's; votes that go on follow."""
    claim, kind = claim_of(taken), taken.data["condition_kind"]
    words = "" if kind == ConditionKind.NONE else taken.data["condition"] or claim.condition
    set_condition(claim, kind, words)
    follow_votes(taken)


def record_rank_decision(taken: Taken) -> None:
    """The court decides the rank; a claim that was reviewed stands in it at once, and votes follow."""
    claim_ranks.decide_rank(claim_of(taken), taken.settings, taken.data["rank"], taken.data["reason"])
    follow_votes(taken)


def record_verification(taken: Taken) -> None:
    """The day on which the meeting verified the entry; the time for suits runs from it (I3-8)."""
    claim_of(taken).verified_on = taken.on


def fix_admitted(taken: Taken) -> None:
    """A confirmed claim is fixed at what was admitted."""
    claim_of(taken).fixed_fen = claim_of(taken).admitted_fen


def fix_claim(taken: Taken) -> None:
    """The amount and class that a judgment, an award or an agreement fixes; votes that go on follow."""
    claim = claim_of(taken)
    claim.fixed_fen, claim.claim_class = taken.data["fixed_fen"], taken.data["claim_class"]
    claim_ranks.record_rank(claim, taken.settings, taken.data["reference"])
    reckon(taken.occasion, claim)
    follow_votes(taken)


def record_claim_objection(taken: Taken) -> None:
    """Who objects to the entry, and since when (EBL 58(3))."""
    claim_of(taken).objector, claim_of(taken).objected_on = taken.data["objector"], taken.on


def record_suit(taken: Taken) -> None:
    """A suit after the fifteen days is recorded as late; what follows from it is for the judge (I3-8)."""
    claim, data = claim_of(taken), taken.data
    claim.sued_on = data["posted_on"] or taken.on
    clock = max(
        (c for c in taken.case.deadlines if c.machine == "claim" and c.subject_id == claim.id),
        key=lambda c: c.due_on,
        default=None,
    )
    if clock is not None and (data["posted_on"] or taken.on) > clock.due_on:
        claim.flags = {**claim.flags, "late_suit": True}
    claim.flags = {**claim.flags, "forum": data["forum"], "reference": data["reference"]}


def record_provisional_amount(taken: Taken) -> None:
    """An amount for voting only (EBL 59(2)); votes that go on follow."""
    claim_of(taken).provisional_fen = taken.data["provisional_fen"]
    taken.found["many"] = False
    follow_votes(taken)


def record_expected_deficiency(taken: Taken) -> None:
    """What a security is expected not to cover, for voting only (EBL 59(2)); votes that go on follow."""
    claim_of(taken).deficiency_fen = taken.data["deficiency_fen"] or None
    taken.found["many"] = False
    follow_votes(taken)


def follow_votes(taken: Taken) -> None:
    """Votes that go on follow what a claim stands for now (EBL 59)."""
    voting_roll.follow(taken.occasion, taken.case, taken.settings)


def move_claims(taken: Taken, claims: list[Claim], step: str) -> None:
    """Take one step of many claims as the effect of a step of the case: one entry in the docket for all.

    Every claim must stand where the row of the step starts; the rows of the law stay the only source.
    """
    if not claims:
        return
    row = CLAIM.named(step)[0]
    if row.target is None or any(claim.state not in row.sources for claim in claims):
        raise ValueError(f"{step}: a claim does not stand where the step starts")
    for claim in claims:
        claim.state = row.target.value
    note_for_all(taken, claims, row, source=row.sources[0].value)


def note_for_all(taken: Taken, claims: list[Claim], row: Transition, *, source: str) -> None:
    """Enter claims in the register, and in the docket once for all of them."""
    claim_register.enter(taken.occasion, claims, taken.on)
    history.append(
        taken.occasion.session,
        taken.case,
        machine=CLAIM.name,
        subject_id=None,
        step=row.name,
        source=source,
        target=row.target.value if row.target else source,
        actor=(None, taken.occasion.by_the_law_itself().name, Role.SYSTEM),
        now=taken.occasion.now,
        on=taken.on,
        payload={"serials": parts.serials_in_words(claim.serial for claim in claims)},
        basis="; ".join(str(citation) for citation in row.basis),
    )


def claims_in(occasion: Occasion, case: Case, *states: ClaimState) -> list[Claim]:
    """The claims of a case that stand in these states, by number."""
    return list(
        occasion.session.scalars(
            select(Claim)
            .where(Claim.case_id == case.id, Claim.state.in_([state.value for state in states]))
            .order_by(Claim.serial)
        )
    )


def verify_claims(taken: Taken) -> None:
    """The first meeting verifies every entry of the claims table (EBL 58(1))."""
    listed = claims_in(taken.occasion, taken.case, ClaimState.LISTED)
    for claim in listed:
        claim.verified_on = taken.on
    move_claims(taken, listed, "verify")


def undisputed(occasion: Occasion, case: Case, named: frozenset[int]) -> list[Claim]:
    """The verified entries that nobody disputes: those with these numbers, all if none is named."""
    return [
        claim
        for claim in claims_in(occasion, case, ClaimState.VERIFIED)
        if (not named or claim.serial in named) and not claim.flags.get("correction_requested")
    ]


def confirm_claims(taken: Taken) -> None:
    """Confirm the undisputed entries that the ruling names, or all of them (EBL 58(2)).

    What an employee asks to have corrected is disputed until the administrator has answered (EBL 48(2)).

    Raises:
        BadInput: if the ruling names an entry that is not verified and undisputed.
    """
    named = serials_of(taken.data["serials"])
    chosen = undisputed(taken.occasion, taken.case, named)
    if missing := named - {claim.serial for claim in chosen}:
        raise BadInput(
            {
                "serials": [
                    Text("第{serials}号不是经核查且无异议的债权。", serials=parts.serials_in_words(missing))
                ]
            }
        )
    if not chosen:
        raise BadInput({"serials": [Text("职工的更正要求都尚未答复，没有可以裁定确认的债权。")]})
    for claim in chosen:
        claim.fixed_fen = claim.admitted_fen
    move_claims(taken, chosen, "confirm")
    follow_votes(taken)
    taken.found.update(
        claims=[row_of(claim) for claim in chosen],
        claims_count=len(chosen),
        claims_total_fen=sum(claim.amount_fen for claim in chosen),
        verified_on=max((claim.verified_on for claim in chosen if claim.verified_on), default=None),
    )


def fix_provisional_amounts(taken: Taken) -> None:
    """Fix for voting what the administrator has admitted, of all claims that are not fixed (EBL 59(2)).

    Raises:
        BadInput: if a claim is named that is fixed, was not reviewed, or has an amount for voting already.
    """
    named = serials_of(taken.data["serials"])
    open_claims = claims_in(taken.occasion, taken.case, *REVIEWED_NOT_FIXED)
    waiting = [c for c in open_claims if c.admitted_fen and c.provisional_fen is None]
    chosen = [
        claim
        for claim in waiting
        if (claim.serial in named if named else claim.claim_class != ClaimClass.EMP)
    ]
    if missing := named - {claim.serial for claim in chosen}:
        told = Text(
            "第{serials}号债权已经确定、尚未审查认定，或者已有临时确定的债权额。",
            serials=parts.serials_in_words(missing),
        )
        raise BadInput({"serials": [told]})
    if not chosen:
        raise BadInput({"serials": [Text("没有需要临时确定债权额的债权。")]})
    for claim in chosen:
        claim.provisional_fen = claim.admitted_fen
    note_for_all(taken, chosen, CLAIM.named("fix_provisional_amount")[0], source="")
    follow_votes(taken)
    taken.found.update(
        many=True,
        claims=[{**row_of(claim), "provisional_fen": claim.provisional_fen} for claim in chosen],
        claims_count=len(chosen),
        claims_total_fen=sum(claim.provisional_fen or 0 for claim in chosen),
    )


def row_of(claim: Claim) -> dict[str, object]:
    """A line of the claims table as a ruling lists it; sums in fen."""
    return {
        "serial": claim.serial,
        "creditor": claim.party.name,
        "class": claim.claim_class.zh,
        "filed_fen": claim.filed_fen,
        "fixed_fen": claim.amount_fen,
    }


CLAIM_EFFECTS: dict[str, Callable[[Taken], None]] = {
    "follow_votes": follow_votes,
    "correct_claim": correct_claim,
    "correct_list": correct_list,
    "lay_aside_what_is_sued_for": lay_aside_what_is_sued_for,
    "record_review": record_review,
    "record_rank_decision": record_rank_decision,
    "record_condition": record_condition,
    "record_verification": record_verification,
    "fix_admitted": fix_admitted,
    "fix_claim": fix_claim,
    "record_claim_objection": record_claim_objection,
    "record_suit": record_suit,
    "record_provisional_amount": record_provisional_amount,
    "record_expected_deficiency": record_expected_deficiency,
    "confirm_claims": confirm_claims,
    "fix_provisional_amounts": fix_provisional_amounts,
}
