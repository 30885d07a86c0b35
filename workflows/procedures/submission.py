"""请示与报告: what the administrator asks of the court and reports to it. Source: section 11.1."""

from models.vocabulary import (
    DocumentKind,
    LegalActor,
    RecipientKind,
    SubmissionState,
)
from workflows.engine import Procedure
from workflows.guards import administration as guards
from workflows.law.citations import cite
from workflows.payloads import administration as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

T, K, R = SubmissionState, DocumentKind, RecipientKind

SUBMISSION = Procedure(
    name="submission",
    label=Text("请示与报告"),
    states=SubmissionState,
    terminal=(T.GRANTED, T.REFUSED, T.NOTED, T.RECALLED),
    transitions=(
        *(
            Transition(
                name=name,
                label=label,
                sources=(),
                target=T.SUBMITTED,
                actor=LegalActor.ADMIN,
                recorded_by=WITH_ADMINISTRATOR,
                basis=cite(*places),
                payload=payload,
                guards=(guards.somebody_is_in_office,),
            )
            for name, label, places, payload in (
                (
                    "submit_request",
                    Text("向法院请示"),
                    ("EBL 25(1)⑤", "EBL 26", "EBL 28(1)"),
                    payloads.Requested,
                ),
                ("submit_report", Text("向法院报告"), ("EBL 23(1)", "EBL 25(1)②"), payloads.Reported),
            )
        ),
        *(
            Transition(
                name=name,
                label=label,
                sources=(T.SUBMITTED,),
                target=target,
                actor=LegalActor.COURT,
                recorded_by=BENCH,
                basis=cite("EBL 26", "EBL 28(1)"),
                payload=payloads.Answered,
                guards=(guards.is_a_request,),
                does=("record_answer",),
                documents=(Issues(kind=K.PERMISSION_REPLY),),
                serves=(Serves(document=K.PERMISSION_REPLY, on=R.ADMINISTRATOR),),
            )
            for name, label, target in (
                ("grant", Text("批复许可"), T.GRANTED),
                ("refuse", Text("批复不许可"), T.REFUSED),
            )
        ),
        Transition(
            name="note_report",
            label=Text("登记已阅"),
            sources=(T.SUBMITTED,),
            target=T.NOTED,
            actor=LegalActor.COURT,
            recorded_by=TEAM,
            basis=cite("EBL 23(1)"),
            payload=WithRemark,
            guards=(guards.is_a_report,),
            does=("record_noting",),
        ),
        Transition(
            name="recall",
            label=Text("撤回"),
            sources=(T.SUBMITTED,),
            target=T.RECALLED,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite("DESIGN"),
            payload=WithReason,
        ),
    ),
)
