"""The stage of the petition tests serves here too."""

from tests.petition.conftest import play

__all__ = ["play"]
