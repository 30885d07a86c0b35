"""Words of what a claim depends on, and of claims and debts that arise from what came back."""

from models.vocabulary.term import Term


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
