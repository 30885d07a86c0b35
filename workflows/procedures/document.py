"""文书: the inner life of a paper, from draft to issued bytes. Source: `document-process.md` section 1."""

from models.vocabulary import DocumentKind, DocumentState, LegalActor, RecipientKind, Role
from workflows.engine import Procedure
from workflows.guards import papers as guards
from workflows.law.citations import cite
from workflows.payloads import papers as payloads
from workflows.payloads.base import WithReason, WithRemark
from workflows.text import Text
from workflows.transition import Issues, Serves, Transition

S = DocumentState
DRAFTERS = frozenset({Role.JUDGE, Role.ASSISTANT, Role.CLERK, Role.FILING_OFFICER})
APPROVERS = frozenset({Role.JUDGE, Role.FILING_OFFICER, Role.PRESIDENT})
OFFICE = frozenset({Role.ADMINISTRATOR})
"""Who works on papers of his own besides the court."""

DOCUMENT = Procedure(
    name="document",
    label=Text("文书"),
    states=DocumentState,
    terminal=(S.DISCARDED, S.SUPERSEDED),
    transitions=(
        Transition(  # row 1
            name="draft",
            label=Text("起草"),
            sources=(),
            target=S.DRAFT,
            actor=LegalActor.COURT,
            recorded_by=DRAFTERS | {Role.SYSTEM},
            basis=cite("DESIGN"),
            payload=WithRemark,
        ),
        Transition(  # row 2
            name="revise",
            label=Text("修改"),
            sources=(S.DRAFT,),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=DRAFTERS | OFFICE,
            basis=cite("DESIGN"),
            payload=payloads.Revision,
            guards=(
                guards.administrator_or_court,
                guards.author_or_judge,
            ),
            does=("revise_blocks",),
            note=Text("只能修改可编辑的段落；由系统生成的部分随事实生成。"),
        ),
        Transition(  # row 3
            name="submit",
            label=Text("送审"),
            sources=(S.DRAFT,),
            target=S.SUBMITTED,
            actor=LegalActor.COURT,
            recorded_by=DRAFTERS | OFFICE,
            basis=cite("DESIGN"),
            payload=WithRemark,
            guards=(guards.administrator_or_court, guards.author_or_judge, guards.every_block_is_filled),
        ),
        Transition(  # row 4
            name="return",
            label=Text("退改"),
            sources=(S.SUBMITTED,),
            target=S.DRAFT,
            actor=LegalActor.COURT,
            recorded_by=APPROVERS | OFFICE,
            basis=cite("DESIGN"),
            payload=WithReason,
            guards=(
                guards.administrator_or_court,
                guards.may_approve,
            ),
            does=("forget_opinions",),
        ),
        Transition(  # what the guard of row 5 asks for
            name="give_opinion",
            label=Text("发表合议意见"),
            sources=(S.SUBMITTED,),
            target=None,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.JUDGE}),
            basis=cite("CPL 45"),
            payload=payloads.Opinion,
            guards=(guards.of_the_panel,),
            does=("record_opinion",),
            note=Text("少数服从多数；不同意见如实记入笔录。"),
        ),
        Transition(  # row 5
            name="approve",
            label=Text("签发"),
            sources=(S.SUBMITTED,),
            target=S.APPROVED,
            actor=LegalActor.COURT,
            recorded_by=APPROVERS | OFFICE,
            basis=cite("CPL 155", "CPL 157(3)"),
            payload=payloads.Approval,
            guards=(guards.administrator_or_court, guards.may_approve, guards.panel_has_spoken),
            checks=(guards.made_on_is_no_later_day,),
            does=("record_approval",),
        ),
        Transition(  # row 6
            name="reopen",
            label=Text("撤回签发"),
            sources=(S.APPROVED, S.SEALED),
            target=S.DRAFT,
            actor=LegalActor.COURT,
            recorded_by=APPROVERS | OFFICE,
            basis=cite("DESIGN"),
            payload=WithReason,
            guards=(
                guards.administrator_or_court,
                guards.may_approve,
            ),
            does=("forget_opinions", "destroy_seal"),
            note=Text("签名和印章数据销毁，版本保留。"),
        ),
        Transition(  # row 7
            name="seal",
            label=Text("用印"),
            sources=(S.APPROVED,),
            target=S.SEALED,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.SEAL_KEEPER}) | OFFICE,
            basis=cite("CPL 155", "CPL 157(3)"),
            payload=WithRemark,
            guards=(
                guards.its_maker_signs,
                guards.machine_is_ready,
            ),
            does=("make_sealed_bytes",),
        ),
        Transition(  # row 8
            name="issue",
            label=Text("制作正本"),
            sources=(S.SEALED,),
            target=S.ISSUED,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.CLERK, Role.FILING_OFFICER}) | OFFICE,
            basis=cite("DESIGN"),
            payload=WithRemark,
            guards=(
                guards.its_maker_signs,
                guards.machine_is_ready,
            ),
            does=("make_copies", "prepare_deliveries", "follow_publication"),
        ),
        Transition(  # row 9
            name="correct",
            label=Text("补正笔误"),
            sources=(S.ISSUED,),
            target=S.SUPERSEDED,
            actor=LegalActor.COURT,
            recorded_by=frozenset({Role.JUDGE}),
            basis=cite("CPL 157(1)⑦", "CPL-I 245"),
            payload=payloads.Slip,
            guards=(guards.not_itself_a_correction,),
            documents=(Issues(kind=DocumentKind.CORRECTION_RULING),),
            serves=(
                Serves(document=DocumentKind.CORRECTION_RULING, on=RecipientKind.APPLICANT),
                Serves(document=DocumentKind.CORRECTION_RULING, on=RecipientKind.DEBTOR),
            ),
            note=Text("只更正笔误，不改变裁判内容；原件仍可查阅。"),
        ),
        Transition(  # row 10
            name="discard",
            label=Text("作废"),
            sources=(S.DRAFT, S.SUBMITTED),
            target=S.DISCARDED,
            actor=LegalActor.COURT,
            recorded_by=DRAFTERS | OFFICE,
            basis=cite("DESIGN"),
            payload=WithReason,
            guards=(
                guards.administrator_or_court,
                guards.author_or_judge,
            ),
        ),
    ),
)
