"""A liquidation played through the services: small verbs, and cases brought to the points of its life."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from court_app.demo.actors import PANEL, Hands, Play
from court_app.demo.petitions import acceptance, creditor, petition
from court_app.services.estate import estate_account, ledger_by_hand
from court_app.services.procedure import parts, steps
from models import Case, Deadline, Delivery, Distribution, Document, Share
from models.vocabulary import DeadlineKind, DeadlineStatus, DeliveryState, DocumentKind
from workflows.calculations.money import plain
from workflows.engine import StepRefused

JUDGE, CLERK = "shenzhiheng", "heqieyu"
FIRST_DAY = date(2026, 3, 2)
CARRIED = {"present": 3, "for_heads": 2, "for_fen": "1800000", "total_fen": "2700000"}
LOST = {"present": 3, "for_heads": 1, "for_fen": "900000", "total_fen": "2700000"}
REASON = {"reason": "经审查属实。"}
SUSPENSIVE = {"condition_kind": "SUSPENSIVE", "condition": "工程竣工验收合格"}
RESOLUTIVE = {"condition_kind": "RESOLUTIVE", "condition": "主债务人清偿完毕"}


@dataclass
class Liquidation:
    """One case on the stage, and who does what in it."""

    play: Play
    case: int

    def step(self, name: str, who: str = CLERK, /, **data: Any) -> None:
        """Take a step of the case."""
        self.play.step(self.case, name, who, **data)

    def begin(self, path: str, name: str, who: str = CLERK, /, **data: Any) -> int:
        """Begin a part of the case; returns its number."""
        with self.play.bench.writing() as session, session.begin():
            taken = parts.begin(self.play.occasion(session, who), self.case, path, name, data)
            return int(taken.part.serial) if taken.part else 0

    def move(self, path: str, serial: int, name: str, who: str = CLERK, /, **data: Any) -> None:
        """Take a step of a part."""
        with self.play.bench.writing() as session, session.begin():
            occasion = self.play.occasion(session, who)
            parts.take_step(occasion, self.case, path, serial, name, data, version=None)

    def refused(self, act: Callable[..., Any], /, *names: Any, **data: Any) -> list[str]:
        """The codes with which a step is refused; empty if it was taken."""
        try:
            act(*names, **data)
        except StepRefused as refusal:
            return [obstacle.code for obstacle in refusal.obstacles]
        return []

    def allowed(self, who: str = JUDGE) -> set[str]:
        """Which steps of the case nothing stands against today."""
        with self.play.bench.reading() as session:
            occasion = self.play.occasion(session, who)
            found = steps.options(occasion, session.get_one(Case, self.case))
            return {option.transition.name for option in found if option.allowed}

    def later(self, days: int) -> None:
        """Let days pass."""
        self.play.later(days)

    def on(self, day: date) -> None:
        """Let the days pass until `day`."""
        self.play.later((day - self.play.day).days)

    @property
    def state(self) -> str:
        """Where the case stands."""
        with self.play.bench.reading() as session:
            return session.get_one(Case, self.case).state

    @property
    def flags(self) -> dict[str, Any]:
        """The parallel flags of the case."""
        with self.play.bench.reading() as session:
            return dict(session.get_one(Case, self.case).flags)

    def part(self, path: str, serial: int) -> Any:
        """A part of the case."""
        with self.play.bench.reading() as session:
            model = parts.PARTS[path].model
            return session.scalars(
                select(model).where(model.case_id == self.case, model.serial == serial)
            ).one()

    def clocks(self, kind: DeadlineKind) -> list[Deadline]:
        """The clocks of a kind, in the order they were started."""
        with self.play.bench.reading() as session:
            chosen = select(Deadline).where(Deadline.case_id == self.case, Deadline.kind == kind)
            return list(session.scalars(chosen.order_by(Deadline.id)))

    def statuses(self, kind: DeadlineKind) -> list[DeadlineStatus]:
        """How the clocks of a kind stand."""
        return [clock.status for clock in self.clocks(kind)]

    def papers(self) -> list[DocumentKind]:
        """The kinds of the papers that were drafted."""
        with self.play.bench.reading() as session:
            chosen = select(Document.kind).where(Document.case_id == self.case).order_by(Document.id)
            return list(session.scalars(chosen))

    def shares(self, distribution: int = 1) -> dict[int, tuple[int, str]]:
        """What every claim has of a distribution, in fen, and how it stands."""
        with self.play.bench.reading() as session:
            chosen = (
                select(Share)
                .join(Distribution, Distribution.id == Share.distribution_id)
                .where(Distribution.case_id == self.case, Distribution.serial == distribution)
            )
            return {s.claim.serial: (s.amount_fen, s.state.value) for s in session.scalars(chosen)}

    def issue(self, kind: DocumentKind, approver: str = JUDGE) -> None:
        """Take the drafts of a kind through approval, seal and issue."""
        self.play.issue(self.case, kind, Hands(approver=approver))

    def serve(self, kind: DocumentKind, on: date | None = None, to: str | None = None) -> None:
        """Hand out what was issued, to everybody or to one kind of recipient."""
        for delivery_id in self.waiting(kind, to):
            self.play.delivery_step(delivery_id, "send", CLERK, method="DIRECT")
            day = (on or self.play.day).isoformat()
            self.play.delivery_step(delivery_id, "confirm", CLERK, served_on=day, signed_by="前台签收")

    def waiting(self, kind: DocumentKind, to: str | None = None) -> list[int]:
        """The deliveries of a kind of paper that wait to be sent."""
        with self.play.bench.reading() as session:
            chosen = (
                select(Delivery)
                .join(Document, Document.id == Delivery.document_id)
                .where(
                    Delivery.case_id == self.case,
                    Document.kind == kind,
                    Delivery.state == DeliveryState.PREPARED.value,
                )
                .order_by(Delivery.id)
            )
            return [d.id for d in session.scalars(chosen) if to in {None, d.recipient_kind.value}]

    def file(self, creditor_name: str, yuan: int, **data: Any) -> int:
        """A claim is filed; returns its number."""
        return self.begin(
            "claims", "file_claim", creditor_name=creditor_name, filed_fen=str(yuan), basis="货款", **data
        )

    def list_claim(self, serial: int, yuan: int, claim_class: str = "ORD") -> None:
        """The administrator registers, reviews and lists a claim."""
        self.move("claims", serial, "register_claim")
        due = {"price_due_on": self.play.day.isoformat()} if claim_class == "SEC_CONSTR" else {}
        self.move(
            "claims",
            serial,
            "review_claim",
            claim_class=claim_class,
            admitted_fen=str(yuan),
            limitation_kept=True,
            opinion="证据充分。",
            **due,
        )
        self.move("claims", serial, "list_claim")

    def sell(self, yuan: int, **data: Any) -> int:
        """A machine is found, offered, sold and paid for; returns its number."""
        serial = self.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床", **data)
        self.move("assets", serial, "take_over_asset")
        self.move("assets", serial, "offer", method="AUCTION")
        self.step("dispose_asset", asset_serial=serial, buyer="江澜正通机电有限公司", price_fen=str(yuan))
        self.move("assets", serial, "receive_price", received_fen=str(yuan))
        return serial

    def hold_money(self, yuan: int) -> None:
        """Money was found in the debtor's account when it was taken over."""
        with self.play.bench.writing() as session, session.begin():
            found = {"kind": "OPENING", "amount_fen": str(yuan), "reason": "银行回单。"}
            ledger_by_hand.enter(self.play.occasion(session, CLERK), self.case, found)

    def spend_the_rest(self) -> None:
        """What the last distribution has left on the account goes to an expense."""
        with self.play.bench.reading() as session:
            left = estate_account.standing(session, session.get_one(Case, self.case)).distributable_fen
        asked = {"kind": "EXP_ESTATE", "payee": "江澜市档案馆", "purpose": "档案保管", "ground": "保管合同。"}
        serial = self.begin("spendings", "request_spending", **asked, amount_fen=plain(left))
        self.move("spendings", serial, "approve_spending", JUDGE, approved_fen=plain(left))
        self.move("spendings", serial, "pay_spending", paid_fen=plain(left))

    def final(self, yuan: int) -> None:
        """The last distribution."""
        self.step("final_distribution", pool_fen=str(yuan), announced_on=today(self), says_final=True)

    def plan_adopted(self) -> None:
        """A plan of distribution is proposed, passed and recognised."""
        self.step(
            "propose_distribution_plan",
            available_fen="3000000",
            remuneration_fen="50000",
            order_and_ratio="依法定顺序，同一顺序按比例。",
            method="银行转账。",
        )
        self.step("distribution_plan_passed", **CARRIED)
        self.step("recognise_distribution_plan", JUDGE, **REASON)


def today(liquidation: Liquidation) -> str:
    """The day of the play as a form has it."""
    return liquidation.play.day.isoformat()


def came_about(liquidation: Liquidation, happened: bool) -> dict[str, Any]:
    """Whether a condition came about, and if it did, today."""
    return {"came_about": happened, "came_about_on": today(liquidation) if happened else None}


def accept(
    play: Play, number: int, procedure: str = "LIQUIDATION", applicant_kind: str = "DEBTOR"
) -> Liquidation:
    """A petition is received and accepted; no paper is printed."""
    case = play.receive(petition(number, procedure=procedure, applicant_kind=applicant_kind))
    play.assign(case, PANEL)
    for one in (1, 2, 3):
        play.add_party(case, {**creditor(one), "role": "CREDITOR", "claim_yuan": f"{1000000 * one}"})
    play.step(case, "start_direct_review", JUDGE)
    play.step(case, "accept", JUDGE, **acceptance(grounds=["BALANCE_SHEET"]))
    return Liquidation(play, play.child_of(case))


def publish(liquidation: Liquidation, window: int = 45, meeting: int = 10) -> None:
    """Notice and announcement; the administrator takes over."""
    last = liquidation.play.day + timedelta(days=window)
    liquidation.step(
        "publish_acceptance",
        channel="全国企业破产重整案件信息网",
        claims_deadline=last.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(last + timedelta(days=meeting)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
    )
    liquidation.step("take_over", taken_over="厂房、账册、印章。")


def file_claims(liquidation: Liquidation, number: int = 3) -> None:
    """Ordinary claims of 900,000 yuan each, of a million filed, are listed."""
    for name in ("江澜市恒泰贸易有限公司", "望川润达物流有限公司", "江澜建筑劳务有限公司")[:number]:
        liquidation.list_claim(liquidation.file(name, 1_000_000), 900_000)


def meet(liquidation: Liquidation) -> None:
    """The first meeting is held on its day; the claims are verified."""
    chair = liquidation.part("claims", 1).party_id
    liquidation.step("appoint_chair", JUDGE, chair_party_id=chair)
    liquidation.step(
        "hold_first_meeting",
        present=3,
        present_fen="2700000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="会议核查了债权表。",
    )


def declare(liquidation: Liquidation) -> None:
    """The debtor is declared bankrupt."""
    liquidation.step(
        "declare_bankruptcy", JUDGE, cause_stands=True, no_rescue=True, findings="资产不足以清偿全部债务。"
    )


STAGES = ("opened", "met", "declared", "planned", "reorganised", "composed")


def stage_all(play: Play) -> dict[str, int]:
    """One case at each of the stages, all on the same day: the day of the first meeting.

    The composition is accepted and no more.
    """
    opened, met, declared, planned = (accept(play, number) for number in range(4))
    reorganised = accept(play, 4, "REORGANIZATION")
    composed = accept(play, 5, "COMPOSITION")
    going_on = (met, declared, planned, reorganised)
    for case in going_on:
        publish(case)
        file_claims(case, 1 if case is reorganised else 3)
    play.later(46)
    play.later(9)
    for case in going_on:
        meet(case)
    for case in (declared, planned):
        case.step("confirm_claims", JUDGE)
        declare(case)
    planned.sell(750_000)
    planned.plan_adopted()
    cases = (opened, met, declared, planned, reorganised, composed)
    return {name: case.case for name, case in zip(STAGES, cases, strict=True)}
