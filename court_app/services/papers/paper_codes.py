"""Codes printed on paper that let who holds them act: derived from the installation's secret, never kept.

A code has twelve letters and digits (sixty bits), so it cannot be guessed. What it is for is part of what it
is derived from and of its digest, so a code for one purpose opens nothing else.
"""

import hashlib
import hmac

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, 1, I, O: nobody mistakes one for another."""
LENGTH, GROUP = 12, 4
MOST_TYPED = 40
"""Characters; who types more has typed no code."""


def derived(secret: str, purpose: str, *numbers: int) -> str:
    """The code for a purpose and these numbers, in groups of four."""
    said = ":".join([purpose, *map(str, numbers)]).encode()
    mark = int.from_bytes(hmac.digest(secret.encode(), said, "sha256"), "big")
    letters = "".join(LETTERS[(mark >> (5 * place)) % len(LETTERS)] for place in range(LENGTH))
    return "-".join(letters[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def digest_of(purpose: str, typed: str) -> str:
    """What is kept of a code, however it was typed."""
    known = "".join(letter for letter in typed.upper() if letter in LETTERS)
    return hashlib.sha256(f"{purpose}:{known}".encode()).hexdigest()


def may_be_one(typed: str) -> bool:
    """Whether what was typed can be a code at all."""
    return 0 < len(typed) <= MOST_TYPED
