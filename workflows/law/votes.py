"""What each kind of vote needs: of the heads present, of the claims of the whole class (EBL 64, 84, 97)."""

from dataclasses import dataclass, replace

from models.vocabulary import ResolutionMatter, Term, VotingGroup
from workflows.law import thresholds
from workflows.law.citations import Citation, cite
from workflows.law.thresholds import Threshold
from workflows.text import Text


class VoteMatter(Term):
    """What is voted on. Source: `bankruptcy-money.md` section 5."""

    ORDINARY = "ordinary", "一般决议", "ordinary resolution"
    MANAGEMENT_PLAN = "management_plan", "财产管理方案", "management plan"
    REALISATION_PLAN = "realisation_plan", "财产变价方案", "realisation plan"
    DISTRIBUTION_PLAN = "distribution_plan", "财产分配方案", "distribution plan"
    COMPOSITION = "composition", "和解协议", "composition agreement"
    PLAN_CLASS = "plan_class", "重整计划的债权组", "class of creditors on a reorganization plan"
    EQUITY_CLASS = "equity_class", "重整计划的出资人组", "class of investors on a reorganization plan"


@dataclass(frozen=True, slots=True)
class VoteRule:
    """The two limbs of a vote (`heads` None: not counted), of what the amount is a part, and what follows.

    `failed` is what the law provides for when the vote fails; `of_present` says that who stays away does not
    count in the whole.
    """

    heads: Threshold | None
    amount: Threshold
    whole: Text
    failed: Text
    basis: tuple[Citation, ...]
    of_present: bool = False


UNSECURED = Text("无财产担保债权总额，未出席的也计入")
ORDINARY = VoteRule(
    thresholds.ORDINARY_HEADS,
    thresholds.ORDINARY_AMOUNT,
    UNSECURED,
    Text("法律没有规定由法院代为决定。"),
    cite("EBL 64(1)"),
)
BY_COURT_AT_ONCE = VoteRule(
    thresholds.ORDINARY_HEADS,
    thresholds.ORDINARY_AMOUNT,
    UNSECURED,
    Text("表决未通过的，由人民法院裁定。"),
    cite("EBL 64(1)", "EBL 65(1)"),
)
BY_COURT_AFTER_TWO = VoteRule(
    thresholds.ORDINARY_HEADS,
    thresholds.ORDINARY_AMOUNT,
    UNSECURED,
    Text("可以再表决一次；二次表决仍未通过的，由人民法院裁定。"),
    cite("EBL 59(3)", "EBL 64(1)", "EBL 65(2)"),
)
COMPOSITION = VoteRule(
    thresholds.COMPOSITION_HEADS,
    thresholds.TWO_THIRDS_OF_UNSECURED,
    UNSECURED,
    Text("未获通过的，人民法院裁定终止和解程序并宣告债务人破产。"),
    cite("EBL 59(3)", "EBL 97", "EBL 99"),
)
PLAN_CLASS = VoteRule(
    thresholds.CLASS_HEADS,
    thresholds.TWO_THIRDS_OF_CLASS,
    Text("该组债权总额，未出席的也计入"),
    Text("协商后可以再表决一次；拒绝再次表决或者再次表决仍未通过的，可以申请人民法院批准。"),
    cite("EBL 84(2)", "EBL 87"),
)
EQUITY_CLASS = VoteRule(
    None,
    thresholds.EQUITY_RIGHTS,
    Text("出席会议的表决权"),
    PLAN_CLASS.failed,
    cite("EBL 85(2)", "EBL 87"),
    of_present=True,
)
EQUITY_CLASS_OF_ALL = replace(
    EQUITY_CLASS, whole=Text("出资人的全部表决权，未出席的也计入"), of_present=False
)
"""The same where the court asks for two thirds of all voting rights."""
VOTE_RULES: dict[VoteMatter, VoteRule] = {
    VoteMatter.ORDINARY: ORDINARY,
    VoteMatter.MANAGEMENT_PLAN: BY_COURT_AT_ONCE,
    VoteMatter.REALISATION_PLAN: BY_COURT_AT_ONCE,
    VoteMatter.DISTRIBUTION_PLAN: BY_COURT_AFTER_TWO,
    VoteMatter.COMPOSITION: COMPOSITION,
    VoteMatter.PLAN_CLASS: PLAN_CLASS,
    VoteMatter.EQUITY_CLASS: EQUITY_CLASS,
}
NO_VOTE_UNLESS_WAIVED = frozenset({VoteMatter.DISTRIBUTION_PLAN, VoteMatter.COMPOSITION})
"""EBL 59(3): 对特定财产享有担保权、未放弃优先受偿权利的债权人不享有表决权."""

NO_VOTE_UNLESS_WAIVED_ON = frozenset({ResolutionMatter.M7, ResolutionMatter.M10})
"""The same, by the number of the matter in EBL 61(1)."""

RULE_OF_RESOLUTION: dict[ResolutionMatter, VoteRule] = {
    ResolutionMatter.M6: PLAN_CLASS,
    ResolutionMatter.M7: COMPOSITION,
    ResolutionMatter.M8: BY_COURT_AT_ONCE,
    ResolutionMatter.M9: BY_COURT_AT_ONCE,
    ResolutionMatter.M10: BY_COURT_AFTER_TWO,
}


def rule_for(
    matter: ResolutionMatter | None, group: VotingGroup | None = None, *, equity_of_all: bool = False
) -> VoteRule:
    """The rule by which a resolution of the creditors' meeting is voted on, by default the ordinary one.

    `group` is the class of a plan; `equity_of_all` the court's setting for the class of investors.
    """
    if group == VotingGroup.EQUITY:
        return EQUITY_CLASS_OF_ALL if equity_of_all else EQUITY_CLASS
    return ORDINARY if matter is None else RULE_OF_RESOLUTION.get(matter, ORDINARY)
