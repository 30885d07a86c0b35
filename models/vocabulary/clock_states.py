"""What a clock is made of: its states, its ledger, units and kinds of periods."""

from models.vocabulary.term import Term


class DeadlineStatus(Term):
    """How a clock stands."""

    RUNNING = "RUNNING", "进行中", "running"
    PAUSED = "PAUSED", "中止计算", "paused"
    MET = "MET", "按期完成", "met"
    MET_LATE = "MET_LATE", "逾期完成", "met late"
    EXPIRED = "EXPIRED", "已届满", "expired"
    CANCELLED = "CANCELLED", "已撤销", "cancelled"


class DeadlineEntryKind(Term):
    """A line of a clock's ledger."""

    STARTED = "STARTED", "起算", "started"
    PAUSED = "PAUSED", "中止计算", "paused"
    RESUMED = "RESUMED", "恢复计算", "resumed"
    EXTENDED = "EXTENDED", "延长", "extended"
    MET = "MET", "按期完成", "met"
    MET_LATE = "MET_LATE", "逾期完成", "met late"
    EXPIRED = "EXPIRED", "届满", "expired"
    CANCELLED = "CANCELLED", "撤销", "cancelled"
    WARNED = "WARNED", "临期提醒", "warned"
    RECOMPUTED = "RECOMPUTED", "重新计算", "recomputed"


class PeriodUnit(Term):
    """What a period is counted in."""

    HOUR = "hour", "小时", "hours"
    DAY = "day", "日", "days"
    WORKING_DAY = "working_day", "个工作日", "working days"
    MONTH = "month", "个月", "months"
    YEAR = "year", "年", "years"


class PeriodKind(Term):
    """What a period means. Source: `bankruptcy-deadlines.md` section 2."""

    MAX = "MAX", "最长期限", "ceiling"
    MIN = "MIN", "最短期限", "floor"
    RANGE = "RANGE", "期间范围", "range"
    WINDOW = "WINDOW", "行使权利的期间", "window of a right"
    DEEMED = "DEEMED", "期满产生法律后果", "deemed consequence"
    LOOKBACK = "LOOKBACK", "追溯期", "look-back"
    POINT = "POINT", "时点", "point in time"
    BAR = "BAR", "限制期", "bar"
    NONE = "NONE", "无期限", "no limit"
