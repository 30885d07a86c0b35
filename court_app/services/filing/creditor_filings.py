"""A creditor files his claim himself by a code, corrects it, hands in papers, takes it back.

What he files becomes a claim by the very step that the clerk takes at the counter, at once: the administrator
must register every filing that arrives (EBL 57(1)), so nobody stands before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from stdnum.cn import uscc

from court_app.errors import BadInput, NotFound
from court_app.services.casework import cases
from court_app.services.claims import claim_papers
from court_app.services.claims.making_claims import new_creditor
from court_app.services.filing.filing_desk import CORRECT, FILE, WITHDRAW, creditor_of, is_his
from court_app.services.filing.filing_forms import (
    ACCOUNT,
    NEWCOMER,
    CorrectedByCode,
    FiledByCode,
    WithdrawnByCode,
)
from court_app.services.occasion import Occasion
from court_app.services.once import once
from court_app.services.payments import payment_accounts
from court_app.services.procedure import parts, steps
from models import CaseEvent, Claim, ClaimFiling, ClaimPaper, FilingCode, Party
from models.event import BY_CODE
from models.vocabulary import PartyKind, PartyRole
from workflows.text import Text

CLAIMS = parts.PARTS["claims"]
MOST_CLAIMS, MOST_CHANGES = 20, 40
"""By one code; and how often one claim may be changed by it. What is more goes to the administrator."""
OF_PARTY = ("phone", "service_address", "electronic_address")
LONGEST_NAME = 80


def form_of(occasion: Occasion, code: FilingCode) -> FiledByCode:
    """What the creditor of a code is asked; what is known of him is not."""
    known = creditor_of(occasion, code)
    has_account = known is not None and payment_accounts.account_of(occasion, known.id) is not None
    left_out = (*(NEWCOMER if known else ()), *(ACCOUNT if has_account else ()))
    return FiledByCode(exclude=(*FiledByCode.Meta.exclude, *left_out))


def file(occasion: Occasion, code: FilingCode, raw: Mapping[str, Any], key: str) -> Claim:
    """File a claim by a code; a form that is sent twice files once.

    Raises:
        ValidationError: if what was supplied is not well formed.
        StepRefused: if claims may not be filed now.
        BadInput: if too many were filed by the code, or they are another's.
    """
    cases.lock(occasion, code.case_id)
    made = once(occasion, own_key(code, key), lambda: filed(occasion, code, raw).id)
    return occasion.session.get_one(Claim, made)


def own_key(code: FilingCode, key: str) -> str:
    """A form's key, which means something only together with the code."""
    return f"{code.id}:{key}" if key else ""


def filed(occasion: Occasion, code: FilingCode, raw: Mapping[str, Any]) -> Claim:
    """Write the claim, who filed it, and where his money goes."""
    schema = form_of(occasion, code)
    data = schema.load(dict(raw))
    must_not_be_too_many(occasion, code)
    acting = occasion.by_code(bearer_of(occasion, code, data))
    own = {name: raw[name] for name in CorrectedByCode().load_fields if name in raw}
    with occasion.session.no_autoflush:
        creditor = creditor_for(occasion, code, data)
    begun = steps.begin(
        acting,
        parts.blank(occasion, code.case, CLAIMS),
        FILE,
        {**own, "creditor_id": creditor.id},
        CLAIMS.make,
    )
    claim = occasion.session.get_one(Claim, begun.subject.id)
    occasion.session.add(filing_of(occasion, code, claim, data))
    if data.get("account_number"):
        account = {name: data[name] for name in ACCOUNT}
        payment_accounts.add(acting, creditor.id, {**account, "reason": ACCOUNT_REASON})
    occasion.session.flush()
    return claim


ACCOUNT_REASON = "债权人凭申报码申报时提供"


def must_not_be_too_many(occasion: Occasion, code: FilingCode) -> None:
    """Stop a code that has filed as much as one code may.

    Raises:
        BadInput: if so.
    """
    count = occasion.session.scalar(select(func.count()).where(ClaimFiling.code_id == code.id)) or 0
    if count >= MOST_CLAIMS:
        told = Text("一个申报码最多申报{most}笔债权，更多的请交给管理人。", most=MOST_CLAIMS)
        raise BadInput({"code": [told]})


def creditor_for(occasion: Occasion, code: FilingCode, data: Mapping[str, Any]) -> Party:
    """The creditor of a code; one who is new to the case comes into it.

    A newcomer never becomes a creditor of the case who has the same name: names prove nothing, and who
    reviews the claim sees both.
    """
    party = creditor_of(occasion, code)
    if party is None:
        party = new_creditor(code.case, data["creditor_kind"], data["creditor_name"], occasion.today, 0)
        number = "id_number" if data["creditor_kind"] is PartyKind.PERSON else "credit_code"
        setattr(party, number, data["identity_number"])
        for name in (*OF_PARTY, "consents_to_electronic"):
            setattr(party, name, data[name])
        occasion.session.add(party)
        occasion.session.flush()
    elif party.role not in {PartyRole.CREDITOR, PartyRole.APPLICANT} or party.until_on is not None:
        raise BadInput({"code": [Text("这个申报码的债权人已经不在本案，请联系管理人。")]})
    else:
        fill_in(party, data)
    return party


def fill_in(party: Party, data: Mapping[str, Any]) -> None:
    """Take over what was not known of a creditor; what was known is changed only by the court."""
    number = data["identity_number"]
    if party.kind is PartyKind.PERSON:
        party.id_number = party.id_number or number
    elif uscc.is_valid(number):
        party.credit_code = party.credit_code or number
    for name in OF_PARTY:
        if not getattr(party, name):
            setattr(party, name, data[name])


def filing_of(occasion: Occasion, code: FilingCode, claim: Claim, data: Mapping[str, Any]) -> ClaimFiling:
    """What the creditor said of himself, beside his claim."""
    return ClaimFiling(
        claim=claim,
        code=code,
        kind=data.get("creditor_kind") or claim.party.kind,
        identity_number=data["identity_number"],
        consents_to_electronic=data["consents_to_electronic"],
        filed_at=occasion.now,
        **{name: data[name] for name in OF_PARTY},
    )


def bearer_of(occasion: Occasion, code: FilingCode, data: Mapping[str, Any]) -> str:
    """Who the docket says acted: the creditor or his agent, by which code."""
    creditor = creditor_of(occasion, code)
    name = (creditor.name if creditor else data.get("creditor_name") or code.holder)[:LONGEST_NAME]
    agent = str(data.get("agent_name") or "")[:LONGEST_NAME]
    who = f"{agent}（代{name}）" if agent else name
    return f"{who}，凭第{code.serial}{BY_CODE}"


def held(occasion: Occasion, code: FilingCode, serial: int) -> Claim:
    """A claim that was filed by the code, its case locked.

    Raises:
        NotFound: if it was not filed by this code.
    """
    cases.lock(occasion, code.case_id)
    row = occasion.session.execute(
        select(Claim, ClaimFiling)
        .join(ClaimFiling, ClaimFiling.claim_id == Claim.id)
        .where(Claim.case_id == code.case_id, Claim.serial == serial)
    ).one_or_none()
    if row is None or not is_his(code, row[0], row[1]):
        raise NotFound(Text("没有凭这个申报码申报的第{serial}号债权。", serial=serial))
    return row[0]


def correct(
    occasion: Occasion,
    code: FilingCode,
    serial: int,
    raw: Mapping[str, Any],
    *,
    version: int | None,
    key: str = "",
) -> Claim:
    """State a claim anew before it is reviewed; what links it to an asset stays as the court has it.

    Raises:
        NotFound: if it was not filed by this code.
        StaleVersion: if it has changed since `version` was read.
        StepRefused: if it is reviewed already, or would be raised after the window.
        ValidationError: if what was supplied is not well formed.
        BadInput: if it was changed too often.
    """
    claim = held(occasion, code, serial)

    def work() -> int:
        data = CorrectedByCode().load(dict(raw))
        must_not_change_too_often(occasion, claim)
        linked = {"asset_serial": claim.asset.serial} if claim.asset else {}
        acting = occasion.by_code(bearer_of(occasion, code, data))
        steps.take(acting, claim, CORRECT, {**raw, **linked}, version=version)
        return claim.id

    once(occasion, own_key(code, key), work)
    return claim


def must_not_change_too_often(occasion: Occasion, claim: Claim) -> None:
    """Stop who states one claim again and again: every time is an entry of the docket.

    Raises:
        BadInput: if so.
    """
    chosen = select(func.count(CaseEvent.id)).where(
        CaseEvent.machine == "claim", CaseEvent.subject_id == claim.id, CaseEvent.step == CORRECT
    )
    if (occasion.session.scalar(chosen) or 0) >= MOST_CHANGES:
        told = Text("这笔债权已经补正{most}次，再有变更请联系管理人。", most=MOST_CHANGES)
        raise BadInput({"code": [told]})


def withdraw(
    occasion: Occasion,
    code: FilingCode,
    serial: int,
    raw: Mapping[str, Any],
    *,
    version: int | None,
    key: str = "",
) -> Claim:
    """Take a claim back (EBL 4, CPL 13(2)).

    Raises:
        NotFound: if it was not filed by this code.
        StaleVersion: if it has changed since `version` was read.
        StepRefused: if it may not be withdrawn any more.
        ValidationError: if no reason is given.
    """
    claim = held(occasion, code, serial)

    def work() -> int:
        said = WithdrawnByCode().load(dict(raw))
        acting = occasion.by_code(bearer_of(occasion, code, {"agent_name": claim.agent_name}))
        steps.take(acting, claim, WITHDRAW, said, version=version)
        return claim.id

    once(occasion, own_key(code, key), work)
    return claim


@dataclass(frozen=True, slots=True)
class Seen:
    """What the team sees of how a claim was filed: by whom, with which papers; namesakes in the case."""

    filing: ClaimFiling
    papers: list[ClaimPaper]
    namesakes: int


def seen(occasion: Occasion, part: object) -> Seen | None:
    """How a claim was filed; None if it was not filed by a code, or is no claim."""
    if not isinstance(part, Claim):
        return None
    filing = occasion.session.scalar(select(ClaimFiling).where(ClaimFiling.claim_id == part.id))
    if filing is None:
        return None
    same = select(func.count(Party.id)).where(
        Party.case_id == part.case_id, Party.name == part.party.name, Party.id != part.party_id
    )
    return Seen(filing, claim_papers.of_claims(occasion, [part.id]), occasion.session.scalar(same) or 0)


NO_CODE = Text("没有这个申报码，请对照申报码通知重新输入；遗失的请联系管理人重制。")
