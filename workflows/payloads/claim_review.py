"""Payloads of a claim after it is filed: review verification, objection, suit, amount for voting."""

from collections.abc import Sequence
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, post_load, validate, validates_schema

from models.vocabulary import FILED_CLASSES, ClaimClass
from workflows.law.rank_of_figures import DECIDED_RANKS
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.claim_condition import condition, condition_kind
from workflows.payloads.claim_figures import MOST_FIGURES, rank_reason
from workflows.payloads.days import Day, PastDay
from workflows.text import N_


class ClaimVerified(Payload):
    """The meeting at which an entry of the claims table was verified (EBL 58(1))."""

    meeting_serial = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("会议序号", "number of the meeting", widget="meeting"),
    )


class FigureReviewed(Schema):
    """What is admitted of one figure, with the reason and the page of evidence (I3-6(2))."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    position = fields.Integer(
        required=True,
        strict=False,
        validate=validate.Range(1, MOST_FIGURES),
        metadata=labelled("项次", "figure"),
    )
    admitted_fen = Yuan(required=True, metadata=labelled("认定金额（元）", "admitted (yuan)", widget="money"))
    until_on = Day(load_default=None, allow_none=True, metadata=labelled("计算至", "reckoned until"))
    evidence_page = Line(load_default="", metadata=labelled("证据及页码", "evidence and page"))
    reason = Line(load_default="", metadata=labelled("认定理由", "reason"))


class ClaimReviewed(Payload):
    """The administrator's view: nature, amount, security, limitation, enforcement period (I3-6)."""

    claim_class = Word(
        ClaimClass, FILED_CLASSES, required=True, metadata=labelled("认定的性质", "class found")
    )
    figures = fields.List(
        fields.Nested(FigureReviewed),
        load_default=list,
        validate=validate.Length(max=MOST_FIGURES),
        metadata=labelled("逐项认定", "figure by figure", widget="checklist"),
    )
    admitted_fen = Yuan(
        load_default=None,
        metadata=labelled(
            "审查认定金额（元）",
            "amount admitted (yuan)",
            "逐项认定的，可以不填，按各项合计",
            "may be left out if the figures above are filled in",
            widget="money",
        ),
    )
    limitation_kept = fields.Boolean(
        required=True, metadata=labelled("未超过诉讼时效", "within the limitation period")
    )
    enforcement_kept = fields.Boolean(
        load_default=True,
        metadata=labelled("未超过申请强制执行的期间", "within the period for enforcement"),
    )
    price_due_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "应当给付建设工程价款之日",
            "construction price due on",
            "只用于建设工程价款优先债权；优先受偿权自该日起最长十八个月内行使",
            "for construction prices only; their priority is exercised within eighteen months from that day",
        ),
    )
    priority_used_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "行使优先受偿权之日",
            "priority exercised on",
            "申报以前已经起诉、申请仲裁或者以其他方式行使的填写；不填即为申报之日",
            "if it was exercised before the claim was filed; left empty, the day of filing counts",
        ),
    )
    by_judgment = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "由生效裁判确定",
            "fixed by a judgment",
            "生效裁判确定的债权应当确认（解释三第七条）",
            "must then be admitted (I3-7)",
        ),
    )
    late_cost_fen = Yuan(
        load_default=None,
        metadata=labelled(
            "补充申报的审查和确认费用（元）",
            "cost of reviewing the late claim (yuan)",
            "只用于补充申报，由申报人承担",
            "for late claims only; borne by the creditor",
            widget="money",
        ),
    )
    rank_reason = rank_reason()
    condition_kind = condition_kind(load_default=None, allow_none=True)
    condition = condition()
    opinion = Paragraphs(required=True, metadata=labelled("审查意见", "reasons", widget="textarea"))

    @validates_schema
    def check_sum(self, data: dict[str, Any], **_: object) -> None:
        """The figures make up the amount, each named once."""
        figures, admitted = data.get("figures", []), data.get("admitted_fen")
        if not figures and admitted is None:
            raise ValidationError(N_("请填写认定金额，或者逐项认定。"), "admitted_fen")
        positions = [figure["position"] for figure in figures]
        if len(set(positions)) < len(positions):
            raise ValidationError(N_("同一项次认定了两次。"), "figures")
        if figures and admitted is not None and admitted != admitted_of(figures):
            raise ValidationError(N_("认定金额与逐项认定的合计不符；可以不填，按各项合计。"), "admitted_fen")

    @post_load
    def complete(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """The amount where only its figures were given."""
        return {**data, "admitted_fen": admitted_of(data["figures"])} if data["figures"] else data


def admitted_of(figures: Sequence[dict[str, Any]]) -> int:
    """The sum of what is admitted, in fen."""
    return sum(figure["admitted_fen"] for figure in figures)


class RankDecided(WithReason):
    """The rank in which the court has a claim paid where the law says nothing (M2018-28)."""

    rank = Word(ClaimClass, DECIDED_RANKS, required=True, metadata=labelled("清偿顺序", "rank"))


class ClaimDisputed(Payload):
    """An objection to an entry of the claims table (I3-8)."""

    objector = Line(required=True, metadata=labelled("异议人", "objector"))
    reason = Paragraphs(required=True, metadata=labelled("异议理由", "reasons", widget="textarea"))
    reply = Paragraphs(
        load_default="",
        metadata=labelled("管理人的解释或者调整", "administrator's answer", widget="textarea"),
    )


class ClaimSued(Payload):
    """A suit or arbitration about a claim (EBL 58(3); I3-8)."""

    forum = Line(required=True, metadata=labelled("受理机构", "court or arbitration body"))
    reference = Line(load_default="", metadata=labelled("案号", "reference"))
    posted_on = PastDay(
        load_default=None,
        allow_none=True,
        metadata=labelled("交邮日期", "posted on", "期满前交邮的不算过期", "posted before expiry is in time"),
    )


class ClaimArbitrated(ClaimSued):
    """An arbitration about a claim, by a clause made before the acceptance (I3-8)."""

    clause_before_acceptance = fields.Boolean(
        required=True,
        metadata=labelled(
            "受理破产申请前订立了仲裁条款或者协议", "the clause was made before the acceptance"
        ),
    )


class ClaimFixed(Payload):
    """The amount that a judgment, an award or an agreement fixes."""

    fixed_fen = Yuan(
        required=True, metadata=labelled("确定的金额（元）", "amount fixed (yuan)", widget="money")
    )
    claim_class = Word(
        ClaimClass, FILED_CLASSES, required=True, metadata=labelled("确定的性质", "class fixed")
    )
    reference = Line(required=True, metadata=labelled("依据的文书", "judgment, award or agreement"))


class Provisional(Payload):
    """An amount fixed for voting only (EBL 59(2))."""

    provisional_fen = Yuan(
        required=True,
        metadata=labelled(
            "临时确定的债权额（元）",
            "provisional amount (yuan)",
            "未扣除抵销、已受偿部分的数额；这些部分在计算表决额时扣除",
            "before what was set off or received, which is taken off when the claim is voted with",
            widget="money",
        ),
    )
    above_claim_because = Paragraphs(
        load_default="",
        metadata=labelled(
            "超过申报额的理由",
            "why it is above what was filed",
            "临时确定的债权额一般不超过申报额；超过的须写明理由",
            "an amount for voting is as a rule not above what was filed; where it is, say why",
            widget="textarea",
        ),
    )
    reason = Paragraphs(required=True, metadata=labelled("理由", "reason", widget="textarea"))


class ExpectedDeficiency(WithReason):
    """What an unrealised security is expected not to cover, for voting only (EBL 59(2))."""

    deficiency_fen = Yuan(
        required=True,
        metadata=labelled(
            "预计不足清偿的数额（元）",
            "expected deficiency (yuan)",
            "不超过本债权的表决债权额；填写0即取消此前的确定",
            "not above what the claim may be voted with; 0 takes back what was fixed",
            widget="money",
        ),
    )
