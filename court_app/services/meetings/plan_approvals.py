"""Applications to approve a plan that a class refused: weighed by the case's own votes and liquidation."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import select

from court_app.errors import BadInput
from court_app.services.distribution.distribution_drafts import Drafted, drafted
from court_app.services.estate.realising import burdens_of
from court_app.services.occasion import Occasion
from court_app.services.procedure.contents import CaseContents
from court_app.services.procedure.step_records import Beginning, Taken
from models import Asset, Case, PlanApproval
from models.vocabulary import ClaimClass, ConditionsMet, NoVote, ResolutionMatter, VotingGroup
from workflows.calculations.plan_approval import Weighed, class_rows, rank_rows, weigh
from workflows.calculations.stakes import Stake, standing_fen
from workflows.calculations.voting_roll import Question, parts_by_group, roll
from workflows.guards.plan_votes import REFUSED
from workflows.guards.termination import HELD
from workflows.law.cram_down import FACTS
from workflows.text import Text, freeze

TO_BE_SOLD = frozenset(state.value for state in HELD)


@dataclass(frozen=True, slots=True)
class Considered:
    """An application weighed, and the liquidation that it was weighed by."""

    weighed: Weighed
    liquidation: Drafted


def consider(occasion: Occasion, case: Case, told: Mapping[str, Any]) -> Considered:
    """Weigh an application as the case stands now.

    Raises:
        BadInput: naming an asset whose value nobody knows, or a figure that does not fit.
    """
    liquidation = liquidation_now(occasion, case, told)
    contents = CaseContents(occasion.session, case)
    standing = classes_with_members(contents.stakes())
    return Considered(weigh(contents.class_votes(), REFUSED, told, liquidation.draft, standing), liquidation)


def classes_with_members(stakes: Sequence[Stake]) -> list[VotingGroup]:
    """The classes to which some claim belongs; one whose amount is not fixed yet is a member too (EBL 82)."""
    return [
        group
        for group in (VotingGroup.SECURED, VotingGroup.EMPLOYEES, VotingGroup.TAX, VotingGroup.ORDINARY)
        if has_members(Question(ResolutionMatter.M6, group), stakes)
    ]


def has_members(question: Question, stakes: Sequence[Stake]) -> bool:
    """Whether some claim votes in the class, or will once its amount is fixed."""
    weights = [weight for right in roll(question, stakes) for weight in right.weights]
    return any(
        weight.votes
        or (
            weight.why in {NoVote.UNFIXED, NoVote.CONDITIONAL}
            and standing_fen(weight.stake) > 0
            and weight.stake.claim_class != ClaimClass.SOC
            and question.group in parts_by_group(question, weight.stake, standing_fen(weight.stake))
        )
        for weight in weights
    )


def liquidation_now(occasion: Occasion, case: Case, told: Mapping[str, Any]) -> Drafted:
    """The distribution to which the case would come today, what is not yet money at its known value.

    Raises:
        BadInput: naming an encumbered asset whose value nobody knows.
    """
    chosen = select(Asset).where(Asset.case_id == case.id).order_by(Asset.serial)
    assets = occasion.session.scalars(chosen).all()
    waiting = [asset for asset in assets if asset.state in TO_BE_SOLD]
    burdened = [asset for asset in waiting if burdens_of(occasion.session, asset)]
    free = [asset for asset in waiting if asset not in burdened and not asset.encumbrance]
    expected = sum(map(value_of, free)) if told.get("available_fen") is None else 0
    known = {one["asset_serial"]: one for one in told.get("collateral", ())}
    collateral = [*known.values()]
    for asset in burdened:
        given = known.get(asset.serial)
        if (given is None or given["proceeds_fen"] is None) and not value_of(asset):
            wrong = Text(
                "第{serial}号财产（{name}）没有成交价或者评估价，请填写其变价款。",
                serial=asset.serial,
                name=asset.name,
            )
            raise BadInput({"collateral": [wrong]})
        if given is None:
            collateral.append(at_its_value(asset))
        elif given["proceeds_fen"] is None:
            collateral[collateral.index(given)] = {**given, "proceeds_fen": value_of(asset)}
    figures = {name: told.get(name) for name in ("available_fen", "expenses_fen")}
    return drafted(
        occasion,
        case,
        {
            **figures,
            "common_fen": told.get("common_fen", 0),
            "collateral": collateral,
            "expected_fen": expected,
        },
    )


def value_of(asset: Asset) -> int:
    """What an asset should bring: its price, else its appraised value, in fen; 0 where nobody knows."""
    return asset.price_fen or asset.appraised_fen or 0


def at_its_value(asset: Asset) -> dict[str, Any]:
    """An encumbered asset as a draft is told of it."""
    return {"asset_serial": asset.serial, "proceeds_fen": value_of(asset), "cost_fen": 0, "order": ""}


def make_plan_approval(begun: Beginning) -> None:
    """An application with everything that its conditions stand on, frozen (money section 9)."""
    approval, data = cast(PlanApproval, begun.part), begun.data
    for name in ("applicant", "plan_ratio", "small_plan_ratio", "grounds"):
        setattr(approval, name, data[name])
    approval.applied_on = begun.on
    approval.facts = {name: data[name].value for name in (*FACTS, "dissenters_no_worse_off")}
    approval.ordinary_fen = approval.ordinary_paid_fen = 0
    approval.liquidation, approval.classes, approval.conditions, approval.working = [], [], [], []
    approval.outcome = ConditionsMet.OPEN


def weigh_conditions(taken: Taken) -> None:
    """Weigh the six conditions on the day of the application and keep what they stand on."""
    approval, case = cast(PlanApproval, taken.subject), taken.case
    found = consider(taken.occasion, case, taken.data)
    weighed, votes = found.weighed, CaseContents(taken.occasion.session, case).class_votes()
    approval.ordinary_fen, approval.ordinary_paid_fen = weighed.ordinary.total_fen, weighed.ordinary.paid_fen
    approval.liquidation = rank_rows(found.liquidation.draft)
    approval.classes = class_rows(votes, REFUSED)
    approval.conditions = [
        {
            "number": one.number,
            "text": [freeze(one.text)],
            "met": [freeze(said(one.met))],
            "why": [freeze(line) for line in one.why],
        }
        for one in weighed.findings
    ]
    approval.outcome = weighed.outcome
    approval.working = [freeze(line) for line in weighed.working]


def said(met: bool | None) -> Text:
    """Whether a condition is met."""
    return {True: Text("符合"), False: Text("不符合"), None: Text("尚未查明")}[met]


PLAN_APPROVAL_EFFECTS: dict[str, Callable[[Taken], None]] = {"weigh_conditions": weigh_conditions}
