"""The money of the estate: the chart of accounts, why an entry was made, what is spent, the bank's word.

The names of accounts follow 财会〔2016〕23号 where it has one; its text was not at hand (DESIGN).
"""

from models.vocabulary.claims import Rank
from models.vocabulary.term import Term


class LedgerAccount(Term):
    """The fixed chart of accounts of an estate. Source: 财会〔2016〕23号 for names; DESIGN."""

    BANK = "BANK", "银行存款", "bank deposit"
    CASH = "CASH", "库存现金", "cash in hand"
    PAYABLE_EXPENSE = "PAYABLE_EXPENSE", "应付破产费用", "bankruptcy expenses payable"
    PAYABLE_COMMON = "PAYABLE_COMMON", "应付共益债务", "debts of common benefit payable"
    PAYABLE_SHARES = "PAYABLE_SHARES", "应付分配款", "distributions payable"
    ESCROW = "ESCROW", "提存", "escrow"
    ADVANCES = "ADVANCES", "他人垫付款", "advances by others"
    LOANS = "LOANS", "继续营业借款", "loans for continued business"
    DEPOSITS = "DEPOSITS", "竞买保证金", "deposits of bidders"
    HELD_FOR_OWNERS = "HELD_FOR_OWNERS", "代管权利人主张的变价款", "proceeds claimed by their owners"
    DEPOSITORY = "DEPOSITORY", "提存机构存款", "held by a depository"
    NET = "NET", "清算净值", "net value of the estate"
    PROCEEDS = "PROCEEDS", "财产变价收入", "proceeds of assets"
    RECOVERIES = "RECOVERIES", "收回、追回款项", "money recovered"
    INTEREST = "INTEREST", "利息收入", "interest"
    LATE_COSTS = "LATE_COSTS", "补充申报费用收入", "costs of late claims recovered"
    OWNERS_COSTS = "OWNERS_COSTS", "取回权人支付的费用", "costs paid by owners who retrieve"
    ADJUSTMENT = "ADJUSTMENT", "调整", "adjustments"
    SECURED = "SECURED", "清偿：担保债权", "paid: secured claims"
    EMPLOYEE = "EMPLOYEE", "清偿：职工债权", "paid: employees"
    SOCIAL_TAX = "SOCIAL_TAX", "清偿：社会保险费用和税款", "paid: social insurance and taxes"
    ORDINARY = "ORDINARY", "清偿：普通债权", "paid: ordinary claims"
    SUBORDINATE = "SUBORDINATE", "清偿：劣后债权", "paid: subordinated claims"
    EQUITY = "EQUITY", "分配：出资人", "given: investors"
    EXP_COURT = "EXP_COURT", "破产费用：诉讼费用", "expenses: court costs"
    EXP_ESTATE = "EXP_ESTATE", "破产费用：管理、变价和分配费用", "expenses: managing, realising, distributing"
    EXP_DUTIES = "EXP_DUTIES", "破产费用：执行职务、聘用人员费用", "expenses: duties and staff"
    EXP_REMUNERATION = "EXP_REMUNERATION", "破产费用：管理人报酬", "expenses: remuneration"
    EXP_EARLIER = "EXP_EARLIER", "破产费用：此前的清算、执行费用", "expenses: earlier costs"
    EXP_TAX = "EXP_TAX", "破产费用：处置财产的税费", "expenses: taxes of disposals"
    CBD_CONTRACT = "CBD_CONTRACT", "共益债务：继续履行合同", "common benefit: contracts performed"
    CBD_AGENCY = "CBD_AGENCY", "共益债务：无因管理", "common benefit: negotiorum gestio"
    CBD_ENRICHMENT = "CBD_ENRICHMENT", "共益债务：不当得利", "common benefit: unjust enrichment"
    CBD_BUSINESS = "CBD_BUSINESS", "共益债务：继续营业", "common benefit: continued business"
    CBD_HARM_BY_ADMIN = "CBD_HARM_BY_ADMIN", "共益债务：执行职务致人损害", "common benefit: harm by duties"
    CBD_HARM_BY_THING = "CBD_HARM_BY_THING", "共益债务：财产致人损害", "common benefit: harm by property"
    CBD_BY_REFERENCE = "CBD_BY_REFERENCE", "共益债务：司法解释规定", "common benefit: by interpretation"
    CBD_TAX = "CBD_TAX", "共益债务：继续营业的税费", "common benefit: taxes of business"


MONEY = (LedgerAccount.BANK, LedgerAccount.CASH)
COSTS = frozenset(list(LedgerAccount)[list(LedgerAccount).index(LedgerAccount.SECURED) :])


class EntrySource(Term):
    """What made an entry in the ledger (DESIGN)."""

    ASSET = "ASSET", "财产", "asset"
    DISTRIBUTION = "DISTRIBUTION", "分配", "distribution"
    PAYMENT = "PAYMENT", "支付分配款", "payment of shares"
    SPENDING = "SPENDING", "费用与共益债务", "expenses and debts"
    RETRIEVAL = "RETRIEVAL", "取回权", "retrieval"
    SECURED_RETURN = "SECURED_RETURN", "担保债权付款退回", "payment to a secured creditor returned"
    MANUAL = "MANUAL", "手工记账", "entered by hand"
    REVERSAL = "REVERSAL", "冲正", "reversal"


class ManualEntryKind(Term):
    """What an administrator may enter by hand, with a reason (DESIGN)."""

    OPENING = "OPENING", "接管时的存款、现金", "money taken over"
    INTEREST = "INTEREST", "利息收入", "interest received"
    FEE = "FEE", "银行手续费", "bank fee"
    TO_BANK = "TO_BANK", "现金存入银行", "cash paid into the bank"
    TO_CASH = "TO_CASH", "从银行提取现金", "cash drawn from the bank"
    ADVANCE = "ADVANCE", "收到他人垫付款", "advance received"
    LOAN = "LOAN", "收到继续营业借款", "loan received"
    DEPOSIT = "DEPOSIT", "收到竞买保证金", "bidder's deposit received"
    DEPOSIT_BACK = "DEPOSIT_BACK", "退还竞买保证金", "bidder's deposit returned"
    LATE_COST = "LATE_COST", "收到补充申报费用", "cost of a late claim received"
    ESCROW_OUT = "ESCROW_OUT", "将提存款交提存机构", "escrow handed to a depository"
    ESCROW_BACK = "ESCROW_BACK", "提存机构退回提存款", "escrow handed back by a depository"
    SECURED_PAID = "SECURED_PAID", "以担保物价款清偿担保债权", "secured claim paid from its asset"
    ADJUST_IN = "ADJUST_IN", "调整（增加存款）", "adjustment (more)"
    ADJUST_OUT = "ADJUST_OUT", "调整（减少存款）", "adjustment (less)"


class SpendingKind(Term):
    """破产费用、共益债务. Source: EBL 41, 42; I3-1, 2; AR-12(3); I2; TAX24."""

    COURT = "EXP_COURT", "破产案件的诉讼费用", "court costs"
    ESTATE = (
        "EXP_ESTATE",
        "管理、变价和分配财产的费用",
        "managing, realising, distributing the estate",
    )
    DUTIES = "EXP_DUTIES", "管理人执行职务、聘用人员的费用", "duties of the administrator and staff"
    REMUNERATION = "EXP_REMUNERATION", "管理人报酬", "remuneration of the administrator"
    EARLIER = "EXP_EARLIER", "此前的强制清算、执行费用", "earlier liquidation and enforcement costs"
    ADVANCE = "ADVANCES", "偿还他人垫付的费用", "repaying an advance"
    TAX = "EXP_TAX", "处置财产产生的税费", "taxes caused by disposals"
    CONTRACT = "CBD_CONTRACT", "继续履行双方均未履行完毕的合同", "executory contracts performed"
    AGENCY = "CBD_AGENCY", "无因管理", "negotiorum gestio"
    ENRICHMENT = "CBD_ENRICHMENT", "不当得利", "unjust enrichment"
    BUSINESS = "CBD_BUSINESS", "继续营业的劳动报酬、社会保险和其他债务", "continued business"
    HARM_BY_ADMIN = "CBD_HARM_BY_ADMIN", "管理人等执行职务致人损害", "harm done in duties"
    HARM_BY_THING = "CBD_HARM_BY_THING", "债务人财产致人损害", "harm done by property"
    LOAN = "LOANS", "偿还继续营业的借款", "repaying a loan for continued business"
    BY_REFERENCE = "CBD_BY_REFERENCE", "解释二规定的共益债务", "debts named by Provisions (II)"
    BUSINESS_TAX = "CBD_TAX", "继续营业产生的税费", "taxes of continued business"

    @property
    def rank(self) -> Rank:
        """Whether it is an expense or a debt of common benefit (EBL 41, 42, 43(2))."""
        expense = self.value.startswith("EXP_") or self is SpendingKind.ADVANCE
        return Rank.EXPENSE if expense else Rank.COMMON_BENEFIT

    @property
    def account(self) -> LedgerAccount:
        """The account that says what was spent."""
        return LedgerAccount(self.value)

    @property
    def payable(self) -> LedgerAccount:
        """The account that says what is owed once it is approved."""
        expense = self.rank == Rank.EXPENSE
        return LedgerAccount.PAYABLE_EXPENSE if expense else LedgerAccount.PAYABLE_COMMON


class CommonGround(Term):
    """Which provision makes a debt one of common benefit, besides EBL 42. Source: I2."""

    CO_OWNER = "I2-4(3)", "分割共有财产给其他共有人造成的损害", "loss of co-owners by partition"
    PRICE_REFUND = "I2-11(2)", "撤销不合理价格的交易，应返还的价款", "price refunded after avoidance"
    TRANSFERRED = "I2-30②", "受理后执行职务转让他人财产", "transfer of property of others in duties"
    THIRD_PARTY = "I2-31②", "受理后转让他人财产，第三人已付的价款", "price paid by a third party"
    DESTROYED = "I2-32(2)②", "受理后执行职务使他人财产毁损、灭失", "loss of property of others in duties"
    FAULT = "I2-33(1)", "管理人故意、重大过失造成的损害", "harm by intent or gross fault in duties"
    BUYER_PAID = (
        "I2-36(3)",
        "出卖人解除所有权保留买卖，买受人已付的价款",
        "price of a buyer who gave back",
    )
    SELLER_HARMED = (
        "I2-37(3)",
        "继续履行的所有权保留买卖给出卖人的损害",
        "harm to the seller, sale continued",
    )
    VALUE_LOST = "I2-38(2)", "取回的标的物价值减损，已付价款不足弥补", "loss in value beyond the price paid"


class SpendingState(Term):
    """An expense or debt of common benefit, from the request to the money. Source: EBL 43; DESIGN."""

    REQUESTED = "REQUESTED", "待批准", "to be approved"
    APPROVED = "APPROVED", "已批准，待支付", "approved, to be paid"
    REFUSED = "REFUSED", "未获批准", "refused"
    PAID = "PAID", "已支付", "paid"
    RETURNED = "RETURNED", "已退回", "returned"
    DROPPED = "DROPPED", "不再支付", "dropped"


class SecuredReturnState(Term):
    """A payment out of collateral that the bank sent back. Source: EBL 109 (DESIGN)."""

    RETURNED = "RETURNED", "银行退回，待再次支付", "returned, to be paid again"
    KEPT = "KEPT", "已提存", "deposited"
    PAID = "PAID", "已再次支付", "paid again"


class StatementState(Term):
    """A bank statement on its way into the case (DESIGN)."""

    READ = "READ", "已读取，待确认", "read, to be confirmed"
    IMPORTED = "IMPORTED", "已导入", "imported"
    DISCARDED = "DISCARDED", "已放弃", "discarded"


class MatchWay(Term):
    """How lines of the bank and entries of the ledger were found to say the same (DESIGN)."""

    REFERENCE = "REFERENCE", "流水号和金额相同", "same reference and sum"
    FILE = "FILE", "付款文件逐笔相符", "payment file, payment by payment"
    SUM = "SUM", "金额相同、日期相近", "same sum, days apart"
    AUTOMATIC = "AUTOMATIC", "自动（此前的版本）", "automatic, by an earlier version"
    HAND = "HAND", "人工", "by hand"
