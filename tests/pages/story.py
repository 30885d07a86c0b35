"""A liquidation from its announcement to deregistration, act by act: the API and the browser both play it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.pages.estate import FIGURES

JUDGE, CLERK, ADMINISTRATOR = "shenzhiheng", "heqieyu", "administrator"
"""Who acts; the administrator's user name is the player's to know."""
CREDITORS = ("江澜市恒远钢材贸易有限公司", "江澜融通小额贷款有限公司", "望川供应链管理有限公司")
CHAIR = "the creditor of the first claim"
"""Stands for the number of that party, which the player looks up."""
WINDOW_DAYS, MEETING_DAYS = 45, 10
"""From the announcement to the last day for claims, from there to the first meeting."""


@dataclass(frozen=True)
class Act:
    """A step of the case; with a `kind`, of a part of it, which it begins where it has no number yet."""

    who: str
    step: str
    typed: dict[str, Any] = field(default_factory=dict)
    kind: str = ""
    serial: int | None = None


@dataclass(frozen=True)
class Pause:
    """Days that pass."""

    days: int


def liquidation(first_day: date) -> Iterator[Act | Pause]:
    """Every act after announcement and taking over; `first_day` is the day of the announcement."""
    for serial, creditor in enumerate(CREDITORS, 1):
        yield from claim(serial, creditor)
    yield from found_and_asked()
    yield Pause(WINDOW_DAYS + 1)
    yield Act(JUDGE, "appoint_chair", {"chair_party_id": CHAIR})
    yield Pause(MEETING_DAYS)
    yield from met_and_declared()
    yield from sold()
    yield from distributed(first_day + timedelta(days=WINDOW_DAYS + 1 + MEETING_DAYS))
    yield from ended()


def announced(first_day: date) -> Iterator[Act]:
    """The acceptance is announced, the debtor's property taken over."""
    last = first_day + timedelta(days=WINDOW_DAYS)
    yield Act(
        CLERK,
        "publish_acceptance",
        {
            "channel": "全国企业破产重整案件信息网",
            "reference": "公告第1号",
            "claims_deadline": last.isoformat(),
            "claims_place": "江澜市望江路66号8层",
            "first_meeting_on": (last + timedelta(days=MEETING_DAYS)).isoformat(),
            "first_meeting_time": "09:30",
            "first_meeting_place": "本院第一法庭",
        },
    )
    yield Act(ADMINISTRATOR, "take_over", {"taken_over": "厂房、印章、账簿"})


def claim(serial: int, creditor: str) -> Iterator[Act]:
    """A claim is filed, registered, reviewed and listed."""
    yield Act(
        ADMINISTRATOR,
        "file_claim",
        {"creditor_name": creditor, "filed_fen": "1000000.00", "basis": "货款"},
        "claims",
    )
    yield Act(ADMINISTRATOR, "register_claim", {}, "claims", serial)
    reviewed = {
        "claim_class": "ORD",
        "figures": [{"position": 1, "admitted_fen": "900000.00"}],
        "limitation_kept": True,
        "opinion": "证据齐全。",
    }
    yield Act(ADMINISTRATOR, "review_claim", reviewed, "claims", serial)
    yield Act(ADMINISTRATOR, "list_claim", {}, "claims", serial)


def found_and_asked() -> Iterator[Act]:
    """A machine is found and appraised; a request of the administrator is granted."""
    yield Act(ADMINISTRATOR, "find_asset", {"kind": "EQUIPMENT", "name": "机床"}, "assets")
    yield Act(ADMINISTRATOR, "take_over_asset", {}, "assets", 1)
    appraised = {"appraiser": "江澜评估事务所", "appraised_fen": "800000"}
    yield Act(ADMINISTRATOR, "appraise", appraised, "assets", 1)
    asked = {"kind": "SPENDING", "subject": "费用", "text": "请批准。"}
    yield Act(ADMINISTRATOR, "submit_request", asked, "submissions")
    yield Act(JUDGE, "grant", {"answer": "同意。"}, "submissions", 1)


def met_and_declared() -> Iterator[Act]:
    """The first meeting, two claims confirmed and one in suit, the declaration."""
    yield Act(
        CLERK,
        "hold_first_meeting",
        {
            "present": 3,
            "present_fen": "2700000",
            "claims_verified": True,
            "remuneration_reported": True,
            "minutes": "核查债权表。",
        },
    )
    yield Act(JUDGE, "confirm_claims", {"serials": "1-2"})
    yield Act(ADMINISTRATOR, "dispute", {"objector": "债务人", "reason": "数额有误。"}, "claims", 3)
    yield Act(ADMINISTRATOR, "sue", {"forum": "本院"}, "claims", 3)
    yield Act(
        JUDGE,
        "declare_bankruptcy",
        {"cause_stands": True, "no_rescue": True, "findings": "资不抵债。"},
    )


def sold() -> Iterator[Act]:
    """The machine is sold by the plan that the meeting has passed."""
    yield Act(ADMINISTRATOR, "propose_realisation_plan", {"plan": "网络拍卖。"})
    yield Act(CLERK, "decide_realisation_plan", FIGURES)
    yield Act(ADMINISTRATOR, "offer", {"method": "AUCTION", "reserve_fen": "700000"}, "assets", 1)
    buyer = {"asset_serial": 1, "buyer": "江澜重工有限公司", "price_fen": "750000"}
    yield Act(ADMINISTRATOR, "dispose_asset", buyer)
    yield Act(ADMINISTRATOR, "receive_price", {"received_fen": "750000"}, "assets", 1)


def distributed(day: date) -> Iterator[Act]:
    """The plan of distribution is passed, recognised and carried out."""
    yield Act(
        ADMINISTRATOR,
        "propose_distribution_plan",
        {
            "available_fen": "650000",
            "remuneration_fen": "50000",
            "order_and_ratio": "按比例。",
            "method": "转账。",
        },
    )
    yield Act(CLERK, "distribution_plan_passed", FIGURES)
    yield Act(JUDGE, "recognise_distribution_plan", {"reason": "程序合法。"})
    last = {"pool_fen": "650000", "announced_on": day.isoformat(), "says_final": True}
    yield Act(ADMINISTRATOR, "final_distribution", last)


def ended() -> Iterator[Act]:
    """Terminated; the suit is decided, its escrow released; the debtor is struck off."""
    rest = {"kind": "EXP_ESTATE", "payee": "档案馆", "purpose": "档案保管", "ground": "合同。"}
    yield Act(ADMINISTRATOR, "request_spending", {**rest, "amount_fen": "100000"}, "spendings")
    yield Act(JUDGE, "approve_spending", {"approved_fen": "100000"}, "spendings", 1)
    yield Act(ADMINISTRATOR, "pay_spending", {"paid_fen": "100000"}, "spendings", 1)
    yield Act(ADMINISTRATOR, "request_termination_120", {"reason": "分配完结。", "report": "分配报告。"})
    yield Act(JUDGE, "terminate_120", {"reason": "分配完结。"})
    judged = {"fixed_fen": "600000", "claim_class": "ORD", "reference": "判决"}
    yield Act(ADMINISTRATOR, "judge", judged, "claims", 3)
    yield Act(
        JUDGE,
        "release_litigation_escrow",
        {"claim_serial": 3, "to_creditor": True, "reason": "判决生效。"},
    )
    yield Act(ADMINISTRATOR, "deregister", {"registry": "江澜市市场监督管理局"})
