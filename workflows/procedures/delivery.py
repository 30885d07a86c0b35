"""送达: service of one document on one recipient. Source: `document-process.md` section 2."""

from models.vocabulary import DeliveryState, LegalActor, Role
from workflows.engine import Procedure
from workflows.guards import papers as guards
from workflows.law.citations import cite
from workflows.payloads import papers as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.payloads.notices import PublicationRecord
from workflows.text import Text
from workflows.transition import Transition

S = DeliveryState
DESK = frozenset({Role.CLERK, Role.ASSISTANT, Role.FILING_OFFICER, Role.JUDGE})

DELIVERY = Procedure(
    name="delivery",
    label=Text("送达"),
    states=DeliveryState,
    terminal=(S.SERVED, S.CANCELLED),
    transitions=(
        Transition(  # row 1
            name="prepare",
            label=Text("准备送达"),
            sources=(),
            target=S.PREPARED,
            actor=LegalActor.COURT,
            recorded_by=DESK | {Role.SYSTEM},
            basis=cite("CPL 87"),
            payload=WithRemark,
        ),
        Transition(  # row 2
            name="send",
            label=Text("发出"),
            sources=(S.PREPARED, S.FAILED),
            target=S.SENT,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("CPL 88", "CPL 90", "CPL 91", "ODR 29"),
            payload=payloads.Sending,
            guards=(guards.not_for_the_public,),
            checks=(guards.electronic_needs_consent,),
            does=("record_sending",),
        ),
        Transition(  # row 3
            name="confirm",
            label=Text("签收"),
            sources=(S.SENT,),
            target=S.SERVED,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("CPL 87", "CPL 88", "CPL 90(2)", "CPL 91"),
            payload=payloads.Confirmation,
            checks=(guards.served_after_sending,),
            does=("record_service",),
            note=Text("送达日期起算该受送达人的期间。"),
        ),
        Transition(  # row 4
            name="leave",
            label=Text("留置送达"),
            sources=(S.SENT,),
            target=S.SERVED,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("CPL 89"),
            payload=payloads.LeavingRecord,
            checks=(guards.served_after_sending,),
            does=("record_service",),
        ),
        Transition(  # row 5
            name="fail",
            label=Text("退回"),
            sources=(S.SENT,),
            target=S.FAILED,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("DESIGN"),
            payload=WithReason,
            sets={"failed": True},
        ),
        Transition(  # row 6
            name="announce",
            label=Text("公告送达"),
            sources=(S.FAILED,),
            target=S.ANNOUNCED,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("CPL 95(1)", "CPL 95(2)"),
            payload=payloads.AnnouncementOfService,
            guards=(guards.other_ways_failed,),
            does=("record_announcement",),
        ),
        Transition(  # row 7
            name="deem",
            label=Text("公告期满，视为送达"),
            sources=(S.ANNOUNCED,),
            target=S.SERVED,
            actor=LegalActor.SYSTEM,
            recorded_by=frozenset({Role.SYSTEM}),
            basis=cite("CPL 95(1)"),
            payload=WithRemark,
            guards=(guards.announcement_period_is_over,),
            does=("record_service",),
        ),
        Transition(  # what makes an announcement reach the public
            name="publish",
            label=Text("公告发布"),
            sources=(S.PREPARED,),
            target=S.SERVED,
            actor=LegalActor.SYSTEM,
            recorded_by=frozenset({Role.SYSTEM}),
            basis=cite("O2020 1"),
            payload=PublicationRecord,
            guards=(guards.for_the_public,),
            checks=(guards.on_the_national_site,),
            does=("record_appearance",),
            note=Text("登记在全国企业破产重整案件信息网的发布时一并完成。"),
        ),
        Transition(  # row 8
            name="cancel",
            label=Text("取消"),
            sources=(S.PREPARED,),
            target=S.CANCELLED,
            actor=LegalActor.COURT,
            recorded_by=DESK,
            basis=cite("DESIGN"),
            payload=WithReason,
        ),
    ),
)
