"""What the steps of a retrieval need (EBL 38, 39, 76; I2-26 to 40)."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from models.vocabulary import RetainedContract, RetrievalGround, RetrievalLoss
from workflows.payloads.base import Line, Paragraphs, Payload, WithReason, Word, Yuan, labelled
from workflows.payloads.days import Day
from workflows.payloads.retrieval_money import account, reference
from workflows.text import N_

WITH_PRICE = (RetrievalGround.RETENTION, RetrievalGround.IN_TRANSIT)


class RetrievalClaimed(Payload):
    """Property that its owner claims from the administrator (EBL 38, 39)."""

    owner = Line(required=True, metadata=labelled("权利人", "owner"))
    contact = Line(load_default="", metadata=labelled("联系方式", "how he is reached"))
    ground = Word(RetrievalGround, required=True, metadata=labelled("取回的情形", "ground", widget="select"))
    claimed_property = Paragraphs(
        required=True, metadata=labelled("要求取回的财产", "property", widget="textarea")
    )
    asset_serial = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(1, 1_000_000),
        metadata=labelled("已登记为债务人财产的序号", "asset under which it was recorded", widget="asset"),
    )
    value_fen = Yuan(
        load_default=None, allow_none=True, metadata=labelled("价值（元）", "value (yuan)", widget="money")
    )
    title_basis = Paragraphs(
        required=True, metadata=labelled("权利依据和证据", "title and evidence", widget="textarea")
    )
    by_judgment = fields.Boolean(
        load_default=False,
        metadata=labelled("依据生效裁判、裁决", "by a judgment or award in force"),
    )
    contract = Word(
        RetainedContract,
        load_default=RetainedContract.NONE,
        metadata=labelled(
            "所有权保留买卖合同",
            "sale under retention of title",
            "所有权保留的填写",
            "for retention of title",
        ),
    )
    price_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled(
            "标的物总价款（元）",
            "whole price (yuan)",
            "所有权保留、在途标的物必填",
            "needed for retention of title and goods in transit",
            widget="money",
        ),
    )
    paid_fen = Yuan(
        load_default=None,
        allow_none=True,
        metadata=labelled("债务人已付价款（元）", "paid by the debtor (yuan)", widget="money"),
    )
    breached = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "管理人未及时付款、未履行完毕或者不当处分，给出卖人造成损害",
            "the administrator did not pay or perform, or disposed wrongly, to the seller's harm",
        ),
    )
    third_party_good_faith = fields.Boolean(
        load_default=False,
        metadata=labelled("第三人已经善意取得", "a third party acquired in good faith"),
    )
    asserted_before_arrival = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "标的物到达管理人之前已经主张",
            "asserted before the goods reached the administrator",
            "向承运人、实际占有人或者管理人主张均可（解释二第三十九条）",
            "to carrier, holder or administrator (I2-39)",
        ),
    )
    kept_apart = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "变价款已提存，或者单独留存、能够与债务人财产区分",
            "the proceeds were deposited, or are kept apart from the estate's money",
            "只用于就变价款主张取回（解释二第二十九条）；登记后即从可用款项中留存",
            "only where proceeds are claimed (I2-29); they are set apart on the account at once",
        ),
    )
    lawfully_held = fields.Boolean(
        load_default=True, metadata=labelled("债务人合法占有", "held lawfully by the debtor")
    )
    conditions_met = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "符合事先约定的取回条件",
            "the agreed conditions for retrieval are met",
            "重整期间必须符合（企业破产法第七十六条）",
            "needed during reorganization (EBL 76)",
        ),
    )
    endangered = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "管理人或者自行管理的债务人违反约定，可能使取回物被转让、毁损、灭失或者价值明显减少",
            "endangered because administrator or debtor broke the agreement",
        ),
    )

    @validates_schema
    def check_price(self, data: dict[str, Any], **_: object) -> None:
        """Price and payments are named where they decide."""
        if data.get("ground") in WITH_PRICE and not data.get("price_fen"):
            raise ValidationError(N_("请填写标的物总价款。"), "price_fen")
        if data.get("ground") in WITH_PRICE and data.get("paid_fen") is None:
            raise ValidationError(N_("请填写债务人已付价款；没有支付的填写 0。"), "paid_fen")


class Costs(Payload):
    """What the owner has to pay before he gets his property (I2-26, 28)."""

    costs_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "应付加工费、保管费、托运费、委托费、代销费等（元）",
            "costs of processing, storage, transport and the like (yuan)",
            widget="money",
        ),
    )
    delay_costs_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "延迟行使取回权增加的费用（元）",
            "costs of a late claim (yuan)",
            "只用于方案、草案提交表决后的主张",
            "only where claimed after a plan was put to the vote",
            widget="money",
        ),
    )
    value_loss_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "标的物价值减损（元）",
            "loss in value of the goods (yuan)",
            "只用于解除的所有权保留买卖（解释二第三十八条）",
            "only for a rescinded sale under retention of title (I2-38)",
            widget="money",
        ),
    )


class RetrievalAccepted(Costs):
    """The administrator's findings and consent (EBL 38)."""

    opinion = Paragraphs(required=True, metadata=labelled("审查意见", "reasons", widget="textarea"))


class RetrievalRefused(WithReason):
    """Why the administrator does not accept (I2-27)."""

    holds_judgment_wrong = fields.Boolean(
        load_default=False,
        metadata=labelled("认为生效法律文书错误", "he holds the judgment or award to be wrong"),
    )


class RetrievalSued(Payload):
    """A suit of the owner against the debtor (I2-27(1))."""

    forum = Line(required=True, metadata=labelled("受理法院", "court"))
    reference = Line(load_default="", metadata=labelled("案号", "reference"))


class RetrievalGranted(Costs):
    """A judgment that gives the property back."""

    reference = Line(required=True, metadata=labelled("裁判文书", "judgment"))


class RetrievalHandedOver(Payload):
    """The property is handed over on the day of the step (EBL 38; I2-28)."""

    received_by = Line(required=True, metadata=labelled("接收人", "received by"))
    costs_paid_fen = Yuan(
        load_default=0,
        metadata=labelled(
            "交付时收到的费用（元）",
            "costs received with the hand-over (yuan)",
            "以前收到的不再填写；收到多少填写多少，记入财产账户",
            "without what was received before; it is entered into the estate's account",
            widget="money",
        ),
    )
    costs_withheld = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "未付费用从交付的变价款中扣除",
            "costs still due are kept back from the proceeds",
            "只用于就变价款主张取回",
            "only where proceeds are handed over",
        ),
    )
    account = account("收付方式", "received into and paid out of")
    reference = reference()


class RetrievalTurned(WithReason):
    """What is owed where the thing is gone, or was taken back from a buyer (I2-30 to 32)."""

    loss = Word(RetrievalLoss, required=True, metadata=labelled("情形", "what happened", widget="select"))
    lost_on = Day(
        required=True,
        metadata=labelled("转让、毁损、灭失的日期", "day of the transfer or the loss"),
    )
    loss_fen = Yuan(
        required=True, metadata=labelled("损失或者价款（元）", "loss or price (yuan)", widget="money")
    )
    by_administration = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "受理后因管理人或者相关人员执行职务造成",
            "caused in the course of administration after the acceptance",
        ),
    )
    by_fault = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "因故意或者重大过失造成",
            "by intent or gross fault",
            "权利人就不足弥补的部分可以请求管理人或者相关人员补充赔偿（解释二第三十三条第一款）",
            "the owner may claim from the administrator personally what the estate does not cover (I2-33(1))",
        ),
    )
    third_party = Line(
        load_default="",
        metadata=labelled(
            "已付价款的第三人",
            "third party who paid the price",
            "第三人未取得所有权的填写",
            "where the third party acquired nothing",
        ),
    )

    @validates_schema
    def check_third_party(self, data: dict[str, Any], **_: object) -> None:
        """Who paid the price is the creditor then (I2-31); fault is one in the course of administration."""
        if data.get("loss") == RetrievalLoss.PRICE_PAID and not data.get("third_party"):
            raise ValidationError(N_("请填写已付价款的第三人。"), "third_party")
        if data.get("by_fault") and not data.get("by_administration"):
            raise ValidationError(N_("选择故意或者重大过失的，须为受理后执行职务造成。"), "by_fault")
