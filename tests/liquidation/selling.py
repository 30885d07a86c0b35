"""Assets that are appraised, offered and sold, and what is known of them."""

from typing import Any

from court_app.services.estate import realising
from models import Asset
from tests.liquidation.playing import Liquidation
from workflows.calculations.proceeds import Proceeds


def brought(case: Liquidation, serial: int) -> Proceeds:
    """Where the proceeds of an asset go."""
    with case.play.bench.reading() as session:
        asset = session.query(Asset).filter_by(case_id=case.case, serial=serial).one()
        found = realising.proceeds_of(session, asset)
    assert found is not None
    return found


def appraised(case: Liquidation, yuan: int, **more: Any) -> int:
    """A machine that was taken over and appraised; returns its number."""
    serial = case.begin("assets", "find_asset", kind="EQUIPMENT", name="数控机床", **more)
    case.move("assets", serial, "take_over_asset")
    case.move("assets", serial, "appraise", appraiser="江澜评估事务所", appraised_fen=str(yuan))
    return serial


def offered(case: Liquidation, appraised_yuan: int = 100_000, **terms: Any) -> int:
    """A machine in its first round."""
    serial = appraised(case, appraised_yuan)
    case.move("assets", serial, "offer", method="AUCTION", **terms)
    return serial


def sale(serial: int, yuan: int) -> dict[str, Any]:
    """What is said of a sale."""
    return {"asset_serial": serial, "buyer": "江澜正通机电有限公司", "price_fen": str(yuan)}


def mortgaged(case: Liquidation, claim_yuan: int, *serials: int) -> int:
    """A secured claim, listed, with a mortgage on these assets; returns its number."""
    claim = case.file("江澜银行", claim_yuan, claim_class="SEC", security="抵押")
    case.list_claim(claim, claim_yuan, "SEC")
    for serial in serials:
        case.move(
            "assets",
            serial,
            "record_encumbrance",
            kind="MORTGAGE",
            holder="江澜银行",
            priority=1,
            claim_serial=claim,
        )
    return claim
