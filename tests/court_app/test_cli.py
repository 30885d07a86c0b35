"""The console command: every command is there, and what it is asked for is named when it is not."""

import argparse
from collections.abc import Iterator

import pytest

from court_app.cli import command_named, main, parser
from workflows.calculations.registry import CALCULATORS


def commands(of: argparse.ArgumentParser) -> Iterator[str]:
    """The command behind every leaf of a parser."""
    below = [a for a in of._actions if isinstance(a, argparse._SubParsersAction)]
    if not below:
        yield of.get_default("run")
    for action in below:
        for child in action.choices.values():
            yield from commands(child)


@pytest.mark.parametrize("name", sorted(commands(parser())))
def test_every_command_can_be_called(name: str) -> None:
    assert callable(command_named(name))


def test_the_calculators_are_listed_by_name_and_purpose(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "list"]) == 0

    listed = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in listed] == list(CALCULATORS)


def test_an_unknown_calculator_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calc", "fees"]) == 2

    said = capsys.readouterr().err
    assert "no_such_calculator" in said
    assert "amount-in-words" in said
