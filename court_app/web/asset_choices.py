"""Which rows of an asset a step may name: burdens that stand, costs that count."""

from court_app.languages import say
from court_app.web.forms import Choices
from court_app.web.layout import yuan
from models import Asset
from workflows.calculations.asset_costs import is_open
from workflows.text import Text


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
