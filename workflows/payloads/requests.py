"""What the administrator shows and asks of the court in a case, where no other step says it already."""

from workflows.payloads.base import Paragraphs, WithReason, Yuan, labelled


class SupplementAsked(WithReason):
    """Property was found after the end: what it is, its value, what distributing it costs (EBL 123)."""

    found_what = Paragraphs(
        required=True,
        metadata=labelled("发现的财产及来源", "the property and how it was found", widget="textarea"),
    )
    found_fen = Yuan(
        required=True, metadata=labelled("发现的财产（元）", "property found (yuan)", widget="money")
    )
    costs_fen = Yuan(
        required=True, metadata=labelled("分配费用（元）", "cost of distributing (yuan)", widget="money")
    )
