"""Documents and their delivery."""

from models.vocabulary.term import Term


class DocumentKind(Term):
    """Every kind of document that the court can issue. Source: `document-forms.md`."""

    PETITION_RECEIPT = "PETITION_RECEIPT", "收到破产申请凭证", "receipt for the petition"
    CORRECTION_NOTICE = "CORRECTION_NOTICE", "补充、补正材料通知书", "correction notice"
    DEBTOR_NOTICE = "DEBTOR_NOTICE", "通知书（通知债务人）", "notice to the debtor"
    HEARING_NOTICE = "HEARING_NOTICE", "听证通知书", "hearing notice"
    ACCEPTANCE_RULING = "ACCEPTANCE_RULING", "民事裁定书（受理破产申请）", "acceptance ruling"
    NON_ACCEPTANCE_RULING = (
        "NON_ACCEPTANCE_RULING",
        "民事裁定书（不予受理）",
        "non-acceptance ruling",
    )
    WITHDRAWAL_RULING = "WITHDRAWAL_RULING", "民事裁定书（准许撤回申请）", "withdrawal ruling"
    EXTENSION_REQUEST = "EXTENSION_REQUEST", "关于延长审查期限的请示", "extension request"
    EXTENSION_APPROVAL = "EXTENSION_APPROVAL", "关于延长审查期限的批复", "extension approval"
    TRANSFER_RULING = "TRANSFER_RULING", "民事裁定书（移送管辖）", "transfer ruling"
    ORDER_TO_EXAMINE = "ORDER_TO_EXAMINE", "责令依法审查通知书", "order to examine"
    APPEAL_DISMISSED_RULING = (
        "APPEAL_DISMISSED_RULING",
        "民事裁定书（驳回上诉，维持原裁定）",
        "ruling dismissing the appeal",
    )
    APPEAL_REVERSAL_RULING = (
        "APPEAL_REVERSAL_RULING",
        "民事裁定书（撤销原裁定）",
        "ruling setting aside the refusal",
    )
    APPEAL_WITHDRAWAL_RULING = (
        "APPEAL_WITHDRAWAL_RULING",
        "民事裁定书（准许撤回上诉）",
        "ruling permitting withdrawal of the appeal",
    )
    ADMINISTRATOR_DECISION = (
        "ADMINISTRATOR_DECISION",
        "决定书（指定管理人）",
        "decision appointing the administrator",
    )
    ARTICLE_15_NOTICE = (
        "ARTICLE_15_NOTICE",
        "通知书（债务人有关人员的义务）",
        "notice of Article 15 duties",
    )
    DEBTOR_MATERIALS_NOTICE = (
        "DEBTOR_MATERIALS_NOTICE",
        "通知书（责令债务人提交材料）",
        "order to submit materials",
    )
    CREDITOR_NOTICE = "CREDITOR_NOTICE", "通知书（已知债权人）", "notice to known creditors"
    ACCEPTANCE_ANNOUNCEMENT = (
        "ACCEPTANCE_ANNOUNCEMENT",
        "公告（受理破产申请）",
        "acceptance announcement",
    )
    SUSPEND_ENFORCEMENT_LETTER = (
        "SUSPEND_ENFORCEMENT_LETTER",
        "函（中止执行程序）",
        "letter to suspend enforcement",
    )
    LIFT_PRESERVATION_LETTER = (
        "LIFT_PRESERVATION_LETTER",
        "函（解除财产保全措施）",
        "letter to lift preservation",
    )
    CORRECTION_RULING = "CORRECTION_RULING", "民事裁定书（补正）", "ruling correcting a slip"
    DELIVERY_RECEIPT = "DELIVERY_RECEIPT", "送达回证", "delivery receipt"
    ADDRESS_CONFIRMATION = "ADDRESS_CONFIRMATION", "送达地址确认书", "service address confirmation"
    ADDRESS_SHEET = "ADDRESS_SHEET", "邮寄地址单", "mailing address sheet"
    CASE_COVER = "CASE_COVER", "案卷封面", "case cover sheet"


class DocumentState(Term):
    """文书. Source: `document-process.md` section 1."""

    DRAFT = "DRAFT", "起草", "draft"
    SUBMITTED = "SUBMITTED", "送审", "submitted"
    APPROVED = "APPROVED", "已签发", "approved"
    SEALED = "SEALED", "已用印", "sealed"
    ISSUED = "ISSUED", "已制作正本", "issued"
    DISCARDED = "DISCARDED", "作废草稿", "discarded"
    SUPERSEDED = "SUPERSEDED", "已补正", "superseded"


class DeliveryState(Term):
    """送达. Source: `document-process.md` section 2."""

    PREPARED = "PREPARED", "待送达", "prepared"
    SENT = "SENT", "已发出", "sent"
    FAILED = "FAILED", "未送达", "not delivered"
    ANNOUNCED = "ANNOUNCED", "公告送达中", "served by announcement, running"
    SERVED = "SERVED", "已送达", "served"
    CANCELLED = "CANCELLED", "已取消", "cancelled"


class DeliveryMethod(Term):
    """How a document is served. Source: CPL 88 to 95."""

    DIRECT = "DIRECT", "直接送达", "in person"
    LEAVE = "LEAVE", "留置送达", "by leaving"
    ELECTRONIC = "ELECTRONIC", "电子送达", "electronic"
    POST = "POST", "邮寄送达", "by post"
    ENTRUSTED = "ENTRUSTED", "委托送达", "entrusted to another court"
    UNIT = "UNIT", "转交送达", "through a unit"
    ANNOUNCEMENT = "ANNOUNCEMENT", "公告送达", "by announcement"


class RecipientKind(Term):
    """Who is on the list of a document."""

    APPLICANT = "APPLICANT", "申请人", "applicant"
    DEBTOR = "DEBTOR", "债务人", "debtor"
    DEBTOR_REPRESENTATIVE = (
        "DEBTOR_REPRESENTATIVE",
        "债务人的法定代表人",
        "debtor's legal representative",
    )
    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "administrator"
    REGISTRY = "REGISTRY", "债务人的登记机关", "debtor's registration authority"
    KNOWN_CREDITORS = "KNOWN_CREDITORS", "已知债权人", "known creditors"
    AUTHORITIES = "AUTHORITIES", "采取措施的机关", "authorities with measures"
    EXEC_COURT = "EXEC_COURT", "执行法院", "enforcement court"
    LOWER_COURT = "LOWER_COURT", "下级人民法院", "lower court"
    SUPERIOR_COURT = "SUPERIOR_COURT", "上一级人民法院", "superior court"
    COMPETENT_COURT = "COMPETENT_COURT", "受移送法院", "court that receives the transfer"
    PUBLIC = "PUBLIC", "社会公众（公告）", "the public (announcement)"
    FILE = "FILE", "存卷", "the file"


class ApprovalLevel(Term):
    """Who approves a kind of document by default. Source: `document-process.md` section 3."""

    PRESIDING_JUDGE = "PRESIDING_JUDGE", "审判长签发", "presiding judge"
    JUDGE_IN_CHARGE = "JUDGE_IN_CHARGE", "承办法官签发", "judge in charge"
    FILING_OFFICER = "FILING_OFFICER", "立案人员签发", "filing officer"
    PRESIDENT = "PRESIDENT", "院长批准", "court president"


class ReadinessOfItem(Term):
    """Whether a paper of the Article 8 checklist is there."""

    PRESENT = "PRESENT", "已提交", "submitted"
    DEFECTIVE = "DEFECTIVE", "需补正", "to be corrected"
    MISSING = "MISSING", "缺少", "missing"
    NOT_REQUIRED = "NOT_REQUIRED", "不适用", "not required"
