"""What is shown of each kind of part: label, place, form; lists, pages, exports and API read it here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from court_app.services.machines import Part
from court_app.services.parts import PartKind
from models.vocabulary import (
    Addressee,
    AssetKind,
    AvoidanceException,
    AvoidanceGround,
    ClaimClass,
    Collection,
    CommitteePower,
    CourtFeeBase,
    InspectedPaper,
    MajorAct,
    MeetingCaller,
    MeetingForm,
    MemberKind,
    Payee,
    Rank,
    Resisting,
    ResolutionMatter,
    RetainedContract,
    RetrievalGround,
    RetrievalLoss,
    SaleMethod,
    SelectionMethod,
    SetOffDebt,
    SetOffGround,
    SpendingKind,
    SubmissionKind,
    Term,
    Undertaking,
    VoteCast,
    VotingGroup,
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
    WORDS = "WORDS"
    WORKING = "WORKING"
    ROWS = "ROWS"


@dataclass(frozen=True, slots=True)
class Column:
    """One thing that is known of a part.

    `path` leads from the part to the value where it is not the attribute of that name; `names_it` marks the
    column by which a list leads to the page of the part; `summed` columns have a total, in fen; `leads_to` is
    the kind of part whose number a value is; `rows` are the columns of a value that is a table of its own.
    """

    name: str
    label: Text
    form: Form = Form.TEXT
    path: str = ""
    words: type[Term] | None = None
    listed: bool = False
    names_it: bool = False
    summed: bool = False
    rows: tuple["Column", ...] = ()
    leads_to: str = ""

    def value(self, part: Part) -> Any:
        """The value of a part, as the table keeps it."""
        found: Any = part
        for step in (self.path or self.name).split("."):
            if found is not None:
                found = found.get(step) if isinstance(found, Mapping) else getattr(found, step)
        if self.form == Form.WORDS and self.words is not None:
            return [self.words(word) for word in found or ()]
        if self.form == Form.ROWS:
            return [{column.name: column.value(row) for column in self.rows} for row in found or ()]
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
        Column("set_off_fen", Text("已抵销（元）"), Form.YUAN, summed=True),
        Column("amount_fen", Text("抵销后计入的债权额（元）"), Form.YUAN),
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
        Column("asset", Text("担保物（财产序号）"), Form.NUMBER, path="asset.serial", leads_to="assets"),
        Column("security_waived", Text("已放弃优先受偿权"), Form.YESNO, path="flags.security_waived"),
        Column("co_debtors", Text("连带债务人、保证人"), Form.LINES),
        Column("agent_name", Text("代理人")),
        Column("agent_authority", Text("代理权限和授权委托书"), Form.LINES),
        Column("late_cost_fen", Text("补充申报的审查和确认费用（元）"), Form.YUAN),
        Column("opinion", Text("审查意见"), Form.LINES),
    ),
    "set_offs": (
        SERIAL,
        Column("creditor", Text("债权人"), listed=True, names_it=True),
        Column("claim", Text("债权序号"), Form.NUMBER, path="claim.serial", listed=True, leads_to="claims"),
        Column("asserted_fen", Text("主张抵销（元）"), Form.YUAN, listed=True, summed=True),
        Column("debt_fen", Text("对债务人的债务（元）"), Form.YUAN, listed=True, summed=True),
        Column("extinguished_fen", Text("已抵销（元）"), Form.YUAN, listed=True, summed=True),
        Column("received_on", Text("收到通知（抵销）日期"), Form.DAY, listed=True),
        STATE,
        Column("working", Text("算式"), Form.WORKING),
        Column("by_administrator", Text("管理人主张"), Form.YESNO),
        Column("debt", Text("债务"), Form.LINES),
        Column("debt_kind", Text("债务的性质"), Form.WORD, words=SetOffDebt),
        Column("debt_on", Text("自何日起负有债务"), Form.DAY),
        Column("asset", Text("应收款项（财产序号）"), Form.NUMBER, path="asset.serial", leads_to="assets"),
        Column("object_until_on", Text("约定的异议期限届满日"), Form.DAY),
        Column("debt_cause_on", Text("债务的原因发生日期"), Form.DAY),
        Column("debt_by_law", Text("因法律规定而负担债务"), Form.YESNO),
        Column("knew_when_indebted", Text("负担债务时已知"), Form.YESNO),
        Column("acquired_on", Text("从他人处取得债权的日期"), Form.DAY),
        Column("acquired_from", Text("原债权人")),
        Column("claim_cause_on", Text("取得债权的原因发生日期"), Form.DAY),
        Column("claim_by_law", Text("因法律规定而取得债权"), Form.YESNO),
        Column("knew_when_acquiring", Text("取得债权时已知"), Form.YESNO),
        Column("priority_fen", Text("享有优先受偿权的特定财产价值（元）"), Form.YUAN),
        Column("debt_has_priority", Text("债务人对该债务有优先受偿权"), Form.YESNO),
        Column("insolvent_then", Text("抵销时已具备破产原因"), Form.YESNO),
        Column("opinion", Text("审查意见"), Form.LINES),
        Column("grounds", Text("异议理由"), Form.WORDS, words=SetOffGround),
        Column("objection", Text("异议的说明"), Form.LINES),
        Column("forum", Text("受理法院")),
        Column("reference", Text("案号或者裁判文书")),
        Column("sued_on", Text("起诉日期"), Form.DAY),
        Column("late_reason", Text("逾期起诉的正当理由"), Form.LINES),
        Column("evidence", Text("证据"), Form.LINES),
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
    "motions": (
        SERIAL,
        Column("subject", Text("议案"), listed=True, names_it=True),
        Column("meeting", Text("第几次会议"), Form.NUMBER, path="meeting.serial", listed=True),
        Column("matter", Text("事项"), Form.WORD, words=ResolutionMatter, listed=True),
        Column("group", Text("表决组"), Form.WORD, words=VotingGroup),
        Column("small_up_to_fen", Text("小额债权的上限（元）"), Form.YUAN),
        Column("put_on", Text("提交表决日期"), Form.DAY, listed=True),
        Column("closes_on", Text("表决截止日期"), Form.DAY, listed=True),
        STATE,
        Column("content", Text("议案内容"), Form.LINES),
        Column("counted_on", Text("计票日期"), Form.DAY),
        Column("present", Text("出席人数"), Form.NUMBER),
        Column("for_heads", Text("同意人数"), Form.NUMBER),
        Column("for_fen", Text("同意的债权额（元）"), Form.YUAN),
        Column("total_fen", Text("计算比例的债权总额（元）"), Form.YUAN),
        Column("resolution", Text("形成第几号决议"), Form.NUMBER, path="resolution.serial"),
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
        Column("encumbrance", Text("负担的说明"), Form.LINES),
        Column("major", Text("第六十九条的重大处分"), Form.YESNO),
        Column("found_on", Text("查明日期"), Form.DAY),
        Column("appraiser", Text("评估机构")),
        Column("reported_on", Text("报告日期"), Form.DAY),
        Column("method", Text("变价方式"), Form.WORD, words=SaleMethod),
        Column("reserve_fen", Text("保留价（元）"), Form.YUAN),
        Column("buyer", Text("买受人")),
        Column("sold_on", Text("成交日期"), Form.DAY),
        Column("received_on", Text("到账日期"), Form.DAY),
        Column("set_off_fen", Text("已抵销（元）"), Form.YUAN, summed=True),
        Column("to_collect_fen", Text("尚待收取（元）"), Form.YUAN),
        Column("realisation_cost_fen", Text("变价费用（元）"), Form.YUAN, summed=True),
        Column("handed_over_on", Text("交付、过户日期"), Form.DAY),
        Column("title_reference", Text("变更登记（过户）文号")),
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
        Column("asset", Text("登记为第几号财产"), Form.NUMBER, path="flags.asset", leads_to="assets"),
    ),
    "retrievals": (
        SERIAL,
        Column("owner", Text("权利人"), listed=True, names_it=True),
        Column("ground", Text("取回的情形"), Form.WORD, words=RetrievalGround, listed=True),
        Column("claimed_on", Text("主张日期"), Form.DAY, listed=True),
        Column("value_fen", Text("价值（元）"), Form.YUAN, listed=True, summed=True),
        Column("handed_over_on", Text("交付日期"), Form.DAY, listed=True),
        STATE,
        Column("claimed_property", Text("要求取回的财产"), Form.LINES),
        Column("asset", Text("登记为第几号财产"), Form.NUMBER, path="asset.serial", leads_to="assets"),
        Column("title_basis", Text("权利依据和证据"), Form.LINES),
        Column("by_judgment", Text("依据生效裁判、裁决"), Form.YESNO),
        Column("late", Text("提交表决后才主张"), Form.YESNO, path="flags.late"),
        Column("contract", Text("所有权保留买卖合同"), Form.WORD, words=RetainedContract),
        Column("price_fen", Text("总价款（元）"), Form.YUAN),
        Column("paid_fen", Text("已付价款（元）"), Form.YUAN),
        Column("breached", Text("管理人违约或者不当处分"), Form.YESNO),
        Column("third_party_good_faith", Text("第三人善意取得"), Form.YESNO),
        Column("asserted_before_arrival", Text("到达管理人之前已经主张"), Form.YESNO),
        Column("lawfully_held", Text("债务人合法占有"), Form.YESNO),
        Column("conditions_met", Text("符合事先约定的条件"), Form.YESNO),
        Column("endangered", Text("可能被转让、毁损、灭失"), Form.YESNO),
        Column("opinion", Text("审查意见"), Form.LINES),
        Column("costs_fen", Text("应付费用（元）"), Form.YUAN),
        Column("delay_costs_fen", Text("延迟行使增加的费用（元）"), Form.YUAN),
        Column("costs_paid_fen", Text("已付费用（元）"), Form.YUAN),
        Column("refund_fen", Text("出卖人应返还的价款（元）"), Form.YUAN),
        Column("working", Text("算式"), Form.WORKING),
        Column("loss", Text("不能取回的情形"), Form.WORD, words=RetrievalLoss),
        Column("lost_on", Text("转让、毁损、灭失日期"), Form.DAY),
        Column("loss_fen", Text("转为债权的数额（元）"), Form.YUAN),
        Column("loss_class", Text("该债权的性质"), Form.WORD, words=ClaimClass),
        Column("claim", Text("已申报为第几号债权"), Form.NUMBER, path="flags.claim", leads_to="claims"),
        Column("forum", Text("受理法院")),
        Column("reference", Text("案号或者裁判文书")),
        Column("received_by", Text("接收人")),
        Column("contact", Text("联系方式")),
    ),
    "committees": (
        SERIAL,
        Column("subject", Text("选任的决议"), path="resolution.subject", listed=True, names_it=True),
        Column("resolution", Text("决议序号"), Form.NUMBER, path="resolution.serial", listed=True),
        Column("chosen_on", Text("选任日期"), Form.DAY, listed=True),
        Column("recognised_on", Text("认可日期"), Form.DAY, listed=True),
        Column("ended_on", Text("终止日期"), Form.DAY, listed=True),
        STATE,
        Column("delegated", Text("受托的职权"), Form.WORDS, words=ResolutionMatter),
        Column(
            "members",
            Text("委员会成员"),
            Form.ROWS,
            rows=(
                Column("position", Text("成员序号"), Form.NUMBER),
                Column("kind", Text("成员类别"), Form.WORD, words=MemberKind),
                Column("name", Text("成员")),
                Column("person", Text("代表姓名")),
                Column("contact", Text("联系方式、地址")),
                Column("resolution", Text("决议序号"), Form.NUMBER, path="resolution.serial"),
                Column("recognised_on", Text("认可日期"), Form.DAY),
                Column("leaving", Text("改选离任"), Form.YESNO),
                Column("until_on", Text("终止日期"), Form.DAY),
            ),
        ),
    ),
    "committee_decisions": (
        SERIAL,
        Column("subject", Text("所议事项"), listed=True, names_it=True),
        Column("power", Text("行使的职权"), Form.WORD, words=CommitteePower, listed=True),
        Column("yes", Text("同意人数"), Form.NUMBER, listed=True),
        Column("members", Text("全体成员"), Form.NUMBER, listed=True),
        Column("decided_on", Text("议事日期"), Form.DAY, listed=True),
        STATE,
        Column("text", Text("决定内容"), Form.LINES),
        Column("form", Text("议事方式"), Form.WORD, words=MeetingForm),
        Column("working", Text("计算"), Form.WORKING),
        Column("minutes", Text("议事记录"), Form.LINES),
        Column("resisting", Text("拒绝接受监督的人"), Form.WORD, words=Resisting),
        Column("refused_what", Text("拒绝监督的事项"), Form.LINES),
        Column("asked_on", Text("请求法院日期"), Form.DAY),
        Column("ruled_on", Text("法院决定日期"), Form.DAY),
        Column(
            "votes",
            Text("表决"),
            Form.ROWS,
            rows=(
                Column("member", Text("成员序号"), Form.NUMBER, path="member.position"),
                Column("name", Text("成员"), path="member.name"),
                Column("vote", Text("表决"), Form.WORD, words=VoteCast),
                Column("dissent", Text("不同意见"), Form.LINES),
            ),
        ),
    ),
    "disposals": (
        SERIAL,
        Column("subject", Text("标题"), listed=True, names_it=True),
        Column("act", Text("行为类别"), Form.WORD, words=MajorAct, listed=True),
        Column("amount_fen", Text("涉及金额（元）"), Form.YUAN, listed=True),
        Column("addressee", Text("报告对象"), Form.WORD, words=Addressee, listed=True),
        Column("reported_on", Text("报告日期"), Form.DAY, listed=True),
        Column("planned_on", Text("拟实施日期"), Form.DAY, listed=True),
        STATE,
        Column("text", Text("处分方案和依据"), Form.LINES),
        Column("question", Text("要求说明的事项"), Form.LINES, path="flags.question"),
        Column("explanation", Text("管理人的说明"), Form.LINES),
        Column("decision", Text("委员会决定序号"), Form.NUMBER, path="decision.serial"),
        Column("objection", Text("要求纠正的理由"), Form.LINES),
        Column("stopped_on", Text("责令停止日期"), Form.DAY),
        Column("done_on", Text("实施日期"), Form.DAY),
        Column(
            "assets",
            Text("涉及的财产"),
            Form.ROWS,
            rows=(
                Column("serial", Text("财产序号"), Form.NUMBER),
                Column("name", Text("名称")),
                Column("kind", Text("类别"), Form.WORD, words=AssetKind),
                Column("book_fen", Text("账面价值（元）"), Form.YUAN),
            ),
        ),
    ),
    "inspections": (
        SERIAL,
        Column("creditor", Text("债权人"), path="party.name", listed=True, names_it=True),
        Column("papers", Text("查阅的资料"), Form.WORDS, words=InspectedPaper, listed=True),
        Column("requested_on", Text("请求日期"), Form.DAY, listed=True),
        Column("given_on", Text("提供日期"), Form.DAY, listed=True),
        STATE,
        Column("which", Text("具体说明"), Form.LINES),
        Column("refused_on", Text("不予提供日期"), Form.DAY),
        Column("refusal", Text("不予提供的理由"), Form.LINES),
        Column("asked_on", Text("请求法院日期"), Form.DAY),
        Column("given", Text("提供的资料和方式"), Form.LINES),
        Column("undertaking", Text("保密"), Form.WORD, words=Undertaking),
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
    "remunerations": (
        SERIAL,
        Column("administrator", Text("管理人"), path="party.name", listed=True, names_it=True),
        Column("payee", Text("管理人类型"), Form.WORD, words=Payee),
        Column("planned_on", Text("方案确定日期"), Form.DAY, listed=True),
        Column("planned_fen", Text("方案预计报酬（元）"), Form.YUAN, listed=True, summed=True),
        Column("fixed_fen", Text("最终报酬（元）"), Form.YUAN, listed=True, summed=True),
        Column("paid_fen", Text("已支付（元）"), Form.YUAN, listed=True, summed=True),
        STATE,
        Column("competitive", Text("以公开竞争方式指定"), Form.YESNO),
        Column("forecast_fen", Text("预测可供清偿的财产价值（元）"), Form.YUAN),
        Column("local_percent", Text("地方比例限制（为规定的百分之几）"), Form.NUMBER),
        Column("collection", Text("收取方式"), Form.WORD, words=Collection),
        Column("workload", Text("工作量的预测"), Form.LINES),
        Column("factors", Text("考虑的因素"), Form.LINES),
        Column("reported_on", Text("向会议报告日期"), Form.DAY),
        Column("changed_on", Text("调整日期"), Form.DAY),
        Column("base_fen", Text("财产价值总额（元）"), Form.YUAN),
        Column("fixed_on", Text("确定最终报酬日期"), Form.DAY),
    ),
    "instalments": (
        SERIAL,
        Column("administrator", Text("管理人"), path="remuneration.party.name", listed=True, names_it=True),
        Column("remuneration", Text("报酬序号"), Form.NUMBER, path="remuneration.serial"),
        Column("asked_on", Text("申请日期"), Form.DAY, listed=True),
        Column("asked_fen", Text("申请金额（元）"), Form.YUAN, listed=True, summed=True),
        Column("allowed_fen", Text("确定支付（元）"), Form.YUAN, listed=True, summed=True),
        Column("paid_fen", Text("已支付（元）"), Form.YUAN, listed=True, summed=True),
        STATE,
        Column("collect_on", Text("申请收取的时间"), Form.DAY),
        Column("estate_fen", Text("可供支付的财产（元）"), Form.YUAN),
        Column("estate", Text("可供支付的财产情况"), Form.LINES),
        Column("work", Text("履行职责的情况"), Form.LINES),
        Column("answer", Text("法院的理由"), Form.LINES),
        Column("answered_on", Text("确定日期"), Form.DAY),
        Column("paid_on", Text("支付日期"), Form.DAY),
        Column("voucher", Text("付款凭证号"), path="flags.voucher"),
    ),
    "collateral_fees": (
        SERIAL,
        Column("asset", Text("担保物"), path="asset.name", listed=True, names_it=True),
        Column("creditor", Text("担保权人"), path="claim.party.name", listed=True),
        Column("claim", Text("债权表序号"), Form.NUMBER, path="claim.serial"),
        Column("amount_fen", Text("报酬（元）"), Form.YUAN, listed=True, summed=True),
        Column("settled_on", Text("商定或者确定日期"), Form.DAY, listed=True),
        STATE,
        Column("work", Text("管理工作"), Form.LINES),
        Column("value_fen", Text("担保物净值（元）"), Form.YUAN),
        Column("claim_fen", Text("担保债权（元）"), Form.YUAN),
        Column("collected_on", Text("收取日期"), Form.DAY),
    ),
    "court_fees": (
        SERIAL,
        Column("title", Text("案号"), listed=True, names_it=True),
        Column("base_fen", Text("破产财产总额（元）"), Form.YUAN, listed=True),
        Column("amount_fen", Text("受理费（元）"), Form.YUAN, listed=True, summed=True),
        Column("reckoned_on", Text("核定日期"), Form.DAY, listed=True),
        Column("paid_on", Text("交纳日期"), Form.DAY, listed=True),
        STATE,
        Column("unencumbered_fen", Text("没有设定担保的财产（元）"), Form.YUAN),
        Column("encumbered_fen", Text("设定担保的财产（元）"), Form.YUAN),
        Column("base_rule", Text("计算基数"), Form.WORD, words=CourtFeeBase),
        Column("reference", Text("缴费凭证号或者强制清算案号")),
        Column("remark", Text("备注"), Form.LINES),
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
