"""Where announcements appear, and how duties of announcing and telling stand."""

from models.vocabulary.term import Term


class PublicationChannel(Term):
    """Where an announcement appears. The national site is mandatory (O2020 item 1)."""

    NATIONAL_SITE = (
        "NATIONAL_SITE",
        "全国企业破产重整案件信息网",
        "national enterprise bankruptcy information site",
    )
    COURT_BOARD = "COURT_BOARD", "法院公告栏", "notice board of the court"
    COURT_SITE = "COURT_SITE", "法院网站", "site of the court"
    NEWSPAPER = "NEWSPAPER", "报纸", "newspaper"


class DutyState(Term):
    """How a duty of announcing or of telling many stands on a day."""

    OPEN = "OPEN", "尚未完成", "open"
    OVERDUE = "OVERDUE", "逾期", "overdue"
    KEPT = "KEPT", "已按期完成", "done in time"
    LATE = "LATE", "已完成（逾期）", "done late"
    DONE = "DONE", "已完成", "done"
