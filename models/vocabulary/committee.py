"""The creditors' committee, what is reported to it, and what a creditor may inspect (EBL 67 to 69; I3-10)."""

from models.vocabulary.term import Term


class CommitteeState(Term):
    """债权人委员会. Source: `bankruptcy-process.md` section 11.4; EBL 67."""

    CHOSEN = "CHOSEN", "已选任，待认可", "chosen, to be recognised"
    RECOGNISED = "RECOGNISED", "已认可", "recognised"
    RENEWAL = "RENEWAL", "改选待认可", "new members to be recognised"
    REFUSED = "REFUSED", "不予认可", "not recognised"
    DISSOLVED = "DISSOLVED", "已解散", "dissolved"


class MemberKind(Term):
    """For whom a member sits. Source: EBL 67(1)."""

    CREDITOR = "CREDITOR", "债权人代表", "creditor"
    EMPLOYEE = "EMPLOYEE", "职工代表", "employees' representative"
    UNION = "UNION", "工会代表", "representative of the trade union"

    @property
    def is_staff(self) -> bool:
        """Whether it is the one seat of employees or trade union."""
        return self is not MemberKind.CREDITOR


class CommitteePower(Term):
    """What the committee acts under. Source: EBL 68(1); I3-13 for what the meeting may delegate."""

    ESTATE = "ESTATE", "监督债务人财产的管理和处分", "supervising management and disposal of the estate"
    DISTRIBUTION = "DISTRIBUTION", "监督破产财产分配", "supervising the distribution"
    MEETING = "MEETING", "提议召开债权人会议", "proposing a creditors' meeting"
    COSTS = (
        "COSTS",
        "受托：申请更换管理人，审查管理人的费用和报酬",
        "delegated: replacing the administrator, its costs and fee",
    )
    ADMINISTRATOR = "ADMINISTRATOR", "受托：监督管理人", "delegated: supervising the administrator"
    BUSINESS = (
        "BUSINESS",
        "受托：决定继续或者停止债务人的营业",
        "delegated: continuing or stopping business",
    )


class VoteCast(Term):
    """How a member voted; of all members only consent counts (I3-14)."""

    FOR = "FOR", "同意", "for"
    AGAINST = "AGAINST", "反对", "against"
    ABSTAINED = "ABSTAINED", "弃权", "abstained"
    ABSENT = "ABSENT", "未参加", "absent"


class DeliberationState(Term):
    """委员会决定. Source: I3-14; EBL 68(3)."""

    CARRIED = "CARRIED", "通过", "carried"
    REJECTED = "REJECTED", "未通过", "not carried"
    COURT_ASKED = "COURT_ASKED", "请求法院决定", "court asked to decide"
    ORDERED = "ORDERED", "法院决定支持", "court has decided for the committee"
    DECLINED = "DECLINED", "法院决定不予支持", "court has decided against the committee"


class Resisting(Term):
    """Who refuses to be supervised. Source: EBL 68(2), 68(3)."""

    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "the administrator"
    DEBTOR = "DEBTOR", "债务人的有关人员", "persons of the debtor"


class MajorAct(Term):
    """What the administrator reports before doing it. Source: EBL 69(1)."""

    REAL_ESTATE = "69.1", "土地、房屋等不动产权益的转让", "transfer of land, buildings, real rights"
    RIGHTS = (
        "69.2",
        "探矿权、采矿权、知识产权等财产权的转让",
        "transfer of mining or intellectual property rights",
    )
    STOCK = "69.3", "全部库存或者营业的转让", "transfer of all stock or of the business"
    BORROWING = "69.4", "借款", "borrowing"
    SECURITY = "69.5", "设定财产担保", "creating security"
    SECURITIES = "69.6", "债权和有价证券的转让", "transfer of claims and securities"
    CONTRACT = "69.7", "履行双方均未履行完毕的合同", "performing a contract that neither side has performed"
    WAIVER = "69.8", "放弃权利", "waiving a right"
    RETRIEVAL = "69.9", "担保物的取回", "redeeming collateral"
    OTHER = (
        "69.10",
        "对债权人利益有重大影响的其他财产处分行为",
        "other disposals of weight to the creditors",
    )

    @property
    def is_transfer(self) -> bool:
        """Whether property leaves the estate by it, so that the report must name the assets."""
        return self in {MajorAct.REAL_ESTATE, MajorAct.RIGHTS, MajorAct.STOCK, MajorAct.SECURITIES}


class Addressee(Term):
    """To whom a major act is reported. Source: EBL 69."""

    COMMITTEE = "COMMITTEE", "债权人委员会", "the creditors' committee"
    COURT = "COURT", "人民法院", "the court"


class DisposalState(Term):
    """重大行为报告. Source: `bankruptcy-process.md` section 11.6; I3-15."""

    REPORTED = "REPORTED", "已报告", "reported"
    OBJECTED = "OBJECTED", "委员会要求纠正", "committee wants it corrected"
    COURT_ASKED = "COURT_ASKED", "请求法院决定", "court asked to decide"
    STOPPED = "STOPPED", "法院责令停止", "stopped by the court"
    CORRECTED = "CORRECTED", "管理人已纠正", "corrected by the administrator"
    REVOTED = "REVOTED", "会议重新表决通过", "passed by the meeting again"
    CONFORMING = "CONFORMING", "法院认为符合方案", "found to conform to the plan"
    DONE = "DONE", "已实施", "done"
    WITHDRAWN = "WITHDRAWN", "已撤回", "withdrawn"


class InspectedPaper(Term):
    """What a creditor may inspect. Source: I3-10(1)."""

    ASSET_REPORT = "ASSET_REPORT", "债务人财产状况报告", "reports on the debtor's assets"
    RESOLUTIONS = "RESOLUTIONS", "债权人会议决议", "resolutions of the creditors' meeting"
    COMMITTEE_DECISIONS = "COMMITTEE_DECISIONS", "债权人委员会决议", "decisions of the committee"
    SUPERVISION_REPORTS = "SUPERVISION_REPORTS", "管理人监督报告", "the administrator's supervision reports"
    OTHER = "OTHER", "参与破产程序所必需的其他财务和经营信息资料", "other financial and business information"


class Undertaking(Term):
    """How trade secrets are kept that a creditor inspects. Source: I3-10(2)."""

    NONE = "NONE", "不涉及", "not needed"
    BY_LAW = "BY_LAW", "已告知依法承担保密义务", "told of the duty under the law"
    AGREEMENT = "AGREEMENT", "已签署保密协议", "agreement signed"


class InspectionState(Term):
    """查阅. Source: I3-10; `bankruptcy-process.md` section 11.5."""

    REQUESTED = "REQUESTED", "请求查阅", "requested"
    GIVEN = "GIVEN", "已提供", "given"
    REFUSED = "REFUSED", "管理人不予提供", "refused by the administrator"
    COURT_ASKED = "COURT_ASKED", "请求法院决定", "court asked to decide"
    ORDERED = "ORDERED", "法院决定提供", "ordered by the court"
    DENIED = "DENIED", "法院决定不予提供", "denied by the court"
    WITHDRAWN = "WITHDRAWN", "已撤回", "withdrawn"
