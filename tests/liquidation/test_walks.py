"""Random walks: whatever is tried, the chain holds, the law's invariants hold, no step half-writes."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from marshmallow import ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from court_app.errors import ServiceError
from court_app.services.casework.proving import check_everything
from court_app.services.estate.estate_account import standing
from court_app.services.procedure.parts import PARTS
from models import (
    Asset,
    Case,
    CaseEvent,
    Claim,
    Deadline,
    Distribution,
    Document,
    LedgerEntry,
    Resolution,
    SetOff,
    Share,
    Spending,
)
from models.vocabulary import ClaimState, DeadlineStatus, LedgerAccount, SetOffState
from tests.liquidation.playing import CARRIED, CLERK, JUDGE, LOST, Liquidation
from workflows.engine import StepRefused
from workflows.procedures.bankruptcy_case import BANKRUPTCY_CASE

REFUSED = (StepRefused, ValidationError, ServiceError)
WORDS = {
    "reason": "经审查属实。",
    "text": "说明。",
    "subject": "事项",
    "plan": "方案。",
    "findings": "查明。",
    "minutes": "记录。",
    "remark": "备注。",
    "missing": "账册",
    "report": "报告。",
    "registry": "登记机关",
    "taken_over": "厂房",
    "order_and_ratio": "按比例。",
    "method": "转账。",
    "opinion": "意见。",
    "objector": "债务人",
    "forum": "本院",
    "reference": "文书",
    "harm": "损害。",
    "creditor": "某债权人",
    "part": "一部分",
    "how": "短信",
    "asked_by": "某债权人",
    "answer": "同意。",
    "explanation": "说明。",
    "handed_over": "账册",
    "buyer": "某公司",
    "appraiser": "某评估所",
    "name": "设备",
    "basis": "货款",
    "place": "第一法庭",
    "agenda": "核查",
    "channel": "信息网",
    "claims_place": "地址",
    "first_meeting_place": "法庭",
    "first_meeting_time": "09:30",
    "time": "09:30",
    "administrator_head": "某人",
    "administrator_address": "地址",
    "administrator_phone": "0000",
    "reasons": "理由。",
    "ground": "voting",
    "debt": "欠款",
    "owner": "某权利人",
    "claimed_property": "设备",
    "title_basis": "租赁合同",
    "received_by": "某人",
    "third_party": "第三人",
    "agent_name": "某代理人",
    "agent_authority": "特别授权",
}
AHEAD = {"claims_deadline": 40, "first_meeting_on": 50, "planned_on": 20}
LEFT_OUT = {"effective_on", "departs_because", "posted_on", "told_on", "creditor_id"}
ENDINGS = ("terminate", "dismiss", "final", "end_")
At = Callable[[str], Liquidation]


class Walker:
    """Somebody who tries every step with plausible data."""

    def __init__(self, case: Liquidation, chance: random.Random) -> None:
        self.case, self.chance = case, chance

    def value(self, name: str, field: Any) -> Any:
        """A plausible value of a field; None if it is better left out."""
        if getattr(field, "choices", None):
            return self.chance.choice(list(field.choices)).value
        if name in WORDS:
            return WORDS[name]
        if name.endswith("_on") or name in AHEAD:
            return (self.case.play.day + timedelta(days=AHEAD.get(name, 0))).isoformat()
        if name.endswith("_fen"):
            return str(self.chance.choice([0, 1000, 50_000, 90_000, 120_000, 700_000]))
        return self.number_or_answer(name, field)

    def number_or_answer(self, name: str, field: Any) -> Any:
        """The number of a part, or a mostly favourable answer."""
        if name.endswith("serial") or name == "number":
            return self.chance.randint(1, 4)
        return self.chance.random() < 0.8 if type(field).__name__ == "Boolean" else None

    def data(self, row: Any) -> dict[str, Any]:
        """Plausible data for a step."""
        wanted = {name: f for name, f in row.payload().fields.items() if name not in LEFT_OUT}
        known = {name: self.value(name, field) for name, field in wanted.items()}
        for name in wanted.keys() & self.chosen.keys():
            known |= self.chosen[name]()
        if hasattr(row.payload, "plans_zh"):
            known["plan"] = self.chance.choice([code for code, _ in row.payload.plans_zh])
        return {name: value for name, value in known.items() if value is not None}

    @property
    def chosen(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """What must fit together, by the field that asks for it."""
        chance = self.chance
        return {
            "for_heads": lambda: chance.choice([CARRIED, LOST]),
            "present_fen": lambda: {"present": 3, "present_fen": "1000"},
            "grounds": lambda: {"grounds": ["NO_MUTUAL_DEBTS"]},
            "debt_on": lambda: {"debt_on": "2024-05-01"},
            "acquired_on": lambda: {"acquired_on": None, "acquired_from": None},
            "creditor_name": lambda: {"creditor_name": f"第{chance.randint(1, 999)}号债权人"},
            "administrator_name": lambda: {"administrator_name": f"第{chance.randint(1, 9)}事务所"},
            "chair_party_id": lambda: {"chair_party_id": self.chair()},
            "bundle": lambda: {
                "bundle": chance.choice(["E-ACCEPT", "E-DECLARE", "E-TERMINATE", "E-RESTORE"])
            },
        }

    def chair(self) -> int:
        """A creditor of the case, if a claim was filed."""
        with self.case.play.bench.reading() as session:
            return session.scalar(select(Claim.party_id).where(Claim.case_id == self.case.case)) or 0

    def act(self, *, ending: bool) -> None:
        """One try: a step of the case, a new part, or a step of a part; endings only when it is time."""
        case, chance = self.case, self.chance
        who = chance.choice([JUDGE, JUDGE, CLERK])
        kind = chance.choice(["case", "case", "new", "part", "part", "part"])
        if kind == "case":
            allowed = [name for name in case.allowed(who) if ending or not name.startswith(ENDINGS)]
            row = BANKRUPTCY_CASE.named(chance.choice(sorted(allowed)))[0]
            case.step(row.name, who, **self.data(row))
            return
        path = chance.choice(list(PARTS))
        rows = [row for row in PARTS[path].procedure.transitions if bool(row.sources) == (kind == "part")]
        row = chance.choice([row for row in rows if row.recorded_by_people] or rows)
        if kind == "new":
            case.begin(path, row.name, who, **self.data(row))
        else:
            case.move(path, chance.randint(1, 3), row.name, who, **self.data(row))


def everything(case: Liquidation) -> tuple[Any, ...]:
    """How much is written of a case."""
    with case.play.bench.reading() as session:
        tables = (
            CaseEvent,
            Deadline,
            Document,
            Claim,
            Asset,
            Resolution,
            Distribution,
            LedgerEntry,
            Spending,
        )
        counts = [session.scalar(select(func.count(t.id)).where(t.case_id == case.case)) for t in tables]
        one = session.get_one(Case, case.case)
        return (*counts, one.state, dict(one.flags), one.version)


def hold_invariants(case: Liquidation) -> None:
    """Section 14, as far as it is about a liquidation."""
    with case.play.bench.reading() as session:
        one = session.get_one(Case, case.case)
        check_ground(one)
        check_ledger(session, one)
        for made in session.scalars(select(Distribution).where(Distribution.case_id == one.id)):
            assert sum(share.amount_fen for share in made.shares) == made.paid_fen
        had: dict[int, int] = {}
        for share in session.scalars(select(Share).join(Claim).where(Claim.case_id == one.id)):
            had[share.claim_id] = had.get(share.claim_id, 0) + share.amount_fen
            assert share.amount_fen >= 0
        for claim in session.scalars(select(Claim).where(Claim.case_id == one.id)):
            most = max(claim.filed_fen, claim.admitted_fen or 0, claim.fixed_fen or 0)
            assert had.get(claim.id, 0) <= most
            hold_set_offs(session, claim)
            if claim.state in {ClaimState.CONFIRMED.value, ClaimState.JUDGED.value}:
                assert claim.fixed_fen is not None


def check_ledger(session: Session, one: Case) -> None:
    """The ledger balances, has no gaps, is never overdrawn, and owes what the distributions say."""
    numbers = session.scalars(
        select(LedgerEntry.serial).where(LedgerEntry.case_id == one.id).order_by(LedgerEntry.serial)
    ).all()
    owed = session.scalar(select(func.sum(Distribution.paid_fen)).where(Distribution.case_id == one.id))
    estate = standing(session, one)
    assert list(numbers) == list(range(1, len(numbers) + 1))
    assert sum(estate.balances.values()) == 0
    assert estate.on_hand() >= 0
    assert estate.distributable_fen >= 0
    assert estate.owed(LedgerAccount.PAYABLE_SHARES, LedgerAccount.ESCROW) == (owed or 0)


def hold_set_offs(session: Session, claim: Claim) -> None:
    """What was set off of a claim is the sum of its effective set-offs, and not more than the claim."""
    own = session.scalars(select(SetOff).where(SetOff.claim_id == claim.id)).all()
    assert claim.set_off_fen == sum(one.extinguished_fen for one in own)
    assert claim.amount_fen == claim.before_set_off_fen - claim.set_off_fen
    assert all(one.extinguished_fen == 0 for one in own if one.state != SetOffState.EFFECTIVE.value)


def check_ground(one: Case) -> None:
    """The ground of the end fits what came before, and what becomes of the debtor."""
    ground = one.flags.get("ground")
    assert one.accepted_on is not None
    assert ground not in {"T120A", "T120B"} or one.flags["declared"]
    assert ground != "T120B" or one.flags["final_distribution_announced_on"]
    assert ground not in {"T105", "T108A", "T108B"} or one.state != "LQ_DEREGISTERED"
    if one.state in {"LQ_TERMINATED", "LQ_DEREGISTERED", "LQ_ENDED_SURVIVING"}:
        assert ground
        assert one.closed_on is not None
    if one.state in {"LQ_DISMISSED_FINAL", "LQ_ENDED_SURVIVING"}:
        assert not [c for c in one.deadlines if c.status == DeadlineStatus.RUNNING and not c.delivery_id]


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(("stage", "seed"), [("met", 1), ("planned", 2), ("planned", 3)])
def test_whatever_is_tried_the_case_stays_whole(at_on_sqlite: At, stage: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 (a repeatable walk)
    case = at_on_sqlite(stage)
    walker, taken = Walker(case, chance), 0
    for tries in range(220):
        before = everything(case)
        try:
            walker.act(ending=tries > 150)
            taken += 1
        except REFUSED:
            assert everything(case) == before, "a refused step writes nothing"
        if chance.random() < 0.15:
            case.later(chance.choice([1, 3, 10, 16]))
        hold_invariants(case)
    with case.play.bench.reading() as session:
        assert check_everything(session, case.play.bench.mill.store).faults == ()
    assert taken >= 20
