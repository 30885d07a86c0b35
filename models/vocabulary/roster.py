"""The roster of administrators and the choice among those on it. Source: 《指定管理人的规定》(AA)."""

from models.vocabulary.term import Term


class RosterStatus(Term):
    """How somebody stands on a roster (AA 9, 12, 14, 39)."""

    LISTED = "LISTED", "在册", "listed"
    SUSPENDED = "SUSPENDED", "停止担任管理人", "suspended"
    REMOVED = "REMOVED", "除名", "removed"


class AdministratorGrade(Term):
    """The grade that the court keeping the roster has given (AA 10; how many there are is local)."""

    FIRST = "FIRST", "一级", "first grade"
    SECOND = "SECOND", "二级", "second grade"
    THIRD = "THIRD", "三级", "third grade"
    NONE = "NONE", "未分级", "ungraded"


class SanctionGround(Term):
    """Why somebody is suspended or removed (AA 14(2), 39)."""

    STOPPED_WORK = "STOPPED_WORK", "辞职未获许可仍不再履职", "stopped working without permission"
    REFUSED_HANDOVER = "REFUSED_HANDOVER", "被更换后拒不移交", "refused to hand over"
    REFUSED_APPOINTMENT = (
        "REFUSED_APPOINTMENT",
        "无正当理由拒绝指定",
        "refused an appointment without good reason",
    )
    DISQUALIFIED = "DISQUALIFIED", "有不得担任管理人的情形", "may not be an administrator"


class SelectionMethod(Term):
    """How an administrator is chosen (AA 18, 20, 21)."""

    DRAW = "DRAW", "抽签（摇号）", "draw by lot"
    ROTA = "ROTA", "轮候", "rota"
    COMPETITION = "COMPETITION", "竞争", "competition"
    DESIGNATION = "DESIGNATION", "指定清算组", "designation of a liquidation group"


class SelectionState(Term):
    """选定管理人, from the frozen roster to the office."""

    PREPARED = "PREPARED", "名册已冻结", "roster frozen"
    DRAWN = "DRAWN", "已产生人选，待声明", "chosen, declaration awaited"
    DECLARED = "DECLARED", "已声明无利害关系", "no conflict declared"
    CONCLUDED = "CONCLUDED", "已选定", "selection concluded"
    EFFECTIVE = "EFFECTIVE", "已被指定", "appointed"
    REFUSED = "REFUSED", "人选退出", "the chosen one has dropped out"
    CANCELLED = "CANCELLED", "已撤销", "cancelled"


class ExclusionGround(Term):
    """Why somebody on the roster is left out of a draw (EBL 24(3); AA 9, 23, 24, 26, 39)."""

    CRIME = "CRIME", "因故意犯罪受过刑事处罚", "convicted of an intentional crime"
    LICENCE = "LICENCE", "曾被吊销相关专业执业证书", "licence once revoked"
    CONFLICT = "CONFLICT", "与本案有利害关系", "conflict of interest"
    PENALISED = "PENALISED", "受处罚、处分未逾三年", "penalised within three years"
    INVESTIGATED = "INVESTIGATED", "因涉嫌违法行为正被调查", "under investigation"
    DEBT_DISPUTE = "DEBT_DISPUTE", "有重大债务纠纷", "in a major debt dispute"
    ABILITY = "ABILITY", "缺乏专业能力或者承担责任的能力", "lacks ability or means to be liable"
    OTHER = "OTHER", "法院认为不宜担任的其他情形", "otherwise unfit in the court's view"
    SUSPENDED = "SUSPENDED", "在停止担任管理人期间", "suspended"
    DROPPED_OUT = "DROPPED_OUT", "已在本案退出", "dropped out in this case"
    IN_OFFICE = "IN_OFFICE", "为本案被更换的管理人", "is the administrator to be replaced"


class DesignationGround(Term):
    """When a liquidation group may be the administrator (AA 18)."""

    GROUP_BEFORE = "GROUP_BEFORE", "受理前已依规定成立清算组", "a group existed before acceptance"
    POLICY = "POLICY", "企业破产法第一百三十三条规定的案件", "a case under EBL 133"
    BY_LAW = "BY_LAW", "法律规定企业破产时成立清算组", "the law provides for a group"
    OTHER = "OTHER", "法院认为可以指定清算组的其他情形", "other cases in the court's view"
