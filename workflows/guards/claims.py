"""Guards of claims: section 11.2."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from models.claim import Claim, ClaimFigure
from models.vocabulary import MeetingState
from workflows.calculations.money import yuan
from workflows.calculations.stakes import voting_fen
from workflows.contents import contents_of
from workflows.law.citations import cite
from workflows.procedures.liquidation_terms import RUNNING
from workflows.text import Text
from workflows.transition import Attempt, Obstacle


def last_distribution_is_ahead(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 56(1): late claims are taken until the last distribution, and in a case that goes on."""
    if claim.case.state in {state.value for state in RUNNING}:
        return None
    return Obstacle(
        "claims_are_closed",
        Text("破产财产最后分配之后，或者程序已经结束的，不再接受申报。"),
        cite("EBL 56(1)"),
    )


CLOSED_BY_SURPLUS = Text(
    "债权已经全部受偿，剩余财产已向出资人分配，对债权的分配已经终了，不再接受补充申报；"
    "以后发现应当追加分配的财产的，可以请求人民法院依第一百二十三条处理。"
)


def no_surplus_was_given(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 56(1), 113; CL 236(2): who gives a surplus has made the last distribution to claims (a reading).

    A surplus is given only once every claim that is known is paid; nothing is left for one that comes later.
    """
    if not contents_of(attempt).surplus_given():
        return None
    return Obstacle(
        "surplus_ended_distributions", CLOSED_BY_SURPLUS, cite("EBL 56(1)", "CL 236(2)", "EBL 123(1)")
    )


def claims_are_invited(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 45, 48(1): claims are filed in the window that the announcement opens, or late after it."""
    if claim.case.flags.get("published"):
        return None
    return Obstacle(
        "claims_not_published", Text("尚未通知债权人并公告，申报期限没有开始。"), cite("EBL 14(1)", "EBL 45")
    )


def creditor_filed_it(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 48(2): an employee's claim is listed by the administrator and corrected in his list."""
    if "publicised_on" not in claim.flags:
        return None
    return Obstacle(
        "claim_was_listed",
        Text("职工债权由管理人列出，职工有异议的要求管理人更正清单，不在这里补正。"),
        cite("EBL 48(2)"),
    )


def nothing_is_raised_late(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 56(1): what exceeds a claim filed in time is, after the window, a late claim of its own."""
    last_day = claim.case.flags.get("claims_deadline")
    if claim.flags.get("late") or not last_day or attempt.on <= date.fromisoformat(last_day):
        return None
    if attempt.data["filed_fen"] <= claim.filed_fen:
        return None
    return Obstacle(
        "raised_after_window",
        Text("申报期限已经届满，补正不能增加申报金额；增加的部分请另行补充申报。"),
        cite("EBL 56(1)"),
    )


def nothing_is_set_off_yet(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I2-42: a claim of which a part was set off is not stated anew below that part."""
    if attempt.data["filed_fen"] >= (claim.set_off_fen or 0):
        return None
    return Obstacle("less_than_set_off", Text("补正后的金额不能少于已经抵销的金额。"), cite("I2 42"))


def provisional_is_within_the_claim(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 59(2): who votes provisionally votes with no more than he claims, unless the court says why."""
    data = attempt.data
    if data["provisional_fen"] <= claim.filed_fen or data["above_claim_because"]:
        return None
    return Obstacle(
        "provisional_above_the_claim",
        Text(
            "临时确定的债权额{provisional}元超过申报的{filed}元；请更正，或者填写超过申报额的理由。",
            provisional=yuan(data["provisional_fen"]),
            filed=yuan(claim.filed_fen),
        ),
        cite("EBL 59(2)"),
    )


def judgment_is_followed(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-7: a claim fixed by a judgment in force is admitted; who holds it wrong seeks its retrial."""
    if not attempt.data["by_judgment"] or attempt.data["admitted_fen"] > 0:
        return None
    return Obstacle(
        "judgment_not_followed",
        Text("生效法律文书确定的债权应当予以确认；认为确有错误的，另行申请再审或者撤销。"),
        cite("I3 7"),
    )


def admitted_is_in_time(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-6(2): what is beyond the limitation or the enforcement period is not admitted."""
    data = attempt.data
    if data["admitted_fen"] == 0 or (data["limitation_kept"] and data["enforcement_kept"]):
        return None
    return Obstacle(
        "beyond_limitation",
        Text("认定超过诉讼时效或者申请执行期间的，认定金额应当为零。"),
        cite("EBL 57(1)", "I3 6(2)"),
    )


def every_figure_is_reviewed(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-6(2): nature, amount and evidence are reviewed figure by figure; one figure may be its own sum."""
    reviewed = {figure["position"] for figure in attempt.data["figures"]}
    filed = {figure.position for figure in claim.figures}
    if reviewed == filed or (not reviewed and len(filed) <= 1):
        return None
    missing = sorted(filed - reviewed) or sorted(reviewed - filed)
    return Obstacle(
        "figures_not_reviewed",
        Text("本债权分项申报，须逐项认定且项次相符；尚未对应的项次：{positions}。", positions=missing),
        cite("EBL 57(1)", "I3 6(2)"),
    )


def last_interest_day(accepted_on: date | None, settings: Mapping[str, Any]) -> date | None:
    """EBL 46(2): the last day that bears interest; None while the petition is not accepted."""
    if accepted_on is None:
        return None
    return accepted_on if settings["interest_includes_acceptance_day"] else accepted_on - timedelta(days=1)


def interest_stops_at_acceptance(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 46(2), I3-3: what runs with time is admitted until the acceptance, not beyond it."""
    last = last_interest_day(claim.case.accepted_on, attempt.settings)
    if last is None:
        return None
    found = runs_beyond(claim, attempt, last)
    if found is None:
        return None
    return Obstacle(
        "interest_after_acceptance",
        Text(
            "第{position}项{kind}自受理时起停止计算，最多计算至{last}；请填写认定的“计算至”。",
            position=found.position,
            kind=found.kind,
            last=last,
        ),
        cite("EBL 46(2)", "I3 3"),
    )


def runs_beyond(claim: Claim, attempt: Attempt, last: date) -> ClaimFigure | None:
    """The first figure that is admitted for days after the last that counts; None if there is none.

    Where the review names no last day, the day until which the creditor has reckoned stands.
    """
    reviewed = {figure["position"]: figure for figure in attempt.data["figures"]}
    for figure in claim.figures:
        own = reviewed.get(figure.position, attempt.data)
        until = own.get("until_on") or (figure.until_on if own["admitted_fen"] else None)
        if figure.kind.runs_with_time and until is not None and until > last:
            return figure
    return None


def only_late_claims_bear_costs(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 56(1): who files after the window bears the cost of reviewing and confirming his claim."""
    if not attempt.data["late_cost_fen"] or claim.flags.get("late"):
        return None
    return Obstacle(
        "not_a_late_claim",
        Text("本债权在申报期限内申报，审查和确认费用不由申报人承担。"),
        cite("EBL 56(1)"),
    )


def is_secured_and_not_waived(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 59(3), 110: waived is a priority on specific property, once."""
    if claim.claim_class.is_secured and not claim.flags.get("security_waived"):
        return None
    return Obstacle(
        "nothing_to_waive",
        Text("本债权没有财产担保，或者已经放弃优先受偿权。"),
        cite("EBL 59(3)", "EBL 110"),
    )


def deficiency_can_be_expected(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 59(2), 110: of a security that is not money yet, and no more than the claim may be voted with."""
    stake = next((one for one in contents_of(attempt).stakes() if one.serial == claim.serial), None)
    amount = None if stake is None else voting_fen(stake)
    if stake is None or amount is None:
        wrong = Text("本债权尚未确定，请先临时确定债权额。")
        return Obstacle("claim_has_no_amount", wrong, cite("EBL 59(2)"))
    if stake.deficiency_fen is not None:
        wrong = Text("担保物已经变价或者已经没有担保物，按实际不足的数额表决。")
        return Obstacle("security_is_realised", wrong, cite("EBL 110"))
    if attempt.data["deficiency_fen"] <= amount:
        return None
    return Obstacle(
        "deficiency_above_the_claim",
        Text("预计不足清偿的数额超过本债权的表决债权额{amount}元。", amount=yuan(amount)),
        cite("EBL 59(2)"),
    )


def nothing_was_set_off(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I2-42: a claim that was set off is not withdrawn, for its set-off has extinguished a debt."""
    if not claim.set_off_fen:
        return None
    return Obstacle("claim_was_set_off", Text("本债权已经抵销生效，不能撤回申报。"), cite("I2 42"))


def meeting_was_held(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 58(1): entries are verified at a creditors' meeting."""
    meeting = contents_of(attempt).meeting(attempt.data["meeting_serial"])
    if meeting is not None and meeting.state == MeetingState.HELD.value:
        return None
    return Obstacle(
        "meeting_not_held", Text("没有这次债权人会议，或者会议尚未召开。"), cite("EBL 58(1)", "EBL 61(1)①")
    )


def clause_is_older(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-8: arbitration only by a clause made before the acceptance."""
    if attempt.data["clause_before_acceptance"]:
        return None
    return Obstacle(
        "no_older_clause",
        Text("受理前没有订立仲裁条款或者仲裁协议的，应当向受理破产案件的法院起诉。"),
        cite("I3 8", "EBL 21"),
    )
