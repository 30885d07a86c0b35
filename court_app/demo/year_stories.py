"""What becomes of the cases of the demonstration's year, one story each."""

from collections.abc import Callable
from random import Random
from typing import Any

from court_app.demo.actors import PANEL, Play
from court_app.demo.liquidations import (
    JUDGE,
    Course,
    announced,
    confirmed,
    declared,
    file,
    filed_and_listed,
    sued,
    to_first_meeting,
)
from court_app.demo.petition_scenes import received
from court_app.demo.proceeds import (
    deregistered,
    distributed,
    found,
    offered,
    realisation_agreed,
    recognised,
    sold,
    terminated_120,
)

Story = Callable[[Course, Random], None]


def just_received(play: Play, data: dict[str, Any], age: int) -> None:
    """A petition that nobody has looked at yet; an older one is being reviewed."""
    case = received(play, data, printed=False)
    if age > 3:
        play.assign(case, PANEL)
        play.later(2)
        play.step(case, "start_direct_review", JUDGE)


def withdrawn(play: Play, data: dict[str, Any], age: int) -> None:
    """A petition that is taken back."""
    case = received(play, data, printed=False)
    play.assign(case, PANEL)
    play.later(min(5, age))
    play.step(
        case,
        "withdraw_application",
        JUDGE,
        asked_on=play.day.isoformat(),
        reason="申请人与主要债权人达成和解，申请撤回。",
    )


def refused(play: Play, data: dict[str, Any], age: int) -> None:
    """A petition that is refused."""
    case = received(play, data, printed=False)
    play.assign(case, PANEL)
    play.later(min(2, age))
    play.step(case, "start_direct_review", JUDGE)
    play.later(min(6, max(age - 2, 0)))
    play.step(
        case, "reject", JUDGE, ground="no_cause", reason="资产大于负债，且经营收入稳定。", appealable=True
    )


def claims_open(course: Course, random: Random) -> None:
    """Announced, claims come in."""
    announced(course, taken_over="账册、印章" if random.random() < 0.7 else "")
    for claim in course.claims:
        file(course, claim)


def first_meeting(course: Course, random: Random) -> None:
    """The first meeting has verified the claims."""
    if random.random() < 0.7:
        undisputed(course)
        return
    to_first_meeting(course)
    sued(course, 1)


def undisputed(course: Course) -> None:
    """Nobody objects, and the court confirms."""
    to_first_meeting(course)
    confirmed(course)


def realising(course: Course, random: Random) -> None:
    """Declared, some of the estate sold."""
    undisputed(course)
    declared(course)
    realisation_agreed(course, "网络拍卖，流拍后降价再次拍卖。")
    for name in ("机器设备一批", "运输车辆"):
        value = random.randint(20, 300) * 1_000
        serial = found(course, "EQUIPMENT", name, value)
        offered(course, serial, value * 8 // 10)
        if random.random() < 0.6:
            course.later(3)
            sold(course, serial, value)


def estate_sold(course: Course, share: int) -> int:
    """Declared and sold for a share (percent) of all claims; returns what there is to distribute."""
    undisputed(course)
    declared(course)
    pool = sum(claim.admitted for claim in course.claims) * share // 100
    realisation_agreed(course, "网络拍卖，流拍后降价再次拍卖。")
    serial = found(course, "BUILDING", "厂房及附属设施", pool)
    offered(course, serial, pool * 8 // 10)
    course.later(10)
    sold(course, serial, pool)
    return pool


def interim(course: Course, random: Random) -> None:
    """A first distribution."""
    pool = estate_sold(course, random.randint(20, 60))
    recognised(course, pool)
    distributed(course, pool // 2, final=False)


def to_the_end(course: Course, random: Random) -> None:
    """Distributed, terminated."""
    pool = estate_sold(course, random.randint(8, 45))
    recognised(course, pool)
    distributed(course, pool)
    terminated_120(course, report="破产财产已按分配方案支付完毕，明细附后。")


def to_the_register(course: Course, random: Random) -> None:
    """Terminated and struck off."""
    to_the_end(course, random)
    deregistered(course)


def nothing_there(course: Course, random: Random) -> None:
    """Nothing to distribute."""
    undisputed(course)
    declared(course)
    terminated_120(course)
    if random.random() < 0.5:
        deregistered(course)


def expenses_not_covered(course: Course, random: Random) -> None:
    """The estate does not cover the expenses (EBL 43)."""
    announced(course)
    filed_and_listed(course)
    course.later(random.randint(20, 30))
    course.step(
        "request_termination_43", reason="财产不足以支付破产费用。", estate_fen="12000", expenses_fen="56000"
    )
    course.later(7)
    course.step("terminate_43", JUDGE, reason="无人垫付破产费用。", nobody_advances=True)


def settled(course: Course, random: Random) -> None:
    """The debtor settles with everybody, or a third party stands in."""
    announced(course)
    course.later(random.randint(10, 30))
    if random.random() < 0.5:
        course.step(
            "terminate_105",
            JUDGE,
            agreed_on=course.play.day.isoformat(),
            unanimous=True,
            reason="债务人与全体债权人自行达成协议。",
        )
        return
    course.step(
        "terminate_108", JUDGE, by_third_party=True, all_due_debts=True, reason="第三人清偿了全部到期债务。"
    )


def books_missing(course: Course, _random: Random) -> None:
    """Persons and books are missing."""
    announced(course)
    course.later(40)
    course.step("terminate_unable", JUDGE, missing="法定代表人、账册", reason="人员和账册下落不明。")


PETITIONS = (just_received, withdrawn, refused)
STORIES: tuple[tuple[int, int, Story], ...] = (
    (14, 2, claims_open),
    (60, 4, first_meeting),
    (75, 4, realising),
    (90, 3, interim),
    (110, 5, to_the_end),
    (120, 8, to_the_register),
    (80, 3, nothing_there),
    (60, 4, expenses_not_covered),
    (60, 2, settled),
    (60, 1, books_missing),
)
"""From which age in days, how often, what became of a liquidation."""
