"""Creditors file their claims through programs by a code: the twin of the pages under `/claim`.

The code comes in the header `X-Filing-Code`, never in an address. Nobody without one takes the lock by which
the court writes. A repeated POST under one `Idempotency-Key` files once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from flask import Response, jsonify, request, url_for
from marshmallow import Schema, fields, validate

from court_app import visit
from court_app.api import views
from court_app.api.blueprints import CourtBlueprint
from court_app.api.claims import FigureSchema
from court_app.api.idempotency import HEADER
from court_app.api.parts import SERIAL
from court_app.errors import NotFound, NotSignedIn
from court_app.languages import say
from court_app.services.filing import creditor_filings, creditor_papers, filing_codes, filing_desk
from court_app.services.filing.filing_desk import FilingDesk, Own
from court_app.services.occasion import Occasion
from models import ClaimPaper, FilingCode
from models.vocabulary import ClaimPaperKind
from workflows.payloads.base import Word
from workflows.text import Text

blueprint = CourtBlueprint("creditor_filings_api", "网上申报 · filing by code", "/filing")
CODE = "X-Filing-Code"
BY_CODE: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": CODE,
            "required": True,
            "schema": {"type": "string", "maxLength": 40},
            "description": "the code of the slip, however it is typed",
        }
    ]
}
OF_REVIEW = ("admitted_fen", "admitted_yuan", "admitted_until_on", "reason", "evidence_page")
"""What a figure says of its review."""
Made = TypeVar("Made")


class FilingBody(Schema):
    """A claim as the form under `/claim` asks for it: `creditor_filings.form_of` names the fields."""

    data = fields.Dict(required=True)


class CorrectionBody(FilingBody):
    """A claim stated anew, and the version that was read."""

    version = fields.Integer(required=True, validate=validate.Range(1))


class WithdrawalBody(Schema):
    """Why a claim is taken back, and the version that was read."""

    reason = fields.String(required=True, validate=validate.Length(1, 5000))
    version = fields.Integer(required=True, validate=validate.Range(1))


class PaperQuery(Schema):
    """What the files are."""

    kind: Any = Word(ClaimPaperKind, load_default=ClaimPaperKind.EVIDENCE)


@contextmanager
def entered() -> Iterator[tuple[Occasion, FilingCode]]:
    """The moment and the code of the request, in a session that only reads.

    Raises:
        NotSignedIn: if it is no code.
    """
    with visit.bench().reading() as looking:
        occasion = visit.bench().occasion(looking, None, visit.now())
        yield occasion, known(occasion)


def known(occasion: Occasion) -> FilingCode:
    """The code of the request.

    Raises:
        NotSignedIn: if it is none.
    """
    code = filing_codes.find(occasion, request.headers.get(CODE, ""))
    if code is None:
        raise NotSignedIn(creditor_filings.NO_CODE)
    return code


@blueprint.before_request
def must_hold_a_code() -> None:
    """Stop whoever holds no code before anything he sent is read, and before anything is locked."""
    with entered():
        pass


def writing(work: Callable[[Occasion, FilingCode], Made]) -> Made:
    """Do what writes, as who holds the code."""
    acting = visit.occasion().by_the_law_itself()
    return work(acting, known(acting))


def paper_view(paper: ClaimPaper) -> dict[str, Any]:
    """A paper that was handed in."""
    names = ("position", "name", "media_type", "size", "sha256")
    return {
        **{name: getattr(paper, name) for name in names},
        "kind": views.word(paper.kind),
        "added_at": views.day(paper.added_at),
    }


def claim_view(own: Own) -> dict[str, Any]:
    """A claim: where it stands, its receipt in the chained docket, what comes next; sums in fen."""
    claim, receipt = own.claim, own.receipt
    names = ("serial", "version", "filed_fen", "fixed_fen")
    found = ("admitted_fen", "late_cost_fen", "opinion")
    hidden = () if own.shows_review else OF_REVIEW
    return {
        **{name: getattr(claim, name) for name in names},
        **{name: getattr(claim, name) if own.shows_review else None for name in found},
        "claim_class": views.word(claim.claim_class),
        "state": views.word(own.state),
        "next": say(own.next),
        "late": bool(claim.flags.get("late")),
        "filed_by_code": own.filing is not None,
        "agent_name": claim.agent_name,
        "figures": FigureSchema(many=True, exclude=hidden).dump(claim.figures),
        "papers": [paper_view(paper) for paper in own.papers],
        "receipt": receipt
        and {
            "position": receipt.position,
            "recorded_at": views.day(receipt.recorded_at),
            "actor_name": receipt.actor_name,
            "hash": receipt.hash,
        },
        "plan_received_fen": claim.plan_received_fen,
        "plan_receipts": [
            {
                "received_on": views.day(one.received_on),
                "received_fen": one.received_fen,
                "returned_fen": one.returned_fen,
                "evidence": one.evidence,
            }
            for one in own.plan_receipts
        ],
        "correction": own.correction
        and {"reason": own.correction[0], "until_on": views.day(own.correction[1])},
        "sue_by": views.day(own.suit_by.due_on) if own.suit_by else None,
        "may": sorted(own.may),
    }


def desk_view(desk: FilingDesk) -> dict[str, Any]:
    """The case, the last day, the claims."""
    debtor = desk.case.debtor
    return {
        "number": desk.case.number,
        "debtor": debtor.name if debtor else None,
        "creditor": desk.creditor.name if desk.creditor else None,
        "administrators": [{"name": one.name, "phone": one.phone} for one in desk.administrators],
        "claims_deadline": views.day(desk.last_day),
        "late": desk.late,
        "interest_until": views.day(desk.interest_until),
        "account": desk.account,
        "obstacles": [say(obstacle.text) for obstacle in desk.obstacles],
        "claims": [claim_view(own) for own in desk.claims],
    }


def own_of(occasion: Occasion, code: FilingCode, serial: int) -> Own:
    """One of the creditor's claims.

    Raises:
        NotFound: if it is not before him.
    """
    own = filing_desk.desk_of(occasion, code).own(serial)
    if own is None:
        raise NotFound(Text("没有凭这个申报码申报的第{serial}号债权。", serial=serial))
    return own


@blueprint.get("", **BY_CODE)
@visit.public
@blueprint.response(200)
def show_desk() -> Response:
    """What lies before the creditor of a code."""
    with entered() as (occasion, code):
        return jsonify(desk_view(filing_desk.desk_of(occasion, code)))


@blueprint.get(f"/claims/{SERIAL}", **BY_CODE)
@visit.public
@blueprint.response(200)
def show_claim(serial: int) -> Response:
    """One of his claims."""
    with entered() as (occasion, code):
        return jsonify(claim_view(own_of(occasion, code, serial)))


@blueprint.post("/claims", **BY_CODE)
@visit.public
@blueprint.arguments(FilingBody)
@blueprint.response(201)
def file(body: dict[str, Any]) -> Response:
    """File a claim by a code."""

    def work(acting: Occasion, code: FilingCode) -> Response:
        key = request.headers.get(HEADER, "")
        claim = creditor_filings.file(acting, code, body["data"], f"api:{key}" if key else "")
        return answered(acting, code, claim.serial, 201)

    return writing(work)


@blueprint.post(f"/claims/{SERIAL}/corrections", **BY_CODE)
@visit.public
@blueprint.arguments(CorrectionBody)
@blueprint.response(200)
def correct(body: dict[str, Any], serial: int) -> Response:
    """State a claim anew before it is reviewed."""

    def work(acting: Occasion, code: FilingCode) -> Response:
        creditor_filings.correct(acting, code, serial, body["data"], version=body["version"])
        return answered(acting, code, serial, 200)

    return writing(work)


@blueprint.post(f"/claims/{SERIAL}/withdrawal", **BY_CODE)
@visit.public
@blueprint.arguments(WithdrawalBody)
@blueprint.response(200)
def withdraw(body: dict[str, Any], serial: int) -> Response:
    """Take a claim back."""

    def work(acting: Occasion, code: FilingCode) -> Response:
        said = {"reason": body["reason"]}
        creditor_filings.withdraw(acting, code, serial, said, version=body["version"])
        return answered(acting, code, serial, 200)

    return writing(work)


def answered(acting: Occasion, code: FilingCode, serial: int, status: int) -> Response:
    """The claim as it stands now, and where it is."""
    answer = jsonify(claim_view(own_of(acting, code, serial)))
    answer.status_code = status
    answer.headers["Location"] = url_for("creditor_filings_api.show_claim", serial=serial)
    return answer


@blueprint.post(f"/claims/{SERIAL}/papers", **BY_CODE)
@visit.public
@visit.takes_papers
@blueprint.arguments(PaperQuery, location="query")
@blueprint.response(201)
def hand_in(query: dict[str, Any], serial: int) -> Response:
    """Hand in PDF, JPEG or PNG files (multipart, field `file`), all or none."""
    with entered():
        files = [(file.filename or "", file.read()) for file in request.files.getlist("file")]
        creditor_papers.look_over(files)

    def work(acting: Occasion, code: FilingCode) -> Response:
        said = {"kind": query["kind"].value}
        kept = creditor_papers.hand_in(acting, code, serial, said, files)
        answer = jsonify({"items": [paper_view(paper) for paper in kept]})
        answer.status_code = 201
        return answer

    return writing(work)
