"""Who acts, who records, who takes part."""

from models.vocabulary.term import Term


class Role(Term):
    """What a user of the system is, at his court. Source: `screens.md`, people."""

    FILING_OFFICER = "FILING_OFFICER", "立案人员", "filing officer"
    JUDGE = "JUDGE", "法官", "judge"
    ASSISTANT = "ASSISTANT", "法官助理", "judge's assistant"
    CLERK = "CLERK", "书记员", "clerk"
    DIVISION_HEAD = "DIVISION_HEAD", "庭长", "division head"
    PRESIDENT = "PRESIDENT", "院长", "court president"
    SEAL_KEEPER = "SEAL_KEEPER", "印章管理员", "seal keeper"
    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "administrator"
    AUDITOR = "AUDITOR", "监察审计", "auditor"
    SYSTEM_ADMIN = "SYSTEM_ADMIN", "系统管理员", "system administrator"
    SYSTEM = "SYSTEM", "系统", "the system itself"


class TeamRole(Term):
    """What a user is in one case."""

    PRESIDING_JUDGE = "PRESIDING_JUDGE", "审判长", "presiding judge"
    JUDGE_IN_CHARGE = "JUDGE_IN_CHARGE", "承办法官", "judge in charge"
    PANEL_MEMBER = "PANEL_MEMBER", "合议庭成员", "panel member"
    ASSISTANT = "ASSISTANT", "法官助理", "judge's assistant"
    CLERK = "CLERK", "书记员", "clerk"


class LegalActor(Term):
    """Whose act a step legally is. Source: `bankruptcy-process.md` section 0."""

    COURT = "COURT", "人民法院", "the court"
    SUP_COURT = "SUP_COURT", "上一级人民法院", "the superior court"
    EXEC_COURT = "EXEC_COURT", "执行法院", "the enforcement court"
    APPLICANT = "APPLICANT", "申请人", "the applicant"
    DEBTOR = "DEBTOR", "债务人", "the debtor"
    CREDITOR = "CREDITOR", "债权人", "a creditor"
    ADMIN = "ADMIN", "管理人", "the administrator"
    MEETING = "MEETING", "债权人会议", "the creditors' meeting"
    COMMITTEE = "COMMITTEE", "债权人委员会", "the creditors' committee"
    OTHER = "OTHER", "有关人员", "the person concerned"
    SYSTEM = "SYSTEM", "法律规定（系统记录）", "the law itself (recorded by the system)"


class PartyRole(Term):
    """What a party is in the case."""

    APPLICANT = "APPLICANT", "申请人", "applicant"
    DEBTOR = "DEBTOR", "债务人（被申请人）", "debtor (respondent)"
    CREDITOR = "CREDITOR", "已知债权人", "known creditor"
    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "administrator"
    INTERESTED = "INTERESTED", "利害关系人", "interested party"
    AUTHORITY = "AUTHORITY", "采取执行、保全措施的机关", "authority that enforces or preserves"
    REGISTRY = "REGISTRY", "登记机关", "registration authority"
    INVESTOR = "INVESTOR", "出资人", "investor"


class PartyKind(Term):
    """What sort of person a party is."""

    ENTERPRISE = "ENTERPRISE", "企业法人", "enterprise legal person"
    ORGANISATION = "ORGANISATION", "其他组织", "other organisation"
    PERSON = "PERSON", "自然人", "natural person"
    AUTHORITY = "AUTHORITY", "机关", "authority"


class ApplicantKind(Term):
    """Who may petition. Source: EBL 7, 134; CPL-I 511; `bankruptcy-process.md` section 4."""

    DEBTOR = "DEBTOR", "债务人", "the debtor"
    CREDITOR = "CREDITOR", "债权人", "a creditor"
    LIQUIDATOR = "LIQUIDATOR", "依法负有清算责任的人", "the person bound to liquidate"
    REGULATOR = "REGULATOR", "金融监督管理机构", "the financial regulator"
    EXEC_COURT = "EXEC_COURT", "执行法院（移送）", "the enforcement court (transfer)"


class CourtLevel(Term):
    """The four levels of people's courts."""

    SUPREME = "SUPREME", "最高人民法院", "Supreme People's Court"
    HIGH = "HIGH", "高级人民法院", "high people's court"
    INTERMEDIATE = "INTERMEDIATE", "中级人民法院", "intermediate people's court"
    BASIC = "BASIC", "基层人民法院", "basic people's court"
