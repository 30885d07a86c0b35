"""Whose papers they are: the court's, the administrator's, the creditors'."""

from models.vocabulary.papers import DocumentKind
from models.vocabulary.term import Term

K = DocumentKind


class PaperMaker(Term):
    """Who makes a kind of paper and signs or seals it. Source: `document-process.md` section 3."""

    COURT = "COURT", "人民法院", "the court"
    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "the administrator"
    CREDITORS = "CREDITORS", "债权人会议、债权人委员会", "the creditors"


OF_ADMINISTRATOR = frozenset(
    {
        K.RETRIEVAL_ANSWER,
        K.SET_OFF_ANSWER,
        K.MEETING_NOTICE,
        K.DISPOSAL_REPORT,
        K.MANAGEMENT_PLAN,
        K.REALISATION_PLAN,
        K.DISTRIBUTION_PLAN,
        K.PLAN_RULING_REQUEST,
        K.RECOGNITION_REQUEST,
        K.DISTRIBUTION_REPORT,
        K.TERMINATION_REQUEST,
        K.CLAIMS_REPORT,
        K.WORK_REPORT,
        K.REMUNERATION_REPORT,
        K.REMUNERATION_REQUEST,
        K.RECOVERY_NOTICE,
        K.SECURITY_REVOCATION_NOTICE,
        K.CAPITAL_CALL_NOTICE,
        K.OFFICER_RETURN_NOTICE,
        K.COLLATERAL_NOTICE,
        K.EMPLOYEE_CLAIMS_LIST,
        K.EMPLOYEE_ANSWER,
        K.CONFIRMATION_REQUEST,
        K.DISTRIBUTION_ANNOUNCEMENT,
        K.ESCROW_NOTICE,
        K.SURPLUS_NOTICE,
        K.DECLARATION_REQUEST,
        K.DUTIES_REPORT,
        K.SUPPLEMENT_REQUEST,
    }
)
"""Papers under the administrator's seal, which is filed with the court (forms M)."""
OF_CREDITORS = frozenset({K.MEETING_MINUTES, K.MEETING_RESOLUTION, K.COMMITTEE_REPORT, K.TALLY_RECORD})
"""Papers that the chair or the members sign; nobody's seal is on them."""


def maker_of(kind: DocumentKind) -> PaperMaker:
    """Who makes papers of a kind."""
    if kind in OF_ADMINISTRATOR:
        return PaperMaker.ADMINISTRATOR
    return PaperMaker.CREDITORS if kind in OF_CREDITORS else PaperMaker.COURT
