"""Guards of documents and deliveries, in the order of `document-process.md`.

`attempt.settings` holds, besides the court's settings, what the service knows of the paper: `approval`
(the level that must approve), `missing` (blocks and characters that forbid issuing), `readiness` (faults of
the machine: fonts, subsetter, certificate).
"""

from models.delivery import Delivery
from models.document import Document
from models.vocabulary import (
    OF_ADMINISTRATOR,
    ApprovalLevel,
    DeliveryMethod,
    DocumentKind,
    PartyRole,
    PublicationChannel,
    RecipientKind,
    Role,
    TeamRole,
)
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle, Seat

BY_OFFICE = {
    ApprovalLevel.PRESIDENT: Role.PRESIDENT,
    ApprovalLevel.FILING_OFFICER: Role.FILING_OFFICER,
}
"""Levels of approval that an office holds, whoever is on the team."""
RULINGS = frozenset(kind for kind in DocumentKind if kind.value.endswith("_RULING"))


def every_block_is_filled(document: Document, attempt: Attempt) -> Obstacle | None:
    """A paper goes to approval when nothing in it is left open and a font covers every character."""
    missing = attempt.settings.get("missing") or []
    if not missing:
        return None
    return Obstacle("blocks_open", Text("文书还不能送审：{missing}", missing=list(missing)), cite("DESIGN"))


def administrator_or_court(document: Document, attempt: Attempt) -> Obstacle | None:
    """The administrator works on papers of his own alone; he has no hand in what court or creditors make."""
    if not is_administrator(attempt) or document.kind in OF_ADMINISTRATOR:
        return None
    return Obstacle("not_the_administrators", Text("管理人只能处理自己的文书。"), cite("DESIGN"))


def its_maker_signs(document: Document, attempt: Attempt) -> Obstacle | None:
    """EBL 13, AA 29: what goes out under the administrator's seal, he alone seals and sends out."""
    if document.kind not in OF_ADMINISTRATOR:
        return administrator_or_court(document, attempt)
    if is_administrator(attempt):
        return None
    return Obstacle(
        "only_the_administrator", Text("管理人的文书由管理人自己签发、用印和发出。"), cite("AA 29", "DESIGN")
    )


def is_administrator(attempt: Attempt) -> bool:
    """Whether somebody who acts for the administrator takes the step."""
    return Role.ADMINISTRATOR in attempt.standing.get(Seat.OWN, frozenset())


def author_or_judge(document: Document, attempt: Attempt) -> Obstacle | None:
    """The author works on his draft; a judge of the team on any."""
    judge = Role.JUDGE in attempt.standing.get(Seat.OWN, frozenset())
    if judge or document.author_id in {None, attempt.user_id}:
        return None
    return Obstacle("not_the_author", Text("草稿只能由起草人或者本案法官修改。"), cite("DESIGN"))


def may_approve(document: Document, attempt: Attempt) -> Obstacle | None:
    """Document process, section 3: who approves is a setting per kind."""
    level = ApprovalLevel(attempt.settings["approval"])
    if level == ApprovalLevel.ADMINISTRATOR:
        return its_maker_signs(document, attempt)
    if level in BY_OFFICE:
        fits = BY_OFFICE[level] in attempt.standing.get(Seat.OWN, frozenset())
    elif level == ApprovalLevel.CHAIR:
        return the_bench_records_it(attempt)
    elif level == ApprovalLevel.PRESIDING_JUDGE:
        single = not document.case.members_as(TeamRole.PRESIDING_JUDGE)
        head = TeamRole.JUDGE_IN_CHARGE if single else TeamRole.PRESIDING_JUDGE
        fits = head in attempt.team_roles
    else:
        fits = bool({TeamRole.JUDGE_IN_CHARGE, TeamRole.PRESIDING_JUDGE} & attempt.team_roles)
    if fits:
        return None
    return Obstacle(
        "not_the_approver", Text("本文书须由{level}。", level=level), cite("CPL 155", "CPL 157(3)")
    )


def the_bench_records_it(attempt: Attempt) -> Obstacle | None:
    """EBL 60(2): what the chair has signed is put on record by the judge who looks after the case."""
    if {TeamRole.JUDGE_IN_CHARGE, TeamRole.PRESIDING_JUDGE} & attempt.team_roles:
        return None
    return Obstacle(
        "not_recorded_by_the_bench", Text("会议主席签名后，由承办法官或者审判长记录。"), cite("EBL 60(2)")
    )


def panel_has_spoken(document: Document, attempt: Attempt) -> Obstacle | None:
    """A ruling is the panel's: each member agrees or his dissent is on record (CPL 45)."""
    if document.kind not in RULINGS:
        return None
    judges = {m.user_id: m.user.name for m in document.case.team if m.until_on is None and m.role in JUDGES}
    spoken = set(document.flags.get("opinions", {}))
    silent = [name for user, name in judges.items() if str(user) not in spoken and user != attempt.user_id]
    if not silent:
        return None
    return Obstacle("panel_silent", Text("合议庭成员尚未发表意见：{names}", names=silent), cite("CPL 45"))


JUDGES = frozenset({TeamRole.PRESIDING_JUDGE, TeamRole.JUDGE_IN_CHARGE, TeamRole.PANEL_MEMBER})


def of_the_panel(document: Document, attempt: Attempt) -> Obstacle | None:
    """Opinions are the panel's members' (CPL 45)."""
    if JUDGES & attempt.team_roles:
        return None
    return Obstacle("not_of_the_panel", Text("只有合议庭成员可以发表意见。"), cite("CPL 45"))


def made_on_is_no_later_day(document: Document, attempt: Attempt) -> Obstacle | None:
    """A paper bears the day of its approval or an earlier one, never a day to come."""
    made_on = attempt.data.get("made_on")
    if made_on is None or made_on <= attempt.on:
        return None
    return Obstacle("made_in_future", Text("落款日期不得晚于签发之日。"), cite("DESIGN"))


def machine_is_ready(document: Document, attempt: Attempt) -> Obstacle | None:
    """Sealing makes the final bytes: fonts, subsetter and certificate must be there."""
    faults = attempt.settings.get("readiness") or []
    if not faults:
        return None
    return Obstacle("not_ready", Text("本机暂不能制作文书：{faults}", faults=list(faults)), cite("DESIGN"))


def not_itself_a_correction(document: Document, attempt: Attempt) -> Obstacle | None:
    """CPL 157(1)⑦: slips in judgments and rulings; a correction is corrected by a new one."""
    if document.kind in RULINGS and document.kind != DocumentKind.CORRECTION_RULING:
        return None
    return Obstacle(
        "not_a_ruling", Text("只有裁定书的笔误用补正裁定更正。"), cite("CPL 157(1)⑦", "CPL-I 245")
    )


def electronic_needs_consent(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """CPL 90; ODR 29: electronic service needs the recipient's recorded consent and address."""
    if attempt.data["method"] != DeliveryMethod.ELECTRONIC:
        return None
    party = delivery.party
    address = attempt.data.get("address") or (party.electronic_address if party else "")
    creditors_notice = (
        party is not None
        and party.role == PartyRole.CREDITOR
        and (delivery.document.kind == DocumentKind.CREDITOR_NOTICE)
    )
    if address and (creditors_notice or (party is not None and party.consents_to_electronic)):
        return None
    return Obstacle(
        "no_consent",
        Text("电子送达须有受送达人的同意和电子送达地址。"),
        cite("CPL 90(1)", "ODR 29"),
    )


def not_for_the_public(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """An announcement is not sent to anybody: it reaches the public by being published (O2020 item 1)."""
    if delivery.recipient_kind != RecipientKind.PUBLIC:
        return None
    return Obstacle(
        "public_is_not_sent_to", Text("公告以发布的方式送达公众，请登记发布情况。"), cite("O2020 1")
    )


def for_the_public(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """Only what is meant for the public is published."""
    if delivery.recipient_kind == RecipientKind.PUBLIC:
        return None
    return Obstacle("not_public", Text("这份文书不是向公众发布的公告。"), cite("O2020 1"))


def on_the_national_site(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """The national site is mandatory; all else comes in addition (O2020 item 1)."""
    if attempt.data["channel"] == PublicationChannel.NATIONAL_SITE:
        return None
    return Obstacle("other_channel", Text("公告须在全国企业破产重整案件信息网发布。"), cite("O2020 1"))


def served_after_sending(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """Nothing arrives before it was sent, and nothing is recorded before it happened."""
    served_on = attempt.data["served_on"]
    if delivery.sent_on is not None and served_on < delivery.sent_on:
        return Obstacle(
            "served_before_sent",
            Text("送达日期早于发出日期{day}。", day=delivery.sent_on),
            cite("CPL 87"),
        )
    if served_on > attempt.on:
        return Obstacle("served_in_future", Text("送达日期不得晚于记录之日。"), cite("CPL 87"))
    return None


def other_ways_failed(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """CPL 95: announcement is the last way; a reason is recorded with it."""
    if delivery.flags.get("failed"):
        return None
    return Obstacle("not_yet_failed", Text("其他方式均未能送达时，才可以公告送达。"), cite("CPL 95(1)"))


def announcement_period_is_over(delivery: Delivery, attempt: Attempt) -> Obstacle | None:
    """CPL 95: served when the days after the announcement have passed."""
    deemed_on = delivery.flags.get("deemed_on")
    if deemed_on is not None and attempt.on.isoformat() >= deemed_on:
        return None
    return Obstacle(
        "announcement_runs",
        Text("公告期间尚未届满（{day}）。", day=deemed_on or "—"),
        cite("CPL 95(1)"),
    )
