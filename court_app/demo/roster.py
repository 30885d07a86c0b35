"""An invented roster of administrators for the demonstration court, and who signs in for them."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from models import Administrator, Court, GradeEntry, StatusEntry
from models.vocabulary import AdministratorGrade, PartyKind, RosterStatus, SanctionGround

F, P = PartyKind.ORGANISATION, PartyKind.PERSON
G = AdministratorGrade
LISTED_ON = date(2021, 3, 1)
ON_THE_ROSTER: tuple[tuple[PartyKind, str, str, str, str, AdministratorGrade], ...] = (
    (F, "江澜衡正会计师事务所", "方序", "江澜市望江路66号8层", "0000-2223334", G.FIRST),
    (F, "江澜正序律师事务所", "周祎", "江澜市中心路21号", "0000-2223301", G.FIRST),
    (F, "江澜明理律师事务所", "骆明理", "江澜市中心路88号12层", "0000-2223302", G.SECOND),
    (F, "河原中衡清算事务所有限公司", "钟衡", "河原市行政路18号", "0000-2223303", G.FIRST),
    (F, "江澜澄观会计师事务所", "程观", "江澜市临江区滨河东路5号", "0000-2223304", G.SECOND),
    (F, "江澜知行律师事务所", "纪知行", "江澜市开发区创业一路3号", "0000-2223305", G.THIRD),
    (F, "江澜安信破产清算事务所", "安信然", "江澜市望江路9号", "0000-2223306", G.THIRD),
    (F, "河原同澜律师事务所", "佟澜", "河原市长河路77号", "0000-2223307", G.SECOND),
    (F, "江澜守成会计师事务所", "寿成", "江澜市中心路130号", "0000-2223308", G.THIRD),
    (P, "闻一诺", "", "江澜市中心路21号", "0000-2223309", G.NONE),
    (P, "白执中", "", "江澜市望江路66号8层", "0000-2223310", G.NONE),
    (P, "温如许", "", "江澜市中心路88号12层", "0000-2223311", G.NONE),
)
OF_FIRM = {
    "hengzheng": "江澜衡正会计师事务所",
    "zhengxu": "江澜正序律师事务所",
    "mingli": "江澜明理律师事务所",
}
"""Which entry of the roster a user signs in for."""
SUSPENDED = "江澜安信破产清算事务所"


def create_roster(session: Session, court: Court, now: datetime) -> dict[str, Administrator]:
    """The roster of a court, by name; one firm is suspended for a year and a half."""
    entries = {}
    for serial, (kind, name, head, address, phone, grade) in enumerate(ON_THE_ROSTER, start=1):
        entries[name] = Administrator(
            court=court,
            serial=serial,
            kind=kind,
            name=name,
            head=head,
            address=address,
            phone=phone,
            statuses=[status(RosterStatus.LISTED, LISTED_ON, now)],
            grades=[GradeEntry(grade=grade, from_on=LISTED_ON, recorded_by="魏然", recorded_at=now)],
        )
    entries[SUSPENDED].statuses.append(
        status(
            RosterStatus.SUSPENDED,
            date(2025, 12, 1),
            now,
            until_on=date(2027, 6, 1),
            ground=SanctionGround.REFUSED_HANDOVER,
            reason="被更换后经责令仍不移交债务人印章和账册。",
        )
    )
    session.add_all(entries.values())
    session.flush()
    return entries


def status(
    word: RosterStatus,
    from_on: date,
    now: datetime,
    *,
    until_on: date | None = None,
    ground: SanctionGround | None = None,
    reason: str = "",
) -> StatusEntry:
    """A row of somebody's status."""
    return StatusEntry(
        status=word,
        from_on=from_on,
        until_on=until_on,
        ground=ground,
        reason=reason,
        recorded_by="魏然",
        recorded_at=now,
    )
