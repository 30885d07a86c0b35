"""Several who owe one debt or may claim it: who they are, how claims of one debt hang together."""

from models.vocabulary.term import Term


class JointRole(Term):
    """Who stands beside debtor or creditor in one debt. Source: EBL 50 to 52, 124; CC 518, 686, 687."""

    PRINCIPAL_DEBTOR = "PRINCIPAL_DEBTOR", "主债务人", "principal debtor"
    JOINT_DEBTOR = "JOINT_DEBTOR", "连带债务人", "joint debtor"
    GENERAL_GUARANTOR = "GENERAL_GUARANTOR", "一般保证人", "general guarantor"
    JOINT_GUARANTOR = "JOINT_GUARANTOR", "连带责任保证人", "guarantor with joint liability"
    SECURITY_GIVER = "SECURITY_GIVER", "提供物的担保的第三人", "third party who gave security"
    JOINT_CREDITOR = "JOINT_CREDITOR", "连带债权人", "joint creditor"

    @property
    def owes(self) -> bool:
        """Whether he owes the debt or answers for it; a joint creditor claims it."""
        return self is not JointRole.JOINT_CREDITOR


class DebtorStanding(Term):
    """As what the bankrupt owes a debt. Source: EBL 51, 52; I3-4, I3-5."""

    PRINCIPAL = "PRINCIPAL", "主债务人", "principal debtor"
    JOINT_DEBTOR = "JOINT_DEBTOR", "连带债务人", "joint debtor"
    GENERAL_GUARANTOR = "GENERAL_GUARANTOR", "一般保证人", "general guarantor"
    JOINT_GUARANTOR = "JOINT_GUARANTOR", "连带责任保证人", "guarantor with joint liability"
    SECURITY_GIVER = "SECURITY_GIVER", "物上担保人", "giver of security for another's debt"

    @property
    def answers_for_another(self) -> bool:
        """Whether the debt is another's, for which the bankrupt answers (I3-4)."""
        return self not in {DebtorStanding.PRINCIPAL, DebtorStanding.JOINT_DEBTOR}


class SameDebt(Term):
    """How a claim hangs together with another's claim for the same debt. Source: EBL 50, 51; SG 23."""

    PAID = "PAID", "已经代偿的求偿权", "recourse of who has paid"
    FUTURE = "FUTURE", "尚未代偿的将来求偿权", "future recourse of who has not paid"
    JOINT_CREDITOR = "JOINT_CREDITOR", "连带债权人的同一债权", "the same claim of a joint creditor"


class JointPartyState(Term):
    """连带关系人 (DESIGN)."""

    NAMED = "NAMED", "已列明", "named"
    STRUCK = "STRUCK", "已撤销", "struck"
