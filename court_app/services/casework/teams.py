"""Who works on a case: the team (审判组织), and who may not (回避)."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from court_app.errors import BadInput, Forbidden
from court_app.services.casework import cases
from court_app.services.occasion import Occasion
from models import Case, CaseMember, Recusal, User
from models.vocabulary import Role, TeamRole
from workflows.text import Text

MAY_ASSIGN = frozenset({Role.DIVISION_HEAD, Role.PRESIDENT})
NEEDS = {
    TeamRole.PRESIDING_JUDGE: Role.JUDGE,
    TeamRole.JUDGE_IN_CHARGE: Role.JUDGE,
    TeamRole.PANEL_MEMBER: Role.JUDGE,
    TeamRole.ASSISTANT: Role.ASSISTANT,
    TeamRole.CLERK: Role.CLERK,
}
ONE_ONLY = (TeamRole.PRESIDING_JUDGE, TeamRole.JUDGE_IN_CHARGE)


def assign(
    occasion: Occasion, case_id: int, places: Sequence[tuple[int, TeamRole]], *, version: int | None
) -> Case:
    """Name the whole team of a case: who is not named any more leaves it today.

    Raises:
        Forbidden: if the person may not assign teams at this court.
        BadInput: naming what does not fit.
    """
    case = cases.hold(occasion, case_id)
    must_assign(occasion, case)
    cases.must_be_fresh(case, version)
    wanted = list(dict.fromkeys(places))
    members = people(occasion, case, wanted)
    check_composition(wanted)
    check_recusals(occasion, case, members)
    standing = {(m.user_id, m.role): m for m in case.team if m.until_on is None}
    for key, member in standing.items():
        if key not in wanted:
            member.until_on = occasion.today
    for user_id, role in wanted:
        if (user_id, role) not in standing:
            case.team.append(
                CaseMember(user_id=user_id, user=members[user_id], role=role, from_on=occasion.today)
            )
    cases.touch(case)
    record(occasion, case, "assign_team", {"team": [[user_id, role.value] for user_id, role in wanted]})
    return case


def people(occasion: Occasion, case: Case, wanted: Sequence[tuple[int, TeamRole]]) -> dict[int, User]:
    """The users that are to work on a case: of its court, active, and of the right office."""
    found = {
        user.id: user
        for user in occasion.session.scalars(
            select(User).where(User.id.in_([user_id for user_id, _ in wanted]))
        )
    }
    for user_id, role in wanted:
        user = found.get(user_id)
        if user is None or not user.active or user.court_id != case.court_id:
            raise BadInput({"team": [Text("所选人员不是本院在岗人员。")]})
        if NEEDS[role] not in user.roles:
            raise BadInput({"team": [Text("{name}不能担任{role}。", name=user.name, role=role)]})
    return found


def check_composition(wanted: Sequence[tuple[int, TeamRole]]) -> None:
    """One presiding judge, one judge in charge, and a panel of an odd number of judges (CPL 40)."""
    for role in ONE_ONLY:
        if sum(place == role for _, place in wanted) > 1:
            raise BadInput({"team": [Text("{role}只能有一人。", role=role)]})
    judges = {user_id for user_id, role in wanted if NEEDS[role] == Role.JUDGE}
    if judges and len(judges) % 2 == 0:
        raise BadInput({"team": [Text("合议庭成员须为单数。")]})


def check_recusals(occasion: Occasion, case: Case, members: Mapping[int, User]) -> None:
    """Nobody comes back who was recused."""
    out = occasion.session.scalars(
        select(Recusal.user_id).where(Recusal.case_id == case.id, Recusal.user_id.in_(list(members)))
    ).all()
    if out:
        names = [members[user_id].name for user_id in out]
        raise BadInput({"team": [Text("{names}已经回避。", names=names)]})


def recuse(occasion: Occasion, case_id: int, user_id: int, reason: str) -> Recusal:
    """Shut a person out of a case (回避, CPL 47 to 50): he leaves the team and can no longer read it."""
    case = cases.hold(occasion, case_id)
    must_assign(occasion, case)
    if not reason.strip():
        raise BadInput({"reason": [Text("请填写回避理由。")]})
    user = occasion.session.get(User, user_id)
    if user is None:
        raise BadInput({"user_id": [Text("没有这个人员。")]})
    known = occasion.session.scalar(
        select(Recusal).where(Recusal.case_id == case.id, Recusal.user_id == user_id)
    )
    if known is not None:
        return known
    recusal = Recusal(case_id=case.id, user_id=user_id, reason=reason.strip(), decided_on=occasion.today)
    occasion.session.add(recusal)
    for member in case.team:
        if member.user_id == user_id and member.until_on is None:
            member.until_on = occasion.today
    cases.touch(case)
    record(occasion, case, "recuse", {"user": user_id, "reason": reason.strip()})
    return recusal


def must_assign(occasion: Occasion, case: Case) -> None:
    """Division head and president name the team of a case of their court.

    Raises:
        Forbidden: if the person is neither.
    """
    if not MAY_ASSIGN & cases.roles_in(occasion, case):
        raise Forbidden(Text("审判组织由庭长或者院长确定。"))


def record(occasion: Occasion, case: Case, step: str, payload: dict[str, Any]) -> None:
    """Write the decision into the docket."""
    cases.enter(
        occasion, case, "team", step, payload, basis="CPL 40; CPL 47" if step == "recuse" else "CPL 40"
    )
    occasion.session.flush()


def colleagues(occasion: Occasion, case: Case) -> list[User]:
    """Who could work on a case: the active users of its court."""
    return list(
        occasion.session.scalars(
            select(User).where(User.court_id == case.court_id, User.active).order_by(User.name)
        )
    )
