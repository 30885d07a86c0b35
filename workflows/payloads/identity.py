"""The number by which a person or enterprise is known: its check digit, and what a docket keeps of it."""

import re
from typing import Any

from stdnum.cn import ric, uscc

from models.party import masked_number
from models.vocabulary import PartyKind
from workflows.payloads.base import Line

FOREIGN = re.compile(r"[A-Za-z0-9()（）-]{5,12}")
"""A passport, or a registration abroad: nothing can be checked; what is longer is a number of Chinese law."""


class IdentityNumber(Line):
    """A number of at most 64 characters, without spaces; written into a docket with its end alone."""

    most = 64

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> str:
        return super()._deserialize(value, attr, data, **kwargs).replace(" ", "").upper()

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> str:
        return masked_number(str(value or ""))


def may_be_the_number_of(kind: PartyKind, number: str) -> bool:
    """Whether a number may be that of such a person: an identity card's, else a unified social credit code.

    Source: GB 11643-1999 and GB 32100-2015 for the check digits. A passport or foreign registration passes.
    """
    if FOREIGN.fullmatch(number):
        return True
    return bool((ric if kind is PartyKind.PERSON else uscc).is_valid(number))
