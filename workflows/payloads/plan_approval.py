"""What an application to approve a plan that a class refused needs: the six conditions (EBL 87(2))."""

from typing import Any

from marshmallow import ValidationError, fields, validates_schema

from models.vocabulary import Found, PlanApplicant
from workflows.calculations.cram_down import read_percent
from workflows.errors import CalculationError
from workflows.payloads.base import Line, Paragraphs, Payload, Word, Yuan, labelled
from workflows.payloads.draft import CollateralFigures
from workflows.text import N_


def found(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Word:
    """A fact on which a condition rests, where the class has not passed the plan itself."""
    return Word(Found, load_default=Found.OPEN, metadata=labelled(zh, en, hint_zh, hint_en, widget="select"))


class ApprovalAsked(Payload):
    """The application, with what it shows of each condition; votes and liquidation are the case's own."""

    applicant = Word(PlanApplicant, required=True, metadata=labelled("申请人", "applicant"))
    plan_ratio = Line(
        required=True,
        metadata=labelled(
            "重整计划草案下普通债权的清偿比例（%）",
            "what ordinary claims get under the plan (percent)",
            "如 25 或者 25.5；也可以写成分数，如 1/4",
            "such as 25 or 25.5, or as a fraction, such as 1/4",
        ),
    )
    small_plan_ratio = Line(
        load_default="",
        metadata=labelled(
            "其中小额债权组的清偿比例（%）",
            "what the class of small claims gets (percent)",
            "设有小额债权组、比例不同的填写",
            "where there is such a class and its ratio is another",
        ),
    )
    secured_paid_in_full = found(
        "①担保债权就该特定财产获得全额清偿",
        "① secured claims are paid in full out of their assets",
        "担保债权组已经通过的不必填写",
        "not needed where that class has passed",
    )
    secured_delay_compensated = found(
        "①因延期清偿所受的损失得到公平补偿", "① the loss by delay is fairly compensated"
    )
    security_not_impaired = found("①担保权未受到实质性损害", "① securities are not substantially impaired")
    employees_paid_in_full = found("②职工债权获得全额清偿", "② employees' claims are paid in full")
    taxes_paid_in_full = found("②税款获得全额清偿", "② taxes are paid in full")
    equity_adjusted_fairly = found(
        "④对出资人权益的调整公平、公正", "④ investors' rights are adjusted fairly and justly"
    )
    members_treated_equally = found(
        "⑤公平对待同一表决组的成员", "⑤ members of a class are treated equally", "没有替代", "no alternative"
    )
    order_kept = found("⑤清偿顺序不违反第一百一十三条", "⑤ the order does not violate article 113")
    business_plan_feasible = found("⑥经营方案具有可行性", "⑥ the business plan is feasible")
    dissenters_no_worse_off = found(
        "反对者的清偿利益不低于破产清算",
        "dissenters are not worse off than in a liquidation",
        "会议纪要的要求，不是第八十七条第二款的条件",
        "asked for by the minutes of 2018, no condition of article 87(2)",
    )
    available_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "破产清算时可供分配的财产（元）",
            "amount available in a liquidation (yuan)",
            "不含担保财产；不填即为账上可供分配的款项，加未设担保、尚未变价的财产的成交价或者评估价",
            "without encumbered assets; if empty, what is on the account, and price or appraised value "
            "of what is not encumbered and not yet money",
            widget="money",
        ),
    )
    expenses_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "其中破产费用（元）",
            "of it bankruptcy expenses (yuan)",
            "破产清算尚待支付的；不填即为已确定未付的管理人报酬、案件受理费",
            "still to be paid in a liquidation; if empty, fees that are fixed and not paid",
            widget="money",
        ),
    )
    common_fen = Yuan(
        load_default=0,
        metadata=labelled("其中共益债务（元）", "of it debts of common benefit (yuan)", widget="money"),
    )
    collateral = fields.List(
        fields.Nested(CollateralFigures),
        load_default=list,
        metadata=labelled(
            "担保财产",
            "collateral",
            "不填即按成交价或者评估价；没有评估价的必须填写变价款",
            "its price or appraised value if empty; needed where there is none",
        ),
    )
    grounds = Paragraphs(
        load_default="", metadata=labelled("申请的理由和证据", "grounds and evidence", widget="textarea")
    )

    @validates_schema
    def check_ratios(self, data: dict[str, Any], **_: object) -> None:
        """Ratios are percents or fractions; an asset stands there once."""
        for name in ("plan_ratio", "small_plan_ratio"):
            try:
                read_percent(data, name)
            except CalculationError as error:
                raise ValidationError(N_("请填写百分比，如 25.5，或者分数，如 1/4。"), name) from error
        named = [one["asset_serial"] for one in data.get("collateral", ()) if "asset_serial" in one]
        if len(set(named)) < len(named):
            raise ValidationError(N_("同一财产只能填写一次。"), "collateral")
