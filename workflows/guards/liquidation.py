"""Guards of a liquidation up to the declaration: rows 2 to 13 of section 5, one per provision."""

from models.case import Case
from models.claim import Claim
from models.vocabulary import REVIEWED_NOT_FIXED, ClaimClass, ClaimState, DeadlineKind, PartyRole
from workflows.contents import contents_of
from workflows.deadlines import compute
from workflows.guards.application import clock_of
from workflows.law.citations import cite
from workflows.payloads.liquidation import WINDOWS
from workflows.text import Text, day_from
from workflows.transition import Attempt, Obstacle


def not_yet_taken_over(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 25(1)①: the property is taken over once."""
    if not case.flags.get("taken_over"):
        return None
    return Obstacle("already_taken_over", Text("管理人已经接管债务人财产。"), cite("EBL 25(1)①"))


def claim_window_has_closed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 45: the window closes with the end of its last day."""
    clock = clock_of(case, DeadlineKind.CLAIM_WINDOW)
    if clock is not None and attempt.on >= clock.due_on:
        return None
    if clock is None:
        return Obstacle("claims_not_published", Text("尚未通知债权人并公告。"), cite("EBL 14(1)"))
    return Obstacle(
        "claim_window_open", Text("债权申报期限至{day}届满。", day=clock.due_on), cite("EBL 45", "EBL 48(1)")
    )


def claim_window_is_closed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 62(1): the first meeting is held after the window for claims has closed."""
    if case.flags.get("claim_window") == "CLOSED":
        return None
    return Obstacle(
        "claim_window_not_closed",
        Text("债权申报期限届满后才能召开第一次债权人会议。"),
        cite("EBL 62(1)", "EBL 45"),
    )


def chair_is_a_creditor_with_a_vote(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 60(1): the court appoints the chair from among the creditors who may vote."""
    party_id = attempt.data["chair_party_id"]
    known = {p.id for p in case.parties if p.role in {PartyRole.CREDITOR, PartyRole.APPLICANT}}
    if party_id in known and any(gives_a_vote(claim) for claim in contents_of(attempt).claims_of(party_id)):
        return None
    return Obstacle(
        "chair_not_a_creditor",
        Text("会议主席须从已经申报债权、有表决权的债权人中指定。"),
        cite("EBL 60(1)", "EBL 59(1)"),
    )


def gives_a_vote(claim: Claim) -> bool:
    """EBL 59(1)(5): a claim that was filed and stands; employees speak through representatives."""
    return claim.state != ClaimState.WITHDRAWN.value and claim.class_voting != ClaimClass.EMP


def chair_is_appointed(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 60(2): the chair presides, so there must be one."""
    if case.flags.get("chair"):
        return None
    return Obstacle("no_chair", Text("尚未指定债权人会议主席。"), cite("EBL 60(1)", "EBL 60(2)"))


def first_meeting_not_yet_held(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 62(1): there is one first meeting."""
    if not case.flags.get("first_meeting_held"):
        return None
    return Obstacle("first_meeting_held", Text("第一次债权人会议已经召开。"), cite("EBL 62(1)"))


def first_meeting_is_held(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 61(1)⑧⑨: plans are voted on at a creditors' meeting."""
    if case.flags.get("first_meeting_held"):
        return None
    return Obstacle(
        "first_meeting_not_held",
        Text("第一次债权人会议尚未召开，不能表决。"),
        cite("EBL 61(1)⑧", "EBL 61(1)⑨"),
    )


def meeting_day_has_come(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 14(2)⑥, 63: the meeting is held on the day that the creditors were told, not before it."""
    planned = case.flags.get("first_meeting_on")
    if not planned or attempt.on >= day_from(planned):
        return None
    return Obstacle(
        "before_the_meeting_day",
        Text("通知的会议日期是{day}，不能早于该日召开。", day=day_from(planned)),
        cite("EBL 14(2)⑥", "EBL 63"),
    )


def remuneration_was_reported(case: Case, attempt: Attempt) -> Obstacle | None:
    """AR 6(2): the administrator reports the remuneration scheme at the first meeting."""
    if attempt.data["remuneration_reported"]:
        return None
    return Obstacle(
        "remuneration_not_reported",
        Text("管理人应当在第一次债权人会议上报告报酬方案。"),
        cite("AR 6(2)"),
    )


def some_claims_are_verified(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 58(2): only entries that the meeting has verified and nobody disputes are confirmed."""
    if contents_of(attempt).claims_in(ClaimState.VERIFIED):
        return None
    return Obstacle(
        "nothing_to_confirm",
        Text("没有经债权人会议核查且无异议的债权。"),
        cite("EBL 58(1)", "EBL 58(2)"),
    )


def some_claims_wait_for_an_amount(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 59(2): an amount for voting is fixed of claims that are reviewed and not fixed."""
    if contents_of(attempt).claims_in(*REVIEWED_NOT_FIXED):
        return None
    return Obstacle(
        "no_claims_to_fix",
        Text("没有已经审查、尚未确定的债权。"),
        cite("EBL 59(2)"),
    )


def extension_is_asked_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 86: within ten days after the obstacle has ended."""
    data = attempt.data
    relief = compute(
        DeadlineKind.OBSTACLE_RELIEF,
        data["obstacle_ended_on"],
        attempt.settings["calendar"],
        on=attempt.on,
    )
    if data["obstacle_ended_on"] <= data["asked_on"] <= min(relief.due_on, attempt.on):
        return None
    return Obstacle(
        "extension_asked_late",
        Text("应当在障碍消除后十日内申请顺延，最迟为{day}，且不得晚于决定日。", day=relief.due_on),
        cite("CPL 86"),
    )


def some_period_was_missed(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 86: more time is given where a period of a party has run out."""
    if any(clock.kind in WINDOWS and clock.due_on < attempt.on for clock in case.deadlines):
        return None
    return Obstacle("nothing_was_missed", Text("本案没有当事人已经耽误的期限。"), cite("CPL 86"))


def period_was_missed(case: Case, attempt: Attempt) -> Obstacle | None:
    """CPL 86: extended is a period that the case has, to a day after its end."""
    clock = clock_of(case, attempt.data["clock"])
    if clock is not None and attempt.data["until"] > clock.due_on:
        return None
    if clock is None:
        return Obstacle("no_such_period", Text("本案没有起算过这个期限。"), cite("CPL 86"))
    return Obstacle(
        "not_longer", Text("该期限原至{day}，顺延后的日期须晚于该日。", day=clock.due_on), cite("CPL 86")
    )


def dismissal_appeal_is_in_time(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(2), CPL 85(4): within ten days of service on the applicant; posting before expiry counts."""
    clock = clock_of(case, DeadlineKind.LQ_APPEAL_DISMISS)
    done_on = attempt.data.get("posted_on") or attempt.on
    if clock is None or done_on <= clock.due_on:
        return None
    return Obstacle(
        "appeal_late", Text("上诉期已于{day}届满。", day=clock.due_on), cite("EBL 12(2)", "CPL 85(4)")
    )


def dismissal_appeal_period_is_over(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 12(2): the dismissal takes effect when nobody has appealed in time."""
    clock = clock_of(case, DeadlineKind.LQ_APPEAL_DISMISS)
    if clock is not None and attempt.on >= clock.due_on:
        return None
    return Obstacle(
        "appeal_period_runs", Text("驳回裁定的上诉期尚未届满，或者尚未送达申请人。"), cite("EBL 12(2)")
    )


def cause_still_stands(case: Case, attempt: Attempt) -> Obstacle | None:
    """EBL 2, 107, 108: declared is who cannot pay; not who has been secured or has paid."""
    if attempt.data["cause_stands"] and attempt.data["no_rescue"]:
        return None
    if not attempt.data["no_rescue"]:
        return Obstacle(
            "debts_are_covered",
            Text(
                "第三人已提供足额担保或者清偿，或者债务人已清偿全部到期债务的，应当裁定终结，不能宣告破产。"
            ),
            cite("EBL 108"),
        )
    return Obstacle("no_cause", Text("未认定债务人具备破产原因。"), cite("EBL 2", "EBL 107"))


def declaration_follows_the_meeting(case: Case, attempt: Attempt) -> Obstacle | None:
    """M2018-23: after the first meeting, if the court has set so; no statute says it."""
    if case.flags.get("first_meeting_held") or not attempt.settings.get("declare_after_first_meeting"):
        return None
    return Obstacle(
        "declared_before_the_meeting",
        Text("本院要求在第一次债权人会议之后宣告破产。"),
        cite("M2018 23", "EBL 107"),
    )


def not_yet_declared_or_asked(case: Case, attempt: Attempt) -> Obstacle | None:
    """The declaration is asked for once."""
    if not case.flags.get("declaration_asked"):
        return None
    return Obstacle("declaration_asked", Text("管理人已经提请宣告破产，等待裁定。"), cite("EBL 107"))


def claims_were_verified(case: Case) -> bool:
    """I3-8: whether the claims table was before the meeting, so that the time for suits runs."""
    return bool(case.flags.get("claims_verified_on"))
