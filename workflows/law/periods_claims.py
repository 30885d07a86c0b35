"""Periods of claims and of meetings that verify them. Source: `bankruptcy-deadlines.md`."""

from models.vocabulary import DeadlineKind as K
from models.vocabulary import LegalActor as A
from models.vocabulary import PeriodKind as P
from models.vocabulary import PeriodUnit as U
from workflows.law.rules import rule

RULES = (
    rule(
        K.LQ_NOTIFY_PUBLISH,
        P.MAX,
        (25, U.DAY),
        A.COURT,
        ("作出受理裁定", "acceptance ruling made"),
        "EBL 14(1)",
    ),
    rule(
        K.CLAIM_WINDOW,
        P.RANGE,
        None,
        A.CREDITOR,
        ("发布受理公告", "announcement published"),
        "EBL 45",
        "EBL 48(1)",
        shortest=(30, U.DAY),
        longest=(3, U.MONTH),
        then="适用补充申报",
    ),
    rule(
        K.CLAIM_LATE,
        P.POINT,
        None,
        A.CREDITOR,
        ("最后分配", "last distribution"),
        "EBL 56(1)",
        then="不再补充分配",
    ),
    rule(
        K.FIRST_MEETING,
        P.MAX,
        (15, U.DAY),
        A.COURT,
        ("债权申报期限届满", "period for claims expires"),
        "EBL 62(1)",
    ),
    rule(
        K.MEET_NOTICE,
        P.MIN,
        (15, U.DAY),
        A.ADMIN,
        ("会议日期", "meeting date"),
        "EBL 63",
        "I3 12(1)①",
        before=True,
    ),
    rule(
        K.MEET_CHAIR_REPORT,
        P.MIN,
        (3, U.DAY),
        A.ADMIN,
        ("发出会议通知", "sending of the notice"),
        "P2002 46",
        before=True,
    ),
    rule(
        K.MEET_RESULT_NOTICE,
        P.MAX,
        (3, U.DAY),
        A.ADMIN,
        ("非现场会议结束", "non-site meeting held"),
        "I3 11(1)",
    ),
    rule(
        K.MEET_REVOKE,
        P.WINDOW,
        (15, U.DAY),
        A.CREDITOR,
        ("作出决议（非现场的为收到通知）", "resolution made, or notice received"),
        "EBL 64(2)",
        "I3 12(3)",
        then="决议确定",
    ),
    rule(
        K.CLAIM_SUIT,
        P.WINDOW,
        (15, U.DAY),
        A.CREDITOR,
        ("会议核查结束", "verification at the meeting ends"),
        "I3 8",
        "EBL 58(3)",
        then="由法官判断",
    ),
)
