"""Whose shares are laid aside, under which article: for the notice to these creditors (EBL 117 to 119)."""

from collections.abc import Iterable

from court_app.services.procedure.step_records import Taken
from models import Claim
from models.vocabulary import ShareState

ARTICLES = {
    ShareState.CONDITIONAL: ("117", "债权附生效条件或者解除条件"),
    ShareState.UNCLAIMED: ("118", "未受领"),
    ShareState.LITIGATED: ("119", "诉讼或者仲裁未决"),
    ShareState.GUARANTEE: ("4", "一般保证责任未定，企业破产法司法解释（三）"),
    ShareState.UNSOLD: ("110", "担保物尚未变价，不足清偿的数额未定"),
}
"""The article under which a share is in escrow, and why."""
Laid = tuple[Claim, int, ShareState]
"""A claim, what of it is laid aside, in fen, and why."""


def tell_escrow(taken: Taken, laid: Iterable[Laid]) -> None:
    """Name the creditors whose shares are laid aside, by number of the claim; sums of one claim together."""
    sums: dict[tuple[int, ShareState], tuple[Claim, int]] = {}
    for claim, amount_fen, why in laid:
        before = sums.get((claim.serial, why), (claim, 0))[1]
        sums[claim.serial, why] = (claim, before + amount_fen)
    taken.found.update(
        escrow_rows=[
            {
                "serial": serial,
                "creditor": claim.party.name,
                "amount_fen": amount_fen,
                "article": ARTICLES[why][0],
                "why": ARTICLES[why][1],
            }
            for (serial, why), (claim, amount_fen) in sorted(sums.items(), key=lambda row: row[0][0])
        ],
        escrow_fen=sum(amount_fen for _, amount_fen in sums.values()),
        served_parties=sorted({claim.party_id for claim, _ in sums.values()}),
    )
    flags = {name: value for name, value in taken.case.flags.items() if name != "laid_aside"}
    taken.case.flags = {**flags, "laid_aside": True} if sums else flags
