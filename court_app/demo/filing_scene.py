"""Creditors who file by their codes: a known one himself, a newcomer by his agent, one asked to correct."""

import io

import pikepdf

from court_app.demo.liquidations import Course
from court_app.services.filing import creditor_filings, creditor_papers, filing_codes
from court_app.services.occasion import Occasion
from models import FilingCode

ADDRESS = {"phone": "0391-5550188", "service_address": "江澜市滨江路12号3幢"}
PRINCIPAL = {"kind": "PRINCIPAL", "filed_fen": "386200.00", "working": "合同总价减已付款"}


def creditors_file_by_code(course: Course) -> None:
    """网上申报: every known creditor has a code; a newcomer gets one at the counter."""
    play = course.play
    with play.transaction() as session:
        occasion = play.occasion(session, "heqieyu")
        filing_codes.issue_to_known(occasion, course.case)
        newcomer = filing_codes.issue_to_newcomer(occasion, course.case, "江澜木蜡油经营部")
        known = filing_codes.of_case(occasion, newcomer.case, 1)
        acting = occasion.by_the_law_itself()
        himself(acting, known)
        serial = by_his_agent(acting, newcomer)
    course.later(1)
    claims = (course.case, "claims", serial)
    play.part_step(*claims, "register_claim")
    play.part_step(*claims, "ask_correction", reason="请补充2025年第三季度的对账单，并写明违约金的起算日。")


def himself(acting: Occasion, code: FilingCode) -> None:
    """A known creditor files and hands in his contract."""
    said = {
        **ADDRESS,
        "identity_number": "91110108551385082Q",
        "figures": [PRINCIPAL],
        "basis": "2025年6月签订供货合同，货已交付并验收，余款未付。",
        "evidence": "供货合同、验收单、对账单",
    }
    claim = creditor_filings.file(acting, code, said, "")
    creditor_papers.hand_in(acting, code, claim.serial, {}, [("供货合同.pdf", a_blank_page())])


def by_his_agent(acting: Occasion, code: FilingCode) -> int:
    """A newcomer's agent files; returns the number of the claim."""
    said = {
        **ADDRESS,
        "creditor_name": "江澜木蜡油经营部",
        "creditor_kind": "ORGANISATION",
        "identity_number": "91110108551385082Q",
        "account_name": "江澜木蜡油经营部",
        "bank": "江澜商业银行滨江支行",
        "account_number": "6217000010002000301",
        "figures": [
            {"kind": "PRINCIPAL", "filed_fen": "48600.00"},
            {"kind": "PENALTY", "filed_fen": "3120.00", "working": "按日万分之五"},
        ],
        "basis": "2025年9月至11月分五次送货，债务人签收未付款。",
        "agent_name": "陆远",
        "agent_authority": "特别授权，包括出席会议和表决",
    }
    claim = creditor_filings.file(acting, code, said, "")
    papers = [("授权委托书.pdf", a_blank_page())]
    creditor_papers.hand_in(acting, code, claim.serial, {"kind": "AUTHORITY"}, papers)
    return claim.serial


def a_blank_page() -> bytes:
    """A paper with nothing on it."""
    made, out = pikepdf.Pdf.new(), io.BytesIO()
    made.add_blank_page()
    made.save(out, deterministic_id=True)
    return out.getvalue()
