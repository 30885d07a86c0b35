"""How an asset becomes money: what burdens it, how a round of its sale ends, what comes in, what it costs."""

from models.vocabulary.term import Term


class EncumbranceKind(Term):
    """What burdens an asset. Source: EBL 19, 37, 109; CC 807; I2-4 for co-ownership."""

    MORTGAGE = "MORTGAGE", "抵押权", "mortgage"
    PLEDGE = "PLEDGE", "质权", "pledge"
    LIEN = "LIEN", "留置权", "lien"
    CONSTRUCTION = "CONSTRUCTION", "建设工程价款优先受偿权", "construction price priority"
    HOME_BUYER = "HOME_BUYER", "商品房消费者的权利", "right of a home buyer"
    SEIZURE = "SEIZURE", "查封", "seizure"
    DETENTION = "DETENTION", "扣押", "detention"
    FREEZE = "FREEZE", "冻结", "freeze"
    LEASE = "LEASE", "租赁", "lease"
    CO_OWNERSHIP = "CO_OWNERSHIP", "共有", "co-ownership"
    TITLE_RETAINED = "TITLE_RETAINED", "所有权保留", "retention of title"
    OTHER = "OTHER", "其他", "other"

    @property
    def secures(self) -> bool:
        """Whether it gives a claim priority on the asset (EBL 109; CC 807)."""
        return self in SECURING

    @property
    def is_preservation(self) -> bool:
        """Whether it is a measure that is lifted on acceptance (EBL 19)."""
        return self in {EncumbranceKind.SEIZURE, EncumbranceKind.DETENTION, EncumbranceKind.FREEZE}

    @property
    def is_redeemed(self) -> bool:
        """Whether the thing is with the creditor and can be taken back against payment (EBL 37)."""
        return self in {EncumbranceKind.PLEDGE, EncumbranceKind.LIEN}


SECURING = (
    EncumbranceKind.HOME_BUYER,
    EncumbranceKind.CONSTRUCTION,
    EncumbranceKind.LIEN,
    EncumbranceKind.PLEDGE,
    EncumbranceKind.MORTGAGE,
)
"""The kinds that secure a claim."""


class EncumbranceRelease(Term):
    """Why a burden is gone. Source: EBL 19, 37, 110."""

    ARTICLE_19 = "ARTICLE_19", "受理后解除保全措施", "measure lifted on acceptance"
    PAID = "PAID", "清偿债务取回", "taken back against payment"
    SUBSTITUTE = "SUBSTITUTE", "提供替代担保取回", "taken back against substitute security"
    WAIVED = "WAIVED", "权利人放弃", "waived"
    SATISFIED = "SATISFIED", "已从变价款受偿", "met from the proceeds"
    SOLD_FREE = "SOLD_FREE", "随变价消灭", "ended by the sale"
    ENDED = "ENDED", "期满、解除或者经查不存在", "expired, dissolved or found not to exist"

    @property
    def takes_back(self) -> bool:
        """Whether a thing in the hands of the creditor is taken back (EBL 37)."""
        return self in {EncumbranceRelease.PAID, EncumbranceRelease.SUBSTITUTE}

    @property
    def keeps_priority(self) -> bool:
        """Whether the claim has still been met from the proceeds first."""
        return self in {EncumbranceRelease.SATISFIED, EncumbranceRelease.SOLD_FREE}


class RoundResult(Term):
    """How a round of a sale ended. Source: EBL 112; the words are those of practice."""

    OPEN = "OPEN", "进行中", "open"
    SOLD = "SOLD", "成交", "sold"
    NO_BID = "NO_BID", "流拍", "no bid"
    WITHDRAWN = "WITHDRAWN", "撤回", "withdrawn"
    DEFAULTED = "DEFAULTED", "买受人悔拍", "buyer did not pay"


class ReceiptKind(Term):
    """What money of an asset is."""

    PRICE = "PRICE", "价款", "price"
    COLLECTED = "COLLECTED", "收取款项", "collected"
    DEPOSIT_KEPT = "DEPOSIT_KEPT", "没收的保证金", "deposit kept"
    REFUND = "REFUND", "退还悔拍人", "refund to the buyer who did not pay"
    SET_APART = "SET_APART", "留存权利人主张取回的变价款", "set apart for who claims the proceeds as owner"


class AssetCostKind(Term):
    """What it costs to turn an asset into money. Source: EBL 41②; money section 6(1)."""

    APPRAISAL = "APPRAISAL", "评估费", "appraisal"
    AUCTION = "AUCTION", "拍卖佣金、平台服务费", "auction commission, platform fee"
    TAX = "TAX", "变价产生的税费", "taxes of the sale"
    CUSTODY = "CUSTODY", "保管、运输费", "storage, transport"
    REGISTRATION = "REGISTRATION", "过户登记费", "registration"
    OTHER = "OTHER", "其他", "other"


class CollateralCostPolicy(Term):
    """Who bears the direct cost of realising an encumbered asset. Source: money section 6(1), UNVERIFIED."""

    DEDUCT_FROM_ASSET = "deduct_from_asset", "从该项财产的变价款中扣除", "deducted from its proceeds"
    CHARGE_ESTATE = "charge_estate", "由其他破产财产负担", "borne by the rest of the estate"
