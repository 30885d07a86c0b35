"""What becomes of a document: its states, who approves it."""

from models.vocabulary.term import Term


class DocumentState(Term):
    """文书. Source: `document-process.md` section 1."""

    DRAFT = "DRAFT", "起草", "draft"
    SUBMITTED = "SUBMITTED", "送审", "submitted"
    APPROVED = "APPROVED", "已签发", "approved"
    SEALED = "SEALED", "已用印", "sealed"
    ISSUED = "ISSUED", "已制作正本", "issued"
    DISCARDED = "DISCARDED", "作废草稿", "discarded"
    SUPERSEDED = "SUPERSEDED", "已补正", "superseded"


class SealingState(Term):
    """A long paper on its way to its seal, drawn by a job (DESIGN)."""

    WAITING = "WAITING", "等待制作", "waiting to be drawn"
    AT_WORK = "AT_WORK", "正在制作", "being drawn"
    SEALED = "SEALED", "已用印", "sealed"
    STOPPED = "STOPPED", "未能用印", "not sealed"


class ApprovalLevel(Term):
    """Who approves a kind of document by default. Source: `document-process.md` section 3."""

    PRESIDING_JUDGE = "PRESIDING_JUDGE", "审判长签发", "presiding judge"
    JUDGE_IN_CHARGE = "JUDGE_IN_CHARGE", "承办法官签发", "judge in charge"
    FILING_OFFICER = "FILING_OFFICER", "立案人员签发", "filing officer"
    PRESIDENT = "PRESIDENT", "院长批准", "court president"
    ADMINISTRATOR = "ADMINISTRATOR", "管理人负责人签发", "the administrator's head"
    CHAIR = "CHAIR", "会议主席签名", "signed by the chair"
