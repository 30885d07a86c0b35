"""Codes are made and printed by the clerk, and used by programs too."""

import io
from html import unescape

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from court_app.services.filing import filing_codes
from models import Case, Delivery, FilingCode
from models.vocabulary import DocumentKind, RecipientKind
from tests.liquidation.playing import Liquidation
from tests.pages.desks import Desk, desk
from tests.pages.filings.phones import (
    CLERK,
    PDF,
    WHO,
    Stage,
    a_code,
    filed,
    look,
    upload,
)

pytestmark = pytest.mark.slow
HEADER = "X-Filing-Code"
BODY = {
    **WHO,
    "creditor_name": "江澜程序商行",
    "creditor_kind": "ENTERPRISE",
    "figures": [{"kind": "PRINCIPAL", "filed_fen": "5000"}],
    "basis": "货款",
}


def test_the_clerk_makes_codes_and_prints_them_but_no_page_shows_one(case: Liquidation, clerk: Desk) -> None:
    path = f"/cases/{case.case}/filing-codes"
    made = clerk.send_to(path, path, holder="江澜问询商行")
    serial = look(case, lambda s: s.scalar(select(func.max(FilingCode.serial))))
    code = a_code(case, serial)

    page = clerk.page(path + "?q=江澜问询")
    slip = clerk.client.get(f"{path}/{serial}.pdf")
    everything = clerk.client.get(f"{path}/slips.pdf")

    assert made.status_code == 302
    assert "江澜问询商行" in page
    assert code not in page
    assert [(s.status_code, s.mimetype) for s in (slip, everything)] == [(200, "application/pdf")] * 2


def test_slips_lie_in_the_order_of_the_notices_with_which_they_are_sent(case: Liquidation) -> None:
    case.issue(DocumentKind.CREDITOR_NOTICE)

    with case.play.bench.reading() as session:
        rows = list(
            session.scalars(
                select(Delivery)
                .where(
                    Delivery.case_id == case.case, Delivery.recipient_kind == RecipientKind.KNOWN_CREDITORS
                )
                .order_by(Delivery.id)
            )
        )
        found = filing_codes.slips(
            case.play.occasion(session, CLERK),
            session.get_one(Case, case.case),
            deliveries=[row.id for row in rows],
        )

        codes = dict(
            session.execute(
                select(FilingCode.party_id, FilingCode.serial).where(
                    FilingCode.case_id == case.case, FilingCode.party_id.is_not(None)
                )
            ).all()
        )

    assert len(found) == 3
    assert [slip.serial for slip in found] == [codes[r.party_id] for r in rows if r.party_id in codes]


def test_nobody_but_the_team_and_the_administrator_makes_codes(case: Liquidation, stage: Stage) -> None:
    other = desk(stage[0], "jiancha")
    path = f"/cases/{case.case}/filing-codes"

    assert other.client.get(path).status_code == 404
    assert other.client.get(f"{path}/1.pdf").status_code == 403
    assert other.send_to("/", path, holder="旁人").status_code in {403, 404}


def test_a_code_without_a_name_and_codes_when_all_have_one_are_refused(
    clerk: Desk, case: Liquidation
) -> None:
    path = f"/cases/{case.case}/filing-codes"

    blank = clerk.send_to(path, path, holder=" ")
    while clerk.send_to(path, path).status_code == 302:
        pass
    again = clerk.send_to(path, path)

    assert (blank.status_code, again.status_code) == (422, 422)
    assert "都已经有申报码" in unescape(again.text)


def test_a_program_files_once_corrects_hands_in_and_withdraws_by_a_code(
    case: Liquidation, stage: Stage
) -> None:
    program, headers = stage[0].test_client(), {HEADER: a_code(case)}
    keyed = {**headers, "Idempotency-Key": "k-1"}

    made = program.post("/api/v1/filing/claims", json={"data": BODY}, headers=keyed)
    again = program.post("/api/v1/filing/claims", json={"data": BODY}, headers=keyed)
    own = made.json
    stated = {name: BODY[name] for name in ("figures", "basis")}
    path = f"/api/v1/filing/claims/{own['serial']}"
    stale = program.post(f"{path}/corrections", json={"data": stated, "version": 99}, headers=headers)
    changed = program.post(
        f"{path}/corrections", json={"data": stated, "version": own["version"]}, headers=headers
    )
    paper = program.post(
        f"{path}/papers?kind=IDENTITY", data={"file": (io.BytesIO(PDF), "a.pdf")}, headers=headers
    )
    gone = program.post(
        f"{path}/withdrawal", json={"reason": "和解", "version": changed.json["version"]}, headers=headers
    )
    everything = program.get("/api/v1/filing", headers=headers).json

    assert (made.status_code, again.status_code) == (201, 201)
    assert own["serial"] == again.json["serial"]
    assert own["receipt"]["actor_name"].startswith("江澜程序商行，凭第")
    assert own["filed_fen"] == 500_000
    assert (stale.status_code, changed.status_code) == (409, 200)
    assert paper.json["items"][0]["kind"]["value"] == "IDENTITY"
    assert gone.json["state"]["value"] == "WITHDRAWN"
    assert [claim["serial"] for claim in everything["claims"]] == [own["serial"]]


@pytest.mark.parametrize("code", ["", "ABCD-EFGH-JKLM"])
def test_a_program_without_a_code_learns_and_does_nothing(stage: Stage, code: str) -> None:
    program, headers = stage[0].test_client(), {HEADER: code}

    statuses = {
        program.get("/api/v1/filing", headers=headers).status_code,
        program.get("/api/v1/filing/claims/1", headers=headers).status_code,
        program.post("/api/v1/filing/claims", json={"data": BODY}, headers=headers).status_code,
        program.post(
            "/api/v1/filing/claims/1/papers", data={"file": (io.BytesIO(PDF), "a.pdf")}, headers=headers
        ).status_code,
    }

    assert statuses == {401}


def test_what_a_program_says_wrongly_is_named(case: Liquidation, stage: Stage) -> None:
    program, headers = stage[0].test_client(), {HEADER: a_code(case)}

    answer = program.post(
        "/api/v1/filing/claims",
        json={"data": {**BODY, "phone": "", "effective_on": "2026-01-01"}},
        headers=headers,
    )

    assert answer.status_code == 422
    assert {"phone", "effective_on"} <= set(answer.json["errors"])


def test_the_team_sees_who_filed_and_an_outsider_of_the_case_opens_no_paper(
    case: Liquidation, stage: Stage, phone: FlaskClient
) -> None:
    serial = filed(phone, case)
    upload(phone, serial, (PDF, "合同.pdf"))
    team, stranger = desk(stage[0], CLERK), desk(stage[0], "waijia")

    page = team.page(f"/cases/{case.case}/claims/{serial}")
    closed = stranger.client.get(f"/cases/{case.case}/claims/{serial}/papers/1")

    assert "号申报码网上申报" in page
    assert WHO["identity_number"] in page
    assert closed.status_code == 404
