"""`teamflow new`: straight to the set-up of a session."""

from teamflow.cli import screens
from teamflow.cli.request import Request


def run(request: Request) -> int:
    """Show the set-up."""
    return screens.run(request, "new")
