"""By which article somebody is left out when an administrator is chosen, or is sanctioned."""

from models.vocabulary import ExclusionGround
from workflows.law.citations import Citation, cite

G = ExclusionGround
EXCLUSIONS: dict[ExclusionGround, tuple[Citation, ...]] = {
    G.CRIME: cite("EBL 24(3)①"),
    G.LICENCE: cite("EBL 24(3)②"),
    G.CONFLICT: cite("EBL 24(3)③", "AA 23", "AA 24", "AA 25"),
    G.PENALISED: cite("EBL 24(3)④", "AA 9①"),
    G.INVESTIGATED: cite("EBL 24(3)④", "AA 9②", "AA 26"),
    G.DEBT_DISPUTE: cite("AA 26"),
    G.ABILITY: cite("EBL 24(3)④", "AA 9④", "AA 9⑤"),
    G.OTHER: cite("EBL 24(3)④", "AA 9⑥"),
    G.SUSPENDED: cite("AA 39(2)"),
    G.DROPPED_OUT: cite("AA 25", "AA 28(1)"),
    G.IN_OFFICE: cite("AA 33", "AA 34"),
}
"""Why somebody is left out, and where that stands."""
BY_SYSTEM = frozenset({G.SUSPENDED, G.DROPPED_OUT, G.IN_OFFICE})
"""Grounds that the roster and the case themselves show; nobody names them."""
