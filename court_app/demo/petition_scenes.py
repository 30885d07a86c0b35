"""Petitions, each brought by real steps to a different point between filing window and acceptance.

`printed` says whether the usual papers are made as well: a paper costs as much as many steps.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from court_app.demo.actors import APPEAL_HANDS, APPEAL_PANEL, PANEL, Hands, Play
from court_app.demo.petitions import acceptance, creditor, petition
from models.vocabulary import DocumentKind as D

HANDS = Hands()
WINDOW = Hands("lian", "lian", (), "guyin", "lian")
AUTHORITY: dict[str, Any] = {
    "role": "AUTHORITY",
    "kind": "AUTHORITY",
    "name": "河原省江澜市临江区人民法院",
    "domicile": "江澜市临江区法院路1号",
    "service_address": "江澜市临江区法院路1号",
    "measure": "查封债务人位于江澜市开发区的厂房一处，冻结银行账户两个",
}


def received(
    play: Play, data: dict[str, Any], step: str = "receive_application", *, printed: bool = True
) -> int:
    """A petition comes over the counter and its receipt is handed out; returns the case."""
    case = play.receive(data, step)
    if printed:
        play.issue(case, D.PETITION_RECEIPT, WINDOW)
        play.serve(case, D.PETITION_RECEIPT, WINDOW)
    return case


def just_received(play: Play) -> None:
    """收到申请: nothing has been done yet, nobody is named."""
    play.receive(petition(1))


def awaiting_correction(play: Play) -> None:
    """待补正: two papers are missing, one notice says so."""
    case = received(play, petition(2, missing=("evidence", "claim_evidence")), printed=False)
    play.assign(case, PANEL)
    play.later(2)
    play.step(case, "require_supplement", "heqieyu", further_items="补充债权计算明细。")
    play.issue(case, D.CORRECTION_NOTICE, HANDS)
    play.serve(case, D.CORRECTION_NOTICE, HANDS)


def notified(play: Play, *, printed: bool = True) -> int:
    """A creditor's petition, the debtor notified and served."""
    case = received(play, petition(0), printed=printed)
    play.assign(case, PANEL)
    play.later(1)
    play.step(case, "notify_debtor", "heqieyu")
    play.issue(case, D.DEBTOR_NOTICE, HANDS)
    play.serve(case, D.DEBTOR_NOTICE, HANDS)
    return case


def in_objection(play: Play) -> None:
    """债务人异议期: the debtor has objected."""
    case = notified(play, printed=False)
    play.later(3)
    play.step(case, "debtor_objects", "heqieyu", objection="申请人的债权数额有争议，且债务人仍在正常经营。")


def heard(play: Play) -> None:
    """审查中: a hearing has been held, an extension is asked for."""
    case = notified(play, printed=False)
    play.later(8)
    play.step(
        case,
        "schedule_hearing",
        "shenzhiheng",
        hearing_on=(play.day + timedelta(days=4)).isoformat(),
        hearing_time="09:30",
        place="第三法庭",
    )
    play.issue(case, D.HEARING_NOTICE, HANDS)
    play.serve(case, D.HEARING_NOTICE, HANDS)
    play.later(4)
    play.step(
        case,
        "hold_hearing",
        "heqieyu",
        attended="申请人代理人、债务人法定代表人",
        record="双方对债权数额无异议，债务人称无力清偿。",
    )
    play.step(
        case, "request_review_extension", "shenzhiheng", reason="涉及职工人数较多，需进一步核实财产状况。"
    )
    play.issue(case, D.EXTENSION_REQUEST, HANDS)


def accepted(play: Play, number: int = 4, procedure: str = "LIQUIDATION", *, printed: bool = True) -> int:
    """裁定受理 on a debtor's own petition; returns the 破 case."""
    return taken_in(play, petition(number, procedure=procedure, applicant_kind="DEBTOR"), printed=printed)


def taken_in(play: Play, data: dict[str, Any], *, printed: bool = True) -> int:
    """A petition without notice to the debtor is received, reviewed, accepted; returns the 破 case."""
    case = received(play, data, printed=printed)
    with play.together():
        play.assign(case, PANEL)
        play.add_party(case, AUTHORITY)
        for one in (1, 2, 3):
            play.add_party(case, {**creditor(one), "role": "CREDITOR", "claim_yuan": f"{1000000 * one}"})
    play.later(2)
    play.step(case, "start_direct_review", "shenzhiheng")
    play.later(5)
    grounds = ["BALANCE_SHEET"]
    play.step(case, "accept", "shenzhiheng", **acceptance(grounds=grounds))
    child = play.child_of(case)
    if not printed:
        return child
    play.issue(case, D.ACCEPTANCE_RULING, HANDS)
    play.later(1)
    play.serve(case, D.ACCEPTANCE_RULING, HANDS)
    for kind in (
        D.ADMINISTRATOR_DECISION,
        D.ARTICLE_15_NOTICE,
        D.SUSPEND_ENFORCEMENT_LETTER,
        D.LIFT_PRESERVATION_LETTER,
    ):
        play.issue(child, kind, HANDS)
        play.serve(child, kind, HANDS)
    return child


def published(play: Play) -> None:
    """通知并公告: notice to creditors and announcement are out, one effect is seen to."""
    case = accepted(play, 5)
    play.later(3)
    claims = play.day + timedelta(days=45)
    play.step(
        case,
        "publish_acceptance",
        "heqieyu",
        channel="全国企业破产重整案件信息网",
        reference="公告第1号",
        claims_deadline=claims.isoformat(),
        claims_place="江澜市望江路66号8层",
        first_meeting_on=(claims + timedelta(days=10)).isoformat(),
        first_meeting_time="09:30",
        first_meeting_place="本院第一法庭",
        other_matters="可以通过网络平台申报债权。",
    )
    for kind in (D.CREDITOR_NOTICE, D.ACCEPTANCE_ANNOUNCEMENT):
        play.issue(case, kind, HANDS)
    play.step(
        case, "see_to_effect", "shenzhiheng", number=9, remark="已向临江区人民法院发函，对方确认中止执行。"
    )


def reorganised(play: Play) -> None:
    """裁定重整 on a debtor's own petition."""
    case = accepted(play, 6, "REORGANIZATION", printed=False)
    play.issue(case, D.ADMINISTRATOR_DECISION, HANDS)


def composed(play: Play) -> None:
    """裁定和解 on a debtor's own petition."""
    accepted(play, 7, "COMPOSITION", printed=False)


def refused(play: Play, number: int = 8, *, printed: bool = False) -> int:
    """裁定不予受理: the applicant may appeal."""
    case = received(play, petition(number, applicant_kind="DEBTOR"), printed=printed)
    play.assign(case, PANEL)
    play.later(2)
    play.step(case, "start_direct_review", "shenzhiheng")
    play.later(4)
    play.step(
        case,
        "reject",
        "shenzhiheng",
        ground="no_cause",
        reason="现有证据表明债务人资产大于负债，且仍有稳定的经营收入，不具备破产原因。",
        appealable=True,
    )
    play.issue(case, D.NON_ACCEPTANCE_RULING, HANDS)
    play.later(1)
    play.serve(case, D.NON_ACCEPTANCE_RULING, HANDS)
    return case


def refused_only(play: Play) -> None:
    """不予受理（上诉期）."""
    refused(play)


def refused_for_good(play: Play) -> None:
    """不予受理已生效: nobody appealed."""
    refused(play, 9, printed=True)
    play.later(20)


def under_appeal(play: Play) -> int:
    """上诉审理中: the file is at the superior court; returns the appeal."""
    case = refused(play, 10)
    play.later(5)
    play.step(case, "appeal", "lian", reasons="一审对资产价值的认定有误。")
    play.later(1)
    play.step(case, "send_appeal_file", "heqieyu")
    appeal = play.child_of(case)
    play.step(appeal, "docket_appeal", "suli")
    play.assign(appeal, APPEAL_PANEL, who="tingzhang")
    return appeal


def appeal_pending(play: Play) -> None:
    """上诉审理中."""
    under_appeal(play)


def appeal_allowed(play: Play) -> None:
    """撤销原裁定，指令受理."""
    appeal = under_appeal(play)
    play.later(10)
    play.step(appeal, "appeal_allowed", "gaoyuan", reason="原审认定的资产价值缺乏依据，债务人具备破产原因。")
    play.issue(appeal, D.APPEAL_REVERSAL_RULING, APPEAL_HANDS)
    play.serve(appeal, D.APPEAL_REVERSAL_RULING, APPEAL_HANDS)


def withdrawn(play: Play) -> None:
    """准许撤回申请."""
    case = received(play, petition(11), printed=False)
    play.assign(case, PANEL)
    play.later(3)
    play.step(
        case,
        "withdraw_application",
        "shenzhiheng",
        asked_on=play.day.isoformat(),
        reason="申请人与债务人已经达成还款协议，撤回申请系其真实意思表示，不违反法律规定。",
    )
    play.issue(case, D.WITHDRAWAL_RULING, HANDS)


def only_accepted(play: Play) -> None:
    """裁定受理: nothing has been done since."""
    accepted(play, printed=False)


def transferred_from_enforcement(play: Play) -> None:
    """执行移送: only the clock of the transfer runs."""
    data = petition(12, applicant_kind="EXEC_COURT")
    data |= {
        "applicant": None,
        "enforcement_court": "河原省江澜市临江区人民法院",
        "enforcement_number": "（2026）豫9701执733号",
        "consent_of": "申请执行人江澜市恒远钢材贸易有限公司",
    }
    case = received(play, data, "receive_enforcement_transfer", printed=False)
    play.assign(case, PANEL)


PETITION_SCENES: tuple[tuple[int, Callable[[Play], Any]], ...] = (
    (64, refused_for_good),
    (58, published),
    (52, appeal_allowed),
    (44, reorganised),
    (40, composed),
    (36, withdrawn),
    (30, appeal_pending),
    (24, only_accepted),
    (20, heard),
    (14, refused_only),
    (8, transferred_from_enforcement),
    (6, in_objection),
    (4, awaiting_correction),
    (1, just_received),
)
"""How many calendar days before today each scene begins."""
