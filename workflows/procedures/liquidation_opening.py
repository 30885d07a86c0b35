"""破, rows 1 to 5: announcement, taking over, claims window, first meeting, confirmation of claims.

These rows run in every procedure type; the state stays what it is.
"""

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import bankruptcy_case as published
from workflows.guards import liquidation as guards
from workflows.law.citations import cite
from workflows.payloads import liquidation as payloads
from workflows.payloads.application import PublishAcceptance, SeenTo
from workflows.payloads.base import WithRemark
from workflows.procedures.liquidation_terms import (
    BENCH,
    RUNNING,
    SYSTEM,
    TEAM,
    WITH_ADMINISTRATOR,
    S,
)
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

PUBLICATION_CLOCKS = (
    Starts(
        kind=DeadlineKind.CLAIM_WINDOW,
        when=published.claims_deadline_is_known,
        until_field="claims_deadline",
    ),
    Starts(kind=DeadlineKind.FIRST_MEETING, from_field="claims_deadline"),
)
PUBLICATION_PAPERS = (
    Issues(kind=DocumentKind.CREDITOR_NOTICE),
    Issues(kind=DocumentKind.ACCEPTANCE_ANNOUNCEMENT),
)
PUBLICATION_SERVICE = (
    Serves(document=DocumentKind.CREDITOR_NOTICE, on=RecipientKind.KNOWN_CREDITORS),
    Serves(document=DocumentKind.ACCEPTANCE_ANNOUNCEMENT, on=RecipientKind.PUBLIC),
)

OPENING_ROWS = (
    Transition(  # row 1
        name="publish_acceptance",
        label=Text("通知债权人并公告"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 14", "EBL 45"),
        payload=PublishAcceptance,
        guards=(published.not_yet_published,),
        checks=(
            published.claims_are_filed_within_the_window,
            published.meeting_follows_in_time,
            published.meeting_is_announced_in_time,
        ),
        sets={"published": True, "claim_window": "OPEN"},
        starts=PUBLICATION_CLOCKS,
        ends=(DeadlineKind.LQ_NOTIFY_PUBLISH,),
        documents=PUBLICATION_PAPERS,
        serves=PUBLICATION_SERVICE,
        announces=True,
        does=("call_first_meeting", "record_with_the_step"),
    ),
    Transition(  # row 2
        name="take_over",
        label=Text("管理人接管"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 25①", "EBL 20"),
        payload=payloads.TakeOver,
        guards=(guards.not_yet_taken_over,),
        sets={"taken_over": True},
        note=Text("管理人接管财产后，已中止的诉讼、仲裁继续进行。"),
    ),
    Transition(  # row 3
        name="close_claim_window",
        label=Text("债权申报期满"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("EBL 45", "EBL 48(1)"),
        payload=WithRemark,
        requires={"claim_window": "OPEN"},
        guards=(guards.claim_window_has_closed,),
        sets={"claim_window": "CLOSED"},
        ends=(DeadlineKind.CLAIM_WINDOW,),
        automatic_after=DeadlineKind.CLAIM_WINDOW,
        note=Text("期满后申报的按补充申报处理，不补充以前的分配。"),
    ),
    Transition(
        name="appoint_chair",
        label=Text("指定债权人会议主席"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 60(1)"),
        payload=payloads.ChairAppointed,
        checks=(guards.chair_is_a_creditor_with_a_vote,),
        does=("record_chair",),
        documents=(Issues(kind=DocumentKind.CHAIR_DECISION),),
        serves=(
            Serves(document=DocumentKind.CHAIR_DECISION, on=RecipientKind.CHAIR),
            Serves(document=DocumentKind.CHAIR_DECISION, on=RecipientKind.ADMINISTRATOR),
        ),
    ),
    Transition(  # row 4
        name="hold_first_meeting",
        label=Text("召开第一次债权人会议"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 60", "EBL 62(1)", "EBL 63"),
        payload=payloads.FirstMeetingHeld,
        guards=(guards.claim_window_is_closed, guards.chair_is_appointed, guards.first_meeting_not_yet_held),
        checks=(guards.meeting_day_has_come, guards.remuneration_was_reported),
        sets={"first_meeting_held": True},
        starts=(Starts(kind=DeadlineKind.CLAIM_SUIT, when=guards.claims_were_verified),),
        ends=(DeadlineKind.FIRST_MEETING,),
        does=("record_first_meeting",),
        note=Text(
            "债权表提交会议核查的，在册债权自会议之日起视为已经核查；异议人应当在核查结束后十五日内起诉。"
        ),
    ),
    Transition(  # row 5
        name="confirm_claims",
        label=Text("裁定确认无异议债权"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 58(2)"),
        payload=payloads.ClaimsConfirmed,
        guards=(guards.some_claims_are_verified,),
        does=("confirm_claims",),
        documents=(Issues(kind=DocumentKind.CLAIMS_RULING),),
        serves=(
            Serves(document=DocumentKind.CLAIMS_RULING, on=RecipientKind.ADMINISTRATOR),
            Serves(document=DocumentKind.CLAIMS_RULING, on=RecipientKind.DEBTOR),
            Serves(document=DocumentKind.CLAIMS_RULING, on=RecipientKind.KNOWN_CREDITORS),
        ),
        sets={"claims_confirmed": True},
    ),
    Transition(  # section 11.2, for many claims at once
        name="fix_provisional_amounts",
        label=Text("为表决临时确定各笔债权额"),
        sources=RUNNING,
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 59(2)"),
        payload=payloads.ProvisionalAmounts,
        guards=(guards.some_claims_wait_for_an_amount,),
        does=("fix_provisional_amounts",),
        documents=(Issues(kind=DocumentKind.PROVISIONAL_AMOUNT_DECISION),),
        serves=(
            Serves(document=DocumentKind.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.ADMINISTRATOR),
            Serves(document=DocumentKind.PROVISIONAL_AMOUNT_DECISION, on=RecipientKind.KNOWN_CREDITORS),
        ),
        note=Text("按管理人审查认定的金额确定，只为行使表决权而定；个别债权另定金额的，在该债权页确定。"),
    ),
    Transition(  # section 11.8
        name="extension_of_time",
        label=Text("准许顺延耽误的期限"),
        sources=(*RUNNING, S.LQ_FINAL_DISTRIBUTED),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("CPL 86", "EBL 4"),
        payload=payloads.ExtensionOfTime,
        guards=(guards.some_period_was_missed,),
        checks=(guards.period_was_missed, guards.extension_is_asked_in_time),
        does=("extend_time",),
        note=Text("当事人因不可抗拒的事由或者其他正当理由耽误期限的，在障碍消除后十日内申请，由法院决定。"),
    ),
    Transition(
        name="see_to_effect",
        label=Text("落实效力事项"),
        sources=tuple(S),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("EBL 15", "EBL 19", "EBL 20", "EBL 21"),
        payload=SeenTo,
        checks=(published.effect_is_the_courts,),
        does=("record_effect",),
    ),
)
