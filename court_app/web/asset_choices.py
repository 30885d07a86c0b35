"""Which rows a step may name: burdens and costs of an asset, entries of a retrieval."""

from court_app import visit
from court_app.languages import say
from court_app.services.estate.retrieval_entries import receipts_by_entry
from court_app.web.forms import Choices
from court_app.web.layout import yuan
from models import Asset, Retrieval
from workflows.calculations.asset_costs import is_open
from workflows.text import Text


def receipts_of(retrieval: Retrieval) -> dict[str, Choices]:
    """The entries of a retrieval that may be corrected, by the field that names one."""
    found = receipts_by_entry(visit.occasion().session, retrieval.case, retrieval.serial)
    return {
        "entry": [
            (str(entry), say(Text("{number} {kind}：{sum}元", number=entry, kind=what, sum=yuan(fen))))
            for entry, (what, fen) in sorted(found.items())
        ]
    }


def rows_of(asset: Asset, step: str = "") -> dict[str, Choices]:
    """The rows by the field that names one."""
    may_name = is_open if step == "tie_cost" else lambda cost: cost.struck_on is None
    return {
        "encumbrance": [
            (
                str(one.position),
                say(Text("{number} {kind}：{holder}", number=one.position, kind=one.kind, holder=one.holder)),
            )
            for one in asset.encumbrances
            if one.stands
        ],
        "cost": [
            (
                str(one.position),
                say(
                    Text(
                        "{number} {kind}：{sum}元",
                        number=one.position,
                        kind=one.kind,
                        sum=yuan(one.amount_fen),
                    )
                ),
            )
            for one in asset.costs
            if may_name(one)
        ],
    }
