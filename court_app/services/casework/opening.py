"""Cases that begin: over the counter, and by a step of another case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from court_app.errors import BadInput, Forbidden
from court_app.services import numbering
from court_app.services.administrators import roster
from court_app.services.occasion import Occasion
from court_app.services.procedure import machines, steps
from court_app.services.procedure.step_records import Taken
from court_app.services.searching_keys import keys_of
from models import Agent, Case, CaseMember, Court, Party
from models.vocabulary import CaseSource, CaseType, PartyRole, ProcedureType
from workflows.law.parameters import LAW_VERSION
from workflows.payloads.days import check_days
from workflows.text import Text
from workflows.transition import Opens, Seat

PARTY_COLUMNS = (
    "role",
    "kind",
    "name",
    "name_keys",
    "short_name",
    "credit_code",
    "id_number",
    "domicile",
    "legal_representative",
    "representative_title",
    "phone",
    "service_address",
    "service_postcode",
    "electronic_address",
    "consents_to_electronic",
    "measure",
    "claim_fen",
)
PURPOSES = {
    ProcedureType.LIQUIDATION: "破产清算",
    ProcedureType.REORGANIZATION: "破产重整",
    ProcedureType.COMPOSITION: "破产和解",
}


def receive(occasion: Occasion, name: str, raw: Mapping[str, Any]) -> Case:
    """Open an application case by one of the steps that begin one.

    Raises:
        Forbidden: if nobody of a court asks.
        StepRefused: with every obstacle.
        ValidationError: if what was supplied is not well formed.
    """
    procedure = machines.PROCEDURES[CaseType.BK_APPLICATION]
    if occasion.user is None or occasion.user.court is None:
        raise Forbidden(Text("只有法院工作人员可以立案。"))
    on = steps.day_of(raw, occasion.today)
    row = procedure.row(name, None, {}, on)
    court = court_that_examines(occasion, row.seat, raw)
    blank = Case(court=court, case_type=CaseType.BK_APPLICATION, state="", flags={}, parties=[], team=[])
    steps.refuse(
        name,
        procedure.obstacles(row, blank, steps.attempt_of(occasion, blank, on=on))
        if not row.sources
        else (procedure.not_a_beginning(row),),
    )
    data = steps.read(row, raw)
    if on > occasion.today:
        steps.check_day(occasion, blank, on)
    check_days(row.reader, data, on=on, today=occasion.today)
    blank.procedure_type, blank.applicant_kind = data["procedure_type"], data["applicant_kind"]
    blank.source = getattr(row.payload, "source", CaseSource.PETITION)
    attempt = steps.attempt_of(occasion, blank, on=on, data=data)
    procedure.begin(name, blank, attempt)
    debtor = data["debtor"]["name"]
    applicant = data["applicant"]["name"] if data["applicant"] else data.get("enforcement_court", debtor)
    title = f"{applicant}申请{debtor}{PURPOSES[blank.procedure_type]}"
    if data["applicant"] is None and not data.get("enforcement_court"):
        title = f"{debtor}申请{PURPOSES[blank.procedure_type]}"
    found(occasion, blank, on, title)
    return steps.write_down(occasion, blank, row, data, attempt).case


def court_that_examines(occasion: Occasion, seat: Seat, raw: Mapping[str, Any]) -> Court:
    """The own court; where the superior court records, the court below that it names."""
    own = occasion.user.court if occasion.user else None
    if own is not None and seat == Seat.OWN:
        return own
    court = occasion.session.scalar(select(Court).where(Court.code == str(raw.get("court_code", ""))))
    if court is None:
        raise BadInput({"court_code": [Text("没有这个代字的法院；请填写下级法院的代字。")]})
    return court


def found(occasion: Occasion, case: Case, on: date, title: str) -> None:
    """Give a new case its number and its place in the database."""
    with occasion.session.no_autoflush:
        serial = numbering.allot(occasion.session, case.court, case.case_type, on.year)
    case.year, case.serial = on.year, serial
    case.number = numbering.write_number(case.court.code, case.case_type, on.year, serial)
    case.title = title[:200]
    case.received_on = case.last_effective_on = on
    case.law_version = LAW_VERSION
    case.created_at = occasion.now
    case.version = 1
    occasion.session.add(case)
    occasion.session.flush()


def follow_on(taken: Taken) -> None:
    """What a step does in other cases: open one, or take the same-named step in the case above."""
    if taken.row.opens is not None:
        open_from(taken, taken.row.opens)
    if taken.row.hands_on is not None and taken.case.parent is not None:
        steps.take(
            taken.occasion.by_the_law_itself(),
            taken.case.parent,
            taken.row.hands_on,
            {"effective_on": taken.on.isoformat()},
            version=None,
        )


def open_from(taken: Taken, opens: Opens) -> Case:
    """Open the case that a step of another case leads into."""
    parent, occasion = taken.case, taken.occasion.by_the_law_itself()
    court = parent.court if opens.seat == Seat.OWN else parent.court.superior
    if court is None:
        raise BadInput({"court": [Text("{court}没有登记上一级人民法院。", court=parent.court.name)]})
    case = Case(
        court=court,
        case_type=opens.case_type,
        state="",
        flags={"procedure": parent.procedure_type.value},
        procedure_type=parent.procedure_type,
        source=parent.source,
        applicant_kind=parent.applicant_kind,
        parent=parent,
        accepted_on=taken.on if opens.case_type == CaseType.BK_CASE else None,
        parties=[copy_of(party, taken.on) for party in parent.parties if party.until_on is None],
        team=[],
    )
    if opens.case_type == CaseType.BK_CASE:
        parent.accepted_on = taken.on
        case.parties.append(administrator_of(taken))
        case.team = [
            CaseMember(user_id=m.user_id, user=m.user, role=m.role, from_on=taken.on)
            for m in parent.team
            if m.until_on is None
        ]
    procedure = machines.PROCEDURES[opens.case_type]
    attempt = steps.attempt_of(occasion, case, on=taken.on, data=taken.data)
    row = procedure.begin(opens.by, case, attempt)
    found(occasion, case, taken.on, parent.title)
    steps.write_down(occasion, case, row, taken.data, attempt)
    return case


def copy_of(party: Party, on: date) -> Party:
    """A party as it takes part in the next case."""
    values = {name: getattr(party, name) for name in PARTY_COLUMNS}
    agents = [Agent(name=a.name, firm=a.firm, phone=a.phone) for a in party.agents]
    return Party(from_on=on, agents=agents, **values)


def administrator_of(taken: Taken) -> Party:
    """The administrator that the acceptance appoints (EBL 13), linked to the roster that lists him."""
    data = taken.data
    with taken.occasion.session.no_autoflush:
        entry = roster.by_name(taken.occasion.session, taken.case.court, data["administrator_name"])
    return Party(
        role=PartyRole.ADMINISTRATOR,
        kind=data["administrator_kind"],
        name=data["administrator_name"],
        name_keys=keys_of(data["administrator_name"]),
        legal_representative=data["administrator_head"],
        representative_title="负责人",
        domicile=data["administrator_address"],
        service_address=data["administrator_address"],
        phone=data["administrator_phone"],
        administrator_id=entry.id if entry else None,
        from_on=taken.on,
    )
