"""What is shown of each kind of part: label, place, form; lists, pages, exports and API read it here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from court_app.services.parts import PartKind
from court_app.services.steps import Part
from models.vocabulary import (
    AssetKind,
    AvoidanceException,
    AvoidanceGround,
    ClaimClass,
    MeetingCaller,
    MeetingForm,
    Rank,
    ResolutionMatter,
    SaleMethod,
    SelectionMethod,
    SpendingKind,
    SubmissionKind,
    Term,
)
from workflows.text import Text


class Form(StrEnum):
    """How a value is written."""

    TEXT = "TEXT"
    LINES = "LINES"
    NUMBER = "NUMBER"
    YUAN = "YUAN"
    DAY = "DAY"
    WORD = "WORD"
    STATE = "STATE"
    YESNO = "YESNO"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that is known of a part.

    `path` leads from the part to the value where it is not the attribute of that name; `names_it` marks the
    column by which a list leads to the page of the part; `summed` columns have a total, in fen.
    """

    name: str
    label: Text
    form: Form = Form.TEXT
    path: str = ""
    words: type[Term] | None = None
    listed: bool = False
    names_it: bool = False
    summed: bool = False

    def value(self, part: Part) -> Any:
        """The value of a part, as the table keeps it."""
        found: Any = part
        for step in (self.path or self.name).split("."):
            if found is not None:
                found = found.get(step) if isinstance(found, Mapping) else getattr(found, step)
        return bool(found) if self.form == Form.YESNO else found


SERIAL = Column("serial", Text("序号"), Form.NUMBER, listed=True)
STATE = Column("state", Text("状态"), Form.STATE, listed=True)
UNKNOWN_KIND = (SERIAL, Column("title", Text("名称"), listed=True, names_it=True), STATE)
"""What is shown of a kind that nothing is written about below."""
COLUMNS: dict[str, tuple[Column, ...]] = {
    "selections": (
        SERIAL,
        Column("method", Text("选定方式"), Form.WORD, words=SelectionMethod, listed=True),
        Column("chosen_name", Text("人选"), listed=True, names_it=True),
        Column("prepared_on", Text("名册冻结日期"), Form.DAY),
        Column("drawn_on", Text("选定日期"), Form.DAY, listed=True),
        Column("commitment", Text("抽签前公布的承诺值")),
        Column("seed", Text("种子")),
        STATE,
    ),
    "claims": (
        SERIAL,
        Column("creditor", Text("债权人"), path="party.name", listed=True, names_it=True),
        Column("claim_class", Text("债权性质"), Form.WORD, words=ClaimClass, listed=True),
        Column("filed_fen", Text("申报金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("admitted_fen", Text("审查认定金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("fixed_fen", Text("确定金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("filed_on", Text("申报日期"), Form.DAY, listed=True),
        STATE,
        Column("provisional_fen", Text("临时确定的债权额（元）"), Form.YUAN),
        Column("verified_on", Text("核查日期"), Form.DAY),
        Column("late", Text("补充申报"), Form.YESNO, path="flags.late"),
        Column("conditional", Text("附条件、附期限"), Form.YESNO, path="flags.conditional"),
        Column("joint", Text("连带债权"), Form.YESNO),
        Column("basis", Text("债权原因"), Form.LINES),
        Column("evidence", Text("证据"), Form.LINES),
        Column("security", Text("财产担保"), Form.LINES),
        Column("asset", Text("担保物（财产序号）"), Form.NUMBER, path="asset.serial"),
        Column("co_debtors", Text("连带债务人、保证人"), Form.LINES),
        Column("late_cost_fen", Text("补充申报的审查和确认费用（元）"), Form.YUAN),
        Column("opinion", Text("审查意见"), Form.LINES),
    ),
    "meetings": (
        SERIAL,
        Column("agenda", Text("议题"), Form.LINES, listed=True, names_it=True),
        Column("form", Text("会议形式"), Form.WORD, words=MeetingForm, listed=True),
        Column("planned_on", Text("会议日期"), Form.DAY, listed=True),
        Column("held_on", Text("召开日期"), Form.DAY, listed=True),
        Column("present", Text("出席人数"), Form.NUMBER, listed=True),
        Column("present_fen", Text("出席所代表的债权额（元）"), Form.YUAN, listed=True),
        STATE,
        Column("called_by", Text("召集的提议"), Form.WORD, words=MeetingCaller),
        Column("time", Text("时间")),
        Column("place", Text("地点或者网络平台")),
        Column("noticed_on", Text("通知日期"), Form.DAY),
        Column("chair", Text("会议主席")),
        Column("minutes", Text("会议记录要点"), Form.LINES),
    ),
    "resolutions": (
        SERIAL,
        Column("subject", Text("议案"), listed=True, names_it=True),
        Column("meeting", Text("第几次会议"), Form.NUMBER, path="meeting.serial", listed=True),
        Column("matter", Text("事项"), Form.WORD, words=ResolutionMatter),
        Column("for_heads", Text("同意人数"), Form.NUMBER, listed=True),
        Column("present", Text("出席人数"), Form.NUMBER, listed=True),
        Column("for_fen", Text("同意的债权额（元）"), Form.YUAN, listed=True),
        Column("total_fen", Text("无财产担保债权总额（元）"), Form.YUAN, listed=True),
        Column("voted_on", Text("表决日期"), Form.DAY, listed=True),
        STATE,
        Column("noticed_on", Text("告知结果日期"), Form.DAY),
    ),
    "assets": (
        SERIAL,
        Column("name", Text("名称"), listed=True, names_it=True),
        Column("kind", Text("类别"), Form.WORD, words=AssetKind, listed=True),
        Column("book_fen", Text("账面价值（元）"), Form.YUAN, listed=True, summed=True),
        Column("appraised_fen", Text("评估价值（元）"), Form.YUAN, listed=True, summed=True),
        Column("price_fen", Text("成交价（元）"), Form.YUAN, listed=True, summed=True),
        Column("received_fen", Text("到账金额（元）"), Form.YUAN, listed=True, summed=True),
        STATE,
        Column("location", Text("所在地")),
        Column("encumbrance", Text("担保、查封等负担"), Form.LINES),
        Column("major", Text("第六十九条的重大处分"), Form.YESNO),
        Column("found_on", Text("查明日期"), Form.DAY),
        Column("appraiser", Text("评估机构")),
        Column("reported_on", Text("报告日期"), Form.DAY),
        Column("method", Text("变价方式"), Form.WORD, words=SaleMethod),
        Column("reserve_fen", Text("保留价（元）"), Form.YUAN),
        Column("buyer", Text("买受人")),
        Column("sold_on", Text("成交日期"), Form.DAY),
        Column("received_on", Text("到账日期"), Form.DAY),
    ),
    "avoidances": (
        SERIAL,
        Column("counterparty", Text("相对人"), listed=True, names_it=True),
        Column("ground", Text("事由"), Form.WORD, words=AvoidanceGround, listed=True),
        Column("act_on", Text("行为日期"), Form.DAY, listed=True),
        Column("amount_fen", Text("涉及金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("won_fen", Text("判决返还（元）"), Form.YUAN, listed=True, summed=True),
        Column("returned_fen", Text("已追回（元）"), Form.YUAN, listed=True, summed=True),
        STATE,
        Column("act", Text("行为经过"), Form.LINES),
        Column("insolvent_then", Text("行为时已具备破产原因"), Form.YESNO),
        Column("exception", Text("例外情形"), Form.WORD, words=AvoidanceException),
        Column("evidence", Text("证据"), Form.LINES),
        Column("found_on", Text("查明日期"), Form.DAY),
        Column("forum", Text("受理法院")),
        Column("reference", Text("案号或者裁判文书")),
        Column("returned_on", Text("追回日期"), Form.DAY),
        Column("asset", Text("登记为第几号财产"), Form.NUMBER, path="flags.asset"),
    ),
    "spendings": (
        SERIAL,
        Column("purpose", Text("用途"), listed=True, names_it=True),
        Column("kind", Text("类别"), Form.WORD, words=SpendingKind, listed=True),
        Column("payee", Text("收款人"), listed=True),
        Column("amount_fen", Text("申请金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("approved_fen", Text("批准金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("paid_fen", Text("已支付（元）"), Form.YUAN, listed=True, summed=True),
        Column("due_on", Text("应付日期"), Form.DAY),
        STATE,
        Column("rank", Text("清偿顺序"), Form.WORD, words=Rank, path="kind.rank"),
        Column("ground", Text("发生的原因和依据"), Form.LINES),
        Column("evidence", Text("证据"), Form.LINES),
        Column("requested_on", Text("申请日期"), Form.DAY),
        Column("reported_on", Text("报告日期"), Form.DAY),
        Column("submission", Text("对应的请示（序号）"), Form.NUMBER, path="submission.serial"),
        Column("decided_on", Text("决定日期"), Form.DAY),
        Column("decision", Text("批准意见"), Form.LINES),
        Column("paid_on", Text("支付日期"), Form.DAY),
        Column("reference", Text("银行流水号")),
        Column("returned_fen", Text("退回金额（元）"), Form.YUAN),
        Column("returned_on", Text("退回日期"), Form.DAY),
    ),
    "appointments": (
        SERIAL,
        Column("administrator", Text("管理人"), path="party.name", listed=True, names_it=True),
        Column("appointed_on", Text("指定日期"), Form.DAY, listed=True),
        Column("ended_on", Text("终止日期"), Form.DAY, listed=True),
        STATE,
        Column("head", Text("负责人"), path="party.legal_representative"),
        Column("phone", Text("联系电话"), path="party.phone"),
    ),
    "submissions": (
        SERIAL,
        Column("subject", Text("标题"), listed=True, names_it=True),
        Column("kind", Text("类别"), Form.WORD, words=SubmissionKind, listed=True),
        Column("amount_fen", Text("涉及金额（元）"), Form.YUAN, listed=True),
        Column("submitted_on", Text("提交日期"), Form.DAY, listed=True),
        Column("answered_on", Text("答复日期"), Form.DAY, listed=True),
        STATE,
        Column("text", Text("内容"), Form.LINES),
        Column("answer", Text("批复内容"), Form.LINES),
    ),
}


def columns_of(kind: PartKind, *, listed: bool = False) -> tuple[Column, ...]:
    """Everything that is shown of a kind, or what its list shows."""
    columns = COLUMNS.get(kind.path, UNKNOWN_KIND)
    return tuple(column for column in columns if column.listed or not listed)


def state_of(kind: PartKind, part: Part) -> Term:
    """The state of a part as a word."""
    return kind.procedure.states(part.state)


def shown(kind: PartKind, column: Column, part: Part) -> Any:
    """A value of a part, its state as a word."""
    return state_of(kind, part) if column.form == Form.STATE else column.value(part)


def row_of(kind: PartKind, columns: Iterable[Column], part: Part) -> list[tuple[Column, Any]]:
    """The values of a part, column by column."""
    return [(column, shown(kind, column, part)) for column in columns]
