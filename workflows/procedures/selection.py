"""选定管理人: from the frozen roster to the appointment; anybody can repeat it (AA 15 to 28)."""

from models.vocabulary import DocumentKind, LegalActor, Role, SelectionMethod, SelectionState
from workflows.engine import Procedure
from workflows.guards import selection as guards
from workflows.guards.application import panel_is_formed
from workflows.guards.parts import of_its_case
from workflows.law.citations import Citation, cite
from workflows.payloads import selection as payloads
from workflows.payloads.base import Payload, WithReason, WithRemark
from workflows.procedures.liquidation_terms import BENCH, SYSTEM, TEAM, WITH_ADMINISTRATOR
from workflows.text import Text
from workflows.transition import Guard, Issues, Transition

S, M = SelectionState, SelectionMethod
RECORD = (Issues(kind=DocumentKind.SELECTION_RECORD),)
OPENING: tuple[Guard, ...] = (
    of_its_case(panel_is_formed),
    guards.an_administrator_is_needed,
    guards.no_other_selection,
)


def choice(
    name: str,
    label: Text,
    method: SelectionMethod,
    payload: type[Payload],
    effect: str,
    basis: tuple[Citation, ...],
    *checks: Guard,
    note: Text | None = None,
) -> Transition:
    """The step in which somebody is chosen; its record is drafted with it."""
    return Transition(
        name=name,
        label=label,
        sources=(S.PREPARED,),
        target=S.DRAWN,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=basis,
        payload=payload,
        guards=(guards.is_by(method),),
        checks=checks,
        does=(effect,),
        documents=RECORD,
        note=note,
    )


def beginning(
    name: str,
    label: Text,
    recorded_by: frozenset[Role],
    payload: type[Payload],
    basis: tuple[Citation, ...],
    *checks: Guard,
    note: Text,
) -> Transition:
    """A step that freezes the roster of the day."""
    return Transition(
        name=name,
        label=label,
        sources=(),
        target=S.PREPARED,
        actor=LegalActor.COURT,
        recorded_by=recorded_by,
        basis=basis,
        payload=payload,
        guards=OPENING,
        checks=checks,
        does=("open_selection",),
        note=note,
    )


BEGINNINGS = (
    beginning(
        "prepare",
        Text("冻结名册，准备选定"),
        TEAM,
        payloads.Prepared,
        cite("AA 15", "AA 16", "AA 20"),
        guards.individuals_only_for_simple_cases,
        note=Text(
            "名册按当日冻结。抽签的种子由系统生成并封存，抽签前只公布其 SHA-256；"
            "轮候从上一次轮候选定者的下一名开始。"
        ),
    ),
    beginning(
        "invite_competition",
        Text("公告邀请竞争"),
        BENCH,
        payloads.Invited,
        cite("AA 21"),
        note=Text("参与竞争的机构不得少于三家，由评审委员会二分之一以上成员通过。"),
    ),
    Transition(
        name="designate_group",
        label=Text("指定清算组"),
        sources=(),
        target=S.DRAWN,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AA 18", "AA 19"),
        payload=payloads.Designated,
        guards=OPENING,
        does=("open_selection", "name_group"),
        documents=RECORD,
        note=Text("限于法律规定的四种情形；清算组成员同样须声明无利害关系。"),
    ),
)
CHOICES = (
    choice(
        "draw",
        Text("抽签（摇号）"),
        M.DRAW,
        payloads.Drawn,
        "draw_lots",
        cite("AA 20"),
        note=Text("种子随抽签公开，任何人可以用计算器重复抽签结果。"),
    ),
    choice("take_turn", Text("轮候选定"), M.ROTA, payloads.Drawn, "take_turn", cite("AA 20")),
    choice(
        "decide_competition",
        Text("评审委员会择优选定"),
        M.COMPETITION,
        payloads.Competed,
        "rank_bids",
        cite("AA 21"),
        guards.enough_bidders,
        guards.bidders_are_candidates,
        guards.committee_agrees,
        guards.one_bidder_leads,
        guards.one_or_two_stand_by,
    ),
    Transition(
        name="record_outcome",
        label=Text("公布结果"),
        sources=(S.DRAWN,),
        target=None,
        actor=LegalActor.SYSTEM,
        recorded_by=SYSTEM,
        basis=cite("AA 20", "AA 21"),
        payload=payloads.Outcome,
    ),
)
DECLARATIONS = (
    Transition(
        name="declare",
        label=Text("声明无利害关系并接受指定"),
        sources=(S.DRAWN,),
        target=S.DECLARED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 24(3)", "AA 23", "AA 24", "AA 25", "AA 26"),
        payload=payloads.Declared,
        checks=(guards.declares_no_conflict, guards.accepts_the_appointment),
        does=("keep_declaration",),
        note=Text("逐项声明；“三年内”自受理破产申请之日向前推算。"),
    ),
    Transition(
        name="declare_conflict",
        label=Text("声明有利害关系"),
        sources=(S.DRAWN, S.DECLARED, S.CONCLUDED),
        target=S.REFUSED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AA 25", "AA 26"),
        payload=payloads.Conflict,
        does=("drop_out",),
        note=Text("有利害关系的不得指定，由备选人接替或者重新选定。"),
    ),
    Transition(
        name="refuse",
        label=Text("拒绝指定"),
        sources=(S.DRAWN, S.DECLARED, S.CONCLUDED),
        target=S.REFUSED,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AA 28(1)"),
        payload=WithReason,
        does=("drop_out", "mark_refusal"),
        note=Text("无正当理由不得拒绝；否则编制名册的法院可以停止其担任管理人一年至三年或者除名。"),
    ),
    Transition(
        name="find_refusal_unfounded",
        label=Text("认定拒绝无正当理由"),
        sources=(S.REFUSED,),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AA 28(1)", "AA 39(2)"),
        payload=WithReason,
        guards=(guards.reason_not_yet_judged,),
        sets={"unfounded": True},
        does=("mark_unfounded",),
        note=Text("认定后，编制名册的法院可以在名册中记录停止担任或者除名。"),
    ),
    Transition(
        name="call_standby",
        label=Text("由备选人接替"),
        sources=(S.REFUSED,),
        target=S.DRAWN,
        actor=LegalActor.COURT,
        recorded_by=TEAM,
        basis=cite("AA 20", "AA 21(4)"),
        payload=WithRemark,
        guards=(guards.somebody_stands_by,),
        sets={"refused": None, "unfounded": None},
        does=("call_next",),
    ),
)
ENDINGS = (
    Transition(
        name="conclude",
        label=Text("确认选定"),
        sources=(S.DECLARED,),
        target=S.CONCLUDED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AA 20", "AA 25", "AA 30"),
        payload=WithRemark,
        guards=(of_its_case(panel_is_formed),),
        does=("mark_selected",),
        documents=RECORD,
        note=Text("确认后，受理裁定、更换决定只能指定该人选。"),
    ),
    Transition(
        name="take_effect",
        label=Text("指定生效"),
        sources=(S.CONCLUDED,),
        target=S.EFFECTIVE,
        actor=LegalActor.COURT,
        recorded_by=SYSTEM,
        basis=cite("EBL 13", "AA 27"),
        payload=WithRemark,
        does=("close_selection",),
        note=Text("随受理裁定、更换决定一并完成。"),
    ),
    Transition(
        name="cancel",
        label=Text("撤销选定"),
        sources=(S.PREPARED, S.DRAWN, S.DECLARED, S.CONCLUDED, S.REFUSED),
        target=S.CANCELLED,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("AA 20", "AA 25"),
        payload=WithReason,
        does=("open_seed", "close_selection"),
        note=Text("尚未抽签的，种子同时公开，以便核对本来会抽中谁。"),
    ),
)
SELECTION = Procedure(
    name="selection",
    label=Text("选定管理人"),
    states=SelectionState,
    terminal=(S.EFFECTIVE, S.CANCELLED),
    transitions=(*BEGINNINGS, *CHOICES, *DECLARATIONS, *ENDINGS),
)
