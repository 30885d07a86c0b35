"""Invented facts of the notices with which an administrator takes property back (EBL 31 to 37)."""

from typing import Any

from documents.case_samples import Stage
from models.vocabulary import AvoidanceGround, DocumentKind
from workflows.law.citations import together
from workflows.law.look_back import LOOK_BACK

K, G = DocumentKind, AvoidanceGround


def pursued(ground: AvoidanceGround, counterparty: str, act: str, act_on: str, stake_fen: int) -> Stage:
    """A demand on one ground, as it goes out."""
    facts: dict[str, Any] = {
        "counterparty": counterparty,
        "act": act,
        "act_on": act_on,
        "stake_fen": stake_fen,
        "ground_of_avoidance": ground.zh,
        "avoidance_ground": ground.value,
        "avoidance_basis": together(LOOK_BACK[ground].basis, "zh"),
        "evidence": "买卖合同、付款凭证和仓库出库记录。",
        "misappropriated": False,
        "how": "自收到本通知之日起十五日内，将款项汇入管理人账户，或者在管理人办公地点交付财产。",
    }
    return Stage("2027-02-24", facts=facts)


ESTATE_STAGES: dict[DocumentKind, Stage] = {
    K.RECOVERY_NOTICE: pursued(
        G.UNREASONABLE,
        "望川鼎立机电贸易有限公司",
        "澜川公司将账面价值人民币3200000元的数控机床四台，以人民币400000元的价格出售给你方，未经评估。",
        "2026-06-18",
        280000000,
    ),
    K.SECURITY_REVOCATION_NOTICE: pursued(
        G.NEW_SECURITY,
        "江澜市恒远钢材贸易有限公司",
        "澜川公司以库存钢材为此前拖欠的货款设定动产质押，质物由你方占有。",
        "2026-05-09",
        386217455,
    ),
    K.CAPITAL_CALL_NOTICE: pursued(
        G.UNPAID_CAPITAL,
        "江澜同泰投资有限公司",
        "章程载明你方认缴出资人民币20000000元，缴纳期限为2031年3月18日；已经缴纳人民币8000000元。",
        "2011-03-18",
        1200000000,
    ),
    K.OFFICER_RETURN_NOTICE: pursued(
        G.ABNORMAL_INCOME,
        "龚䶮",
        "在普遍拖欠职工工资的情况下，以绩效奖金的名义领取人民币860000元。",
        "2026-02-05",
        86000000,
    ),
    K.COLLATERAL_NOTICE: Stage(
        "2027-03-02",
        facts={
            "holder": "江澜市恒远钢材贸易有限公司",
            "burden": "质权",
            "asset_name": "库存钢材（热轧板卷）62吨",
            "secured_fen": 50000000,
            "redeemed_fen": 28000000,
            "value_fen": 28000000,
            "claim_serial": 1,
            "by_payment": True,
            "how": "收到清偿款之日，在江澜市临江区滨河东路118号仓库交付。",
        },
    ),
}
"""The day of each notice, and what it says."""
