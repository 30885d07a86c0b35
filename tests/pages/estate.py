"""A liquidation played through the services, with an administrator who signs in: for pages and API."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from court_app.demo.actors import PANEL, Play
from court_app.demo.people import PASSWORD
from court_app.demo.petitions import acceptance, creditor, petition
from court_app.services.administrators import keeping_roster
from court_app.services.casework.users import create_user
from court_app.services.procedure import parts
from models import Case, Party
from models.vocabulary import PartyKind, PartyRole, Role

OWN, OTHER = "guanliren", "waijia"
"""The administrator of the case, and one of another case."""
FIGURES: dict[str, Any] = {"present": 3, "for_heads": 2, "for_fen": "1800000", "total_fen": "2700000"}


@dataclass
class Estate:
    """An accepted liquidation on a stage."""

    play: Play
    case: int
    creditors: list[int]

    def begin(self, path: str, step: str, who: str = "heqieyu", **data: Any) -> int:
        """Begin a part; returns its number."""
        with self.play.bench.writing() as session, session.begin():
            taken = parts.begin(self.play.occasion(session, who), self.case, path, step, data)
            return int(taken.part.serial)  # type: ignore[union-attr]

    def part(self, path: str, serial: int, step: str, who: str = "heqieyu", **data: Any) -> None:
        """Take a step of a part."""
        with self.play.bench.writing() as session, session.begin():
            occasion = self.play.occasion(session, who)
            parts.take_step(occasion, self.case, path, serial, step, data, version=None)

    def step(self, name: str, who: str = "heqieyu", **data: Any) -> None:
        """Take a step of the case."""
        self.play.step(self.case, name, who, **data)

    def state_of(self, path: str, serial: int) -> str:
        """The state of a part."""
        with self.play.bench.reading() as session:
            occasion = self.play.occasion(session, "heqieyu")
            return parts.find(occasion, self.case, path, serial).state

    def listed_claim(self, creditor: int) -> int:
        """A claim that was filed, reviewed and put into the claims table."""
        serial = self.begin(
            "claims",
            "file_claim",
            creditor_id=creditor,
            filed_fen="1000000.00",
            basis="货款",
            evidence="买卖合同、对账单",
        )
        self.part("claims", serial, "register_claim")
        self.part(
            "claims",
            serial,
            "review_claim",
            claim_class="ORD",
            admitted_fen="900000.00",
            limitation_kept=True,
            enforcement_kept=True,
            opinion="证据齐全，利息计算至受理日。",
        )
        self.part("claims", serial, "list_claim")
        return serial


def an_administrator(play: Play, case: int, username: str, name: str) -> None:
    """Let an administrator of the roster hold the office in a case, and let a person sign in for him."""
    with play.bench.writing() as session, session.begin():
        held = session.get_one(Case, case)
        entry = keeping_roster.add(
            play.occasion(session, "tangbo"),
            {"kind": PartyKind.ORGANISATION.value, "name": name, "listed_on": play.day.isoformat()},
        )
        session.flush()
        party: Party = held.parties_as(PartyRole.ADMINISTRATOR)[-1]
        party.administrator_id = entry.id
        user = create_user(
            session,
            username=username,
            name=f"{name}经办人",
            password=PASSWORD,
            court=None,
            roles=(Role.ADMINISTRATOR,),
            now=play.now,
        )
        user.administrator_id = entry.id
        session.flush()
        play.people[username] = user.id


def accepted(play: Play, number: int) -> int:
    """A debtor's petition, accepted; its papers stay drafts, which spares their drawing. The 破 case."""
    case = play.receive(petition(number, applicant_kind="DEBTOR"))
    play.assign(case, PANEL)
    for one in (1, 2, 3):
        play.add_party(case, {**creditor(one), "role": "CREDITOR", "claim_yuan": f"{1000000 * one}"})
    play.later(2)
    play.step(case, "start_direct_review", "shenzhiheng")
    play.later(5)
    play.step(case, "accept", "shenzhiheng", **acceptance(grounds=["BALANCE_SHEET"]))
    return play.child_of(case)


def an_accepted_liquidation(play: Play) -> Estate:
    """Accepted, announced, taken over; its administrator signs in as `OWN`."""
    case = accepted(play, 4)
    an_administrator(play, case, OWN, "澜江清算事务有限公司")
    play.later(3)
    claims = play.day + timedelta(days=45)
    play.step(
        case,
        "publish_acceptance",
        "heqieyu",
        channel="全国企业破产重整案件信息网",
        reference="公告第1号",
        claims_deadline=claims.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(claims + timedelta(days=10)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
    )
    play.step(case, "take_over", "heqieyu", taken_over="厂房、印章、账簿")
    with play.bench.reading() as session:
        creditors = [p.id for p in session.get_one(Case, case).parties_as(PartyRole.CREDITOR)]
    return Estate(play, case, creditors)


def ready_to_distribute(estate: Estate) -> None:
    """Three claims confirmed, an asset sold, the plan of distribution recognised."""
    for party in estate.creditors:
        estate.listed_claim(party)
    asset = estate.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床一批")
    estate.part("assets", asset, "take_over_asset")
    estate.part("assets", asset, "appraise", appraiser="江澜评估事务所", appraised_fen="800000")
    first_meeting(estate)
    estate.step("confirm_claims", "shenzhiheng", serials="1-3")
    declared(estate, asset)


def first_meeting(estate: Estate) -> None:
    """The window for claims closes, a chair is named, the first meeting held on its day."""
    estate.play.later(46)
    estate.step("appoint_chair", "shenzhiheng", chair_party_id=estate.creditors[0])
    estate.play.later(10)
    estate.step(
        "hold_first_meeting",
        present=3,
        present_fen="2700000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="核查债权表，通报管理人报酬方案。",
    )


def declared(estate: Estate, asset: int) -> None:
    """Declared bankrupt, the asset sold and paid, the plan of distribution recognised."""
    estate.step("declare_bankruptcy", "shenzhiheng", cause_stands=True, no_rescue=True, findings="资不抵债。")
    estate.step("propose_realisation_plan", plan="网络拍卖。")
    estate.step("decide_realisation_plan", **FIGURES)
    estate.part("assets", asset, "offer", method="AUCTION", reserve_fen="700000")
    estate.step("dispose_asset", asset_serial=asset, buyer="江澜重工有限公司", price_fen="750000")
    estate.part("assets", asset, "receive_price", received_fen="750000")
    estate.step(
        "propose_distribution_plan",
        available_fen="700000",
        remuneration_fen="50000",
        order_and_ratio="职工债权全额清偿，普通债权按比例清偿。",
        method="银行转账。",
    )
    estate.step("distribution_plan_passed", **FIGURES)
    estate.step("recognise_distribution_plan", "shenzhiheng", reason="表决程序合法。")


def a_distributed_liquidation(play: Play) -> Estate:
    """Played until the final distribution, with a claim in suit and one of an employee."""
    estate = an_accepted_liquidation(play)
    for party in estate.creditors:
        estate.listed_claim(party)
    estate.begin(
        "claims",
        "list_employee_claim",
        creditor_name="赵工",
        filed_fen="50000",
        basis="工资",
        publicised_on=play.day.isoformat(),
    )
    asset = estate.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床一批", book_fen="1200000")
    estate.part("assets", asset, "take_over_asset")
    estate.part("assets", asset, "appraise", appraiser="江澜评估事务所", appraised_fen="800000")
    estate.begin(
        "submissions",
        "submit_request",
        who=OWN,
        kind="HIRE_STAFF",
        subject="关于聘用留守人员的请示",
        text="拟聘用二人看守厂房。",
        amount_fen="12000",
    )
    first_meeting(estate)
    estate.step("confirm_claims", "shenzhiheng", serials="1-2,4")
    estate.part("claims", 3, "dispute", objector="债务人", reason="数额有误。")
    estate.part("claims", 3, "sue", forum="本院")
    declared(estate, asset)
    estate.step("final_distribution", pool_fen="700000", announced_on=play.day.isoformat(), says_final=True)
    return estate
