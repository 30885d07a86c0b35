"""The administrator's remuneration as a draft of a plan or of a composition lists it (AR 10)."""

from collections.abc import Iterable

from models.remuneration import Remuneration
from models.vocabulary import RemunerationState, ResolutionMatter
from workflows.calculations.money import yuan
from workflows.text import Text

LISTED_IN = frozenset({ResolutionMatter.M6, ResolutionMatter.M7})
"""A plan of reorganization and a composition agreement list it (AR 10)."""


def remuneration_in_draft(plans: Iterable[Remuneration]) -> list[Text]:
    """What a draft says of the remuneration of each administrator; that nothing is planned, if so."""
    told = [line_of(one) for one in plans if one.state != RemunerationState.FORGONE.value]
    return told or [Text("本案还没有确定管理人报酬方案；报酬方案内容应当列入草案（报酬规定第十条）。")]


def line_of(plan: Remuneration) -> Text:
    """One administrator: the forecast, what it comes to, how it is collected."""
    if plan.fixed_fen is not None:
        return Text(
            "管理人{name}的报酬：最终确定{fixed}元，已收取{paid}元。",
            name=plan.party.name,
            fixed=yuan(plan.fixed_fen),
            paid=yuan(plan.paid_fen),
        )
    return Text(
        "管理人{name}的报酬方案：预测可供清偿的财产价值总额{forecast}元，报酬{planned}元，{collection}；"
        "已收取{paid}元。",
        name=plan.party.name,
        forecast=yuan(plan.forecast_fen),
        planned=yuan(plan.planned_fen),
        collection=plan.collection,
        paid=yuan(plan.paid_fen),
    )
