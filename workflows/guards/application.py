"""Guards of the bankruptcy application, one per provision, in the order of the statute."""

from datetime import timedelta

from models.case import Case
from models.deadline import Deadline
from models.vocabulary import (
    ApplicantKind,
    CaseSource,
    DeadlineKind,
    DeadlineStatus,
    InabilityGround,
    ProcedureType,
    TeamRole,
)
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def creditor_applied(case: Case) -> bool:
    """Whether the applicant is a creditor (EBL 10(1)), so that the debtor must be heard first."""
    return case.applicant_kind == ApplicantKind.CREDITOR


def applied_directly(case: Case) -> bool:
    """Whether EBL 10(2) governs the court's time: neither a creditor's petition nor a transfer."""
    return not creditor_applied(case) and case.source != CaseSource.EXEC


def transferred_from_enforcement(case: Case) -> bool:
    """Whether an enforcement court transferred the case (CPL-I 511)."""
    return case.source == CaseSource.EXEC


def a_creditor_applied(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(1): only on a creditor's application is the debtor notified for objections."""
    if creditor_applied(case) or (
        attempt.settings.get("exec_transfer_needs_debtor_notice") and (transferred_from_enforcement(case))
    ):
        return None
    return Obstacle(
        "not_a_creditors_application",
        Text("只有债权人提出申请的，才通知债务人并起算异议期。"),
        cite("EBL 10(1)"),
    )


def no_creditor_applied(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(2): review begins at once unless a creditor applied."""
    if not creditor_applied(case):
        return None
    return Obstacle(
        "debtor_must_be_notified",
        Text("债权人提出申请的，应当先通知债务人，异议期满后再审查。"),
        cite("EBL 10(1)"),
    )


def panel_is_formed(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 155, 157: a ruling is signed by judges and clerk, so the team must be named first."""
    judges = case.members_as(TeamRole.PRESIDING_JUDGE) or case.members_as(TeamRole.JUDGE_IN_CHARGE)
    if judges and case.members_as(TeamRole.CLERK):
        return None
    return Obstacle(
        "no_team",
        Text("尚未确定承办法官（审判长）和书记员，请先在“审判组织”中确定。"),
        cite("CPL 155", "CPL 157(3)"),
    )


def correction_period_is_over(case: Case, attempt: Attempt) -> Obstacle | None:
    """P2002-10(1): only after the period the court fixed is silence treated as withdrawal."""
    clock = clock_of(case, DeadlineKind.BA_CORRECTION)
    if clock is None or attempt.on > clock.due_on:
        return None
    return Obstacle(
        "correction_period_runs",
        Text("补正期限到{day}才届满。", day=clock.due_on),
        cite("P2002 10(1)"),
    )


def objection_is_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(1), CPL 85(4): within seven days of the notice; what was posted before expiry is in time."""
    clock = clock_of(case, DeadlineKind.BA_DEBTOR_OBJECTION)
    done_on = attempt.data.get("posted_on") or attempt.on
    if clock is None or done_on <= clock.due_on:
        return None
    return Obstacle(
        "objection_late",
        Text("异议期已于{day}届满。", day=clock.due_on),
        cite("EBL 10(1)", "CPL 85(4)"),
    )


def objection_period_has_expired(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(1): the period runs from the debtor's receipt of the notice and must be over."""
    return period_is_over(case, attempt, DeadlineKind.BA_DEBTOR_OBJECTION, "EBL 10(1)")


def appeal_period_has_expired(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(1): the refusal becomes effective when the last applicant's ten days are over."""
    return period_is_over(case, attempt, DeadlineKind.BA_APPEAL_REJECT, "EBL 12(1)")


def period_is_over(case: Case, attempt: Attempt, kind: DeadlineKind, place: str) -> Obstacle | None:
    """Whether every clock of a kind has begun and reached its last day."""
    clocks = [c for c in case.deadlines if c.kind == kind and c.status != DeadlineStatus.CANCELLED]
    if not clocks:
        return Obstacle(
            "period_not_begun", Text("“{kind}”尚未起算：文书还没有送达。", kind=kind), cite(place)
        )
    last = max(clock.due_on for clock in clocks)
    if attempt.on >= last:
        return None
    return Obstacle("period_runs", Text("“{kind}”到{day}才届满。", kind=kind, day=last), cite(place))


def extension_is_asked(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(3): the superior court approves what was asked of it."""
    if case.flags.get("extension") == "REQUESTED":
        return None
    return Obstacle("extension_not_asked", Text("尚未报请延长审查期限。"), cite("EBL 10(3)"))


def not_yet_extended(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(3): once."""
    if case.flags.get("extension") not in {"APPROVED", "REQUESTED"}:
        return None
    return Obstacle("already_extended", Text("审查期限只能延长一次，且已经报请或者批准。"), cite("EBL 10(3)"))


def review_period_still_runs(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 10(3): asked and approved before the period expires."""
    for kind in (DeadlineKind.BA_RULE_CREDITOR_APP, DeadlineKind.BA_RULE_DIRECT):
        clock = clock_of(case, kind)
        if clock is not None:
            if attempt.on <= clock.due_on:
                return None
            return Obstacle(
                "review_period_over",
                Text("审查期限已于{day}届满，不能再延长。", day=clock.due_on),
                cite("EBL 10(3)"),
            )
    return Obstacle("no_review_period", Text("没有正在进行的审查期限可以延长。"), cite("EBL 10(3)"))


def hearing_is_announced_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 139 through EBL 4: parties are told some days before; how many is the court's setting."""
    days = int(attempt.settings.get("hearing_notice_days", 3))
    if attempt.data["hearing_on"] - attempt.on >= timedelta(days=days):
        return None
    return Obstacle(
        "hearing_too_soon",
        Text("听证应当至少提前{days}日通知。", days=days),
        cite("EBL 4", "CPL 139"),
    )


def court_is_competent(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 3: the court of the debtor's domicile."""
    if attempt.data["has_jurisdiction"]:
        return None
    return Obstacle(
        "no_jurisdiction",
        Text("债务人住所地不在本院辖区的，应当移送管辖，不能受理。"),
        cite("EBL 3", "CPL 37"),
    )


def cause_of_bankruptcy_is_found(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 2; I1-1 to I1-4: due debts unpaid, and assets too small or ability to pay plainly gone."""
    grounds = set(attempt.data["grounds"])
    if case.procedure_type == ProcedureType.REORGANIZATION and InabilityGround.LIKELY_INABILITY in grounds:
        return None
    if not attempt.data["debts_due_unpaid"]:
        return Obstacle(
            "debts_not_due_or_paid",
            Text("未认定债务人不能清偿到期债务。"),
            cite("EBL 2(1)", "I1 2"),
        )
    if grounds - {InabilityGround.LIKELY_INABILITY}:
        return None
    return Obstacle(
        "no_cause",
        Text("须认定资产不足以清偿全部债务，或者明显缺乏清偿能力的一种情形。"),
        cite("EBL 2(1)", "I1 3", "I1 4"),
    )


def objection_is_answered(case: Case, attempt: Attempt) -> Obstacle | None:
    """I1-6(1): where the debtor objected in time, the court accepts only if the objection is unfounded."""
    if not case.flags.get("objection"):
        return None
    if attempt.data["objection_unfounded"] and attempt.data["objection_reason"]:
        return None
    return Obstacle(
        "objection_unanswered",
        Text("债务人提出了异议：受理前须认定异议不成立并说明理由。"),
        cite("EBL 10(1)", "I1 6(1)"),
    )


def refusal_may_be_appealed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(1); whether a refused transfer may be appealed is the court's decision."""
    if case.flags.get("appealable", True):
        return None
    return Obstacle(
        "not_appealable",
        Text("裁定书未告知上诉权（执行移送案件）。"),
        cite("EBL 12(1)", "CPL-I 511"),
    )


def appeal_is_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(1), CPL 85(4): within ten days of service on the applicant; posting before expiry counts."""
    clock = clock_of(case, DeadlineKind.BA_APPEAL_REJECT)
    done_on = attempt.data.get("posted_on") or attempt.on
    if clock is None or done_on <= clock.due_on:
        return None
    return Obstacle(
        "appeal_late",
        Text("上诉期已于{day}届满。", day=clock.due_on),
        cite("EBL 12(1)", "CPL 85(4)"),
    )


def clock_of(case: Case, kind: DeadlineKind) -> Deadline | None:
    """The latest clock of a kind that has not been cancelled."""
    return max(
        (c for c in case.deadlines if c.kind == kind and c.status != DeadlineStatus.CANCELLED),
        key=lambda c: c.due_on,
        default=None,
    )


def debtor_was_notified(case: Case) -> bool:
    """Whether the debtor has been drawn in (EBL 10(1)), so that it learns of a withdrawal."""
    return case.state in {"BA_OBJECTION", "BA_REVIEW"} and creditor_applied(case)


def hearing_is_scheduled(case: Case, attempt: Attempt) -> Obstacle | None:
    """A hearing is held only after notice of it (CPL 139 through EBL 4)."""
    if case.flags.get("hearing") == "SCHEDULED":
        return None
    return Obstacle("no_hearing_scheduled", Text("尚未决定并通知听证。"), cite("EBL 4", "CPL 139"))


def not_yet_escalated(case: Case, attempt: Attempt) -> Obstacle | None:
    """I1-9: the superior court orders examination once."""
    if not case.flags.get("escalated"):
        return None
    return Obstacle("already_escalated", Text("上一级人民法院已经责令审查。"), cite("I1 9"))


def creditor_applied_guard(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 174(1): there is a respondent to serve only where a creditor applied."""
    if creditor_applied(case):
        return None
    return Obstacle("no_respondent", Text("债务人自行申请的案件没有被上诉人。"), cite("CPL 174(1)"))


def copy_not_yet_served(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 174(1): the copy is served once."""
    if not case.flags.get("appeal_copy"):
        return None
    return Obstacle("copy_served", Text("上诉状副本已经送达。"), cite("CPL 174(1)"))


def file_not_yet_sent(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 174(2): the file is sent once."""
    if not case.flags.get("appeal_file_sent"):
        return None
    return Obstacle("file_sent", Text("上诉案卷已经报送。"), cite("CPL 174(2)"))
