"""What a creditor reads before he files: how his sum is made up, and what the law will make of it."""

from collections.abc import Mapping
from typing import Any

from court_app.services.filing.filing_desk import FilingDesk
from models.vocabulary import ClaimClass
from workflows.calculations.money import yuan
from workflows.text import Text

TAXES = (ClaimClass.TAX, ClaimClass.SOC)


def working_of(data: Mapping[str, Any]) -> list[Text]:
    """How the sum filed is made up, figure by figure; one that was not split is its own sum."""
    lines = [line_of(place, figure) for place, figure in enumerate(data["figures"], 1)]
    return [*lines, Text("合计申报{total}元。", total=yuan(data["filed_fen"]))]


def line_of(place: int, figure: Mapping[str, Any]) -> Text:
    """One figure; of foreign money the conversion too."""
    if figure["currency"]:
        return Text(
            "{place}、{kind}：{currency} {amount} × {rate} = {filed}元",
            place=place,
            kind=figure["kind"],
            currency=figure["currency"],
            amount=str(figure["foreign_amount"]),
            rate=str(figure["exchange_rate"]),
            filed=yuan(figure["filed_fen"]),
        )
    return Text(
        "{place}、{kind}：{filed}元", place=place, kind=figure["kind"], filed=yuan(figure["filed_fen"])
    )


def cautions_of(desk: FilingDesk, data: Mapping[str, Any]) -> list[Text]:
    """What the creditor should know before he files; none of it keeps him from filing (EBL 57(1))."""
    found = [late(desk), *(beyond(desk, place, one) for place, one in enumerate(data["figures"], 1))]
    if data["claim_class"].is_secured and not data["security"]:
        found.append(Text("您申报的是有财产担保的债权，请在“财产担保”一项写明担保物。"))
    if data["security"] and not data["claim_class"].is_secured:
        found.append(Text("您写明了财产担保，但是债权性质没有选择有财产担保债权，请核对。"))
    if data["condition_kind"].lays_aside:
        found.append(
            Text("附条件的债权，分配额提存；以最后分配公告日条件是否成就决定交付您还是分配给其他债权人。")
        )
    if data["agent_name"]:
        found.append(Text("由代理人申报的，提交以后请上传授权委托书和双方的身份证明。"))
    return [line for line in found if line is not None]


def late(desk: FilingDesk) -> Text | None:
    """EBL 56(1): what a late filing costs and loses."""
    if not desk.late:
        return None
    return Text(
        "申报期限已于{last}届满，本次为补充申报：此前已进行的分配不再补充，审查和确认的费用由您承担。",
        last=desk.last_day,
    )


def beyond(desk: FilingDesk, place: int, figure: Mapping[str, Any]) -> Text | None:
    """EBL 46(2): what runs with time is admitted until the acceptance only."""
    until = figure["until_on"]
    if not figure["kind"].runs_with_time or desk.interest_until is None:
        return None
    if until is None:
        return Text(
            "第{place}项{kind}没有写明计算至何日；自受理时起停止计算，最多计算至{last}。",
            place=place,
            kind=figure["kind"],
            last=desk.interest_until,
        )
    if until <= desk.interest_until:
        return None
    return Text(
        "第{place}项{kind}计算至{until}；自受理时起停止计算，超过{last}的部分不会被认定。",
        place=place,
        kind=figure["kind"],
        until=until,
        last=desk.interest_until,
    )
