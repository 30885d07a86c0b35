"""Voting at creditors' meetings: who came, what is put to the vote, who may vote on it, what he says."""

from models.vocabulary.term import Term


class MotionState(Term):
    """A motion, from the vote on it to its count. Source: EBL 61, 64; I3-11."""

    OPEN = "OPEN", "表决中", "being voted on"
    COUNTED = "COUNTED", "已计票", "counted"
    WITHDRAWN = "WITHDRAWN", "已撤回", "withdrawn"


class BallotChoice(Term):
    """What a ballot says; whoever abstains attends and does not approve. Source: EBL 64(1)."""

    FOR = "FOR", "同意", "for"
    AGAINST = "AGAINST", "不同意", "against"
    ABSTAIN = "ABSTAIN", "弃权", "abstained"


class BallotChannel(Term):
    """How a ballot was cast. Source: I3-11(1)."""

    PAPER = "PAPER", "纸质表决票", "on paper"
    POST = "POST", "邮寄、传真", "by post or fax"
    PHONE = "PHONE", "凭表决码网上表决", "online by code"
    SHOW_OF_HANDS = "SHOW_OF_HANDS", "当场举手或者口头", "by show of hands"


class AttendanceKind(Term):
    """How a creditor attends. Source: EBL 59(4); I3-11(1)."""

    IN_PERSON = "IN_PERSON", "本人到场", "in person"
    PROXY = "PROXY", "委托代理人到场", "by proxy"
    ONLINE = "ONLINE", "网络参会", "online"
    IN_WRITING = "IN_WRITING", "书面表决", "in writing"


class VotingGroup(Term):
    """A class that votes on a reorganization plan by itself. Source: EBL 82, 83, 85(2)."""

    SECURED = "SECURED", "有财产担保债权组", "secured creditors"
    EMPLOYEES = "EMPLOYEES", "职工债权组", "employees"
    TAX = "TAX", "税款组", "taxes"
    ORDINARY = "ORDINARY", "普通债权组", "ordinary creditors"
    SMALL = "SMALL", "小额债权组", "small ordinary creditors"
    EQUITY = "EQUITY", "出资人组", "investors"


class RightsBy(Term):
    """By what an investor of the list votes. Source: CL 65, 116(1); minutes 法〔2019〕254号, no. 7."""

    SUBSCRIBED = "SUBSCRIBED", "认缴出资", "capital subscribed"
    PAID_IN = "PAID_IN", "实缴出资", "capital paid in"
    SHARES = "SHARES", "持有的股份", "shares held"


class NoVote(Term):
    """Why a claim gives no vote on a matter. Source: `bankruptcy-money.md` section 5."""

    UNFIXED = "UNFIXED", "债权尚未确定，也没有临时确定债权额", "amount neither fixed nor provisional"
    CONDITIONAL = "CONDITIONAL", "附条件债权没有临时确定债权额", "conditional, without a provisional amount"
    NOTHING = "NOTHING", "债权额为零或者已经受偿", "nothing is owed any more"
    EMPLOYEE = "EMPLOYEE", "职工债权由职工代表列席发表意见", "employees are heard, they do not vote"
    SECURED = "SECURED", "对特定财产享有担保权且未放弃优先受偿权", "secured on property, not waived"
    WITH_SECURED = (
        "WITH_SECURED",
        "该债权人另有未放弃优先受偿权的担保债权",
        "the creditor also holds an unwaived secured claim",
    )
    SAME_DEBT = "SAME_DEBT", "同一债务已按另一笔债权计入表决", "the same debt votes with another claim"
    OTHER_GROUP = "OTHER_GROUP", "不属于本表决组", "belongs to another class"
    UNAFFECTED = "UNAFFECTED", "权益未受重整计划草案调整或者影响", "not affected by the plan"
    NO_HOLDING = (
        "NO_HOLDING",
        "出资人名册上没有据以表决的出资或者股份",
        "nothing on the list gives voting rights",
    )
    SOCIAL = "SOCIAL", "社会保险费用不得减免，不参加表决", "social insurance is not reduced and does not vote"


class PlanApprovalState(Term):
    """An application to approve a plan that a class refused; its ruling is not kept here. EBL 87(2)."""

    FILED = "FILED", "已提出", "filed"
    WITHDRAWN = "WITHDRAWN", "已撤回", "withdrawn"


class PlanApplicant(Term):
    """Who applies for the approval of a reorganization plan. Source: EBL 86(2), 87(2)."""

    ADMINISTRATOR = "ADMINISTRATOR", "管理人", "administrator"
    DEBTOR = "DEBTOR", "债务人", "debtor"


class Found(Term):
    """What the applicant shows of a fact on which a condition rests. Source: EBL 87(2)."""

    YES = "YES", "是", "yes"
    NO = "NO", "否", "no"
    OPEN = "OPEN", "未查明", "not settled"

    @property
    def settled(self) -> bool | None:
        """The same as a truth; None where nothing is settled."""
        return {"YES": True, "NO": False}.get(self.value)


class ConditionsMet(Term):
    """What the six conditions come to. Source: EBL 87(2)."""

    MET = "MET", "六项条件均符合", "all six conditions are met"
    MISSING = "MISSING", "有条件不符合", "a condition is not met"
    OPEN = "OPEN", "有事实尚未查明", "a fact is not settled"
