"""What is left of a remuneration after an instalment (AR 11)."""

from collections.abc import Iterable

from models.remuneration import Instalment
from workflows.calculations.money import yuan
from workflows.text import Text


def working_of_payment(found: Iterable[Instalment], instalment: Instalment, allowed_fen: int) -> list[Text]:
    """Line by line what was fixed, allowed before, allowed now, and left; `found` are all of the case."""
    remuneration = instalment.remuneration
    earlier = sum(
        one.allowed_fen or 0
        for one in found
        if one.remuneration_id == remuneration.id and one.serial != instalment.serial
    )
    limit = remuneration.limit_fen
    name = Text("最终报酬") if remuneration.fixed_fen is not None else Text("方案预计报酬")
    return [
        Text(
            "{name}{limit}元，以前已确定支付{earlier}元。",
            name=name,
            limit=yuan(limit),
            earlier=yuan(earlier),
        ),
        Text(
            "本次{allowed}元，累计{total}元，余{rest}元。",
            allowed=yuan(allowed_fen),
            total=yuan(earlier + allowed_fen),
            rest=yuan(limit - earlier - allowed_fen),
        ),
    ]
