"""Guards of major acts reported beforehand and of inspections: EBL 69; I3-10, I3-15; sections 11.5, 11.6."""

from datetime import date, timedelta

from models.case import Case
from models.estate import Asset
from models.supervision import Disposal, Inspection
from models.vocabulary import (
    Addressee,
    AssetState,
    ClaimState,
    DeadlineKind,
    DisposalState,
    ResolutionMatter,
    Undertaking,
)
from workflows.contents import contents_of
from workflows.deadlines import rule_of
from workflows.guards.committees import resolved
from workflows.law.citations import cite
from workflows.payloads.serials import serials_of
from workflows.procedures.liquidation_terms import AFTER_FINAL, RUNNING
from workflows.text import Text, day_from
from workflows.transition import Attempt, Obstacle

S = DisposalState
STANDING = frozenset(
    state.value
    for state in (S.REPORTED, S.OBJECTED, S.COURT_ASKED, S.CORRECTED, S.REVOTED, S.CONFORMING, S.DONE)
)
"""Reports after which the act may be done when ten days have passed: an objection alone stops nothing."""
GONE = frozenset({AssetState.SOLD.value, AssetState.PAID.value, AssetState.RELEASED.value})
OF_THE_CASE = frozenset(state.value for state in (*RUNNING, *AFTER_FINAL))
passed_again = resolved(ResolutionMatter.M8, ResolutionMatter.M9, ResolutionMatter.M11)


def days_before(on: date) -> int:
    """I3-15(2): how many calendar days before an act its report is made."""
    return rule_of(DeadlineKind.DISPOSAL_REPORT, on=on).length or 0


def case_is_open(part: Disposal | Inspection, attempt: Attempt) -> Obstacle | None:
    """EBL 69, I3-10: while the case goes on, and while property found after its end is distributed."""
    if part.case.state in OF_THE_CASE:
        return None
    return Obstacle("case_is_over", Text("本案程序已经结束。"), cite("EBL 69", "I3 10(1)"))


def assets_are_of_the_estate(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """EBL 30, 69: disposed of is property that the estate has."""
    named = serials_of(attempt.data["asset_serials"])
    known = {asset.serial for asset in contents_of(attempt).assets_numbered(named) if asset.state not in GONE}
    missing = sorted(named - known)
    if not missing:
        return None
    return Obstacle(
        "no_such_asset",
        Text("本案没有第{serials}号财产，或者已经处分。", serials=missing[:20]),
        cite("EBL 30", "EBL 69"),
    )


def planned_ten_days_ahead(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """I3-15(2): the act is planned for a day at least ten days after the report."""
    days = days_before(attempt.on)
    first = attempt.on + timedelta(days=days)
    if attempt.data["planned_on"] >= first:
        return None
    return Obstacle(
        "reported_too_late",
        Text("须提前{days}日报告，拟实施日期最早为{first}。", days=days, first=first),
        cite("I3 15(2)", "EBL 69"),
    )


def ten_days_have_passed(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """I3-15(2): done is the act at the earliest ten days after its report."""
    days = days_before(attempt.on)
    first = disposal.reported_on + timedelta(days=days)
    if attempt.on >= first:
        return None
    return Obstacle(
        "disposal_too_early",
        Text("报告满{days}日后才能实施，最早为{first}。", days=days, first=first),
        cite("I3 15(2)"),
    )


def was_reported_to_the_committee(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """I3-15(2), (3): explanations and corrections are asked for by the committee that had the report."""
    if disposal.addressee == Addressee.COMMITTEE:
        return None
    return Obstacle(
        "reported_to_the_court",
        Text("该行为报告的是法院，没有债权人委员会参与。"),
        cite("EBL 69(2)", "I3 15(2)"),
    )


def goes_to_the_committee(disposal: Disposal) -> bool:
    """EBL 69(1): whether the committee has the report."""
    return disposal.addressee == Addressee.COMMITTEE


def goes_to_the_court(disposal: Disposal) -> bool:
    """EBL 69(2): whether the court has it, because there is no committee."""
    return not goes_to_the_committee(disposal)


def something_is_asked(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """I3-15(2): explained is what the committee has asked about."""
    if disposal.flags.get("question"):
        return None
    return Obstacle("nothing_asked", Text("债权人委员会没有要求说明。"), cite("I3 15(2)", "EBL 68(2)"))


def reported_day_of(asset: Asset, attempt: Attempt) -> date | None:
    """The day on which the disposal of an asset was reported (I3-15(2)).

    A report that is kept here goes before the day that was typed when the asset was offered; one from before
    an offer that was withdrawn no longer counts.
    """
    withdrawn = asset.flags.get("offer_withdrawn_on")
    days = [
        report.reported_on
        for report in contents_of(attempt).disposals_of(asset.serial)
        if report.state in STANDING and (not withdrawn or report.reported_on >= day_from(withdrawn))
    ]
    return min(days, default=asset.reported_on)


def disposal_is_not_stopped(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-15(4): what the court has stopped is corrected or passed again before it is done."""
    reports = contents_of(attempt).disposals_of(attempt.data["asset_serial"])
    stopped = [report.serial for report in reports if report.state == S.STOPPED.value]
    if not stopped:
        return None
    return Obstacle(
        "disposal_stopped",
        Text(
            "法院已责令停止这项处分（第{serials}号报告）：须先纠正，或者由债权人会议重新表决通过。",
            serials=stopped,
        ),
        cite("I3 15(4)"),
    )


def voted_after_the_stop(disposal: Disposal, attempt: Attempt) -> Obstacle | None:
    """I3-15(4): what the court has stopped is put to the vote again, not let pass by an earlier vote."""
    found = contents_of(attempt).resolution(attempt.data["resolution_serial"])
    stopped_on = disposal.stopped_on
    if found is None or stopped_on is None or found.voted_on >= stopped_on:
        return None
    return Obstacle(
        "voted_before_the_stop",
        Text("须在{day}法院责令停止之后重新表决通过。", day=stopped_on),
        cite("I3 15(4)"),
    )


def asked_by_a_creditor(inspection: Inspection, attempt: Attempt) -> Obstacle | None:
    """I3-10(1): any single creditor of the case may ask, whatever his claim comes to."""
    claims = contents_of(attempt).claims_of(attempt.data["creditor_id"])
    if any(claim.state != ClaimState.WITHDRAWN.value for claim in claims):
        return None
    return Obstacle("not_a_creditor", Text("查阅请求须由本案已有债权的债权人提出。"), cite("I3 10(1)"))


def no_state_secret(inspection: Inspection, attempt: Attempt) -> Obstacle | None:
    """I3-10(2): state secrets are handled under the law on secrecy, not by this step."""
    if not attempt.data["state_secret"]:
        return None
    return Obstacle(
        "state_secret", Text("涉及国家秘密的，依照保密法律规定处理，不能在此提供。"), cite("I3 10(2)")
    )


def trade_secrets_are_kept(inspection: Inspection, attempt: Attempt) -> Obstacle | None:
    """I3-10(2): trade secrets are inspected under the duty of the law or an agreement."""
    if not attempt.data["trade_secret"] or attempt.data["undertaking"] != Undertaking.NONE:
        return None
    return Obstacle(
        "no_undertaking",
        Text("涉及商业秘密的，债权人应当依法承担保密义务或者签署保密协议，请选择。"),
        cite("I3 10(2)"),
    )
