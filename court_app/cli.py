"""The `court` command: each command parses, calls one service, prints."""


def main() -> None:
    """Run the `court` command."""
