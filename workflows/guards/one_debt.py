"""Guards of claims for one debt, of joint parties and what they pay: EBL 50 to 52; I3-4, I3-5; SG 22, 23."""

from models.case import Case
from models.claim import Claim
from models.joint_party import JointParty
from models.vocabulary import ClaimState, DebtorStanding, JointRole, SameDebt, ShareState
from workflows.calculations.money import yuan
from workflows.calculations.one_debt import StandsBack, Tie, stands_back
from workflows.contents import contents_of
from workflows.guards.claims import last_interest_day, runs_beyond
from workflows.law.citations import cite
from workflows.text import Text
from workflows.transition import Attempt, Obstacle

WITHDRAWN = ClaimState.WITHDRAWN.value


def tie_of(claim: Claim) -> Tie | None:
    """How a claim hangs together with another for the same debt; None if it does not.

    Who was said to pay in the future and has paid since then has recourse of who has paid.
    """
    if claim.same_debt is None:
        return None
    row, accepted = claim.stands_as, claim.case.accepted_on
    how = claim.same_debt
    if how is SameDebt.FUTURE and row is not None and row.received_fen:
        how = SameDebt.PAID
    principal = claim.principal
    return Tie(
        how=how,
        principal=None if principal is None else principal.serial,
        principal_stands=principal is not None and principal.state != WITHDRAWN,
        whole=claim.whole_debt_filed is not False,
        bankrupt=row is not None and row.is_bankrupt and row.filed_there,
        paid_before=bool(claim.paid_on and accepted and claim.paid_on < accepted),
    )


def why_back(claim: Claim, *, part_paid_before_takes_part: bool) -> StandsBack | None:
    """Why a claim stands back behind another for the same debt; None if it stands on its own."""
    tie = tie_of(claim)
    if tie is None:
        return None
    return stands_back(tie, part_paid_before_takes_part=part_paid_before_takes_part)


def debt_is_not_listed_twice(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 50, 51(2); I3-5(2): what can never be paid beside the creditor's claim is not listed beside it."""
    found = why_back(claim, part_paid_before_takes_part=attempt.settings["part_recourse_before_acceptance"])
    if found is None or not found.for_good:
        return None
    return Obstacle(found.code, found.text, found.basis)


def principal_is_another_claim(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 50, 51: the claim it is tied to is another one of the case that stands on its own."""
    serial = attempt.data["principal_serial"]
    principal = contents_of(attempt).claim(serial)
    basis = cite("EBL 50", "EBL 51")
    if principal is None or principal.state == WITHDRAWN:
        return Obstacle(
            "no_such_principal", Text("本案没有第{serial}号债权，或者已经撤回。", serial=serial), basis
        )
    if principal.serial == claim.serial:
        return Obstacle("tied_to_itself", Text("请填写另一笔债权。"), basis)
    if principal.principal_id is not None:
        wrong = Text("第{serial}号债权本身依附于另一笔债权；请填写主债权人的债权。", serial=serial)
        return Obstacle("principal_is_tied", wrong, basis)
    return None


def nothing_is_tied_to_it(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """EBL 51: a claim to which others are tied is the creditor's own, and not recourse itself."""
    tied = contents_of(attempt).claims_tied_to(claim.id)
    if not tied:
        return None
    return Obstacle(
        "others_are_tied_to_it",
        Text("第{serials}号债权依附于本债权，请先解除。", serials=[one.serial for one in tied]),
        cite("EBL 51"),
    )


def is_tied(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """Only a claim that was tied to another is untied."""
    if claim.principal_id is not None:
        return None
    return Obstacle("not_tied", Text("本债权没有认定为与其他债权属于同一债务。"), cite("EBL 51"))


def payment_before_fits(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """SG 23(2): told with the claim is what was paid before the acceptance, of recourse that was paid."""
    data, accepted = attempt.data, claim.case.accepted_on
    if not data["paid_on"] and not data["paid_fen"]:
        return None
    if data["same_debt"] is not SameDebt.PAID or not (data["paid_on"] and data["paid_fen"]):
        wrong = Text("只有已经代偿的求偿权才填写受理前的代偿，日期和金额须一并填写。")
        return Obstacle("payment_does_not_fit", wrong, cite("EBL 51(1)"))
    if accepted is None or data["paid_on"] < accepted:
        return None
    wrong = Text("{accepted}受理以后的代偿请在“连带关系人”中登记，不减少债权人的债权额。", accepted=accepted)
    return Obstacle("paid_after_acceptance", wrong, cite("SG 23", "I3 5(2)"))


def debtor_is_a_general_guarantor(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-4(2): only a general guarantor's liability is fixed after the principal debtor's property."""
    if claim.debtor_as is DebtorStanding.GENERAL_GUARANTOR:
        return None
    return Obstacle(
        "not_a_general_guarantee",
        Text("本债权的债务人不是一般保证人，分配额不因保证责任未定而提存。"),
        cite("I3 4(2)"),
    )


def liability_is_within_the_claim(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """I3-4(2): he answers for no more than the claim that was admitted."""
    if attempt.data["liability_fen"] <= claim.amount_fen:
        return None
    return Obstacle(
        "liability_above_the_claim",
        Text("保证责任不超过债权额{amount}元。", amount=yuan(claim.amount_fen)),
        cite("I3 4(2)"),
    )


def interest_stops_for_guarantors_too(claim: Claim, attempt: Attempt) -> Obstacle | None:
    """SG 22: where the bankrupt is the guarantor, interest stops when the principal debtor's case began."""
    if claim.debtor_as is None or not claim.debtor_as.answers_for_another:
        return None
    began = [
        row.bankrupt_on
        for row in claim.joint_parties
        if row.role is JointRole.PRINCIPAL_DEBTOR and row.bankrupt_on and not row.is_struck
    ]
    last = last_interest_day(min(began, default=None), attempt.settings)
    if last is None:
        return None
    found = runs_beyond(claim, attempt, last)
    if found is None:
        return None
    return Obstacle(
        "interest_after_principal",
        Text(
            "主债务人的破产申请受理时担保债务停止计息：第{position}项{kind}最多计算至{last}；"
            "请填写认定的“计算至”。",
            position=found.position,
            kind=found.kind,
            last=last,
        ),
        cite("SG 22", "EBL 46(2)"),
    )


def named_claim_stands(party: JointParty, attempt: Attempt) -> Obstacle | None:
    """EBL 49, 50: a joint party belongs to a claim of the case that was not withdrawn."""
    claim = contents_of(attempt).claim(attempt.data["claim_serial"])
    if claim is not None and claim.state != WITHDRAWN:
        return None
    return Obstacle("no_such_claim", Text("本案没有这笔债权，或者已经撤回。"), cite("EBL 49"))


def he_owes_the_debt(party: JointParty, attempt: Attempt) -> Obstacle | None:
    """I3-5: who pays the debt is who owes it; a joint creditor does not."""
    if party.role is None or party.role.owes:
        return None
    return Obstacle("does_not_owe", Text("连带债权人不是债务人，不登记其清偿。"), cite("EBL 50"))


def received_since_the_acceptance(party: JointParty, attempt: Attempt) -> Obstacle | None:
    """EBL 49: what was received before the acceptance lowers the claim itself and is not recorded here."""
    accepted = party.case.accepted_on
    if accepted is None or attempt.data["received_on"] >= accepted:
        return None
    return Obstacle(
        "received_before_acceptance",
        Text("{accepted}受理以前的受偿已经减少债权额，请在审查债权时扣除，不在这里登记。", accepted=accepted),
        cite("EBL 46(1)", "I3 5(2)"),
    )


def receipt_stands(party: JointParty, attempt: Attempt) -> Obstacle | None:
    """Only a receipt that was entered and not struck is struck."""
    place = attempt.data["position"]
    if any(one.position == place and one.struck_on is None for one in party.receipts):
        return None
    return Obstacle(
        "no_such_receipt", Text("没有第{place}项受偿，或者已经更正。", place=place), cite("I3 5(2)")
    )


def nothing_hangs_on_him(party: JointParty, attempt: Attempt) -> Obstacle | None:
    """A joint party of whom something was received, or who claims recourse, is not struck."""
    if not party.received_fen and party.own_claim_id is None:
        return None
    return Obstacle(
        "something_hangs_on_him",
        Text("已经登记受偿，或者其求偿权已经与本债权相联系；请先更正受偿、解除联系。"),
        cite("EBL 51"),
    )


def a_guarantee_share_waits(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-4(2): some share was laid aside because a general guarantor's liability was open."""
    if case.flags.get("guarantee_shares"):
        return None
    return Obstacle(
        "no_guarantee_shares", Text("本案没有因一般保证责任未定而提存的分配额。"), cite("I3 4(2)")
    )


def guarantee_share_is_there(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-4(2): only a share that was laid aside because the guarantor's liability was open."""
    if contents_of(attempt).share(attempt.data["claim_serial"], ShareState.GUARANTEE):
        return None
    return Obstacle(
        "no_guarantee_share", Text("该债权没有因一般保证责任未定而提存的分配额。"), cite("I3 4(2)")
    )


def liability_is_fixed(case: Case, attempt: Attempt) -> Obstacle | None:
    """I3-4(2): the share is divided once it is fixed what the general guarantor answers for."""
    claim = contents_of(attempt).claim(attempt.data["claim_serial"])
    if claim is None or claim.liability_fen is not None:
        return None
    if claim.debtor_as is not DebtorStanding.GENERAL_GUARANTOR:
        return None
    return Obstacle(
        "liability_is_open",
        Text("一般保证责任尚未确定；请先在该债权中登记“确定一般保证责任”。"),
        cite("I3 4(2)"),
    )
