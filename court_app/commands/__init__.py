"""What the commands of `court` do, by theme; each is loaded only when it is asked for."""

import sys

BAD_INPUT = 2
"""The exit code when what was typed cannot be used."""


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")
