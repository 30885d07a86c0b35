"""Who may do what: role × court × team; what is not allowed here is forbidden.

Pure functions over a user and a case; who is recused comes as an argument.
"""

from collections.abc import Mapping

from models import Appointment, Case, Document, Party, Selection, User
from models.vocabulary import DocumentKind, PartyRole, Role, TeamRole
from workflows.transition import Seat

BY_OFFICE = frozenset({Role.FILING_OFFICER, Role.DIVISION_HEAD, Role.PRESIDENT, Role.SEAL_KEEPER})
"""Roles that hold in every case of their court, by office."""
BY_TEAM: dict[TeamRole, Role] = {
    TeamRole.PRESIDING_JUDGE: Role.JUDGE,
    TeamRole.JUDGE_IN_CHARGE: Role.JUDGE,
    TeamRole.PANEL_MEMBER: Role.JUDGE,
    TeamRole.ASSISTANT: Role.ASSISTANT,
    TeamRole.CLERK: Role.CLERK,
}
"""Which role a place in the team lets a person hold in that one case."""
AT_SUPERIOR = frozenset(
    {Role.FILING_OFFICER, Role.JUDGE, Role.CLERK, Role.DIVISION_HEAD, Role.PRESIDENT, Role.SEAL_KEEPER}
)
READS_WHOLE_COURT = frozenset(
    {Role.FILING_OFFICER, Role.DIVISION_HEAD, Role.PRESIDENT, Role.SEAL_KEEPER, Role.AUDITOR}
)
REACHES_SUPERIOR = frozenset({"escalated", "extension"})
"""Flags of a case that bring it before the superior court."""
Standing = Mapping[Seat, frozenset[Role]]
NOWHERE: Standing = {Seat.OWN: frozenset(), Seat.SUPERIOR: frozenset()}


def standing_of_system() -> Standing:
    """The system records what the law itself brings about, at any court."""
    alone = frozenset({Role.SYSTEM})
    return {Seat.OWN: alone, Seat.SUPERIOR: alone}


def team_roles(user: User, case: Case) -> frozenset[TeamRole]:
    """The places that a user holds in a case's team now."""
    return frozenset(
        member.role for member in case.team if member.user_id == user.id and member.until_on is None
    )


def standing(user: User, case: Case, recused: bool) -> Standing:
    """The roles that a user holds in a case, by the court at which he sits; none where recused."""
    if recused or not user.active:
        return NOWHERE
    if is_administrator_of(user, case):
        return {Seat.OWN: frozenset({Role.ADMINISTRATOR}), Seat.SUPERIOR: frozenset()}
    if user.court_id is None:
        return NOWHERE
    own: frozenset[Role] = frozenset()
    superior: frozenset[Role] = frozenset()
    if user.court_id == court_of(case):
        own = user.roles & (BY_OFFICE | {BY_TEAM[place] for place in team_roles(user, case)})
    if user.court_id == case.court.superior_id:
        superior = user.roles & AT_SUPERIOR
    return {Seat.OWN: own, Seat.SUPERIOR: superior}


def is_chosen(user: User, selection: Selection) -> bool:
    """Whether a user acts for the administrator whom a selection has brought out."""
    return (
        user.active
        and user.court_id is None
        and Role.ADMINISTRATOR in user.roles
        and user.administrator_id is not None
        and user.administrator_id == selection.chosen_id
    )


def standing_of_chosen(user: User, selection: Selection, recused: bool) -> Standing:
    """Who is chosen declares for himself, before the case knows him; nobody else from outside does."""
    if recused or not is_chosen(user, selection):
        return NOWHERE
    return {Seat.OWN: frozenset({Role.ADMINISTRATOR}), Seat.SUPERIOR: frozenset()}


def court_of(case: Case) -> int:
    """The id of a case's court, also before the case is stored."""
    return case.court_id or case.court.id


def may_read(user: User, case: Case, recused: bool) -> bool:
    """Whether a user may open a case."""
    if recused or not user.active or user.court_id is None:
        return False
    if user.court_id == court_of(case):
        return bool(user.roles & READS_WHOLE_COURT or team_roles(user, case))
    if user.court_id == case.court.superior_id:
        return bool(user.roles & AT_SUPERIOR and REACHES_SUPERIOR & case.flags.keys())
    return False


def is_administrator_of(user: User, case: Case) -> bool:
    """Whether a user acts for the administrator who is in office in a case."""
    return any(party.until_on is None for party in own_offices(user, case))


def hands_over(user: User, case: Case) -> bool:
    """Whether a user acts for an administrator who was replaced and has not yet handed over (AA-37)."""
    owing = case.flags.get("handing_over", [])
    return any(party.id in owing for party in own_offices(user, case))


def reports_last(user: User, case: Case) -> bool:
    """Whether a user acts for an administrator whose office has ended and whose seal still exists (AA 29)."""
    last = case.flags.get("last_report", [])
    return any(party.id in last for party in own_offices(user, case))


def own_offices(user: User, case: Case) -> list[Party]:
    """The places of administrator that a user holds or held in a case."""
    if Role.ADMINISTRATOR not in user.roles or user.administrator_id is None or user.court_id is not None:
        return []
    held = case.ever_parties_as(PartyRole.ADMINISTRATOR)
    return [party for party in held if party.administrator_id == user.administrator_id]


def standing_in_office(user: User, appointment: Appointment, recused: bool) -> Standing:
    """Who was replaced hands over, whose office ended reports that, of his own office; nothing else."""
    case = appointment.case
    if recused or not user.active or not (hands_over(user, case) or reports_last(user, case)):
        return NOWHERE
    if appointment.party_id not in {party.id for party in own_offices(user, case)}:
        return NOWHERE
    return {Seat.OWN: frozenset({Role.ADMINISTRATOR}), Seat.SUPERIOR: frozenset()}


def standing_over_last_paper(user: User, document: Document, recused: bool) -> Standing:
    """Whose office ended sends out his last report; no other paper of the case."""
    case, own = document.case, {party.id for party in own_offices(user, document.case)}
    if recused or not user.active or not reports_last(user, case):
        return NOWHERE
    if document.kind != DocumentKind.DUTIES_REPORT or document.flags.get("part_party") not in own:
        return NOWHERE
    return {Seat.OWN: frozenset({Role.ADMINISTRATOR}), Seat.SUPERIOR: frozenset()}


def acts_outside(user: User) -> bool:
    """Whether a user sits at no court and acts for an administrator: he sees what a case shares with him."""
    return Role.ADMINISTRATOR in user.roles and user.court_id is None


def may_take_part(user: User, case: Case, recused: bool) -> bool:
    """Whether a user may see what a case shares with its administrator: steps, claims, assets, meetings."""
    if recused or not user.active:
        return False
    inside = is_administrator_of(user, case) or hands_over(user, case) or reports_last(user, case)
    return inside or may_read(user, case, recused)


def may_work_as_administrator(user: User, case: Case, recused: bool) -> bool:
    """Whether a user makes the administrator's papers: who is in office, or makes his last report."""
    return user.active and not recused and (is_administrator_of(user, case) or reports_last(user, case))


def may_administer(user: User) -> bool:
    """Whether a user keeps users and settings of an installation; he sees no case by that."""
    return user.active and Role.SYSTEM_ADMIN in user.roles
