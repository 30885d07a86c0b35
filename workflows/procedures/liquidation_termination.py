"""破, rows 14 to 16 and 25 to 27: the ways in which the procedure ends."""

from dataclasses import replace

from models.vocabulary import DeadlineKind, DocumentKind, LegalActor, RecipientKind
from workflows.guards import payments
from workflows.guards import termination as ends
from workflows.guards.application import panel_is_formed
from workflows.law.citations import cite
from workflows.payloads import liquidation as payloads
from workflows.payloads.base import WithReason
from workflows.payloads.termination import (
    Termination43,
    Termination105,
    Termination108,
    TerminationAsked43,
    TerminationAsked120,
    Unable,
)
from workflows.procedures.liquidation_terms import (
    BEFORE_DECLARATION,
    BENCH,
    GOING_ON,
    WITH_ADMINISTRATOR,
    G,
    S,
)
from workflows.procedures.termination_ruling import (
    ANNOUNCED_TO,
    REQUESTS,
    clocks_after,
    restoring,
    ruling,
    surviving,
    unannounced,
)
from workflows.text import Text
from workflows.transition import Issues, Serves, Starts, Transition

K, R = DocumentKind, RecipientKind

TERMINATION_ROWS = (
    Transition(  # row 14, the request
        name="request_termination_43",
        label=Text("管理人提请终结（不足清偿破产费用）"),
        sources=GOING_ON,
        target=None,
        actor=LegalActor.ADMIN,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("EBL 43(4)"),
        payload=TerminationAsked43,
        guards=(ends.no_termination_is_asked,),
        checks=(ends.estate_does_not_cover_the_expenses, ends.ledger_bears_it_out),
        sets={"termination_asked": "T43"},
        starts=(Starts(kind=DeadlineKind.T43_RULE),),
        does=("record_request",),
        documents=(Issues(kind=K.TERMINATION_REQUEST),),
        serves=(Serves(document=K.TERMINATION_REQUEST, on=R.COURT),),
        note=Text("比较的是破产费用，不是共益债务。"),
    ),
    Transition(  # row 14, somebody advances the expenses: the case goes on
        name="advance_expenses",
        label=Text("利害关系人垫付破产费用"),
        sources=GOING_ON,
        target=None,
        actor=LegalActor.OTHER,
        recorded_by=WITH_ADMINISTRATOR,
        basis=cite("AR 12(2)", "AR 12(3)"),
        payload=WithReason,
        requires={"termination_asked": "T43"},
        sets={"termination_asked": None},
        cancels=(DeadlineKind.T43_RULE,),
        note=Text("程序继续；垫付款作为破产费用从债务人财产中受偿。"),
    ),
    replace(  # row 14, the ruling
        ruling(
            "terminate_43",
            Text("裁定终结（不足清偿破产费用）"),
            GOING_ON,
            K.TERMINATION_43_RULING,
            ("EBL 43(4)",),
            Termination43,
            G.T43,
            ends.nobody_advances_the_expenses,
        ),
        requires={"termination_asked": "T43"},
        starts=(
            *clocks_after(G.T43),
            *(
                Starts(kind=kind, when=ends.declared_with_the_end)
                for kind in (DeadlineKind.DECL_SERVE, DeadlineKind.DECL_NOTIFY)
            ),
        ),
        serves=(
            *(
                Serves(
                    document=K.TERMINATION_43_RULING,
                    on=whom,
                    within=DeadlineKind.DECL_SERVE,
                    when=ends.declared_with_the_end,
                )
                for whom in (R.ADMINISTRATOR, R.DEBTOR)
            ),
            *(
                Serves(document=K.TERMINATION_43_RULING, on=whom, when=ends.declared_before_the_end)
                for whom in (R.ADMINISTRATOR, R.DEBTOR)
            ),
            Serves(document=K.TERMINATION_43_RULING, on=R.APPLICANT),
            Serves(
                document=K.TERMINATION_43_RULING,
                on=R.KNOWN_CREDITORS,
                within=DeadlineKind.DECL_NOTIFY,
                when=ends.declared_with_the_end,
            ),
            *ANNOUNCED_TO,
        ),
    ),
    unannounced(  # row 15
        surviving(
            ruling(
                "terminate_105",
                Text("认可自行和解协议并终结"),
                GOING_ON,
                K.TERMINATION_105_RULING,
                ("EBL 105",),
                Termination105,
                G.T105,
                ends.agreement_is_unanimous,
                ends.not_declared_or_overridden,
            )
        )
    ),
    restoring(  # row 16
        surviving(
            ruling(
                "terminate_108",
                Text("裁定终结（已担保或者清偿）"),
                BEFORE_DECLARATION,
                K.TERMINATION_108_RULING,
                ("EBL 108",),
                Termination108,
                None,
                ends.all_due_debts_are_covered,
            )
        )
    ),
    *(
        Transition(  # row 25
            name="request_termination_120",
            label=Text("管理人提请终结（第一百二十条）"),
            sources=(state,),
            target=None,
            actor=LegalActor.ADMIN,
            recorded_by=WITH_ADMINISTRATOR,
            basis=cite(place),
            payload=TerminationAsked120,
            guards=(ends.no_termination_is_asked, *more),
            checks=checks,
            sets={"termination_asked": ground.value},
            starts=(Starts(kind=DeadlineKind.T120_RULE),),
            documents=(
                Issues(kind=K.TERMINATION_REQUEST),
                Issues(kind=K.DISTRIBUTION_REPORT, when=ends.was_distributed_finally),
            ),
            serves=(
                Serves(document=K.TERMINATION_REQUEST, on=R.COURT),
                Serves(document=K.DISTRIBUTION_REPORT, on=R.COURT),
            ),
            does=("record_request",),
        )
        for state, ground, place, more, checks in (
            (
                S.LQ_DECLARED,
                G.T120A,
                "EBL 120(1)",
                (ends.nothing_is_left_to_sell,),
                (ends.nothing_is_left_to_distribute,),
            ),
            (
                S.LQ_FINAL_DISTRIBUTED,
                G.T120B,
                "EBL 120(2)",
                (payments.shares_are_paid_or_deposited,),
                (ends.distribution_is_reported, ends.nothing_is_left_after_the_last),
            ),
        )
    ),
    *(
        replace(  # row 26
            ruling(
                "terminate_120",
                label,
                (state,),
                kind,
                ("EBL 120(1)" if ground == G.T120A else "EBL 120(2)", "EBL 120(3)"),
                WithReason,
                ground,
            ),
            requires={"termination_asked": ground.value},
        )
        for state, ground, kind, label in (
            (S.LQ_DECLARED, G.T120A, K.TERMINATION_120A_RULING, Text("裁定终结（无财产可供分配）")),
            (
                S.LQ_FINAL_DISTRIBUTED,
                G.T120B,
                K.TERMINATION_120B_RULING,
                Text("裁定终结（最后分配完结）"),
            ),
        )
    ),
    Transition(  # rows 14 and 26, the negative ruling
        name="refuse_termination",
        label=Text("驳回终结申请"),
        sources=(*GOING_ON, S.LQ_FINAL_DISTRIBUTED),
        target=None,
        actor=LegalActor.COURT,
        recorded_by=BENCH,
        basis=cite("EBL 43(4)", "EBL 120(3)"),
        payload=payloads.Refused,
        guards=(ends.a_termination_is_asked, panel_is_formed),
        sets={"termination_asked": None},
        ends=REQUESTS,
        documents=(Issues(kind=K.TERMINATION_REFUSED_RULING),),
        serves=(Serves(document=K.TERMINATION_REFUSED_RULING, on=R.ADMINISTRATOR),),
    ),
    replace(  # row 27
        ruling(
            "terminate_unable",
            Text("裁定终结（无法清算）"),
            (S.LQ_OPEN, S.LQ_DECLARED),
            K.TERMINATION_UNABLE_RULING,
            ("R2008", "EBL 4"),
            Unable,
            G.TUNABLE,
        ),
        note=Text("人员下落不明或者财产状况不清致无法清算；有关人员的责任另行追究，与不足清偿破产费用不同。"),
    ),
)
