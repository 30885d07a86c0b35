"""Creditors' accounts: written with a reason, never overwritten, shown whole only to who pays."""

from collections.abc import Mapping
from typing import Any
from unicodedata import normalize

from marshmallow import RAISE, Schema, ValidationError, fields, validate
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from court_app.errors import BadInput, Forbidden, NotFound, StaleVersion
from court_app.services.casework import cases
from court_app.services.estate.secured_entries import latest_account
from court_app.services.many_rows import insert_rows
from court_app.services.occasion import Occasion
from models import Case, Claim, Investor, PayeeAccount, PaymentFile, PaymentLine
from models.party import masked_number
from models.vocabulary import PaymentState
from workflows.payloads.base import Line, labelled
from workflows.procedures.liquidation_terms import WITH_ADMINISTRATOR
from workflows.text import N_, Text

SAME = ("account_name", "bank", "account_number")
"""What makes an account the same account."""
WRITTEN = (*SAME, "reason")


class AccountNumber(Line):
    """The number of a bank account: 8 to 34 letters and digits, blanks and hyphens dropped.

    Full-width digits, letters, blanks and hyphens count as plain ones. 34 is the longest IBAN (ISO 13616).
    """

    most = 60

    def _deserialize(
        self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **kwargs: Any
    ) -> str:
        typed = normalize("NFKC", super()._deserialize(value, attr, data, **kwargs))
        number = typed.replace(" ", "").replace("-", "")
        if not (number.isascii() and number.isalnum() and 8 <= len(number) <= 34):
            raise ValidationError(N_("请填写8至34位的银行账号，只含数字和字母。"))
        return number


class AccountWritten(Schema):
    """An account as it is written down."""

    class Meta:
        """Unknown fields are an error that names them."""

        unknown = RAISE

    account_name = Line(required=True, metadata=labelled("户名", "account name"))
    bank = Line(required=True, metadata=labelled("开户银行", "bank", "写到支行", "with its branch"))
    account_number = AccountNumber(required=True, metadata=labelled("账号", "account number"))
    reason = Line(
        required=True,
        metadata=labelled(
            "登记、变更的理由",
            "reason",
            "如：债权人书面提供、退回后更正",
            "such as: in writing from the creditor; corrected after a return",
        ),
    )
    again = fields.Boolean(
        load_default=False,
        metadata=labelled(
            "曾被银行退回，经核实账户无误，仍用该账户",
            "came back from the bank, was checked and is right; to be used again",
        ),
    )
    replaces = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=False,
        validate=validate.Range(min=0),
        metadata=labelled("替换的账户编号", "number of the account that was seen"),
    )


def may_pay(occasion: Occasion, case: Case) -> bool:
    """Whether the person pays the shares of the case, and so sees and writes accounts."""
    return bool(cases.roles_in(occasion, case) & WITH_ADMINISTRATOR)


def must_pay(occasion: Occasion, case: Case) -> None:
    """Stop whoever does not pay the shares of the case.

    Raises:
        Forbidden: if so.
    """
    if not may_pay(occasion, case):
        raise Forbidden(Text("只有本案管理人和办案人员可以查看、登记收款账户。"))


def masked(number: str) -> str:
    """An account number of which only the end is shown."""
    return masked_number(number)


def account_of(occasion: Occasion, party_id: int) -> PayeeAccount | None:
    """The account of a creditor that counts now."""
    return latest_account(occasion.session, party_id)


def accounts_of(occasion: Occasion, party_id: int) -> list[PayeeAccount]:
    """Every account of a creditor, the one that counts now first."""
    chosen = select(PayeeAccount).where(PayeeAccount.party_id == party_id)
    return list(occasion.session.scalars(chosen.order_by(PayeeAccount.id.desc())))


def write(
    occasion: Occasion, case_id: int, serial: int, raw: Mapping[str, Any], *, path: str = "claims"
) -> PayeeAccount:
    """Write down the account of the creditor of a claim, or of an investor; the same again changes nothing.

    Raises:
        NotFound: if the case has no such claim or investor.
        Forbidden: if the person does not pay the shares of the case.
        StaleVersion: if another account was written since the one that was seen.
        ValidationError: if something is missing or not well formed.
        BadInput: if a payment came back from this very account, and it is not said that it was checked.
    """
    case = cases.hold_shared(occasion, case_id)
    must_pay(occasion, case)
    data = AccountWritten().load(dict(raw))
    party_id = party_of(occasion, case, serial, OWNERS[path])
    known = account_of(occasion, party_id)
    same = known is not None and all(getattr(known, name) == data[name] for name in WRITTEN)
    if known is not None and same and not came_back(occasion.session, PayeeAccount.id == known.id):
        return known
    if data["replaces"] is not None and data["replaces"] != (known.id if known else 0):
        raise StaleVersion(known.id if known else 0)
    this_one = (
        PayeeAccount.party_id == party_id,
        *(getattr(PayeeAccount, name) == data[name] for name in SAME),
    )
    if not data["again"] and came_back(occasion.session, *this_one):
        raise BadInput({"account_number": [CAME_BACK]})
    return add(occasion, party_id, data)


CAME_BACK = Text("该账户的付款已被银行退回。请填写更正后的账户；经核实账户无误的，请勾选仍用该账户。")


def came_back(session: Session, *which: ColumnElement[bool]) -> bool:
    """Whether the bank sent a payment to one of these accounts back."""
    found = (
        select(PaymentLine.id)
        .join(PayeeAccount, PayeeAccount.id == PaymentLine.account_id)
        .where(PaymentLine.state == PaymentState.RETURNED, *which)
    )
    return session.scalar(found.limit(1)) is not None


def add(occasion: Occasion, party_id: int, data: Mapping[str, Any]) -> PayeeAccount:
    """One more account of a creditor; the caller has seen to who may."""
    account = PayeeAccount(**row_of(occasion, party_id, data))
    occasion.session.add(account)
    occasion.session.flush()
    return account


def row_of(occasion: Occasion, party_id: int, data: Mapping[str, Any]) -> dict[str, Any]:
    """An account as it is kept."""
    told = {name: data[name] for name in WRITTEN}
    return {"party_id": party_id, **told, "made_by": occasion.name, "made_at": occasion.now}


def add_all(occasion: Occasion, case: Case, accounts: Mapping[int, Mapping[str, Any]]) -> int:
    """Accounts by their creditors, of which those are written that are new; returns how many."""
    creditors = select(Claim.party_id).where(Claim.case_id == case.id)
    latest = (
        select(func.max(PayeeAccount.id))
        .where(PayeeAccount.party_id.in_(creditors))
        .group_by(PayeeAccount.party_id)
    )
    known = {
        one.party_id: tuple(getattr(one, name) for name in SAME)
        for one in occasion.session.scalars(select(PayeeAccount).where(PayeeAccount.id.in_(latest)))
    }
    new = [
        row_of(occasion, party_id, account)
        for party_id, account in accounts.items()
        if known.get(party_id) != tuple(account[name] for name in SAME)
    ]
    if new:
        insert_rows(occasion.session, PayeeAccount, new)
    return len(new)


def returned_accounts(session: Session, case: Case) -> frozenset[tuple[int, str, str, str]]:
    """From which accounts payments of a case came back: the creditor, and what makes it the same account."""
    rows = session.execute(
        select(PayeeAccount.party_id, *(getattr(PayeeAccount, name) for name in SAME))
        .join(PaymentLine, PaymentLine.account_id == PayeeAccount.id)
        .join(PaymentFile, PaymentFile.id == PaymentLine.file_id)
        .where(PaymentFile.case_id == case.id, PaymentLine.state == PaymentState.RETURNED)
    )
    return frozenset((party_id, name, bank, number) for party_id, name, bank, number in rows)


OWNERS: Mapping[str, type[Claim | Investor]] = {"claims": Claim, "investors": Investor}
"""Whose accounts are written, by the name of their kind in addresses."""


def party_of(occasion: Occasion, case: Case, serial: int, owner: type[Claim | Investor]) -> int:
    """The creditor of a claim of the case, or an investor.

    Raises:
        NotFound: if there is no such claim or investor.
    """
    found = occasion.session.scalar(
        select(owner.party_id).where(owner.case_id == case.id, owner.serial == serial)
    )
    if found is None:
        label = Text("债权") if owner is Claim else Text("出资人")
        raise NotFound(Text("本案没有第{serial}号{label}。", serial=serial, label=label))
    return found
