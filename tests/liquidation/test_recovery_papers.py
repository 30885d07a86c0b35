"""Notices with which property comes back: each ground has its own, addressed to who holds the property."""

from datetime import timedelta
from typing import Any

import pytest

from models.vocabulary import DocumentKind
from tests.liquidation.playing import Liquidation
from tests.liquidation.test_administrator_papers import paper_in, text_in, through_all_hands
from tests.liquidation.test_avoidances import ACT, accepted_on

K = DocumentKind
HOW = {"how": "自收到本通知之日起十五日内汇入管理人账户"}


def demanded(case: Liquidation, ground: str, **more: Any) -> None:
    """An act within the last two months is found, and its fruits are demanded."""
    day = (accepted_on(case) - timedelta(days=60)).isoformat()
    act = {**ACT, "act_on": day, "insolvent_then": True, "ground": ground, **more}
    serial = case.begin("avoidances", "find_act", **act)
    case.move("avoidances", serial, "demand_return", **HOW, address="望川市江岸路5号")


@pytest.mark.parametrize(
    ("ground", "kind", "form_id", "words"),
    [
        ("GIFT", K.RECOVERY_NOTICE, "M-17", ("第三十一条第一项", "管理人有权请求人民法院撤销上述行为")),
        ("PREFERENCE", K.RECOVERY_NOTICE, "M-17", ("第三十二条", "将所受清偿的人民币320000元返还管理人")),
        ("WAIVER", K.RECOVERY_NOTICE, "M-17", ("第三十一条第五项", "请你方向管理人清偿")),
        ("CONCEALMENT", K.RECOVERY_NOTICE, "M-17", ("第三十三条第一项的规定，上述行为无效",)),
        ("NEW_SECURITY", K.SECURITY_REVOCATION_NOTICE, "M-18", ("第三十一条第三项", "注销担保登记")),
        ("UNPAID_CAPITAL", K.CAPITAL_CALL_NOTICE, "M-19", ("第三十五条", "不受出资期限的限制", "不得以对")),
        ("ABNORMAL_INCOME", K.OFFICER_RETURN_NOTICE, "M-20", ("第三十六条", "第二十四条第三款")),
    ],
)
def test_a_demand_goes_out_with_the_notice_of_its_ground(
    opened: Liquidation, ground: str, kind: DocumentKind, form_id: str, words: tuple[str, ...]
) -> None:
    demanded(opened, ground)

    text = text_in(opened, kind)
    assert "望川投资有限公司：" in text
    assert "将两辆货车无偿转让给关联公司。" in text
    assert [one for one in words if one not in text] == []
    assert paper_in(opened, kind).form_id == form_id
    assert sum(one in opened.papers() for one in (kind, *NOTICES)) == 2


NOTICES = (
    K.RECOVERY_NOTICE,
    K.SECURITY_REVOCATION_NOTICE,
    K.CAPITAL_CALL_NOTICE,
    K.OFFICER_RETURN_NOTICE,
)


def test_property_that_was_misappropriated_is_no_income(opened: Liquidation) -> None:
    demanded(opened, "ABNORMAL_INCOME", misappropriated=True)

    text = text_in(opened, K.OFFICER_RETURN_NOTICE)

    assert "侵占企业财产" in text
    assert "非正常收入" not in text


def test_the_notice_is_served_on_the_counterparty_where_he_is_reached(opened: Liquidation) -> None:
    demanded(opened, "GIFT")

    through_all_hands(opened, paper_in(opened, K.RECOVERY_NOTICE))

    assert recipients_of(opened, K.RECOVERY_NOTICE) == [("望川投资有限公司", "望川市江岸路5号")]


def test_a_counterparty_who_is_a_party_is_reached_where_the_case_knows_him(met: Liquidation) -> None:
    creditor = "江澜市恒泰贸易有限公司"
    day = (accepted_on(met) - timedelta(days=60)).isoformat()
    act = {**ACT, "act_on": day, "ground": "NEW_SECURITY", "counterparty": creditor}
    serial = met.begin("avoidances", "find_act", **act)

    met.move("avoidances", serial, "demand_return", **HOW)

    assert paper_in(met, K.SECURITY_REVOCATION_NOTICE).flags["owner"][0] == creditor


def recipients_of(case: Liquidation, kind: DocumentKind) -> list[tuple[str, str]]:
    """On whom the last paper of a kind is served, and where."""
    with case.play.bench.reading() as session:
        paper = session.merge(paper_in(case, kind), load=True)
        return [(one.recipient_name, one.address) for one in paper.deliveries]


def pledged(case: Liquidation, secured_yuan: str) -> int:
    """A machine in the hands of a pledgee; returns its number."""
    serial = case.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")
    case.move(
        "assets",
        serial,
        "record_encumbrance",
        kind="PLEDGE",
        holder="江澜汇通典当有限公司",
        secured_fen=secured_yuan,
    )
    return serial


ASKED = {
    "encumbrance": 1,
    "release": "PAID",
    "how": "收到清偿款之日在典当行库房交付",
    "address": "江澜市一路1号",
}


def test_a_pledge_is_asked_back_for_its_value_if_that_is_less_than_the_debt(met: Liquidation) -> None:
    serial = pledged(met, "9000")
    ask = ("assets", serial, "ask_back_collateral")
    above = met.refused(met.move, *ask, **ASKED, redeemed_fen="8000.01", value_fen="8000")

    met.move(*ask, **ASKED, redeemed_fen="8000", value_fen="8000")

    text = text_in(met, K.COLLATERAL_NOTICE)
    assert above == ["redeemed_above_value"]
    assert "质押占有：数控机床。被担保的债权额为人民币9000元" in text
    assert "以清偿债务的方式取回上述财产：清偿的数额为人民币8000元" in text
    assert "低于被担保的债权额" in text


def test_what_the_notice_said_need_not_be_said_again_when_the_pledge_is_lifted(met: Liquidation) -> None:
    met.hold_money(8000)
    serial = pledged(met, "7000")
    met.move("assets", serial, "ask_back_collateral", **ASKED, redeemed_fen="7000", value_fen="8000")

    met.move("assets", serial, "lift_encumbrance", encumbrance=1, release="PAID", reason="已经交付。")

    with met.play.bench.reading() as session:
        asset = session.merge(met.part("assets", serial), load=True)
        assert asset.encumbrances[0].redeemed_fen == 700_000
    assert "低于被担保的债权额" not in text_in(met, K.COLLATERAL_NOTICE)


def test_a_major_thing_is_asked_back_only_once_that_was_reported(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", kind="EQUIPMENT", name="生产线", major=True)
    met.move("assets", serial, "record_encumbrance", kind="LIEN", holder="某维修厂", secured_fen="9000")
    ask = ("assets", serial, "ask_back_collateral")
    sums = {**ASKED, "redeemed_fen": "9000", "value_fen": "20000"}

    unreported = met.refused(met.move, *ask, **sums)
    reported = met.refused(met.move, *ask, **sums, reported_on=met.play.day.isoformat())

    assert (unreported, reported) == (["redemption_not_reported"], [])


def test_a_mortgage_is_not_asked_back_for_it_leaves_the_thing_with_the_debtor(met: Liquidation) -> None:
    serial = met.begin("assets", "find_asset", kind="EQUIPMENT", name="设备")
    met.move("assets", serial, "record_encumbrance", kind="MORTGAGE", holder="某银行", secured_fen="9000")

    wrong = met.refused(
        met.move, "assets", serial, "ask_back_collateral", **ASKED, redeemed_fen="9", value_fen="9"
    )

    assert wrong == ["not_taken_back"]
