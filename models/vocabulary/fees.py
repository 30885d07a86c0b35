"""What the administrator and the court are paid: remuneration, its instalments, collateral, the court fee."""

from models.vocabulary.term import Term


class RemunerationState(Term):
    """管理人报酬, from the plan to the last instalment. Source: AR 4 to 18."""

    PLANNED = "PLANNED", "方案已确定", "plan fixed"
    OBJECTED = "OBJECTED", "异议审查中", "objection under review"
    FIXED = "FIXED", "最终报酬已确定", "final amount fixed"
    SETTLED = "SETTLED", "已付清", "paid in full"
    FORGONE = "FORGONE", "不再收取", "not collected"


class InstalmentState(Term):
    """收取报酬的申请. Source: AR 11."""

    ASKED = "ASKED", "已申请", "asked for"
    ALLOWED = "ALLOWED", "已确定数额", "amount fixed"
    PAID = "PAID", "已支付", "paid"
    REFUSED = "REFUSED", "不予支付", "refused"
    RECALLED = "RECALLED", "已撤回", "recalled"


class CollateralFeeState(Term):
    """向担保权人收取的报酬. Source: AR 13."""

    ASKED = "ASKED", "协商不成，已申请", "not agreed, asked of the court"
    AGREED = "AGREED", "协商一致", "agreed"
    FIXED = "FIXED", "法院已确定", "fixed by the court"
    COLLECTED = "COLLECTED", "已收取", "collected"
    DROPPED = "DROPPED", "不再收取", "not collected"


class CourtFeeState(Term):
    """案件受理费. Source: FEE 14⑥, 20(2), 42."""

    FIXED = "FIXED", "已核定", "reckoned"
    PAID = "PAID", "已交纳", "paid"
    WAIVED = "WAIVED", "不再收取", "not charged again"


class Payee(Term):
    """Whose remuneration it is. Source: AR 14, 15."""

    LAW_FIRM = "LAW_FIRM", "律师事务所", "law firm"
    ACCOUNTING_FIRM = "ACCOUNTING_FIRM", "会计师事务所", "accounting firm"
    LIQUIDATION_FIRM = "LIQUIDATION_FIRM", "破产清算事务所", "bankruptcy liquidation firm"
    INDIVIDUAL = "INDIVIDUAL", "个人管理人", "individual"
    GROUP_MEMBER = "GROUP_MEMBER", "清算组中的其他机构或者人员", "other member of a clearing group"
    GOVERNMENT = (
        "GOVERNMENT",
        "清算组中政府部门派出的工作人员",
        "member of a clearing group sent by the government",
    )


class Profession(Term):
    """Of what profession a hired agency or person is. Source: AR 14."""

    LAW = "LAW", "律师", "law"
    ACCOUNTING = "ACCOUNTING", "会计、审计", "accounting"
    OTHER = "OTHER", "其他（评估、拍卖等）", "other (appraisal, auction …)"


class Collection(Term):
    """When remuneration is collected. Source: AR 3, 4."""

    INSTALMENTS = "INSTALMENTS", "分期收取", "in instalments"
    AT_END = "AT_END", "最后一次性收取", "once, at the end"


class RemunerationBase(Term):
    """What the rates are applied to; no text read says it. Source: AR 2(1), DESIGN."""

    BEFORE = (
        "pool_before_remuneration",
        "可供分配的财产，未扣除破产费用和共益债务",
        "the pool before expenses and common-benefit debts",
    )
    AFTER = (
        "pool_after_expenses",
        "可供分配的财产，扣除报酬以外的破产费用和共益债务",
        "the pool after the other expenses and common-benefit debts",
    )


class CourtFeeBase(Term):
    """On which property the court fee is reckoned. Source: FEE 14⑥, I2 3(1)."""

    ALL = "all_property", "全部财产，包括设定担保的财产", "all property, encumbered property included"
    UNENCUMBERED = "unencumbered_property", "没有设定担保的财产", "unencumbered property only"
