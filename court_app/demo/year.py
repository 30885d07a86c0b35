"""A year at the demonstration court: some hundred and fifty cases, the same ones each time, by real steps.

How far a case has come depends on its age and on a seeded choice. Few papers are made.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from court_app.bench import Bench
from court_app.demo.actors import Hands, Play
from court_app.demo.cases import staged
from court_app.demo.liquidations import (
    Claimed,
    Course,
    announced,
)
from court_app.demo.petition_scenes import taken_in
from court_app.demo.petitions import COMPANIES, code, petition
from court_app.demo.year_stories import PETITIONS, STORIES, claims_open, first_meeting
from models import Case
from models.vocabulary import DocumentKind as D

CASES, SEED, DAYS = 150, 20070601, 365
PRINTED_EVERY = 25
"""Of so many cases one has its acceptance ruling made."""
MONTHS = (9, 5, 12, 11, 10, 11, 10, 9, 12, 11, 13, 14)
"""How busy each month is, January first: few petitions around the spring festival, many in December."""
PLACES = ("江澜", "望川", "临江", "澜港", "澜溪", "青河", "东渚", "白石")
WORDS = (
    "恒昌",
    "瑞安",
    "德润",
    "云岭",
    "金禾",
    "海鸣",
    "长风",
    "锦绣",
    "同泰",
    "嘉木",
    "星野",
    "晨曦",
    "百川",
    "华章",
    "远志",
    "丰禾",
    "润泽",
    "天工",
    "新程",
    "永济",
)
TRADES = (
    ("机械有限公司", "机械零部件的制造与销售"),
    ("纺织有限公司", "纺织品的生产与销售"),
    ("食品有限公司", "食品的加工与销售"),
    ("置业有限公司", "房地产开发与经营"),
    ("物流有限公司", "道路货物运输与仓储"),
    ("电子有限公司", "电子元器件的生产"),
    ("建材有限公司", "建筑材料的销售"),
    ("农业发展有限公司", "农产品的种植与销售"),
)
LARGE = {20: 60, 55: 40, 135: 300}
"""Which cases of the year have how many creditors."""
MOST_REVIEWED = 100
"""With more creditors than this the claims of a case are still coming in."""


def load_year(bench: Bench, today: date, say: Callable[[str], None], *, cases: int = CASES) -> int:
    """Play the year into an empty database, telling how far it is; returns how many petitions came in."""
    random = Random(SEED)  # noqa: S311 (the same year each time is what is wanted)
    days = days_of_receipt(random, today, cases)
    play = staged(bench, days[0])
    for number, day in enumerate(days):
        play.day = day
        with play.together():
            play_case(play, random, number, (today - day).days)
        if (number + 1) % 10 == 0:
            say(f"{number + 1} of {len(days)} cases, up to {day}")
    play.day = today
    play.later(0)
    return len(days)


def days_of_receipt(random: Random, today: date, cases: int) -> list[date]:
    """On which working days petitions come in, in order; busy months have more."""
    possible = [today - timedelta(days=back) for back in range(1, DAYS + 1)]
    possible = [day for day in possible if day.isoweekday() <= 5]
    weights = [MONTHS[day.month - 1] for day in possible]
    return sorted(random.choices(possible, weights, k=cases))


def play_case(play: Play, random: Random, number: int, age: int) -> None:
    """One case, as far as it can have come by its age."""
    procedure = random.choices(("LIQUIDATION", "REORGANIZATION", "COMPOSITION"), (44, 5, 1))[0]
    data = petition_of(number, random, procedure)
    large = number in LARGE
    if not large and (age < 30 or random.random() < 0.14):
        return random.choice(PETITIONS)(play, data, age)
    claims = claims_of(random, LARGE.get(number, random.randint(2, 6)))
    course = Course(play, taken_in(play, data, printed=False), claims)
    if number % PRINTED_EVERY == 0:
        play.issue(parent_of(play, course.case), D.ACCEPTANCE_RULING, Hands())
    if procedure != "LIQUIDATION":
        return announced(course)
    if large:
        return (claims_open if len(claims) > MOST_REVIEWED else first_meeting)(course, random)
    told = [(story, often) for least, often, story in STORIES if age >= least]
    story = random.choices([story for story, _ in told], [often for _, often in told])[0]
    return story(course, random)


def parent_of(play: Play, case_id: int) -> int:
    """The application from which a case came."""
    with play.looking() as session:
        return session.get_one(Case, case_id).parent_id or 0


def petition_of(number: int, random: Random, procedure: str) -> dict[str, Any]:
    """An invented debtor, with sums of its own."""
    trade, scope = TRADES[number % len(TRADES)]
    word = WORDS[(number * 7) % len(WORDS)]
    name = f"{PLACES[(number // len(WORDS)) % len(PLACES)]}{word}{trade}"
    data = petition(number % len(COMPANIES), procedure=procedure, applicant_kind="DEBTOR")
    assets = random.randint(40, 4_000) * 10_000
    data |= {
        "business_scope": scope,
        "assets_yuan": f"{assets}.00",
        "debts_yuan": f"{assets * random.randint(2, 9) + random.randint(1, 99_999)}.00",
        "employees": random.randint(3, 400),
    }
    data["debtor"] |= {"name": name, "short_name": f"{word}公司", "credit_code": code(5_000 + number)}
    return data


def claims_of(random: Random, count: int) -> tuple[Claimed, ...]:
    """Creditors with sums: mostly trade, now and then taxes and wages."""
    claims = []
    for place in range(count):
        filed = random.randint(3, 900) * 1_000
        admitted = filed if random.random() < 0.7 else filed * random.randint(70, 99) // 100
        name = f"{PLACES[place % len(PLACES)]}{random.choice(WORDS)}供应商行（{place + 1}）"
        claims.append(Claimed(name, filed, admitted))
    if count > 3:
        claims[-1] = replace(claims[-1], claim_class="TAX", creditor="国家税务总局江澜市税务局")
        claims[-2] = Claimed("职工代表钱小满", claims[-2].filed, claims[-2].filed, "EMP")
    return tuple(claims)
