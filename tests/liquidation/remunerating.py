"""The steps of remuneration as an administrator, the creditors and the court take them."""

from typing import Any

from models.vocabulary import DeadlineKind, DeadlineStatus, DocumentKind
from tests.liquidation.playing import CARRIED, JUDGE, REASON, Liquidation

K, D, S = DeadlineKind, DocumentKind, DeadlineStatus
PLAN: dict[str, Any] = {
    "payee": "ACCOUNTING_FIRM",
    "forecast_fen": "13925678.90",
    "collection": "INSTALMENTS",
    "stages": [
        {"when": "第一次债权人会议之后", "percent": "30"},
        {"when": "分配方案执行完毕之后", "percent": "70"},
    ],
    "workload": "债权人约六十人，财产分布两地。",
    "factors": "案件复杂程度中等，管理人垫付前期费用。",
}
LOWER = {"to_100": "10", "to_500": "8", "to_1000": "6", "to_5000": "4"}
CHANGE = {name: PLAN[name] for name in ("forecast_fen", "collection", "stages", "factors")} | REASON
FINAL = {"pool_fen": "13925678.90", "fixed_fen": "1000000.00", **REASON}
ASKED: dict[str, Any] = {
    "amount_fen": "300000.00",
    "collect_on": "2026-06-01",
    "estate_fen": "5000000.00",
    "estate": "银行存款五百万元。",
    "work": "已接管财产、审查债权。",
}
SECURED = {"claim_class": "SEC", "security": "数控机床抵押"}


def planned_in(case: Liquidation, **more: Any) -> int:
    """The court fixes a plan; returns its number."""
    return case.begin("remunerations", "fix_remuneration_plan", JUDGE, **{**PLAN, **more})


def asked_in(case: Liquidation, amount: str, **more: Any) -> int:
    """The administrator applies to be paid; returns the number."""
    return case.begin("instalments", "ask_payment", **{**ASKED, "amount_fen": amount, **more})


def resolved(case: Liquidation) -> int:
    """The creditors' meeting resolves about the administrator's fee; returns the number."""
    vote = {"meeting_serial": 1, "matter": "61.2", "subject": "管理人报酬方案", **CARRIED}
    return case.begin("resolutions", "resolution_passed", **vote)


def objected(case: Liquidation) -> int:
    """A plan, and an objection of the meeting to it; returns the number of the plan."""
    serial, resolution = planned_in(case), resolved(case)
    case.move(
        "remunerations",
        serial,
        "object_to_remuneration",
        resolution_serial=resolution,
        request="请求调减报酬比例。",
        reason="财产以房地产为主。",
    )
    return serial


def secured_in(case: Liquidation) -> tuple[int, int]:
    """A machine and a claim that it secures; returns their numbers."""
    asset = case.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床")
    claim = case.file("江澜市临江农村商业银行股份有限公司", 6_500_000, asset_serial=asset, **SECURED)
    return asset, claim
