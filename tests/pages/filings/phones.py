"""What a creditor does on a phone with his code."""

import io
import re
from collections.abc import Callable
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from court_app.services.filing import filing_codes
from court_app.visit import CourtFlask
from models import Case, Claim, ClaimPaper
from tests.liquidation.playing import Liquidation

CLERK = "heqieyu"
PDF, JPEG = b"%PDF-1.7 contract", b"\xff\xd8\xff\xe0 photo"
WHO = {
    "identity_number": "91110108551385082Q",
    "phone": "13900000000",
    "service_address": "江澜市滨江路9号",
}
CLAIM = {
    **WHO,
    "claim_class": "ORD",
    "figures.0.kind": "PRINCIPAL",
    "figures.0.filed_fen": "1000000",
    "figures.1.kind": "INTEREST",
    "figures.1.filed_fen": "20000.50",
    "figures.1.until_on": "2026-03-01",
    "basis": "2025年5月签订买卖合同，交货后未付款。",
}
Stage = tuple[CourtFlask, Liquidation]


def a_code(case: Liquidation, serial: int = 0, holder: str = "江澜来访商行") -> str:
    """What is printed on a slip: of a known creditor, or of one made for somebody who came by."""
    with case.play.bench.writing() as session, session.begin():
        occasion = case.play.occasion(session, CLERK)
        number = serial or filing_codes.issue_to_newcomer(occasion, case.case, holder).serial
        return filing_codes.slips(occasion, session.get_one(Case, case.case), serial=number)[0].code


def token(phone: FlaskClient) -> str:
    """The token of the forms of this browser."""
    return re.findall(r'name="csrf_token" value="([^"]+)"', phone.get("/claim").text)[0]


def send(phone: FlaskClient, path: str, /, **typed: Any) -> tuple[int, str]:
    """Send a form; returns the status and what the page says, or where it leads."""
    answer = phone.post(path, data={"csrf_token": token(phone), **typed})
    return answer.status_code, unescape(answer.text) if answer.status_code != 302 else answer.location


def enter(phone: FlaskClient, code: str) -> int:
    """Enter a code."""
    return send(phone, "/claim", code=code)[0]


def newcomer(name: str = "江澜来访商行") -> dict[str, str]:
    """What somebody says who is not among the known creditors."""
    return {"creditor_name": name, "creditor_kind": "ENTERPRISE"}


def filed(phone: FlaskClient, case: Liquidation, /, **typed: str) -> int:
    """A claim is filed by somebody who came by; returns its number."""
    enter(phone, a_code(case))
    _, where = send(phone, "/claim/new", confirmed="1", **{**CLAIM, **newcomer(), **typed})
    return int(where.rsplit("/", 1)[1])


def look(case: Liquidation, read: Callable[[Any], Any]) -> Any:
    """Something of the database."""
    with case.play.bench.reading() as session:
        return read(session)


def claim_of(case: Liquidation, serial: int) -> Claim:
    """A claim of the case."""
    return look(
        case,
        lambda session: session.scalars(
            select(Claim).where(Claim.case_id == case.case, Claim.serial == serial)
        ).one(),
    )


def upload(phone: FlaskClient, serial: int, *files: tuple[bytes, str]) -> tuple[int, str]:
    """Hand in files."""
    held = [(io.BytesIO(content), name) for content, name in files]
    answer = phone.post(
        f"/claim/{serial}/papers", data={"csrf_token": token(phone), "kind": "EVIDENCE", "file": held}
    )
    return answer.status_code, unescape(answer.text)


def papers(case: Liquidation, serial: int) -> list[tuple[int, str, str]]:
    """The papers of a claim: position, name, what they are."""
    claim = claim_of(case, serial)
    chosen = select(ClaimPaper).where(ClaimPaper.claim_id == claim.id).order_by(ClaimPaper.position)
    return look(case, lambda s: [(p.position, p.name, p.media_type) for p in s.scalars(chosen)])
