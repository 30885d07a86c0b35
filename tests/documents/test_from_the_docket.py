"""What the steps of a real case find out stands in its papers: votes, reasons, sums, numbers of rulings."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from court_app.bench import Bench
from court_app.demo import petition_scenes as scenes
from court_app.demo.actors import Play
from court_app.demo.people import create_courts, create_people
from court_app.services.procedure import parts
from court_app.settings import Settings
from documents.drafting import missing, sections
from models import Case, Document
from models.vocabulary import DocumentKind, PartyRole
from tests.stages import Stages

pytestmark = pytest.mark.slow
K = DocumentKind
CLERK, JUDGE = "heqieyu", "shenzhiheng"
SUCCESSOR = {
    "administrator_kind": "ORGANISATION",
    "administrator_name": "江澜正序律师事务所",
    "administrator_head": "林霁",
    "administrator_address": "江澜市望江路18号3层",
    "administrator_phone": "0000-5556667",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A case whose first meeting was held, and its actors."""

    play: Play
    case: int

    def step(self, name: str, who: str = CLERK, **data: Any) -> None:
        self.play.step(self.case, name, who, **data)

    def begin(self, path: str, step: str, **data: Any) -> int:
        with self.play.bench.writing() as session, session.begin():
            occasion = self.play.occasion(session, CLERK)
            return int(parts.begin(occasion, self.case, path, step, data).subject.serial)

    def part(self, path: str, serial: int, name: str, who: str = CLERK, **data: Any) -> None:
        with self.play.bench.writing() as session, session.begin():
            occasion = self.play.occasion(session, who)
            parts.take_step(occasion, self.case, path, serial, name, data, version=None)

    def text(self, kind: DocumentKind) -> str:
        """The last paper of a kind as it was drafted; nothing in it may be open."""
        with self.play.bench.reading() as session:
            papers = session.query(Document).filter(Document.case_id == self.case, Document.kind == kind)
            paper = papers.order_by(Document.id.desc()).first()
            assert paper is not None
            assert missing(kind, paper.facts, paper.blocks) == []
            written = sections(kind, paper.facts, paper.blocks)
        return "\n".join(line for lines in written.values() for line in lines)


@pytest.fixture
def scene(settings: Settings, stages: Stages) -> Iterator[Scene]:
    """A case after its first meeting, at which three creditors' claims were verified."""
    day, people, case = stages.play("docket", settings, a_case_after_its_first_meeting)
    bench = Bench.of(settings)
    yield Scene(Play(bench, day, people), case)
    bench.database.dispose()


def a_case_after_its_first_meeting(settings: Settings) -> tuple[date, dict[str, int], int]:
    bench = Bench.of(settings)
    play = Play(bench, date(2026, 3, 2))
    with bench.writing() as session, session.begin():
        people = create_people(session, create_courts(session), play.now)
        play.people = {username: user.id for username, user in people.items()}
    staged = Scene(play, scenes.accepted(play, 4))
    up_to_the_first_meeting(staged)
    return play.day, play.people, staged.case


def up_to_the_first_meeting(scene: Scene) -> None:
    scene.play.later(3)
    deadline = scene.play.day + timedelta(days=45)
    scene.step(
        "publish_acceptance",
        channel="全国企业破产重整案件信息网",
        reference="1",
        claims_deadline=deadline.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(deadline + timedelta(days=10)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
    )
    with scene.play.bench.reading() as session:
        creditors = [p.id for p in session.get_one(Case, scene.case).parties_as(PartyRole.CREDITOR)]
    for creditor in creditors:
        serial = scene.begin(
            "claims", "file_claim", creditor_id=creditor, filed_fen="1000000", basis="货款", evidence="合同"
        )
        scene.part("claims", serial, "register_claim")
        scene.part(
            "claims",
            serial,
            "review_claim",
            claim_class="ORD",
            admitted_fen="900000",
            limitation_kept=True,
            opinion="属实",
        )
        scene.part("claims", serial, "list_claim")
    scene.play.later(46)
    scene.step("appoint_chair", JUDGE, chair_party_id=creditors[0])
    scene.play.later(10)
    scene.step(
        "hold_first_meeting",
        present=3,
        present_fen="2700000",
        claims_verified=True,
        remuneration_reported=True,
        minutes="核查债权",
    )


def passed(scene: Scene, matter: str, subject: str) -> int:
    return scene.begin(
        "resolutions",
        "resolution_passed",
        present=3,
        for_heads=3,
        for_fen="2700000",
        total_fen="2700000",
        meeting_serial=1,
        matter=matter,
        subject=subject,
    )


def test_a_ruling_on_a_plan_tells_the_vote_and_holds_the_plan(scene: Scene) -> None:
    scene.step("propose_management_plan", plan="财产由管理人统一保管。\n账户资金专户存储。")
    scene.step("decide_management_plan", present=3, for_heads=1, for_fen="900000", total_fen="2700000")
    scene.step("rule_management_plan", JUDGE, reason="方案有利于财产保值。")
    scene.step(
        "reconsider",
        JUDGE,
        plan="mgmt_plan",
        asked_by="江澜融通小额贷款有限公司",
        asked_on=scene.play.day.isoformat(),
        upheld=True,
        reason="复议理由与查明的事实不符。",
    )

    ruling, answer = scene.text(K.MANAGEMENT_PLAN_RULING), scene.text(K.RECONSIDERATION_DECISION)

    assert "第一次债权人会议表决，未获通过" in ruling
    assert "出席会议的有表决权的债权人3人，同意的1人" in ruling
    assert ruling.endswith("财产由管理人统一保管。\n账户资金专户存储。")
    assert "维持本院（2026）豫97破1号民事裁定。" in answer


def test_confirmed_claims_are_listed_with_the_day_of_their_verification(scene: Scene) -> None:
    scene.step("confirm_claims", JUDGE, serials="1-2")

    text = scene.text(K.CLAIMS_RULING)

    assert "的2笔债权，债权额共计人民币1800000元" in text
    assert "| 合计 | 2笔 | | 1,800,000.00 |" in text
    assert f"于2026年{scene.play.day.month}月{scene.play.day.day}日提交债权人会议核查" in text


def test_a_revocation_tells_who_asked_for_it_and_why(scene: Scene) -> None:
    serial = passed(scene, "61.5", "继续营业")
    scene.part(
        "resolutions",
        serial,
        "request_revocation",
        creditor="江澜融通小额贷款有限公司",
        ground="voting",
        harm="表决权计算有误。",
    )
    scene.part("resolutions", serial, "revoke_in_part", JUDGE, part="第二项", reason="表决违反法定程序。")

    text = scene.text(K.REVOCATION_RULING)

    assert "申请人：江澜融通小额贷款有限公司" in text
    assert "以会议的表决违反法定程序、损害其利益为由" in text
    assert "第十二条第一款第二项、第二款之规定" in text
    assert "“继续营业”决议中的下列部分：第二项。" in text


def test_a_replacement_tells_who_asked_for_it_and_later_papers_name_the_successor(scene: Scene) -> None:
    resolution = passed(scene, "61.2", "申请更换管理人")
    scene.part(
        "appointments", 1, "request_replacement", reason="疏于保管财产。", resolution_serial=resolution
    )
    scene.part("appointments", 1, "explain", explanation="财产由专人保管。")
    scene.part("appointments", 1, "decide_replacement", JUDGE, reason="管理人未依法报告工作。", **SUCCESSOR)
    scene.step("confirm_claims", JUDGE)

    notice, decision = scene.text(K.EXPLANATION_NOTICE), scene.text(K.REPLACEMENT_DECISION)
    announcement, later = scene.text(K.REPLACEMENT_ANNOUNCEMENT), scene.text(K.CLAIMS_RULING)

    assert notice.startswith("江澜衡正会计师事务所：")
    assert "第三十二条第二款" in decision
    assert "一、解除江澜衡正会计师事务所" in decision
    assert "指定江澜正序律师事务所担任" in announcement
    assert "本院另行指定江澜正序律师事务所担任管理人。" in later


def test_what_comes_after_the_end_is_told_with_the_ruling_that_ended_it(scene: Scene) -> None:
    scene.step("confirm_claims", JUDGE, serials="1-2")
    scene.part("claims", 3, "dispute", objector="债务人", reason="数额有误。")
    scene.part("claims", 3, "sue", forum="本院", reference="（2026）豫97民初9号")
    scene.step(
        "request_termination_43", reason="没有可供追回的财产。", estate_fen="100", expenses_fen="500.50"
    )
    scene.step("terminate_43", JUDGE, reason="管理人的请求成立。", nobody_advances=True)
    scene.step("retain_administrator", JUDGE, reason="诉讼未了结。")
    later = {"reason": "银行退款。", "asked_on": scene.play.day.isoformat()}
    scene.step("supplementary_distribution", JUDGE, found_fen="1000", costs_fen="10", **later)

    ruling, announcement = scene.text(K.TERMINATION_43_RULING), scene.text(K.TERMINATION_ANNOUNCEMENT)
    duties, supplement = scene.text(K.DUTIES_DECISION), scene.text(K.SUPPLEMENTARY_RULING)

    assert "财产为人民币100元，已经发生和预计发生的破产费用为人民币500.50元" in ruling
    assert "一、宣告" in ruling
    assert "作出（2026）豫97破1号之一民事裁定，宣告" in announcement
    assert "（债权表第3号，由本院审理，案号（2026）豫97民初9号）。" in duties
    assert "| 3 | 江澜建安工程有限公司 | 普通债权 | 1,000,000.00 | 353.57 |" in supplement, (
        "disputed: what was filed"
    )
    assert "| 合计 | 3笔 | | 2,800,000.00 | 990.00 |" in supplement
