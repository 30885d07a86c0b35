"""The stretches of a liquidation that scenes are put together from, each by real steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from court_app.demo.actors import Play
from court_app.demo.petition_scenes import accepted
from models import Claim

JUDGE, CLERK = "shenzhiheng", "heqieyu"
WINDOW_DAYS, MEETING_DAYS = 31, 10
"""From announcement to the last day for claims, and from there to the first meeting (EBL 45, 62)."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim as a creditor files it and the administrator admits it; sums in yuan."""

    creditor: str
    filed: int
    admitted: int
    claim_class: str = "ORD"
    suspensive: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A liquidation under way: where it is played, and the claims in it."""

    play: Play
    case: int
    claims: tuple[Claimed, ...] = ()

    def step(self, name: str, who: str = CLERK, **data: Any) -> None:
        """Take a step of the case."""
        self.play.step(self.case, name, who, **data)

    def later(self, days: int) -> None:
        """Let days pass."""
        self.play.later(days)

    @property
    def total(self) -> int:
        """All admitted claims that vote without security, in yuan."""
        return sum(claim.admitted for claim in self.claims if claim.claim_class != "SEC")


def yuan(amount: int) -> str:
    """A sum as a payload reads it."""
    return f"{amount}.00"


def opened(play: Play, number: int, claims: Sequence[Claimed] = ()) -> Course:
    """Accepted on the debtor's own petition."""
    return Course(play, accepted(play, number, printed=False), tuple(claims))


def announced(course: Course, *, taken_over: str = "") -> None:
    """Three days later: announced; and, if anything is said of it, taken over."""
    course.later(3)
    last = course.play.day + timedelta(days=WINDOW_DAYS)
    with course.play.together():
        course.step(
            "publish_acceptance",
            channel="全国企业破产重整案件信息网",
            reference=f"公告第{course.case}号",
            claims_deadline=last.isoformat(),
            claims_place="江澜市望江路66号8层",
            first_meeting_on=(last + timedelta(days=MEETING_DAYS)).isoformat(),
            first_meeting_time="09:30",
            first_meeting_place="本院第一法庭",
        )
        if taken_over:
            course.step("take_over", taken_over=taken_over)


def figures_of(claim: Claimed) -> list[tuple[str, int, str]]:
    """The figures of a claim: what will be admitted is principal, what will not is interest; in yuan."""
    more = claim.filed - claim.admitted
    interest = [("INTEREST", more, "按年利率百分之六，自约定付款日计算至受理前一日")] if more else []
    return [("PRINCIPAL", claim.admitted, "合同价款减已付款"), *interest]


def file(course: Course, claim: Claimed) -> int:
    """A claim comes in; returns its number in the claims table."""
    if claim.claim_class == "EMP":
        return course.play.begin_part(
            course.case,
            "claims",
            "list_employee_claim",
            creditor_name=claim.creditor,
            filed_fen=yuan(claim.filed),
            basis="拖欠的工资、经济补偿金",
            publicised_on=course.play.day.isoformat(),
        )
    return course.play.begin_part(
        course.case,
        "claims",
        "file_claim",
        creditor_name=claim.creditor,
        claim_class=claim.claim_class,
        figures=[
            {"kind": kind, "filed_fen": yuan(sum_filed), "working": working}
            for kind, sum_filed, working in figures_of(claim)
        ],
        basis="货款、借款本金及利息",
        evidence="合同、对账单、判决书",
        security="机器设备抵押" if claim.claim_class == "SEC" else "",
        condition_kind="SUSPENSIVE" if claim.suspensive else "NONE",
        condition=claim.suspensive,
    )


def review(course: Course, serial: int, claim: Claimed) -> None:
    """The administrator registers, reviews and lists a claim."""
    if claim.claim_class == "EMP":
        return
    claims = (course.case, "claims", serial)
    course.play.part_step(*claims, "register_claim")
    course.play.part_step(
        *claims,
        "review_claim",
        claim_class=claim.claim_class,
        figures=[
            {
                "position": position,
                "admitted_fen": yuan(sum_filed if kind == "PRINCIPAL" else 0),
                "evidence_page": f"证据{position}第{position + 1}页",
                "reason": "与债务人账册、对账单一致" if kind == "PRINCIPAL" else "合同没有约定利息，不予认定",
            }
            for position, (kind, sum_filed, _) in enumerate(figures_of(claim), 1)
        ],
        limitation_kept=True,
        enforcement_kept=True,
        opinion="本金与债务人账册核对一致。" if claim.admitted == claim.filed else "本金属实，利息不予认定。",
    )
    course.play.part_step(*claims, "list_claim")


def filed_and_listed(course: Course) -> None:
    """Every claim is filed, reviewed and listed."""
    with course.play.together():
        for claim in course.claims:
            review(course, file(course, claim), claim)


def meeting_held(course: Course) -> None:
    """The window closes, the chair is appointed, the first meeting verifies the claims."""
    course.later(WINDOW_DAYS + MEETING_DAYS)
    course.step("appoint_chair", JUDGE, chair_party_id=creditor_of(course, 1))
    course.step(
        "hold_first_meeting",
        present=len(course.claims),
        present_fen=yuan(sum(claim.admitted for claim in course.claims)),
        claims_verified=True,
        remuneration_reported=True,
        minutes="管理人报告债权审查和财产调查情况，会议核查了债权表，听取了报酬方案。",
    )


def creditor_of(course: Course, serial: int) -> int:
    """The party who filed a claim."""
    with course.play.looking() as session:
        return session.scalars(
            select(Claim.party_id).where(Claim.case_id == course.case, Claim.serial == serial)
        ).one()


def met(play: Play, number: int, claims: Sequence[Claimed]) -> Course:
    """From the petition to the first meeting."""
    course = opened(play, number, claims)
    to_first_meeting(course)
    return course


def to_first_meeting(course: Course) -> None:
    """From the acceptance to the first meeting."""
    announced(course, taken_over="厂房、设备、账册、印章")
    filed_and_listed(course)
    meeting_held(course)


def confirmed(course: Course, serials: str = "") -> None:
    """The court confirms what nobody disputes."""
    course.later(2)
    course.step("confirm_claims", JUDGE, serials=serials)


def sued(course: Course, serial: int) -> None:
    """A claim is disputed at the meeting and brought before the court."""
    claims = (course.case, "claims", serial)
    course.play.part_step(*claims, "dispute", objector="债务人", reason="货物存在质量问题，数额应予扣减。")
    course.play.part_step(*claims, "sue", forum="河原省江澜市中级人民法院", reference="债权确认之诉")


def declared(course: Course) -> None:
    """Declared bankrupt."""
    course.later(5)
    course.step(
        "declare_bankruptcy",
        JUDGE,
        cause_stands=True,
        no_rescue=True,
        findings="债务人不能清偿到期债务，资产不足以清偿全部债务，无重整、和解可能。",
    )


def voted(course: Course, name: str, *, carried: bool = True) -> None:
    """A vote of everybody with a claim: by far the most for it, or too few."""
    heads = len(course.claims)
    course.step(
        name,
        present=heads,
        for_heads=(heads - 1 if heads > 2 else heads) if carried else 1,
        for_fen=yuan(course.total * (4 if carried else 1) // 5),
        total_fen=yuan(course.total),
    )


def put_to_vote(course: Course, matter: str, subject: str) -> int:
    """A motion is put to the vote at the first meeting; returns its number."""
    return course.play.begin_part(
        course.case, "motions", "put_to_vote", meeting_serial=1, matter=matter, subject=subject
    )


def balloted(course: Course, motion: int, choices: Mapping[int, str]) -> None:
    """Ballots that came on paper are keyed in, by the number of the creditor's claim."""
    with course.play.looking() as session:
        chosen = select(Claim.serial, Claim.party_id).where(Claim.case_id == course.case)
        creditor: dict[int, int] = dict(session.execute(chosen).all())
    ballots = [{"creditor_id": creditor[serial], "choice": said} for serial, said in choices.items()]
    course.play.part_step(course.case, "motions", motion, "key_ballots", ballots=ballots)
