"""The papers of a petition: which there must be, for whom (EBL 8; I1-6, I1-7)."""

from dataclasses import dataclass

from models.vocabulary import ApplicantKind
from workflows.law.citations import Citation, cite
from workflows.text import Text

ALL = frozenset(ApplicantKind)
DEBTOR_SIDE = frozenset({ApplicantKind.DEBTOR})


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the checklist."""

    code: str
    label: Text
    required_of: frozenset[ApplicantKind]
    basis: tuple[Citation, ...]


PAPERS = (
    Paper(
        "application",
        Text("破产申请书（申请人、被申请人、目的、事实和理由）"),
        ALL,
        cite("EBL 8(1)", "EBL 8(2)"),
    ),
    Paper("applicant_identity", Text("申请人主体资格证明"), ALL, cite("EBL 8(1)")),
    Paper("debtor_registration", Text("债务人主体资格和登记资料"), ALL, cite("EBL 8(1)", "EBL 3")),
    Paper("evidence", Text("有关证据（破产原因）"), ALL, cite("EBL 8(1)")),
    Paper(
        "claim_evidence",
        Text("债务人不能清偿到期债务的证据"),
        frozenset({ApplicantKind.CREDITOR}),
        cite("EBL 7(2)", "I1 6(1)"),
    ),
    Paper("asset_statement", Text("财产状况说明"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper("debt_list", Text("债务清册"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper("claim_list", Text("债权清册"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper("accounts", Text("有关财务会计报告"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper("staff_plan", Text("职工安置预案"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper("wages", Text("职工工资的支付和社会保险费用的缴纳情况"), DEBTOR_SIDE, cite("EBL 8(3)")),
    Paper(
        "liquidation_duty",
        Text("公司已解散而未清算或者未清算完毕、资产不足清偿的证明"),
        frozenset({ApplicantKind.LIQUIDATOR}),
        cite("EBL 7(3)"),
    ),
    Paper(
        "transfer_decision",
        Text("移送决定书、同意移送的书面材料和执行卷宗"),
        frozenset({ApplicantKind.EXEC_COURT}),
        cite("CPL-I 511", "CPL-I 512"),
    ),
)
PAPER_BY_CODE = {paper.code: paper for paper in PAPERS}


def papers_required_of(applicant: ApplicantKind) -> tuple[Paper, ...]:
    """The papers that a petition of this applicant must hold."""
    return tuple(paper for paper in PAPERS if applicant in paper.required_of)
