"""Words of set-off (抵销) and of retrieval (取回)."""

from models.vocabulary.term import Term


class SetOffState(Term):
    """A set-off, from its notice to what came of it. Source: EBL 40; I2-41 to 46."""

    NOTIFIED = "NOTIFIED", "已收到抵销通知", "notice received"
    EXAMINED = "EXAMINED", "已审查", "examined"
    OBJECTED = "OBJECTED", "管理人有异议", "objected to"
    SUED = "SUED", "抵销无效之诉", "in suit"
    EFFECTIVE = "EFFECTIVE", "抵销生效", "effective"
    INVALID = "INVALID", "抵销无效", "void"
    WITHDRAWN = "WITHDRAWN", "撤回抵销主张", "withdrawn"
    PRIOR = "PRIOR", "受理前的抵销，已查明", "made before acceptance, found"
    PRIOR_SUED = "PRIOR_SUED", "受理前的抵销，诉讼中", "made before acceptance, in suit"
    PRIOR_VOID = "PRIOR_VOID", "受理前的抵销无效", "made before acceptance, void"
    PRIOR_STANDS = "PRIOR_STANDS", "受理前的抵销不受影响", "made before acceptance, stands"


class SetOffDebt(Term):
    """What the creditor owes the debtor. Source: I2-46."""

    ORDINARY = "ORDINARY", "一般债务", "an ordinary debt"
    CAPITAL = "CAPITAL", "股东欠缴或者抽逃的出资", "capital that a shareholder did not pay in or took out"
    ABUSE = "ABUSE", "股东滥用权利、关联关系损害公司利益所负的债务", "harm done by a shareholder's abuse"


class SetOffGround(Term):
    """Why the administrator objects. Source: EBL 40; I2-43, 46."""

    DEBT_AFTER = "DEBT_AFTER", "受理破产申请后才负债务", "the debt arose after the acceptance"
    ACQUIRED_AFTER = "ACQUIRED_AFTER", "受理后取得他人的债权", "the claim was acquired after the acceptance"
    INDEBTED_KNOWINGLY = (
        "INDEBTED_KNOWINGLY",
        "明知而对债务人负担债务",
        "indebted knowing of the insolvency or the petition",
    )
    ACQUIRED_KNOWINGLY = (
        "ACQUIRED_KNOWINGLY",
        "明知而对债务人取得债权",
        "claim acquired knowing of the insolvency or the petition",
    )
    SHAREHOLDER = "SHAREHOLDER", "股东的出资、滥用权利债务", "a shareholder's capital or abuse debt"
    NO_MUTUAL_DEBTS = "NO_MUTUAL_DEBTS", "债权或者债务不成立、数额不符", "claim or debt does not exist so"
    CLAIM_NOT_DUE = "CLAIM_NOT_DUE", "债务人的债务受理时尚未到期", "the debtor's debt was not yet due"
    DEBT_NOT_DUE = "DEBT_NOT_DUE", "债权人的债务受理时尚未到期", "the creditor's debt was not yet due"
    OTHER_KIND = "OTHER_KIND", "标的物种类、品质不同", "different in kind or quality"

    @property
    def is_heard(self) -> bool:
        """Whether a court hears the administrator with it at all (I2-43)."""
        return self not in {SetOffGround.CLAIM_NOT_DUE, SetOffGround.DEBT_NOT_DUE, SetOffGround.OTHER_KIND}

    @property
    def is_of_article_40(self) -> bool:
        """Whether a claim with priority on specific property overcomes it (I2-45)."""
        return self in {
            SetOffGround.ACQUIRED_AFTER,
            SetOffGround.INDEBTED_KNOWINGLY,
            SetOffGround.ACQUIRED_KNOWINGLY,
        }


class RetrievalState(Term):
    """A retrieval, from its claim to the hand-over. Source: EBL 38, 39, 76; I2-26 to 40."""

    CLAIMED = "CLAIMED", "已主张取回", "claimed"
    ACCEPTED = "ACCEPTED", "同意取回", "accepted"
    REFUSED = "REFUSED", "管理人不予认可", "refused"
    SUED = "SUED", "取回权诉讼中", "in suit"
    PAYING = "PAYING", "待付清在途标的物价款", "price of goods in transit to be paid"
    HANDED_OVER = "HANDED_OVER", "已取回", "handed over"
    KEPT = "KEPT", "管理人付清价款，不再取回", "price paid, kept"
    LOST = "LOST", "不再取回，转为债权", "turned into a claim"
    DISMISSED = "DISMISSED", "未获支持", "suit lost"
    WITHDRAWN = "WITHDRAWN", "撤回取回主张", "withdrawn"


class RetrievalGround(Term):
    """What the retrieval rests on. Source: EBL 38, 39; I2-29, 32(1), 34 to 39."""

    GENERAL = "GENERAL", "租赁、保管、加工等占有的他人财产", "leased, stored or processed property of others"
    RETENTION = "RETENTION", "所有权保留的买卖标的物", "sold under retention of title"
    IN_TRANSIT = "IN_TRANSIT", "出卖人在途标的物", "sold goods in transit"
    PROCEEDS = (
        "PROCEEDS",
        "提存的变价款、保险金、赔偿金、代偿物",
        "deposited proceeds, insurance, substitutes",
    )


class RetainedContract(Term):
    """What became of a sale under retention of title. Source: EBL 18; I2-34, 37, 38."""

    NONE = "NONE", "不涉及", "not concerned"
    CONTINUED = "CONTINUED", "管理人决定继续履行", "continued"
    RESCINDED = "RESCINDED", "管理人决定解除", "rescinded"


class RetrievalLoss(Term):
    """Why property cannot be retrieved any more. Source: I2-30 to 32, 37(3)."""

    GOOD_FAITH = "GOOD_FAITH", "被违法转让，第三人善意取得", "transferred; third party acquired in good faith"
    PRICE_PAID = (
        "PRICE_PAID",
        "被违法转让，第三人已付价款但未取得所有权，权利人已追回",
        "transferred; third party paid, acquired nothing, owner took it back",
    )
    DESTROYED = (
        "DESTROYED",
        "毁损、灭失，没有可以区分的保险金、赔偿金、代偿物",
        "destroyed, nothing distinguishable in its place",
    )
    PRICE_OWED = (
        "PRICE_OWED",
        "继续履行的所有权保留买卖，不能取回，要求付清价款、赔偿损失",
        "continued sale under retention of title, not retrievable: rest of the price and damages",
    )


class OwnerPayment(Term):
    """What an owner who retrieves pays to the administrator. Source: I2-26, 28, 38(2)."""

    COSTS = "COSTS", "加工费、保管费等费用", "costs of processing, storage and the like"
    PRICE_BACK = "PRICE_BACK", "返还已收取的价款", "price paid back"
