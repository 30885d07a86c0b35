"""The law's tables."""

import argparse
import sys

from workflows.handbook import handbook


def print_handbook(_chosen: argparse.Namespace) -> int:
    """Print the handbook page of all procedures."""
    sys.stdout.write(handbook())
    return 0
