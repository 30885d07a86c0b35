"""The invented courts and their people. Passwords are for demonstration only."""

from datetime import datetime

from sqlalchemy.orm import Session

from court_app.demo.roster import OF_FIRM, create_roster
from court_app.services.casework import users
from models import Court, User
from models.vocabulary import CourtLevel, Role

PASSWORD = "poju-demo-2026"  # noqa: S105 (printed on the sign-in page of a demonstration)
R = Role
OWN, SUPERIOR = "豫97", "豫"
PEOPLE: tuple[tuple[str, str, str | None, tuple[Role, ...]], ...] = (
    ("lian", "黎安", OWN, (R.FILING_OFFICER,)),
    ("shenzhiheng", "沈知衡", OWN, (R.JUDGE,)),
    ("ouyangshen", "欧阳珅", OWN, (R.JUDGE,)),
    ("luyun", "陆赟", OWN, (R.JUDGE,)),
    ("fangyining", "方怡宁", OWN, (R.ASSISTANT,)),
    ("heqieyu", "何㛃语", OWN, (R.CLERK,)),
    ("tangbo", "唐泊", OWN, (R.DIVISION_HEAD, R.JUDGE)),
    ("weiran", "魏然", OWN, (R.PRESIDENT,)),
    ("guyin", "顾印", OWN, (R.SEAL_KEEPER,)),
    ("jiancha", "简察", OWN, (R.AUDITOR,)),
    ("guanli", "管立", None, (R.SYSTEM_ADMIN,)),
    ("suli", "苏立", SUPERIOR, (R.FILING_OFFICER,)),
    ("gaoyuan", "高原", SUPERIOR, (R.JUDGE,)),
    ("bailu", "白鹭", SUPERIOR, (R.JUDGE,)),
    ("qinchuan", "秦川", SUPERIOR, (R.JUDGE,)),
    ("shuji", "舒季", SUPERIOR, (R.CLERK,)),
    ("tingzhang", "庭樟", SUPERIOR, (R.DIVISION_HEAD,)),
    ("yinxin", "印心", SUPERIOR, (R.SEAL_KEEPER,)),
    ("hengzheng", "方序", None, (R.ADMINISTRATOR,)),
    ("zhengxu", "周祎", None, (R.ADMINISTRATOR,)),
    ("mingli", "骆明理", None, (R.ADMINISTRATOR,)),
)


def create_courts(session: Session) -> dict[str, Court]:
    """Three invented courts, one above the other."""
    high = Court(
        code=SUPERIOR,
        name="河原省高级人民法院",
        level=CourtLevel.HIGH,
        settings={},
        address="河原市行政路1号",
        phone="0000-1000000",
    )
    own = Court(
        code=OWN,
        name="河原省江澜市中级人民法院",
        level=CourtLevel.INTERMEDIATE,
        superior=high,
        settings={},
        address="江澜市中心路100号",
        phone="0000-8889990",
    )
    basic = Court(
        code="豫9701",
        name="河原省江澜市临江区人民法院",
        level=CourtLevel.BASIC,
        superior=own,
        settings={},
        address="江澜市临江区法院路1号",
        phone="0000-6667770",
    )
    session.add_all([high, own, basic])
    session.flush()
    return {court.code: court for court in (high, own, basic)}


def create_people(session: Session, courts: dict[str, Court], now: datetime) -> dict[str, User]:
    """Every role once or more, by user name; administrators belong to the roster of the own court."""
    entries = create_roster(session, courts[OWN], now)
    hashed = users.HASHER.hash(PASSWORD)
    return {
        username: users.create_user(
            session,
            username=username,
            name=name,
            password=PASSWORD,
            court=courts[court] if court else None,
            roles=roles,
            administrator=entries.get(OF_FIRM.get(username, "")),
            now=now,
            hashed=hashed,
        )
        for username, name, court, roles in PEOPLE
    }
