"""Hints that claims may be for one debt, or that money must go back: to be looked at, never a refusal."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import false, or_, select
from sqlalchemy.orm import Session

from court_app.services.joint_debts.debt_payments import debts_of
from court_app.services.joint_debts.one_debts import payers, reason_of, tied_claims
from models import Case, Claim, JointParty, Party
from models.vocabulary import ClaimState, DebtorStanding, JointPartyState, JointRole
from workflows.calculations.money import yuan
from workflows.law.citations import Citation, cite
from workflows.text import Text

NUMBER = re.compile(
    r"[（(〔]\d{4}[）)〕][^\s，。；、,;]{1,30}?号|[A-Za-z0-9][A-Za-z0-9\-_/]{5,38}[A-Za-z0-9]"
)
"""A number by which a contract is known: （2025）江农银借字第12号, or JN-2025-0012."""
NO_CONTRACT = re.compile(r"\d{4}[-/]\d{1,2}[-/]\d{1,2}|[\d/_-]*|[A-Za-z_/-]*")
"""Days, bare digits and bare words are none."""
STANDING = Claim.state != ClaimState.WITHDRAWN.value
MOST_NAMED = 10
"""So many claims are named in one hint."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What somebody should look at: the sentence, its articles, the numbers of the claims it is about."""

    code: str
    text: Text
    basis: tuple[Citation, ...]
    claims: tuple[int, ...]


def hints_of_case(session: Session, case: Case, contracts: frozenset[str] | None = None) -> list[Hint]:
    """Every hint of a case, by the first claim that it is about; of contracts only those named, if any."""
    found = [
        *hints_of_standing_back(session, case),
        *hints_of_names(session, case),
        *hints_of_contracts(session, case, contracts),
        *hints_of_recourse(session, case),
        *hints_of_payers(session, case),
        *hints_of_guarantees(session, case),
    ]
    return sorted(found, key=lambda hint: (hint.claims[:1], hint.code))


def hints_of_claim(session: Session, claim: Claim) -> list[Hint]:
    """The hints that are about one claim."""
    found = hints_of_case(session, claim.case, numbers_in(claim.basis))
    return [hint for hint in found if claim.serial in hint.claims]


def hints_of_standing_back(session: Session, case: Case) -> Iterator[Hint]:
    """Claims that stand back behind another for the same debt, and why."""
    for claim in tied_claims(session, case):
        why, principal = reason_of(claim), claim.principal
        if why is not None and principal is not None:
            yield Hint(why.code, why.text, why.basis, (claim.serial, principal.serial))


def hints_of_names(session: Session, case: Case) -> Iterator[Hint]:
    """A joint party of one claim who is the creditor of another: perhaps his recourse (EBL 51)."""
    named = session.scalars(
        select(JointParty)
        .where(
            JointParty.case_id == case.id,
            JointParty.state == JointPartyState.NAMED.value,
            JointParty.own_claim_id.is_(None),
        )
        .order_by(JointParty.serial)
    ).all()
    known = creditors_among(session, case, named) if named else {}
    for party in named:
        keys = (party.name, party.identity_number)
        for serial in sorted({serial for key in keys if key for serial in known.get(key, ())}):
            if serial == party.claim.serial:
                continue
            told = Text(
                "第{first}号债权的{role}{name}另有第{second}号债权，请核对是否为同一债务的求偿权或者重复申报。",
                first=party.claim.serial,
                role=party.role,
                name=party.name,
                second=serial,
            )
            both = (serial, party.claim.serial)
            yield Hint("joint_party_is_creditor", told, cite("EBL 50", "EBL 51"), both)


def creditors_among(session: Session, case: Case, named: Sequence[JointParty]) -> dict[str, list[int]]:
    """The numbers of claims that stand on their own, by the name and the numbers of their creditors."""
    names = {one.name for one in named}
    numbers = {one.identity_number for one in named if one.identity_number}
    rows = session.execute(
        select(Party.name, Party.credit_code, Party.id_number, Claim.serial)
        .join(Claim, Claim.party_id == Party.id)
        .where(
            Claim.case_id == case.id,
            Claim.principal_id.is_(None),
            STANDING,
            or_(Party.name.in_(names), Party.credit_code.in_(numbers), Party.id_number.in_(numbers)),
        )
        .order_by(Claim.serial)
    )
    found: dict[str, list[int]] = {}
    for *keys, serial in rows:
        for key in filter(None, keys):
            found.setdefault(key, []).append(serial)
    return found


def hints_of_contracts(session: Session, case: Case, only: frozenset[str] | None) -> Iterator[Hint]:
    """Claims of several creditors that name the same contract; of all contracts, or `only` of these."""
    named = Claim.basis != ""
    if only is not None:
        named = or_(false(), *(Claim.basis.contains(number, autoescape=True) for number in only))
    rows = session.execute(
        select(Claim.serial, Claim.party_id, Claim.basis)
        .where(Claim.case_id == case.id, named, Claim.principal_id.is_(None), STANDING)
        .order_by(Claim.serial)
    )
    holders: dict[str, dict[int, int]] = {}
    for serial, party_id, basis in rows:
        for number in numbers_in(basis):
            holders.setdefault(number, {})[serial] = party_id
    for number, claims in holders.items():
        if len(set(claims.values())) > 1:
            serials = tuple(sorted(claims))[:MOST_NAMED]
            told = Text(
                "第{serials}号债权的债权人不同而写明同一合同或者案号“{number}”，请核对是否同一债务。",
                serials=serials,
                number=number,
            )
            yield Hint("same_contract", told, cite("EBL 50", "EBL 51"), serials)


def numbers_in(basis: str) -> frozenset[str]:
    """The numbers of contracts, and of cases, that the cause of a claim names."""
    found = (number.strip("-_/") for number in NUMBER.findall(basis))
    return frozenset(number for number in found if not NO_CONTRACT.fullmatch(number))


def hints_of_recourse(session: Session, case: Case) -> Iterator[Hint]:
    """Who says that he files recourse, and was not tied to the creditor's claim yet."""
    told = session.scalars(
        select(Claim)
        .where(
            Claim.case_id == case.id,
            Claim.same_debt.is_not(None),
            Claim.principal_id.is_(None),
            STANDING,
        )
        .order_by(Claim.serial)
    ).all()
    creditors = {claim.same_debt_creditor for claim in told}
    claims_of = claims_by_creditor(session, case, creditors) if creditors else {}
    for claim in told:
        others = tuple(
            serial for serial in claims_of.get(claim.same_debt_creditor, ()) if serial != claim.serial
        )
        yield Hint(
            "recourse_not_tied",
            Text(
                "第{serial}号债权申报为{how}，所涉债权人为{creditor}（本案债权：{others}），尚未认定属于哪一债务。",
                serial=claim.serial,
                how=claim.same_debt,
                creditor=claim.same_debt_creditor,
                others=list(others) or "—",
            ),
            cite("EBL 51"),
            (claim.serial, *others),
        )


def claims_by_creditor(session: Session, case: Case, names: Iterable[str]) -> Mapping[str, Sequence[int]]:
    """The numbers of the claims of creditors, by name."""
    found: dict[str, list[int]] = {}
    rows = session.execute(
        select(Party.name, Claim.serial)
        .join(Claim, Claim.party_id == Party.id)
        .where(Claim.case_id == case.id, Party.name.in_(list(names)), STANDING)
        .order_by(Claim.serial)
    )
    for name, serial in rows:
        found.setdefault(name, []).append(serial)
    return found


def hints_of_payers(session: Session, case: Case) -> Iterator[Hint]:
    """Who has paid and claims nothing, and creditors who have had more than their claim (SG 23(2))."""
    debts = debts_of(session, case)
    secured = {payer.claim.serial for payer in payers(session, case) if payer.claim.class_paid.is_secured}
    for payer in payers(session, case):
        if payer.own_claim is None and not payer.is_bankrupt:
            told = Text(
                "{name}已就第{serial}号债权代偿{fen}元而没有申报求偿权；债权人全部受偿后的余额现归其他债权人，"
                "请告知其申报。",
                name=payer.name,
                serial=payer.claim.serial,
                fen=yuan(payer.received_fen),
            )
            yield Hint("payer_claims_nothing", told, cite("EBL 51(1)", "SG 23(2)"), (payer.claim.serial,))
    for serial, debt in debts.items():
        if serial in secured:
            told = Text(
                "第{serial}号债权有财产担保，且受理后已从他人处受偿{fen}元；支付担保物价款时请核对受偿总额。",
                serial=serial,
                fen=yuan(debt.others_fen),
            )
            yield Hint("secured_and_paid_by_others", told, cite("I3 5(2)", "SG 23(2)"), (serial,))
        if debt.over_fen:
            told = Text(
                "第{serial}号债权的债权人受偿总额已超出债权{fen}元，超出部分应当返还已经代偿的人。",
                serial=serial,
                fen=yuan(debt.over_fen),
            )
            yield Hint("more_than_the_claim", told, cite("I3 5(2)", "SG 23(2)"), (serial,))


def hints_of_guarantees(session: Session, case: Case) -> Iterator[Hint]:
    """Claims against the debtor as guarantor: due at once, no defence of prior suit; who owes the debt."""
    answering = [word for word in DebtorStanding if word.answers_for_another]
    named = select(JointParty.claim_id).where(
        JointParty.case_id == case.id,
        JointParty.role == JointRole.PRINCIPAL_DEBTOR,
        JointParty.state == JointPartyState.NAMED.value,
    )
    rows = session.execute(
        select(Claim.serial, Claim.debtor_as, Claim.id.in_(named))
        .where(Claim.case_id == case.id, Claim.debtor_as.in_(answering), STANDING)
        .order_by(Claim.serial)
    )
    for serial, standing, has_principal in rows:
        told = Text(
            "第{serial}号债权的债务人为{standing}：主债务未到期的视为到期，先诉抗辩不予支持；"
            "主债务人进入破产程序的，担保债务自其受理时停止计息。",
            serial=serial,
            standing=standing,
        )
        yield Hint("debtor_is_guarantor", told, cite("I3 4(2)", "SG 22"), (serial,))
        if not has_principal:
            told = Text("第{serial}号债权没有列明主债务人，请补充。", serial=serial)
            yield Hint("principal_debtor_unknown", told, cite("I3 4(2)", "I3 5(1)"), (serial,))
