"""Claims: their ranks, classes, figures and states, what they depend on, and what arises from returns."""

from models.vocabulary.term import Term


class Rank(Term):
    """The order in which the estate is paid out. Source: EBL 43, 113(1); M2018-28 for what is subordinated.

    Investors come last and have no claims: a surplus is divided by their shares (CL 236(2)).
    """

    EXPENSE = "expense", "破产费用", "bankruptcy expenses"
    COMMON_BENEFIT = "common_benefit", "共益债务", "debts of common benefit"
    EMPLOYEE = "employee", "职工债权", "employees"
    SOCIAL_TAX = "social_tax", "社会保险费用和税款", "social insurance and taxes"
    ORDINARY = "ordinary", "普通债权", "ordinary claims"
    SUBORDINATE_PUNITIVE = "subordinate_punitive", "民事惩罚性赔偿金", "civil punitive damages"
    SUBORDINATE_FINE = "subordinate_fine", "行政罚款", "administrative fines"
    SUBORDINATE_CRIMINAL = "subordinate_criminal", "刑事罚金", "criminal fines"
    EQUITY = "equity", "出资人", "investors"


class ClaimClass(Term):
    """A class of claims. Source: `bankruptcy-money.md` section 1; EBL 82, 109, 113."""

    EXP = "EXP", "破产费用", "bankruptcy expenses"
    CBD = "CBD", "共益债务", "debts of common benefit"
    SEC = "SEC", "有财产担保债权", "secured"
    SEC_CONSTR = "SEC_CONSTR", "建设工程价款优先债权", "construction price priority"
    SEC_HOMEBUYER = "SEC_HOMEBUYER", "商品房消费者债权", "home buyers"
    EMP = "EMP", "职工债权", "employees"
    SOC = "SOC", "社会保险费用", "social insurance"
    TAX = "TAX", "税款债权", "taxes"
    ORD = "ORD", "普通债权", "ordinary"
    SUB = "SUB", "劣后债权（惩罚性赔偿金）", "subordinated: punitive damages"
    SUB_FINE = "SUB_FINE", "劣后债权（行政罚款）", "subordinated: administrative fines"
    SUB_CRIMINAL = "SUB_CRIMINAL", "劣后债权（刑事罚金）", "subordinated: criminal fines"

    @property
    def is_secured(self) -> bool:
        """Whether it is met from a specific asset first (EBL 109)."""
        return self.value.startswith("SEC")

    @property
    def rank(self) -> Rank | None:
        """The rank in which it is paid from the estate; None if only from its asset (EBL 109, 113)."""
        return RANK_OF.get(self)

    @property
    def is_filed(self) -> bool:
        """Whether it is a claim against the bankrupt; expenses and common debts are paid as they fall due."""
        return self not in {ClaimClass.EXP, ClaimClass.CBD}


RANK_OF = {
    ClaimClass.EXP: Rank.EXPENSE,
    ClaimClass.CBD: Rank.COMMON_BENEFIT,
    ClaimClass.EMP: Rank.EMPLOYEE,
    ClaimClass.SOC: Rank.SOCIAL_TAX,
    ClaimClass.TAX: Rank.SOCIAL_TAX,
    ClaimClass.ORD: Rank.ORDINARY,
    ClaimClass.SUB: Rank.SUBORDINATE_PUNITIVE,
    ClaimClass.SUB_FINE: Rank.SUBORDINATE_FINE,
    ClaimClass.SUB_CRIMINAL: Rank.SUBORDINATE_CRIMINAL,
}
FILED_CLASSES = tuple(claim_class for claim_class in ClaimClass if claim_class.is_filed)
"""What a claim that is filed or listed may be (EBL 48, 113)."""


class FigureKind(Term):
    """What a figure of a claim is for. Source: EBL 46(2), 48(2), 49; I3-3; M2018-27, 28; P2002-57, 58."""

    PRINCIPAL = "PRINCIPAL", "本金", "principal"
    INTEREST = "INTEREST", "利息", "interest"
    PENALTY = "PENALTY", "违约金、滞纳金", "penalty for delay"
    DOUBLE_INTEREST = "DOUBLE_INTEREST", "迟延履行期间加倍部分利息", "double default interest"
    COSTS = "COSTS", "实现债权的费用", "costs of recovery"
    WAGES = "WAGES", "工资", "wages"
    BENEFITS = "BENEFITS", "医疗、伤残补助、抚恤费用", "medical, disability and death benefits"
    ACCOUNTS = (
        "ACCOUNTS",
        "划入个人账户的养老、医疗保险",
        "insurance of personal accounts",
    )
    COMPENSATION = "COMPENSATION", "补偿金", "statutory compensation"
    INJURY = "INJURY", "人身损害赔偿", "damages for personal injury"
    PUNITIVE = "PUNITIVE", "惩罚性赔偿金", "punitive damages"
    WAGE_ADVANCE = "WAGE_ADVANCE", "第三方垫付的职工债权", "employees' claims that a third party advanced"
    HOUSING_FUND = "HOUSING_FUND", "住房公积金", "housing fund"
    CASUAL_WAGES = "CASUAL_WAGES", "非正式职工劳动报酬", "wages of casual staff"
    STAFF_LOAN = "STAFF_LOAN", "职工集资款本金", "principal of loans from staff"
    OTHER = "OTHER", "其他", "other"
    WHOLE = "WHOLE", "未分项", "not split"

    @property
    def runs_with_time(self) -> bool:
        """Whether it grows by the day, and so stops at the acceptance (EBL 46(2); I3-3)."""
        return self in {FigureKind.INTEREST, FigureKind.PENALTY, FigureKind.DOUBLE_INTEREST}


class ImportKind(Term):
    """What the rows of a table become. Source: EBL 48(1), 48(2)."""

    CLAIMS = "CLAIMS", "债权申报", "claims that were filed"
    EMPLOYEES = "EMPLOYEES", "职工债权清单", "list of employees' claims"


class ImportState(Term):
    """A table of claims on its way into the case (DESIGN)."""

    UPLOADED = "UPLOADED", "等待读取", "waiting to be read"
    READ = "READ", "已读取，待确认", "read, to be confirmed"
    UNREADABLE = "UNREADABLE", "不能读取", "cannot be read"
    RUNNING = "RUNNING", "正在导入", "being imported"
    DONE = "DONE", "已导入", "imported"
    UNDONE = "UNDONE", "已整批撤回", "withdrawn as a whole"


class ClaimState(Term):
    """债权. Source: `bankruptcy-process.md` section 11.2."""

    FILED = "FILED", "已申报", "filed"
    REGISTERED = "REGISTERED", "已登记", "registered"
    REVIEWED = "REVIEWED", "已审查", "reviewed"
    LISTED = "LISTED", "已编入债权表", "listed"
    VERIFIED = "VERIFIED", "已核查", "verified"
    CONFIRMED = "CONFIRMED", "已裁定确认", "confirmed"
    DISPUTED = "DISPUTED", "有异议", "disputed"
    SUED = "SUED", "诉讼中", "in suit"
    ARBITRATED = "ARBITRATED", "仲裁中", "in arbitration"
    JUDGED = "JUDGED", "生效裁判确定", "fixed by judgment or award"
    SETTLED = "SETTLED", "异议已解决", "settled"
    WITHDRAWN = "WITHDRAWN", "撤回申报", "withdrawn"


FIXED_CLAIMS = (ClaimState.CONFIRMED, ClaimState.JUDGED, ClaimState.SETTLED)
"""Claims whose amount no longer changes (EBL 58)."""
UNSETTLED_CLAIMS = (ClaimState.DISPUTED, ClaimState.SUED, ClaimState.ARBITRATED)
"""Claims in dispute: their shares are laid aside (EBL 119)."""
CLAIMS_TAKING_PART = (*FIXED_CLAIMS, *UNSETTLED_CLAIMS)
"""Claims that take part in a distribution."""
REVIEWED_NOT_FIXED = (ClaimState.LISTED, ClaimState.VERIFIED, *UNSETTLED_CLAIMS)
"""Claims of which the administrator has admitted an amount, and nothing has fixed it yet (EBL 59(2))."""


class ConditionKind(Term):
    """What a claim depends on. Source: EBL 46(1), 47, 117; CC 158, 160."""

    NONE = "NONE", "不附条件、不附期限", "neither condition nor time"
    SUSPENSIVE = "SUSPENSIVE", "附生效条件", "suspensive condition"
    RESOLUTIVE = "RESOLUTIVE", "附解除条件", "resolutive condition"
    TERM = "TERM", "附期限（不提存）", "limited in time (no escrow)"

    @property
    def lays_aside(self) -> bool:
        """Whether its shares are laid aside (EBL 117(1)); a time has come with the acceptance (EBL 46(1))."""
        return self in {ConditionKind.SUSPENSIVE, ConditionKind.RESOLUTIVE}


class AbnormalIncome(Term):
    """What a director, supervisor or senior manager has taken. Source: EBL 36; I2-24(1)①–③."""

    BONUS = "BONUS", "绩效奖金", "performance bonus"
    WAGES = "WAGES", "普遍拖欠职工工资情况下获取的工资性收入", "wages taken while employees went unpaid"
    OTHER = "OTHER", "其他非正常收入", "other abnormal income"
