"""An entry of the ledger that paid a secured creditor out of his collateral (EBL 109)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SecuredEntry:
    """To which claim, how much in fen, when; whether it was undone, or came back before."""

    claim_serial: int
    amount_fen: int
    on: date
    undone: bool
    returned: bool
