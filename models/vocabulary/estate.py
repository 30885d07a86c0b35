"""What a bankruptcy case is made of: meetings, assets, distributions, the administrator's acts."""

from models.vocabulary.term import Term


class MeetingState(Term):
    """债权人会议. Source: `bankruptcy-process.md` section 11.3."""

    CALLED = "CALLED", "已召集", "called"
    NOTICED = "NOTICED", "已通知", "noticed"
    HELD = "HELD", "已召开", "held"
    CANCELLED = "CANCELLED", "已取消", "cancelled"


class MeetingForm(Term):
    """How a meeting is held. Source: I3-11."""

    ON_SITE = "ON_SITE", "现场会议", "on site"
    ONLINE = "ONLINE", "网络会议", "online"
    WRITTEN = "WRITTEN", "书面表决", "in writing"
    MIXED = "MIXED", "现场与网络并行", "on site and online"


class MeetingCaller(Term):
    """Who asks for a meeting. Source: EBL 62."""

    COURT = "COURT", "人民法院", "the court"
    ADMIN = "ADMIN", "管理人", "the administrator"
    COMMITTEE = "COMMITTEE", "债权人委员会", "the creditors' committee"
    CREDITORS = "CREDITORS", "占债权总额四分之一以上的债权人", "creditors with a quarter of all claims"


class ResolutionMatter(Term):
    """What a creditors' meeting decides. Source: EBL 61(1)."""

    M1 = "61.1", "核查债权", "verification of claims"
    M2 = "61.2", "申请更换管理人，审查管理人的费用和报酬", "replacing the administrator, its costs and fee"
    M3 = "61.3", "监督管理人", "supervision of the administrator"
    M4 = "61.4", "选任和更换债权人委员会成员", "members of the committee"
    M5 = "61.5", "决定继续或者停止债务人的营业", "continuing or stopping business"
    M6 = "61.6", "通过重整计划", "reorganization plan"
    M7 = "61.7", "通过和解协议", "composition agreement"
    M8 = "61.8", "通过债务人财产的管理方案", "management plan"
    M9 = "61.9", "通过破产财产的变价方案", "realisation plan"
    M10 = "61.10", "通过破产财产的分配方案", "distribution plan"
    M11 = "61.11", "人民法院认为应当由债权人会议行使的其他职权", "other matters given by the court"


class ResolutionState(Term):
    """决议. Source: `bankruptcy-process.md` section 11.3."""

    PASSED = "PASSED", "通过", "passed"
    FAILED = "FAILED", "未通过", "failed"
    FINAL = "FINAL", "已生效", "final"
    REVOKE_REQUESTED = "REVOKE_REQUESTED", "请求撤销审查中", "revocation requested"
    REVOKED_ALL = "REVOKED_ALL", "全部撤销", "revoked"
    REVOKED_PART = "REVOKED_PART", "部分撤销", "revoked in part"
    UPHELD = "UPHELD", "维持", "upheld"


class PlanState(Term):
    """A plan put to the creditors. Source: `bankruptcy-process.md` section 5, parallel flags; EBL 65."""

    PROPOSED = "PROPOSED", "已提出", "proposed"
    FAILED_ONCE = "FAILED_ONCE", "一次表决未通过", "failed once"
    FAILED_TWICE = "FAILED_TWICE", "二次表决未通过", "failed twice"
    PASSED = "PASSED", "已通过", "passed"
    COURT_RULED = "COURT_RULED", "法院裁定", "ruled by the court"
    RECOGNISED = "RECOGNISED", "裁定认可", "recognised"


class AssetKind(Term):
    """What an asset is."""

    LAND = "LAND", "土地使用权", "land use right"
    BUILDING = "BUILDING", "房屋建筑物", "building"
    EQUIPMENT = "EQUIPMENT", "机器设备", "equipment"
    VEHICLE = "VEHICLE", "车辆", "vehicle"
    INVENTORY = "INVENTORY", "存货", "inventory"
    RECEIVABLE = "RECEIVABLE", "应收账款", "receivable"
    EQUITY = "EQUITY", "对外投资", "equity interest"
    INTELLECTUAL = "INTELLECTUAL", "知识产权", "intellectual property"
    CASH = "CASH", "货币资金", "cash"
    OTHER = "OTHER", "其他财产", "other"

    @property
    def is_real_estate(self) -> bool:
        """Whether disposing of it is major whatever it is worth (EBL 69(1)①)."""
        return self in {AssetKind.LAND, AssetKind.BUILDING}


class AssetOrigin(Term):
    """How an asset came into the estate (取得原因). Source: EBL 30, 31 to 36; data standard, 债务人财产."""

    AT_ACCEPTANCE = "AT_ACCEPTANCE", "受理时属于债务人", "the debtor's at the acceptance"
    RECOVERED = "RECOVERED", "追回", "recovered"
    LATER = "LATER", "受理后至程序终结前取得", "acquired after the acceptance"


class AvoidanceGround(Term):
    """Why something goes back to the estate. Source: EBL 31, 32, 33, 35, 36; I2-36(1) for the last."""

    GIFT = "GIFT", "无偿转让财产", "gift"
    UNREASONABLE = "UNREASONABLE", "以明显不合理的价格交易", "plainly unreasonable price"
    NEW_SECURITY = "NEW_SECURITY", "对没有财产担保的债务提供财产担保", "new security for an old debt"
    PREPAYMENT = "PREPAYMENT", "对未到期的债务提前清偿", "payment of a debt not yet due"
    WAIVER = "WAIVER", "放弃债权", "waiver of a claim"
    PREFERENCE = "PREFERENCE", "对个别债权人清偿", "payment to a single creditor"
    CONCEALMENT = "CONCEALMENT", "为逃避债务隐匿、转移财产", "hiding or moving property"
    FICTITIOUS = "FICTITIOUS", "虚构债务或者承认不真实的债务", "fictitious debt"
    ABNORMAL_INCOME = "ABNORMAL_INCOME", "高管非正常收入、侵占财产", "abnormal income of managers"
    SELLER_RESCINDS = (
        "SELLER_RESCINDS",
        "解除所有权保留买卖，收回标的物（出卖人破产）",
        "rescinded sale under retention of title (seller bankrupt)",
    )
    UNPAID_CAPITAL = "UNPAID_CAPITAL", "未缴出资、抽逃出资", "unpaid or withdrawn capital"


class AvoidanceException(Term):
    """Why an act stands although it falls into the time. Source: EBL 32; I2-12, 14, 15, 16."""

    NONE = "NONE", "没有例外情形", "none"
    BENEFIT = "BENEFIT", "使债务人财产受益", "benefits the estate"
    DUE_BEFORE = "DUE_BEFORE", "提前清偿的债务在受理前已经到期", "the debt fell due before the acceptance"
    SECURED = (
        "SECURED",
        "以债务人自有财产担保的债务（担保物价值不低于债务）",
        "secured by own property of enough value",
    )
    BY_COURT = "BY_COURT", "经诉讼、仲裁、执行程序清偿（没有恶意串通）", "by suit, arbitration or enforcement"
    NECESSARY = "NECESSARY", "水电费、劳动报酬、人身损害赔偿等必要支出", "utilities, wages, injury damages"


class AvoidanceState(Term):
    """An act to be set aside, from discovery to what comes back. Source: EBL 31 to 36; I2-9 to 17, 24."""

    FOUND = "FOUND", "已查明", "found"
    DEMANDED = "DEMANDED", "已要求返还", "return demanded"
    SUED = "SUED", "诉讼中", "in suit"
    AVOIDED = "AVOIDED", "已撤销或者确认无效", "set aside or void"
    DISMISSED = "DISMISSED", "未获支持", "suit lost"
    RECOVERED = "RECOVERED", "已追回", "recovered"
    DROPPED = "DROPPED", "不再追究", "dropped"


class AssetState(Term):
    """财产, from discovery to money."""

    FOUND = "FOUND", "已查明", "found"
    TAKEN_OVER = "TAKEN_OVER", "已接管", "taken over"
    APPRAISED = "APPRAISED", "已评估", "appraised"
    FOR_SALE = "FOR_SALE", "变价中", "for sale"
    SOLD = "SOLD", "已成交", "sold"
    PAID = "PAID", "价款已到账", "money received"
    DISTRIBUTED = "DISTRIBUTED", "已作实物分配", "distributed in kind"
    RELEASED = "RELEASED", "不再列入（取回、放弃）", "released (retrieval, abandonment)"


class SaleMethod(Term):
    """How an asset is turned into money. Source: EBL 112."""

    AUCTION = "AUCTION", "拍卖", "auction"
    AGREED = "AGREED", "协议转让", "agreed sale"
    SELL_OFF = "SELL_OFF", "变卖", "sale without auction"
    BY_REGULATION = "BY_REGULATION", "按国家规定的方式", "as state rules prescribe"
    COLLECTION = "COLLECTION", "收取债权", "collection"
    IN_KIND = "IN_KIND", "实物分配", "distribution in kind"

    @property
    def is_by_law(self) -> bool:
        """Whether no resolution of the creditors' meeting is needed for it (EBL 112(1), 112(3))."""
        return self in {SaleMethod.AUCTION, SaleMethod.BY_REGULATION}


class DistributionKind(Term):
    """Which of several distributions. Source: EBL 116, 123; CL 236(2) for a surplus."""

    INTERIM = "INTERIM", "分次分配", "interim"
    FINAL = "FINAL", "最后分配", "final"
    SUPPLEMENTARY = "SUPPLEMENTARY", "追加分配", "supplementary"
    SURPLUS = "SURPLUS", "向出资人分配剩余财产", "surplus to investors"


class HoldingKind(Term):
    """By what investors share in a surplus. Source: CL 236(2)."""

    CONTRIBUTION = "CONTRIBUTION", "实缴出资（有限责任公司）", "paid-in capital (limited company)"
    SHARES = "SHARES", "股份（股份有限公司）", "shares (joint-stock company)"


class InvestorState(Term):
    """An investor on the list of a case (DESIGN)."""

    LISTED = "LISTED", "在册", "listed"
    STRUCK = "STRUCK", "误登，已撤销", "entered in error, struck"


class ShareState(Term):
    """What became of a share of a distribution. Source: EBL 110, 117 to 119; I3-4."""

    PAID = "PAID", "以货币支付", "payable in money"
    CONDITIONAL = "CONDITIONAL", "提存（附条件）", "in escrow, conditional"
    UNCLAIMED = "UNCLAIMED", "提存（未受领）", "in escrow, not collected"
    LITIGATED = "LITIGATED", "提存（诉讼、仲裁未决）", "in escrow, in suit or arbitration"
    GUARANTEE = "GUARANTEE", "提存（一般保证责任未定）", "in escrow, liability of the general guarantor open"
    UNSOLD = "UNSOLD", "提存（担保物未变价）", "in escrow, collateral not sold yet"
    RELEASED = "RELEASED", "已付给债权人", "released to the creditor"
    REDISTRIBUTED = "REDISTRIBUTED", "已分配给其他债权人", "given to the other creditors"


LAID_ASIDE = (ShareState.CONDITIONAL, ShareState.LITIGATED, ShareState.GUARANTEE, ShareState.UNSOLD)
"""Shares that wait for something to be decided or sold: a condition, a suit, a guarantee, collateral."""
IN_ESCROW = (*LAID_ASIDE, ShareState.UNCLAIMED)
"""Shares in escrow: those that wait, and what was not collected (EBL 118)."""


class PaymentState(Term):
    """A payment of a share, from its preparation to the creditor. Source: EBL 114, 118 (DESIGN)."""

    PREPARED = "PREPARED", "待支付", "to be paid"
    IN_FILE = "IN_FILE", "已列入付款文件", "in a payment file"
    PAID = "PAID", "已支付", "paid"
    RETURNED = "RETURNED", "银行退回", "returned by the bank"
    DEPOSITED = "DEPOSITED", "已提存", "deposited"
    IN_KIND = "IN_KIND", "以实物分配", "given in kind"
    COLLECTED = "COLLECTED", "提存后已领取", "collected from the deposit"
    FORFEITED = "FORFEITED", "视为放弃，已分配给其他债权人", "waived, given to the other creditors"


class AppointmentState(Term):
    """管理人. Source: `bankruptcy-process.md` section 11.1."""

    APPOINTED = "APPOINTED", "履职中", "appointed"
    REPLACEMENT_ASKED = "REPLACEMENT_ASKED", "请求更换审查中", "replacement requested"
    RESIGNATION_ASKED = "RESIGNATION_ASKED", "申请辞职审查中", "resignation requested"
    RETAINED = "RETAINED_FOR_LITIGATION", "因诉讼、仲裁继续履职", "retained for litigation"
    REPLACED = "REPLACED", "已更换", "replaced"
    ENDED = "ENDED", "职务终止", "ended"


class SubmissionKind(Term):
    """What an administrator asks or reports. Source: EBL 23, 25, 26, 28, 69; forms C-18 to C-20."""

    HIRE_STAFF = "HIRE_STAFF", "聘用必要的工作人员", "to hire staff"
    CONTINUE_BUSINESS = "CONTINUE_BUSINESS", "继续或者停止债务人营业", "to continue or stop business"
    MAJOR_ACT = "MAJOR_ACT", "重大处分行为", "a major disposal"
    SPENDING = "SPENDING", "重大支出", "a large expense"
    OTHER_REQUEST = "OTHER_REQUEST", "其他请示", "another request"
    DUTY_REPORT = "DUTY_REPORT", "执行职务报告", "report on duties"
    ASSET_REPORT = "ASSET_REPORT", "财产状况报告", "report on the assets"
    CLAIM_REPORT = "CLAIM_REPORT", "债权审查报告", "report on the claims"
    OTHER_REPORT = "OTHER_REPORT", "其他报告", "another report"

    @property
    def is_request(self) -> bool:
        """Whether the court must answer."""
        return not self.value.endswith("REPORT")


class SubmissionState(Term):
    """请示、报告."""

    SUBMITTED = "SUBMITTED", "已提交", "submitted"
    GRANTED = "GRANTED", "许可", "granted"
    REFUSED = "REFUSED", "不许可", "refused"
    NOTED = "NOTED", "已阅", "noted"
    RECALLED = "RECALLED", "已撤回", "recalled"
