"""Delivery of documents: its states, its ways, and who is on the list."""

from models.vocabulary.term import Term


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
    CHAIR = "CHAIR", "债权人会议主席", "chair of the creditors' meeting"
    COMMITTEE = "COMMITTEE", "债权人委员会成员", "members of the creditors' committee"
    CLAIMANT = "CLAIMANT", "申报该债权的债权人", "the creditor of the claim"
    FINED_ADMINISTRATOR = (
        "FINED_ADMINISTRATOR",
        "被罚款的管理人",
        "the administrator who is fined",
    )
    OUTGOING_ADMINISTRATOR = (
        "OUTGOING_ADMINISTRATOR",
        "原管理人",
        "outgoing administrator",
    )
    TREASURY = "TREASURY", "国库", "the treasury"
    COURT = "COURT", "人民法院", "the court"
    OWNER = "OWNER", "主张取回的权利人", "the owner who claims retrieval"
    COUNTERPARTY = "COUNTERPARTY", "相对人", "the counterparty"
    EMPLOYEES = "EMPLOYEES", "债务人的职工（公示）", "the debtor's employees (shown publicly)"
    ESCROW_CREDITORS = "ESCROW_CREDITORS", "分配额被提存的债权人", "creditors whose shares are in escrow"
    INVESTORS = "INVESTORS", "分得剩余财产的出资人", "investors who are given a surplus"
    FILE = "FILE", "存卷", "the file"
