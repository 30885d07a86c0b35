"""Invented facts of one liquidation, from the first meeting to what is found after its end."""

from dataclasses import dataclass, field
from typing import Any

from documents.sample_case import DECLARED, FACTS, FEE_BRACKETS, MEETING, PASSED, VOTE
from models.vocabulary import DocumentKind

K = DocumentKind


@dataclass(frozen=True, slots=True)
class Stage:
    """The day of a paper, its place in the series of rulings or decisions, and what is its own."""

    made_on: str
    suffix: str = ""
    declared: bool = False
    ruling: tuple[str, str] | None = None
    facts: dict[str, Any] = field(default_factory=dict)

    def details(self) -> dict[str, Any]:
        """Everything that was supplied or found out by then."""
        told: dict[str, Any] = {"declared": self.declared}
        if self.declared:
            told["declared_on"] = DECLARED
        if self.ruling:
            told["ruling_number"], told["ruling_on"] = self.ruling
        return {**FACTS, **told, **self.facts}


NUMBER = "（2026）豫97破12号"
PLAN_RULING = (f"{NUMBER}之五", "2027-04-27")
RECOGNISED = (f"{NUMBER}之七", "2027-08-30")
ENDED = (f"{NUMBER}之九", "2027-10-08")
DISTRIBUTION_PLAN = {
    "plan_text": "先清偿破产费用和共益债务；其余按照职工债权、社会保险费用和税款、普通债权的顺序分配。\n"
    "职工债权、社会保险费用和税款全额清偿，普通债权的分配比例为8.3192%。",
    "plan_vote": {**VOTE, "meeting": 3, "on": "2027-08-18"},
}
STAGES: dict[DocumentKind, Stage] = {
    K.CHAIR_DECISION: Stage("2027-01-20"),
    K.CLAIMS_RULING: Stage("2027-02-25"),
    K.PROVISIONAL_AMOUNT_DECISION: Stage("2027-01-26", "之一"),
    K.DISMISSAL_RULING: Stage("2027-02-10", facts={"claims_count": 0}),
    K.RESTORE_MEASURES_LETTER: Stage(
        "2027-02-25", ruling=(f"{NUMBER}之一", "2027-02-10"), facts={"ended_by": None}
    ),
    K.DECLARATION_RULING: Stage(DECLARED, "之一"),
    K.DECLARATION_ANNOUNCEMENT: Stage(DECLARED, declared=True, ruling=(f"{NUMBER}之一", DECLARED)),
    K.DECLARATION_NOTICE: Stage("2027-03-15", declared=True, ruling=(f"{NUMBER}之一", DECLARED)),
    K.MANAGEMENT_PLAN_RULING: Stage(
        "2027-02-26",
        "之二",
        facts={
            "plan_text": "一、财产由管理人统一保管，不动产委托专业机构值守。\n"
            "二、债务人账户全部注销，资金存入管理人账户，支出须经管理人负责人签字。\n"
            "三、重大财产的处分事先报告债权人委员会；未设立委员会的，报告人民法院。",
            "plan_vote": {**VOTE, "meeting": 1, "on": MEETING},
        },
    ),
    K.REALISATION_PLAN_RULING: Stage("2027-04-27", "之五", declared=True),
    K.DISTRIBUTION_PLAN_RULING: Stage("2027-08-30", "之七", declared=True, facts=DISTRIBUTION_PLAN),
    K.RECONSIDERATION_DECISION: Stage("2027-05-14", "之四", declared=True, ruling=PLAN_RULING),
    K.RECOGNITION_RULING: Stage(
        "2027-08-30",
        "之七",
        declared=True,
        facts={**DISTRIBUTION_PLAN, "plan_vote": {**PASSED, "meeting": 3, "on": "2027-08-18"}},
    ),
    K.DISTRIBUTION_ANNOUNCEMENT: Stage(
        "2027-09-10",
        declared=True,
        ruling=RECOGNISED,
        facts={
            "claims_count": 41,
            "claims_total_fen": 5095095983,
            "escrow_rows": [{"article": "117"}, {"article": "119"}],
        },
    ),
    K.ESCROW_RULING: Stage("2027-11-15", "之十", declared=True),
    K.TERMINATION_43_RULING: Stage(
        "2027-03-22",
        "之一",
        declared=True,
        facts={
            "declares": True,
            "declared_on": "2027-03-22",
            "termination_asked_on": "2027-03-15",
            "termination_reason": "经查控和调查，债务人名下仅有零星设备和存款，没有其他可供追回的财产。",
        },
    ),
    K.TERMINATION_105_RULING: Stage("2027-03-02", "之二"),
    K.TERMINATION_108_RULING: Stage("2027-03-02", "之二"),
    K.TERMINATION_120A_RULING: Stage(
        "2027-06-18",
        "之四",
        declared=True,
        facts={
            "termination_asked_on": "2027-06-08",
            "termination_reason": "破产财产在清偿破产费用后已无剩余，没有其他财产可供分配。",
        },
    ),
    K.TERMINATION_120B_RULING: Stage("2027-10-08", "之九", declared=True),
    K.TERMINATION_UNABLE_RULING: Stage("2027-06-18", "之三"),
    K.TERMINATION_REFUSED_RULING: Stage("2027-10-08", "之九", declared=True),
    K.TERMINATION_ANNOUNCEMENT: Stage("2027-10-08", declared=True, ruling=ENDED),
    K.DUTIES_DECISION: Stage("2027-10-15", "之五", declared=True, ruling=ENDED),
    K.SUPPLEMENTARY_RULING: Stage(
        "2028-05-20",
        "之十一",
        declared=True,
        ruling=ENDED,
        facts={
            "asked_on": "2028-05-06",
            "distributed_fen": 8836670,
            "claims_count": 2,
            "claims_total_fen": 1590729255,
        },
    ),
    K.TREASURY_LETTER: Stage(
        "2028-05-20", declared=True, ruling=ENDED, facts={"found_fen": 186230, "costs_fen": 300000}
    ),
    K.EXPLANATION_NOTICE: Stage("2027-02-26"),
    K.REPLACEMENT_DECISION: Stage("2027-03-08", "之二"),
    K.REPLACEMENT_REFUSED_DECISION: Stage("2027-03-08", "之二"),
    K.RESIGNATION_DECISION: Stage(
        "2027-03-08",
        "之二",
        facts={
            "office_asked_by": "resign",
            "office_asked_reason": "因执业人员变动，已不具备继续办理本案的专业力量。",
        },
    ),
    K.REPLACEMENT_ANNOUNCEMENT: Stage("2027-03-08", ruling=(f"{NUMBER}之二", "2027-03-08")),
    K.FINE_DECISION: Stage("2027-03-22", "之三"),
    K.PERMISSION_REPLY: Stage("2026-12-11"),
    K.COMMITTEE_DECISION: Stage(
        "2027-02-05",
        facts={
            "resolution_subject": "设立债权人委员会并选任成员",
            "resolved_on": MEETING,
            "meeting_number": 1,
        },
    ),
    K.SUPERVISION_DECISION: Stage("2027-03-05", "之一", facts={"asked_on": "2027-03-02"}),
    K.INSPECTION_DECISION: Stage("2027-03-05", "之一"),
    K.STOP_DISPOSAL_DECISION: Stage(
        "2027-05-05",
        "之四",
        declared=True,
        facts={"disposal_subject": "关于协议转让厂房的报告", "planned_on": "2027-05-10"},
    ),
    K.REMUNERATION_NOTICE: Stage("2026-12-04"),
    K.REMUNERATION_CHANGE_NOTICE: Stage("2027-03-10"),
    K.REMUNERATION_DECISION: Stage("2027-08-02", "之六", declared=True),
    K.COURT_FEE_NOTICE: Stage(
        "2027-08-02", declared=True, facts={"basis_fen": 2269567890, "brackets": FEE_BRACKETS}
    ),
    K.REVOCATION_RULING: Stage("2027-05-18", "之六", declared=True),
    K.REVOCATION_REFUSED_RULING: Stage("2027-05-18", "之六", declared=True),
}
